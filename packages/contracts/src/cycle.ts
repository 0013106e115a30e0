import { KEWAJIBAN, MONTHLY_REPORT_STATUS, PERIODE_KIND } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, Month, optionalText, text, Version, Year, YearText } from "./fields.ts";

const refusals = z.array(z.string());
export const EXTENSION_CAUSE = ["listrik", "jaringan", "bencana", "lain"] as const;
export const REOPENING_STATUS = ["proposed", "confirmed", "declined"] as const;

const counts = z.object({ people: z.int(), obliged: z.int(), sent: z.int(), checked: z.int(), missing: z.int() });
const window = { buka: LocalDate, batas: LocalDate, periksaSampai: LocalDate, rapatMulai: LocalDate, rapatSampai: LocalDate, tutup: LocalDate };
const month = z.object({ month: Month, ...window, standard: z.string(), counts: z.nullable(counts), state: z.enum(["belum", "berjalan", "ditutup"]) });
const period = z.object({ id: z.nullable(Id), kind: z.enum(PERIODE_KIND), number: z.int(), firstMonth: Month, lastMonth: Month, ratingFrom: LocalDate, ratingUntil: LocalDate, isClosed: z.boolean(), standard: z.string() });

export const readCycle = endpoint({
  method: "GET", path: "/api/cycle", access: "cycle.read", summary: "A year: its evaluation periods and the windows of its months, as they are or as they would be",
  query: z.object({ year: z.optional(YearText) }),
  response: z.object({ year: Year, isOpen: z.boolean(), months: z.array(month), periods: z.array(period), actions: z.object({ open: refusals, manage: z.boolean(), reopen: z.boolean() }) }),
});
export const openCycle = endpoint({ method: "POST", path: "/api/cycle", access: "cycle.manage", summary: "Open a year: its evaluation periods, the annual one too, are made by the standard and the calendar", refuses: [403, 409], body: z.strictObject({ year: Year }), response: z.object({ made: z.int() }) });

const unit = z.object({ id: Id, name: z.string(), ...counts.shape });
const extension = z.object({ id: Id, unit: z.string(), extraDays: z.int(), cause: z.nullable(z.enum(EXTENSION_CAUSE)), reason: z.string(), grantedBy: z.nullable(z.string()), grantedOn: z.nullable(LocalDate) });
const reopening = z.object({
  id: Id, unit: z.string(), reason: z.string(), status: z.enum(REOPENING_STATUS), madeBy: z.string(), madeOn: LocalDate, decidedBy: z.nullable(z.string()), decidedOn: z.nullable(LocalDate), note: z.nullable(z.string()), version: Version,
  /** Reports that were opened, or would be. */ reports: z.int(), actions: z.object({ decide: refusals }),
});
export const readCycleMonth = endpoint({
  method: "GET", path: "/api/cycle/month/:month", access: "cycle.read", summary: "Who has reported a month and who is missing, by department; extensions and reopenings",
  params: z.object({ month: Month }),
  response: z.object({ month: Month, ...window, state: z.enum(["belum", "berjalan", "ditutup"]), units: z.array(unit), extensions: z.array(extension), reopenings: z.array(reopening) }),
});
export const listMissing = endpoint({
  method: "GET", path: "/api/cycle/month/:month/missing", access: "cycle.read", summary: "Those of a department whose report of the month has not come", params: z.object({ month: Month }), query: z.object({ unit: Id }),
  response: z.object({ people: z.array(z.object({ id: Id, name: z.string(), unit: z.string(), status: z.enum(MONTHLY_REPORT_STATUS), kewajiban: z.enum(KEWAJIBAN), penilai: z.nullable(z.string()) })) }),
});
export const grantExtension = endpoint({
  method: "POST", path: "/api/cycle/extension", access: "cycle.manage", summary: "More working days for a unit and those below it after an outage; everybody concerned is told", refuses: [403, 409],
  body: z.strictObject({ id: Id, month: Month, unitId: Id, extraDays: z.int().check(z.minimum(1), z.maximum(10)), cause: z.enum(EXTENSION_CAUSE), reason: text(300, 10) }), response: z.object({ told: z.int() }),
});
export const proposeReopening = endpoint({
  method: "POST", path: "/api/cycle/reopening", access: "cycle.manage", summary: "Ask that a closed month of a unit be opened again", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id, month: Month, unitId: Id, reason: text(500, 20) }), response: z.object({ id: Id, reports: z.int() }),
});
export const decideReopening = endpoint({
  method: "POST", path: "/api/cycle/reopening/:id/decision", access: "cycle.reopen", summary: "The second person's word: open the reports again, their state kept as a revision; or not, with the reason", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, confirm: z.boolean(), note: optionalText(500) }), response: z.object({ id: Id, status: z.enum(REOPENING_STATUS), reports: z.int() }),
});
