import type { ReportView } from "@teraju/contracts/monthly-report";
import type { Entry } from "../../outbox.ts";
import type { Row, RowWords, Words } from "./draft.ts";

/** A result with its indicators: one step of the form. */
export type Result = { lineId: string; text: string; rows: readonly [Row, ...Row[]] };
export function resultsOf(rows: readonly Row[]): Result[] {
  const lines = [...new Set(rows.map((row) => row.hasilKerja.lineId))];
  return lines.flatMap((lineId) => {
    const [first, ...others] = rows.filter((row) => row.hasilKerja.lineId === lineId);
    return first === undefined ? [] : [{ lineId, text: first.hasilKerja.text, rows: [first, ...others] }];
  });
}

/** The figure to set beside the target: the number itself, or the ratio in percent; null with words or where one is missing. */
export function figureOf(row: Row, words: RowWords): number | null {
  if (row.indikator.jenis === "angka") return words.realisasi;
  if (row.indikator.jenis === "uraian" || words.pembilang === null || words.penyebut === null || words.penyebut <= 0) return null;
  return (words.pembilang / words.penyebut) * 100;
}

/** Share of the target for the picture and its caption; only where more is better, the others have no such share. */
export function shareOf(row: Row, words: RowWords): number | null {
  const figure = figureOf(row, words);
  return figure === null || row.target === null || row.target <= 0 || row.indikator.arah !== "maks" ? null : (figure / row.target) * 100;
}

/** Whether the form asks for a cause. The server's rule decides when the report is sent; this only opens the field in time. */
export function isUnder(row: Row, words: RowWords, { sebabDiBawah }: ReportView["rules"]): boolean {
  const figure = figureOf(row, words);
  if (figure === null) return false;
  const { arah, targetMin, targetMax } = row.indikator;
  if (arah === "rentang") return targetMin !== null && targetMax !== null && figure < (targetMin * sebabDiBawah) / 100;
  if (row.target === null || row.target <= 0) return false;
  const reached = arah === "maks" ? (figure / row.target) * 100 : (2 - figure / row.target) * 100;
  return reached < sebabDiBawah;
}

export type Lack = ReportView["missing"][number];
const isBlank = (text: string | null): boolean => text === null || text.trim() === "";

/** Evidence of a row: what the server has, what waits on the device, and the photos of attached notes. */
export function evidenceCount(row: Row, words: RowWords, waiting: readonly Entry[]): number {
  const photos = row.notes.filter((n) => words.noteIds?.includes(n.id)).reduce((sum, n) => sum + n.photos.length, 0);
  return row.evidence.length + photos + evidenceWaiting(row, waiting).length;
}
export function evidenceWaiting(row: Row, waiting: readonly Entry[]): Entry[] {
  return waiting.filter((e) => (e.endpoint === "uploadEvidence" && e.input.query?.["reportRowId"] === row.id) || (e.endpoint === "addEvidence" && (e.input.body as { reportRowId?: string }).reportRowId === row.id));
}

/** The same for all indicators of a result. */
export function evidenceOfResult({ rows }: Result, draft: Words, waiting: readonly Entry[]): number {
  return rows.reduce((sum, row) => sum + draft.rows.filter((w) => w.id === row.id).reduce((n, words) => n + evidenceCount(row, words, waiting), 0), 0);
}

function lacksOf(row: Row, words: RowWords, rules: ReportView["rules"], waiting: readonly Entry[]): Lack["what"][] {
  if (!row.isDue) return [];
  const { jenis } = row.indikator;
  const checks: [Lack["what"], boolean][] = [
    ["realisasi", jenis === "angka" && words.realisasi === null],
    ["ratio", jenis === "rasio" && (words.pembilang === null || words.penyebut === null)],
    ["uraian", jenis === "uraian" && isBlank(words.uraian)],
    ["sentence", jenis !== "uraian" && isBlank(words.sentence)],
    ["cause", isUnder(row, words, rules) && isBlank(words.cause)],
    ["evidence", rules.buktiWajib === "baris" && evidenceCount(row, words, waiting) === 0],
  ];
  return checks.filter(([, isMissing]) => isMissing).map(([what]) => what);
}

/** What is still missing, known without asking the server: the page must say it without signal too. */
export function lacks(view: ReportView, draft: Words, waiting: readonly Entry[]): Lack[] {
  const missing = view.rows.flatMap((row) => {
    const words = draft.rows.find((w) => w.id === row.id);
    return words === undefined ? [] : lacksOf(row, words, view.rules, waiting).map((what) => ({ row: row.id, what }));
  });
  const due = view.rows.filter((row) => row.isDue);
  const isBare = view.rows.every((row) => draft.rows.every((w) => w.id !== row.id || evidenceCount(row, w, waiting) === 0));
  const [first] = due;
  return view.rules.buktiWajib === "laporan" && first !== undefined && isBare ? [...missing, { row: first.id, what: "evidence" }] : missing;
}

/** At most so many characters, cut between words: what a button or a step has room for. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2)).trim()}…`;
}

/** The id of the control that a lack leads to. */
export const fieldOf = (row: string, what: Lack["what"]): string => `${what}-${row}`;
