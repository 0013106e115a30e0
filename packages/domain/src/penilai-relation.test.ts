import { describe, expect, it } from "vitest";
import { actingRefusals, changeRefusals, endRefusals, issueOf, type ActingWish, pimpinanRefusals } from "./penilai-relation.ts";

describe("what may be wrong with a recorded penilai", () => {
  const recorded = { penilaiId: "kabid", atasanId: "kadis", isPenilaiSeated: true };
  const proposed = { penilai: "kabid", atasan: "kadis", isGanda: false };

  it("names nothing when the line is as the tree and the table propose it", () => {
    expect(issueOf(recorded, proposed)).toBeNull();
    expect(issueOf(recorded, null)).toBeNull();
  });

  it.each([
    ["nobody is on record", null, proposed, "tanpa_penilai"],
    ["who is on record holds no post that day", { ...recorded, isPenilaiSeated: false }, { ...proposed, penilai: "sekretaris" }, "penilai_tidak_bertugas"],
    ["two heads could be meant", recorded, { ...proposed, isGanda: true }, "usulan_ganda"],
    ["another one is proposed", recorded, { ...proposed, penilai: "sekretaris" }, "berbeda_dari_usulan"],
  ] as const)("%s", (_, line, proposal, issue) => {
    expect(issueOf(line, proposal)).toBe(issue);
  });
});

describe("another penilai from a day on", () => {
  const change = { pegawaiId: "bidan", penilaiId: "kepala puskesmas baru", from: "2027-02-01" };
  const record = { penilaiId: "kepala puskesmas", relationFrom: "2026-01-01", bawahanIds: ["perawat"] };

  it("may be recorded, also for somebody who had none", () => {
    expect(changeRefusals(change, record)).toEqual([]);
    expect(changeRefusals(change, { ...record, penilaiId: null, relationFrom: null })).toEqual([]);
  });

  it("is nobody themselves, not who it is already, nobody whom they rate, and does not rewrite what has been", () => {
    expect(changeRefusals({ ...change, penilaiId: "bidan" }, record)).toEqual(["own_appraisal"]);
    expect(changeRefusals({ ...change, penilaiId: "kepala puskesmas" }, record)).toEqual(["same_penilai"]);
    expect(changeRefusals({ ...change, penilaiId: "perawat" }, record)).toEqual(["penilai_is_bawahan"]);
    expect(changeRefusals({ ...change, from: "2026-01-01" }, record)).toEqual(["before_relation"]);
  });
});

describe("acting for a head", () => {
  const wish: ActingWish = { kind: "plt", from: "2027-02-01", until: "2027-03-15", personId: "sekretaris", hasPost: true, postUntil: null, holderId: null, others: [] };

  it("a Plt. fills an empty post, a Plh. stands in for the head who holds it", () => {
    expect(actingRefusals(wish)).toEqual([]);
    expect(actingRefusals({ ...wish, holderId: "kadis" })).toEqual(["post_not_vacant"]);
    expect(actingRefusals({ ...wish, kind: "plh", holderId: "kadis" })).toEqual([]);
    expect(actingRefusals({ ...wish, kind: "plh", holderId: "sekretaris" })).toEqual(["post_not_vacant"]);
  });

  it("needs a post of a head and at least a day", () => {
    expect(actingRefusals({ ...wish, hasPost: false })).toEqual(["no_head_post"]);
    expect(actingRefusals({ ...wish, until: wish.from })).toEqual(["span_empty"]);
  });

  it("ends no later than the post itself", () => {
    expect(actingRefusals({ ...wish, postUntil: wish.until })).toEqual([]);
    expect(actingRefusals({ ...wish, postUntil: "2027-03-14" })).toEqual(["post_closes"]);
  });

  it("is one person at a time: the day on which one ends may be the first of the next", () => {
    expect(actingRefusals({ ...wish, others: [{ from: "2027-01-01", until: "2027-02-01" }, { from: "2027-03-15", until: null }] })).toEqual([]);
    expect(actingRefusals({ ...wish, others: [{ from: "2027-01-01", until: "2027-02-02" }] })).toEqual(["acting_overlaps"]);
    expect(actingRefusals({ ...wish, others: [{ from: "2027-03-14", until: null }] })).toEqual(["acting_overlaps"]);
    expect(actingRefusals({ ...wish, others: [{ from: "2026-12-01", until: null }] })).toEqual(["acting_overlaps"]);
  });

  it("ends on a day after it began and before it would have ended", () => {
    const acting = { from: wish.from, until: wish.until };
    expect(endRefusals(acting, "2027-02-20")).toEqual([]);
    expect(endRefusals({ ...acting, until: null }, "2027-02-20")).toEqual([]);
    expect(endRefusals(acting, wish.from)).toEqual(["span_empty"]);
    expect(endRefusals(acting, wish.until)).toEqual(["already_ended"]);
  });
});

it("a further pimpinan is somebody else, for at least a day or without an end", () => {
  const wish = { pegawaiId: "bidan", pimpinanId: "ketua tim", from: "2027-02-01", until: null };
  expect(pimpinanRefusals(wish)).toEqual([]);
  expect(pimpinanRefusals({ ...wish, until: "2027-02-02" })).toEqual([]);
  expect(pimpinanRefusals({ ...wish, pimpinanId: "bidan" })).toEqual(["own_appraisal"]);
  expect(pimpinanRefusals({ ...wish, until: "2027-02-01" })).toEqual(["span_empty"]);
});
