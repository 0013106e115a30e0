import { describe, expect, test } from "vitest";
import { type BahanPenilaian, bagianPenilaian, type FaktaBulan, type FaktaIndikator, type FaktaPenilaian, penilaianPeriode, rulebookOf } from "./appraisal-decision.ts";
import { periodeOf } from "./calendar.ts";
import * as capaianOrganisasi from "./capaian-organisasi.ts";
import { canonical } from "./digest.ts";
import { NOTES } from "./notes.ts";
import { DEFAULT_STANDAR } from "./standar.ts";
import { EKSPEKTASI, PREDIKAT, type PredikatOrganisasi } from "./vocabulary.ts";

const month = (over: Partial<FaktaBulan>): FaktaBulan => ({ bulan: "2026-07", target: null, realisasi: null, pembilang: null, penyebut: null, ...over });
const indikator = (over: Partial<FaktaIndikator> = {}): FaktaIndikator => ({
  id: "i1", text: "Jumlah bayi dengan imunisasi dasar lengkap", jenis: "angka", arah: "maks", satuan: "bayi", targetMin: null, targetMax: null, bobot: null,
  bulan: [month({ target: 20, realisasi: 19 }), month({ bulan: "2026-08", target: 20, realisasi: 17 }), month({ bulan: "2026-09", target: 20, realisasi: 21 })], ...over,
});
const bahan = (over: Partial<BahanPenilaian> = {}): BahanPenilaian => ({
  periode: periodeOf("2026-08", "triwulanan"),
  hasil: [{ lineId: "h1", text: "Imunisasi", prioritas: "utama", rating: "sesuai", indikator: [indikator()] }],
  perilaku: [{ perilaku: "loyal", rating: "sesuai" }],
  umpanBalik: { positif: 1, netral: 0, negatif: 0 },
  standar: { batas: DEFAULT_STANDAR.penilaian.batas, batasAtas: 120, bobotUtama: 2, bobotTambahan: 1 }, ...over,
});
const facts = (over: Partial<FaktaPenilaian> = {}): FaktaPenilaian => ({
  ...bahan(),
  pegawai: { id: "p1", name: "Cut Meutia", jabatan: "Bidan Penyelia", unit: "Puskesmas" },
  penilai: { id: "p2", name: "Teuku Rizal", jabatan: "Kepala Puskesmas", sebagai: "penilai", isKepalaDaerah: false },
  atasan: null,
  capaianOrganisasi: { unitId: "u1", unit: "Puskesmas", predikat: "baik" },
  hasilKerja: { rating: "sesuai", alasan: null, dasar: [] },
  perilakuKerja: { rating: "di_atas", alasan: "Menjadi panutan bagi dua puskesmas lain.", dasar: [{ kind: "evidence", id: "e1", title: "Berita acara", bulan: "2026-08" }] },
  koreksi: null, ...over,
});
const capaianOf = (one: FaktaIndikator) => bagianPenilaian(bahan({ hasil: [{ lineId: "h", text: "x", prioritas: "utama", rating: "sesuai", indikator: [one] }] })).capaian.get(one.id);

describe("umpan balik rekan", () => {
  const perilaku = (["loyal", "adaptif", "harmonis"] as const).map((one) => ({ perilaku: one, rating: "sesuai" as const }));
  const saran = (rekan: BahanPenilaian["rekan"], bobotRekan?: number) => bagianPenilaian({ ...bahan({ perilaku, rekan }), standar: { ...bahan().standar, bobotRekan } }).saranPerilaku;
  test("enters the suggestion for perilaku as a Decision of its own, with its number and weight", () => {
    expect(saran({ semester: "2026-1", rata: 3.75, n: 6 }, 0.7)).toMatchObject({ value: "di_atas", from: [{ rule: "Umpan balik rekan", value: { n: 6, bobot: 0.7 }, given: { semester: "2026-1" } }], note: expect.stringContaining(NOTES.rekanDisertakan) });
    expect(saran({ semester: "2026-1", rata: 3.75, n: 6 }, 0.25).value).toBe("sesuai");
  });
  test("is named where there is none, and counts as nothing, not as the lowest", () => {
    expect(saran({ semester: null, sebab: "belum_ada" }, 0.6)).toMatchObject({ value: "sesuai", from: [{ value: null, note: NOTES.rekanBelumAda }] });
    expect(saran({ semester: "2026-1", sebab: "kurang_dari_empat" }, 0.6)).toMatchObject({ value: "sesuai", from: [{ value: null, note: NOTES.rekanKurang }] });
  });
  test("of fewer answers than the standard asks for is left out, and says why", () => {
    const under = (jawabanMin: number) => bagianPenilaian({ ...bahan({ perilaku, rekan: { semester: "2026-1", rata: 3.75, n: 5 } }), standar: { ...bahan().standar, bobotRekan: 0.7, jawabanMin } }).saranPerilaku;
    expect(under(6)).toMatchObject({ value: "sesuai", from: [{ value: null, note: NOTES.rekanKurangStandar, given: { sebab: "kurang_dari_standar", n: 5, jawabanMin: 6 }, cite: { part: expect.stringContaining("rekan.jawabanMin") } }] });
    for (const least of [1, 4, 5]) expect(under(least).value, `${least}`).toBe("di_atas");
  });
  test("is no part of results from before there was any: they keep their digest", () => {
    expect(saran(undefined)).toMatchObject({ from: [], given: { rekan: null } });
    expect(saran({ semester: "2026-1", rata: 2, n: 4 }).given).toMatchObject({ rekan: { bobot: 0 } });
  });
});

