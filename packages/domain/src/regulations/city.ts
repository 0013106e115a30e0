/**
 * The city's own: capaian of an indicator and the city index. The formulas are those of PermenPANRB 8/2021 (repealed by
 * PermenPANRB 6/2022 Pasal 40; a model only). They inform; two ratings and the quadrant set the predikat.
 */
import { noted, rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import { withoutNoise } from "../rounding.ts";
import type { Arah } from "../vocabulary.ts";
import { cityStandard } from "./city-citation.ts";

export { cityStandard };

type Range = { min: number; max: number };
type Target = number | Range;

/** Percent, never under 0; a target of nothing or less cannot be divided by. */
function against(target: number, percent: (share: number) => number, realisasi: number) {
  if (target <= 0) return noted<number | null>(null, NOTES.targetNol);
  const capaian = percent(realisasi / target);
  return capaian < 0 ? noted<number | null>(0, NOTES.capaianLantaiNol) : noted<number | null>(withoutNoise(capaian));
}

const moreIsBetter = (share: number): number => share * 100;
/** 100 % at the target, 200 % at nothing, 0 at twice the target and beyond. */
const lessIsBetter = (share: number): number => (1 + (1 - share)) * 100;

function againstRange({ min, max }: Range, realisasi: number) {
  if (min > max) return noted<number | null>(null, NOTES.rentangTidakSah);
  if (realisasi > max) return against(max, moreIsBetter, realisasi);
  return realisasi < min ? against(min, moreIsBetter, realisasi) : noted<number | null>(100);
}

/**
 * Percent of the target: 100 is "as targeted". "maks": realisasi / target; "min": (1 + (1 − realisasi / target)), less is better;
 * "rentang": 100 inside, above it against the upper bound, below it against the lower one. Not capped here.
 */
export const capaianIndikator = rule({
  name: "Capaian indikator",
  cite: cityStandard("Rumus capaian indikator (model PermenPANRB 8/2021)"),
  decide: ({ target, realisasi, arah }: { target: Target; realisasi: number; arah: Arah }) => {
    if (typeof target === "number") {
      if (arah === "rentang") return noted<number | null>(null, NOTES.targetTidakCocok);
      return against(target, arah === "maks" ? moreIsBetter : lessIsBetter, realisasi);
    }
    return arah === "rentang" ? againstRange(target, realisasi) : noted<number | null>(null, NOTES.targetTidakCocok);
  },
});

/**
 * The weighted mean of the capaian, each taken at most at `batasAtas` (percent). Indicators without a capaian are left out and
 * their weight falls to the others in proportion. `capaian` and `bobot` are of equal length and weights are not negative.
 */
export const indeksKinerja = rule({
  name: "Indeks kinerja kota",
  cite: cityStandard("indeks.batasAtas dan bobot indikator"),
  decide: ({ capaian, bobot, batasAtas }: { capaian: readonly (number | null)[]; bobot: readonly number[]; batasAtas: number }) => {
    if (capaian.length !== bobot.length) throw new RangeError(`${capaian.length} capaian, ${bobot.length} bobot`);
    const items = capaian.flatMap((value, index) => (value === null ? [] : [{ value, weight: bobot[index] ?? 0 }]));
    if (items.length === 0) return noted<number | null>(null, NOTES.tanpaCapaian, NOTES.indeksBukanPredikat);
    const total = items.reduce((sum, { weight }) => sum + weight, 0);
    if (total <= 0) return noted<number | null>(null, NOTES.bobotNol, NOTES.indeksBukanPredikat);
    const weighted = items.reduce((sum, { value, weight }) => sum + Math.min(value, batasAtas) * weight, 0);
    return noted<number | null>(
      withoutNoise(weighted / total),
      NOTES.indeksBukanPredikat,
      items.length < capaian.length && NOTES.capaianDikeluarkan,
      items.some(({ value }) => value > batasAtas) && NOTES.capaianDibatasi,
    );
  },
});
