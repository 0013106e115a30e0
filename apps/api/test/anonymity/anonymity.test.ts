import { Writable } from "node:stream";
import { statSync } from "node:fs";
import * as contracts from "@teraju/contracts";
import type { Endpoint } from "@teraju/contracts";
import { PERILAKU } from "@teraju/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { buildApp } from "../../src/app.ts";
import { writeWorkbook } from "../../src/xlsx.ts";
import { findCycle } from "../../src/features/peer-input/cycle-queries.ts";
import { writeResponse } from "../../src/features/peer-input/form-queries.ts";
import { keyFolder, makeKeys, pseudonymOf, readKey } from "../../src/features/peer-input/keys.ts";
import { sealCycle } from "../../src/features/peer-input/seal.ts";
import { testApp } from "../app.ts";
import { addPerson } from "../factories.ts";
import { contentOf, invited, type Invited, openCycle, type PeerCity, peerCity, sendForm, stepCycle } from "../peer-factories.ts";
import { size } from "../size.ts";
import { dump, found, guessByOrder, hiddenCell, levelsOfNumber, newcomerFrom, type Row, tauOf, unpacked } from "./attacks.ts";

/**
 * The twelve attacks on the anonymity of umpan balik rekan, each first seen to succeed against a leak planted for it; then against the
 * product, where it may be right at most five points more often than blind guessing. What chance can decide runs over many cycles
 * (100, in proof 1,000); what a single request or row decides is a fact, the same in every cycle, and is looked at once in the real thing.
 *
 * | attack | runs on | why | planted leak that it is seen to find |
 * |---|---|---|---|
 * | 1 sweep of roles | a real cycle, each GET, before and after; each verb too in the access matrix | an answer is there or is not | one's own form, which names its subject |
 * | 2 order of ids | many sealed cycles | a random id may lie right by chance | rows as they came |
 * | 3 order of places (ctid), Kendall's tau | many sealed cycles | the same | the table before the seal |
 * | 4 transactions (xmin) | many sealed cycles | the same | the table before the seal |
 * | 5 reads one after the other | a real cycle | a result stands still or does not | a live average |
 * | 6 roll-ups solved for what is hidden | many cities in `figures.test.ts`, and the real one | what can be solved depends on the sizes | a roll-up that hides small cells only |
 * | 7 tags and dates of answers (ETag) | a real cycle while somebody answers | it moves or does not | a counter that is live |
 * | 8 counters of progress | the same | the same | the same |
 * | 9 time of notifications and files | the same | the same | a notification for each answer |
 * | 10 logs and trail | a real cycle, with a fault in mid-answer | a word is there or is not | the word itself |
 * | 11 dump of the database | the real cycle, and every 25th of many | the same | the dump before the seal |
 * | 12 exports and what files say of themselves | every file that a role can fetch, unpacked | the same | a word in a sheet |
 *
 * And an insider who knows the own answer: many cycles in `figures.test.ts`. Agreement of k − 1 raters, the style of a text and whoever runs the server
 * before the seal are outside of the promise, and said so on the screen.
 */
const CYCLES = size(100, 1000);
const GAIN = 0.05;
const test = await testApp({ today: "2026-11-23" });
const { pool, db, clock, as, dataDir, queue, signIn } = test;
let city: PeerCity;
let cycleId: string;
let invites: Invited[];

beforeAll(async () => {
  city = await peerCity(test);
  kepala = await addPerson(pool, { name: "kepala", nip: "197601012001121001", unitId: city.units.dinasB, role: "bkpsdm_kepala" });
  adminOpd = await addPerson(pool, { name: "admin OPD", unitId: city.units.dinasB });
  await pool.query("insert into role_assignment (id, person_id, role, unit_id, valid_from) values ($1, $2, 'admin_opd', $3, '2024-01-01')", [v7(), adminOpd, city.units.dinasA]);
  cycleId = await openCycle(test, city, { answersUntil: "2026-11-23" });
  await stepCycle(test, city, cycleId, "draw");
  invites = await invited(test, cycleId);
});

type Simulated = { sent: Row[]; before: { rows: Row[]; xmins: number }; byId: Row[]; byPlace: Row[]; xmins: number; leftPseudonyms: number };
const ROWS = (order: string): string => `select answers::text as mark, subject_id as subject, id as key from %t where cycle_id = $1 order by ${order}`;