describe("months become a period", () => {
  test("figures are summed against the sum of targets: 57 of 60 is 95 percent", () => {
    expect(capaianOf(indikator())).toMatchObject({ value: 95, given: { target: 60, realisasi: 57, arah: "maks" }, from: [{ rule: "Target periode", value: 60 }, { rule: "Realisasi periode", value: 57 }] });
  });
  test("of a year that ended early count its judged months, the last by the working days that were worked", () => {
    const bulan = [month({ bulan: "2026-07", target: 20, realisasi: 20 }), month({ bulan: "2026-08", target: 20, realisasi: 5 }), month({ bulan: "2026-09", target: 20, realisasi: 0 })];
    const ended = (one: FaktaIndikator, isTargetDipotong = true) => bagianPenilaian({ ...bahan({ hasil: [{ lineId: "h", text: "x", prioritas: "utama", rating: "sesuai", indikator: [one] }] }), masa: { sampai: "2026-08-10", hari: 5, hariSebulan: 20, isTargetDipotong } }).capaian.get(one.id);
    expect(ended(indikator({ bulan }))).toMatchObject({ value: 100, given: { target: 25, realisasi: 25 }, from: [{ rule: "Target periode", from: [{ rule: "Target bulan yang tidak utuh", value: 5 }] }, { rule: "Realisasi periode" }] });
    expect(ended(indikator({ bulan }), false)).toMatchObject({ given: { target: 40, realisasi: 25 } });
    const ratio = [month({ target: 90, pembilang: 9, penyebut: 10 }), month({ bulan: "2026-08", target: 90, pembilang: 9, penyebut: 10 }), month({ bulan: "2026-09", target: 90, pembilang: 0, penyebut: 10 })];
    expect(ended(indikator({ jenis: "rasio", satuan: "persen", bulan: ratio }))).toMatchObject({ given: { target: 90, realisasi: 90 } });
  });
  test("a ratio takes all numerators over all denominators, against the mean of its percents: months of different size do not count alike", () => {
    const bulan = [month({ target: 90, pembilang: 9, penyebut: 10 }), month({ bulan: "2026-08", target: 100, pembilang: 45, penyebut: 90 })];
    expect(capaianOf(indikator({ jenis: "rasio", satuan: "persen", bulan }))).toMatchObject({ given: { target: 95, realisasi: 54 } });
  });
  test("less is better is turned around, a range takes the mean of the figures", () => {
    expect(capaianOf(indikator({ arah: "min" }))?.value).toBe(105);
    const range = indikator({ arah: "rentang", targetMin: 18, targetMax: 20, bulan: [month({ realisasi: 16 }), month({ realisasi: 20 }), month({})] });
    expect(capaianOf(range)).toMatchObject({ value: 100, given: { realisasi: 18, target: { min: 18, max: 20 } } });
    expect(capaianOf({ ...range, targetMax: null })).toMatchObject({ value: null, note: NOTES.tanpaAngka, given: { indikator: "Jumlah bayi dengan imunisasi dasar lengkap", jenis: "angka" } });
    expect(capaianOf({ ...range, targetMin: null })?.value).toBeNull();
    expect(capaianOf({ ...range, bulan: [month({})] })?.value).toBeNull();
  });
  test("a month without a report, without a target, or in words is left out, never counted as nothing reached", () => {
    expect(capaianOf(indikator({ bulan: [month({ target: 20, realisasi: 20 }), month({ target: 20 }), month({ realisasi: 7 })] }))).toMatchObject({ value: 100, given: { target: 20, realisasi: 20 } });
    expect(capaianOf(indikator({ jenis: "uraian" }))).toMatchObject({ value: null, note: NOTES.tanpaAngka, given: { indikator: "Jumlah bayi dengan imunisasi dasar lengkap", jenis: "uraian" }, from: [] });
    expect(capaianOf(indikator({ bulan: [] }))?.value).toBeNull();
  });
});

