import { existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { addPenilai, addPerson, auditCount } from "#test/factories.ts";
import { contentOf, invited, type Invited, openCycle, type PeerCity, peerCity, sendForm, stepCycle } from "#test/peer-factories.ts";
import { recomputeRoots } from "../features/peer-input/draw-core.ts";
import { writeResponse } from "../features/peer-input/form-queries.ts";
import { keyFolder, pseudonymOf, readKey } from "../features/peer-input/keys.ts";
import { runJobs } from "./index.ts";

const test = await testApp({ today: "2026-11-23" });
const { pool, db, clock, as, dataDir } = test;
let city: PeerCity;
let cycleId: string;
let invites: Invited[];
const run = () => runJobs({ pool, db, clock, dataDir });
const cycle = async () => (await (await as(city.people.bkpsdm))("GET", "/api/peer-cycle")).json().cycles[0];

beforeAll(async () => {
  city = await peerCity(test, 5);
  cycleId = await openCycle(test, city);
  await stepCycle(test, city, cycleId, "draw");
  invites = await invited(test, cycleId);
});

it("totals are those of a day's beginning: an answer moves nothing before tomorrow, and then a share in steps of five", async () => {
  await run();
  const first = (await cycle()).progress;
  expect(first).toEqual({ forms: invites.length, sentPercent: 0, asOf: "2026-11-23" });
  for (const invite of invites.slice(0, Math.ceil(invites.length * 0.17))) await sendForm(test, invite, contentOf(3));
  await run();
  expect((await cycle()).progress).toEqual(first);
  clock.set("2026-11-24");
  await run();
  expect((await cycle()).progress).toEqual({ forms: invites.length, sentPercent: 15, asOf: "2026-11-24" });
  await run();
  expect(await auditCount(pool, "peer-cycle.daily_total", cycleId)).toBe(2);
});

it("replacements come by night, not when somebody declines", async () => {
  const declined = invites.at(-1);
  if (declined === undefined) throw new Error("nobody was drawn");
  await (await as(declined.rater_id))("POST", `/api/peer-form/${declined.id}/decline`, { reason: "sedang_cuti" });
  await run();
  expect((await invited(test, cycleId)).length).toBe(invites.length);
  clock.set("2026-11-25");
  await run();
  const added = (await invited(test, cycleId)).filter((one) => !invites.some((old) => old.id === one.id));
  expect(added.map((one) => one.subject_id)).toEqual([declined.subject_id]);
});

describe("who goes and who comes in mid-cycle", () => {
  let before: Invited[];
  let [leaver, newcomer] = ["", ""];
  /** Forms that were sent or begun before the change. */
  const begun = new Set<string>();
  beforeAll(async () => {
    before = await invited(test, cycleId);
    [leaver = ""] = city.staff;
    // One form of the leaver's was sent, the others were not: the answer stays, and nothing else depends on it.
    const own = before.filter((one) => one.rater_id === leaver);
    const [sent] = own;
    if (sent === undefined) throw new Error("the leaver is asked about nobody");
    await sendForm(test, sent, contentOf(2));
    for (const invite of invites.slice(0, Math.ceil(invites.length * 0.17))) begun.add(invite.id);
    await pool.query("update placement set valid_until = '2026-11-26' where person_id = $1", [leaver]);
    // Came in August: three months together are full only now.
    newcomer = await addPerson(pool, { name: "pendatang", unitId: city.units.bidangA1, from: "2026-08-25" });
    await addPenilai(pool, { pegawaiId: newcomer, penilaiId: city.people.kabidA, from: "2026-08-25" });
    clock.set("2026-11-26");
    await run();
  });
  const handedOver = async () => (await pool.query<{ rater_id: string; subject_id: string }>("select rater_id, subject_id from peer_handover where cycle_id = $1 order by rater_id", [cycleId])).rows;
  const added = async (): Promise<Invited[]> => (await invited(test, cycleId)).filter((one) => !before.some((old) => old.id === one.id));

  it("at most five are asked in the leaver's place, nobody about the leaver, and what was sent stays", async () => {
    const more = await added();
    const own = before.filter((one) => one.rater_id === leaver);
    const inPlace = more.filter((one) => one.subject_id !== newcomer && one.rater_id !== newcomer);
    // Who came may be the one with the fewest forms, and so be asked in the leaver's place too.
    expect(more.length - (await handedOver()).length - 7).toBe(Math.min(5, own.length));
    expect(inPlace.every((one) => own.some((old) => old.subject_id === one.subject_id) && one.rater_id !== leaver)).toBe(true);
    expect(more.some((one) => one.subject_id === leaver)).toBe(false);
    // Who is asked in the leaver's place finds it among the tasks of the first page.
    for (const one of inPlace) expect((await (await as(one.rater_id))("GET", "/api/home")).json().tasks.map((task: { kind: string }) => task.kind)).toContain("peer_forms");
    expect((await pool.query("select 1 from peer_response where state = 'sent' and subject_id = $1", [own[0]?.subject_id])).rowCount).toBeGreaterThan(0);
    const asked = before.find((one) => one.subject_id === leaver);
    if (asked === undefined) throw new Error("nobody was asked about the leaver");
    const rater = await as(asked.rater_id);
    expect((await rater("GET", "/api/peer-form")).json().forms.map((one: { id: string }) => one.id)).not.toContain(asked.id);
    expect((await rater("GET", `/api/peer-form/${asked.id}`)).statusCode).toBe(404);
  });

  it("who came is heard by and hears as many as everybody, once they have been together long enough", async () => {
    const more = await added();
    const [raters, ratees] = [more.filter((one) => one.subject_id === newcomer).map((one) => one.rater_id), more.filter((one) => one.rater_id === newcomer).map((one) => one.subject_id)];
    expect([raters.length, ratees.length >= 7]).toEqual([7, true]);
    // Where a was asked about c, a is asked about the newcomer and the newcomer about c.
    const given = await handedOver();
    expect(given.filter((one) => !raters.includes(one.rater_id) || !ratees.includes(one.subject_id))).toEqual([]);
    expect(given.length).toBeGreaterThanOrEqual(5);
    expect((await (await as(newcomer))("GET", "/api/peer-form")).json()).toMatchObject({ waiting: ratees.length, handedOver: 0 });
    // One of each is not counted aloud: with one known to be away, the rest would say that somebody declined.
    expect((await cycle()).draw).toMatchObject({ left: null, joined: null, replaced: more.length - given.length + 1 });
  });

  it("a form handed over is asked no more of who had not begun it; who had keeps it, and nothing that is kept says which", async () => {
    const given = (await handedOver()).map((pair) => ({ ...pair, id: before.find((one) => one.rater_id === pair.rater_id && one.subject_id === pair.subject_id)?.id ?? "" }));
    const [one] = given.filter(({ id }) => !begun.has(id));
    if (one === undefined) throw new Error("everybody had begun");
    const rater = await as(one.rater_id);
    const list = async () => (await rater("GET", "/api/peer-form")).json();
    const isListed = async () => (await list()).forms.some(({ id }: { id: string }) => id === one.id);
    expect([await isListed(), (await list()).handedOver]).toEqual([false, 1]);
    expect((await rater("GET", `/api/peer-form/${one.id}`)).statusCode).toBe(404);
    expect((await rater("POST", `/api/peer-form/${one.id}/send`, contentOf(3))).statusCode).toBe(404);
    const proof = (await rater("GET", "/api/peer-proof")).json();
    expect(proof.assignments.every(({ isProved }: { isProved: boolean }) => isProved)).toBe(true);
    expect(proof.assignments.filter(({ isHandedOver }: { isHandedOver: boolean }) => isHandedOver).map(({ subject }: { subject: { id: string } }) => subject.id)).toEqual([one.subject_id]);
    // Had it been begun before the night, it would lie here under its pseudonym.
    const pseudonym = pseudonymOf(await readKey(dataDir, cycleId, "pseudonym"), { raterId: one.rater_id, subjectId: one.subject_id, cycleId });
    await writeResponse(pool, { cycleId, subjectId: one.subject_id, group: "rekan", pseudonym, state: "draft", answers: [3, null, null, null, null, null, null], seenWhen: Array.from({ length: 7 }, () => null), suggestion: null, declineReason: null });
    expect([await isListed(), (await list()).handedOver]).toEqual([true, 0]);
    expect((await rater("POST", `/api/peer-form/${one.id}/send`, contentOf(3))).json()).toMatchObject({ state: "sent" });
    expect((await rater("PUT", `/api/peer-form/${one.id}`, contentOf(2))).json()).toMatchObject({ state: "sent" });
  });

  it("once is enough: the next night nobody is lacking", async () => {
    const stands = (await invited(test, cycleId)).length;
    clock.set("2026-11-27");
    await run();
    expect((await invited(test, cycleId)).length).toBe(stands);
  });

  it("the inputs that are kept say nothing of who has answered, and give the same draws again", async () => {
    const stored = (await pool.query<{ number: number; inputs: object; root: string }>("select number, inputs, root from peer_draw where cycle_id = $1 order by number", [cycleId])).rows;
    expect(Object.keys(stored.at(-1)?.inputs ?? {}).sort()).toEqual(["banned", "gone", "joined", "left", "wanted"]);
    expect(recomputeRoots(stored, cycleId, await readKey(dataDir, cycleId, "draw"))).toEqual(stored.map((one) => one.root));
  });
});

it("the day after the last one it is closed and sealed, whoever is on leave; released it is by people", async () => {
  clock.set("2026-12-04");
  await run();
  expect((await cycle()).status).toBe("answering");
  clock.set("2026-12-05");
  await run();
  expect(await cycle()).toMatchObject({ status: "sealed", sealed: { on: "2026-12-05" } });
  expect(existsSync(path.join(keyFolder(dataDir), `${cycleId}.pseudonym`))).toBe(false);
  await run();
  expect((await cycle()).status).toBe("sealed");
});
