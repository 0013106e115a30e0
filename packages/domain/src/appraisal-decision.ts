/** One period's result, composed from its stored facts: the same facts always give the same Decision. */
import { type LocalDate, type Month, type Periode, lastDayOf } from "./calendar.ts";
import { type Decision, noted, rule } from "./decision.ts";
import { isMonthJudged, judgedTarget, type MasaDinilai } from "./masa-dinilai.ts";
import { NOTES } from "./notes.ts";
import { fewestAnswers, masukanRekan, tanpaRekan } from "./peer-result.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import { type Batas, permenpanrb6 } from "./regulations/permenpanrb-6-2022.ts";
import { realisasiOf } from "./report-figures.ts";
import { withoutNoise } from "./rounding.ts";
import { type KertasBertandaTangan, kertasInDecision } from "./signed-rating.ts";
import type { PerlakuanTahunan } from "./regulations/permenpanrb-6-2022-tahunan.ts";
import { type Rulebook, rulebookOn } from "./rulebook.ts";
import type { Arah, Ekspektasi, JenisIndikator, Perilaku, Predikat, PredikatOrganisasi, Prioritas, Sebagai, UmpanBalikNada } from "./vocabulary.ts";
import type * as yearState from "./year-state.ts";

/** One month's figures of an indicator as they were reported. */
export type FaktaBulan = { bulan: Month; target: number | null; realisasi: number | null; pembilang: number | null; penyebut: number | null };
export type FaktaIndikator = {
  id: string; text: string; jenis: JenisIndikator; arah: Arah; satuan: string | null;
  targetMin: number | null; targetMax: number | null;
  /** The indicator's own weight; null: that of its result's priority. */
  bobot: number | null;
  bulan: readonly FaktaBulan[];
};
export type FaktaHasil = { lineId: string; text: string; prioritas: Prioritas; rating: Ekspektasi | null; indikator: readonly FaktaIndikator[] };

/** What a rating points at, as it stood when the result became final. */
export type FaktaDasar =
  | { kind: "evidence"; id: string; title: string; bulan: Month }
  | { kind: "umpan_balik"; id: string; dari: string; isFromPenilai: boolean; nada: UmpanBalikNada; text: string; givenOn: LocalDate; reply: string | null };

/** One of the two ratings as the penilai chose it, with why and on what. */
export type Pilihan = { rating: Ekspektasi; alasan: string | null; dasar: readonly FaktaDasar[] };

/** What the suggestions and the index are computed from; complete or not. */
export type BahanPenilaian = {
  periode: Periode;
  hasil: readonly FaktaHasil[];
  perilaku: readonly { perilaku: Perilaku; rating: Ekspektasi | null }[];
  umpanBalik: { positif: number; netral: number; negatif: number };
  /** The newest published umpan balik rekan of the half-year up to the rating; left out in results from before there was any. */
  rekan?: { semester: string; rata: number; n: number } | { semester: string | null; sebab: "belum_ada" | "kurang_dari_empat" };
  /** Capaian of the unit that the pegawai leads: in the annual evaluation it is the suggestion (SE MenPANRB 3/2023). Left out for who leads none. */
  pimpinanUnit?: { unit: string; predikat: PredikatOrganisasi };
  /** The part of the year that is judged; left out where it is all of it. */
  masa?: MasaDinilai;
  standar: { batas: Batas; batasAtas: number; bobotUtama: number; bobotTambahan: number; bobotRekan?: number; /** Left out in results from before it could be chosen. */ jawabanMin?: number };
};

/** Where the two ratings were taken from when they are not the penilai's own choice here: a line of a report of e-Kinerja BKN that was kept. */
export type SumberResmi = {
  sistem: "e-Kinerja BKN";
  /** Title and line of the report, and when it was drawn there, as its own rows say. */
  laporan: string; baris: number; ditarik: string | null;
  /** Who rated there, and when, as the line says. */
  penilai: string; dinilai: string;
};

/** How a year was that is not like the others'. */
export type FaktaKeadaan = yearState.YearState;

