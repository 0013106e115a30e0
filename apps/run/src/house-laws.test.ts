import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./house.ts";

/**
 * Laws of the house that the linter cannot say. An import is named as what it leads to: a path from the repository's
 * root, or the package's name.
 */
type Law = { name: string; /** Which files it binds. */ files: RegExp; forbids: (target: string, file: string) => boolean; cure: string };

const feature = (file: string): string | undefined => /^apps\/(?:web|api)\/src\/features\/([^/]+)\//.exec(file)?.[1];

const LAWS: readonly Law[] = [
  {
    name: "a web feature never imports a feature",
    files: /^apps\/web\/src\/features\//,
    forbids: (target, file) => feature(target) !== undefined && feature(target) !== feature(file),
    cure: "Move the shared part to ui, or let the router join the two.",
  },
  {
    name: "ui, api and copy know no feature",
    files: /^apps\/web\/src\/(ui|copy)\/|^apps\/web\/src\/api\.ts$/,
    forbids: (target) => feature(target) !== undefined,
    cure: "Give the part what it needs as props.",
  },
  {
    name: "across features of the API only a verb is called, never a query or a route",
    files: /^apps\/api\/src\/features\//,
    forbids: (target, file) => feature(target) !== undefined && feature(target) !== feature(file) && /\/(queries|routes)[^/]*\.ts$/.test(target),
    cure: "Reading across features is SQL in your own queries.ts; writing is a call of the other's verb.",
  },
  {
    name: "http knows no feature",
    files: /^apps\/api\/src\/http\//,
    forbids: (target) => feature(target) !== undefined,
    cure: "app.ts joins the two.",
  },
  {
    name: "queries know no service and no route",
    files: /^apps\/api\/src\/features\/[^/]+\/queries[^/]*\.ts$/,
    forbids: (target) => /\/(service|routes)[^/]*\.ts$/.test(target) || target.startsWith("apps/api/src/http/"),
    cure: "routes → service → queries → db/schema, in this direction only.",
  },
  {
    name: "the web and the packages never reach into the API",
    files: /^(apps\/web|packages)\//,
    forbids: (target) => target.startsWith("apps/api/") || /^(drizzle-orm|pg|fastify)(\/|$)/.test(target),
    cure: "The web and the packages speak to the API through the contract only.",
  },
  {
    name: "the stories know the product from outside only",
    files: /^e2e\//,
    forbids: (target) => /^(apps|packages)\//.test(target) || target.startsWith("@teraju/"),
    cure: "A story sees what a person sees: pages and answers.",
  },
  {
    name: "no folder is called utils, common or helpers",
    files: /(^|\/)(utils|common|helpers)(\/|\.tsx?$)/,
    forbids: () => true,
    cure: "Name the file after the one thing it knows.",
  },
];

const FILES = globSync("{apps,packages,e2e}/**/*.{ts,tsx}", { cwd: ROOT, exclude: (name) => /(^|\/)(node_modules|dist|output)$/.test(String(name)) }).map((file) => file.replaceAll("\\", "/"));

/** What a source imports, with relative and `#` paths led to the repository's root. */
function importsOf(file: string, source: string): string[] {
  const found = [...source.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;"']*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']|(?:^|\n)\s*import\s+["']([^"']+)["']/g)];
  return found.map((match) => match[1] ?? match[2] ?? match[3] ?? "").map((target) => {
    if (target.startsWith(".")) return path.posix.join(path.posix.dirname(file), target);
    if (target.startsWith("#test/")) return target.replace("#test/", "apps/api/test/");
    return target.replace(/^#(db|http)\//, "apps/api/src/$1/");
  });
}

function breaches(law: Law, file: string, source: string): string[] {
  if (!law.files.test(file)) return [];
  const targets = law.files.source.includes("utils") ? [file] : importsOf(file, source);
  return targets.filter((target) => law.forbids(target, file)).map((target) => `${file} → ${target}: ${law.cure}`);
}

describe("the laws of the house", () => {
  test("there are sources to judge", () => {
    expect(FILES.length).toBeGreaterThan(20);
  });

  test.each(LAWS)("$name", (law) => {
    expect(FILES.flatMap((file) => breaches(law, file, readFileSync(path.join(ROOT, file), "utf8")))).toEqual([]);
  });

  // A law that never bites is no law: each is shown one offender.
  test.each([
    ["apps/web/src/features/home/HomePage.tsx", 'import { X } from "../result/X.tsx";'],
    ["apps/web/src/ui/light/Button.tsx", 'const page = import("../../features/home/HomePage.tsx");'],
    ["apps/api/src/features/skp/service.ts", 'import { find } from "../session/queries.ts";'],
    ["apps/api/src/http/serve.ts", 'import {\n  a,\n} from "../features/session/service.ts";'],
    ["apps/api/src/features/skp/queries.ts", 'import type { Y } from "./service.ts";'],
    ["packages/contracts/src/skp.ts", 'import { skp } from "drizzle-orm/pg-core";'],
    ["e2e/stories/home.spec.ts", 'import "../../apps/web/src/paths.ts";'],
    ["apps/web/src/utils/date.ts", ""],
  ])("catch an offender: %s", (file, source) => {
    expect(LAWS.filter((law) => breaches(law, file, source).length > 0)).toHaveLength(1);
  });
});
