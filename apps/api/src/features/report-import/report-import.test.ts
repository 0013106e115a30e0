import type { Output, previewReportImport } from "@teraju/contracts";
import { DEFAULT_STANDAR } from "@teraju/domain";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { addPenilai, addPerson, addReport, addSkp, smallCity, type AddedReport, type SmallCity } from "#test/factories.ts";
import { readSheets } from "../../sheet-file/read.ts";
import { writeWorkbook, XLSX_TYPE } from "../../xlsx.ts";

/** The first working days of November: October can be reported. */
const { app, signIn, pool, clock } = await testApp({ today: "2026-11-03" });
let city: SmallCity;
const NIP = (n: number): string => `19900101201501100${n}`;
const guru: { id: string; report: AddedReport }[] = [];
const cookies = new Map<string, string>();

beforeAll(async () => {
  city = await smallCity(pool);
  for (const n of [1, 2, 3]) {
    const id = await addPerson(pool, { name: `guru ${n}`, nip: NIP(n), unitId: city.units.bidangA1, jabatan: "Guru Ahli Pertama" });
    await addPenilai(pool, { pegawaiId: id, penilaiId: city.people.kabidA, atasanId: city.people.kadisA });
    guru.push({ id, report: await addReport(pool, city, { personId: id, unit: "bidangA1", month: "2026-10", skp: await addSkp(pool, { personId: id, year: 2026, penilaiId: city.people.kabidA }), penilaiId: city.people.kabidA, status: n === 3 ? "submitted" : "draft" }) });
  }
  await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-10", skp: await addSkp(pool, { personId: city.people.budi, year: 2026 }) });
});

