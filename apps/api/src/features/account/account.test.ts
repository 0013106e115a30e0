import { beforeAll, expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { auditCount, smallCity, type SmallCity } from "#test/factories.ts";

const { app, as, pool } = await testApp();
let city: SmallCity;
beforeAll(async () => {
  city = await smallCity(pool);
});

it("the admin gives a code that opens the account once; whatever was open on it ends", async () => {
  const admin = await as(city.people.admin);
  const budi = await as(city.people.budi);
  const given = (await admin("POST", `/api/account/${city.people.budi}/activation-code`, {})).json();
  expect(given.code).toMatch(/^([A-Z2-9]{4}-){6}[A-Z2-9]{4}$/);
  expect((await budi("GET", "/api/session")).statusCode).toBe(401);
  const activation = { method: "POST", url: "/api/activation", payload: { nip: "198503032010011003", code: given.code.toLowerCase(), password: "Perahu kayu di muara 7" } } as const;
  expect((await app.inject(activation)).statusCode).toBe(200);
  expect((await app.inject(activation)).statusCode).toBe(401);
  expect(await auditCount(pool, "account.code_given", city.people.budi)).toBe(1);
  const { rows } = await pool.query<{ payload: string }>("select p.payload from audit_payload p join audit a on a.seq = p.seq where a.action = 'account.code_given'");
  expect(rows[0]?.payload).not.toContain(given.code);
});

it("finds accounts by a part of the name or by NIP, taking percent signs as they are", async () => {
  const admin = await as(city.people.admin);
  const names = async (q: string) => (await admin("GET", `/api/account?q=${encodeURIComponent(q)}`)).json().accounts.map((a: { name: string }) => a.name);
  expect(await names("cit")).toEqual(["citra"]);
  expect(await names("19900606")).toEqual(["dewi"]);
  expect(await names("%")).toEqual([]);
  expect((await admin("GET", "/api/account")).json().counts).toEqual({ active: 1, codeGiven: 0, neverUsed: 12 });
});

it("closes an account with its sessions, opens it again, and refuses a code meanwhile; not one's own", async () => {
  const admin = await as(city.people.admin);
  const citra = await as(city.people.citra);
  expect((await admin("PUT", `/api/account/${city.people.citra}`, { isActive: false })).json()).toMatchObject({ isActive: false, sessions: 0 });
  expect((await citra("GET", "/api/session")).statusCode).toBe(401);
  expect((await admin("POST", `/api/account/${city.people.citra}/activation-code`, {})).json().refusals).toEqual(["account_closed"]);
  expect((await admin("PUT", `/api/account/${city.people.citra}`, { isActive: true })).json()).toMatchObject({ isActive: true });
  expect((await admin("PUT", `/api/account/${city.people.admin}`, { isActive: false })).json().refusals).toEqual(["own_account"]);
  expect([await auditCount(pool, "account.closed"), await auditCount(pool, "account.opened")]).toEqual([1, 1]);
});

it("is the admin's alone, and the admin reads nobody's work", async () => {
  for (const who of ["budi", "kadisA", "bkpsdm", "auditor", "wali"] as const) {
    const caller = await as(city.people[who]);
    expect((await caller("GET", "/api/account")).statusCode).toBe(404);
    expect((await caller("POST", `/api/account/${city.people.budi}/activation-code`, {})).statusCode).toBe(404);
  }
  const admin = await as(city.people.admin);
  for (const path of ["/api/city-dashboard", "/api/mayor-page", "/api/audit", `/api/opd-dashboard/${city.units.dinasA}`, `/api/person-year/${city.people.budi}`]) expect([path, (await admin("GET", path)).statusCode]).toEqual([path, 404]);
});
