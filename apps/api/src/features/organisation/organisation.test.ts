import type { OrgStep, previewOrganisation, Output, OrgChangeLine, readOrganisation, readOrganisationUnit } from "@teraju/contracts";
import { expect, it, vi } from "vitest";
import { v7 } from "uuid";
import { testApp } from "../../../test/app.ts";
import { addReport, addSkp, auditCount, smallCity } from "../../../test/factories.ts";
import { followChanges } from "./service.ts";

const { as, pool, db, clock } = await testApp({ today: "2026-11-23" });
const city = await smallCity(pool);
const { people, units } = city;
const bkpsdm = await as(people.bkpsdm);

type Preview = Output<typeof previewOrganisation>;
const tree = async (on: string): Promise<unknown[]> => (await bkpsdm("GET", `/api/organisation?on=${on}`)).json<Output<typeof readOrganisation>>().units.map(({ name, head, people: n }) => [name, head?.name ?? "-", n]);
const raters = async (personId: string): Promise<unknown[]> => (await pool.query("select penilai_id as penilai, atasan_id as atasan, valid_from::text as since, valid_until::text as until from penilai_relation where pegawai_id = $1 order by valid_from", [personId])).rows;
const everything = async (): Promise<unknown> => (await pool.query("select (select json_agg(x order by id) from placement x) as s, (select json_agg(x order by id) from penilai_relation x) as r, (select json_agg(x order by id) from tree_version x) as t, (select json_agg(to_jsonb(x) - 'version' order by id) from monthly_report x) as m, (select json_agg(x order by id) from jabatan x) as j, (select count(*) from unit) as u, (select json_agg(to_jsonb(x) - 'version' order by id) from evaluation_meeting x) as e, (select count(*) from notification) as n")).rows;
const look = async (steps: readonly OrgStep[], from: string): Promise<Preview> => {
  const answer = await bkpsdm("POST", "/api/organisation/preview", { steps, from });
  expect([answer.statusCode, answer.body]).toEqual([200, answer.body]);
  return answer.json<Preview>();
};
const apply = async (steps: readonly OrgStep[], from: string): Promise<OrgChangeLine> => {
  const answer = await bkpsdm("POST", "/api/organisation/change", { id: v7(), steps, from, legalBasis: "Qanun percobaan" });
  expect([answer.statusCode, answer.body]).toEqual([200, answer.body]);
  return answer.json<OrgChangeLine>();
};
const person = (name: keyof typeof people): { id: string; name: string } => ({ id: people[name], name });
const MERGE: readonly OrgStep[] = [{ kind: "merge", unitId: units.puskesmasA2, into: units.bidangA1 }, { kind: "rename", unitId: units.bidangA1, name: "Bidang Pelayanan", shortName: null }];

