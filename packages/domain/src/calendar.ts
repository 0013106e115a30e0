import type { PeriodeKind } from "./vocabulary.ts";

/** "2026-10-30" */
export type LocalDate = string;
/** "2026-10" */
export type Month = string;

/** What a day that had already passed turned out to have been; null: an ordinary day. `dicatat`: the day on which that became known here. */
export type KoreksiHari = { day: LocalDate; kind: "libur" | "pengganti" | null; dicatat: LocalDate };

/**
 * The city's exceptions to the five-day week (Perpres 21/2023). A day in both lists is a working day: the replacement is the later act.
 * `koreksi`: corrections of days past, oldest first; a later one of the same day holds.
 */
export type Kalender = { libur: readonly LocalDate[]; hariKerjaPengganti: readonly LocalDate[]; koreksi?: readonly KoreksiHari[] };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const DAYS_PER_WEEK = 7;
const MONTHS_PER_YEAR = 12;
const MONTHS_PER_QUARTER = 3;

/** True for an existing day, written "yyyy-mm-dd". */
export function isLocalDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= MONTHS_PER_YEAR && day >= 1 && day <= daysIn(year, month);
}

/** True for "yyyy-mm" with a month 01–12. */
export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 March of year 0, in the Gregorian calendar: the year begins in March, so that the leap day is its last. */
function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a date: ${date}`);
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % MONTHS_PER_YEAR;
  return 365 * marchYear + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400) + Math.floor((153 * marchMonth + 2) / 5) + day - 1;
}

/** The inverse of `dayNumber`: estimate the year, correct it, then read month and day from the 153-day pattern. */
function fromDayNumber(days: number): LocalDate {
  let marchYear = Math.floor(days / 365.2425) + 1;
  let first = dayNumber(text(marchYear, 3, 1));
  while (first > days) {
    marchYear -= 1;
    first = dayNumber(text(marchYear, 3, 1));
  }
  const rest = days - first;
  const marchMonth = Math.floor((5 * rest + 2) / 153);
  const day = rest - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return marchMonth < 10 ? text(marchYear, marchMonth + 3, day) : text(marchYear + 1, marchMonth - 9, day);
}

function text(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** `days` may be negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO: 1 Monday … 7 Sunday. */
export function weekday(date: LocalDate): number {
  // 1 March of year 0 was a Wednesday.
  return ((dayNumber(date) + 2) % DAYS_PER_WEEK) + 1;
}

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7);
}

export function firstDayOf(month: Month): LocalDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): LocalDate {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}

/** `months` may be negative. */
export function addMonths(month: Month, months: number): Month {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`);
  const count = Number(month.slice(0, 4)) * MONTHS_PER_YEAR + Number(month.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / MONTHS_PER_YEAR);
  return `${String(year).padStart(4, "0")}-${String(count - year * MONTHS_PER_YEAR + 1).padStart(2, "0")}`;
}

/** All months from `first` to `last`, both included; empty when `last` is earlier. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** Negative, 0 or positive; works for dates and for months. */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export type Periode = { kind: PeriodeKind; year: number; number: number; firstMonth: Month; lastMonth: Month };

/** Months per period. */
const PERIODE_MONTHS = { bulanan: 1, triwulanan: MONTHS_PER_QUARTER, tahunan: MONTHS_PER_YEAR } as const satisfies Record<PeriodeKind, number>;

/** The evaluation period of that kind in which the month lies. */
export function periodeOf(month: Month, kind: PeriodeKind): Periode {
  const length = PERIODE_MONTHS[kind];
  const number = Math.floor((Number(month.slice(5, 7)) - 1) / length) + 1;
  const firstMonth = addMonths(`${month.slice(0, 4)}-01`, (number - 1) * length);
  return { kind, year: Number(month.slice(0, 4)), number, firstMonth, lastMonth: addMonths(firstMonth, length - 1) };
}

/** All periods of that kind in a year, in order. */
export function periodesOf(year: number, kind: PeriodeKind): Periode[] {
  const months = monthsFrom(`${String(year).padStart(4, "0")}-01`, `${String(year).padStart(4, "0")}-12`);
  return months.filter((_, index) => index % PERIODE_MONTHS[kind] === 0).map((month) => periodeOf(month, kind));
}

/** The calendar as it was known on a day: without what was corrected later. */
export function kalenderPada(kalender: Kalender, day: LocalDate): Kalender {
  return { ...kalender, koreksi: (kalender.koreksi ?? []).filter(({ dicatat }) => dicatat <= day) };
}

/** Monday to Friday, without libur, with hari kerja pengganti, as corrected last. */
export function isHariKerja(date: LocalDate, kalender: Kalender): boolean {
  const koreksi = kalender.koreksi?.findLast(({ day }) => day === date);
  if (koreksi !== undefined) return koreksi.kind === "pengganti" || (koreksi.kind === null && weekday(date) <= 5);
  if (kalender.hariKerjaPengganti.includes(date)) return true;
  return weekday(date) <= 5 && !kalender.libur.includes(date);
}

/**
 * The date `hari` working days after `mulai`: day 0 is `mulai`, only later working days count. A day corrected after it had passed moves
 * a clock only if the clock still ran on the day of the correction: one that had run out by then stays as it was decided. A correction
 * that takes days away never ends a clock before the day on which it was recorded.
 */
export function tambahHariKerja({ mulai, hari, kalender }: { mulai: LocalDate; hari: number; kalender: Kalender }): LocalDate {
  if (!Number.isSafeInteger(hari) || hari < 0) throw new RangeError(`hari must be a whole number from 0: ${hari}`);
  let until = hitung({ mulai, hari, kalender: { ...kalender, koreksi: [] } });
  for (const dicatat of [...new Set((kalender.koreksi ?? []).map((one) => one.dicatat))].sort()) {
    if (dicatat > until) break;
    const corrected = hitung({ mulai, hari, kalender: kalenderPada(kalender, dicatat) });
    until = corrected < until && corrected < dicatat ? dicatat : corrected;
  }
  return until;
}

function hitung({ mulai, hari, kalender }: { mulai: LocalDate; hari: number; kalender: Kalender }): LocalDate {
  let date = mulai;
  for (let left = hari; left > 0; ) {
    date = addDays(date, 1);
    if (isHariKerja(date, kalender)) left -= 1;
  }
  return date;
}

/** The n-th working day of the month (n from 1); runs on into the next month when the month has fewer. */
export function hariKerjaKe(month: Month, n: number, kalender: Kalender): LocalDate {
  return tambahHariKerja({ mulai: addDays(firstDayOf(month), -1), hari: n, kalender });
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. The inverse of `tambahHariKerja`. */
export function selisihHariKerja(from: LocalDate, to: LocalDate, kalender: Kalender): number {
  let count = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    if (isHariKerja(date, kalender)) count += 1;
  }
  return count;
}
