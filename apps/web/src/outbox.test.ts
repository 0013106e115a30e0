// @vitest-environment node
import "fake-indexeddb/auto";
import { createStore, keys } from "idb-keyval";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Answer, createOutbox, type Entry } from "./outbox.ts";

let stores = 0;
const freshStore = () => createStore(`teraju-${(stores += 1)}`, "outbox");
const done = (version: number | null = null): Answer => ({ kind: "done", version, result: null });
const stale = { code: "stale", refusals: [], fields: [] };
const save = (text: string, version = 1) => ({ endpoint: "save", recordId: "r", version, input: { body: { text } }, supersedes: ["save"] });
const texts = (entries: readonly Entry[]) => entries.map((e) => (e.input.body as { text?: string }).text ?? e.endpoint);

/** An outbox whose server answers from a list, the last answer for ever. */
function withAnswers(...answers: Answer[]) {
  const sent: Entry[] = [];
  const outbox = createOutbox({ store: freshStore(), send: async (entry) => { sent.push(entry); return (answers.length > 1 ? answers.shift() : answers[0]) ?? done(); } });
  open.push(outbox);
  return { outbox, sent };
}
const open: { stop(): void }[] = [];
afterEach(() => { for (const outbox of open.splice(0)) outbox.stop(); });
const isEmpty = (outbox: ReturnType<typeof createOutbox>) => vi.waitFor(() => expect(outbox.read().entries).toEqual([]));

