import { expect, test } from "vitest";
import { testApp } from "./app.ts";

const { app, as, pool } = await testApp();
const personId = "01935000-0000-7000-8000-000000000001";

test("the app is ready on its own database", async () => {
  const answer = await app.inject("/api/health");
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: "ok" }]);
});

test("a session made by the harness is a real one", async () => {
  await pool.query("insert into person (id, name, jenis) values ($1, 'Uji', 'pejabat')", [personId]);
  await pool.query("insert into account (person_id, login) values ($1, 'uji')", [personId]);
  const person = await as(personId);
  expect((await person("GET", "/api/session")).json()).toMatchObject({ person: { id: personId, name: "Uji" }, today: "2026-11-23", isDemo: false });
  expect((await app.inject("/api/session")).statusCode).toBe(401);
});
