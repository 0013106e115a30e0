import { beforeAll, expect, it } from "vitest";
import { v7 } from "uuid";
import { smallCity, type SmallCity } from "#test/factories.ts";
import { testApp } from "#test/app.ts";
import { addMeeting } from "#test/meeting-factories.ts";

const { pool, as } = await testApp({ today: "2026-12-21" });
let city: SmallCity;
beforeAll(async () => {
  city = await smallCity(pool);
  const { kabidA, budi, citra } = city.people;
  // Held on time and as long as planned; held 16 minutes late and half as long again; cancelled; to come.
  for (const [month, date, startedAt, finishedAt] of [["2026-09", "2026-10-15", "10:15", "11:15"], ["2026-10", "2026-11-19", "10:16", "11:46"]]) {
    const id = await addMeeting(pool, city, { unit: "bidangA1", month, date });
    await pool.query("update evaluation_meeting set status = 'ended', leader_id = $2, planned_minutes = 60, started_at = (date + $3::time) at time zone 'Asia/Jakarta', finished_at = (date + $4::time) at time zone 'Asia/Jakarta' where id = $1", [id, kabidA, startedAt, finishedAt]);
    const promise = (ownerId: string, due: string, status = "terbuka") => pool.query("insert into tindak_lanjut (id, meeting_id, pemilik, owner_id, unit_id, text, due, created_at, status, closed_on, closed_by) values ($1,$2,'pribadi',$3,$4,$5,$6,now(),$7,$8,$9)",
      [v7(), id, ownerId, city.units.bidangA1, `Janji ${due}`, due, status, status === "selesai" ? due : null, status === "selesai" ? ownerId : null]);
    if (month === "2026-09") {
      await promise(budi, "2026-11-19", "selesai");
      await promise(citra, "2026-11-19", "selesai");
      await promise(kabidA, "2026-10-30");
    } else {
      await promise(budi, "2026-12-17");
      await promise(citra, "2027-01-21");
    }
  }
  const cancelled = await addMeeting(pool, city, { unit: "bidangA1", month: "2026-08", date: "2026-09-17" });
  await pool.query("update evaluation_meeting set status = 'cancelled', cancel_reason = 'Banjir' where id = $1", [cancelled]);
  await addMeeting(pool, city, { unit: "bidangA1", month: "2026-12", date: "2027-01-21" });
});

const EXPECTED = { planned: 3, held: 2, onTime: 1, cancelled: 1, lengthPercent: 125, kept: 2, open: 3, overdue: 2, carried: 1, keptPercent: 50 };

it("a head sees meetings and promises of the unit and of all below it, the longest overdue by name", async () => {
  for (const [who, unit] of [["kabidA", "bidangA1"], ["kadisA", "dinasA"]] as const) {
    const figures = (await (await as(city.people[who]))("GET", `/api/evaluation-meeting-figures/${city.units[unit]}?year=2026`)).json();
    expect(figures).toMatchObject(EXPECTED);
    expect(figures.longestOverdue).toMatchObject([{ owner: "kabidA", due: "2026-10-30", dibawaBulan: 2 }, { owner: "budi", due: "2026-12-17", dibawaBulan: 0 }]);
    expect(figures.next).toEqual(unit === "bidangA1" ? expect.objectContaining({ date: "2027-01-21", time: "10:00", month: "2026-12" }) : null);
  }
});

it("BKPSDM sees departments in figures, and no name at all", async () => {
  const bkpsdm = await as(city.people.bkpsdm);
  const answer = await bkpsdm("GET", "/api/evaluation-meeting-figures?year=2026");
  expect(answer.json().opds.map((opd: { name: string; held: number }) => [opd.name, opd.held])).toEqual([["Dinas A", 2], ["Dinas B", 0]]);
  expect(answer.json().total).toMatchObject(EXPECTED);
  for (const name of ["budi", "citra", "kabidA"]) expect(answer.body).not.toContain(name);
  expect((await bkpsdm("GET", "/api/evaluation-meeting-figures?year=2025")).json().total).toMatchObject({ planned: 0, held: 0, lengthPercent: null, keptPercent: null });
});
