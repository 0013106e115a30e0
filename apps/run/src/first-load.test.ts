import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { firstLoadFaults } from "./first-load.ts";

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), "teraju-dist-"));
  mkdirSync(path.join(dist, ".vite"));
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

/** Random bytes do not shrink: a file of n bytes weighs n and a little. */
function build(sizes: Record<string, number>, manifest: unknown): void {
  for (const [name, bytes] of Object.entries(sizes)) writeFileSync(path.join(dist, name), randomBytes(bytes));
  writeFileSync(path.join(dist, ".vite/manifest.json"), JSON.stringify(manifest));
}
const manifest = {
  "index.html": { file: "entry.js", isEntry: true, imports: ["_vendor.js"], css: ["entry.css"] },
  "_vendor.js": { file: "vendor.js" },
  "src/features/home/HomePage.tsx": { file: "home.js", isDynamicEntry: true, imports: ["_vendor.js", "index.html"] },
  "src/features/city/CityPage.tsx": { file: "city.js", isDynamicEntry: true, imports: ["_vendor.js"] },
};

test("a phone's page is weighed with all it needs, each file once; the city's pages may be heavier", () => {
  const said: string[] = [];
  build({ "entry.js": 40_000, "entry.css": 20_000, "vendor.js": 100_000, "home.js": 25_000, "city.js": 500_000 }, manifest);
  expect(firstLoadFaults(dist, (line) => said.push(line))).toEqual([]);
  expect(said).toEqual([expect.stringMatching(/^185\.\d kB src\/features\/home\/HomePage\.tsx$/)]);
});

test("a page above 190 kB is named", () => {
  build({ "entry.js": 40_000, "entry.css": 20_000, "vendor.js": 100_000, "home.js": 31_000, "city.js": 5 }, manifest);
  expect(firstLoadFaults(dist, () => undefined)).toEqual([expect.stringMatching(/HomePage\.tsx loads 191\.\d kB gzip, more than 190 kB/)]);
});

test("a build without manifest, or without a phone's page, is a fault and not a success", () => {
  expect(firstLoadFaults(dist, () => undefined)).toHaveLength(1);
  build({ "entry.js": 5 }, { "index.html": { file: "entry.js", isEntry: true } });
  expect(firstLoadFaults(dist, () => undefined)).toHaveLength(1);
});
