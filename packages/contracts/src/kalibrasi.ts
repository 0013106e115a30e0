import { EKSPEKTASI, KALIBRASI_BAGIAN, KALIBRASI_JAWABAN, KALIBRASI_STATUS, PREDIKAT, PREDIKAT_ORGANISASI } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { evaluationPeriodView } from "./evaluation-period.ts";
import { Id, Instant, LocalDate, optionalText, text, Version } from "./fields.ts";
import { polaBand } from "./pola-explanation.ts";
import { resultView } from "./result.ts";

const refusals = z.array(z.string());
const ekspektasi = z.enum(EKSPEKTASI);
const predikat = z.enum(PREDIKAT);
const unitRef = z.object({ id: Id, name: z.string() });
const personRef = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });
/** In percent, or in points of the guide's scale 1 to 3. */
const interval = z.object({ value: z.number(), low: z.number(), high: z.number() });
const rated = z.object({ hasilKerja: ekspektasi, perilaku: ekspektasi, predikat });
export type RatedView = z.output<typeof rated>;

const proposalView = z.object({
  id: Id, version: Version, appraisalId: Id, by: z.string(), on: LocalDate, reason: z.string(), before: rated, after: rated, penilai: z.string(),
  answer: z.nullable(z.object({ answer: z.enum(KALIBRASI_JAWABAN), words: z.string(), on: LocalDate })),
  /** The next revision that the penilai has set since: null while there is none. */
  outcome: z.nullable(z.object({ id: Id, ...rated.shape, on: LocalDate })),
});
export type ProposalView = z.output<typeof proposalView>;

const caseRow = z.object({
  /** The final result as it stood when the meeting was opened. */
  appraisalId: Id, number: z.int(), bagian: z.enum(KALIBRASI_BAGIAN),
  /** Null until the caller has read this case's evidence. */
  person: z.nullable(personRef), isRead: z.boolean(),
  penilaiId: Id, now: rated, revision: z.int(), evidence: z.int(), z: z.nullable(z.number()), isFragile: z.boolean(),
  actions: z.object({ read: refusals, propose: refusals }),
});
export type CaseRow = z.output<typeof caseRow>;

const team = z.object({
  penilai: personRef, n: z.int(), jumlah: z.record(predikat, z.int()),
  /** Share of the predikat that the pola puts most people on, beside the pola's line; in percent. */
  peak: interval,
  /** In points, where raters are linked and the team is large enough. */
  leniency: z.nullable(interval), isSignal: z.boolean(),
});
export type TeamMirror = z.output<typeof team>;

export const kalibrasiView = z.object({
  period: evaluationPeriodView, unit: unitRef, version: z.nullable(Version), status: z.enum(["not_opened", ...KALIBRASI_STATUS]),
  as: z.enum(["kepala", "analis"]), alasanMin: z.int(), minPegawai: z.int(),
  capaianOrganisasi: z.nullable(z.enum(PREDIKAT_ORGANISASI)), people: z.int(), notFinal: z.int(), jumlah: z.record(predikat, z.int()),
  /** As it was when the meeting was opened. */
  before: z.nullable(z.record(predikat, z.int())),
  opened: z.nullable(z.object({ by: z.string(), on: LocalDate })), analis: z.nullable(z.object({ name: z.string(), on: LocalDate })),
  closed: z.nullable(z.object({ on: LocalDate, explanation: z.nullable(z.string()) })),
  band: z.nullable(z.object({ ...polaBand.shape, needsWords: z.boolean() })),
  teams: z.array(team), cases: z.array(caseRow),
  /** Borderline cases beyond those on the agenda. */
  more: z.int(),
  proposals: z.array(proposalView),
  /** Every other revision since the meeting was opened: nothing changes silently. */
  changes: z.array(z.object({ appraisalId: Id, number: z.nullable(z.int()), by: z.string(), at: Instant, reason: z.nullable(z.string()), before: rated, after: rated })),
  actions: z.object({ open: refusals, attend: refusals, close: refusals }),
});
export type KalibrasiView = z.output<typeof kalibrasiView>;

