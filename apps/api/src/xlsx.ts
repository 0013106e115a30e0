import writeXlsxFile from "write-excel-file/node";

export type Column = { readonly title: string; /** Width in characters. */ readonly width?: number; /** Excel's number format, for columns of figures. */ readonly format?: string };
export type Sheet = { readonly name: string; /** Lines above the table: what it is, of when, for whom. */ readonly heading: readonly string[]; readonly columns: readonly Column[]; readonly rows: readonly (readonly (string | number | null)[])[] };

/**
 * The house's only way to an XLSX file. A text is written as a text cell, whatever it begins with: `=`, `+`, `-` or `@`
 * never becomes a formula, and a NIP never a number. The first row of the table stays in sight while one scrolls.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const parts = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: [...sheet.heading.map((line, i) => [textCell(line, i === 0)]), [], sheet.columns.map((c) => textCell(c.title, true)), ...sheet.rows.map((row) => row.map((value, i) => cell(value, sheet.columns[i])))],
    columns: sheet.columns.map((c) => ({ width: c.width ?? 14 })),
    stickyRowsCount: sheet.heading.length + 2,
  }));
  return writeXlsxFile(parts).toBuffer();
}

function textCell(value: string, isBold = false) {
  return { value, type: String, ...(isBold && { fontWeight: "bold" as const }) };
}
function cell(value: string | number | null, column: Column | undefined) {
  if (value === null) return null;
  return typeof value === "number" ? { value, type: Number, ...(column?.format !== undefined && { format: column.format }) } : textCell(value);
}

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