/** One cycle of seven raters about eight people, answered in random order and sealed by the product, in a database of its own tables emptied after. */
async function simulate(number: number): Promise<Simulated> {
  const id = v7();
  await makeKeys(dataDir, id);
  await pool.query("insert into peer_cycle (id, year, semester, answers_from, answers_until, standar_id, key_hash) values ($1,2030,1,'2026-11-01','2026-11-23',$2,repeat('a',64))", [id, city.standarId]);
  await pool.query("insert into peer_draw (cycle_id, number, drawn_on, root, inputs, facts) values ($1,0,'2026-11-01',repeat('b',64),'{}','{}')", [id]);
  const pairs = city.staff.slice(0, 8).flatMap((subjectId, s) => city.staff.slice(10, 17).map((raterId, r) => ({ subjectId, raterId, levels: levelsOfNumber(number * 100 + s * 7 + r) })));
  await pool.query("insert into peer_invite (cycle_id, draw_number, subject_id, rater_id, rater_group, because) select $1, 0, s, r, 'rekan', 'same_unit' from unnest($2::uuid[], $3::uuid[]) as x(s, r)", [id, pairs.map((p) => p.subjectId), pairs.map((p) => p.raterId)]);
  await pool.query("update peer_cycle set status = 'answering' where id = $1", [id]);
  const key = await readKey(dataDir, id, "pseudonym");
  const order = pairs.map((pair) => ({ pair, at: Math.random() })).toSorted((a, b) => a.at - b.at).map(({ pair }) => pair);
  for (const { subjectId, raterId, levels } of order) {
    await writeResponse(pool, { cycleId: id, subjectId, group: "rekan", pseudonym: pseudonymOf(key, { raterId, subjectId, cycleId: id }), state: "sent", answers: levels, seenWhen: PERILAKU.map(() => null), suggestion: null, declineReason: null });
  }
  const sent = order.map((pair): Row => ({ key: pair.raterId, subject: pair.subjectId, mark: `{${pair.levels.join(",")}}` }));
  const read = async (table: string, by: string): Promise<Row[]> => (await pool.query<Row>(ROWS(by).replace("%t", table), [id])).rows;
  const xmins = async (table: string): Promise<number> => (await pool.query<{ n: number }>(`select count(distinct xmin::text)::int as n from ${table} where cycle_id = $1`, [id])).rows[0]?.n ?? 0;
  const before = { rows: await read("peer_response", "ctid"), xmins: await xmins("peer_response") };
  const pseudonyms = (await pool.query<{ p: string }>("select pseudonym as p from peer_response")).rows.map((row) => row.p);
  await pool.query("update peer_cycle set status = 'closed' where id = $1", [id]);
  const cycle = await findCycle(pool, id);
  if (cycle === null) throw new Error("no cycle");
  await sealCycle({ db, pool, today: clock.today(), now: clock.now(), actor: null }, { dataDir }, cycle, cycle.version);
  const result = { sent, before, byId: await read("peer_sealed", "id"), byPlace: await read("peer_sealed", "ctid"), xmins: await xmins("peer_sealed"), leftPseudonyms: number % 25 === 0 ? found(await dump(pool), pseudonyms).length : 0 };
  await forget(id);
  return result;
}
/** The walls keep what is sealed; a simulation takes them down for itself, and puts them back. */
async function forget(id: string): Promise<void> {
  const tables = ["peer_sealed", "peer_suggestion", "peer_rater_stat", "peer_subject_stat", "peer_handover", "peer_invite", "peer_draw", "peer_cycle"];
  await pool.query(["begin", ...tables.map((table) => `alter table ${table} disable trigger user`), ...tables.map((table) => `delete from ${table} where ${table === "peer_cycle" ? "id" : "cycle_id"} = '${id}'`), ...tables.map((table) => `alter table ${table} enable trigger user`), "commit"].join("; "));
}

describe("the planted leaks", () => {
  it("order, place and xmin give everybody away where rows lie as they came", () => {
    const sent = Array.from({ length: 56 }, (_, i): Row => ({ key: `r${i % 7}`, subject: `s${i % 8}`, mark: `m${i}` }));
    expect(guessByOrder(sent, sent)).toEqual({ right: 56, tried: 56, prior: 8 });
    expect(tauOf(sent.map((row) => row.mark), sent.map((row) => row.mark))).toBe(1);
  });
  it("a live average gives the newcomer's answer away", () => expect(newcomerFrom({ mean: 3.8, n: 5 }, { mean: 4, n: 6 })).toBe(5));
  it("a single hidden cell is given away by its total", () => expect(hiddenCell({ people: 10, mean: 3 }, [{ people: 6, mean: 3 }, { people: null, mean: null }])).toBeCloseTo(3));
  it("a word is found where it stands", () => expect(found("a line with 4711 in it", ["4711", "4712"])).toEqual(["4711"]));
});

