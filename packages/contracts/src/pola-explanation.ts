import { KESESUAIAN_POLA, POSISI_POLA, PREDIKAT, PREDIKAT_ORGANISASI, TEMUAN_POLA } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { evaluationPeriodView } from "./evaluation-period.ts";
import { Id, LocalDate, text } from "./fields.ts";

const refusals = z.array(z.string());
const predikat = z.enum(PREDIKAT);
const jumlah = z.record(predikat, z.int());
const unitRef = z.object({ id: Id, name: z.string() });

/** One line of the pola: who counts, the line, the share with its Wilson interval in percent, and how that stands to the line. */
const bandLine = z.object({
  temuan: z.enum(TEMUAN_POLA), predikat: z.array(predikat), arah: z.enum(["paling_sedikit", "paling_banyak"]), batas: z.number(), n: z.int(),
  share: z.object({ value: z.number(), low: z.number(), high: z.number() }), posisi: z.enum(POSISI_POLA),
});
export type BandLine = z.output<typeof bandLine>;
export const polaBand = z.object({ isInPola: z.boolean(), lines: z.array(bandLine), decision: decisionView });
export type PolaBand = z.output<typeof polaBand>;

/** `jumlah`, `capaian`: what the words spoke about, as it was then. */
export const publishedExplanation = z.object({ revision: z.int(), text: z.string(), by: z.string(), on: LocalDate, isFromKalibrasi: z.boolean(), capaian: z.enum(PREDIKAT_ORGANISASI), jumlah });
export type PublishedExplanation = z.output<typeof publishedExplanation>;

const line = {
  /** Null without a capaian organisasi. */
  kesesuaian: z.nullable(z.enum(KESESUAIAN_POLA)), final: z.int(), isOwed: z.boolean(), isKalibrasiOpen: z.boolean(), explanation: z.nullable(publishedExplanation),
};
const unitLine = z.object({ unit: unitRef, capaianOrganisasi: z.nullable(z.enum(PREDIKAT_ORGANISASI)), ...line });
export type PolaUnitLine = z.output<typeof unitLine>;
const periodLine = z.object({ period: evaluationPeriodView, ...line });
export type PolaPeriodLine = z.output<typeof periodLine>;

export const listPolaExplanations = endpoint({
  method: "GET", path: "/api/pola-explanation", access: "pola-explanation.list", summary: "Every perangkat daerah beside its pola in a period, and the explanation that it published", query: z.object({ period: z.optional(Id) }),
  response: z.object({ periods: z.array(evaluationPeriodView), period: z.nullable(evaluationPeriodView), units: z.array(unitLine) }),
});
export const readUnitPola = endpoint({
  method: "GET", path: "/api/pola-explanation/:unitId", access: "pola-explanation.read", summary: "A perangkat daerah's last twelve periods beside their pola, newest first",
  params: z.object({ unitId: Id }), response: z.object({ unit: unitRef, periods: z.array(periodLine) }),
});

export const polaExplanationView = z.object({
  ...unitLine.shape, period: evaluationPeriodView, alasanMin: z.int(), minPegawai: z.int(), jumlah,
  band: z.nullable(z.object({ ...polaBand.shape, duty: decisionView })),
  /** All of them, newest first. */
  versions: z.array(publishedExplanation),
  actions: z.object({ write: refusals }),
});
export type PolaExplanationView = z.output<typeof polaExplanationView>;
const one = { params: z.object({ unitId: Id, periodId: Id }), response: polaExplanationView } as const;
export const readPolaExplanation = endpoint({ ...one, method: "GET", path: "/api/pola-explanation/:unitId/:periodId", access: "pola-explanation.read", summary: "A perangkat daerah's predikat beside its capaian, and what it published about them" });
/** `revision`: the version that the writer has seen; 0: none. */
export const writePolaExplanation = endpoint({
  ...one, method: "POST", path: "/api/pola-explanation/:unitId/:periodId", access: "pola-explanation.write", summary: "Publish the explanation, or another version of it", refuses: [403, 409, 412],
  body: z.strictObject({ revision: z.int().check(z.minimum(0), z.maximum(100_000)), text: text(2000) }),
});
