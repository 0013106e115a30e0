import pg from "pg";

/** Who listens to one topic: `deliver` is called when there may be something new, never twice at the same time. */
type Listener = { readonly topic: string; readonly deliver: () => Promise<void>; isBusy: boolean; isAsked: boolean };
export type Hub = {
  /** Calls `deliver` at once and after each notice about `topic`. Gives what ends it. */
  listen(topic: string, deliver: () => Promise<void>): () => void;
  /** Ends every stream that `onClose` named, and the connection. */
  close(): Promise<void>;
  onClose(end: () => void): () => void;
};

const FIRST_RETRY_MS = 200;
const MOST_RETRY_MS = 5_000;

/**
 * Notices of PostgreSQL for the streams of this process, over one connection of its own (LISTEN), opened when the first stream
 * comes. A notice says only where to look; who listens reads what is new from the tables, so that nothing depends on a notice
 * arriving: after a broken connection everybody looks once.
 */
export function createHub({ connection, channel, onError }: { connection: pg.ClientConfig; channel: string; onError: (error: unknown) => void }): Hub {
  const listeners = new Set<Listener>();
  const ends = new Set<() => void>();
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let waitMs = FIRST_RETRY_MS;
  let isClosed = false;

  const wake = (topic: string | null): void => {
    for (const one of listeners) if (topic === null || one.topic === topic) void pump(one, onError);
  };
  const again = (): void => {
    client = null;
    if (isClosed || retry !== null || listeners.size === 0) return;
    retry = setTimeout(() => {
      retry = null;
      void connect();
    }, waitMs);
    retry.unref();
    waitMs = Math.min(waitMs * 2, MOST_RETRY_MS);
  };
  const connect = async (): Promise<void> => {
    if (isClosed || client !== null) return;
    const mine = new pg.Client(connection);
    client = mine;
    const lost = (): void => {
      if (client === mine) again();
    };
    mine.on("error", lost);
    mine.on("end", lost);
    mine.on("notification", ({ payload }) => wake(payload?.split(":")[0] ?? null));
    try {
      await mine.connect();
      await mine.query(`listen ${channel}`);
      waitMs = FIRST_RETRY_MS;
      // What was said while nobody listened.
      wake(null);
    } catch (error) {
      onError(error);
      await mine.end().catch(() => undefined);
      lost();
    }
  };

  return {
    listen(topic, deliver) {
      const one: Listener = { topic, deliver, isBusy: false, isAsked: false };
      listeners.add(one);
      void connect();
      void pump(one, onError);
      return () => void listeners.delete(one);
    },
    onClose(end) {
      ends.add(end);
      return () => void ends.delete(end);
    },
    async close() {
      isClosed = true;
      if (retry !== null) clearTimeout(retry);
      for (const end of ends) end();
      listeners.clear();
      await client?.end().catch(() => undefined);
    },
  };
}

/** One delivery at a time; what is asked meanwhile follows in one more. */
async function pump(one: Listener, onError: (error: unknown) => void): Promise<void> {
  one.isAsked = true;
  if (one.isBusy) return;
  one.isBusy = true;
  try {
    while (one.isAsked) {
      one.isAsked = false;
      await one.deliver();
    }
  } catch (error) {
    onError(error);
  } finally {
    one.isBusy = false;
  }
}
