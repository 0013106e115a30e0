import { readFileSync } from "node:fs";

/** A process of Linux: its parent, its birth (so that a reused id is not taken for it), its command line. */
type Process = { pid: number; parent: number; born: string; command: string[] };

/**
 * Ends this process when the `npx` or `pnpm` that started it is gone.
 * Ctrl-C reaches everybody, but `kill` of npx alone does not: npm and pnpm pass no signal on, and the product would hold
 * its port and its folder with nobody left to ask it to stop. Only Linux tells enough (/proc); elsewhere nothing happens.
 */
export function followLauncher(): void {
  const launchers = launchersOf(process.ppid);
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(({ pid, born }) => look(pid)?.born === born)) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  timer.unref();
}

/** From the parent upwards, through the shells that npm and pnpm put between, to the first that is none of them. */
function launchersOf(pid: number): Process[] {
  const one = look(pid);
  if (!one) return [];
  if (isLauncher(one.command)) return [one, ...launchersOf(one.parent)];
  return isBetween(one.command) ? launchersOf(one.parent) : [];
}

/** npm names itself "npm exec pnpm@10 start"; pnpm runs as `node …/pnpm start`. */
function isLauncher([program = "", script = ""]: string[]): boolean {
  return /^(npm|npx|pnpm)\b/.test(program) || (program.endsWith("node") && /\/(npm|npx|pnpm)(-cli)?(\.[cm]?js)?$/.test(script));
}

/** `sh -c node apps/run/src/start.ts`, `sh -c 'pnpm' start`, and the script that stands for the house's own Node. */
function isBetween([program = "", first = "", second = ""]: string[]): boolean {
  if (!/(^|\/)(sh|bash|dash)$/.test(program)) return false;
  return first === "-c" ? /^('?pnpm'?|node) /.test(`${second} `) : first.endsWith("/.bin/node");
}

function look(pid: number): Process | undefined {
  try {
    // The name in brackets may hold anything, so the fields are counted from its end: state, parent, …, birth as the 20th.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, parent] = fields;
    if (pid <= 1 || state === "Z") return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
    // npm overwrites its command line with one text, its title.
    return { pid, parent: Number(parent), born: fields[19] ?? "", command };
  } catch {
    return undefined;
  }
}
