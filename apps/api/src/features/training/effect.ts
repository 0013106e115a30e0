import type { EffectRow } from "@teraju/contracts";
import { addMonths, dampakPelatihan, type LocalDate, monthOf, type Perilaku, SYARAT_DAMPAK, type UkuranDampak } from "@teraju/domain";
import { lookedTogether, matchedEffect, type MatchedEffect, type MatchedPerson } from "@teraju/statistics";
import type { Attended } from "./figures.ts";
import { type Scored, WINDOWS } from "./scores.ts";

type Effect = EffectRow["effects"][number];
type Month = Effect["months"];
type Seen = MatchedPerson & { isTrained: boolean; hasOtherRaters: boolean };
type Look = Pick<Effect, "measure" | "months"> & { pool: number; found: MatchedEffect | null } & Pick<UkuranDampak, "sudahWaktunya" | "sasaran" | "periodeSebelum" | "penilaiBerbeda">;
type Studied = { attended: Attended; rows: readonly Scored[]; perilaku: Perilaku | null; today: LocalDate };

/**
 * What a training is seen to do, compared with the nearest colleagues who did not take it: a plain before and after would call a useless
 * training effective. First what it is for: the one indicator that each plan aims at, beside colleagues who hold the same one, and the
 * perilaku that it aims at, as the penilai rates it and as colleagues see it. All that people report answers for the indicator only where
 * that cannot be tested; which of the two it is does not depend on what they say. All looks at a training are tested together, so that a
 * useless one is not called effective more often because more of it is looked at.
 */
export function effectsOf(studied: Studied): Effect[] {
  const looksAt = (measure: Effect["measure"], months: readonly Month[]): Look[] => months.map((month) => lookOf(studied, measure, month));
  const aimed = looksAt("indikator", [3, 6]);
  const ofAim = studied.perilaku === null ? [] : [...looksAt("perilaku", [3, 6]), ...looksAt("rekan", [6])];
  const looks = [...aimed, ...(aimed.some((one) => testedP(one) !== null) ? [] : looksAt("capaian", [3, 6])), ...ofAim];
  const tested = looks.map(testedP);
  const together = lookedTogether(tested);
  const ujiBersama = tested.filter((one) => one !== null).length;
  return looks.map((look, i) => said(look, { trained: studied.attended.attended, ujiBersama, pKoreksi: together[i] ?? null }));
}

/** A look that may claim nothing is not tested, and takes nothing from those that are. */
function testedP({ measure, found, penilaiBerbeda, periodeSebelum, sasaran }: Look): number | null {
  const { siklusSebelumMin, periodeSebelumMin, terlatihMin } = SYARAT_DAMPAK;
  if (!penilaiBerbeda || periodeSebelum < (measure === "rekan" ? siklusSebelumMin : periodeSebelumMin)) return null;
  return sasaran !== null && sasaran.bersasaran - sasaran.tanpaRekan < terlatihMin ? null : (found?.p ?? null);
}

function said({ measure, months, found, pool, ...look }: Look, { trained, ujiBersama, pKoreksi }: { trained: number; ujiBersama: number; pKoreksi: number | null }): Effect {
  const decision = dampakPelatihan({
    ukur: measure, bulan: months, ...look, terlatih: trained, berpembanding: found?.matches.length ?? 0, kolamCukup: found !== null && found.refused !== "pool_too_small",
    efek: found?.effect ?? null, p: found?.p ?? null, ujiBersama, pKoreksi, syarat: SYARAT_DAMPAK,
  });
  return {
    measure, months, trained, matched: found?.matches.length ?? 0, pool, effect: found?.effect ?? null, ci95: found?.ci95 ?? null, p: found?.p ?? null, pTogether: pKoreksi, g: found?.g ?? null,
    verdict: decision.value.putusan, reasons: decision.value.alasan, decision,
  };
}

/**
 * One look. Where enough people, and colleagues to compare with, were scored afterwards by somebody else than before and than who sent them, they
 * alone count. Else all count, and the look says that its raters are the same: the superior who chose the training is not blind to it.
 */
function lookOf({ attended, rows, today }: Studied, measure: Effect["measure"], months: Month): Look {
  const own = rows.filter((one) => one.measure === measure);
  const all = own.flatMap(({ after, ...one }): Seen[] => {
    const then = after[months];
    return then === null ? [] : [{ ...one, after: then.score, hasOtherRaters: then.hasOtherRaters }];
  });
  const blind = all.filter(({ hasOtherRaters }) => hasOtherRaters);
  const ofBlind = study(blind);
  const isBlind = ofBlind?.refused === null || blind.length === all.length;
  const counted = isBlind ? blind : all;
  const trained = counted.filter(({ isTrained }) => isTrained);
  const held = new Set(counted.flatMap(({ isTrained, stratum }) => (isTrained ? [] : [stratum])));
  const found = isBlind ? ofBlind : study(all);
  return {
    measure, months, penilaiBerbeda: isBlind, found: measure === "rekan" && found !== null ? coarse(found) : found, pool: new Set(counted.flatMap(({ isTrained, id }) => (isTrained ? [] : [id]))).size,
    periodeSebelum: trained.length === 0 ? 0 : Math.min(...trained.map((one) => one.before.length)),
    sudahWaktunya: all.length > 0 || attended.months.some((month) => addMonths(month, WINDOWS[months][1]) < monthOf(today)),
    sasaran: measure === "indikator" ? { bersasaran: attended.aiming, tanpaRekan: trained.filter(({ stratum }) => !held.has(stratum)).length } : null,
  };
}

const STEP = 0.25;
const P_STEPS = 100;
/**
 * What colleagues said, so rounded that who marks one more person as having come, or one fewer, does not read that person's result from the
 * difference. The probability is rounded up, so that it stays one: before it is corrected with the others.
 */
function coarse(found: MatchedEffect): MatchedEffect {
  const near = (value: number): number => Math.round(value / STEP) * STEP;
  const { effect, ci95, p } = found;
  return { ...found, effect: effect === null ? null : near(effect), ci95: ci95 === null ? null : [near(ci95[0]), near(ci95[1])], p: p === null ? null : Math.ceil(p * P_STEPS - 1e-9) / P_STEPS, pOneSided: null, g: null };
}

function study(people: readonly Seen[]): MatchedEffect | null {
  const trained = people.filter(({ isTrained }) => isTrained);
  return trained.length === 0 ? null : matchedEffect(trained, people.filter(({ isTrained }) => !isTrained));
}
