import { existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { auditCount } from "#test/factories.ts";
import { contentOf, invited, type Invited, openCycle, type PeerCity, peerCity, sendForm, stepCycle } from "#test/peer-factories.ts";
import { keyFolder } from "../features/peer-input/keys.ts";
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
