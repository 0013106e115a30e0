import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp, type Caller } from "#test/app.ts";
import { addPerson, addReport, addSkp, smallCity, type SmallCity } from "#test/factories.ts";

const { as, pool } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
let bkpsdm: Caller;
/** Admin of Dinas A, with a post in Bidang A1. */
let admin: Caller;
let adminId: string;
beforeAll(async () => {
  city = await smallCity(pool);
  adminId = await addPerson(pool, { name: "fitri", nip: "198801012012012001", unitId: city.units.bidangA1 });
  await pool.query("insert into role_assignment (id, person_id, role, unit_id, valid_from) values ($1,$2,'admin_opd',$3,'2024-01-01')", [v7(), adminId, city.units.dinasA]);
  [bkpsdm, admin] = [await as(city.people.bkpsdm), await as(adminId)];
});

type Row = { pegawai: { name: string }; penilai: { name: string } | null; issue: string | null; usulan: { penilai: { id: string; name: string } | null; isFinal: boolean; notes: string[] } | null };
const list = async (who: Caller, query = ""): Promise<{ rows: Row[]; people: number; found: number; page: number; counts: Record<string, number>; opds: { name: string }[]; actions: { change: string[] } }> => (await who("GET", `/api/penilai-relation${query}`)).json();
const read = async (personId: string, query = "") => (await bkpsdm("GET", `/api/penilai-relation/person/${personId}${query}`)).json();
const penilaiOn = async (personId: string, day: string): Promise<string | null> =>
  (await pool.query<{ id: string }>("select penilai_id as id from penilai_relation where pegawai_id = $1 and valid_from <= $2 and (valid_until is null or valid_until > $2)", [personId, day])).rows[0]?.id ?? null;
const told = async (personId: string): Promise<string[]> => (await pool.query<{ kind: string }>("select kind from notification where person_id = $1 order by kind", [personId])).rows.map(({ kind }) => kind);
const basis = "Surat perintah 800/12/2026";

describe("the list", () => {
  it("shows who rates whom, says what is missing or differs, and marks whom the Wali Kota rates", async () => {
    const all = await list(bkpsdm);
    expect([all.people, all.counts]).toEqual([13, { tanpa_penilai: 1, penilai_tidak_bertugas: 0, usulan_ganda: 0, berbeda_dari_usulan: 0 }]);
    const of = (name: string) => all.rows.find((row) => row.pegawai.name === name);
    expect(of("kadisA")?.usulan).toMatchObject({ penilai: { name: "wali" }, isFinal: true });
    expect(of("dewi")?.usulan).toMatchObject({ penilai: { name: "kapus" }, isFinal: false });
    expect(of("fitri")).toMatchObject({ penilai: null, issue: "tanpa_penilai", usulan: { penilai: { name: "kabidA" } } });
    expect((await list(bkpsdm, "?masalah=tanpa_penilai")).rows.map((row) => row.pegawai.name)).toEqual(["fitri"]);
    expect((await list(bkpsdm, "?q=DEW&halaman=9"))).toMatchObject({ found: 1, page: 1, rows: [{ pegawai: { name: "dewi" } }] });
  });

  it("is an OPD's own for its admin, and only to be read at the analis's desk", async () => {
    const own = await list(admin);
    expect([own.opds.map(({ name }) => name), own.rows.map((row) => row.pegawai.name).sort()]).toEqual([["Dinas A"], ["budi", "citra", "dewi", "fitri", "kabidA", "kadisA", "kapus"]]);
    expect((await list(await as(city.people.analis))).actions.change).toEqual(["not_yours"]);
  });
});

