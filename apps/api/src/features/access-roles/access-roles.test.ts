import { beforeAll, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "#test/app.ts";
import { addPerson, auditCount, smallCity, type SmallCity } from "#test/factories.ts";

const TODAY = "2026-11-23";
const { as, pool, clock } = await testApp({ today: TODAY });
let city: SmallCity;
let kepala: string;
beforeAll(async () => {
  city = await smallCity(pool);
  kepala = await addPerson(pool, { name: "kepala", nip: "197601012001121001", unitId: city.units.dinasB, role: "bkpsdm_kepala" });
});
const gift = (more: Record<string, unknown>) => ({ id: v7(), personId: city.people.eko, role: "bkpsdm", unitId: null, from: TODAY, until: null, basis: null, ...more });

it("a role counts from the next request on, and no longer once it has ended; both stay on record", async () => {
  const [head, eko] = [await as(kepala), await as(city.people.eko)];
  expect((await eko("GET", "/api/city-dashboard")).statusCode).toBe(404);
  const body = gift({});
  const given = await head("POST", "/api/role-assignment", body);
  expect(given.json()).toMatchObject({ role: "bkpsdm", from: TODAY, until: null, givenBy: "kepala", person: { name: "eko", unit: "Dinas B" }, actions: { end: [] } });
  expect((await head("POST", "/api/role-assignment", body)).json()).toEqual(given.json());
  expect((await eko("GET", "/api/session")).json().roles).toContain("bkpsdm");
  expect((await eko("GET", "/api/city-dashboard")).statusCode).toBe(200);
  expect((await head("POST", "/api/role-assignment", gift({}))).json().refusals).toEqual(["role_already_held"]);
  expect((await head("POST", `/api/role-assignment/${body.id}/end`, { until: "2026-11-22" })).json().refusals).toEqual(["role_in_past"]);
  expect((await head("POST", `/api/role-assignment/${body.id}/end`, { until: "2026-11-25" })).json()).toMatchObject({ until: "2026-11-25" });
  clock.set("2026-11-25");
  expect((await eko("GET", "/api/city-dashboard")).statusCode).toBe(404);
  expect((await head("GET", "/api/role-assignment")).json().ended.map((one: { id: string }) => one.id)).toEqual([body.id]);
  clock.set(TODAY);
  expect([await auditCount(pool, "role.given", city.people.eko), await auditCount(pool, "role.ended", city.people.eko)]).toEqual([1, 1]);
});

it("nobody gives themselves a role; the technical admin gives only theirs; the Wali Kota and auditors need their document", async () => {
  const [head, admin, operator] = [await as(kepala), await as(city.people.admin), await as(city.people.bkpsdm)];
  expect((await head("POST", "/api/role-assignment", gift({ personId: kepala, role: "bkpsdm_analis" }))).json().refusals).toEqual(["role_of_own"]);
  expect((await admin("POST", "/api/role-assignment", gift({ personId: city.people.citra, role: "bkpsdm_analis" }))).json().refusals).toEqual(["role_not_yours"]);
  expect((await operator("POST", "/api/role-assignment", gift({ personId: city.people.citra }))).statusCode).toBe(404);
  expect((await head("POST", "/api/role-assignment", gift({ personId: city.people.citra, role: "auditor" }))).json().refusals).toEqual(["role_without_basis"]);
  expect((await head("POST", "/api/role-assignment", gift({ personId: city.people.analis, role: "auditor", basis: "Surat tugas 12/2026" }))).json().refusals).toEqual(["roles_apart"]);
  expect((await head("POST", "/api/role-assignment", gift({ personId: city.people.citra, role: "auditor", basis: "Surat tugas 12/2026" }))).json()).toMatchObject({ basis: "Surat tugas 12/2026" });
  expect((await head("POST", "/api/role-assignment", gift({ role: "admin_opd" }))).statusCode).toBe(400);
  expect((await head("POST", "/api/role-assignment", gift({ role: "admin_opd", unitId: city.units.bidangA1 }))).statusCode).toBe(404);
});

it("the database itself refuses a role of one's own and one without its document", async () => {
  const insert = (personId: string, role: string, basis: string | null) => pool.query("insert into role_assignment (id, person_id, role, valid_from, basis, given_by) values ($1,$2,$3,$4,$5,$6)", [v7(), personId, role, TODAY, basis, kepala]);
  await expect(insert(kepala, "bkpsdm", null)).rejects.toThrow("role_assignment_not_own");
  await expect(insert(city.people.kadisA, "wali_kota", null)).rejects.toThrow("role_assignment_basis");
  await expect(insert(city.people.kadisA, "admin_opd", null)).rejects.toThrow("role_assignment_unit");
});

it("the admin of one OPD has the accounts of its people: not those of heads, of who rates others, of who holds a role; nothing of anybody's work", async () => {
  const head = await as(kepala);
  expect((await head("POST", "/api/role-assignment", gift({ personId: city.people.dewi, role: "admin_opd", unitId: city.units.dinasA }))).json()).toMatchObject({ opd: { name: "Dinas A" } });
  const dewi = await as(city.people.dewi);
  const found = (await dewi("GET", "/api/account")).json();
  expect(found.accounts.map((one: { name: string }) => one.name)).toEqual(["budi", "citra", "dewi", "kabidA", "kadisA", "kapus"]);
  expect(found.counts).toEqual({ active: 0, codeGiven: 0, neverUsed: 6 });
  const code = (person: string) => dewi("POST", `/api/account/${person}/activation-code`, { identity: "ktp" });
  expect((await code(city.people.budi)).statusCode).toBe(200);
  for (const who of ["kadisA", "kabidA", "kapus"] as const) expect([who, (await code(city.people[who])).json().refusals]).toEqual([who, ["account_only_bkpsdm"]]);
  expect((await code(city.people.eko)).statusCode).toBe(404);
  expect((await dewi("PUT", `/api/account/${city.people.kadisA}`, { isActive: false })).json().refusals).toEqual(["account_only_bkpsdm"]);
  for (const path of ["/api/city-dashboard", "/api/mayor-page", "/api/audit", `/api/opd-dashboard/${city.units.dinasA}`, `/api/person-year/${city.people.budi}`, "/api/role-assignment", `/api/organisation-result/${city.units.dinasA}`]) {
    expect([path, (await dewi("GET", path)).statusCode]).toEqual([path, 404]);
  }
  // From the day on which somebody belongs to another OPD, they are no longer this admin's.
  await pool.query("update placement set unit_id = $2 where person_id = $1", [city.people.citra, city.units.dinasB]);
  expect((await code(city.people.citra)).statusCode).toBe(404);
});
