import { kalibrasi as rules } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { analysePeriod } from "../fairness/analyse.ts";
import { fragileLines } from "../fairness/fragile.ts";
import { findSources } from "../fairness/ratings.ts";
import { listFinal, type Opening } from "./queries.ts";
import type { Work } from "./work.ts";

const places = (value: number): number => Math.round(value * 100) / 100;

/** The agenda and the mirror as they are now, from the same statistics as Kewajaran penilaian. The leader's own result is not on it. */
export async function openingOf(ctx: Ctx, { period, department }: Work): Promise<Opening> {
  const [analysis, sources, all] = [await analysePeriod(ctx.pool, period.id, ctx.today), await findSources(ctx.pool, period.id), await listFinal(ctx.pool, period.id, department.unit.id)];
  const results = all.filter((one) => one.personId !== ctx.actor.personId);
  const penilai = new Set(results.map((one) => one.penilaiId));
  const lines = analysis.supervisors.filter((one) => penilai.has(one.personId));
  const fragile = new Set(fragileLines(sources).map((one) => one.personId));
  const zOf = (personId: string): number | null => {
    const at = analysis.fitted?.placeOf.get(personId);
    const z = at === undefined ? null : (analysis.fitted?.fit.z[at] ?? null);
    return z === null ? null : places(z);
  };
  const cases = new Map(results.map((one) => [one.id, { key: one.id, penilai: one.penilaiId, predikat: one.predikat, z: zOf(one.personId), bukti: one.bukti, isFragile: fragile.has(one.personId) }]));
  const { butir, sisa } = rules.susunKalibrasi([...cases.values()], lines.filter((one) => one.isSignal).map((one) => ({ key: one.personId, arah: (one.leniency?.value ?? 0) >= 0 ? 1 : -1 })));
  return {
    jumlah: department.jumlah, sisa,
    butir: butir.map(({ key, bagian }) => ({ appraisalId: key, bagian, z: cases.get(key)?.z ?? null, isFragile: cases.get(key)?.isFragile ?? false })),
    penilai: lines.map(({ personId, leniency, isSignal }) => ({ personId, leniency, isSignal })),
  };
}
