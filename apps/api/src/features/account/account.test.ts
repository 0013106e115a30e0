import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { qrOnPage, readPdf } from "#test/pdf.ts";
import { auditCount, smallCity, type SmallCity } from "#test/factories.ts";

const { app, as, pool } = await testApp();
let city: SmallCity;
beforeAll(async () => {
  city = await smallCity(pool);
});

it("the admin gives a code that opens the account once; whatever was open on it ends", async () => {
  const admin = await as(city.people.admin);
  const budi = await as(city.people.budi);
  const given = (await admin("POST", `/api/account/${city.people.budi}/activation-code`, { identity: "kartu_pegawai" })).json();
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
  expect((await admin("POST", `/api/account/${city.people.citra}/activation-code`, { identity: "kartu_pegawai" })).json().refusals).toEqual(["account_closed"]);
  expect((await admin("PUT", `/api/account/${city.people.citra}`, { isActive: true })).json()).toMatchObject({ isActive: true });
  expect((await admin("PUT", `/api/account/${city.people.admin}`, { isActive: false })).json().refusals).toEqual(["own_account"]);
  expect([await auditCount(pool, "account.closed"), await auditCount(pool, "account.opened")]).toEqual([1, 1]);
});

it("is for admins and BKPSDM, and the admin reads nobody's work", async () => {
  for (const who of ["budi", "kadisA", "analis", "auditor", "wali"] as const) {
    const caller = await as(city.people[who]);
    expect((await caller("GET", "/api/account")).statusCode).toBe(404);
    expect((await caller("POST", `/api/account/${city.people.budi}/activation-code`, { identity: "kartu_pegawai" })).statusCode).toBe(404);
  }
  const admin = await as(city.people.admin);
  for (const path of ["/api/city-dashboard", "/api/mayor-page", "/api/audit", `/api/opd-dashboard/${city.units.dinasA}`, `/api/person-year/${city.people.budi}`]) expect([path, (await admin("GET", path)).statusCode]).toEqual([path, 404]);
});

describe("a code at the desk", () => {
  it("tells the owner who gave it and by which paper, and is on record without the code", async () => {
    const [operator, admin] = [await as(city.people.bkpsdm), await as(city.people.admin)];
    expect((await admin("POST", `/api/account/${city.people.kabidA}/activation-code`, { identity: "ktp" })).json().refusals).toEqual(["account_only_bkpsdm"]);
    expect((await operator("POST", `/api/account/${city.people.analis}/activation-code`, { identity: "ktp" })).json().refusals).toEqual(["account_only_kepala"]);
    const { code } = (await operator("POST", `/api/account/${city.people.kabidA}/activation-code`, { identity: "ktp" })).json();
    const answer = await app.inject({ method: "POST", url: "/api/activation", payload: { nip: "197502021998031002", code, password: "Perahu kayu di muara 7" } });
    expect(answer.statusCode).toBe(200);
    const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
    const home = (await app.inject({ method: "GET", url: "/api/home", headers: { cookie } })).json();
    expect(home.notifications).toMatchObject([{ kind: "account_code", params: { by: "bkpsdm", identity: "ktp" } }]);
    const { rows } = await pool.query("select via, identity, had_password, given_by from account_code where person_id = $1", [city.people.kabidA]);
    expect(rows).toEqual([{ via: "meja", identity: "ktp", had_password: false, given_by: city.people.bkpsdm }]);
    expect(JSON.stringify((await pool.query("select * from account_code")).rows)).not.toContain(code);
  });

  it("is given five times a day for one account, and no more", async () => {
    const operator = await as(city.people.bkpsdm);
    const give = () => operator("POST", `/api/account/${city.people.kapus}/activation-code`, { identity: "kartu_pegawai" });
    for (let i = 0; i < 5; i += 1) expect((await give()).statusCode).toBe(200);
    expect((await give()).json().refusals).toEqual(["codes_too_many"]);
  });

  it("cannot be given to oneself, nor written over, also not past the verbs", async () => {
    const operator = await as(city.people.bkpsdm);
    expect((await operator("POST", `/api/account/${city.people.bkpsdm}/activation-code`, { identity: "ktp" })).json().refusals).toEqual(["code_of_own", "account_only_kepala"]);
    await expect(pool.query("update account_code set identity = 'sk_pengangkatan'")).rejects.toThrow("only added");
    await expect(pool.query("insert into account_code (id, person_id, given_by, via, had_password, expires_at) values (gen_random_uuid(), $1, $2, 'surat', true, now())", [city.people.budi, city.people.bkpsdm])).rejects.toThrow("account_code_letter_first");
  });
});

describe("letters of an office", () => {
  it("are one page for each person who never had a password, open the account once, and lie nowhere", async () => {
    const operator = await as(city.people.bkpsdm);
    const before = (await operator("GET", "/api/account-letter")).json();
    const dinasB = before.opds.find((one: { name: string }) => one.name === "Dinas B");
    // Whoever holds a role gets theirs from the head of BKPSDM; the operator does not print their own.
    expect(dinasB).toMatchObject({ people: 6, withPassword: 0, codeGiven: 0, toPrint: 2, elsewhere: 4 });
    const answer = await operator("POST", `/api/account-letter/${city.units.dinasB}`, { again: false });
    expect([answer.statusCode, answer.headers["content-type"], answer.headers["cache-control"]]).toEqual([200, "application/pdf", "no-store"]);
    const pdf = await readPdf(answer.rawPayload);
    expect(pdf.pages).toBe(2);
    const codes = pdf.text.match(/([A-Z2-9]{4}-){6}[A-Z2-9]{4}/g) ?? [];
    expect([codes.length, new Set(codes).size]).toEqual([2, 2]);
    expect(pdf.text).toContain("Kepala Dinas B");
    expect(await qrOnPage(answer.rawPayload, 1)).toMatch(/\/aktivasi$/);
    // The head of the unit stands first.
    expect((await app.inject({ method: "POST", url: "/api/activation", payload: { nip: "199208082015021008", code: codes[0] ?? "", password: "Perahu kayu di muara 7" } })).statusCode).toBe(200);
    for (const table of ["account", "account_code", "audit_payload"]) for (const code of codes) expect(JSON.stringify((await pool.query(`select * from ${table}`)).rows)).not.toContain(code);
    expect((await operator("POST", `/api/account-letter/${city.units.dinasB}`, { again: false })).json().refusals).toEqual(["no_letters"]);
    // A lost heap is printed again: the old codes end, and who has a password keeps it.
    const again = await readPdf((await operator("POST", `/api/account-letter/${city.units.dinasB}`, { again: true })).rawPayload);
    expect(again.pages).toBe(1);
    expect((await app.inject({ method: "POST", url: "/api/activation", payload: { nip: "197007071995031007", code: codes[1] ?? "", password: "Perahu kayu di muara 7" } })).statusCode).toBe(401);
    expect(await auditCount(pool, "account.letters_printed", city.units.dinasB)).toBe(2);
  });
});
