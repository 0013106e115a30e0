import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, suppress } from "./suppress.ts";

const cells = (...counts: number[]): Cell[] => counts.map((n, index) => ({ key: `unit-${index}`, n }));
/** "12 . 7 | 24": what is published, a dot for a hidden part, the total behind the bar. */
function print(counts: readonly number[], k = 5, mustHide: string[] = []): string {
  const { cells: published, isTotalHidden } = suppress(cells(...counts), k, mustHide);
  return `${published.map((one) => (one.isHidden ? "." : one.cell.n)).join(" ")} | ${isTotalHidden ? "." : counts.reduce((sum, n) => sum + n, 0)}`;
}

describe("small groups", () => {
  test.each([
    [[12, 7, 5], "12 7 5 | 24"], // nothing small
    [[12, 0, 5], "12 0 5 | 17"], // nobody there: nobody to protect
    [[12, 4, 8], "12 . . | 24"], // one small part takes the smallest other with it
    [[12, 4, 3], "12 . . | 19"], // two protect each other when either could be five
    [[12, 1, 1], ". . . | 14"], // two that are two together do not
    [[12, 2, 3], ". . . | 17"], // 5 − 1 = 4: neither could be five
    [[12, 3, 3, 9], "12 . . 9 | 27"],
    [[12, 4, 8, 8], "12 . . . | 32"], // all of the smallest: a choice among equals would tell
    [[4], ". | ."], [[3, 0], ". 0 | ."], [[1, 1, 1], ". . . | ."], [[1, 1, 1, 1, 1], ". . . . . | ."], [[], " | 0"], [[0, 0], "0 0 | 0"],
    [[1, 40], ". . | 41"],
  ])("%j is published as %s", (counts, published) => expect(print(counts)).toBe(published));

  test("k is the caller's", () => {
    expect(print([12, 4, 8], 4)).toBe("12 4 8 | 24");
    expect(print([12, 9, 30], 10)).toBe(". . 30 | 51");
  });

  test("a total hidden below is a hidden part above", () => {
    expect(print([12, 7, 9], 5, ["unit-0"])).toBe(". . 9 | 28");
    expect(print([12, 7, 9], 5, ["nowhere"])).toBe("12 7 9 | 28");
  });

  test("a hidden part carries nothing of the cell but its key", () => {
    const { cells: published } = suppress([{ key: "a", n: 2, rata: 3.4 }, { key: "b", n: 9, rata: 2.1 }, { key: "c", n: 20, rata: 2.2 }], 5);
    expect(published).toEqual([{ key: "a", isHidden: true, cell: null }, { key: "b", isHidden: true, cell: null }, { key: "c", isHidden: false, cell: { key: "c", n: 20, rata: 2.2 } }]);
  });
});

/** Every way to fill the hidden parts with at least one person each so that the published total is met. */
function solutions(hidden: number, sum: number): number[][] {
  if (hidden === 1) return sum >= 1 ? [[sum]] : [];
  return Array.from({ length: Math.max(0, sum - hidden + 1) }, (_, index) => index + 1).flatMap((first) => solutions(hidden - 1, sum - first).map((rest) => [first, ...rest]));
}

describe("an attacker who solves the published table", () => {
  const table = fc.array(fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.integer({ min: 5, max: 11 })), { minLength: 1, maxLength: 4 });

  test("finds for no hidden part one value, and for none that it is under k", () => {
    fc.assert(fc.property(table, fc.integer({ min: 2, max: 6 }), (counts, k) => {
      const { cells: published, isTotalHidden } = suppress(cells(...counts), k);
      for (const [index, one] of published.entries()) if (!one.isHidden) expect(counts[index] === 0 || (counts[index] ?? 0) >= k).toBe(true);
      const hidden = counts.filter((_, index) => published[index]?.isHidden === true);
      if (isTotalHidden || hidden.length === 0) return;
      const ways = solutions(hidden.length, hidden.reduce((sum, n) => sum + n, 0));
      expect(ways).toContainEqual(hidden);
      hidden.forEach((_, position) => {
        const values = ways.map((way) => way[position] ?? 0);
        expect(new Set(values).size).toBeGreaterThan(1);
        expect(Math.max(...values)).toBeGreaterThanOrEqual(k);
      });
      // The people of the hidden parts together are no small group either.
      expect(hidden.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(k);
    }), { numRuns: 1000 });
  });

  test("when the total is hidden, no part with people is left to add up", () => {
    fc.assert(fc.property(table, fc.integer({ min: 2, max: 6 }), (counts, k) => {
      const { cells: published, isTotalHidden } = suppress(cells(...counts), k);
      if (isTotalHidden) for (const [index, one] of published.entries()) expect(one.isHidden).toBe((counts[index] ?? 0) > 0);
    }));
  });

  test("learns nothing from the order of the parts", () => {
    fc.assert(fc.property(table, (counts) => {
      const hiddenOf = (list: Cell[]) => suppress(list, 5).cells.filter((one) => one.isHidden).map((one) => one.key).toSorted();
      expect(hiddenOf(cells(...counts).toReversed())).toEqual(hiddenOf(cells(...counts)));
    }));
  });
});
