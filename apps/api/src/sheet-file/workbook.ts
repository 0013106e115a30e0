import { Parser } from "saxen";
import { LIMITS, SheetFault } from "./limits.ts";
import { dateStyles, isoDate } from "./workbook-dates.ts";
import type { Zip } from "./zip.ts";

export type Sheet = { readonly name: string; readonly rows: string[][] };
type Tag = { name: string; attrs: Record<string, string>; text: string };

/**
 * The visible sheets of a workbook, each cell as the text that it holds: a number with the digits of the file, so that a NIP that a
 * spreadsheet has turned into 1.98E+17 can be named; a date as YYYY-MM-DD; of a formula the result that was saved.
 * saxen resolves only XML's own five entities and numbers; a document that declares others is refused before.
 * @throws SheetFault
 */
export function readWorkbook(zip: Zip): Sheet[] {
  const workbook = xmlOf(zip, "xl/workbook.xml");
  const relations = xmlOf(zip, "xl/_rels/workbook.xml.rels");
  if (workbook === null || relations === null) throw new SheetFault("not_a_sheet");
  const found: { name: string; relation: string }[] = [];
  let is1904 = false;
  walk(workbook, ({ name, attrs }) => {
    if (name === "sheet" && (attrs["state"] ?? "visible") === "visible") found.push({ name: attrs["name"] ?? "", relation: attrs["r:id"] ?? attrs["id"] ?? "" });
    if (name === "workbookPr") is1904 = attrs["date1904"] === "1" || attrs["date1904"] === "true";
  });
  if (found.length > LIMITS.sheets) throw new SheetFault("too_many_sheets");
  const targets = new Map<string, string>();
  walk(relations, ({ name, attrs }) => { if (name === "Relationship") targets.set(attrs["Id"] ?? "", attrs["Target"] ?? ""); });
  const shared = sharedStrings(xmlOf(zip, "xl/sharedStrings.xml"));
  const dates = dateStyles(xmlOf(zip, "xl/styles.xml"), walk);
  let lines = 0;
  return found.map(({ name, relation }) => {
    const target = targets.get(relation) ?? "";
    const sheet = xmlOf(zip, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    if (sheet === null) throw new SheetFault("zip_broken");
    const rows = sheetRows(sheet, { shared, dates, is1904 });
    // Of all sheets together: the same one may stand in the list twenty times.
    lines += rows.length;
    if (lines > MOST_LINES) throw new SheetFault("too_many_rows");
    return { name, rows };
  });
}

function xmlOf(zip: Zip, name: string): string | null {
  const bytes = zip.read(name);
  if (bytes === null) return null;
  let xml: string;
  try {
    xml = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new SheetFault("xml_broken");
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new SheetFault("xml_broken");
  return xml;
}

/** Goes through a document: `open` at each element's beginning, `close` at its end with the text that stood in it. Prefixes of namespaces are left off. */
export function walk(xml: string, open: (tag: Tag) => void, close: (tag: Tag) => void = () => undefined): void {
  const stack: Tag[] = [];
  const parser = new Parser();
  const bare = (name: string): string => name.slice(name.indexOf(":") + 1);
  parser.on("error", (error) => { throw error; });
  parser.on("openTag", (name, attrs, decode) => {
    const decoded: Record<string, string> = {};
    for (const [key, value] of Object.entries(attrs())) decoded[key] = decode(value);
    const tag = { name: bare(name), attrs: decoded, text: "" };
    if (stack.length > 100) throw new SheetFault("xml_broken");
    stack.push(tag);
    open(tag);
  });
  const add = (text: string): void => {
    const top = stack.at(-1);
    if (top !== undefined) top.text += text;
  };
  parser.on("text", (text, decode) => add(decode(text)));
  parser.on("cdata", (text) => add(text));
  parser.on("closeTag", () => {
    const tag = stack.pop();
    if (tag !== undefined) close(tag);
  });
  try {
    parser.parse(xml);
  } catch (cause) {
    throw cause instanceof SheetFault ? cause : new SheetFault("xml_broken");
  }
  if (stack.length > 0) throw new SheetFault("xml_broken");
}

function sharedStrings(xml: string | null): string[] {
  const strings: string[] = [];
  let text = "";
  let isPhonetic = false;
  if (xml === null) return strings;
  walk(xml, ({ name }) => {
    if (name === "si") text = "";
    if (name === "rPh") isPhonetic = true;
  }, ({ name, text: own }) => {
    if (name === "rPh") isPhonetic = false;
    if (name === "t" && !isPhonetic) text += own;
    if (name === "si") strings.push(text);
  });
  return strings;
}

type Book = { shared: readonly string[]; dates: ReadonlySet<number>; is1904: boolean };
const MOST_LINES = LIMITS.rows + LIMITS.headingRows;

function sheetRows(xml: string, book: Book): string[][] {
  const rows: string[][] = [];
  let line = -1;
  let column = -1;
  let cell = { type: "n", style: -1, value: "", inline: "" };
  let isPhonetic = false;
  walk(xml, ({ name, attrs }) => {
    if (name === "row") {
      line = attrs["r"] === undefined ? line + 1 : Number(attrs["r"]) - 1;
      column = -1;
    } else if (name === "c") {
      column = attrs["r"] === undefined ? column + 1 : columnOf(attrs["r"]);
      cell = { type: attrs["t"] ?? "n", style: Number(attrs["s"] ?? -1), value: "", inline: "" };
    } else if (name === "rPh") isPhonetic = true;
  }, ({ name, text }) => {
    if (name === "rPh") isPhonetic = false;
    else if (name === "v") cell.value = text;
    else if (name === "t" && !isPhonetic) cell.inline += text;
    else if (name === "c") put(rows, line, column, textOf(cell, book));
  });
  return rows;
}

/** An empty cell costs nothing, wherever it stands; a filled one beyond the limits ends the reading. */
function put(rows: string[][], line: number, column: number, text: string): void {
  if (text === "") return;
  if (!Number.isInteger(line) || line < 0 || !Number.isInteger(column) || column < 0) throw new SheetFault("xml_broken");
  if (line >= MOST_LINES) throw new SheetFault("too_many_rows");
  if (column >= LIMITS.columns) throw new SheetFault("too_many_columns");
  if (text.length > LIMITS.cellLength) throw new SheetFault("cell_too_long");
  while (rows.length <= line) rows.push([]);
  const row = rows[line] ?? [];
  while (row.length < column) row.push("");
  row[column] = text;
}

function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0] ?? "";
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** More digits than a spreadsheet's number holds: whatever stands behind the fifteenth is made up. */
const EXACT_DIGITS = 15;
/** Characters that XML cannot carry stand as _x000D_ in a workbook. */
const unescaped = (text: string): string => text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
function textOf({ type, style, value, inline }: { type: string; style: number; value: string; inline: string }, { shared, dates, is1904 }: Book): string {
  if (type === "s") return unescaped(shared[Number(value)] ?? "");
  if (type === "inlineStr") return unescaped(inline);
  if (type === "b") return value === "1" ? "Ya" : "Tidak";
  if (type !== "n" || value === "") return value;
  if (dates.has(style)) return isoDate(Number(value), is1904) ?? value;
  return /^\d+$/.test(value) && value.length > EXACT_DIGITS ? Number(value).toExponential(14).replace("e", "E") : value;
}
