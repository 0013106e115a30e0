import { describe, expect, it } from "vitest";
import { cell } from "./form-parts.ts";
import { keptRows } from "./table-pages.ts";

const LONG = "Kunjungan rumah tertib dan tercatat. ".repeat(40);
const marks = (rows: Parameters<typeof keptRows>[0]["rows"], widths: readonly number[] = [-9, 1, 1]) => keptRows({ widths, rows }, 261).map((row) => row.map(({ keep, top }) => (keep ? "kept" : top ? "breaks" : "–")));

describe("rows over pages", () => {
  it("a short row stays whole, a long one breaks and has its number at the top", () => {
    expect(marks([[cell("1"), cell("a"), cell("b")], [cell("2"), cell(LONG), cell("b")]])).toEqual([["kept", "–", "–"], ["breaks", "breaks", "breaks"]]);
  });
  it("rows under one cell stay together while they are few, and each by itself when they are many", () => {
    const group = (n: number) => Array.from({ length: n }, (_, i) => [...(i === 0 ? [cell("1", { rowspan: n, center: true })] : []), cell("a"), cell("b")]);
    expect(marks(group(2))).toEqual([["kept", "kept", "–"], ["kept", "–"]]);
    expect(marks(group(20)).slice(0, 2)).toEqual([["breaks", "kept", "–"], ["kept", "–"]]);
  });
  it("a row beside a long cell from above may break, whatever the form wants kept", () => {
    expect(marks([[cell("1", { rowspan: 2, keep: true }), cell("a"), cell(LONG, { rowspan: 2 })], [cell("c")]])).toEqual([["breaks", "breaks", "breaks"], ["breaks"]]);
  });
});
