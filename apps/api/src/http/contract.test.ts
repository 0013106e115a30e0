import { expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { buildApp } from "../app.ts";

const { app, pool, db, clock, dataDir, queue } = await testApp();

/** The document with a line for each operation: a diff names what changed, and the file stays small. */
function written({ paths, ...rest }: { paths: Record<string, Record<string, unknown>> }): string {
  const lines = Object.entries(paths).map(([path, operations]) => ` ${JSON.stringify(path)}: {\n${Object.entries(operations).map(([method, operation]) => `  ${JSON.stringify(method)}: ${JSON.stringify(operation)}`).join(",\n")}\n }`);
  return `{${JSON.stringify(rest).slice(1, -1)},\n"paths": {\n${lines.join(",\n")}\n}}\n`;
}

it("writes the contract down: a change of the API is seen in the diff", async () => {
  const document = (await app.inject({ method: "GET", url: "/api/openapi.json" })).json();
  expect(document.openapi).toBe("3.1.0");
  await expect(written(document)).toMatchFileSnapshot("../../openapi.json");
});

it("does not start with a route that names no access", async () => {
  const another = await buildApp({ pool, db, clock, dataDir, queue, secret: "rahasia-khusus-untuk-pengujian-saja" });
  expect(() => another.get("/api/tanpa-izin", async () => "")).toThrow("names no access");
  await another.close();
});

it("is ready only with its tables", async () => {
  expect((await app.inject({ method: "GET", url: "/api/health" })).json()).toEqual({ status: "ok" });
  await pool.query("alter table setting rename to setting_away");
  expect((await app.inject({ method: "GET", url: "/api/health" })).statusCode).toBe(503);
  await pool.query("alter table setting_away rename to setting");
});
