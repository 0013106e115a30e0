/** What a file may cost us. Measured on a busy machine: a file of half a megabyte that inflates to 212 MB held another library for 18 s and 536 MB. */
export const LIMITS = {
  fileBytes: 5 * 1024 * 1024,
  entries: 100,
  inflatedBytes: 20 * 1024 * 1024,
  ratio: 100,
  rows: 10_000,
  /** Titles, notes and the headings themselves stand above the rows. */
  headingRows: 50,
  columns: 50,
  /** Of one cell, in characters: Excel's own limit. */
  cellLength: 32_767,
  sheets: 20,
  milliseconds: 10_000,
  heapMb: 160,
  youngHeapMb: 16,
} as const;

/** Why a file cannot be read at all; the screen has a sentence for each. */
export const SHEET_FAULTS = [
  "empty", "not_a_sheet",
  "old_xls", // the format before 2007
  "encrypted", "zip_broken", "zip_bomb", "xml_broken", "csv_broken",
  "too_many_rows", "too_many_columns", "cell_too_long", "too_many_sheets", "too_slow", "too_complex",
] as const;
export type SheetFaultCode = (typeof SHEET_FAULTS)[number];

/** A file that is refused as a whole. */
export class SheetFault extends Error {
  readonly code: SheetFaultCode;
  constructor(code: SheetFaultCode) {
    super(code);
    this.code = code;
  }
}
