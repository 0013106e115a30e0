import { ABSENCE_KIND, CUTI, KOLOM_CUTI, KOLOM_SURAT, MASALAH_CUTI } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, optionalText, text } from "./fields.ts";

/** The letter behind it: number and date. */
export const suratView = z.strictObject({ nomor: text(100), tanggal: LocalDate });
export const absenceView = z.object({ id: Id, personId: Id, kind: z.enum(ABSENCE_KIND), /** Which cuti; null where it was only marked as cuti, or is none. */ cuti: z.nullable(z.enum(CUTI)), firstDay: LocalDate, lastDay: z.nullable(LocalDate), note: z.nullable(z.string()), surat: z.nullable(suratView) });
export type AbsenceView = z.output<typeof absenceView>;

/** Marks leave or study from `firstDay` to `lastDay`, both included; without a last day it goes on. The open months follow. */
export const setAbsence = endpoint({
  method: "POST", path: "/api/absence", access: "absence.set", summary: "Mark leave or study of a pegawai", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id, personId: Id, kind: z.enum(ABSENCE_KIND), cuti: z.optional(z.nullable(z.enum(CUTI))), firstDay: LocalDate, lastDay: z.nullable(LocalDate), note: optionalText(500), surat: z.optional(z.nullable(suratView)) })
    .check(z.refine((b) => b.lastDay === null || b.lastDay >= b.firstDay, { error: "ends_before_it_begins" }), z.refine((b) => b.kind === "cuti" || (b.cuti ?? null) === null, { error: "no_cuti" })),
  response: absenceView,
});

/** `actions.remove`: why it cannot be taken back; empty while one of its months may still follow. */
const listedAbsence = z.object({ ...absenceView.shape, actions: z.object({ remove: z.array(z.string()) }) });

export const listAbsences = endpoint({
  method: "GET", path: "/api/absence", access: "absence.set", summary: "Leave and special states of a pegawai, the latest first, at most 50", refuses: [403],
  query: z.object({ personId: Id }), response: z.object({ person: z.object({ id: Id, name: z.string() }), absences: z.array(listedAbsence) }),
});

/** Takes back what was marked by mistake; the open months follow. Ending early is taking back and marking anew. */
export const removeAbsence = endpoint({
  method: "DELETE", path: "/api/absence/:id", access: "absence.set", summary: "Take back a marked leave or study", refuses: [403, 409],
  params: z.object({ id: Id }),
});

const AKREDITASI = ["A", "B", "C"] as const;
/** The guide for expectations on the IPK of who studies on assignment; `ipk` as on the transcript, such as "3.27". */
export const readKategoriIpk = endpoint({
  method: "GET", path: "/api/kategori-ipk", access: "signed_in", summary: "What an IPK is by the guide for tugas belajar",
  query: z.object({
    lokasi: z.enum(["dalam_negeri", "luar_negeri"]), jenjang: z.enum(["s1", "s2_s3_profesi"]), akreditasi: z.optional(z.enum(AKREDITASI)), prodi: z.optional(z.enum(AKREDITASI)),
    ipk: z.string().check(z.regex(/^[0-4](\.\d{1,2})?$/), z.refine((text) => Number(text) <= 4, { error: "more_than_four" })),
  }),
  response: z.object({ kategori: decisionView }),
});

const csv = z.strictObject({ csv: z.pipe(z.pipe(z.string().check(z.maxLength(800_000)), z.transform((file) => file.replaceAll("\r\n", "\n"))), text(800_000)) });
const line = z.object({ line: z.int(), nip: z.string(), name: z.string(), kind: z.enum(ABSENCE_KIND), cuti: z.nullable(z.enum(CUTI)), firstDay: LocalDate, lastDay: z.nullable(LocalDate) });
/** `same`: lines that stand so already; `wrong`: what keeps the file from being taken. */
export const readAbsenceFile = endpoint({
  method: "POST", path: "/api/absence/file", access: "absence.import", summary: "Read a CSV of leave: nip, jenis, mulai, selesai, keterangan, and where they are needed nomor_surat, tanggal_surat; nothing is written", body: csv,
  response: z.object({ read: z.int(), same: z.int(), fresh: z.array(line), wrong: z.array(z.object({ line: z.int(), kolom: z.enum([...KOLOM_CUTI, ...KOLOM_SURAT]), masalah: z.enum(MASALAH_CUTI) })) }),
});
export const importAbsences = endpoint({
  method: "POST", path: "/api/absence/import", access: "absence.import", summary: "Take the file as a whole; open months of those people follow", refuses: [409, 412], body: csv, response: z.object({ added: z.int() }),
});
