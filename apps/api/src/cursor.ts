import { Problem } from "#http/problem.ts";

/** Where a list by name goes on: after this person. */
export type NameCursor = { readonly name: string; readonly id: string };

export function writeCursor({ name, id }: NameCursor): string {
  return `${name}|${id}`;
}
/** Throws `invalid` for what was never a cursor of ours. */
export function readCursor(after: string | undefined): NameCursor | null {
  if (after === undefined) return null;
  const [, name, id] = /^(.*)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after) ?? [];
 
  if (name === undefined || id === undefined) throw new Problem("invalid", { fields: [{ path: "querystring.after", code: "invalid_format" }] });
  return { name, id };
}
