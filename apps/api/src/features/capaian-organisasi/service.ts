import type { listCapaianOrganisasi, setCapaianOrganisasi } from "@teraju/contracts/capaian-organisasi";
import type { Output } from "@teraju/contracts/endpoint";
import { capaianOrganisasi as rules, rulebookOf } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { capaianOrganisasi } from "#db/schema/appraisal.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustUnit } from "../../standing.ts";
import { findPeriod, type Period, periodView } from "../appraisal/period.ts";
import { type CapaianRow, findCapaian, listUnits, type UnitRow } from "./queries.ts";

type View = Output<typeof setCapaianOrganisasi>;

function view(row: CapaianRow, period: Period): View {
  return { ...row, kepalaUnit: rulebookOf(period).rules.ratingKepalaUnit({ organisasi: row.predikat }) };
}

function entered({ capaianId, predikat, basis, document, setBy, setAt, version }: UnitRow): CapaianRow | null {
  if (capaianId === null || predikat === null || basis === null || setBy === null || setAt === null || version === null) return null;
  return { id: capaianId, predikat, basis, document, setBy, setAt, version };
}

/** The units that the actor leads or stands above. Two queries. */
export async function list(ctx: Ctx, periodId: string): Promise<Output<typeof listCapaianOrganisasi>> {
  const period = await findPeriod(ctx.pool, periodId);
  const rows = await listUnits(ctx.pool, ctx.actor.personId, ctx.today, periodId);
  const refusals = rules.refusals(period, { today: ctx.today });
  return {
    period: periodView(period, ctx.today),
    units: rows.map((row) => {
      const capaian = entered(row);
      const { id, name, kind, depth, head, isAbove } = row;
      return { unit: { id, name, kind, depth }, head, capaian: capaian && view(capaian, period), actions: { set: isAbove ? refusals : ["not_yours", ...refusals] } };
    }),
  };
}

/** Step 1 of the evaluation: entered by the head above. A first entry sent twice is one entry; a later one is a new version. */
export async function set(ctx: Ctx, key: { periodId: string; unitId: string }, body: z.output<typeof setCapaianOrganisasi.body & {}>): Promise<View> {
  const period = await findPeriod(ctx.pool, key.periodId);
  await mustUnit(ctx, "capaian-organisasi.set", key.unitId);
  refuseIf(rules.refusals(period, { today: ctx.today }));
  const before = await findCapaian(ctx.pool, key.periodId, key.unitId);
  if (before !== null && body.version === null) {
    if (before.id === body.id && before.version === 1) return view(before, period);
    throw new Problem("stale");
  }
  if (before === null && body.version !== null) throw new Problem("stale");
  const { id, version, predikat, basis, document } = body;
  const values = { predikat, basis, document, setBy: ctx.actor.personId, setAt: ctx.now };
  await change(ctx, async (tx) => {
    const written = before === null
      ? await tx.insert(capaianOrganisasi).values({ id, ...key, ...values }).onConflictDoNothing().returning({ id: capaianOrganisasi.id })
      : await tx.update(capaianOrganisasi).set({ ...values, version: sql`${capaianOrganisasi.version} + 1` }).where(and(eq(capaianOrganisasi.id, before.id), eq(capaianOrganisasi.version, version ?? 0))).returning({ id: capaianOrganisasi.id });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "capaian-organisasi.set", target: { type: "capaian_organisasi", id: before?.id ?? id }, payload: { ...key, predikat, basis, document, before: before?.predikat ?? null } } };
  });
  const after = await findCapaian(ctx.pool, key.periodId, key.unitId);
  if (after === null) throw new Error("a capaian that was just written is gone");
  return view(after, period);
}
