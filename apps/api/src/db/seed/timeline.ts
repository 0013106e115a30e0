import {
  addDays, addMonths, AKHIR_DESEMBER_TANGGAL, DEFAULT_STANDAR, firstDayOf, hariKerjaKe, isHariKerja, jatuhTempo, lastDayOf, monthlyReport, monthOf, periodeOf, periodesOf, tambahHariKerja, waktuEvaluasiTahunan,
  type LocalDate, type Month, type Periode, type PeriodeKind,
} from "@teraju/domain";
import { HOLIDAYS } from "./data/holidays.ts";

export const KALENDER = {
  libur: HOLIDAYS.filter((one) => one.kind === "libur").map((one) => one.day),
  hariKerjaPengganti: HOLIDAYS.filter((one) => one.kind === "pengganti").map((one) => one.day),
};
export const STANDAR = DEFAULT_STANDAR;
/** Tree, posts, standard and relations are in force from here on. */
export const CITY_SINCE = "2024-01-01";
const HISTORY_MONTHS = 14;
const MOST_EXTENSION = 10;
/** Working days for which a period that has just ended can still be rated in the demo, when its own window is over. */
const RATING_DAYS_LEFT = 5;

export type DemoMonth = { month: Month; index: number; year: number; lastDay: LocalDate; jendela: monthlyReport.Jendela; isOpen: boolean };
export type DemoPeriod = { kind: PeriodeKind; year: number; number: number; firstMonth: Month; lastMonth: Month; ratingFrom: LocalDate; ratingUntil: LocalDate; closedOn: LocalDate | null; months: readonly DemoMonth[] };
export type Timeline = {
  today: LocalDate;
  /** Fourteen months; the last one is the month that is being reported now. */
  months: readonly DemoMonth[];
  open: DemoMonth;
  /** Working days by which the open month is extended city-wide, so that a demo is alive on any day; 0 where its window is open anyway. */
  extraDays: number;
  years: readonly number[];
  /** From this day on the city rates by quarter; before it, by month: the first whole quarter of the history has three periods. */
  quarterlyFrom: LocalDate;
  /** Months of the first whole quarter of the history, quarters after it, and the running one. */
  periods: readonly DemoPeriod[];
  /** The period that is being rated now. */
  rating: DemoPeriod | undefined;
  /** The last year whose evaluation is over, reported and closed, where the history reaches into it. */
  pastYear: DemoPeriod | undefined;
};

/** Places the demo around `today`: the open month is the latest one whose reporting window has begun. */
export function timelineOf(today: LocalDate): Timeline {
  const running = monthOf(today);
  const last = must([running, addMonths(running, -1), addMonths(running, -2)].find((month) => monthlyReport.jendelaLaporan(month, STANDAR, KALENDER).buka <= today));
  const extraDays = extensionOf(last, today);
  const months = Array.from({ length: HISTORY_MONTHS }, (_, index): DemoMonth => {
    const month = addMonths(last, index - HISTORY_MONTHS + 1);
    const isOpen = month === last;
    return { month, index, year: Number(month.slice(0, 4)), lastDay: lastDayOf(month), jendela: monthlyReport.jendelaLaporan(month, STANDAR, KALENDER, isOpen ? extraDays : 0), isOpen };
  });
  const open = must(months.at(-1));
  const years = [...new Set([...months.map((one) => one.year), Number(today.slice(0, 4))])];
  const quarters = years.flatMap((year) => periodesOf(year, "triwulanan")).filter((one) => one.firstMonth >= must(months[0]).month && one.firstMonth <= running);
  const quarterlyFrom = firstDayOf(addMonths(must(quarters[0]).firstMonth, 3));
  const monthly = years.flatMap((year) => periodesOf(year, "bulanan")).filter((one) => one.firstMonth >= must(quarters[0]).firstMonth && firstDayOf(one.firstMonth) < quarterlyFrom);
  const periods = [...monthly, ...quarters.slice(1)].map((one) => periodOf(one, months, today));
  return { today, months, open, extraDays, quarterlyFrom, years, periods, rating: periods.findLast((one) => one.closedOn === null && one.ratingFrom <= today), pastYear: pastYearOf(months, today) };
}

