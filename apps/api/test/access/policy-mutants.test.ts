import { ACCESS, ROLES, type Action, type Relation, type Role } from "@teraju/domain";
import { beforeAll, expect, it } from "vitest";
import { testApp } from "../app.ts";
import { askerOf, type Asker } from "./ask.ts";
import { expected, HELD, ROWS, type Row } from "./matrix.ts";
import { markOf } from "./requests.ts";
import { buildWorld, giveRole, STANDINGS, TODAY, type StandingWord, type World } from "./world.ts";

/**
 * Proves that the matrix can fail: each line of ACCESS is changed in memory, one relation or role less or more, or no longer
 * saying who may see; some cell must then differ. Relations of another kind (a unit's on a person's line) no request can show:
 * `access.test.ts` of the domain holds the lines to their kind.
 */
const test = await testApp({ today: TODAY });
let world: World;
let asker: Asker;
/** The rows in which a line is asked. */
const rowsOf = new Map<Action, Row[]>();

type Line = { relations: readonly Relation[]; roles: readonly Role[]; sees?: string };
const TABLE: Record<Action, Line> = ACCESS;
const ACTIONS = Object.keys(ACCESS).filter((name): name is Action => Object.hasOwn(ACCESS, name));
const PERSON = ["self", "bawahan", "bawahanTidakLangsung", "formerBawahan", "superior", "sameOpd", "otherOpd", "administers"] as const satisfies readonly Relation[];
const UNIT = ["leads", "leadsAbove", "administers"] as const satisfies readonly Relation[];
const MEETING = ["leadsMeeting", "overseesMeeting", "takesMinutes", "takesPart"] as const satisfies readonly Relation[];

/** Who stands in a relation, best first: there a change of the line shows. */
const STANDS: Record<Relation, readonly StandingWord[]> = {
  self: ["diri"], bawahan: ["penilai"], bawahanTidakLangsung: ["atasan", "kabid", "plt", "kadis"], formerBawahan: ["bekas"], ditugasi: ["opdLain"], superior: ["bawahan", "bawahanKedua"],
  sameOpd: ["sekantor"], otherOpd: ["opdLain"], administers: ["opdLain"], leads: ["kabid", "plt", "kadis"], leadsAbove: ["kadis", "wali"],
  leadsMeeting: ["bawahan"], overseesMeeting: ["kadis"], takesMinutes: ["sekantor"], takesPart: ["diri"],
};

type Mutant = { action: Action; name: string; line: Line; standings: readonly StandingWord[]; held: readonly (Role | null)[] };

/** The kind of thing that a line is about, as its rows show. */
function kindOf(action: Action): readonly Relation[] {
  const asked = (rowsOf.get(action) ?? []).map((row) => row.endpoint);
  if (asked.some((endpoint) => endpoint.includes(":unitId")) || TABLE[action].relations.includes("leads")) return UNIT;
  if (asked.some((endpoint) => endpoint.includes("/evaluation-meeting/:id"))) return MEETING;
  return TABLE[action].relations.length > 0 ? PERSON : [];
}

function mutantsOf(action: Action): Mutant[] {
  const line = TABLE[action];
  const relations = kindOf(action).map((relation): Mutant => {
    const has = line.relations.includes(relation);
    const changed = has ? line.relations.filter((r) => r !== relation) : [...line.relations, relation];
    return { action, name: `${action} ${has ? "without" : "with"} ${relation}`, line: { ...line, relations: changed }, standings: STANDS[relation], held: [relation === "administers" ? "admin_opd" : null] };
  });
  const roles = ROLES.map((role): Mutant => {
    const has = line.roles.includes(role);
    return { action, name: `${action} ${has ? "without" : "with"} the role ${role}`, line: { ...line, roles: has ? line.roles.filter((r) => r !== role) : [...line.roles, role] }, standings: ["opdLain", "diri"], held: [role] };
  });
  const { sees: _, ...blind } = line;
  const hiding: Mutant = { action, name: `${action} that hides from who may see`, line: blind, standings: ["diri", "opdLain"], held: HELD };
  return [...relations, ...roles, ...(line.sees === undefined ? [] : [hiding])];
}

