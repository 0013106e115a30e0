import { EKSPEKTASI, GROUP_ATTRIBUTE, SIGNAL_KIND, SIGNAL_OUTCOME } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { evaluationPeriodView } from "./evaluation-period.ts";
import { Id, Instant, LocalDate, text, Version } from "./fields.ts";
import { drawVerdict } from "./peer-input.ts";

const refusals = z.array(z.string());
const personRef = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });
const unitRef = z.object({ id: Id, name: z.string() });
/** A value with its 95 percent interval. */
const interval = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Interval = z.output<typeof interval>;

// ------------------------------------------------------------------------------------------------ Cermin penilai

/** `too_few`: under the least number of forms or people; `not_linked`: raters of different units cannot be compared; `no_data`: nothing sealed yet. */
export const NOT_SHOWN = ["too_few", "not_linked", "no_data"] as const;
/** `around`: the interval holds the city's; else which way it lies. */
export const MIRROR_SIDE = ["lower", "around", "higher"] as const;

const habit = z.object({
  n: z.int(), least: z.int(),
  /** Mine with its interval; null with the reason. */
  mine: z.nullable(interval), reason: z.nullable(z.enum(NOT_SHOWN)),
  /** The city's median and the middle 80 percent of its raters, for the dot plot; null without enough raters. */
  city: z.nullable(z.object({ median: z.number(), low: z.number(), high: z.number(), raters: z.int() })),
  side: z.nullable(z.enum(MIRROR_SIDE)),
});
export type Habit = z.output<typeof habit>;

export const raterMirrorView = z.object({
  /** The sealed cycles that stand behind the figures, newest first, at most two: a year. */
  cycles: z.array(z.object({ id: Id, year: z.int(), semester: z.int() })),
  /** As colleague: `leniency` in points of the levels 1–4 (0 is the city's average rater); `spread` the standard deviation of my form means once the people's own level is taken out; `halo` my spread within a form against other raters of the same people (1 is alike, lower is more halo); `straight` percent of forms with seven equal answers. */
  peer: z.object({ leniency: habit, spread: habit, halo: habit, straight: habit }),
  /** As penilai, in the last rated period: my ratings against what colleagues and results of the same people lead one to expect, in points of the scale 1–3. Null for who rates nobody. */
  penilai: z.nullable(z.object({ period: evaluationPeriodView, leniency: habit, counts: z.record(z.enum(EKSPEKTASI), z.int()) })),
  warmUp: z.object({
    /** One entry per year in which I did it; share of the four cases in which I chose the reference level or the one beside it, and how far above or below on average. */
    years: z.array(z.object({ year: z.int(), exactPercent: z.number(), meanDifference: z.number() })),
    isDueNow: z.boolean(),
  }),
});
export type RaterMirrorView = z.output<typeof raterMirrorView>;
export const readRaterMirror = endpoint({ method: "GET", path: "/api/rater-mirror", access: "signed_in", summary: "Cermin penilai: my own habits against the city; nobody else can ask for it", response: raterMirrorView });

const bilingual = z.object({ id: z.string(), en: z.string() });
export const readWarmUp = endpoint({
  method: "GET", path: "/api/rater-mirror/warm-up", access: "signed_in", summary: "Four fixed cases to rate before the period; with the reference once I have answered this year",
  response: z.object({
    year: z.int(),
    cases: z.array(z.object({ number: z.int(), perilaku: z.string(), story: bilingual, levels: z.array(bilingual), mine: z.nullable(z.int()), reference: z.nullable(z.int()), why: z.nullable(bilingual) })),
  }),
});
/** Once a year. */
export const answerWarmUp = endpoint({
  method: "POST", path: "/api/rater-mirror/warm-up", access: "signed_in", summary: "My levels for the four cases",
  body: z.strictObject({ id: Id, levels: z.array(z.int().check(z.minimum(1), z.maximum(4))).check(z.length(4)) }), response: readWarmUp.response,
});

// ------------------------------------------------------------------------------------------------ Kewajaran penilaian

/** What would explain a signal innocently: shown with every one. */
export const INNOCENT = ["new_employee", "other_work", "few_raters", "few_people", "chance", "true_difference", "easy_targets", "own_unit_only"] as const;
/** Once expired it is not shown any more, to nobody. */
export const SIGNAL_STATUS = ["open", "answered", "closed"] as const;

