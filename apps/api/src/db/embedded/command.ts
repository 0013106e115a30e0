import { spawn, spawnSync } from "node:child_process";

/** The user a PostgreSQL program runs as; `undefined` means the user of this process. */
export type Runner = { uid: number; gid: number } | undefined;

type Outcome = { ok: boolean; text: string };

/**
 * Runs one program to its end and gives what it printed.
 * It runs in `/`, because the runner may not enter the folder in which Node was started.
 */
export function run(program: string, args: string[], runner: Runner): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...runner, cwd: "/", stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, text: text.trim() }));
  });
}

/** The same for the short questions asked while choosing a user and a folder. A program that is absent answers `ok: false`. */
export function ask(program: string, args: string[], runner: Runner): Outcome {
  const answer = spawnSync(program, args, { ...runner, cwd: "/", encoding: "utf8", windowsHide: true });
  return { ok: answer.status === 0, text: (answer.stdout ?? "").trim() };
}
