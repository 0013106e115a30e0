/**
 * Achievements of many people from one list, for rumpun whose rhythm is "impor" (guru: the school's own list): read strictly, looked at
 * line by line, and laid only into drafts. What somebody wrote themselves is never replaced, and a report that was sent is never touched.
 */
import { isLocalDate, isMonth, type Month } from "./calendar.ts";
import type { JenisIndikator, Kewajiban, MonthlyReportStatus, Ritme } from "./vocabulary.ts";

export const KOLOM_CAPAIAN = ["nip", "bulan", "indikator", "realisasi", "pembilang", "penyebut", "uraian", "kalimat", "sebab"] as const;
export type KolomCapaian = (typeof KOLOM_CAPAIAN)[number];
/** Without these three columns no line says whose figure of which month and indicator it is. */
const NEEDED: readonly KolomCapaian[] = ["nip", "bulan", "indikator"];

export const MASALAH_CAPAIAN = [
  "nip_tidak_sah", "bulan_tidak_sah", "indikator_kosong", "angka_tidak_sah", "teks_terlalu_panjang", // read from the line alone
  "orang_tidak_ada", // unknown, or nobody whom the reader may import for: the answer is the same
  "bukan_ritme_impor", "laporan_tidak_ada", "tidak_wajib_lapor", "laporan_terkirim", "bulan_ditutup",
  "indikator_tidak_ada", "indikator_ganda", "angka_kosong", "pembilang_penyebut_kosong", "uraian_kosong", "baris_ganda", "sudah_diisi",
] as const;
export type MasalahCapaian = (typeof MASALAH_CAPAIAN)[number];

/** What a line lays into one row of a report. Figures with two decimals at most, as the report holds them. */
export type IsianCapaian = { realisasi: number | null; pembilang: number | null; penyebut: number | null; uraian: string | null; kalimat: string | null; sebab: string | null };
export type BarisCapaian = { line: number; nip: string; bulan: Month; indikator: string; isian: IsianCapaian };
export type BarisSalah = { line: number; nip: string; kolom: KolomCapaian; masalah: MasalahCapaian };
export type BacaanCapaian = { fault: "columns_missing" | "empty" | "too_many_rows" | null; rows: (BarisCapaian | BarisSalah)[] };

export const MOST_LINES = 5_000;
/** Titles may stand above the headings. */
const LOOK_IN = 20;
const MOST_FIGURE = 999_999_999_999.99;
const LONGEST = { uraian: 4_000, kalimat: 1_000, sebab: 1_000 } as const;

const same = (text: string): string => text.normalize("NFC").trim().toLowerCase().replaceAll(/\s+/g, " ");

/** The first sheet's table by the names of its headings, in any order; other columns (nama, target) are for people's eyes. */
export function bacaCapaian(rows: readonly (readonly string[])[]): BacaanCapaian {
  const head = rows.slice(0, LOOK_IN).findIndex((row) => NEEDED.every((kolom) => row.some((cell) => same(cell) === kolom)));
  if (head === -1) return { fault: rows.length === 0 ? "empty" : "columns_missing", rows: [] };
  const at = new Map(KOLOM_CAPAIAN.map((kolom) => [kolom, (rows[head] ?? []).findIndex((cell) => same(cell) === kolom)]));
  const lines = rows.slice(head + 1).map((row, index) => ({ line: head + index + 2, cell: (kolom: KolomCapaian): string => (row[at.get(kolom) ?? -1] ?? "").trim(), isEmpty: row.every((cell) => cell.trim() === "") })).filter(({ isEmpty }) => !isEmpty);
  if (lines.length === 0) return { fault: "empty", rows: [] };
  if (lines.length > MOST_LINES) return { fault: "too_many_rows", rows: [] };
  return { fault: null, rows: lines.map(readLine) };
}