it("merges one unit into another: the preview changes nothing and says what the act then does", async () => {
  const skp = await addSkp(pool, { personId: people.dewi, year: 2026, penilaiId: people.kapus, unitId: units.puskesmasA2 });
  await addReport(pool, city, { personId: people.dewi, unit: "puskesmasA2", month: "2026-10", skp, penilaiId: people.kapus, status: "submitted" });
  await addReport(pool, city, { personId: people.dewi, unit: "puskesmasA2", month: "2026-11", skp, penilaiId: people.kapus, status: "submitted" });
  await pool.query("insert into umpan_balik (id, from_id, to_id, month, status, question, requested_on) values ($1,$2,$3,'2026-11','diminta','Bagaimana?','2026-11-02')", [v7(), people.kapus, people.dewi]);
  await pool.query("insert into evaluation_meeting (id, unit_id, month, date, start_time, place) values ($1,$2,'2026-11','2026-12-10','09:00','Aula'), ($3,$2,'2026-12','2027-01-12','09:00','Aula'), ($4,$5,'2026-12','2027-01-12','09:00','Aula')", [v7(), units.puskesmasA2, v7(), v7(), units.bidangA1]);
  const before = await everything();
  const foreseen = await look(MERGE, "2026-11-01");
  expect(await everything()).toEqual(before);
  expect(foreseen).toMatchObject({ refusals: [], step: null });
  expect(foreseen.outcome).toEqual({
    carried: { units: 0, people: 0, items: [] },
    moved: [person("dewi"), person("kapus")].map((one) => ({ ...one, from: "Puskesmas A2", to: "Bidang Pelayanan" })),
    handOvers: [{ ...person("dewi"), before: person("kapus"), after: person("kabidA") }],
    withoutPenilai: [], displaced: [person("kapus")], headless: [],
    work: [
      { what: "laporan_periksa", fate: "ikut", count: 1, items: [{ name: "dewi", detail: "2026-11" }] }, { what: "laporan_periksa", fate: "tetap", count: 1, items: [{ name: "dewi", detail: "2026-10" }] },
      { what: "umpan_balik", fate: "tetap", count: 1, items: [{ name: "dewi", detail: "2026-11" }] },
      { what: "rapat", fate: "ikut", count: 1, items: [{ name: "Puskesmas A2", detail: "2026-12-10" }] }, { what: "rapat", fate: "periksa", count: 1, items: [{ name: "Puskesmas A2", detail: "2027-01-12" }] },
    ],
  });
  const trail = await auditCount(pool, "organisation.change");
  expect(await apply(MERGE, "2026-11-01")).toMatchObject({ status: "applied", counts: { moved: 2, handOvers: 1 }, by: "bkpsdm", actions: { takeBack: ["change_begun"] } });
  expect(await auditCount(pool, "organisation.change")).toBe(trail + 1);
  expect(await raters(people.dewi)).toEqual([
    { penilai: people.kapus, atasan: people.kadisA, since: "2024-01-01", until: "2026-11-01" },
    { penilai: people.kabidA, atasan: people.kadisA, since: "2026-11-01", until: null },
  ]);
});

it("shows the tree of any past day, and a unit's own history", async () => {
  expect(await tree("2026-10-31")).toEqual([["Kota Langsa", "wali", 1], ["Dinas A", "kadisA", 1], ["Bidang A1", "kabidA", 3], ["Puskesmas A2", "kapus", 2], ["Dinas B", "kadisB", 6]]);
  expect(await tree("2026-11-01")).toEqual([["Kota Langsa", "wali", 1], ["Dinas A", "kadisA", 1], ["Bidang Pelayanan", "kabidA", 5], ["Dinas B", "kadisB", 6]]);
  expect(await tree("2023-12-31")).toEqual([]);
  const seen = (await bkpsdm("GET", `/api/organisation/unit/${units.bidangA1}`)).json<Output<typeof readOrganisationUnit>>();
  expect(seen.history.map(({ from, until, name }) => [from, until, name])).toEqual([["2026-11-01", null, "Bidang Pelayanan"], ["2024-01-01", "2026-11-01", "Bidang A1"]]);
  expect(seen.posts[0]).toMatchObject({ name: "Kepala Bidang A1", isHead: true, holders: [{ name: "kabidA", penilai: { name: "kadisA" } }] });
  expect((await bkpsdm("GET", `/api/organisation/unit/${units.puskesmasA2}?on=2026-11-02`)).json()).toMatchObject({ unit: null, posts: [] });
});

it("lets sent work follow from its month on; the month before stays with who had it, who keeps sight of it and of nothing more", async () => {
  const { rows } = await pool.query<{ id: string }>("select id, month, penilai_id as penilai, unit_id as unit, unit_ord as ord from monthly_report where person_id = $1 order by month", [people.dewi]);
  expect(rows.map(({ id: _, ...row }) => row)).toEqual([
    { month: "2026-10", penilai: people.kapus, unit: units.puskesmasA2, ord: 4 },
    { month: "2026-11", penilai: people.kabidA, unit: units.bidangA1, ord: 3 },
  ]);
  const [former, now] = [await as(people.kapus), await as(people.kabidA)];
  const seen = async (who: typeof former): Promise<number[]> => Promise.all(rows.map(async ({ id }) => (await who("GET", `/api/review/${id}`)).statusCode));
  expect(await seen(former)).toEqual([200, 404]);
  expect((await seen(now))[1]).toBe(200);
});

