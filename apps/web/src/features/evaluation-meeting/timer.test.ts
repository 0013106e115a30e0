import { expect, test } from "vitest";
import { spoken } from "./timer.ts";

test("it counts up, is amber from four fifths on, and then says how much it is over", () => {
  const at = (seconds: number) => spoken(seconds * 1000, 4);
  expect(at(134)).toEqual({ clock: ["02", "14"], state: "calm", over: null });
  expect(at(191).state).toBe("calm");
  expect(at(192).state).toBe("amber");
  expect(at(240)).toEqual({ clock: ["04", "00"], state: "amber", over: null });
  expect(at(270)).toEqual({ clock: ["04", "30"], state: "over", over: ["0", "30"] });
  expect(at(3 * 3600).clock).toEqual(["180", "00"]);
});

test("a phone whose clock is behind the server's shows nothing negative", () => {
  expect(spoken(-4000, 4).clock).toEqual(["00", "00"]);
});

test("an item without a planned time is never over", () => {
  expect(spoken(600_000, 0)).toEqual({ clock: ["10", "00"], state: "calm", over: null });
});
