import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { v7 } from "uuid";
import type { FastifyInstance } from "fastify";
import { buildApp } from "../../app.ts";
import { createDb, createPool } from "#db/client.ts";
import { smallCity, type SmallCity } from "#test/factories.ts";
import { testApp } from "#test/app.ts";
import { addMeeting, addTeam, MEETING_DAY } from "#test/meeting-factories.ts";

/** Two processes of one office: two apps, each with a pool of its own, on one database. */
const one = await testApp({ today: MEETING_DAY });
const { pool } = one;
const otherPool = createPool(one.url, { max: 4 });
let other: FastifyInstance;
let addresses: [string, string];
let city: SmallCity;
let id: string;
let cookies: { kabid: string; budi: string };

beforeAll(async () => {
  other = await buildApp({ pool: otherPool, db: createDb(otherPool), clock: one.clock, dataDir: mkdtempSync(path.join(tmpdir(), "teraju-files-")), queue: one.queue, secret: "rahasia-khusus-untuk-pengujian-saja" });
  addresses = [await one.app.listen({ port: 0 }), await other.listen({ port: 0 })];
  city = await smallCity(pool);
  await addTeam(pool, city);
  cookies = { kabid: await one.signIn(city.people.kabidA), budi: await one.signIn(city.people.budi) };
  id = await addMeeting(pool, city, { unit: "bidangA1", secretaryId: city.people.citra });
});
afterAll(async () => {
  await other.close();
  await otherPool.end();
});

const device = v7();
async function send(body: Record<string, unknown>, at = addresses[0]): Promise<{ state: { seq: number } }> {
  const answer = await fetch(`${at}/api/evaluation-meeting/${id}/command`, { method: "POST", headers: { cookie: cookies.kabid, "content-type": "application/json" }, body: JSON.stringify({ id: v7(), deviceId: device, ageMs: 0, ...body }) });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as { state: { seq: number } };
}

type Event = { id: number; event: string; data: { seq: number; kind: string; state: { seq: number }; person: unknown; question: unknown } };
type Stream = { events: Event[]; until(isEnough: (events: Event[]) => boolean): Promise<Event[]>; isOver: () => boolean; stop(): void };
/** A browser's EventSource, as far as the tests need one. */
async function open(at: string, { cookie = cookies.budi, layar = "peserta", lastEventId, more = "" }: { cookie?: string; layar?: string; lastEventId?: number; more?: string } = {}): Promise<Stream> {
  const abort = new AbortController();
  const answer = await fetch(`${at}/api/evaluation-meeting/${id}/events?layar=${layar}${more}`, { signal: abort.signal, headers: { cookie, accept: "text/event-stream", ...(lastEventId !== undefined && { "last-event-id": String(lastEventId) }) } });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  const events: Event[] = [];
  let isOver = false;
  const waiting = new Set<() => void>();
  void (async () => {
    let rest = "";
    try {
      for await (const chunk of answer.body ?? []) {
        rest += new TextDecoder().decode(chunk);
        const parts = rest.split("\n\n");
        rest = parts.pop() ?? "";
        for (const part of parts) {
          const field = (name: string): string | undefined => part.split("\n").find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
          const [eventId, data] = [field("id"), field("data")];
          if (eventId !== undefined && data !== undefined) events.push({ id: Number(eventId), event: field("event") ?? "", data: JSON.parse(data) as Event["data"] });
        }
        for (const look of waiting) look();
      }
    } catch {
      // The test, or the server, has ended the stream.
    }
    isOver = true;
    for (const look of waiting) look();
  })();
  return {
    events, isOver: () => isOver, stop: () => abort.abort(),
    until: (isEnough) => new Promise((resolve) => {
      const look = (): void => {
        if (!isEnough(events)) return;
        waiting.delete(look);
        resolve(events);
      };
      waiting.add(look);
      look();
    }),
  };
}
const kinds = (events: Event[]): string[] => events.map((event) => event.data.kind);

it("what one process writes, the phones of both hear, in one order, with ids and the server's state", async () => {
  const [near, far] = [await open(addresses[0]), await open(addresses[1])];
  await send({ kind: "start" });
  await send({ kind: "blank", isBlank: true }, addresses[1]);
  await send({ kind: "blank", isBlank: false });
  for (const stream of [near, far]) {
    const events = await stream.until((all) => all.length === 3);
    expect(kinds(events)).toEqual(["started", "blank", "blank"]);
    expect(events.map((event) => event.id)).toEqual([1, 2, 3]);
    expect(events.map((event) => event.data.state.seq)).toEqual([1, 2, 3]);
    stream.stop();
  }
});

