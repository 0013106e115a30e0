/**
 * The first table of what Excel or Word put on the clipboard as HTML, as text with tabs, the way Excel copies cells. Word's own
 * plain text breaks a cell of two paragraphs into two rows; its HTML does not. Merged cells come as empty ones. Null without a table.
 */
export function tableText(html: string): string | null {
  const table = html === "" ? null : new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (table === null) return null;
  // Two paragraphs of a cell are two words apart, with nothing between them in the source.
  for (const block of table.querySelectorAll("p, br, div, li")) block.after(" ");
  /** Per column: how many further rows the cell above reaches down. */
  const reach: number[] = [];
  const lines = [...table.querySelectorAll("tr")].map((row) => {
    const cells: string[] = [];
    const skipCovered = (): void => {
      for (let left = reach[cells.length] ?? 0; left > 0; left = reach[cells.length] ?? 0) {
        reach[cells.length] = left - 1;
        cells.push("");
      }
    };
    for (const cell of row.querySelectorAll("td, th")) {
      skipCovered();
      const [wide, tall] = [spanOf(cell, "colspan"), spanOf(cell, "rowspan")];
      for (let at = 0; at < wide; at += 1) {
        reach[cells.length] = tall - 1;
        cells.push(at === 0 ? quoted(cell.textContent) : "");
      }
    }
    skipCovered();
    return cells.join("\t");
  });
  return lines.join("\n");
}

/** No honest table merges more than these; a wild one must not fill the memory. */
const MOST_MERGED = 100;
function spanOf(cell: Element, name: string): number {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MOST_MERGED) : 1;
}

function quoted(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  return words.startsWith('"') ? `"${words.replaceAll('"', '""')}"` : words;
}
