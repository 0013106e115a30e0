import { describe, expect, test } from "vitest";
import { NOTES } from "../notes.ts";
import { kesiapanKenaikan, type PredikatTahun, syaratAngkaKredit, syaratDalamJenjang, syaratMasaPangkat, syaratPredikat, syaratTercatat, tanggalKenaikanPangkat } from "./kenaikan.ts";

const years = (...predikat: PredikatTahun["predikat"][]): PredikatTahun[] => predikat.map((one, index) => ({ tahun: 2024 + index, predikat: one }));

describe("predikat of the years before (rules §4: reguler asks Baik in the last two)", () => {
  test.each([
    [years("baik", "baik"), "terpenuhi"], [years("sangat_baik", "baik"), "terpenuhi"], [years("baik", "butuh_perbaikan"), "belum"],
    [years("sangat_kurang", null), "belum"], [years(null, "baik"), "belum_diketahui"], [[], "belum_diketahui"],
  ] as const)("%j: %s", (tahun, value) => {
    expect(syaratPredikat({ untuk: "pangkat", tahun, paling: "baik" })).toMatchObject({ rule: "Syarat predikat kinerja", value, cite: { regulation: "Peraturan BKN 4/2025" }, note: NOTES.kenaikanSumberKedua });
  });

  test("an outstanding rise asks more; a jenjang cites another text", () => {
    expect(syaratPredikat({ untuk: "pangkat", tahun: years("baik"), paling: "sangat_baik" }).value).toBe("belum");
    expect(syaratPredikat({ untuk: "jenjang", tahun: years("baik"), paling: "baik" })).toMatchObject({ value: "terpenuhi", cite: { regulation: "PermenPANRB 1/2023" } });
  });
});

test.each([
  [50, 50, [], "terpenuhi"], [49.99, 50, [], "belum"], [null, 50, [], "belum_diketahui"], [0, 50, [], "belum"], [49.99, 50, [2024], "belum_diketahui"], [50, 50, [2024], "terpenuhi"],
] as const)("angka kredit %s of %d, years without predikat %j: %s", (punya, perlu, tahunTanpaPredikat, value) => {
  const decision = syaratAngkaKredit({ punya, perlu, tahunTanpaPredikat: [...tahunTanpaPredikat] });
  expect(decision).toMatchObject({ rule: "Syarat angka kredit", value, cite: { regulation: "PermenPANRB 1/2023" } });
  expect(decision.note?.includes(NOTES.tanpaPak)).toBe(punya === null);
  expect(decision.note?.includes(NOTES.tahunTanpaPredikat)).toBe(value === "belum_diketahui" && punya !== null);
});

// rules §3, column Gol.: the last golongan of a jenjang waits for the next jenjang.
test.each([
  ["II/a", "pemula", "belum"], ["II/b", "terampil", "terpenuhi"], ["II/d", "terampil", "belum"], ["III/a", "mahir", "terpenuhi"], ["III/d", "penyelia", "belum"],
  ["III/a", "ahli_pertama", "terpenuhi"], ["III/b", "ahli_pertama", "belum"], ["III/c", "ahli_muda", "terpenuhi"], ["IV/b", "ahli_madya", "terpenuhi"], ["IV/c", "ahli_madya", "belum"],
  ["IV/d", "ahli_utama", "terpenuhi"], ["IV/e", "ahli_utama", "belum"], [null, "ahli_muda", "belum_diketahui"], ["IX", "ahli_pertama", "belum_diketahui"], ["III/a", "ahli_muda", "belum_diketahui"],
] as const)("the pangkat after %s of %s: %s", (golongan, jenjang, value) => {
  const decision = syaratDalamJenjang({ golongan, jenjang });
  expect(decision).toMatchObject({ rule: "Pangkat berikutnya di dalam jenjang", value });
  expect(decision.note).toBe(value === "belum" ? NOTES.pangkatPuncakJenjang : undefined);
});

// Fungsional: PP 99/2000 Pasal 13 huruf a, "sekurang-kurangnya telah 2 (dua) tahun dalam pangkat terakhir"; reguler four years, as BKPSDM offices publish it.
test.each([
  ["fungsional", "2024-12-01", "terpenuhi"], ["fungsional", "2024-12-02", "belum"], ["fungsional", "2020-04-01", "terpenuhi"], ["fungsional", null, "belum_diketahui"],
  ["reguler", "2022-12-01", "terpenuhi"], ["reguler", "2022-12-02", "belum"], ["reguler", "2024-12-01", "belum"], ["reguler", null, "belum_diketahui"],
] as const)("%s, last pangkat since %s, on 1 December 2026: %s", (jalur, sejak, value) => {
  const decision = syaratMasaPangkat({ sejak, pada: "2026-12-01", jalur });
  expect(decision).toMatchObject({ rule: "Masa dalam pangkat terakhir", value, cite: { regulation: "PP 99/2000 jo. PP 12/2002" } });
  // Where the article was not read, the Decision says so.
  expect(decision.note).toBe(jalur === "reguler" ? NOTES.kenaikanSumberKedua : undefined);
});

test("a leap day counts to the day after it", () => {
  expect(syaratMasaPangkat({ sejak: "2024-02-29", pada: "2026-02-28", jalur: "fungsional" }).value).toBe("belum");
  expect(syaratMasaPangkat({ sejak: "2024-02-29", pada: "2026-03-01", jalur: "fungsional" }).value).toBe("terpenuhi");
});

test.each([[true, "terpenuhi"], [false, "belum"], [null, "belum_diketahui"]] as const)("a record that says %s: %s", (jawaban, value) => {
  expect(syaratTercatat({ syarat: "uji_kompetensi", jawaban })).toMatchObject({ rule: "Syarat tercatat", value, note: NOTES.kenaikanSumberKedua });
  expect(syaratTercatat({ syarat: "penetapan_prestasi", jawaban })).toMatchObject({ value, cite: { regulation: "PP 99/2000 jo. PP 12/2002" } });
});

test.each([
  [["terpenuhi", "terpenuhi"], "siap_diperiksa"], [["terpenuhi", "belum_diketahui"], "perlu_data"], [["belum_diketahui", "belum"], "belum"], [["belum"], "belum"],
] as const)("%j come to %s, and never to a decision", (syarat, value) => {
  expect(kesiapanKenaikan({ untuk: "pangkat", syarat: [...syarat] })).toMatchObject({ rule: "Kesiapan kenaikan", value, note: NOTES.kesiapanBukanKeputusan, cite: { regulation: "Peraturan BKN 4/2025" } });
  expect(kesiapanKenaikan({ untuk: "jenjang", syarat: [...syarat] }).cite.regulation).toBe("PermenPANRB 1/2023");
  expect(kesiapanKenaikan({ untuk: "prestasi", syarat: [...syarat] }).cite).toMatchObject({ regulation: "Peraturan BKN 4/2025", part: "Kenaikan pangkat karena prestasi luar biasa (ringkasan)" });
});

describe("twelve dates a year (Peraturan BKN 4/2025)", () => {
  test("from the middle of a month the first is the next one", () => {
    const dates = tanggalKenaikanPangkat("2026-11-23");
    expect(dates).toHaveLength(12);
    expect([dates[0], dates[1], dates.at(-1)]).toEqual(["2026-12-01", "2027-01-01", "2027-11-01"]);
  });
  test("the first of a month is itself one of them", () => expect(tanggalKenaikanPangkat("2026-12-01")[0]).toBe("2026-12-01"));
});
