import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "#test/app.ts";
import { addReport, addSkp, auditCount, movePenilai, smallCity, type AddedReport, type SetSkp, type SmallCity } from "#test/factories.ts";
import { GPS_EXIF, TINY_PDF, tinyJpeg, tinyPng } from "#test/images.ts";

const { app, pool, clock, signIn, dataDir } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
let skp: SetSkp;
let report: AddedReport;
let cookie: string;

beforeAll(async () => {
  city = await smallCity(pool);
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026 });
  cookie = await signIn(city.people.budi);
});
beforeEach(async () => {
  clock.set("2026-11-23");
  await pool.query("delete from evidence");
  await pool.query("delete from monthly_report");
  report = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-11", skp, penilaiId: city.people.kabidA });
});

type Upload = { id?: string; row?: string; note?: string; title?: string; type?: string; body?: Buffer; as?: string };
const upload = ({ id = v7(), row = report.rowIds[0], note, title = "Daftar hadir.pdf", type = "application/pdf", body = TINY_PDF, as = cookie }: Upload = {}) => {
  const target = note === undefined ? `reportRowId=${row}` : `noteId=${note}`;
  return app.inject({ method: "PUT", url: `/api/evidence/${id}/file?${target}&title=${encodeURIComponent(title)}`, headers: { cookie: as, "content-type": type }, payload: body });
};
const read = (id: string, as = cookie) => app.inject({ method: "GET", url: `/api/evidence/${id}/file`, headers: { cookie: as } });
const remove = (id: string, as = cookie) => app.inject({ method: "DELETE", url: `/api/evidence/${id}`, headers: { cookie: as } });
const words = (body: object, as = cookie) => app.inject({ method: "POST", url: "/api/evidence", headers: { cookie: as }, payload: body });
const filesOnDisk = (): string[] => readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).map((f) => path.join(f.parentPath, f.name));
const code = (answer: { json(): { fields?: { code: string }[] } }) => answer.json().fields?.[0]?.code;

describe("a file as evidence", () => {
  it("is kept under a random name with its fingerprint, and comes back as an attachment", async () => {
    const id = v7();
    const kept = await upload({ id });
    expect(kept.statusCode).toBe(200);
    expect(kept.json()).toMatchObject({ id, kind: "file", title: "Daftar hadir.pdf", mime: "application/pdf", sizeBytes: TINY_PDF.length });
    const { rows } = await pool.query<{ storage_key: string; sha256: string }>("select storage_key, sha256 from evidence where id = $1", [id]);
    expect(rows[0]?.sha256).toBe(createHash("sha256").update(TINY_PDF).digest("hex"));
    expect(filesOnDisk().some((f) => f.endsWith(rows[0]?.storage_key ?? "-") && !f.includes("Daftar"))).toBe(true);
    const back = await read(id);
    expect([back.statusCode, back.rawPayload.equals(TINY_PDF)]).toEqual([200, true]);
    expect(back.headers).toMatchObject({
      "content-type": "application/pdf", "content-disposition": `attachment; filename="bukti.pdf"; filename*=UTF-8''Daftar%20hadir.pdf`,
      "x-content-type-options": "nosniff", "cache-control": "private, no-store", "content-security-policy": "sandbox; default-src 'none'",
    });
    expect(await auditCount(pool, "evidence.add", id)).toBe(1);
  });

  it("sent twice, even at once, is kept once and lies on the disk once", async () => {
    const before = filesOnDisk().length;
    const id = v7();
    const answers = await Promise.all([upload({ id }), upload({ id }), upload({ id })]);
    expect(answers.map((a) => a.statusCode)).toEqual([200, 200, 200]);
    expect((await upload({ id })).statusCode).toBe(200);
    expect(filesOnDisk()).toHaveLength(before + 1);
    expect(await auditCount(pool, "evidence.add", id)).toBe(1);
  });

  it("of another content under a used id is stale; another person's id does not exist", async () => {
    const id = v7();
    await upload({ id });
    expect((await upload({ id, body: Buffer.concat([TINY_PDF, Buffer.from("\n")]) })).statusCode).toBe(412);
    const citra = await signIn(city.people.citra);
    expect((await upload({ id, as: citra })).statusCode).toBe(404);
  });

  it("loses time and place that a phone wrote into it, and what hangs behind its end", async () => {
    const photo = tinyJpeg({ exif: true, comment: "NIK 1174", tail: tinyJpeg({ exif: true }) });
    expect(photo.includes(GPS_EXIF)).toBe(true);
    const id = v7();
    expect((await upload({ id, title: "Posyandu.jpg", type: "image/jpeg", body: photo })).statusCode).toBe(200);
    const back = await read(id);
    expect(back.rawPayload.equals(tinyJpeg())).toBe(true);
    const png = v7();
    expect((await upload({ id: png, title: "Tangkapan layar", type: "image/png", body: tinyPng("NIK 1174") })).statusCode).toBe(200);
    expect((await read(png)).rawPayload.equals(tinyPng())).toBe(true);
  });
});

