/**
 * The basis of tambahan penghasilan pegawai: PP 12/2019 Pasal 58 lets a Peraturan Kepala Daerah set it. The percents are the Perwal's,
 * entered as a table with its number; this product knows none of its own, and takes nothing off anybody's pay.
 */
import { type Citation, noted, rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import type { Predikat } from "../vocabulary.ts";

/** Percent of the component prestasi kerja for each predikat, as the Perwal prints it, 0 to 200. */
export type TabelTpp = { perwal: string; persen: Readonly<Record<Predikat, number>> };

/** The percent that the table gives for a predikat; null without a final predikat: never an invented 0. */
export const dasarTpp = rule({
  name: "Dasar TPP",
  cite: ({ tabel }: { tabel: TabelTpp }): Citation => ({ regulation: tabel.perwal, part: "tabel persen prestasi kerja", link: null }),
  decide: ({ predikat, tabel }: { predikat: Predikat | null; tabel: TabelTpp }) =>
    noted(predikat === null ? null : tabel.persen[predikat], NOTES.tppTanpaPotongan, predikat === null && NOTES.tppTanpaPredikat),
});
