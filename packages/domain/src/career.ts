/** Careers: what is on record of a person (each with its source), and what follows for pangkat, jenjang and the nine boxes. */
import { addMonths, isLocalDate, type LocalDate, type Month, monthOf } from "./calendar.ts";
import type { Decision } from "./decision.ts";
import { angkaKreditAkumulasi, angkaKreditMinimal, JENJANG, type Jenjang, type PeriodeAngkaKredit } from "./regulations/permenpanrb-1-2023.ts";
import { kotakTalenta, type Kotak, POTENSIAL, type Potensial, sumbuKinerja } from "./regulations/permenpanrb-3-2020.ts";
import { type Kesiapan, kesiapanKenaikan, type PredikatTahun, type StatusSyarat, syaratAngkaKredit, syaratDalamJenjang, syaratMasaPangkat, syaratPredikat, syaratTercatat } from "./regulations/kenaikan.ts";
import { parseNip } from "./nip.ts";
import { readGolongan } from "./people-import/values.ts";
import type { Refusal } from "./refusal.ts";
import { roundHalfUp } from "./rounding.ts";
import { PREDIKAT, type Predikat } from "./vocabulary.ts";
import { reasons } from "./workflow.ts";

/**
 * What BKPSDM records from papers outside of this product. `angka_kredit`: the angka kredit kumulatif of the latest PAK;
 * `predikat`: of a year before the city used this product; `potensial`: of an assessment, never guessed; `pangkat`: the golongan ruang
 * of the last decree, its day being the TMT; `penetapan_prestasi`: the PPK's decree on an outstanding achievement.
 */
export const FAKTA = ["angka_kredit", "predikat", "potensial", "uji_kompetensi", "lowongan", "pangkat", "penetapan_prestasi"] as const;
export type JenisFakta = (typeof FAKTA)[number];
export type Fakta = { jenis: JenisFakta; /** Only for `predikat`. */ tahun: number | null; nilai: string; perTanggal: LocalDate; sumber: string };

export const KOLOM_FAKTA = ["nip", "jenis", "tahun", "nilai", "per_tanggal", "sumber"] as const;
export type KolomFakta = (typeof KOLOM_FAKTA)[number];
/** Why a line of the file cannot be taken: the column, and what is wrong with it. */
export type MasalahFakta = { kolom: KolomFakta; masalah: "nip_rusak_excel" | "nip_tidak_sah" | "jenis_tidak_dikenal" | "tahun_tidak_sah" | "nilai_tidak_sah" | "tanggal_tidak_sah" | "tanggal_mendatang" | "sumber_kosong" };

const NILAI: Readonly<Record<Exclude<JenisFakta, "angka_kredit" | "pangkat">, readonly string[]>> = {
  predikat: PREDIKAT, potensial: POTENSIAL, uji_kompetensi: ["lulus", "belum"], lowongan: ["ada", "tidak_ada"], penetapan_prestasi: ["ada", "tidak_ada"],
};
/** More than any jenjang asks together; a larger figure is a slip of the hand. */
const ANGKA_KREDIT_TERBESAR = 2000;
const TAHUN_TERLAMA = 2015;

function isNilai(jenis: JenisFakta, nilai: string): boolean {
  // Only a PNS has a pangkat with a ruang, written as everywhere else: "III/c".
  if (jenis === "pangkat") return nilai.includes("/") && readGolongan(nilai) === nilai;
  if (jenis !== "angka_kredit") return NILAI[jenis].includes(nilai);
  return /^\d{1,4}(\.\d{1,2})?$/.test(nilai) && Number(nilai) <= ANGKA_KREDIT_TERBESAR;
}
const isJenis = (text: string): text is JenisFakta => (FAKTA as readonly string[]).includes(text);

/** One line of the file, read strictly: the fact with its NIP, or everything that is wrong with it. A decimal comma is taken for a point. */
export function bacaFakta(baris: Readonly<Record<KolomFakta, string>>, today: LocalDate): { nip: string; fakta: Fakta } | { masalah: MasalahFakta[] } {
  const nilai = baris.nilai.replace(",", ".");
  const tahun = baris.tahun === "" ? null : Number(baris.tahun);
  const { jenis } = baris;
  const nip = parseNip(baris.nip);
  const checks: [KolomFakta, MasalahFakta["masalah"], boolean][] = [
    ["nip", "nip_rusak_excel", !nip.valid && nip.alasan === "excel_notation"],
    ["nip", "nip_tidak_sah", !nip.valid && nip.alasan !== "excel_notation"],
    ["jenis", "jenis_tidak_dikenal", !isJenis(jenis)],
    ["tahun", "tahun_tidak_sah", jenis === "predikat" ? tahun === null || !Number.isInteger(tahun) || tahun < TAHUN_TERLAMA || tahun >= Number(today.slice(0, 4)) : tahun !== null],
    ["nilai", "nilai_tidak_sah", isJenis(jenis) && !isNilai(jenis, nilai)],
    ["per_tanggal", "tanggal_tidak_sah", !isLocalDate(baris.per_tanggal)],
    ["per_tanggal", "tanggal_mendatang", isLocalDate(baris.per_tanggal) && baris.per_tanggal > today],
    ["sumber", "sumber_kosong", baris.sumber.length < 5],
  ];
  const masalah = checks.filter(([, , isWrong]) => isWrong).map(([kolom, which]) => ({ kolom, masalah: which }));
  if (masalah.length > 0 || !isJenis(jenis) || !nip.valid) return { masalah };
  return { nip: nip.nip, fakta: { jenis, tahun, nilai, perTanggal: baris.per_tanggal, sumber: baris.sumber } };
}