it("tells all three people of the hand-over", async () => {
  const { rows } = await pool.query("select person_id as who, kind, params from notification where kind in ('penilai_changed', 'bawahan_gained', 'bawahan_lost') order by kind");
  expect(rows).toEqual([["bawahan_gained", people.kabidA], ["bawahan_lost", people.kapus], ["penilai_changed", people.dewi]].map(([kind, who]) => ({ who, kind, params: '{"name":"dewi"}' })));
});

it("names the step that cannot be done, and writes nothing then", async () => {
  const before = await everything();
  const rename: OrgStep = { kind: "rename", unitId: units.dinasB, name: "Dinas C", shortName: null };
  const head = (await pool.query<{ id: string }>("select id from jabatan where unit_id = $1 and is_head", [units.bidangA1])).rows[0]?.id ?? "";
  const refused = async (steps: readonly OrgStep[], from = "2026-12-01"): Promise<unknown> => {
    const { refusals, step } = await look(steps, from);
    const answer = await bkpsdm("POST", "/api/organisation/change", { id: v7(), steps, from, legalBasis: "Qanun percobaan" });
    expect([answer.statusCode, answer.json<{ refusals: string[] }>().refusals]).toEqual([409, refusals]);
    return [step, ...refusals];
  };
  const leave = (personId: string): OrgStep => ({ kind: "leave", personId, reason: "pensiun" });
  expect(await refused([rename, { kind: "close", unitId: units.bidangA1 }])).toEqual([1, "unit_has_people"]);
  expect(await refused([{ kind: "close", unitId: units.puskesmasA2 }])).toEqual([0, "unit_unknown"]);
  expect(await refused([rename], "2026-11-01")).toEqual([null, "tree_day_taken"]);
  expect(await refused([{ kind: "create", unit: { unitId: units.dinasB, parentId: units.kota, name: "Dinas C", shortName: null, kind: "opd" } }])).toEqual([0, "unit_exists"]);
  // A unit of a past version is not made anew under its id.
  expect(await refused([{ kind: "create", unit: { unitId: units.puskesmasA2, parentId: units.dinasB, name: "Puskesmas", shortName: null, kind: "puskesmas" } }])).toEqual([0, "unit_exists"]);
  expect(await refused([{ kind: "seat", personId: v7(), postId: head }])).toEqual([0, "person_unknown"]);
  expect(await refused([{ kind: "seat", personId: people.budi, postId: v7() }])).toEqual([0, "post_unknown"]);
  expect(await refused([{ kind: "seat", personId: people.kabidA, postId: head }])).toEqual([0, "post_is_theirs"]);
  // Nobody above within the perangkat daerah: the Wali Kota does not rate its staff.
  expect(await refused([leave(people.kadisB)])).toEqual([null, "unit_without_head"]);
  expect(await refused([leave(people.dewi), leave(people.dewi)])).toEqual([1, "person_unknown"]);
  expect(await refused([{ kind: "closePost", postId: head }])).toEqual([0, "post_held"]);
  expect(await refused([{ kind: "closePost", postId: v7() }])).toEqual([0, "post_unknown"]);
  expect(await refused([{ kind: "post", postId: v7(), unitId: units.bidangA1, name: "Kepala Kedua", jenis: "pengawas", jenjang: null, isHead: true }])).toEqual([0, "head_post_exists"]);
  expect(await everything()).toEqual(before);
});