describe("what a penilai sees before choosing", () => {
  const two = (weights: { bobot?: number }[] = [{}, {}]) => bahan({ hasil: [
    { lineId: "h1", text: "a", prioritas: "utama", rating: "di_atas", indikator: [indikator({ id: "a", bobot: weights[0]?.bobot ?? null })] },
    { lineId: "h2", text: "b", prioritas: "tambahan", rating: "di_atas", indikator: [indikator({ id: "b", bobot: weights[1]?.bobot ?? null, bulan: [month({ target: 10, realisasi: 8 })] })] },
  ] });
  test("the index weighs a utama twice a tambahan, unless the indicator has its own weight", () => {
    expect(bagianPenilaian(two()).indeks).toMatchObject({ value: 90, given: { bobot: [2, 1], batasAtas: 120 } });
    expect(bagianPenilaian(two([{ bobot: 1 }, { bobot: 4 }])).indeks.value).toBe(83);
    expect(bagianPenilaian(two()).indeks.note).toContain("bukan dasar predikat");
  });
  test("each indicator keeps its own capaian", () => {
    const { capaian } = bagianPenilaian(two());
    expect(["a", "b"].map((id) => capaian.get(id)?.value)).toEqual([95, 80]);
  });
  test("there is no suggestion while a result is unrated: part of them would suggest something else", () => {
    expect(bagianPenilaian(two()).saranHasilKerja.value).toBe("di_atas");
    const [first] = two().hasil;
    if (first === undefined) throw new Error("two() has results");
    expect(bagianPenilaian(bahan({ hasil: [first, { ...first, lineId: "h3", rating: null }] })).saranHasilKerja).toMatchObject({ value: null, note: NOTES.tanpaHasil });
  });
  test("of who leads a unit the unit's own capaian is the suggestion, whatever the results say", () => {
    const leads = (predikat: PredikatOrganisasi) => bagianPenilaian({ ...two(), pimpinanUnit: { unit: "Puskesmas", predikat } }).saranHasilKerja;
    expect((["istimewa", "baik", "butuh_perbaikan"] as const).map((predikat) => leads(predikat).value)).toEqual(["di_atas", "sesuai", "di_bawah"]);
    expect(leads("baik")).toMatchObject({
      rule: "Saran rating hasil kerja", note: expect.stringContaining(NOTES.kepalaUnitMengikutiCapaian), cite: { part: expect.stringContaining("SE MenPANRB 3/2023") },
      from: [{ rule: "Rating hasil kerja kepala unit", given: { organisasi: "baik" } }],
    });
  });
  test("umpan balik counts in the suggestion, behaviours in theirs", () => {
    expect(bagianPenilaian({ ...two(), umpanBalik: { positif: 0, netral: 1, negatif: 1 } }).saranHasilKerja.value).toBeNull();
    expect(bagianPenilaian(bahan({ perilaku: [{ perilaku: "loyal", rating: "di_bawah" }] })).saranPerilaku.value).toBe("di_bawah");
  });
});

