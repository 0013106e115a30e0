import type { LocalDate } from "./calendar.ts";
import { capaianIndikator, indeksKinerja } from "./regulations/city.ts";
import { dampakPelatihan } from "./regulations/dampak-pelatihan.ts";
import { angkaKreditAkumulasi, angkaKreditMinimal, angkaKreditPeriode } from "./regulations/permenpanrb-1-2023.ts";
import { kesiapanKenaikan, syaratAngkaKredit, syaratDalamJenjang, syaratMasaPangkat, syaratPredikat, syaratTercatat } from "./regulations/kenaikan.ts";
import { kotakTalenta, saranKotak } from "./regulations/permenpanrb-3-2020.ts";
import { jatuhTempo, kategoriIpk, penilaiPeriode, predikatKinerja, saranRatingHasilKerja, saranRatingPerilaku, tenggatPenetapanSkp } from "./regulations/permenpanrb-6-2022.ts";
import { capaianTahunan, jagaKeterkinian, perlakuanTahunan, predikatTugasBelajarGagal, waktuEvaluasiTahunan } from "./regulations/permenpanrb-6-2022-tahunan.ts";
import { bobotPp30, predikatPp30 } from "./regulations/pp-30-2019.ts";
import { dasarTpp } from "./regulations/tpp.ts";
import { tingkatPenilai, usulanPenilai } from "./regulations/usulan-penilai.ts";
import { pitaPola, polaDistribusi, ratingKepalaUnit } from "./regulations/se-menpanrb-3-2023.ts";

/**
 * Which rule answers which question, from which day. The only place that knows dates of law. A past row is never edited: a new
 * text makes a new row (and a new file, or a new export beside the old one). Chosen by the last day of the period judged.
 */
export const RULEBOOK = [
  {
    // PermenPANRB 6/2022 is in force since 7 February 2022, its percents of the pola (SE 3/2023) since 31 January 2023.
    id: "2023-01-31",
    from: "2023-01-31",
    rules: {
      tenggatPenetapanSkp, kategoriIpk, tingkatPenilai, usulanPenilai, penilaiPeriode, saranRatingHasilKerja, saranRatingPerilaku, predikatKinerja, jatuhTempo,
      perlakuanTahunan, waktuEvaluasiTahunan, capaianTahunan, predikatTugasBelajarGagal, jagaKeterkinian,
      polaDistribusi, pitaPola, ratingKepalaUnit, bobotPp30, predikatPp30, angkaKreditPeriode, angkaKreditAkumulasi, angkaKreditMinimal,
      syaratPredikat, syaratMasaPangkat, syaratAngkaKredit, syaratDalamJenjang, syaratTercatat, kesiapanKenaikan, dasarTpp,
      kotakTalenta, saranKotak, capaianIndikator, indeksKinerja, dampakPelatihan,
    },
  },
] as const;
export type Rulebook = (typeof RULEBOOK)[number];

/** The row in force on that day: the last one that had begun. Before the first row nothing can be judged: RangeError. */
export function rulebookOn(date: LocalDate, rows: readonly Rulebook[] = RULEBOOK): Rulebook {
  const row = rows.findLast(({ from }) => from <= date);
  if (row === undefined) throw new RangeError(`no rulebook on ${date}`);
  return row;
}
