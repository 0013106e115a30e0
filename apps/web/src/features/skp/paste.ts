import type { IndikatorDraft } from "@teraju/contracts/skp";
import { parseFigure } from "#copy/format.ts";

export type PastedIndikator = Pick<IndikatorDraft, "text" | "jenis" | "arah" | "target" | "targetMin" | "targetMax" | "targetText" | "satuan" | "aspek" | "perspektif">;
export type PastedResult = { intervenedText: string | null; text: string; prioritas: "utama" | "tambahan"; indikator: PastedIndikator[] };
/** `ignored`: rows that hold something and could not be used; `unknownAspek`: words in that column that are none. */
export type Pasted = { results: PastedResult[]; ignored: number; unknownAspek: string[] };

/** Cells of a table as Excel and Word copy them: tab between cells, a cell with line breaks in quotes, quotes in it doubled. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;
  let row: string[] = [];
  const source = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  while (cell.lastIndex <= source.length && source !== "") {
    const found = cell.exec(source) ?? restOfLine(source, cell);
    const [, quoted, plain = "", end] = found;
    row.push(tidy(quoted === undefined ? plain : quoted.replaceAll('""', '"')));
    if (end === "\t") continue;
    rows.push(row);
    row = [];
    if (end === "") break;
  }
  return rows;
}

/** A cell that begins with a quote which never closes is plain text. */
function restOfLine(source: string, cell: RegExp): RegExpExecArray {
  const plain = /([^\t\n]*)(\t|\n|$)/y;
  plain.lastIndex = cell.lastIndex;
  const found = plain.exec(source);
  if (found === null) throw new Error("every text has a rest");
  cell.lastIndex = plain.lastIndex;
  return Object.assign(found, [found[0], undefined, found[1], found[2]]);
}

const tidy = (cell: string): string => cell.normalize("NFC").replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();

const COLUMNS = ["pimpinan", "hasil", "aspek", "indikator", "target", "satuan"] as const;
type Column = (typeof COLUMNS)[number];
type Places = Partial<Record<Column, number>>;
const DEFAULT: Places = { pimpinan: 0, hasil: 1, aspek: 2, indikator: 3, target: 4, satuan: 5 };

function columnOf(heading: string): Column | null {
  const words = heading.toLowerCase();
  if (words.length > 60) return null;
  if (/pimpinan|intervensi|atasan/.test(words)) return "pimpinan";
  if (/indikator/.test(words)) return "indikator";
  if (/aspek|perspektif/.test(words)) return "aspek";
  if (/hasil kerja|kinerja utama/.test(words)) return "hasil";
  if (words.startsWith("target")) return "target";
  return words.startsWith("satuan") ? "satuan" : null;
}

/** The columns that a heading row names; null where the row is none. */
function placesOf(row: readonly string[]): Places | null {
  const named = row.map(columnOf);
  if (!named.includes("hasil") || !(named.includes("indikator") || named.includes("target"))) return null;
  return Object.fromEntries(COLUMNS.flatMap((column) => (named.includes(column) ? [[column, named.indexOf(column)]] : [])));
}

/** Without a heading the columns stand in the order of the form; a column of numbers before them is the row's number. */
function guessPlaces(rows: readonly string[][]): Places {
  const isNumbered = rows.some((row) => row.length > 5) && rows.every((row) => /^(\d+[.)]?)?$/.test(row[0] ?? ""));
  return isNumbered ? Object.fromEntries(COLUMNS.map((column, at) => [column, at + 1])) : DEFAULT;
}

const isOrdinalRow = (row: readonly string[]): boolean => row.every((cell) => /^\(?\d{0,2}\)?$/.test(cell));
/** "A. HASIL KERJA UTAMA": a row of its own above the results it speaks of. */
function priorityOf(row: readonly string[]): "utama" | "tambahan" | null {
  const [word, ...more] = row.filter((cell) => cell !== "");
  if (word === undefined || more.length > 0 || word.length > 40) return null;
  const found = /\b(utama|tambahan)\b/i.exec(word)?.[1]?.toLowerCase();
  return found === "utama" || found === "tambahan" ? found : null;
}

const ASPEK = { kuantitas: "kuantitas", kualitas: "kualitas", waktu: "waktu", biaya: "biaya" } as const;
const PERSPEKTIF = { "penerima layanan": "penerima_layanan", "proses bisnis": "proses_bisnis", "penguatan internal": "penguatan_internal", anggaran: "anggaran" } as const;
function known<T extends string>(table: Record<string, T>, cell: string): T | null {
  const words = cell.toLowerCase();
  return Object.entries(table).find(([word]) => words.startsWith(word))?.[1] ?? null;
}