/** Every GET of the contract, with ids that exist. */
const isEndpoint = (value: unknown): value is Endpoint => typeof value === "object" && value !== null && "method" in value && "path" in value;
const GETS = Object.values<unknown>(contracts).filter(isEndpoint).filter((e) => e.method === "GET" && !e.path.endsWith("/events"));
const WATCHERS = ["budi", "kabidA", "kadisA", "admin", "auditor", "bkpsdm", "analis", "kepala", "adminOpd"] as const;
type Watcher = (typeof WATCHERS)[number];
/** The head of BKPSDM and the admin of one OPD, Budi's, are nobody of the small city. */
let [kepala, adminOpd] = ["", ""];
const idOf = (who: Watcher): string => (who === "kepala" ? kepala : who === "adminOpd" ? adminOpd : city.people[who]);
const urlOf = ({ path }: Endpoint): string => {
  const url = path.replace("/peer-result/:cycleId/:personId", `/peer-result/${cycleId}/${city.people.budi}`).replace("/peer-form/:id", `/peer-form/${invites[0]?.id}`).replace("/peer-cycle/:id", `/peer-cycle/${cycleId}`)
    .replace(":personId", city.people.budi).replace(":unitId", city.units.bidangA1).replace(":month", "2026-11").replaceAll(/:\w+/g, v7());
  return path === "/api/relation-declaration" ? `${url}?cycle=${cycleId}` : path === "/api/peer-preparation/person" ? `${url}?q=bid` : url;
};
const isOfPeers = (path: string): boolean => /^\/api\/(?:peer-|fairness|rater-mirror|relation-declaration)/.test(path);

/** What somebody can read of who answers about others: ids of forms and answers anywhere; on these pages, ids of raters of anybody but oneself. */
async function sweep(who: Watcher, secrets: readonly string[], raters: readonly string[]): Promise<string[]> {
  const caller = await as(idOf(who));
  const own = new Set(invites.filter((one) => one.rater_id === idOf(who)).flatMap((one) => [one.id, one.subject_id]));
  // Names that the page is about: the two verifiers, oneself, whom one is asked about, whom one searches for.
  const known = new Set([city.people.auditor, city.people.analis, idOf(who), ...own]);
  const leaks: string[] = [];
  for (const e of GETS) {
    const { body } = await caller("GET", urlOf(e));
    // To the two sworn verifiers the inputs of the draw name everybody in it, asked or not; who was asked about whom they do not name.
    const isOfEverybody = e.path === "/api/peer-preparation/person" || (e.path.endsWith("/verification") && (who === "auditor" || who === "analis"));
    const words = [...secrets.filter((one) => !own.has(one)), ...(isOfPeers(e.path) && !isOfEverybody ? raters.filter((one) => !known.has(one)) : [])];
    for (const word of found(body, words)) leaks.push(`${who} ${e.path} ${word}`);
  }
  return leaks;
}