describe("one period's result", () => {
  test("is read from the quadrant with its whole explanation; the index stands beside it", () => {
    const decision = penilaianPeriode(facts());
    expect(decision).toMatchObject({ rule: "Hasil evaluasi kinerja periode", value: "baik", note: NOTES.indeksBukanPredikat, given: { organisasi: "baik", predikat: "baik", indeks: 95 } });
    expect(decision.from.map((one) => one.rule)).toEqual(["Predikat kinerja", "Indeks kinerja kota"]);
    const [predikat] = decision.from;
    expect(predikat?.from.map(({ rule, value, note, cite }) => [rule, value, note, cite.part])).toEqual([
      ["Rating hasil kerja", "sesuai", NOTES.penilaiMengikutiSaran, "Lampiran BAB IV huruf B angka 3 huruf a angka 1) huruf (c)"],
      ["Rating perilaku kerja", "di_atas", NOTES.penilaiTidakMengikutiSaran, "Lampiran BAB IV huruf B angka 3 huruf a angka 2) huruf (b)"],
    ]);
    expect(predikat?.from[1]?.given).toMatchObject({ saran: "sesuai", alasan: "Menjadi panutan bagi dua puskesmas lain.", dasar: [{ title: "Berita acara" }] });
    expect(decision.cite.part).toBe("Pasal 24 dan Lampiran BAB IV huruf B");
  });
  test("says where the guide suggests nothing and the penilai set the rating alone", () => {
    const decision = penilaianPeriode(facts({ perilaku: [] }));
    expect(decision.from[0]?.from[1]).toMatchObject({ note: NOTES.penilaiTanpaSaran, from: [{ value: null }] });
  });
  test("never depends on the index: worst figures and best figures, same ratings, same predikat", () => {
    const withFigure = (realisasi: number) => penilaianPeriode(facts({ hasil: [{ lineId: "h1", text: "x", prioritas: "utama", rating: "sesuai", indikator: [indikator({ bulan: [month({ target: 10, realisasi })] })] }] }));
    expect([withFigure(0), withFigure(99)].map((one) => [one.value, one.given["indeks"]])).toEqual([["baik", 0], ["baik", 120]]);
  });
  test("a better rating never gives a worse predikat", () => {
    const rank = (hasilKerja: (typeof EKSPEKTASI)[number], perilaku: (typeof EKSPEKTASI)[number]) =>
      PREDIKAT.indexOf(penilaianPeriode(facts({ hasilKerja: { rating: hasilKerja, alasan: null, dasar: [] }, perilakuKerja: { rating: perilaku, alasan: null, dasar: [] } })).value);
    for (const other of EKSPEKTASI) {
      expect(EKSPEKTASI.map((rating) => rank(rating, other))).toEqual(EKSPEKTASI.map((rating) => rank(rating, other)).toSorted((a, b) => a - b));
      expect(EKSPEKTASI.map((rating) => rank(other, rating))).toEqual(EKSPEKTASI.map((rating) => rank(other, rating)).toSorted((a, b) => a - b));
    }
  });
  test("gives the same canonical text from facts that went through JSON with their keys turned around", () => {
    const turned = Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(facts())) as FaktaPenilaian).toReversed()) as FaktaPenilaian;
    expect(canonical(penilaianPeriode(turned))).toBe(canonical(penilaianPeriode(facts())));
    expect(canonical(penilaianPeriode(facts({ capaianOrganisasi: { unitId: "u1", unit: "Puskesmas", predikat: "kurang" } })))).not.toBe(canonical(penilaianPeriode(facts())));
  });
  test("is judged by the rulebook of the period's last day", () => {
    expect(rulebookOf(periodeOf("2026-08", "triwulanan")).id).toBe("2023-01-31");
    expect(() => rulebookOf(periodeOf("2022-08", "bulanan"))).toThrow(RangeError);
  });
});

test.each([["2026-09-30", false, ["rating_window_not_open"]], ["2026-10-01", false, []], ["2026-11-01", false, []], ["2026-11-01", true, ["period_closed"]]] as const)("the capaian organisasi on %s (closed: %s): %j", (today, isClosed, expected) => {
  expect(capaianOrganisasi.refusals({ ratingFrom: "2026-10-01", isClosed }, { today })).toEqual(expected);
});

describe("ratings taken from e-Kinerja BKN", () => {
  const sumberResmi = { sistem: "e-Kinerja BKN", laporan: "Laporan Penilaian SKP", baris: 9, ditarik: "01-10-2026", penilai: "TEUKU RIZAL", dinilai: "2026-09-30" } as const;
  const ratingsOf = (over: Partial<FaktaPenilaian>) => penilaianPeriode(facts(over)).from.flatMap((one) => (one.rule === "Predikat kinerja" ? one.from : []));
  test("are named in both ratings, beside what the suggestion says", () => {
    expect(ratingsOf({ sumberResmi })).toMatchObject([
      { rule: "Rating hasil kerja", given: { sumberResmi }, note: `${NOTES.ratingDariEKinerja}\n${NOTES.penilaiMengikutiSaran}` },
      { rule: "Rating perilaku kerja", given: { sumberResmi }, note: `${NOTES.ratingDariEKinerja}\n${NOTES.penilaiTidakMengikutiSaran}` },
    ]);
    const hasil = [{ lineId: "h1", text: "Imunisasi", prioritas: "utama" as const, rating: null, indikator: [indikator()] }];
    expect(ratingsOf({ sumberResmi, hasil })[0]?.note).toBe(NOTES.ratingDariEKinerja);
  });
  test("results of before say nothing of a source, and keep their digest", () => {
    expect(canonical(penilaianPeriode(facts()))).not.toContain("sumberResmi");
  });
});

