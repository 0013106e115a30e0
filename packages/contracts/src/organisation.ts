import { JENIS_JABATAN, JENJANG, organisation as rules, PENEMPATAN_KIND, UNIT_KIND } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, LocalDate, optionalText, text, Version } from "./fields.ts";

const refusals = z.array(z.string());
const named = z.object({ id: Id, name: z.string() });
const orgUnit = z.object({ unitId: Id, parentId: z.nullable(Id), name: z.string(), shortName: z.nullable(z.string()), kind: z.enum(UNIT_KIND) });
export type UnitView = z.output<typeof orgUnit>;
/** A unit of the tree with who leads it and how many sit in it (`people`) on that day. */
const treeUnit = z.object({ ...orgUnit.shape, head: z.nullable(z.object({ ...named.shape, kind: z.enum(PENEMPATAN_KIND) })), people: z.int() });

/** Words as people write them, and as they are sent back: what is read is cleaned, what is sent stands already. */
const written = { name: text(160, 3), post: optionalText(160), short: optionalText(40) };
const sent = { name: z.string(), post: z.nullable(z.string()), short: z.nullable(z.string()) };
type Words = typeof written | typeof sent;
const newUnit = <W extends Words>({ name, short }: W) => z.strictObject({ unitId: Id, parentId: Id, name: name as W["name"], shortName: short as W["short"], kind: z.enum(UNIT_KIND) });
/** One step of a draft. Ids of what is new are made by the client, so that a later step may speak of it. */
const stepOf = <W extends Words>(words: W) => {
  const [name, short, post] = [words.name as W["name"], words.short as W["short"], words.post as W["post"]];
  return z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("create"), unit: newUnit(words) }),
    z.strictObject({ kind: z.literal("rename"), unitId: Id, name, shortName: short }),
    z.strictObject({ kind: z.literal("move"), unitId: Id, parentId: Id }),
    z.strictObject({ kind: z.literal("merge"), unitId: Id, into: Id }),
    z.strictObject({ kind: z.literal("split"), unitId: Id, unit: newUnit(words), childIds: z.array(Id).check(z.maxLength(200)), personIds: z.array(Id).check(z.maxLength(1000)), headId: z.nullable(Id), headPost: post }),
    z.strictObject({ kind: z.literal("close"), unitId: Id }),
    z.strictObject({ kind: z.literal("post"), postId: Id, unitId: Id, name, jenis: z.enum(JENIS_JABATAN), jenjang: z.nullable(z.enum(JENJANG)), isHead: z.boolean() }),
    z.strictObject({ kind: z.literal("closePost"), postId: Id }),
    z.strictObject({ kind: z.literal("seat"), personId: Id, postId: Id }),
    z.strictObject({ kind: z.literal("leave"), personId: Id, reason: z.enum(rules.LEAVE_REASON) }),
  ]);
};
const step = stepOf(written);
const stepView = stepOf(sent);
export type OrgStep = z.output<typeof step>;
const steps = z.array(step).check(z.minLength(1), z.maxLength(60));
const draft = { from: LocalDate, steps };

/** What goes along, stays with who has it, or needs somebody's hand. */
export const WORK_KIND = ["laporan_draf", "laporan_periksa", "laporan_perbaikan", "skp", "penilaian", "umpan_balik", "keberatan", "koreksi_atasan", "rapat", "admin_opd"] as const;
export const WORK_FATE = ["ikut", "tetap", "periksa"] as const;
/** `count` things of one kind; `items` names the first hundred. `detail` is a month, a year or a day, as the kind has it. */
const work = z.object({ what: z.enum(WORK_KIND), fate: z.enum(WORK_FATE), count: z.int(), items: z.array(z.object({ name: z.string(), detail: z.nullable(z.string()) })) });
/** What a draft does on its day, found by doing it and taking it back. People in the order of their names. */
const outcome = z.object({
  /** Units that hang on another one from then on, with all units and people in them; the numbers beside count each once. */
  carried: z.object({ units: z.int(), people: z.int(), items: z.array(z.object({ ...named.shape, from: z.string(), to: z.string(), units: z.int(), people: z.int() })) }),
  /** `to` null: they leave the city's service. */
  moved: z.array(z.object({ ...named.shape, from: z.nullable(z.string()), to: z.nullable(z.string()) })),
  /** Whose penilai is another one. `before` null: nobody rated them. */
  handOvers: z.array(z.object({ ...named.shape, before: z.nullable(named), after: named })),
  withoutPenilai: z.array(named),
  /** Who led a unit that is no more, or whose headship was given to another: they keep a seat until another post is given. */
  displaced: z.array(named),
  /** Units of the draft that nobody leads afterwards. */
  headless: z.array(named),
  work: z.array(work),
});
export type OrgOutcome = z.output<typeof outcome>;