export const signalView = z.object({
  id: Id, kind: z.enum(SIGNAL_KIND), version: Version, status: z.enum(SIGNAL_STATUS),
  /** Whom it is about: a person, a unit, or a group of the city; the words for it. Null ids where it is the city. */
  person: z.nullable(personRef), unit: z.nullable(unitRef), about: z.nullable(z.string()),
  period: evaluationPeriodView, n: z.int(), figure: z.nullable(interval), scale: z.enum(["points", "share", "smd"]), p: z.nullable(z.number()), pAdjusted: z.nullable(z.number()),
  innocent: z.array(z.enum(INNOCENT)),
  raisedOn: LocalDate, expiresOn: LocalDate,
  reply: z.nullable(z.object({ text: z.string(), on: LocalDate })),
  /** The word of whose rating it is, where the penilai is the one who answers. */
  personReply: z.nullable(z.object({ text: z.string(), on: LocalDate })),
  /** As whom the reader replies, where `actions.reply` lets them. */
  replyAs: z.enum(["answerer", "person"]),
  outcome: z.nullable(z.object({ outcome: z.enum(SIGNAL_OUTCOME), note: z.string(), on: LocalDate, by: z.string() })),
  /** Who has opened it, newest first; shown to whom it is about and to BKPSDM's analyst. */
  openings: z.array(z.object({ name: z.string(), at: Instant })),
  actions: z.object({ reply: refusals, judge: refusals }),
});
export type SignalView = z.output<typeof signalView>;
/** In a list the openings are left out; opening one is logged. */
const signalRow = z.object({ id: Id, kind: z.enum(SIGNAL_KIND), status: z.enum(SIGNAL_STATUS), raisedOn: LocalDate, expiresOn: LocalDate });

/** Whether what one unit gives another beyond expectation comes back, over all pairs of units of the city; of a pair nothing is said. */
const unitReciprocity = z.object({ pairs: z.int(), value: z.number(), low: z.number(), high: z.number(), p: z.number() });
export type UnitReciprocityView = z.output<typeof unitReciprocity>;

const comparison = z.object({
  attribute: z.enum(GROUP_ATTRIBUTE), group: z.string(), against: z.string(), n: z.int(), nAgainst: z.int(),
  /** Difference of the penilai's ratings once colleagues and results are taken into account, standardised. */
  difference: z.nullable(interval),
  /** Difference of the two shares, with its interval. */
  gap: z.nullable(interval),
  /** Share with at least "baik", and its ratio; the 4/5 rule never stands alone. */
  rate: z.nullable(z.number()), rateAgainst: z.nullable(z.number()), ratio: z.nullable(z.number()),
  pFisher: z.nullable(z.number()), pAdjusted: z.nullable(z.number()),
  /** Odds ratio stratified by unit (Mantel–Haenszel), and whether it points the same way. */
  stratifiedOdds: z.nullable(z.number()), isSameSign: z.nullable(z.boolean()),
  isSignal: z.boolean(), reason: z.nullable(z.enum(NOT_SHOWN)),
});

export const fairnessView = z.object({
  /** `isExpired`: two periods have gone by, and nothing is said of persons any more. */
  period: evaluationPeriodView, isExpired: z.boolean(), cycle: z.nullable(z.object({ id: Id, year: z.int(), semester: z.int() })),
  /** Comes first: without links "tidak dapat dibandingkan antarunit", and no severity is given. */
  connectivity: z.object({ isLinked: z.boolean(), components: z.int(), people: z.int(), raters: z.int(), crossPercent: z.number() }),
  /** By unit and name, never by value: it is no ranking. */
  supervisors: z.array(z.object({ person: personRef, n: z.int(), leniency: z.nullable(interval), reason: z.nullable(z.enum(NOT_SHOWN)), signalId: z.nullable(Id) })),
  fragile: z.array(z.object({ person: personRef, suggestion: z.nullable(z.enum(EKSPEKTASI)), without: z.array(z.object({ source: z.enum(["rekan", "umpan_balik", "satu_hasil_kerja"]), suggestion: z.nullable(z.enum(EKSPEKTASI)) })) })),
  persons: z.array(z.object({ person: personRef, penilai: personRef, n: z.int(), residual: z.number(), z: z.number(), lists: z.array(z.enum(["multiplicity", "review"])), signalId: z.nullable(Id) })),
  declared: z.object({ pairs: z.int(), least: z.int(), mean: z.nullable(interval), p: z.nullable(z.number()), reason: z.nullable(z.enum(NOT_SHOWN)), signalId: z.nullable(Id) }),
  /** Of those whose result a rapat kalibrasi has lowered: whether a group was lowered more often; `people` of departments that met. `rate`: share lowered. */
  calibrated: z.object({ people: z.int(), lowered: z.int(), groups: z.array(comparison) }),
  /** Null where fewer than thirty pairs of units rated each other. */
  reciprocity: z.nullable(unitReciprocity),
  /** Low ratings by the same penilai after a keberatan; null for who may not read keberatan. */
  afterKeberatan: z.nullable(z.array(z.object({ person: personRef, penilai: personRef, n: z.int(), residual: interval, pAdjusted: z.number(), isLow: z.boolean(), signalId: z.nullable(Id) }))),
  groups: z.array(comparison),
  signals: z.array(signalRow),
  /** How often people found a signal founded; under `threshold` percent the bar is to be raised. */
  tally: z.object({ judged: z.int(), founded: z.int(), foundedPercent: z.nullable(z.number()), threshold: z.number() }),
});
export type FairnessView = z.output<typeof fairnessView>;

