import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { angkaKreditKumulatif, bacaFakta, type Karier, kesiapanJenjang, kesiapanPangkat, kesiapanPrestasi, konversiSetelahPak, kotakOrang, type KolomFakta, periodeSetelahPak, persetujuanRefusals } from "./career.ts";

const TODAY = "2026-11-23";
const NIP = "198503142008042001";
const line = (with_: Partial<Record<KolomFakta, string>> = {}): Record<KolomFakta, string> =>
  ({ nip: NIP, jenis: "angka_kredit", tahun: "", nilai: "87.5", per_tanggal: "2024-12-31", sumber: "PAK 12/2025", ...with_ });
const wrong = (with_: Partial<Record<KolomFakta, string>>): string[] => {
  const read = bacaFakta(line(with_), TODAY);
  return "masalah" in read ? read.masalah.map(({ kolom, masalah }) => `${kolom} ${masalah}`) : [];
};

describe("a line of BKPSDM's file", () => {
  test("an angka kredit, with a decimal comma and a NIP as people write it", () => {
    expect(bacaFakta(line({ nip: "19850314 200804 2 001", nilai: "87,5" }), TODAY)).toEqual({ nip: NIP, fakta: { jenis: "angka_kredit", tahun: null, nilai: "87.5", perTanggal: "2024-12-31", sumber: "PAK 12/2025" } });
  });
  test("a predikat of a year before, an assessment, an examination, a vacancy", () => {
    expect(wrong({ jenis: "predikat", tahun: "2024", nilai: "baik" })).toEqual([]);
    expect(wrong({ jenis: "potensial", nilai: "tinggi" })).toEqual([]);
    expect(wrong({ jenis: "uji_kompetensi", nilai: "lulus" })).toEqual([]);
    expect(wrong({ jenis: "lowongan", nilai: "tidak_ada" })).toEqual([]);
    expect(wrong({ jenis: "penetapan_prestasi", nilai: "ada" })).toEqual([]);
    for (const nilai of ["II/a", "III/d", "IV/e"]) expect(wrong({ jenis: "pangkat", nilai })).toEqual([]);
    expect(wrong({ per_tanggal: TODAY })).toEqual([]);
    expect(wrong({ nilai: "2000" })).toEqual([]);
    expect(wrong({ jenis: "predikat", tahun: "2015", nilai: "baik" })).toEqual([]);
    expect(wrong({ jenis: "predikat", tahun: "2025", nilai: "baik" })).toEqual([]);
  });
  test.each([
    [{ nip: "1,98503E+17" }, ["nip nip_rusak_excel"]], [{ nip: "123" }, ["nip nip_tidak_sah"]], [{ jenis: "gaji" }, ["jenis jenis_tidak_dikenal"]],
    [{ jenis: "predikat", nilai: "baik" }, ["tahun tahun_tidak_sah"]], [{ jenis: "predikat", tahun: "2026", nilai: "baik" }, ["tahun tahun_tidak_sah"]], [{ jenis: "predikat", tahun: "2014", nilai: "baik" }, ["tahun tahun_tidak_sah"]],
    [{ jenis: "predikat", tahun: "2024.5", nilai: "baik" }, ["tahun tahun_tidak_sah"]], [{ tahun: "2024" }, ["tahun tahun_tidak_sah"]],
    [{ nilai: "2000.01" }, ["nilai nilai_tidak_sah"]], [{ nilai: "-1" }, ["nilai nilai_tidak_sah"]], [{ nilai: "1.234" }, ["nilai nilai_tidak_sah"]], [{ jenis: "potensial", nilai: "cukup" }, ["nilai nilai_tidak_sah"]],
    [{ jenis: "pangkat", nilai: "III/e" }, ["nilai nilai_tidak_sah"]], [{ jenis: "pangkat", nilai: "IX" }, ["nilai nilai_tidak_sah"]], [{ jenis: "pangkat", nilai: "iii/a" }, ["nilai nilai_tidak_sah"]], [{ jenis: "penetapan_prestasi", nilai: "lulus" }, ["nilai nilai_tidak_sah"]],
    [{ per_tanggal: "31-12-2024" }, ["per_tanggal tanggal_tidak_sah"]], [{ per_tanggal: "2026-11-24" }, ["per_tanggal tanggal_mendatang"]], [{ sumber: "PAK" }, ["sumber sumber_kosong"]],
    [{ nip: "x", nilai: "", sumber: "" }, ["nip nip_tidak_sah", "nilai nilai_tidak_sah", "sumber sumber_kosong"]],
  ] as const)("%j: all that is wrong", (with_, expected) => expect(wrong(with_)).toEqual(expected));
});

const since = (jenjang: string | null, dari: string, sampai: string | null = null) => ({ jenjang, dari, sampai });