/** All that a result of a period rests on. Plain JSON, kept beside the digest of its Decision. */
export type FaktaPenilaian = BahanPenilaian & {
  pegawai: { id: string; name: string; jabatan: string | null; unit: string };
  /** Who set the result, and as whom: the penilai in time, the atasan after him (Lampiran BAB IV.A.11), or the atasan on a keberatan. */
  penilai: { id: string; name: string; jabatan: string | null; sebagai: Sebagai; isKepalaDaerah: boolean };
  /** To whom a keberatan is addressed; null where nobody stands above the penilai. */
  atasan: { id: string; name: string; jabatan: string | null } | null;
  /** The unit whose capaian is weighed (Lampiran BAB IV.B.1.g). */
  capaianOrganisasi: { unitId: string; unit: string; predikat: PredikatOrganisasi };
  hasilKerja: Pilihan;
  perilakuKerja: Pilihan;
  /** Why an earlier final result was replaced, and the digest of that one; null for the first. */
  koreksi: { alasan: string; menggantikan: string } | null;
  /** Left out where the ratings were chosen here. */
  sumberResmi?: SumberResmi;
  /** Left out where the ratings were given in the app. */
  kertas?: KertasBertandaTangan;
  /** Left out where the year is like the others'. */
  keadaan?: FaktaKeadaan;
};

/** The row of the rulebook that judges a period: that of its last day, whenever it is judged. */
export function rulebookOf({ lastMonth }: Pick<Periode, "lastMonth">): Rulebook {
  return rulebookOn(lastDayOf(lastMonth));
}

type Terpakai = { target: number; bulan: FaktaBulan };

/** The months that can be compared: a figure that was reported, against a target that was set. */
function comparable({ jenis, bulan }: FaktaIndikator): Terpakai[] {
  return bulan.flatMap((month) => (month.target === null || realisasiOf({ jenis, ...month }) === null ? [] : [{ target: month.target, bulan: month }]));
}

const sum = (figures: readonly number[]): number => withoutNoise(figures.reduce((total, figure) => total + figure, 0));
const mean = (figures: readonly number[]): number => withoutNoise(sum(figures) / figures.length);

/** Figures of months are summed; of a ratio, whose target is a percent each month, the mean is taken. */
const targetPeriode = rule({
  name: "Target periode",
  cite: cityStandard("indeks: bulan menjadi periode"),
  decide: ({ jenis, target }: { jenis: JenisIndikator; target: readonly number[] }): number => (jenis === "rasio" ? mean(target) : sum(target)),
});

/** Sums; of a ratio the sum of numerators over the sum of denominators in percent; of a figure kept in a range the mean. */
const realisasiPeriode = rule({
  name: "Realisasi periode",
  cite: cityStandard("indeks: bulan menjadi periode"),
  decide: ({ jenis, arah, bulan }: { jenis: JenisIndikator; arah: Arah; bulan: readonly { realisasi: number | null; pembilang: number | null; penyebut: number | null }[] }): number => {
    if (jenis === "rasio") return withoutNoise((sum(bulan.map((month) => month.pembilang ?? 0)) / sum(bulan.map((month) => month.penyebut ?? 0))) * 100);
    const figures = bulan.map((month) => month.realisasi ?? 0);
    return arah === "rentang" ? mean(figures) : sum(figures);
  },
});

const tanpaCapaian = rule({
  name: "Capaian indikator",
  cite: cityStandard("Rumus capaian indikator (model PermenPANRB 8/2021)"),
  decide: (_: { indikator: string; jenis: JenisIndikator }) => noted<number | null>(null, NOTES.tanpaAngka),
});

/**
 * The capaian of one indicator over the period's months, in percent. Null without a figure: words are read by people, not counted.
 * A month without a report or a target is left out; it never counts as nothing reached.
 */
