import { HARI_KHUSUS, PERIODE_KIND, TENGGAT_BULANAN } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, Month, text, Year, YearText } from "./fields.ts";
import { clockView } from "./keberatan.ts";

const refusals = z.array(z.string());
/** `kind` null: an ordinary day again. */
const change = z.object({ day: LocalDate, kind: z.nullable(z.enum(HARI_KHUSUS)), name: text(120, 0), basis: text(200, 0), /** Why a day that has passed is corrected only now. */ alasan: z.optional(z.nullable(text(500, 0))) });
const changes = z.array(change).check(z.minLength(1), z.maxLength(400));
export type DayChange = z.output<typeof change>;
const wrong = z.object({ line: z.int(), kolom: z.string(), masalah: z.string() });

export const readCalendar = endpoint({
  method: "GET", path: "/api/calendar", access: "signed_in", summary: "The city's holidays and replacement days of a year, with the working days of each month",
  query: z.object({ year: z.optional(YearText) }),
  response: z.object({
    year: Year, days: z.array(z.object({ day: LocalDate, kind: z.enum(HARI_KHUSUS), name: z.string(), basis: z.string(), isPast: z.boolean() })),
    /** Days corrected after they had passed, the newest first: clocks that had run out by `on` stay as they were decided. */
    corrections: z.array(z.object({ id: Id, day: LocalDate, kind: z.nullable(z.enum(HARI_KHUSUS)), name: z.string(), basis: z.string(), reason: z.string(), on: LocalDate, by: z.string() })),
    /** Twelve figures. */ workingDays: z.array(z.int()), actions: z.object({ change: refusals }),
  }),
});
/** A deadline that moves: of a month's report, or the last day of rating a period. */
const move = z.object({
  what: z.enum([...TENGGAT_BULANAN, "rating"]), month: z.nullable(Month), period: z.nullable(z.object({ year: z.int(), kind: z.enum(PERIODE_KIND), number: z.int() })), from: LocalDate, to: LocalDate,
});
export const previewCalendar = endpoint({
  method: "POST", path: "/api/calendar/preview", access: "calendar.manage", summary: "Which deadlines a change would move; nothing is written", body: z.strictObject({ changes }),
  response: z.object({ wrong: z.array(wrong), moves: z.array(move),
    /** Legal clocks that run for `n` people since `mulai` and would move; one that has run out never does. */
    clocks: z.array(z.object({ peristiwa: z.enum(["penyampaian", "pengembalian", "keberatan", "keputusan"]), mulai: LocalDate, n: z.int(), from: LocalDate, to: LocalDate })),
    /** Meetings planned on a day that would be off. */ meetings: z.int() }),
});
export const readCalendarFile = endpoint({
  method: "POST", path: "/api/calendar/file", access: "calendar.manage", summary: "Read a CSV of days: tanggal, jenis, nama, dasar; nothing is written",
  body: z.strictObject({ csv: z.pipe(z.pipe(z.string().check(z.maxLength(100_000)), z.transform((file) => file.replaceAll("\r\n", "\n"))), text(100_000)) }),
  response: z.object({ read: z.int(), changes: z.array(change), wrong: z.array(wrong) }),
});
export const changeCalendar = endpoint({
  method: "PUT", path: "/api/calendar", access: "calendar.manage", summary: "Write the change, as a whole; deadlines follow it everywhere", refuses: [403, 409], body: z.strictObject({ changes }),
  response: z.object({ changed: z.int() }),
});

export const readDeadlines = endpoint({
  method: "GET", path: "/api/deadline", access: "signed_in", summary: "The deadlines of a month, each counted aloud by the city's calendar",
  query: z.object({ month: Month, unit: z.optional(Id) }),
  response: z.object({ month: Month, extraDays: z.int(), extraReason: z.nullable(z.string()), clocks: z.record(z.enum(TENGGAT_BULANAN), clockView) }),
});
