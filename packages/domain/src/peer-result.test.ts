import { describe, expect, it } from "vitest";
import { fewestAnswers, isAnswered, masukanRekan, peerFigure, type PeerForm, peerShown, publishedMean, shownGroups, shownSuggestions, tanpaRekan } from "./peer-result.ts";
import { PERILAKU } from "./vocabulary.ts";
import type { PeerGroup, PeerLevel } from "./peer-input.ts";

const form = (level: PeerLevel | null, group: PeerGroup = "rekan"): PeerForm => ({ group, levels: PERILAKU.map(() => level) });
const forms = (rekan: readonly (PeerLevel | null)[], bawahan: readonly (PeerLevel | null)[] = []): PeerForm[] => [...rekan.map((l) => form(l)), ...bawahan.map((l) => form(l, "bawahan"))];
const names = (rekan: number, bawahan: number): string => {
  const shown = peerShown(forms(Array.from({ length: rekan }, () => 3 as const), Array.from({ length: bawahan }, () => 2 as const)));
  return shown.groups.map(({ group, n }) => `${group} ${n}`).join(", ") || `${shown.withheld}`;
};

describe("which groups are shown", () => {
  it.each([
    [0, 0, "fewer_than_four"], [3, 0, "fewer_than_four"], [4, 0, "rekan 4"], [7, 0, "rekan 7"], [0, 3, "fewer_than_four"], [0, 4, "bawahan 4"],
    [4, 4, "rekan 4, bawahan 4"], [7, 8, "rekan 7, bawahan 8"], [7, 1, "gabungan 8"], [1, 7, "gabungan 8"], [3, 1, "gabungan 4"], [2, 2, "gabungan 4"], [1, 1, "fewer_than_four"], [3, 3, "gabungan 6"],
  ])("%i rekan and %i bawahan: %s", (rekan, bawahan, shown) => expect(names(rekan, bawahan)).toBe(shown));

  it("leaves no group of one to three answers as the difference of what is shown, nor in it", () => {
    for (let rekan = 0; rekan < 10; rekan += 1) {
      for (let bawahan = 0; bawahan < 10; bawahan += 1) {
        const shown = shownGroups(forms(Array.from({ length: rekan }, () => 3 as const), Array.from({ length: bawahan }, () => 3 as const)));
        const numbers = shown.map((group) => group.forms.length);
        expect(numbers.every((n) => n >= 4)).toBe(true);
        const hidden = rekan + bawahan - numbers.reduce((a, b) => a + b, 0);
        // Either all is shown, or nothing is.
        expect(hidden === 0 || numbers.length === 0, `${rekan} ${bawahan}`).toBe(true);
      }
    }
  });

  it("a form that knows nothing is no answer", () => {
    expect(isAnswered(form(null))).toBe(false);
    expect(peerShown(forms([3, 3, 3, null])).withheld).toBe("fewer_than_four");
    expect(peerShown(forms([3, 3, 3, 3, null])).groups[0]?.n).toBe(4);
  });

  it("says that two groups stand together only where they do", () => {
    expect([peerShown(forms([3, 3, 3, 3], [3])).isMerged, peerShown(forms([3, 3, 3, 3])).isMerged, peerShown(forms([3])).isMerged]).toEqual([true, false, false]);
  });
});

describe("the standard's own minimum", () => {
  const all = (rekan: number, bawahan: number, least: number) => peerShown(forms(Array.from({ length: rekan }, () => 3 as const), Array.from({ length: bawahan }, () => 3 as const)), least).groups.map(({ group, n }) => `${group} ${n}`);
  it("asks for more answers than four, of each group, behaviour and text", () => {
    expect([all(5, 0, 6), all(6, 0, 6), all(6, 5, 6), all(3, 3, 6), all(6, 6, 6)]).toEqual([[], ["rekan 6"], ["gabungan 11"], ["gabungan 6"], ["rekan 6", "bawahan 6"]]);
    const known = peerShown([...forms([3, 3, 3, 3, 3]), form(3)].map((one, i) => (i === 0 ? { ...one, levels: one.levels.map((level, at) => (at === 0 ? null : level)) } : one)), 6);
    expect(known.groups[0]?.behaviours.map(({ mean }) => mean === null)).toEqual([true, false, false, false, false, false, false]);
    expect([shownSuggestions(["a", "b", "c", "d", "e"], true, 6).withheld, shownSuggestions(["a", "b", "c", "d", "e", "f"], true, 6).withheld]).toEqual(["fewer_than_four", null]);
  });
  it("never goes under the floor of four, whatever a standard says, and older ones have none", () => {
    expect([fewestAnswers(1), fewestAnswers(0), fewestAnswers(undefined), fewestAnswers(5)]).toEqual([4, 4, 4, 5]);
    expect([all(3, 0, 1), all(4, 0, 1)]).toEqual([[], ["rekan 4"]]);
  });
});

