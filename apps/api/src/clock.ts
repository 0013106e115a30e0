import type { Clock } from "./context.ts";

const JAKARTA = "Asia/Jakarta";
const DAY = new Intl.DateTimeFormat("en-CA", { timeZone: JAKARTA, dateStyle: "short" });
const TIME = new Intl.DateTimeFormat("en-GB", { timeZone: JAKARTA, timeStyle: "medium" });

/** The day in Asia/Jakarta, "2026-11-23", whatever the zone of the machine. */
export function dayInJakarta(instant: Date): string {
  return DAY.format(instant);
}

/** The clock of a real office. */
export function realClock(): Clock {
  return { today: () => dayInJakarta(new Date()), now: () => new Date().toISOString(), isDemo: false };
}

/** A clock that stands still on one day while its hours run on, so that a demo never looks empty. */
export function demoClock(day: string): Clock {
  return { today: () => day, now: () => new Date(`${day}T${TIME.format(new Date())}+07:00`).toISOString(), isDemo: true };
}
