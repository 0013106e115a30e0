import { ALIH_ATASAN, ASPECT, EKSPEKTASI, KEBERATAN_STATUS, PENGEMBALIAN_ANSWER, PREDIKAT, PRIORITAS, PUTUSAN, UMPAN_BALIK_NADA } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { evaluationPeriodView } from "./evaluation-period.ts";
import { Id, LocalDate, Month, optionalText, text, Version } from "./fields.ts";

const refusals = z.array(z.string());
const ekspektasi = z.enum(EKSPEKTASI);
const aspect = z.enum(ASPECT);
const words = text(4000);

/** A deadline counted aloud in working days of the city's calendar: `ke` have gone by, `sisa` are left (negative: so many late). */
export const clockView = z.object({
  mulai: LocalDate, sampai: LocalDate, hari: z.int(), ke: z.int(), sisa: z.int(),
  /** Days off that would have been working days, and replacement days that count, between the two. */
  libur: z.array(LocalDate), pengganti: z.array(LocalDate),
  ground: decisionView,
});
export type ClockView = z.output<typeof clockView>;

/** What a claim may point at: evidence of the period's reports, or umpan balik that the pegawai received. */
const basisView = z.union([
  z.object({ kind: z.literal("evidence"), id: Id, title: z.string(), month: Month, url: z.nullable(z.string()), registerNumber: z.nullable(z.string()), hasFile: z.boolean() }),
  z.object({ kind: z.literal("umpan_balik"), id: Id, from: z.string(), nada: z.enum(UMPAN_BALIK_NADA), text: z.string(), givenOn: LocalDate }),
]);
export type KeberatanBasis = z.output<typeof basisView>;

/** Rows of the receipt: each rated result and behaviour, and the two ratings themselves (`target` null). */
const rowView = z.object({ aspect, target: z.nullable(z.string()), text: z.nullable(z.string()), prioritas: z.nullable(z.enum(PRIORITAS)), rating: ekspektasi });
export type KeberatanRow = z.output<typeof rowView>;

const person = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()) });
const resultRef = z.object({ id: Id, period: evaluationPeriodView, revision: z.int(), predikat: z.enum(PREDIKAT), hasilKerja: ekspektasi, perilaku: ekspektasi });

export const readKeberatanMaterial = endpoint({
  method: "GET", path: "/api/result/:id/keberatan-material", access: "keberatan.file", summary: "What a keberatan on this result of mine can be about and point at", refuses: [403],
  params: z.object({ id: Id }),
  response: z.object({
    result: resultRef, penilai: person, atasan: z.nullable(person), clock: z.nullable(clockView), alasanMin: z.int(),
    rows: z.array(rowView), basis: z.array(basisView),
    /** The keberatan that was filed already, and why none can be filed now. */
    filed: z.nullable(Id), actions: z.object({ file: refusals }),
  }),
});
export type KeberatanMaterial = z.output<typeof readKeberatanMaterial.response & {}>;

const basisRef = z.strictObject({ kind: z.enum(["evidence", "umpan_balik"]), id: Id });
const claim = z.strictObject({ aspect, target: z.nullable(z.string().check(z.maxLength(100))), alasan: text(2000), basis: z.array(basisRef).check(z.maxLength(10)) });

const claimView = z.object({ ...rowView.shape, alasan: z.string(), basis: z.array(basisView) });
/** A colleague's result of the same period, without name, unit or penilai. `rows` counts results and behaviours by rating. */
const caseView = z.object({
  predikat: z.enum(PREDIKAT), hasilKerja: ekspektasi, perilaku: ekspektasi, indeks: z.nullable(z.number()),
  rows: z.object({ di_atas: z.int(), sesuai: z.int(), di_bawah: z.int() }),
});

/** Who of the two was at a hearing, and what they did with its minutes: null as long as they have not answered. */
const heardParty = z.object({
  party: z.enum(["owner", "penilai"]), name: z.string(), isPresent: z.boolean(),
  answer: z.nullable(z.object({ answer: z.enum(PENGEMBALIAN_ANSWER), note: z.nullable(z.string()), on: LocalDate })),
});
/** Minutes of one hearing, signed in the app by the atasan who wrote them. `hash`: SHA-256 of what was signed. */
const hearingView = z.object({
  id: Id, on: LocalDate, place: z.string(), others: z.nullable(z.string()), said: z.string(), by: z.string(), writtenOn: LocalDate, hash: z.string(),
  parties: z.array(heardParty), actions: z.object({ answer: refusals }),
});
export type HearingView = z.output<typeof hearingView>;

