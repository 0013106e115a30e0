import { ARAH, JENIS_INDIKATOR, PRIORITAS, UMPAN_BALIK_NADA, VERDICT } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { evidenceView } from "./evidence.ts";
import { AskedMonth, Id, Instant, LocalDate, Month, optionalText, text, Version } from "./fields.ts";
import { kewajiban, reportStatus } from "./monthly-report.ts";

const refusals = z.array(z.string());
const verdict = z.enum(VERDICT);
/** Name, post and unit as they are today. */
const person = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });

/** One report that waits. `waitingDays`: working days since it was sent. */
const waiting = z.object({
  reportId: Id, month: Month, version: Version, person,
  submittedAt: Instant, waitingDays: z.int(), isEscalated: z.boolean(), isLate: z.boolean(),
  /** Sent again after a return. */
  isRepaired: z.boolean(),
  rows: z.int(), underTarget: z.int(), flagged: z.int(),
});
export type Waiting = z.output<typeof waiting>;

export const readQueue = endpoint({
  method: "GET", path: "/api/review", access: "signed_in", summary: "Reports of my bawahan that wait for me, longest first, and how the open month stands",
  response: z.object({
    waiting: z.array(waiting),
    /** The month whose reports are being sent now, among my bawahan of today. */
    month: Month,
    counts: z.object({ obliged: z.int(), waiting: z.int(), checked: z.int(), returned: z.int(), notYet: z.int(), closed: z.int(), excused: z.int() }),
    checkUntil: LocalDate,
  }),
});

/** One row to be judged, with what helps to judge it. Figures as reported; `capaian` in percent. */
const reviewRow = z.object({
  id: Id, position: z.int(),
  hasilKerja: z.object({ lineId: Id, position: z.int(), text: z.string(), prioritas: z.enum(PRIORITAS) }),
  indikator: z.object({ text: z.string(), jenis: z.enum(JENIS_INDIKATOR), arah: z.enum(ARAH), satuan: z.nullable(z.string()), targetYear: z.nullable(z.number()), targetMin: z.nullable(z.number()), targetMax: z.nullable(z.number()), targetText: z.nullable(z.string()) }),
  isDue: z.boolean(),
  target: z.nullable(z.number()), realisasi: z.nullable(z.number()), pembilang: z.nullable(z.number()), penyebut: z.nullable(z.number()), uraian: z.nullable(z.string()),
  sentence: z.nullable(z.string()), cause: z.nullable(z.string()), isFlagged: z.boolean(), capaian: z.nullable(z.number()),
  lastMonth: z.nullable(z.object({ realisasi: z.nullable(z.number()), pembilang: z.nullable(z.number()), penyebut: z.nullable(z.number()), uraian: z.nullable(z.string()) })),
  /** Sum of the year's sent months, this one included; null with words and ratios, which do not add up. */
  yearTotal: z.nullable(z.number()),
  evidence: z.array(evidenceView),
  verdict: z.nullable(verdict), verdictNote: z.nullable(z.string()),
  /** What was asked to be repaired before the report came back; null where nothing was. */
  earlierNote: z.nullable(z.string()),
});
export type ReviewRow = z.output<typeof reviewRow>;

const actions = z.object({ verdict: refusals, check: refusals, return: refusals });
export const reviewView = z.object({
  id: Id, month: Month, status: reportStatus, version: Version, person,
  submittedAt: z.nullable(Instant), waitingDays: z.nullable(z.int()), isLate: z.boolean(), capaian: z.nullable(z.number()),
  receiptNumber: z.nullable(z.string()), returnedAt: z.nullable(Instant), checkedAt: z.nullable(Instant),
  kendala: z.nullable(z.string()), bantuan: z.nullable(z.string()),
  rows: z.array(reviewRow),
  /** My last umpan balik to this person, whatever it was about. */
  lastUmpanBalik: z.nullable(z.object({ id: Id, month: Month, nada: z.enum(UMPAN_BALIK_NADA), text: z.string(), givenOn: LocalDate, reply: z.nullable(z.string()) })),
  /** The rows as they are, before anything more is judged; `check` with "Terima sisanya" is free of `verdicts_missing`. */
  actions,
});
export type ReviewView = z.output<typeof reviewView>;

export const readReview = endpoint({
  method: "GET", path: "/api/review/:reportId", access: "monthly-report.read", summary: "A report to be checked: rows with figures, words and evidence", refuses: [403],
  params: z.object({ reportId: Id }), response: reviewView,
});

/** What every write answers: the state, and each row's verdict. */
const reviewState = z.object({ id: Id, month: Month, status: reportStatus, version: Version, rows: z.array(z.object({ id: Id, verdict: z.nullable(verdict), verdictNote: z.nullable(z.string()) })), actions });
export type ReviewState = z.output<typeof reviewState>;

const one = { params: z.object({ reportId: Id }), access: "monthly-report.review", refuses: [403, 409, 412], response: reviewState } as const;
export const giveVerdicts = endpoint({
  ...one, method: "PUT", path: "/api/review/:reportId/verdicts", summary: "Terima, minta perbaikan or bahas di rapat, row by row; the rows left out stay as they are",
  body: z.strictObject({ version: Version, verdicts: z.array(z.strictObject({ rowId: Id, verdict, note: optionalText(1000) })).check(z.minLength(1), z.maxLength(60)) }),
});
export const checkReport = endpoint({
  ...one, method: "POST", path: "/api/review/:reportId/check", summary: "The report is checked; with acceptRest every row without a verdict is accepted",
  body: z.strictObject({ version: Version, acceptRest: z.boolean() }),
});
export const returnReport = endpoint({
  ...one, method: "POST", path: "/api/review/:reportId/return", summary: "Send the report back for the repairs asked for",
  body: z.strictObject({ version: Version }),
});

/** Twelve months of one person, oldest first; a month that was not opened is null. */
const teamMonth = z.nullable(z.object({ kewajiban, status: reportStatus, isLate: z.boolean(), capaian: z.nullable(z.number()), /** null: of a month that is on nobody's record. */ reportId: z.nullable(Id) }));
const teamRow = z.object({
  ...person.shape,
  months: z.array(teamMonth),
  /** Percent points between the last two months with a capaian; null with fewer than two. */
  change: z.nullable(z.number()),
});
export type TeamRow = z.output<typeof teamRow>;
/** `total` and `fallen` (a point or more under the report before) count everybody, `found` those whose name was asked for, `people` are one page of these. */
export const teamView = z.object({
  months: z.array(Month), total: z.int(), fallen: z.int(), largest: z.nullable(z.object({ name: z.string(), change: z.number() })),
  found: z.int(), page: z.int(), people: z.array(teamRow),
});
/** People on one page of a team: all that a cheap phone draws in reasonable time. */
export const TEAM_PAGE = 60;
export type TeamView = z.output<typeof teamView>;

export const readReviewTeam = endpoint({
  method: "GET", path: "/api/review/team", access: "signed_in", summary: "My bawahan with twelve months up to `month`; with cakupan=unit also everyone below the unit that I head; by page",
  query: z.object({
    month: AskedMonth, cakupan: z.optional(z.enum(["langsung", "unit"])),
    /** A part of the name. */
    q: z.optional(text(80, 0)),
    /** By change, the largest fall first, where none is named. */
    urut: z.optional(z.enum(["nama", "-nama", "perubahan", "-perubahan"])),
    /** Of TEAM_PAGE people, brought into range; without it all of them. */
    halaman: z.optional(z.string().check(z.regex(/^[1-9]\d{0,3}$/))),
  }),
  response: teamView,
});
