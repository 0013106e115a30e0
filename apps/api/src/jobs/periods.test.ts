import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_STANDAR } from "@teraju/domain";
import { readCheckpoints } from "#db/checkpoint.ts";
import { testApp } from "#test/app.ts";
import { auditCount, smallCity } from "#test/factories.ts";
import { runJobs } from "./index.ts";

const { pool, db, clock, dataDir } = await testApp({ today: "2026-11-02" });
const run = () => runJobs({ pool, db, clock, dataDir });
type Row = { kind: string; number: number; first_month: string; last_month: string; rating_from: string; rating_until: string; is_closed: boolean };
const periods = async (): Promise<Row[]> => (await pool.query<Row>("select kind, number, first_month, last_month, rating_from, rating_until, closed_at is not null as is_closed from evaluation_period order by last_month, kind")).rows;

beforeAll(async () => { await smallCity(pool); });
afterAll(async () => { await pool.query("delete from evaluation_period"); });

describe("evaluation periods", () => {
  it("are quarters by the usual standard: rating begins on the day after, for fourteen working days, holidays left out", async () => {
    await pool.query("insert into hari_khusus (day, kind, name, basis) values ('2026-10-05', 'libur', 'Libur daerah', 'percobaan')");
    clock.set("2026-10-02");
    await run();
    await run();
    expect(await periods()).toEqual([
      { kind: "triwulanan", number: 3, first_month: "2026-07", last_month: "2026-09", rating_from: "2026-10-01", rating_until: "2026-10-21", is_closed: false },
      { kind: "tahunan", number: 1, first_month: "2026-01", last_month: "2026-12", rating_from: "2026-12-21", rating_until: "2027-01-31", is_closed: false },
      { kind: "triwulanan", number: 4, first_month: "2026-10", last_month: "2026-12", rating_from: "2027-01-01", rating_until: "2027-01-20", is_closed: false },
    ]);
    expect(await auditCount(pool, "period.open")).toBe(3);
  });

  it("close when the thirty working days of the report to the PyB are over, not on their last day", async () => {
    clock.set("2026-11-12");
    await run();
    expect((await periods())[0]?.is_closed).toBe(false);
    clock.set("2026-11-13");
    await run();
    expect((await periods()).map((p) => p.is_closed)).toEqual([true, false, false]);
    expect(await auditCount(pool, "period.close")).toBe(1);
  });

  it("close for the year thirty working days after the end of January", async () => {
    clock.set("2027-03-12");
    await run();
    expect((await periods()).filter((p) => p.kind === "tahunan" && p.is_closed)).toEqual([]);
    clock.set("2027-03-13");
    await run();
    expect((await periods()).filter((p) => p.kind === "tahunan").map((p) => [p.first_month, p.is_closed])).toEqual([["2026-01", true], ["2027-01", false]]);
  });

  it("are months where the city chose so", async () => {
    await pool.query("delete from evaluation_period");
    await pool.query("update standar_penilaian set valid_until = '2026-10-01'");
    await pool.query("insert into standar_penilaian (id, name, legal_basis, parameters, valid_from) values (gen_random_uuid(), 'Tiap bulan', 'Perwal percobaan', $1, '2026-10-01')", [JSON.stringify({ ...DEFAULT_STANDAR, periodeEvaluasi: "bulanan" })]);
    clock.set("2026-11-30");
    await run();
    expect((await periods()).map((p) => [p.kind, p.number, p.first_month, p.last_month])).toEqual([["bulanan", 10, "2026-10", "2026-10"], ["bulanan", 11, "2026-11", "2026-11"], ["tahunan", 1, "2026-01", "2026-12"]]);
  });
});

it("signs the head of the audit trail each time it has grown", async () => {
  const before = (await readCheckpoints(dataDir)).at(-1);
  const { rows: [head] } = await pool.query<{ seq: number }>("select max(seq)::int as seq from audit");
  expect(before?.seq).toBe(head?.seq);
  await run();
  expect((await readCheckpoints(dataDir)).at(-1)?.seq).toBe(before?.seq);
});
