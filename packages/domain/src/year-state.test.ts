import { describe, expect, it } from "vitest";
import { type CatatanTahun, ratingRefusals, recordStudyRefusals, setRefusals, type Studi, usulKeadaan, type YearState } from "./year-state.ts";

const year = { selesai: "2026-12-31", isClosed: false, isFinal: false };
const pensiun: YearState = { keadaan: "pensiun", sejak: "2026-08-01", studi: null };
const studi: Studi = { lokasi: "dalam_negeri", jenjang: "s2_s3_profesi", akreditasiPT: "A", akreditasiProdi: "B", ipk: 3.6, isGagal: false };
const penilai = { parties: ["penilai"], studi: null } as const;

describe("the state of a year", () => {
  it("is recorded by who rates the year, until the result is final or the period closed", () => {
    expect(setRefusals(year, pensiun, penilai)).toEqual([]);
    expect(setRefusals(year, null, { parties: ["atasan"], studi: null })).toEqual([]);
    expect(setRefusals(year, null, { parties: [], studi: null })).toEqual(["not_your_bawahan"]);
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

describe("what the institution says of a studi", () => {
  const given: YearState = { keadaan: "tugas_belajar", sejak: "2026-09-01", studi };
  it("is BKPSDM's to record, of others and of who studies", () => {
    expect(recordStudyRefusals({ isStudying: true, isOwn: false })).toEqual([]);
    expect(recordStudyRefusals({ isStudying: false, isOwn: true })).toEqual(["own_appraisal", "not_studying"]);
  });
  it("is taken as BKPSDM has it on record", () => {
    expect(setRefusals(year, given, { ...penilai, studi: { ...studi } })).toEqual([]);
    for (const over of [{ lokasi: "luar_negeri" }, { jenjang: "s1" }, { akreditasiPT: "B" }, { akreditasiProdi: null }, { ipk: 3.61 }, { isGagal: true }] as const) expect(setRefusals(year, given, { ...penilai, studi: { ...studi, ...over } })).toEqual(["study_not_as_recorded"]);
    expect(setRefusals(year, pensiun, { ...penilai, studi })).toEqual([]);
    expect(setRefusals(year, null, { ...penilai, studi })).toEqual([]);
    expect(setRefusals(year, { ...given, studi: null }, { ...penilai, studi })).toEqual(["study_mismatch"]);
  });
});

describe("how a year ended by what is on record", () => {
  const record = (over: Partial<CatatanTahun> = {}) => usulKeadaan({ akhir: "2026-12-31", endedOn: null, isPppk: false, ketidakhadiran: [], ...over });
  const away = (over: Partial<CatatanTahun["ketidakhadiran"][number]> = {}): CatatanTahun["ketidakhadiran"] => [{ kind: "tugas_belajar", cuti: null, validFrom: "2026-02-01", validUntil: null, surat: "800/17", ...over }];
  it("says nothing of a year like the others'", () => {
    expect(record().value).toBeNull();
    expect(record({ ketidakhadiran: away({ kind: "cuti", cuti: "besar" }) }).value).toBeNull();
    expect(record({ ketidakhadiran: away({ validUntil: "2026-12-31" }) }).value).toBeNull();
    expect(record({ ketidakhadiran: away({ validFrom: "2027-01-01" }) }).value).toBeNull();
  });
  it.each([["tugas_belajar", null, "tugas_belajar"], ["diberhentikan_sementara", null, "diberhentikan_sementara"], ["masa_persiapan_pensiun", null, "masa_persiapan_pensiun"], ["cuti", "cltn", "cltn"]] as const)("%s %s on its last day: %s", (kind, cuti, keadaan) => {
    expect(record({ ketidakhadiran: away({ kind, cuti, validUntil: "2027-01-01" }) }).value).toEqual({ keadaan, sejak: "2026-02-01", surat: "800/17" });
  });
  it("of who has no post any more: the end of a PPPK's perjanjian, or retirement; what kept away before it comes first", () => {
    expect(record({ endedOn: "2026-08-01", isPppk: true })).toMatchObject({ value: { keadaan: "perjanjian_berakhir", sejak: "2026-08-01", surat: null }, note: expect.stringContaining("surat keputusannya") });
    expect(record({ endedOn: "2026-08-01" }).value).toEqual({ keadaan: "pensiun", sejak: "2026-08-01", surat: null });
    const mpp = away({ kind: "masa_persiapan_pensiun", validFrom: "2026-05-01", validUntil: "2026-08-01" });
    expect(record({ endedOn: "2026-08-01", ketidakhadiran: mpp }).value).toEqual({ keadaan: "masa_persiapan_pensiun", sejak: "2026-05-01", surat: "800/17" });
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
