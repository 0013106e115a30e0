import { STANDAR_DRAFT_STATUS, STANDAR_GROUPS, STANDAR_UNITS } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, optionalText, text, Version } from "./fields.ts";

const refusals = z.array(z.string());
const bilingual = z.object({ id: z.string(), en: z.string() });
/** Parameters by their path, such as "laporan.batasHari"; which there are and in what range, the server's description says. */
const values = z.record(z.string().check(z.maxLength(60)), z.union([z.number(), z.boolean(), z.string().check(z.maxLength(400))]));

/** One parameter as the form draws it. `unit`, `min`, `max`, `step` of a number; `maxLength` of a text; `choices` of a choice; none of these of a yes or no. */
const field = z.object({
  path: z.string(), group: z.enum(STANDAR_GROUPS), kind: z.enum(["number", "choice", "text", "flag"]), label: bilingual, basis: z.string(),
  unit: z.nullable(z.enum(STANDAR_UNITS)), min: z.nullable(z.number()), max: z.nullable(z.number()), step: z.nullable(z.number()), maxLength: z.nullable(z.int()),
  choices: z.array(z.object({ value: z.string(), label: bilingual })),
});
export type StandardField = z.output<typeof field>;

const standardView = z.object({
  id: Id, name: z.string(), legalBasis: z.string(), validFrom: LocalDate, validUntil: z.nullable(LocalDate), isInForce: z.boolean(), values,
  draftedBy: z.nullable(z.string()), publishedBy: z.nullable(z.string()), publishedOn: z.nullable(LocalDate),
  /** Evaluation periods that it judged or judges. */
  periods: z.int(),
});
export const standardDraftView = z.object({
  id: Id, name: z.string(), legalBasis: z.string(), validFrom: LocalDate, values, status: z.enum(STANDAR_DRAFT_STATUS), version: Version,
  madeBy: z.string(), madeOn: LocalDate, decidedBy: z.nullable(z.string()), decidedOn: z.nullable(LocalDate), note: z.nullable(z.string()),
  actions: z.object({ save: refusals, propose: refusals, discard: refusals, sendBack: refusals, publish: refusals }),
});
export type StandardDraftView = z.output<typeof standardDraftView>;

export const readStandard = endpoint({
  method: "GET", path: "/api/standard", access: "standard.read", summary: "The standards of all times, the drafts in work, and what each parameter means",
  response: z.object({
    fields: z.array(field), fixed: z.array(z.object({ label: bilingual, basis: z.string() })),
    standards: z.array(standardView), drafts: z.array(standardDraftView),
    /** Closed periods on which a draft can be tried. */
    periods: z.array(z.object({ id: Id, year: z.int(), kind: z.enum(["bulanan", "triwulanan", "tahunan"]), number: z.int() })),
  }),
});

const content = { name: text(120, 5), legalBasis: text(300, 10), validFrom: LocalDate, values };
export const makeStandardDraft = endpoint({ method: "POST", path: "/api/standard/draft", access: "standard.draft", summary: "Begin a draft; the same id once more is the same draft", refuses: [403, 412], body: z.strictObject({ id: Id, ...content }), response: standardDraftView });
export const saveStandardDraft = endpoint({ method: "PUT", path: "/api/standard/draft/:id", access: "standard.draft", summary: "Change a draft that was not handed over", refuses: [403, 409, 412], params: z.object({ id: Id }), body: z.strictObject({ version: Version, ...content }), response: standardDraftView });
const moved = (what: string, summary: string) => endpoint({ method: "POST", path: `/api/standard/draft/:id/${what}`, access: "standard.draft", summary, refuses: [403, 409, 412], params: z.object({ id: Id }), body: z.strictObject({ version: Version }), response: standardDraftView });
export const proposeStandardDraft = moved("propose", "Hand a draft to the second person");
export const discardStandardDraft = moved("discard", "Give a draft up");
export const decideStandardDraft = endpoint({
  method: "POST", path: "/api/standard/draft/:id/decision", access: "standard.publish", summary: "The second person's word: publish it for its day, or send it back with the reason", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, publish: z.boolean(), note: optionalText(500) }), response: standardDraftView,
});

/** How many of `n` people would find another suggestion or index; null where a group is too small to be shown. */
const effect = z.object({ n: z.int(), saranHasilKerja: z.int(), saranPerilaku: z.int(), indeks: z.int(), /** Mean change of the index in percentage points, two decimals. */ selisihIndeks: z.nullable(z.number()) });
export const tryStandardDraft = endpoint({
  method: "GET", path: "/api/standard/draft/:id/what-if", access: "standard.what-if", summary: "A closed period once more under the draft, by department; nothing is written", refuses: [403],
  params: z.object({ id: Id }), query: z.object({ period: Id }),
  response: z.object({ total: z.nullable(effect), units: z.array(z.object({ id: Id, name: z.string(), effect: z.nullable(effect) })), /** Results without stored facts cannot be computed again. */ left: z.int() }),
});
