import { at } from "./board.ts";

/**
 * How many raters each unit lends to each other, as many as possible altogether (maximum flow by shortest chains; Edmonds & Karp 1972).
 * `supply`, `demand`: raters and places of each unit; `lenders`: the units that may lend to a unit;
 * `order`: who borrows first. The answer: of each borrowing unit, amounts by lender.
 */
export function unitFlow(supply: readonly number[], demand: readonly number[], lenders: (unit: number) => readonly number[], order: readonly number[]): Map<number, number>[] {
  const left = { supply: [...supply], demand: [...demand] };
  const flow = demand.map(() => new Map<number, number>());
  for (const borrower of order) while ((left.demand[borrower] ?? 0) > 0 && lendMore(borrower, left, flow, lenders));
  return flow;
}

type Link = { readonly borrower: number; readonly lender: number; readonly before: Link | null };
type Left = { supply: number[]; demand: number[] };

/** One chain: a lender with raters left lends to somebody, whose lender is thereby free for somebody else, and so on down to the borrower. */
function lendMore(start: number, left: Left, flow: readonly Map<number, number>[], lenders: (unit: number) => readonly number[]): boolean {
  const asked = new Set<number>();
  const queue: { borrower: number; before: Link | null }[] = [{ borrower: start, before: null }];
  for (const { borrower, before } of queue) {
    for (const lender of lenders(borrower)) {
      if (asked.has(lender)) continue;
      asked.add(lender);
      const link: Link = { borrower, lender, before };
      if ((left.supply[lender] ?? 0) > 0) {
        carry(link, start, left, flow);
        return true;
      }
      flow.forEach((loans, other) => {
        if ((loans.get(lender) ?? 0) > 0) queue.push({ borrower: other, before: link });
      });
    }
  }
  return false;
}

function carry(last: Link, start: number, left: Left, flow: readonly Map<number, number>[]): void {
  const chain: Link[] = [];
  for (let link: Link | null = last; link !== null; link = link.before) chain.unshift(link);
  const moved = chain.slice(1).map(({ borrower }, i) => at(flow, borrower).get(at(chain, i).lender) ?? 0);
  const amount = Math.min(left.supply[last.lender] ?? 0, left.demand[start] ?? 0, ...moved);
  const add = (borrower: number, lender: number, by: number): void => void at(flow, borrower).set(lender, (at(flow, borrower).get(lender) ?? 0) + by);
  for (const [i, { borrower, lender }] of chain.entries()) {
    add(borrower, lender, amount);
    const next = chain[i + 1];
    if (next !== undefined) add(next.borrower, lender, -amount);
  }
  left.supply[last.lender] = (left.supply[last.lender] ?? 0) - amount;
  left.demand[start] = (left.demand[start] ?? 0) - amount;
}
