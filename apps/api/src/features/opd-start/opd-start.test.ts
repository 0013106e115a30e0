import { beforeAll, describe, expect, it } from "vitest";
import { addPeriod, useTwoBlind } from "#test/appraisal-factories.ts";
import { testApp } from "#test/app.ts";
import { openCycle, stepCycle } from "#test/peer-factories.ts";
import { addPerson, addReport, addSkp, auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { readSheets } from "../../sheet-file/read.ts";
import { runJobs } from "../../jobs/index.ts";

const { as, pool, db, clock, dataDir } = await testApp({ today: "2026-11-05" });
let city: SmallCity;
beforeAll(async () => {
  city = await smallCity(pool);
  const skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA, unitId: city.units.bidangA1 });
  await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-09", skp, penilaiId: city.people.kabidA });
  await runJobs({ pool, db, clock, dataDir });
});
const set = async (who: string, unitId: string, month: string) => (await as(who))("PUT", "/api/opd-start", { unitIds: [unitId], month, note: null });
const states = async (): Promise<Record<string, string | null>> => {
  const { months } = (await (await as(city.people.budi))("GET", "/api/monthly-report?year=2026")).json();
  return Object.fromEntries(months.map((one: { month: string; kewajiban: string | null }) => [one.month.slice(5), one.kewajiban]));
};

