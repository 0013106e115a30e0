import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, testApp } from "#test/app.ts";
import { addCapaian, addPeriod, addRegisterEvidence } from "#test/appraisal-factories.ts";
import { addReport, addSkp, auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { followKeberatan } from "../../jobs/follow-keberatan.ts";
import { createDb } from "#db/client.ts";

const { as, pool, clock } = await testApp({ today: "2026-10-14" });
const WHY = "Realisasi Juli belum dihitung seluruhnya.";
let city: SmallCity;
let keberatanId: string;
let proof: string;
let budi: Caller;
let kabid: Caller;
let analis: Caller;

beforeAll(async () => {
  city = await smallCity(pool);
  const period = await addPeriod(pool, city);
  const skp = await addSkp(pool, { personId: city.people.budi, year: 2026, unitId: city.units.bidangA1 });
  const july = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-07", skp, status: "checked" });
  proof = await addRegisterEvidence(pool, { ownerId: city.people.budi, reportRowId: july.rowIds[0] ?? "" });
  await addCapaian(pool, { periodId: period, unitId: city.units.bidangA1, setBy: city.people.kadisA });
  [budi, kabid, analis] = [await as(city.people.budi), await as(city.people.kabidA), await as(city.people.analis)];
  const [desk, id] = [`/api/appraisal/${period}/${city.people.budi}`, v7()];
  await kabid("PUT", desk, { id, version: null, hasil: skp.lines.map(({ lineId }) => ({ lineId, rating: "sesuai" })), perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }], hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [] });
  await kabid("POST", `${desk}/finalise`, { version: 1 });
  await budi("GET", `/api/result/${id}`);
  keberatanId = v7();
  await budi("POST", "/api/keberatan", { id: keberatanId, resultId: id, claims: [{ aspect: "hasil_kerja", target: null, alasan: WHY, basis: [] }] });
});
const url = (tail = "") => `/api/keberatan/${keberatanId}${tail}`;

describe("more evidence", () => {
  const more = (version: number, id = proof) => ({ version, aspect: "hasil_kerja", target: null, basis: [{ kind: "evidence", id }] });
  it("is the pegawai's to lay, until the penilai has explained", async () => {
    expect((await budi("GET", url())).json()).toMatchObject({ moreBasis: [{ kind: "evidence", id: proof }], actions: { addEvidence: [] } });
    expect((await kabid("GET", url())).json()).toMatchObject({ moreBasis: null, actions: { addEvidence: ["not_yours"] } });
    expect((await budi("POST", url("/evidence"), more(1, v7()))).statusCode).toBe(400);
    expect((await budi("POST", url("/evidence"), { ...more(1), basis: [] })).json().refusals).toEqual(["nothing_changed"]);
    expect((await kabid("POST", url("/evidence"), more(1))).json().refusals).toEqual(["not_yours"]);
    expect((await budi("POST", url("/evidence"), more(1))).json()).toMatchObject({ version: 2, moreBasis: [], claims: [{ basis: [{ id: proof }] }] });
    expect((await budi("POST", url("/evidence"), more(1))).statusCode).toBe(200);
    expect(await auditCount(pool, "keberatan.add_evidence", keberatanId)).toBe(1);
    await kabid("POST", url("/explain"), { version: 2, text: "Realisasi Juli sudah dihitung dari register." });
    expect((await budi("POST", url("/evidence"), more(3, v7()))).json().refusals).toEqual(["wrong_status"]);
    await expect(pool.query("insert into keberatan_basis (id, claim_id, evidence_id) select gen_random_uuid(), id, $1 from keberatan_claim", [proof])).rejects.toThrow("until the penilai has explained");
  });
});

describe("what waits in the city", () => {
  it("is counted aloud for BKPSDM; whose it is, only the analis reads", async () => {
    clock.set("2026-10-22");
    const seen = (await analis("GET", "/api/keberatan-open")).json();
    expect(seen).toMatchObject({ decidedThisYear: 0, lateThisYear: 0, items: [{ id: keberatanId, unit: "Dinas A", status: "explained", clock: { ke: 6, sisa: 1 }, people: { pegawai: "budi", penilai: "kabidA", atasan: "kadisA", next: "wali" }, timesReassigned: 0, actions: { reassign: [] } }] });
    const plain = await (await as(city.people.bkpsdm))("GET", "/api/keberatan-open");
    expect(plain.json().items[0]).toMatchObject({ people: null, actions: { reassign: ["not_yours"] } });
    for (const name of ["budi", "kabidA", "kadisA"]) expect(plain.body).not.toContain(name);
    for (const who of ["budi", "kadisA", "auditor", "wali", "admin"] as const) expect((await (await as(city.people[who]))("GET", "/api/keberatan-open")).statusCode).toBe(404);
  });
  it("is handed to who stands above the atasan, with the ground; the clock runs on and nothing takes it back", async () => {
    const body = { version: 3, ground: "berhalangan", basis: "Kepala Dinas A cuti besar sampai Desember." };
    expect((await (await as(city.people.bkpsdm))("POST", url("/reassign"), body)).statusCode).toBe(403);
    expect((await analis("POST", url("/reassign"), { ...body, basis: "cuti" })).json().refusals).toEqual(["words_too_short"]);
    expect((await analis("POST", url("/reassign"), { ...body, version: 9 })).statusCode).toBe(412);
    expect((await analis("POST", url("/reassign"), body)).json().items[0]).toMatchObject({ people: { atasan: "wali", next: null }, timesReassigned: 1, clock: { sisa: 1 }, actions: { reassign: ["no_atasan"] } });
    expect((await budi("GET", url())).json()).toMatchObject({ atasan: { name: "wali" }, reassigned: [{ from: "kadisA", to: "wali", ground: "berhalangan", basis: body.basis, on: "2026-10-22" }] });
    expect((await (await as(city.people.kadisA))("GET", url())).statusCode).toBe(404);
    expect(await followKeberatan({ db: createDb(pool), pool, today: clock.today(), now: clock.now(), actor: null } as Parameters<typeof followKeberatan>[0])).toBe(0);
    await expect(pool.query("update keberatan_reassignment set basis = 'lain'")).rejects.toThrow();
  });
});
