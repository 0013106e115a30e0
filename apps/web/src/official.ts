import { useFormat } from "#copy/copy.tsx";
import { useOfficialCopy } from "#copy/page/official.ts";

type Counts = Record<"cocok" | "berbeda" | "belum_dinilai_bkn" | "belum_dicocokkan", number>;
const ORDER = ["cocok", "berbeda", "belum_dinilai_bkn", "belum_dicocokkan"] as const;

/** The official source and how many results agree with it; states in which nobody is are left out. Null: counts are not shown here. */
export function useOfficialWords(counts: Counts | null): string {
  const words = useOfficialCopy();
  const format = useFormat();
  const states = counts === null ? [] : ORDER.flatMap((state) => (counts[state] === 0 ? [] : [words.people[state](format.number(counts[state]))]));
  return states.length === 0 ? words.none : words.source(states.join(", "));
}
