import { readFile } from "node:fs/promises";
import path from "node:path";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { ImportEntry, ImportLine, ImportPreview } from "@teraju/contracts";
import { type Caller, testApp } from "#test/app.ts";
import { addReport, addSkp, auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { toCsv } from "../../csv.ts";
import { readSheets } from "../../sheet-file/read.ts";

const { app, as, pool, signIn } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
let op: Caller;
let cookie: string;
beforeAll(async () => {
  city = await smallCity(pool);
  op = await as(city.people.bkpsdm);
  cookie = await signIn(city.people.bkpsdm);
});

type Cells = Record<string, string>;
const TODAY = "2026-11-23";
const FROM = "2026-11-02";
const csv = (rows: Cells[]): Buffer => { const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))]; return toCsv([titles, ...rows.map((row) => titles.map((title) => row[title] ?? ""))]); };
async function put(bytes: Buffer, id = v7(), name = "pegawai.csv") {
  const type = bytes[0] === 0x50 ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv";
  return app.inject({ method: "PUT", url: `/api/people-import/${id}/file?name=${name}`, headers: { cookie, "content-type": type }, payload: bytes });
}
async function uploaded(rows: Cells[] | Buffer): Promise<ImportLine> {
  const answer = await put(Buffer.isBuffer(rows) ? rows : csv(rows));
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ImportLine>();
}
const previewOf = async (id: string, from = FROM, endMissing = false): Promise<ImportPreview> => {
  const answer = await op("GET", `/api/people-import/${id}?from=${from}&endMissing=${endMissing ? "ya" : "tidak"}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ImportPreview>();
};
const rowsOf = async (id: string, group: string, of = "orang"): Promise<ImportEntry[]> => (await op("GET", `/api/people-import/${id}/rows?from=${FROM}&of=${of}&group=${group}`)).json<{ entries: ImportEntry[] }>().entries;
async function applied(rows: Cells[] | Buffer, { from = FROM, endMissing = false } = {}): Promise<ImportLine> {
  const { id, version } = await uploaded(rows);
  const { digest } = await previewOf(id, from, endMissing);
  const answer = await op("POST", `/api/people-import/${id}/apply`, { version, from, endMissing, digest });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ImportLine>();
}
/** Everything that an import may touch, as text: equal before and after means nothing was changed. */
async function cityAsText(): Promise<string> {
  const tables = ["person", "account", "unit", "unit_node", "tree_version", "jabatan", "placement", "penilai_relation", "notification"];
  const parts = await Promise.all(tables.map(async (t) => (await pool.query<{ x: string }>(`select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as x from ${t} t`)).rows[0]?.x ?? ""));
  const reports = await pool.query<{ x: string }>("select coalesce(string_agg(concat_ws(',', person_id, month, unit_id, opd_id, unit_ord, penilai_id, kewajiban, status), E'\\n' order by person_id, month), '') as x from monthly_report");
  return [...parts, reports.rows[0]?.x ?? ""].join("\n--\n");
}
const BUDI = "198503032010011003";
const KABID = "197502021998031002";
const KADIS_A = "196801011990031001";
const FAJAR = { NIP: "199501012020121001", Nama: "Fajar", "Jenis Pegawai": "PNS", Golongan: "III/a", "Kode Unit": "puskesmasA2", Jabatan: "Analis", "Jenis Jabatan": "Pelaksana", "Pimpinan Unit": "Tidak", "Status Penempatan": "", "NIP Penilai": "197905052003122005", "NIP Atasan Penilai": KADIS_A };
const BUDI_MOVES = { NIP: BUDI, Nama: "budi", "Kode Unit": "puskesmasA2", Jabatan: "Pengolah Data", "Jenis Jabatan": "Pelaksana", "NIP Penilai": "197905052003122005", "NIP Atasan Penilai": KADIS_A };

describe("what we export we can import", () => {
  it.each(["xlsx", "csv"])("today's data as %s says nothing new", async (bentuk) => {
    const file = await op("GET", `/api/people-template?isi=hari_ini&bentuk=${bentuk}`);
    expect(file.statusCode).toBe(200);
    const { id } = await uploaded(file.rawPayload);
    const preview = await previewOf(id, TODAY);
    expect(preview).toMatchObject({ people: 12, units: bentuk === "xlsx" ? 5 : 0, counts: { sama: 12, baru: 0, pindah: 0, berubah: 0, hilang: 0, bermasalah: 0, units: { sama: bentuk === "xlsx" ? 5 : 0, bermasalah: 0 } }, actions: { apply: ["import_empty"], keep: ["wrong_status"] } });
  });
  it.each(["xlsx", "csv"])("also who holds two posts, has no number yet, or a name that a spreadsheet would take for something else, as %s", async (bentuk) => {
    const { dewi, citra, budi, kabidA } = city.people;
    const post = v7();
    await pool.query("insert into jabatan (id, unit_id, name, jenis, is_head) values ($1, $2, 'Kepala Subbagian \"Umum\"; Rumah Tangga', 'pengawas', true)", [post, city.units.dinasB]);
    await pool.query("insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) values ($1, $2, $1, $3, 'plt', '2026-10-01')", [post, kabidA, city.units.dinasB]);
    await pool.query("update person set nip = null where id = $1", [dewi]);
    await pool.query("update person set name = '=SUM(A1)' where id = $1", [citra]);
    await pool.query("update person set name = 'Budi ''Aceh'' \"S.Kom.\", M.Si; 名' where id = $1", [budi]);
    const { id } = await uploaded((await op("GET", `/api/people-template?isi=hari_ini&bentuk=${bentuk}`)).rawPayload);
    const { counts, people } = await previewOf(id, TODAY);
    await pool.query("delete from placement where id = $1", [post]);
    await pool.query("delete from jabatan where id = $1", [post]);
    await pool.query("update person set nip = '199006062023212006' where id = $1", [dewi]);
    await pool.query("update person set name = case id when $1 then 'citra' else 'budi' end where id in ($1, $2)", [citra, budi]);
    expect(people).toBe(13);
    expect(counts).toMatchObject({ sama: 12, baru: 0, pindah: 0, berubah: 0, hilang: 0, bermasalah: 0 });
  });
  it("the empty template has its headings, and is named as empty", async () => {
    const file = await op("GET", "/api/people-template?isi=kosong&bentuk=xlsx");
    expect((await readSheets(file.rawPayload)).map(({ name }) => name)).toEqual(["Pegawai", "Unit", "Petunjuk"]);
    const answer = await put(file.rawPayload);
    expect(answer.json()).toMatchObject({ code: "invalid", fields: [{ path: "body", code: "no_rows" }] });
    const units = await op("GET", "/api/people-template?isi=hari_ini&bentuk=csv&tabel=unit");
    expect((await uploaded(units.rawPayload)).source).toBe("template");
  });
});

describe("from the file to the city and back", () => {
  it("nothing changes before it is applied; all of it changes then; undone, everything is as it was", async () => {
    const skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA });
    const sent = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-11", skp, penilaiId: city.people.kabidA, status: "submitted" });
    const before = await cityAsText();
    const bad = { ...FAJAR, NIP: "1.98E+17", Nama: "Rusak" };
    const { id, version } = await uploaded([FAJAR, BUDI_MOVES, bad]);
    const preview = await previewOf(id);
    expect(preview.counts).toMatchObject({ baru: 1, pindah: 1, bermasalah: 1 });
    expect(await rowsOf(id, "pindah")).toMatchObject([{ key: BUDI, changes: [{ field: "unit", before: "Bidang A1", after: "Puskesmas A2" }, { field: "penilai", before: "kabidA", after: "kapus" }] }]);
    expect(await rowsOf(id, "bermasalah")).toMatchObject([{ line: 4, name: "Rusak", problems: [{ code: "nip_excel_notation", value: "1.98E+17" }] }]);
    const problems = await readSheets((await op("GET", `/api/people-import/${id}/problems?from=${FROM}`)).rawPayload);
    expect(problems[0]?.rows.at(-1)).toEqual(expect.arrayContaining(["Pegawai", "4", "1.98E+17", expect.stringContaining("diubah Excel")]));
    expect(await cityAsText()).toBe(before);

    const body = { version, from: FROM, endMissing: false, digest: preview.digest };
    const answer = await op("POST", `/api/people-import/${id}/apply`, body);
    expect(answer.json(), answer.body).toMatchObject({ status: "applied", effectiveFrom: FROM, counts: { baru: 1, pindah: 1 } });
    expect((await op("POST", `/api/people-import/${id}/apply`, body)).json()).toMatchObject({ status: "applied", version: 2 });
    expect(await auditCount(pool, "people-import.apply", id)).toBe(1);
    const { rows: [fajar] } = await pool.query("select p.name, p.jenis, a.login, j.name as post, n.name as unit, k.name as penilai, d.name as atasan from person p join account a on a.person_id = p.id join placement s on s.person_id = p.id join jabatan j on j.id = s.jabatan_id join unit_node n on n.unit_id = s.unit_id join penilai_relation r on r.pegawai_id = p.id join person k on k.id = r.penilai_id join person d on d.id = r.atasan_id where p.nip = $1", [FAJAR.NIP]);
    expect(fajar).toEqual({ name: "Fajar", jenis: "pns", login: FAJAR.NIP, post: "Analis", unit: "Puskesmas A2", penilai: "kapus", atasan: "kadisA" });
    const { rows: seats } = await pool.query("select unit_id, valid_from, valid_until from placement where person_id = $1 order by valid_from", [city.people.budi]);
    expect(seats).toEqual([{ unit_id: city.units.bidangA1, valid_from: "2024-01-01", valid_until: FROM }, { unit_id: city.units.puskesmasA2, valid_from: FROM, valid_until: null }]);
    // The sent report follows to the new penilai, and the new colleague has a month.
    expect((await pool.query("select penilai_id from monthly_report where id = $1", [sent.reportId])).rows).toEqual([{ penilai_id: city.people.kapus }]);
    expect((await pool.query("select kewajiban from monthly_report r join person p on p.id = r.person_id where p.nip = $1", [FAJAR.NIP])).rows.length).toBeGreaterThan(0);
    // The same file once more says nothing new.
    expect((await previewOf((await uploaded([FAJAR, BUDI_MOVES])).id)).counts).toMatchObject({ sama: 2, baru: 0, pindah: 0 });

    const undone = await op("POST", `/api/people-import/${id}/undo`, { version: 2 });
    expect(undone.json(), undone.body).toMatchObject({ status: "undone" });
    expect(await cityAsText()).toBe(before);
  });

  it("units: a new one, one renamed and one moved make the next version of the tree; undone, the old version goes on", async () => {
    const before = await cityAsText();
    const units = [
      { "Kode Unit": "poliA3", "Nama Unit": "Poli A3", "Jenis Unit": "Subbagian", "Kode Induk": "puskesmasA2" },
      { "Kode Unit": "bidangA1", "Nama Unit": "Bidang A Satu", "Jenis Unit": "Bidang", "Kode Induk": "dinasB" },
    ];
    const { id } = await applied(units);
    const { rows } = await pool.query("select n.name, n.ord, n.last_ord, n.depth, o.code as opd from tree_version t join unit_node n on n.tree_id = t.id left join unit o on o.id = n.opd_id where t.valid_from = $1 order by n.ord", [FROM]);
    expect(rows.map((r: { name: string; ord: number; last_ord: number; opd: string }) => [r.name, r.ord, r.last_ord, r.opd])).toEqual([["Kota Langsa", 1, 6, null], ["Dinas A", 2, 4, "dinasA"], ["Puskesmas A2", 3, 4, "dinasA"], ["Poli A3", 4, 4, "dinasA"], ["Dinas B", 5, 6, "dinasB"], ["Bidang A Satu", 6, 6, "dinasB"]]);
    expect((await op("POST", `/api/people-import/${id}/undo`, { version: 2 })).statusCode).toBe(200);
    expect(await cityAsText()).toBe(before);
  });

  it("who is not in the file keeps their post, unless the clerk ends it on that day", async () => {
    // The month's draft is there, as the night makes it for everybody.
    await pool.query("insert into monthly_report (id, person_id, month, unit_id, opd_id, unit_ord, penilai_id, kewajiban) values ($1,$2,'2026-11',$3,$3,5,$4,'tidak_ada_target')", [v7(), city.people.eko, city.units.dinasB, city.people.kadisB]);
    const before = await cityAsText();
    const file = (await op("GET", "/api/people-template?isi=hari_ini&bentuk=csv")).body.split("\r\n").filter((line) => !line.includes("199208082015021008")).join("\r\n");
    const kept = await uploaded(Buffer.from(file));
    expect((await previewOf(kept.id)).counts).toMatchObject({ hilang: 1, sama: 11 });
    expect((await previewOf(kept.id)).actions.apply).toEqual(["import_empty"]);
    const { id } = await applied(Buffer.from(file), { endMissing: true });
    expect((await pool.query("select valid_until from placement where person_id = $1", [city.people.eko])).rows).toEqual([{ valid_until: FROM }]);
    expect((await pool.query("select valid_until from penilai_relation where pegawai_id = $1", [city.people.eko])).rows).toEqual([{ valid_until: FROM }]);
    await op("POST", `/api/people-import/${id}/undo`, { version: 2 });
    expect(await cityAsText()).toBe(before);
  });
});

describe("what stands in the way", () => {
  it("a post, a unit or a code that is planned to end is named in the preview, and meets no wall when the rest is applied", async () => {
    const before = await cityAsText();
    const { units } = city;
    const [postId, closedUnit, treeId] = [v7(), v7(), v7()];
    await pool.query("insert into jabatan (id, unit_id, name, jenis, valid_until) values ($1, $2, 'Arsiparis', 'pelaksana', '2027-08-01')", [postId, units.puskesmasA2]);
    // Dinas B is not in the tree of next year; one unit was closed long ago.
    await pool.query("insert into unit (id, code) values ($1, 'LAMA-1')", [closedUnit]);
    await pool.query("update tree_version set valid_until = '2027-01-01' where valid_until is null");
    await pool.query("insert into tree_version (id, legal_basis, valid_from) values ($1, 'Qanun', '2027-01-01')", [treeId]);
    await pool.query("insert into unit_node (tree_id, unit_id, parent_id, opd_id, name, kind, depth, ord, last_ord) select $1, n.unit_id, n.parent_id, n.opd_id, n.name, n.kind, n.depth, n.ord, n.last_ord from unit_node n join tree_version t on t.id = n.tree_id and t.valid_until = '2027-01-01' where n.unit_id <> $2", [treeId, units.dinasB]);
    const there = { ...BUDI_MOVES, Jabatan: "Arsiparis" };
    const { id, version } = await uploaded([there, { ...FAJAR, "Kode Unit": "dinasB" }, { ...FAJAR, NIP: "199601012021121002", Nama: "Gita" }]);
    const { digest, counts } = await previewOf(id);
    expect(counts).toMatchObject({ bermasalah: 2, baru: 1 });
    expect((await rowsOf(id, "bermasalah")).flatMap(({ problems }) => problems.map(({ code, value }) => [code, value]))).toEqual([["post_closes", "Arsiparis, 2027-08-01"], ["unit_closes", "Dinas B, 2027-01-01"]]);
    expect((await op("POST", `/api/people-import/${id}/apply`, { version, from: FROM, endMissing: false, digest })).statusCode).toBe(200);
    expect((await pool.query("select 1 from placement where jabatan_id = $1", [postId])).rows).toEqual([]);
    const tree = await uploaded([{ "Kode Unit": "LAMA-1", "Nama Unit": "Bidang Lama", "Jenis Unit": "Bidang", "Kode Induk": "dinasA" }]);
    expect((await rowsOf(tree.id, "bermasalah", "unit")).flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(["unit_code_used"]);
    expect((await op("POST", `/api/people-import/${id}/undo`, { version: 2 })).json(), "undone").toMatchObject({ status: "undone" });
    await op("POST", `/api/people-import/${tree.id}/discard`, { version: 1 });
    await pool.query("delete from unit_node where tree_id = $1", [treeId]);
    await pool.query("delete from tree_version where id = $1", [treeId]);
    await pool.query("update tree_version set valid_until = null where valid_until = '2027-01-01'");
    await pool.query("delete from unit where id = $1", [closedUnit]);
    await pool.query("delete from jabatan where id = $1", [postId]);
    expect(await cityAsText()).toBe(before);
  });

  it("a preview that is no longer true is not applied", async () => {
    const { id, version } = await uploaded([BUDI_MOVES]);
    const { digest } = await previewOf(id);
    await pool.query("update person set name = 'Budi Santoso' where id = $1", [city.people.budi]);
    const before = await cityAsText();
    const answer = await op("POST", `/api/people-import/${id}/apply`, { version, from: FROM, endMissing: false, digest });
    expect(answer.json()).toMatchObject({ code: "stale" });
    expect(await cityAsText()).toBe(before);
    expect((await op("POST", `/api/people-import/${id}/apply`, { version, from: "2026-12-01", endMissing: false, digest })).json()).toMatchObject({ code: "stale" });
    await pool.query("update person set name = 'budi' where id = $1", [city.people.budi]);
  });
  it("undone only while nothing depends on it: an account, a report, another change", async () => {
    const { id } = await applied([FAJAR, BUDI_MOVES]);
    const fajarId = (await pool.query<{ id: string }>("select id from person where nip = $1", [FAJAR.NIP])).rows[0]?.id;
    const why = async (): Promise<unknown> => (await op("GET", `/api/people-import/${id}`)).json<ImportPreview>().dependents;
    expect(await why()).toEqual([]);
    await pool.query("update account set activation_hash = 'x' where person_id = $1", [fajarId]);
    await pool.query("update monthly_report set kendala = 'listrik padam' where person_id = $1 and month = '2026-11'", [fajarId]);
    await pool.query("update person set name = 'Lain' where id = $1", [city.people.budi]);
    expect(await why()).toEqual(["account", "report"]);
    const before = await cityAsText();
    expect((await op("POST", `/api/people-import/${id}/undo`, { version: 2 })).json()).toMatchObject({ code: "refused", refusals: ["import_depended_on"] });
    expect(await cityAsText()).toBe(before);
    await pool.query("update account set activation_hash = null where person_id = $1", [fajarId]);
    await pool.query("update monthly_report set kendala = null where person_id = $1", [fajarId]);
    await pool.query("update person set name = 'budi' where id = $1", [city.people.budi]);
    expect((await op("POST", `/api/people-import/${id}/undo`, { version: 2 })).statusCode).toBe(200);
  });
  it("a file put away keeps its line in the list, not its rows", async () => {
    const { id, version } = await uploaded([FAJAR]);
    expect((await op("POST", `/api/people-import/${id}/discard`, { version })).json()).toMatchObject({ status: "discarded" });
    expect((await pool.query("select rows from people_import where id = $1", [id])).rows).toEqual([{ rows: null }]);
    const { imports } = (await op("GET", "/api/people-import")).json<{ imports: ImportLine[] }>();
    expect(imports.find((one) => one.id === id)).toMatchObject({ status: "discarded", fileName: "pegawai.csv" });
    expect((await op("GET", `/api/people-import/${id}`)).json()).toMatchObject({ actions: { apply: ["wrong_status", "import_empty"], discard: ["wrong_status"] } });
  });
  it("the same file sent again is the same upload; another under its id is not taken for it", async () => {
    const id = v7();
    const file = csv([FAJAR]);
    expect((await put(file, id)).statusCode).toBe(200);
    expect((await put(file, id)).statusCode).toBe(200);
    expect((await put(csv([BUDI_MOVES]), id)).json()).toMatchObject({ code: "stale" });
    expect((await pool.query("select from people_import where id = $1", [id])).rowCount).toBe(1);
  });
  it("nobody but BKPSDM's operators sees or does any of it", async () => {
    for (const who of ["budi", "kadisB", "analis", "auditor", "admin", "wali"] as const) {
      const other = await as(city.people[who]);
      for (const url of ["/api/people-import", `/api/people-import/${v7()}`, "/api/people-template?isi=hari_ini&bentuk=csv"]) expect((await other("GET", url)).statusCode, `${who} ${url}`).toBe(404);
    }
  });
});

describe("e-Kinerja's report", () => {
  it("goes into a preview like any file, and is kept by period, the newest counts", async () => {
    const file = await readFile(path.join(import.meta.dirname, "../../../test/golden/bkn-penilaian-bulanan.xlsx"));
    const { id, version, source } = await uploaded(file);
    expect(source).toBe("bkn");
    const preview = await previewOf(id);
    expect(preview.bkn).toMatchObject({ kind: "penilaian", period: { kind: "bulanan", year: 2026, number: 10 }, rows: 3, unread: 0, keptAt: null });
    expect(preview.actions.keep).toEqual([]);
    // Its units are none of ours: each line says so, and nothing can be applied.
    expect(preview.counts).toMatchObject({ bermasalah: 2, baru: 0 });
    expect((await op("POST", `/api/people-import/${id}/keep`, { version })).json()).toEqual({ rows: 3 });
    expect((await op("POST", `/api/people-import/${id}/keep`, { version })).json()).toEqual({ rows: 3 });
    const { rows } = await pool.query("select b.line, b.nip, b.is_acting, b.hasil_kerja, b.perilaku, b.predikat, r.first_month, r.last_month from bkn_row b join bkn_report r on r.id = b.report_id where r.is_current order by b.line");
    expect(rows).toEqual([
      { line: 9, nip: BUDI, is_acting: false, hasil_kerja: "sesuai", perilaku: "sesuai", predikat: "baik", first_month: "2026-10", last_month: "2026-10" },
      { line: 10, nip: KABID, is_acting: false, hasil_kerja: "di_atas", perilaku: "di_atas", predikat: "sangat_baik", first_month: "2026-10", last_month: "2026-10" },
      { line: 11, nip: KABID, is_acting: true, hasil_kerja: null, perilaku: null, predikat: null, first_month: "2026-10", last_month: "2026-10" },
    ]);
    const again = await uploaded(await readFile(path.join(import.meta.dirname, "../../../test/golden/bkn-penilaian-bulanan.csv")));
    await op("POST", `/api/people-import/${again.id}/keep`, { version: 1 });
    expect((await pool.query("select is_current, count(*)::int as n from bkn_report group by 1 order by 1")).rows).toEqual([{ is_current: false, n: 1 }, { is_current: true, n: 1 }]);
  });
});
