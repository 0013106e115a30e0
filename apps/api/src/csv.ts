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