it("merges two perangkat daerah on a day to come with a re-selected head, and lets the open work follow on that day", async () => {
  const headOfB = (await pool.query<{ id: string }>("select id from jabatan where unit_id = $1 and is_head", [units.dinasB])).rows[0]?.id ?? "";
  const steps: readonly OrgStep[] = [{ kind: "merge", unitId: units.dinasA, into: units.dinasB }, { kind: "rename", unitId: units.dinasB, name: "Dinas A dan B", shortName: null }, { kind: "seat", personId: people.kadisA, postId: headOfB }];
  const before = await everything();
  const { outcome, refusals } = await look(steps, "2027-02-01");
  expect(refusals).toEqual([]);
  expect(outcome?.displaced).toEqual([person("kadisB")]);
  expect(outcome?.carried).toEqual({ units: 1, people: 5, items: [{ id: units.bidangA1, name: "Bidang Pelayanan", from: "Dinas A", to: "Dinas A dan B", units: 1, people: 5 }] });
  expect(outcome?.handOvers.map(({ name, before: old, after }) => [name, old?.name, after.name])).toEqual(["admin", "analis", "auditor", "bkpsdm", "eko"].map((name) => [name, "kadisB", "kadisA"]));
  const planned = await apply(steps, "2027-02-01");
  expect(await tree("2027-01-31")).toEqual(await tree("2026-11-23"));
  expect(await tree("2027-02-01")).toEqual([["Kota Langsa", "wali", 1], ["Dinas A dan B", "kadisA", 7], ["Bidang Pelayanan", "kabidA", 5]]);

  // Before its day it is taken back whole, and planned again.
  expect((await bkpsdm("POST", `/api/organisation/change/${planned.id}/take-back`, { version: 1 })).json()).toMatchObject({ status: "taken_back", takenBack: { by: "bkpsdm" } });
  expect(await everything()).toEqual(before);
  await apply(steps, "2027-02-01");
  const { changes } = (await bkpsdm("GET", "/api/organisation/change")).json<{ changes: OrgChangeLine[] }>();
  expect(changes.map(({ from, status }) => [from, status])).toEqual([["2027-02-01", "applied"], ["2027-02-01", "taken_back"], ["2026-11-01", "applied"]]);

  // Sent before the day for its month: on the day it is with the new penilai.
  const skp = await addSkp(pool, { personId: people.eko, year: 2027, penilaiId: people.kadisB, unitId: units.dinasB });
  for (const month of ["2027-01", "2027-02"]) await addReport(pool, city, { personId: people.eko, unit: "dinasB", month, skp, penilaiId: people.kadisB, status: "submitted" });
  clock.set("2027-02-01");
  const ctx = { db, pool, actor: null, today: clock.today(), now: clock.now() };
  expect([await followChanges(ctx), await followChanges(ctx)]).toEqual([1, 0]);
  expect((await pool.query("select month, penilai_id as penilai from monthly_report where person_id = $1 order by month", [people.eko])).rows).toEqual([{ month: "2027-01", penilai: people.kadisB }, { month: "2027-02", penilai: people.kadisA }]);
  expect(await raters(people.kadisA)).toEqual([{ penilai: people.wali, atasan: people.wali, since: "2024-01-01", until: null }]);
});

it("splits a unit with chosen people, one of whom leads; makes a post, moves a person, lets one go", async () => {
  const [unitId, postId] = [v7(), v7()];
  const steps: readonly OrgStep[] = [
    { kind: "split", unitId: units.bidangA1, unit: { unitId, parentId: units.dinasB, name: "Bidang Baru", shortName: null, kind: "bidang" }, childIds: [], personIds: [people.kapus, people.dewi], headId: people.kapus, headPost: "Kepala Bidang Baru" },
    { kind: "post", postId, unitId, name: "Analis Kebijakan", jenis: "fungsional", jenjang: "ahli_pertama", isHead: false },
    { kind: "seat", personId: people.eko, postId }, { kind: "leave", personId: people.kabidA, reason: "pensiun" },
  ];
  const { outcome } = await look(steps, "2027-03-01");
  expect(outcome?.moved.map(({ name, from, to }) => [name, from, to])).toEqual([["dewi", "Bidang Pelayanan", "Bidang Baru"], ["eko", "Dinas A dan B", "Bidang Baru"], ["kabidA", "Bidang Pelayanan", null], ["kapus", "Bidang Pelayanan", "Bidang Baru"]]);
  expect(outcome?.handOvers.map(({ name, before, after }) => [name, before?.name, after.name])).toEqual([["budi", "kabidA", "kadisA"], ["citra", "kabidA", "kadisA"], ["dewi", "kabidA", "kapus"], ["eko", "kadisA", "kapus"]]);
  expect(outcome?.headless).toEqual([{ id: units.bidangA1, name: "Bidang Pelayanan" }]);
  await apply(steps, "2027-03-01");
  expect(await tree("2027-03-01")).toEqual([["Kota Langsa", "wali", 1], ["Dinas A dan B", "kadisA", 6], ["Bidang Pelayanan", "-", 2], ["Bidang Baru", "kapus", 3]]);
  expect((await raters(people.kabidA)).at(-1)).toMatchObject({ until: "2027-03-01" });
  // Nobody has two penilai, and only who left has none.
  expect((await pool.query("select p.name from person p where p.jenis <> 'pejabat' and not exists (select from penilai_relation r where r.pegawai_id = p.id and r.valid_from <= '2027-03-01' and (r.valid_until is null or r.valid_until > '2027-03-01'))")).rows).toEqual([{ name: "kabidA" }]);
});

