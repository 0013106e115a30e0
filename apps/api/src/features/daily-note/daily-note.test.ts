import type { NoteView } from "@teraju/contracts";
import { DEFAULT_STANDAR } from "@teraju/domain";
import { readdirSync } from "node:fs";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp, type Caller } from "#test/app.ts";
import { addPerson, addReport, addSkp, auditCount, smallCity, type CityPerson, type SetSkp, type SmallCity } from "#test/factories.ts";
import { tinyJpeg } from "#test/images.ts";

const { app, as, signIn, pool, dataDir } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
let skp: SetSkp;
const callers = {} as Record<CityPerson, Caller>;

beforeAll(async () => {
  city = await smallCity(pool);
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA });
  for (const name of Object.keys(city.people) as CityPerson[]) callers[name] = await as(city.people[name]);
});

const note = (over: Partial<{ id: string; day: string; text: string; lineId: string | null }> = {}) => ({ id: v7(), day: "2026-11-23", text: "Menginput 40 data keluarga sehat.", lineId: null, ...over });
async function written(over: Parameters<typeof note>[0] = {}): Promise<NoteView> {
  return (await callers.budi("POST", "/api/daily-note", note(over))).json();
}
const list = async (call: Caller, month?: string) => (await call("GET", `/api/daily-note${month ? `?month=${month}` : ""}`)).json() as { month: string; notes: NoteView[]; results: { lineId: string }[] };

describe("writing a note", () => {
  it("keeps one sentence of today, tied to a result of one's own SKP", async () => {
    const lineId = skp.lines[0]?.lineId ?? "";
    const response = await callers.budi("POST", "/api/daily-note", note({ text: "  Rapat data di puskesmas.  ", lineId }));
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ day: "2026-11-23", text: "Rapat data di puskesmas.", lineId, isAttached: false, isFixed: false, photos: [], version: 1 });
    const month = await list(callers.budi);
    expect(month).toMatchObject({ month: "2026-11", today: "2026-11-23", results: skp.lines.map((line) => ({ lineId: line.lineId })) });
    expect(month.notes.map((n) => n.id)).toContain(response.json().id);
  });

  it("sent twice is one note; other words under the same id are refused", async () => {
    const body = note();
    const [first, second] = [await callers.budi("POST", "/api/daily-note", body), await callers.budi("POST", "/api/daily-note", body)];
    expect(second.json()).toEqual(first.json());
    expect(await auditCount(pool, "daily-note.create", body.id)).toBe(1);
    expect((await callers.budi("POST", "/api/daily-note", { ...body, text: "Lain." })).statusCode).toBe(412);
  });

  it("leaves its id on the trail and no word of it", async () => {
    const own = await written({ text: "Kalimat yang tidak boleh terbaca auditor" });
    await callers.budi("PUT", `/api/daily-note/${own.id}`, { version: 1, day: own.day, text: "Kalimat kedua yang juga tidak", lineId: null });
    const { rows } = await pool.query<{ action: string; payload: string }>("select a.action, p.payload from audit a join audit_payload p on p.seq = a.seq where a.target_id = $1 order by a.seq", [own.id]);
    expect(rows).toEqual([{ action: "daily-note.create", payload: "{}" }, { action: "daily-note.update", payload: "{}" }]);
  });

  it("is not for tomorrow, nor longer than 280 characters, nor empty, nor tied to another's result", async () => {
    const fields = async (over: Parameters<typeof note>[0]) => (await callers.budi("POST", "/api/daily-note", note(over))).json().fields;
    expect(await fields({ day: "2026-11-24" })).toEqual([{ path: "body.day", code: "day_in_future" }]);
    expect(await fields({ text: "a".repeat(281) })).toMatchObject([{ path: "body.text", code: "too_big" }]);
    expect(await fields({ text: "   " })).toMatchObject([{ path: "body.text", code: "too_small" }]);
    const other = await addSkp(pool, { personId: city.people.citra, year: 2026 });
    expect(await fields({ lineId: other.lines[0]?.lineId ?? "" })).toEqual([{ path: "body.lineId", code: "unknown_line" }]);
    expect((await callers.budi("POST", "/api/daily-note", note({ text: "a".repeat(280), day: "2026-11-23" }))).statusCode).toBe(200);
  });
});

describe("a note is its owner's alone", () => {
  it("nobody else reads, changes or deletes it: not the penilai, not the auditor, not BKPSDM", async () => {
    const own = await written({ text: "Hanya untuk saya" });
    for (const name of Object.keys(city.people).filter((n) => n !== "budi") as CityPerson[]) {
      expect([name, JSON.stringify(await list(callers[name], "2026-11")).includes("Hanya untuk saya")]).toEqual([name, false]);
      expect([name, (await callers[name]("PUT", `/api/daily-note/${own.id}`, { version: 1, day: own.day, text: "Diubah", lineId: null })).statusCode]).toEqual([name, 404]);
      expect([name, (await callers[name]("DELETE", `/api/daily-note/${own.id}`)).statusCode]).toEqual([name, 404]);
      expect([name, (await callers[name]("POST", "/api/daily-note", note({ id: own.id, text: "Diambil alih" }))).statusCode]).toEqual([name, 404]);
    }
    expect((await list(callers.budi)).notes.find((n) => n.id === own.id)).toEqual(own);
  });

  it("nobody who is not signed in gets anything", async () => {
    expect((await app.inject({ url: "/api/daily-note" })).statusCode).toBe(401);
  });
});

