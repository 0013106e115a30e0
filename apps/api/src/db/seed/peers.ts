import { addDays, addMonths, type DrawInput, FEWEST_ANSWERS, firstDayOf, type LocalDate, monthOf, type PeerLevel, peerShown, PERILAKU } from "@teraju/domain";
import { combinedRoot, periodOf } from "../../features/peer-input/cycle-view.ts";
import { type Drawn, firstDraw, rootOfDraw } from "../../features/peer-input/draw-core.ts";
import { hashOfKey } from "../../features/peer-input/keys.ts";
import type { RatedForm } from "../../features/peer-input/seal-statistics.ts";
import type { City, Person } from "./city.ts";
import { PEER_SUGGESTIONS } from "./data/peer-suggestions.ts";
import type { Random } from "./random.ts";
import { type Lines, onDay } from "./relations.ts";
import { moment, must, STANDAR, type Timeline } from "./timeline.ts";
import type { TrailEvent } from "./trail.ts";

export type MadeForm = RatedForm & { suggestion: string | null };
export type MadeCycle = {
  id: string; year: number; semester: number; answersFrom: LocalDate; answersUntil: LocalDate; drawnOn: LocalDate; releasedOn: LocalDate | null;
  keys: { draw: string; pseudonym: string }; keyHash: string; input: DrawInput; drawn: Drawn[]; components: number; shortfall: number; crossPercent: number; root: string;
  forms: MadeForm[]; relations: { personId: string; otherId: string; kind: "keluarga" | "usaha" }[]; stated: string[];
};
type Sources = { city: City; lines: Lines; timeline: Timeline };

/** Of ten who are asked, so many have answered: when the last cycle closed, and by today in the one that is open. */
const ANSWERED = { last: 0.78, open: 0.42 };
const RELATIONS = 16;

/** Last semester's cycle, answered and released, and this semester's, in the middle of its answers; forms of the demo's visitors wait. */
export function buildPeers(random: Random, sources: Sources): { last: MadeCycle; open: MadeCycle } {
  const { today } = sources.timeline;
  const [year = 0, month = 1] = monthOf(today).split("-").map(Number);
  const now = { year, semester: month <= 6 ? 1 : 2 };
  const before = now.semester === 1 ? { year: year - 1, semester: 2 } : { year, semester: 1 };
  const lastMonth = `${before.year}-${before.semester === 1 ? "06" : "12"}`;
  const last = makeCycle(random, sources, { ...before, answersFrom: `${lastMonth}-03`, answersUntil: `${lastMonth}-17`, releasedOn: addDays(firstDayOf(addMonths(lastMonth, 1)), 5) }, []);
  const open = makeCycle(random, sources, { ...now, answersFrom: addDays(today, -4), answersUntil: addDays(today, 10), releasedOn: null }, last.drawn);
  const levels = new Map(sources.city.people.map((one) => [one.id, random.normal() * 0.45 + (one.ability - 1) * 2]));
  const leniency = new Map(sources.city.people.map((one) => [one.id, random.normal() * 0.33]));
  const accounts = new Set(sources.city.people.filter((one) => one.account !== null).map((one) => one.id));
  const answer = (one: Drawn): MadeForm => ({ ...one, levels: levelsOf(random, (levels.get(one.subjectId) ?? 0) + (leniency.get(one.raterId) ?? 0)), suggestion: random.chance(accounts.has(one.subjectId) ? 0.9 : 0.4) ? random.pick(PEER_SUGGESTIONS) : null });
  for (const one of last.drawn) if (random.chance(accounts.has(one.subjectId) ? 0.95 : ANSWERED.last)) last.forms.push(answer(one));
  for (const one of open.drawn) if (!accounts.has(one.raterId) && random.chance(ANSWERED.open)) open.forms.push(answer(one));
  return { last, open };
}

type Days = Pick<MadeCycle, "year" | "semester" | "answersFrom" | "answersUntil" | "releasedOn">;
function makeCycle(random: Random, sources: Sources, days: Days, previous: readonly Drawn[]): MadeCycle {
  const id = uuid4(random);
  const keys = { draw: random.hex(64), pseudonym: random.hex(64) };
  const key = Buffer.from(keys.draw, "hex");
  const relations = relationsOf(random, sources, days.answersFrom);
  const input = inputOf(sources, days, relations, previous);
  const outcome = firstDraw(input, key);
  const { drawn, components, shortfall } = outcome;
  const unitOf = new Map(input.people.map((one) => [one.id, one.unit]));
  const colleagues = drawn.filter((one) => one.group === "rekan");
  const crossing = colleagues.filter((one) => unitOf.get(one.raterId) !== unitOf.get(one.subjectId)).length;
  return {
    ...days, id, keys, keyHash: hashOfKey(key), drawnOn: addDays(days.answersFrom, -1), input, drawn, components, shortfall, crossPercent: Math.round((1000 * crossing) / Math.max(1, colleagues.length)) / 10,
    root: must(combinedRoot([rootOfDraw(outcome, id, key)])), forms: [], relations, stated: [...new Set([...relations.map((one) => one.personId), ...random.sample(input.people.map((one) => one.id), Math.round(input.people.length * 0.3))])],
  };
}

