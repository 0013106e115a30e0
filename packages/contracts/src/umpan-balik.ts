import { PERILAKU, UMPAN_BALIK_NADA, UMPAN_BALIK_STATUS } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, LocalDate, Month, pageQuery, text, Version } from "./fields.ts";

const refusals = z.array(z.string());
const nada = z.enum(UMPAN_BALIK_NADA);
const perilaku = z.enum(PERILAKU);
const person = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });

/** About one result, one behaviour, or the work as a whole (both null). `result` is the result in words. */
const about = z.object({ lineId: z.nullable(Id), reportRowId: z.nullable(Id), result: z.nullable(z.string()), perilaku: z.nullable(perilaku) });

/** One thread: question, umpan balik, tanggapan. `box` says how it concerns me. */
export const umpanBalikView = z.object({
  id: Id,
  box: z.enum(["to_me", "by_me", "asked_of_me", "asked_by_me"]),
  from: person, to: person, month: Month, about,
  status: z.enum(UMPAN_BALIK_STATUS),
  question: z.nullable(z.string()), requestedOn: z.nullable(LocalDate),
  nada: z.nullable(nada), text: z.nullable(z.string()), givenOn: z.nullable(LocalDate), readAt: z.nullable(Instant),
  reply: z.nullable(z.string()), repliedAt: z.nullable(Instant),
  version: Version,
  actions: z.object({ answer: refusals, read: refusals, reply: refusals }),
});
export type UmpanBalikView = z.output<typeof umpanBalikView>;

export const listUmpanBalik = endpoint({
  method: "GET", path: "/api/umpan-balik", access: "signed_in", summary: "My umpan balik: given to me, by me, asked of me and by me; newest first",
  query: z.object({ with: z.optional(Id), month: z.optional(Month), box: z.optional(umpanBalikView.shape.box), ...pageQuery }),
  response: z.object({ items: z.array(umpanBalikView), next: z.nullable(z.string()), unread: z.int(), askedOfMe: z.int() }),
});

/** At most one of result, row of a report and behaviour. */
const topic = { lineId: z.optional(Id), reportRowId: z.optional(Id), perilaku: z.optional(perilaku) };
const isOneTopic = (t: { lineId?: string | undefined; reportRowId?: string | undefined; perilaku?: string | undefined }): boolean => [t.lineId, t.reportRowId, t.perilaku].filter((x) => x !== undefined).length <= 1;
const words = text(2000);

/** The day given is today: it counts for the working days after which a note may carry a rating. */
export const giveUmpanBalik = endpoint({
  method: "POST", path: "/api/umpan-balik", access: "umpan-balik.give", summary: "Give umpan balik; it cannot be changed afterwards", refuses: [403],
  body: z.strictObject({ id: Id, toId: Id, month: Month, ...topic, nada, text: words }).check(z.refine(isOneTopic, { error: "one_topic" })),
  response: umpanBalikView,
});
export const requestUmpanBalik = endpoint({
  method: "POST", path: "/api/umpan-balik/request", access: "umpan-balik.request", summary: "Ask a colleague or superior about my work", refuses: [403],
  body: z.strictObject({ id: Id, fromId: Id, month: Month, ...topic, question: text(1000) }).check(z.refine(isOneTopic, { error: "one_topic" })),
  response: umpanBalikView,
});

const one = { params: z.object({ id: Id }), access: "signed_in", response: umpanBalikView } as const;
export const answerUmpanBalik = endpoint({ ...one, method: "POST", path: "/api/umpan-balik/:id/answer", summary: "Answer what was asked of me", refuses: [403, 409, 412], body: z.strictObject({ version: Version, nada, text: words }) });
export const replyUmpanBalik = endpoint({ ...one, method: "POST", path: "/api/umpan-balik/:id/reply", summary: "Respond to umpan balik that I received, once", refuses: [403, 409, 412], body: z.strictObject({ version: Version, text: words }) });
/** Said again it changes nothing: no version. */
export const readUmpanBalik = endpoint({ ...one, method: "POST", path: "/api/umpan-balik/:id/read", summary: "Mark umpan balik as read", refuses: [403, 409] });

/** The results that an umpan balik to this person can be about; empty where the caller may not see the SKP. */
export const listTopics = endpoint({
  method: "GET", path: "/api/umpan-balik/topic", access: "signed_in", summary: "Results of a person's SKP in force, as topics",
  query: z.object({ personId: Id, month: Month }), response: z.object({ lines: z.array(z.object({ lineId: Id, text: z.string() })) }),
});

export const colleague = z.object({ ...person.shape, relation: z.enum(["superior", "bawahan", "colleague"]) });
export type Colleague = z.output<typeof colleague>;
/** Same department, own penilai and atasan, own bawahan; at most 20. No NIP. */
export const listColleagues = endpoint({
  method: "GET", path: "/api/colleague", access: "signed_in", summary: "People whom I may ask or give umpan balik, by name",
  query: z.object({ q: z.optional(text(100, 0)) }), response: z.object({ people: z.array(colleague) }),
});
