import { useCopy, useFormat } from "#copy/copy.tsx";

type Period = { kind: "bulanan" | "triwulanan" | "tahunan"; year: number; number: number };

/** "Triwulan II 2026", of a period that comes without its first month. */
export function usePeriodName(): (period: Period) => string {
  const { period: words } = useCopy();
  const format = useFormat();
  return (period) => words.name({ ...period, month: format.month(`${period.year}-${String(period.kind === "bulanan" ? period.number : 1).padStart(2, "0")}`) });
}
