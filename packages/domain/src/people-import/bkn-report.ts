import type { Month } from "../calendar.ts";
import { EKSPEKTASI, PREDIKAT, type Ekspektasi, type PeriodeKind, type Predikat } from "../vocabulary.ts";
import type { PersonCells } from "./fields.ts";
import { readSeatKind } from "./values.ts";
import { findHeading, headingKey, readBelow, tidy, type Heading, type Table } from "./headings.ts";

/** Columns of e-Kinerja's "Laporan Penilaian SKP" and "Laporan SKP" that mean something to us, by the names in its files (rules §6.4). */
export const BKN_HEADINGS = {
  nip: ["nip"], nama: ["nama"], unor: ["skp_unor"], unorInduk: ["skp_unor_induk"], jabatan: ["skp_jabatan"], jenisJabatan: ["skp_jenis_jabatan"], acting: ["is_skp_plt_plh_pjb"],
  awal: ["periode_awal_skp"], akhir: ["periode_akhir_skp"], hasilKerja: ["hasil_kerja"], perilaku: ["perilaku_kerja"], hasilAkhir: ["hasil_akhir"],
  penilaiNip: ["pegawai_atasan_nip"], penilaiNama: ["pegawai_atasan_nama"], dinilai: ["waktu_dinilai"], golru: ["golru"], jenisPegawai: ["jenis_pegawai"], penilaianId: ["skp_penilaian_id"],
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type BknField = keyof typeof BKN_HEADINGS;

/** The period that a report is of, from its title; months and quarters from 1, the year's is 1. */
export type BknPeriod = { readonly kind: PeriodeKind; readonly year: number; readonly number: number };
/** One line as e-Kinerja has it. Ratings are null where it has none yet, or a word that we do not know (`unread` names those columns). */
export type BknRow = {
  readonly line: number; readonly nip: string; readonly name: string; readonly unor: string; readonly unorInduk: string; readonly jabatan: string; readonly jenisJabatan: string; readonly acting: string;
  readonly hasilKerja: Ekspektasi | null; readonly perilaku: Ekspektasi | null; readonly predikat: Predikat | null;
  readonly penilaiNip: string; readonly penilaiName: string; readonly ratedAt: string; readonly golru: string; readonly jenisPegawai: string; readonly unread: readonly BknField[];
};
export type BknReport = { readonly kind: "penilaian" | "skp"; readonly title: string; readonly period: BknPeriod | null; readonly instansi: string | null; /** "Unor Induk" of its title rows; "" where it is of the whole agency. */ readonly scope: string; readonly pulledAt: string | null; readonly rows: readonly BknRow[] };

const MONTHS = ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember"];
const ROMAN = ["i", "ii", "iii", "iv"];

/** Where the headings of e-Kinerja's report stand; null: this sheet is none of its reports. */
export function findBknHeading(table: Table): Heading<BknField> | null {
  return findHeading(table, BKN_HEADINGS, ["nip", "nama", "unor", "jabatan"]);
}

/** null: this sheet is none of e-Kinerja's. */
export function readBknReport(table: Table, heading = findBknHeading(table)): BknReport | null {
  if (heading === null) return null;
  const titles = table.slice(0, heading.line).map((row) => tidy(row.join(" ")));
  const rows = readBelow(table, heading).map(({ line, cells }) => rowOf(line, cells));
  return {
    kind: heading.columns.hasilAkhir === undefined ? "skp" : "penilaian",
    title: titles.find((text) => text !== "") ?? "", period: periodIn(titles), instansi: afterLabel(titles, "instansi"), scope: tidy(afterLabel(titles, "unor induk") ?? ""), pulledAt: afterLabel(titles, "data ditarik pada"), rows,
  };
}

function rowOf(line: number, cells: Partial<Record<BknField, string>>): BknRow {
  const get = (field: BknField): string => cells[field] ?? "";
  const hasilKerja = ekspektasiOf(get("hasilKerja"));
  const perilaku = ekspektasiOf(get("perilaku"));
  const predikat = predikatOf(get("hasilAkhir"));
  const unread = ([["hasilKerja", hasilKerja], ["perilaku", perilaku], ["hasilAkhir", predikat]] as const).flatMap(([field, value]) => (value === undefined ? [field] : []));
  return {
    line, nip: get("nip"), name: get("nama"), unor: get("unor"), unorInduk: get("unorInduk"), jabatan: get("jabatan"), jenisJabatan: get("jenisJabatan"), acting: get("acting"),
    hasilKerja: hasilKerja ?? null, perilaku: perilaku ?? null, predikat: predikat ?? null,
    penilaiNip: get("penilaiNip"), penilaiName: get("penilaiNama"), ratedAt: get("dinilai"), golru: get("golru"), jenisPegawai: get("jenisPegawai"), unread,
  };
}

/** null: nothing rated yet. undefined: a word that is none of the three. */
function ekspektasiOf(text: string): Ekspektasi | null | undefined {
  // "DIATAS EKSPEKTASI" is written without its blank as often as with it.
  const key = headingKey(text).replace(/ ?ekspektasi$/, "").replaceAll(" ", "");
  return key === "" ? null : EKSPEKTASI.find((value) => value.replaceAll("_", "") === key);
}
function predikatOf(text: string): Predikat | null | undefined {
  const key = headingKey(text).replace(/^kurang misconduct$/, "kurang");
  return key === "" ? null : PREDIKAT.find((value) => headingKey(value) === key);
}

/** "… Periode Bulanan Oktober Tahun 2026", "… Triwulan III Tahun 2026", "… Tahunan Tahun 2026", in the title or in the line "Periode :". */
function periodIn(titles: readonly string[]): BknPeriod | null {
  for (const title of titles) {
    const key = headingKey(title);
    const year = Number(/(?:tahun|\b) ?(20\d\d)\b/.exec(key)?.[1] ?? Number.NaN);
    if (Number.isNaN(year)) continue;
    const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(key));
    if (/\bbulan(an)?\b/.test(key) && month >= 0) return { kind: "bulanan", year, number: month + 1 };
    const quarter = /\btriwulan(?:an)? (iv|iii|ii|i|[1-4])\b/.exec(key)?.[1];
    if (quarter !== undefined) return { kind: "triwulanan", year, number: /\d/.test(quarter) ? Number(quarter) : ROMAN.indexOf(quarter) + 1 };
    if (/\btahunan\b/.test(key)) return { kind: "tahunan", year, number: 1 };
  }
  return null;
}

