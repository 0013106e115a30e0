/** Official documents (PermenPANRB 6/2022 Formats A to D, angka kredit): of a person, of a unit as a job, and the letterhead they stand under. */
import { DOCUMENT_JOB_STATUS, DOCUMENT_KIND, FORMAT, PACKAGING, PENANDATANGAN_REKAMAN, PERIODE_KIND, RECORD_KIND } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, LocalDate, Month, optionalText, text, Version, Year } from "./fields.ts";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const kind = z.enum(DOCUMENT_KIND);
const refusals = z.array(z.string());
const person = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });
export type DocumentPerson = z.output<typeof person>;
const period = z.object({ id: Id, year: z.int(), kind: z.enum(PERIODE_KIND), number: z.int(), firstMonth: Month, lastMonth: Month });
export type DocumentPeriod = z.output<typeof period>;

const source = z.object({
  kind, personId: Id,
  /** The SKP, the period (Formats B), the final result that it is about, or the predikat of the year up to which angka kredit are counted. */
  sourceId: Id,
  year: z.int(), revision: z.int(), period: z.nullable(period), date: LocalDate,
  /** `digantikan`: a newer version counts; `keberatan`: one is being examined. Both stand on the paper too. */
  state: z.enum(["berlaku", "digantikan", "keberatan"]),
});
export type DocumentSource = z.output<typeof source>;

/** Without `person`: the actor's own. */
export const listDocuments = endpoint({
  method: "GET", path: "/api/document", access: "document.read", summary: "The official documents of a person, newest year first",
  query: z.object({ person: z.optional(Id) }), response: z.object({ person, documents: z.array(source) }),
});

const one = { params: z.object({ kind, personId: Id, sourceId: Id }), access: "document.read" } as const;
export const readDocumentPdf = endpoint({ ...one, method: "GET", path: "/api/document/:kind/:personId/:sourceId/pdf", summary: "An official document as tagged PDF, with the mark of its check", response: { binary: "application/pdf" } });
export const readDocumentXlsx = endpoint({ ...one, method: "GET", path: "/api/document/:kind/:personId/:sourceId/xlsx", summary: "The same data as a workbook", response: { binary: XLSX } });

