import { ALASAN_DAMPAK, development, EKSPEKTASI, PERILAKU, PUTUSAN_DAMPAK, SHOWN_GROUP, UKUR_DAMPAK } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, Month, optionalText, text, Version } from "./fields.ts";

const refusals = z.array(z.string());
const perilaku = z.nullable(z.enum(PERILAKU));
const someone = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });
const source = z.enum(development.SUMBER_TEMUAN);
const bentuk = z.enum(development.BENTUK_PEMBINAAN);
const seen = z.enum(["membaik", "tetap", "menurun"]);
const look = z.object({ look: z.int(), seen, note: z.string(), hindrance: z.nullable(z.string()), by: z.string(), on: LocalDate });

const namedText = z.object({ id: Id, text: z.string() });
/** Capaian by month around the help; null before it is done or without enough months. */
const curve = z.object({
  /** Of the indicator that the plan aims at, of its result where it names none, or of the whole report. */
  of: z.enum(["indikator", "hasil_kerja", "capaian"]),
  /** `colleagues`: mean of those who held the same indicator (for `capaian`: of the same job family and kind of unit), stood as high before and had no such help; null for fewer than five. */
  months: z.array(z.object({ month: Month, capaian: z.nullable(z.number()), colleagues: z.nullable(z.number()) })),
  /** Means of three months before and of the three after; `expected`: what the later one would be without any effect, null where under thirty people tell. */
  before: z.number(), after: z.nullable(z.number()), expected: z.nullable(z.number()), similar: z.int(), doneMonth: Month,
});
/** The perilaku that a plan aims at, before and after the help: the penilai's opened ratings, and released results of colleagues. For its two people alone. */
const figure = z.object({ from: z.number(), to: z.number() });
const behaviour = z.object({
  ratings: z.array(z.object({ from: Month, until: Month, rating: z.enum(EKSPEKTASI), isAfter: z.boolean() })),
  peers: z.array(z.object({ year: z.int(), semester: z.int(), groups: z.array(z.object({ group: z.enum(SHOWN_GROUP), mean: figure })), isAfter: z.boolean() })),
});

const format = z.enum(["B.1.6", "B.1.7", ...development.FORMULIR]);
const planView = z.object({
  id: Id, version: Version, status: z.enum(development.RENCANA_STATUS), source, finding: z.string(), perilaku, line: z.nullable(namedText),
  /** The one indicator of that result that it aims at; null where none was named. */
  indikator: z.nullable(namedText), bentuk, goal: z.string(), measure: z.string(), dueOn: LocalDate, isOverdue: z.boolean(), proposedBy: z.string(), proposedOn: LocalDate, doneOn: z.nullable(LocalDate), note: z.nullable(z.string()),
  /** null of konseling, which is between two people and has a page of its own. */
  entries: z.nullable(z.array(z.object({ id: Id, day: LocalDate, fact: z.string(), option: z.nullable(z.string()), step: z.string(), by: z.string(), cause: z.nullable(z.string()), place: z.nullable(z.string()), stepDue: z.nullable(LocalDate), changesTarget: z.boolean() }))),
  /** Formats B.1.6 to B.1.10 of this plan that the reader may read or fill: since when it is filled, and why it cannot be filled now. */
  forms: z.array(z.object({ format, on: z.nullable(LocalDate), /** A B.1.10 that the office of personnel took in, for who wrote it and whom it is about. */ receivedOn: z.nullable(LocalDate), refusals, isReadable: z.boolean() })),
  looks: z.array(look), looksDue: z.array(z.int()),
  training: z.nullable(z.object({ sessionId: Id, name: z.string(), firstDay: LocalDate, status: z.enum(development.PESERTA_STATUS), hasAttended: z.nullable(z.boolean()) })),
  curve: z.nullable(curve), behaviour: z.nullable(behaviour),
  actions: z.object({ agree: refusals, decline: refusals, cancel: refusals, record: refusals, finish: refusals }),
});
export type PlanView = z.output<typeof planView>;
const finding = z.object({ source, text: z.string(), perilaku, line: z.nullable(namedText), on: z.nullable(LocalDate) });