function inputOf({ city, lines }: Sources, { year, semester, answersFrom, answersUntil }: Days, relations: MadeCycle["relations"], previous: readonly Drawn[]): DrawInput {
  const { perOrang, lintasUnit, bawahan, bulanBersama } = STANDAR.rekan;
  const together = `${addMonths(monthOf(answersFrom), -bulanBersama)}${answersFrom.slice(7)}`;
  const people = city.people.flatMap((person) => {
    const seat = (lines.placementsOf.get(person) ?? []).find((one) => one.kind === "definitif" && one.from <= together && (one.until === null || one.until > answersUntil));
    return person.jenis === "pejabat" || seat === undefined ? [] : [{ id: person.id, unit: seat.jabatan.unit.id, penilai: onDay(lines.relationsOf.get(person) ?? [], answersFrom)?.penilai.id ?? null }];
  });
  return {
    period: periodOf({ year, semester }), people: people.toSorted((a, b) => (a.id < b.id ? -1 : 1)), units: unitsOf(city), banned: relations.map((one) => [one.personId, one.otherId]),
    ratersPerPerson: perOrang, crossUnitPerPerson: lintasUnit, bawahanPerPenilai: bawahan, vetoes: [], suggestions: [], previous: previous.filter((one) => one.group === "rekan").map((one) => [one.raterId, one.subjectId]),
  };
}

/** The unit above, those below, and those beside it under the same head; not beside it under the city. */
function unitsOf({ units }: City): DrawInput["units"] {
  return units.filter((one) => one.kind !== "kota").map((unit) => {
    const above = unit.parent === null || unit.parent.kind === "kota" ? [] : [unit.parent, ...unit.parent.units.filter((one) => one !== unit)];
    return { id: unit.id, worksWith: [...above, ...unit.units].map((one) => one.id).toSorted() };
  });
}

/** Some declare a relation to their own penilai, as it happens in a city where people know each other. */
function relationsOf(random: Random, { city, lines }: Sources, day: LocalDate): MadeCycle["relations"] {
  const staff = city.people.filter((one): one is Person => one.account === null && !one.isHead && one.jenis !== "pejabat");
  return random.sample(staff, RELATIONS).flatMap((person) => {
    const penilai = onDay(lines.relationsOf.get(person) ?? [], day)?.penilai;
    return penilai === undefined || penilai === city.wali ? [] : [{ personId: person.id, otherId: penilai.id, kind: random.chance(0.8) ? ("keluarga" as const) : ("usaha" as const) }];
  });
}

function levelsOf(random: Random, mean: number): (PeerLevel | null)[] {
  const own = 2.9 + mean + random.normal() * 0.3;
  if (random.chance(0.12)) return PERILAKU.map(() => levelOf(own));
  return PERILAKU.map(() => (random.chance(0.06) ? null : levelOf(own + random.normal() * 0.45)));
}
function levelOf(value: number): PeerLevel {
  if (value < 1.5) return 1;
  if (value < 2.5) return 2;
  return value < 3.5 ? 3 : 4;
}

/** A random id of the kind that says nothing of its time, from the seed's dice. */
export function uuid4(random: Random): string {
  const hex = random.hex(30);
  const variant = "89ab".charAt(random.int(0, 3));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/** The deeds of BKPSDM in both cycles, for the trail. */
export function peerEvents({ last, open }: { last: MadeCycle; open: MadeCycle }, bkpsdm: Person): TrailEvent[] {
  const at = (one: MadeCycle, day: LocalDate, minute: number, action: string, payload: Record<string, unknown>): TrailEvent => ({ at: moment(day, minute), actor: bkpsdm, action, type: "peer_cycle", id: one.id, payload });
  const begin = (one: MadeCycle): TrailEvent[] => [
    at(one, addDays(one.answersFrom, -15), 540, "peer-cycle.open", { year: one.year, semester: one.semester, answersFrom: one.answersFrom, answersUntil: one.answersUntil, keyHash: one.keyHash }),
    at(one, one.drawnOn, 600, "peer-cycle.draw", { people: one.input.people.length, forms: one.drawn.length, components: one.components, shortfall: one.shortfall, crossPercent: one.crossPercent }),
  ];
  const kept = keptForms(last);
  return [
    ...begin(last), ...begin(open), at(last, addDays(last.answersUntil, 1), 480, "peer-cycle.close", {}),
    at(last, addDays(last.answersUntil, 1), 485, "peer-cycle.seal", { answers: kept.length, suggestions: keptSuggestions(kept).length }), at(last, must(last.releasedOn), 560, "peer-cycle.release", {}),
  ];
}

/** As the seal does: forms of people about whom something will be shown. */
export function keptForms({ forms }: MadeCycle): MadeForm[] {
  return [...Map.groupBy(forms, (one) => one.subjectId).values()].filter((own) => peerShown(own).withheld === null).flat();
}
export function keptSuggestions(kept: readonly MadeForm[]): MadeForm[] {
  return [...Map.groupBy(kept.filter((one) => one.suggestion !== null), (one) => one.subjectId).values()].filter((own) => own.length >= FEWEST_ANSWERS).flat();
}