describe("before the seal", () => {
  let mine: Invited[];
  beforeAll(async () => {
    mine = invites.filter((one) => one.subject_id === city.people.budi);
    for (const invite of mine.slice(0, 5)) await sendForm(test, invite, contentOf(3, "Pertahankan."));
  });
  const oneMore = async (): Promise<void> => {
    const [next] = mine.slice(5);
    if (next === undefined) throw new Error("nobody is left to answer");
    await sendForm(test, next, contentOf(1, "Lebih teliti."));
  };
  const seen = async () => {
    const answers = await Promise.all(WATCHERS.flatMap((who) => [`/api/peer-cycle`, `/api/peer-result`, `/api/peer-result/${cycleId}/${city.people.budi}`, `/api/peer-cycle/${cycleId}/rollup`, "/api/home", "/api/fairness/method", "/api/rater-mirror"].map(async (url) => {
      const { statusCode, headers, body } = await (await as(idOf(who)))("GET", url);
      return [who, url, statusCode, headers.etag, headers["last-modified"], statusCode === 200 ? body : ""];
    })));
    return answers;
  };

  it("progress, tags, headers, results read one after the other and notifications stand still while somebody answers", async () => {
    const notified = async () => (await pool.query("select 1 from notification")).rowCount;
    const audited = async () => (await pool.query("select 1 from audit")).rowCount;
    const keys = () => statSync(keyFolder(dataDir)).mtimeMs;
    const before = [await seen(), await notified(), await audited(), keys()];
    await oneMore();
    expect([await seen(), await notified(), await audited(), keys()]).toEqual(before);
    // A counter that is live, and a notification for an answer, would be seen.
    await pool.query("update peer_cycle set progress_day = '2026-11-23', progress_forms = 10, progress_sent = 6 where id = $1", [cycleId]);
    await pool.query("insert into notification (id, person_id, kind, day) values ($1, $2, 'reminder_report', '2026-11-23')", [v7(), city.people.budi]);
    const [still, notifications] = [before[0], before[1]];
    expect(await seen()).not.toEqual(still);
    expect(await notified()).not.toBe(notifications);
    await pool.query("update peer_cycle set progress_day = null, progress_forms = null, progress_sent = null where id = $1", [cycleId]);
  });

  it("no role finds a rater at any address", async () => {
    const { rows } = await pool.query<{ id: string; pseudonym: string }>("select id, pseudonym from peer_response");
    const secrets = [...invites.map((one) => one.id), ...rows.flatMap((row) => [row.id, row.pseudonym])];
    const raters = mine.map((one) => one.rater_id);
    // A leak would be seen: the page of a form names its own subject.
    expect(found((await (await as(mine[0]?.rater_id ?? ""))("GET", "/api/peer-form")).body, [city.people.budi]).length).toBe(1);
    for (const who of WATCHERS) expect(await sweep(who, secrets, raters)).toEqual([]);
  }, 120_000);

  it("logs and trail name no one, also where a fault happens while somebody answers", async () => {
    const lines: string[] = [];
    const stream = new Writable({ write(chunk: Buffer, _encoding, done) { lines.push(chunk.toString()); done(); } });
    const logged = await buildApp({ pool, db, clock, dataDir, queue, secret: "rahasia-khusus-untuk-pengujian-saja", logger: { level: "error", stream } });
    const [invite] = mine.slice(6);
    if (invite === undefined) throw new Error("nobody is left to answer");
    const cookie = await signIn(invite.rater_id);
    await pool.query("alter table peer_response rename column suggestion to suggestion_away");
    const { statusCode } = await logged.inject({ method: "POST", url: `/api/peer-form/${invite.id}/send`, headers: { cookie }, payload: contentOf(4, "Kalimat yang dikenali.") });
    await pool.query("alter table peer_response rename column suggestion_away to suggestion");
    await logged.close();
    expect([statusCode, lines.length > 0]).toEqual([500, true]);
    const secrets = [...invites.flatMap((one) => [one.id, one.rater_id, one.subject_id]), "Kalimat yang dikenali"];
    expect(found(lines.join(), secrets)).toEqual([]);
    const { rows } = await pool.query<{ text: string }>("select a.action || ' ' || a.target_id || ' ' || coalesce(p.payload, '') as text from audit a left join audit_payload p using (seq) where a.action like 'peer-%' and a.action <> 'peer-cycle.verifiers'");
    expect(found(rows.map((row) => row.text).join("\n"), secrets)).toEqual([]);
  });
});

