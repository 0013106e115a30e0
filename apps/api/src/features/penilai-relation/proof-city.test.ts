import type { LocalDate, Role } from "@teraju/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { DEFAULT_STANDAR } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { addCapaian, addPeriod } from "#test/appraisal-factories.ts";
import { testApp, type Caller } from "#test/app.ts";
import { addPerson, addSkp } from "#test/factories.ts";
import { TINY_PDF, tinyJpeg } from "#test/images.ts";
import { followKeberatan } from "../../jobs/follow-keberatan.ts";
import { followRaters } from "../../jobs/follow-raters.ts";
import { openMonths } from "../../jobs/open-month.ts";
import { publishTree } from "../../tree-write.ts";
import { reorganise } from "../organisation/service.ts";
import { assignActing, endActing } from "./acting.ts";
import { followTree } from "./follow.ts";
import { trailOf } from "./hand-over.ts";

/*
 * A city lives through a quarter: two departments merge on 1 February, their heads are selected anew on 1 March, thirty people move on
 * 16 February, a Plt. acts for six weeks, one penilai retires within the evaluation window and one before having rated, and a wrong
 * superior is put right after the report was sent.
 */
const { app, as, signIn, pool, db, clock } = await testApp({ today: "2026-01-05" });
const units = Object.fromEntries(["kota", "x", "x1", "x2", "y", "y1", "z", "z1"].map((name) => [name, v7()])) as Record<"kota" | "x" | "x1" | "x2" | "y" | "y1" | "z" | "z1", string>;
const who: Record<string, string> = {};
const nameOf = (id: string): string => Object.keys(who).find((name) => who[name] === id) ?? id;
const callers = new Map<string, Caller>();
const ask = async (name: string): Promise<Caller> => {
  const known = callers.get(name) ?? await as(id(name));
  callers.set(name, known);
  return known;
};
function id(name: string): string {
  const found = who[name];
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}
const staff = (unit: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${unit}-${i + 1}`);
const X1 = staff("x1", 34);
const X2 = staff("x2", 6);
const Y1 = staff("y1", 6);
const Z1 = staff("z1", 5);
const MOVED = X1.slice(0, 30);
const HEADS = ["kadisX", "kadisY", "kadisZ", "kabidX1", "kabidX2", "kabidY1", "kabidZ1"];
let period = "";

const roles: readonly Role[] = ["bkpsdm"];
const ctx = (): Ctx => ({ db, pool, actor: { personId: id("bkpsdm"), name: "bkpsdm", roles }, today: clock.today(), now: clock.now() });
const headPost = async (unitId: string): Promise<string> => (await pool.query<{ id: string }>("select id from jabatan where unit_id = $1 and is_head", [unitId])).rows[0]?.id ?? "";

/** A decree puts somebody on a post of that unit from a day on: the post before ends, and the lines follow. */
async function seat(names: readonly string[], unitId: string, on: LocalDate, { isHead = false, jenis = "pelaksana", jenjang = null as string | null } = {}): Promise<void> {
  await change(ctx(), async (tx) => {
    for (const name of names) {
      const post = isHead ? await headPost(unitId) : v7();
      if (!isHead) await pool.query("insert into jabatan (id, unit_id, name, jenis, jenjang) values ($1,$2,'Pengelola',$3,$4)", [post, unitId, jenis, jenjang]);
      await pool.query("update placement set valid_until = $2 where person_id = $1 and kind = 'definitif' and (valid_until is null or valid_until > $2)", [id(name), on]);
      await pool.query("insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) values ($1,$2,$3,$4,'definitif',$5)", [v7(), id(name), post, unitId, on]);
    }
    const { handOvers } = await followTree(ctx(), tx, null, { from: on, basis: `Keputusan ${on}` });
    return { value: undefined, audit: { action: "placement.test", target: { type: "unit", id: unitId }, payload: { handOvers: trailOf(handOvers) } } };
  });
}
async function retire(name: string, on: LocalDate): Promise<void> {
  await change(ctx(), async (tx) => {
    await pool.query("update placement set valid_until = $2 where person_id = $1 and (valid_until is null or valid_until > $2)", [id(name), on]);
    const { handOvers } = await followTree(ctx(), tx, null, { from: on, basis: `Pensiun ${on}` });
    return { value: undefined, audit: { action: "placement.test", target: { type: "person", id: id(name) }, payload: { handOvers: trailOf(handOvers) } } };
  });
}
const penilaiOn = async (name: string, on: LocalDate): Promise<string | null> => {
  const { rows } = await pool.query<{ id: string }>("select penilai_id as id from penilai_relation where pegawai_id = $1 and valid_from <= $2 and (valid_until is null or valid_until > $2)", [id(name), on]);
  return rows[0] === undefined ? null : nameOf(rows[0].id);
};
/** Everybody's report of the month as they sent it, checked by nobody yet. */
const sendAll = (month: string) => pool.query("update monthly_report set status = 'submitted', submitted_at = ($1 || '-28T03:00:00Z')::timestamptz, receipt_number = 'P-' || id, capaian = 100 where month = $1 and status = 'draft' and kewajiban = 'wajib_lapor'", [month]);

/** Whose papers are looked at below: who stayed, moved, acted, led, retired or was recorded with the wrong superior. */
const CASES = ["x1-1", "x1-34", "x2-2", "x2-1", "y1-1", "z1-1", "z1-2", "kabidX1", "kabidX2", "kadisZ"];
const files: { name: string; month: string; id: string }[] = [];
async function upload(name: string, query: string, type: string, body: Buffer): Promise<string> {
  const fileId = v7();
  const answer = await app.inject({ method: "PUT", url: `/api/evidence/${fileId}/file?${query}&title=Bukti`, headers: { cookie: await signIn(id(name)), "content-type": type }, payload: body });
  expect(answer.statusCode, answer.body).toBe(200);
  return fileId;
}
/** One file behind the month's report of each of them, as they add it before sending. */
async function attach(month: string): Promise<void> {
  for (const name of CASES) {
    const { rows: [row] } = await pool.query<{ id: string }>("select w.id from report_row w join monthly_report r on r.id = w.report_id where r.person_id = $1 and r.month = $2 limit 1", [id(name), month]);
    files.push({ name, month, id: await upload(name, `reportRowId=${row?.id ?? ""}`, "application/pdf", TINY_PDF) });
  }
}
const meetings = { y: v7(), x2: v7() };
let privatePhoto = "";
/** What January leaves behind: a note with a photo that hangs on no report, and two meetings that were held. */
async function liveThroughJanuary(): Promise<void> {
  const noteId = v7();
  const note = await (await ask("x1-1"))("POST", "/api/daily-note", { id: noteId, day: "2026-01-05", text: "Merapikan arsip.", lineId: null });
  expect(note.statusCode, note.body).toBe(200);
  privatePhoto = await upload("x1-1", `noteId=${noteId}`, "image/jpeg", await tinyJpeg());
  for (const [unit, leader, others] of [["y", "kadisY", ["kabidY1", "y1-1"]], ["x2", "kabidX2", ["x2-2"]]] as const) {
    await pool.query("insert into evaluation_meeting (id, unit_id, month, date, start_time, place, status, leader_id, started_at, finished_at) values ($1,$2,'2026-01','2026-01-20','09:00','Aula','ended',$3,'2026-01-20T02:00:00Z','2026-01-20T03:00:00Z')", [meetings[unit], units[unit], id(leader)]);
    for (const name of [leader, ...others]) await pool.query("insert into meeting_participant (meeting_id, person_id) values ($1,$2)", [meetings[unit], id(name)]);
  }
}

beforeAll(async () => {
  await pool.query("insert into standar_penilaian (id, name, legal_basis, parameters, valid_from) values ($1, 'Standar percobaan', 'Perwal percobaan', $2, '2024-01-01')", [v7(), JSON.stringify(DEFAULT_STANDAR)]);
  await db.transaction(async (tx) => {
    for (const unitId of Object.values(units)) await pool.query("insert into unit (id, code) values ($1, $2)", [unitId, unitId]);
    const one = (name: keyof typeof units, parent: keyof typeof units | null, kind: "kota" | "opd" | "bidang") => ({ unitId: units[name], parentId: parent === null ? null : units[parent], name: `Unit ${name}`, shortName: null, kind });
    await publishTree(tx, { units: [one("kota", null, "kota"), one("x", "kota", "opd"), one("x1", "x", "bidang"), one("x2", "x", "bidang"), one("y", "kota", "opd"), one("y1", "y", "bidang"), one("z", "kota", "opd"), one("z1", "z", "bidang")], from: "2024-01-01", legalBasis: "Qanun percobaan" });
  });
  const add = async (name: string, unit: keyof typeof units, jenisJabatan: string, isHead: boolean, role?: Role) => {
    who[name] = await addPerson(pool, { name, nip: name === "wali" ? null : undefined, unitId: units[unit], jabatan: isHead ? `Kepala ${unit}` : "Pengelola", jenisJabatan, isHead, ...(role === undefined ? {} : { role }) });
  };
  await add("wali", "kota", "kepala_daerah", true, "wali_kota");
  for (const unit of ["x", "y", "z"] as const) await add(`kadis${unit.toUpperCase()}`, unit, "jpt_pratama", true);
  for (const unit of ["x1", "x2", "y1", "z1"] as const) await add(`kabid${unit.toUpperCase()}`, unit, "administrator", true);
  for (const [unit, names] of [["x1", X1], ["x2", X2], ["y1", Y1], ["z1", Z1]] as const) for (const name of names) await add(name, unit, "pelaksana", false);
  await add("bkpsdm", "z", "pelaksana", false, "bkpsdm");
  await db.transaction(async (tx) => {
    await followTree(ctx(), tx, null, { from: "2024-01-02", basis: "Data awal" });
  });
  // Somebody of Bidang Z1 is recorded with the wrong superior from the beginning.
  await pool.query("update penilai_relation set penilai_id = $1, atasan_id = $2, source = 'recorded' where pegawai_id = $3", [id("kabidX1"), id("kadisX"), id("z1-1")]);
  await pool.query("delete from notification");
  for (const name of Object.keys(who)) if (name !== "wali") await addSkp(pool, { personId: id(name), year: 2026, targets: [240] });

  await openMonths({ db, pool, actor: null, today: clock.today(), now: clock.now() });
  await liveThroughJanuary();
  await attach("2026-01");
  await sendAll("2026-01");
  clock.set("2026-02-01");
  await reorganise(ctx(), { id: v7(), steps: [{ kind: "merge", unitId: units.y, into: units.x }], from: "2026-02-01", legalBasis: "Qanun penggabungan" });
  // The post of kabid X2 falls vacant; kabid X1 acts on it for six weeks, until the next one is appointed.
  clock.set("2026-02-10");
  await seat(["kabidX2"], units.z, "2026-02-10", { jenis: "fungsional", jenjang: "ahli_madya" });
  await assignActing(ctx(), { id: v7(), personId: id("kabidX1"), unitId: units.x2, kind: "plt", from: "2026-02-10", until: "2026-03-24", basis: "Surat perintah Plt.", hasDelegasi: true });
  clock.set("2026-02-16");
  await seat(MOVED, units.z1, "2026-02-16");
  await openMonths({ db, pool, actor: null, today: clock.today(), now: clock.now() });
  await attach("2026-02");
  await sendAll("2026-02");
  // The heads are selected anew.
  clock.set("2026-03-01");
  await seat(["kadisZ"], units.x, "2026-03-01", { jenis: "fungsional", jenjang: "ahli_utama" });
  await seat(["kadisX"], units.z, "2026-03-01", { isHead: true });
  await seat(["kadisY"], units.x, "2026-03-01", { isHead: true });
  await openMonths({ db, pool, actor: null, today: clock.today(), now: clock.now() });
  // Who was recorded with the wrong superior had reported already.
  clock.set("2026-03-05");
  const correctionId = v7();
  const z1 = await ask("z1-1");
  await z1("POST", "/api/penilai-correction", { id: correctionId, proposedId: id("kabidZ1"), reason: "Saya di Bidang Z1." });
  const bkpsdm = await ask("bkpsdm");
  await bkpsdm("POST", `/api/penilai-correction/${correctionId}/accept`, { version: 1, penilaiId: id("kabidZ1"), from: "2026-02-01", note: null });
  clock.set("2026-03-24");
  // The Plt. ends by its letter before anybody is appointed: the night's work hands over what had been planned.
  await followRaters({ db, pool, actor: null, today: clock.today(), now: clock.now() });
  await seat(["x2-1"], units.x2, "2026-03-24", { isHead: true });
  clock.set("2026-03-25");
  await retire("kabidY1", "2026-03-25");
  await openMonths({ db, pool, actor: null, today: clock.today(), now: clock.now() });
  await attach("2026-03");
  await sendAll("2026-03");
  clock.set("2026-04-03");
  await retire("kabidZ1", "2026-04-03");
  const standar = (await pool.query<{ id: string }>("select id from standar_penilaian")).rows[0]?.id ?? "";
  // Only the standard is asked of a small city here.
  period = await addPeriod(pool, { standarId: standar } as Parameters<typeof addPeriod>[1], { number: 1, firstMonth: "2026-01", lastMonth: "2026-03", ratingFrom: "2026-04-01", ratingUntil: "2026-04-20" });
  for (const unitId of Object.values(units)) await addCapaian(pool, { periodId: period, unitId, setBy: id("wali") });
  clock.set("2026-04-08");
  await followKeberatan({ db, pool, actor: null, today: clock.today(), now: clock.now() });
}, 60_000);

/** All but the Wali Kota and who retired within the quarter: who retires after it has worked it. */
const SEATED = (): string[] => Object.keys(who).filter((name) => !["wali", "kabidY1"].includes(name));
/** Who rates whom at the end of the quarter, by hand. */
const EXPECTED: Record<string, readonly string[]> = {
  kadisX: ["kabidX2", "kabidZ1", "bkpsdm", ...Z1, ...MOVED],
  kadisY: ["kabidX1", "kadisZ", "x2-1", ...Y1],
  kabidX1: X1.slice(30),
  "x2-1": X2.slice(1),
  wali: ["kadisX", "kadisY"],
};

describe("at the end of the quarter", () => {
  it("everybody has one line on each day, and the recorded ones are those of the decrees", async () => {
    expect([await penilaiOn("x2-2", "2026-02-09"), await penilaiOn("x2-2", "2026-02-10"), await penilaiOn("x2-2", "2026-03-23"), await penilaiOn("x2-2", "2026-03-24")]).toEqual(["kabidX2", "kabidX1", "kabidX1", "x2-1"]);
    expect([await penilaiOn("kabidX1", "2026-02-09"), await penilaiOn("kabidX1", "2026-02-11"), await penilaiOn("kabidX1", "2026-03-10"), await penilaiOn("kabidX1", "2026-03-24")]).toEqual(["kadisX", "kadisX", "kadisY", "kadisY"]);
    expect([await penilaiOn("kabidY1", "2026-01-31"), await penilaiOn("kabidY1", "2026-02-01"), await penilaiOn("kabidY1", "2026-03-01")]).toEqual(["kadisY", "kadisX", "kadisY"]);
    expect([await penilaiOn("y1-1", "2026-03-24"), await penilaiOn("y1-1", "2026-03-25")]).toEqual(["kabidY1", "kadisY"]);
    expect([await penilaiOn("x1-1", "2026-02-15"), await penilaiOn("x1-1", "2026-02-16"), await penilaiOn("x1-34", "2026-02-16")]).toEqual(["kabidX1", "kabidZ1", "kabidX1"]);
  });

  it("nobody has two ratings, and nobody none: each stands on one desk, as the rules say", async () => {
    const desks: Record<string, string[]> = {};
    for (const rater of Object.keys(who)) {
      const caller = await ask(rater);
      const { members } = (await caller("GET", `/api/appraisal/team?period=${period}`)).json() as { members: { person: { id: string }; as: string }[] };
      const own = members.filter((one) => one.as === "penilai").map((one) => nameOf(one.person.id));
      if (own.length > 0) desks[rater] = own.sort();
    }
    expect(desks).toEqual(Object.fromEntries(Object.entries(EXPECTED).map(([rater, people]) => [rater, [...people].sort()])));
    expect(Object.values(desks).flat().sort()).toEqual(SEATED().sort());
  });

  it("each of them rates, all results become final, and a second rating of anybody is refused", async () => {
    for (const [rater, people] of Object.entries(EXPECTED)) {
      const caller = await ask(rater);
      for (const name of people) {
        const { rows } = await pool.query<{ lineId: string }>(`select h.line_id as "lineId" from skp s join hasil_kerja h on h.skp_id = s.id where s.person_id = $1`, [id(name)]);
        const body = { id: v7(), version: null, hasil: rows.map(({ lineId }) => ({ lineId, rating: "sesuai" })), perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }], hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [] };
        const saved = await caller("PUT", `/api/appraisal/${period}/${id(name)}`, body);
        const final = await caller("POST", `/api/appraisal/${period}/${id(name)}/finalise`, { version: 1 });
        expect([name, saved.statusCode, final.statusCode, final.statusCode === 200 ? "" : final.body]).toEqual([name, 200, 200, ""]);
      }
    }
    const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from appraisal where period_id = $1 and status = 'final' and is_current group by person_id", [period]);
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: Object.values(EXPECTED).flat().length }, () => 1));
    for (const [rater, name] of [["kabidX1", "x2-2"], ["kabidX1", "x1-1"], ["kabidX2", "x2-2"], ["kadisX", "y1-1"]] as const) {
      expect((await (await ask(rater))("PUT", `/api/appraisal/${period}/${id(name)}`, { id: v7(), version: null, hasil: [], perilaku: [], hasilKerja: null, perilakuKerja: null, alasanHasilKerja: null, alasanPerilaku: null, basis: [] })).statusCode, `${rater} ${name}`).toBe(404);
    }
  }, 120_000);
});

describe("nobody sees what is no longer theirs", () => {
  /** Who was penilai or atasan on a day of the month, whoever is today, and heads of today above the unit of today. */
  async function maySee(name: string, month: string | null): Promise<string[]> {
    const { rows } = await pool.query<{ id: string }>(
      `select penilai_id as id from penilai_relation where pegawai_id = $1 and (valid_until is null or daterange(valid_from, valid_until) && daterange($2::date, ($2::date + interval '1 month')::date))
       union select atasan_id from penilai_relation where pegawai_id = $1 and atasan_id is not null and (valid_until is null or daterange(valid_from, valid_until) && daterange($2::date, ($2::date + interval '1 month')::date))`,
      [id(name), month === null ? "2026-03-31" : `${month}-01`]);
    return [...new Set([name, ...rows.map((row) => nameOf(row.id))])];
  }
  const HEAD_OF: Record<string, readonly string[]> = { "x1-1": ["kadisX"], "x1-34": ["kabidX1", "kadisY"], "x2-2": ["x2-1", "kadisY"], "x2-1": ["kadisY"], "y1-1": ["kadisY"], "z1-1": ["kadisX"], "z1-2": ["kadisX"], kabidX1: ["kadisY"], kabidX2: ["kadisX"], kadisZ: ["kadisY"] };
  const VIEWERS = [...HEADS, "wali", "x2-1", "x2-2", "x1-34", "z1-5"];

  it("of the months: who was penilai or atasan then, who is now, and who leads above; a gone line opens nothing", async () => {
    const { rows } = await pool.query<{ id: string; person: string; month: string }>("select id, person_id as person, month from monthly_report where month between '2026-01' and '2026-03' and person_id = any($1)", [CASES.map(id)]);
    expect(rows).toHaveLength(CASES.length * 3);
    const wrong: string[] = [];
    for (const { id: reportId, person, month } of rows) {
      const allowed = new Set([...await maySee(nameOf(person), month), ...HEAD_OF[nameOf(person)] ?? []]);
      for (const viewer of VIEWERS) {
        const { statusCode } = await (await ask(viewer))("GET", `/api/review/${reportId}`);
        if ((statusCode === 200) !== allowed.has(viewer)) wrong.push(`${viewer} reads ${month} of ${nameOf(person)}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
    const seen = async (viewer: string, name: string) => Promise.all(["2026-01", "2026-02", "2026-03"].map(async (month) => (await (await ask(viewer))("GET", `/api/review/${rows.find((row) => row.person === id(name) && row.month === month)?.id}`)).statusCode));
    expect(await seen("kabidX1", "x1-1")).toEqual([200, 200, 404]);
    expect(await seen("kabidX1", "x2-2")).toEqual([404, 200, 200]);
    expect(await seen("kabidX1", "z1-1")).toEqual([200, 404, 404]);
    expect(await seen("kabidX2", "x2-2")).toEqual([200, 200, 404]);
  }, 120_000);

  const read = async (viewer: string, url: string): Promise<number> => (await (await ask(viewer))("GET", url)).statusCode;

  it("of the files: the sight of the report that each hangs on; what hangs on no report is its owner's alone", async () => {
    expect(files).toHaveLength(CASES.length * 3);
    const wrong: string[] = [];
    for (const { name, month, id: fileId } of files) {
      const allowed = new Set([...await maySee(name, month), ...HEAD_OF[name] ?? []]);
      for (const viewer of VIEWERS) {
        const found = await read(viewer, `/api/evidence/${fileId}/file`);
        if ((found === 200) !== allowed.has(viewer)) wrong.push(`${viewer} reads a file of ${month} of ${name}: ${found}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await read("x1-1", `/api/evidence/${privatePhoto}/file`)).toBe(200);
    for (const viewer of VIEWERS) expect(await read(viewer, `/api/evidence/${privatePhoto}/file`), viewer).toBe(404);
  });

  it("of the documents: a paper of the quarter as its result, an SKP by whoever was penilai or atasan while it was in force", async () => {
    const wrong: string[] = [];
    for (const name of ["x1-1", "x2-2", "z1-1"]) {
      const { documents } = (await (await ask(name))("GET", "/api/document")).json() as { documents: { kind: string; sourceId: string; date: string; period: object | null }[] };
      const ofPeriod = documents.find((one) => one.period !== null);
      const skp = documents.find(({ kind }) => kind === "skp");
      expect([ofPeriod === undefined, skp === undefined], name).toEqual([false, false]);
      for (const doc of [ofPeriod, skp]) {
        if (doc === undefined) continue;
        const [from, until] = doc.period === null ? [doc.date > "2026-01-01" ? doc.date : "2026-01-01", "2027-01-01"] : ["2026-03-31", "2026-04-01"];
        const { rows } = await pool.query<{ id: string }>("select unnest(array[penilai_id, atasan_id]) as id from penilai_relation where pegawai_id = $1 and (valid_until is null or daterange(valid_from, valid_until) && daterange($2::date, $3::date))", [id(name), from, until]);
        const allowed = new Set([name, ...rows.map((row) => nameOf(row.id)), ...HEAD_OF[name] ?? []]);
        for (const viewer of VIEWERS) {
          const found = await read(viewer, `/api/document/${doc.kind}/${id(name)}/${doc.sourceId}/xlsx`);
          if ((found === 200) !== allowed.has(viewer)) wrong.push(`${viewer} reads ${doc.kind} of ${name}: ${found}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("of the meetings: who took part or led, and who leads the unit today, or the one that took it over; never who led it since and left", async () => {
    const seen = async (meeting: string) => {
      const found: string[] = [];
      for (const viewer of new Set([...VIEWERS, "y1-1", "y1-2"])) {
        const answers = [await read(viewer, `/api/evaluation-meeting/${meeting}`), await read(viewer, `/api/evaluation-meeting/${meeting}/slides`)];
        expect(new Set(answers.map((status) => status === 200)).size, `${viewer} ${answers.join(" ")}`).toBe(1);
        if (answers[0] === 200) found.push(viewer);
      }
      return found.sort();
    };
    // Dinas Y is no more: its head of then heads Dinas X, which took it over; kadisX led that for a month and is gone.
    expect(await seen(meetings.y)).toEqual(["kabidY1", "kadisY", "y1-1"]);
    // kabidX1 acted in Bidang X2 for six weeks, and sees nothing of January any more.
    expect(await seen(meetings.x2)).toEqual(["kabidX2", "kadisY", "x2-1", "x2-2"]);
    const listed = async (viewer: string) => ((await (await ask(viewer))("GET", "/api/evaluation-meeting?year=2026")).json() as { meetings: { id: string }[] }).meetings.map((one) => one.id).sort();
    expect([await listed("kadisY"), await listed("kadisX"), await listed("x2-1")]).toEqual([[meetings.y, meetings.x2].sort(), [], [meetings.x2]]);
  });

  it("of the results: who set it, the line of the period's last day and of today; a penilai of January no more", async () => {
    const { rows } = await pool.query<{ id: string; person: string }>("select id, person_id as person from appraisal where period_id = $1 and person_id = any($2)", [period, CASES.map(id)]);
    const wrong: string[] = [];
    for (const { id: resultId, person } of rows) {
      const name = nameOf(person);
      const { rows: line } = await pool.query<{ id: string }>("select unnest(array[penilai_id, atasan_id]) as id from penilai_relation where pegawai_id = $1 and (valid_until is null or (valid_from <= '2026-03-31' and valid_until > '2026-03-31'))", [id(name)]);
      const allowed = new Set([name, ...line.map((one) => nameOf(one.id)), ...HEAD_OF[name] ?? []]);
      for (const viewer of VIEWERS) {
        if (viewer === name) continue;
        const { statusCode } = await (await ask(viewer))("GET", `/api/result/${resultId}`);
        if ((statusCode === 200) !== allowed.has(viewer)) wrong.push(`${viewer} reads the result of ${name}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("open work lies with today's penilai alone: every report that waits is on one desk", async () => {
    const waiting = (await pool.query<{ id: string }>("select id from monthly_report where status = 'submitted'")).rows.map((row) => row.id);
    const found: string[] = [];
    for (const viewer of Object.keys(who)) {
      const queue = (await (await ask(viewer))("GET", "/api/review")).json() as { waiting: { reportId: string }[] };
      found.push(...queue.waiting.map((one) => one.reportId));
    }
    expect(new Set(found).size).toBe(found.length);
    expect(waiting.filter((one) => !found.includes(one))).toEqual([]);
  });
});

it("a Plt. who ends before the letter says so hands over at once, and what was planned for later is gone", async () => {
  const acting = v7();
  await assignActing(ctx(), { id: acting, personId: id("z1-2"), unitId: units.z1, kind: "plt", from: "2026-04-08", until: "2026-06-01", basis: "Surat perintah Plt.", hasDelegasi: true });
  expect([await penilaiOn("z1-3", "2026-04-07"), await penilaiOn("z1-3", "2026-04-08"), await penilaiOn("z1-2", "2026-04-08"), await penilaiOn("z1-3", "2026-06-01")]).toEqual(["kadisX", "z1-2", "kadisX", "kadisX"]);
  await endActing(ctx(), acting, "2026-04-20");
  expect([await penilaiOn("z1-3", "2026-04-19"), await penilaiOn("z1-3", "2026-04-20"), await penilaiOn("z1-3", "2026-05-31")]).toEqual(["z1-2", "kadisX", "kadisX"]);
  await expect(assignActing(ctx(), { id: v7(), personId: id("z1-2"), unitId: units.x2, kind: "plt", from: "2026-05-01", until: "2026-06-01", basis: "x", hasDelegasi: true })).rejects.toMatchObject({ details: { refusals: ["post_not_vacant"] } });
});

type Trail = { pegawaiId: string; before?: string | null; after?: string | null; beforeId?: string | null; afterId?: string | null };
it("each hand-over stands in the trail and on the Beranda of both sides", async () => {
  const { rows } = await pool.query<{ payload: string }>("select p.payload from audit a join audit_payload p on p.seq = a.seq where p.payload like '%handOvers%'");
  const trail = rows.flatMap(({ payload }) => (JSON.parse(payload) as { handOvers: Trail[] }).handOvers)
    .map(({ pegawaiId, before, after, beforeId, afterId }) => ({ pegawaiId, before: before ?? beforeId ?? null, after: after ?? afterId ?? null }));
  const { rows: told } = await pool.query<{ person: string; kind: string }>("select distinct person_id as person, kind from notification where kind in ('penilai_changed', 'bawahan_gained', 'bawahan_lost', 'bawahan_gained_many', 'bawahan_lost_many')");
  const has = (person: string | null, kind: string) => person === null || told.some((one) => one.person === person && one.kind.startsWith(kind));
  expect(trail.length).toBeGreaterThan(60);
  expect(trail.filter(({ pegawaiId, before, after }) => !has(pegawaiId, "penilai_changed") || !has(before, "bawahan_lost") || !has(after, "bawahan_gained"))).toEqual([]);
});
