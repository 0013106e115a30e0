/** The city's calendar as people keep it: holidays, collective leave and working days that replace others, each with its basis. */
import { addMonths, hariKerjaKe, isHariKerja, isLocalDate, type Kalender, lastDayOf, type LocalDate, type Month, monthOf, monthsFrom, weekday } from "./calendar.ts";
import { rule } from "./decision.ts";
import { hitunganTenggat } from "./keberatan-clock.ts";
import { jendelaLaporan } from "./monthly-report.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import { jatuhTempo } from "./regulations/permenpanrb-6-2022.ts";
import type { StandarPenilaian } from "./standar.ts";

/** `kind` null: the day is an ordinary one again. `alasan`: why a day that has passed is corrected only now. */
export type HariUbah = { day: LocalDate; kind: "libur" | "pengganti" | null; name: string; basis: string; alasan?: string | null };
export const KOLOM_HARI = ["tanggal", "jenis", "nama", "dasar", "alasan"] as const;
export type KolomHari = (typeof KOLOM_HARI)[number];
export type MasalahHari = { kolom: KolomHari; masalah: "tanggal_tidak_sah" | "alasan_kosong" | "tanggal_ganda" | "jenis_tidak_dikenal" | "nama_kosong" | "dasar_kosong" | "bukan_pengganti" };

const JENIS: Readonly<Record<string, HariUbah["kind"]>> = { libur: "libur", cuti_bersama: "libur", pengganti: "pengganti", hapus: null };
const NAME_MIN = 3;
const BASIS_MIN = 5;
const ALASAN_MIN = 10;

/** Whether the change corrects a day that has passed, or is today: clocks have been counted over it. */
export const isKoreksi = ({ day }: Pick<HariUbah, "day">, today: LocalDate): boolean => day <= today;

/**
 * What is wrong with a change: a day that has passed is corrected only with the reason why that comes late, and a working day that
 * replaces another lies on a Saturday, a Sunday or a holiday.
 */
export function masalahHari({ day, kind, name, basis, alasan }: HariUbah, { today, kalender }: { today: LocalDate; kalender: Kalender }): MasalahHari[] {
  const isDay = isLocalDate(day);
  const checks: [KolomHari, MasalahHari["masalah"], boolean][] = [
    ["tanggal", "tanggal_tidak_sah", !isDay],
    ["alasan", "alasan_kosong", isDay && isKoreksi({ day }, today) && (alasan ?? "").trim().length < ALASAN_MIN],
    ["nama", "nama_kosong", kind !== null && name.trim().length < NAME_MIN],
    ["dasar", "dasar_kosong", basis.trim().length < BASIS_MIN],
    ["jenis", "bukan_pengganti", isDay && kind === "pengganti" && weekday(day) <= 5 && isHariKerja(day, kalender)],
  ];
  return checks.filter(([, , isWrong]) => isWrong).map(([kolom, masalah]) => ({ kolom, masalah }));
}

/** One line of a file, read strictly: tanggal as 2027-03-19; jenis libur, cuti_bersama, pengganti or hapus. */
export function bacaHari(baris: Readonly<Record<KolomHari, string>>, context: { today: LocalDate; kalender: Kalender }): { hari: HariUbah } | { masalah: MasalahHari[] } {
  const jenis = baris.jenis.toLowerCase().replaceAll(" ", "_");
  const isKnown = Object.hasOwn(JENIS, jenis);
  const hari: HariUbah = { day: baris.tanggal, kind: JENIS[jenis] ?? null, name: baris.nama, basis: baris.dasar, alasan: baris.alasan === "" ? null : baris.alasan };
  const masalah = [...masalahHari(hari, context), ...(isKnown ? [] : [{ kolom: "jenis" as const, masalah: "jenis_tidak_dikenal" as const }])];
  return masalah.length > 0 ? { masalah } : { hari };
}

/** The calendar with the changes in it: days to come as they will be, days past as corrections of today, which move only clocks that still run. */
export function denganPerubahan(kalender: Kalender, changes: readonly HariUbah[], today: LocalDate): Kalender {
  const [past, future] = [changes.filter((one) => isKoreksi(one, today)), changes.filter((one) => !isKoreksi(one, today))];
  const touched = new Set(future.map(({ day }) => day));
  const kept = (days: readonly LocalDate[], kind: HariUbah["kind"]): LocalDate[] =>
    [...days.filter((day) => !touched.has(day)), ...future.filter((one) => one.kind === kind).map(({ day }) => day)].sort();
  return { libur: kept(kalender.libur, "libur"), hariKerjaPengganti: kept(kalender.hariKerjaPengganti, "pengganti"), koreksi: [...(kalender.koreksi ?? []), ...past.map(({ day, kind }) => ({ day, kind, dicatat: today }))] };
}

