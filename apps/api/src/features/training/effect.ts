import type { EffectRow } from "@teraju/contracts";
import { dampakPelatihan, SYARAT_DAMPAK } from "@teraju/domain";
import { matchedEffect } from "@teraju/statistics";
import type { Pool } from "pg";
import * as queries from "./queries.ts";

/** Months after the training that are looked at: the first three, and the three after them. */
const AFTER = { 3: [1, 3], 6: [4, 6] } as const;

type Effect = EffectRow["effects"][number];

/**
 * What a training is seen to do to the capaian that people report with evidence: an objective indicator, not the word of who sent them.
 * Compared with the nearest colleagues who did not take it; a plain before and after would call a useless training effective.
 */
export async function effectsOf(pool: Pool, { trainingId, attended, months }: queries.Attended): Promise<Effect[]> {
  return Promise.all(([3, 6] as const).map(async (bulan): Promise<Effect> => {
    const scored = (await queries.findScores(pool, trainingId, months, AFTER[bulan])).flatMap(({ after, ...one }) => (after === null ? [] : [{ ...one, after }]));
    const [trained, others] = [scored.filter((one) => one.isTrained), scored.filter((one) => !one.isTrained)];
    const found = trained.length === 0 ? null : matchedEffect(trained, others);
    const verdict = dampakPelatihan({
      bulan, terlatih: attended, berpembanding: found?.matches.length ?? 0, kolamCukup: found !== null && found.refused !== "pool_too_small",
      periodeSebelum: trained.length === 0 ? 0 : Math.min(...trained.map((one) => one.before.length)), penilaiBerbeda: true, efek: found?.effect ?? null, p: found?.p ?? null, syarat: SYARAT_DAMPAK,
    });
    return { months: bulan, trained: attended, matched: found?.matches.length ?? 0, pool: others.length, effect: found?.effect ?? null, ci95: found?.ci95 ?? null, p: found?.p ?? null, g: found?.g ?? null, verdict: verdict.value.putusan, decision: verdict };
  }));
}
