import { describe, expect, it } from "vitest";
import { NOTES } from "../notes.ts";
import { capaianTahunan, jagaKeterkinian, perlakuanTahunan, predikatTugasBelajarGagal, waktuEvaluasiTahunan } from "./permenpanrb-6-2022-tahunan.ts";

describe("perlakuan evaluasi tahunan", () => {
  it.each([
    ["bekerja", "2020-01-01", { perlakuan: "dinilai", sampai: null }, undefined, "Lampiran BAB IV huruf A angka 8 huruf b dan angka 10"],
    ["tugas_belajar", "2026-09-01", { perlakuan: "dinilai", sampai: null }, NOTES.tugasBelajarInstansiInduk, "Lampiran BAB IV huruf A angka 16 dan 17"],
    ["diberhentikan_sementara", "2025-06-01", { perlakuan: "tidak_dinilai", sampai: null }, undefined, "Lampiran BAB II huruf C angka 8"],
    ["diberhentikan_sementara", "2026-06-01", { perlakuan: "dinilai_sampai", sampai: "2026-06-01" }, NOTES.akhirTahunPilihanKota, "Lampiran BAB II huruf C angka 8"],
    ["cltn", "2026-01-01", { perlakuan: "tidak_dinilai", sampai: null }, undefined, "Lampiran BAB II huruf C angka 8"],
    ["cltn", "2026-01-02", { perlakuan: "dinilai_sampai", sampai: "2026-01-02" }, NOTES.akhirTahunPilihanKota, "Lampiran BAB II huruf C angka 8"],
    ["masa_persiapan_pensiun", "2026-01-01", { perlakuan: "tidak_dinilai", sampai: null }, undefined, "Lampiran BAB II huruf C angka 8"],
    ["pejabat_negara", "2025-10-01", { perlakuan: "tidak_dinilai", sampai: null }, undefined, "Lampiran BAB II huruf C angka 8"],
    ["pensiun", "2026-08-01", { perlakuan: "dinilai_sampai", sampai: "2026-08-01" }, NOTES.akhirTahunPilihanKota, "Lampiran BAB IV huruf A angka 8 huruf b dan angka 10"],
    ["pensiun", "2026-01-01", { perlakuan: "tidak_dinilai", sampai: null }, undefined, "Lampiran BAB IV huruf A angka 8 huruf b dan angka 10"],
    ["perjanjian_berakhir", "2026-02-04", { perlakuan: "dinilai_sampai", sampai: "2026-02-04" }, NOTES.akhirTahunPilihanKota, "Lampiran BAB IV huruf A angka 8 huruf b dan angka 10"],
    ["pindah_instansi", "2026-07-01", { perlakuan: "tidak_dinilai", sampai: null }, undefined, "Lampiran BAB IV huruf A angka 13 huruf b"],
    ["meninggal", "2026-11-30", { perlakuan: "tidak_dinilai", sampai: null }, NOTES.akhirTahunPilihanKota, "Lampiran BAB IV huruf A angka 8 huruf b dan angka 10"],
  ] as const)("%s since %s", (keadaan, sejak, value, note, part) => {
    const decision = perlakuanTahunan({ tahun: 2026, keadaan, sejak });
    expect(decision).toMatchObject({ rule: "Perlakuan evaluasi tahunan", value, cite: { regulation: "PermenPANRB 6/2022", part }, given: { tahun: 2026, keadaan, sejak } });
    expect(decision.note).toBe(note);
  });
});

describe("waktu evaluasi tahunan (p. 90)", () => {
  it("runs from the end of December, which the city dates, to the end of January", () => {
    expect(waktuEvaluasiTahunan({ tahun: 2026, mulaiTanggal: 21 })).toMatchObject({ rule: "Waktu evaluasi tahunan", value: { mulai: "2026-12-21", selesai: "2027-01-31" }, cite: { part: "Lampiran BAB IV huruf A angka 8 huruf b" }, note: NOTES.akhirDesemberPilihanKota });
    expect(waktuEvaluasiTahunan({ tahun: 2026, mulaiTanggal: 5 }).value.mulai).toBe("2026-12-05");
  });
});