describe("another penilai", () => {
  it("is looked at before: what goes along, who stands above; nothing is touched", async () => {
    const skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA, unitId: city.units.bidangA1 });
    for (const month of ["2026-10", "2026-11"]) await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month, skp, penilaiId: city.people.kabidA, status: month === "2026-10" ? "submitted" : "draft" });
    const view = await read(city.people.budi, `?penilaiId=${city.people.kadisA}`);
    expect(view).toMatchObject({ chosen: { name: "kadisA" }, changes: { from: "2026-10-01", before: { name: "kabidA" }, atasan: { name: "wali" }, reports: [{ month: "2026-10", status: "submitted" }, { month: "2026-11", status: "draft" }] }, actions: { change: [] } });
    expect((await read(city.people.budi, `?penilaiId=${city.people.kadisA}&from=2024-01-01`)).actions.change).toEqual(["before_relation"]);
    expect((await read(city.people.kabidA, `?penilaiId=${city.people.budi}`)).actions.change).toEqual(["penilai_is_bawahan"]);
    expect(await penilaiOn(city.people.budi, "2026-11-23")).toBe(city.people.kabidA);
  });

  it("rates from that day on, the sent report goes along, all three are told; who saw another line changes nothing", async () => {
    const url = `/api/penilai-relation/person/${city.people.budi}`;
    const body = { penilaiId: city.people.kadisA, from: "2026-10-01", basis, before: city.people.kapus };
    expect((await bkpsdm("POST", url, body)).statusCode).toBe(412);
    expect((await bkpsdm("POST", url, { ...body, before: city.people.kabidA })).json()).toEqual({ handOvers: 1, reports: 1 });
    expect([await penilaiOn(city.people.budi, "2026-09-30"), await penilaiOn(city.people.budi, "2026-10-01")]).toEqual([city.people.kabidA, city.people.kadisA]);
    expect((await pool.query("select penilai_id as id from monthly_report where person_id = $1 and month = '2026-10'", [city.people.budi])).rows).toEqual([{ id: city.people.kadisA }]);
    expect([await told(city.people.budi), await told(city.people.kabidA), await told(city.people.kadisA)]).toEqual([["penilai_changed"], ["bawahan_lost"], ["bawahan_gained"]]);
    expect((await list(admin, "?masalah=berbeda_dari_usulan")).rows).toMatchObject([{ pegawai: { name: "budi" }, penilai: { name: "kadisA" }, usulan: { penilai: { name: "kabidA" } } }]);
  });

  it("as proposed: what was seen is taken for several at once; an admin takes no line of their own", async () => {
    const of = (...people: [string, string][]) => ({ people: people.map(([personId, penilaiId]) => ({ personId, penilaiId })), from: "2026-11-16", basis });
    const { budi, kabidA, kadisA } = city.people;
    expect((await admin("POST", "/api/penilai-relation/adopt", of([budi, kadisA]))).statusCode).toBe(412);
    expect((await admin("POST", "/api/penilai-relation/adopt", of([budi, kabidA], [adminId, kabidA]))).json().refusals).toEqual(["own_line"]);
    expect((await bkpsdm("POST", "/api/penilai-relation/adopt", of([budi, kabidA], [budi, kabidA]))).statusCode).toBe(400);
    expect((await admin("POST", "/api/penilai-relation/adopt", of([city.people.eko, city.people.kadisB]))).statusCode).toBe(404);
    expect((await bkpsdm("POST", "/api/penilai-relation/adopt", of([budi, kabidA], [adminId, kabidA]))).json()).toEqual({ handOvers: 2, reports: 0 });
    expect([await penilaiOn(budi, "2026-11-15"), await penilaiOn(budi, "2026-11-16"), await penilaiOn(adminId, "2026-11-16")]).toEqual([kadisA, kabidA, kabidA]);
    expect((await list(bkpsdm)).counts).toMatchObject({ tanpa_penilai: 0, berbeda_dari_usulan: 0 });
    // What is recorded for a day to come stays, whatever is taken before it.
    const url = `/api/penilai-relation/person/${budi}`;
    expect((await bkpsdm("POST", url, { penilaiId: kadisA, from: "2027-02-01", basis, before: kabidA })).json()).toEqual({ handOvers: 1, reports: 0 });
    expect((await bkpsdm("POST", url, { penilaiId: city.people.kapus, from: "2026-11-17", basis, before: kabidA })).statusCode).toBe(200);
    expect((await bkpsdm("POST", "/api/penilai-relation/adopt", { ...of([budi, kabidA]), from: "2026-11-18" })).statusCode).toBe(200);
    expect([await penilaiOn(budi, "2026-11-17"), await penilaiOn(budi, "2027-01-31"), await penilaiOn(budi, "2027-02-01")]).toEqual([city.people.kapus, kabidA, kadisA]);
  });
});

