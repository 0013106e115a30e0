import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIONS, type Action, type EvaluationMeeting, notulenStatus, refusals, screenRefusals, timeOfCommand } from "./evaluation-meeting.ts";
import { MEETING_STATUS } from "./vocabulary.ts";

const planned: EvaluationMeeting = { status: "planned", date: "2026-11-19", isPresenceOpen: true, secretaryId: "s", leaderId: "l", isPaper: false, hasScan: false };
const on = (meeting: Partial<EvaluationMeeting>, action: Action, parties: Parameters<typeof refusals>[2]["parties"], more: Partial<Parameters<typeof refusals>[2]> = {}) =>
  refusals({ ...planned, ...meeting }, action, { parties, today: "2026-11-19", ...more });

describe("who may what", () => {
  it.each([
    ["arrange", "kepala", "not_unit_head"], ["cancel", "kepala", "not_unit_head"], ["agenda", "pemimpin", "not_meeting_leader"], ["start", "pemimpin", "not_meeting_leader"], ["slide", "peserta", "not_invited"],
  ] as const)("%s is for %s", (action, party, refusal) => {
    expect(on({}, action, [party])).toEqual([]);
    expect(on({}, action, [])).toEqual([refusal]);
  });
  it("the secretary decides and ticks with the leader, but neither begins nor ends", () => {
    expect(on({ status: "running" }, "lead", ["notulis"])).toEqual([]);
    expect(on({ status: "running" }, "finish", ["notulis"])).toEqual(["not_meeting_leader"]);
    expect(on({}, "start", ["notulis"])).toEqual(["not_meeting_leader"]);
  });
});

describe("when", () => {
  it("a meeting begins on its day or after it, not the day before", () => {
    expect(on({}, "start", ["pemimpin"], { today: "2026-11-18" })).toEqual(["meeting_not_yet"]);
    expect(on({}, "start", ["pemimpin"], { today: "2026-11-20" })).toEqual([]);
    expect(on({}, "paper", ["notulis"], { today: "2026-11-18" })).toEqual(["meeting_not_yet"]);
  });
  it("a meeting is moved to today or later", () => {
    expect(on({}, "arrange", ["kepala"], { newDate: "2026-11-18" })).toEqual(["meeting_date_past"]);
    expect(on({}, "arrange", ["kepala"], { newDate: "2026-11-19" })).toEqual([]);
  });
  it("presence waits for its window, and a running meeting is always open to it", () => {
    expect(on({ isPresenceOpen: false }, "attend", ["peserta"])).toEqual(["presence_not_open"]);
    expect(on({ isPresenceOpen: false, status: "running" }, "attend", ["peserta"])).toEqual([]);
    expect(on({ status: "ended" }, "attend", ["peserta"])).toEqual(["wrong_status"]);
  });
});

describe("signing", () => {
  it("is done by leader and secretary, two people, once each", () => {
    expect(on({ status: "ended" }, "sign", ["pemimpin"])).toEqual([]);
    expect(on({ status: "ended" }, "sign", ["notulis"], { hasSigned: true })).toEqual(["already_signed"]);
    expect(on({ status: "ended", secretaryId: null }, "sign", ["pemimpin"])).toEqual(["no_secretary"]);
    expect(on({ status: "ended", secretaryId: null, leaderId: null }, "sign", ["pemimpin"])).toEqual(["no_secretary"]);
    expect(on({ status: "ended", secretaryId: "l" }, "sign", ["pemimpin"])).toEqual(["secretary_is_leader"]);
    expect(on({ status: "ended" }, "sign", ["peserta"])).toEqual(["not_meeting_leader"]);
  });
  it("of a meeting held on paper waits for the scan", () => {
    expect(on({ status: "ended", isPaper: true }, "sign", ["pemimpin"])).toEqual(["scan_missing"]);
    expect(on({ status: "ended", isPaper: true, hasScan: true }, "sign", ["pemimpin"])).toEqual([]);
  });
  it("freezes: after it only an addendum", () => {
    const left = (Object.keys(ACTIONS) as Action[]).filter((action) => !on({ status: "signed" }, action, ["kepala", "pemimpin", "notulis", "peserta"]).includes("wrong_status"));
    expect(left).toEqual(["addendum"]);
    expect([0, 1, 2].map(notulenStatus)).toEqual(["draft", "half_signed", "signed"]);
  });
});

it("nothing at all can be done with a cancelled meeting", () => {
  for (const action of Object.keys(ACTIONS) as Action[]) expect(on({ status: "cancelled" }, action, ["kepala", "pemimpin", "notulis", "peserta"])).toContain("wrong_status");
});

it("no action but signing reaches `signed`, and none leaves `cancelled` or `signed` for another state", () => {
  for (const [action, { from, to }] of Object.entries(ACTIONS)) {
    if (to === "signed") expect(action).toBe("sign");
    for (const status of from) if (status === "signed") expect(to).toBe("same");
  }
  expect(MEETING_STATUS).toContain("signed");
});

describe("the screen", () => {
  it("obeys the device in control; words and attendance are taken from any", () => {
    expect(screenRefusals("go", "laptop", null)).toEqual([]);
    expect(screenRefusals("go", "laptop", "laptop")).toEqual([]);
    expect(screenRefusals("go", "phone", "laptop")).toEqual(["not_in_control"]);
    for (const kind of ["decide", "attendance", "note", "take_over"]) expect(screenRefusals(kind, "phone", "laptop")).toEqual([]);
  });
  it("keeps time by the server, however wrong a device's clock is: never in the future, never before what is known", () => {
    expect(timeOfCommand({ now: 10_000, ageMs: 3_000, lastKnown: 5_000 })).toBe(7_000);
    expect(timeOfCommand({ now: 10_000, ageMs: 90_000, lastKnown: 5_000 })).toBe(5_000);
    fc.assert(fc.property(fc.nat(), fc.nat(), fc.nat(), (now, ageMs, back) => {
      const time = timeOfCommand({ now, ageMs, lastKnown: now - back });
      expect(time).toBeLessThanOrEqual(now);
      expect(time).toBeGreaterThanOrEqual(now - back);
    }));
  });
});
