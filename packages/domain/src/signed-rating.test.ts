import { expect, test } from "vitest";
import { confirmRefusals, enterRefusals, returnRefusals } from "./signed-rating.ts";

const paper = { status: "entered", enteredBy: "analis", hasScan: true, seenBy: "kepala" } as const;
const facts = { paper, personId: "kadis", actorId: "kepala", isRatedByKepalaDaerah: true };
const on = { signedOn: "2026-10-05", today: "2026-10-14" };

test("the paper is entered by anyone but the person rated, of a rating that is the Wali Kota's, signed by today", () => {
  expect(enterRefusals({ ...facts, paper: null }, on)).toEqual([]);
  expect(enterRefusals({ ...facts, paper: null }, { ...on, signedOn: on.today })).toEqual([]);
  expect(enterRefusals({ ...facts, actorId: "kadis", isRatedByKepalaDaerah: false, paper: { ...paper, status: "confirmed" } }, { ...on, signedOn: "2026-10-15" }))
    .toEqual(["own_appraisal", "wrong_status", "not_rated_by_kepala_daerah", "paper_signed_later"]);
});

test("another person confirms, who is not rated and has seen the scan", () => {
  expect(confirmRefusals(facts)).toEqual([]);
  expect(confirmRefusals({ ...facts, actorId: "analis" })).toEqual(["second_person_needed", "paper_not_seen"]);
  expect(confirmRefusals({ ...facts, actorId: "kadis" })).toEqual(["own_appraisal", "paper_not_seen"]);
  expect(confirmRefusals({ ...facts, paper: { ...paper, hasScan: false, seenBy: null } })).toEqual(["paper_without_scan"]);
  expect(confirmRefusals({ ...facts, paper: { ...paper, status: "confirmed" }, isRatedByKepalaDaerah: false })).toEqual(["wrong_status", "not_rated_by_kepala_daerah"]);
  expect(confirmRefusals({ ...facts, paper: null })).toEqual(["wrong_status"]);
});

test("the second person sends an entry back, never their own and never a settled one", () => {
  expect(returnRefusals({ ...facts, paper: { ...paper, hasScan: false, seenBy: null } })).toEqual([]);
  expect(returnRefusals({ ...facts, actorId: "analis" })).toEqual(["second_person_needed"]);
  expect(returnRefusals({ ...facts, actorId: "kadis", paper: { ...paper, status: "returned" } })).toEqual(["own_appraisal", "wrong_status"]);
  expect(confirmRefusals({ ...facts, paper: { ...paper, status: "returned" } })).toEqual(["wrong_status"]);
  expect(enterRefusals({ ...facts, paper: { ...paper, status: "returned" } }, on)).toEqual([]);
});
