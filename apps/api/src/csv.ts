import { parse } from "csv-parse/sync";
import { Problem } from "#http/problem.ts";

/** Cells that a spreadsheet would take for a formula, full-width signs included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
/** A plain number is no formula, whatever its sign. */
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/**
 * The house's only way to a CSV file: UTF-8 with its mark, semicolons, lines as Windows ends them, so that Excel opens it in Indonesia as it is.
 * A text that would be a formula gets an apostrophe in front, which reading it takes off again (`sheet-file/csv.ts`).
 */
export function toCsv(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string): string => {
    const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
  };
  return Buffer.from(`\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`);
}

type Shape = { /** Names that the headings must have, in any order; lower case. */ readonly columns: readonly string[]; readonly mostLines: number; /** Characters of one line. */ readonly longest: number };
/**
 * A short table sent as text, each line by the names of its headings and never by position; comma or semicolon. Files of people, which come
 * as they are from elsewhere, are read by `sheet-file`. Throws `invalid` for what is no such table.
 */
export function recordsOf(csv: string, { columns, mostLines, longest }: Shape): Record<string, string>[] {
  const refuse = (code: string): Problem => new Problem("invalid", { fields: [{ path: "body.csv", code }] });
  let records: Record<string, string>[];
  try {
    records = parse(csv, { columns: (heads: string[]) => heads.map((one) => one.trim().toLowerCase()), delimiter: csv.slice(0, csv.indexOf("\n") + 1).includes(";") ? ";" : ",", trim: true, skip_empty_lines: true, bom: true, to: mostLines + 1, max_record_size: longest });
  } catch {
    throw refuse("not_csv");
  }
  const [first] = records;
  if (first === undefined || columns.some((column) => first[column] === undefined)) throw refuse("columns_missing");
  if (records.length > mostLines) throw refuse("too_many_lines");
  return records;
}
