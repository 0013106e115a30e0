/**
 * A pegawai's year that is not like the others' (tugas belajar, retirement, an ended contract, a suspension): recorded on a document
 * by who rates the year, before it is rated. `perlakuanTahunan` says what follows.
 */
import type { LocalDate } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import type { Akreditasi, JenjangStudi } from "./regulations/permenpanrb-6-2022.ts";
import type { KeadaanAkhirTahun, PerlakuanTahunan } from "./regulations/permenpanrb-6-2022-tahunan.ts";
import { type Party, reasons } from "./workflow.ts";

export const LOKASI_STUDI = ["dalam_negeri", "luar_negeri"] as const;

/** What the institution of the studi says (Lampiran BAB IV.A.16). `ipk` null: none yet. `isGagal`: tidak lulus, drop out. */
export type Studi = {
  lokasi: (typeof LOKASI_STUDI)[number];
  jenjang: JenjangStudi;
  akreditasiPT: Akreditasi | null;
  akreditasiProdi: Akreditasi | null;
  ipk: number | null;
  isGagal: boolean;
};

/** `sejak`: the day on which it began. `bekerja` takes back what was recorded. */
export type YearState = { keadaan: KeadaanAkhirTahun; sejak: LocalDate; studi: Studi | null };

/** All reasons why the state cannot be recorded now; `given` null: the button. */
export function setRefusals(year: { selesai: LocalDate; isClosed: boolean; isFinal: boolean }, given: YearState | null, { parties }: { parties: readonly Party[] }): Refusal[] {
  return reasons({
    not_your_bawahan: !parties.includes("penilai") && !parties.includes("atasan"),
    period_closed: year.isClosed,
    // What a final result rests on stays: a correction begins first.
    wrong_status: year.isFinal,
    year_state_later: given !== null && given.sejak > year.selesai,
    study_mismatch: given !== null && (given.keadaan === "tugas_belajar") !== (given.studi !== null),
  });
}

/** What the state says to rating the year. `endedOn`: the first day without a post, where the year's last day has none. */
export function ratingRefusals({ perlakuan, endedOn }: { perlakuan: PerlakuanTahunan["perlakuan"] | null; endedOn: LocalDate | null }, isFinalising: boolean): Refusal[] {
  return reasons({ year_not_judged: perlakuan === "tidak_dinilai", year_state_missing: isFinalising && endedOn !== null && perlakuan === null });
}
