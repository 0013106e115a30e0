/** The city's calendar as people keep it: holidays, collective leave and working days that replace others, each with its basis. */
import { addMonths, hariKerjaKe, isLocalDate, type Kalender, lastDayOf, type LocalDate, type Month, monthOf, monthsFrom, weekday } from "./calendar.ts";
import { rule } from "./decision.ts";
import { hitunganTenggat } from "./keberatan-clock.ts";
import { jendelaLaporan } from "./monthly-report.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import type { StandarPenilaian } from "./standar.ts";

/** `kind` null: the day is an ordinary one again. */
export type HariUbah = { day: LocalDate; kind: "libur" | "pengganti" | null; name: string; basis: string };
export const KOLOM_HARI = ["tanggal", "jenis", "nama", "dasar"] as const;
export type KolomHari = (typeof KOLOM_HARI)[number];
export type MasalahHari = { kolom: KolomHari; masalah: "tanggal_tidak_sah" | "tanggal_lewat" | "tanggal_ganda" | "jenis_tidak_dikenal" | "nama_kosong" | "dasar_kosong" | "bukan_pengganti" };

const JENIS: Readonly<Record<string, HariUbah["kind"]>> = { libur: "libur", cuti_bersama: "libur", pengganti: "pengganti", hapus: null };
const NAME_MIN = 3;
const BASIS_MIN = 5;

/**
 * What is wrong with a change: days that are past stay as they were counted, and a working day that replaces another lies on a
 * Saturday, a Sunday or a holiday.
 */
export function masalahHari({ day, kind, name, basis }: HariUbah, { today, kalender }: { today: LocalDate; kalender: Kalender }): MasalahHari[] {
  const isDay = isLocalDate(day);
  const checks: [KolomHari, MasalahHari["masalah"], boolean][] = [
    ["tanggal", "tanggal_tidak_sah", !isDay],
    ["tanggal", "tanggal_lewat", isDay && day <= today],
    ["nama", "nama_kosong", kind !== null && name.trim().length < NAME_MIN],
    ["dasar", "dasar_kosong", basis.trim().length < BASIS_MIN],
    ["jenis", "bukan_pengganti", isDay && kind === "pengganti" && weekday(day) <= 5 && !kalender.libur.includes(day)],
  ];
  return checks.filter(([, , isWrong]) => isWrong).map(([kolom, masalah]) => ({ kolom, masalah }));
}

/** One line of a file, read strictly: tanggal as 2027-03-19; jenis libur, cuti_bersama, pengganti or hapus. */
export function bacaHari(baris: Readonly<Record<KolomHari, string>>, context: { today: LocalDate; kalender: Kalender }): { hari: HariUbah } | { masalah: MasalahHari[] } {
  const jenis = baris.jenis.toLowerCase().replaceAll(" ", "_");
  const isKnown = Object.hasOwn(JENIS, jenis);
  const hari: HariUbah = { day: baris.tanggal, kind: JENIS[jenis] ?? null, name: baris.nama, basis: baris.dasar };
  const masalah = [...masalahHari(hari, context), ...(isKnown ? [] : [{ kolom: "jenis" as const, masalah: "jenis_tidak_dikenal" as const }])];
  return masalah.length > 0 ? { masalah } : { hari };
}

/** The calendar with the changes in it. */
export function denganPerubahan(kalender: Kalender, changes: readonly HariUbah[]): Kalender {
  const touched = new Set(changes.map(({ day }) => day));
  const kept = (days: readonly LocalDate[], kind: HariUbah["kind"]): LocalDate[] =>
    [...days.filter((day) => !touched.has(day)), ...changes.filter((one) => one.kind === kind).map(({ day }) => day)].sort();
  return { libur: kept(kalender.libur, "libur"), hariKerjaPengganti: kept(kalender.hariKerjaPengganti, "pengganti") };
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
  const after = denganPerubahan(kalender, changes);
  return months.flatMap((month) => {
    const [was, is] = [tenggatBulan(month, standar, kalender), tenggatBulan(month, standar, after)];
    return TENGGAT_BULANAN.flatMap((what): TenggatBergeser[] => (was[what] === is[what] || (was[what] < today && is[what] < today) ? [] : [{ what, month, from: was[what], to: is[what] }]));
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
