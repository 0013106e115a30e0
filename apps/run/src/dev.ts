import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { readEnv } from "@teraju/api/src/env.ts";
import { ROOT } from "./house.ts";
import { binOf } from "./program.ts";

/**
 * `pnpm dev`: the API, started again at each change, and Vite, which hands `/api` on to it.
 * The browser goes to PORT as in `pnpm start`; the API listens one port above.
 */
const { port } = readEnv();
const api = node(["--watch", "apps/api/src/main.ts"], ROOT, { PORT: String(port + 1) });
const web = node([binOf("vite", "vite", "apps/web"), "--port", String(port), "--strictPort"], path.join(ROOT, "apps/web"), { API_PORT: String(port + 1) });

for (const child of [api, web]) {
  child.on("close", () => {
    api.kill();
    web.kill();
  });
}
// Ctrl-C reaches the children by itself; this process only waits for them.
process.on("SIGINT", () => undefined);

function node(args: string[], cwd: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
}
