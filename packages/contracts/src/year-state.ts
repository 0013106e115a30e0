import { AKREDITASI, JENJANG_STUDI, KEADAAN_AKHIR_TAHUN, yearState } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView } from "./decision.ts";
import { LocalDate, text, Version } from "./fields.ts";

const refusals = z.array(z.string());
/** What the institution of a tugas belajar says. `ipk` on the scale of 4. */
const studi = z.strictObject({
  lokasi: z.enum(yearState.LOKASI_STUDI), jenjang: z.enum(JENJANG_STUDI), akreditasiPT: z.nullable(z.enum(AKREDITASI)), akreditasiProdi: z.nullable(z.enum(AKREDITASI)),
  ipk: z.nullable(z.number().check(z.minimum(0), z.maximum(4), z.multipleOf(0.01))), isGagal: z.boolean(),
});

/** Of a year: where work ended within it, what was recorded of it and what follows. */
export const yearStateView = z.object({
  /** The first day without a post, where the year's last day has none. */
  endedOn: z.nullable(LocalDate),
  state: z.nullable(z.object({ version: z.int(), keadaan: z.enum(KEADAAN_AKHIR_TAHUN), sejak: LocalDate, basis: z.string(), studi: z.nullable(studi), setBy: z.string(), setOn: LocalDate })),
  perlakuan: z.nullable(decisionView),
  ipk: z.nullable(decisionView),
  actions: z.object({ set: refusals }),
});
export type YearStateView = z.output<typeof yearStateView>;

/** `version` null: nothing was recorded yet. `bekerja` takes it back. */
export const yearStateBody = z.strictObject({ version: z.nullable(Version), keadaan: z.enum(KEADAAN_AKHIR_TAHUN), sejak: LocalDate, basis: text(500), studi: z.nullable(studi) });