describe("a year that is not like the others'", () => {
  const studi = { lokasi: "dalam_negeri", jenjang: "s2_s3_profesi", akreditasiPT: "A", akreditasiProdi: null, ipk: 3.3, isGagal: false } as const;
  const year = (keadaan: FaktaPenilaian["keadaan"], over: Partial<FaktaPenilaian> = {}) => penilaianPeriode(facts({ periode: periodeOf("2026-12", "tahunan"), ...(keadaan === undefined ? {} : { keadaan }), ...over }));
  test("leaves the explanation of every other year as it was", () => {
    expect(year(undefined).given).not.toHaveProperty("perlakuan");
  });
  test("shows up to when it is judged, and of a studi the category of its IPK: a guide that changes no predikat", () => {
    expect(year({ keadaan: "pensiun", sejak: "2026-08-01", studi: null })).toMatchObject({ value: "baik", given: { perlakuan: { perlakuan: "dinilai_sampai", sampai: "2026-08-01" } } });
    const decision = year({ keadaan: "tugas_belajar", sejak: "2026-02-01", studi });
    expect(decision).toMatchObject({ value: "baik", given: { ipk: "baik" } });
    expect(decision.from.map((one) => one.rule)).toEqual(["Predikat kinerja", "Indeks kinerja kota", "Perlakuan evaluasi tahunan", "Kategori IPK tugas belajar"]);
    expect(year({ keadaan: "tugas_belajar", sejak: "2026-02-01", studi: { ...studi, ipk: null } }).given).not.toHaveProperty("ipk");
    expect(year({ keadaan: "tugas_belajar", sejak: "2026-02-01", studi: { ...studi, akreditasiPT: null, akreditasiProdi: "B", ipk: 2.5 } }).given["ipk"]).toBe("kurang");
  });
  test.each([["di_bawah", "sangat_kurang"], ["sesuai", "kurang"], ["di_atas", "kurang"]] as const)("of a studi that failed, with perilaku %s, ends in %s whatever the quadrant says (p. 100)", (perilaku, predikat) => {
    const decision = year({ keadaan: "tugas_belajar", sejak: "2026-02-01", studi: { ...studi, isGagal: true } }, { perilakuKerja: { rating: perilaku, alasan: "Menurut kampus.", dasar: [] } });
    expect(decision.value).toBe(predikat);
    expect(decision.from.map((one) => one.rule)).toContain("Predikat tugas belajar yang tidak selesai");
  });
});

describe("ratings given on signed paper", () => {
  const kertas = { nomor: "800/17/2026", ditandatangani: "2026-10-16", sidikPindaian: "ab".repeat(32), diisi: { id: "a", name: "Fauzan" }, dikonfirmasi: { id: "k", name: "Dewi" } } as const;
  test("the paper is named in both ratings, so that another scan is another Decision", () => {
    const whole = penilaianPeriode(facts({ kertas }));
    const named = { nomor: "800/17/2026", ditandatangani: "2026-10-16", sidikPindaian: "ab".repeat(32) };
    expect(whole.from.flatMap((one) => (one.rule === "Predikat kinerja" ? one.from : []))).toMatchObject([
      { rule: "Rating hasil kerja", given: { kertas: named }, note: `${NOTES.ratingDariKertas}\n${NOTES.penilaiMengikutiSaran}` },
      { rule: "Rating perilaku kerja", given: { kertas: named }, note: `${NOTES.ratingDariKertas}\n${NOTES.penilaiTidakMengikutiSaran}` },
    ]);
    expect(canonical(penilaianPeriode(facts({ kertas: { ...kertas, sidikPindaian: "cd".repeat(32) } })))).not.toBe(canonical(whole));
  });
  test("a result of before, whose facts bear no number, keeps its digest", () => {
    const { nomor: _, ...before } = kertas;
    expect(canonical(penilaianPeriode(facts({ kertas: before })))).toBe(canonical(penilaianPeriode(facts())));
  });
});