/** A stretch of a person's posts: `jenjang` null outside of jabatan fungsional. [dari, sampai); open where null. */
export type RiwayatJenjang = { jenjang: string | null; dari: LocalDate; sampai: LocalDate | null };

const isJenjang = (text: string | null): text is Jenjang => text !== null && (JENJANG as readonly string[]).includes(text);

/** The jenjang held on the last day of a month. */
function jenjangPada(riwayat: readonly RiwayatJenjang[], month: Month): Jenjang | null {
  const after = `${addMonths(month, 1)}-01`;
  const now = riwayat.findLast(({ dari, sampai }) => dari < after && (sampai === null || sampai >= after));
  const jenjang = now?.jenjang ?? null;
  return isJenjang(jenjang) ? jenjang : null;
}

type SetelahPak = { perTanggal: LocalDate; riwayat: readonly RiwayatJenjang[]; predikat: readonly PredikatTahun[] };
/** A period with the first and the last month that it holds. */
export type PeriodeKonversi = PeriodeAngkaKredit & { tahun: number; dari: Month; sampai: Month };

/**
 * The periods that count after a PAK: each year with a predikat, from the month after the PAK's day on, split where the jenjang
 * changed. A year without predikat counts nothing yet. Months without jabatan fungsional do not count.
 */
export function konversiSetelahPak({ perTanggal, riwayat, predikat }: SetelahPak): PeriodeKonversi[] {
  const from = addMonths(monthOf(perTanggal), 1);
  return [...predikat].sort((a, b) => a.tahun - b.tahun).flatMap(({ tahun, predikat: one }) => {
    if (one === null) return [];
    const months = Array.from({ length: 12 }, (_, index) => addMonths(`${tahun}-01`, index)).filter((month) => month >= from);
    const held = months.flatMap((month) => {
      const jenjang = jenjangPada(riwayat, month);
      return jenjang === null ? [] : [{ month, jenjang }];
    });
    return [...new Set(held.map(({ jenjang }) => jenjang))].map((jenjang) => {
      const own = held.flatMap((other) => (other.jenjang === jenjang ? [other.month] : []));
      return { tahun, jenjang, predikat: one, bulan: own.length, dari: own[0] ?? `${tahun}-01`, sampai: own.at(-1) ?? `${tahun}-12` };
    });
  });
}

/** The same as what is computed with: year, jenjang, predikat, number of months. */
export function periodeSetelahPak(after: SetelahPak): (PeriodeAngkaKredit & { tahun: number })[] {
  return konversiSetelahPak(after).map(({ tahun, jenjang, predikat, bulan }) => ({ tahun, jenjang, predikat, bulan }));
}

/** Everything that the conditions look at. `predikat`: of the years before `tahunIni`, newest last. */
export type Karier = {
  jenis: "pns" | "pppk" | "pejabat"; golongan: string | null; jenjang: string | null;
  pak: { nilai: number; perTanggal: LocalDate } | null;
  riwayat: readonly RiwayatJenjang[]; predikat: readonly PredikatTahun[]; tahunIni: number;
  ujiKompetensi: boolean | null; lowongan: boolean | null; penetapanPrestasi: boolean | null;
  /** The last decree on record, and the next date of a rise. */
  pangkat: { golongan: string; sejak: LocalDate } | null; pada: LocalDate;
};

export type AngkaKreditKumulatif = { total: number; sejakPak: Decision<number>; /** Finished years after the PAK without a predikat on record. */ tahunTanpaPredikat: number[] };