export const keberatanView = z.object({
  id: Id, version: Version, status: z.enum(KEBERATAN_STATUS),
  /** How it concerns the caller. */
  as: z.enum(["owner", "penilai", "atasan", "reader"]),
  result: resultRef, pegawai: z.object({ ...person.shape, unit: z.string() }), penilai: person, atasan: person,
  receivedOn: LocalDate, filedOn: LocalDate,
  claims: z.array(claimView),
  explanation: z.nullable(z.object({ text: z.string(), on: LocalDate })),
  /** Until then the atasan waits for the explanation. */
  explainUntil: LocalDate,
  keputusan: z.nullable(z.object({
    putusan: z.enum(PUTUSAN), alasan: z.string(), rekomendasi: z.nullable(z.string()), on: LocalDate, isLate: z.boolean(),
    /** The new version of the result, where it was changed. */
    outcome: z.nullable(z.object({ id: Id, predikat: z.enum(PREDIKAT), hasilKerja: ekspektasi, perilaku: ekspektasi })),
  })),
  /** What was said when the atasan heard the two (Lampiran BAB V.B.4), first hearing first. */
  hearings: z.array(hearingView),
  /** The seven working days of the decision; the same for everybody who reads it. */
  clock: clockView,
  rows: z.array(rowView),
  /** For the atasan alone: three colleagues of the same job family and level elsewhere in the city; `cases` null where there are too few others. */
  comparable: z.nullable(z.object({ cases: z.nullable(z.array(caseView)), least: z.int() })),
  alasanMin: z.int(),
  /** Handed to the next above by BKPSDM, with the ground: both sides read it. */
  reassigned: z.array(z.object({ from: z.string(), to: z.string(), ground: z.enum(ALIH_ATASAN), basis: z.string(), on: LocalDate })),
  /** For the pegawai while more may be laid to the claims: what is not there yet. */
  moreBasis: z.nullable(z.array(basisView)),
  /** Files that either side laid before the atasan for this keberatan. */
  laid: z.array(z.object({ id: Id, title: z.string(), url: z.nullable(z.string()), registerNumber: z.nullable(z.string()), hasFile: z.boolean(), by: z.enum(["owner", "penilai"]), on: LocalDate })),
  actions: z.object({ explain: refusals, decide: refusals, addEvidence: refusals, layEvidence: refusals, recordHearing: refusals }),
});
export type KeberatanView = z.output<typeof keberatanView>;

export const fileKeberatan = endpoint({
  method: "POST", path: "/api/keberatan", access: "keberatan.file", summary: "File a keberatan on a result of mine, within fourteen working days of its receipt", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id, resultId: Id, claims: z.array(claim).check(z.maxLength(30)) }),
  response: keberatanView,
});

export const listKeberatan = endpoint({
  method: "GET", path: "/api/keberatan", access: "signed_in", summary: "Keberatan that I filed, explain or decide; those that wait first",
  query: z.object({ resultId: z.optional(Id) }),
  response: z.object({ items: z.array(z.object({
    id: Id, resultId: Id, as: z.enum(["owner", "penilai", "atasan"]), status: z.enum(KEBERATAN_STATUS), pegawai: z.string(), period: evaluationPeriodView, filedOn: LocalDate, putusan: z.nullable(z.enum(PUTUSAN)), outcomeId: z.nullable(Id), clock: clockView,
  })) }),
});

const one = { params: z.object({ id: Id }), access: "keberatan.read", response: keberatanView } as const;
export const readKeberatan = endpoint({ ...one, method: "GET", path: "/api/keberatan/:id", summary: "A keberatan with both sides, its evidence and its clock" });
export const addKeberatanEvidence = endpoint({
  ...one, method: "POST", path: "/api/keberatan/:id/evidence", summary: "More evidence for a claim of mine, until the penilai has explained", refuses: [403, 409, 412],
  body: z.strictObject({ version: Version, aspect, target: z.nullable(z.string().check(z.maxLength(100))), basis: z.array(basisRef).check(z.maxLength(10)) }),
});
export const explainKeberatan = endpoint({
  ...one, method: "POST", path: "/api/keberatan/:id/explain", summary: "The penilai's explanation, once", refuses: [403, 409, 412],
  body: z.strictObject({ version: Version, text: words }),
});

