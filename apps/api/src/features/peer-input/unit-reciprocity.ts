import { reciprocity } from "@teraju/statistics";

/** What is left of an answer about somebody of another unit, once the person's level and the rater's leniency are taken out. */
export type Across = { from: string; to: string; residual: number };
/** Of the whole city: pairs of units, the correlation with its interval, and how often chance gives as much. Two decimals, of units nothing. */
export type UnitReciprocity = { pairs: number; value: number; low: number; high: number; p: number };

type Cell = Across & { n: number };
const SWEEPS = 25;

/**
 * Whether what one unit gives another beyond expectation comes back: one figure over all pairs of units that rated each other. What a unit gives to
 * all and gets from all is taken out first (Kenny's actor and partner, by backfitting), or units that are good together would look as if they
 * traded. Null for fewer pairs than say anything. No two people rate each other in a semester: of persons there is no such figure.
 */
export function unitReciprocity(answers: readonly Across[]): UnitReciprocity | null {
  const cells = [...Map.groupBy(answers.filter(({ from, to }) => from !== to), ({ from, to }) => `${from}|${to}`).values()]
    .flatMap(([first, ...rest]): Cell[] => (first === undefined ? [] : [{ ...first, residual: (first.residual + rest.reduce((sum, one) => sum + one.residual, 0)) / (1 + rest.length), n: 1 + rest.length }]));
  const left = new Map(withoutUnits(cells).map((cell) => [`${cell.from}|${cell.to}`, cell.residual * Math.sqrt(cell.n)]));
  const pairs = [...left].flatMap(([key, there]): [number, number][] => {
    const [from = "", to = ""] = key.split("|");
    const back = left.get(`${to}|${from}`);
    return from < to && back !== undefined ? [[there, back]] : [];
  });
  const found = reciprocity(pairs);
  return found === null ? null : { pairs: found.n, value: short(found.rho), low: short(found.interval[0]), high: short(found.interval[1]), p: Math.round(found.p * 10_000) / 10_000 };
}

/** Cells less what their giving and their getting unit have in all their cells. */
function withoutUnits(cells: readonly Cell[]): Cell[] {
  const [given, gotten] = [new Map<string, number>(), new Map<string, number>()];
  const effects = (into: Map<string, number>, of: "from" | "to", other: ReadonlyMap<string, number>): void => {
    for (const [unit, own] of Map.groupBy(cells, (cell) => cell[of])) {
      const n = own.reduce((sum, cell) => sum + cell.n, 0);
      into.set(unit, own.reduce((sum, cell) => sum + cell.n * (cell.residual - (other.get(of === "from" ? cell.to : cell.from) ?? 0)), 0) / n);
    }
  };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    effects(given, "from", gotten);
    effects(gotten, "to", given);
  }
  return cells.map((cell) => ({ ...cell, residual: cell.residual - (given.get(cell.from) ?? 0) - (gotten.get(cell.to) ?? 0) }));
}

const short = (value: number): number => Math.round(value * 100) / 100;
