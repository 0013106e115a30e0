import type { IndikatorDraft, SkpDraft } from "@teraju/contracts/skp";
import { parseFigure } from "#copy/format.ts";
import { behaviourIn, lampiranLine, type Section, sectionOf } from "./paste-sections.ts";

export type PastedIndikator = Pick<IndikatorDraft, "text" | "jenis" | "arah" | "target" | "targetMin" | "targetMax" | "targetText" | "satuan" | "aspek" | "perspektif">;
export type PastedResult = { intervenedText: string | null; text: string; prioritas: "utama" | "tambahan"; indikator: PastedIndikator[] };
/** What is wrong with a row, which is counted from 1 as it was pasted; `word`: the cell that it is about. */
export type PasteIssue = { row: number; code: "no_result" | "no_indikator" | "no_target" | "aspek_unknown" | "too_long"; word: string };
export type Pasted = { results: PastedResult[]; perilaku: SkpDraft["perilaku"]; lampiran: SkpDraft["lampiran"]; issues: PasteIssue[] };

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

/** As the contract takes them. */
const LONGEST = 1000;

/**
 * Reads a pasted table into results with their indicators: e-Kinerja's own SKP, with its perilaku and lampiran below, or a table of
 * Excel or Word. Merged cells come as empty ones, or as the same words again: such a row belongs to the result above it. What stands
 * above the heading is the form's head. Reads nothing into words that it does not know; every row that it could not use is named.
 */
export function parsePasted(text: string, isPimpinan: boolean): Pasted {
  const rows = cellsOf(text).map((cells, at) => ({ cells, row: at + 1 })).filter(({ cells }) => cells.some((cell) => cell !== ""));
  const heading = rows.findIndex(({ cells }) => placesOf(cells) !== null);
  const body = rows.slice(Math.max(0, heading));
  let places: Places = guessPlaces(body.map(({ cells }) => cells));
  let prioritas: "utama" | "tambahan" = rows.slice(0, Math.max(0, heading)).reduce<"utama" | "tambahan">((found, { cells }) => priorityOf(cells) ?? found, "utama");
  let superior: string | null = null;
  let section: Section = { part: "results" };
  const begun = new Map<PastedResult, number>();
  const pasted: Pasted = { results: [], perilaku: [], lampiran: [], issues: [] };
  for (const { cells, row } of body) {
    const headed = placesOf(cells);
    const said = headed === null ? priorityOf(cells) : null;
    const next = headed === null && said === null ? sectionOf(cells) : null;
    if (headed !== null) places = headed;
    if (said !== null) prioritas = said;
    if (headed !== null || said !== null) section = { part: "results" };
    if (next !== null) section = next;
    if (headed !== null || said !== null || next !== null || isOrdinalRow(cells)) continue;
    if (section.part === "perilaku") {
      const found = behaviourIn(cells, section);
      if (found !== null) pasted.perilaku = [...pasted.perilaku.filter((one) => one.perilaku !== found.perilaku), found];
      continue;
    }
    if (section.part === "lampiran") {
      const line = lampiranLine(cells);
      if (line !== null) pasted.lampiran.push({ kind: section.kind, text: line });
      continue;
    }
    const cell = (column: Column): string => cells[places[column] ?? -1] ?? "";
    superior = cell("pimpinan") === "" ? superior : withoutNumber(cell("pimpinan"));
    const own = withoutNumber(cell("hasil"));
    if (own !== "" && own !== pasted.results.at(-1)?.text) {
      const result: PastedResult = { intervenedText: superior, text: own, prioritas, indikator: [] };
      begun.set(result, row);
      pasted.results.push(result);
    }
    const last = pasted.results.at(-1);
    if (last === undefined) pasted.issues.push({ row, code: "no_result", word: cells.find((one) => one !== "") ?? "" });
    else if (cell("indikator") !== "" || cell("target") !== "") last.indikator.push(indikatorOf(cell, last.text, isPimpinan, (code, word) => pasted.issues.push({ row, code, word })));
    for (const long of cells.filter((one) => one.length > LONGEST)) pasted.issues.push({ row, code: "too_long", word: long });
  }
  for (const [result, row] of begun) if (result.indikator.length === 0) pasted.issues.push({ row, code: "no_indikator", word: result.text });
  return { ...pasted, issues: pasted.issues.toSorted((a, b) => a.row - b.row) };
}

function indikatorOf(cell: (column: Column) => string, result: string, isPimpinan: boolean, say: (code: PasteIssue["code"], word: string) => void): PastedIndikator {
  const said = cell("aspek");
  const aspek = isPimpinan ? null : known(ASPEK, said);
  const perspektif = isPimpinan ? known(PERSPEKTIF, said) : null;
  const text = withoutNumber(cell("indikator")) || result;
  if (said !== "" && aspek === null && perspektif === null) say("aspek_unknown", said);
  if (cell("target") === "") say("no_target", text);
  return { text, aspek, perspektif, ...targetOf(cell("target"), cell("satuan")) };
}
