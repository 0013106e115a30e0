import { useAddress } from "#ui/light/address.ts";

/** The address of the trail with one filter more, from its first page. */
export function useFilterAddress(): (filter: Record<string, string>) => string {
  const { addressOf } = useAddress();
  return (filter) => addressOf({ sebelum: null, ...filter });
}
