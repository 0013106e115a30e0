// @vitest-environment node
import "fake-indexeddb/auto";
import fc from "fast-check";
import { createStore, type UseStore } from "idb-keyval";
import { describe, expect, it, vi } from "vitest";
import { type Answer, createOutbox, type Entry } from "./outbox.ts";

// In one process a killed window would keep its lock for ever; a browser lets it go.
vi.stubGlobal("navigator", {});

/**
 * The report's server, as the endpoints behave: a save or a sending on the version it has is taken; the same words again are
 * answered as before; other words on an old version are stale. Evidence has ids made by the phone: the same one twice is one.
 */
function modelServer() {
  const report = { version: 1, status: "draft" as "draft" | "submitted", text: "" };
  const log = { saves: 0, submits: 0, evidence: new Map<string, number>(), doubled: 0 };
  const isReplay = (text: string): boolean => report.text === text;
  function handle({ endpoint, version, input }: Entry, file: string | undefined): Answer {
    const { text = "", id = "" } = input.body as { text?: string; id?: string };
    const refused = (code: string): Answer => ({ kind: "refused", refused: { code, refusals: [], fields: [] } });
    if (endpoint === "evidence") {
      if (log.evidence.has(id)) return { kind: "done", version: null, result: null };
      if (report.status === "submitted" || file !== `foto ${id}`) return refused("refused");
      log.evidence.set(id, (log.evidence.get(id) ?? 0) + 1);
      return { kind: "done", version: null, result: null };
    }
    if (version !== report.version) {
      if (endpoint === "submit" ? report.status === "submitted" && isReplay(text) : isReplay(text)) return { kind: "done", version: report.version, result: null };
      return refused(report.status === "submitted" ? "refused" : "stale");
    }
    if (report.status === "submitted") return refused("refused");
    report.version += 1;
    report.text = text;
    if (endpoint === "submit") { report.status = "submitted"; log.submits += 1; } else log.saves += 1;
    return { kind: "done", version: report.version, result: null };
  }
  return { report, log, handle };
}

type Weather = "fine" | "no_signal" | "answer_lost" | "slow";
type Step = { do: "type" } | { do: "photo" } | { do: "kill" } | { do: "wait" } | { do: "weather"; weather: Weather };

const step = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Step>({ do: "type" }) }, { weight: 2, arbitrary: fc.constant<Step>({ do: "photo" }) }, { weight: 3, arbitrary: fc.constant<Step>({ do: "kill" }) },
  { weight: 3, arbitrary: fc.constant<Step>({ do: "wait" }) },
  { weight: 4, arbitrary: fc.constantFrom<Weather>("fine", "no_signal", "answer_lost", "slow").map((weather): Step => ({ do: "weather", weather })) },
);

const turn = () => new Promise((resolve) => setImmediate(resolve));
let runs = 0;

/** One phone through one month: typing, photos, bad weather, a browser killed at any moment; then good weather until all is sent. */
async function live(steps: readonly Step[], submitAt: number) {
  const server = modelServer();
  const store: UseStore = createStore(`run-${(runs += 1)}`, "outbox");
  let weather: Weather = "fine";
  let seen = 1;
  let window = 0;
  const openWindow = async () => {
    const mine = (window += 1);
    const never = new Promise<never>(() => undefined);
    const outbox = createOutbox({
      store,
      send: async (entry, file) => {
        const text = await file?.text();
        if (mine !== window) return never;
        const under = weather;
        if (under === "slow") { await turn(); await turn(); }
        // A killed window sends nothing more; one that was killed between sending and hearing has sent.
        if (mine !== window) return never;
        if (under === "no_signal") return { kind: "later" };
        const answer = server.handle(entry, text);
        if (under === "answer_lost") return { kind: "later" };
        await turn();
        return mine === window ? answer : never;
      },
      onSent: () => { seen = server.report.version; },
    });
    await outbox.start("budi");
    return outbox;
  };
  let outbox = await openWindow();
  let typed = "";
  let photos = 0;
  let isSent = false;
  const version = () => Math.max(seen, ...outbox.read().entries.map((e) => e.version ?? 0));
  const all: Step[] = [...steps.slice(0, submitAt), { do: "type" }, ...steps.slice(submitAt)];
  for (const [i, s] of all.entries()) {
    if (s.do === "weather") weather = s.weather;
    if (s.do === "wait") for (let n = 0; n < 5; n++) { outbox.wake(); await turn(); }
    if (s.do === "kill") { outbox.stop(); outbox = await openWindow(); }
    if (isSent) continue;
    if (s.do === "type") { typed = `isi ${i}`; await outbox.add({ endpoint: "save", recordId: "r", version: version(), input: { body: { text: typed } }, supersedes: ["save"] }); }
    if (s.do === "photo") { photos += 1; const id = `p${photos}`; await outbox.add({ endpoint: "evidence", recordId: "r", version: null, input: { body: { id } }, file: new Blob([`foto ${id}`]) }); }
    if (i >= submitAt && s.do === "type") { isSent = true; await outbox.add({ endpoint: "submit", recordId: "r", version: version(), input: { body: { text: typed } }, supersedes: ["save", "submit"] }); }
  }
  weather = "fine";
  for (let n = 0; n < 400 && outbox.read().entries.some((e) => e.refused === null); n++) { outbox.wake(); await turn(); }
  const left = outbox.read().entries;
  outbox.stop();
  return { server, left, typed, photos };
}

describe("a phone with bad signal and a browser that is killed", () => {
  it("loses nothing and doubles nothing in 1,000 lives", async () => {
    const total = { lives: 0, kills: 0, lost: 0, doubled: 0 };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 18 }), fc.nat(17), async (steps, at) => {
      const { server, left, typed, photos } = await live(steps, Math.min(at, steps.length));
      total.lives += 1;
      total.kills += steps.filter((s) => s.do === "kill").length;
      const kept = [...server.log.evidence.values()];
      if (left.length > 0 || server.report.status !== "submitted" || server.report.text !== typed || kept.length !== photos) total.lost += 1;
      if (server.log.submits !== 1 || kept.some((n) => n !== 1)) total.doubled += 1;
      expect({ left: left.map((e) => [e.endpoint, e.version, e.refused?.code]), status: server.report.status, text: server.report.text, submits: server.log.submits, photos: kept }).toEqual(
        { left: [], status: "submitted", text: typed, submits: 1, photos: Array.from({ length: photos }, () => 1) });
    }), { numRuns: 1000, endOnFailure: false });
    expect(total).toMatchObject({ lives: 1000, lost: 0, doubled: 0 });
    expect(total.kills).toBeGreaterThan(500);
    console.log(`outbox: ${total.lives} lives, ${total.kills} kills, ${total.lost} lost, ${total.doubled} doubled`);
  }, 120_000);
});
