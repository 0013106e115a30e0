import { FEWEST_ANSWERS, type PeerForm, type PeerLevel, PERILAKU } from "@teraju/domain";
import { describe, expect, it } from "vitest";
import { publish } from "../../src/features/peer-input/release.ts";
import { rollupOf } from "../../src/features/peer-input/result.ts";
import { size } from "../size.ts";

/**
 * What published figures themselves give away, over many simulated cycles: to a colleague who knows the own answer, and to who solves the
 * roll-up for what is hidden. Both are first seen to win where the figure is exact, or nothing is hidden beside the small ones.
 */
const CYCLES = size(100, 1000);
const GAIN = 0.05;
const SUBJECTS = 8;

/** A small generator with a seed, so that a failure can be seen again (mulberry32, public domain). */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const levelOf = (n: number): PeerLevel => (n < 1.5 ? 1 : n < 2.5 ? 2 : n < 3.5 ? 3 : 4);

/** Four to seven answers about a person: a level of one's own, leniency of each rater, and chance; on the scale as people use it. */
function formsOf(dice: () => number): PeerForm[] {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
  const own = 3 + 0.55 * normal();
  return Array.from({ length: FEWEST_ANSWERS + Math.floor(dice() * 4) }, () => {
    const leniency = 0.35 * normal();
    return { group: "rekan", levels: PERILAKU.map(() => levelOf(own + leniency + 0.5 * normal())) };
  });
}

type Case = { figure: string; own: number; target: number };
/** What is seen of each behaviour of each person, and what an insider knows besides. `exact`: the planted leak, a mean that is not rounded. */
function casesOf(seed: number, isExact: boolean): Case[] {
  const dice = diceOf(seed);
  return Array.from({ length: SUBJECTS }, () => formsOf(dice)).flatMap((forms) => {
    const [group] = publish(forms, []).groups;
    return PERILAKU.map((_, i): Case => {
      const levels = forms.flatMap((form) => form.levels[i] ?? []);
      const exact = levels.reduce<number>((sum, level) => sum + level, 0) / levels.length;
      const figure = isExact ? String(exact) : JSON.stringify(group?.behaviours[i]?.mean);
      return { figure: `${forms.length} ${figure}`, own: levels[0] ?? 0, target: levels[1] ?? 0 };
    });
  });
}

/** The best guess of each situation as learnt from half of the cycles, tried on the other half: the share that is right. */
function rightOf(learnt: readonly Case[], tried: readonly Case[], see: (one: Case) => string): number {
  const counts = new Map<string, number[]>();
  for (const one of learnt) {
    const row = counts.get(see(one)) ?? [0, 0, 0, 0, 0];
    row[one.target] = (row[one.target] ?? 0) + 1;
    counts.set(see(one), row);
  }
  const guess = (one: Case): number => {
    const row = counts.get(see(one)) ?? [0, 0, 0, 1, 0];
    return row.indexOf(Math.max(...row));
  };
  return tried.filter((one) => guess(one) === one.target).length / tried.length;
}
/** By how much knowing one's own answer helps in guessing a colleague's, beside who only reads the published figure. */
function insiderGain(isExact: boolean): number {
  const cycles = Array.from({ length: CYCLES * 4 }, (_, seed) => casesOf(seed + 1, isExact));
  const [learnt, tried] = [cycles.filter((_, i) => i % 2 === 0).flat(), cycles.filter((_, i) => i % 2 === 1).flat()];
  return rightOf(learnt, tried, (one) => `${one.figure} ${one.own}`) - rightOf(learnt, tried, (one) => one.figure);
}

