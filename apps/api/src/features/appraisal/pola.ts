import type { readPola } from "@teraju/contracts/appraisal";
import type { Output } from "@teraju/contracts/endpoint";
import { appraisal as rules, PREDIKAT, type Predikat, type Refusal, rulebookOf } from "@teraju/domain";
import type { Pool } from "pg";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { polaView } from "#db/schema/appraisal.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { findPeriod, type Period } from "./period.ts";
import { type Distribution, findDistribution, hasSeenPola, listTeam, type TeamRow } from "./queries.ts";
import { teamOf } from "./raters.ts";

export type PolaState = { refusals: Refusal[]; distribution: Distribution };

/**
 * A department's distribution, and why it may not be seen yet by who rates `own` there. Null for who rates nobody in it, and
 * where the standard has switched the pola off. One query.
 */
export async function polaState(pool: Pool, period: Period, opdId: string, own: readonly TeamRow[]): Promise<PolaState | null> {
  if (period.standar.pola.pemeriksaan === "mati" || own.length === 0) return null;
  const distribution = await findDistribution(pool, period, opdId);
  if (distribution === null) return null;
  const people = distribution.cells.reduce((sum, cell) => sum + cell.n, 0);
  const unsaved = own.filter((row) => row.hasilKerja === null || row.perilaku === null).length;
  return { refusals: rules.polaRefusals({ hasCapaianOrganisasi: distribution.capaian !== null, unsaved, people }, period.standar), distribution };
}

/** The distribution beside the pattern. The first look is recorded: ratings that change after it are marked. */
export async function readPolaOf(ctx: Ctx, periodId: string, opdId: string): Promise<Output<typeof readPola>> {
  const period = await findPeriod(ctx.pool, periodId);
  const mine = (await teamOf(ctx.pool, period, ctx.actor.personId, ctx.today)).filter((one) => one.penilai.value === ctx.actor.personId);
  const own = (await listTeam(ctx.pool, period, mine)).filter((row) => row.opdId === opdId && !row.isNotJudged);
  const state = await polaState(ctx.pool, period, opdId, own);
  if (state === null) throw new Problem("not_found");
  const { refusals, distribution } = state;
  refuseIf(refusals);
  if (distribution.capaian === null) throw new Error("a pola without a capaian was not refused");
  if (!(await hasSeenPola(ctx.pool, ctx.actor.personId, periodId, opdId))) {
    await change(ctx, async (tx) => {
      await tx.insert(polaView).values({ personId: ctx.actor.personId, periodId, opdId, seenAt: ctx.now }).onConflictDoNothing();
      return { value: undefined, audit: { action: "pola.view", target: { type: "unit", id: opdId }, payload: { periodId } } };
    });
  }
  const { rules: book } = rulebookOf(period);
  const jumlah = Object.fromEntries(PREDIKAT.map((predikat) => [predikat, 0])) as Record<Predikat, number>;
  for (const { hasilKerja, perilaku, n } of distribution.cells) jumlah[book.predikatKinerja({ hasilKerja, perilaku }).value] += n;
  const total = (what: "n" | "final") => distribution.cells.reduce((sum, cell) => sum + cell[what], 0);
  return { unit: { id: distribution.id, name: distribution.name }, capaianOrganisasi: distribution.capaian, people: total("n"), final: total("final"), jumlah, pola: book.polaDistribusi({ organisasi: distribution.capaian, jumlah, pembulatan: period.standar.pola.pembulatan }) };
}
