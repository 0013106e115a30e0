import { expect, test } from "vitest";
import { addsUp, planOrNull, sameEachMonth, spreadable, spreadEvenly, sumOf } from "./plan.ts";

const indikator = { jenis: "angka", arah: "maks", satuan: "dokumen", target: 120, targetMax: null } as const;

test("a year's target is spread in whole pieces that add up, and months without a piece are not due", () => {
  expect(spreadEvenly(240)).toEqual(Array.from({ length: 12 }, () => 20));
  expect(spreadEvenly(4)).toEqual([null, null, 1, null, null, 1, null, null, 1, null, null, 1]);
  expect(spreadEvenly(100).every((figure) => figure === 8 || figure === 9)).toBe(true);
  for (const target of [1, 5, 7, 12, 13, 100, 365, 1_000_001, 2.5, 0.12, 99.99]) expect([target, sumOf(spreadEvenly(target))]).toEqual([target, target]);
});

test("pieces add up; shares, scores, limits and ranges hold each month", () => {
  expect(addsUp(indikator)).toBe(true);
  expect([addsUp({ ...indikator, satuan: "persen" }), addsUp({ ...indikator, satuan: "% " }), addsUp({ ...indikator, arah: "min" }), addsUp({ ...indikator, arah: "rentang" }), addsUp({ ...indikator, jenis: "rasio" })]).toEqual([false, false, false, false, false]);
  expect([spreadable(indikator), spreadable({ ...indikator, arah: "rentang", targetMax: 4 }), spreadable({ ...indikator, jenis: "uraian" })]).toEqual([120, 4, null]);
  expect(sameEachMonth(95)).toEqual(Array.from({ length: 12 }, () => 95));
});

test("a plan without a figure is no plan", () => {
  expect(planOrNull(Array.from({ length: 12 }, () => null))).toBeNull();
  expect(planOrNull(spreadEvenly(4))).toHaveLength(12);
});
