import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { climb, hashTree, leafOf, pathOf, rootOf, saltOf } from "./hash-tree.ts";

const prf = (text: string): Uint8Array => createHmac("sha256", "key").update(text).digest();
const edges = (n: number) => Array.from({ length: n }, (_, i) => ({ raterId: `r${i}`, subjectId: `s${i}`, group: "rekan" }));
const leavesOf = (n: number) => edges(n).map((edge) => leafOf(saltOf(prf, "c", edge), edge));

describe("a proof of one assignment", () => {
  it("climbs from each leaf to the published root, whatever the number of leaves", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 70 }), (n) => {
      const leaves = leavesOf(n);
      const tree = hashTree(leaves);
      for (const leaf of leaves) expect(climb(leaf, pathOf(tree, leaf) ?? [])).toBe(rootOf(tree));
    }), { numRuns: 30 });
  });
  it("does not depend on the order of the leaves", () => {
    expect(rootOf(hashTree(leavesOf(9)))).toBe(rootOf(hashTree(leavesOf(9).toReversed())));
  });
  it("fails for an assignment that was not drawn, and for another key", () => {
    const tree = hashTree(leavesOf(9));
    const other = leafOf(saltOf(prf, "c", { raterId: "r1", subjectId: "s2", group: "rekan" }), { raterId: "r1", subjectId: "s2", group: "rekan" });
    expect(pathOf(tree, other)).toBe(null);
    expect(climb(other, pathOf(tree, leavesOf(9)[3] ?? "") ?? [])).not.toBe(rootOf(tree));
    expect(rootOf(hashTree(edges(9).map((edge) => leafOf(saltOf((text) => createHmac("sha256", "other").update(text).digest(), "c", edge), edge))))).not.toBe(rootOf(tree));
  });
  it("has a root also where nobody was drawn", () => expect(rootOf(hashTree([]))).toMatch(/^[0-9a-f]{64}$/));
});