describe("a file that is not what it says", () => {
  it("is refused by its first bytes, whatever its name and type say", async () => {
    expect([(await upload({ body: tinyPng() })).statusCode, code(await upload({ body: tinyPng() }))]).toEqual([415, "content_is_another_type"]);
    expect(code(await upload({ body: Buffer.from("<html><script>alert(1)</script>") }))).toBe("content_is_another_type");
    expect(code(await upload({ title: "x.jpg", type: "image/jpeg", body: Buffer.from("GIF89a............") }))).toBe("content_is_another_type");
    expect(code(await upload({ body: Buffer.concat([Buffer.from("<html>"), TINY_PDF]) }))).toBe("content_is_another_type");
  });

  it("is refused by the ending of its name", async () => {
    for (const title of ["laporan.pdf.html", "foto.svg", "daftar.jpg", "x.exe"]) expect(code(await upload({ title }))).toBe("name_says_another_type");
    for (const title of ["Surat 12.5", "Tanpa akhiran", "LAPORAN.PDF"]) expect((await upload({ title })).statusCode).toBe(200);
  });

  it("is refused when empty, broken off, or of a type that is not taken", async () => {
    expect(code(await upload({ body: Buffer.alloc(0) }))).toBe("empty_file");
    expect(code(await upload({ title: "x.jpg", type: "image/jpeg", body: tinyJpeg().subarray(0, -2) }))).toBe("broken_file");
    expect(code(await upload({ title: "x.png", type: "image/png", body: tinyPng().subarray(0, -12) }))).toBe("broken_file");
    expect((await upload({ type: "application/octet-stream" })).statusCode).toBe(415);
    expect((await upload({ type: "image/svg+xml", body: Buffer.from("<svg/>") })).statusCode).toBe(415);
    expect((await upload({ type: "application/json", body: Buffer.from("{}") })).statusCode).not.toBe(200);
  });

  it("is refused one byte above ten megabytes, not at ten", async () => {
    const sized = (n: number) => Buffer.concat([TINY_PDF, Buffer.alloc(n - TINY_PDF.length)]);
    expect((await upload({ body: sized(10 * 1024 * 1024) })).statusCode).toBe(200);
    expect((await upload({ body: sized(10 * 1024 * 1024 + 1) })).statusCode).toBe(413);
  });

  it("cannot climb out of its folder with its title", async () => {
    const id = v7();
    const before = filesOnDisk();
    expect((await upload({ id, title: "../../etc/passwd\".pdf" })).statusCode).toBe(200);
    expect((await read(id)).headers["content-disposition"]).toBe(`attachment; filename="bukti.pdf"; filename*=UTF-8''-..-etc-passwd-.pdf`);
    expect(filesOnDisk().filter((f) => !before.includes(f)).every((f) => f.startsWith(path.join(dataDir, "evidence")))).toBe(true);
    expect((await upload({ title: "a\u0000b.pdf" })).statusCode).toBe(400);
    expect((await upload({ title: "a\r\nset-cookie: x.pdf" })).statusCode).toBe(400);
  });
});

describe("links and register numbers", () => {
  const row = () => ({ id: v7(), reportRowId: report.rowIds[0] });

  it("are kept, once", async () => {
    const link = { ...row(), title: "Berita", url: "https://langsakota.go.id/berita/1" };
    expect((await words(link)).json()).toMatchObject({ kind: "link", url: link.url });
    expect((await words(link)).statusCode).toBe(200);
    expect((await words({ ...row(), title: "Surat tugas", registerNumber: "800/123/2026" })).json()).toMatchObject({ kind: "register", registerNumber: "800/123/2026" });
    expect(await auditCount(pool, "evidence.add", link.id)).toBe(1);
    expect((await words({ ...link, url: "https://lain.example" })).statusCode).toBe(412);
  });

  it("are no scripts, no local files, not both, not neither, not on two things", async () => {
    for (const url of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "http://x\" onclick=\"y", " https://x.id"]) expect((await words({ ...row(), title: "x", url })).statusCode).toBe(400);
    expect((await words({ ...row(), title: "x" })).statusCode).toBe(400);
    expect((await words({ ...row(), title: "x", url: "https://x.id", registerNumber: "1" })).statusCode).toBe(400);
    expect((await words({ ...row(), noteId: v7(), title: "x", url: "https://x.id" })).statusCode).toBe(400);
    expect((await words({ id: v7(), reportRowId: v7(), title: "x", url: "https://x.id" })).statusCode).toBe(404);
  });

  it("end at twenty for one row", async () => {
    for (let i = 0; i < 20; i++) expect((await words({ ...row(), title: `Surat ${i}`, registerNumber: `${i}` })).statusCode).toBe(200);
    expect((await words({ ...row(), title: "Surat", registerNumber: "21" })).json().refusals).toEqual(["evidence_full"]);
  });
});

