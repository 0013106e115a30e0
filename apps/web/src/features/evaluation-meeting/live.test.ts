import type { MeetingCommand, MeetingState } from "@teraju/contracts/evaluation-meeting-live";
import { expect, test } from "vitest";
import { newest, predicted, turnStart, type Waiting } from "./live.ts";

const uuid = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const AT = Date.parse("2026-12-03T02:00:00.000Z");
const STATE: MeetingState = {
  seq: 7, status: "running", serverTime: "2026-12-03T02:00:00.000Z", itemId: uuid(1), position: 1, isBlank: false, timer: { itemId: uuid(1), minutes: 4, spentMs: 0, startedAt: "2026-12-03T01:59:00.000Z" },
  controller: null, present: 3, invited: 6, decisions: 0, applause: 0, questions: 0, startedAt: "2026-12-03T01:50:00.000Z", finishedAt: null,
};
const PLACES = [1, 2, 3].map((n) => ({ itemId: uuid(n), position: n, minutes: n * 2 }));
const sent = { id: uuid(90), deviceId: uuid(91), ageMs: 0 };
const waits = (...commands: MeetingCommand[]): Waiting[] => commands.map((command, i) => ({ command, at: AT + i * 1000 }));

test("an event that comes late, or twice, does not take the room back", () => {
  const later = { ...STATE, seq: 8, itemId: uuid(2) };
  expect(newest(STATE, later)).toBe(later);
  expect(newest(later, STATE)).toBe(later);
  expect(newest(later, { ...later })).toEqual(later);
});

test("what the leader pressed without signal stands on the own screen at once, in its order", () => {
  const now = predicted(STATE, waits({ ...sent, kind: "go", itemId: uuid(2) }, { ...sent, kind: "blank", isBlank: true }, { ...sent, kind: "go", itemId: uuid(3) }), PLACES);
  expect([now.itemId, now.position, now.isBlank, now.timer?.minutes]).toEqual([uuid(3), 3, true, 6]);
  expect(now.timer?.startedAt).toBe("2026-12-03T02:00:02.000Z");
});

test("a slide that the agenda no longer has is not gone to", () => {
  expect(predicted(STATE, waits({ ...sent, kind: "go", itemId: uuid(8) }), PLACES)).toEqual(STATE);
});

test("a stopped timer keeps what has passed, and goes on from there", () => {
  const stopped = predicted(STATE, waits({ ...sent, kind: "timer_stop", itemId: uuid(1) }), PLACES);
  expect(stopped.timer).toMatchObject({ spentMs: 60_000, startedAt: null });
  expect(turnStart(stopped)).toBeNull();
  const again = predicted(stopped, [{ command: { ...sent, kind: "timer_start", itemId: uuid(1) }, at: AT + 30_000 }], PLACES);
  expect(turnStart(again)).toBe("2026-12-03T01:59:30.000Z");
});

test("start opens the first slide; finish ends the meeting and stops the clock", () => {
  const planned: MeetingState = { ...STATE, status: "planned", itemId: null, position: null, timer: null, startedAt: null };
  expect(predicted(planned, waits({ ...sent, kind: "start" }), PLACES)).toMatchObject({ status: "running", itemId: uuid(1) });
  expect(predicted(STATE, waits({ ...sent, kind: "finish" }), PLACES)).toMatchObject({ status: "ended", timer: { startedAt: null } });
});
