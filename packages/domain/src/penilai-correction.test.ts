import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptRefusals, ACTIONS, askRefusals, refusals } from "./penilai-correction.ts";
import { PENILAI_CORRECTION_STATUS } from "./vocabulary.ts";

const budi = { pegawaiId: "budi", penilaiId: "old", proposedId: "new", bawahanIds: ["citra"] };
const open = { status: "open" } as const;

describe("asking", () => {
  test("a pegawai may ask, and may leave open whom it should be", () => {
    expect(askRefusals(budi, { hasOpen: false })).toEqual([]);
    expect(askRefusals({ ...budi, proposedId: null }, { hasOpen: false })).toEqual([]);
    expect(askRefusals({ ...budi, penilaiId: null, proposedId: null }, { hasOpen: false })).toEqual([]);
  });
  test("one question at a time", () => expect(askRefusals(budi, { hasOpen: true })).toEqual(["correction_open"]));
  test.each([["budi", "own_appraisal"], ["old", "same_penilai"], ["citra", "penilai_is_bawahan"]])("nobody proposes %s: %s", (proposedId, refusal) => {
    expect(askRefusals({ ...budi, proposedId }, { hasOpen: false })).toEqual([refusal]);
  });
});

describe("deciding", () => {
  const since = { from: "2026-11-01", relationFrom: "2026-01-01" };
  test("BKPSDM carries it out; the pegawai does not decide about themselves", () => {
    expect(acceptRefusals(open, ["bkpsdm"], budi, since)).toEqual([]);
    expect(acceptRefusals(open, ["owner"], budi, since)).toEqual(["not_yours"]);
    expect(refusals(open, "decline", ["bkpsdm"])).toEqual([]);
    expect(refusals(open, "decline", ["owner"])).toEqual(["not_yours"]);
  });
  test("somebody must be named", () => expect(acceptRefusals(open, ["bkpsdm"], { ...budi, proposedId: null }, since)).toEqual(["penilai_not_named"]));
  test.each([["2025-12-31", true], ["2026-01-01", true], ["2026-01-02", false]])("a relation that began on 1 January is not overwritten from %s", (from, isRefused) => {
    expect(acceptRefusals(open, ["bkpsdm"], budi, { from, relationFrom: "2026-01-01" })).toEqual(isRefused ? ["before_relation"] : []);
  });
  test("where nobody is on record, any day will do", () => expect(acceptRefusals(open, ["bkpsdm"], { ...budi, penilaiId: null }, { from: "2020-01-01", relationFrom: null })).toEqual([]));
  test("all reasons are said at once", () => {
    expect(acceptRefusals({ status: "declined" }, ["owner"], { ...budi, proposedId: "old" }, { from: "2026-01-01", relationFrom: "2026-01-01" })).toEqual(["not_yours", "wrong_status", "before_relation", "same_penilai"]);
  });
});

test("the pegawai takes an open question back; what is settled stays settled", () => {
  expect(refusals(open, "withdraw", ["owner"])).toEqual([]);
  expect(refusals(open, "withdraw", ["bkpsdm"])).toEqual(["not_yours"]);
  fc.assert(fc.property(fc.constantFrom(...PENILAI_CORRECTION_STATUS.filter((status) => status !== "open")), fc.constantFrom("withdraw" as const, "decline" as const), (status, action) => {
    expect(refusals({ status }, action, ["owner", "bkpsdm"])).toEqual(["wrong_status"]);
  }));
  expect(Object.values(ACTIONS).every(({ from }) => from.length === 1 && from[0] === "open")).toBe(true);
});