describe("mulai memakai sejak", () => {
  it("without it every month counts, and drafts that never came are missing", async () => {
    expect(await states()).toMatchObject({ "08": null, "09": "wajib_lapor", 10: "wajib_lapor", 11: "wajib_lapor" });
  });

  it("months before it are tidak tercatat at once, opened or not; nobody is missing there, and no figure is a zero", async () => {
    const answer = await set(city.people.bkpsdm, city.units.dinasA, "2026-11");
    expect(answer.json().opds[0], answer.body).toMatchObject({ name: "Dinas A", month: "2026-11", setBy: "bkpsdm", setOn: "2026-11-05", firstRecorded: null });
    expect(await states()).toMatchObject({ "01": "tidak_tercatat", "08": "tidak_tercatat", "09": "tidak_tercatat", 10: "tidak_tercatat", 11: "wajib_lapor", 12: null });
    expect(await auditCount(pool, "opd-start.set", "2026-11")).toBe(1);
    const operator = await as(city.people.bkpsdm);
    expect((await operator("GET", `/api/cycle/month/2026-10/missing?unit=${city.units.dinasA}`)).json().people).toEqual([]);
    const heat = (await operator("GET", "/api/city-dashboard?month=2026-10")).json();
    expect(heat.rows.find((row: { unit: { id: string } }) => row.unit.id === city.units.dinasA).cells.at(-1)).toEqual({ obliged: 0, submitted: 0, onTime: 0, checked: 0, capaian: null, isUnrecorded: true });
    expect(heat.rows.find((row: { unit: { id: string } }) => row.unit.id === city.units.dinasB).cells.at(-1)).toMatchObject({ isUnrecorded: false });
    expect(heat.total).toMatchObject({ isUnrecorded: false });
    // The head's own map says so of every office, also of months in which nobody was asked for anything; the other OPD's is as before.
    const opdHeat = async (who: string, unit: string): Promise<[string, boolean[]][]> => (await (await as(who))("GET", `/api/opd-dashboard/${unit}?month=2026-11`)).json().heat.rows.map(({ unit: { name }, isDirect, cells }: { unit: { name: string }; isDirect: boolean; cells: { isUnrecorded: boolean; median: number | null }[] }) => [`${name}${isDirect ? "*" : ""}`, cells.map((cell) => cell.isUnrecorded && cell.median === null)]);
    const before = [true, true, true, true, true, false];
    expect(await opdHeat(city.people.kadisA, city.units.dinasA)).toEqual([["Bidang A1", before], ["Puskesmas A2", before], ["Dinas A*", before]]);
    expect((await opdHeat(city.people.kadisB, city.units.dinasB)).flatMap(([, cells]) => cells)).not.toContain(true);
    const closed = (await (await as(city.people.kadisA))("GET", `/api/opd-dashboard/${city.units.dinasA}?month=2026-10`)).json();
    expect(closed.completion).toMatchObject({ obliged: 0, missing: 0, late: 0 });
    expect(closed.trend.filter(({ month }: { month: string }) => month < "2026-11").map(({ obliged }: { obliged: number }) => obliged)).not.toContain(1);
    const mayor = (await (await as(city.people.wali))("GET", "/api/mayor-page?month=2026-10")).json();
    expect(mayor.departments.map(({ unit: { name }, isUnrecorded, obliged, capaian }: { unit: { name: string }; isUnrecorded: boolean; obliged: number; capaian: null }) => [name, isUnrecorded, obliged, capaian])).toEqual([["Dinas A", true, 0, null], ["Dinas B", false, expect.any(Number), null]]);
    expect([mayor.city.capaian, mayor.city.capaianBefore]).toEqual([null, null]);
    const recap = await readSheets((await operator("GET", "/api/city-dashboard/export?month=2026-10")).rawPayload);
    const titles = recap[0]?.rows.find((row) => row.includes("Tidak tercatat")) ?? [];
    const dinas = recap[0]?.rows.find((row) => row[1] === "Dinas A") ?? [];
    expect([dinas[titles.indexOf("Wajib lapor")], dinas[titles.indexOf("Tidak tercatat")]]).toEqual(["0", "6"]);
    const kabid = await as(city.people.kabidA);
    const team = (await kabid("GET", "/api/review/team?month=2026-11")).json();
    const budi = team.people.find((one: { name: string }) => one.name === "budi");
    expect(budi.months.slice(-4).map((one: { kewajiban: string } | null) => one?.kewajiban)).toEqual(["tidak_tercatat", "tidak_tercatat", "tidak_tercatat", "wajib_lapor"]);
    const strip = (await (await as(city.people.dewi))("GET", "/api/home")).json().strip;
    expect(strip.map((one: { kewajiban: string }) => one.kewajiban)).toEqual([...Array.from({ length: 11 }, () => "tidak_tercatat"), "tidak_ada_target"]);
  });

  it("a period that ended before it is nobody's to rate, and nobody is asked to; the year is, by the months on record", async () => {
    await addPeriod(pool, city, { ratingUntil: "2026-11-30" });
    await pool.query("update evaluation_period set rating_from = '2026-11-01' where kind = 'tahunan'");
    const tasksOf = async (who: string): Promise<{ kind: string; periode?: string }[]> => (await (await as(who))("GET", "/api/home")).json().tasks;
    const asked = (tasks: { kind: string; periode?: string }[]) => tasks.filter(({ kind }) => /^(rate|capaian)/.test(kind)).map(({ kind, periode }) => `${kind} ${periode ?? ""}`).sort();
    const [ofA, ofB] = [asked(await tasksOf(city.people.kabidA)), asked(await tasksOf(city.people.kadisB))];
    expect(ofA.filter((one) => one.includes("triwulanan"))).toEqual([]);
    expect(ofA.filter((one) => one.includes("tahunan"))).toHaveLength(1);
    expect(ofB.filter((one) => one.includes("triwulanan"))).toHaveLength(1);
    const kabid = await as(city.people.kabidA);
    const { rows } = await pool.query<{ id: string; kind: string }>("select id, kind from evaluation_period where year = 2026 and number in (1, 3) and kind in ('triwulanan', 'tahunan') and last_month in ('2026-09', '2026-12')");
    const teamOf = async (kind: string) => (await kabid("GET", `/api/appraisal/team?period=${rows.find((one) => one.kind === kind)?.id ?? ""}`)).json().members.length;
    expect([await teamOf("triwulanan"), await teamOf("tahunan")]).toEqual([0, 2]);
  });

  it("a year that ended before it has no two-blind step, for either side, and waits on no Beranda", async () => {
    const { rows: [year] } = await pool.query<{ id: string }>("select id from evaluation_period where kind = 'tahunan' and year = 2026");
    const id = year?.id ?? "";
    await useTwoBlind(pool, id);
    const [budi, kabid] = [await as(city.people.budi), await as(city.people.kabidA)];
    const seen = async () => [
      (await budi("GET", "/api/blind-rating")).json().items.length, (await budi("GET", "/api/home")).json().tasks.filter(({ kind }: { kind: string }) => kind === "blind_rating").length,
      (await budi("GET", `/api/blind-rating/${id}/${city.people.budi}`)).statusCode, (await kabid("GET", `/api/blind-rating/${id}/${city.people.budi}`)).statusCode,
    ];
    expect(await seen()).toEqual([1, 1, 200, 200]);
    await pool.query("update opd_start set month = '2027-01' where unit_id = $1 and is_current", [city.units.dinasA]);
    expect(await seen()).toEqual([0, 0, 404, 404]);
    await pool.query("update opd_start set month = '2026-11' where unit_id = $1 and is_current", [city.units.dinasA]);
  });

  it("umpan balik rekan is neither asked of nor about an OPD of which the semester has nothing on record", async () => {
    for (const unit of ["dinasB", "bidangA1"] as const) for (let n = 1; n <= 9; n += 1) await addPerson(pool, { name: `${unit} ${n}`, unitId: city.units[unit] });
    await pool.query("update opd_start set month = '2026-12' where unit_id = $1 and is_current", [city.units.dinasA]);
    const cycle = await openCycle({ as }, city, { answersFrom: "2026-11-05", answersUntil: "2026-12-04" });
    await stepCycle({ as, pool }, city, cycle, "draw");
    const inDraw = async () => (await pool.query("select count(*) filter (where u.code = 'dinasB')::int as b, count(*) filter (where u.code <> 'dinasB')::int as a from peer_invite i cross join lateral (values (i.rater_id), (i.subject_id)) x(id) join placement s on s.person_id = x.id join unit u on u.id = s.unit_id where i.cycle_id = $1", [cycle])).rows[0];
    const first = await inDraw();
    expect(first).toMatchObject({ a: 0 });
    expect(first.b).toBeGreaterThan(20);
    // Nor do they come as joiners when their first month arrives within the answers.
    clock.set("2026-12-01");
    await stepCycle({ as, pool }, city, cycle, "replace");
    expect(await inDraw()).toMatchObject({ a: 0 });
    clock.set("2026-11-05");
    await pool.query("update opd_start set month = '2026-11' where unit_id = $1 and is_current", [city.units.dinasA]);
  });

  it("goes back and forth while nothing was sent, each set stays on record; what was sent or rated stands in the way", async () => {
    expect((await set(city.people.bkpsdm, city.units.dinasA, "2026-09")).statusCode).toBe(200);
    expect(await states()).toMatchObject({ "08": "tidak_tercatat", "09": "wajib_lapor", 10: "wajib_lapor" });
    await pool.query("update monthly_report set status = 'submitted', submitted_at = now(), receipt_number = 'P-1' where person_id = $1 and month = '2026-10'", [city.people.budi]);
    expect((await set(city.people.bkpsdm, city.units.dinasA, "2026-11")).json().refusals).toEqual(["start_after_records"]);
    expect((await set(city.people.bkpsdm, city.units.dinasA, "2027-12")).json().refusals).toEqual(["start_after_records", "start_too_far"]);
    expect((await set(city.people.bkpsdm, city.units.dinasA, "2026-10")).statusCode).toBe(200);
    const { rows } = await pool.query("select month, is_current from opd_start where unit_id = $1 order by id", [city.units.dinasA]);
    expect(rows.toSorted((a, b) => Number(a.is_current) - Number(b.is_current))).toHaveLength(3);
    expect(rows.filter((row) => row.is_current)).toEqual([{ month: "2026-10", is_current: true }]);
    expect((await set(city.people.bkpsdm, city.units.bidangA1, "2026-10")).statusCode).toBe(404);
    expect((await set(city.people.analis, city.units.dinasA, "2026-10")).statusCode).toBe(403);
    await expect(pool.query("insert into opd_start (id, unit_id, month, set_on) values (gen_random_uuid(), $1, '2026-01', '2026-11-05')", [city.units.dinasA])).rejects.toThrow("opd_start_one");
  });
});
