import type { Role } from "@teraju/domain";
import { expect, it } from "vitest";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { testApp } from "../../../test/app.ts";
import { addReport, addSkp, auditCount, smallCity } from "../../../test/factories.ts";
import { preview, reorganise } from "./service.ts";

const { as, pool, db, clock } = await testApp({ today: "2026-11-23" });
const city = await smallCity(pool);
const roles: readonly Role[] = ["bkpsdm"];
const ctx: Ctx = { db, pool, actor: { personId: city.people.bkpsdm, name: "bkpsdm", roles }, today: clock.today(), now: clock.now() };
const { people, units } = city;

const tree = async (on: string): Promise<unknown[]> => (await pool.query("select n.name, n.depth, n.ord, n.last_ord as last from unit_node n join tree_version t on t.id = n.tree_id where t.valid_from <= $1 and (t.valid_until is null or t.valid_until > $1) order by n.ord", [on])).rows;
const raters = async (personId: string): Promise<unknown[]> => (await pool.query("select penilai_id as penilai, atasan_id as atasan, valid_from::text as since, valid_until::text as until from penilai_relation where pegawai_id = $1 order by valid_from", [personId])).rows;
const everything = async (): Promise<unknown> => (await pool.query("select (select json_agg(x order by id) from placement x) as s, (select json_agg(x order by id) from penilai_relation x) as r, (select json_agg(x order by id) from tree_version x) as t, (select json_agg(x order by id) from monthly_report x) as m, (select count(*) from notification) as n, (select count(*) from audit) as a")).rows;

const WISH = { changes: [{ kind: "merge", unitId: units.puskesmasA2, into: units.bidangA1 }, { kind: "rename", unitId: units.bidangA1, name: "Bidang Pelayanan", shortName: null }], from: "2026-11-01", legalBasis: "Qanun percobaan 1" } as const;

it("merges one unit into another: the preview changes nothing and says what the act then does", async () => {
  const skp = await addSkp(pool, { personId: people.dewi, year: 2026, penilaiId: people.kapus, unitId: units.puskesmasA2 });
  await addReport(pool, city, { personId: people.dewi, unit: "puskesmasA2", month: "2026-10", skp, penilaiId: people.kapus, status: "submitted" });
  await addReport(pool, city, { personId: people.dewi, unit: "puskesmasA2", month: "2026-11", skp, penilaiId: people.kapus, status: "submitted" });
  const before = await everything();
  const foreseen = await preview(ctx, WISH);
  expect(await everything()).toEqual(before);
  const trail = await auditCount(pool, "organisation.reorganise");

  expect(await reorganise(ctx, WISH)).toEqual(foreseen);
  expect(foreseen).toEqual({
    movedPeople: [people.kapus, people.dewi].sort(), sentReports: 1, headsWithoutUnit: [people.kapus],
    handOvers: [{ pegawaiId: people.dewi, name: "dewi", before: people.kapus, after: people.kabidA }],
  });
  expect(await auditCount(pool, "organisation.reorganise")).toBe(trail + 1);
  expect(await raters(people.dewi)).toEqual([
    { penilai: people.kapus, atasan: people.kadisA, since: "2024-01-01", until: "2026-11-01" },
    { penilai: people.kabidA, atasan: people.kadisA, since: "2026-11-01", until: null },
  ]);
});

it("keeps the tree of any past day", async () => {
  expect((await tree("2026-10-31")).map((n) => Object.values(n as object))).toEqual([["Kota Langsa", 0, 1, 5], ["Dinas A", 1, 2, 4], ["Bidang A1", 2, 3, 3], ["Puskesmas A2", 2, 4, 4], ["Dinas B", 1, 5, 5]]);
  expect((await tree("2026-11-01")).map((n) => Object.values(n as object))).toEqual([["Kota Langsa", 0, 1, 4], ["Dinas A", 1, 2, 3], ["Bidang Pelayanan", 2, 3, 3], ["Dinas B", 1, 4, 4]]);
});

it("lets sent work follow from its month on; the month before stays with who had it", async () => {
  const { rows } = await pool.query("select month, penilai_id as penilai, unit_id as unit, unit_ord as ord from monthly_report where person_id = $1 order by month", [people.dewi]);
  expect(rows).toEqual([
    { month: "2026-10", penilai: people.kapus, unit: units.puskesmasA2, ord: 4 },
    { month: "2026-11", penilai: people.kabidA, unit: units.bidangA1, ord: 3 },
  ]);
});

it("tells all three people of the hand-over", async () => {
  const { rows } = await pool.query("select person_id as who, kind, params from notification where kind in ('penilai_changed', 'bawahan_gained', 'bawahan_lost') order by kind");
  expect(rows).toEqual([["bawahan_gained", people.kabidA], ["bawahan_lost", people.kapus], ["penilai_changed", people.dewi]].map(([kind, who]) => ({ who, kind, params: '{"name":"dewi"}' })));
});

it("the former penilai keeps the months that were theirs, and nothing more", async () => {
  const months = (await pool.query<{ id: string }>("select id from monthly_report where person_id = $1 order by month", [people.dewi])).rows;
  const former = await as(people.kapus);
  const now = await as(people.kabidA);
  const seen = async (who: typeof former): Promise<number[]> => Promise.all(months.map(async ({ id }) => (await who("GET", `/api/review/${id}`)).statusCode));
  expect(await seen(former)).toEqual([200, 404]);
  expect((await seen(now))[1]).toBe(200);
});

it("refuses with reasons, and writes nothing then", async () => {
  const before = await everything();
  const refusal = async (changes: Parameters<typeof reorganise>[1]["changes"], from = "2026-12-01"): Promise<unknown> => reorganise(ctx, { changes, from, legalBasis: "Qanun percobaan 2" }).catch((error: unknown) => error);
  expect(await refusal([{ kind: "close", unitId: units.bidangA1 }])).toMatchObject({ details: { refusals: ["unit_has_people"] } });
  expect(await refusal([{ kind: "close", unitId: units.puskesmasA2 }])).toMatchObject({ details: { refusals: ["unit_unknown"] } });
  expect(await refusal([{ kind: "rename", unitId: units.dinasB, name: "Dinas C", shortName: null }], "2026-11-01")).toMatchObject({ details: { refusals: ["tree_day_taken"] } });
  expect(await refusal([{ kind: "create", unit: { unitId: units.dinasB, parentId: units.kota, name: "Dinas C", shortName: null, kind: "opd" } }])).toMatchObject({ details: { refusals: ["unit_exists"] } });
  expect(await everything()).toEqual(before);
});

it("begins on a day to come: until then the city is as it was", async () => {
  const id = v7();
  const outcome = await reorganise(ctx, { changes: [{ kind: "create", unit: { unitId: id, parentId: units.kota, name: "Dinas C", shortName: null, kind: "opd" } }, { kind: "move", unitId: units.bidangA1, parentId: id }], from: "2027-02-01", legalBasis: "Qanun percobaan 3" });
  expect(outcome).toEqual({ movedPeople: [], handOvers: [], sentReports: 0, headsWithoutUnit: [] });
  expect(await tree("2027-01-31")).toEqual(await tree("2026-11-23"));
  const { rows } = await pool.query("select n.opd_id as opd from unit_node n join tree_version t on t.id = n.tree_id where t.valid_from = '2027-02-01' and n.unit_id = $1", [units.bidangA1]);
  expect(rows).toEqual([{ opd: id }]);
});