it("a Plt. to whom it was delegated rates the unit's people while the letter says so, and is rated from above it", async () => {
  const { kabidA, citra, kadisA, dewi } = city.people;
  const url = "/api/acting";
  const body = { id: v7(), personId: dewi, unitId: city.units.bidangA1, kind: "plt", from: "2026-12-01", until: "2027-01-12", basis, hasDelegasi: true };
  expect((await admin("POST", url, body)).json().refusals).toEqual(["post_not_vacant"]);
  await pool.query("update placement set valid_until = '2026-12-01' where person_id = $1", [kabidA]);
  // A post that is planned to close carries nobody beyond its last day.
  await pool.query("update jabatan set valid_until = '2027-01-01' where unit_id = $1 and is_head", [city.units.bidangA1]);
  expect((await admin("POST", url, body)).json().refusals).toEqual(["post_closes"]);
  await pool.query("update jabatan set valid_until = null where unit_id = $1 and is_head", [city.units.bidangA1]);
  expect((await admin("POST", url, body)).statusCode).toBe(204);
  expect([await penilaiOn(citra, "2026-11-30"), await penilaiOn(citra, "2026-12-01"), await penilaiOn(citra, "2027-01-12"), await penilaiOn(dewi, "2026-12-01"), await penilaiOn(dewi, "2027-01-12")]).toEqual([kabidA, dewi, kadisA, kadisA, city.people.kapus]);
  const view = (await admin("GET", url)).json();
  expect(view.acting).toMatchObject([{ person: { name: "dewi" }, unit: { name: "Bidang A1" }, kind: "plt", hasDelegasi: true, actions: { end: [] } }]);
  expect((await admin("POST", `${url}/${body.id}/end`, { on: "2026-12-20" })).statusCode).toBe(204);
  expect([await penilaiOn(citra, "2026-12-19"), await penilaiOn(citra, "2026-12-20")]).toEqual([dewi, kadisA]);
});

it("a further pimpinan of another OPD gives umpan balik and is asked for it, and rates nothing; it ends on its day", async () => {
  const { eko, citra } = city.people;
  const [ketua, staf] = [await as(eko), await as(citra)];
  const give = async () => (await ketua("POST", "/api/umpan-balik", { id: v7(), toId: citra, month: "2026-11", nada: "positif", text: "Data tim selesai tepat waktu." })).statusCode;
  expect(await give()).toBe(404);
  const body = { id: v7(), pegawaiId: citra, pimpinanId: eko, task: "Tim penyusun profil kota", from: "2026-11-02", until: null };
  expect((await admin("POST", "/api/pimpinan", { ...body, pimpinanId: adminId })).json().refusals).toEqual(["own_line"]);
  expect((await admin("POST", "/api/pimpinan", body)).statusCode).toBe(204);
  expect((await admin("POST", "/api/pimpinan", { ...body, id: v7() })).json().refusals).toEqual(["already_pimpinan"]);
  expect(await give()).toBe(200);
  expect((await ketua("GET", "/api/colleague?q=citra")).json().people).toMatchObject([{ name: "citra", relation: "colleague" }]);
  expect((await staf("POST", "/api/umpan-balik/request", { id: v7(), fromId: eko, month: "2026-11", question: "Apa yang perlu saya perbaiki?" })).statusCode).toBe(200);
  expect((await ketua("GET", `/api/person-year/${citra}`)).statusCode).toBe(404);
  expect((await staf("GET", "/api/penilai-correction/mine")).json()).toMatchObject({ isFinal: false, pimpinan: [{ person: { name: "eko" }, task: body.task, from: "2026-11-02" }] });
  expect((await (await as(city.people.kadisB))("GET", "/api/penilai-correction/mine")).json()).toMatchObject({ isFinal: true, pimpinan: [] });
  expect((await read(citra)).pimpinan).toMatchObject([{ pimpinan: { name: "eko" }, task: body.task, from: "2026-11-02", until: null }]);
  expect((await admin("POST", `/api/pimpinan/${body.id}/end`, { on: "2026-11-23" })).statusCode).toBe(204);
  expect(await give()).toBe(404);
});
