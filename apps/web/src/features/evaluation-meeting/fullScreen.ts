import { useSyncExternalStore } from "react";

function subscribe(changed: () => void) {
  document.addEventListener("fullscreenchange", changed);
  return () => document.removeEventListener("fullscreenchange", changed);
}
export const useIsFullScreen = (): boolean => useSyncExternalStore(subscribe, () => document.fullscreenElement != null, () => false);

/** To the whole screen, or back. A browser that refuses stays as it is. */
export function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  else void document.documentElement.requestFullscreen?.().catch(() => undefined);
}
