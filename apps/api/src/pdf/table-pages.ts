import type { Cell } from "./forms.ts";

/** Width of a letter of the forms' text (9.5 pt), and what a cell's frame takes of its width. */
const LETTER_MM = 1.9;
const FRAME_MM = 3;
/** So many lines fit under the repeated head of a sheet lying on its side; what is longer has to break. */
const MOST_LINES = 16;

/** The last of a table that stays with the signatures below it: so many lines of its last rows, or so many of a last row that is longer. */
const TAIL_MOST = 12;
const TAIL_LINES = 6;
/** Of the tallest cell: what is lower stays whole. */
const CUT_FROM = 0.6;

type Table = { readonly widths: readonly number[]; readonly rows: readonly (readonly Cell[])[] };
type Placed = { readonly cell: Cell; /** First and last row that it covers. */ readonly from: number; readonly to: number; /** Columns that it covers, the second one past them, and their width. */ readonly first: number; readonly past: number; readonly mm: number; readonly lines: number };

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
      const wide = mm.slice(first, past).reduce((sum, width) => sum + width, 0);
      return { cell, from: at, to, first, past, mm: wide, lines: linesOf(cell, wide) };
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

/** Cells of the last row in two at a paragraph, the later ones for a row of its own; null where nothing can be cut. */
function cutRow(all: readonly Placed[], last: number): { rows: (cell: Cell, placed: Placed | undefined) => Cell; tail: Cell[] } | null {
  const reaching = all.filter(({ to }) => to === last).toSorted((a, b) => a.first - b.first);
  const tallest = Math.max(...reaching.filter(({ from }) => from === last).map(({ lines }) => lines));
  const kept = new Map(reaching.map((one): [Placed, number] => {
    const { cell: { lines }, mm, from } = one;
    let at = lines.length;
    // What is short stays beside the beginning of what is long.
    while (from === last && one.lines > TAIL_LINES && one.lines > tallest * CUT_FROM && at > 1 && linesOf({ lines: lines.slice(at - 1) }, mm) <= TAIL_LINES) at -= 1;
    return [one, at];
  }));
  if ([...kept].every(([{ cell }, at]) => at === cell.lines.length)) return null;
  return {
    rows: (cell, one) => (one === undefined || !kept.has(one) ? cell : { ...cell, lines: cell.lines.slice(0, kept.get(one)), open: "below" }),
    tail: reaching.map((one) => ({ lines: one.cell.lines.slice(kept.get(one)), colspan: one.past - one.first, open: "above" })),
  };
}

/**
 * The rows of a table and the last of them, which stay together with what stands below the table: the last row with those that a cell joins
 * to it and the heading over it; of a longer one its last paragraphs. Null where nothing can be kept.
 */
export function tailOf(table: Table, sheetMm: number): { readonly rows: readonly (readonly Cell[])[]; readonly tail: readonly (readonly Cell[])[] } | null {
  const all = placed(table, sheetMm);
  const last = table.rows.length - 1;
  if (last < 0) return null;
  let at = last;
  while (at > 0 && all.some(({ from, to }) => from < at && to >= at)) at -= 1;
  const tall = (from: number): number => table.rows.slice(from).reduce((sum, _, i) => sum + Math.max(...all.filter((one) => one.from === from + i && one.to === from + i).map(({ lines }) => lines), 1), 0);
  if (tall(at) <= TAIL_MOST && all.every(({ from, lines }) => from < at || lines <= TAIL_MOST)) {
    while (at > 0 && table.rows[at - 1]?.[0]?.heads === true) at -= 1;
    return { rows: table.rows.slice(0, at), tail: table.rows.slice(at) };
  }
  const found = cutRow(all, last);
  if (found === null) return null;
  return { rows: table.rows.map((row, from) => row.map((cell) => found.rows(cell, all.find((one) => one.from === from && one.cell === cell)))), tail: [found.tail] };
}
