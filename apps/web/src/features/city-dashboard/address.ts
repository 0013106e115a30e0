import { useSearchParams } from "react-router-dom";

/** The address of a unit, the other filters kept. */
export function useUnitAddress(): (unitId: string) => string {
  const [search] = useSearchParams();
  return (unitId) => {
    const next = new URLSearchParams(search);
    next.set("unit", unitId);
    return `?${next.toString()}`;
  };
}
