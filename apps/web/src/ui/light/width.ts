import { useCallback, useSyncExternalStore } from "react";

/** True while the window is at least so many CSS pixels wide. */
export function useIsAtLeast(pixels: number): boolean {
  const query = `(min-width: ${pixels}px)`;
  const subscribe = useCallback((changed: () => void) => {
    const media = matchMedia(query);
    media.addEventListener("change", changed);
    return () => media.removeEventListener("change", changed);
  }, [query]);
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