export const recordKeberatanHearing = endpoint({
  ...one, method: "POST", path: "/api/keberatan/:id/hearing", summary: "Minutes of a hearing, signed by the atasan who held it; both sides read them", refuses: [403, 409, 412],
  body: z.strictObject({ version: Version, hearingId: Id, on: LocalDate, place: text(200), isOwnerPresent: z.boolean(), isPenilaiPresent: z.boolean(), others: optionalText(500), said: text(8000) }),
});
export const answerKeberatanHearing = endpoint({
  ...one, method: "POST", path: "/api/keberatan/:id/hearing/:hearingId/answer", summary: "Sign the minutes of a hearing that I was at, or refuse to", refuses: [403, 409],
  params: z.object({ id: Id, hearingId: Id }),
  body: z.strictObject({ answer: z.enum(PENGEMBALIAN_ANSWER), note: optionalText(1000) }),
});

/** Format D.1.3 of Lampiran BAB V.B.7; before the decision there is none (409). */
export const printKeberatan = endpoint({
  method: "GET", path: "/api/keberatan/:id/document", access: "keberatan.read", summary: "Dokumen evaluasi kinerja pegawai with keberatan, explanation and decision (Format D.1.3), as PDF", refuses: [409],
  params: z.object({ id: Id }), response: { binary: "application/pdf" },
});

const isPlainConfirmation = (body: { putusan: string; hasilKerja: unknown; perilakuKerja: unknown; rows: readonly unknown[] }): boolean =>
  body.putusan === "mengubah" || (body.hasilKerja === null && body.perilakuKerja === null && body.rows.length === 0);
export const decideKeberatan = endpoint({
  ...one, method: "POST", path: "/api/keberatan/:id/decide", summary: "The atasan's decision: confirm, or change the result as its next version", refuses: [403, 409, 412],
  body: z.strictObject({
    version: Version, putusan: z.enum(PUTUSAN), alasan: words, rekomendasi: optionalText(2000),
    /** Id of the next version of the result; null ratings stay as they are, as do rows that are not named. */
    outcomeId: Id, hasilKerja: z.nullable(ekspektasi), perilakuKerja: z.nullable(ekspektasi),
    rows: z.array(z.strictObject({ aspect, target: z.string().check(z.maxLength(100)), rating: ekspektasi })).check(z.maxLength(100)),
  }).check(z.refine(isPlainConfirmation, { error: "ratings_with_a_confirmation" })),
});

export const recordHandover = endpoint({
  method: "POST", path: "/api/result/:id/handover", access: "appraisal.read", summary: "Record that the result was handed over on paper: the pegawai has received it, signed or not", refuses: [403, 409],
  params: z.object({ id: Id }),
  body: z.strictObject({ on: LocalDate, isSigned: z.boolean(), note: optionalText(500) }),
});

/** Names of the three are null for who may not read keberatan. */
const openKeberatan = z.object({
  id: Id, version: Version, unit: z.string(), period: evaluationPeriodView, status: z.enum(KEBERATAN_STATUS), filedOn: LocalDate, explainUntil: LocalDate, isExplanationLate: z.boolean(), clock: clockView,
  people: z.nullable(z.object({ pegawai: z.string(), penilai: z.string(), atasan: z.string(), next: z.nullable(z.string()) })), timesReassigned: z.int(), actions: z.object({ reassign: refusals }),
});
export type OpenKeberatan = z.output<typeof openKeberatan>;
export const listOpenKeberatan = endpoint({
  method: "GET", path: "/api/keberatan-open", access: "keberatan.watch", summary: "Keberatan of the city that are not decided, those with the fewest days left first",
  response: z.object({ items: z.array(openKeberatan), decidedThisYear: z.int(), lateThisYear: z.int() }),
});
export const reassignKeberatan = endpoint({
  method: "POST", path: "/api/keberatan/:id/reassign", access: "keberatan.reassign", summary: "Hand a keberatan to who stands above its atasan, with the ground; the clock runs on", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, ground: z.enum(ALIH_ATASAN), basis: text(2000) }), response: listOpenKeberatan.response,
});
