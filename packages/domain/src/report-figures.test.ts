import { describe, expect, it } from "vitest";
import { capaianBaris, capaianLaporan, isDueIn, realisasiOf, targetOfMonth, type RowFigures } from "./report-figures.ts";
import { DEFAULT_STANDAR } from "./standar.ts";

const plan = [20, 20, null, 0, 20, 20, 20, 20, 20, 20, 20, 20];
const row: RowFigures = { jenis: "angka", arah: "maks", target: 20, targetMin: null, targetMax: null, realisasi: 17, pembilang: null, penyebut: null };

describe("the month's plan", () => {
  it("asks for what the rencana aksi has a figure for, a nought included", () => {
    const rencana = { jenis: "angka", target: 240, monthlyTarget: plan } as const;
    expect(["2026-01", "2026-03", "2026-04"].map((m) => [isDueIn(rencana, m), targetOfMonth(rencana, m)])).toEqual([[true, 20], [false, null], [true, 0]]);
  });
  it("asks every month where there is no rencana aksi; only a ratio then has the year's target", () => {
    const none = { target: 90, monthlyTarget: null };
    expect(isDueIn({ jenis: "uraian", ...none }, "2026-03")).toBe(true);
    expect(targetOfMonth({ jenis: "rasio", ...none }, "2026-03")).toBe(90);
    expect(targetOfMonth({ jenis: "angka", ...none }, "2026-03")).toBeNull();
  });
});

describe("what a row reached", () => {
  it("is its number, its ratio in percent, or nothing where words are the answer", () => {
    expect(realisasiOf(row)).toBe(17);
    expect(realisasiOf({ ...row, jenis: "rasio", pembilang: 57, penyebut: 60 })).toBe(95);
    expect(realisasiOf({ ...row, jenis: "uraian" })).toBeNull();
    expect(realisasiOf({ ...row, jenis: "uraian", pembilang: 57, penyebut: 60 })).toBeNull();
  });
  it("is nothing where numerator or denominator is missing or the denominator is nought", () => {
    expect([[null, 60], [57, null], [57, 0]].map(([pembilang = null, penyebut = null]) => realisasiOf({ ...row, jenis: "rasio", pembilang, penyebut }))).toEqual([null, null, null]);
  });
  it("becomes a capaian that cites its rule", () => {
    expect(capaianBaris(row)).toMatchObject({ rule: "Capaian indikator", value: 85, given: { target: 20, realisasi: 17, arah: "maks" } });
    expect(capaianBaris({ ...row, arah: "rentang", targetMin: 15, targetMax: 18 })?.value).toBe(100);
    expect(capaianBaris({ ...row, arah: "rentang", targetMin: 15, targetMax: 18 })?.given).toMatchObject({ target: { min: 15, max: 18 } });
  });
  it("has no capaian without a target or a figure", () => {
    expect([capaianBaris({ ...row, target: null }), capaianBaris({ ...row, realisasi: null }), capaianBaris({ ...row, arah: "rentang", targetMin: 1 }), capaianBaris({ ...row, arah: "rentang", targetMax: 1 })]).toEqual([null, null, null, null]);
  });
});

describe("the month's capaian", () => {
  const at = (realisasi: number | null) => capaianBaris({ ...row, realisasi });
  it("weighs a utama twice a tambahan, unless the indicator has a weight of its own", () => {
    expect(capaianLaporan([{ capaian: at(20), bobot: null, prioritas: "utama" }, { capaian: at(10), bobot: null, prioritas: "tambahan" }], DEFAULT_STANDAR).value).toBeCloseTo(83.3333, 4);
    expect(capaianLaporan([{ capaian: at(20), bobot: 1, prioritas: "utama" }, { capaian: at(10), bobot: 1, prioritas: "tambahan" }], DEFAULT_STANDAR).value).toBe(75);
  });
  it("leaves out rows without a capaian, caps at the standard's bound, and is nothing where nothing counts", () => {
    expect(capaianLaporan([{ capaian: at(60), bobot: null, prioritas: "utama" }, { capaian: at(null), bobot: null, prioritas: "utama" }], DEFAULT_STANDAR).value).toBe(120);
    expect(capaianLaporan([{ capaian: at(null), bobot: null, prioritas: "utama" }], DEFAULT_STANDAR).value).toBeNull();
  });
  it("keeps the rows' decisions as its explanation", () => {
    expect(capaianLaporan([{ capaian: at(17), bobot: null, prioritas: "utama" }], DEFAULT_STANDAR).from.map((d) => d.rule)).toEqual(["Capaian indikator"]);
  });
});