/** The evaluation of the whole year, as the product's own clockwork dates it. Only its months of the history have reports. */
function pastYearOf(months: readonly DemoMonth[], today: LocalDate): DemoPeriod | undefined {
  const year = Number(today.slice(0, 4)) - 1;
  const { mulai, selesai } = waktuEvaluasiTahunan({ tahun: year, mulaiTanggal: AKHIR_DESEMBER_TANGGAL }).value;
  const closedOn = addDays(jatuhTempo({ peristiwa: "pelaporan", mulai: selesai, kalender: KALENDER }).value, 1);
  const own = months.filter((one) => one.year === year);
  if (closedOn > today || own.length === 0) return undefined;
  const { number, firstMonth, lastMonth } = periodeOf(`${year}-01`, "tahunan");
  return { kind: "tahunan", year, number, firstMonth, lastMonth, ratingFrom: mulai, ratingUntil: selesai, closedOn, months: own };
}

/** Enough working days that reporting is not yet over; at most ten, which always reaches past the closing day. */
function extensionOf(month: Month, today: LocalDate): number {
  for (let days = 0; days < MOST_EXTENSION; days++) if (monthlyReport.jendelaLaporan(month, STANDAR, KALENDER, days).batas > today) return days === 1 ? 2 : days;
  return MOST_EXTENSION;
}

function periodOf(one: Periode, months: readonly DemoMonth[], today: LocalDate): DemoPeriod {
  const ratingFrom = addDays(lastDayOf(one.lastMonth), 1);
  const lawful = tambahHariKerja({ mulai: lastDayOf(one.lastMonth), hari: STANDAR.penilaian.penilaianHari, kalender: KALENDER });
  const isLatest = addMonths(one.lastMonth, 3) >= monthOf(today);
  const ratingUntil = isLatest && lawful <= today && ratingFrom <= today ? tambahHariKerja({ mulai: today, hari: RATING_DAYS_LEFT, kalender: KALENDER }) : lawful;
  return {
    kind: one.kind === "bulanan" ? "bulanan" : "triwulanan", year: one.year, number: one.number, firstMonth: one.firstMonth, lastMonth: one.lastMonth, ratingFrom, ratingUntil,
    closedOn: ratingUntil < today ? addDays(ratingUntil, 1) : null,
    months: months.filter((month) => month.month >= one.firstMonth && month.month <= one.lastMonth),
  };
}

/** The working day `n` of the month after `month`, but never later than `latest`. */
export function workingDay(month: Month, n: number, latest: LocalDate): LocalDate {
  const day = hariKerjaKe(addMonths(month, 1), n, KALENDER);
  return day <= latest ? day : latest;
}

/** A moment in Jakarta on that day, in office hours unless told otherwise. */
export function moment(day: LocalDate, minute: number): string {
  return `${day}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00+07:00`;
}

/** So many working days later, or earlier when negative. */
export function addWorkingDays(day: LocalDate, count: number): LocalDate {
  if (count >= 0) return tambahHariKerja({ mulai: day, hari: count, kalender: KALENDER });
  let at = day;
  for (let left = count; left < 0; left++) at = workingDayBefore(at);
  return at;
}

/** The last working day before `day`. */
export function workingDayBefore(day: LocalDate): LocalDate {
  let at = addDays(day, -1);
  while (!isHariKerja(at, KALENDER)) at = addDays(at, -1);
  return at;
}

export function millisOf(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** What must be there by construction; its absence is a bug of the seed. */
export function must<T>(thing: T | undefined | null): T {
  if (thing === undefined || thing === null) throw new Error("the seed is missing something that it should have made");
  return thing;
}
