import { describe, expect, it } from "vitest";
import type { OrgUnit } from "./organisation.ts";
import { type OrgDay, type OrgSeat, type Rating, ratingChanges } from "./organisation-raters.ts";

const unit = (unitId: string, parentId: string | null): OrgUnit => ({ unitId, parentId, name: unitId, shortName: null, kind: parentId === null ? "kota" : parentId === "kota" ? "opd" : "bidang" });
const UNITS = [unit("kota", null), unit("a", "kota"), unit("a1", "a"), unit("a2", "a"), unit("b", "kota"), unit("b1", "b")];
const seat = (personId: string, unitId: string, isHead = false, kind: OrgSeat["kind"] = "definitif"): OrgSeat => ({ personId, unitId, isHead, kind });
const SEATS = [seat("wali", "kota", true), seat("kadisA", "a", true), seat("kabid1", "a1", true), seat("budi", "a1"), seat("kabid2", "a2", true), seat("citra", "a2"), seat("kadisB", "b", true), seat("eko", "b1")];
const rating = (pegawaiId: string, penilaiId: string, atasanId: string | null): Rating => ({ pegawaiId, penilaiId, atasanId });
const RATINGS = [rating("kadisA", "wali", "wali"), rating("kabid1", "kadisA", "wali"), rating("budi", "kabid1", "kadisA"), rating("kabid2", "kadisA", "wali"), rating("citra", "kabid2", "kadisA"), rating("kadisB", "wali", "wali"), rating("eko", "kadisB", "wali")];
const BEFORE: OrgDay = { units: UNITS, seats: SEATS };

type After = { units?: readonly OrgUnit[]; seats?: readonly OrgSeat[]; ratings?: readonly Rating[]; movers?: readonly string[]; before?: OrgDay };
const changes = ({ units = UNITS, seats = SEATS, ratings = RATINGS, movers = [], before = BEFORE }: After): Record<string, string> =>
  Object.fromEntries(ratingChanges({ before, after: { units, seats }, ratings, movers }).map(({ pegawaiId, after }) => [pegawaiId, after === null ? "nobody" : `${after.penilaiId}, ${after.atasanId ?? "-"}`]));
const reseated = (who: string, ...next: OrgSeat[]): OrgSeat[] => [...SEATS.filter(({ personId }) => personId !== who), ...next];

describe("who rates whom when the organisation changes", () => {
  it("changes nothing where nothing changed", () => expect(changes({})).toEqual({}));

  it("a merged unit's people go to the head of the other; their old head keeps his own penilai", () => {
    const seats = [...SEATS.filter(({ unitId }) => unitId !== "a2"), seat("kabid2", "a1"), seat("citra", "a1")];
    expect(changes({ units: UNITS.filter(({ unitId }) => unitId !== "a2"), seats })).toEqual({ citra: "kabid1, kadisA" });
  });

  it("a merged perangkat daerah takes its offices along: their heads and the atasan of their staff follow", () => {
    const units = [unit("kota", null), unit("b", "kota"), unit("a1", "b"), unit("a2", "b"), unit("b1", "b")];
    expect(changes({ units, seats: reseated("kadisA", seat("kadisA", "b")) })).toEqual({ kabid1: "kadisB, wali", kabid2: "kadisB, wali", budi: "kabid1, kadisB", citra: "kabid2, kadisB" });
  });

  it("a head re-selected to lead the merged one rates all; who led it before stays with the Wali Kota until another post is given", () => {
    const units = [unit("kota", null), unit("b", "kota"), unit("a1", "b"), unit("a2", "b"), unit("b1", "b")];
    const seats = [...SEATS.filter(({ personId }) => personId !== "kadisA" && personId !== "kadisB"), seat("kadisA", "b", true), seat("kadisB", "b")];
    expect(changes({ units, seats, movers: ["kadisA"] })).toEqual({ eko: "kadisA, wali" });
  });

  it("a unit that is hung elsewhere keeps its people; its head follows", () => {
    expect(changes({ units: [...UNITS.filter(({ unitId }) => unitId !== "a1"), unit("a1", "b")] })).toEqual({ kabid1: "kadisB, wali", budi: "kabid1, kadisB" });
  });

  it("whoever is put elsewhere is rated there, even by a decision of its own before", () => {
    const ratings = RATINGS.map((one) => (one.pegawaiId === "budi" ? rating("budi", "kadisA", "wali") : one));
    expect(changes({ ratings, seats: reseated("budi", seat("budi", "a2")), movers: ["budi"] })).toEqual({ budi: "kabid2, kadisA" });
    expect(changes({ ratings, seats: reseated("budi", seat("budi", "b1")), movers: ["budi"] })).toEqual({ budi: "kadisB, wali" });
  });

  it("when a head leaves, the next above rates; a new head takes over who was rated by the nearest", () => {
    expect(changes({ seats: reseated("kabid1") })).toEqual({ kabid1: "nobody", budi: "kadisA, wali" });
    expect(changes({ seats: [...SEATS, seat("baru", "b1", true)], movers: ["baru"] })).toEqual({ eko: "baru, kadisB", baru: "kadisB, wali" });
  });

  it("a penilai by decision stays while they stand above, and when they never did", () => {
    const ratings = RATINGS.map((one) => (one.pegawaiId === "budi" ? rating("budi", "citra", "kabid2") : one));
    expect(changes({ ratings, seats: [...SEATS.filter(({ unitId }) => unitId !== "a2"), seat("kabid2", "a1"), seat("citra", "a1")], units: UNITS.filter(({ unitId }) => unitId !== "a2") })).toEqual({ citra: "kabid1, kadisA", budi: "citra, kabid1" });
  });

  it("never reaches for the Wali Kota over a perangkat daerah without a head", () => {
    expect(changes({ seats: reseated("kadisB") })).toEqual({ kadisB: "nobody", eko: "nobody" });
    expect(changes({ seats: [...SEATS, seat("staf", "kota")], movers: ["staf"] })).toEqual({ staf: "nobody" });
  });

  it("a Plt. counts until there is a definitive head", () => {
    const before: OrgDay = { units: UNITS, seats: [...reseated("kabid1"), seat("kabid2", "a1", true, "plt")] };
    const ratings = RATINGS.filter(({ pegawaiId }) => pegawaiId !== "kabid1").map((one) => (one.pegawaiId === "budi" ? rating("budi", "kabid2", "kadisA") : one));
    expect(changes({ before, ratings, seats: before.seats })).toEqual({});
    expect(changes({ before, ratings, seats: [...before.seats, seat("baru", "a1", true)], movers: ["baru"] })).toEqual({ budi: "baru, kadisA", baru: "kadisA, wali" });
  });
});
