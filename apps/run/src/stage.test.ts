import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { playwrightCounts, uncovered, vitestCounts } from "./reports.ts";
import { finish, line, runStages, type Counts } from "./stage.ts";

const folder = mkdtempSync(path.join(tmpdir(), "teraju-stage-"));
const reportFile = path.join(folder, "report.json");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): void {
  writeFileSync(reportFile, JSON.stringify(content));
}
const file = (status: string, ...tests: string[]) => ({ name: "a", status, assertionResults: tests.map((one) => ({ status: one })) });

describe("what a test runner reports", () => {
  test("is counted test by test", () => {
    report({ testResults: [file("passed", "passed", "passed", "skipped", "todo", "pending"), file("failed", "passed", "failed")] });
    expect(vitestCounts({ reportFile, endedWell: false })).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  test("a file that could not be loaded is a failure", () => {
    report({ testResults: [file("failed"), file("passed", "passed")] });
    expect(vitestCounts({ reportFile, endedWell: false })).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test("all tests passed but the runner ended badly: a failure", () => {
    report({ testResults: [file("passed", "passed")] });
    expect(vitestCounts({ reportFile, endedWell: false })).toEqual({ passed: 1, failed: 1, skipped: 0 });
    report({ stats: { expected: 1, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] });
    expect(playwrightCounts({ reportFile, endedWell: false })).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test("a runner that ended well but left no report, or half of one, throws", () => {
    rmSync(reportFile);
    expect(() => vitestCounts({ reportFile, endedWell: true })).toThrow(/no report/);
    writeFileSync(reportFile, '{"testResults":[');
    expect(() => vitestCounts({ reportFile, endedWell: true })).toThrow();
  });

  test("a file with an unreached line is a failure; a coverage report about nothing, or none, is a crash", () => {
    const lines = (covered: number, total: number) => ({ lines: { covered, total } });
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    report({ total: lines(19, 20), "a.ts": lines(10, 10), "b.ts": lines(9, 10) });
    expect(uncovered(reportFile)).toBe(1);
    report({ total: lines(10, 10), "a.ts": lines(10, 10) });
    expect(uncovered(reportFile)).toBe(0);
    report({ total: lines(0, 0) });
    expect(() => uncovered(reportFile)).toThrow(/nothing/);
    rmSync(reportFile);
    expect(() => uncovered(reportFile)).toThrow(/no coverage/);
    vi.restoreAllMocks();
  });

  test("a story that needed a second try is a failure", () => {
    report({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] });
    expect(playwrightCounts({ reportFile, endedWell: false })).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });
});

describe("a run of stages", () => {
  const said: string[] = [];
  beforeEach(() => {
    vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    said.length = 0;
    process.exitCode = 0;
  });
  const stage = (name: string, counts: Counts) => ({ name, run: async () => counts });

  test("adds up, prints the time of each stage and goes on after a failure", async () => {
    const crash = { name: "crash", run: () => Promise.reject(new Error("died")) };
    const total = await runStages([stage("one", { passed: 2, failed: 0, skipped: 1 }), crash, stage("two", { passed: 3, failed: 0, skipped: 0 })]);
    expect(total).toEqual({ passed: 5, failed: 1, skipped: 1 });
    expect(said.filter((text) => /^== \w+: .*\(\d+\.\d s\)$/.test(text))).toHaveLength(3);
  });

  test("a stage in which nothing ran is a failure, also when everything in it was skipped", async () => {
    expect(await runStages([stage("empty", { passed: 0, failed: 0, skipped: 4 })])).toEqual({ passed: 0, failed: 1, skipped: 4 });
  });

  test.each<[Counts, number]>([
    [{ passed: 3, failed: 0, skipped: 1 }, 0],
    [{ passed: 3, failed: 1, skipped: 0 }, 1],
    [{ passed: 0, failed: 0, skipped: 0 }, 1],
  ])("ends with the plain line and the exit code of %j", (counts, code) => {
    finish(counts);
    expect(process.exitCode).toBe(code);
    expect(said.at(-1)?.trim()).toBe(line(counts));
    expect(line(counts)).toMatch(/^\d+ passed, \d+ failed, \d+ skipped$/);
  });
});
