import { parse } from "csv-parse/sync";
import { LIMITS, SheetFault } from "./limits.ts";

const DELIMITERS = [";", ",", "\t"] as const;
/** Titles stand above the headings: the line with most columns of the first ones tells the delimiter. */
const LOOK_IN = 30;

/**
 * A CSV file as rows of text. UTF-8 with or without its mark, UTF-16 as Excel's "Unicode text", else the Western code page of older Windows.
 * @throws SheetFault
 */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decode(bytes);
  if (text.includes("\0")) throw new SheetFault("not_a_sheet");
  const delimiter = delimiterOf(text);
  let rows: string[][];
  try {
    rows = parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: LIMITS.cellLength * LIMITS.columns, to: LIMITS.rows + LIMITS.headingRows + 1 });
  } catch {
    throw new SheetFault("csv_broken");
  }
  while (rows.at(-1)?.every((cell) => cell.trim() === "") === true) rows.pop();
  if (rows.length > LIMITS.rows + LIMITS.headingRows) throw new SheetFault("too_many_rows");
  for (const row of rows) {
    if (row.slice(LIMITS.columns).some((cell) => cell !== "")) throw new SheetFault("too_many_columns");
    if (row.some((cell) => cell.length > LIMITS.cellLength)) throw new SheetFault("cell_too_long");
  }
  // A formula's guard of ours: what we export as '=… comes back as =….
  return rows.map((row) => row.slice(0, LIMITS.columns).map((cell) => (/^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell)));
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function delimiterOf(text: string): string {
  const lines = text.slice(0, 100_000).split(/\r\n?|\n/, LOOK_IN).map((line) => line.replace(/"[^"]*"/g, ""));
  const most = (delimiter: string): number => Math.max(...lines.map((line) => line.split(delimiter).length));
  return DELIMITERS.toSorted((a, b) => most(b) - most(a))[0] ?? ";";
}
