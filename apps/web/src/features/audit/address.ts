import { useSearchParams } from "react-router-dom";

/** The address of the trail with one filter more, from its first page. */
export function useFilterAddress(): (filter: Record<string, string>) => string {
  const [search] = useSearchParams();
  return (filter) => {
    const next = new URLSearchParams(search);
    next.delete("sebelum");
    for (const [name, value] of Object.entries(filter)) {
      if (value === "") next.delete(name);
      else next.set(name, value);
    }
    return `?${next.toString()}`;
  };
}
