import { type NoteDraft, NOTE_LENGTH, type NoteView } from "@teraju/contracts/daily-note";
import type { Entry } from "../../outbox.ts";

/** What is typed for a note, before it has an id. */
export type NoteWords = Omit<NoteDraft, "id">;

export const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

export type NoteFault = "textMissing" | "dayInFuture";
/** Why it cannot be kept yet; null when it can. `today` is the server's day. */
export function faultOfNote({ text, day }: NoteWords, today: string): NoteFault | null {
  if (tidy(text) === "" || tidy(text).length > NOTE_LENGTH) return "textMissing";
  return day > today ? "dayInFuture" : null;
}

export type WaitingNote = NoteDraft & { entry: Entry };
/** Notes of the month that this device has and the server may not have yet, the newest first. */
export function waitingNotes(entries: readonly Entry[], month: string, known: readonly NoteView[]): WaitingNote[] {
  return entries
    .filter((entry) => entry.endpoint === "addNote")
    // What is put in is the endpoint's own body; the queue on the device has no types.
    .map((entry) => ({ ...(entry.input.body as NoteDraft), entry }))
    .filter((note) => note.day.startsWith(month) && !known.some((there) => there.id === note.id))
    .toReversed();
}

/** How many photos of this note wait for a signal. */
export const photosWaiting = (entries: readonly Entry[], noteId: string): number => entries.filter((entry) => entry.endpoint === "uploadEvidence" && entry.recordId === noteId).length;

/** "2026-11" → "2026-10" (-1) or "2026-12" (1). */
export function monthBeside(month: string, by: -1 | 1): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const months = year * 12 + number - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}


const SHARED_WORDS = 4;
/** Results that begin alike are told apart by what follows: four or more words shared with another one make way for "…". */
export function shortNames(texts: readonly string[]): string[] {
  const all = texts.map((text) => text.split(" "));
  const sharedWith = (words: readonly string[], other: readonly string[]): number => {
    const differs = words.findIndex((word, at) => word !== other[at]);
    return differs === -1 ? 0 : differs;
  };
  return all.map((words) => {
    const shared = Math.max(0, ...all.filter((other) => other !== words).map((other) => sharedWith(words, other)));
    return shared < SHARED_WORDS ? words.join(" ") : `… ${words.slice(shared).join(" ")}`;
  });
}
