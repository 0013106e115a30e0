import { describe, expect, it } from "vitest";
import { type OrgUnit, reorganise } from "./organisation.ts";

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

  it("splits as a new unit and what goes over to it, and closes what is left empty", () => {
    const { units, refusals } = reorganise(CITY, [
      { kind: "create", unit: { ...unit("a2", "a"), parentId: "a" } }, { kind: "move", unitId: "a11", parentId: "a2" }, { kind: "close", unitId: "a1" },
    ]);
    expect([parents(units), refusals]).toEqual([{ kota: null, a: "kota", a11: "a2", b: "kota", a2: "a" }, []]);
  });

  it.each([
    ["a unit that is not there", { kind: "close", unitId: "x" }, "unit_unknown"],
    ["a parent that is not there", { kind: "move", unitId: "a", parentId: "x" }, "unit_unknown"],
    ["a unit that is there already", { kind: "create", unit: { ...unit("b", "a"), parentId: "a" } }, "unit_exists"],
    ["the city itself", { kind: "merge", unitId: "kota", into: "b" }, "unit_is_city"],
    ["into itself", { kind: "merge", unitId: "a", into: "a" }, "unit_inside_itself"],
    ["below itself", { kind: "move", unitId: "a", parentId: "a11" }, "unit_inside_itself"],
    ["closing over others' heads", { kind: "close", unitId: "a1" }, "unit_has_children"],
  ] as const)("refuses %s", (_, change, refusal) => {
    expect(reorganise(CITY, [change])).toEqual({ units: CITY, refusals: [refusal] });
  });
});