/**
 * Mutants that no request can show, since a rule of the thing itself asks again who it is. Each is named, so that a new one fails
 * here; one that a cell catches after all fails too.
 */
const SECOND_WALL: Readonly<Record<string, string>> = {
  "skp.set with formerBawahan": "only today's penilai and the atasan are parties to an SKP",
  "appraisal.rate with self": "only who rates the period by its own rules is a party to it",
  "appraisal.rate without bawahan": "who rates a period was penilai or atasan in it",
  "appraisal.rate without bawahanTidakLangsung": "who rates a period was penilai or atasan in it",
  "appraisal.rate without formerBawahan": "who rates a period was penilai or atasan in it",
  "appraisal.rate with the role bkpsdm_analis": "only who rates the period by its own rules is a party to it",
  "appraisal.rate with the role auditor": "only who rates the period by its own rules is a party to it",
  "umpan-balik.give with self": "nobody gives umpan balik to himself, whatever the table says",
  "umpan-balik.request with self": "nobody asks himself, whatever the table says",
  "umpan-balik.give with formerBawahan": "asked of today alone: no former relation is looked for",
  "umpan-balik.request with formerBawahan": "asked of today alone: no former relation is looked for",
  "absence.set with formerBawahan": "asked of today alone: no former relation is looked for",
  "penilai-relation.read with self": "one's own line is asked for by who keeps the department",
  "penilai-relation.read with formerBawahan": "asked of today alone: no former relation is looked for",
  "penilai-relation.change with self": "one's own line is asked for by who keeps the department",
  "penilai-relation.change with formerBawahan": "asked of today alone: no former relation is looked for",
  "penilai-correction.read with self": "one's own line is asked for by who keeps the department",
  "penilai-correction.read with formerBawahan": "asked of today alone: no former relation is looked for",
  "penilai-correction.decide with self": "one's own line is asked for by who keeps the department",
  "penilai-correction.decide with formerBawahan": "asked of today alone: no former relation is looked for",
  "tindak-lanjut.read with formerBawahan": "asked of today alone: no former relation is looked for",
  "tindak-lanjut.answer with formerBawahan": "asked of today alone: no former relation is looked for",
  "tindak-lanjut.cancel with formerBawahan": "asked of today alone: no former relation is looked for",
  "development.read with formerBawahan": "asked of today alone: no former relation is looked for",
  "development.write with formerBawahan": "asked of today alone: no former relation is looked for",
  "konseling.read with formerBawahan": "asked of today alone: no former relation is looked for",
  "konseling.arrange with formerBawahan": "asked of today alone: no former relation is looked for",
  "training.nominate with formerBawahan": "asked of today alone: no former relation is looked for",
  "career.read with formerBawahan": "asked of today alone: no former relation is looked for",
  "capaian-organisasi.read without leadsAbove": "who stands above may set it, and needs no other line to see it",
  "opd-dashboard.remind that hides from who may see": "who sees the dashboard may also remind",
  "fairness.judge with the role wali_kota": "who may not read signals finds none to judge",
  "fairness.judge with the role auditor": "who may not read signals finds none to judge",
  "fairness.judge with the role admin_opd": "who may not read signals finds none to judge",
  "account.activate with self": "one's own account is asked for by the line of the list",
  "account.activate with formerBawahan": "asked of today alone: no former relation is looked for",
  "account.letters with leads": "letters are counted for admins alone: who is none finds no office",
  "account.letters with leadsAbove": "letters are counted for admins alone: who is none finds no office",
  "account.letters with the role admin_opd": "letters are counted for the office that the admin has",
  "account.letters with the role auditor": "letters are counted for admins alone: who is none finds no office",
  "account.letters with the role bkpsdm_analis": "letters are counted for admins alone: who is none finds no office",
  "account.letters with the role wali_kota": "letters are counted for admins alone: who is none finds no office",
  "people-import.manage that hides from who may see": "who sees the files may also manage them",
  "opd-start.set with the role admin_opd": "the answer is the list, which has a line of its own",
  "opd-start.set with the role auditor": "the answer is the list, which has a line of its own",
  "opd-start.set with the role wali_kota": "the answer is the list, which has a line of its own",
  "rekonsiliasi.ratings with leadsAbove": "who leads above may not read the report, and finds nothing to decide about",
  "rekonsiliasi.ratings with the role admin_teknis": "who may not read the report finds nothing to decide about",
  "rekonsiliasi.ratings with the role auditor": "who may not read the report finds nothing to decide about",
  "rekonsiliasi.ratings with the role wali_kota": "who may not read the report finds nothing to decide about",
  "rekonsiliasi.ratings without the role bkpsdm_kepala": "the head of BKPSDM reads ratings and decides about none: what is shown is held by rekonsiliasi.test.ts",
  "rekonsiliasi.ratings that hides from who may see": "who may not decide about ratings is told so for the data they may see",
  "skp.fill with formerBawahan": "asked of today alone: no former relation is looked for",
  "skp.fill with superior": "what is filled from has to be one's own to read",
  "report-import.fill with administers": "only today's penilai is looked for among a list's people",
  "report-import.fill with bawahanTidakLangsung": "only today's penilai is looked for among a list's people",
  "report-import.fill with formerBawahan": "only today's penilai is looked for among a list's people",
  "report-import.fill with otherOpd": "only today's penilai is looked for among a list's people",
  "report-import.fill with sameOpd": "only today's penilai is looked for among a list's people",
  "report-import.fill with self": "only today's penilai is looked for among a list's people",
  "report-import.fill with superior": "only today's penilai is looked for among a list's people",
  "fairness.judge with the role admin_teknis": "who may not read signals finds none to judge",
};

