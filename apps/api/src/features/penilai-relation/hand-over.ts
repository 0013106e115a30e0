import { type LocalDate, monthOf } from "@teraju/domain";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import type { Tx } from "#db/audit.ts";
import { notification } from "#db/schema/index.ts";
import { refuseIf } from "#http/problem.ts";
import { standardOn } from "../../standard.ts";
import { alignReports, touchedMonths } from "../month-state/service.ts";
import * as queries from "./line-queries.ts";

/** A part of a pegawai's line on [from, until); `penilaiId` null: nobody is recorded (the atasan acts, Lampiran BAB IV.A.2). */
export type Segment = { readonly penilaiId: string | null; readonly atasanId: string | null; readonly from: LocalDate; readonly until: LocalDate | null };
/** The parts follow each other without a gap. */
export type NewLine = { readonly pegawaiId: string; readonly segments: readonly [Segment, ...Segment[]] };
/** `basis`: the letter, as it is named; `source`: whether it follows from posts and units, or somebody said so. */
export type LineTerms = { readonly basis: string; readonly source: queries.Source };
export type HandOver = { pegawaiId: string; name: string; before: string | null; after: string | null };
export type Outcome = { handOvers: HandOver[]; reports: number };

/**
 * Changes who rates whom, for all of them at once and from one day on: what is in force ends, the new line begins, what had been recorded
 * for its days and had not begun gives way, and what was recorded for the days after goes on under its own letter. Open work follows by
 * itself; pegawai and both penilai find it on their Beranda. The caller writes the trail in the same transaction, with `handOvers`.
 * @throws refused: `before_relation` where a line that has begun would have to be undone, or `until` is not after `from`.
 */
export async function setLines(ctx: Ctx, tx: Tx, lines: readonly NewLine[], terms: LineTerms): Promise<Outcome> {
  const [first] = lines;
  if (first === undefined) return { handOvers: [], reports: 0 };
  const { from } = first.segments[0];
  const stored = Map.groupBy(await queries.findLines(tx, lines.map(({ pegawaiId }) => pegawaiId), from), (row) => row.pegawaiId);
  const handOvers: HandOver[] = [];
  const plan: queries.Plan = { end: [], remove: [], begin: [] };
  for (const line of lines) {
    const rows = stored.get(line.pegawaiId) ?? [];
    const end = line.segments.at(-1)?.until ?? null;
    refuseIf(end !== null && from >= end ? ["before_relation"] : []);
    // A second decree of the same day takes the place of the first; what began after that day and is in force already is history.
    refuseIf(rows.some((row) => row.mulai > from && row.mulai <= ctx.today && (end === null || row.mulai < end)) ? ["before_relation"] : []);
    if (isRecorded(rows, line)) continue;
    planOne(plan, rows, line, terms);
    const before = rows.find((row) => row.mulai <= from)?.penilaiId ?? null;
    const after = line.segments[0].penilaiId;
    if (before !== after) handOvers.push({ pegawaiId: line.pegawaiId, name: "", before, after });
  }
  await queries.writePlan(tx, plan);
  const names = await queries.findNames(tx, handOvers.map(({ pegawaiId }) => pegawaiId));
  for (const one of handOvers) one.name = names.get(one.pegawaiId) ?? "";
  await tell(ctx, tx, handOvers, from);
  return { handOvers, reports: from > ctx.today ? 0 : await followLines(ctx, tx, { people: lines.map(({ pegawaiId }) => pegawaiId), handOvers, from }) };
}

