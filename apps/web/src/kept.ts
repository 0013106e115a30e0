import { del, get, set } from "idb-keyval";
import { store } from "./sending.tsx";

/**
 * What one person has typed on a desk and not saved yet, on this device: it survives a lost session, a closed window and a walk to
 * another page. In the outbox's store: signing out empties that. A device without storage loses only this net.
 */
export function keeper<T>(kind: string) {
  const keyOf = (personId: string, id: string): string => `${kind}:${personId}/${id}`;
  return {
    /** Null where nothing was kept, or where storage is closed. */
    read: async (personId: string, id: string): Promise<T | null> => (await get<T>(keyOf(personId, id), store).catch(() => undefined)) ?? null,
    keep: (personId: string, id: string, kept: T): Promise<void> => set(keyOf(personId, id), kept, store).catch(() => undefined),
    forget: (personId: string, id: string): Promise<void> => del(keyOf(personId, id), store).catch(() => undefined),
  };
}
