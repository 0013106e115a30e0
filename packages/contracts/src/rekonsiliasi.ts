import { rekonsiliasi } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, LocalDate, Month, optionalText, Version } from "./fields.ts";

const { REKONSILIASI_ASPEK, REKONSILIASI_FIELD, REKONSILIASI_STATE } = rekonsiliasi;
export const { REKONSILIASI_PELAKSANA, REKONSILIASI_TINDAKAN } = rekonsiliasi;
export type RekonsiliasiTindakan = rekonsiliasi.RekonsiliasiTindakan;
export type RekonsiliasiPelaksana = rekonsiliasi.RekonsiliasiPelaksana;
const unitRef = z.object({ id: Id, name: z.string() });

/** A report of e-Kinerja that was kept and is the newest of its period and part of the city. */
const reportLine = z.object({
  id: Id, kind: z.enum(["penilaian", "skp"]), title: z.string(), period: z.object({ kind: z.enum(["bulanan", "triwulanan", "tahunan"]), year: z.int(), number: z.int() }), scope: z.string(), pulledAt: z.nullable(z.string()), keptAt: Instant, rows: z.int(),
});
export type RekonsiliasiReport = z.output<typeof reportLine>;

/** What was decided about one difference, while that difference is still the same. */
const tindakan = z.object({ version: Version, tindakan: z.enum(REKONSILIASI_TINDAKAN), pelaksana: z.enum(REKONSILIASI_PELAKSANA), dueOn: z.nullable(LocalDate), note: z.string(), by: z.string(), on: LocalDate, isOverdue: z.boolean() });
/** One difference of a person: their data, or their ratings. `key` names exactly this difference; deciding about it asks for it. */
const beda = z.object({ aspek: z.enum(REKONSILIASI_ASPEK), key: z.string(), fields: z.array(z.object({ field: z.enum(REKONSILIASI_FIELD), here: z.nullable(z.string()), bkn: z.nullable(z.string()) })), tindakan: z.nullable(tindakan), /** Of an earlier difference of the same person: it no longer holds, its version does. */ version: z.nullable(Version) });
export const rekonsiliasiRow = z.object({ nip: z.string(), name: z.string(), state: z.enum(REKONSILIASI_STATE), opd: z.nullable(z.string()), beda: z.array(beda), acting: z.array(z.string()), /** Our ratings: taken from e-Kinerja, chosen here, or none that is final; null where ratings are not told or not of the same months. */ rating: z.nullable(z.enum(["bkn", "sendiri", "belum"])) });
export type RekonsiliasiRow = z.output<typeof rekonsiliasiRow>;

const counts = z.record(z.enum(REKONSILIASI_STATE), z.int());
/** Without `unit` the whole city; with it one department, of which its head and its admin may ask. Ratings are told to who may read them. */
const unit = z.optional(Id);

export const listRekonsiliasi = endpoint({
  method: "GET", path: "/api/rekonsiliasi", access: "rekonsiliasi.read", summary: "Reports of e-Kinerja that were kept, newest period first",
  query: z.object({ unit }), response: z.object({ reports: z.array(reportLine) }),
});
export const REKONSILIASI_SHOW = ["terbuka", "terlambat", "semua", ...REKONSILIASI_STATE] as const;
export const readRekonsiliasi = endpoint({
  method: "GET", path: "/api/rekonsiliasi/:id", access: "rekonsiliasi.read", summary: "Each person of a report beside our own data of the same months: what waits longest first",
  params: z.object({ id: Id }), query: z.object({ unit, opd: z.optional(z.string().check(z.maxLength(200))), lihat: z.optional(z.enum(REKONSILIASI_SHOW)), cari: z.optional(z.string().check(z.maxLength(80))), after: z.optional(z.string().check(z.regex(/^\d{1,5}$/))) }),
  response: z.object({
    report: reportLine, unit: z.nullable(unitRef), day: LocalDate,
    match: z.object({ kind: z.enum(["same", "inside", "none"]), firstMonth: z.nullable(Month), lastMonth: z.nullable(Month) }),
    areRatingsShown: z.boolean(), mayDecide: z.boolean(), /** The day that a repair is given where nobody says otherwise. */ usualDue: LocalDate,
    counts, open: z.int(), overdue: z.int(), /** Days since the period's first report was kept, of what is still open. */ age: z.int(),
    opds: z.array(z.object({ opd: z.nullable(z.string()), counts, open: z.int() })),
    found: z.int(), rows: z.array(rekonsiliasiRow), next: z.nullable(z.string()),
  }),
});
export type RekonsiliasiView = z.output<typeof readRekonsiliasi.response & {}>;
/** `version`: null where nothing was decided about this person's aspect of this period yet. */
export const decideRekonsiliasi = endpoint({
  method: "POST", path: "/api/rekonsiliasi/:id/tindakan", access: "rekonsiliasi.decide", summary: "Say what is done about a difference, by whom and until when", refuses: [403, 409, 412],
  params: z.object({ id: Id }),
  body: z.strictObject({
    unit: z.nullable(Id), nip: z.string().check(z.regex(/^\d{1,30}$/)), aspek: z.enum(REKONSILIASI_ASPEK), key: z.string().check(z.minLength(1), z.maxLength(4000)), version: z.nullable(Version),
    tindakan: z.enum(REKONSILIASI_TINDAKAN), pelaksana: z.enum(REKONSILIASI_PELAKSANA), dueOn: z.nullable(LocalDate), note: optionalText(500),
  }),
  response: rekonsiliasiRow,
});
