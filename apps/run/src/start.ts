import { readEnv } from "@teraju/api/src/env.ts";
import { runUntilSignal, startApi, type Running } from "@teraju/api/src/main.ts";
import { buildWeb } from "./build-web.ts";
import { secondsSince } from "./house.ts";
import { followLauncher } from "./launcher.ts";

/** `pnpm start`: from a folder of sources to a city at work, in one process that Ctrl-C ends. */
followLauncher();
await runUntilSignal(async (signal) => {
  const begun = performance.now();
  const env = readEnv();
  const webRoot = await buildWeb({ say, signal });
  const running = await startApi({ env, say, webRoot, signal });
  await welcome(running, secondsSince(begun));
  return running;
});

function say(line: string): void {
  console.log(`  ${line}`);
}

async function welcome(running: Running, took: string): Promise<void> {
  console.log(`\nTeraju siap dalam ${took}: ${running.address}`);
  if (running.demoDay) await printAccounts(running.demoDay);
  console.log("Tekan Ctrl-C untuk berhenti; data tetap tersimpan.\n");
}

/** A demo's accounts are public by purpose; a real office has none to print. */
async function printAccounts(day: string): Promise<void> {
  const { DEMO_ACCOUNTS, DEMO_PASSWORD } = await import("@teraju/api/src/db/seed/index.ts");
  console.log(`\nKota demo; hari ini selalu ${day}. Kata sandi semua akun: ${DEMO_PASSWORD}\n`);
  const widest = Math.max(...DEMO_ACCOUNTS.map(({ role }) => role.length));
  for (const { role, login, name } of DEMO_ACCOUNTS) console.log(`  ${role.padEnd(widest)}  ${login.padEnd(18)}  ${name}`);
  console.log("");
}
