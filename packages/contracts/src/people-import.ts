import { peopleImport } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, LocalDate, text, Version } from "./fields.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV = "text/csv";
export const SHEET_TYPES = [XLSX, CSV] as const;

const refusals = z.array(z.string());
const groups = z.object({ bermasalah: z.int(), baru: z.int(), pindah: z.int(), berubah: z.int(), hilang: z.int(), sama: z.int() });
const bknPeriod = z.object({ kind: z.enum(["bulanan", "triwulanan", "tahunan"]), year: z.int(), number: z.int() });

/** An upload in the list: what it is, who brought it, and how it ended. */
export const importLine = z.object({
  id: Id, version: z.int(), source: z.enum(["template", "bkn"]), status: z.enum(peopleImport.PEOPLE_IMPORT_STATUS), fileName: z.string(), uploadedBy: z.string(), uploadedAt: Instant,
  effectiveFrom: z.nullable(LocalDate), counts: z.nullable(z.object({ ...groups.def.shape, units: groups })),
});
export type ImportLine = z.output<typeof importLine>;

/** The preview: counts by group as the file would change the city on `from`; `digest` names exactly this preview, and applying asks for it. */
export const importPreview = z.object({
  import: importLine, from: LocalDate, endMissing: z.boolean(), people: z.int(), units: z.int(), counts: z.object({ ...groups.def.shape, units: groups }), digest: z.string(),
  bkn: z.nullable(z.object({ kind: z.enum(["penilaian", "skp"]), title: z.string(), period: z.nullable(bknPeriod), rows: z.int(), unread: z.int(), keptAt: z.nullable(Instant) })),
  dependents: z.array(z.enum(peopleImport.IMPORT_DEPENDENT)),
  actions: z.object({ apply: refusals, discard: refusals, undo: refusals, keep: refusals }),
});
export type ImportPreview = z.output<typeof importPreview>;

const choice = { from: z.optional(LocalDate), endMissing: z.optional(z.enum(["ya", "tidak"])) };
const change = z.object({ field: z.string(), before: z.nullable(z.string()), after: z.nullable(z.string()) });
const problem = z.object({ line: z.int(), field: z.nullable(z.string()), code: z.enum(peopleImport.ROW_PROBLEMS), value: z.nullable(z.string()) });
/** One person or one unit of the preview. `line` is the line of the file; null for who is not in it. `key` is a NIP or the code of a unit. */
export const importEntry = z.object({ line: z.nullable(z.int()), key: z.nullable(z.string()), name: z.string(), changes: z.array(change), problems: z.array(problem) });
export type ImportEntry = z.output<typeof importEntry>;

export const listPeopleImports = endpoint({
  method: "GET", path: "/api/people-import", access: "people-import.read", summary: "The last files of people, and how each ended",
  response: z.object({ imports: z.array(importLine) }),
});
/** The file itself as the body: our template or e-Kinerja's report, XLSX or CSV, up to 5 MB. It is read, not applied; sent twice it is kept once. */
export const uploadPeopleImport = endpoint({
  method: "PUT", path: "/api/people-import/:id/file", access: "people-import.manage", summary: "Read a file of people for its preview", refuses: [403, 409, 412],
  params: z.object({ id: Id }), query: z.object({ name: text(200) }), body: { binary: SHEET_TYPES }, response: importLine,
});
export const previewPeopleImport = endpoint({
  method: "GET", path: "/api/people-import/:id", access: "people-import.read", summary: "What the file would change from that day on; nothing is touched",
  params: z.object({ id: Id }), query: z.object(choice), response: importPreview,
});
/** All of one group at once: the screen shows a window of them. */
export const readImportRows = endpoint({
  method: "GET", path: "/api/people-import/:id/rows", access: "people-import.read", summary: "People or units of one group of the preview",
  params: z.object({ id: Id }), query: z.object({ ...choice, of: z.enum(["orang", "unit"]), group: z.enum(peopleImport.IMPORT_GROUP) }), response: z.object({ entries: z.array(importEntry) }),
});
export const exportImportProblems = endpoint({
  method: "GET", path: "/api/people-import/:id/problems", access: "people-import.read", summary: "The lines with a problem as XLSX, with the sentence that says what is wrong",
  params: z.object({ id: Id }), query: z.object(choice), response: { binary: XLSX },
});
export const applyPeopleImport = endpoint({
  method: "POST", path: "/api/people-import/:id/apply", access: "people-import.manage", summary: "Carry out what the preview showed, all of it or nothing", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, from: LocalDate, endMissing: z.boolean(), digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }), response: importLine,
});
export const readImportProgress = endpoint({
  method: "GET", path: "/api/people-import/:id/progress", access: "people-import.read", summary: "How far an import is that runs now",
  params: z.object({ id: Id }), response: z.object({ step: z.nullable(z.enum(["read", "units", "people", "posts", "raters", "reports", "trail"])), done: z.int(), total: z.int() }),
});
export const undoPeopleImport = endpoint({
  method: "POST", path: "/api/people-import/:id/undo", access: "people-import.manage", summary: "Take an import back as a whole, while nothing depends on it", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version }), response: importLine,
});
export const discardPeopleImport = endpoint({
  method: "POST", path: "/api/people-import/:id/discard", access: "people-import.manage", summary: "Put a file away that is not going to be applied; its rows are deleted", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version }), response: importLine,
});
/** Keeps what e-Kinerja says of a period, beside what is ours; people and units stay as they are. */
export const keepBknReport = endpoint({
  method: "POST", path: "/api/people-import/:id/keep", access: "people-import.manage", summary: "Keep e-Kinerja's report of a period for comparing", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version }), response: z.object({ rows: z.int() }),
});
/** `isi=kosong` has headings and explanations alone; `isi=hari_ini` today's data, ready to be changed and imported. */
export const exportPeopleTemplate = endpoint({
  method: "GET", path: "/api/people-template", access: "people-import.read", summary: "Our template, empty or with today's people and units",
  query: z.object({ isi: z.enum(["kosong", "hari_ini"]), bentuk: z.enum(["xlsx", "csv"]), tabel: z.optional(z.enum(["pegawai", "unit"])) }), response: { binary: SHEET_TYPES },
});