describe("periods after a PAK", () => {
  test("from the month after its day, by year, split where the jenjang changed", () => {
    expect(periodeSetelahPak({
      perTanggal: "2024-09-30", riwayat: [since("ahli_pertama", "2020-01-01", "2025-04-01"), since("ahli_muda", "2025-04-01")],
      predikat: [{ tahun: 2025, predikat: "sangat_baik" }, { tahun: 2024, predikat: "baik" }, { tahun: 2026, predikat: null }],
    })).toEqual([
      { tahun: 2024, jenjang: "ahli_pertama", predikat: "baik", bulan: 3 },
      { tahun: 2025, jenjang: "ahli_pertama", predikat: "sangat_baik", bulan: 3 }, { tahun: 2025, jenjang: "ahli_muda", predikat: "sangat_baik", bulan: 9 },
    ]);
  });
  test("each with its first and last month, as the form of konversi names them", () => {
    const periods = konversiSetelahPak({ perTanggal: "2024-09-30", riwayat: [since("ahli_pertama", "2020-01-01", "2025-04-01"), since("ahli_muda", "2025-04-01")], predikat: [{ tahun: 2024, predikat: "baik" }, { tahun: 2025, predikat: "baik" }] });
    expect(periods.map(({ tahun, dari, sampai, bulan }) => [tahun, dari, sampai, bulan])).toEqual([[2024, "2024-10", "2024-12", 3], [2025, "2025-01", "2025-03", 3], [2025, "2025-04", "2025-12", 9]]);
  });
  test("months outside of jabatan fungsional do not count; a post that ends within a month does not hold its last day", () => {
    expect(periodeSetelahPak({ perTanggal: "2024-12-31", riwayat: [since("mahir", "2020-01-01", "2025-06-30"), since(null, "2025-06-30")], predikat: [{ tahun: 2025, predikat: "baik" }] })).toEqual([{ tahun: 2025, jenjang: "mahir", predikat: "baik", bulan: 5 }]);
    expect(periodeSetelahPak({ perTanggal: "2024-12-31", riwayat: [since("mahir", "2020-01-01", "2025-07-01")], predikat: [{ tahun: 2025, predikat: "baik" }] })[0]?.bulan).toBe(6);
  });
  test("no month counts twice, whatever the posts", () => {
    const month = fc.integer({ min: 0, max: 23 });
    fc.assert(fc.property(month, month, (a, b) => {
      const day = (n: number): string => `${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}-01`;
      const [first, second] = [Math.min(a, b), Math.max(a, b) + 1];
      const periods = periodeSetelahPak({ perTanggal: "2023-12-31", riwayat: [since("mahir", "2023-01-01", day(first)), since(null, day(first), day(second)), since("penyelia", day(second))], predikat: [{ tahun: 2024, predikat: "baik" }, { tahun: 2025, predikat: "baik" }] });
      expect(periods.reduce((sum, one) => sum + one.bulan, 0)).toBe(24 - (second - first) + Math.max(0, second - 24));
    }));
  });
});

const karier: Karier = {
  jenis: "pns", golongan: "III/a", jenjang: "ahli_pertama", pak: { nilai: 30, perTanggal: "2023-12-31" }, riwayat: [since("ahli_pertama", "2020-01-01")],
  predikat: [{ tahun: 2024, predikat: "sangat_baik" }, { tahun: 2025, predikat: "baik" }], tahunIni: 2026, ujiKompetensi: null, lowongan: null, penetapanPrestasi: null,
  pangkat: { golongan: "III/a", sejak: "2024-04-01" }, pada: "2026-12-01",
};

describe("angka kredit kumulatif", () => {
  // rules §3: Ahli Pertama 12.5 a year, Sangat Baik 150 %, Baik 100 %.
  test("30 + 18.75 + 12.5", () => expect(angkaKreditKumulatif(karier)).toMatchObject({ total: 61.25, sejakPak: { value: 31.25 }, tahunTanpaPredikat: [] }));
  test("finished years without a predikat are named, this year is not finished", () => {
    expect(angkaKreditKumulatif({ ...karier, predikat: [{ tahun: 2025, predikat: "baik" }] })).toMatchObject({ total: 42.5, tahunTanpaPredikat: [2024] });
    expect(angkaKreditKumulatif({ ...karier, pak: { nilai: 30, perTanggal: "2026-06-30" } })).toMatchObject({ total: 30, tahunTanpaPredikat: [] });
  });
  test("unknown without a PAK or outside of jabatan fungsional", () => {
    expect(angkaKreditKumulatif({ ...karier, pak: null })).toBeNull();
    expect(angkaKreditKumulatif({ ...karier, jenjang: null })).toBeNull();
    expect(angkaKreditKumulatif({ ...karier, jenjang: "kepala" })).toBeNull();
  });
});

