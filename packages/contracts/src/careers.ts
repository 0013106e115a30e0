import { career, KENAIKAN, KESIAPAN, PREDIKAT } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView as decision } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, optionalText, pageQuery, text, Version, YearText } from "./fields.ts";

const refusals = z.array(z.string());
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const jenis = z.enum(KENAIKAN);
const kesiapan = z.enum(KESIAPAN);
const someone = z.object({ id: Id, name: z.string(), golongan: z.nullable(z.string()), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });
/** A text file as spreadsheets write it: line ends of Windows become ours before the characters are judged. */
const csv = z.pipe(z.pipe(z.string().check(z.maxLength(900_000)), z.transform((file) => file.replaceAll("\r\n", "\n"))), text(900_000));
const fact = z.object({ jenis: z.enum(career.FAKTA), tahun: z.nullable(z.int()), nilai: z.string(), perTanggal: LocalDate, sumber: z.string() });

/** A person's career: what is on record with its source, the angka kredit, and the two lists of conditions. null: it does not apply. */
export const careerView = z.object({
  person: someone, jenjang: z.nullable(z.string()),
  predikat: z.array(z.object({ tahun: z.int(), predikat: z.nullable(z.enum(PREDIKAT)), sumber: z.nullable(z.string()) })),
  facts: z.array(fact),
  angkaKredit: z.nullable(z.object({
    pak: z.object({ nilai: z.number(), perTanggal: LocalDate, sumber: z.string() }), total: z.number(), sejakPak: decision, tahunTanpaPredikat: z.array(z.int()),
    minimal: z.object({ kenaikanPangkat: z.number(), kenaikanJenjang: z.nullable(z.number()) }),
  })),
  pangkat: z.nullable(decision), kenaikanJenjang: z.nullable(decision), prestasi: z.nullable(decision),
  /** The next twelve dates of kenaikan pangkat. */
  tanggal: z.array(LocalDate),
});
export type CareerView = z.output<typeof careerView>;

export const readMyCareer = endpoint({ method: "GET", path: "/api/careers/mine", access: "signed_in", summary: "My angka kredit, and what the next pangkat and jenjang ask", response: careerView });
export const readCareer = endpoint({ method: "GET", path: "/api/careers/people/:id", access: "career.read", summary: "The same of one person", params: z.object({ id: Id }), response: careerView });

const readinessRow = z.object({ person: someone, kesiapan, angkaKredit: z.nullable(z.number()), perlu: z.nullable(z.number()), /** Names of the conditions that are not met, and of those not known. */ belum: z.array(z.string()), tidakDiketahui: z.array(z.string()) });
export const listReadiness = endpoint({
  method: "GET", path: "/api/careers/readiness", access: "career.list", summary: "Who meets the conditions that are on record; a list for BKPSDM to check, never a decision",
  query: z.object({ jenis, kesiapan: z.optional(kesiapan), unit: z.optional(Id), ...pageQuery }),
  response: z.object({ jenis, counts: z.record(kesiapan, z.int()), rows: z.array(readinessRow), next: z.nullable(z.string()), units: z.array(z.object({ id: Id, name: z.string() })), tanggal: z.array(LocalDate) }),
});
export const exportReadiness = endpoint({ method: "GET", path: "/api/careers/readiness/export", access: "career.list", summary: "The same as XLSX, every condition with its state", query: z.object({ jenis, kesiapan: z.optional(kesiapan), unit: z.optional(Id) }), response: { binary: XLSX } });

export const recordFacts = endpoint({
  method: "POST", path: "/api/careers/facts", access: "career.record", summary: "Read BKPSDM's CSV of facts: shown first, written as a whole when `apply` is true and nothing is wrong",
  body: z.strictObject({ id: Id, csv, apply: z.boolean() }),
  response: z.object({
    columns: z.array(z.string()), read: z.int(), unchanged: z.int(), isApplied: z.boolean(),
    fresh: z.array(z.object({ line: z.int(), name: z.string(), ...fact.shape })),
    wrong: z.array(z.object({ line: z.int(), kolom: z.string(), masalah: z.string() })),
  }),
});

