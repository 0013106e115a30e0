import type { KeberatanRow } from "@teraju/contracts/keberatan";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";

export type Row = Pick<KeberatanRow, "aspect" | "target" | "text" | "rating">;

export const keyOf = ({ aspect, target }: Pick<KeberatanRow, "aspect" | "target">): string => `${aspect} ${target ?? ""}`;

/** A row of the receipt by its name: a result's own words, a behaviour, or a whole rating. */
export function useRowName(): (row: Row) => string {
  const { file } = useKeberatanCopy();
  const { vocabulary } = useCopy();
  return ({ aspect, target, text }) => {
    if (target === null) return file.whole[aspect];
    return aspect === "perilaku" ? ((vocabulary.perilaku as Record<string, string>)[target] ?? target) : (text ?? target);
  };
}

type Named = { kind: "bulanan" | "triwulanan" | "tahunan"; year: number; number: number; firstMonth: string };
export function usePeriodName(): (period: Named) => string {
  const { period: words } = useCopy();
  const format = useFormat();
  return (period) => words.name({ ...period, month: format.month(period.firstMonth) });
}
