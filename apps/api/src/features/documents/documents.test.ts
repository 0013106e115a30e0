import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Caller, TEST_SECRET, testApp } from "#test/app.ts";
import { addCapaian, addPeriod, addRegisterEvidence, addUmpanBalik } from "#test/appraisal-factories.ts";
import { addReport, addSkp, auditCount, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";
import { tinyPng } from "#test/images.ts";
import { qrOnPage, readPdf } from "#test/pdf.ts";
import { stopPrinting } from "../../pdf/print.ts";
import { makeDocuments } from "./runner.ts";

const { app, as, pool, db, clock, signIn } = await testApp({ today: "2026-10-14", worksDocuments: true });
afterAll(stopPrinting);
let city: SmallCity;
let period: string;
let skp: SetSkp;
let resultId: string;
type Who = keyof SmallCity["people"];
const callers = new Map<Who, Caller>();
const call = async (who: Who, method: "GET" | "POST" | "PUT" | "DELETE", url: string, body?: object) => {
  const caller = callers.get(who) ?? (await as(city.people[who]));
  callers.set(who, caller);
  return caller(method, url, body);
};
const plain = (text: string): string => text.replaceAll(/\s+/g, "");
const pdfUrl = (kind: string, personId: string, sourceId: string): string => `/api/document/${kind}/${personId}/${sourceId}/pdf`;
async function pdfOf(who: Who, url: string) {
  const answer = await call(who, "GET", url);
  expect([answer.statusCode, answer.headers["content-type"]], answer.body.slice(0, 200)).toEqual([200, "application/pdf"]);
  const bytes = new Uint8Array(answer.rawPayload);
  return { bytes, ...(await readPdf(bytes)), headers: answer.headers };
}

/** A person's quarter with reports, evidence and umpan balik, rated and final. */
async function rate(who: Who, penilai: Who, unit: "bidangA1" | "puskesmasA2", hasilKerja: "sesuai" | "di_bawah" = "sesuai"): Promise<{ skp: SetSkp; resultId: string }> {
  const personId = city.people[who];
  const own = await addSkp(pool, { personId, year: 2026, penilaiId: city.people[penilai], unitId: city.units[unit] });
  let evidence = "";
  for (const month of ["2026-07", "2026-08", "2026-09"]) {
    const { rowIds } = await addReport(pool, city, { personId, unit, month, skp: own, penilaiId: city.people[penilai], status: "checked", realisasi: [19, 10] });
    if (month === "2026-08") evidence = await addRegisterEvidence(pool, { ownerId: personId, reportRowId: rowIds[0] ?? "", title: "Register Agustus" });
  }
  await addUmpanBalik(pool, { fromId: city.people[penilai], toId: personId, month: "2026-08", givenOn: "2026-08-20", nada: "positif", perilaku: "kolaboratif", text: "Rekapnya membantu bidang lain.", reply: "Terima kasih." });
  const id = v7();
  const url = `/api/appraisal/${period}/${personId}`;
  const body = { id, version: null, hasil: own.lines.map(({ lineId }) => ({ lineId, rating: hasilKerja })), perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }], hasilKerja, perilakuKerja: "sesuai", alasanHasilKerja: hasilKerja === "sesuai" ? null : "Dua bulan berturut-turut di bawah rencana kerja.", alasanPerilaku: null, basis: hasilKerja === "sesuai" ? [] : [{ aspect: "hasil_kerja", kind: "evidence", id: evidence }] };
  expect((await call(penilai, "PUT", url, body)).statusCode).toBe(200);
  expect((await call(penilai, "POST", `${url}/finalise`, { version: 1 })).statusCode).toBe(200);
  return { skp: own, resultId: id };
}

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city);
  for (const unitId of [city.units.dinasA, city.units.bidangA1, city.units.puskesmasA2]) await addCapaian(pool, { periodId: period, unitId, setBy: city.people.wali });
  ({ skp, resultId } = await rate("budi", "kabidA", "bidangA1", "di_bawah"));
  await rate("dewi", "kapus", "puskesmasA2");
});