describe("after the release", () => {
  let pseudonyms: string[];
  let pseudonymsBefore: number;
  beforeAll(async () => {
    pseudonyms = (await pool.query<{ p: string }>("select pseudonym as p from peer_response")).rows.map((row) => row.p);
    pseudonymsBefore = found(await dump(pool), pseudonyms).length;
    for (const step of ["close", "seal", "release"] as const) await stepCycle(test, city, cycleId, step);
  });

  it("what is read once is what is read for ever, and no role finds a rater", async () => {
    const read = async () => (await (await as(city.people.budi))("GET", `/api/peer-result/${cycleId}/${city.people.budi}`)).body;
    const first = await read();
    expect(JSON.parse(first)).toMatchObject({ groups: [{ group: "rekan", n: 6 }] });
    expect(await read()).toBe(first);
    const { rows } = await pool.query<{ id: string }>("select id from peer_sealed");
    for (const who of WATCHERS) expect(await sweep(who, [...rows.map((row) => row.id), ...invites.map((one) => one.id)], invites.filter((one) => one.subject_id === city.people.budi).map((one) => one.rater_id))).toEqual([]);
  }, 120_000);

  it("a roll-up gives no hidden cell back", async () => {
    const rollup = (await (await as(city.people.bkpsdm))("GET", `/api/peer-cycle/${cycleId}/rollup`)).json();
    expect(hiddenCell(rollup.total.people === null ? { people: 0, mean: 0 } : rollup.total, rollup.rows)).toBe(null);
  });

  it("exports say nothing of it, and the dump holds no pseudonym", async () => {
    // Before the seal the same dump holds each of them.
    expect([pseudonyms.length, pseudonymsBefore]).toEqual([6, 6]);
    expect(found(await dump(pool), pseudonyms)).toEqual([]);
    expect((await pool.query("select 1 from peer_response")).rowCount).toBe(0);
  });

  it("no file that a role can fetch names a rater's form, inside or in what it says of itself", async () => {
    // The unpacking would find it: a sheet holds what was written into it.
    expect(unpacked(await writeWorkbook([{ name: "S", heading: ["x"], columns: [{ title: "t" }], rows: [["rahasia-4711"]] }]))).toContain("rahasia-4711");
    const { rows } = await pool.query<{ id: string }>("select id from peer_sealed");
    const secrets = [...rows.map((row) => row.id), ...invites.map((one) => one.id), ...pseudonyms];
    const fetched: string[] = [];
    for (const who of WATCHERS) {
      const caller = await as(idOf(who));
      for (const e of GETS.filter((one) => one.response !== undefined && "binary" in one.response)) {
        const query = e.path.startsWith("/api/careers") ? "?jenis=pangkat" : "?month=2026-11";
        const answer = await caller("GET", `${urlOf(e)}${query}`);
        if (answer.statusCode !== 200) continue;
        fetched.push(e.path);
        expect(found(unpacked(answer.rawPayload), secrets), `${who} ${e.path}`).toEqual([]);
        expect(found(JSON.stringify(answer.headers), secrets), `${who} ${e.path}`).toEqual([]);
      }
    }
    expect(new Set(fetched).size).toBeGreaterThanOrEqual(3);
  }, 120_000);
});

describe(`order, place, transaction and dump, over ${CYCLES} sealed cycles`, () => {
  it("say nothing more than blind guessing", async () => {
    const cycles: Simulated[] = [];
    for (let i = 0; i < CYCLES; i += 1) cycles.push(await simulate(i));
    const gain = (seen: (one: Simulated) => readonly Row[]): number => {
      const all = cycles.map((one) => guessByOrder(seen(one), one.sent));
      const [right, tried, prior] = (["right", "tried", "prior"] as const).map((of) => all.reduce((sum, one) => sum + one[of], 0));
      return ((right ?? 0) - (prior ?? 0)) / (tried ?? 1);
    };
    const tau = (seen: (one: Simulated) => readonly Row[]): number => cycles.reduce((sum, one) => sum + tauOf(seen(one).map((row) => row.mark), one.sent.map((row) => row.mark)), 0) / cycles.length;
    // The table before the seal is the leak: there the same attacks must succeed.
    expect(gain((one) => one.before.rows)).toBeGreaterThan(0.8);
    expect(Math.min(...cycles.map((one) => one.before.xmins))).toBe(56);
    const figures = { id: gain((one) => one.byId), place: gain((one) => one.byPlace), tauId: tau((one) => one.byId), tauPlace: tau((one) => one.byPlace) };
    console.log(`anonymity: ${CYCLES} cycles, gain by id ${(100 * figures.id).toFixed(2)}, by place ${(100 * figures.place).toFixed(2)} points; tau ${figures.tauId.toFixed(3)}, ${figures.tauPlace.toFixed(3)}`);
    for (const one of [figures.id, figures.place]) expect(one).toBeLessThanOrEqual(GAIN);
    for (const one of [figures.tauId, figures.tauPlace]) expect(Math.abs(one)).toBeLessThan(0.1);
    expect(new Set(cycles.map((one) => one.xmins))).toEqual(new Set([1]));
    expect(cycles.reduce((sum, one) => sum + one.leftPseudonyms, 0)).toBe(0);
  }, size(240_000, 2_400_000));
});
