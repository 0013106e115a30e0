/**
 * PermenPANRB 6/2022 on the annual evaluation (evaluasi siklus penuh): its time, the capaian organisasi that it takes, and the people
 * whose year is not like the others'. In the order of the text; "p." is the page of the promulgated copy.
 */
import { type LocalDate, type Month, addMonths, monthsFrom } from "../calendar.ts";
import { noted, rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import type { Ekspektasi, Predikat, PredikatOrganisasi } from "../vocabulary.ts";
import { cityStandard } from "./city-citation.ts";
import { permenpanrb6 } from "./permenpanrb-6-2022.ts";

// ------------------------------------------------------------------------------------------- Lampiran BAB II.C and BAB IV.A

/** How a year ends for a pegawai. `perjanjian_berakhir`: a PPPK's perjanjian kerja (Pasal 8 ayat 2). */
export const KEADAAN_AKHIR_TAHUN = ["bekerja", "tugas_belajar", "pejabat_negara", "diberhentikan_sementara", "cltn", "masa_persiapan_pensiun", "pensiun", "perjanjian_berakhir", "pindah_instansi", "meninggal"] as const;
export type KeadaanAkhirTahun = (typeof KEADAAN_AKHIR_TAHUN)[number];

/** `dinilai_sampai`: for the part of the year in which there was an SKP, up to `sampai`. */
export type PerlakuanTahunan = { perlakuan: "dinilai" | "dinilai_sampai" | "tidak_dinilai"; sampai: LocalDate | null };

/** Lampiran BAB II.C.8, p. 65–66: these have no SKP, and so no year to be judged from the day on which it began. */
const TANPA_SKP: readonly KeadaanAkhirTahun[] = ["pejabat_negara", "diberhentikan_sementara", "cltn", "masa_persiapan_pensiun"];
const SELESAI_BEKERJA: readonly KeadaanAkhirTahun[] = ["pensiun", "perjanjian_berakhir"];

/**
 * Whether the year of a pegawai is evaluated, and up to which day. `sejak`: the day on which the state began; before `tahun` for the whole year.
 * The text exempts from planning and says nothing of the months before, of retirement or of death: what was done under an SKP is
 * evaluated, except of the dead (the city's reading, hence the note).
 */
export const perlakuanTahunan = rule({
  name: "Perlakuan evaluasi tahunan",
  cite: ({ keadaan }) => permenpanrb6(keadaan === "pindah_instansi" ? "Lampiran BAB IV huruf A angka 13 huruf b" : keadaan === "tugas_belajar" ? "Lampiran BAB IV huruf A angka 16 dan 17" : TANPA_SKP.includes(keadaan) ? "Lampiran BAB II huruf C angka 8" : "Lampiran BAB IV huruf A angka 8 huruf b dan angka 10"),
  decide: ({ tahun, keadaan, sejak }: { tahun: number; keadaan: KeadaanAkhirTahun; sejak: LocalDate }) => {
    const whole: PerlakuanTahunan = { perlakuan: "dinilai", sampai: null };
    const none: PerlakuanTahunan = { perlakuan: "tidak_dinilai", sampai: null };
    if (keadaan === "bekerja") return whole;
    if (keadaan === "tugas_belajar") return noted(whole, NOTES.tugasBelajarInstansiInduk);
    // The new penilai of the new unit evaluates the year, wherever that is.
    if (keadaan === "pindah_instansi") return none;
    if (keadaan === "meninggal") return noted(none, NOTES.akhirTahunPilihanKota);
    const isFromTheBeginning = sejak <= `${tahun}-01-01`;
    if (TANPA_SKP.includes(keadaan) && isFromTheBeginning) return none;
    if (SELESAI_BEKERJA.includes(keadaan) && isFromTheBeginning) return none;
    return noted<PerlakuanTahunan>({ perlakuan: "dinilai_sampai", sampai: sejak }, NOTES.akhirTahunPilihanKota);
  },
});

/**
 * Lampiran BAB IV.A.8 huruf b, p. 90: at the end of each December, and at the latest at the end of January of the next year.
 * With which day the end of December begins is not said: `mulaiTanggal`, the city's choice.
 */
export const waktuEvaluasiTahunan = rule({
  name: "Waktu evaluasi tahunan",
  cite: permenpanrb6("Lampiran BAB IV huruf A angka 8 huruf b"),
  decide: ({ tahun, mulaiTanggal }: { tahun: number; mulaiTanggal: number }) =>
    noted<{ mulai: LocalDate; selesai: LocalDate }>({ mulai: `${tahun}-12-${String(mulaiTanggal).padStart(2, "0")}`, selesai: `${tahun + 1}-01-31` }, NOTES.akhirDesemberPilihanKota),
});

/** The city's reading of "akhir Bulan Desember" until its standard says otherwise: the last ten days or so of the year. */
export const AKHIR_DESEMBER_TANGGAL = 21;

// ------------------------------------------------------------------------------------------------------- Lampiran BAB IV.B.1

export type CapaianTahunan = { predikat: PredikatOrganisasi; tahun: number };

/**
 * Lampiran BAB IV.B.1 huruf f, p. 94: when the annual capaian kinerja organisasi comes after January, that of the year before is used.
 * `tahunIni.pada`: the day on which it was set. Null: neither is there (or it is still January, and it is waited for).
 */
export const capaianTahunan = rule({
  name: "Capaian organisasi yang dipakai",
  cite: permenpanrb6("Lampiran BAB IV huruf B angka 1 huruf f"),
  decide: ({ tahun, tahunIni, tahunLalu, today }: { tahun: number; tahunIni: { predikat: PredikatOrganisasi; pada: LocalDate } | null; tahunLalu: PredikatOrganisasi | null; today: LocalDate }) => {
    const lastDay: LocalDate = `${tahun + 1}-01-31`;
    if (tahunIni !== null && tahunIni.pada <= lastDay) return noted<CapaianTahunan | null>({ predikat: tahunIni.predikat, tahun });
    if (today <= lastDay) return noted<CapaianTahunan | null>(null);
    if (tahunLalu !== null) return noted<CapaianTahunan | null>({ predikat: tahunLalu, tahun: tahun - 1 }, NOTES.capaianTahunLalu);
    // A city that has just begun has no year before: better the late one than none.
    return tahunIni === null ? noted<CapaianTahunan | null>(null) : noted<CapaianTahunan | null>({ predikat: tahunIni.predikat, tahun }, NOTES.capaianTerlambatTanpaTahunLalu);
  },
});

// ------------------------------------------------------------------------------------------------------- Lampiran BAB IV.B.3

/**
 * Lampiran BAB IV.B.3.a.3.(d), p. 100, and b.3.(d): whose studi of tugas belajar failed (tidak lulus, drop out) is Kurang or Sangat
 * Kurang, with regard to perilaku kerja: Sangat Kurang when that is below as well. All others: what the quadrant gives, untouched (null).
 */
export const predikatTugasBelajarGagal = rule({
  name: "Predikat tugas belajar yang tidak selesai",
  cite: permenpanrb6("Lampiran BAB IV huruf B angka 3 huruf b angka 3) huruf (d)"),
  decide: ({ isGagal, perilaku }: { isGagal: boolean; perilaku: Ekspektasi }): Extract<Predikat, "kurang" | "sangat_kurang"> | null => (!isGagal ? null : perilaku === "di_bawah" ? "sangat_kurang" : "kurang"),
});

// ------------------------------------------------------------------------------------------------------ a year, not a quarter

export type Keterkinian = { hanyaTriwulanAkhir: boolean; bulanTidakDirujuk: Month[] };

/**
 * A year is judged by the year ("selama satu tahun kinerja", Lampiran BAB IV.A.10): says when all that the ratings point at lies in
 * the last quarter, and in which months there was something to point at that nobody pointed at. It warns; it forbids nothing.
 * `berisi`: months with evidence or umpan balik; `dirujuk`: months of what was cited, each as often as it was.
 */
export const jagaKeterkinian = rule({
  name: "Jaga keterkinian",
  cite: cityStandard("jaga keterkinian: setahun dinilai dari setahun (PermenPANRB 6/2022 Lampiran BAB IV huruf A angka 10)"),
  decide: ({ bulanAwal, bulanAkhir, berisi, dirujuk }: { bulanAwal: Month; bulanAkhir: Month; berisi: readonly Month[]; dirujuk: readonly Month[] }) => {
    const cited = monthsFrom(bulanAwal, bulanAkhir).filter((month) => dirujuk.includes(month));
    const lastQuarter = addMonths(bulanAkhir, -2);
    const value: Keterkinian = {
      hanyaTriwulanAkhir: cited.length > 0 && cited.every((month) => month >= lastQuarter),
      // Before anything is cited nothing is missing.
      bulanTidakDirujuk: cited.length === 0 ? [] : monthsFrom(bulanAwal, bulanAkhir).filter((month) => berisi.includes(month) && !cited.includes(month)),
    };
    return noted(value, value.hanyaTriwulanAkhir && NOTES.hanyaTriwulanAkhir);
  },
});
