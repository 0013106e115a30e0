import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds of CPU that one tick of /proc stands for (USER_HZ is 100 on Linux). */
const TICK_MS = 10;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** @param q between 0 and 1. NaN of nothing. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** Runs `work` over all items by `lanes` workers at once; gives seconds in all and milliseconds of each. */
export async function race<T>(items: readonly T[], lanes: number, work: (item: T, lane: number) => Promise<void>): Promise<{ seconds: number; each: number[] }> {
  const each: number[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(Array.from({ length: lanes }, async (_, lane) => {
    for (let i = next++; i < items.length; i = next++) {
      const began = performance.now();
      // `i` is under the length.
      await work(items[i] as T, lane);
      each.push(performance.now() - began);
    }
  }));
  return { seconds: (performance.now() - start) / 1000, each };
}

/** CPU milliseconds that a process has used; 0 where /proc does not exist. */
export function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return 0;
  }
}

/** The same for a server with all its children, such as PostgreSQL with its backends. */
export function cpuOfTree(parent: number): number {
  try {
    const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).filter((name) => parentOf(name) === parent);
    return cpuOf(parent) + children.reduce((sum, pid) => sum + cpuOf(Number(pid)), 0);
  } catch {
    return 0;
  }
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]?.split(" ")[1]);
  } catch {
    return 0;
  }
}

/** How busy the machine was with others' work before we began, for whoever reads the figures. */
export function loadLine(): string {
  try {
    return readFileSync("/proc/loadavg", "latin1").split(" ").slice(0, 3).join(" ");
  } catch {
    return "unknown";
  }
}
