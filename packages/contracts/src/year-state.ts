import { AKREDITASI, JENJANG_STUDI, KEADAAN_AKHIR_TAHUN, yearState } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, text, Version, YearText } from "./fields.ts";

const refusals = z.array(z.string());
/** What the institution of a tugas belajar says. `ipk` on the scale of 4. */
const studi = z.strictObject({
  lokasi: z.enum(yearState.LOKASI_STUDI), jenjang: z.enum(JENJANG_STUDI), akreditasiPT: z.nullable(z.enum(AKREDITASI)), akreditasiProdi: z.nullable(z.enum(AKREDITASI)),
  ipk: z.nullable(z.number().check(z.minimum(0), z.maximum(4), z.multipleOf(0.01))), isGagal: z.boolean(),
});

/** A studi as BKPSDM has it on record from the institution's letter. */
const recordedStudi = z.object({ version: z.int(), studi, basis: z.string(), setBy: z.string(), setOn: LocalDate });

/** Of a year: where work ended within it, what was recorded of it and what follows. */
export const yearStateView = z.object({
  /** The first day without a post, where the year's last day has none. */
  endedOn: z.nullable(LocalDate),
  state: z.nullable(z.object({ version: z.int(), keadaan: z.enum(KEADAAN_AKHIR_TAHUN), sejak: LocalDate, basis: z.string(), studi: z.nullable(studi), setBy: z.string(), setOn: LocalDate })),
  /** What the personnel records say of it: the state, and of a tugas belajar what the institution said. */
  usul: z.object({ keadaan: decisionView, studi: z.nullable(recordedStudi) }),
  perlakuan: z.nullable(decisionView),
  ipk: z.nullable(decisionView),
  actions: z.object({ set: refusals }),
});
export type YearStateView = z.output<typeof yearStateView>;

/** `version` null: nothing was recorded yet. `bekerja` takes it back. */
export const yearStateBody = z.strictObject({ version: z.nullable(Version), keadaan: z.enum(KEADAAN_AKHIR_TAHUN), sejak: LocalDate, basis: text(500), studi: z.nullable(studi) });

const studying = z.object({
  person: z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) }),
  from: LocalDate, until: z.nullable(LocalDate), record: z.nullable(recordedStudi), actions: z.object({ record: refusals }),
});
export type Studying = z.output<typeof studying>;
const listed = z.object({ year: z.int(), people: z.array(studying) });

export const listStudying = endpoint({
  method: "GET", path: "/api/study", access: "study.record", summary: "Who studied on assignment in a year, and what their institutions said of it; those without a record first, at most 500",
  query: z.object({ year: YearText }), response: listed,
});
/** `version` null: nothing was recorded of that year yet. */
export const recordStudy = endpoint({
  method: "PUT", path: "/api/study/:personId/:year", access: "study.record", summary: "Record what the institution of a tugas belajar says of a year, on its letter", refuses: [403, 409, 412],
  params: z.object({ personId: Id, year: YearText }), body: z.strictObject({ version: z.nullable(Version), studi, basis: text(500, 3) }), response: listed,
});
