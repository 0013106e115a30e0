import { describe, expect, test } from "vitest";
import { DEFAULT_STANDAR, perilakuLokalOf, standarLengkap } from "./standar.ts";

describe("a standard from before a parameter existed", () => {
  const { pendokumentasian: _p, perilakuLokal: _l, ...rest } = DEFAULT_STANDAR;
  const { jawabanMin: _j, ...rekan } = rest.rekan;

  test("is whole with what is built in, and its own choices stay", () => {
    const whole = standarLengkap({ ...rest, rekan: { ...rekan, perOrang: 9 }, laporan: { ...rest.laporan, batasHari: 7 }, sandiMin: 6, periodeEvaluasi: "bulanan" });
    expect(whole).toEqual({ ...DEFAULT_STANDAR, rekan: { ...DEFAULT_STANDAR.rekan, perOrang: 9 }, laporan: { ...DEFAULT_STANDAR.laporan, batasHari: 7 }, sandiMin: 6, periodeEvaluasi: "bulanan" });
  });

  test("a whole one stays as it is", () => {
    expect(standarLengkap(DEFAULT_STANDAR)).toEqual(DEFAULT_STANDAR);
    expect(standarLengkap({})).toEqual(DEFAULT_STANDAR);
  });
});

test("local behaviours: those with words, in the order of BerAKHLAK, without the spaces around them", () => {
  expect(perilakuLokalOf(DEFAULT_STANDAR)).toEqual([]);
  expect(perilakuLokalOf({ perilakuLokal: { ...DEFAULT_STANDAR.perilakuLokal, kolaboratif: "Malu bekerja sendiri", akuntabel: " Malu terlambat ", loyal: "  " } }))
    .toEqual([{ perilaku: "akuntabel", ekspektasi: "Malu terlambat" }, { perilaku: "kolaboratif", ekspektasi: "Malu bekerja sendiri" }]);
});