type Piece = { penilaiId: string | null; atasanId: string | null; from: LocalDate; until: LocalDate | null };
/** Whether the line stands so already, under whatever letters. */
function isRecorded(rows: readonly queries.Line[], { segments }: NewLine): boolean {
  const { from } = segments[0];
  const end = segments.at(-1)?.until ?? null;
  const pieces: Piece[] = [];
  for (const { penilaiId, atasanId, mulai, selesai } of rows) {
    if (end !== null && mulai >= end) continue;
    const last = pieces.at(-1);
    const until = end !== null && (selesai === null || selesai > end) ? end : selesai;
    if (last?.until === mulai && last.penilaiId === penilaiId && last.atasanId === atasanId) last.until = until;
    else pieces.push({ penilaiId, atasanId, from: mulai > from ? mulai : from, until });
  }
  const wanted = segments.filter(({ penilaiId }) => penilaiId !== null).map(({ penilaiId, atasanId, from: day, until }): Piece => ({ penilaiId, atasanId, from: day, until }));
  return JSON.stringify(pieces) === JSON.stringify(wanted);
}

function planOne({ end, remove, begin }: queries.Plan, rows: readonly queries.Line[], { pegawaiId, segments }: NewLine, { basis, source }: LineTerms): void {
  const { from } = segments[0];
  const until = segments.at(-1)?.until ?? null;
  for (const row of rows) {
    if (until !== null && row.mulai >= until) continue;
    if (row.mulai < from) end.push({ id: row.id, until: from });
    else remove.push(row.id);
    if (until !== null && (row.selesai === null || row.selesai > until)) begin.push({ ...row, mulai: until });
  }
  for (const one of segments) if (one.penilaiId !== null) begin.push({ pegawaiId, penilaiId: one.penilaiId, atasanId: one.atasanId, basis, source, mulai: one.from, selesai: one.until });
}

type Followed = { people: readonly string[]; handOvers: readonly Pick<HandOver, "pegawaiId" | "after">[]; from: LocalDate };
/** Open reports of months from that day's on go along with their people. Gives how many sent ones went to another penilai. */
export async function followLines(ctx: Pick<Ctx, "pool" | "today">, tx: Tx, { people, handOvers, from }: Followed): Promise<number> {
  const reports = await queries.moveSentReports(tx, handOvers.flatMap(({ pegawaiId, after }) => (after === null ? [] : [{ pegawaiId, after }])), monthOf(from));
  const { kalender } = await standardOn(ctx.pool, ctx.today);
  for (const month of touchedMonths({ firstDay: from, lastDay: null }, ctx.today)) await alignReports(tx, { month, today: ctx.today, personIds: people, kalender });
  return reports;
}

type Message = { personId: string; kind: string; params: Record<string, string | number> };
/** So many names are said one by one; more are a number. */
const NAMED = 3;
/** Tells the pegawai, who rates them now, and who did until then: each on their own Beranda, with the day from which it holds. */
export async function tell(ctx: Pick<Ctx, "today" | "now">, tx: Tx, handOvers: readonly HandOver[], on: LocalDate): Promise<void> {
  const own = handOvers.map(({ pegawaiId, name }): Message => ({ personId: pegawaiId, kind: "penilai_changed", params: { name, on } }));
  const sides = (["after", "before"] as const).flatMap((side) => [...Map.groupBy(handOvers, (one) => one[side])].flatMap(([personId, all]): Message[] => {
    if (personId === null) return [];
    const kind = side === "after" ? "bawahan_gained" : "bawahan_lost";
    return all.length > NAMED ? [{ personId, kind: `${kind}_many`, params: { count: all.length, on } }] : all.map(({ name }) => ({ personId, kind, params: { name, on } }));
  }));
  const messages = [...own, ...sides].map(({ personId, kind, params }) => ({ id: v7(), personId, kind, params: JSON.stringify(params), day: ctx.today, createdAt: ctx.now }));
  if (messages.length > 0) await tx.insert(notification).values(messages).onConflictDoNothing();
}

/** As the trail keeps it: who went from whom to whom. */
export function trailOf(handOvers: readonly HandOver[]): { pegawaiId: string; before: string | null; after: string | null }[] {
  return handOvers.map(({ pegawaiId, before, after }) => ({ pegawaiId, before, after }));
}