function afterLabel(titles: readonly string[], label: string): string | null {
  const found = titles.find((title) => headingKey(title).startsWith(label));
  const text = found?.slice(label.length).replace(/^[\s:]+/, "") ?? "";
  return text === "" ? null : text;
}

/** Months that a period covers, first and last. */
export function monthsOfBknPeriod({ kind, year, number }: BknPeriod): { first: Month; last: Month } {
  const [first, last] = kind === "bulanan" ? [number, number] : kind === "triwulanan" ? [number * 3 - 2, number * 3] : [1, 12];
  const month = (n: number): Month => `${year}-${String(n).padStart(2, "0")}`;
  return { first: month(first), last: month(last) };
}

/** A post held for a while: Plt., Plh. or Pj. A word in that column that we do not know counts as one. */
export function isActing({ acting, jabatan }: BknRow): boolean {
  return readSeatKind(acting, jabatan) !== "definitif";
}

/** The same lines as an import of people reads them: what e-Kinerja does not say is left out, and stays as it is with us. */
export function peopleOfBkn({ rows }: BknReport): PersonCells[] {
  return rows.map((row) => ({
    line: row.line,
    cells: {
      nip: row.nip, nama: row.name, unit: row.unor, unitInduk: row.unorInduk, jabatan: row.jabatan, status: row.acting, penilai: row.penilaiNip,
      ...(row.jenisPegawai !== "" && { jenis: row.jenisPegawai }), ...(row.golru !== "" && { golongan: row.golru }), ...(row.jenisJabatan !== "" && { jenisJabatan: row.jenisJabatan }),
    },
  }));
}
