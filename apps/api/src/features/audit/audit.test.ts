import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { change } from "#db/audit.ts";
import { verifyAudit, writeCheckpoint } from "#db/checkpoint.ts";
import { testApp } from "#test/app.ts";
import { smallCity, type SmallCity } from "#test/factories.ts";

const { app, as, db, pool, dataDir } = await testApp();
let city: SmallCity;

beforeAll(async () => {
  city = await smallCity(pool);
  for (let i = 0; i < 40; i++) await change({ db, actor: { personId: city.people.budi } }, async () => ({ value: undefined, audit: { action: i % 2 ? "skp.save" : "skp.propose", target: { type: "skp", id: `s${i}` }, payload: { nomor: i, teks: "é|'\"\\" } } }));
});

/** Whoever owns the tables can switch the walls off: the chain must then tell. All is undone afterwards. */
async function tampered<T>(statement: string, look: () => Promise<T>): Promise<T> {
  await pool.query("alter table audit disable trigger user; alter table audit_payload disable trigger user");
  await pool.query("create table audit_copy as table audit; create table audit_payload_copy as table audit_payload; alter table audit_payload drop constraint audit_payload_seq_audit_seq_fk");
  try {
    await pool.query(statement);
    return await look();
  } finally {
    await pool.query("delete from audit_payload; delete from audit; insert into audit select * from audit_copy; insert into audit_payload select * from audit_payload_copy; drop table audit_copy, audit_payload_copy");
    await pool.query("alter table audit_payload add constraint audit_payload_seq_audit_seq_fk foreign key (seq) references audit; alter table audit enable trigger user; alter table audit_payload enable trigger user");
  }
}
const firstBad = async () => (await verifyAudit(pool, dataDir)).firstBad;

describe("the chain", () => {
  it("holds as it is, and takes back no row", async () => {
    expect(await firstBad()).toBeNull();
    await expect(pool.query("update audit set action = 'lain' where seq = 3")).rejects.toThrow("not allowed");
    await expect(pool.query("delete from audit where seq = 3")).rejects.toThrow("not allowed");
    await expect(pool.query("truncate audit cascade")).rejects.toThrow("not allowed");
    await expect(pool.query("update audit_payload set payload = '{}' where seq = 3")).rejects.toThrow("not allowed");
  });

  it("names the first row that was changed, taken out, put in, swapped, or whose content was changed", async () => {
    const cases: [string, number, string][] = [
      ["update audit set action = 'skp.set' where seq = 7", 7, "hash"],
      ["update audit set actor_id = null where seq = 8", 8, "hash"],
      ["delete from audit where seq = 12", 13, "gap"],
      ["update audit_payload set payload = '{\"nomor\":99}' where seq = 9", 9, "payload"],
      ["insert into audit select 0, at, actor_id, action, target_type, target_id, payload_hash, prev, hash from audit where seq = 1", 0, "gap"],
      ["update audit a set target_id = b.target_id from audit b where (a.seq, b.seq) in ((20, 21), (21, 20))", 20, "hash"],
      ["update audit set prev = repeat('1', 64), hash = encode(sha256(convert_to(concat_ws('|', seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), actor_id, action, target_type, target_id, payload_hash, repeat('1', 64)), 'UTF8')), 'hex') where seq = 15", 15, "prev"],
    ];
    for (const [statement, seq, fault] of cases) expect([statement, await tampered(statement, firstBad)]).toEqual([statement, { seq, fault }]);
    expect(await firstBad()).toBeNull();
  });

  it("finds a change of any field of any row", async () => {
    const fields = ["action", "target_type", "target_id", "payload_hash", "prev", "hash"];
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...fields), async (seq, field) => {
      const bad = await tampered(`update audit set ${field} = ${field} || 'x' where seq = ${seq}`, firstBad);
      expect(bad?.seq).toBe(seq);
    }), { numRuns: 12 });
  });

  it("holds where a payload was erased at a person's demand, and says how many", async () => {
    const verdict = await tampered("delete from audit_payload where seq in (4, 5)", () => verifyAudit(pool, dataDir));
    expect([verdict.firstBad, verdict.erased]).toEqual([null, 2]);
  });

  it("stands in the order of the changes also when many write at once", async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => change({ db, actor: null }, async (tx) => { await tx.execute(sql`select pg_sleep(${(i % 3) / 100})`); return { value: i, audit: { action: "job.test", target: { type: "job", id: String(i) } } }; })));
    expect(await firstBad()).toBeNull();
  });
});

describe("signed checkpoints", () => {
  it("tell that the tail was cut, which the chain alone does not", async () => {
    await writeCheckpoint(pool, dataDir, "2026-11-23T03:00:00.000Z");
    const { rows } = await verifyAudit(pool, dataDir);
    expect(await tampered(`delete from audit where seq > ${rows - 5}`, firstBad)).toEqual({ seq: rows - 4, fault: "cut" });
  });

  it("tell that history was written anew with right hashes", async () => {
    const { rows: [{ n } = { n: 0 }] } = await pool.query<{ n: number }>("select max(seq)::int as n from audit");
    const rewrite = `delete from audit_payload; delete from audit; select audit_append(null, 'palsu', 'x', g::text, '{}') from generate_series(1, ${n}) g`;
    expect(await tampered(rewrite, firstBad)).toEqual({ seq: n, fault: "checkpoint" });
  });

  it("count for nothing with another signature", async () => {
    const folder = path.join(dataDir, "checkpoints");
    const file = path.join(folder, (await readdir(folder)).find((n) => /^\d+\.json$/.test(n)) ?? "");
    const text = await readFile(file, "utf8");
    const forged = JSON.parse(text);
    await writeFile(file, JSON.stringify({ ...forged, at: "2026-11-24T00:00:00Z" }));
    expect(await firstBad()).toEqual({ seq: forged.seq, fault: "signature" });
    await writeFile(file, text);
    expect(await firstBad()).toBeNull();
  });
});

describe("the auditor", () => {
  it("reads the trail page by page, filters it, and checks that it is whole; the check stands in the trail", async () => {
    const auditor = await as(city.people.auditor);
    const first = (await auditor("GET", "/api/audit?action=skp.save")).json();
    expect(first.entries).toHaveLength(20);
    expect(first.entries[0]).toMatchObject({ actor: { name: "budi" }, action: "skp.save", target: { type: "skp" } });
    expect(first.actions).toEqual(expect.arrayContaining(["skp.propose", "skp.save"]));
    const all = (await auditor("GET", "/api/audit")).json();
    expect(all.entries).toHaveLength(50);
    const second = (await auditor("GET", `/api/audit?before=${all.next}`)).json();
    expect(second.entries[0].seq).toBe(all.entries[49].seq - 1);
    const verdict = (await auditor("POST", "/api/audit/verify", {})).json();
    expect(verdict).toMatchObject({ firstBad: null, checkpoint: { seq: expect.any(Number) } });
    expect((await auditor("GET", "/api/audit?action=audit.verify")).json().entries).toHaveLength(1);
  });

  it("alone may do so", async () => {
    for (const who of ["budi", "kadisA", "bkpsdm", "analis", "wali", "admin"] as const) {
      const caller = await as(city.people[who]);
      expect((await caller("GET", "/api/audit")).statusCode).toBe(404);
      expect((await caller("POST", "/api/audit/verify", {})).statusCode).toBe(404);
      expect((await caller("POST", "/api/audit/sample", {})).statusCode).toBe(404);
    }
    expect((await app.inject({ method: "GET", url: "/api/audit" })).statusCode).toBe(401);
  });
});
