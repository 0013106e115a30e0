import { clear, createStore, del, delMany, get, keys, set, update, type UseStore } from "idb-keyval";
import { v7 } from "uuid";

type Input = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
export type Refused = { code: string; refusals: readonly string[]; fields: readonly string[] };

/** One request that must arrive, once. `version` goes into its body when it is sent: an earlier entry of the record may have raised it. */
export type Entry = {
  readonly id: string; readonly endpoint: string; readonly recordId: string; readonly version: number | null; readonly input: Input; readonly hasFile: boolean; readonly createdAt: string;
  /** It may have arrived: from now on it is repeated as it is, never changed. */
  readonly isTried: boolean;
  /** The server said no: it and what follows for the record wait for the person. */
  readonly refused: Refused | null;
};
export type NewEntry = Pick<Entry, "endpoint" | "recordId" | "version" | "input"> & {
  /** Kept beside the queue, and sent as the body. */
  file?: Blob;
  /** Endpoints whose untried entries of this record say nothing that this one does not say. */
  supersedes?: readonly string[];
  /** Milliseconds to wait for the next word of somebody who is typing. */
  delayMs?: number;
};
/** `later`: no signal, or a busy server. `stop`: not this account's session any more; tried again when it starts anew. */
export type Answer = { kind: "done"; version: number | null; result: unknown } | { kind: "later" } | { kind: "stop" } | { kind: "refused"; refused: Refused };
export type OutboxState = {
  readonly entries: readonly Entry[]; readonly isSending: boolean; /** The device has not yet written all of it down. */ readonly isWriting: boolean;
  /** The device refuses to write: private window, full disk. */ readonly isUnsafe: boolean;
  /** The session is over: nothing goes until this person signs in again. */ readonly isHeld: boolean; readonly savedAt: string | null; readonly sentAt: string | null;
};
const queueOf = (accountId: string): string => `queue:${accountId}`;
const fileOf = ({ id }: Entry): string => `file:${id}`;
type Options = { send: (entry: Entry, file: Blob | undefined) => Promise<Answer>; onSent?: (entry: Entry, result: unknown) => void; store?: UseStore; now?: () => string };

const LONGEST_WAIT = 60_000;
const NOTHING: OutboxState = { entries: [], isSending: false, isWriting: false, isUnsafe: false, isHeld: false, savedAt: null, sentAt: null };

/**
 * What was typed or sent without signal, kept in IndexedDB, one queue for each account, sent in order. A request may arrive
 * twice, when an answer was lost: ids and versions made on this side let the server know it again.
 */
