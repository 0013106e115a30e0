import { describe, expect, it } from "vitest";
import { ACTIONS, type Action, FEWEST_ANSWERS, formRefusals, missingAnswers, PEER_CYCLE_STATUS, type PeerCycle, preparationRefusals, refusals } from "./peer-input.ts";
import { PERILAKU } from "./vocabulary.ts";

const cycle = (more: Partial<PeerCycle> = {}): PeerCycle => ({ status: "preparing", answersUntil: "2026-12-14", verifiers: 2, isOtherUnsealed: false, ...more });
const all = Object.fromEntries(PERILAKU.map((p) => [p, "tidak_cukup_mengenal" as const]));

it("four answers are the floor, and nothing lowers it", () => expect(FEWEST_ANSWERS).toBe(4));

describe("a cycle goes from step to step", () => {
  it("each step from its one status, by BKPSDM", () => {
    const from: Record<Action, string> = { nameVerifiers: "preparing", setLastDay: "preparing answering", draw: "preparing", replace: "answering", close: "answering", seal: "closed", release: "sealed" };
    for (const action of Object.keys(ACTIONS).filter((name): name is Action => Object.hasOwn(ACTIONS, name))) {
      for (const status of PEER_CYCLE_STATUS) {
        expect(refusals(cycle({ status, answersUntil: "2026-01-01" }), action, ["bkpsdm"], "2026-12-20").length === 0, `${action} ${status}`).toBe(from[action].split(" ").includes(status));
      }
    }
    expect(refusals(cycle(), "draw", [], "2026-12-01")).toEqual(["not_yours"]);
    expect(refusals(cycle({ status: "sealed" }), "release", ["job"], "2026-12-20")).toEqual(["not_yours"]);
  });

  it("is not drawn without two sworn verifiers", () => {
    expect([0, 1, 2].map((verifiers) => refusals(cycle({ verifiers }), "draw", ["bkpsdm"], "2026-12-01"))).toEqual([["verifiers_missing"], ["verifiers_missing"], []]);
    expect(refusals(cycle({ isOtherUnsealed: true }), "draw", ["bkpsdm"], "2026-12-01")).toEqual(["cycle_unsealed"]);
  });

  it.each([["2026-12-13", ["answers_running"]], ["2026-12-14", []], ["2026-12-15", []]])("is closed on its last day at the earliest: %s", (today, expected) => {
    expect(refusals(cycle({ status: "answering" }), "close", ["bkpsdm"], today)).toEqual(expected);
  });
});

describe("a form", () => {
  const thing = (more: Partial<Parameters<typeof formRefusals>[0]> = {}) => ({ cycle: cycle({ status: "answering" }), state: "draft" as const, answers: all, ...more });
  it("is sent when each behaviour has a level or tidak cukup mengenal", () => {
    expect(formRefusals(thing(), "send", "2026-12-14")).toEqual([]);
    expect(formRefusals(thing({ answers: { ...all, loyal: null } }), "send", "2026-12-14")).toEqual(["answers_missing"]);
    expect(formRefusals(thing({ answers: {} }), "save", "2026-12-14")).toEqual([]);
    expect(missingAnswers({ ...all, loyal: null, adaptif: 2 })).toEqual(["loyal"]);
  });
  it("is changed until the last day, on it too", () => {
    expect(formRefusals(thing({ state: "sent" }), "save", "2026-12-14")).toEqual([]);
    expect(formRefusals(thing(), "save", "2026-12-15")).toEqual(["answers_closed"]);
    for (const status of PEER_CYCLE_STATUS) expect(formRefusals(thing({ cycle: cycle({ status }) }), "save", "2026-12-14").length === 0).toBe(status === "answering");
  });
  it("is declined once, and not after it was sent", () => {
    expect(formRefusals(thing(), "decline", "2026-12-14")).toEqual([]);
    expect(formRefusals(thing({ state: "declined" }), "decline", "2026-12-14")).toEqual(["already_declined"]);
    expect(formRefusals(thing({ state: "declined" }), "save", "2026-12-14")).toEqual(["already_declined"]);
    expect(formRefusals(thing({ state: "sent" }), "decline", "2026-12-14")).toEqual(["already_sent"]);
  });
});

it("names are given before the draw; relations also while it is answered", () => {
  const open = (part: "choice" | "relation") => PEER_CYCLE_STATUS.filter((status) => preparationRefusals({ status }, part).length === 0);
  expect([open("choice"), open("relation")]).toEqual([["preparing"], ["preparing", "answering"]]);
});