const NUMBER = String.raw`(?:rp\.?\s*)?(\d[\d.,]*)`;
const RANGE = new RegExp(String.raw`^${NUMBER}\s*(?:-|–|s\.?/?d\.?|sampai(?: dengan)?|hingga)\s*${NUMBER}\s*(.*)$`, "i");
const LIMIT = new RegExp(String.raw`^(?:≤|<=?|maks(?:imal)?\.?|paling (?:banyak|lama|lambat)|kurang dari)\s*${NUMBER}\s*(.*)$`, "i");
const PLAIN = new RegExp(String.raw`^(?:≥|>=?|min(?:imal)?\.?|paling sedikit|sebanyak)?\s*${NUMBER}\s*(.*)$`, "i");

const figure = (digits: string | undefined): number | null => (digits === undefined ? null : parseFigure(digits.replace(/[.,]$/, ""), "id"));
const unit = (rest: string | undefined, own: string): string | null => {
  const words = own !== "" ? own : (rest ?? "").replace(/^\//, "per ").trim();
  return words === "" ? null : /^(%|persen\b)/i.test(words) ? "persen" : words.slice(0, 60);
};

type Target = Pick<PastedIndikator, "jenis" | "arah" | "target" | "targetMin" | "targetMax" | "targetText" | "satuan">;
/** "120 dokumen", "95%", "2 - 4 hari", "maksimal 3 hari", "Predikat A". A share is reported as numerator of denominator. */
export function targetOf(cell: string, satuan = ""): Target {
  const none = { target: null, targetMin: null, targetMax: null, targetText: null };
  const words = cell.trim();
  const [, low, high, between] = RANGE.exec(words) ?? [];
  if (figure(low) !== null && figure(high) !== null) return { ...none, jenis: "angka", arah: "rentang", targetMin: figure(low), targetMax: figure(high), satuan: unit(between, satuan) };
  const limit = LIMIT.exec(words);
  const found = limit ?? PLAIN.exec(words);
  const target = figure(found?.[1]);
  // A figure that begins a whole sentence is no target of so many sentences.
  if (target === null || (found?.[2] ?? "").length > 60) return { ...none, jenis: "uraian", arah: "maks", targetText: words === "" ? null : words, satuan: null };
  const counted = unit(/^[^\d]*rp/i.test(words) ? "rupiah" : found?.[2], satuan);
  return { ...none, jenis: counted === "persen" ? "rasio" : "angka", arah: limit === null ? "maks" : "min", target, satuan: counted };
}

const withoutNumber = (text: string): string => text.replace(/^\d{1,2}[.)]\s+/, "");

/**
 * Reads a pasted table into results with their indicators. Merged cells come as empty ones: a row without a result belongs to
 * the result above it. Reads nothing into words that it does not know.
 */
export function parsePasted(text: string, isPimpinan: boolean): Pasted {
  const rows = cellsOf(text).filter((row) => row.some((cell) => cell !== ""));
  let places: Places = guessPlaces(rows);
  let prioritas: "utama" | "tambahan" = "utama";
  let superior: string | null = null;
  const pasted: Pasted = { results: [], ignored: 0, unknownAspek: [] };
  for (const row of rows) {
    const headed = placesOf(row);
    const said = priorityOf(row);
    if (headed !== null) places = headed;
    if (said !== null && headed === null) prioritas = said;
    if (headed !== null || said !== null || isOrdinalRow(row)) continue;
    const cell = (column: Column): string => row[places[column] ?? -1] ?? "";
    superior = cell("pimpinan") === "" ? superior : withoutNumber(cell("pimpinan"));
    if (cell("hasil") !== "") pasted.results.push({ intervenedText: superior, text: withoutNumber(cell("hasil")), prioritas, indikator: [] });
    const last = pasted.results.at(-1);
    if (last === undefined) pasted.ignored += 1;
    else if (cell("indikator") !== "" || cell("target") !== "") last.indikator.push(indikatorOf(cell, last.text, isPimpinan, pasted.unknownAspek));
  }
  return pasted;
}

function indikatorOf(cell: (column: Column) => string, result: string, isPimpinan: boolean, unknown: string[]): PastedIndikator {
  const said = cell("aspek");
  const aspek = isPimpinan ? null : known(ASPEK, said);
  const perspektif = isPimpinan ? known(PERSPEKTIF, said) : null;
  if (said !== "" && aspek === null && perspektif === null && !unknown.includes(said)) unknown.push(said);
  return { text: withoutNumber(cell("indikator")) || result, aspek, perspektif, ...targetOf(cell("target"), cell("satuan")) };
}
