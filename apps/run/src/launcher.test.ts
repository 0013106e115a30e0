import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "teraju-launcher-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As pnpm does: a Node script of this name that runs the command line in a shell and passes no signal on. */
function launch(name: string): { kill: () => void; lines: AsyncIterator<string> } {
  const script = path.join(folder, name, "pnpm.cjs");
  mkdirSync(path.dirname(script));
  const command = `node ${path.join(import.meta.dirname, "launcher.fixture.ts")}; exit $?`;
  writeFileSync(script, `require("node:child_process").spawn("sh", ["-c", ${JSON.stringify(command)}], { stdio: "inherit" });`);
  const launcher = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"], env: { PATH: `${path.dirname(process.execPath)}:${process.env["PATH"]}` } });
  launcher.stdout.setEncoding("utf8");
  return { kill: () => launcher.kill("SIGKILL"), lines: launcher.stdout[Symbol.asyncIterator]() };
}

test.skipIf(process.platform !== "linux")("the product ends by itself when the pnpm that started it was killed", async () => {
  const { kill, lines } = launch("one");
  expect(Number((await lines.next()).value)).toBeGreaterThan(1);
  kill();
  expect((await lines.next()).value).toBe("ended\n");
});

test.skipIf(process.platform !== "linux")("it lives on as long as the launcher does", async () => {
  const { kill, lines } = launch("two");
  const pid = Number((await lines.next()).value);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(process.kill(pid, 0)).toBe(true);
  kill();
  await lines.next();
});
