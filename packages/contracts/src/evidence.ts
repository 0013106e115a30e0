import { EVIDENCE_KIND } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, text } from "./fields.ts";

export const EVIDENCE_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;

/** A file, a link or a register number. `mime` and `sizeBytes` only of a file. */
export const evidenceView = z.object({
  id: Id, kind: z.enum(EVIDENCE_KIND), title: z.string(), mime: z.nullable(z.string()), sizeBytes: z.nullable(z.int()),
  url: z.nullable(z.string()), registerNumber: z.nullable(z.string()), createdAt: Instant,
});
export type EvidenceView = z.output<typeof evidenceView>;

/** Only these two: nothing that a browser would run. */
const webAddress = z.string().check(z.maxLength(2000), z.regex(/^https?:\/\/[^\s"'<>\\/?#]+([/?#][^\s"'<>\\]*)?$/i));
/** Hung on a row of the month, on a daily note, on a promise of a meeting, or laid before the atasan of a keberatan: exactly one of them. */
const target = { reportRowId: z.optional(Id), noteId: z.optional(Id), tindakLanjutId: z.optional(Id), keberatanId: z.optional(Id) };
const isOneTarget = (t: { reportRowId?: string | undefined; noteId?: string | undefined; tindakLanjutId?: string | undefined; keberatanId?: string | undefined }): boolean => [t.reportRowId, t.noteId, t.tindakLanjutId, t.keberatanId].filter((id) => id !== undefined).length === 1;

/** The file itself as the body, PDF, JPEG or PNG up to 10 MB; sent twice it is kept once. Photos lose their metadata. */
export const uploadEvidence = endpoint({
  method: "PUT", path: "/api/evidence/:id/file", access: "monthly-report.write", summary: "Keep a file as evidence", refuses: [403, 409, 412],
  params: z.object({ id: Id }),
  query: z.object({ ...target, title: text(200) }).check(z.refine(isOneTarget, { error: "one_target" })),
  body: { binary: EVIDENCE_TYPES }, response: evidenceView,
});
/** A link, or a register number such as that of a letter. */
export const addEvidence = endpoint({
  method: "POST", path: "/api/evidence", access: "monthly-report.write", summary: "Keep a link or a register number as evidence", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id, ...target, title: text(200), url: z.optional(webAddress), registerNumber: z.optional(text(100)) })
    .check(z.refine(isOneTarget, { error: "one_target" }), z.refine((b) => (b.url === undefined) !== (b.registerNumber === undefined), { error: "one_of_url_and_register_number" })),
  response: evidenceView,
});
export const removeEvidence = endpoint({
  method: "DELETE", path: "/api/evidence/:id", access: "monthly-report.write", summary: "Take evidence away while the report can be edited", refuses: [403, 409],
  params: z.object({ id: Id }),
});
export const readEvidenceFile = endpoint({
  method: "GET", path: "/api/evidence/:id/file", access: "monthly-report.read", summary: "The file, as an attachment", refuses: [403],
  params: z.object({ id: Id }), response: { binary: EVIDENCE_TYPES },
});