describe("capaian organisasi yang dipakai (p. 94)", () => {
  const late = { predikat: "istimewa", pada: "2027-02-01" } as const;
  const inTime = { predikat: "istimewa", pada: "2027-01-31" } as const;
  it.each([
    ["set on the last day of January", inTime, "baik", "2027-02-20", { predikat: "istimewa", tahun: 2026 }, undefined],
    ["set on the day after: last year's counts", late, "baik", "2027-02-20", { predikat: "baik", tahun: 2025 }, NOTES.capaianTahunLalu],
    ["not set, and it is still January: it is waited for", null, "baik", "2027-01-31", null, undefined],
    ["not set in January: last year's counts", null, "baik", "2027-02-01", { predikat: "baik", tahun: 2025 }, NOTES.capaianTahunLalu],
    ["late, in a city's first year", late, null, "2027-02-02", { predikat: "istimewa", tahun: 2026 }, NOTES.capaianTerlambatTanpaTahunLalu],
    ["neither", null, null, "2027-02-02", null, undefined],
  ] as const)("%s", (_, tahunIni, tahunLalu, today, value, note) => {
    const decision = capaianTahunan({ tahun: 2026, tahunIni, tahunLalu, today });
    expect(decision).toMatchObject({ rule: "Capaian organisasi yang dipakai", value, cite: { part: "Lampiran BAB IV huruf B angka 1 huruf f" }, given: { tahun: 2026, today } });
    expect(decision.note).toBe(note);
  });
});

describe("tugas belajar that failed (p. 100)", () => {
  it.each([[true, "di_atas", "kurang"], [true, "sesuai", "kurang"], [true, "di_bawah", "sangat_kurang"], [false, "di_bawah", null], [false, "di_atas", null]] as const)("failed %s, perilaku %s: %s", (isGagal, perilaku, value) => {
    expect(predikatTugasBelajarGagal({ isGagal, perilaku })).toMatchObject({ rule: "Predikat tugas belajar yang tidak selesai", value, cite: { part: "Lampiran BAB IV huruf B angka 3 huruf b angka 3) huruf (d)" } });
  });
});

describe("jaga keterkinian", () => {
  const year = { bulanAwal: "2026-01", bulanAkhir: "2026-12" };
  it("says when everything cited lies in the last quarter, and which months with something in them nobody cited", () => {
    expect(jagaKeterkinian({ ...year, berisi: ["2026-02", "2026-05", "2026-11"], dirujuk: ["2026-11", "2026-11", "2026-10"] })).toMatchObject({
      rule: "Jaga keterkinian", value: { hanyaTriwulanAkhir: true, bulanTidakDirujuk: ["2026-02", "2026-05"] }, note: NOTES.hanyaTriwulanAkhir, cite: { regulation: "Standar penilaian kota" },
    });
  });
  it("is content with the day before the last quarter", () => {
    const decision = jagaKeterkinian({ ...year, berisi: ["2026-09", "2026-12"], dirujuk: ["2026-09", "2026-12"] });
    expect(decision.value).toEqual({ hanyaTriwulanAkhir: false, bulanTidakDirujuk: [] });
    expect(decision.note).toBeUndefined();
  });
  it("counts October as the last quarter, and nothing outside of the year", () => {
    expect(jagaKeterkinian({ ...year, berisi: [], dirujuk: ["2026-10"] }).value.hanyaTriwulanAkhir).toBe(true);
    expect(jagaKeterkinian({ ...year, berisi: ["2025-12"], dirujuk: ["2025-12"] }).value).toEqual({ hanyaTriwulanAkhir: false, bulanTidakDirujuk: [] });
  });
  it("is silent before anything is cited", () => {
    expect(jagaKeterkinian({ ...year, berisi: ["2026-03"], dirujuk: [] }).value).toEqual({ hanyaTriwulanAkhir: false, bulanTidakDirujuk: [] });
  });
});