describe("correcting and deleting", () => {
  it("changes words, day and result, once per version", async () => {
    const own = await written();
    const change = { version: 1, day: "2026-11-20", text: "Diperbaiki.", lineId: skp.lines[1]?.lineId ?? "" };
    expect((await callers.budi("PUT", `/api/daily-note/${own.id}`, change)).json()).toMatchObject({ day: "2026-11-20", text: "Diperbaiki.", lineId: change.lineId, version: 2 });
    expect((await callers.budi("PUT", `/api/daily-note/${own.id}`, change)).statusCode).toBe(412);
  });

  it("takes the note away with its photos, the files too", async () => {
    const own = await written();
    const cookie = await signIn(city.people.budi);
    const sent = await app.inject({ method: "PUT", url: `/api/evidence/${v7()}/file?noteId=${own.id}&title=Foto`, headers: { cookie, "content-type": "image/jpeg" }, payload: tinyJpeg() });
    expect(sent.statusCode).toBe(200);
    const photo = sent.json() as { id: string };
    expect((await list(callers.budi)).notes.find((n) => n.id === own.id)?.photos).toMatchObject([{ id: photo.id, kind: "file", title: "Foto" }]);
    expect((await callers.budi("GET", `/api/evidence/${photo.id}/file`)).statusCode).toBe(200);
    expect((await callers.auditor("GET", `/api/evidence/${photo.id}/file`)).statusCode).toBe(404);
    expect((await callers.budi("DELETE", `/api/daily-note/${own.id}`)).statusCode).toBe(204);
    expect((await callers.budi("DELETE", `/api/daily-note/${own.id}`)).statusCode).toBe(404);
    expect((await callers.budi("GET", `/api/evidence/${photo.id}/file`)).statusCode).toBe(404);
    expect(readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toEqual([]);
  });

  it("is refused once it stands in a report that was sent, and allowed while that is a draft", async () => {
    const own = await written();
    const { reportId, rowIds } = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-11", skp });
    await pool.query("update daily_note set report_row_id = $2 where id = $1", [own.id, rowIds[0]]);
    const body = (version: number) => ({ version, day: own.day, text: "Lebih rapi.", lineId: null });
    expect((await callers.budi("PUT", `/api/daily-note/${own.id}`, body(1))).json()).toMatchObject({ isAttached: true, isFixed: false, version: 2 });
    await pool.query("update monthly_report set status = 'submitted', submitted_at = now() where id = $1", [reportId]);
    const refused = [await callers.budi("PUT", `/api/daily-note/${own.id}`, body(2)), await callers.budi("DELETE", `/api/daily-note/${own.id}`)];
    expect(refused.map((r) => [r.statusCode, r.json().refusals])).toEqual([[409, ["wrong_status"]], [409, ["wrong_status"]]]);
  });
});

it("shows the month asked for, newest day first", async () => {
  const citra = callers.citra;
  for (const day of ["2026-10-01", "2026-10-31", "2026-10-15", "2026-11-01"]) await citra("POST", "/api/daily-note", note({ day }));
  expect((await list(citra, "2026-10")).notes.map((n) => n.day)).toEqual(["2026-10-31", "2026-10-15", "2026-10-01"]);
  expect((await citra("GET", "/api/daily-note?month=2026-13")).statusCode).toBe(400);
});

describe("the rhythm of the rumpun jabatan", () => {
  it("a guru is not asked for notes by default, on the notes' page and on the first page; others are", async () => {
    const guru = await addPerson(pool, { name: "guru", nip: "199001012015011001", unitId: city.units.bidangA1, jabatan: "Guru Ahli Pertama" });
    await addSkp(pool, { personId: guru, year: 2026, penilaiId: city.people.kabidA });
    const [asGuru, budi, dewi] = [await as(guru), callers.budi, callers.dewi];
    expect(await list(asGuru)).toMatchObject({ ritme: "impor", notes: [] });
    expect((await asGuru("GET", "/api/home")).json()).toMatchObject({ ritme: "impor" });
    expect([await list(budi), await list(dewi)]).toMatchObject([{ ritme: "harian" }, { ritme: "harian" }]);
    expect((await budi("GET", "/api/home")).json()).toMatchObject({ ritme: "harian" });
    // Nothing is forbidden: who wants to note does.
    expect((await asGuru("POST", "/api/daily-note", note())).statusCode).toBe(200);
  });

  it("a standard of the city that chooses otherwise holds from its day", async () => {
    await pool.query("update standar_penilaian set valid_until = '2026-11-01' where valid_until is null");
    const standar = { ...DEFAULT_STANDAR, pendokumentasian: { guru: "harian", kesehatan: "mingguan", teknis: "bulanan" } };
    await pool.query("insert into standar_penilaian (id, name, legal_basis, parameters, valid_from) values ($1, 'Lain', 'Perwal lain', $2, '2026-11-01')", [v7(), JSON.stringify(standar)]);
    expect([await list(callers.budi), await list(callers.dewi)]).toMatchObject([{ ritme: "bulanan" }, { ritme: "mingguan" }]);
  });
});
