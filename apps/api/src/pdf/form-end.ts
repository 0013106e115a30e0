import type { Block, Line } from "./forms.ts";
import { tailOf } from "./table-pages.ts";

/** Lines of a block's last words that stay with the signatures, and from how many on a block is cut for it. */
const TAIL_LINES = 8;
const MOST_LINES = 14;
const LETTER_MM = 1.9;
const linesOf = (lines: readonly Line[], sheetMm: number): number => lines.reduce((sum, { text }) => sum + Math.max(Math.ceil((text.length * LETTER_MM) / sheetMm), 1), 0);

/** A block in two: what may break over pages, and the last of it, which stays with what follows; null where all of it stays, or nothing can. */
function cut(block: Block, sheetMm: number): { readonly rest: Block | null; readonly tail: Block | null } {
  switch (block.kind) {
    case "table": {
      const found = tailOf(block, sheetMm);
      if (found === null) return { rest: block, tail: null };
      return found.rows.length === 0 ? { rest: null, tail: block } : { rest: { ...block, rows: found.rows }, tail: { ...block, rows: found.tail, isTail: true } };
    }
    case "numbered": {
      if (linesOf(block.lines, sheetMm) + block.pairs.length <= MOST_LINES) return { rest: null, tail: block };
      let at = block.lines.length - 1;
      while (at > 1 && linesOf(block.lines.slice(at - 1), sheetMm) <= TAIL_LINES) at -= 1;
      if (at < 1) return { rest: block, tail: null };
      return { rest: { ...block, lines: block.lines.slice(0, at), open: "below" }, tail: { ...block, pairs: [], lines: block.lines.slice(at), open: "above" } };
    }
    default: return { rest: null, tail: block };
  }
}

/** The blocks of a form and its end: the signatures with what follows them, and the last of what stands before them. */
export function endOf(blocks: readonly Block[], sheetMm: number): { readonly body: readonly Block[]; readonly end: readonly Block[] } {
  const signatures = blocks.findIndex(({ kind }) => kind === "signatures");
  // A note or a gap between them is not what one signs.
  const at = blocks.slice(0, Math.max(signatures, 0)).findLastIndex(({ kind }) => kind !== "notes" && kind !== "text");
  const last = blocks[at];
  if (last === undefined) return { body: blocks, end: [] };
  const { rest, tail } = cut(last, sheetMm);
  return { body: [...blocks.slice(0, at), ...(rest === null ? [] : [rest])], end: [...(tail === null ? [] : [tail]), ...blocks.slice(at + 1)] };
}
