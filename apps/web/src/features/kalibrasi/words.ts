import type { RatedView } from "@teraju/contracts/kalibrasi";
import { useCopy } from "#copy/copy.tsx";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";

export const EKSPEKTASI = ["di_atas", "sesuai", "di_bawah"] as const;
export type Ekspektasi = (typeof EKSPEKTASI)[number];
export const isEkspektasi = (word: string | undefined): word is Ekspektasi => EKSPEKTASI.some((one) => one === word);

/** "Baik (hasil kerja sesuai, perilaku di atas)" */
export function useRatedWords(): (rated: RatedView) => string {
  const { proposals } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  return ({ hasilKerja, perilaku, predikat }) => proposals.rated(vocabulary.ekspektasiShort[hasilKerja], vocabulary.ekspektasiShort[perilaku], vocabulary.predikat[predikat]);
}

/** What a case is called: by its number, and by name once its evidence has been read. */
export function useCaseName(): (one: { number: number; person: { name: string } | null }) => string {
  const words = useKalibrasiCopy();
  return ({ number, person }) => (person === null ? words.case.name(number) : `${words.case.name(number)}, ${person.name}`);
}