describe("documents of one person", () => {
  it("are listed to their pegawai, in the order of the annex, and to whoever may read them", async () => {
    const { budi } = city.people;
    const mine = (await call("budi", "GET", "/api/document")).json();
    expect(mine.person).toMatchObject({ id: budi, name: "budi", jabatan: "Pengolah Data", unit: "Bidang A1" });
    expect(mine.documents.map(({ kind, sourceId, state }: { kind: string; sourceId: string; state: string }) => [kind, sourceId, state])).toEqual([
      ["skp", skp.skpId, "berlaku"], ["pendokumentasian", period, "berlaku"], ["rekaman_umpan_balik", period, "berlaku"], ["hasil_evaluasi", resultId, "berlaku"], ["dokumen_evaluasi", resultId, "berlaku"],
    ]);
    for (const who of ["kabidA", "kadisA", "bkpsdm", "analis", "auditor"] as const) expect((await call(who, "GET", `/api/document?person=${budi}`)).statusCode, who).toBe(200);
    for (const who of ["citra", "dewi", "kapus", "eko", "wali", "admin"] as const) expect((await call(who, "GET", `/api/document?person=${budi}`)).statusCode, who).toBe(404);
  });

  it("the SKP is Format A.1.7 with its lampiran, set and signed", async () => {
    const { text, title, bytes, headers } = await pdfOf("budi", pdfUrl("skp", city.people.budi, skp.skpId));
    expect([title, headers["cache-control"], headers["content-disposition"]]).toEqual(["Sasaran kinerja pegawai", "private, no-store", 'attachment; filename="a-1-7-sasaran-kinerja-pegawai-2026-budi.pdf"']);
    for (const part of ["PEMERINTAH KOTA LANGSA", "DINAS A", "Format A.1.7", "198503032010011003", "Kepala Bidang A1", "1 JANUARI SD 31 DESEMBER TAHUN 2026", "Hasil kerja 1 tersedia", "Kuantitas", "240 dokumen", "LAMPIRAN SASARAN KINERJA PEGAWAI"]) expect(plain(text)).toContain(plain(part));
    // Printed again it is the same file, and the same document.
    expect(Buffer.compare(bytes, (await pdfOf("kabidA", pdfUrl("skp", city.people.budi, skp.skpId))).bytes)).toBe(0);
    expect((await pool.query("select 1 from official_document where source_id = $1", [skp.skpId])).rowCount).toBe(1);
    expect((await pool.query("select actor_id, action from access_log where subject_id = $1 and action = 'document.skp'", [city.people.budi])).rows).toEqual([{ actor_id: city.people.kabidA, action: "document.skp" }]);
  });

  it("what was reported and heard stands in B.1.2 and B.1.5 with its evidence", async () => {
    const done = await pdfOf("budi", pdfUrl("pendokumentasian", city.people.budi, period));
    for (const part of ["Rencana Aksi:", "1. Jumlah dokumen 1 - Juli–September: 20 dokumen", "1. 57 dokumen dari target 60 dokumen (capaian 95%) - Juli–September: 19 dokumen. Selesai sesuai rencana.", "Bukti Agustus: Register Agustus"]) expect(plain(done.text)).toContain(plain(part));
    const heard = await pdfOf("budi", pdfUrl("rekaman_umpan_balik", city.people.budi, period));
    for (const part of ["PERIODE: TRIWULAN III*", "57 dokumen dari target 60 dokumen (capaian 95%)", "kabidA, 20 Agustus 2026:", "Rekapnya membantu bidang lain.", "Tanggapan pegawai: Terima kasih."]) expect(plain(heard.text)).toContain(plain(part));
  });

  it("B.1.2 is signed by sending the reports that it says; set anew, the SKP says other words and the signature is not carried over", async () => {
    const url = pdfUrl("pendokumentasian", city.people.budi, period);
    const signUrl = url.replace("/pdf", "/signature");
    const setAt = (at: string) => pool.query(`begin; alter table skp disable trigger user; update skp set set_at = '${at}' where id = '${skp.skpId}'; alter table skp enable trigger user; commit`);
    await setAt("2026-01-20T03:00:00Z");
    const view = (await call("budi", "GET", signUrl)).json();
    expect(view).toEqual({ format: "B.1.2", digest: expect.stringMatching(/^[0-9a-f]{64}$/), places: [{ place: "pegawai", name: "budi", signed: { at: "2026-09-28T03:00:00.000Z", act: "Laporan Juli–September dikirim" }, before: null }], actions: { sign: ["already_signed"] } });
    const { text } = await pdfOf("budi", url);
    expect(plain(text)).toContain(plain(`Ditandatangani di Teraju Senin, 28 September 2026 pukul 10.00 WIB Laporan Juli–September dikirim Sidik isi ${view.digest.slice(0, 16)}…`));
    // The hash of the check is the hash that is signed.
    expect(plain(text)).toContain(plain(view.digest.match(/.{8}/g).join(" ")));
    const { bytes, pages } = await pdfOf("budi", url);
    const check = async () => (await app.inject(`/api${new URL(await qrOnPage(bytes, pages)).pathname}`)).json().signatures;
    expect(await check()).toEqual([{ place: "pegawai", on: "2026-09-28" }]);
    await setAt("2026-09-29T03:00:00Z");
    expect(await check()).toEqual([]);
    const other = await pdfOf("budi", url);
    expect(plain(other.text)).toContain(plain("Belum ditandatangani di Teraju"));
    expect((await call("budi", "POST", signUrl, { digest: view.digest })).json()).toMatchObject({ places: [{ signed: { at: expect.any(String), act: null } }] });
    expect((await call("kabidA", "POST", signUrl, { digest: view.digest })).json().refusals).toEqual(["not_yours"]);
  });

  it("a record of umpan balik is signed by pegawai and penilai over the content they saw; what comes later asks for it anew", async () => {
    const url = pdfUrl("rekaman_umpan_balik", city.people.budi, period);
    const signUrl = url.replace("/pdf", "/signature");
    const before = (await call("budi", "GET", signUrl)).json();
    expect(before).toMatchObject({ format: "B.1.5", places: [{ place: "pegawai", name: "budi", signed: null, before: null }, { place: "penilai", name: "kabidA", signed: null, before: null }], actions: { sign: [] } });
    expect((await call("budi", "POST", signUrl, { digest: "0".repeat(64) })).statusCode).toBe(412);
    const waits = async (who: Who) => (await call(who, "GET", "/api/document-scope")).json().toSign.map(({ person, period: of }: { person: { name: string }; period: { number: number } }) => `${person.name} ${of.number}`);
    expect([await waits("budi"), await waits("kabidA"), await waits("kadisA")]).toEqual([["budi 3"], ["budi 3"], []]);
    expect((await call("kadisA", "POST", signUrl, { digest: before.digest })).json().refusals).toEqual(["not_yours"]);
    for (const who of ["budi", "kabidA"] as const) expect((await call(who, "POST", signUrl, { digest: before.digest })).statusCode, who).toBe(200);
    expect((await call("kabidA", "POST", signUrl, { digest: before.digest })).json()).toMatchObject({ digest: before.digest, places: [{ signed: { act: null } }, { signed: { act: null } }], actions: { sign: ["already_signed"] } });
    expect([await waits("budi"), await waits("kabidA")]).toEqual([[], []]);
    const checkOf = async (page: { bytes: Uint8Array; pages: number }) => (await app.inject(`/api${new URL(await qrOnPage(page.bytes, page.pages)).pathname}`)).json();
    expect(await checkOf(await pdfOf("budi", url))).toMatchObject({ isCurrent: true, hash: before.digest, signatures: [{ place: "pegawai", on: "2026-10-14" }, { place: "penilai", on: "2026-10-14" }] });
    const { text } = await pdfOf("bkpsdm", url);
    expect(plain(text).split(plain(`Sidik isi ${before.digest.slice(0, 16)}…`))).toHaveLength(3);
    expect((await pool.query("select place, signer_id, digest from document_signature where person_id = $1 and kind = 'rekaman_umpan_balik' order by place", [city.people.budi])).rows).toEqual([{ place: "pegawai", signer_id: city.people.budi, digest: before.digest }, { place: "penilai", signer_id: city.people.kabidA, digest: before.digest }]);
    await addUmpanBalik(pool, { fromId: city.people.kadisA, toId: city.people.budi, month: "2026-09", givenOn: "2026-10-14", nada: "netral", perilaku: "akuntabel", text: "Catat pada hari yang sama." });
    const after = (await call("kabidA", "GET", signUrl)).json();
    expect(after).toMatchObject({ places: [{ signed: null, before: expect.any(String) }, { signed: null, before: expect.any(String) }], actions: { sign: [] } });
    expect(after.digest).not.toBe(before.digest);
    const unsigned = await pdfOf("budi", url);
    expect(plain(unsigned.text)).toContain(plain("Isi berubah sejak ditandatangani"));
    expect(await checkOf(unsigned)).toMatchObject({ hash: after.digest, signatures: [] });
    expect(plain(unsigned.text)).not.toContain(plain("Ditandatangani di Teraju"));
    await expect(pool.query("update document_signature set digest = $1", [after.digest])).rejects.toThrow();
    await expect(pool.query("insert into document_signature values ('rekaman_umpan_balik', $1, $2, 'penilai', $3, $1, now())", [city.people.budi, period, after.digest])).rejects.toThrow("document_signature_own");
  });

  it("a record without umpan balik has nothing to sign", async () => {
    const bare = await addPeriod(pool, city, { number: 2, firstMonth: "2026-04", lastMonth: "2026-06" });
    await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-05", skp, penilaiId: city.people.kabidA, status: "checked" });
    expect((await call("budi", "GET", `/api/document/rekaman_umpan_balik/${city.people.budi}/${bare}/signature`)).json().actions.sign).toEqual(["record_empty"]);
  });

  it("the result is C.1.3 and D.1.1: ratings, predikat, the penilai's signature over what was decided", async () => {
    const { digest } = (await pool.query<{ digest: string }>("select digest from appraisal where id = $1", [resultId])).rows[0] ?? { digest: "" };
    const evaluation = await pdfOf("budi", pdfUrl("hasil_evaluasi", city.people.budi, resultId));
    for (const part of ["CAPAIAN KINERJA ORGANISASI* BAIK", "RATING HASIL KERJA* DIBAWAH EKSPEKTASI**", "PREDIKAT KINERJA PEGAWAI* BUTUH PERBAIKAN", `Sidik isi ${digest.slice(0, 16)}`]) expect(plain(evaluation.text)).toContain(plain(part));
    const document = await pdfOf("budi", pdfUrl("dokumen_evaluasi", city.people.budi, resultId));
    for (const part of ["3. ATASAN PEJABAT PENILAI KINERJA NAMA : kadisA", "PREDIKAT KINERJA PEGAWAI : BUTUH PERBAIKAN", "5. CATATAN/REKOMENDASI Dua bulan berturut-turut di bawah rencana kerja.", "6. Pejabat Penilai Kinerja", "Ditandatangani di Teraju"]) expect(plain(document.text)).toContain(plain(part));
  });

  it("D.1.1 is signed by the pegawai who gives it back agreed; its number stays", async () => {
    const { dewi } = city.people;
    const own = (await call("dewi", "GET", "/api/document")).json().documents.at(-1).sourceId;
    const url = pdfUrl("dokumen_evaluasi", dewi, own);
    const before = await pdfOf("dewi", url);
    expect(plain(before.text)).toContain(plain("Langsa, ........................................ 7. Pegawai yang Dinilai Belum ditandatangani di Teraju"));
    await call("dewi", "GET", `/api/result/${own}`);
    expect((await call("dewi", "POST", `/api/result/${own}/return`, { answer: "setuju", note: null })).statusCode).toBe(200);
    const after = await pdfOf("dewi", url);
    expect(plain(after.text)).toContain(plain("Langsa, 14 Oktober 2026 7. Pegawai yang Dinilai Ditandatangani di Teraju Rabu, 14 Oktober 2026"));
    expect(plain(after.text)).toContain(plain("Dokumen dikembalikan, setuju"));
    expect(/Nomor([\w-]{19})/.exec(plain(after.text))?.[1]).toBe(/Nomor([\w-]{19})/.exec(plain(before.text))?.[1]);
  });

  it("as a workbook they carry the same words, NIP as text", async () => {
    const answer = await call("bkpsdm", "GET", pdfUrl("hasil_evaluasi", city.people.budi, resultId).replace("/pdf", "/xlsx"));
    const sheets = await readXlsxFile(answer.rawPayload);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Hasil evaluasi", "Hasil evaluasi, hasil kerja", "Hasil evaluasi, perilaku"]);
    const [row] = sheets[0]?.data.slice(-1) ?? [];
    expect(row?.slice(0, 9)).toEqual(["budi", "198503032010011003", "Pengolah Data", "Bidang A1", "kabidA", "BAIK", "DIBAWAH EKSPEKTASI", "SESUAI EKSPEKTASI", "BUTUH PERBAIKAN"]);
  });

  it("whoever holds the page checks it without signing in: kind, day, hash, no rating and no name", async () => {
    const { bytes, pages, text } = await pdfOf("budi", pdfUrl("dokumen_evaluasi", city.people.budi, resultId));
    const mark = new URL(await qrOnPage(bytes, pages));
    const answer = await app.inject(`/api${mark.pathname}`);
    expect(Object.keys(answer.json()).toSorted()).toEqual(["addenda", "date", "format", "hash", "isCurrent", "kind", "number", "signatures"]);
    expect(answer.json()).toMatchObject({ kind: "dokumen_evaluasi", format: "D.1.1", date: "2026-10-14", isCurrent: true, number: mark.pathname.split("/").at(-1), addenda: [] });
    expect(plain(text)).toContain(answer.json().hash.match(/.{8}/g).join(""));
    expect(answer.body).not.toMatch(/budi|baik|perbaikan/i);
    await expect(pool.query("update official_document set digest = $1", ["0".repeat(64)])).rejects.toThrow("only added");
  });

  it("say that a keberatan is examined, and, once it is decided, that a newer version counts; the old page stays genuine", async () => {
    const before = await pdfOf("budi", pdfUrl("dokumen_evaluasi", city.people.budi, resultId));
    const mark = new URL(await qrOnPage(before.bytes, before.pages));
    clock.set("2026-10-16");
    await call("budi", "GET", `/api/result/${resultId}`);
    clock.set("2026-10-19");
    const keberatanId = v7();
    expect((await call("budi", "POST", "/api/keberatan", { id: keberatanId, resultId, claims: [{ aspect: "hasil_kerja", target: null, alasan: "Register Agustus belum dihitung seluruhnya.", basis: [] }] })).statusCode).toBe(200);
    const running = await pdfOf("kabidA", pdfUrl("dokumen_evaluasi", city.people.budi, resultId));
    expect(plain(running.text)).toContain(plain("diajukan keberatan yang sedang diperiksa atasan pejabat penilai"));
    expect((await app.inject(`/api${mark.pathname}`)).json()).toMatchObject({ isCurrent: true });
    await call("kabidA", "POST", `/api/keberatan/${keberatanId}/explain`, { version: 1, text: "Register baru masuk setelah saya menilai." });
    const outcomeId = v7();
    const decided = await call("kadisA", "POST", `/api/keberatan/${keberatanId}/decide`, { version: 2, putusan: "mengubah", alasan: "Register Agustus sah dan memuat seluruh dokumen.", rekomendasi: "Tetap pada tugas ini.", outcomeId, hasilKerja: "sesuai", perilakuKerja: "sesuai", rows: [] });
    expect(decided.statusCode, decided.body).toBe(200);
    const old = await pdfOf("budi", pdfUrl("hasil_evaluasi", city.people.budi, resultId));
    expect(plain(old.text)).toContain(plain("Hasil ini (versi 1) sudah diganti oleh versi 2 tanggal 19 Oktober 2026."));
    expect((await app.inject(`/api${mark.pathname}`)).json()).toMatchObject({ isCurrent: false });
    const next = await pdfOf("budi", pdfUrl("dokumen_evaluasi", city.people.budi, outcomeId));
    for (const part of ["Format D.1.3", "6. KEBERATAN", "Register Agustus belum dihitung", "11. Atasan Pejabat Penilai Kinerja"]) expect(plain(next.text)).toContain(plain(part));
    // The same document as the one that the page of the keberatan prints.
    expect(Buffer.compare(next.bytes, new Uint8Array((await call("budi", "GET", `/api/keberatan/${keberatanId}/document`)).rawPayload))).toBe(0);
    expect((await call("budi", "GET", "/api/document")).json().documents.filter(({ kind }: { kind: string }) => kind === "dokumen_evaluasi").map(({ state }: { state: string }) => state)).toEqual(["berlaku", "digantikan"]);
  });
});