const signatures = z.object({
  format: z.enum(FORMAT),
  /** SHA-256 of what the record says now, without the signatures: what one signs, and what stands in the box of the check. */
  digest: z.string(),
  places: z.array(z.object({
    place: z.enum(PENANDATANGAN_REKAMAN), name: z.string(),
    /** Null where this content is not signed; `act`: signed by something else that the person did. */
    signed: z.nullable(z.object({ at: Instant, act: z.nullable(z.string()) })),
    /** When an earlier content was signed that says something else by now; that signature is not carried over. */
    before: z.nullable(Instant),
  })),
  actions: z.object({ sign: refusals }),
});
export type DocumentRecordKind = (typeof RECORD_KIND)[number];
export type DocumentSignatures = z.output<typeof signatures>;
const record = { params: z.object({ kind: z.enum(RECORD_KIND), personId: Id, sourceId: Id }), response: signatures } as const;
export const readDocumentSignatures = endpoint({ ...record, method: "GET", path: "/api/document/:kind/:personId/:sourceId/signature", access: "document.read", summary: "Who signed a record of a period (Formats B.1.2 to B.1.5) as it is now" });
/** `digest`: the content that the signer saw; where the record says something else by now, the answer is `stale`. */
export const signDocument = endpoint({
  ...record, method: "POST", path: "/api/document/:kind/:personId/:sourceId/signature", access: "document.sign", summary: "Sign a record of a period as it is now", refuses: [403, 409, 412],
  body: z.strictObject({ digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
});

export const readDocumentScope = endpoint({
  method: "GET", path: "/api/document-scope", access: "signed_in", summary: "Units whose documents the actor may make together, with the periods there are, and what waits for their signature",
  response: z.object({
    units: z.array(z.object({ id: Id, name: z.string(), depth: z.int(), people: z.int() })), years: z.array(z.int()), periods: z.array(period), mayFindPeople: z.boolean(), mayEditLetterhead: z.boolean(),
    /** Records of umpan balik that wait for the actor's signature: of those whom they rated, and their own. */
    toSign: z.array(z.object({ person: z.object({ id: Id, name: z.string() }), period })),
  }),
});
export const findDocumentPeople = endpoint({
  method: "GET", path: "/api/document-person", access: "signed_in", summary: "People whose documents the actor may read, by name or NIP, at most 20",
  query: z.object({ q: text(100, 2) }), response: z.object({ people: z.array(person) }),
});

const jobView = z.object({
  id: Id, status: z.enum(DOCUMENT_JOB_STATUS), packaging: z.enum(PACKAGING), kinds: z.array(kind), year: z.int(), period: z.nullable(period),
  /** Name of the unit or of the person. */
  scope: z.string(), total: z.int(), done: z.int(), createdAt: Instant, finishedAt: z.nullable(Instant),
  file: z.nullable(z.object({ name: z.string(), sizeBytes: z.int() })),
  actions: z.object({ cancel: refusals }),
});
export type DocumentJob = z.output<typeof jobView>;

/** `id` is made by the client: the same again is the same job. `periodId` null where all are of the year: SKP and angka kredit. */
const wish = z.strictObject({ id: Id, kinds: z.array(kind).check(z.minLength(1), z.maxLength(DOCUMENT_KIND.length)), year: Year, periodId: z.nullable(Id), packaging: z.enum(PACKAGING) });
export type DocumentWish = z.output<typeof wish>;
export const startUnitDocuments = endpoint({
  method: "POST", path: "/api/document-job/unit/:unitId", access: "document.batch", summary: "Make the documents of a unit and all below it, in the background", refuses: [409],
  params: z.object({ unitId: Id }), body: wish, response: jobView,
});
export const startPersonDocuments = endpoint({
  method: "POST", path: "/api/document-job/person/:personId", access: "document.read", summary: "Make the documents of a person, in the background", refuses: [409],
  params: z.object({ personId: Id }), body: wish, response: jobView,
});
export const listDocumentJobs = endpoint({ method: "GET", path: "/api/document-job", access: "signed_in", summary: "The actor's own jobs, newest first, at most 20", response: z.object({ jobs: z.array(jobView) }) });
const job = { params: z.object({ id: Id }), access: "signed_in" } as const;
export const readDocumentJob = endpoint({ ...job, method: "GET", path: "/api/document-job/:id", summary: "How far a job has come", response: jobView });
export const cancelDocumentJob = endpoint({ ...job, method: "POST", path: "/api/document-job/:id/cancel", summary: "Stop a job that waits or runs", refuses: [409], response: jobView });
export const readDocumentJobFile = endpoint({ ...job, method: "GET", path: "/api/document-job/:id/file", summary: "What a job made, for three days", response: { binary: ["application/zip", "application/pdf", XLSX] } });

const head = z.object({ unit: z.object({ id: Id, name: z.string(), isCity: z.boolean() }), version: z.nullable(Version), name: z.nullable(z.string()), address: z.nullable(z.string()), contact: z.nullable(z.string()) });
export type LetterheadView = z.output<typeof head>;
const slot = z.enum(["daerah", "negara"]);
export const readLetterheads = endpoint({
  method: "GET", path: "/api/letterhead", access: "letterhead.read", summary: "Kop naskah dinas of the city and its departments",
  response: z.object({ heads: z.array(head), images: z.array(z.object({ slot, sizeBytes: z.int() })), mayEdit: z.boolean() }),
});
/** `version` null where nothing has been written yet. What is null is left out on paper. */
export const setLetterhead = endpoint({
  method: "PUT", path: "/api/letterhead/:id", access: "letterhead.set", summary: "Write the kop of the city or of a department", refuses: [403, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: z.nullable(Version), name: optionalText(120), address: optionalText(300), contact: optionalText(300) }), response: head,
});
const image = { params: z.object({ slot }), refuses: [403] } as const;
export const readLetterheadImage = endpoint({ ...image, method: "GET", path: "/api/letterhead-image/:slot", access: "letterhead.read", summary: "A picture of the letterhead", response: { binary: ["image/png", "image/jpeg"] } });
export const setLetterheadImage = endpoint({ ...image, method: "PUT", path: "/api/letterhead-image/:slot", access: "letterhead.set", summary: "Set a picture of the letterhead: PNG or JPEG, at most 512 kB", body: { binary: ["image/png", "image/jpeg"] }, response: z.object({ sizeBytes: z.int() }) });
export const removeLetterheadImage = endpoint({ ...image, method: "DELETE", path: "/api/letterhead-image/:slot", access: "letterhead.set", summary: "Take a picture of the letterhead away" });
