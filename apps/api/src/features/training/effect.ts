import type { EffectRow } from "@teraju/contracts";
import { dampakPelatihan, type Perilaku, SYARAT_DAMPAK } from "@teraju/domain";
import { lookedTogether, matchedEffect, type MatchedEffect } from "@teraju/statistics";
import type { Pool } from "pg";
import * as scores from "./scores.ts";

/** Months after the training that are looked at: the first three, and the three after them. */
const AFTER = { 3: [1, 3], 6: [4, 6] } as const;
const MONTHS = [3, 6] as const;

type Effect = EffectRow["effects"][number];
type Look = Pick<Effect, "measure" | "months"> & { pool: number; before: number; hasOtherRaters: boolean; found: MatchedEffect | null };
type After = scores.Scored & { after: number };

/**
 * What a training is seen to do to the capaian that people report with evidence, and to the one perilaku that it aims at. Compared with the
 * nearest colleagues who did not take it: a plain before and after would call a useless training effective. All looks at a training are
 * tested together, so that a useless one is not called effective more often because more of it is looked at.
 */
export async function effectsOf(pool: Pool, { trainingId, attended, months }: scores.Attended, perilaku: Perilaku | null): Promise<Effect[]> {
  const looks = await Promise.all([
    ...MONTHS.map(async (month) => lookOf("capaian", month, await scores.findCapaian(pool, trainingId, months, AFTER[month]))),
    ...(perilaku === null ? [] : MONTHS.map(async (month) => lookOf("perilaku", month, await scores.findPerilaku(pool, trainingId, months, AFTER[month], perilaku)))),
  ]);
  // A look that may claim nothing is not tested, and takes nothing from those that are.
  const tested = looks.map(({ hasOtherRaters, found }) => (hasOtherRaters ? (found?.p ?? null) : null));
  const together = lookedTogether(tested);
  const ujiBersama = tested.filter((one) => one !== null).length;
  return looks.map(({ measure, months: bulan, found, ...look }, i) => {
    const pKoreksi = together[i] ?? null;
    const decision = dampakPelatihan({
      ukur: measure, bulan, terlatih: attended, berpembanding: found?.matches.length ?? 0, kolamCukup: found !== null && found.refused !== "pool_too_small", periodeSebelum: look.before,
      penilaiBerbeda: look.hasOtherRaters, efek: found?.effect ?? null, p: found?.p ?? null, ujiBersama, pKoreksi, syarat: SYARAT_DAMPAK,
    });
    return {
      measure, months: bulan, trained: attended, matched: found?.matches.length ?? 0, pool: look.pool, effect: found?.effect ?? null, ci95: found?.ci95 ?? null, p: found?.p ?? null, pTogether: pKoreksi, g: found?.g ?? null,
      verdict: decision.value.putusan, reasons: decision.value.alasan, decision,
    };
  });
}

/**
 * One look. Where enough people, and colleagues to compare with, were scored afterwards by somebody else than before and than who sent them, they
 * alone count. Else all count, and the look says that its raters are the same: the superior who chose the training is not blind to it.
 */
function lookOf(measure: Look["measure"], months: Look["months"], rows: readonly scores.Scored[]): Look {
  const all = rows.flatMap(({ after, ...one }): After[] => (after === null ? [] : [{ ...one, after }]));
  const blind = all.filter(({ hasOtherRaters }) => hasOtherRaters);
  const ofBlind = study(blind);
  const isBlind = ofBlind?.refused === null || blind.length === all.length;
  const counted = isBlind ? blind : all;
  const trained = counted.filter(({ isTrained }) => isTrained);
  return {
    measure, months, hasOtherRaters: isBlind, found: isBlind ? ofBlind : study(all), pool: counted.length - trained.length,
    before: trained.length === 0 ? 0 : Math.min(...trained.map((one) => one.before.length)),
  };
}

function study(people: readonly After[]): MatchedEffect | null {
  const trained = people.filter(({ isTrained }) => isTrained);
  return trained.length === 0 ? null : matchedEffect(trained, people.filter(({ isTrained }) => !isTrained));
}
