import type { AppraisalView, readSaran, readTeam, saveAppraisal } from "@teraju/contracts/appraisal";
import type { EvaluationPeriodView } from "@teraju/contracts/evaluation-period";
import type { Output } from "@teraju/contracts/endpoint";
import { type appraisal as rules, bagianPenilaian, type Decision, type Ekspektasi, type FaktaPenilaian, PERILAKU } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type * as z from "zod/mini";
import type { Ctx } from "../../context.ts";
import { type AuditEntry, change, type Tx } from "#db/audit.ts";
import { appraisal, appraisalBasis, appraisalRating } from "#db/schema/appraisal.ts";
import { accessLog } from "#db/schema/audit.ts";
import { notification } from "#db/schema/people.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { recompute } from "./decision.ts";
import { listMonths } from "./material.ts";
import { findPeriod, listPeriods, periodView } from "./period.ts";
import { polaState } from "./pola.ts";
import { hasSeenPola, listTeam, type Saved, type TeamRow } from "./queries.ts";
import { teamOf } from "./raters.ts";
import { viewOf } from "./view.ts";
import { bahanOf, type Draft, draftOf, factsOf, loadWork, refusalsOf, sourceOf, type Work } from "./work.ts";

type Body = z.output<typeof saveAppraisal.body & {}>;
export type Key = { periodId: string; personId: string };

export async function readPeriods(ctx: Ctx): Promise<{ periods: EvaluationPeriodView[] }> {
  return { periods: await listPeriods(ctx.pool, ctx.today) };
}

function stateOf({ status, hasilKerja, perilaku, isNotJudged, exempt }: TeamRow): "unsaved" | "saved" | "final" | "not_judged" {
  if (status === "final") return "final";
  if (isNotJudged || exempt !== null) return "not_judged";
  return hasilKerja !== null && perilaku !== null ? "saved" : "unsaved";
}

/** Whom the actor rates: as penilai, and as atasan where the penilai has let the window pass. Five queries, and one per department. */
export async function team(ctx: Ctx, periodId: string): Promise<Output<typeof readTeam>> {
  const period = await findPeriod(ctx.pool, periodId);
  const isLate = ctx.today > period.ratingUntil;
  const mine = await teamOf(ctx.pool, period, ctx.actor.personId, ctx.today);
  const rows = await listTeam(ctx.pool, period, mine);
  const byPerson = new Map(mine.map((one) => [one.personId, one]));
  const months = Map.groupBy(await listMonths(ctx.pool, period, mine.map((one) => one.personId)), (month) => month.personId);
  const members = rows.flatMap((row) => {
    const raters = byPerson.get(row.id);
    const as = raters?.penilai.value === ctx.actor.personId ? ("penilai" as const) : ("atasan" as const);
    if (as === "atasan" && (!isLate || row.status === "final")) return [];
    return [{
      person: { id: row.id, name: row.name, jabatan: row.jabatan, unit: row.unit }, as, state: stateOf(row),
      hasilKerja: row.hasilKerja, perilaku: row.perilaku, saranHasilKerja: row.saranHasilKerja, saranPerilaku: row.saranPerilaku,
      months: (months.get(row.id) ?? []).map(({ personId: _, ...month }) => month), note: raters?.note ?? null, exempt: row.exempt,
    }];
  });
  const own = rows.filter((row) => byPerson.get(row.id)?.penilai.value === ctx.actor.personId);
  const opds = new Map(own.flatMap(({ opdId, opd }) => (opdId !== null && opd !== null ? [[opdId, opd] as const] : [])));
  const pola = await Promise.all([...opds].map(async ([id, name]) => ({ unit: { id, name }, state: await polaState(ctx.pool, period, id, own.filter((row) => row.opdId === id && !row.isNotJudged && row.exempt === null)) })));
  return { period: periodView(period, ctx.today), members, pola: pola.flatMap(({ unit, state }) => (state === null ? [] : [{ unit, refusals: state.refusals }])) };
}

export async function read(ctx: Ctx, key: Key): Promise<AppraisalView> {
  const work = await loadWork(ctx, key.periodId, key.personId);
  await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "appraisal.read", subjectId: key.personId });
  return viewOf(work, ctx);
}

const isEkspektasi = (text: string): text is Ekspektasi => text === "di_atas" || text === "sesuai" || text === "di_bawah";
const listed = (text: string): (Ekspektasi | null)[] => text.split(",").map((word) => (isEkspektasi(word) ? word : null));

