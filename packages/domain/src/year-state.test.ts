import { describe, expect, it } from "vitest";
import { ratingRefusals, setRefusals, type Studi, type YearState } from "./year-state.ts";

const year = { selesai: "2026-12-31", isClosed: false, isFinal: false };
const pensiun: YearState = { keadaan: "pensiun", sejak: "2026-08-01", studi: null };
const studi: Studi = { lokasi: "dalam_negeri", jenjang: "s2_s3_profesi", akreditasiPT: "A", akreditasiProdi: "B", ipk: 3.6, isGagal: false };
const penilai = { parties: ["penilai"] } as const;

describe("the state of a year", () => {
  it("is recorded by who rates the year, until the result is final or the period closed", () => {
    expect(setRefusals(year, pensiun, penilai)).toEqual([]);
    expect(setRefusals(year, null, { parties: ["atasan"] })).toEqual([]);
    expect(setRefusals(year, null, { parties: [] })).toEqual(["not_your_bawahan"]);
    expect(setRefusals({ ...year, isFinal: true }, null, penilai)).toEqual(["wrong_status"]);
    expect(setRefusals({ ...year, isClosed: true }, null, penilai)).toEqual(["period_closed"]);
  });
  it("begins on the year's last day at the latest", () => {
    expect(setRefusals(year, { ...pensiun, sejak: "2026-12-31" }, penilai)).toEqual([]);
    expect(setRefusals(year, { ...pensiun, sejak: "2027-01-01" }, penilai)).toEqual(["year_state_later"]);
  });
  it("has a studi exactly where it is tugas belajar", () => {
    expect(setRefusals(year, { keadaan: "tugas_belajar", sejak: "2026-09-01", studi }, penilai)).toEqual([]);
    expect(setRefusals(year, { keadaan: "tugas_belajar", sejak: "2026-09-01", studi: null }, penilai)).toEqual(["study_mismatch"]);
    expect(setRefusals(year, { ...pensiun, studi }, penilai)).toEqual(["study_mismatch"]);
  });
});

describe("rating such a year", () => {
  it("is refused where the year is not judged; where work ended within it, the state is asked for before the result is set", () => {
    expect(ratingRefusals({ perlakuan: "tidak_dinilai", endedOn: null }, false)).toEqual(["year_not_judged"]);
    expect(ratingRefusals({ perlakuan: null, endedOn: "2026-08-01" }, true)).toEqual(["year_state_missing"]);
    expect(ratingRefusals({ perlakuan: null, endedOn: "2026-08-01" }, false)).toEqual([]);
    expect(ratingRefusals({ perlakuan: "dinilai_sampai", endedOn: "2026-08-01" }, true)).toEqual([]);
    expect(ratingRefusals({ perlakuan: null, endedOn: null }, true)).toEqual([]);
  });
});
