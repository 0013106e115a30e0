import type { Output } from "@teraju/contracts/endpoint";
import type { fileKeberatan, KeberatanMaterial, KeberatanView, listKeberatan } from "@teraju/contracts/keberatan";
import { keberatan as rules } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type * as z from "zod/mini";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { accessLog } from "#db/schema/audit.ts";
import { keberatan, keberatanBasis, keberatanClaim } from "#db/schema/keberatan.ts";
import { notification } from "#db/schema/people.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { findPeriod, periodView } from "../appraisal/period.ts";
import { clockOf } from "./clock.ts";
import { findAtasan, findOfResult, listMaterial, listMine } from "./queries.ts";
import { resultRef, viewOf } from "./view.ts";
import { contextOf, legalOf, loadKeberatan, loadOwnResult, rowsOf } from "./work.ts";

type Filing = z.output<typeof fileKeberatan.body & {}>;

/** Tells people, once, that something happened to a keberatan of theirs. */
export async function tell(tx: Tx, ctx: Ctx, kind: string, keberatanId: string, people: readonly string[]): Promise<void> {
  const params = JSON.stringify({ keberatanId });
  await tx.insert(notification).values(people.map((personId) => ({ id: v7(), personId, kind, params, day: ctx.today, createdAt: ctx.now }))).onConflictDoNothing();
}

/** The form of the pegawai: rows of the receipt, what they may point at, the days left. Six queries. */
export async function material(ctx: Ctx, resultId: string): Promise<KeberatanMaterial> {
  const { result, period } = await loadOwnResult(ctx, resultId);
  const { personId, penilaiId, facts } = result;
  const [atasan, filed, basis] = await Promise.all([findAtasan(ctx.pool, { personId, penilaiId, atasanId: facts.atasan?.id ?? null }, ctx.today), findOfResult(ctx.pool, resultId), listMaterial(ctx.pool, period, personId)]);
  const legal = legalOf(result, period, atasan !== null);
  return {
    result: resultRef(result, period, ctx), penilai: facts.penilai, atasan,
    clock: legal.receivedOn === null || !legal.isOpen ? null : clockOf("keberatan", legal.receivedOn, period, ctx.today),
    alasanMin: period.standar.penilaian.alasanMin,
    rows: rowsOf(facts), basis, filed: filed?.id ?? null,
    actions: { file: rules.fileRefusals(legal, filed ?? { status: "not_filed", filedOn: null }, null, contextOf(ctx, period, ["owner"])) },
  };
}

/** What the claims name must stand on this receipt and in this period; anything else is answered as if it did not exist. */
function mustBelong(claims: Filing["claims"], { rows, basis }: Pick<KeberatanMaterial, "rows" | "basis">): void {
  const known = new Set(rows.map((row) => `${row.aspect} ${row.target}`));
  const own = new Set(basis.map((one) => `${one.kind} ${one.id}`));
  const named = claims.map((claim) => `${claim.aspect} ${claim.target}`);
  const fields = claims.flatMap((claim, index) => [
    ...(known.has(named[index] ?? "") ? [] : [{ path: `body.claims.${index}.target`, code: "unknown" }]),
    ...(named.indexOf(named[index] ?? "") === index ? [] : [{ path: `body.claims.${index}.target`, code: "twice" }]),
    ...claim.basis.flatMap((one, at) => (own.has(`${one.kind} ${one.id}`) ? [] : [{ path: `body.claims.${index}.basis.${at}.id`, code: "unknown" }])),
  ]);
  if (fields.length > 0) throw new Problem("invalid", { fields });
}

async function writeClaims(tx: Tx, keberatanId: string, claims: Filing["claims"]): Promise<void> {
  const rows = claims.map(({ aspect, target, alasan, basis }, index) => ({ id: v7(), keberatanId, position: index + 1, aspect, target, alasan, basis }));
  await tx.insert(keberatanClaim).values(rows.map(({ basis: _, ...row }) => row));
  const basis = rows.flatMap((row) => [...new Map(row.basis.map((one) => [one.id, one])).values()].map(({ kind, id }) => ({ id: v7(), claimId: row.id, evidenceId: kind === "evidence" ? id : null, umpanBalikId: kind === "umpan_balik" ? id : null })));
  if (basis.length > 0) await tx.insert(keberatanBasis).values(basis);
}

