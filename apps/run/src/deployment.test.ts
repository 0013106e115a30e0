import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { VARIABLE_NAMES } from "@teraju/api/src/env.ts";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { ROOT } from "./house.ts";

type Service = {
  image?: string;
  build?: { context: string; dockerfile: string; target: string };
  environment?: Record<string, string>;
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
  networks?: string[];
};
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown>; networks: Record<string, unknown> };

const text = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const document = parseDocument(text("docker-compose.yml"), { strict: true, uniqueKeys: true });
const compose: Compose = document.toJS();
const services = Object.entries(compose.services);
const dockerfile = text("apps/api/Dockerfile").split("\n").filter((row) => row && !row.startsWith("#"));

describe("docker-compose.yml", () => {
  test("is YAML without errors or warnings", () => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
  });

  test("has PostgreSQL 18, the API and a proxy; only the proxy is open to the outside", () => {
    expect(Object.keys(compose.services)).toEqual(["database", "api", "proxy"]);
    expect(compose.services["database"]?.image).toMatch(/^postgres:18/);
    expect(services.filter(([, service]) => service.ports).map(([name]) => name)).toEqual(["proxy"]);
    expect(compose.services["proxy"]?.ports).toEqual(expect.arrayContaining(["80:80", "443:443"]));
    expect(compose.services["database"]?.networks).toEqual(["inside"]);
  });

  test.each(services)("%s says how healthy it is, and names only what exists", (_name, service) => {
    expect(["CMD", "CMD-SHELL"]).toContain(service.healthcheck?.test[0]);
    expect(service.image ?? service.build?.target).toBeTruthy();
    for (const volume of service.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(":")[0]);
    for (const network of service.networks ?? []) expect(Object.keys(compose.networks)).toContain(network);
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(compose.services[other]?.healthcheck).toBeDefined();
      expect(condition).toBe("service_healthy");
    }
    if (service.build) {
      expect(existsSync(path.join(ROOT, service.build.dockerfile))).toBe(true);
      expect(dockerfile.some((row) => row.startsWith("FROM ") && row.endsWith(` AS ${service.build?.target}`))).toBe(true);
    }
  });

  test("gives the API only variables that it reads, and no secret of its own", () => {
    const environment = compose.services["api"]?.environment ?? {};
    expect(VARIABLE_NAMES).toEqual(expect.arrayContaining(Object.keys(environment)));
    // What a city may turn on reaches it: left out here, setting it on the host would do nothing.
    expect(Object.keys(environment)).toEqual(expect.arrayContaining(VARIABLE_NAMES.filter((name) => name.startsWith("TERAJU_SIASN_"))));
    expect(environment["TERAJU_SECRET"]).toMatch(/^\$\{TERAJU_SECRET:\?/);
    expect(environment["TERAJU_PROXY"]).toBe("1");
    expect(compose.services["database"]?.environment?.["POSTGRES_PASSWORD"]).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  });
});

describe("the image", () => {
  test("knows every member of the workspace, and copies only what exists", () => {
    const sources = dockerfile.filter((row) => row.startsWith("COPY ") && !row.includes("--from")).flatMap((row) => row.split(/\s+/).slice(1, -1));
    expect(sources.filter((source) => !existsSync(path.join(ROOT, source)))).toEqual([]);
    const members = globSync("{apps,packages}/*/package.json", { cwd: ROOT }).concat("e2e/package.json");
    for (const member of members) expect(sources).toContain(member);
  });

  test("has the Node and the pnpm of the house, and starts the API", () => {
    const manifest: { packageManager: string; scripts: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(text("package.json"));
    expect(dockerfile[0]).toBe(`FROM node:${manifest.devDependencies["node"]}-bookworm-slim AS house`);
    expect(dockerfile).toContain(`RUN npm install --global ${manifest.packageManager}`);
    expect(dockerfile).toContain('CMD ["node", "--max-semi-space-size=16", "apps/api/src/main.ts"]');
    // What was measured of its memory holds for all ways to start it.
    expect(manifest.scripts["start"]).toBe("node --max-semi-space-size=16 apps/run/src/start.ts");
    expect(text("apps/api/bench/cluster.ts")).toContain('["--max-semi-space-size=16"]');
  });
});

describe("the proxy", () => {
  const caddyfile = text("apps/web/Caddyfile");

  test("closes every brace it opens, speaks TLS for the named host, hands /api on", () => {
    const blocks = caddyfile.split("\n").filter((row) => row.trim().endsWith("{")).length;
    expect(caddyfile.split("\n").filter((row) => row.trim() === "}").length).toBe(blocks);
    expect(caddyfile).toMatch(/^\{\$TERAJU_DOMAIN:localhost\} \{$/m);
    expect(caddyfile).toMatch(/handle \/api\/\* \{\s+reverse_proxy api:3000\s+\}/);
    expect(caddyfile).toContain("Strict-Transport-Security");
  });

  test("gives the page the same content policy as the API does", () => {
    const policy = /Content-Security-Policy "([^"]+)"/.exec(caddyfile)?.[1]?.split("; ") ?? [];
    const inApp = text("apps/api/src/app.ts");
    const directives = [...inApp.matchAll(/(\w+Src|baseUri|formAction|frameAncestors): \[([^\]]+)\]/g)].map(([, name = "", values = ""]) => {
      const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return `${kebab} ${[...values.matchAll(/"([^"]+)"/g)].map((one) => one[1]).join(" ")}`;
    });
    expect(directives.length).toBeGreaterThan(5);
    expect(policy.toSorted()).toEqual(directives.toSorted());
  });
});
