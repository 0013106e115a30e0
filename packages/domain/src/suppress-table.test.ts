import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suppressTable, type PublishedTable, type TableRow } from "./suppress-table.ts";

/**
 * An attacker who knows everything published and that people come in whole numbers: by going through every table that fits,
 * the values that each hidden part could have. `ceiling` bounds what a part could be.
 */
function possibleValues(published: PublishedTable, ceiling: number): Map<string, Set<number>> {
  const grid = [...published.rows.map((row) => [...row.counts, row.total]), [...published.totals, published.total]];
  const inner = grid.slice(0, -1).flatMap((line, r) => line.slice(0, -1).map((n, c) => ({ r, c, n })));
  const free = inner.filter(({ n }) => n === null);
  const seen = new Map(free.map(({ r, c }) => [`${r}.${c}`, new Set<number>()]));
  const table = grid.slice(0, -1).map((line) => line.slice(0, -1).map((n) => n ?? 0));
  const fits = (): boolean =>
    table.every((line, r) => { const total = grid[r]?.at(-1); return total === null || total === undefined || total === line.reduce((a, b) => a + b, 0); })
    && (grid.at(-1) ?? []).slice(0, -1).every((total, c) => total === null || total === table.reduce((a, line) => a + (line[c] ?? 0), 0))
    && (published.total === null || published.total === table.flat().reduce((a, b) => a + b, 0));
  const go = (i: number): void => {
    const place = free[i];
    if (place === undefined) {
      if (fits()) for (const { r, c } of free) seen.get(`${r}.${c}`)?.add(table[r]?.[c] ?? 0);
      return;
    }
    for (let n = 0; n <= ceiling; n++) {
      const line = table[place.r];
      if (line !== undefined) line[place.c] = n;
      go(i + 1);
    }
  };
  go(0);
  return seen;
}

const table = (counts: number[][]): TableRow[] => counts.map((line, i) => ({ key: String(i), counts: line }));

describe("a table published with its totals", () => {
  it("hides nothing where every part is empty or large enough", () => {
    expect(suppressTable(table([[5, 0, 9], [7, 6, 0]]), 5)).toEqual({
      rows: [{ key: "0", counts: [5, 0, 9], total: 14 }, { key: "1", counts: [7, 6, 0], total: 13 }], totals: [12, 6, 9], total: 27,
    });
  });

  it("hides a part of one to four people, and others so that no total gives it back", () => {
    const { rows, totals, total } = suppressTable(table([[20, 2, 9], [30, 8, 7], [25, 9, 6]]), 5);
    expect(rows[0]?.counts[1]).toBeNull();
    expect(rows[0]?.total).toBe(31);
    expect([totals, total]).toEqual([[75, 19, 22], 116]);
    const hidden = rows.flatMap((row, r) => row.counts.flatMap((n, c) => (n === null ? [`${r}.${c}`] : [])));
    expect(hidden.length).toBeGreaterThanOrEqual(4);
  });

  it("hides the total of a group that is too small itself", () => {
    const { rows } = suppressTable(table([[2, 1], [40, 30], [20, 10]]), 5);
    expect(rows[0]).toEqual({ key: "0", counts: [null, null], total: null });
  });

  // Small tables in which each step counts: a hidden total, a part in a corner, a circle that must be closed, an empty place that stays.
  const EXAMPLES: { k: number; counts: number[][]; published: (number | null)[][] }[] = [
    { k: 5, counts: [[9, 0], [9, 4], [0, 1]], published: [[null, 0, null], [null, null, 13], [0, null, null], [null, null, 23]] },
    { k: 3, counts: [[2, 0, 0], [0, 0, 3], [7, 4, 6]], published: [[null, 0, 0, null], [0, 0, null, null], [null, null, null, 17], [null, null, null, 22]] },
    { k: 5, counts: [[5, 3, 0], [12, 3, 3], [1, 0, 0], [13, 0, 0]], published: [[null, null, 0, null], [12, null, null, 18], [null, null, 0, null], [null, null, 0, 13], [31, null, null, 40]] },
  ];
  it.each(EXAMPLES)("publishes exactly what may be known of $counts", ({ k, counts, published }) => {
    const { rows, totals, total } = suppressTable(table(counts), k);
    expect([...rows.map((row) => [...row.counts, row.total]), [...totals, total]]).toEqual(published);
  });
  it.each(EXAMPLES.slice(0, 2))("leaves a doubt about every hidden part of $counts", ({ k, counts }) => {
    for (const [place, values] of possibleValues(suppressTable(table(counts), k), 13)) expect([place, values.size > 1]).toEqual([place, true]);
  });

  it("gives an empty table back empty", () => {
    expect(suppressTable([], 5)).toEqual({ rows: [], totals: [], total: 0 });
  });

  it("does not depend on the order of rows", () => {
    fc.assert(fc.property(fc.array(fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 }), (counts) => {
      const rows = table(counts);
      const forth = suppressTable(rows, 5);
      const back = suppressTable(rows.toReversed(), 5);
      expect(back.rows.toReversed()).toEqual(forth.rows);
      expect(back.totals).toEqual(forth.totals);
    }));
  });

  it("leaves an attacker who knows all figures and totals in doubt about every hidden part", () => {
    fc.assert(fc.property(fc.array(fc.array(fc.nat(5), { minLength: 2, maxLength: 3 }), { minLength: 2, maxLength: 3 }).filter((t) => new Set(t.map((l) => l.length)).size === 1), (counts) => {
      const published = suppressTable(table(counts), 3);
      if (published.rows.flatMap((row) => row.counts).filter((n) => n === null).length > 6) return;
      for (const [place, values] of possibleValues(published, 11)) expect([place, values.size > 1]).toEqual([place, true]);
    }), { numRuns: 60 });
  }, 60_000);
});
