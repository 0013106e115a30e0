import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** Goal of the house: what a phone loads before the page of a pegawai stands, JS and CSS after gzip. */
const LIMIT_BYTES = 190_000;

/** Features that a pegawai opens on a phone. */
const PHONE = /^src\/features\/((home|skp|daily-note|monthly-report|umpan-balik|peer-input|result|session)\/|evaluation-meeting\/(ParticipantPage|MySlidePage))/;

/** Vite's manifest: chunk by source file. */
type Chunk = { file: string; isEntry?: boolean; isDynamicEntry?: boolean; imports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

/**
 * Weighs each page of the phone: the entry, the page's chunk and all that both import statically.
 * @param dist folder of the built web, with Vite's manifest.
 * @returns a sentence for each page above the limit, or for a manifest in which no such page is found.
 */
export function firstLoadFaults(dist: string, say: (line: string) => void): string[] {
  const file = path.join(dist, ".vite/manifest.json");
  if (!existsSync(file)) return ["The built web has no manifest: set build.manifest in vite.config.ts."];
  const manifest: Manifest = JSON.parse(readFileSync(file, "utf8"));
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const pages = Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry && PHONE.test(key));
  if (entries.length === 0 || pages.length === 0) return ["The built web has no page of a phone's feature as a chunk of its own."];
  const weights = pages.map((page) => ({ page, bytes: weigh(dist, manifest, [...entries, page]) })).sort((a, b) => b.bytes - a.bytes);
  for (const { page, bytes } of weights.slice(0, 3)) say(`${(bytes / 1000).toFixed(1)} kB ${page}`);
  return weights.filter(({ bytes }) => bytes > LIMIT_BYTES).map(({ page, bytes }) => `${page} loads ${(bytes / 1000).toFixed(1)} kB gzip, more than ${LIMIT_BYTES / 1000} kB.`);
}

function weigh(dist: string, manifest: Manifest, roots: string[]): number {
  const keys = new Set<string>();
  const walk = (key: string): void => {
    if (keys.has(key)) return;
    keys.add(key);
    for (const next of manifest[key]?.imports ?? []) walk(next);
  };
  for (const root of roots) walk(root);
  const files = new Set([...keys].flatMap((key) => [manifest[key]?.file ?? "", ...(manifest[key]?.css ?? [])]).filter((name) => /\.(js|css)$/.test(name)));
  return [...files].reduce((sum, name) => sum + gzipSync(readFileSync(path.join(dist, name))).length, 0);
}