/** Angka kredit kumulatif: the latest PAK and the periods after it. Null where there is no PAK to begin from, or no jabatan fungsional. */
export function angkaKreditKumulatif({ pak, riwayat, predikat, jenjang, tahunIni }: Pick<Karier, "pak" | "riwayat" | "predikat" | "jenjang" | "tahunIni">): AngkaKreditKumulatif | null {
  if (pak === null || !isJenjang(jenjang)) return null;
  const first = Number(addMonths(monthOf(pak.perTanggal), 1).slice(0, 4));
  const tahunTanpaPredikat = Array.from({ length: Math.max(0, tahunIni - first) }, (_, index) => first + index).filter((tahun) => (predikat.find((one) => one.tahun === tahun)?.predikat ?? null) === null);
  const sejakPak = angkaKreditAkumulasi(periodeSetelahPak({ perTanggal: pak.perTanggal, riwayat, predikat }));
  return { total: roundHalfUp(pak.nilai + sejakPak.value, 2), sejakPak, tahunTanpaPredikat };
}

const tahunTerakhir = ({ predikat, tahunIni }: Karier, banyak: number): PredikatTahun[] =>
  Array.from({ length: banyak }, (_, index) => tahunIni - banyak + index).map((tahun) => ({ tahun, predikat: predikat.find((one) => one.tahun === tahun)?.predikat ?? null }));

function syaratKumulatif(karier: Karier, perlu: number): Decision<StatusSyarat> {
  const kumulatif = angkaKreditKumulatif(karier);
  return syaratAngkaKredit({ punya: kumulatif?.total ?? null, perlu, tahunTanpaPredikat: kumulatif?.tahunTanpaPredikat ?? [] });
}

const TAHUN_PANGKAT = 2;
const TAHUN_JENJANG = 1;
const TAHUN_PRESTASI = 1;

/** A decree on another golongan than the present one is not the last: since when is not known. */
const sejakPangkat = ({ golongan, pangkat }: Karier): LocalDate | null => (pangkat === null || (golongan !== null && golongan !== pangkat.golongan) ? null : pangkat.sejak);

/** The conditions for the next pangkat, met or not. Null where it does not apply: our sources speak of PNS only. */
export function kesiapanPangkat(karier: Karier): Decision<Kesiapan> | null {
  if (karier.jenis !== "pns") return null;
  const syarat: Decision<StatusSyarat>[] = [
    syaratPredikat({ untuk: "pangkat", tahun: tahunTerakhir(karier, TAHUN_PANGKAT), paling: "baik" }),
    syaratMasaPangkat({ sejak: sejakPangkat(karier), pada: karier.pada, jalur: isJenjang(karier.jenjang) ? "fungsional" : "reguler" }),
  ];
  if (isJenjang(karier.jenjang)) {
    syarat.push(syaratKumulatif(karier, angkaKreditMinimal({ jenjang: karier.jenjang }).value.kenaikanPangkat));
    syarat.push(syaratDalamJenjang({ golongan: karier.golongan, jenjang: karier.jenjang }));
  }
  return kesiapanKenaikan({ untuk: "pangkat", syarat });
}

/** The conditions for the next jenjang. Null outside of jabatan fungsional, and on a jenjang above which the table has none. */
export function kesiapanJenjang(karier: Karier): Decision<Kesiapan> | null {
  if (!isJenjang(karier.jenjang)) return null;
  const perlu = angkaKreditMinimal({ jenjang: karier.jenjang }).value.kenaikanJenjang;
  if (perlu === null) return null;
  return kesiapanKenaikan({
    untuk: "jenjang",
    syarat: [
      syaratPredikat({ untuk: "jenjang", tahun: tahunTerakhir(karier, TAHUN_JENJANG), paling: "baik" }),
      syaratKumulatif(karier, perlu),
      syaratTercatat({ syarat: "uji_kompetensi", jawaban: karier.ujiKompetensi }),
      syaratTercatat({ syarat: "lowongan", jawaban: karier.lowongan }),
    ],
  });
}

/** The other way to the next pangkat: an outstanding achievement. Null where it does not apply: our sources speak of PNS only. */
export function kesiapanPrestasi(karier: Karier): Decision<Kesiapan> | null {
  if (karier.jenis !== "pns") return null;
  return kesiapanKenaikan({
    untuk: "prestasi",
    syarat: [
      syaratPredikat({ untuk: "pangkat", tahun: tahunTerakhir(karier, TAHUN_PRESTASI), paling: "sangat_baik" }),
      syaratTercatat({ syarat: "penetapan_prestasi", jawaban: karier.penetapanPrestasi }),
    ],
  });
}

/** The box of a person; null without a predikat of the last year or without an assessed potensial: never guessed. */
export function kotakOrang({ predikat, potensial }: { predikat: Predikat | null; potensial: Potensial | null }): Decision<Kotak> | null {
  return predikat === null || potensial === null ? null : kotakTalenta({ kinerja: sumbuKinerja(predikat), potensial });
}

/** A list that leaves the system, or a table of percents, needs two people: who made it does not approve it. */
export function persetujuanRefusals({ status, madeBy }: { status: "draft" | "approved" | "rejected"; madeBy: string }, actor: string): Refusal[] {
  return reasons({ wrong_status: status !== "draft", second_person_needed: madeBy === actor });
}
