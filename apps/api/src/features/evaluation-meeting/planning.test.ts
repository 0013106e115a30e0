import { beforeEach, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { testApp, type Caller } from "#test/app.ts";
import { addMeeting, addTeam, emptyCity, MEETING_DAY, MEETING_MONTH, type Team } from "#test/meeting-factories.ts";

const { pool, as, clock } = await testApp({ today: MEETING_DAY });
let city: SmallCity;
let team: Team;
let kabid: Caller;
let budi: Caller;
beforeEach(async () => {
  await emptyCity(pool);
  clock.set(MEETING_DAY);
  city = await smallCity(pool);
  team = await addTeam(pool, city);
  kabid = await as(city.people.kabidA);
  budi = await as(city.people.budi);
});

const plan = (unitId: string, meetings: unknown[], more = {}) => kabid("POST", `/api/evaluation-meeting/plan/${unitId}`, { time: "09:00", place: "Ruang rapat", meetings, ...more });

describe("a year is planned once", () => {
  it("by a rhythm whose days are shown first; holidays move, what is past and what exists is said", async () => {
    await pool.query("insert into hari_khusus (day, kind, name, basis) values ('2026-11-19', 'libur', 'Libur percobaan', 'Keputusan')");
    const existing = await addMeeting(pool, city, { unit: "bidangA1", month: "2026-11", date: "2026-12-17" });
    const { days, unit } = (await kabid("GET", `/api/evaluation-meeting/plan/${city.units.bidangA1}?year=2026&week=3&weekday=4`)).json();
    expect(unit.name).toBe("Bidang A1");
    expect(days).toHaveLength(12);
    expect(days[8]).toEqual({ month: "2026-09", date: "2026-10-15", movedFrom: null, isPast: true, existing: null });
    expect(days[9]).toMatchObject({ month: "2026-10", date: "2026-11-20", movedFrom: "2026-11-19" });
    expect(days[10]).toMatchObject({ month: "2026-11", existing: { id: existing } });
  });

  it("and kept once: the same ids again make nothing new, a month that has a meeting keeps it", async () => {
    const meetings = [{ id: v7(), month: "2026-11", date: "2026-12-17" }, { id: v7(), month: "2026-12", date: "2027-01-21" }];
    const first = await plan(city.units.bidangA1, meetings);
    expect(first.json().meetings.map((one: { id: string }) => one.id).sort()).toEqual(meetings.map((one) => one.id).sort());
    expect((await plan(city.units.bidangA1, meetings)).json()).toMatchObject({ kept: [] });
    expect((await plan(city.units.bidangA1, [{ id: v7(), month: "2026-11", date: "2026-12-18" }])).json()).toMatchObject({ meetings: [], kept: ["2026-11"] });
    expect((await pool.query("select from evaluation_meeting")).rows).toHaveLength(2);
    expect(await auditCount(pool, "evaluation-meeting.plan")).toBe(2);
    const told = await pool.query("select distinct person_id from notification where kind = 'meeting_planned'");
    expect(told.rows).toHaveLength(7);
  });

  it("never into the past, and only by who heads the unit or one above", async () => {
    const past = await plan(city.units.bidangA1, [{ id: v7(), month: "2026-09", date: "2026-11-18" }]);
    expect([past.statusCode, past.json().refusals]).toEqual([409, ["meeting_date_past"]]);
    expect((await plan(city.units.dinasA, [{ id: v7(), month: "2026-10", date: MEETING_DAY }])).statusCode).toBe(404);
    expect((await budi("POST", `/api/evaluation-meeting/plan/${city.units.bidangA1}`, { time: "09:00", place: "x", meetings: [{ id: v7(), month: "2026-10", date: MEETING_DAY }] })).statusCode).toBe(404);
  });

  it("one meeting per unit and month, also in the database", async () => {
    await addMeeting(pool, city, { unit: "bidangA1" });
    await expect(addMeeting(pool, city, { unit: "bidangA1" })).rejects.toMatchObject({ constraint: "evaluation_meeting_once" });
  });
});

describe("the agenda builds itself", () => {
  it("from the reports as they are, each line with its reason; it follows a late report", async () => {
    const id = await addMeeting(pool, city, { unit: "bidangA1" });
    const view = (await kabid("GET", `/api/evaluation-meeting/${id}`)).json();
    const lines = view.agenda.items.map((item: { person: { name: string }; alasan: string[]; minutes: number }) => [item.person.name, item.alasan, item.minutes]);
    expect(lines).toHaveLength(6);
    expect(Object.fromEntries(lines.map(([name, ...rest]: [string]) => [name, rest]))).toEqual({
      budi: [["minta_bantuan", "kendala"], 6], citra: [["target_meleset"], 4], ani: [["bahas_pegawai"], 4], bella: [["keberhasilan"], 4], candra: [["tanpa_catatan"], 2], dodi: [["belum_lapor"], 2],
    });
    expect(view).toMatchObject({ minutes: 22, people: 6, hats: ["memimpin", "kepala", "peserta"], agenda: { totalMinutes: 22, speakers: 6 }, actions: { start: [], agenda: [], arrange: [] } });
    expect(view.agenda.items[0].why).toMatchObject({ rule: "Tempat dalam agenda rapat", cite: { regulation: "Standar penilaian kota" } });
    expect(view.warnings).toEqual([{ kind: "no_secretary", figure: 0, limit: 1 }, { kind: "reports_missing", figure: 1, limit: 0 }]);
    await pool.query("update monthly_report set status = 'submitted', submitted_at = now(), receipt_number = 'L-1', bantuan = 'Kertas' where person_id = $1", [team.dodi]);
    const later = (await kabid("GET", `/api/evaluation-meeting/${id}`)).json();
    expect(later.agenda.items.find((item: { person: { name: string } }) => item.person.name === "dodi")).toMatchObject({ alasan: ["minta_bantuan"], minutes: 6 });
  });

  it("shows who takes part the order and their own reason, not those of others", async () => {
    const id = await addMeeting(pool, city, { unit: "bidangA1" });
    const view = (await budi("GET", `/api/evaluation-meeting/${id}`)).json();
    expect(view.agenda.items.map((item: { alasan: string[] }) => item.alasan).filter((alasan: string[]) => alasan.length > 0)).toEqual([["minta_bantuan", "kendala"]]);
    expect(view).toMatchObject({ hats: ["peserta"], candidates: [], cascade: null, mine: { isSpeaker: true, attendance: "belum_dikonfirmasi" }, actions: { start: ["not_meeting_leader"], agenda: ["not_meeting_leader"], slide: [] } });
  });

  it("of nobody, and of two hundred", async () => {
    const empty = await addMeeting(pool, city, { unit: "dinasB", month: "2026-08" });
    await pool.query("delete from placement where unit_id = $1", [city.units.dinasB]);
    await pool.query("update evaluation_meeting set delegate_id = $2 where id = $1", [empty, city.people.budi]);
    expect((await budi("GET", `/api/evaluation-meeting/${empty}`)).json()).toMatchObject({ people: 0, minutes: 0, agenda: { items: [], totalMinutes: 0 } });

    await pool.query(`with p as (insert into person (id, name, jenis) select gen_random_uuid(), 'Orang ' || g, 'pppk' from generate_series(1, 200) g returning id),
      j as (insert into jabatan (id, unit_id, name, jenis) values (gen_random_uuid(), $1, 'Pelaksana', 'pelaksana') returning id)
      insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) select gen_random_uuid(), p.id, j.id, $1, 'definitif', '2026-01-01' from p, j`, [city.units.bidangA1]);
    const id = await addMeeting(pool, city, { unit: "bidangA1" });
    const view = (await kabid("GET", `/api/evaluation-meeting/${id}`)).json();
    expect(view.agenda.items).toHaveLength(206);
    expect(view.warnings.map((one: { kind: string }) => one.kind)).toEqual(["too_many_people", "too_long", "no_secretary", "reports_missing"]);
  });

  it("takes the leader's own order, minutes and switches; keys of nobody are turned away", async () => {
    const id = await addMeeting(pool, city, { unit: "bidangA1" });
    const body = { version: 1, isGrouped: false, isExceptionsOnly: false, isCascade: false, order: [team.dodi, city.people.citra], minutes: [{ key: team.dodi, minutes: 3 }] };
    const view = (await kabid("PUT", `/api/evaluation-meeting/${id}/agenda`, body)).json();
    expect(view.agenda.items.slice(0, 2).map((item: { key: string; minutes: number; usualMinutes: number }) => [item.key, item.minutes, item.usualMinutes])).toEqual([[team.dodi, 3, 2], [city.people.citra, 4, 4]]);
    expect(view.agenda).toMatchObject({ isOwnOrder: true, totalMinutes: 23 });
    expect((await kabid("PUT", `/api/evaluation-meeting/${id}/agenda`, body)).statusCode).toBe(412);
    const some = (await kabid("PUT", `/api/evaluation-meeting/${id}/agenda`, { ...body, version: 2, order: [], minutes: [], isExceptionsOnly: true })).json();
    expect(some.agenda.leftOut).toHaveLength(2);
    expect(some.agenda.items.some((item: { alasan: string[] }) => item.alasan.includes("keberhasilan"))).toBe(true);
    expect((await kabid("PUT", `/api/evaluation-meeting/${id}/agenda`, { ...body, version: 3, order: [city.people.eko] })).statusCode).toBe(400);
  });

  it("of a department offers a cascade: one slide per office below, with its head", async () => {
    const kadis = await as(city.people.kadisA);
    const id = await addMeeting(pool, city, { unit: "dinasA" });
    const flat = (await kadis("GET", `/api/evaluation-meeting/${id}`)).json();
    expect(flat.cascade).toMatchObject({ isOffered: false, speakers: 2, units: [{ unit: { name: "Bidang A1" }, people: 7, meeting: null }, { unit: { name: "Puskesmas A2" }, people: 2 }] });
    const view = (await kadis("PUT", `/api/evaluation-meeting/${id}/agenda`, { version: 1, isGrouped: false, isExceptionsOnly: false, isCascade: true, order: [], minutes: [] })).json();
    expect(view.agenda.items.map((item: { kind: string; unit: { name: string }; person: { name: string } }) => [item.kind, item.unit.name, item.person.name]).sort()).toEqual([["unit", "Bidang A1", "kabidA"], ["unit", "Puskesmas A2", "kapus"]]);
    // Staff of the offices below are no longer invited.
    expect((await budi("GET", `/api/evaluation-meeting/${id}`)).statusCode).toBe(404);
    const { slides } = (await kadis("GET", `/api/evaluation-meeting/${id}/slides`)).json();
    const bidang = slides.find((slide: { unit: { name: string } | null }) => slide.unit?.name === "Bidang A1");
    expect(bidang).toMatchObject({ report: "ada", unitMonth: { obliged: 7, submitted: 6, toDiscuss: 2, meetingHeld: null, named: [{ name: "budi", note: "Satu kendaraan selama dua hari" }] } });
  });
});

describe("moving, standing in, cancelling", () => {
  it("moves the meeting and tells everybody; the calendar's sequence grows; a replay is harmless", async () => {
    const id = await addMeeting(pool, city, { unit: "bidangA1" });
    const body = { version: 1, date: "2026-11-23", time: "13:30", place: "Aula; lantai 2, \nKota", delegateId: null, secretaryId: city.people.citra };
    const view = (await kabid("PUT", `/api/evaluation-meeting/${id}`, body)).json();
    expect(view).toMatchObject({ date: "2026-11-23", time: "13:30", secretary: { name: "citra" }, version: 2 });
    expect((await kabid("PUT", `/api/evaluation-meeting/${id}`, body)).json().version).toBe(2);
    expect((await pool.query("select from notification where kind = 'meeting_moved'")).rows).toHaveLength(7);
    const ics = await budi("GET", `/api/evaluation-meeting/${id}/undangan.ics`);
    expect(ics.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(ics.body).toContain("SEQUENCE:1");
    expect(ics.body).toContain("METHOD:REQUEST");
    expect(ics.body).toContain("LOCATION:Aula\\; lantai 2\\, \\nKota");
    expect((await kabid("PUT", `/api/evaluation-meeting/${id}`, { ...body, version: 2, date: "2026-11-18" })).json().refusals).toEqual(["meeting_date_past"]);
  });

  it("is cancelled with a reason, once, and leaves the month free; the calendar says so", async () => {
    const id = await addMeeting(pool, city, { unit: "bidangA1" });
    const body = { version: 1, reason: "Banjir di kantor" };
    expect((await kabid("POST", `/api/evaluation-meeting/${id}/cancel`, body)).json()).toMatchObject({ status: "cancelled", cancelReason: "Banjir di kantor" });
    expect((await kabid("POST", `/api/evaluation-meeting/${id}/cancel`, body)).statusCode).toBe(200);
    expect((await budi("GET", `/api/evaluation-meeting/${id}/undangan.ics`)).body).toContain("METHOD:CANCEL");
    expect((await plan(city.units.bidangA1, [{ id: v7(), month: MEETING_MONTH, date: MEETING_DAY }])).json().meetings).toHaveLength(1);
    await expect(pool.query("update evaluation_meeting set place = 'x' where id = $1", [id])).rejects.toThrow("never changed");
  });

  it("a delegate leads it; who is no member of the unit cannot be named", async () => {
    const id = await addMeeting(pool, city, { unit: "bidangA1" });
    const arranged = { version: 1, date: MEETING_DAY, time: "10:00", place: "Ruang rapat", delegateId: city.people.citra, secretaryId: null };
    expect((await kabid("PUT", `/api/evaluation-meeting/${id}`, { ...arranged, delegateId: city.people.eko })).json().fields).toEqual([{ path: "body.delegateId", code: "not_invited" }]);
    expect((await kabid("PUT", `/api/evaluation-meeting/${id}`, arranged)).json()).toMatchObject({ delegate: { name: "citra" }, leader: { name: "citra" } });
    const citra = await as(city.people.citra);
    expect((await citra("GET", `/api/evaluation-meeting/${id}`)).json()).toMatchObject({ hats: ["memimpin", "peserta"], actions: { start: [], arrange: ["not_unit_head"] } });
    expect((await citra("PUT", `/api/evaluation-meeting/${id}`, { ...arranged, version: 2 })).statusCode).toBe(403);
  });
});

describe("one's own slide", () => {
  it("has a sentence, at most two photos of one's own evidence, and the wish for a private dialogue; figures cannot be changed", async () => {
    const id = await addMeeting(pool, city, { unit: "bidangA1" });
    const row = (await pool.query<{ id: string }>("select x.id from report_row x join monthly_report r on r.id = x.report_id where r.person_id = $1 and r.month = $2", [city.people.budi, MEETING_MONTH])).rows[0]?.id;
    const [photo, other] = [v7(), v7()];
    for (const [photoId, ownerId] of [[photo, city.people.budi], [other, city.people.citra]]) await pool.query("insert into evidence (id, owner_id, report_row_id, kind, title, mime, size_bytes, sha256, storage_key) values ($1,$2,$3,'file','Foto','image/jpeg',10,'x',gen_random_uuid()::text)", [photoId, ownerId, ownerId === city.people.budi ? row : null]);
    const before = (await budi("GET", `/api/evaluation-meeting/${id}/my-slide`)).json();
    expect(before).toMatchObject({ version: 0, headline: null, suggestion: "Selesai sesuai rencana.", photos: [{ id: photo, isChosen: false }], hasReport: true, actions: { save: [] } });
    const body = { version: 0, headline: "<script>alert(1)</script> & #set", photoIds: [photo], isPrivate: false };
    expect((await budi("PUT", `/api/evaluation-meeting/${id}/my-slide`, body)).json()).toMatchObject({ version: 1, headline: body.headline, photos: [{ isChosen: true }] });
    expect((await budi("PUT", `/api/evaluation-meeting/${id}/my-slide`, body)).json().version).toBe(1);
    expect((await budi("PUT", `/api/evaluation-meeting/${id}/my-slide`, { ...body, version: 1, photoIds: [other] })).statusCode).toBe(400);
    expect((await budi("PUT", `/api/evaluation-meeting/${id}/my-slide`, { ...body, headline: "lain" })).statusCode).toBe(412);
    expect((await budi("PUT", `/api/evaluation-meeting/${id}/my-slide`, { ...body, version: 1, realisasi: 99 })).statusCode).toBe(400);
    // Another's photo, or one that nobody chose, is not there.
    expect((await budi("GET", `/api/evaluation-meeting/${id}/photo/${other}`)).statusCode).toBe(404);
    // Who asks for a private dialogue is on no slide; the leader sees it, a colleague does not.
    await budi("PUT", `/api/evaluation-meeting/${id}/my-slide`, { ...body, version: 1, isPrivate: true });
    const { slides } = (await kabid("GET", `/api/evaluation-meeting/${id}/slides`)).json();
    expect(slides.some((slide: { person: { name: string } | null }) => slide.person?.name === "budi")).toBe(false);
    expect((await kabid("GET", `/api/evaluation-meeting/${id}`)).json().agenda.privateDialogues).toHaveLength(1);
    expect((await (await as(city.people.citra))("GET", `/api/evaluation-meeting/${id}`)).json().agenda.privateDialogues).toEqual([]);
  });
});

it("the list holds each meeting for the hats one wears in it, and nothing for others", async () => {
  const id = await addMeeting(pool, city, { unit: "bidangA1", secretaryId: city.people.citra });
  await addMeeting(pool, city, { unit: "dinasB" });
  const hatsOf = async (personId: string) => (await (await as(personId))("GET", "/api/evaluation-meeting?year=2026")).json().meetings.filter((one: { id: string }) => one.id === id).map((one: { hats: string[] }) => one.hats);
  expect(await hatsOf(city.people.kabidA)).toEqual([["memimpin", "kepala", "peserta"]]);
  expect(await hatsOf(city.people.kadisA)).toEqual([["atasan"]]);
  expect(await hatsOf(city.people.citra)).toEqual([["notulis", "peserta"]]);
  expect(await hatsOf(city.people.budi)).toEqual([["peserta"]]);
  for (const name of ["kapus", "dewi", "kadisB", "wali", "bkpsdm", "auditor", "admin"] as const) expect(await hatsOf(city.people[name]), name).toEqual([]);
});

it("agenda, attendance list and slides are printed beforehand, by who leads or writes", async () => {
  const id = await addMeeting(pool, city, { unit: "bidangA1" });
  for (const kertas of ["agenda", "daftar-hadir", "bahan"]) {
    const pdf = await kabid("GET", `/api/evaluation-meeting/${id}/cetak/${kertas}`);
    expect([kertas, pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([kertas, 200, "%PDF-"]);
    expect((await budi("GET", `/api/evaluation-meeting/${id}/cetak/${kertas}`)).statusCode).toBe(403);
  }
});