it("opens a post on a day and closes it on another: nobody sits on it before or after, and each day shows its own", async () => {
  const [postId, unitId] = [v7(), units.dinasB];
  const seat = (personId: string): OrgStep => ({ kind: "seat", personId, postId });
  await apply([{ kind: "post", postId, unitId, name: "Arsiparis", jenis: "fungsional", jenjang: "ahli_pertama", isHead: false }], "2027-06-01");
  const shown = async (on: string): Promise<unknown> => (await bkpsdm("GET", `/api/organisation/unit/${unitId}?on=${on}`)).json<Output<typeof readOrganisationUnit>>().posts.filter(({ id }) => id === postId).map(({ from, until, holders }) => [from, until, holders.length]);
  expect([await shown("2027-05-31"), await shown("2027-06-01")]).toEqual([[], [["2027-06-01", null, 0]]]);
  expect((await look([seat(people.eko)], "2027-05-01")).refusals).toEqual(["post_unknown"]);

  // Closed while vacant, and taken back before its day.
  const closed = await apply([{ kind: "closePost", postId }], "2027-08-01");
  expect([await shown("2027-07-31"), await shown("2027-08-01")]).toEqual([[["2027-06-01", "2027-08-01", 0]], []]);
  expect((await look([seat(people.eko)], "2027-07-01")).refusals).toEqual(["post_closes"]);
  expect((await bkpsdm("POST", `/api/organisation/change/${closed.id}/take-back`, { version: 1 })).json()).toMatchObject({ status: "taken_back" });
  expect(await shown("2027-08-01")).toEqual([["2027-06-01", null, 0]]);
  await apply([seat(people.eko)], "2027-07-01");
  expect((await look([{ kind: "closePost", postId }], "2027-08-01")).refusals).toEqual(["post_held"]);
  // The last wall, were a verb to forget it.
  await expect(pool.query("update jabatan set valid_until = '2027-08-01' where id = $1", [postId])).rejects.toMatchObject({ constraint: "placement_within_post" });
  await expect(pool.query("insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from, valid_until) values ($1, $2, $3, $4, 'plt', '2027-05-30', '2027-06-02')", [v7(), people.dewi, postId, unitId])).rejects.toMatchObject({ constraint: "placement_within_post" });
});

it("closes with a unit the posts that were in it, those with the people who go, and opens them all again when it is taken back", async () => {
  const open = async (unitId: string, on: string): Promise<string[]> => (await pool.query<{ name: string }>("select name from jabatan where unit_id = $1 and (valid_from is null or valid_from <= $2) and (valid_until is null or valid_until > $2) order by name", [unitId, on])).rows.map(({ name }) => name);
  const before = [await open(units.bidangA1, "2027-09-01"), await everything()];
  const planned = await apply([{ kind: "merge", unitId: units.bidangA1, into: units.dinasB }], "2027-09-01");
  expect([await open(units.bidangA1, "2027-08-31"), await open(units.bidangA1, "2027-09-01")]).toEqual([before[0], []]);
  expect((await bkpsdm("POST", `/api/organisation/change/${planned.id}/take-back`, { version: 1 })).statusCode).toBe(200);
  expect([await open(units.bidangA1, "2027-09-01"), await everything()]).toEqual(before);
});

it("does not take back what something was built on", async () => {
  const unitId = v7();
  const planned = await apply([{ kind: "create", unit: { unitId, parentId: units.dinasB, name: "UPTD Baru", shortName: null, kind: "upt" } }], "2027-04-01");
  await apply([{ kind: "rename", unitId, name: "UPTD Laboratorium", shortName: null }], "2027-05-01");
  const answer = await bkpsdm("POST", `/api/organisation/change/${planned.id}/take-back`, { version: 1 });
  expect([answer.statusCode, answer.json<{ refusals: string[] }>().refusals]).toEqual([409, ["change_depended_on"]]);
});

