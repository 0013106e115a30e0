import type { decideKeberatan, KeberatanView } from "@teraju/contracts/keberatan";
import { type Aspect, type Ekspektasi, type FaktaDasar, type FaktaPenilaian, keberatan as rules, type Pilihan } from "@teraju/domain";
import { and, eq, gt, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Ctx } from "../../context.ts";
import { type AuditEntry, change, type Tx } from "#db/audit.ts";
import { appraisal, appraisalBasis, appraisalRating } from "#db/schema/appraisal.ts";
import { keberatan } from "#db/schema/keberatan.ts";
import { notification } from "#db/schema/people.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { v7 } from "uuid";
import { recompute } from "../appraisal/decision.ts";
import { read, tell } from "./service.ts";
import { viewOf } from "./view.ts";
import { contextOf, loadKeberatan, rowsOf, type Work } from "./work.ts";

type Body = z.output<typeof decideKeberatan.body & {}>;

/** Rows that the decision names must stand on the receipt. */
function mustBeRows({ rows }: Body, facts: FaktaPenilaian): void {
  const known = new Set(rowsOf(facts).map((row) => `${row.aspect} ${row.target}`));
  const fields = rows.flatMap((row, index) => (known.has(`${row.aspect} ${row.target}`) ? [] : [{ path: `body.rows.${index}.target`, code: "unknown" }]));
  if (fields.length > 0) throw new Problem("invalid", { fields });
}

/** What the claims on an aspect point at, as a rating's ground. */
function claimed({ row }: Work, aspect: Aspect): FaktaDasar[] {
  const basis = row.claims.filter((claim) => claim.aspect === aspect).flatMap((claim) => claim.basis);
  return [...new Map(basis.map((one) => [one.id, one])).values()].map((one): FaktaDasar => one.kind === "evidence"
    ? { kind: "evidence", id: one.id, title: one.title, bulan: one.month }
    : { kind: "umpan_balik", id: one.id, dari: one.from, isFromPenilai: false, nada: one.nada, text: one.text, givenOn: one.givenOn, reply: null });
}

/** A rating that is changed stands on the atasan's reason, and on the claims' evidence beside what it stood on before; another stays as it was. */
function chosen(work: Work, aspect: Aspect, before: Pilihan, rating: Ekspektasi | null, alasan: string): Pilihan {
  if (rating === null || rating === before.rating) return before;
  const kept = new Set(before.dasar.map((one) => one.id));
  return { rating, alasan, dasar: [...before.dasar, ...claimed(work, aspect).filter((one) => !kept.has(one.id))] };
}

/** The facts of the next version: those of the result, with what the atasan changed and why. */
function factsOf(work: Work, { alasan, hasilKerja, perilakuKerja, rows }: Body): FaktaPenilaian {
  // What the atasan decides is the atasan's word: it no longer comes from e-Kinerja.
  const { facts: { sumberResmi: _, ...facts }, digest } = work.result;
  const changed = new Map(rows.map((row) => [`${row.aspect} ${row.target}`, row.rating]));
  const { id, name, jabatan, isKepalaDaerah } = work.row.atasan;
  return {
    ...facts,
    hasil: facts.hasil.map((one) => ({ ...one, rating: changed.get(`hasil_kerja ${one.lineId}`) ?? one.rating })),
    perilaku: facts.perilaku.map((one) => ({ ...one, rating: changed.get(`perilaku ${one.perilaku}`) ?? one.rating })),
    hasilKerja: chosen(work, "hasil_kerja", facts.hasilKerja, hasilKerja, alasan),
    perilakuKerja: chosen(work, "perilaku", facts.perilakuKerja, perilakuKerja, alasan),
    penilai: { id, name, jabatan, sebagai: "pemutus_keberatan", isKepalaDaerah },
    koreksi: { alasan, menggantikan: digest },
  };
}

function keputusanOf(work: Work, body: Body, after: FaktaPenilaian): rules.Keputusan {
  const before = work.result.facts;
  const ratings = (facts: FaktaPenilaian): string => JSON.stringify(rowsOf(facts).map((row) => row.rating));
  return {
    putusan: body.putusan, alasan: body.alasan, rekomendasi: body.rekomendasi, isAnythingChanged: ratings(before) !== ratings(after),
    ratings: { hasil_kerja: { rating: after.hasilKerja.rating, basis: after.hasilKerja.dasar.length }, perilaku: { rating: after.perilakuKerja.rating, basis: after.perilakuKerja.dasar.length } },
  };
}

