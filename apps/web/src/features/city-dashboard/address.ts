import { useAddress } from "#ui/light/address.ts";

/** The address of a unit, the other filters kept. */
export function useUnitAddress(): (unitId: string) => string {
  const { addressOf } = useAddress();
  return (unit) => addressOf({ unit });
}