export const TENGGAT_BULANAN = ["batas", "periksaSampai", "rapatSampai", "tutup"] as const;
export type TenggatBulanan = (typeof TENGGAT_BULANAN)[number];
export type TenggatBergeser = { what: TenggatBulanan; month: Month; from: LocalDate; to: LocalDate };

/** All deadlines of a month's report: those of the report itself and the last day of its meeting. */
export function tenggatBulan(month: Month, standar: Pick<StandarPenilaian, "laporan" | "rapat">, kalender: Kalender): Record<TenggatBulanan, LocalDate> & { rapatMulai: LocalDate; buka: LocalDate } {
  const next = addMonths(month, 1);
  return { ...jendelaLaporan(month, standar, kalender), rapatMulai: hariKerjaKe(next, standar.rapat.mulaiHari, kalender), rapatSampai: hariKerjaKe(next, standar.rapat.sampaiHari, kalender) };
}

/** Which monthly deadlines that are still to come move with the changes; only months that a changed day can reach are looked at. */
export function tenggatBergeser(changes: readonly HariUbah[], { today, kalender, standar }: { today: LocalDate; kalender: Kalender; standar: Pick<StandarPenilaian, "laporan" | "rapat"> }): TenggatBergeser[] {
  const months = [...new Set(changes.flatMap(({ day }) => monthsFrom(addMonths(monthOf(day), -2), addMonths(monthOf(day), -1))))].sort();
  const after = denganPerubahan(kalender, changes, today);
  return months.flatMap((month) => {
    const [was, is] = [tenggatBulan(month, standar, kalender), tenggatBulan(month, standar, after)];
    return TENGGAT_BULANAN.flatMap((what): TenggatBergeser[] => (was[what] === is[what] || (was[what] < today && is[what] < today) ? [] : [{ what, month, from: was[what], to: is[what] }]));
  });
}

/** A legal clock of Lampiran BAB V that runs for somebody: since `mulai`, for so many. */
export type JamBerjalan = { peristiwa: "penyampaian" | "pengembalian" | "keberatan" | "keputusan"; mulai: LocalDate; n: number };
export type JamBergeser = JamBerjalan & { from: LocalDate; to: LocalDate };
/** Which legal clocks move with the changes. What has run out by today is not among them: it stays as it was decided. */
export function jamBergeser(jam: readonly JamBerjalan[], changes: readonly HariUbah[], { today, kalender }: { today: LocalDate; kalender: Kalender }): JamBergeser[] {
  const after = denganPerubahan(kalender, changes, today);
  return jam.flatMap((one): JamBergeser[] => {
    const due = (by: Kalender): LocalDate => jatuhTempo({ peristiwa: one.peristiwa, mulai: one.mulai, kalender: by }).value;
    const [from, to] = [due(kalender), due(after)];
    return from < today || from === to ? [] : [{ ...one, from, to }];
  });
}

const BAGIAN: Readonly<Record<TenggatBulanan, string>> = { batas: "laporan.batasHari", periksaSampai: "laporan.periksaHari", rapatSampai: "rapat.sampaiHari", tutup: "laporan.tutupHari" };
/** A monthly deadline with its ground: the n-th working day of the month after, and the days that an extension adds. */
export const tenggatKota = rule({
  name: "Tenggat bulanan",
  cite: ({ what }) => cityStandard(BAGIAN[what]),
  decide: ({ sampai }: { what: TenggatBulanan; bulan: Month; hariKe: number; perpanjanganHari: number; sampai: LocalDate }): LocalDate => sampai,
});

/** Each deadline of a month counted aloud from the last day of that month, as of today. */
export function hitunganBulan(month: Month, { today, kalender, standar, perpanjanganHari = 0 }: { today: LocalDate; kalender: Kalender; standar: Pick<StandarPenilaian, "laporan" | "rapat">; perpanjanganHari?: number }) {
  const { batasHari, periksaHari, tutupHari } = standar.laporan;
  const hariKe: Readonly<Record<TenggatBulanan, number>> = { batas: batasHari + perpanjanganHari, periksaSampai: periksaHari + perpanjanganHari, rapatSampai: standar.rapat.sampaiHari, tutup: tutupHari + perpanjanganHari };
  return (what: TenggatBulanan) => {
    const sampai = hariKerjaKe(addMonths(month, 1), hariKe[what], kalender);
    return {
      ...hitunganTenggat({ mulai: lastDayOf(month), sampai, today: today < lastDayOf(month) ? lastDayOf(month) : today, kalender }),
      ground: tenggatKota({ what, bulan: month, hariKe: hariKe[what], perpanjanganHari: what === "rapatSampai" ? 0 : perpanjanganHari, sampai }),
    };
  };
}
