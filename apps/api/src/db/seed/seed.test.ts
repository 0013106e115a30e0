import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { skpTemplateBody } from "@teraju/contracts";
import { addMonths, kewajiban, lastDayOf, lintSkp, monthlyReport, parseNip, type AbsenceKind, type FaktaPenilaian, type Kewajiban } from "@teraju/domain";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "#db/audit-chain.ts";
import { createDb } from "#db/client.ts";
import { testDatabase } from "#test/database.ts";
import { demoClock } from "../../clock.ts";
import { hashOf } from "../../features/notulen/content.ts";
import { replayResults } from "../../replay.ts";
import { capaianOf, domainReport, findReport } from "../../report.ts";
import { verifyPassword } from "../../features/session/password.ts";
import { runJobs } from "../../jobs/index.ts";
import { buildCity } from "./city.ts";
import { ANAK_LAMPIRAN_3 } from "./data/anak-lampiran-3.ts";
import { JOB_FAMILIES } from "./data/skp-job-families.ts";
import type { SkpData } from "./data/skp-data.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, seedDemo } from "./index.ts";
import { randomFrom } from "./random.ts";
import { KALENDER, timelineOf } from "./timeline.ts";

const TODAY = "2026-11-23";
const SMALL = 400;
const city = await testDatabase();
const twin = await testDatabase();
const { pool } = city;
const dataDir = mkdtempSync(path.join(tmpdir(), "teraju-seed-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function all<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await pool.query<T>(text, values)).rows;
}
async function count(text: string, values: unknown[] = []): Promise<number> {
  return Number((await all<{ n: string }>(`select count(*) as n from (${text}) q`, values))[0]?.n);
}
const WALLS = `select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as wall from pg_constraint where connamespace = 'public'::regnamespace
  union all select indexdef from pg_indexes where schemaname = 'public' order by 1`;

let wallsBefore: { wall: string }[] = [];
let asSeeded: Record<string, string> = {};
beforeAll(async () => {
  wallsBefore = await all(WALLS);
  await seedDemo({ pool, today: TODAY, dataDir, people: SMALL });
  asSeeded = await digests(pool);
}, 120_000);

describe("the demo city", () => {
  it("puts back every key and index that it took down for the load", async () => {
    expect(wallsBefore.length).toBeGreaterThan(100);
    expect(await all(WALLS)).toEqual(wallsBefore);
  });

  it("has 24 SKPK, 5 kecamatan and exactly 4,000 ASN in service, one more retired, and the Wali Kota", () => {
    const full = buildCity(randomFrom("city"), 4000);
    const top = full.units.filter((unit) => unit.depth === 1);
    expect([top.filter((unit) => unit.kind === "opd").length, top.filter((unit) => unit.kind === "kecamatan").length]).toEqual([24, 5]);
    expect(full.people.filter((person) => person.jenis !== "pejabat")).toHaveLength(4001);
    expect(full.people.filter((person) => person.printed !== null).map((person) => person.printed?.login).sort()).toEqual(DEMO_ACCOUNTS.map((one) => one.login).sort());
    expect(new Set(full.people.map((person) => person.nip)).size).toBe(full.people.length);
  });

  it("gives everybody a valid NIP of the kind that the person is", async () => {
    const people = await all<{ nip: string; jenis: string }>("select nip, jenis from person where jenis <> 'pejabat'");
    expect(people.length).toBeGreaterThan(SMALL * 0.9);
    for (const { nip, jenis } of people) expect(parseNip(nip)).toMatchObject({ valid: true, jenis });
  });

  it("seats nobody on two definitive posts and lets nobody be rated by two people on one day", async () => {
    const overlapping = (table: string, who: string, more = ""): string => `select from ${table} a join ${table} b on a.${who} = b.${who} and a.id < b.id and daterange(a.valid_from, a.valid_until) && daterange(b.valid_from, b.valid_until) ${more}`;
    expect(await count(overlapping("placement", "person_id", "and a.kind = 'definitif' and b.kind = 'definitif'"))).toBe(0);
    expect(await count(overlapping("penilai_relation", "pegawai_id"))).toBe(0);
  });

  it("has one report row for each ASN and month of placement, in the state that the rule of kewajiban gives", async () => {
    type Line = { person: string; month: string; kewajiban: Kewajiban | null; skp: string | null; placements: { validFrom: string; validUntil: string | null }[]; absences: { kind: AbsenceKind; validFrom: string; validUntil: string | null }[] };
    const months = timelineOf(TODAY).months.map((one) => one.month);
    expect(months).toHaveLength(14);
    const lines = await all<Line>(`select p.id as person, m.month, r.kewajiban, r.skp_id as skp,
        (select json_agg(json_build_object('validFrom', valid_from, 'validUntil', valid_until)) from placement where person_id = p.id and kind = 'definitif') as placements,
        coalesce((select json_agg(json_build_object('kind', kind, 'validFrom', valid_from, 'validUntil', valid_until)) from absence where person_id = p.id), '[]') as absences
      from person p cross join unnest($1::text[]) m(month) left join monthly_report r on r.person_id = p.id and r.month = m.month where p.jenis <> 'pejabat'`, [months]);
    for (const { month, kewajiban: state, skp, placements, absences } of lines) {
      const end = lastDayOf(month) < TODAY ? lastDayOf(month) : TODAY;
      const isPlaced = placements.some((one) => one.validFrom <= end && (one.validUntil === null || end < one.validUntil));
      expect(state !== null).toBe(isPlaced);
      if (state === null || absences.length === 0) continue;
      expect(state).toBe(kewajiban({ bulan: month, penempatan: placements, ketidakhadiran: absences, hasTarget: skp !== null, mulaiMemakai: null, kalender: KALENDER }).value);
    }
    for (const state of ["cuti", "tugas_belajar", "tidak_ada_target"]) expect(await count("select from monthly_report where kewajiban = $1", [state])).toBeGreaterThan(0);
  }, 60_000);

  it("is left as it is by the product's own clockwork", async () => {
    const before = await all("select id, kewajiban, status, unit_id, penilai_id, skp_id, version from monthly_report order by id");
    expect(await runJobs({ pool, db: createDb(pool), clock: demoClock(TODAY), dataDir })).toBe(true);
    expect(await all("select id, kewajiban, status, unit_id, penilai_id, skp_id, version from monthly_report order by id")).toEqual(before);
  });

  it("rated by month in its first whole quarter and by quarter since, each by the standard of its day", async () => {
    const kinds = await all<{ kind: string; first: string; chosen: string; final: number }>(`select e.kind, e.first_month as first, s.parameters->>'periodeEvaluasi' as chosen, (select count(*)::int from appraisal a where a.period_id = e.id and a.status = 'final') as final
      from evaluation_period e join standar_penilaian s on s.id = e.standar_id and e.rating_from - 1 >= s.valid_from and (s.valid_until is null or e.rating_from - 1 < s.valid_until) where e.closed_at is not null and e.kind <> 'tahunan' order by e.first_month`);
    expect(kinds.slice(0, 4).map((one) => [one.kind, one.chosen])).toEqual([["bulanan", "bulanan"], ["bulanan", "bulanan"], ["bulanan", "bulanan"], ["triwulanan", "triwulanan"]]);
    for (const one of kinds) expect(one.final).toBeGreaterThan(SMALL / 2);
  });

  it("recomputes every final result, the past year's too, to the stored digest in one pass; a changed fact is found", async () => {
    const client = await pool.connect();
    try {
      const { results, withoutFacts, differing } = await replayResults(client, null);
      expect([results, withoutFacts, differing]).toEqual([await count("select from appraisal where status = 'final'"), 0, 0]);
      expect(results).toBeGreaterThan(SMALL * 4);
      const year = await replayResults(client, 2025);
      expect([year.results, year.differing]).toEqual([await count("select from appraisal a join evaluation_period e on e.id = a.period_id and e.year = 2025 where a.status = 'final'"), 0]);
      const [one] = await all<{ id: string; facts: FaktaPenilaian }>("select id, facts from appraisal where status = 'final' and hasil_kerja = 'sesuai' and perilaku = 'sesuai' limit 1");
      if (one === undefined) throw new Error("nobody is as expected");
      const write = async (facts: FaktaPenilaian) => {
        await pool.query("alter table appraisal disable trigger user");
        await pool.query("update appraisal set facts = $2 where id = $1", [one.id, JSON.stringify(facts)]);
        await pool.query("alter table appraisal enable trigger user");
      };
      await write({ ...one.facts, perilakuKerja: { ...one.facts.perilakuKerja, rating: "di_bawah" } });
      expect(await replayResults(client, null)).toMatchObject({ results, differing: 1, examples: [{ id: one.id, person: one.facts.pegawai.name, stored: "baik", computed: "kurang" }] });
      await write(one.facts);
    } finally {
      client.release();
    }
  }, 60_000);

  it("has evaluated the whole year before: receipts, documents that came back, reports in time; careers read no second source of it", async () => {
    const of = `appraisal a join evaluation_period e on e.id = a.period_id and e.kind = 'tahunan' and e.year = 2025 where a.status = 'final'`;
    const people = await count(`select from ${of}`);
    expect(people).toBeGreaterThan(SMALL * 0.8);
    expect(await count(`select from ${of} and a.facts #>> '{periode,kind}' = 'tahunan' and a.opened_at is not null`)).toBe(people);
    expect(await count(`select from result_return b join ${of.replace("where", "on a.id = b.appraisal_id where")}`)).toBe(people);
    expect(await all(`select distinct r.reported_on::text as on from result_report r join ${of.replace("where", "on a.id = r.appraisal_id where")}`)).toEqual([{ on: "2026-03-17" }]);
    expect(await count("select from career_fact where jenis = 'predikat' and tahun = 2024")).toBeGreaterThan(SMALL * 0.8);
    expect(await count(`select from career_fact f where f.jenis = 'predikat' and f.tahun = 2025 and f.person_id in (select a.person_id from ${of})`)).toBe(0);
    // Who leads a unit is rated as the unit: di atas, sesuai, di bawah follow its capaian of the year.
    expect(await count(`select from ${of} and a.facts ? 'pimpinanUnit'`)).toBeGreaterThan(20);
    expect(await count(`select from ${of} and a.facts ? 'pimpinanUnit' and a.hasil_kerja is distinct from a.saran_hasil_kerja`)).toBe(0);
  });

  it("rests di atas and di bawah on a basis, di bawah on what the pegawai had in time and answered, and every departure on a reason", async () => {
    expect(await count("select from appraisal where status = 'final' and hasil_kerja = 'di_bawah'")).toBeGreaterThan(0);
    for (const aspect of ["hasil_kerja", "perilaku"]) {
      expect(await count(`select from appraisal a where ${aspect} <> 'sesuai' and not exists (select from appraisal_basis b where b.appraisal_id = a.id and b.aspect = $1)`, [aspect])).toBe(0);
      expect(await count(`select from appraisal where ${aspect} <> coalesce(saran_${aspect}, 'sesuai') and coalesce(length(alasan_${aspect}), 0) < 20`)).toBe(0);
    }
    const carried = await all<{ givenOn: string; finalOn: string; reply: string | null }>(`select u.given_on as "givenOn", a.finalized_on as "finalOn", u.reply from appraisal a join appraisal_basis b on b.appraisal_id = a.id join umpan_balik u on u.id = b.umpan_balik_id
      where a.status = 'final' and b.aspect = 'hasil_kerja' and a.hasil_kerja = 'di_bawah'`);
    expect(carried.length).toBeGreaterThan(0);
    for (const { givenOn, finalOn } of carried) expect(givenOn < finalOn).toBe(true);
    expect(carried.filter((one) => one.reply !== null).length).toBeGreaterThan(0);
  });

  it("has reports that are complete and evidenced by the product's own rules, with the capaian that the product computes", async () => {
    const ids = await all<{ id: string; month: string }>("select id, month from monthly_report where submitted_at is not null order by md5(id::text) limit 250");
    for (const { id } of ids) {
      const found = await findReport(pool, id);
      if (found === null) throw new Error(id);
      const { report, standard } = found;
      const { rows } = domainReport(report, standard);
      expect(monthlyReport.completeReport(rows, standard.standar).missing).toEqual([]);
      expect(rows.some((row) => row.evidenceCount > 0)).toBe(true);
      const capaian = capaianOf(report.rows, standard);
      expect([report.capaian, ...report.rows.map((row) => row.capaian)]).toEqual([capaian.report, ...capaian.rows]);
    }
  }, 60_000);

  it("is half reported in the open month, with a queue, and nothing happens after today", async () => {
    const [open] = await all<{ sent: number; waiting: number; obliged: number }>("select count(*) filter (where status in ('submitted', 'checked', 'returned'))::int as sent, count(*) filter (where status = 'submitted')::int as waiting, count(*)::int as obliged from monthly_report where month = '2026-11' and kewajiban = 'wajib_lapor'");
    if (open === undefined) throw new Error("no open month");
    expect(open.sent / open.obliged).toBeGreaterThan(0.35);
    expect(open.sent / open.obliged).toBeLessThan(0.65);
    expect(open.waiting).toBeGreaterThan(20);
    for (const [table, column] of [["monthly_report", "submitted_at"], ["monthly_report", "checked_at"], ["umpan_balik", "given_at"], ["appraisal", "finalized_at"], ["skp", "set_at"], ["evidence", "created_at"], ["audit", "at"]] as const) {
      expect([table, column, await count(`select from ${table} where ${column} > ($1::date + 1)::timestamp at time zone 'Asia/Jakarta'${table === "audit" ? " and action not in ('month.align', 'atasan.told', 'month.close', 'period.open', 'period.close', 'result.remind', 'result.report', 'keberatan.remind')" : ""}`, [TODAY])]).toEqual([table, column, 0]);
    }
  });

  it("holds the planted patterns", async () => {
    const falling = await all<{ cap: number }>("select avg(m.capaian)::float8 as cap from monthly_report m join unit u on u.id = m.unit_id where u.code = 'DINKES-P4' and m.month > $1 group by m.month order by m.month", [addMonths("2026-11", -5)]);
    expect(falling).toHaveLength(5);
    for (let at = 1; at < falling.length; at++) expect(falling[at]?.cap).toBeLessThan(falling[at - 1]?.cap ?? 0);
    const ratedBy = async (code: string, rating: string): Promise<number> => count("select from appraisal a join placement p on p.person_id = a.penilai_id and p.kind = 'definitif' join unit u on u.id = p.unit_id where u.code = $1 and a.hasil_kerja = $2", [code, rating]);
    expect([await ratedBy("PUPR-B1", "sesuai"), await ratedBy("BPKD-B1", "di_atas")]).toEqual([0, 0]);
    expect(await ratedBy("BPKD-B1", "di_bawah")).toBeGreaterThan(0);
    expect(await count("select from monthly_report m join unit u on u.id = m.unit_id where u.code = 'DISHUB-B1' and m.status = 'checked' and m.penilai_id in (select person_id from placement p join jabatan j on j.id = p.jabatan_id and j.is_head where p.unit_id = u.id)")).toBe(0);
    expect(await count("select from skp where revision = 2 and status = 'set'")).toBe(1);
    expect(await count("select from placement where kind = 'plt'")).toBe(1);
    expect(await count("select from placement where kind = 'plh'")).toBe(1);
    const late = await all<{ share: number }>("select avg(is_late::int)::float8 as share from monthly_report m join unit u on u.id = m.unit_id where u.code = 'SATPOLPP-B1' and m.month < '2026-11' and m.kewajiban = 'wajib_lapor'");
    expect(late[0]?.share).toBeGreaterThan(0.3);
  });

  it("leaves to the visitors what they came to do: a report to fill, a queue, results to rate, a capaian to enter", async () => {
    const [pegawai, penilai, kepala] = DEMO_ACCOUNTS.map((one) => one.login);
    const [report] = await all("select r.status, r.kewajiban from monthly_report r join person p on p.id = r.person_id where p.nip = $1 and r.month = '2026-11'", [pegawai]);
    expect(report).toEqual({ status: "draft", kewajiban: "wajib_lapor" });
    expect(await count("select from monthly_report r join person p on p.id = r.penilai_id where p.nip = $1 and r.status = 'submitted'", [penilai])).toBeGreaterThan(3);
    expect(await count("select from skp s join person p on p.id = s.penilai_id where p.nip = $1 and s.status = 'proposed'", [penilai])).toBeGreaterThan(0);
    const [period] = await all<{ id: string; until: string }>("select id, rating_until as until from evaluation_period where closed_at is null and rating_from <= $1", [TODAY]);
    expect((period?.until ?? "") > TODAY).toBe(true);
    expect(await count("select from capaian_organisasi c join unit u on u.id = c.unit_id where c.period_id = $1 and u.code = 'DINKES-P3'", [period?.id])).toBe(1);
    expect(await count("select from appraisal a join person p on p.id = a.penilai_id where a.period_id = $1 and p.nip = $2", [period?.id, penilai])).toBe(0);
    expect(await count("select from capaian_organisasi c join unit u on u.id = c.unit_id where c.period_id = $1 and u.code in ('DINKES-P1', 'DINKES-P5')", [period?.id])).toBe(0);
    expect(await count("select from penilai_relation r join person k on k.id = r.penilai_id join placement l on l.person_id = r.pegawai_id join unit u on u.id = l.unit_id where k.nip = $1 and u.code = 'DINKES-P3'", [kepala])).toBe(1);
    const below = await all<{ reply: string | null }>(`select u.reply from appraisal a join appraisal_basis b on b.appraisal_id = a.id and b.aspect = 'hasil_kerja' join umpan_balik u on u.id = b.umpan_balik_id join person p on p.id = a.penilai_id
      where p.nip = $1 and a.status = 'final' and a.hasil_kerja = 'di_bawah' and u.from_id = p.id`, [penilai]);
    expect(below.some((one) => one.reply !== null)).toBe(true);
  });

  it("has held its meetings: signed minutes whose hash is right, promises kept with evidence, carried, overdue; today's are there to be run", async () => {
    const signed = await all<{ content: unknown; hash: string }>("select content, hash from notulen where hash is not null");
    expect(signed.length).toBeGreaterThan(40);
    for (const one of signed) expect(hashOf(one.content)).toBe(one.hash);
    expect(await count("select from evaluation_meeting m where m.status = 'signed' and (select count(*) from notulen_signature g where g.meeting_id = m.id) <> 2")).toBe(0);
    expect(await count("select from tindak_lanjut t where t.status = 'selesai' and not exists (select from evidence e where e.tindak_lanjut_id = t.id)")).toBe(0);
    const states = await all<{ status: string; overdue: boolean; n: number }>("select status, status = 'terbuka' and due < $1 as overdue, count(*)::int as n from tindak_lanjut group by 1, 2", [TODAY]);
    for (const [status, overdue] of [["selesai", false], ["terbuka", false], ["terbuka", true], ["dibatalkan", false]] as const) expect(states.find((one) => one.status === status && one.overdue === overdue)?.n ?? 0, `${status} ${overdue}`).toBeGreaterThan(0);
    // Nothing of a meeting lies after today, and every agenda has the order that the product gave it.
    expect(await count("select from evaluation_meeting where finished_at > ($1::date + 1)", [TODAY])).toBe(0);
    const today = await all<{ code: string; leader: string }>("select u.code, j.name as leader from evaluation_meeting m join unit u on u.id = m.unit_id join jabatan j on j.unit_id = u.id and j.is_head where m.date = $1 and m.status = 'planned' order by 1", [TODAY]);
    expect(today.map((one) => one.code)).toEqual(["DINKES", "DINKES-P3", "DINKES-P4"]);
    const mine = await all<{ text: string }>("select t.text from tindak_lanjut t join account a on a.person_id = t.owner_id where a.login = '198503142008042001' and t.status = 'terbuka' and t.due = $1", [TODAY]);
    expect(mine).toHaveLength(1);
  });

  it("keeps an audit chain that the product's verifier finds whole", async () => {
    const state = await verifyChain(pool);
    expect(state.firstBad).toBeNull();
    expect(state.rows).toBeGreaterThan(1000);
  });

  it("lets the demo accounts in with the printed password, and nobody else", async () => {
    const accounts = await all<{ login: string; hash: string }>("select login, password_hash as hash from account where password_hash is not null order by login");
    // Who was drawn for a post is somebody else in this smaller city; in the whole one, the test above has their printed login.
    const printed = DEMO_ACCOUNTS.filter((one) => one.isDrawn !== true).map((one) => one.login);
    expect(accounts.map((one) => one.login).filter((login) => printed.includes(login))).toEqual(printed.toSorted());
    expect(accounts).toHaveLength(DEMO_ACCOUNTS.length);
    expect(await verifyPassword(accounts[0]?.hash ?? null, DEMO_PASSWORD)).toBe(true);
    const [bidan] = await all<{ results: number }>("select count(*)::int as results from hasil_kerja h join skp s on s.id = h.skp_id join person p on p.id = s.person_id where p.nip = $1 and s.year = 2026", [DEMO_ACCOUNTS[0]?.login]);
    expect(bidan?.results).toBe(4);
  });

  it("writes the few evidence files where the product looks for them, as their sums say", async () => {
    const files = await all<{ key: string; sha256: string; size: number }>("select storage_key as key, sha256, size_bytes as size from evidence where kind = 'file'");
    expect(files.length).toBeGreaterThan(5);
    for (const { key, sha256, size } of files) {
      const place = path.join(dataDir, "evidence", key.slice(0, 2), key);
      expect(existsSync(place)).toBe(true);
      const bytes = readFileSync(place);
      expect([bytes.length, createHash("sha256").update(bytes).digest("hex"), bytes.subarray(0, 3).toString("hex")]).toEqual([size, sha256, "ffd8ff"]);
    }
  });

  it("offers templates that the product can begin an SKP from", async () => {
    const templates = await all<{ body: string }>("select body from skp_template");
    expect(templates.length).toBeGreaterThan(50);
    for (const { body } of templates) expect(skpTemplateBody.parse(JSON.parse(body)).hasilKerja.length).toBeGreaterThan(0);
  });

  it("is the same city for the same seed and day", async () => {
    const other = mkdtempSync(path.join(tmpdir(), "teraju-seed-"));
    await seedDemo({ pool: twin.pool, today: TODAY, dataDir: other, people: SMALL });
    rmSync(other, { recursive: true, force: true });
    expect(Object.values(asSeeded).filter((one) => one !== "empty").length).toBeGreaterThan(25);
    expect(await digests(twin.pool)).toEqual(asSeeded);
  }, 120_000);
});

/** One digest per table over all of its rows; what the clock or a salt decides is left out. */
async function digests(from: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await from.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('audit', 'audit_payload', 'notification') order by 1");
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await from.query<{ digest: string | null }>(`select md5(string_agg(md5((to_jsonb(t) - 'password_hash')::text), '' order by md5((to_jsonb(t) - 'password_hash')::text))) as digest from ${name} t`);
    found[name] = rows[0]?.digest ?? "empty";
  }
  const { rows } = await from.query<{ digest: string }>("select md5(string_agg(hash, '' order by seq)) as digest from audit where action not in ('month.align', 'atasan.told', 'month.close')");
  return { ...found, audit: rows[0]?.digest ?? "empty" };
}

