import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "../..");
const member = (name: string, folder: string) => ({ name, root: path.join(root, folder), include: ["**/*.test.{ts,tsx}"], exclude: ["**/node_modules/**", "**/dist/**"] });

/** One Vitest for the house: `vitest run --config apps/run/vitest.config.ts --project <name> <path>`. */
export default defineConfig({
  root,
  test: {
    // Two cores are what the smallest machine has; PostgreSQL wants its share too.
    maxWorkers: 2,
    env: { TZ: "Asia/Jakarta" },
    projects: [
      { test: { ...member("domain", "packages/domain"), environment: "node" } },
      { test: { ...member("statistics", "packages/statistics"), environment: "node", testTimeout: 30_000 } },
      { test: { ...member("simulation", "apps/simulation"), environment: "node" } },
      { test: { ...member("contracts", "packages/contracts"), environment: "node" } },
      { test: { ...member("run", "apps/run"), environment: "node", testTimeout: 30_000 } },
      {
        test: {
          ...member("api", "apps/api"),
          environment: "node",
          // Each file has a database and an app of its own; the modules, which keep nothing between two of them, are loaded once a worker.
          isolate: false,
          globalSetup: path.join(root, "apps/api/test/global-setup.ts"),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        oxc: { jsx: { runtime: "automatic" } },
        test: { ...member("web", "apps/web"), environment: "happy-dom", setupFiles: path.join(root, "apps/web/test/patience.ts"), testTimeout: 30_000, expect: { poll: { timeout: 8_000 } } },
      },
    ],
  },
});
