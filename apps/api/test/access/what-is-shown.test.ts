import type { Role } from "@teraju/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "../app.ts";
import { askerOf, type Asker } from "./ask.ts";
import { expected, HELD, ROWS, type Row } from "./matrix.ts";
import { buildWorld, giveRole, STANDINGS, TODAY, type StandingWord, type World } from "./world.ts";

const test = await testApp({ today: TODAY });
const { pool } = test;
let world: World;
let asker: Asker;
beforeAll(async () => {
  world = await buildWorld(test);
  asker = await askerOf(test, world);
});

const row = (name: string): Row => {
  const found = ROWS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
};
/** Every property name at any depth; keys that are data (an id, a predikat) are named by the schema, not here. */
function names(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) names(one, into);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      into.add(key);
      names(inner, into);
    }
  }
  return into;
}
async function shown(name: string, standing: StandingWord, role: Role | null) {
  await giveRole(pool, world, role);
  const answer = await asker.ask(row(name), standing);
  expect(answer.statusCode, `${name} as ${standing}, ${role ?? "no role"}`).toBe(200);
  return answer.json();
}
/** What a role opens does not depend on the standing: one who has none other is enough. */
/** What one reads, without what one may do with it. */
const withoutActions = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === "actions" ? undefined : value)));
const askedAs = (role: Role | null): readonly StandingWord[] => (role === null ? STANDINGS : ["opdLain", "sekantor"]);
const isJson = (one: Row): boolean => one.name.startsWith("GET ") && !/\/(export|file|events|photo|cetak)|\.(ics|pdf)$/.test(one.endpoint);