/** Files a keberatan with its claims; penilai and atasan are told. Sent again it is the same one. */
export async function file(ctx: Ctx, { id, resultId, claims }: Filing): Promise<KeberatanView> {
  const { result, period } = await loadOwnResult(ctx, resultId);
  const { personId, penilaiId, facts } = result;
  const [atasan, filed, basis] = await Promise.all([findAtasan(ctx.pool, { personId, penilaiId, atasanId: facts.atasan?.id ?? null }, ctx.today), findOfResult(ctx.pool, resultId), listMaterial(ctx.pool, period, personId)]);
  if (filed?.id === id) return read(ctx, id);
  const legal = legalOf(result, period, atasan !== null);
  refuseIf(rules.fileRefusals(legal, filed ?? { status: "not_filed", filedOn: null }, claims, contextOf(ctx, period, ["owner"])));
  mustBelong(claims, { rows: rowsOf(facts), basis });
  const { receivedOn } = legal;
  if (atasan === null || receivedOn === null) throw new Error("a keberatan without refusals lacks its atasan or its receipt");
  await change(ctx, async (tx) => {
    // Nobody makes another version of the result while this row is held.
    const held = await tx.execute(sql`select from appraisal where id = ${resultId} and is_current for update`);
    if (held.rowCount === 0) throw new Problem("stale");
    const made = await tx.insert(keberatan).values({ id, appraisalId: resultId, personId, penilaiId, atasanId: atasan.id, receivedOn, filedOn: ctx.today, filedAt: ctx.now }).onConflictDoNothing().returning({ id: keberatan.id });
    if (made.length === 0) throw new Problem("stale");
    await writeClaims(tx, id, claims);
    await tell(tx, ctx, "keberatan_filed", id, [penilaiId, atasan.id]);
    return { value: undefined, audit: { action: "keberatan.file", target: { type: "keberatan", id }, payload: { resultId, penilaiId, atasanId: atasan.id, receivedOn, until: legal.until, claims: claims.map(({ aspect, target, basis: on }) => ({ aspect, target, basis: on.length })) } } };
  });
  return read(ctx, id);
}

/** Six queries at most. Who reads it by office leaves a trace beside the chain. */
export async function read(ctx: Ctx, id: string): Promise<KeberatanView> {
  const work = await loadKeberatan(ctx, id);
  if (work.parties.length === 0) await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "keberatan.read", subjectId: work.row.personId });
  return viewOf(work, ctx);
}

/** What I am a party to; periods are few, each is read once. */
export async function list(ctx: Ctx, resultId: string | undefined): Promise<Output<typeof listKeberatan>> {
  const rows = await listMine(ctx.pool, ctx.actor.personId, resultId ?? null);
  const periods = new Map(await Promise.all([...new Set(rows.map((row) => row.periodId))].map(async (id) => [id, await findPeriod(ctx.pool, id)] as const)));
  const items = rows.flatMap(({ periodId, personId, penilaiId, ...row }) => {
    const period = periods.get(periodId);
    const as = personId === ctx.actor.personId ? ("owner" as const) : penilaiId === ctx.actor.personId ? ("penilai" as const) : ("atasan" as const);
    return period === undefined ? [] : [{ ...row, as, period: periodView(period, ctx.today), clock: clockOf("keputusan", row.filedOn, period, ctx.today) }];
  });
  return { items };
}

/** The penilai's side, once. Sent again with the same words it is the same. */
export async function explain(ctx: Ctx, id: string, { version, text }: { version: number; text: string }): Promise<KeberatanView> {
  const work = await loadKeberatan(ctx, id);
  const { row, period, parties } = work;
  if (parties.includes("penilai") && row.explanation === text) return viewOf(work, ctx);
  refuseIf(rules.explainRefusals(row, text, contextOf(ctx, period, parties)));
  await change(ctx, async (tx) => {
    const written = await tx.update(keberatan).set({ status: "explained", explanation: text, explainedOn: ctx.today, explainedAt: ctx.now, version: sql`${keberatan.version} + 1` })
      .where(and(eq(keberatan.id, id), eq(keberatan.version, version))).returning({ id: keberatan.id });
    if (written.length === 0) throw new Problem("stale");
    await tell(tx, ctx, "keberatan_explained", id, [row.personId, row.atasanId]);
    return { value: undefined, audit: { action: "keberatan.explain", target: { type: "keberatan", id }, payload: { resultId: row.appraisalId } } };
  });
  return read(ctx, id);
}