describe("the written SKP", () => {
  const contents = Object.entries({ ...JOB_FAMILIES, ...Object.fromEntries(Object.entries(ANAK_LAMPIRAN_3).map(([key, { skp }]) => [key, skp])) });
  it.each(contents)("%s has nothing that the regulation forbids", (_, data) => {
    expect(lintSkp(contentOf(data)).filter((finding) => finding.tingkat === "wajib")).toEqual([]);
  });
  it.each(Object.entries(JOB_FAMILIES))("%s names results, not activities, and no absolute targets", (_, data) => {
    expect(lintSkp(contentOf(data)).filter((finding) => ["rencana_berupa_aktivitas", "rencana_berupa_kategori", "target_mutlak"].includes(finding.kode))).toEqual([]);
  });
});

function contentOf(data: SkpData): Parameters<typeof lintSkp>[0] {
  return {
    pendekatan: data.pendekatan, isPimpinan: data.isPimpinan,
    hasilKerja: data.hasilKerja.map(({ text, prioritas, indikator }) => ({
      text, prioritas,
      indikator: indikator.map(({ text: words, aspek, perspektif, measure }) => ({
        text: words, jenis: measure.jenis, arah: measure.jenis === "uraian" ? "maks" as const : measure.arah, aspek: aspek ?? null, perspektif: perspektif ?? null,
        target: "target" in measure ? measure.target : null, targetMin: "targetMin" in measure ? measure.targetMin : null, targetMax: "targetMax" in measure ? measure.targetMax : null,
        targetText: "targetText" in measure ? measure.targetText : null, satuan: "satuan" in measure ? measure.satuan : null,
      })),
    })),
  };
}