type Row = readonly [nip: string, bulan: string, indikator: string, realisasi: string, kalimat?: string];
const csv = (...rows: Row[]): Buffer => Buffer.from(`NIP;Bulan;Indikator;Realisasi;Kalimat\n${rows.map((row) => row.join(";")).join("\n")}\n`);
async function put(who: string, tail: string, payload: Buffer, type = "text/csv") {
  if (!cookies.has(who)) cookies.set(who, await signIn(who));
  return app.inject({ method: "PUT", url: `/api/report-import/${tail}`, payload, headers: { cookie: cookies.get(who) ?? "", "content-type": type } });
}
async function get(who: string, url: string) {
  if (!cookies.has(who)) cookies.set(who, await signIn(who));
  return app.inject({ method: "GET", url, headers: { cookie: cookies.get(who) ?? "" } });
}
const SOURCE = "source=Daftar%20SDN%201%20Langsa";
const look = async (who: string, file: Buffer, type?: string): Promise<Output<typeof previewReportImport>> => {
  const answer = await put(who, `file?${SOURCE}`, file, type);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const take = (who: string, file: Buffer, digest: string, type?: string) => put(who, `draft/file?${SOURCE}&digest=${digest}`, file, type);
const rowsOf = async (n: number) => (await pool.query("select x.position, x.realisasi, x.sentence, x.capaian, x.imported_by as by, x.import_source as source from report_row x where x.report_id = $1 order by x.position", [guru[n]?.report.reportId])).rows;

describe("a list of achievements", () => {
  it("is counted and handed out for the month whose window is open, for those alone whose rumpun imports", async () => {
    expect((await get(city.people.kabidA, "/api/report-import")).json()).toEqual({ month: "2026-10", people: 3, draft: 2, sent: 1, none: 0 });
    expect((await get(city.people.citra, "/api/report-import")).json()).toMatchObject({ people: 0 });
    expect((await get(city.people.bkpsdm, "/api/report-import?month=2026-11")).json()).toMatchObject({ month: "2026-11", people: 3, draft: 0, none: 3 });
    expect((await get(city.people.eko, "/api/report-import")).json()).toMatchObject({ people: 0 });
  });

  it("the penilai's template has a line for each indicator, and comes back filled as XLSX; who may not read an SKP gets names alone", async () => {
    const sheetOf = async (who: string) => ((await readSheets((await get(who, "/api/report-import/template?month=2026-10")).rawPayload))[0]?.rows ?? []).filter((row) => row.some((cell) => cell !== ""));
    const rows = await sheetOf(city.people.kabidA);
    expect(rows.slice(1).map((row) => row.slice(0, 5))).toEqual([1, 2].flatMap((n) => [1, 2].map((i) => [NIP(n), `guru ${n}`, "2026-10", `Jumlah dokumen ${i}`, i === 1 ? "20" : "10"])));
    expect((await sheetOf(city.people.bkpsdm)).slice(1).map((row) => row.slice(0, 4))).toEqual([1, 2].map((n) => [NIP(n), `guru ${n}`, "2026-10"]));
    const head = rows[0] ?? [];
    const back = await writeWorkbook([{ name: "Capaian", heading: [], columns: head.map((title) => ({ title })), rows: rows.slice(1, 2).map((row) => head.map((_, i) => (i === 6 ? 18.5 : (row[i] ?? null)))) }]);
    expect(await look(city.people.kabidA, back, XLSX_TYPE)).toMatchObject({ read: 1, people: 1, filled: [{ name: "guru 1", text: "18,5", isNew: true }], wrong: [] });
  });

  it("shows line by line what it would do, and touches nothing", async () => {
    const before = await rowsOf(0);
    const found = await look(city.people.kabidA, csv([NIP(1), "2026-10", "jumlah dokumen 1", "18", "Sesuai jadwal."], [NIP(1), "2026-10", "Jumlah dokumen 1", "19"], [NIP(3), "2026-10", "Jumlah dokumen 1", "20"], [NIP(2), "2026-10", "Tidak ada", "3"],
      [NIP(2), "2026-12", "Jumlah dokumen 1", "3"], ["198503032010011003", "2026-10", "Jumlah dokumen 1", "5"], ["199208082015021008", "2026-10", "Jumlah dokumen 1", "5"], ["1.99E+17", "2026-10", "Jumlah dokumen 1", "5"]));
    expect(found).toMatchObject({ read: 8, people: 1, filled: [{ line: 2, name: "guru 1", month: "2026-10", text: "18", isNew: true }] });
    expect(found.wrong.map(({ line, name, masalah }) => [line, name, masalah])).toEqual([
      [3, "guru 1", "baris_ganda"], [4, "guru 3", "laporan_terkirim"], [5, "guru 2", "indikator_tidak_ada"], [6, "guru 2", "laporan_tidak_ada"],
      [7, "budi", "bukan_ritme_impor"], [8, null, "orang_tidak_ada"], [9, null, "nip_tidak_sah"],
    ]);
    expect(await rowsOf(0)).toEqual(before);
  });

  it("is laid into drafts as shown, with capaian, the list as sentence, a message and a mark; sent again it changes nothing", async () => {
    const file = csv([NIP(1), "2026-10", "Jumlah dokumen 1", "18", "Sesuai jadwal."], [NIP(1), "2026-10", "Jumlah dokumen 2", "10"], [NIP(3), "2026-10", "Jumlah dokumen 1", "1"]);
    const { digest } = await look(city.people.bkpsdm, file);
    expect((await take(city.people.bkpsdm, file, "0".repeat(64))).statusCode).toBe(412);
    const sent = await rowsOf(2);
    expect((await take(city.people.bkpsdm, file, digest)).json()).toEqual({ rows: 2, reports: 1 });
    expect((await take(city.people.bkpsdm, file, digest)).json()).toEqual({ rows: 0, reports: 0 });
    const mark = { by: city.people.bkpsdm, source: "Daftar SDN 1 Langsa" };
    expect(await rowsOf(0)).toMatchObject([{ realisasi: "18.00", sentence: "Sesuai jadwal.", capaian: "90.00", ...mark }, { realisasi: "10.00", sentence: "Menurut Daftar SDN 1 Langsa.", capaian: "100.00", ...mark }]);
    expect(await rowsOf(2)).toEqual(sent);
    const page = (await get(guru[0]?.id ?? "", "/api/monthly-report/2026-10")).json();
    expect(page.rows[0].imported).toEqual({ by: "bkpsdm", on: "2026-11-03", source: "Daftar SDN 1 Langsa" });
    expect(page.version).toBe(2);
    expect((await get(guru[0]?.id ?? "", "/api/home")).json().notifications).toMatchObject([{ kind: "report_imported", params: { month: "2026-10", source: "Daftar SDN 1 Langsa" } }]);
  });

  it("a guru reports from it without a single note, and what they change is theirs: no later list replaces it", async () => {
    const { report, id } = guru[0] ?? { report: null, id: "" };
    const at = `/api/monthly-report/${report?.reportId}`;
    const row = (i: number, realisasi: number, more = {}) => ({ id: report?.rowIds[i], realisasi, pembilang: null, penyebut: null, uraian: null, sentence: "Diperiksa.", cause: null, isFlagged: false, ...more });
    const write = (method: "PUT" | "POST", url: string, payload: object) => app.inject({ method, url, payload, headers: { cookie: cookies.get(id) ?? "" } });
    expect((await write("PUT", at, { version: 2, rows: [row(0, 19, { cause: "Satu hari libur sekolah." }), row(1, 10)], kendala: null, bantuan: null })).statusCode).toBe(200);
    expect((await rowsOf(0)).map(({ by }) => by)).toEqual([null, city.people.bkpsdm]);
    expect(await look(city.people.kabidA, csv([NIP(1), "2026-10", "Jumlah dokumen 1", "20"], [NIP(1), "2026-10", "Jumlah dokumen 2", "9"]))).toMatchObject({ filled: [{ text: "9", isNew: true }], wrong: [{ masalah: "sudah_diisi" }] });
    await pool.query("insert into evidence (id, owner_id, report_row_id, kind, title, register_number) values ($1,$2,$3,'register','Daftar hadir','421/7')", [v7(), id, report?.rowIds[0]]);
    expect((await write("POST", `${at}/submit`, { version: 3 })).json()).toMatchObject({ status: "submitted" });
    expect((await pool.query("select 1 from daily_note where person_id = $1", [id])).rowCount).toBe(0);
    await expect(pool.query("update report_row set imported_by = $2, imported_on = '2026-11-03', import_source = 'x' where report_id = $1", [report?.reportId, city.people.bkpsdm])).rejects.toThrow(/into drafts alone/);
  });

  it("a draft that moved between look and take is left alone", async () => {
    const file = csv([NIP(2), "2026-10", "Jumlah dokumen 1", "18"]);
    const { digest } = await look(city.people.bkpsdm, file);
    await pool.query("update monthly_report set version = version + 1 where id = $1", [guru[1]?.report.reportId]);
    expect((await take(city.people.bkpsdm, file, digest)).statusCode).toBe(412);
    expect((await rowsOf(1))[0]).toMatchObject({ realisasi: null, by: null });
  });

  it("is nobody's but the penilai's and BKPSDM's; the OPD's admin and the head above finds nobody, nor does a former penilai", async () => {
    const file = csv([NIP(2), "2026-10", "Jumlah dokumen 1", "18"]);
    await pool.query("insert into role_assignment (id, person_id, role, unit_id, valid_from) values ($1, $2, 'admin_opd', $3, '2026-01-01')", [v7(), city.people.citra, city.units.dinasA]);
    for (const who of [city.people.citra, city.people.kadisA, city.people.eko, city.people.auditor, city.people.analis, guru[1]?.id ?? ""]) expect((await put(who, `file?${SOURCE}`, file)).statusCode).toBe(404);
    await pool.query("update penilai_relation set valid_until = '2026-11-02' where pegawai_id = $1", [guru[1]?.id]);
    expect((await put(city.people.kabidA, `file?${SOURCE}`, file)).statusCode).toBe(404);
  });

  it("is refused as a whole where it is no list, and after the month has closed", async () => {
    expect((await put(city.people.bkpsdm, `file?${SOURCE}`, Buffer.from("nama;nilai\na;1\n"))).json().fields).toEqual([{ path: "body", code: "columns_missing" }]);
    expect((await put(city.people.bkpsdm, `file?${SOURCE}`, Buffer.from("%PDF-1.4"), "application/pdf")).statusCode).toBe(415);
    clock.set("2026-12-01");
    expect(await look(city.people.bkpsdm, csv([NIP(2), "2026-10", "Jumlah dokumen 1", "18"]))).toMatchObject({ filled: [], wrong: [{ masalah: "bulan_ditutup" }] });
  });

  it("a standard in which guru note daily takes them from the list", async () => {
    await pool.query("update standar_penilaian set valid_until = '2026-12-01' where valid_until is null");
    await pool.query("insert into standar_penilaian (id, name, legal_basis, parameters, valid_from) values ($1, 'Lain', 'Perwal lain', $2, '2026-12-01')", [v7(), JSON.stringify({ ...DEFAULT_STANDAR, pendokumentasian: { ...DEFAULT_STANDAR.pendokumentasian, guru: "harian" } })]);
    expect((await get(city.people.bkpsdm, "/api/report-import?month=2026-10")).json()).toMatchObject({ people: 0 });
    expect(await look(city.people.bkpsdm, csv([NIP(2), "2026-10", "Jumlah dokumen 1", "18"]))).toMatchObject({ wrong: [{ masalah: "bukan_ritme_impor" }] });
  });
});