describe("readiness", () => {
  test("pangkat: two years of Baik, 61.25 of 50, III/a with III/b to come", () => {
    expect(kesiapanPangkat(karier)).toMatchObject({ value: "siap_diperiksa", from: [{ value: "terpenuhi", given: { tahun: [{ tahun: 2024 }, { tahun: 2025 }] } }, { value: "terpenuhi", given: { sejak: "2024-04-01", jalur: "fungsional" } }, { value: "terpenuhi", given: { punya: 61.25, perlu: 50 } }, { value: "terpenuhi" }] });
    expect(kesiapanPangkat({ ...karier, golongan: "III/b" })?.value).toBe("belum");
    expect(kesiapanPangkat({ ...karier, predikat: [{ tahun: 2025, predikat: "baik" }] })?.value).toBe("perlu_data");
  });
  test("outside of jabatan fungsional predikat and four years in the last pangkat; a PPPK has no such list", () => {
    expect(kesiapanPangkat({ ...karier, jenjang: null })).toMatchObject({ value: "belum", from: [{ rule: "Syarat predikat kinerja", value: "terpenuhi" }, { rule: "Masa dalam pangkat terakhir", value: "belum" }] });
    expect(kesiapanPangkat({ ...karier, jenjang: null, pangkat: { golongan: "III/a", sejak: "2022-10-01" } })?.value).toBe("siap_diperiksa");
    expect(kesiapanPangkat({ ...karier, jenis: "pppk" })).toBeNull();
  });
  test("a decree on another golongan is not the last one: since when is not known", () => {
    expect(kesiapanPangkat({ ...karier, golongan: "III/a", pangkat: { golongan: "II/d", sejak: "2020-04-01" } })?.value).toBe("perlu_data");
    expect(kesiapanPangkat({ ...karier, pangkat: null })?.value).toBe("perlu_data");
    expect(kesiapanPangkat({ ...karier, jenjang: null, golongan: null, pangkat: { golongan: "II/d", sejak: "2020-04-01" } })?.value).toBe("siap_diperiksa");
  });
  test("by outstanding achievement: Sangat Baik in the last year, and the PPK's decree", () => {
    expect(kesiapanPrestasi(karier)?.value).toBe("belum");
    const best = { ...karier, predikat: [{ tahun: 2025, predikat: "sangat_baik" as const }] };
    expect(kesiapanPrestasi(best)).toMatchObject({ value: "perlu_data", from: [{ value: "terpenuhi", given: { tahun: [{ tahun: 2025 }], paling: "sangat_baik" } }, { value: "belum_diketahui", given: { syarat: "penetapan_prestasi" } }] });
    expect(kesiapanPrestasi({ ...best, penetapanPrestasi: true })?.value).toBe("siap_diperiksa");
    expect(kesiapanPrestasi({ ...best, jenis: "pppk" })).toBeNull();
  });
  test("jenjang: 61.25 of 100, examination and vacancy unknown", () => {
    expect(kesiapanJenjang(karier)).toMatchObject({ value: "belum", from: [{ value: "terpenuhi", given: { tahun: [{ tahun: 2025 }] } }, { value: "belum", given: { perlu: 100 } }, { value: "belum_diketahui", given: { syarat: "uji_kompetensi" } }, { value: "belum_diketahui", given: { syarat: "lowongan" } }] });
    expect(kesiapanJenjang({ ...karier, pak: { nilai: 80, perTanggal: "2023-12-31" }, ujiKompetensi: true, lowongan: true })?.value).toBe("siap_diperiksa");
    expect(kesiapanJenjang({ ...karier, jenjang: "ahli_utama" })).toBeNull();
    expect(kesiapanJenjang({ ...karier, jenjang: null })).toBeNull();
  });
});

test("a box needs both axes", () => {
  expect(kotakOrang({ predikat: "sangat_baik", potensial: "tinggi" })?.value).toBe(9);
  expect(kotakOrang({ predikat: "kurang", potensial: "rendah" })?.value).toBe(1);
  expect(kotakOrang({ predikat: "baik", potensial: null })).toBeNull();
  expect(kotakOrang({ predikat: null, potensial: "tinggi" })).toBeNull();
});

test("who made it does not approve it, and it is decided once", () => {
  expect(persetujuanRefusals({ status: "draft", madeBy: "a" }, "b")).toEqual([]);
  expect(persetujuanRefusals({ status: "draft", madeBy: "a" }, "a")).toEqual(["second_person_needed"]);
  expect(persetujuanRefusals({ status: "approved", madeBy: "a" }, "b")).toEqual(["wrong_status"]);
});
