/** Ratings as columns: rating k was given to `ratee[k]` by `rater[k]`. Ids are whole numbers from 0. */
export type Links = { ratee: ArrayLike<number>; rater: ArrayLike<number> };

export type Components = {
  /** Number of separate parts among the people who occur in a rating. */
  count: number;
  /** Part of each ratee and rater, numbered from 0 in the order of the ratees' ids; −1 for an id that never occurs. */
  ofRatee: Int32Array;
  ofRater: Int32Array;
};

/**
 * Connected parts of the graph that joins raters and ratees. Between two parts nothing can be compared: the free constants
 * are `count` − 1. A person who is ratee and rater is two points here, as in the model. Source: Weeks & Williams 1964.
 */
export function connectedComponents({ ratee, rater }: Links): Components {
  const ratees = levels(ratee);
  const raters = levels(rater);
  const parent = Int32Array.from({ length: ratees + raters }, (_, i) => i);
  const seen = new Uint8Array(ratees + raters);
  for (let k = 0; k < ratee.length; k += 1) {
    const a = ratee[k] ?? 0;
    const b = ratees + (rater[k] ?? 0);
    seen[a] = 1;
    seen[b] = 1;
    const [rootA, rootB] = [root(parent, a), root(parent, b)];
    if (rootA !== rootB) parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }
  const part = new Int32Array(ratees + raters).fill(-1);
  let count = 0;
  for (let node = 0; node < part.length; node += 1) {
    if (seen[node] !== 1) continue;
    // The root of a part is its smallest id, so it has its number before the others ask for it.
    const top = root(parent, node);
    part[node] = top === node ? count++ : (part[top] ?? -1);
  }
  return { count, ofRatee: part.slice(0, ratees), ofRater: part.slice(ratees) };
}

function root(parent: Int32Array, node: number): number {
  let at = node;
  for (;;) {
    const up = parent[at] ?? at;
    if (up === at) return at;
    const next = parent[up] ?? up;
    parent[at] = next;
    at = next;
  }
}

/** How many ids there are when the largest is the last: 0 for none. */
export function levels(ids: ArrayLike<number>): number {
  let last = -1;
  for (let k = 0; k < ids.length; k += 1) last = Math.max(last, ids[k] ?? -1);
  return last + 1;
}
