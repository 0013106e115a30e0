import type { Assignment, DrawInput } from "../assignment.ts";
import { byPeople, drawRaters } from "../assignment.ts";
import { compareTexts, labelled, type Prf } from "./keyed-hash.ts";
import { type DrawChange, type DrawSituation, redraw } from "./redraw.ts";

/** A hash without a key (SHA-256 of the text in UTF-8), given by the caller. */
export type Hash = (text: string) => Uint8Array;

/** A change of the draw as it was logged: how things stood, and what happened. */
export type LoggedChange = Omit<DrawSituation, "assignments"> & { readonly change: DrawChange };

export type DrawVerdict = {
  readonly isSame: boolean;
  /** Assignments that the key and the inputs give and the register lacks, and the other way round. */
  readonly missing: readonly Assignment[];
  readonly extra: readonly Assignment[];
};

/**
 * The work of a sworn verifier: draws again from key and inputs, replays the changes in order, and compares with what the register says was
 * asked. `prf`: from the key whose hash was published before the period; that it is the same key is checked where keys are known.
 */
export function verifyDraw({ input, changes, assignments }: { input: DrawInput; changes: readonly LoggedChange[]; assignments: readonly Assignment[] }, prf: Prf): DrawVerdict {
  let expected = drawRaters(input, prf).assignments;
  for (const { change, ...situation } of changes) expected = afterChange(expected, redraw({ ...situation, assignments: expected }, change, prf));
  const missing = without(expected, assignments);
  const extra = without(assignments, expected);
  return { isSame: missing.length + extra.length === 0, missing, extra };
}

/** The assignments once a change has been made. */
export function afterChange(assignments: readonly Assignment[], { added, removed }: { readonly added: readonly Assignment[]; readonly removed: readonly Assignment[] }): Assignment[] {
  return [...without(assignments, removed), ...added].toSorted(byPeople);
}

const textOf = ({ rater, ratee, group, isCrossUnit, isSuggested }: Assignment): string => labelled(rater, ratee, group, String(isCrossUnit), String(isSuggested));

function without(all: readonly Assignment[], some: readonly Assignment[]): Assignment[] {
  const texts = new Set(some.map(textOf));
  return all.filter((assignment) => !texts.has(textOf(assignment)));
}

/** What a rater needs to show that exactly these people were assigned to them: leaf, and the way from it to the published root. */
export type AssignmentProof = {
  readonly period: string;
  readonly rater: string;
  /** In the order of their ids. */
  readonly ratees: readonly string[];
  /** Without it others could try out whole sets of names. */
  readonly salt: string;
  readonly path: readonly { readonly side: "left" | "right"; readonly hash: string }[];
};

/**
 * One short text (hexadecimal) that stands for the whole draw and tells nothing of it: the root of a tree of hashes (Merkle 1987) with a
 * salted leaf for each rater. Published with the draw; `prf`, `hash` as everywhere here. Without any assignment it is empty.
 */
export function drawSeal(period: string, assignments: readonly Assignment[], prf: Prf, hash: Hash): string {
  return treeOf(leavesOf(period, assignments, prf), hash).at(-1)?.[0] ?? "";
}

/** The proof for one rater; `null` when nobody was assigned to them. */
export function proveAssignments({ period, rater }: { period: string; rater: string }, assignments: readonly Assignment[], prf: Prf, hash: Hash): AssignmentProof | null {
  const leaves = leavesOf(period, assignments, prf);
  const own = leaves.find((leaf) => leaf.rater === rater);
  if (own === undefined) return null;
  const levels = treeOf(leaves, hash);
  let place = levels[0]?.indexOf(leafHash(own, hash)) ?? -1;
  const path: AssignmentProof["path"][number][] = [];
  for (const level of levels.slice(0, -1)) {
    const sibling = level[place % 2 === 0 ? place + 1 : place - 1];
    if (sibling !== undefined) path.push({ side: place % 2 === 0 ? "right" : "left", hash: sibling });
    place = Math.floor(place / 2);
  }
  return { ...own, path };
}

/** Whether the proof leads to the root that was published. */
export function isAssignmentProven(proof: AssignmentProof, root: string, hash: Hash): boolean {
  return proof.path.reduce((below, { side, hash: sibling }) => (side === "left" ? nodeHash(sibling, below, hash) : nodeHash(below, sibling, hash)), leafHash(proof, hash)) === root;
}

type Leaf = Omit<AssignmentProof, "path">;

function leavesOf(period: string, assignments: readonly Assignment[], prf: Prf): Leaf[] {
  const byRater = new Map<string, string[]>();
  for (const { rater, ratee } of assignments) byRater.set(rater, [...(byRater.get(rater) ?? []), ratee]);
  return [...byRater].map(([rater, ratees]) => ({ period, rater, ratees: ratees.toSorted(compareTexts), salt: hex(prf(labelled(period, "salt", rater))) }));
}

/** Level by level from the leaves to the root; leaves in the order of their hashes, which tells nothing; an odd one goes up as it is. */
function treeOf(leaves: readonly Leaf[], hash: Hash): string[][] {
  const levels = [leaves.map((leaf) => leafHash(leaf, hash)).toSorted(compareTexts)];
  for (let level = levels[0] ?? []; level.length > 1; ) {
    const below = level;
    level = below.flatMap((left, i) => (i % 2 === 1 ? [] : [below[i + 1] === undefined ? left : nodeHash(left, below[i + 1] ?? "", hash)]));
    levels.push(level);
  }
  return levels;
}

// A leaf can never be taken for a node: their texts begin differently.
const leafHash = ({ period, rater, ratees, salt }: Leaf, hash: Hash): string => hex(hash(labelled("leaf", period, rater, salt, ...ratees)));
const nodeHash = (left: string, right: string, hash: Hash): string => hex(hash(labelled("node", left, right)));

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
