import type { acceptPenilaiCorrection, Input, listPenilaiCorrections, Output, PenilaiCorrectionView, previewPenilaiCorrection } from "@teraju/contracts";
import { addDays, firstDayOf, type LocalDate, monthOf, penilaiCorrection as rules } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { notification } from "#db/schema/index.ts";
import { penilaiCorrection } from "#db/schema/penilai-correction.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { keptBy, mustKeep, ownLine } from "../../kept.ts";
import { standardOn } from "../../standard.ts";
import { proposalOf } from "../penilai-relation/proposals.ts";
import { setLines, trailOf } from "../penilai-relation/hand-over.ts";
import * as queries from "./queries.ts";
import { mustRead } from "./service.ts";
import { toView } from "./view.ts";

/** The queue of the city, or of the OPD whose admin asks; at most 500 open ones at once. Two or three statements. */
export async function queue(ctx: Ctx): Promise<Output<typeof listPenilaiCorrections>> {
  const kept = await keptBy(ctx, "penilai-correction.read");
  const [rows, { kalender }] = await Promise.all([queries.findQueue(ctx.pool, ctx.today, kept), standardOn(ctx.pool, ctx.today)]);
  const views = rows.map((row) => toView(row, ctx.today, kalender));
  return { open: views.filter(({ status }) => status === "open"), settled: views.filter(({ status }) => status !== "open") };
}

type Asked = { penilaiId?: string | undefined; from?: LocalDate | undefined; q?: string | undefined };

/** What carrying it out would change, for this penilai and day or for those proposed; nothing is touched. */
export async function preview(ctx: Ctx, id: string, asked: Asked): Promise<Output<typeof previewPenilaiCorrection>> {
  const row = await mustFind(ctx, "penilai-correction.read", id);
  const q = asked.q === undefined || asked.q === "" ? null : asked.q;
  const { kalender, standar } = await standardOn(ctx.pool, ctx.today);
  const usulan = await proposalOf(ctx, row.pegawaiId, standar.penilaian);
  const [record, work, found] = await Promise.all([
    queries.findOnRecord(ctx.pool, row.pegawaiId, ctx.today), queries.findOpenWork(ctx.pool, row.pegawaiId, ctx.today), queries.findCandidates(ctx.pool, row.pegawaiId, ctx.today, q, usulan?.penilai ?? null),
  ]);
  const candidates = [...(row.proposed === null ? [] : [{ ...row.proposed, why: "proposed" as const }]), ...found.filter(({ id: other }) => other !== row.proposedId)].filter(({ id: other }) => other !== record.penilaiId);
  const chosenId = asked.penilaiId ?? candidates[0]?.id ?? null;
  const from = asked.from ?? defaultDay(work.reports, record.since, ctx.today);
  const [chosen, atasan] = chosenId === null ? [null, null] : await Promise.all([queries.findSeated(ctx.pool, chosenId, ctx.today), atasanOf(ctx, chosenId)]);
  const parties = ["bkpsdm"] as const;
  const own = (people: readonly (string | null)[]) => ownLine(ctx, "penilai-correction.decide", people);
  return {
    correction: toView(row, ctx.today, kalender), chosen, candidates,
    changes: {
      from, atasan, skpWaiting: work.skpWaiting,
      reports: work.reports.filter(({ month }) => month >= monthOf(from)),
      periods: work.periods.map(({ year, kind, number }) => ({ year, kind, number })),
    },
    actions: {
      accept: [...own([row.pegawaiId, chosenId]), ...rules.acceptRefusals(row, parties, { pegawaiId: row.pegawaiId, penilaiId: record.penilaiId, proposedId: chosen?.id ?? null, bawahanIds: record.bawahanIds }, { from, relationFrom: record.since })],
      decline: [...own([row.pegawaiId]), ...rules.refusals(row, "decline", parties)],
    },
  };
}

/** From the first month whose report still waits, so that open work follows; never before the day after the relation on record began. */
function defaultDay(reports: queries.OpenWork["reports"], since: LocalDate | null, today: LocalDate): LocalDate {
  const first = firstDayOf(reports[0]?.month ?? monthOf(today));
  return since !== null && first <= since ? addDays(since, 1) : first;
}

/** Who rates the new penilai stands above the pegawai; a penilai without one (the Wali Kota) is their own last word. */
async function atasanOf(ctx: Ctx, penilaiId: string): Promise<queries.Person | null> {
  const atasanId = await queries.findPenilaiId(ctx.pool, penilaiId, ctx.today);
  return atasanId === null ? null : queries.findSeated(ctx.pool, atasanId, ctx.today);
}

