import type { Output } from "@teraju/contracts/endpoint";
import type { readOpdDashboard } from "@teraju/contracts/opd-dashboard";
import type { opdDashboard } from "#copy/id/opd-dashboard.ts";
import type { Format } from "#copy/format.ts";

export type Dashboard = Output<typeof readOpdDashboard>;
export type Words = typeof opdDashboard;
type HeatRow = Dashboard["heat"]["rows"][number];

/** A title of which one part carries the highlighter's stroke. */
export type Headline = { before: string; marked: string; after: string };

/** "46 dari 52 laporan November masuk. [6 orang belum], 4 di Bidang P2P." */
export function headline({ headline: words }: Words, { number }: Pick<Format, "number">, completion: Dashboard["completion"], month: string): Headline {
  const { obliged, submitted, missing, late, missingMost } = completion;
  if (obliged === 0) return { before: words.nobody(month), marked: "", after: "" };
  if (missing > 0) {
    return { before: `${words.arrived(number(submitted), number(obliged), month)} `, marked: words.missing(number(missing)), after: mostMissing(words, number, missingMost) };
  }
  const all = words.all(number(obliged), month);
  return late > 0 ? { before: `${all} `, marked: words.late(number(late)), after: "." } : { before: "", marked: all, after: "" };
}

function mostMissing(words: Words["headline"], number: Format["number"], most: Dashboard["completion"]["missingMost"]): string {
  if (most === null) return ".";
  return most.isDirect ? words.mostDirect(number(most.count)) : words.most(number(most.count), most.unit);
}

/** The row of a unit's own direct staff carries the unit's name: it is said so. */
export const rowName = (words: Words, { unit, isDirect }: Pick<HeatRow, "unit" | "isDirect">): string => (isDirect ? words.direct(unit.name) : unit.name);

/** Falling so many months in a row is a finding; the colours of the map change at the other limits. */
const FALLING_MONTHS = 3;
export const HEAT_STEPS = [75, 85, 95, 100] as const;
const LOW = HEAT_STEPS[1];

/** What the map shows, in words: the longest fall, else how many units are low, else that all is well. */
export function heatFinding(words: Words, { percent }: Pick<Format, "percent">, rows: readonly HeatRow[]): string {
  const falling = rows.filter((row) => row.fallingMonths >= FALLING_MONTHS).sort((a, b) => b.fallingMonths - a.fallingMonths)[0];
  if (falling !== undefined) return words.heatFalling(rowName(words, falling), falling.fallingMonths);
  const latest = rows.map((row) => row.cells.at(-1)?.median ?? null).filter((median) => median !== null);
  if (latest.length === 0) return words.heatNone;
  const low = latest.filter((median) => median < LOW).length;
  if (low > 0) return words.heatBelow(low, percent(LOW));
  const least = Math.min(...latest);
  return least >= 100 ? words.heatReached : words.heatAbove(percent(Math.floor(least / 5) * 5));
}

type TrendPoint = Dashboard["trend"][number];
/** Shares in percent, null where nobody had to report or where the month is still under way. */
export function shares(trend: readonly TrendPoint[], isRunning: (month: string) => boolean): { arrived: (number | null)[]; onTime: (number | null)[] } {
  const share = (of: (point: TrendPoint) => number) => trend.map((point) => (point.obliged === 0 || isRunning(point.month) ? null : (of(point) / point.obliged) * 100));
  return { arrived: share((point) => point.submitted), onTime: share((point) => point.onTime) };
}

/** "90% laporan Oktober tepat waktu, turun 4 poin": the last complete month beside the one before. */
export function trendFinding(words: Words, format: Pick<Format, "percent" | "number" | "month">, months: readonly string[], onTime: readonly (number | null)[]): string {
  const at = onTime.findLastIndex((share) => share !== null);
  const now = onTime[at];
  const month = months[at];
  if (now === undefined || now === null || month === undefined) return words.trendNone;
  const before = onTime[at - 1];
  const change = before === undefined || before === null ? 0 : Math.round(now) - Math.round(before);
  const said = change === 0 ? "" : change > 0 ? words.trendUp(format.number(change)) : words.trendDown(format.number(-change));
  return words.trendTitle(format.month(month), format.percent(Math.round(now))) + said;
}

/** Where a scale of percent may begin so that its lines can be told apart: a ten below the least figure. */
export function leastOf(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? 0 : Math.max(0, Math.floor((Math.min(...known) - 1) / 10) * 10);
}

const PREDIKAT = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] as const;
type Period = NonNullable<Dashboard["period"]>;
/** Where the pattern draws its line, in people; for the two best results at most, for the others at least. */
export function portions({ distribution, pola, rated, capaianOrganisasi }: Period) {
  const kind = capaianOrganisasi === "istimewa" || capaianOrganisasi === "baik" ? "max" as const : "min" as const;
  return PREDIKAT.map((predikat) => ({
    predikat, count: distribution[predikat] ?? 0,
    ...(pola !== null && pola.batas !== null && pola.predikat === predikat ? { limit: { people: Math.floor(pola.batas * rated), kind } } : {}),
  }));
}

/** The predikat that most people have; of two alike the better one. */
export function largest({ distribution }: Pick<Period, "distribution">) {
  return PREDIKAT.reduce((best, each) => ((distribution[each] ?? 0) > (distribution[best] ?? 0) ? each : best), PREDIKAT[0] as (typeof PREDIKAT)[number]);
}

/** Those whom the quadrant says to help: butuh perbaikan and below. */
export const needHelp = ({ distribution }: Pick<Period, "distribution">): number => (distribution.butuh_perbaikan ?? 0) + (distribution.kurang ?? 0) + (distribution.sangat_kurang ?? 0);
