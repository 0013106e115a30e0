import { weekday, type LocalDate } from "@teraju/domain";

const ZONE = "Asia/Jakarta";
const LONG = new Intl.DateTimeFormat("id-ID", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
const MONTH = new Intl.DateTimeFormat("id-ID", { timeZone: "UTC", month: "long", year: "numeric" });
const SHORT = new Intl.DateTimeFormat("id-ID", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
const CLOCK = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY_OF = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, dateStyle: "short" });
const DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

/** "12 November 2026" */
export const longDate = (date: LocalDate): string => LONG.format(new Date(date));
/** "12 Nov 2026" */
export const shortDate = (date: LocalDate): string => SHORT.format(new Date(date));
/** "Kamis, 12 November 2026" */
export const dayAndDate = (date: LocalDate): string => `${DAYS[weekday(date) - 1]}, ${longDate(date)}`;
/** "Oktober 2026" of "2026-10" */
export const monthName = (month: string): string => MONTH.format(new Date(`${month}-01`));
/** "09.05" in Western Indonesian Time, of an ISO instant; hours are written with a point. */
export const clock = (instant: string): string => CLOCK.format(new Date(instant)).replace(":", ".");
/** The day of an ISO instant, as the city counts it. */
export const dayOf = (instant: string): LocalDate => DAY_OF.format(new Date(instant)) as LocalDate;
/** "Kamis, 12 November 2026 pukul 10.42 WIB" */
export const dayAndClock = (instant: string): string => `${dayAndDate(dayOf(instant))} pukul ${clock(instant)} WIB`;
/** Year, month and day, for a document's properties. */
export const dateParts = (date: LocalDate): readonly [number, number, number] => [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