/** What the guide suggests for ratings that are not saved; it names no predikat. */
export async function saran(ctx: Ctx, key: Key, given: { hasil: string; perilaku: string }): Promise<Output<typeof readSaran>> {
  const work = await loadWork(ctx, key.periodId, key.personId);
  const bahan = bahanOf(work, { hasil: new Map(), perilaku: new Map() });
  const [onResults, onPerilaku] = [listed(given.hasil), listed(given.perilaku)];
  const { saranHasilKerja, saranPerilaku } = bagianPenilaian({
    ...bahan,
    hasil: bahan.hasil.map((one, index) => ({ ...one, rating: onResults[index] ?? null })),
    perilaku: PERILAKU.map((perilaku, index) => ({ perilaku, rating: onPerilaku[index] ?? null })),
  });
  return { saranHasilKerja, saranPerilaku };
}

/** The request's ratings; what does not belong to this person's period is answered as if it did not exist. */
export function draftFrom(body: Omit<Body, "id" | "version">, { material }: Work): Draft {
  const lines = new Set(material.lines.map((line) => line.lineId));
  const evidence = new Set(material.evidence.map((one) => one.id));
  const notes = new Set(material.umpanBalik.map((one) => one.id));
  const fields = [
    ...body.hasil.flatMap((one, index) => (lines.has(one.lineId) ? [] : [{ path: `body.hasil.${index}.lineId`, code: "unknown" }])),
    ...body.basis.flatMap((one, index) => ((one.kind === "evidence" ? evidence : notes).has(one.id) ? [] : [{ path: `body.basis.${index}.id`, code: "unknown" }])),
  ];
  if (fields.length > 0) throw new Problem("invalid", { fields });
  const { hasilKerja, perilakuKerja, alasanHasilKerja, alasanPerilaku } = body;
  const basis = [...new Map(body.basis.map((one) => [`${one.aspect} ${one.id}`, one])).values()];
  return { hasil: new Map(body.hasil.map((one) => [one.lineId, one.rating])), perilaku: new Map(body.perilaku.map((one) => [one.perilaku, one.rating])), hasilKerja, perilakuKerja, alasanHasilKerja, alasanPerilaku, basis };
}

function suggestion(work: Work, draft: Draft): { hasilKerja: Decision<Ekspektasi | null>; perilaku: Decision<Ekspektasi | null> } {
  const { saranHasilKerja, saranPerilaku } = bagianPenilaian(bahanOf(work, draft));
  return { hasilKerja: saranHasilKerja, perilaku: saranPerilaku };
}

export function refuse(work: Work, action: rules.Action, draft: Draft, ctx: Ctx, reason: string | null = null): void {
  const { hasilKerja, perilaku } = suggestion(work, draft);
  refuseIf(refusalsOf(work, action, draft, { hasilKerja: hasilKerja.value, perilaku: perilaku.value }, ctx, reason));
}

/** True when any rating differs from what was saved before. */
function areRatingsChanged(before: Draft, after: Draft): boolean {
  const text = (draft: Draft) => JSON.stringify([[...draft.hasil].sort(), [...draft.perilaku].sort(), draft.hasilKerja, draft.perilakuKerja]);
  return text(before) !== text(after);
}

async function writeParts(tx: Tx, appraisalId: string, draft: Draft): Promise<void> {
  await tx.delete(appraisalRating).where(eq(appraisalRating.appraisalId, appraisalId));
  await tx.delete(appraisalBasis).where(eq(appraisalBasis.appraisalId, appraisalId));
  const ratings = [
    ...[...draft.hasil].map(([target, rating]) => ({ appraisalId, aspect: "hasil_kerja", target, rating })),
    ...[...draft.perilaku].map(([target, rating]) => ({ appraisalId, aspect: "perilaku", target, rating })),
  ];
  if (ratings.length > 0) await tx.insert(appraisalRating).values(ratings);
  if (draft.basis.length > 0) await tx.insert(appraisalBasis).values(draft.basis.map(({ aspect, kind, id }) => ({ appraisalId, aspect, evidenceId: kind === "evidence" ? id : null, umpanBalikId: kind === "umpan_balik" ? id : null })));
}

/** Saves ratings as far as they go. A first save sent twice is one save. */
export async function save(ctx: Ctx, key: Key, body: Body): Promise<AppraisalView> {
  const work = await loadWork(ctx, key.periodId, key.personId);
  const { saved } = work;
  if (saved !== null && body.version === null) {
    if (saved.id === body.id && saved.version === 1) return viewOf(work, ctx);
    throw new Problem("stale");
  }
  if (saved === null && body.version !== null) throw new Problem("stale");
  const draft = draftFrom(body, work);
  refuse(work, "save", draft, ctx);
  const source = sourceOf(work, draft) !== null && saved !== null ? { bknReportId: saved.bknReportId, bknLine: saved.bknLine } : NO_SOURCE;
  await store(ctx, work, { key, id: body.id, version: body.version, draft, source }, { action: "appraisal.save" });
  return viewOf(await loadWork(ctx, key.periodId, key.personId), ctx);
}

export type Source = { bknReportId: string | null; bknLine: number | null };
const NO_SOURCE: Source = { bknReportId: null, bknLine: null };