describe("an answer holds what its reader may know, and no more", () => {
  it("names nobody's NIP, login or secret but where they belong", async () => {
    const kept = ["nip", "login", "password", "passwordHash", "activationHash", "tokenHash", "storageKey", "sha256", "salt"];
    const belong: Record<string, readonly string[]> = {
      "GET /api/session": ["nip"],
      "GET /api/account": ["login"],
      "GET /api/role-assignment": ["nip"],
      "GET /api/role-assignment/people": ["nip"],
      "GET /api/organisation/person": ["nip"],
      "GET /api/rekonsiliasi/:id": ["nip"],
      "GET /api/peer-proof": ["salt"],
    };
    const wrong: string[] = [];
    for (const role of HELD) {
      await giveRole(pool, world, role);
      for (const one of ROWS.filter(isJson)) {
        for (const standing of askedAs(role)) {
          if (expected(one, standing, role) !== "+") continue;
          const answer = await asker.ask(one, standing);
          // A file has no fields; what stands in it is the business of its own test.
          if (answer.statusCode !== 200 || !String(answer.headers["content-type"]).includes("json")) continue;
          const found = [...names(answer.json())].filter((key) => kept.includes(key) && !(belong[one.endpoint] ?? []).includes(key));
          if (found.length > 0) wrong.push(`${one.name} as ${standing}: ${found.join()}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each<[string, StandingWord, Role | null, string]>([
    ["GET /api/account", "opdLain", "admin_teknis", "accounts actions active code codeExpiresAt codeGiven counts isActive login name neverUsed next personId rank sessions state unit"],
    ["GET /api/colleague", "bawahan", null, "id jabatan name people relation unit"],
    ["GET /api/umpan-balik/topic", "penilai", null, "lineId lines text"],
    ["GET /api/opd-dashboard/:unitId/people", "plt", null, "capaian id isLate jabatan kewajiban name next people status submittedAt unit"],
    ["GET /api/opd-dashboard/:unitId/matrix", "plt", null, "appraisalId id name people predikat unit"],
    ["GET /api/person-year/:personId", "plt", null, "appraisalId capaian id isLate jabatan kewajiban kind month months name number penilai person predikat reportId results status tutup unit year"],
    ["GET /api/audit", "opdLain", "auditor", "action actions actor at entries id name next payload seq target type"],
  ])("%s shows %s holding %s exactly these", async (name, standing, role, fields) => {
    expect([...names(await shown(name, standing, role))].sort()).toEqual(fields.split(" "));
  });

  it("shows the Wali Kota, and who else opens that page, no person below a Kepala OPD", async () => {
    const { rows } = await pool.query<{ name: string }>("select name from person");
    for (const role of ["wali_kota", "bkpsdm", "bkpsdm_analis"] as const) {
      const text = JSON.stringify(await shown("GET /api/mayor-page", "opdLain", role));
      expect(rows.map((p) => p.name).filter((name) => text.includes(`"${name}"`)).sort()).toEqual(["kadisA", "kadisB"]);
    }
  });

  it("hides small groups from BKPSDM, who may not see persons' ratings, and not from the analis and the auditor", async () => {
    const bkpsdm = await shown("GET /api/city-dashboard", "opdLain", "bkpsdm");
    expect(bkpsdm.isSuppressed).toBe(true);
    const averages = (answer: typeof bkpsdm): unknown[] => answer.rows.flatMap((one: { cells: { capaian: number | null }[] }) => one.cells.map((cell) => cell.capaian));
    expect(averages(bkpsdm).every((average) => average === null)).toBe(true);
    for (const role of ["bkpsdm_analis", "auditor"] as const) {
      const whole = await shown("GET /api/city-dashboard", "opdLain", role);
      expect(whole.isSuppressed).toBe(false);
      expect(averages(whole).some((average) => average !== null)).toBe(true);
      expect([...names(whole)].sort()).toEqual([...names(bkpsdm)].sort());
    }
  });

  it("names no person on the city's dashboard, whoever reads it", async () => {
    const { rows } = await pool.query<{ name: string }>("select name from person");
    for (const role of ["bkpsdm", "bkpsdm_analis", "auditor"] as const) {
      const text = JSON.stringify(await shown("GET /api/city-dashboard", "opdLain", role));
      expect(rows.filter((p) => text.includes(`"${p.name}"`))).toEqual([]);
    }
  });

  it("offers the superior's results on an SKP to its owner alone", async () => {
    const results = async (standing: StandingWord) => (await shown("GET /api/skp/:id", standing, null)).superiorResults.length;
    expect([await results("diri") > 0, await results("penilai"), await results("kadis"), await results("bekas")]).toEqual([true, 0, 0, 0]);
  });

  it("shows each penilai the own last umpan balik on a report, not another's", async () => {
    const last = async (standing: StandingWord) => (await shown("GET /api/review/:reportId", standing, null)).lastUmpanBalik?.id ?? null;
    expect([await last("penilai"), await last("atasan"), await last("kadis"), await last("diri")]).toEqual([world.given, null, null, null]);
  });

  it("gives the same explanation of a result to all who may read it, and nothing of what was still a draft", async () => {
    const first = await shown("GET /api/result/:id", "diri", null);
    for (const [standing, role] of [["penilai", null], ["bekas", null], ["kadis", null], ["opdLain", "auditor"], ["opdLain", "bkpsdm_analis"]] as const) {
      const other = await shown("GET /api/result/:id", standing, role);
      expect([...names(other)].sort()).toEqual([...names(first)].sort());
      expect(withoutActions({ ...other, isMine: true })).toEqual(withoutActions(first));
    }
  });
});

describe("what is still one's own", () => {
  it("appears in no answer to anybody else: a month not sent or under repair, a plan not proposed, a private note, a rating not final", async () => {
    const own = "KENARI-SENDIRI";
    const figure = 55.55;
    for (const { reportId, rowIds } of [world.draftReport, world.returnedReport]) {
      await pool.query("update monthly_report set kendala = $2, capaian = $3 where id = $1", [reportId, own, figure]);
      await pool.query("update report_row set sentence = $2, cause = $2, capaian = $3 where id = any($1)", [rowIds, own, figure]);
    }
    await pool.query("insert into hasil_kerja (id, skp_id, line_id, position, prioritas, text) values (gen_random_uuid(), $1, gen_random_uuid(), 1, 'utama', $2)", [world.draftSkpId, own]);
    await pool.query("update daily_note set text = $2 where id = $1", [world.noteId, own]);
    await pool.query("update evidence set title = $2 where id = any($1)", [[world.evidence.noteFile, world.evidence.draftFile, world.evidence.returnedFile], own]);
    const ratings = "KENARI-PENILAIAN";
    await pool.query("update appraisal set alasan_hasil_kerja = $2 where id = $1", [world.draftResultId, ratings]);
    const wrong: string[] = [];
    let seen = 0;
    for (const role of HELD) {
      await giveRole(pool, world, role);
      for (const one of ROWS.filter((r) => r.name.startsWith("GET "))) {
        for (const standing of askedAs(role)) {
          const { body } = await asker.ask(one, standing);
          const isShown = body.includes(own) || body.includes("55.55");
          if (isShown && standing === "diri") seen += 1;
          if (isShown && standing !== "diri") wrong.push(`${one.name} shows ${standing} (${role ?? "no role"}) what is Budi's own`);
          if (body.includes(ratings) && standing !== "bekas" && standing !== "atasan") wrong.push(`${one.name} shows ${standing} (${role ?? "no role"}) a rating that is not final`);
        }
      }
    }
    // The same on the months themselves, of which the rows above ask for one that was sent.
    await giveRole(pool, world, null);
    const kadis = await test.as(world.people.kadis);
    for (const month of ["2026-08", "2026-10"]) {
      for (const tail of ["", "/people"]) {
        const { body, statusCode } = await kadis("GET", `/api/opd-dashboard/${world.city.units.dinasA}${tail}?month=${month}`);
        expect(statusCode).toBe(200);
        if (body.includes(own) || body.includes("55.55")) wrong.push(`the dashboard${tail} of ${month} shows what is Budi's own`);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(0);
  }, 60_000);
});

describe("reading", () => {
  it("leaves no line in the chained trail but the receipt of one's own result", async () => {
    await giveRole(pool, world, null);
    const { rows: [before] } = await pool.query<{ seq: string }>("select coalesce(max(seq), 0) as seq from audit");
    await pool.query("update appraisal set opened_at = null where id = $1", [world.resultId]);
    for (const one of ROWS.filter((r) => r.name.startsWith("GET "))) for (const standing of STANDINGS) await asker.ask(one, standing);
    const { rows } = await pool.query<{ action: string }>("select action from audit where seq > $1", [before?.seq]);
    expect(rows.map((one) => one.action)).toEqual(["result.open"]);
  });

  it("leaves a trace beside the chain where it is another's result", async () => {
    const { rows } = await pool.query<{ action: string }>("select distinct action from access_log where subject_id = $1 order by action", [world.people.diri]);
    expect(rows.map((one) => one.action)).toEqual(["appraisal.read", "document.dokumen_evaluasi", "document.hasil_evaluasi", "document.konseling", "document.rekaman_umpan_balik", "kalibrasi.case", "keberatan.read", "konseling.record", "peer-result.read", "result.read"]);
  });
});
