import { existsSync } from "node:fs";
import { readdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "#test/app.ts";
import { smallCity } from "#test/factories.ts";
import { keepFile } from "../features/evidence/files.ts";
import { runJobs } from "./index.ts";
import { sweepEvidence } from "./sweep-evidence.ts";

const { pool, db, clock, dataDir } = await testApp({ today: "2026-11-02" });
const city = await smallCity(pool);

const placeOf = (key: string): string => path.join(dataDir, "evidence", key.slice(0, 2), key);
const isThere = (key: string): boolean => existsSync(placeOf(key));
async function file({ minutesOld }: { minutesOld: number }): Promise<string> {
  const key = await keepFile(dataDir, Buffer.from("bytes"));
  const then = Date.now() / 1000 - minutesOld * 60;
  await utimes(placeOf(key), then, then);
  return key;
}
/** A note with a photo that is an hour old and more. */
async function photo(): Promise<{ noteId: string; key: string }> {
  const [noteId, key] = [v7(), await file({ minutesOld: 90 })];
  await pool.query("insert into daily_note (id, person_id, day, text) values ($1, $2, '2026-11-02', 'Satu kalimat')", [noteId, city.people.budi]);
  await pool.query("insert into evidence (id, owner_id, note_id, kind, title, mime, size_bytes, sha256, storage_key) values ($1, $2, $3, 'file', 'foto', 'image/jpeg', 5, 'x', $4)", [v7(), city.people.budi, noteId, key]);
  return { noteId, key };
}

it("the hourly run removes the file of a note that was deleted, and leaves what has its row or may still get it", async () => {
  const [kept, gone, young] = [await photo(), await photo(), await file({ minutesOld: 10 })];
  await pool.query("delete from daily_note where id = $1", [gone.noteId]);
  expect(await runJobs({ pool, db, clock, dataDir })).toBe(true);
  expect([kept.key, gone.key, young].map(isThere)).toEqual([true, false, true]);
  expect(await sweepEvidence(pool, dataDir)).toBe(0);
});

it("what was never finished goes as well, and what is none of ours stays", async () => {
  const part = `${placeOf(await file({ minutesOld: 90 }))}.part`;
  const foreign = path.join(dataDir, "evidence", "README");
  for (const place of [part, foreign]) await writeFile(place, "x").then(() => utimes(place, 1, 1));
  expect(await sweepEvidence(pool, dataDir)).toBe(2);
  expect([part, foreign].map((place) => existsSync(place))).toEqual([false, true]);
});

it("beside the wrong database it removes nothing and says so", async () => {
  for (let n = 0; n < 25; n += 1) await file({ minutesOld: 90 });
  const before = (await readdir(path.join(dataDir, "evidence"), { recursive: true })).length;
  await expect(sweepEvidence(pool, dataDir)).rejects.toThrow(/evidence files have no row in this database/);
  expect((await readdir(path.join(dataDir, "evidence"), { recursive: true })).length).toBe(before);
});

it("a folder that is not there yet holds nothing", async () => {
  expect(await sweepEvidence(pool, path.join(dataDir, "none"))).toBe(0);
});