const box = z.object({ kotak: z.int(), /** null: hidden, because so few would show persons. */ n: z.nullable(z.int()), saran: z.array(z.string()), people: z.nullable(z.array(someone)) });
export const readTalent = endpoint({
  method: "GET", path: "/api/talent", access: "talent.read", summary: "The nine boxes of a year: counts, names for those entitled; whose potensial was never assessed is counted apart",
  query: z.object({ year: z.optional(YearText), unit: z.optional(Id) }),
  response: z.object({ year: z.int(), boxes: z.array(box), belumDinilai: z.nullable(z.int()), tanpaPredikat: z.nullable(z.int()), isSuppressed: z.boolean(), units: z.array(z.object({ id: Id, name: z.string() })), cite: z.string() }),
});

const approval = z.object({ madeBy: z.string(), madeOn: LocalDate, status: z.enum(["draft", "approved", "rejected"]), decidedBy: z.nullable(z.string()), decidedOn: z.nullable(LocalDate), note: z.nullable(z.string()), version: Version, actions: z.object({ decide: refusals }) });
const talentListView = z.object({ id: Id, title: z.string(), purpose: z.string(), recipient: z.string(), people: z.int(), digest: z.string(), ...approval.shape });
export const listTalentLists = endpoint({ method: "GET", path: "/api/talent/lists", access: "talent-list.read", summary: "Lists that leave the system, and who said so", response: z.object({ lists: z.array(talentListView) }) });
export const makeTalentList = endpoint({
  method: "POST", path: "/api/talent/lists", access: "talent-list.make", summary: "Freeze the names of some boxes for somebody outside; a second person must approve it", refuses: [403, 409],
  body: z.strictObject({ id: Id, year: z.int().check(z.minimum(2020), z.maximum(2099)), boxes: z.array(z.int().check(z.minimum(1), z.maximum(9))).check(z.minLength(1), z.maxLength(9)), title: text(200, 5), purpose: text(500, 10), recipient: text(200, 3) }),
  response: talentListView,
});
const decide = z.strictObject({ version: Version, approve: z.boolean(), note: optionalText(500) });
export const decideTalentList = endpoint({ method: "POST", path: "/api/talent/lists/:id/decision", access: "talent-list.decide", summary: "The second person's word on a list", refuses: [403, 409, 412], params: z.object({ id: Id }), body: decide, response: talentListView });
export const exportTalentList = endpoint({ method: "GET", path: "/api/talent/lists/:id/export", access: "talent-list.read", summary: "An approved list as XLSX, with its digest", refuses: [409], params: z.object({ id: Id }), response: { binary: XLSX } });

const persen = z.record(z.enum(PREDIKAT), z.number().check(z.minimum(0), z.maximum(200)));
const tppTableView = z.object({ id: Id, perwal: z.string(), validFrom: LocalDate, persen, isInForce: z.boolean(), ...approval.shape });
const period = z.object({ id: Id, year: z.int(), kind: z.enum(["bulanan", "triwulanan", "tahunan"]), number: z.int() });
export const readTpp = endpoint({ method: "GET", path: "/api/tpp", access: "tpp.read", summary: "Tables of percents by Perwal, and the periods that can be exported", response: z.object({ tables: z.array(tppTableView), periods: z.array(period) }) });
export const makeTppTable = endpoint({ method: "POST", path: "/api/tpp/tables", access: "tpp.make", summary: "Enter the percents of a Perwal; a second person must approve them", refuses: [403, 409], body: z.strictObject({ id: Id, perwal: text(200, 5), validFrom: LocalDate, persen }), response: tppTableView });
export const decideTppTable = endpoint({ method: "POST", path: "/api/tpp/tables/:id/decision", access: "tpp.decide", summary: "The second person's word on a table", refuses: [403, 409, 412], params: z.object({ id: Id }), body: decide, response: tppTableView });
export const exportTpp = endpoint({ method: "GET", path: "/api/tpp/export", access: "tpp.read", summary: "Predikat and index of a closed period with the table's percent, as XLSX: a basis, no deduction", refuses: [409], query: z.object({ period: Id }), response: { binary: XLSX } });
