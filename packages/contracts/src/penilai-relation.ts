import { MONTHLY_REPORT_STATUS, PENEMPATAN_KIND, PENILAI_ISSUE } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, Month, text } from "./fields.ts";

const refusals = z.array(z.string());
/** Name, post and unit as they are today. */
const person = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });
/** Who should rate by the tree and the table: `notes` are the sentences of the rule, `cite` where it stands, `isFinal` that there is no keberatan. */
const usulan = z.object({ penilai: z.nullable(person), atasan: z.nullable(person), sebagai: z.nullable(z.enum(PENEMPATAN_KIND)), isFinal: z.boolean(), isGanda: z.boolean(), notes: z.array(z.string()), cite: z.string() });
export type UsulanView = z.output<typeof usulan>;
const row = z.object({ pegawai: person, penilai: z.nullable(person), atasan: z.nullable(person), since: z.nullable(LocalDate), basis: z.nullable(z.string()), issue: z.nullable(z.enum(PENILAI_ISSUE)), usulan: z.nullable(usulan) });
export type PenilaiRelationRow = z.output<typeof row>;

/** Persons on a page of the list. */
export const RELATION_PAGE = 50;
export const listPenilaiRelations = endpoint({
  method: "GET", path: "/api/penilai-relation", access: "penilai-relation.read", summary: "Who rates whom today, and where that is missing, doubtful or not as proposed; an OPD's admin gets that OPD",
  query: z.object({ opd: z.optional(Id), masalah: z.optional(z.enum([...PENILAI_ISSUE, "semua"])), q: z.optional(text(100, 0)), halaman: z.optional(z.string().check(z.regex(/^[1-9]\d{0,3}$/))) }),
  response: z.object({
    opds: z.array(z.object({ id: Id, name: z.string() })), opd: z.nullable(Id),
    people: z.int(), counts: z.record(z.enum(PENILAI_ISSUE), z.int()), found: z.int(), page: z.int(), rows: z.array(row), actions: z.object({ change: refusals }),
  }),
});

const days = { from: LocalDate, until: z.nullable(LocalDate) };
const pimpinan = z.object({ id: Id, pimpinan: person, task: z.string(), ...days });
export const readPenilaiRelation = endpoint({
  method: "GET", path: "/api/penilai-relation/person/:personId", access: "penilai-relation.read", summary: "One pegawai's line through time, who is proposed, and what another penilai would change",
  params: z.object({ personId: Id }), query: z.object({ penilaiId: z.optional(Id), from: z.optional(LocalDate), q: z.optional(text(100, 0)) }),
  response: z.object({
    pegawai: person, lines: z.array(z.object({ penilai: person, atasan: z.nullable(person), basis: z.nullable(z.string()), ...days })), pimpinan: z.array(pimpinan),
    usulan: z.nullable(usulan), candidates: z.array(person), chosen: z.nullable(person),
    changes: z.object({ from: LocalDate, before: z.nullable(person), atasan: z.nullable(person), reports: z.array(z.object({ month: Month, status: z.enum(MONTHLY_REPORT_STATUS) })) }),
    actions: z.object({ change: refusals, pimpinan: refusals }),
  }),
});
/** `before`: the penilai that was seen on record, so that nobody overwrites what has changed meanwhile. */
export const setPenilaiRelation = endpoint({
  method: "POST", path: "/api/penilai-relation/person/:personId", access: "penilai-relation.change", summary: "From this day another penilai rates; open work follows", refuses: [403, 409, 412],
  params: z.object({ personId: Id }), body: z.strictObject({ penilaiId: Id, from: LocalDate, basis: text(200, 5), before: z.nullable(Id) }), response: z.object({ handOvers: z.int(), reports: z.int() }),
});
/** `penilaiId`: who was seen as proposed; where it is another one by now, nothing is changed. */
export const adoptPenilaiProposals = endpoint({
  method: "POST", path: "/api/penilai-relation/adopt", access: "penilai-relation.change", summary: "From this day those rate who are proposed, for up to 200 people", refuses: [403, 409, 412],
  body: z.strictObject({ people: z.array(z.strictObject({ personId: Id, penilaiId: Id })).check(z.minLength(1), z.maxLength(200), z.refine((all) => new Set(all.map(({ personId }) => personId)).size === all.length, { error: "twice" })), from: LocalDate, basis: text(200, 5) }), response: z.object({ handOvers: z.int(), reports: z.int() }),
});

const acting = z.object({ id: Id, person, unit: z.object({ id: Id, name: z.string() }), kind: z.enum(["plt", "plh"]), hasDelegasi: z.boolean(), basis: z.nullable(z.string()), ...days, actions: z.object({ end: refusals }) });
export const listActing = endpoint({
  method: "GET", path: "/api/acting", access: "penilai-relation.read", summary: "Who acts for the head of a unit, or is going to, and the units whose post is empty",
  query: z.object({ opd: z.optional(Id) }),
  response: z.object({ acting: z.array(acting), units: z.array(z.object({ id: Id, name: z.string(), opd: z.nullable(z.string()), head: z.nullable(z.string()) })), actions: z.object({ change: refusals }) }),
});
export const assignActing = endpoint({
  method: "POST", path: "/api/acting", access: "penilai-relation.change", summary: "Put a Plt. or Plh. on the post of a unit's head, with dates", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id, personId: Id, unitId: Id, kind: z.enum(["plt", "plh"]), from: LocalDate, until: LocalDate, basis: text(200, 5), hasDelegasi: z.boolean() }),
});
export const endActing = endpoint({
  method: "POST", path: "/api/acting/:id/end", access: "penilai-relation.change", summary: "It ends on this day, earlier than its letter said", refuses: [403, 409],
  params: z.object({ id: Id }), body: z.strictObject({ on: LocalDate }),
});

export const addPimpinan = endpoint({
  method: "POST", path: "/api/pimpinan", access: "penilai-relation.change", summary: "A further pimpinan, who gives umpan balik and does not rate", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id, pegawaiId: Id, pimpinanId: Id, task: text(200, 5), from: LocalDate, until: z.nullable(LocalDate) }),
});
export const endPimpinan = endpoint({
  method: "POST", path: "/api/pimpinan/:id/end", access: "penilai-relation.change", summary: "The task is done on this day", refuses: [403, 409],
  params: z.object({ id: Id }), body: z.strictObject({ on: LocalDate }),
});
/** Names to be put on a line or a post, for the two forms. */
export const findRelationPeople = endpoint({
  method: "GET", path: "/api/penilai-relation/people", access: "penilai-relation.change", summary: "People on a post by a part of their name, at most twenty", refuses: [403],
  query: z.object({ q: text(100, 2) }), response: z.object({ people: z.array(person) }),
});
