import { del, get, set } from "idb-keyval";
import { store } from "../../sending.tsx";
import type { Draft } from "./draft.ts";

/** A draft with changes that the server does not have, and the version that they were made on. */
export type Kept = { version: number; draft: Draft };

/** In the outbox's store: signing out empties that, whichever pages were open. */
const keyOf = (personId: string, skpId: string): string => `skp:${personId}/${skpId}`;

/** What this device kept of the SKP for this person; null where nothing, or where storage is closed. */
export async function readKept(personId: string, skpId: string): Promise<Kept | null> {
  return (await get<Kept>(keyOf(personId, skpId), store).catch(() => undefined)) ?? null;
}
/** Keeps it; a device without storage loses only the safety net, so its refusal is no failure of the page. */
export async function keep(personId: string, skpId: string, kept: Kept): Promise<void> {
  await set(keyOf(personId, skpId), kept, store).catch(() => undefined);
}
export async function forget(personId: string, skpId: string): Promise<void> {
  await del(keyOf(personId, skpId), store).catch(() => undefined);
}