/** Ten departments of seventy units with ten thousand people, in the last version of the tree; everybody rated by the nearest head. */
async function grow(): Promise<{ opds: string[] }> {
  const client = await pool.connect();
  await client.query(`
    create temp table big as select g as n, gen_random_uuid() as id, (g - 1) % 70 = 0 as is_opd, (g - 1) / 70 as opd from generate_series(1, 700) g`);
  await client.query("insert into unit (id, code) select id, 'besar-' || n from big");
  await client.query(`
    insert into unit_node (tree_id, unit_id, parent_id, opd_id, name, kind, depth, ord, last_ord)
    select t.id, b.id, case when b.is_opd then $1::uuid else o.id end, o.id, case when b.is_opd then 'Dinas Besar ' else 'Bidang Besar ' end || b.n, case when b.is_opd then 'opd' else 'bidang' end, case when b.is_opd then 1 else 2 end, 100 + b.n, case when b.is_opd then 169 + b.n else 100 + b.n end
      from big b join big o on o.is_opd and o.opd = b.opd cross join (select id from tree_version where valid_until is null) t`, [units.kota]);
  await client.query("create temp table folk as select g as n, gen_random_uuid() as id, gen_random_uuid() as post, b.id as unit_id, b.is_opd, b.opd, g <= 700 as leads from generate_series(1, 10000) g join big b on b.n = (g - 1) % 700 + 1");
  await client.query("insert into person (id, nip, name, jenis) select id, '1990010120' || lpad(n::text, 8, '0'), 'Pegawai ' || n, 'pns' from folk");
  await client.query("insert into jabatan (id, unit_id, name, jenis, is_head) select post, unit_id, case when leads then 'Kepala' else 'Pelaksana' end, 'pelaksana', leads from folk");
  await client.query("insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) select gen_random_uuid(), id, post, unit_id, 'definitif', '2024-01-01' from folk");
  await client.query(`
    insert into penilai_relation (id, pegawai_id, penilai_id, atasan_id, valid_from)
    select gen_random_uuid(), f.id, case when f.leads then (case when f.is_opd then $1::uuid else o.id end) else h.id end, $1::uuid, '2024-01-01' from folk f join folk h on h.unit_id = f.unit_id and h.leads join folk o on o.opd = f.opd and o.is_opd and o.leads`, [people.wali]);
  await client.query("analyze placement; analyze jabatan; analyze unit_node; analyze penilai_relation");
  const { rows } = await client.query<{ id: string }>("select id from big where is_opd order by n limit 2");
  client.release();
  return { opds: rows.map(({ id }) => id) };
}

it("opens a tree of 700 units and 10,000 people with as many statements as a small one, and foresees a merger in it", async () => {
  const asked = async (url: string): Promise<number> => {
    const seen = vi.spyOn(pool, "query");
    expect((await bkpsdm("GET", url)).statusCode).toBe(200);
    const count = seen.mock.calls.length;
    seen.mockRestore();
    return count;
  };
  const small = [await asked("/api/organisation?on=2028-01-01"), await asked(`/api/organisation/unit/${units.dinasB}?on=2028-01-01`)];
  const { opds: [goes = "", stays = ""] } = await grow();
  expect([await asked("/api/organisation?on=2028-01-01"), await asked(`/api/organisation/unit/${goes}?on=2028-01-01`)]).toEqual(small);
  expect(small[0]).toBeLessThanOrEqual(6);
  const all = (await bkpsdm("GET", "/api/organisation?on=2028-01-01")).json<Output<typeof readOrganisation>>().units;
  expect([all.length >= 700, all.reduce((total, unit) => total + unit.people, 0) >= 10_000, all.filter(({ name, head }) => name.includes("Besar") && head === null)]).toEqual([true, true, []]);
  const { outcome, refusals } = await look([{ kind: "merge", unitId: goes, into: stays }], "2028-01-01");

  expect([refusals, outcome?.carried.units, outcome?.carried.people, outcome?.moved.length]).toEqual([[], 69, 1035, 15]);
});