/**
 * The next version of the result, final and not yet the one that counts. A correction that the penilai had begun goes: the atasan's
 * word is the later one.
 */
async function writeOutcome(tx: Tx, ctx: Ctx, { row, result }: Work, outcomeId: string, facts: FaktaPenilaian): Promise<AuditEntry> {
  const receipt = recompute(facts);
  const same = and(eq(appraisal.periodId, row.periodId), eq(appraisal.personId, row.personId));
  await tx.delete(appraisal).where(and(same, gt(appraisal.revision, result.revision), eq(appraisal.status, "draft")));
  await tx.execute(sql`
    insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, skp_id, revision, is_current, status)
    select ${outcomeId}, period_id, person_id, unit_id, opd_id, unit_ord, ${row.atasanId}, skp_id, revision + 1, false, 'draft' from appraisal where id = ${result.id}`);
  await tx.update(appraisal).set({
    ...receipt, facts, status: "final", hasilKerja: facts.hasilKerja.rating, perilaku: facts.perilakuKerja.rating, alasanHasilKerja: facts.hasilKerja.alasan, alasanPerilaku: facts.perilakuKerja.alasan,
    finalizedAt: ctx.now, finalizedOn: ctx.today,
  }).where(eq(appraisal.id, outcomeId));
  const ratings = rowsOf(facts).flatMap(({ aspect, target, rating }) => (target === null ? [] : [{ appraisalId: outcomeId, aspect, target, rating }]));
  if (ratings.length > 0) await tx.insert(appraisalRating).values(ratings);
  const basis = ([["hasil_kerja", facts.hasilKerja], ["perilaku", facts.perilakuKerja]] as const).flatMap(([aspect, { dasar }]) =>
    dasar.map(({ kind, id }) => ({ appraisalId: outcomeId, aspect, evidenceId: kind === "evidence" ? id : null, umpanBalikId: kind === "umpan_balik" ? id : null })));
  if (basis.length > 0) await tx.insert(appraisalBasis).values(basis);
  const { predikat, digest, rulebook } = receipt;
  return { action: "appraisal.finalise", target: { type: "appraisal", id: outcomeId }, payload: { periodId: row.periodId, personId: row.personId, revision: result.revision + 1, predikat, digest, rulebook, keberatanId: row.id } };
}

/** Confirms, or changes the result as its next version: the old one stays and no longer counts. Sent again it is the same decision. */
export async function decide(ctx: Ctx, id: string, body: Body): Promise<KeberatanView> {
  const work = await loadKeberatan(ctx, id);
  const { row, result, period, parties } = work;
  if (parties.includes("atasan") && row.putusan === body.putusan && row.alasan === body.alasan && (row.outcome?.id ?? body.outcomeId) === body.outcomeId) return viewOf(work, ctx);
  mustBeRows(body, result.facts);
  const facts = factsOf(work, body);
  refuseIf(rules.decideRefusals(row, keputusanOf(work, body, facts), contextOf(ctx, period, parties)));
  const isChange = body.putusan === "mengubah";
  await change(ctx, async (tx) => {
    // First the row that two decisions would both want.
    const held = await tx.execute(sql`select from keberatan where id = ${id} and version = ${body.version} for update`);
    if (held.rowCount === 0) throw new Problem("stale");
    const outcome = isChange ? [await writeOutcome(tx, ctx, work, body.outcomeId, facts)] : [];
    await tx.update(keberatan).set({
      status: "decided", putusan: body.putusan, alasan: body.alasan, rekomendasi: body.rekomendasi, decidedOn: ctx.today, decidedAt: ctx.now,
      outcomeId: isChange ? body.outcomeId : null, version: sql`${keberatan.version} + 1`,
    }).where(eq(keberatan.id, id));
    if (isChange) {
      await tx.update(appraisal).set({ isCurrent: false }).where(eq(appraisal.id, result.id));
      await tx.update(appraisal).set({ isCurrent: true }).where(eq(appraisal.id, body.outcomeId));
      await tx.insert(notification).values({ id: v7(), personId: row.personId, kind: "result_set", params: JSON.stringify({ appraisalId: body.outcomeId }), day: ctx.today, createdAt: ctx.now }).onConflictDoNothing();
    }
    await tell(tx, ctx, "keberatan_decided", id, [row.personId, row.penilaiId]);
    return { value: undefined, audit: [{ action: "keberatan.decide", target: { type: "keberatan", id }, payload: { resultId: result.id, putusan: body.putusan, outcomeId: isChange ? body.outcomeId : null, decidedOn: ctx.today } }, ...outcome] };
  });
  return read(ctx, id);
}