export const readDevelopment = endpoint({
  method: "GET", path: "/api/development/people/:personId", access: "development.read", summary: "What was found, what was agreed, and what came of it",
  params: z.object({ personId: Id }),
  response: z.object({ person: someone, isOwn: z.boolean(), mayWrite: z.boolean(), penilai: z.nullable(z.string()), findings: z.array(finding), lines: z.array(z.object({ id: Id, text: z.string(), indikator: z.array(namedText) })), plans: z.array(planView) }),
});
export const proposePlan = endpoint({
  method: "POST", path: "/api/development/people/:personId/plans", access: "development.write", summary: "Put forward a piece of help; the other side agrees or says why not", refuses: [403, 409],
  params: z.object({ personId: Id }),
  body: z.strictObject({ id: Id, source, finding: text(500, 5), perilaku, lineId: z.nullable(Id), /** An indicator of that result by its line: what the plan is measured on. */ indikatorId: z.optional(z.nullable(Id)), bentuk, goal: text(500, 5), measure: text(300, 5), dueOn: LocalDate }), response: planView,
});
export const actOnPlan = endpoint({
  method: "POST", path: "/api/development/plans/:id/action", access: "development.write", summary: "Agree, decline, give up or finish", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, action: z.enum(["agree", "decline", "cancel", "finish"]), note: optionalText(500) }), response: planView,
});
export const writeEntry = endpoint({
  method: "POST", path: "/api/development/plans/:id/entries", access: "development.write", summary: "An entry of the journal of coaching, mentoring or konseling", refuses: [403, 409],
  params: z.object({ id: Id }), body: z.strictObject({ id: Id, day: LocalDate, fact: text(1000, 5), option: optionalText(1000), step: text(1000, 5), /** Of coaching: the cause, and whether the target of the SKP is to be changed. Of mentoring: where, and until when the step is taken. */ cause: z.optional(optionalText(1000)), changesTarget: z.optional(z.boolean()), place: z.optional(optionalText(150)), stepDue: z.optional(z.nullable(LocalDate)) }), response: planView,
});
const reasonText = text(500, 3);
const nilai = z.int().check(z.minimum(1), z.maximum(5));
const scored = z.strictObject({ nilai, alasan: reasonText });
/** What a form says, as it is kept and printed. */
export const formBody = z.discriminatedUnion("format", [
  z.strictObject({ format: z.literal("B.1.8"), jawaban: z.array(z.enum(development.JAWABAN_BIMBINGAN)).check(z.length(9)), catatan: optionalText(1000) }),
  z.strictObject({ format: z.literal("B.1.9"), nilai: z.array(scored).check(z.length(9)), teknis: z.array(z.strictObject({ nama: text(150, 3), nilai, alasan: reasonText })).check(z.maxLength(10)), rekomendasi: text(1000, 5) }),
  z.strictObject({ format: z.literal("B.1.10"), ekspektasi: optionalText(1000), masalah: text(2000, 10), serupa: z.boolean(), upaya: text(2000, 10) }),
]);
export type FormBody = z.output<typeof formBody>;
export const writePlanForm = endpoint({
  method: "POST", path: "/api/development/plans/:id/forms", access: "development.write", summary: "Fill Format B.1.8, B.1.9 or B.1.10 of a plan, once", refuses: [403, 409],
  params: z.object({ id: Id }), body: formBody, response: planView,
});
export const readPlanForm = endpoint({
  method: "GET", path: "/api/development/plans/:id/forms/:format/pdf", access: "development.read", summary: "Format B.1.6 to B.1.10 of a plan as tagged PDF, with the mark of its check", refuses: [409],
  params: z.object({ id: Id, format }), response: { binary: "application/pdf" },
});
const report = z.object({ planId: Id, person: someone, penilai: z.string(), on: LocalDate, received: z.nullable(z.object({ on: LocalDate, by: z.string() })), status: z.enum(development.RENCANA_STATUS), /** Who hears the person and when, once that is set. */ konseling: z.nullable(z.object({ konselor: z.string(), scheduledOn: LocalDate, isSigned: z.boolean() })) });
export const listReports = endpoint({ method: "GET", path: "/api/development/reports", access: "development-report.receive", summary: "Reports on problems of behaviour (B.1.10), those that wait first; at most 300", response: z.object({ reports: z.array(report) }) });
export const receiveReport = endpoint({ method: "PUT", path: "/api/development/reports/:id/receipt", access: "development-report.receive", summary: "Take a report in; its penilai sees the day. The first day stays", params: z.object({ id: Id }), response: report });
export const readReport = endpoint({ method: "GET", path: "/api/development/reports/:id/pdf", access: "development-report.receive", summary: "A report (B.1.10) as tagged PDF, noted in the log of who read it", params: z.object({ id: Id }), response: { binary: "application/pdf" } });
export const lookBack = endpoint({
  method: "PUT", path: "/api/development/plans/:id/looks/:look", access: "development.write", summary: "Three or six months later: what is seen, and what stands in the way", refuses: [403, 409],
  params: z.object({ id: Id, look: z.enum(["3", "6"]) }), body: z.strictObject({ seen, note: text(500, 5), hindrance: optionalText(500) }), response: planView,
});
export const listTeamPlans = endpoint({
  method: "GET", path: "/api/development/team", access: "signed_in", summary: "Those whom I rate: plans that wait for me, that are running, and looks that are due",
  response: z.object({ people: z.array(z.object({ person: someone, waiting: z.int(), running: z.int(), due: z.int(), done: z.int() })) }),
});

