import { expect, test } from "vitest";
import { testDatabase } from "./database.ts";

const first = await testDatabase();
const second = await testDatabase();

test("each test file gets a migrated database of its own", async () => {
  await first.pool.query("insert into setting (key, value) values ('a', '1')");
  expect((await first.pool.query("select value from setting")).rows).toEqual([{ value: "1" }]);
  expect((await second.pool.query("select value from setting")).rows).toEqual([]);
});

test("a date arrives as its text", async () => {
  expect((await first.pool.query("select date '2026-11-23' as day")).rows).toEqual([{ day: "2026-11-23" }]);
});