export const readOrganisation = endpoint({
  method: "GET", path: "/api/organisation", access: "organisation.read", summary: "The tree of a day, in order; an OPD's admin gets that OPD",
  query: z.object({ on: z.optional(LocalDate) }),
  response: z.object({
    on: LocalDate, units: z.array(treeUnit),
    /** The version in force; null before the first one. */
    version: z.nullable(z.object({ from: LocalDate, until: z.nullable(LocalDate), legalBasis: z.string() })),
    /** Days on which a version began, the latest first, those to come too. */
    days: z.array(LocalDate), actions: z.object({ change: refusals }),
  }),
});
const holder = z.object({ ...named.shape, kind: z.enum(PENEMPATAN_KIND), from: LocalDate, until: z.nullable(LocalDate), penilai: z.nullable(named) });
export const readOrganisationUnit = endpoint({
  method: "GET", path: "/api/organisation/unit/:unitId", access: "organisation.read", summary: "A unit on a day: its posts, who sits on them, who rates them, and what it was before",
  params: z.object({ unitId: Id }), query: z.object({ on: z.optional(LocalDate) }),
  response: z.object({
    on: LocalDate, unit: z.nullable(treeUnit),
    posts: z.array(z.object({ id: Id, name: z.string(), jenis: z.enum(JENIS_JABATAN), jenjang: z.nullable(z.string()), isHead: z.boolean(), from: z.nullable(LocalDate), until: z.nullable(LocalDate), holders: z.array(holder) })),
    /** One line for each time its name, place or kind was another, the latest first; `until` of the last day with it. */
    history: z.array(z.object({ from: LocalDate, until: z.nullable(LocalDate), name: z.string(), parent: z.nullable(z.string()), kind: z.enum(UNIT_KIND) })),
  }),
});
export const findOrganisationPeople = endpoint({
  method: "GET", path: "/api/organisation/person", access: "organisation.change", summary: "People by a part of their name or NIP, with their post of that day", refuses: [403],
  query: z.object({ q: text(100, 2), on: z.optional(LocalDate) }),
  response: z.object({ people: z.array(z.object({ ...named.shape, nip: z.nullable(z.string()), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) })) }),
});
export const previewOrganisation = endpoint({
  method: "POST", path: "/api/organisation/preview", access: "organisation.change", summary: "Who and what moves with a draft; nothing is written", refuses: [403],
  body: z.strictObject(draft),
  response: z.object({
    /** Null where a step cannot be done: then `step` is its place in the draft. */
    outcome: z.nullable(outcome), units: z.array(orgUnit), refusals, step: z.nullable(z.int()),
  }),
});
/** A draft that was applied. `counts` are those of its outcome. */
const changeLine = z.object({
  id: Id, version: Version, status: z.enum(["applied", "taken_back"]), from: LocalDate, legalBasis: z.string(), steps: z.array(stepView),
  counts: z.object({ moved: z.int(), handOvers: z.int() }), by: z.string(), at: Instant, takenBack: z.nullable(z.object({ by: z.string(), at: Instant })),
  /** Names of the units that the steps speak of, by id, as they stood or will stand. */
  names: z.record(z.string(), z.string()), actions: z.object({ takeBack: refusals }),
});
export type OrgChangeLine = z.output<typeof changeLine>;
export const listOrganisationChanges = endpoint({
  method: "GET", path: "/api/organisation/change", access: "organisation.read", summary: "The last fifty changes, those to come first",
  response: z.object({ changes: z.array(changeLine) }),
});
export const changeOrganisation = endpoint({
  method: "POST", path: "/api/organisation/change", access: "organisation.change", summary: "Carry a draft out on its day, all of it or nothing", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id, ...draft, legalBasis: text(200, 5) }), response: changeLine,
});
export const takeBackOrganisation = endpoint({
  method: "POST", path: "/api/organisation/change/:id/take-back", access: "organisation.change", summary: "Take a coming change back before its day", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version }), response: changeLine,
});
