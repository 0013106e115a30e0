import { PERIODE_KIND, RITME, SKP_STATUS, UMPAN_BALIK_NADA } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, LocalDate, Month } from "./fields.ts";
import { kewajiban, monthMark, reportStatus } from "./monthly-report.ts";

const period = { periodId: Id, year: z.int(), periode: z.enum(PERIODE_KIND), number: z.int() };

/** One thing to do, whatever the hat; in the order in which they press. */
export const task = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("report_returned"), month: Month }),
  z.object({ kind: z.literal("report"), month: Month, filled: z.int(), due: z.int(), buka: LocalDate, batas: LocalDate, isLate: z.boolean() }),
  z.object({ kind: z.literal("skp"), year: z.int(), status: z.nullable(z.enum(SKP_STATUS)) }),
  /** The own results of a year, to be rated unseen by the penilai: only where the standard has the two-blind step. */
  z.object({ kind: z.literal("blind_rating"), ...period }),
  z.object({ kind: z.literal("skp_to_set"), count: z.int() }),
  z.object({ kind: z.literal("review"), count: z.int(), oldestAt: Instant }),
  z.object({ kind: z.literal("umpan_balik_asked"), count: z.int() }),
  z.object({ kind: z.literal("peer_forms"), count: z.int(), until: LocalDate }),
  z.object({ kind: z.literal("umpan_balik_received"), count: z.int() }),
  z.object({
    kind: z.literal("keberatan"), as: z.enum(["owner", "penilai", "atasan"]), count: z.int(),
    /** Of the one with the fewest working days left: to explain for the penilai, to decide for the others. `sisa` negative: so many late. */
    clock: z.object({ ke: z.int(), hari: z.int(), sisa: z.int(), sampai: LocalDate }),
  }),
  z.object({ kind: z.literal("development_waiting"), as: z.enum(["owner", "penilai"]), count: z.int() }),
  z.object({ kind: z.literal("development_look"), as: z.enum(["owner", "penilai"]), count: z.int() }),
  /** A step in a konseling: one's own, to come; to hold and sign; to say what follows; to set for a bawahan; reports on which nobody has set any. `on`: the first day of those to come. */
  z.object({ kind: z.literal("konseling"), as: z.enum(["pegawai", "konselor", "penentu", "penilai", "kepegawaian"]), count: z.int(), on: z.nullable(LocalDate) }),
  /** "Atasan saya salah" of the people whom the actor keeps: of an OPD as its admin, of the city at BKPSDM. */
  z.object({ kind: z.literal("penilai_correction"), count: z.int() }),
  z.object({ kind: z.literal("capaian_organisasi"), ...period, count: z.int() }),
  /** The predikat of a perangkat daerah that the actor leads are at odds with its capaian: published words are owed. */
  z.object({ kind: z.literal("pola_explanation"), ...period, unit: z.object({ id: Id, name: z.string() }) }),
  z.object({ kind: z.literal("rate"), ...period, count: z.int(), until: LocalDate }),
]);
export type Task = z.output<typeof task>;

export const homeNotification = z.object({ id: Id, kind: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])), day: LocalDate });
export type HomeNotification = z.output<typeof homeNotification>;

export const homeView = z.object({
  tasks: z.array(task),
  /** The month whose report is next, also when nothing is to be done on it now; null where there is none. */
  report: z.nullable(z.object({ month: Month, kewajiban, status: reportStatus, filled: z.int(), due: z.int(), buka: LocalDate, batas: LocalDate })),
  /** How often the person's rumpun jabatan documents its work: whether the page asks for a note. */
  ritme: z.enum(RITME),
  strip: z.array(monthMark),
  lastUmpanBalik: z.nullable(z.object({ id: Id, from: z.string(), day: LocalDate, nada: z.enum(UMPAN_BALIK_NADA), text: z.string(), isAnswered: z.boolean() })),
  notifications: z.array(homeNotification),
});
export type HomeView = z.output<typeof homeView>;

export const readHome = endpoint({ method: "GET", path: "/api/home", access: "signed_in", summary: "What there is to do, for all hats in one list", response: homeView });
export const readNotification = endpoint({ method: "POST", path: "/api/notification/:id/read", access: "signed_in", summary: "Mark a message as read", params: z.object({ id: Id }) });
