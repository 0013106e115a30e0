import * as contracts from "@teraju/contracts";
import type { Endpoint } from "@teraju/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "../app.ts";
import { askerOf, inTurns, nameOf, type Asker } from "./ask.ts";
import { CELLS, expected, HELD, PUBLIC, ROWS } from "./matrix.ts";
import { markOf, REQUESTS } from "./requests.ts";
import { buildWorld, giveRole, TODAY, type World } from "./world.ts";

const test = await testApp({ today: TODAY });
const { app, pool } = test;
let world: World;
let asker: Asker;
beforeAll(async () => {
  world = await buildWorld(test);
  asker = await askerOf(test, world);
});

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "access" in value;
}
const ENDPOINTS = Object.values<unknown>(contracts).filter(isEndpoint);
const nameOfEndpoint = (e: Endpoint): string => `${e.method} ${e.path}`;
const audited = async (): Promise<number> => (await pool.query<{ n: number }>("select count(*)::int as n from audit")).rows[0]?.n ?? 0;

describe("the matrix is whole", () => {
  it("has a row, with a request, for every endpoint of the contract, and none besides", () => {
    const wanted = ENDPOINTS.filter((e) => e.access !== "public").map(nameOfEndpoint);
    expect([...new Set(ROWS.map((row) => row.endpoint))].sort()).toEqual([...new Set(wanted)].sort());
    expect(ROWS.map((row) => row.name).sort()).toEqual(Object.keys(REQUESTS).sort());
  });

  it("knows every route that the app serves; only the contract itself is none of its endpoints", () => {
    const served = app.printRoutes({ commonPrefix: false, includeMeta: false });
    const document: { paths: Record<string, Record<string, unknown>> } = app.swagger() as never;
    const inContract = ENDPOINTS.map(nameOfEndpoint).sort();
    const documented = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`)).sort();
    expect(documented).toEqual(inContract);
    expect(served).toContain("openapi.json");
    expect(routesOf(served)).toEqual([...new Set([...inContract, "GET /api/openapi.json"].map(anonymous))].sort());
  });

  it("counts what nobody is asked for", () => {
    expect(ENDPOINTS.filter((e) => e.access === "public").map(nameOfEndpoint).sort()).toEqual([...PUBLIC].sort());
    expect(PUBLIC.length + 1).toBeLessThanOrEqual(8);
  });
});

/** Where two routes name one parameter differently, the tree of routes names both. */
const anonymous = (route: string): string => route.replaceAll(/:[\w:|]+/g, ":");
/** "GET /api/skp/:" of Fastify's own tree of routes, without the HEAD that it adds to each GET. */
function routesOf(tree: string): string[] {
  const stack: string[] = [];
  return tree.split("\n").flatMap((line) => {
    const [, indent = "", part = "", methods = ""] = /^([│├└─\s]*)(\S*)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (part === "") return [];
    const depth = indent.length / 4;
    stack.splice(depth - 1, Number.POSITIVE_INFINITY, part);
    return methods.split(", ").filter((method) => method !== "" && method !== "HEAD" && method !== "OPTIONS").map((method) => anonymous(`${method} ${stack.join("")}`));
  }).sort();
}

describe("the matrix holds", () => {
  it("turns away who is not signed in, everywhere but at the public doors, without a trace", async () => {
    const before = await audited();
    const wrong: string[] = [];
    for (const row of ROWS) {
      const { statusCode } = await asker.ask(row, null);
      if (statusCode !== 401) wrong.push(`${row.name}: ${statusCode}`);
    }
    expect(wrong).toEqual([]);
    expect(await audited()).toBe(before);
  });

  it("would see an answer that tells who is asked about whom: one's own form does", async () => {
    const row = ROWS.find((one) => one.name === "GET /api/peer-form");
    if (row === undefined) throw new Error("no row");
    expect((await asker.ask(row, "diri")).body).toContain(world.peers.formId);
  });

  it.each(HELD.map((role) => [role]))("for people holding the role %s", async (role) => {
    await giveRole(pool, world, role);
    const cells = CELLS.filter((cell) => cell.role === role);
    const wrong: string[] = [];
    const check = async (cell: (typeof CELLS)[number]): Promise<void> => {
      const answer = await asker.ask(cell.row, cell.standing);
      const [want, found] = [expected(cell.row, cell.standing, role), markOf(cell.row, answer)];
      for (const secret of world.peers.secrets) if (answer.body.includes(secret)) wrong.push(`${nameOf(cell)}: tells who answered about a colleague`);
      if (want !== found) wrong.push(`${nameOf(cell)}: expected ${want}, found ${found} ${answer.body.slice(0, 150)}`);
    };
    const isDenied = (cell: (typeof CELLS)[number]): boolean => "x~.".includes(expected(cell.row, cell.standing, role));
    const before = await audited();
    await inTurns(cells.filter(isDenied), 4, check);
    expect(wrong).toEqual([]);
    expect(await audited(), "who is refused leaves no trace in the trail").toBe(before);
    for (const cell of cells) if (!isDenied(cell)) await check(cell);
    expect(wrong).toEqual([]);
  }, 60_000);

  it("for who was the atasan of a period: it stays theirs to rate when the penilai is late, after the post has passed on", async () => {
    await giveRole(pool, world, null);
    await pool.query("update penilai_relation set atasan_id = $2 where pegawai_id = $1 and valid_from >= '2026-10-01'", [world.people.diri, world.people.kadis]);
    const found = await Promise.all(["GET /api/appraisal/:periodId/:personId", "GET /api/review/:reportId", "GET /api/person-year/:personId", "POST /api/absence", "POST /api/skp/:id/set"].map(async (name) => {
      const row = ROWS.find((one) => one.name === name);
      return row === undefined ? "no row" : markOf(row, await asker.ask(row, "atasan"));
    }));
    expect(found).toEqual(["+", "+", ".", ".", "x"]);
    await pool.query("update penilai_relation set atasan_id = $2 where pegawai_id = $1 and valid_from >= '2026-10-01'", [world.people.diri, world.people.atasan]);
  });

  it("for a Plt. to whom rating was delegated: the penilai's column is theirs from that day on", async () => {
    await giveRole(pool, world, null);
    const { diri, plt, penilai, atasan } = world.people;
    await pool.query("update penilai_relation set valid_until = '2026-11-02' where pegawai_id = $1 and valid_from = '2026-10-01'", [diri]);
    await pool.query("insert into penilai_relation (id, pegawai_id, penilai_id, atasan_id, valid_from, valid_until) values (gen_random_uuid(),$1,$2,$3,'2026-11-02','2027-01-01')", [diri, plt, atasan]);
    const wrong: string[] = [];
    // What was said to the penilai by name, is about their own rating, is an example that they made, or a konseling that they gave, goes over with no office.
    const isTheirOwn = ({ name, endpoint }: (typeof ROWS)[number]): boolean => name.endsWith(" [of a team]") || name.includes("/konseling/:id") || endpoint.startsWith("POST /api/umpan-balik/:id/") || endpoint.includes("/fairness/signal/:id");
    for (const row of ROWS) {
      if (row.by.size === 0 || isTheirOwn(row)) continue;
      const marks = [row.by.get("penilai"), row.by.get("plt")];
      const want = (["+", "s", "~", "x", "."] as const).find((mark) => marks.includes(mark));
      const found = markOf(row, await asker.ask(row, "plt"));
      if (found !== want) wrong.push(`${row.name}: expected ${want}, found ${found}`);
    }
    expect(wrong).toEqual([]);
    await pool.query("delete from penilai_relation where pegawai_id = $1 and penilai_id = $2", [diri, plt]);
    await pool.query("update penilai_relation set valid_until = '2027-01-01' where pegawai_id = $1 and penilai_id = $2", [diri, penilai]);
  });

  it("for a further pimpinan of another OPD: umpan balik, both ways, and nothing else", async () => {
    await giveRole(pool, world, null);
    await pool.query("insert into pimpinan_relation (id, pegawai_id, pimpinan_id, task, valid_from) values (gen_random_uuid(),$1,$2,'Tim',$3)", [world.people.diri, world.people.opdLain, TODAY]);
    const gained: string[] = [];
    for (const row of ROWS) if (markOf(row, await asker.ask(row, "opdLain")) !== expected(row, "opdLain", null)) gained.push(row.name);
    expect(gained).toEqual(["POST /api/umpan-balik"]);
    await pool.query("delete from pimpinan_relation where pimpinan_id = $1", [world.people.opdLain]);
  });
});
