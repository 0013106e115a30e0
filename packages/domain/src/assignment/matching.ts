/**
 * The largest matching of `left` with `right` (Kuhn 1955), first among the pairs that are `good`, then among all that `may` be: a good pair is
 * given up only for one more pair. Earlier ones of `left` are matched first and stay matched. The answer: of each of `left`, its partner.
 */
export function match<L, R>(left: readonly L[], right: readonly R[], may: (l: L, r: R) => boolean, good: (l: L, r: R) => boolean): Map<L, R> {
  const holder = new Map<R, L>();
  for (const isGoodOnly of [true, false]) {
    for (const l of left) if (![...holder.values()].includes(l)) seat(l, new Set(), isGoodOnly);
  }
  return new Map([...holder].map(([r, l]) => [l, r]));

  function seat(l: L, asked: Set<R>, isGoodOnly: boolean): boolean {
    for (const r of right) {
      if (asked.has(r) || !may(l, r) || (isGoodOnly && !good(l, r))) continue;
      asked.add(r);
      const before = holder.get(r);
      if (before !== undefined && !seat(before, asked, isGoodOnly)) continue;
      holder.set(r, l);
      return true;
    }
    return false;
  }
}
