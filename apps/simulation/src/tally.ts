/** What was counted, by name of the measure: a share or a mean is total / n. */
export type Tally = Map<string, { total: number; n: number }>;

export function count(tally: Tally, name: string, value: number | boolean, n = 1): void {
  const before = tally.get(name) ?? { total: 0, n: 0 };
  tally.set(name, { total: before.total + Number(value), n: before.n + n });
}

/** The share or mean; `null` when nothing was counted. */
export function valueOf(tally: Tally, name: string): number | null {
  const { total, n } = tally.get(name) ?? { total: 0, n: 0 };
  return n === 0 ? null : total / n;
}