beforeAll(async () => {
  world = await buildWorld(test);
  asker = await askerOf(test, world);
  // Which rows ask which line: a look at the table from within, on the untouched app.
  let row: Row | null = null;
  for (const action of ACTIONS) {
    const line = TABLE[action];
    Object.defineProperty(ACCESS, action, { configurable: true, enumerable: true, get: () => {
      if (row !== null) rowsOf.set(action, [...new Set([...(rowsOf.get(action) ?? []), row])]);
      return line;
    } });
  }
  await giveRole(test.pool, world, null);
  for (row of ROWS) for (const standing of STANDINGS) await asker.ask(row, standing);
  row = null;
}, 60_000);

function put(action: Action, line: Line): void {
  Object.defineProperty(ACCESS, action, { configurable: true, enumerable: true, value: line });
}

let held: Role | null = null;
async function differs(rows: readonly Row[], standings: readonly StandingWord[], role: Role | null): Promise<boolean> {
  if (held !== role) await giveRole(test.pool, world, role);
  held = role;
  for (const standing of standings) {
    for (const row of rows) {
      if (markOf(row, await asker.ask(row, standing)) !== expected(row, standing, role)) return true;
    }
  }
  return false;
}

/** The cells where it should show first, then all of the line's. */
async function isCaught({ action, standings, held: roles }: Mutant): Promise<boolean> {
  const rows = rowsOf.get(action) ?? [];
  const others = STANDINGS.filter((standing) => !standings.includes(standing));
  for (const role of roles) if (await differs(rows, standings, role)) return true;
  for (const role of roles) if (await differs(rows, others, role)) return true;
  return false;
}

it("has no line that nobody asks", () => {
  expect(ACTIONS.filter((action) => !rowsOf.has(action))).toEqual([]);
});

it("catches every change of the table", async () => {
  const all = ACTIONS.flatMap(mutantsOf);
  const survived: string[] = [];
  for (const mutant of all.toSorted((a, b) => (a.held[0] ?? "").localeCompare(b.held[0] ?? ""))) {
    const before = TABLE[mutant.action];
    put(mutant.action, mutant.line);
    if (!(await isCaught(mutant))) survived.push(mutant.name);
    put(mutant.action, before);
  }
  console.log(`policy mutants: ${all.length} tried, ${all.length - survived.length} caught by a cell, ${survived.length} behind a second wall`);
  expect(survived.sort()).toEqual(Object.keys(SECOND_WALL).sort());
}, 120_000);
