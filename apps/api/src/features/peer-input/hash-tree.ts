import { createHash } from "node:crypto";

/** An assignment as it stands in the published draw. */
export type Edge = { readonly raterId: string; readonly subjectId: string; readonly group: string };

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** From the draw's keyed hash: without it nobody can try names against a leaf. */
export function saltOf(prf: (text: string) => Uint8Array, cycleId: string, edge: Edge): string {
  return Buffer.from(prf(JSON.stringify(["leaf", cycleId, edge.raterId, edge.subjectId, edge.group]))).toString("hex");
}
/** SHA-256 of "salt|rater|subject|group", hex. */
export function leafOf(salt: string, edge: Edge): string {
  return sha256(`${salt}|${edge.raterId}|${edge.subjectId}|${edge.group}`);
}
/** The smaller of the two first: a path needs no sides, so it does not say where its leaf lies. */
function join(a: string, b: string): string {
  return sha256(a < b ? a + b : b + a);
}

/** The levels of the tree, the sorted leaves first and the root last. No leaf: the hash of nothing. */
export function hashTree(leaves: readonly string[]): string[][] {
  const levels: string[][] = [[...leaves].toSorted()];
  for (let level = levels[0] ?? []; level.length > 1; level = levels.at(-1) ?? []) {
    levels.push(Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
      const [left = "", right] = level.slice(2 * i, 2 * i + 2);
      return right === undefined ? left : join(left, right);
    }));
  }
  return levels;
}
export function rootOf(levels: readonly string[][]): string {
  return levels.at(-1)?.[0] ?? sha256("");
}

/** What is hashed onto a leaf, level by level, to get the root; null where it is no leaf of this tree. */
export function pathOf(levels: readonly string[][], leaf: string): string[] | null {
  let at = levels[0]?.indexOf(leaf) ?? -1;
  if (at < 0) return null;
  const path: string[] = [];
  for (const level of levels.slice(0, -1)) {
    const sibling = level[at % 2 === 0 ? at + 1 : at - 1];
    if (sibling !== undefined) path.push(sibling);
    at = Math.floor(at / 2);
  }
  return path;
}
export function climb(leaf: string, path: readonly string[]): string {
  return path.reduce(join, leaf);
}
