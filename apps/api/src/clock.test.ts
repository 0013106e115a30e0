import { expect, test, vi } from "vitest";
import { dayInJakarta, demoClock, realClock } from "./clock.ts";

test("the day begins at midnight in Jakarta: 17:00 UTC of the day before", () => {
  expect(dayInJakarta(new Date("2026-11-22T16:59:59.999Z"))).toBe("2026-11-22");
  expect(dayInJakarta(new Date("2026-11-22T17:00:00.000Z"))).toBe("2026-11-23");
});

test("a demo stands still on its day while the hours run on", () => {
  vi.useFakeTimers({ now: new Date("2027-03-01T18:30:15Z") });
  const clock = demoClock("2026-11-23");
  expect(clock).toMatchObject({ isDemo: true });
  expect(clock.today()).toBe("2026-11-23");
  expect(clock.now()).toBe("2026-11-22T18:30:15.000Z");
  expect(dayInJakarta(new Date(clock.now()))).toBe("2026-11-23");
  vi.useRealTimers();
});

test("an office's clock is the real one", () => {
  vi.useFakeTimers({ now: new Date("2027-03-01T18:30:15Z") });
  expect(realClock().today()).toBe("2027-03-02");
  expect(realClock().now()).toBe("2027-03-01T18:30:15.000Z");
  vi.useRealTimers();
});
