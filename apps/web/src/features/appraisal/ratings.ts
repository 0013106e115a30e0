import type { AppraisalView, saveAppraisal } from "@teraju/contracts/appraisal";
import type { Input } from "@teraju/contracts/endpoint";
import { v7 } from "uuid";

export type Ekspektasi = "di_atas" | "sesuai" | "di_bawah";
export type Aspect = "hasil_kerja" | "perilaku";
export const EKSPEKTASI = ["di_atas", "sesuai", "di_bawah"] as const;

/** What the penilai has chosen on this screen, not yet saved. Keys of `hasil` are line ids, of `perilaku` names of behaviours. */
export type Ratings = {
  id: string;
  hasil: Readonly<Record<string, Ekspektasi>>;
  perilaku: Readonly<Record<string, Ekspektasi>>;
  overall: Readonly<Record<Aspect, Ekspektasi | null>>;
  alasan: Readonly<Record<Aspect, string>>;
  basis: readonly { aspect: Aspect; kind: "evidence" | "umpan_balik"; id: string }[];
};

/** As the server has it. */
export function ratingsOf(view: AppraisalView): Ratings {
  const { appraisal } = view;
  const rated = <T extends { rating: Ekspektasi | null }>(list: readonly T[], key: (one: T) => string) => Object.fromEntries(list.flatMap((one) => (one.rating === null ? [] : [[key(one), one.rating] as const])));
  return {
    id: appraisal?.id ?? v7(),
    hasil: rated(view.results, (one) => one.lineId),
    perilaku: rated(view.perilaku, (one) => one.perilaku),
    overall: { hasil_kerja: appraisal?.hasilKerja ?? null, perilaku: appraisal?.perilaku ?? null },
    alasan: { hasil_kerja: appraisal?.alasanHasilKerja ?? "", perilaku: appraisal?.alasanPerilaku ?? "" },
    basis: appraisal?.basis ?? [],
  };
}

/** True where the screen says something else than the server. */
export function isChanged(ratings: Ratings, view: AppraisalView): boolean {
  const text = ({ hasil, perilaku, overall, alasan, basis }: Ratings) =>
    JSON.stringify([Object.entries(hasil).sort(), Object.entries(perilaku).sort(), overall, alasan.hasil_kerja.trim(), alasan.perilaku.trim(), basis.map((one) => `${one.aspect} ${one.id}`).sort()]);
  return text(ratings) !== text(ratingsOf(view));
}

export type SaveBody = Input<typeof saveAppraisal>["body"];

/** The body of a save, with the version that the screen was drawn from. */
export function saveBody(ratings: Ratings, view: AppraisalView): SaveBody {
  const { hasil, perilaku, overall, alasan } = ratings;
  return {
    id: ratings.id,
    version: view.appraisal?.version ?? null,
    hasil: Object.entries(hasil).map(([lineId, rating]) => ({ lineId, rating })),
    perilaku: view.perilaku.flatMap(({ perilaku: name }) => (perilaku[name] === undefined ? [] : [{ perilaku: name, rating: perilaku[name] }])),
    hasilKerja: overall.hasil_kerja,
    perilakuKerja: overall.perilaku,
    alasanHasilKerja: alasan.hasil_kerja,
    alasanPerilaku: alasan.perilaku,
    basis: [...ratings.basis],
  };
}

/** The ratings as the question for a suggestion carries them: in the order of the desk. */
export function saranQuery({ hasil, perilaku }: Ratings, view: AppraisalView): { hasil: string; perilaku: string } {
  return { hasil: view.results.map((one) => hasil[one.lineId] ?? "-").join(","), perilaku: view.perilaku.map((one) => perilaku[one.perilaku] ?? "-").join(",") };
}
