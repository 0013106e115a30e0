import type { Cell } from "./forms.ts";

/** Width of a letter of the forms' text (9.5 pt), and what a cell's frame takes of its width. */
const LETTER_MM = 1.9;
const FRAME_MM = 3;
/** So many lines fit under the repeated head of a sheet lying on its side; what is longer has to break. */
const MOST_LINES = 16;

type Table = { readonly widths: readonly number[]; readonly rows: readonly (readonly Cell[])[] };
type Placed = { readonly cell: Cell; /** First and last row that it covers. */ readonly from: number; readonly to: number; readonly lines: number };

function columnsMm(widths: readonly number[], sheetMm: number): number[] {
  const fixed = widths.reduce((sum, width) => sum + Math.max(-width, 0), 0);
  const shares = widths.reduce((sum, width) => sum + Math.max(width, 0), 0);
  return widths.map((width) => (width < 0 ? -width : ((sheetMm - fixed) * width) / shares));
}

const linesOf = ({ lines }: Cell, mm: number): number => lines.reduce((sum, { text }) => sum + Math.max(Math.ceil((text.length * LETTER_MM) / Math.max(mm - FRAME_MM, LETTER_MM)), 1), 0);

/** Cells with the rows that they cover and the lines that they take at most, as a table fills up: from left to right, around what comes down from above. */
function placed({ widths, rows }: Table, sheetMm: number): Placed[] {
  const mm = columnsMm(widths, sheetMm);
  const busyUntil = widths.map(() => -1);
  return rows.flatMap((row, at) => {
    let column = 0;
    return row.map((cell): Placed => {
      while ((busyUntil[column] ?? at) >= at && column < widths.length) column += 1;
      const [first, past] = [column, column + (cell.colspan ?? 1)];
      const to = at + (cell.rowspan ?? 1) - 1;
      busyUntil.fill(to, first, past);
      column = past;
      return { cell, from: at, to, lines: linesOf(cell, mm.slice(first, past).reduce((sum, width) => sum + width, 0)) };
    });
  });
}

/**
 * The rows of a table, each short one marked to stay on one page, and so are a few rows that a cell reaches over; a row breaks over pages only
 * where it, or a cell beside it, is too long for that. What the form wants kept together is let go where it would not fit either. A number
 * beside what may break stands at its top: in the middle it would land on some later page.
 */
export function keptRows(table: Table, sheetMm: number): Cell[][] {
  const all = placed(table, sheetMm);
  const heights = table.rows.map((_, at) => Math.max(...all.filter(({ from, to }) => from === at && to === at).map(({ lines }) => lines), 1));
  const within = (from: number, to: number): Placed[] => all.filter((one) => one.to >= from && one.from <= to);
  const isShort = (from: number, to: number): boolean => heights.slice(from, to + 1).reduce((sum, lines) => sum + lines, 0) <= MOST_LINES && within(from, to).every(({ lines }) => lines <= MOST_LINES);
  return table.rows.map((row, at) => {
    const first = row.findIndex(({ rowspan = 1 }) => rowspan === 1);
    return row.map((cell, i): Cell => {
      const { rowspan = 1 } = cell;
      const isKept = isShort(at, at + rowspan - 1);
      if (!isKept) return { ...cell, keep: false, top: true };
      return rowspan > 1 || i === first ? { ...cell, keep: true } : cell;
    });
  });
}
