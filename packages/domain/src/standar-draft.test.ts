import { describe, expect, test } from "vitest";
import { DEFAULT_STANDAR } from "./standar.ts";
import { STANDAR_FIELDS, type StandarPath } from "./standar-description.ts";
import { STANDAR_PATHS, standarDraftRefusals, standarFaults, standarOf, standarPublishRefusals, standarReturnRefusals, standarValues } from "./standar-draft.ts";

const values = standarValues(DEFAULT_STANDAR);
const wrong = (changes: Record<string, string | number | boolean>) => standarFaults({ ...values, ...changes }).map(({ path, code }) => `${path} ${code}`);

describe("the description of the standard", () => {
  test("names every parameter, and the standard in force lies within it", () => {
    expect(Object.keys(values).sort()).toEqual([...STANDAR_PATHS].sort());
    expect(standarFaults(values)).toEqual([]);
  });

  test("values by path make the same standard again", () => {
    expect(standarOf(values)).toEqual(DEFAULT_STANDAR);
  });

  test("no number may leave its range, at either end, nor be a word", () => {
    const numbers = STANDAR_PATHS.flatMap((path) => { const field = STANDAR_FIELDS[path]; return field.kind === "number" ? [{ path, field }] : []; });
    expect(numbers.length).toBeGreaterThan(35);
    for (const { path, field } of numbers) {
      for (const value of [field.min - field.step, field.max + field.step]) expect(wrong({ [path]: value }), path).toContain(`${path} out_of_range`);
      expect(wrong({ [path]: "5" }), path).toContain(`${path} wrong_kind`);
      expect(wrong({ [path]: Number.NaN }), path).toContain(`${path} wrong_kind`);
    }
    expect(wrong({ "laporan.batasHari": 4.5 })).toEqual(["laporan.batasHari out_of_range"]);
  });

  test("a text may be empty or long enough, and is no number", () => {
    const path = "perilakuLokal.akuntabel";
    for (const text of ["", "Malu terlambat", "x".repeat(300)]) expect(wrong({ [path]: text }), text).toEqual([]);
    expect(wrong({ [path]: "x".repeat(301) })).toEqual([`${path} out_of_range`]);
    expect(wrong({ [path]: 5 })).toEqual([`${path} wrong_kind`]);
    expect(wrong({ "pendokumentasian.guru": "tahunan", "rekan.jawabanMin": 3 })).toEqual(["pendokumentasian.guru out_of_range", "rekan.jawabanMin out_of_range"]);
    expect(wrong({ "rekan.jawabanMin": 8 })).toEqual(["rekan.perOrang order"]);
  });

  test("names what is missing, unknown, no choice and no flag", () => {
    const { "laporan.batasHari": _, ...rest } = values;
    expect(standarFaults(rest)).toEqual([{ path: "laporan.batasHari", code: "missing" }]);
    expect(wrong({ kuadran: 1 })).toEqual(["kuadran unknown"]);
    expect(wrong({ periodeEvaluasi: "semesteran", "indeks.peerInput": 1 })).toEqual(["periodeEvaluasi out_of_range", "indeks.peerInput wrong_kind"]);
    expect(() => standarOf(rest)).toThrow(RangeError);
  });

  test.each<[StandarPath, Record<string, number>]>([
    ["laporan.periksaHari", { "laporan.batasHari": 10 }],
    ["laporan.tutupHari", { "laporan.tutupHari": 11 }],
    ["rapat.sampaiHari", { "rapat.mulaiHari": 13 }],
    ["penilaian.batas.sebagianBesar", { "penilaian.batas.sebagianKecil": 0.5, "penilaian.batas.sebagianBesar": 0.5 }],
    ["indeks.bobotUtama", { "indeks.bobotTambahan": 3 }],
  ])("keeps the order: %s", (path, changes) => {
    const isEqual = path === "penilaian.batas.sebagianBesar";
    expect(wrong(changes).includes(`${path} order`)).toBe(!isEqual);
  });
});

describe("a draft", () => {
  const draft = { status: "draft" as const, madeBy: "analis", validFrom: "2027-01-01", values: { ...values, "laporan.batasHari": 6 } };
  const at = { actorId: "kepala", today: "2026-11-23", latest: { validFrom: "2026-01-01", values } };
  const proposed = { ...draft, status: "proposed" as const };

  test("is written, handed over and thrown away by its maker alone", () => {
    expect(standarDraftRefusals(draft, "save", "analis")).toEqual([]);
    expect(standarDraftRefusals(draft, "save", "lain")).toEqual(["not_yours"]);
    expect(standarDraftRefusals(proposed, "propose", "analis")).toEqual(["wrong_status"]);
    expect(standarDraftRefusals(proposed, "discard", "analis")).toEqual([]);
  });

  test("is published by a second person only, once it was handed over", () => {
    expect(standarPublishRefusals(proposed, at)).toEqual([]);
    expect(standarPublishRefusals(draft, at)).toEqual(["wrong_status"]);
    expect(standarPublishRefusals(proposed, { ...at, actorId: "analis" })).toEqual(["second_person_needed"]);
    expect(standarReturnRefusals(proposed, "analis")).toEqual(["second_person_needed"]);
  });

  test.each([
    ["2026-12-31", "2027-01-01", []],
    ["2027-01-01", "2027-01-01", ["standard_not_future"]],
    ["2026-11-23", "2027-01-02", ["standard_not_first_day"]],
    ["2026-11-23", "2026-01-01", ["standard_not_future", "standard_before_latest"]],
  ])("published on %s to hold from %s", (today, validFrom, refusals) => {
    expect(standarPublishRefusals({ ...proposed, validFrom }, { ...at, today })).toEqual(refusals);
  });

  test("changes something, is complete, and changes the rhythm of evaluation with a year alone", () => {
    expect(standarPublishRefusals({ ...proposed, values }, at)).toEqual(["standard_unchanged"]);
    expect(standarPublishRefusals({ ...proposed, values: { ...values, "laporan.batasHari": 99 } }, at)).toEqual(["standard_incomplete"]);
    const monthly = { ...proposed, values: { ...values, periodeEvaluasi: "bulanan" } };
    expect(standarPublishRefusals(monthly, at)).toEqual([]);
    expect(standarPublishRefusals({ ...monthly, validFrom: "2027-04-01" }, at)).toEqual(["standard_period_mid_year"]);
  });
});
