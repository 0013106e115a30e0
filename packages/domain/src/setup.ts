/** The first day of an empty city: what has to stand before anybody is rated, read from what is there, never ticked by hand. */
import type { LocalDate } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import { reasons } from "./workflow.ts";

/** In the order in which an office can do them: each needs those before it. */
export const SETUP_STEP = ["operator", "two_people", "calendar", "standard", "units", "kepala_daerah", "people", "penilai", "start", "letters"] as const;
export type SetupStep = (typeof SETUP_STEP)[number];

/** What the city's own tables say on `today`; all are numbers of people, days or units. */
export type SetupFacts = {
  readonly today: LocalDate;
  /** Operators of BKPSDM, its analis and its heads who have signed in with a password of their own. */
  readonly operators: number; readonly analysts: number; readonly heads: number;
  /** Whether a head and an analis are two persons: who writes a standard does not publish it. */
  readonly isApart: boolean;
  /** Special days on record of this year and of the next. */
  readonly daysThisYear: number; readonly daysNextYear: number;
  /** Standards that the city itself set, in force or to come; that with which an installation begins is none of them. */
  readonly ownStandards: number;
  /** Perangkat daerah of today's tree, and those that nobody leads today. */
  readonly opds: number; readonly opdsWithoutHead: number;
  /** Perangkat daerah for which the first month on record was set. */
  readonly opdsStarted: number;
  /** Who leads the city today, an official without NIP: heads of perangkat daerah are rated by them (Lampiran BAB IV.A.1). */
  readonly kepalaDaerah: number;
  /** ASN on a post today; ASN on record who never had one; of those on a post, who has no penilai today (two cannot be). */
  readonly placed: number; readonly unplaced: number; readonly withoutPenilai: number;
  /** Of those on a post, with an open account: who has a password or a code that still opens one; who has neither. */
  readonly reached: number; readonly unreached: number;
};

/** `count`: what is there; `lacking`: what is still to be done. A step is done when something is there and nothing lacks. */
export type SetupState = { readonly step: SetupStep; readonly count: number; readonly lacking: number; readonly isDone: boolean };

/** Ministers settle the next year's holidays in autumn: from December on they have to be here; what is left of this year may have none. */
const NEXT_YEAR_FROM = "-12-01";

/** Each step with how far it is, in their order. */
export function setupSteps(facts: SetupFacts): SetupState[] {
  const { operators, analysts, heads, isApart, daysThisYear, daysNextYear, ownStandards, opds, opdsWithoutHead, opdsStarted, kepalaDaerah, placed, unplaced, withoutPenilai, reached, unreached, today } = facts;
  const needsNextYear = today.slice(4) >= NEXT_YEAR_FROM;
  const roles = Number(analysts > 0) + Number(heads > 0);
  const found: Record<SetupStep, readonly [count: number, lacking: number]> = {
    operator: [operators, Number(operators === 0)],
    two_people: [roles, isApart ? 0 : Math.max(1, 2 - roles)],
    calendar: [daysThisYear + daysNextYear, Number(needsNextYear ? daysNextYear === 0 : daysThisYear === 0)],
    standard: [ownStandards, Number(ownStandards === 0)],
    units: [opds, opdsWithoutHead],
    kepala_daerah: [kepalaDaerah, Number(kepalaDaerah === 0)],
    people: [placed, unplaced],
    penilai: [placed - withoutPenilai, withoutPenilai],
    start: [opdsStarted, opds - opdsStarted],
    letters: [reached, unreached],
  };
  return SETUP_STEP.map((step) => {
    const [count, lacking] = found[step];
    return { step, count, lacking, isDone: count > 0 && lacking === 0 };
  });
}

/** Why nobody can be recorded as leading the city from that day on: it needs the city's unit, and comes after who leads it now. */
export function kepalaDaerahRefusals({ from, hasRoot, before }: { from: LocalDate; hasRoot: boolean; before: { readonly from: LocalDate } | null }): Refusal[] {
  return reasons({ no_units_yet: !hasRoot, begins_before_last: before !== null && from <= before.from });
}