describe("documents of a unit", () => {
  const jobOf = (over: object = {}) => ({ id: v7(), kinds: ["skp", "dokumen_evaluasi"], year: 2026, periodId: period, packaging: "zip", ...over });
  const ofUnit = (unit: keyof SmallCity["units"] = "dinasA"): string => `/api/document-job/unit/${city.units[unit]}`;
  async function finished(who: Who, id: string) {
    await expect.poll(async () => (await call(who, "GET", `/api/document-job/${id}`)).json().status, { timeout: 20_000, interval: 100 }).toBe("done");
    return (await call(who, "GET", `/api/document-job/${id}`)).json();
  }

  it("are made in the background by who leads it, person by person, into one archive", async () => {
    const body = jobOf();
    const started = await call("kadisA", "POST", ofUnit(), body);
    expect([started.statusCode, started.json()], started.body).toMatchObject([200, { scope: "Dinas A", total: 4, packaging: "zip" }]);
    expect((await call("kadisA", "POST", ofUnit(), body)).json().id).toBe(body.id);
    expect(await auditCount(pool, "document-job.start", body.id)).toBe(1);
    const job = await finished("kadisA", body.id);
    expect(job).toMatchObject({ done: 4, total: 4, file: { name: "dokumen.zip" }, actions: { cancel: ["wrong_status"] } });
    const file = await call("kadisA", "GET", `/api/document-job/${body.id}/file`);
    expect([file.headers["content-type"], Number(file.headers["content-length"])]).toEqual(["application/zip", job.file.sizeBytes]);
    const entries = unzipSync(new Uint8Array(file.rawPayload));
    expect(Object.keys(entries)).toEqual([
      "001 budi/A.1.7 Sasaran kinerja pegawai 2026.pdf", "001 budi/D.1.3 Dokumen evaluasi kinerja pegawai triwulan III 2026.pdf",
      "002 dewi/A.1.7 Sasaran kinerja pegawai 2026.pdf", "002 dewi/D.1.1 Dokumen evaluasi kinerja pegawai triwulan III 2026.pdf",
    ]);
    // Whether alone or among others, it is the same file.
    const alone = await pdfOf("dewi", pdfUrl("skp", city.people.dewi, (await call("dewi", "GET", "/api/document")).json().documents[0].sourceId));
    expect(createHash("sha256").update(entries["002 dewi/A.1.7 Sasaran kinerja pegawai 2026.pdf"] ?? "").digest("hex")).toBe(createHash("sha256").update(alone.bytes).digest("hex"));
    for (const who of ["bkpsdm", "budi"] as const) expect((await call(who, "GET", `/api/document-job/${body.id}/file`)).statusCode, who).toBe(404);
  });

  it("come as one PDF, or as a workbook", async () => {
    const [merged, sheet] = [jobOf({ packaging: "merged" }), jobOf({ packaging: "xlsx", kinds: ["skp"], periodId: null })];
    expect((await call("bkpsdm", "POST", ofUnit(), merged)).statusCode).toBe(200);
    expect((await call("bkpsdm", "POST", `/api/document-job/person/${city.people.budi}`, sheet)).statusCode).toBe(200);
    expect(await finished("bkpsdm", merged.id)).toMatchObject({ file: { name: "dokumen.pdf" } });
    const pdf = await readPdf(new Uint8Array((await call("bkpsdm", "GET", `/api/document-job/${merged.id}/file`)).rawPayload));
    expect(pdf.isTagged).toBe(true);
    expect(pdf.alts.filter((alt) => alt.startsWith("Kode QR"))).toHaveLength(4);
    expect(await finished("bkpsdm", sheet.id)).toMatchObject({ scope: "budi", total: 1 });
    const rows = (await readXlsxFile((await call("bkpsdm", "GET", `/api/document-job/${sheet.id}/file`)).rawPayload)).find(({ sheet: name }) => name === "SKP, hasil kerja")?.data ?? [];
    expect(rows.slice(-2).map((row) => row[10])).toEqual(["Jumlah dokumen 1", "Jumlah dokumen 2"]);
    expect((await call("bkpsdm", "GET", "/api/document-job")).json().jobs.map(({ id }: { id: string }) => id).toSorted()).toEqual([merged.id, sheet.id].toSorted());
  });

  it("of a whole department come merged in volumes, each a PDF of its own, where one would be too long", async () => {
    const id = v7();
    const folder = await mkdtemp(path.join(tmpdir(), "teraju-volumes-"));
    await pool.query("insert into document_job (id, owner_id, unit_id, kinds, year, period_id, packaging, origin, total, created_at) values ($1, $2, $3, '{skp,dokumen_evaluasi}', 2026, $4, 'merged', 'http://localhost', 4, now())", [id, city.people.kadisA, city.units.dinasA, period]);
    await makeDocuments({ pool, db, clock, secret: TEST_SECRET, dataDir: folder }, { id, attempt: 0, signal: new AbortController().signal }, { volume: 3 });
    expect(await finished("kadisA", id)).toMatchObject({ done: 4, total: 4, file: { name: "dokumen-jilid.zip" } });
    const volumes = Object.entries(unzipSync(await readFile(path.join(folder, "documents", id))));
    const marks = await Promise.all(volumes.map(async ([name, bytes]) => [name, (await readPdf(bytes)).alts.filter((alt) => alt.startsWith("Kode QR")).length]));
    expect(marks).toEqual([["jilid-01.pdf", 3], ["jilid-02.pdf", 1]]);
    await rm(folder, { recursive: true });
  });

  it("are refused where there are none, for the whole city at once, without a period, and to who does not lead the unit", async () => {
    expect((await call("kadisA", "POST", ofUnit(), jobOf({ year: 2031, kinds: ["skp"], periodId: null }))).json().refusals).toEqual(["no_documents"]);
    expect((await call("bkpsdm", "POST", ofUnit("kota"), jobOf())).json().refusals).toEqual(["document_unit_is_city"]);
    expect((await call("kadisA", "POST", ofUnit(), jobOf({ periodId: null }))).statusCode).toBe(400);
    for (const who of ["kadisB", "kabidA", "budi", "auditor"] as const) expect((await call(who, "POST", ofUnit(), jobOf())).statusCode, who).toBe(404);
  });

  it("can be stopped, and wait for a free place", async () => {
    const [first, second, third] = [v7(), v7(), v7()];
    for (const id of [first, second, third]) await pool.query("insert into document_job (id, owner_id, unit_id, kinds, year, packaging, origin, status, total, created_at) values ($1,$2,$3,'{skp}',2026,'xlsx','http://localhost','running',2,now())", [id, city.people.kadisA, city.units.dinasA]);
    expect((await call("kadisA", "POST", ofUnit(), jobOf())).json().refusals).toEqual(["too_many_jobs"]);
    for (const id of [first, second, third]) expect((await call("kadisA", "POST", `/api/document-job/${id}/cancel`)).json().status).toBe("cancelled");
    await expect(pool.query("update document_job set status = 'running', finished_at = null where id = $1", [first])).rejects.toThrow("is not changed");
  });

  it("are offered to who leads units, with the periods there are; people are found within one's reach", async () => {
    const head = (await call("kadisA", "GET", "/api/document-scope")).json();
    expect(head.units.map(({ name, depth, people }: { name: string; depth: number; people: number }) => [name, depth, people])).toEqual([["Dinas A", 1, 6], ["Bidang A1", 2, 3], ["Puskesmas A2", 2, 2]]);
    expect([head.years, head.mayEditLetterhead]).toEqual([[2026], false]);
    expect((await call("bkpsdm", "GET", "/api/document-scope")).json()).toMatchObject({ mayEditLetterhead: true, mayFindPeople: true });
    expect((await call("budi", "GET", "/api/document-scope")).json().units).toEqual([]);
    const named = async (who: Who, q: string) => (await call(who, "GET", `/api/document-person?q=${encodeURIComponent(q)}`)).json().people.map(({ name }: { name: string }) => name);
    expect([await named("kadisA", "de"), await named("kabidA", "de"), await named("bkpsdm", "198503"), await named("budi", "it"), await named("bkpsdm", "%%")]).toEqual([["dewi"], [], ["budi"], [], []]);
  });
});

