import { describe, expect, it } from "vitest";
import { carriedUnits, changesTree, type OrgUnit, reorganise, takeBackRefusals } from "./organisation.ts";

const unit = (unitId: string, parentId: string | null, kind: OrgUnit["kind"] = "bidang"): OrgUnit => ({ unitId, parentId, name: unitId, shortName: null, kind });
const CITY = [unit("kota", null, "kota"), unit("a", "kota", "opd"), unit("a1", "a"), unit("a11", "a1", "subbagian"), unit("b", "kota", "opd")];
const parents = (units: readonly OrgUnit[]): Record<string, string | null> => Object.fromEntries(units.map(({ unitId, parentId }) => [unitId, parentId]));

describe("a reorganisation", () => {
  it("merges with all that lies below, and leaves the tree it began from alone", () => {
    const before = CITY.map((one) => ({ ...one }));
    const { units, refusals } = reorganise(CITY, [{ kind: "merge", unitId: "a", into: "b" }, { kind: "rename", unitId: "b", name: "Dinas A dan B", shortName: null }]);
    expect([parents(units), refusals]).toEqual([{ kota: null, a1: "b", a11: "a1", b: "kota" }, []]);
    expect(units.at(-1)?.name).toBe("Dinas A dan B");
    expect(CITY).toEqual(before);
  });

  it("carries whole units along, with what lies below them", () => {
    const after = reorganise(CITY, [{ kind: "merge", unitId: "a", into: "b" }, { kind: "rename", unitId: "b", name: "Dinas A dan B", shortName: null }, { kind: "create", unit: { ...unit("b1", "b"), parentId: "b" } }]).units;
    expect(carriedUnits(CITY, after)).toEqual([{ unitId: "a1", name: "a1", from: "a", to: "Dinas A dan B", within: ["a1", "a11"] }]);
    expect(carriedUnits(CITY, reorganise(CITY, [{ kind: "move", unitId: "a11", parentId: "a" }]).units)).toMatchObject([{ unitId: "a11", from: "a1", to: "a", within: ["a11"] }]);
    expect(carriedUnits(CITY, CITY)).toEqual([]);
  });

  it("splits a unit into itself and one beside it, with what was chosen", () => {
    const split = { kind: "split", unitId: "a", unit: { ...unit("a2", "kota", "opd"), parentId: "kota" }, childIds: ["a1"], personIds: [], headId: null, headPost: null } as const;
    expect(parents(reorganise(CITY, [split]).units)).toEqual({ kota: null, a: "kota", a1: "a2", a11: "a1", b: "kota", a2: "kota" });
    expect(reorganise(CITY, [{ ...split, childIds: ["a11"] }]).refusals).toEqual(["unit_unknown"]);
    expect(reorganise(CITY, [{ ...split, childIds: [] }]).refusals).toEqual(["split_empty"]);
    expect(reorganise(CITY, [{ ...split, unit: { ...split.unit, kind: "bidang" } }]).refusals).toEqual(["unit_kind_wrong"]);
    expect(reorganise(CITY, [{ ...split, unit: { ...split.unit, unitId: "b" } }]).refusals).toEqual(["unit_exists"]);
    expect(reorganise(CITY, [{ ...split, headId: "x", headPost: "Kepala" }]).refusals).toEqual(["person_unknown"]);
    expect(reorganise(CITY, [{ ...split, unit: { ...split.unit, parentId: "a1" } }]).refusals).toEqual(["unit_inside_itself"]);
  });

  it("says which step cannot be done, and that posts and people alone leave the tree", () => {
    const seat = { kind: "seat", personId: "p", postId: "j" } as const;
    expect(reorganise(CITY, [seat, { kind: "leave", personId: "p", reason: "pensiun" }, { kind: "close", unitId: "x" }])).toEqual({ units: CITY, refusals: ["unit_unknown"], step: 2 });
    expect(reorganise(CITY, [{ kind: "post", postId: "j", unitId: "x", name: "Analis", jenis: "pelaksana", jenjang: null, isHead: false }]).refusals).toEqual(["unit_unknown"]);
    expect([changesTree([seat, { kind: "closePost", postId: "j" }]), changesTree([seat, { kind: "close", unitId: "x" }])]).toEqual([false, true]);
  });

  it("is taken back only before its day, and once", () => {
    const asked = { status: "applied", from: "2027-02-01" } as const;
    expect([takeBackRefusals({ ...asked, today: "2027-01-31" }), takeBackRefusals({ ...asked, today: "2027-02-01" }), takeBackRefusals({ ...asked, status: "taken_back", today: "2027-01-01" })]).toEqual([[], ["change_begun"], ["wrong_status"]]);
  });

  it("builds as a new unit and what goes over to it, and closes what is left empty", () => {
    const { units, refusals } = reorganise(CITY, [
      { kind: "create", unit: { ...unit("a2", "a"), parentId: "a" } }, { kind: "move", unitId: "a11", parentId: "a2" }, { kind: "close", unitId: "a1" },
    ]);
    expect([parents(units), refusals]).toEqual([{ kota: null, a: "kota", a11: "a2", b: "kota", a2: "a" }, []]);
  });

  it.each([
    ["a unit that is not there", { kind: "close", unitId: "x" }, "unit_unknown"],
    ["a parent that is not there", { kind: "move", unitId: "a", parentId: "x" }, "unit_unknown"],
    ["a unit that is there already", { kind: "create", unit: { ...unit("b", "a"), parentId: "a" } }, "unit_exists"],
    ["an office directly below the city", { kind: "create", unit: { ...unit("c", "kota"), parentId: "kota" } }, "unit_kind_wrong"],
    ["a perangkat daerah inside another", { kind: "move", unitId: "b", parentId: "a" }, "unit_kind_wrong"],
    ["merging into the city", { kind: "merge", unitId: "a1", into: "kota" }, "unit_is_city"],
    ["the city itself", { kind: "merge", unitId: "kota", into: "b" }, "unit_is_city"],
    ["into itself", { kind: "merge", unitId: "a", into: "a" }, "unit_inside_itself"],
    ["below itself", { kind: "move", unitId: "a", parentId: "a11" }, "unit_inside_itself"],
    ["closing over others' heads", { kind: "close", unitId: "a1" }, "unit_has_children"],
  ] as const)("refuses %s", (_, change, refusal) => {
    expect(reorganise(CITY, [change])).toEqual({ units: CITY, refusals: [refusal], step: 0 });
  });
});