function capaianPeriode(whole: FaktaIndikator, { capaianIndikator }: Rulebook["rules"], masa?: MasaDinilai): Decision<number | null> {
  const indikator = masa === undefined ? whole : { ...whole, bulan: whole.bulan.filter(({ bulan }) => isMonthJudged(bulan, masa)) };
  const { jenis, arah, targetMin, targetMax } = indikator;
  if (arah === "rentang") {
    const bulan = indikator.bulan.filter((month) => realisasiOf({ jenis, ...month }) !== null);
    if (bulan.length === 0 || targetMin === null || targetMax === null) return tanpaCapaian({ indikator: indikator.text, jenis });
    return capaianIndikator({ target: { min: targetMin, max: targetMax }, realisasi: realisasiPeriode({ jenis, arah, bulan }), arah });
  }
  const months = comparable(indikator);
  if (months.length === 0) return tanpaCapaian({ indikator: indikator.text, jenis });
  const bulan = months.map((month) => month.bulan);
  return capaianIndikator({ target: targetPeriode({ jenis, target: months.map(({ target, bulan: { bulan: of } }) => (masa === undefined || jenis === "rasio" ? target : judgedTarget(of, target, masa))) }), realisasi: realisasiPeriode({ jenis, arah, bulan }), arah });
}

/** What colleagues say, as a Decision of its own: with its number and weight, or named as missing. */
function bagianRekan(rekan: NonNullable<BahanPenilaian["rekan"]>, { bobotRekan = 0, jawabanMin }: BahanPenilaian["standar"]): Decision<{ rata: number; n: number; bobot: number } | null> {
  if ("sebab" in rekan) return tanpaRekan(rekan);
  if (jawabanMin !== undefined && rekan.n < fewestAnswers(jawabanMin)) return tanpaRekan({ semester: rekan.semester, sebab: "kurang_dari_standar", n: rekan.n, jawabanMin });
  return masukanRekan({ ...rekan, bobot: bobotRekan });
}

/** Of who leads a unit the unit's own capaian speaks, not the count of results. */
const saranRatingPimpinan = rule({
  name: "Saran rating hasil kerja",
  cite: cityStandard("rating pimpinan unit mengikuti capaian unitnya (SE MenPANRB 3/2023)"),
  decide: ({ rating }: { rating: Ekspektasi }) => noted<Ekspektasi | null>(rating, NOTES.kepalaUnitMengikutiCapaian),
});

export type BagianPenilaian = {
  /** By indicator id. */
  capaian: ReadonlyMap<string, Decision<number | null>>;
  indeks: Decision<number | null>;
  saranHasilKerja: Decision<Ekspektasi | null>;
  saranPerilaku: Decision<Ekspektasi | null>;
};

/**
 * What a penilai sees before choosing: figures, the city's index and the two suggestions; never a predikat. While a result is
 * unrated there is no suggestion for hasil kerja: part of the results would suggest something else than all of them.
 */
export function bagianPenilaian({ periode, hasil, perilaku, umpanBalik, rekan, pimpinanUnit, masa, standar }: BahanPenilaian): BagianPenilaian {
  const { rules } = rulebookOf(periode);
  const indicators = hasil.flatMap(({ prioritas, indikator }) => indikator.map((one) => ({ one, bobot: one.bobot ?? (prioritas === "utama" ? standar.bobotUtama : standar.bobotTambahan) })));
  const capaian = indicators.map(({ one }) => capaianPeriode(one, rules, masa));
  const rated = hasil.flatMap(({ prioritas, rating }) => (rating === null ? [] : [{ prioritas, rating }]));
  return {
    capaian: new Map(indicators.flatMap(({ one }, index) => capaian.slice(index, index + 1).map((decision) => [one.id, decision] as const))),
    indeks: rules.indeksKinerja({ capaian, bobot: indicators.map(({ bobot }) => bobot), batasAtas: standar.batasAtas }),
    saranHasilKerja: pimpinanUnit !== undefined ? saranRatingPimpinan({ rating: rules.ratingKepalaUnit({ organisasi: pimpinanUnit.predikat }) }) : rules.saranRatingHasilKerja({ hasil: rated.length === hasil.length ? rated : [], umpanBalik, batas: standar.batas }),
    saranPerilaku: rules.saranRatingPerilaku({ nilai: perilaku, rekan: rekan === undefined ? null : bagianRekan(rekan, standar), batas: standar.batas }),
  };
}

type Chosen = { rating: Ekspektasi; saran: Ekspektasi | null; alasan: string | null; dasar: readonly FaktaDasar[]; sumberResmi?: SumberResmi; kertas?: ReturnType<typeof kertasInDecision>["kertas"] };

