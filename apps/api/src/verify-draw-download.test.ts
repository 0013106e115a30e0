import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { openCycle, peerCity, stepCycle } from "#test/peer-factories.ts";

/** The sworn verifier's way as it is walked: the file comes over HTTP from a product that listens, the command runs as a program of its own. */
const test = await testApp({ today: "2026-11-23" });
const folder = mkdtempSync(path.join(tmpdir(), "teraju-verify-"));
const command = path.join(import.meta.dirname, "verify-draw.ts");
let file: { inputs: { draws: { inputs: { people: { id: string }[] } }[] } };

beforeAll(async () => {
  const city = await peerCity(test);
  const cycleId = await openCycle(test, city, { answersUntil: "2026-11-23" });
  await stepCycle(test, city, cycleId, "draw");
  await stepCycle(test, city, cycleId, "close");
  const address = await test.app.listen({ port: 0, host: "127.0.0.1" });
  const answer = await fetch(`${address}/api/peer-cycle/${cycleId}/verification`, { headers: { cookie: await test.signIn(city.people.auditor) } });
  if (answer.status !== 200) throw new Error(`no file: ${answer.status}`);
  file = (await answer.json()) as typeof file;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verify(content: unknown): Promise<{ code: number; said: string }> {
  const name = path.join(folder, "berkas.json");
  writeFileSync(name, JSON.stringify(content));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [command, name]);
    return { code: 0, said: stdout };
  } catch (cause) {
    const { code, stdout } = cause as { code: number; stdout: string };
    return { code, said: stdout };
  }
}

it("draws again what the product drew, and says so", async () => {
  const { code, said } = await verify(file);
  expect(said).toContain("Kunci cocok dengan sidik yang diumumkan.\nAkar sama dengan yang diumumkan.");
  expect(code).toBe(0);
});

it("sees one person less, and ends with 1", async () => {
  const [first] = file.inputs.draws;
  const { code, said } = await verify({ ...file, inputs: { ...file.inputs, draws: [{ ...first, inputs: { ...first?.inputs, people: first?.inputs.people.slice(1) } }] } });
  expect(said).toContain("Akar TIDAK sama dengan yang diumumkan.");
  expect(code).toBe(1);
});
