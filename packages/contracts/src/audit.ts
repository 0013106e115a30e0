import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, LocalDate, text } from "./fields.ts";

const entry = z.object({
  seq: z.int(), at: Instant, actor: z.nullable(z.object({ id: Id, name: z.string() })), action: z.string(),
  target: z.object({ type: z.string(), id: z.string(), name: z.nullable(z.string()) }),
  /** What was written beside the chain, as JSON text; null where it was erased at a person's demand. */
  payload: z.nullable(z.string()),
});

export const listAudit = endpoint({
  method: "GET", path: "/api/audit", access: "audit.read", summary: "The audit trail, newest first",
  query: z.object({
    before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))), action: z.optional(text(60)), actor: z.optional(Id), target: z.optional(text(60)),
    from: z.optional(LocalDate), until: z.optional(LocalDate),
  }),
  response: z.object({ entries: z.array(entry), next: z.nullable(z.string()), actions: z.array(z.string()) }),
});

/** Why a row breaks the chain. `cut` and `checkpoint`: the trail is shorter than, or differs from, what was signed outside of the database. */
export const CHAIN_FAULTS = ["gap", "prev", "hash", "payload", "cut", "checkpoint", "signature"] as const;
const verdict = z.object({
  rows: z.int(), head: z.nullable(z.object({ seq: z.int(), hash: z.string() })),
  firstBad: z.nullable(z.object({ seq: z.int(), fault: z.enum(CHAIN_FAULTS) })),
  /** Payloads erased by request: the chain holds without them. */
  erased: z.int(),
  checkpoint: z.nullable(z.object({ seq: z.int(), at: Instant })),
  milliseconds: z.int(),
});
export const verifyAudit = endpoint({ method: "POST", path: "/api/audit/verify", access: "audit.verify", summary: "Periksa keutuhan: goes through the whole chain", body: z.strictObject({}), response: verdict });

const predikat = z.enum(["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]);
const ekspektasi = z.enum(["di_atas", "sesuai", "di_bawah"]);
const sampled = z.object({
  appraisalId: Id, person: z.string(), unit: z.string(), penilai: z.string(), period: z.object({ year: z.int(), kind: z.enum(["bulanan", "triwulanan", "tahunan"]), number: z.int() }),
  revision: z.int(), hasilKerja: ekspektasi, perilaku: ekspektasi, predikat, finalizedAt: Instant,
  recomputed: z.object({ predikat, isEqual: z.boolean() }),
  evidence: z.array(z.object({ aspect: z.enum(["hasil_kerja", "perilaku"]), kind: z.string(), title: z.string(), reference: z.nullable(z.string()) })),
});
/** Who knows the seed draws the same thirty again: it is printed with the sample and stands in the trail. */
const seed = z.string().check(z.regex(/^[0-9a-f]{16}$/));
export const drawSample = endpoint({
  method: "POST", path: "/api/audit/sample", access: "audit.sample", summary: "Draws thirty final results at random, with their evidence, and computes them anew",
  body: z.strictObject({ period: z.optional(Id), seed: z.optional(seed) }),
  response: z.object({ seed: z.string(), drawnOn: LocalDate, population: z.int(), results: z.array(sampled) }),
});
