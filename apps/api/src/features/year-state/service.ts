import type { AppraisalView, setYearState } from "@teraju/contracts/appraisal";
import type { Input } from "@teraju/contracts/endpoint";
import { bagianKeadaan, yearState as rules } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { notification, yearState } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { viewOf } from "../appraisal/view.ts";
import { loadWork, yearOf } from "../appraisal/work.ts";

type Key = { periodId: string; personId: string };
type Body = Input<typeof setYearState>["body"];

/** Records how a pegawai's year is, on its document; the pegawai is told. Sent again with the same words it is the same. */
export async function set(ctx: Ctx, key: Key, { version, ...body }: Body): Promise<AppraisalView> {
  const work = await loadWork(ctx, key.periodId, key.personId);
  const { period, state } = work;
  if (period.kind !== "tahunan") throw new Problem("not_found");
  if (state !== null && isSame(state, body)) return viewOf(work, ctx);
  if ((state?.version ?? null) !== version) throw new Problem("stale");
  refuseIf(rules.setRefusals(yearOf(work), body, { parties: work.parties, studi: work.usul?.studi?.studi ?? null }));
  const { keadaan, sejak, basis, studi } = body;
  const perlakuan = bagianKeadaan(period, body).perlakuan.value.perlakuan;
  const values = {
    keadaan, sejak, basis, perlakuan, setBy: ctx.actor.personId, setOn: ctx.today, lokasi: studi?.lokasi ?? null, jenjang: studi?.jenjang ?? null,
    akreditasiPT: studi?.akreditasiPT ?? null, akreditasiProdi: studi?.akreditasiProdi ?? null, ipk: studi?.ipk ?? null, isGagal: studi?.isGagal ?? null,
  };
  await change(ctx, async (tx) => {
    const written = version === null
      ? await tx.insert(yearState).values({ ...key, ...values }).onConflictDoNothing().returning({ version: yearState.version })
      : await tx.update(yearState).set({ ...values, version: sql`${yearState.version} + 1` }).where(and(eq(yearState.periodId, key.periodId), eq(yearState.personId, key.personId), eq(yearState.version, version))).returning({ version: yearState.version });
    if (written.length === 0) throw new Problem("stale");
    await tx.insert(notification).values({ id: v7(), personId: key.personId, kind: "year_state_set", params: JSON.stringify({ year: period.year, keadaan, basis }), day: ctx.today, createdAt: ctx.now }).onConflictDoNothing();
    return { value: undefined, audit: { action: "year-state.set", target: { type: "evaluation_period", id: key.periodId }, payload: { personId: key.personId, before: state === null ? null : state.keadaan, keadaan, sejak, basis, perlakuan } } };
  });
  return viewOf(await loadWork(ctx, key.periodId, key.personId), ctx);
}

function isSame(one: Omit<Body, "version">, other: Omit<Body, "version">): boolean {
  const text = ({ keadaan, sejak, basis, studi }: Omit<Body, "version">) => JSON.stringify([keadaan, sejak, basis, studi && [studi.lokasi, studi.jenjang, studi.akreditasiPT, studi.akreditasiProdi, studi.ipk, studi.isGagal]]);
  return text(one) === text(other);
}
