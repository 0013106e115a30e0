import { reportImport } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Month, text } from "./fields.ts";
import { SHEET_TYPES } from "./people-import.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A line that would fill a row, or one that has stood so already. */
const filled = z.object({ line: z.int(), name: z.string(), month: Month, indikator: z.string(), text: z.string(), isNew: z.boolean() });
const wrong = z.object({ line: z.int(), nip: z.string(), name: z.nullable(z.string()), kolom: z.enum(reportImport.KOLOM_CAPAIAN), masalah: z.enum(reportImport.MASALAH_CAPAIAN) });
export type ReportImportLine = z.output<typeof filled>;

export const readReportImport = endpoint({
  method: "GET", path: "/api/report-import", access: "signed_in", summary: "For how many people achievements of a month can be imported by me, and how far their reports are",
  query: z.object({ month: z.optional(Month) }),
  /** Of those whose rumpun's rhythm is "impor"; `none`: the month was not opened for them, or asks for nothing. */
  response: z.object({ month: Month, people: z.int(), draft: z.int(), sent: z.int(), none: z.int() }),
});
/** One line for each indicator of my bawahan's drafts; of people whose SKP is not mine to read, name and NIP alone. */
export const exportReportTemplate = endpoint({
  method: "GET", path: "/api/report-import/template", access: "signed_in", summary: "The list to be filled in for a month, as XLSX",
  query: z.object({ month: Month }), response: { binary: XLSX },
});
const source = text(200, 5);
/** The file itself as the body. Nothing is written; a line says nothing of what somebody wrote in their draft but that it stands. */
export const previewReportImport = endpoint({
  method: "PUT", path: "/api/report-import/file", access: "report-import.fill", summary: "Read a list of achievements and say line by line what it would do", refuses: [403],
  query: z.object({ source }), body: { binary: SHEET_TYPES },
  response: z.object({ read: z.int(), people: z.int(), filled: z.array(filled), wrong: z.array(wrong), /** Names exactly this preview; applying asks for it. */ digest: z.string() }),
});
/** The same file once more: after the first time every line stands so already. */
export const applyReportImport = endpoint({
  method: "PUT", path: "/api/report-import/draft/file", access: "report-import.fill", summary: "Lay a list of achievements into drafts, as the preview showed it", refuses: [403, 412],
  query: z.object({ source, digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }), body: { binary: SHEET_TYPES },
  response: z.object({ rows: z.int(), reports: z.int() }),
});