describe("the outbox", () => {
  it("keeps what is typed at once, and sends only the last of what was typed in one breath", async () => {
    const { outbox, sent } = withAnswers(done(2));
    await outbox.start("budi");
    await outbox.add({ ...save("1"), delayMs: 50 });
    await outbox.add({ ...save("17"), delayMs: 50 });
    expect([texts(outbox.read().entries), sent.length, outbox.read().savedAt !== null]).toEqual([["17"], 0, true]);
    await isEmpty(outbox);
    expect(texts(sent)).toEqual(["17"]);
  });

  it("says that the session is over while something waits, keeps it, and goes on once somebody is signed in again", async () => {
    const { outbox, sent } = withAnswers({ kind: "stop" }, done(2));
    await outbox.start("budi");
    await outbox.add(save("17"));
    await vi.waitFor(() => expect(outbox.read()).toMatchObject({ isHeld: true, isSending: false }));
    expect(texts(outbox.read().entries)).toEqual(["17"]);
    outbox.wake();
    await isEmpty(outbox);
    expect([outbox.read().isHeld, sent.length]).toEqual([false, 2]);
  });

  it("sends in order, and hands the new version on to what follows for the same record", async () => {
    const { outbox, sent } = withAnswers(done(2), done(), done(3));
    await outbox.start("budi");
    await outbox.add({ ...save("17"), delayMs: 20 });
    await outbox.add({ endpoint: "file", recordId: "r", version: null, input: {}, file: new Blob(["x"]), delayMs: 20 });
    await outbox.add({ endpoint: "submit", recordId: "r", version: 1, input: { body: {} }, delayMs: 20 });
    await isEmpty(outbox);
    expect(sent.map((e) => [e.endpoint, e.version])).toEqual([["save", 1], ["file", null], ["submit", 2]]);
  });

  it("never changes what may have arrived: the next word is an entry of its own", async () => {
    const { outbox, sent } = withAnswers({ kind: "later" }, done(2), done(3));
    await outbox.start("budi");
    await outbox.add(save("17"));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    await outbox.add(save("18"));
    await isEmpty(outbox);
    expect(sent.map((e) => [texts([e])[0], e.version])).toEqual([["17", 1], ["17", 1], ["18", 2]]);
  });

  it("lets a refused entry and what follows for its record wait for the person, and nothing else", async () => {
    const { outbox, sent } = withAnswers({ kind: "refused", refused: stale }, done());
    await outbox.start("budi");
    await outbox.add({ ...save("17"), delayMs: 30 });
    await outbox.add({ endpoint: "submit", recordId: "r", version: 1, input: {}, delayMs: 30 });
    await outbox.add({ endpoint: "note", recordId: "n", version: null, input: {}, delayMs: 30 });
    await vi.waitFor(() => expect(sent.map((e) => e.endpoint)).toEqual(["save", "note"]));
    await vi.waitFor(() => expect(outbox.read().entries.map((e) => [e.endpoint, e.refused])).toEqual([["save", stale], ["submit", null]]));
    await outbox.retry("r", 5);
    await isEmpty(outbox);
    expect(sent.slice(2).map((e) => [e.endpoint, e.version])).toEqual([["save", 5], ["submit", 1]]);
  });

  it("throws away what the person gives up", async () => {
    const { outbox } = withAnswers({ kind: "refused", refused: stale });
    await outbox.start("budi");
    await outbox.add(save("17"));
    await vi.waitFor(() => expect(outbox.read().entries[0]?.refused).toEqual(stale));
    await outbox.discard((e) => e.recordId === "r");
    expect(outbox.read().entries).toEqual([]);
  });

  it("tries again by itself, and at once when the network is back", async () => {
    const { outbox, sent } = withAnswers({ kind: "later" }, done());
    await outbox.start("budi");
    await outbox.add(save("17"));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    outbox.wake();
    await vi.waitFor(() => expect(sent).toHaveLength(2), { timeout: 400 });
    await isEmpty(outbox);
  });

  it("keeps a file beside its entry, whole, and no longer than needed", async () => {
    const store = freshStore();
    const first = createOutbox({ store, send: async () => ({ kind: "later" }) });
    await first.start("budi");
    await first.add({ endpoint: "file", recordId: "r", version: null, input: {}, file: new Blob(["%PDF-1.4"], { type: "application/pdf" }) });
    first.stop();
    const files: (string | undefined)[] = [];
    const second = createOutbox({ store, send: async (_entry, file) => { files.push(await file?.text()); return done(); } });
    open.push(second);
    await second.start("budi");
    const [entry] = second.read().entries;
    await isEmpty(second);
    expect([files, entry && (await second.fileOf(entry))]).toEqual([["%PDF-1.4"], undefined]);
  });

  it("shows one account nothing of another, and signing out leaves nothing for anybody", async () => {
    const store = freshStore();
    const sent: Entry[] = [];
    const outbox = createOutbox({ store, send: async (entry) => { sent.push(entry); return { kind: "later" }; } });
    open.push(outbox);
    await outbox.start("budi");
    await outbox.add(save("rahasia budi"));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    outbox.stop();
    await outbox.start("citra");
    outbox.wake();
    expect([outbox.read().entries, sent.length]).toEqual([[], 1]);
    await outbox.start("budi");
    expect(texts(outbox.read().entries)).toEqual(["rahasia budi"]);
    await outbox.wipe();
    await outbox.start("budi");
    expect(outbox.read().entries).toEqual([]);
  });

  it("keeps for who signs in again what could not be sent, photo included, and nothing of anybody else", async () => {
    const store = freshStore();
    const outbox = createOutbox({ store, send: async () => ({ kind: "later" }) });
    open.push(outbox);
    await outbox.start("budi");
    await outbox.add(save("rahasia budi"));
    await outbox.start("cut");
    await outbox.add({ ...save("laporan cut"), file: new Blob(["foto"]) });
    await outbox.keepOnly("cut");
    expect((await keys<string>(store)).filter((key) => !key.startsWith("file:"))).toEqual(["queue:cut"]);
    await outbox.start("cut");
    const [entry] = outbox.read().entries;
    expect(texts(outbox.read().entries)).toEqual(["laporan cut"]);
    expect(entry && (await outbox.fileOf(entry))?.size).toBe(4);
    await outbox.start("budi");
    expect(outbox.read().entries).toEqual([]);
  });

  it("says so when the device cannot write, and sends all the same", async () => {
    const broken = (() => Promise.reject(new Error("QuotaExceeded"))) as unknown as ReturnType<typeof createStore>;
    const sent: Entry[] = [];
    const outbox = createOutbox({ store: broken, send: async (entry) => { sent.push(entry); return done(); } });
    open.push(outbox);
    await outbox.start("budi");
    await outbox.add(save("17"));
    expect(outbox.read()).toMatchObject({ isUnsafe: true, savedAt: null });
    await vi.waitFor(() => expect(texts(sent)).toEqual(["17"]));
  });
});
