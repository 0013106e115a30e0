import type { KalibrasiCase, KalibrasiView, proposeKalibrasi, ProposalView } from "@teraju/contracts/kalibrasi";
import { kalibrasi as rules, type KalibrasiJawaban, rulebookOf } from "@teraju/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type * as z from "zod/mini";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { accessLog } from "#db/schema/audit.ts";
import { kalibrasiProposal, kalibrasiReading } from "#db/schema/kalibrasi.ts";
import { notification } from "#db/schema/people.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { findResult } from "../../final-result.ts";
import { correct } from "../appraisal/correct.ts";
import { findPeriod } from "../appraisal/period.ts";
import { resultViewOf } from "../result/view.ts";
import { findProposal, type ProposalRow } from "./queries.ts";
import { proposalOf, viewOf } from "./view.ts";
import { caseActions, contextOf, kasusOf, type Key, loadCase, loadWork, stateOf } from "./work.ts";

type CaseKey = Key & { appraisalId: string };

/** The evidence of a case as it stands now, without the name until the caller has read it. */
export async function readCase(ctx: Ctx, key: CaseKey): Promise<KalibrasiCase> {
  const work = await loadWork(ctx, key, "kalibrasi.read");
  const { meeting, number, row } = await loadCase(ctx, work, key.appraisalId);
  const result = await findResult(ctx.pool, row.currentId);
  if (result === null) throw new Problem("not_found");
  await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "kalibrasi.case", subjectId: row.personId });
  const { predikat, hasilKerja, perilaku, behaviours, capaianOrganisasi, indeks, results, correctionReason } = resultViewOf(result, work.period, { replies: new Map(), kalibrasi: { proposals: [] }, pola: null, bkn: null }, { today: ctx.today, actorId: ctx.actor.personId });
  const { rekan } = result.facts;
  return {
    appraisalId: key.appraisalId, number, bagian: meeting.opening.butir[number - 1]?.bagian ?? "perbatasan", person: row.isRead ? row.person : null, isRead: row.isRead,
    predikat, hasilKerja, perilaku, behaviours, capaianOrganisasi, indeks, results, correctionReason, rekan: rekan == null || "sebab" in rekan ? null : { rata: rekan.rata, n: rekan.n }, actions: caseActions(ctx, work, row),
  };
}

/** Records that the caller has read the evidence, once: the name opens. */
export async function markRead(ctx: Ctx, key: CaseKey): Promise<KalibrasiCase> {
  const work = await loadWork(ctx, key, "kalibrasi.read");
  const { meeting, row } = await loadCase(ctx, work, key.appraisalId);
  if (!row.isRead) {
    refuseIf(rules.readRefusals(stateOf(work), contextOf(work)));
    await change(ctx, async (tx) => {
      await tx.insert(kalibrasiReading).values({ kalibrasiId: meeting.id, appraisalId: key.appraisalId, personId: ctx.actor.personId, readAt: ctx.now }).onConflictDoNothing();
      return { value: undefined, audit: { action: "kalibrasi.read_case", target: { type: "appraisal", id: key.appraisalId }, payload: { kalibrasiId: meeting.id } } };
    });
  }
  return readCase(ctx, key);
}

/** Proposes other ratings of a case; who set the result is told, and nothing of it changes. Sent again it is the same proposal. */
export async function propose(ctx: Ctx, key: Key, { id, appraisalId, hasilKerja, perilaku, reason }: z.output<typeof proposeKalibrasi.body & {}>): Promise<KalibrasiView> {
  const work = await loadWork(ctx, key, "kalibrasi.lead");
  const { meeting, row } = await loadCase(ctx, work, appraisalId);
  const sent = await findProposal(ctx.pool, id);
  if (sent?.kalibrasiId === meeting.id && sent.reason === reason) return viewOf(ctx, work);
  refuseIf(rules.proposeRefusals(stateOf(work), kasusOf(ctx, row), { hasilKerja, perilaku, alasan: reason }, contextOf(work)));
  const predikat = rulebookOf(work.period).rules.predikatKinerja({ hasilKerja, perilaku }).value;
  const after = { hasilKerja, perilaku, predikat };
  await change(ctx, async (tx) => {
    const made = await tx.insert(kalibrasiProposal).values({ id, kalibrasiId: meeting.id, appraisalId: row.currentId, penilaiId: row.penilaiId, authorId: ctx.actor.personId, reason, ...after, proposedOn: ctx.today }).onConflictDoNothing().returning({ id: kalibrasiProposal.id });
    if (made.length === 0) throw new Problem("stale");
    await tx.insert(notification).values({ id: v7(), personId: row.penilaiId, kind: "kalibrasi_proposed", params: JSON.stringify({ proposalId: id }), day: ctx.today, createdAt: ctx.now }).onConflictDoNothing();
    return { value: undefined, audit: { action: "kalibrasi.propose", target: { type: "appraisal", id: row.currentId }, payload: { proposalId: id, kalibrasiId: meeting.id, before: row.now, after, reason } } };
  });
  return viewOf(ctx, await loadWork(ctx, key, "kalibrasi.read"));
}

/** Only who set the result knows of the proposal here. */
async function mustProposal(ctx: Ctx, id: string): Promise<ProposalRow> {
  const row = await findProposal(ctx.pool, id);
  if (row === null || row.penilaiId !== ctx.actor.personId) throw new Problem("not_found");
  return row;
}

type Answer = { version: number; answer: KalibrasiJawaban; words: string; correctionId: string };
/** Accepting begins the next revision as a draft, with all that a correction asks; its ratings the penilai sets at the own desk. */
export async function answer(ctx: Ctx, id: string, { version, answer: said, words, correctionId }: Answer): Promise<ProposalView> {
  const row = await mustProposal(ctx, id);
  if (row.answer === said && row.words === words) return proposalOf(row);
  const period = await findPeriod(ctx.pool, row.periodId);
  refuseIf(rules.answerRefusals({ isAnswered: row.answer !== null, isCurrent: row.isCurrent, isUnderKeberatan: row.isUnderKeberatan }, { isAccepted: said === "diterima", words }, { parties: ["penilai"], standar: period.standar }));
  if (row.version !== version) throw new Problem("stale");
  const key = { periodId: row.periodId, personId: row.personId };
  if (said === "diterima") await begin(ctx, key, row, correctionId, words);
  await change(ctx, async (tx) => {
    const { rowCount } = await tx.update(kalibrasiProposal).set({ answer: said, words, answeredOn: ctx.today, correctionId: said === "diterima" ? correctionId : null, version: sql`${kalibrasiProposal.version} + 1` })
      .where(and(eq(kalibrasiProposal.id, id), eq(kalibrasiProposal.version, version), isNull(kalibrasiProposal.answer)));
    if (rowCount === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "kalibrasi.answer", target: { type: "appraisal", id: row.appraisalId }, payload: { proposalId: id, answer: said, words, correctionId: said === "diterima" ? correctionId : null } } };
  });
  return proposalOf(await mustProposal(ctx, id));
}

/** The correction's own verb, with its own refusals and trail; its reason says where it comes from. */
async function begin(ctx: Ctx, key: { periodId: string; personId: string }, row: ProposalRow, correctionId: string, words: string): Promise<void> {
  const { rows } = await ctx.pool.query<{ version: number }>("select version from appraisal where id = $1", [row.appraisalId]);
  await correct(ctx, key, { id: correctionId, version: rows[0]?.version ?? 1, reason: `Rapat kalibrasi, usul ${row.by}: ${row.reason}\nJawaban pejabat penilai: ${words}` });
}
