import { del, get, keys, set } from "idb-keyval";
import { store } from "../../sending.tsx";
import type { Work } from "./work.ts";

/** What was decided and not sent, and the version of the report that was read. */
export type Kept = Work & { version: number };

/** In the outbox's store: signing out empties that, whichever pages were open. */
const beginOf = (personId: string): string => `review:${personId}/`;

/** All that this device kept for this penilai, by report; nothing where storage is closed. */
export async function readKept(personId: string): Promise<Record<string, Kept>> {
  const begin = beginOf(personId);
  const names = (await keys<string>(store).catch(() => [])).filter((key) => key.startsWith(begin));
  const found = await Promise.all(names.map(async (name) => [name.slice(begin.length), await get<Kept>(name, store).catch(() => undefined)] as const));
  return Object.fromEntries(found.flatMap(([reportId, kept]) => (kept === undefined ? [] : [[reportId, kept]])));
}
/** Keeps it; a device without storage loses only the safety net, so its refusal is no failure of the page. */
export async function keep(personId: string, reportId: string, kept: Kept): Promise<void> {
  await set(beginOf(personId) + reportId, kept, store).catch(() => undefined);
}
export async function forget(personId: string, reportId: string): Promise<void> {
  await del(beginOf(personId) + reportId, store).catch(() => undefined);
}
