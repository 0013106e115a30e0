import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";

/** Whether PostgreSQL's own load generator is on PATH. */
export const hasPgbench = (): boolean => spawnSync("pgbench", ["--version"]).status === 0;

type Run = { url: string; folder: string; script: string; clients: number; transactions: number };

/** Transactions per second of one script, prepared, over `clients` connections; NaN where it failed. */
export async function pgbench({ url, folder, script, clients, transactions }: Run): Promise<number> {
  const file = path.join(folder, "script.sql");
  writeFileSync(file, script);
  const args = ["-n", "-M", "prepared", "-f", file, "-c", String(clients), "-j", "1", "-t", String(Math.ceil(transactions / clients)), url];
  const child = spawn("pgbench", args);
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => void child.once("close", resolve));
  if (code !== 0) console.error(text);
  return Number(/tps = ([\d.]+) \(without/.exec(text)?.[1] ?? Number.NaN);
}

/** A statement as a pgbench script: `$n` becomes what `put` says; colons inside of literals are hidden from pgbench. */
export function scriptOf(text: string, put: readonly string[]): string {
  const bound = text.replaceAll(/\$(\d+)/g, (_, n: string) => put[Number(n) - 1] ?? "null");
  const hidden = bound.replaceAll(/'[^']*'/g, (literal) => (literal.includes(":") ? `U&${literal.replaceAll(":", "\\003A")}` : literal));
  return `${hidden.replaceAll(/\s*\n\s*/g, " ")};\n`;
}

/** An SQL literal of a value that the driver would bind. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return `'{${value.map((item) => (item === null ? "null" : `"${String(item)}"`)).join(",")}}'`;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : `'${String(value)}'`;
}