describe("the letterhead", () => {
  it("is what BKPSDM wrote; empty fields are left out on paper", async () => {
    const before = await pdfOf("dewi", pdfUrl("dokumen_evaluasi", city.people.dewi, (await call("dewi", "GET", "/api/document")).json().documents.at(-1).sourceId));
    expect(before.alts.filter((alt) => alt.startsWith("Lambang"))).toEqual([]);
    const url = `/api/letterhead/${city.units.dinasA}`;
    const words = { name: "Dinas Contoh A", address: "Jalan Contoh Nomor 1, Langsa\nKode Pos 24400", contact: null };
    expect((await call("bkpsdm", "PUT", url, { version: null, ...words })).json()).toMatchObject({ version: 1, ...words });
    expect((await call("bkpsdm", "PUT", url, { version: null, ...words, contact: "Telepon 1" })).statusCode).toBe(412);
    for (const slot of ["daerah", "negara"]) {
      const answer = await app.inject({ method: "PUT", url: `/api/letterhead-image/${slot}`, headers: { cookie: await cookieOf("bkpsdm"), "content-type": "image/png" }, payload: tinyPng("di mana") });
      expect([answer.statusCode, answer.body]).toEqual([200, answer.body]);
    }
    const sourceId = (await call("dewi", "GET", "/api/document")).json().documents.at(-1).sourceId;
    const { text, alts } = await pdfOf("dewi", pdfUrl("dokumen_evaluasi", city.people.dewi, sourceId));
    for (const part of ["DINAS CONTOH A", "Jalan Contoh Nomor 1, Langsa", "Kode Pos 24400"]) expect(plain(text)).toContain(plain(part));
    expect(alts).toEqual(["Lambang Kota Langsa", "Lambang negara Garuda Pancasila", expect.stringContaining("Kode QR")]);
    const list = (await call("bkpsdm", "GET", "/api/letterhead")).json();
    expect(list.heads.map(({ unit: { name, isCity } }: { unit: { name: string; isCity: boolean } }) => [name, isCity])).toEqual([["Kota Langsa", true], ["Dinas A", false], ["Dinas B", false]]);
    expect((await call("bkpsdm", "GET", "/api/letterhead-image/daerah")).rawPayload.toString("latin1")).not.toContain("di mana");
    for (const who of ["kadisA", "auditor", "budi"] as const) expect((await call(who, "GET", "/api/letterhead")).statusCode, who).toBe(404);
    expect((await call("analis", "PUT", url, { version: 1, ...words })).statusCode).toBe(403);
  });
});
const cookieOf = async (who: Who): Promise<string> => signIn(city.people[who]);