function chosen({ rating, saran, sumberResmi, kertas }: Chosen) {
  const source = (sumberResmi !== undefined && NOTES.ratingDariEKinerja) || (kertas !== undefined && NOTES.ratingDariKertas);
  if (saran === null) return noted(rating, source || NOTES.penilaiTanpaSaran);
  return noted(rating, source, rating === saran ? NOTES.penilaiMengikutiSaran : NOTES.penilaiTidakMengikutiSaran);
}

/** Lampiran BAB IV.B.3.a.1.(c): the penilai sets the rating; the guide only suggests. */
const ratingHasilKerja = rule({ name: "Rating hasil kerja", cite: permenpanrb6("Lampiran BAB IV huruf B angka 3 huruf a angka 1) huruf (c)"), decide: chosen });
/** Lampiran BAB IV.B.3.a.2.(b). */
const ratingPerilaku = rule({ name: "Rating perilaku kerja", cite: permenpanrb6("Lampiran BAB IV huruf B angka 3 huruf a angka 2) huruf (b)"), decide: chosen });

type Kesimpulan = { organisasi: PredikatOrganisasi; predikat: Predikat; indeks: number | null; perlakuan?: PerlakuanTahunan; ipk?: Predikat | null; studiGagal?: Predikat | null };
/**
 * Pasal 24 ayat (1): capaian organisasi, pola, predikat. The index stands beside the predikat and is no part of it. A studi that failed
 * has its own predikat instead of the quadrant's; the IPK's category is a guide and changes nothing.
 */
const hasilEvaluasi = rule({
  name: "Hasil evaluasi kinerja periode",
  cite: permenpanrb6("Pasal 24 dan Lampiran BAB IV huruf B"),
  decide: ({ predikat, studiGagal }: Kesimpulan) => noted(studiGagal ?? predikat, NOTES.indeksBukanPredikat),
});

/** What a recorded state makes of the year, and the category of the IPK of a studi (null where there is none). */
export function bagianKeadaan(periode: Pick<Periode, "lastMonth" | "year">, { keadaan, sejak, studi }: FaktaKeadaan): { perlakuan: Decision<PerlakuanTahunan>; ipk: Decision<Exclude<Predikat, "sangat_kurang">> | null } {
  const { rules } = rulebookOf(periode);
  if (studi === null || studi.ipk === null) return { perlakuan: rules.perlakuanTahunan({ tahun: periode.year, keadaan, sejak }), ipk: null };
  const { lokasi, jenjang, akreditasiPT, akreditasiProdi, ipk } = studi;
  return {
    perlakuan: rules.perlakuanTahunan({ tahun: periode.year, keadaan, sejak }),
    ipk: rules.kategoriIpk({ lokasi, jenjang, ipk, ...(akreditasiPT === null ? {} : { akreditasiPT }), ...(akreditasiProdi === null ? {} : { akreditasiProdiMinimal: akreditasiProdi }) }),
  };
}

/** The whole explanation of a period's result: predikat from the quadrant, ratings with their suggestions, and the index beside it. */
export function penilaianPeriode(facts: FaktaPenilaian): Decision<Predikat> {
  const { indeks, saranHasilKerja, saranPerilaku } = bagianPenilaian(facts);
  // Named only where there is one: results of before keep their digest.
  const source = { ...(facts.sumberResmi === undefined ? {} : { sumberResmi: facts.sumberResmi }), ...kertasInDecision(facts.kertas) };
  const { rules } = rulebookOf(facts.periode);
  const perilaku = ratingPerilaku({ ...facts.perilakuKerja, saran: saranPerilaku, ...source });
  const predikat = rules.predikatKinerja({ hasilKerja: ratingHasilKerja({ ...facts.hasilKerja, saran: saranHasilKerja, ...source }), perilaku });
  const whole = { organisasi: facts.capaianOrganisasi.predikat, predikat, indeks };
  if (facts.keadaan === undefined) return hasilEvaluasi(whole);
  const { perlakuan, ipk } = bagianKeadaan(facts.periode, facts.keadaan);
  const studiGagal = facts.keadaan.studi?.isGagal === true ? rules.predikatTugasBelajarGagal({ isGagal: true, perilaku }) : null;
  return hasilEvaluasi({ ...whole, perlakuan, ...(ipk === null ? {} : { ipk }), ...(studiGagal === null ? {} : { studiGagal }) });
}