describe("who may", () => {
  const send = (status: string) => pool.query("update monthly_report set status = $1, submitted_at = '2026-11-23T03:00:00Z' where id = $2", [status, report.reportId]);
  const statusOf = async (id: string, who: string) => (await read(id, await signIn(who))).statusCode;

  it("see it: before sending nobody but the owner, then penilai, head above, auditor and analyst, no colleague", async () => {
    const id = v7();
    await upload({ id });
    expect(await statusOf(id, city.people.kabidA)).toBe(404);
    await send("submitted");
    for (const who of [city.people.kabidA, city.people.kadisA, city.people.auditor, city.people.analis]) expect(await statusOf(id, who)).toBe(200);
    for (const who of [city.people.citra, city.people.kapus, city.people.kadisB, city.people.bkpsdm, city.people.admin, city.people.wali]) expect(await statusOf(id, who)).toBe(404);
    expect((await app.inject({ url: `/api/evidence/${id}/file` })).statusCode).toBe(401);
  });

  it("a former penilai sees the months in which they were penilai, and no later one", async () => {
    const eko = await addReport(pool, city, { personId: city.people.eko, unit: "dinasB", month: "2026-10", skp });
    const later = await addReport(pool, city, { personId: city.people.eko, unit: "dinasB", month: "2026-11", skp });
    const as = await signIn(city.people.eko);
    const [october, november] = [v7(), v7()];
    clock.set("2026-11-10");
    for (const [id, r] of [[october, eko], [november, later]] as const) await upload({ id, row: r.rowIds[0] ?? "", as });
    await pool.query("update monthly_report set status = 'submitted', submitted_at = now() where person_id = $1", [city.people.eko]);
    await movePenilai(pool, { pegawaiId: city.people.eko, to: city.people.kapus, on: "2026-11-01" });
    await pool.query("update penilai_relation set penilai_id = $1 where pegawai_id = $2 and valid_until is not null", [city.people.kabidA, city.people.eko]);
    expect([await statusOf(october, city.people.kabidA), await statusOf(november, city.people.kabidA), await statusOf(november, city.people.kapus)]).toEqual([200, 404, 200]);
  });

  it("add and take away: only the owner, only while the report can be written, not once a rating stands on it", async () => {
    const id = v7();
    await upload({ id });
    const [penilai, citra] = [await signIn(city.people.kabidA), await signIn(city.people.citra)];
    expect((await upload({ as: penilai })).statusCode).toBe(403);
    expect((await upload({ as: citra })).statusCode).toBe(404);
    expect((await remove(id, penilai)).statusCode).toBe(403);
    expect((await remove(id, citra)).statusCode).toBe(404);
    await send("submitted");
    expect((await remove(id)).json().refusals).toEqual(["wrong_status"]);
    expect((await upload()).json().refusals).toEqual(["wrong_status"]);
    await send("returned");
    const before = filesOnDisk().length;
    expect((await remove(id)).statusCode).toBe(204);
    expect([filesOnDisk().length, (await remove(id)).statusCode, (await read(id)).statusCode]).toEqual([before - 1, 404, 404]);
    expect(await auditCount(pool, "evidence.remove", id)).toBe(1);
  });

  it("see a note's photo: its owner alone until the note stands in a sent report", async () => {
    const note = v7();
    await pool.query("insert into daily_note (id, person_id, day, text) values ($1,$2,'2026-11-18','Catatan')", [note, city.people.budi]);
    const id = v7();
    expect((await upload({ id, note, title: "Foto.jpg", type: "image/jpeg", body: tinyJpeg() })).statusCode).toBe(200);
    expect((await upload({ note, as: await signIn(city.people.kabidA) })).statusCode).toBe(404);
    await send("submitted");
    expect([await statusOf(id, city.people.budi), await statusOf(id, city.people.kabidA)]).toEqual([200, 404]);
    await pool.query("update daily_note set report_row_id = $1 where id = $2", [report.rowIds[0], note]);
    expect(await statusOf(id, city.people.kabidA)).toBe(200);
    expect((await remove(id)).json().refusals).toEqual(["wrong_status"]);
  });
});