describe(`an insider who knows the own answer, over ${CYCLES * 4} simulated cycles`, () => {
  it("learns more where the mean is exact and answers are few: the attack works", () => {
    const dice = diceOf(7);
    const pairs = Array.from({ length: 4000 }, (): Case => {
      const [own, target] = [levelOf(3 + dice() * 2 - 1), levelOf(3 + dice() * 2 - 1)];
      return { figure: String((own + target) / 2), own, target };
    });
    expect(rightOf(pairs.slice(0, 2000), pairs.slice(2000), (one) => `${one.figure} ${one.own}`)).toBe(1);
    expect(insiderGain(true)).toBeGreaterThan(insiderGain(false));
  });
  it("learns at most five points more about a colleague than any reader of the result", () => {
    const gain = insiderGain(false);
    console.log(`anonymity: insider with the own answer, gain ${(100 * gain).toFixed(2)} points`);
    expect(gain).toBeLessThanOrEqual(GAIN);
  });
});

type Published = ReturnType<typeof rollupOf>;
const rounded = (n: number): number => Math.round(n * 100) / 100;
function cityOf(dice: () => number): { id: string; name: string; means: number[] }[] {
  return Array.from({ length: 3 + Math.floor(dice() * 10) }, (_, i) => ({ id: `u${i}`, name: `u${i}`, means: Array.from({ length: Math.floor(dice() * dice() * 16) }, () => rounded(1.25 + dice() * 2.5)) }));
}
/** All that can be solved for: the sum over what is hidden, its people, and so the best guess for each hidden department. */
function solve({ rows, total }: Published): number | null {
  if (total.people === null || total.mean === null) return null;
  const shown = rows.flatMap((row) => (row.people === null ? [] : [{ people: row.people, mean: row.mean ?? 0 }]));
  const people = total.people - shown.reduce((sum, row) => sum + row.people, 0);
  return people <= 0 ? null : (total.people * total.mean - shown.reduce((sum, row) => sum + row.people * row.mean, 0)) / people;
}
/** Hidden departments of a single person: how often the guess lies within a quarter point of that person's figure. */
function rollupAttack(publishOf: (city: ReturnType<typeof cityOf>) => Published): { right: number; prior: number; tried: number } {
  let [right, prior, tried] = [0, 0, 0];
  for (let seed = 1; seed <= CYCLES * 10; seed += 1) {
    const city = cityOf(diceOf(seed));
    const published = publishOf(city);
    const guess = solve(published);
    const known = published.rows.flatMap((row) => row.mean ?? []);
    const blind = published.total.mean ?? (known.length === 0 ? 2.5 : known.reduce((sum, one) => sum + one, 0) / known.length);
    city.forEach((unit, i) => {
      const [secret] = unit.means;
      if (unit.means.length !== 1 || secret === undefined || published.rows[i]?.people !== null) return;
      tried += 1;
      right += Math.abs((guess ?? blind) - secret) <= 0.25 ? 1 : 0;
      prior += Math.abs(blind - secret) <= 0.25 ? 1 : 0;
    });
  }
  return { right, prior, tried };
}

describe(`solving the roll-up for what is hidden, over ${CYCLES * 10} simulated cities`, () => {
  it("succeeds where only the small departments are hidden: the attack works", () => {
    const naive = rollupAttack((city) => {
      const all = city.flatMap((unit) => unit.means);
      const meanOf = (means: readonly number[]): number | null => (means.length === 0 ? null : means.reduce((sum, one) => sum + one, 0) / means.length);
      return { rows: city.map((unit) => ({ unit, people: unit.means.length > 0 && unit.means.length < FEWEST_ANSWERS ? null : unit.means.length, mean: unit.means.length < FEWEST_ANSWERS ? null : meanOf(unit.means) })), total: { people: all.length, mean: meanOf(all) } };
    });
    expect(naive.tried).toBeGreaterThan(100);
    expect((naive.right - naive.prior) / naive.tried).toBeGreaterThan(GAIN);
  });
  it("gives at most five points more than guessing the city's mean", () => {
    const { right, prior, tried } = rollupAttack((city) => rollupOf(city, FEWEST_ANSWERS));
    console.log(`anonymity: roll-up solved, gain ${((100 * (right - prior)) / tried).toFixed(2)} points over ${tried} hidden people`);
    expect(tried).toBeGreaterThan(100);
    expect((right - prior) / tried).toBeLessThanOrEqual(GAIN);
  });
});
