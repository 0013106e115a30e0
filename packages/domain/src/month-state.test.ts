import { describe, expect, test } from "vitest";
import { type Span, isBeforeStart, isInDenominator, kewajiban, mulaiMemakaiRefusals } from "./month-state.ts";
import { NOTES } from "./notes.ts";
import { type AbsenceKind, KEWAJIBAN } from "./vocabulary.ts";

const kalender = { libur: ["2026-10-30"], hariKerjaPengganti: ["2026-10-31"] };
const span = (validFrom: string, validUntil: string | null = null): Span => ({ validFrom, validUntil });
const away = (kind: AbsenceKind, validFrom: string, validUntil: string | null = null) => ({ kind, validFrom, validUntil });
/** October 2026 runs from Thursday 1 to Saturday 31, which replaces Friday 30. */
const decide = (penempatan: Span[], ketidakhadiran: (Span & { kind: AbsenceKind })[] = [], hasTarget = true, mulaiMemakai: string | null = null) => kewajiban({ bulan: "2026-10", penempatan, ketidakhadiran, hasTarget, mulaiMemakai, kalender });
const ALWAYS = [span("2020-01-01")];

describe("one state per person and month", () => {
  test("who works and has a target reports", () => {
    expect(decide(ALWAYS)).toMatchObject({ rule: "Kewajiban lapor bulanan", value: "wajib_lapor", cite: { regulation: "Standar penilaian kota", part: "laporan: siapa yang wajib" }, given: { bulan: "2026-10", hasTarget: true } });
    expect(decide(ALWAYS).note).toBeUndefined();
  });
  test("without a target there is nothing to report", () => expect(decide(ALWAYS, [], false).value).toBe("tidak_ada_target"));

  test.each([
    ["2026-11-01", null, "belum_mulai"], ["2026-10-31", null, "wajib_lapor"], ["2026-10-30", "2026-10-31", "belum_mulai"], ["2026-10-01", "2026-10-02", "wajib_lapor"], ["2026-09-01", "2026-10-01", "belum_mulai"], ["2026-09-01", "2026-10-02", "wajib_lapor"], ["2026-10-03", "2026-10-05", "belum_mulai"],
  ] as const)("placed from %s until %s: %s", (from, until, state) => expect(decide([span(from, until)]).value).toBe(state));
  test("nobody without a placement reports", () => expect(decide([]).value).toBe("belum_mulai"));

  test.each([
    [[away("cuti", "2026-10-01", "2026-11-01")], "cuti"],
    [[away("cuti", "2026-09-15")], "cuti"],
    [[away("tugas_belajar", "2026-08-01")], "tugas_belajar"],
    [[away("diberhentikan_sementara", "2026-09-15")], "tidak_ada_target"],
    [[away("masa_persiapan_pensiun", "2026-10-01")], "tidak_ada_target"],
    [[away("cuti", "2026-10-01", "2026-10-08"), away("masa_persiapan_pensiun", "2026-10-08")], "tidak_ada_target"], // most of it
    [[away("diberhentikan_sementara", "2026-10-01", "2026-10-20")], "wajib_lapor"], // back on the 20th
    [[away("cuti", "2026-10-02", "2026-11-01")], "wajib_lapor"], // worked on the 1st
    [[away("cuti", "2026-10-01", "2026-10-31")], "wajib_lapor"], // worked on the Saturday that replaces
    [[away("cuti", "2026-10-01", "2026-10-12"), away("tugas_belajar", "2026-10-12")], "tugas_belajar"], // 7 and 15 days
    [[away("cuti", "2026-10-01", "2026-10-26"), away("tugas_belajar", "2026-10-26")], "cuti"],
    [[away("cuti", "2026-10-01"), away("tugas_belajar", "2026-10-01")], "cuti"], // equal
    [[away("cuti", "2026-10-01", "2026-10-12"), away("cuti", "2026-10-13")], "wajib_lapor"], // a day between
  ] as const)("away %j: %s", (absences, state) => expect(decide(ALWAYS, [...absences]).value).toBe(state));

  test("away on every day of a placement that began within the month", () => expect(decide([span("2026-10-20")], [away("cuti", "2026-10-20", "2026-11-05")]).value).toBe("cuti"));
  test("who is away the whole month is told that it counts nowhere", () => {
    expect(decide(ALWAYS, [away("cuti", "2026-10-01")]).note).toBe(NOTES.absenPenuh);
    expect(decide(ALWAYS, [away("cuti", "2026-10-01")], false).value).toBe("cuti");
    expect(decide(ALWAYS, [away("masa_persiapan_pensiun", "2026-10-01")]).note).toBe(`${NOTES.absenPenuh}\n${NOTES.tanpaPerencanaan}`);
  });
});

describe("mulai memakai sejak", () => {
  test.each([[null, "wajib_lapor"], ["2026-09", "wajib_lapor"], ["2026-10", "wajib_lapor"], ["2026-11", "tidak_tercatat"]])("a perangkat daerah that begins with %s: %s", (start, state) => {
    expect(decide(ALWAYS, [], true, start).value).toBe(state);
  });
  test("a month before it is tidak tercatat, whatever else it would have been, and says that it is no zero", () => {
    for (const [placed, away_] of [[ALWAYS, [away("cuti", "2026-10-01")]], [[], []]] as const) expect(decide([...placed], [...away_], false, "2027-01")).toMatchObject({ value: "tidak_tercatat", note: NOTES.sebelumMemakai });
    expect([isBeforeStart("2026-10", "2026-11"), isBeforeStart("2026-11", "2026-11"), isBeforeStart("2026-10", null)]).toEqual([true, false, false]);
  });
  test.each([
    ["2026-11", null, []], ["2027-11", null, []], ["2027-12", null, ["start_too_far"]],
    ["2026-11", "2026-10", ["start_after_records"]], ["2026-10", "2026-10", []], ["2026-09", "2026-10", []],
  ])("beginning with %s, last on record %s: %j", (month, lastRecorded, refusals) => expect(mulaiMemakaiRefusals({ month, today: "2026-11-23", lastRecorded })).toEqual(refusals));
});

test("only who is obliged stands in the denominator", () => expect(KEWAJIBAN.filter(isInDenominator)).toEqual(["wajib_lapor"]));