export const readFairness = endpoint({
  method: "GET", path: "/api/fairness", access: "fairness.read", summary: "Kewajaran penilaian of a period: where ratings need a talk",
  query: z.object({ period: z.optional(Id) }), response: z.object({ periods: z.array(evaluationPeriodView), view: z.nullable(fairnessView) }),
});
export const unitFairnessView = z.object({
  unit: unitRef, period: evaluationPeriodView,
  /** People whose ratings can be compared; under `least` nothing is said. */
  people: z.int(), least: z.int(),
  groups: z.array(z.pick(comparison, { attribute: true, group: true, against: true, n: true, nAgainst: true, difference: true, pAdjusted: true, isSignal: true, reason: true })),
  reason: z.nullable(z.enum(NOT_SHOWN)),
});
export type UnitFairnessView = z.output<typeof unitFairnessView>;
/** One family of tests over all departments, so that none is found by looking often. Each look is logged. */
export const readUnitFairness = endpoint({
  method: "GET", path: "/api/fairness/unit/:unitId", access: "fairness.unit", summary: "Differences between groups of a department, for its head",
  params: z.object({ unitId: Id }), query: z.object({ period: z.optional(Id) }), response: z.object({ periods: z.array(evaluationPeriodView), view: z.nullable(unitFairnessView) }),
});
const oneSignal = { params: z.object({ id: Id }), response: signalView } as const;
/** For whom it is about and for BKPSDM; the opening is logged. */
export const readSignal = endpoint({ ...oneSignal, method: "GET", path: "/api/fairness/signal/:id", access: "signed_in", summary: "One signal; who opens it is logged" });
export const replySignal = endpoint({ ...oneSignal, method: "POST", path: "/api/fairness/signal/:id/reply", access: "signed_in", summary: "The right of reply: of who answers for a rating, and of whose rating it is", refuses: [403, 409, 412], body: z.strictObject({ version: Version, text: text(2000) }) });
export const judgeSignal = endpoint({
  ...oneSignal, method: "POST", path: "/api/fairness/signal/:id/outcome", access: "fairness.judge", summary: "What people found: filled in by a person, never by a statistic", refuses: [403, 409, 412],
  body: z.strictObject({ version: Version, outcome: z.enum(SIGNAL_OUTCOME), note: text(2000, 10) }),
});
/** Signals about me, so that nobody is discussed without knowing it. */
export const listMySignals = endpoint({ method: "GET", path: "/api/fairness/mine", access: "signed_in", summary: "Signals about me, and who opened them", response: z.object({ signals: z.array(signalRow) }) });

// ------------------------------------------------------------------------------------------------ Metode

/** `points`: how much was planted, on five levels; `pairs`: in how many pairs at once, where it takes a group. Seeds from and to. */
export const errorRates = z.object({
  day: LocalDate, seeds: z.tuple([z.int(), z.int()]), people: z.int(),
  rows: z.array(z.object({ method: z.enum(SIGNAL_KIND), points: z.number(), pairs: z.nullable(z.int()), powerPercent: z.number(), falsePercent: z.number() })),
});

/** Public to all ASN; the words are the page's, the figures are these. */
export const readFairnessMethod = endpoint({
  method: "GET", path: "/api/fairness/method", access: "signed_in", summary: "Metode: figures behind the methods page",
  response: z.object({
    minJawaban: z.int(), perOrang: z.int(), lintasUnit: z.int(), bobotPercent: z.number(),
    cycles: z.array(z.object({
      id: Id, year: z.int(), semester: z.int(), keyHash: z.string(), root: z.nullable(z.string()), components: z.nullable(z.int()), crossPercent: z.nullable(z.number()),
      /** Of the released ones: share of forms answered, share of people with a result, ICC(1,k) of the means. */
      answeredPercent: z.nullable(z.number()), shownPercent: z.nullable(z.number()), icc1k: z.nullable(z.number()), reciprocity: z.nullable(unitReciprocity), variances: z.nullable(z.object({ ratee: z.number(), rater: z.number(), residual: z.number() })),
      verdicts: z.array(drawVerdict),
    })),
    /** What each statistic finds of what is there, and how often it cries wolf, from the simulated cities (`pnpm simulate`). */
    errorRates,
    /** Differences between groups of the whole city in the newest period that was looked through; null before the first. */
    groups: z.nullable(z.object({ period: evaluationPeriodView, rows: z.array(comparison) })),
    tally: z.object({ judged: z.int(), founded: z.int(), foundedPercent: z.nullable(z.number()), threshold: z.number() }),
  }),
});