type Drafted = { key: Key; id: string; version: number | null; draft: Draft; source: Source };
/** Writes the draft, its parts and its audit row; `id` is that of a first draft. Whoever comes too late finds it `stale`. */
export async function store(ctx: Ctx, work: Work, drafted: Drafted, entry: Pick<AuditEntry, "action" | "payload">): Promise<void> {
  await change(ctx, async (tx) => ({ value: undefined, audit: await writeDraft(ctx, tx, work, drafted, entry) }));
}

/** The same in a transaction that is not its own; gives the line of the trail. */
export async function writeDraft(ctx: Ctx, tx: Tx, work: Work, { key, id: newId, version, draft, source }: Drafted, entry: Pick<AuditEntry, "action" | "payload">): Promise<AuditEntry> {
  const { saved, seat } = work;
  const { hasilKerja, perilaku } = suggestion(work, draft);
  const isAfterPola = saved !== null && areRatingsChanged(draftOf(saved), draft) && (await hasSeenPola(ctx.pool, ctx.actor.personId, key.periodId, saved.opdId));
  const values = {
    penilaiId: ctx.actor.personId, hasilKerja: draft.hasilKerja, perilaku: draft.perilakuKerja, alasanHasilKerja: draft.alasanHasilKerja, alasanPerilaku: draft.alasanPerilaku,
    saranHasilKerja: hasilKerja.value, saranPerilaku: perilaku.value, skpId: work.material.lines[0]?.skpId ?? null, ...source,
  };
  const id = saved?.id ?? newId;
  if (saved === null) {
    const made = await tx.insert(appraisal).values({ id, ...key, unitId: seat.unitId, opdId: seat.opdId ?? seat.unitId, unitOrd: seat.unitOrd, ...values }).onConflictDoNothing().returning({ id: appraisal.id });
    if (made.length === 0) throw new Problem("stale");
  } else {
    const written = await tx.update(appraisal).set({ ...values, isAfterPola: saved.isAfterPola || isAfterPola, version: sql`${appraisal.version} + 1` })
      .where(and(eq(appraisal.id, id), eq(appraisal.version, version ?? 0), eq(appraisal.status, "draft"))).returning({ id: appraisal.id });
    if (written.length === 0) throw new Problem("stale");
  }
  await writeParts(tx, id, draft);
  return { action: entry.action, target: { type: "appraisal", id }, payload: { ...key, ...entry.payload, hasilKerja: draft.hasilKerja, perilaku: draft.perilakuKerja, isAfterPola } };
}

/** Sets the result with its receipt: facts, Decision, digest. After this the row never changes; the pegawai is told. */
export async function finalise(ctx: Ctx, key: Key, { version }: { version: number }): Promise<AppraisalView> {
  const work = await loadWork(ctx, key.periodId, key.personId);
  const { saved } = work;
  const draft = draftOf(saved);
  refuse(work, "finalize", draft, ctx);
  const facts = factsOf(work, draft, ctx);
  if (saved === null || facts === null) throw new Error("an appraisal without refusals lacks its facts");
  await change(ctx, async (tx) => ({ value: undefined, audit: await writeFinal(ctx, tx, { ...saved, version }, key, facts) }));
  return viewOf(await loadWork(ctx, key.periodId, key.personId), ctx);
}

type Settable = Pick<Saved, "id" | "version" | "revision" | "isCurrent" | "isAfterPola">;
/** Makes a draft final, in a transaction that is not its own; gives the line of the trail. The draft as it was at `version`, else `stale`. */
export async function writeFinal(ctx: Ctx, tx: Tx, saved: Settable, key: Key, facts: FaktaPenilaian): Promise<AuditEntry> {
  const receipt = recompute(facts);
  if (!saved.isCurrent) await tx.update(appraisal).set({ isCurrent: false }).where(and(eq(appraisal.periodId, key.periodId), eq(appraisal.personId, key.personId), eq(appraisal.isCurrent, true)));
  const written = await tx.update(appraisal).set({ ...receipt, facts, penilaiId: ctx.actor.personId, status: "final", isCurrent: true, finalizedAt: ctx.now, finalizedOn: ctx.today, version: sql`${appraisal.version} + 1` })
    .where(and(eq(appraisal.id, saved.id), eq(appraisal.version, saved.version), eq(appraisal.status, "draft"))).returning({ id: appraisal.id });
  if (written.length === 0) throw new Problem("stale");
  await tx.insert(notification).values({ id: v7(), personId: key.personId, kind: "result_set", params: JSON.stringify({ appraisalId: saved.id }), day: ctx.today, createdAt: ctx.now }).onConflictDoNothing();
  const { digest, predikat, rulebook } = receipt;
  return { action: "appraisal.finalise", target: { type: "appraisal", id: saved.id }, payload: { ...key, revision: saved.revision, predikat, digest, rulebook, isAfterPola: saved.isAfterPola } };
}
