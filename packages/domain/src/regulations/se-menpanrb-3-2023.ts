/**
 * SE MenPANRB 3/2023 (31 January 2023), how predikat are set: the percents of the pola distribusi. Guidance, known to us from
 * secondary sources (confidence medium). Advice beside the result, never a silent change of a rating.
 */
import { type Answer, type Citation, noted, rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import { roundHalfUp } from "../rounding.ts";
import type { Ekspektasi, PembulatanPola, Predikat, PredikatOrganisasi } from "../vocabulary.ts";

export function se3(part: string): Citation {
  return { regulation: "SE MenPANRB 3/2023", part, link: "https://jdih.menpan.go.id" };
}

/** What can be at odds with the pattern; `temuan` of `polaDistribusi` are of these. */
export const TEMUAN_POLA = [
  "puncak_bukan_sebagian_besar", // the predikat equal to the organisation's is not the majority
  "puncak_melebihi_70_persen",
  "puncak_kurang_dari_60_persen",
  "tanpa_butuh_perbaikan_atau_kurang",
  "sangat_baik_melebihi_10_persen",
  "sangat_baik_tidak_boleh_ada",
  "butuh_perbaikan_kurang_dari_10_persen",
  "butuh_perbaikan_dan_kurang_kurang_dari_10_persen",
] as const;
export type TemuanPola = (typeof TEMUAN_POLA)[number];

const PUNCAK_MAKS_PERCENT = 70;
const PUNCAK_MIN_PERCENT = 60;
const SANGAT_BAIK_MAKS_PERCENT = 10;
const PENDAMPING_MIN_PERCENT = 10;
/** In smaller units the figures contradict each other (no whole number is both a majority and at most 70 %). */
const UNIT_KECIL = 5;

type Jumlah = Record<Predikat, number>;

/**
 * The limits in people. The circular is silent on halves of people: "ketat" rounds "at most" down and "at least" up, "terdekat" to the
 * nearest person, which spares small units a finding over a fraction. In a unit under five they yield so that they can be met.
 */
function limits(people: number, pembulatan: PembulatanPola) {
  const [atMost, atLeast] = pembulatan === "ketat" ? [Math.floor, Math.ceil] : [nearest, nearest];
  const majority = Math.floor(people / 2) + 1;
  const puncakMin = atLeast((PUNCAK_MIN_PERCENT * people) / 100);
  return {
    majority,
    puncakMax: Math.max(atMost((PUNCAK_MAKS_PERCENT * people) / 100), majority),
    puncakMin,
    sangatBaikMax: atMost((SANGAT_BAIK_MAKS_PERCENT * people) / 100),
    pendampingMin: Math.min(atLeast((PENDAMPING_MIN_PERCENT * people) / 100), people - puncakMin),
    hasRoomBesidesPuncak: people > majority,
  };
}

const nearest = (people: number): number => roundHalfUp(people, 0);

type Limits = ReturnType<typeof limits>;
type Check = readonly [temuan: TemuanPola, isFound: boolean];

/** Istimewa and Baik: most at the peak, at most 70 %. */
function puncakSebagianBesar(peak: number, { majority, puncakMax }: Limits): Check[] {
  return [
    ["puncak_bukan_sebagian_besar", peak < majority],
    ["puncak_melebihi_70_persen", peak > puncakMax],
  ];
}

/** One line per predikat of the organisation, as the circular has them. */
const POLA = {
  istimewa: (n: Jumlah, limit: Limits) => puncakSebagianBesar(n.sangat_baik, limit),
  baik: (n: Jumlah, limit: Limits) => [
    ...puncakSebagianBesar(n.baik, limit),
    ["tanpa_butuh_perbaikan_atau_kurang", limit.hasRoomBesidesPuncak && n.butuh_perbaikan + n.kurang === 0] as const,
  ],
  butuh_perbaikan: (n: Jumlah, limit: Limits) => [
    ["puncak_kurang_dari_60_persen", n.butuh_perbaikan < limit.puncakMin] as const,
    ["sangat_baik_melebihi_10_persen", n.sangat_baik > limit.sangatBaikMax] as const,
  ],
  kurang: (n: Jumlah, limit: Limits) => [
    ["puncak_kurang_dari_60_persen", n.kurang < limit.puncakMin] as const,
    ["butuh_perbaikan_kurang_dari_10_persen", n.butuh_perbaikan < limit.pendampingMin] as const,
    ["sangat_baik_melebihi_10_persen", n.sangat_baik > limit.sangatBaikMax] as const,
  ],
  sangat_kurang: (n: Jumlah, limit: Limits) => [
    ["puncak_kurang_dari_60_persen", n.sangat_kurang < limit.puncakMin] as const,
    ["butuh_perbaikan_dan_kurang_kurang_dari_10_persen", n.butuh_perbaikan + n.kurang < limit.pendampingMin] as const,
    ["sangat_baik_tidak_boleh_ada", n.sangat_baik > 0] as const,
  ],
} as const satisfies Record<PredikatOrganisasi, (n: Jumlah, limit: Limits) => Check[]>;

/** Whether the predikat of a unit follow the pattern of its organisation's predikat; an empty unit does. */
export const polaDistribusi = rule({
  name: "Pola distribusi predikat",
  cite: se3("Pola distribusi predikat kinerja Pegawai"),
  decide: ({ organisasi, jumlah, pembulatan = "ketat" }: { organisasi: PredikatOrganisasi; jumlah: Jumlah; pembulatan?: PembulatanPola }): Answer<{ sesuai: boolean; temuan: TemuanPola[] }> => {
    const people = Object.values(jumlah).reduce((sum, n) => sum + n, 0);
    if (people === 0) return noted({ sesuai: true, temuan: [] }, NOTES.polaKosong);
    const temuan = POLA[organisasi](jumlah, limits(people, pembulatan)).filter(([, isFound]) => isFound).map(([code]) => code);
    return noted({ sesuai: temuan.length === 0, temuan }, pembulatan === "ketat" ? NOTES.pembulatanPola : NOTES.pembulatanPolaTerdekat, people < UNIT_KECIL && NOTES.unitKecil);
  },
});

/** What each finding counts, and the line that it is held against, in percent. A majority is more than half. */
type Garis = { predikat: readonly Predikat[]; batas: number; arah: "paling_sedikit" | "paling_banyak" };
const PUNCAK = { istimewa: "sangat_baik", baik: "baik", butuh_perbaikan: "butuh_perbaikan", kurang: "kurang", sangat_kurang: "sangat_kurang" } as const satisfies Record<PredikatOrganisasi, Predikat>;
const GARIS = {
  puncak_bukan_sebagian_besar: (puncak) => ({ predikat: [puncak], batas: 50, arah: "paling_sedikit" }),
  puncak_melebihi_70_persen: (puncak) => ({ predikat: [puncak], batas: PUNCAK_MAKS_PERCENT, arah: "paling_banyak" }),
  puncak_kurang_dari_60_persen: (puncak) => ({ predikat: [puncak], batas: PUNCAK_MIN_PERCENT, arah: "paling_sedikit" }),
  tanpa_butuh_perbaikan_atau_kurang: () => ({ predikat: ["butuh_perbaikan", "kurang"], batas: 0, arah: "paling_sedikit" }),
  sangat_baik_melebihi_10_persen: () => ({ predikat: ["sangat_baik"], batas: SANGAT_BAIK_MAKS_PERCENT, arah: "paling_banyak" }),
  sangat_baik_tidak_boleh_ada: () => ({ predikat: ["sangat_baik"], batas: 0, arah: "paling_banyak" }),
  butuh_perbaikan_kurang_dari_10_persen: () => ({ predikat: ["butuh_perbaikan"], batas: PENDAMPING_MIN_PERCENT, arah: "paling_sedikit" }),
  butuh_perbaikan_dan_kurang_kurang_dari_10_persen: () => ({ predikat: ["butuh_perbaikan", "kurang"], batas: PENDAMPING_MIN_PERCENT, arah: "paling_sedikit" }),
} as const satisfies Record<TemuanPola, (puncak: Predikat) => Garis>;

/** The lines of an organisation's pola, in its order. *Plain.* */
export function garisPola(organisasi: PredikatOrganisasi): (Garis & { temuan: TemuanPola })[] {
  const none: Jumlah = { sangat_baik: 0, baik: 0, butuh_perbaikan: 0, kurang: 0, sangat_kurang: 0 };
  return POLA[organisasi](none, limits(1, "ketat")).map(([temuan]) => ({ temuan, ...GARIS[temuan](PUNCAK[organisasi]) }));
}

/** One line as it was counted: `n` of `dari` people, and the 95 percent interval (Wilson) of that share, in percent. */
export type SelangPola = { temuan: TemuanPola; n: number; dari: number; rendah: number; tinggi: number };
export const POSISI_POLA = ["di_dalam", "mungkin_kebetulan", "di_luar"] as const;
export type PosisiPola = (typeof POSISI_POLA)[number];

/**
 * Where the shares stand beside the lines of the pola, as a band: a share outside of its line whose interval reaches the line may be chance.
 * A line at nothing (somebody, or nobody, must be there) is met or not. The circular knows no interval: the city's way of reading it.
 */
export const pitaPola = rule({
  name: "Pita pola distribusi",
  cite: se3("Pola distribusi predikat kinerja Pegawai"),
  decide: ({ organisasi, pola, selang }: { organisasi: PredikatOrganisasi; pola: { sesuai: boolean; temuan: TemuanPola[] }; selang: readonly SelangPola[] }) =>
    noted(garisPola(organisasi).flatMap(({ temuan, batas, arah }) => selang.filter((one) => one.temuan === temuan).map(({ rendah, tinggi }) => {
      const reaches = batas > 0 && (arah === "paling_banyak" ? rendah <= batas : tinggi >= batas);
      const posisi: PosisiPola = !pola.temuan.includes(temuan) ? "di_dalam" : reaches ? "mungkin_kebetulan" : "di_luar";
      return { temuan, posisi };
    })), NOTES.pitaPolaKota),
});

const RATING_KEPALA = { istimewa: "di_atas", baik: "sesuai", butuh_perbaikan: "di_bawah", kurang: "di_bawah", sangat_kurang: "di_bawah" } as const satisfies Record<PredikatOrganisasi, Ekspektasi>;

/**
 * The capaian kinerja organisasi is set as the rating hasil kerja of the person who leads that organisation.
 * How five predikat become three ratings is not printed: our reading (confidence low), hence the note.
 */
export const ratingKepalaUnit = rule({
  name: "Rating hasil kerja kepala unit",
  cite: se3("Capaian kinerja organisasi sebagai rating hasil kerja pimpinannya"),
  decide: ({ organisasi }: { organisasi: PredikatOrganisasi }) => noted<Ekspektasi>(RATING_KEPALA[organisasi], NOTES.pemetaanOrganisasi),
});
