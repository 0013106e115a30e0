import { RITME } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { evidenceView } from "./evidence.ts";
import { Id, LocalDate, Month, text, Version } from "./fields.ts";

/** One sentence: what fits on two lines of a phone. */
export const NOTE_LENGTH = 280;

/** A note is its owner's alone. `isAttached`: it stands in a monthly report; `isFixed`: that report has been sent. */
export const noteView = z.object({
  id: Id, day: LocalDate, text: z.string(), lineId: z.nullable(Id), isAttached: z.boolean(), isFixed: z.boolean(), photos: z.array(evidenceView), version: Version,
});
export type NoteView = z.output<typeof noteView>;

export const listNotes = endpoint({
  method: "GET", path: "/api/daily-note", access: "signed_in", summary: "My notes of a month, newest first, and the results that they may be tied to",
  query: z.object({ month: z.optional(Month) }),
  response: z.object({
    month: Month, today: LocalDate, notes: z.array(noteView), results: z.array(z.object({ lineId: Id, text: z.string() })),
    /** Of my rumpun jabatan: whether the page asks for notes at all. */ ritme: z.enum(RITME),
  }),
});

const content = { day: LocalDate, text: text(NOTE_LENGTH), lineId: z.nullable(Id) };
/** The same id once more, with the same words, is the same note. */
export const addNote = endpoint({
  method: "POST", path: "/api/daily-note", access: "signed_in", summary: "Write down one sentence about a day's work", refuses: [409, 412],
  body: z.strictObject({ id: Id, ...content }), response: noteView,
});
export type NoteDraft = z.input<NonNullable<typeof addNote.body>>;
export const changeNote = endpoint({
  method: "PUT", path: "/api/daily-note/:id", access: "signed_in", summary: "Correct a note that no sent report holds", refuses: [409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, ...content }), response: noteView,
});
export const removeNote = endpoint({
  method: "DELETE", path: "/api/daily-note/:id", access: "signed_in", summary: "Take a note away that no sent report holds", refuses: [409],
  params: z.object({ id: Id }),
});
