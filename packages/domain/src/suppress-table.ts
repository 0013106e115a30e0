import { suppress } from "./suppress.ts";

/** A table of people by group (row) and kind (column); every row has the same columns. */
export type TableRow = { readonly key: string; readonly counts: readonly number[] };
export type PublishedTable = {
  readonly rows: readonly { readonly key: string; readonly counts: readonly (number | null)[]; readonly total: number | null }[];
  readonly totals: readonly (number | null)[];
  readonly total: number | null;
};

/**
 * Suppression of small groups in a table that is published with the totals of its rows and columns.
 *
 * The totals are one more column and one more row of the same table. A line (row or column) of it gives a hidden part back when
 * the part is the only hidden one of the line, and several lines together when it lies on no circle of hidden parts: by going round
 * a circle people can be moved without any published figure changing, so whoever lies on one stays unknown. Hence each line is
 * suppressed on its own (`suppress`), then parts are hidden until every hidden one lies on a circle, and so on until nothing changes.
 */
export function suppressTable(rows: readonly TableRow[], k: number): PublishedTable {
  const grid = withTotals(rows);
  const hidden = grid.map((line) => line.map((n) => n > 0 && n < k));
  while (suppressLines(grid, hidden, k) || closeCircles(grid, hidden));
  const shown = grid.map((line, r) => line.map((n, c) => (hidden[r]?.[c] ? null : n)));
  const totals = shown.at(-1) ?? [];
  return {
    rows: rows.map(({ key }, r) => ({ key, counts: (shown[r] ?? []).slice(0, -1), total: shown[r]?.at(-1) ?? null })),
    totals: totals.slice(0, -1), total: totals.at(-1) ?? null,
  };
}

function withTotals(rows: readonly TableRow[]): number[][] {
  const inner = rows.map(({ counts }) => [...counts, sum(counts)]);
  const columns = (rows[0]?.counts.length ?? 0) + 1;
  return [...inner, Array.from({ length: columns }, (_, c) => sum(inner.map((line) => line[c] ?? 0)))];
}

type Place = { readonly r: number; readonly c: number };

/** Suppresses each row and column against its total, the last of the line; says whether anything more was hidden. */
function suppressLines(grid: readonly number[][], hidden: boolean[][], k: number): boolean {
  return lines(grid).map((line) => suppressLine(grid, hidden, line, k)).includes(true);
}

function lines(grid: readonly number[][]): Place[][] {
  const columns = grid[0]?.length ?? 0;
  return [
    ...grid.map((_, r) => Array.from({ length: columns }, (_unused, c) => ({ r, c }))),
    ...Array.from({ length: columns }, (_, c) => grid.map((_line, r) => ({ r, c }))),
  ];
}

function suppressLine(grid: readonly number[][], hidden: boolean[][], line: readonly Place[], k: number): boolean {
  const at = (place: Place): boolean => hidden[place.r]?.[place.c] ?? false;
  const parts = line.slice(0, -1).map((place, i) => ({ key: String(i), n: grid[place.r]?.[place.c] ?? 0, place }));
  const total = line.at(-1);
  // A hidden total protects the parts by itself.
  if (total === undefined || (at(total) && parts.some(({ place }) => at(place)))) return false;
  const { cells, isTotalHidden } = suppress(parts, k, parts.filter(({ place }) => at(place)).map(({ key }) => key));
  const more = parts.filter((part, i) => cells[i]?.isHidden === true && !at(part.place)).map(({ place }) => place);
  if (isTotalHidden && !at(total)) more.push(total);
  if (!isTotalHidden && at(total)) more.push(...smallestVisible(grid, hidden, line.slice(0, -1)));
  return hide(hidden, more);
}

/** Hides one more part in the line of a hidden part that lies on no circle; says whether it did. */
function closeCircles(grid: readonly number[][], hidden: boolean[][]): boolean {
  for (const [r, line] of hidden.entries()) {
    for (const [c, isHidden] of line.entries()) {
      if (!isHidden || isOnCircle(hidden, { r, c })) continue;
      const row = grid[r]?.map((_, column) => ({ r, c: column })) ?? [];
      const column = grid.map((_, row_) => ({ r: row_, c }));
      if (hide(hidden, smallestVisible(grid, hidden, column)) || hide(hidden, smallestVisible(grid, hidden, row))) return true;
    }
  }
  return false;
}

/** Rows and columns are the knots, hidden parts the strings between them: is there a way from row to column without this string? */
function isOnCircle(hidden: readonly boolean[][], { r, c }: Place): boolean {
  const rows = new Set([r]);
  const columns = new Set<number>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [i, line] of hidden.entries()) {
      for (const [j, isHidden] of line.entries()) {
        if (!isHidden || (i === r && j === c) || rows.has(i) === columns.has(j)) continue;
        rows.add(i);
        columns.add(j);
        grown = true;
      }
    }
  }
  return columns.has(c);
}

/**
 * The visible places of the line with the fewest people, all that are equal: a choice among equals would depend on their order.
 * An empty place is hidden only where nothing else is left.
 */
function smallestVisible(grid: readonly number[][], hidden: readonly boolean[][], line: readonly Place[]): Place[] {
  const visible = line.filter(({ r, c }) => !hidden[r]?.[c]);
  const weight = ({ r, c }: Place): number => grid[r]?.[c] || Number.MAX_SAFE_INTEGER;
  const least = Math.min(...visible.map(weight));
  return visible.filter((place) => weight(place) === least);
}

function hide(hidden: boolean[][], places: readonly Place[]): boolean {
  for (const { r, c } of places) {
    const line = hidden[r];
    if (line !== undefined) line[c] = true;
  }
  return places.length > 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, n) => all + n, 0);
}
