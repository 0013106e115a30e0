/**
 * A pegawai's year that is not like the others' (tugas belajar, retirement, an ended contract, a suspension): recorded on a document
 * by who rates the year, before it is rated. `perlakuanTahunan` says what follows.
 */
import { addDays, type LocalDate } from "./calendar.ts";
import { type Answer, noted, rule } from "./decision.ts";
import { NOTES } from "./notes.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import type { Refusal } from "./refusal.ts";
import type { Akreditasi, JenjangStudi } from "./regulations/permenpanrb-6-2022.ts";
import type { KeadaanAkhirTahun, PerlakuanTahunan } from "./regulations/permenpanrb-6-2022-tahunan.ts";
import type { AbsenceKind, Cuti } from "./vocabulary.ts";
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

/** What is on record of a person, as far as it says how their year ended. `endedOn`: the first day without a post, where the year's last day has none. */
export type CatatanTahun = {
  akhir: LocalDate; endedOn: LocalDate | null; isPppk: boolean;
  /** Days on [validFrom, validUntil); null: still so. */
  ketidakhadiran: readonly { kind: AbsenceKind; cuti: Cuti | null; validFrom: LocalDate; validUntil: LocalDate | null; /** Number of the letter behind it. */ surat: string | null }[];
};
export type UsulKeadaan = { keadaan: Exclude<KeadaanAkhirTahun, "bekerja" | "pejabat_negara" | "pindah_instansi" | "meninggal">; sejak: LocalDate; surat: string | null };

/**
 * How the year ended by what is on record: what kept the pegawai away on the last day that counts; else the end of a PPPK's
 * perjanjian or of a PNS's work. A suggestion: death, a move to another instansi and jabatan negara are on no record here, and
 * who rates says so on its document. Null: a year like the others'.
 */
export const usulKeadaan = rule({
  name: "Usul keadaan tahun",
  cite: cityStandard("keadaan tahun diusulkan dari catatan kepegawaian (PermenPANRB 6/2022 Lampiran BAB II huruf B dan huruf C angka 8)"),
  decide: ({ akhir, endedOn, isPppk, ketidakhadiran }: CatatanTahun): Answer<UsulKeadaan | null> => {
    const lastDay = endedOn === null ? akhir : addDays(endedOn, -1);
    const away = ketidakhadiran.find(({ kind, cuti, validFrom, validUntil }) => (kind !== "cuti" || cuti === "cltn") && validFrom <= lastDay && (validUntil === null || lastDay < validUntil));
    if (away !== undefined) return { keadaan: away.kind === "cuti" ? "cltn" : away.kind, sejak: away.validFrom, surat: away.surat };
    if (endedOn === null) return null;
    return noted<UsulKeadaan | null>({ keadaan: isPppk ? "perjanjian_berakhir" : "pensiun", sejak: endedOn, surat: null }, NOTES.keadaanTanpaSurat);
  },
});

function isSameStudi(one: Studi, other: Studi): boolean {
  return one.lokasi === other.lokasi && one.jenjang === other.jenjang && one.akreditasiPT === other.akreditasiPT && one.akreditasiProdi === other.akreditasiProdi && one.ipk === other.ipk && one.isGagal === other.isGagal;
}

/** All reasons why BKPSDM may not record what the institution says of a studi; of oneself another does. */
export function recordStudyRefusals({ isStudying, isOwn }: { isStudying: boolean; isOwn: boolean }): Refusal[] {
  return reasons({ own_appraisal: isOwn, not_studying: !isStudying });
}

/** All reasons why the state cannot be recorded now; `given` null: the button. `studi`: what BKPSDM has on record, which is taken as it is. */
export function setRefusals(year: { selesai: LocalDate; isClosed: boolean; isFinal: boolean }, given: YearState | null, { parties, studi }: { parties: readonly Party[]; studi: Studi | null }): Refusal[] {
  return reasons({
    not_your_bawahan: !parties.includes("penilai") && !parties.includes("atasan"),
    period_closed: year.isClosed,
    // What a final result rests on stays: a correction begins first.
    wrong_status: year.isFinal,
    year_state_later: given !== null && given.sejak > year.selesai,
    study_not_as_recorded: studi !== null && given?.keadaan === "tugas_belajar" && given.studi !== null && !isSameStudi(studi, given.studi),
    study_mismatch: given !== null && (given.keadaan === "tugas_belajar") !== (given.studi !== null),
  });
}

/** What the state says to rating the year. `endedOn`: the first day without a post, where the year's last day has none. */
export function ratingRefusals({ perlakuan, endedOn }: { perlakuan: PerlakuanTahunan["perlakuan"] | null; endedOn: LocalDate | null }, isFinalising: boolean): Refusal[] {
  return reasons({ year_not_judged: perlakuan === "tidak_dinilai", year_state_missing: isFinalising && endedOn !== null && perlakuan === null });
}
