/**
 * What of the answers about one person is shown: rules A1–A6 of the anonymity of umpan balik rekan. Pure, and the only place that
 * turns answers into what anybody sees; whatever is shown elsewhere (roll-ups, the suggestion for perilaku) is made from its outcome.
 */
import { noted, rule } from "./decision.ts";
import { NOTES } from "./notes.ts";
import { FEWEST_ANSWERS, type PeerGroup, type PeerLevel, type ShownGroup } from "./peer-input.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import { roundHalfUp, withoutNoise } from "./rounding.ts";
import { PERILAKU, type Perilaku } from "./vocabulary.ts";

/** One sealed form: seven answers in the order of PERILAKU, null for "tidak cukup mengenal". */
export type PeerForm = { readonly group: PeerGroup; readonly levels: readonly (PeerLevel | null)[] };

/** A mean in steps of 0.5; at both ends of the scale a band. */
export type PeerFigure = { readonly from: number; readonly to: number };
export type ShownPeerGroup = {
  readonly group: ShownGroup; readonly n: number; readonly mean: PeerFigure;
  readonly behaviours: { readonly perilaku: Perilaku; readonly mean: PeerFigure | null }[];
};
export type PeerShown = {
  readonly groups: readonly ShownPeerGroup[];
  /** True where one of the two groups is too small, so that both stand together. */
  readonly isMerged: boolean;
  readonly withheld: "fewer_than_four" | null;
};

/** A form in which no behaviour is known says nothing about the person: it is no answer. */
export function isAnswered(form: PeerForm): boolean {
  return form.levels.some((level) => level !== null);
}

/**
 * Rounded to 0.5. Means from 3.25 up are one band, and so are those under 1.75: a full mark, or the lowest, would say what each single
 * rater answered. The band stands for everybody there, unanimous or not, so that it gives no unanimity away (A5, A6).
 */
export function peerFigure(mean: number): PeerFigure {
  const rounded = roundHalfUp(mean * 2, 0) / 2;
  if (rounded >= 3.5) return { from: 3.5, to: 4 };
  return rounded <= 1.5 ? { from: 1, to: 1.5 } : { from: rounded, to: rounded };
}
const middle = ({ from, to }: PeerFigure): number => (from + to) / 2;

/** The fewest answers of a shown group: the city's standard may ask for more, never for fewer than four. */
export function fewestAnswers(jawabanMin: number | undefined): number {
  return Math.max(FEWEST_ANSWERS, jawabanMin ?? FEWEST_ANSWERS);
}

/**
 * The groups that are shown (A1, A2): both where each has at least four answers, or as many as the standard asks for; one alone only
 * where the other has none; both merged where one of them is small; nothing under that number together.
 */
export function shownGroups(forms: readonly PeerForm[], jawabanMin: number = FEWEST_ANSWERS): { group: ShownGroup; forms: readonly PeerForm[] }[] {
  const least = fewestAnswers(jawabanMin);
  const answered = forms.filter(isAnswered);
  const [rekan, bawahan] = [answered.filter((f) => f.group === "rekan"), answered.filter((f) => f.group === "bawahan")];
  const mayStandAlone = [rekan, bawahan].every((group) => group.length === 0 || group.length >= least);
  const groups = mayStandAlone ? [{ group: "rekan", forms: rekan } as const, { group: "bawahan", forms: bawahan } as const] : [{ group: "gabungan", forms: answered } as const];
  return groups.filter((group) => group.forms.length >= least);
}

/** A behaviour is shown from that many answers of the group up; the group's mean is that of its shown behaviours, so that it says nothing of the others. */
function shown({ group, forms }: { group: ShownGroup; forms: readonly PeerForm[] }, least: number): ShownPeerGroup | null {
  const means = PERILAKU.map((_, i) => {
    const levels = forms.flatMap((form) => form.levels[i] ?? []);
    return levels.length < least ? null : levels.reduce<number>((sum, level) => sum + level, 0) / levels.length;
  });
  const known = means.filter((mean) => mean !== null);
  if (known.length === 0) return null;
  return {
    group, n: forms.length, mean: peerFigure(withoutNoise(known.reduce((sum, mean) => sum + mean, 0) / known.length)),
    behaviours: PERILAKU.map((perilaku, i) => ({ perilaku, mean: means[i] === null || means[i] === undefined ? null : peerFigure(withoutNoise(means[i])) })),
  };
}

/** All that is shown of one person's answers. */
export function peerShown(forms: readonly PeerForm[], jawabanMin: number = FEWEST_ANSWERS): PeerShown {
  const groups = shownGroups(forms, jawabanMin).flatMap((group) => shown(group, fewestAnswers(jawabanMin)) ?? []);
  return { groups, isMerged: groups.some(({ group }) => group === "gabungan"), withheld: groups.length === 0 ? "fewer_than_four" : null };
}

/** The one figure and number of answers that go on from a published result: weighted by answers, from the published figures alone. Null where there is none. */
export function publishedMean(groups: readonly Pick<ShownPeerGroup, "n" | "mean">[]): { rata: number; n: number } | null {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  return n === 0 ? null : { rata: roundHalfUp(groups.reduce((sum, group) => sum + group.n * middle(group.mean), 0) / n, 2), n };
}

/** Texts are shown from as many up, shuffled by the caller; fewer are withheld (A7). */
export function shownSuggestions(texts: readonly string[], isShown: boolean, jawabanMin: number = FEWEST_ANSWERS): { texts: readonly string[]; withheld: "fewer_than_four" | null } {
  return isShown && texts.length >= fewestAnswers(jawabanMin) ? { texts, withheld: null } : { texts: [], withheld: "fewer_than_four" };
}

/**
 * Umpan balik rekan as it enters the suggestion for perilaku: the published mean (levels 1–4) on the guide's scale 1–3, the number of
 * answers, and the weight of the standard. It is named with its semester. Pasal 18–19 make it input; the text gives no weight.
 */
export const masukanRekan = rule({
  name: "Umpan balik rekan",
  cite: cityStandard("rekan.bobot (PermenPANRB 6/2022 Pasal 18 dan 19)"),
  decide: ({ rata, n, bobot }: { semester: string; rata: number; n: number; bobot: number }) =>
    noted({ rata: withoutNoise(1 + ((rata - 1) * 2) / 3), n, bobot }, NOTES.rekanDariEmpat),
});
const TANPA_REKAN = { belum_ada: NOTES.rekanBelumAda, kurang_dari_empat: NOTES.rekanKurang, kurang_dari_standar: NOTES.rekanKurangStandar } as const;
/** The same where there is none: it is left out and named, never counted as nothing. */
export const tanpaRekan = rule({
  name: "Umpan balik rekan",
  cite: cityStandard("rekan.bobot, rekan.jawabanMin (PermenPANRB 6/2022 Pasal 18 dan 19)"),
  decide: ({ sebab }: { semester: string | null; sebab: keyof typeof TANPA_REKAN; n?: number; jawabanMin?: number }) =>
    noted<{ rata: number; n: number; bobot: number } | null>(null, TANPA_REKAN[sebab]),
});
