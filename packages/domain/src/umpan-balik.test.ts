import { expect, test } from "vitest";
import { ACTIONS, refusals } from "./umpan-balik.ts";

const asked = { status: "diminta", isReplied: false } as const;
const given = { status: "diberikan", isReplied: false } as const;

test("who was asked answers, once", () => {
  expect(refusals(asked, "answer", ["giver"])).toEqual([]);
  expect(refusals(asked, "answer", ["receiver"])).toEqual(["not_yours"]);
  expect(refusals(given, "answer", ["giver"])).toEqual(["wrong_status"]);
});

test("who gets it reads and responds, the giver does not", () => {
  for (const action of ["read", "reply"] as const) {
    expect(refusals(given, action, ["receiver"])).toEqual([]);
    expect(refusals(given, action, ["giver"])).toEqual(["not_yours"]);
    expect(refusals(asked, action, ["receiver"])).toEqual(["wrong_status"]);
  }
});

test("a tanggapan is given once; reading again is no matter", () => {
  expect(refusals({ ...given, isReplied: true }, "reply", ["receiver"])).toEqual(["already_replied"]);
  expect(refusals({ ...given, isReplied: true }, "read", ["receiver"])).toEqual([]);
});

test("nothing leads back from given: there is no action that changes a text", () => {
  expect(Object.values(ACTIONS).map(({ to }) => to)).toEqual(["diberikan", "same", "same"]);
});
