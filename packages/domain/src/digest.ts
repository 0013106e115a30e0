import type { Decision } from "./decision.ts";

/** The same for any plain data, such as signed minutes. Throws for a number that JSON does not know. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((element: unknown) => (element === undefined ? "null" : canonicalText(element))).join(",")}]`;
  if (typeof value !== "object" || value === null) {
    if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`not in a Decision: ${value}`);
    return JSON.stringify(value);
  }
  const entries = Object.entries(value).filter(([, field]: [string, unknown]) => field !== undefined);
  // By code unit, not by locale: the same on every machine.
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, field]: [string, unknown]) => `${JSON.stringify(key)}:${canonicalText(field)}`).join(",")}}`;
}

/**
 * One text for one Decision: keys in order, no blanks, absent fields left out. Two equal Decisions give the same text whatever
 * the order in which they were built or came back from the database; the caller hashes it (UTF-8).
 */
export function canonical(decision: Decision<unknown>): string {
  return canonicalText(decision);
}
