/**
 * Suppression of small groups for those who may not see persons' ratings.
 *
 * Given the parts of one total, hides every part of 1 to k − 1 people and as many others as needed so that the published rest does
 * not give it back. Nobody can subtract his way to a hidden part, and of no hidden part can one even tell that it is under k:
 * the hidden parts are at least two, and any of them could hold k people or more. The order of the parts plays no role.
 * A part of 0 stays visible: there is nobody to protect. When all parts together are too few, the total is hidden too;
 * a table above must then treat this total as hidden, so work from the bottom of the tree upwards.
 */
export type Cell = { key: string; n: number };
export type Published<C extends Cell> = { key: string; isHidden: false; cell: C } | { key: string; isHidden: true; cell: null };

/** Whether the hidden parts protect one another, their sum being known from the total. Each is known to be at least 1. */
function isSafe(hidden: readonly Cell[], k: number): boolean {
  const sum = hidden.reduce((people, cell) => people + cell.n, 0);
  return hidden.length === 0 || (hidden.length >= 2 && sum - (hidden.length - 1) >= k);
}

/** `mustHide`: parts hidden for a reason of their own, such as a total hidden below. */
export function suppress<C extends Cell>(cells: readonly C[], k: number, mustHide: readonly string[] = []): { cells: Published<C>[]; isTotalHidden: boolean } {
  let hidden = cells.filter((cell) => (cell.n > 0 && cell.n < k) || mustHide.includes(cell.key));
  let visible = cells.filter((cell) => cell.n > 0 && !hidden.includes(cell));
  while (!isSafe(hidden, k) && visible.length > 0) {
    // All of the smallest at once: a choice among equals would depend on their order, and tell.
    const smallest = Math.min(...visible.map((cell) => cell.n));
    hidden = [...hidden, ...visible.filter((cell) => cell.n === smallest)];
    visible = visible.filter((cell) => cell.n > smallest);
  }
  const published = cells.map((cell): Published<C> => (hidden.includes(cell) ? { key: cell.key, isHidden: true, cell: null } : { key: cell.key, isHidden: false, cell }));
  return { cells: published, isTotalHidden: !isSafe(hidden, k) };
}
