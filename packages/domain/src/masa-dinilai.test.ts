import { describe, expect, it } from "vitest";
import { isMonthJudged, judgedTarget, type MasaDinilai, masaDinilai } from "./masa-dinilai.ts";

const kalender = { libur: ["2026-08-17"], hariKerjaPengganti: [] };
const until = (sampai: string | null, isTargetDipotong = true): MasaDinilai | null => masaDinilai({ perlakuan: { perlakuan: sampai === null ? "dinilai" : "dinilai_sampai", sampai }, kalender, isTargetDipotong });

describe("the judged part of a year", () => {
  it("is all of it where nothing ended early", () => expect(until(null)).toBeNull());
  // August 2026 has 20 working days beside the holiday; five lie before Monday the 10th.
  it.each([["2026-08-10", 5], ["2026-08-18", 10], ["2026-08-01", 0], ["2026-08-31", 19]])("ends on %s: %d of 20 working days of its month", (sampai, hari) => expect(until(sampai)).toEqual({ sampai, hari, hariSebulan: 20, isTargetDipotong: true }));
  it("leaves out what was reported for later months, and the month of which no working day is judged", () => {
    const judged = (sampai: string) => ["2026-07", "2026-08", "2026-09"].filter((month) => isMonthJudged(month, until(sampai) ?? { sampai, hari: 0, hariSebulan: 0, isTargetDipotong: true }));
    expect([judged("2026-08-10"), judged("2026-08-01"), judged("2026-08-03")]).toEqual([["2026-07", "2026-08"], ["2026-07"], ["2026-07"]]);
  });
  it("cuts the target of its last month by working days, where the city chose so; other months keep theirs", () => {
    const masa = until("2026-08-10");
    if (masa === null) throw new Error("no end");
    expect(judgedTarget("2026-08", 20, masa)).toMatchObject({ rule: "Target bulan yang tidak utuh", given: { target: 20, hari: 5, hariSebulan: 20 }, value: 5, note: expect.stringContaining("pilihan kota") });
    expect(judgedTarget("2026-07", 20, masa)).toBe(20);
    expect(judgedTarget("2026-08", 20, { ...masa, isTargetDipotong: false })).toBe(20);
    expect(judgedTarget("2026-08", 20, { ...masa, hari: 20 })).toBe(20);
  });
});