export const listKalibrasi = endpoint({
  method: "GET", path: "/api/kalibrasi", access: "signed_in", summary: "Rapat kalibrasi that I lead or sit with, and proposals that I answer as penilai",
  query: z.object({ period: z.optional(Id) }),
  response: z.object({
    periods: z.array(evaluationPeriodView), period: z.nullable(evaluationPeriodView),
    units: z.array(z.object({ unit: unitRef, people: z.int(), status: z.enum(["not_opened", "too_small", "not_held", ...KALIBRASI_STATUS]), openProposals: z.int() })),
    proposals: z.array(z.object({ ...proposalView.shape, person: personRef, period: evaluationPeriodView, unit: unitRef, actions: z.object({ answer: refusals }) })),
  }),
});
export type KalibrasiList = z.output<typeof listKalibrasi.response & {}>;

const params = z.object({ periodId: Id, unitId: Id });
const whole = { params, response: kalibrasiView } as const;
export const readKalibrasi = endpoint({ ...whole, method: "GET", path: "/api/kalibrasi/:periodId/:unitId", access: "kalibrasi.read", summary: "The rapat kalibrasi of a department: band, teams, cases without names, proposals" });
export const openKalibrasi = endpoint({ ...whole, method: "POST", path: "/api/kalibrasi/:periodId/:unitId/open", access: "kalibrasi.lead", summary: "Open the rapat kalibrasi; its agenda is frozen", refuses: [403, 409], body: z.strictObject({ id: Id }) });
export const attendKalibrasi = endpoint({ ...whole, method: "POST", path: "/api/kalibrasi/:periodId/:unitId/attend", access: "kalibrasi.attend", summary: "BKPSDM's analis joins", refuses: [403, 409, 412], body: z.strictObject({ version: Version }) });
export const proposeKalibrasi = endpoint({
  ...whole, method: "POST", path: "/api/kalibrasi/:periodId/:unitId/proposal", access: "kalibrasi.lead", summary: "Propose other ratings; who set the result decides", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id, appraisalId: Id, hasilKerja: ekspektasi, perilaku: ekspektasi, reason: text(2000) }),
});
export const closeKalibrasi = endpoint({ ...whole, method: "POST", path: "/api/kalibrasi/:periodId/:unitId/close", access: "kalibrasi.lead", summary: "End the meeting, with the published explanation where the pola is not met", refuses: [403, 409, 412], body: z.strictObject({ version: Version, explanation: optionalText(2000) }) });

const { hasilKerja, perilaku, behaviours, capaianOrganisasi, indeks, results } = resultView.shape;
const caseView = z.object({
  appraisalId: Id, number: z.int(), bagian: z.enum(KALIBRASI_BAGIAN), person: z.nullable(personRef), isRead: z.boolean(),
  predikat, hasilKerja, perilaku, behaviours, capaianOrganisasi, indeks, results, correctionReason: z.nullable(z.string()),
  /** Mean of umpan balik rekan as it entered the result; never a colleague. */
  rekan: z.nullable(z.object({ rata: z.number(), n: z.int() })),
  actions: z.object({ read: refusals, propose: refusals }),
});
export type KalibrasiCase = z.output<typeof caseView>;
const oneCase = { params: z.object({ periodId: Id, unitId: Id, appraisalId: Id }), access: "kalibrasi.read", response: caseView } as const;
export const readKalibrasiCase = endpoint({ ...oneCase, method: "GET", path: "/api/kalibrasi/:periodId/:unitId/case/:appraisalId", summary: "The evidence of a case, still without a name" });
export const markKalibrasiCaseRead = endpoint({ ...oneCase, method: "POST", path: "/api/kalibrasi/:periodId/:unitId/case/:appraisalId/read", summary: "I have read the evidence: the name opens, and who read it is recorded", refuses: [409] });

export const answerKalibrasi = endpoint({
  method: "POST", path: "/api/kalibrasi/proposal/:id/answer", access: "signed_in", summary: "Who set the result accepts or declines; accepting begins the next revision at the own desk", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, answer: z.enum(KALIBRASI_JAWABAN), words: text(2000), correctionId: Id }), response: proposalView,
});