describe("figures", () => {
  it.each([[1, 1, 1.5], [1.74, 1, 1.5], [1.75, 2, 2], [2.24, 2, 2], [2.25, 2.5, 2.5], [2.75, 3, 3], [3.2, 3, 3], [3.25, 3.5, 4], [3.5, 3.5, 4], [4, 3.5, 4]])("%d is shown as %d to %d", (mean, from, to) => expect(peerFigure(mean)).toEqual({ from, to }));

  it("a behaviour that fewer than four know is not shown, and takes no part in the mean", () => {
    const three = { group: "rekan", levels: [null, ...PERILAKU.slice(1).map(() => 2 as const)] } as const;
    const shown = peerShown([...Array.from({ length: 3 }, () => ({ group: "rekan", levels: [4, ...PERILAKU.slice(1).map(() => 2 as const)] }) as const), three]);
    expect(shown.groups[0]?.behaviours[0]?.mean).toBe(null);
    expect(shown.groups[0]?.mean).toEqual({ from: 2, to: 2 });
  });

  it("nothing is shown where each behaviour is known to three only", () => {
    const one = (known: number): PeerForm => ({ group: "rekan", levels: PERILAKU.map((_, i) => (i === known ? 3 : null)) });
    expect(peerShown([0, 1, 2, 3].map(one)).withheld).toBe("fewer_than_four");
  });

  it("what unanimous raters give is what others give too", () => {
    expect(peerShown(forms([4, 4, 4, 4])).groups[0]?.mean).toEqual(peerShown(forms([3, 3, 3, 4])).groups[0]?.mean);
  });
});

describe("what goes on", () => {
  it("is weighted by answers, from the published figures", () => {
    expect(publishedMean([{ n: 4, mean: { from: 3, to: 3 } }, { n: 6, mean: { from: 3.5, to: 4 } }])).toEqual({ rata: 3.45, n: 10 });
    expect(publishedMean([])).toBe(null);
  });

  it("enters on the scale of the guide, with its number and weight", () => {
    const decision = masukanRekan({ semester: "2026-1", rata: 2.5, n: 6, bobot: 0.25 });
    expect(decision.value).toEqual({ rata: 2, n: 6, bobot: 0.25 });
    expect(decision.cite.part).toContain("Pasal 18");
    expect([masukanRekan({ semester: "2026-1", rata: 1, n: 4, bobot: 0.25 }).value.rata, masukanRekan({ semester: "2026-1", rata: 4, n: 4, bobot: 0.25 }).value.rata]).toEqual([1, 3]);
  });

  it("is left out and named where there is none", () => {
    expect([tanpaRekan({ semester: null, sebab: "belum_ada" }).note, tanpaRekan({ semester: "2026-1", sebab: "kurang_dari_empat" }).note]).toEqual([expect.stringContaining("Belum ada"), expect.stringContaining("kurang dari empat")]);
    expect(tanpaRekan({ semester: null, sebab: "belum_ada" }).value).toBe(null);
  });

  it("suggestions stand from four up, and only beside a shown result", () => {
    expect(shownSuggestions(["a", "b", "c"], true)).toEqual({ texts: [], withheld: "fewer_than_four" });
    expect(shownSuggestions(["a", "b", "c", "d"], true)).toEqual({ texts: ["a", "b", "c", "d"], withheld: null });
    expect(shownSuggestions(["a", "b", "c", "d"], false).texts).toEqual([]);
  });
});