function readLine({ line, cell }: { line: number; cell: (kolom: KolomCapaian) => string }): BarisCapaian | BarisSalah {
  const nip = cell("nip").replaceAll(/[\s']/g, "");
  const wrong = (kolom: KolomCapaian, masalah: MasalahCapaian): BarisSalah => ({ line, nip, kolom, masalah });
  const bulan = isLocalDate(cell("bulan")) ? cell("bulan").slice(0, 7) : cell("bulan");
  if (!/^\d{18}$/.test(nip)) return wrong("nip", "nip_tidak_sah");
  if (!isMonth(bulan)) return wrong("bulan", "bulan_tidak_sah");
  if (cell("indikator") === "") return wrong("indikator", "indikator_kosong");
  const figures = { realisasi: figureOf(cell("realisasi")), pembilang: figureOf(cell("pembilang")), penyebut: figureOf(cell("penyebut")) };
  for (const kolom of ["realisasi", "pembilang", "penyebut"] as const) if (Number.isNaN(figures[kolom]) || (kolom === "penyebut" && figures[kolom] === 0)) return wrong(kolom, "angka_tidak_sah");
  for (const kolom of ["uraian", "kalimat", "sebab"] as const) if (cell(kolom).length > LONGEST[kolom]) return wrong(kolom, "teks_terlalu_panjang");
  const words = (kolom: KolomCapaian): string | null => cell(kolom).normalize("NFC") || null;
  return { line, nip, bulan, indikator: cell("indikator"), isian: { ...figures, uraian: words("uraian"), kalimat: words("kalimat"), sebab: words("sebab") } };
}

/** "12,5" and "12.5" are the same; "1.250" could be either of two, and is NaN like everything that is no figure. Null where nothing stands. */
function figureOf(text: string): number | null {
  if (text === "") return null;
  const value = /^\d+([.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  return value > MOST_FIGURE ? Number.NaN : value;
}

/** A row of somebody's report as the import finds it. `isImported`: what stands there came from an import and was left so. */
export type BarisLaporan = { id: string; indikator: string; jenis: JenisIndikator; isImported: boolean } & IsianCapaian;
export type LaporanImpor = { ritme: Ritme; report: { id: string; status: MonthlyReportStatus; kewajiban: Kewajiban; isOpen: boolean; rows: readonly BarisLaporan[] } | null };
export type Putusan = { putusan: "isi" | "sama"; rowId: string } | { putusan: "masalah"; kolom: KolomCapaian; masalah: MasalahCapaian };

/** What a line does to the report of its person and month; null stands for a person whom the reader may not import for. */
export function putusanBaris({ indikator, isian }: Pick<BarisCapaian, "indikator" | "isian">, found: LaporanImpor | null): Putusan {
  const no = (kolom: KolomCapaian, masalah: MasalahCapaian): Putusan => ({ putusan: "masalah", kolom, masalah });
  if (found === null) return no("nip", "orang_tidak_ada");
  if (found.ritme !== "impor") return no("nip", "bukan_ritme_impor");
  const { report } = found;
  if (report === null) return no("bulan", "laporan_tidak_ada");
  if (report.kewajiban !== "wajib_lapor") return no("bulan", "tidak_wajib_lapor");
  if (report.status !== "draft") return no("bulan", "laporan_terkirim");
  if (!report.isOpen) return no("bulan", "bulan_ditutup");
  const rows = report.rows.filter((row) => same(row.indikator) === same(indikator));
  const [row] = rows;
  if (row === undefined) return no("indikator", "indikator_tidak_ada");
  if (rows.length > 1) return no("indikator", "indikator_ganda");
  const lack = lackOf(row.jenis, isian);
  if (lack !== null) return no(...lack);
  if (isSame(row, isian)) return { putusan: "sama", rowId: row.id };
  return isEmpty(row) || row.isImported ? { putusan: "isi", rowId: row.id } : no("indikator", "sudah_diisi");
}

/** Each kind of indicator has its own cells; what the others hold would stand nowhere. */
function lackOf(jenis: JenisIndikator, { realisasi, pembilang, penyebut, uraian }: IsianCapaian): [KolomCapaian, MasalahCapaian] | null {
  switch (jenis) {
    case "angka":
      return realisasi === null ? ["realisasi", "angka_kosong"] : null;
    case "rasio":
      return pembilang === null || penyebut === null ? ["pembilang", "pembilang_penyebut_kosong"] : null;
    case "uraian":
      return uraian === null ? ["uraian", "uraian_kosong"] : null;
  }
}

const FIELDS = ["realisasi", "pembilang", "penyebut", "uraian", "kalimat", "sebab"] as const;
const isEmpty = (row: IsianCapaian): boolean => FIELDS.every((field) => row[field] === null);
/** Words that the line leaves free are no difference: those that stand stay. */
const isSame = (row: IsianCapaian, isian: IsianCapaian): boolean => FIELDS.every((field) => isian[field] === null || row[field] === isian[field]);