const session = z.object({ id: Id, firstDay: LocalDate, lastDay: LocalDate, place: z.string(), places: z.int(), taken: z.int(), hasEnded: z.boolean() });
const trainingView = z.object({ id: Id, name: z.string(), bentuk, provider: z.string(), perilaku, about: z.string(), hours: z.int(), costPerPerson: z.int(), sessions: z.array(session) });
export const listTrainings = endpoint({ method: "GET", path: "/api/training", access: "signed_in", summary: "The catalogue with its sessions", response: z.object({ trainings: z.array(trainingView) }) });
export const makeTraining = endpoint({
  method: "POST", path: "/api/training", access: "training.manage", summary: "Add a training to the catalogue", refuses: [403, 409],
  body: z.strictObject({ id: Id, name: text(150, 5), bentuk: z.enum(development.BENTUK_PELATIHAN), provider: text(150, 3), perilaku, about: text(500, 10), hours: z.int().check(z.minimum(1), z.maximum(2000)), costPerPerson: z.int().check(z.minimum(0), z.maximum(1_000_000_000)) }), response: trainingView,
});
export const makeSession = endpoint({
  method: "POST", path: "/api/training/:id/sessions", access: "training.manage", summary: "Plan a session", refuses: [403],
  params: z.object({ id: Id }), body: z.strictObject({ id: Id, firstDay: LocalDate, lastDay: LocalDate, place: text(150, 3), places: z.int().check(z.minimum(1), z.maximum(1000)) }), response: trainingView,
});
const placeView = z.object({ id: Id, version: Version, person: someone, status: z.enum(development.PESERTA_STATUS), nominatedBy: z.string(), nominatedOn: LocalDate, fromPlan: z.boolean(), hasAttended: z.nullable(z.boolean()), certificate: z.nullable(z.string()), actions: z.object({ accept: refusals, refuse: refusals, attend: refusals }) });
const sessionView = z.object({ training: z.object({ id: Id, name: z.string() }), session, places: z.array(placeView) });
export const readSessionPlaces = endpoint({ method: "GET", path: "/api/training/sessions/:id", access: "training.manage", summary: "Who was put forward for a session, who has a place, who came", params: z.object({ id: Id }), response: sessionView });
export const nominate = endpoint({
  method: "POST", path: "/api/training/sessions/:id/places", access: "training.nominate", summary: "Put somebody forward for a session", refuses: [403, 409],
  params: z.object({ id: Id }), body: z.strictObject({ id: Id, personId: Id, planId: z.nullable(Id) }), response: z.object({ id: Id, status: z.enum(development.PESERTA_STATUS) }),
});
export const actOnPlace = endpoint({
  method: "POST", path: "/api/training/places/:id/action", access: "training.manage", summary: "Give the place or not; afterwards say who came, with the certificate", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, action: z.enum(["accept", "refuse", "attend", "absent"]), certificate: optionalText(120) }), response: sessionView,
});

const effect = z.object({
  /** `indikator`, `capaian`: points of capaian. `perilaku`: steps of the penilai's rating (1 to 3). `rekan`: levels of colleagues' released results (1 to 4). */
  measure: z.enum(UKUR_DAMPAK), months: z.union([z.literal(3), z.literal(6)]), trained: z.int(), matched: z.int(), pool: z.int(), effect: z.nullable(z.number()), ci95: z.nullable(z.tuple([z.number(), z.number()])), p: z.nullable(z.number()), pTogether: z.nullable(z.number()), g: z.nullable(z.number()),
  verdict: z.enum(PUTUSAN_DAMPAK), reasons: z.array(z.enum(ALASAN_DAMPAK)), decision: decisionView,
});
const effectRow = z.object({ training: z.object({ id: Id, name: z.string(), perilaku, costPerPerson: z.int() }), attended: z.int(), cost: z.int(), /** Indicators that at least five of their plans aim at, by their words. */ indikator: z.array(z.string()), effects: z.array(effect), hindrances: z.array(z.string()) });
export type EffectRow = z.output<typeof effectRow>;
export const listEffects = endpoint({ method: "GET", path: "/api/training/effects", access: "training-effect.read", summary: "What each training is seen to do, against matched colleagues; never about a single person", response: z.object({ rows: z.array(effectRow), budget: z.object({ year: z.int(), spent: z.int(), planned: z.int() }) }) });
export const listNeeds = endpoint({
  method: "GET", path: "/api/training/needs", access: "training-effect.read", summary: "Needs by department: agreed plans by form and by behaviour, small groups hidden",
  response: z.object({ rows: z.array(z.object({ unit: z.object({ id: Id, name: z.string() }), people: z.nullable(z.int()), byForm: z.record(bentuk, z.nullable(z.int())) })), byPerilaku: z.record(z.string(), z.nullable(z.int())) }),
});
export const readTrainingStory = endpoint({ method: "GET", path: "/api/training/story/pdf", access: "training-effect.read", summary: "The city's training story on one page: needs by department, trainings by effect with interval, budget", response: { binary: "application/pdf" } });