export function createOutbox({ send, onSent, store = createStore("teraju", "outbox"), now = () => new Date().toISOString() }: Options) {
  let account: string | null = null;
  let state = NOTHING;
  let writes = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const become = (change: Partial<OutboxState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  /** The same change in memory, at once, and on the device, in one transaction; another window's entries stay. */
  async function write(change: (entries: readonly Entry[]) => readonly Entry[]): Promise<void> {
    if (account === null) return;
    writes += 1;
    become({ entries: change(state.entries), isWriting: true });
    const owner = account;
    const isSafe = await update<readonly Entry[]>(queueOf(owner), (stored = []) => change(stored), store).then(() => true, () => false);
    writes -= 1;
    if (account === owner) become({ isWriting: writes > 0, isUnsafe: !isSafe, ...(isSafe && { savedAt: now() }) });
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void drain(), ms);
  }
  /** The first that may go: not behind one of its own record that was refused. */
  const next = (): Entry | undefined => state.entries.find((entry, i) => state.entries.slice(0, i + 1).every((before) => before.recordId !== entry.recordId || before.refused === null));

  /** It has arrived: gone from the queue, its version handed on to what follows for the record. */
  async function settle(entry: Entry, version: number | null, result: unknown): Promise<void> {
    onSent?.(entry, result);
    const raised = (e: Entry): Entry => (version !== null && e.version !== null && e.recordId === entry.recordId ? { ...e, version: Math.max(e.version, version) } : e);
    await write((entries) => entries.filter((e) => e.id !== entry.id).map(raised));
    if (entry.hasFile) await del(fileOf(entry), store);
    become({ sentAt: now() });
  }

  async function sendOne(entry: Entry, owner: string): Promise<boolean> {
    await write((entries) => entries.map((e) => (e.id === entry.id ? { ...e, isTried: true } : e)));
    const file = entry.hasFile ? await get<Blob>(fileOf(entry), store) : undefined;
    const answer = await send(entry, file).catch((): Answer => ({ kind: "later" }));
    if (account !== owner) return false;
    become({ isHeld: answer.kind === "stop" });
    if (answer.kind === "stop") return false;
    if (answer.kind === "later") {
      failures += 1;
      schedule(Math.min(LONGEST_WAIT, 500 * 2 ** failures));
      return false;
    }
    failures = 0;
    if (answer.kind === "refused") await write((entries) => entries.map((e) => (e.id === entry.id ? { ...e, refused: answer.refused } : e)));
    else await settle(entry, answer.version, answer.result);
    return true;
  }

  async function drain(): Promise<void> {
    if (state.isSending || account === null) return;
    const owner = account;
    become({ isSending: true });
    const work = async (): Promise<void> => {
      for (let entry = next(); entry !== undefined && account === owner; entry = next()) if (!(await sendOne(entry, owner))) return;
    };
    try {
      // One window sends at a time; the others find the work done, or do it when their turn comes.
      await (globalThis.navigator?.locks?.request("teraju.outbox", work) ?? work());
    } finally {
      if (account === owner) become({ isSending: false });
    }
  }

  function stop(): void {
    account = null;
    clearTimeout(timer);
    become(NOTHING);
  }

  return {
    /** Takes up this person's queue where a closed or killed browser left it, and begins to send. */
    async start(accountId: string): Promise<void> {
      if (account === accountId) return schedule(0);
      account = accountId;
      state = NOTHING;
      const kept = (await get<readonly Entry[]>(queueOf(accountId), store).catch(() => [])) ?? [];
      if (account !== accountId) return;
      become({ entries: [...kept, ...state.entries.filter((e) => kept.every((old) => old.id !== e.id))] });
      schedule(0);
    },
    /** Keeps a request; it is on the device when the promise ends, and on the server when it is no longer among `entries`. */
    async add({ file, supersedes = [], delayMs = 0, ...entry }: NewEntry): Promise<void> {
      const made: Entry = { ...entry, id: v7(), hasFile: file !== undefined, createdAt: now(), isTried: false, refused: null };
      if (file !== undefined) await set(fileOf(made), file, store);
      clearTimeout(timer);
      const isNeedless = (e: Entry): boolean => e.recordId === made.recordId && !e.isTried && supersedes.includes(e.endpoint);
      await write((entries) => [...entries.filter((e) => !isNeedless(e)), made]);
      schedule(delayMs);
    },
    /** The person's answer to a refusal: again, on the version that the server has now; or not at all. */
    async retry(recordId: string, version: number | null): Promise<void> {
      await write((entries) => entries.map((e) => (e.recordId === recordId && e.refused !== null ? { ...e, refused: null, version: version ?? e.version } : e)));
      schedule(0);
    },
    async discard(matches: (entry: Entry) => boolean): Promise<void> {
      const gone = state.entries.filter(matches);
      await write((entries) => entries.filter((e) => !gone.some((g) => g.id === e.id)));
      await Promise.all(gone.map((e) => del(fileOf(e), store)));
      schedule(0);
    },
    fileOf: (entry: Entry): Promise<Blob | undefined> => get<Blob>(fileOf(entry), store),
    /** Tries at once: the network is back, or the page is looked at again. */
    wake: (): void => void drain(),
    /** Stops sending for now and forgets nothing: the session has ended by itself. */
    stop,
    /** Somebody signs in: what others left goes; what this person could not send yet stays, whose browser died or whose session ended by itself. */
    async keepOnly(accountId: string): Promise<void> {
      stop();
      // Where storage is closed there is nothing to keep or to take away.
      const own = (await get<readonly Entry[]>(queueOf(accountId), store).catch(() => [])) ?? [];
      const files = new Set(own.map(fileOf));
      const others = (await keys<string>(store).catch(() => [])).filter((key) => !key.includes(accountId) && !files.has(key));
      if (others.length > 0) await delMany(others, store);
    },
    /** Signed out: nothing of anybody stays on the device. */
    wipe: (): Promise<void> => (stop(), clear(store)),
    subscribe: (listener: () => void): (() => void) => (listeners.add(listener), () => listeners.delete(listener)),
    read: (): OutboxState => state,
  };
}
