/**
 * `node apps/web/size.ts`, after `vite build`: what a first visit to each page loads, gzip, JS and CSS.
 * Fails above the limits, and where a page of the phone lane reaches into `ui/work`.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const PHONE_LIMIT_KB = 190;
const WORK_LIMIT_KB = 260;
/** Folders of features that are used at a desk. Every other page must hold on a phone. */
const WORK_FEATURES = new Set(["admin", "appraisal", "audit", "city", "dashboard", "mayor", "organisation", "review", "team"]);

type Chunk = { file: string; src?: string; isEntry?: boolean; isDynamicEntry?: boolean; imports?: string[]; css?: string[] };

const here = import.meta.dirname;
const manifestFile = path.join(here, "dist/.vite/manifest.json");
if (!existsSync(manifestFile)) {
  console.error("apps/web/dist is missing: build the web first.");
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as Record<string, Chunk>;

/** All files that must come before a chunk can run. */
function graph(key: string, seen = new Set<string>(), files = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return files;
  seen.add(key);
  files.add(chunk.file);
  for (const sheet of chunk.css ?? []) files.add(sheet);
  for (const each of chunk.imports ?? []) graph(each, seen, files);
  return files;
}

const weights = new Map<string, number>();
function weight(file: string): number {
  const known = weights.get(file) ?? gzipSync(readFileSync(path.join(here, "dist", file)), { level: 9 }).length;
  weights.set(file, known);
  return known;
}

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
if (entry === undefined) throw new Error("the manifest has no entry");
const first = graph(entry);
const total = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + weight(file), 0);
const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7);

/** Sources of a feature's folder that import from `ui/work`, directly or through a neighbour: a phone lane must have none. */
function reachesForWork(feature: string): string[] {
  const folder = path.join(here, "src/features", feature);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  return sources.filter((file) => /from "[^"]*ui\/work\//.test(readFileSync(path.join(folder, file), "utf8"))).map((file) => `src/features/${feature}/${file}`);
}

const faults: string[] = [];
console.log(`first load, gzip kB (phone ≤ ${PHONE_LIMIT_KB}, work ≤ ${WORK_LIMIT_KB})`);
console.log(`${kB(total(first))}          what every page needs`);
for (const [key, chunk] of Object.entries(manifest).sort(([a], [b]) => a.localeCompare(b))) {
  const feature = /^src\/features\/([^/]+)\//.exec(key)?.[1];
  if (!chunk.isDynamicEntry || feature === undefined) continue;
  const own = [...graph(key)].filter((file) => !first.has(file));
  const bytes = total(first) + total(own);
  const isWork = WORK_FEATURES.has(feature);
  const limit = isWork ? WORK_LIMIT_KB : PHONE_LIMIT_KB;
  console.log(`${kB(bytes)} (+${kB(total(own)).trim()}) ${isWork ? "work " : "phone"} ${key}`);
  if (bytes > limit * 1000) faults.push(`${key} loads ${kB(bytes).trim()} kB, above ${limit}.`);
}
for (const feature of readdirSync(path.join(here, "src/features"))) {
  if (!WORK_FEATURES.has(feature)) faults.push(...reachesForWork(feature).map((file) => `${file} imports ui/work: the phone lane may take only ui/light.`));
}
const lightReaches = readdirSync(path.join(here, "src/ui/light")).filter((file) => /from "\.\.\/work\/|ui\/work\//.test(readFileSync(path.join(here, "src/ui/light", file), "utf8")));
faults.push(...lightReaches.map((file) => `src/ui/light/${file} imports ui/work.`));
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