it("after a break everything missed comes first, once, and then what happens", async () => {
  const stream = await open(addresses[1], { lastEventId: 1 });
  await stream.until((all) => all.length === 2);
  await send({ kind: "blank", isBlank: true });
  expect((await stream.until((all) => all.length === 3)).map((event) => event.id)).toEqual([2, 3, 4]);
  stream.stop();
  // A number that was never given, and none at all, begin with what is next.
  const [strange, fresh] = [await open(addresses[0], { lastEventId: 9_999 }), await open(addresses[0])];
  await send({ kind: "blank", isBlank: false });
  for (const one of [strange, fresh]) {
    expect((await one.until((all) => all.length === 1)).map((event) => event.id)).toEqual([5]);
    one.stop();
  }
});

it("for who cannot hold a stream, the answer ends after what was missed", async () => {
  const stream = await open(addresses[0], { lastEventId: 3, more: "&ikuti=tidak" });
  expect((await stream.until((all) => all.length === 2 && stream.isOver())).map((event) => event.id)).toEqual([4, 5]);
});

it("who ticked whom, and questions, are on the leader's stream alone", async () => {
  const [room, leader] = [await open(addresses[0]), await open(addresses[1], { cookie: cookies.kabid, layar: "pemimpin" })];
  await send({ kind: "attendance", personId: city.people.citra, attendance: "sakit", reason: "Demam" });
  await fetch(`${addresses[0]}/api/evaluation-meeting/${id}/question`, { method: "POST", headers: { cookie: cookies.budi, "content-type": "application/json" }, body: JSON.stringify({ id: v7(), itemId: null, text: "Kapan pindah ruang?" }) });
  const [heard, known] = [await room.until((all) => all.length === 2), await leader.until((all) => all.length === 2)];
  expect(heard.map((event) => [event.data.person, event.data.question])).toEqual([[null, null], [null, null]]);
  expect(known[0]?.data.person).toEqual({ id: city.people.citra, name: "citra", attendance: "sakit" });
  expect(known[1]?.data.question).toMatchObject({ from: "budi", text: "Kapan pindah ruang?" });
  room.stop();
  leader.stop();
  const denied = await fetch(`${addresses[0]}/api/evaluation-meeting/${id}/events?layar=pemimpin`, { headers: { cookie: cookies.budi } });
  expect([denied.status, denied.headers.get("content-type")]).toEqual([403, "application/problem+json; charset=utf-8"]);
});

it("when the connection that listens is cut, it comes again and nothing was lost", async () => {
  const stream = await open(addresses[1]);
  await send({ kind: "blank", isBlank: true });
  await stream.until((all) => all.length === 1);
  const cut = await pool.query("select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen meeting_event' and datname = current_database()");
  expect(cut.rows.length).toBeGreaterThan(0);
  await send({ kind: "blank", isBlank: false });
  expect(kinds(await stream.until((all) => all.length === 2))).toEqual(["blank", "blank"]);
  stream.stop();
});

it("a restart in the middle loses nothing: another process goes on where the room was", async () => {
  const items = (await pool.query<{ id: string }>("select id from meeting_item where meeting_id = $1 order by position", [id])).rows;
  const { state } = await send({ kind: "go", itemId: items[2]?.id });
  const fresh = createPool(one.url, { max: 2 });
  const again = await buildApp({ pool: fresh, db: createDb(fresh), clock: one.clock, dataDir: one.dataDir, queue: one.queue, secret: "rahasia-khusus-untuk-pengujian-saja" });
  const after = (await again.inject({ method: "GET", url: `/api/evaluation-meeting/${id}/state`, headers: { cookie: cookies.budi } })).json();
  expect(after).toMatchObject({ seq: state.seq, itemId: items[2]?.id, controller: { deviceId: device }, timer: { itemId: items[2]?.id } });
  await again.close();
  await fresh.end();
});

it("closing the server ends its streams at once", async () => {
  const stream = await open(addresses[1]);
  await other.close();
  await stream.until(() => stream.isOver());
  expect(stream.events).toEqual([]);
});
