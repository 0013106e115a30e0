import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { invited, openCycle, peerCity, stepCycle } from "#test/peer-factories.ts";

/** The sworn verifier's way as it is walked: the file comes over HTTP from a product that listens, the command runs as a program of its own. */
const test = await testApp({ today: "2026-11-23" });
const folder = mkdtempSync(path.join(tmpdir(), "teraju-verify-"));
const command = path.join(import.meta.dirname, "verify-draw.ts");
let file: { key: string; inputs: { draws: { number: number; inputs: { people: { id: string }[]; wanted?: { count: number }[] } }[] } };

beforeAll(async () => {
  const city = await peerCity(test);
  const cycleId = await openCycle(test, city, { answersUntil: "2026-11-23" });
  await stepCycle(test, city, cycleId, "draw");
  // What changed in mid-cycle is drawn again too: one declines, and one is asked in that place.
  const [declined] = await invited(test, cycleId);
  await (await test.as(declined?.rater_id ?? ""))("POST", `/api/peer-form/${declined?.id}/decline`, { reason: "sedang_cuti" });
  await stepCycle(test, city, cycleId, "replace");
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
  expect(file.inputs.draws.map((one) => one.number)).toEqual([0, 1]);
  expect(said).toContain("Kunci cocok dengan sidik yang diumumkan.\nAkar sama dengan yang diumumkan.");
  expect(code).toBe(0);
});

it("sees one person less, and ends with 1", async () => {
  const [first, ...more] = file.inputs.draws;
  const { code, said } = await verify({ ...file, inputs: { ...file.inputs, draws: [{ ...first, inputs: { ...first?.inputs, people: first?.inputs.people.slice(1) } }, ...more] } });
  expect(said).toContain("Akar TIDAK sama dengan yang diumumkan.");
  expect(code).toBe(1);
});

it("sees one rater more among those added later, and ends with 1", async () => {
  const [first, second] = file.inputs.draws;
  const wanted = (second?.inputs.wanted ?? []).map((one) => ({ ...one, count: one.count + 1 }));
  const { code, said } = await verify({ ...file, inputs: { ...file.inputs, draws: [first, { ...second, inputs: { ...second?.inputs, wanted } }] } });
  expect(said).toContain("Akar TIDAK sama dengan yang diumumkan.");
  expect(code).toBe(1);
});

it("sees one byte of the key that is another, and ends with 1", async () => {
  const { code, said } = await verify({ ...file, key: `${file.key.startsWith("0") ? "1" : "0"}${file.key.slice(1)}` });
  expect(said).toContain("Kunci TIDAK cocok dengan sidik yang diumumkan.");
  expect(code).toBe(1);
});
