import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { hashPassword } from "./password.ts";

const PASSWORD = "Perahu kayu di muara 7";
const { app, as, pool, clock } = await testApp();
let city: SmallCity;
let budiNip: string;

beforeAll(async () => {
  city = await smallCity(pool);
  await pool.query("update account set password_hash = $2 where person_id = $1", [city.people.budi, await hashPassword(PASSWORD)]);
  budiNip = (await pool.query<{ login: string }>("select login from account where person_id = $1", [city.people.budi])).rows[0]?.login ?? "";
});

const signIn = (nip: string, password: string, headers: Record<string, string> = {}) => app.inject({ method: "POST", url: "/api/session", headers, payload: { nip, password } });
const tokenOf = (response: { cookies: { name: string; value: string }[] }) => response.cookies.find((c) => c.name === "sid")?.value ?? "";

describe("signing in", () => {
  it("lets a pegawai in with NIP and password, also with the NIP spaced as on letters", async () => {
    const response = await signIn(`${budiNip.slice(0, 8)} ${budiNip.slice(8)}`, PASSWORD);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ person: { id: city.people.budi, nip: budiNip, jabatan: "Pengolah Data", unit: "Bidang A1", opd: "Dinas A" }, roles: ["pegawai"], leads: null });
    expect(response.cookies[0]).toMatchObject({ name: "sid", httpOnly: true, sameSite: "Lax", path: "/" });
    expect(await auditCount(pool, "session.open", city.people.budi)).toBe(1);
  });

  it("keeps only a hash of the token", async () => {
    const token = tokenOf(await signIn(budiNip, PASSWORD));
    const { rows } = await pool.query("select 1 from session where token_hash = $1", [createHash("sha256").update(token).digest("hex")]);
    expect(rows).toHaveLength(1);
    expect((await pool.query("select 1 from session where token_hash = $1", [token])).rows).toHaveLength(0);
  });

  it("answers a wrong password and an unknown NIP alike", async () => {
    const wrong = await signIn(budiNip, "salah sekali ini");
    const unknown = await signIn("199001012015011999", "salah sekali ini");
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    const bare = (body: Record<string, unknown>) => ({ ...body, requestId: undefined });
    expect(bare(wrong.json())).toEqual(bare(unknown.json()));
    expect(wrong.headers["content-type"]).toContain("application/problem+json");
  });

  it("makes one wait longer after each failure, known name or not, and never locks for good", async () => {
    for (const nip of ["198604042010012004", "199001012015011000"]) {
      for (let i = 0; i < 5; i++) await signIn(nip, "bukan ini");
      const held = await signIn(nip, "bukan ini");
      expect(held.statusCode).toBe(429);
      expect(Number(held.headers["retry-after"])).toBeGreaterThanOrEqual(1);
    }
    await pool.query("update login_attempt set failures = 40, next_attempt_at = now()");
    await signIn("198604042010012004", "bukan ini");
    const wait = await pool.query<{ s: number }>("select extract(epoch from max(next_attempt_at) - now())::int as s from login_attempt");
    expect(wait.rows[0]?.s).toBeGreaterThan(290);
    expect(wait.rows[0]?.s).toBeLessThanOrEqual(300);
    await pool.query("delete from login_attempt");
  });

  it("does not let an account in that was closed", async () => {
    await pool.query("update account set is_active = false where person_id = $1", [city.people.budi]);
    expect((await signIn(budiNip, PASSWORD)).statusCode).toBe(401);
    await pool.query("update account set is_active = true where person_id = $1", [city.people.budi]);
  });

  it("uses the __Host- cookie with Secure over TLS only", async () => {
    const plain = await signIn(budiNip, PASSWORD);
    expect(plain.cookies[0]?.secure).toBeUndefined();
  });

  it("turns away a write that another site's page sends", async () => {
    expect((await signIn(budiNip, PASSWORD, { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect((await signIn(budiNip, PASSWORD, { origin: "https://jahat.example", host: "localhost:3000" })).statusCode).toBe(403);
    expect((await signIn(budiNip, PASSWORD, { "sec-fetch-site": "same-origin" })).statusCode).toBe(200);
  });
});

describe("a session", () => {
  it("ends on this device, or everywhere", async () => {
    const tokens = [tokenOf(await signIn(budiNip, PASSWORD)), tokenOf(await signIn(budiNip, PASSWORD))];
    const call = (token: string | undefined, method: "GET" | "DELETE", url: string) => app.inject({ method, url, cookies: { sid: token ?? "" } });
    expect((await call(tokens[0], "DELETE", "/api/session")).statusCode).toBe(204);
    expect((await call(tokens[0], "GET", "/api/session")).statusCode).toBe(401);
    expect((await call(tokens[1], "GET", "/api/session")).statusCode).toBe(200);
    expect((await call(tokens[1], "DELETE", "/api/sessions")).statusCode).toBe(204);
    expect((await call(tokens[1], "GET", "/api/session")).statusCode).toBe(401);
    expect((await pool.query("select 1 from session where person_id = $1", [city.people.budi])).rows).toHaveLength(0);
  });

  it("ends after half an hour without a sign of life, for a city-wide role after a quarter", async () => {
    const idle = async (who: string, minutes: number) => {
      const caller = await as(who);
      await pool.query("update session set last_seen_at = now() - make_interval(mins => $2) where person_id = $1", [who, minutes]);
      return (await caller("GET", "/api/session")).statusCode;
    };
    expect(await idle(city.people.budi, 29)).toBe(200);
    expect(await idle(city.people.citra, 31)).toBe(401);
    expect(await idle(city.people.bkpsdm, 14)).toBe(200);
    expect(await idle(city.people.analis, 16)).toBe(401);
  });

  it("keeps at most five devices", async () => {
    for (let i = 0; i < 7; i++) await signIn(budiNip, PASSWORD);
    expect((await pool.query("select 1 from session where person_id = $1", [city.people.budi])).rows).toHaveLength(5);
  });

  it("shows the hats of today's assignments, and loses them on the day they end", async () => {
    const analis = await as(city.people.analis);
    expect((await analis("GET", "/api/session")).json().roles).toEqual(["pegawai", "bkpsdm_analis"]);
    await pool.query("update role_assignment set valid_until = '2026-11-24' where person_id = $1", [city.people.analis]);
    expect((await analis("GET", "/api/session")).json().roles).toEqual(["pegawai", "bkpsdm_analis"]);
    clock.set("2026-11-24");
    expect((await analis("GET", "/api/session")).json().roles).toEqual(["pegawai"]);
    clock.set("2026-11-23");
  });

  it("knows heads of departments, of offices below, and the Wali Kota without a NIP", async () => {
    const of = async (who: string) => (await (await as(who))("GET", "/api/session")).json();
    expect(await of(city.people.kadisA)).toMatchObject({ roles: ["pegawai", "penilai", "kepala_opd"], leads: { id: city.units.dinasA, kind: "opd" } });
    expect(await of(city.people.kapus)).toMatchObject({ roles: ["pegawai", "penilai", "kepala_unit"], leads: { id: city.units.puskesmasA2 } });
    expect(await of(city.people.wali)).toMatchObject({ person: { nip: null }, roles: ["penilai", "wali_kota"] });
  });
});

describe("first use", () => {
  const CODE = "ABCD-EFGH-2345-6789";
  const activate = (password: string, code = CODE) => app.inject({ method: "POST", url: "/api/activation", payload: { nip: "199006062023212006", code, password } });
  const giveCode = (hours: number) => pool.query("update account set activation_hash = $2, activation_expires_at = now() + make_interval(hours => $3) where person_id = $1",
    [city.people.dewi, createHash("sha256").update(CODE).digest("hex"), hours]);

  it("takes the code once, in time, with a password that is not the first one to guess", async () => {
    await giveCode(-1);
    expect((await activate("Perahu kayu di muara 7")).statusCode).toBe(401);
    await giveCode(72);
    expect((await activate("Perahu kayu", "ABCD-EFGH-2345-0000")).statusCode).toBe(400);
    expect((await activate("Perahu kayu di muara 7", "ABCD-EFGH-2345-0000")).statusCode).toBe(401);
    const common = await activate("Password123456");
    expect([common.statusCode, common.json().refusals]).toEqual([409, ["password_common"]]);
    expect((await activate("saya lahir 19900606")).json().refusals).toEqual(["password_from_nip"]);
    const opened = await activate("Perahu kayu di muara 7");
    expect(opened.statusCode).toBe(200);
    expect(opened.json().person.id).toBe(city.people.dewi);
    expect(await auditCount(pool, "account.activated", city.people.dewi)).toBe(1);
    expect((await activate("Perahu kayu di muara 8")).statusCode).toBe(401);
    expect((await signIn("199006062023212006", "Perahu kayu di muara 7")).statusCode).toBe(200);
  });

  it.each(["abcd-efgh-2345-6789", " abcd efgh 2345 6789 ", "ABCDEFGH23456789", "ABCD–EFGH–2345–6789"])("takes the code as it was typed: %s", async (typed) => {
    await giveCode(72);
    expect((await activate("Perahu kayu di muara 7", typed)).statusCode).toBe(200);
  });
});

describe("bad input", () => {
  it("is refused before anything happens, with the field that is wrong", async () => {
    const extra = await app.inject({ method: "POST", url: "/api/session", payload: { nip: "1", password: "x", admin: true } });
    expect([extra.statusCode, extra.json().code]).toEqual([400, "invalid"]);
    const wrong = await app.inject({ method: "POST", url: "/api/session", payload: { nip: 5, password: "x" } });
    expect(wrong.json().fields).toEqual([{ path: "body.nip", code: "invalid_type" }]);
    expect((await app.inject({ method: "POST", url: "/api/session", headers: { "content-type": "text/plain" }, payload: "nip=1" })).statusCode).toBe(415);
    expect((await app.inject({ method: "POST", url: "/api/session", headers: { "content-type": "application/json" }, payload: "{" })).statusCode).toBe(400);
    expect((await app.inject({ method: "POST", url: "/api/session", payload: { nip: "1", password: "x".repeat(2_000_000) } })).statusCode).toBe(413);
    expect((await app.inject({ method: "GET", url: "/api/tidak-ada" })).json().code).toBe("not_found");
  });
});