type Decision = Input<typeof acceptPenilaiCorrection>["body"];

/**
 * Ends the relation on record and begins the right one; drafts, sent and returned reports follow at once. What was checked or rated
 * stays with who did it. All three people are told.
 */
export async function accept(ctx: Ctx, id: string, { version, penilaiId, from, note }: Decision): Promise<PenilaiCorrectionView> {
  const row = await mustFind(ctx, "penilai-correction.decide", id);
  if (row.status === "accepted" && row.version === version + 1 && row.decidedPenilai?.id === penilaiId && row.effectiveFrom === from) return mustRead(ctx, id);
  const record = await queries.findOnRecord(ctx.pool, row.pegawaiId, ctx.today);
  if ((await queries.findSeated(ctx.pool, penilaiId, ctx.today)) === null) throw new Problem("invalid", { fields: [{ path: "body.penilaiId", code: "unknown_person" }] });
  refuseIf(ownLine(ctx, "penilai-correction.decide", [row.pegawaiId, penilaiId]));
  refuseIf(rules.acceptRefusals(row, ["bkpsdm"], { pegawaiId: row.pegawaiId, penilaiId: record.penilaiId, proposedId: penilaiId, bawahanIds: record.bawahanIds }, { from, relationFrom: record.since }));
  const atasanId = await queries.findPenilaiId(ctx.pool, penilaiId, ctx.today);
  await change(ctx, async (tx) => {
    await settle(ctx, tx, id, version, { status: "accepted", decidedPenilaiId: penilaiId, effectiveFrom: from, note });
    const { reports, handOvers } = await setLines(ctx, tx, [{ pegawaiId: row.pegawaiId, segments: [{ penilaiId, atasanId, from, until: record.until }] }], { basis: `Koreksi atasan, ${ctx.today}`, source: "recorded" });
    return { value: undefined, audit: { action: "penilai-correction.accept", target: { type: "person", id: row.pegawaiId }, payload: { correctionId: id, before: record.penilaiId, after: penilaiId, atasanId, from, reports, handOvers: trailOf(handOvers) } } };
  });
  return mustRead(ctx, id);
}

/** It stays as it is; the pegawai reads why. */
export async function decline(ctx: Ctx, id: string, { version, note }: { version: number; note: string }): Promise<PenilaiCorrectionView> {
  const row = await mustFind(ctx, "penilai-correction.decide", id);
  if (row.status === "declined" && row.version === version + 1 && row.note === note) return mustRead(ctx, id);
  refuseIf([...ownLine(ctx, "penilai-correction.decide", [row.pegawaiId]), ...rules.refusals(row, "decline", ["bkpsdm"])]);
  await change(ctx, async (tx) => {
    await settle(ctx, tx, id, version, { status: "declined", note });
    await tell(ctx, tx, [[row.pegawaiId, "penilai_correction_declined"]], row.pegawai.name);
    return { value: undefined, audit: { action: "penilai-correction.decline", target: { type: "person", id: row.pegawaiId }, payload: { correctionId: id } } };
  });
  return mustRead(ctx, id);
}

type Settled = Pick<typeof penilaiCorrection.$inferInsert, "status" | "decidedPenilaiId" | "effectiveFrom" | "note">;
async function settle(ctx: Ctx, tx: Tx, id: string, version: number, what: Settled): Promise<void> {
  const written = await tx.update(penilaiCorrection).set({ ...what, decidedBy: ctx.actor.personId, decidedOn: ctx.today, version: sql`${penilaiCorrection.version} + 1` })
    .where(and(eq(penilaiCorrection.id, id), eq(penilaiCorrection.version, version), eq(penilaiCorrection.status, "open"))).returning({ id: penilaiCorrection.id });
  if (written.length === 0) throw new Problem("stale");
}

async function tell(ctx: Ctx, tx: Tx, whom: readonly (readonly [personId: string, kind: string])[], name: string): Promise<void> {
  await tx.insert(notification).values(whom.map(([personId, kind]) => ({ id: v7(), personId, kind, params: JSON.stringify({ name }), day: ctx.today, createdAt: ctx.now }))).onConflictDoNothing();
}

async function mustFind(ctx: Ctx, action: "penilai-correction.read" | "penilai-correction.decide", id: string): Promise<queries.Row> {
  const row = await queries.findOne(ctx.pool, id, ctx.today);
  if (row === null) throw new Problem("not_found");
  await mustKeep(ctx, action, [row.pegawaiId]);
  return row;
}
