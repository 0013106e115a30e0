import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Pool } from "pg";
import { v7 } from "uuid";
import type { Role } from "@teraju/domain";
import { checkFile, keepFile } from "../../src/features/evidence/files.ts";
import { TINY_PDF, tinyPng } from "../images.ts";
import type { TestApp } from "../app.ts";
import { addCapaian, addPeriod, addRegisterEvidence, addUmpanBalik, useTwoBlind } from "../appraisal-factories.ts";
import { buildDevelopment, type DevelopmentWorld } from "./development-requests.ts";
import { buildCareers, type CareerWorld } from "./career-requests.ts";
import { buildImport } from "./import-requests.ts";
import { buildRelations, type RelationWorld } from "./relation-requests.ts";
import { buildOrganisation } from "./organisation-requests.ts";
import { buildRekonsiliasi } from "./rekonsiliasi-requests.ts";
import { buildStandards, type StandardWorld } from "./standard-requests.ts";
import { buildMeetings, type MeetingWorld } from "./meeting-world.ts";
import { buildPeers, type PeerWorld } from "./peer-world.ts";
import { addPenilai, addPerson, addReport, addSkp, smallCity, type AddedReport, type SetSkp, type SmallCity } from "../factories.ts";

/** The day on which the matrix asks. */
export const TODAY = "2026-11-23";
/** The month of the report in question: within the former penilai's time, before today's penilai came. */
export const MONTH = "2026-09";

/**
 * Who asks, by how they stand to the pegawai in question, Budi of Bidang A1 in Dinas A; each stands in that one way only.
 * Whoever is not said to be elsewhere sits in Dinas B and leads nothing.
 */
export const STANDINGS = [
  "diri", // Budi himself
  "penilai", // his pejabat penilai since October
  "atasan", // his atasan pejabat penilai
  "kabid", // head of Bidang A1, same OPD, not his penilai
  "plt", // Plt. head of Bidang A1
  "kadis", // head of Dinas A, above Bidang A1
  "wali", // holds the post of Wali Kota; the role is another matter
  "bekas", // was his penilai from January to September
  "bekasLama", // was his penilai until the end of last year
  "calon", // will be his penilai from January on
  "bawahan", // Budi is their penilai
  "bawahanKedua", // Budi is their atasan pejabat penilai
  "sekantor", // staff of a puskesmas below Dinas A
  "opdLain", // staff of Dinas B
] as const;
export type StandingWord = (typeof STANDINGS)[number];

export type World = {
  meetings: MeetingWorld;
  peers: PeerWorld;
  careers: CareerWorld;
  /** A file of people that waits for its preview. */
  importId: string;
  /** A planned change of the organisation. */
  reorganisationId: string;
  relations: RelationWorld;
  /** A kept report of e-Kinerja. */
  rekonsiliasiId: string;
  standards: StandardWorld;
  development: DevelopmentWorld;
  people: Record<StandingWord, string>;
  city: SmallCity;
  skp: SetSkp; draftSkpId: string; report: AddedReport; draftReport: AddedReport; returnedReport: AddedReport;
  evidence: { file: string; draftFile: string; returnedFile: string; noteFile: string; used: string; usedOnNote: string };
  noteId: string; sentNoteId: string; notificationId: string; absenceId: string; correctionId: string;
  /** Given to Budi by his penilai; asked by Budi of his penilai. */
  given: string; asked: string;
  /** Q2 has a final result; Q3 a draft. */
  q2: string; q3: string; /** 2026, rated in two blind sides; nothing is locked. */ year: string; resultId: string; draftResultId: string;
  /** A role that begins next year: it opens nothing today. */
  roleId: string;
  /** Budi's, on the final result; not yet explained. */
  keberatanId: string;
  hearingId: string;
  /** About Budi's final result, in the rapat kalibrasi of Dinas A; not yet answered. */
  proposalId: string;
  /** Made by the head of Dinas A, with its file. */
  documentJobId: string;
  /** Examples of a post: made by Budi's penilai for that team; come with the city. */
  templates: { team: string; city: string };
};

const BELOW_DINAS_B = ["penilai", "atasan", "plt", "bekas", "bekasLama", "calon", "bawahan", "bawahanKedua"] as const;

/** A fixed city around one pegawai, with everything that an endpoint can be about. */
export async function buildWorld(test: TestApp): Promise<World> {
  const { pool, clock } = test;
  const city = await smallCity(pool);
  const { people: p, units } = city;
  const more = Object.fromEntries(BELOW_DINAS_B.map((name) => [name, v7()])) as Record<(typeof BELOW_DINAS_B)[number], string>;
  for (const name of BELOW_DINAS_B) await addPerson(pool, { id: more[name], name, nip: null, unitId: units.dinasB });
  const people: World["people"] = { ...more, diri: p.budi, kabid: p.kabidA, kadis: p.kadisA, wali: p.wali, sekantor: p.dewi, opdLain: p.eko };
  await relate(pool, city, people);

  clock.set("2026-07-10");
  const own = await makePapers(pool, city, people);
  const q2 = await addPeriod(pool, city, { number: 2, firstMonth: "2026-04", lastMonth: "2026-06", ratingFrom: "2026-07-01", ratingUntil: "2026-07-20" });
  const q3 = await addPeriod(pool, city);
  const year = await addPeriod(pool, city, { kind: "tahunan", number: 1, firstMonth: "2026-01", lastMonth: "2026-12", ratingFrom: "2026-07-01", ratingUntil: "2027-01-31" });
  await useTwoBlind(pool, year);
  for (const periodId of [q2, q3]) for (const unitId of [units.bidangA1, units.dinasA]) await addCapaian(pool, { periodId, unitId, setBy: p.wali });
  const resultId = await rate(test, people, q2, own);
  const proposalId = await calibrate(pool, city, people, { q2, resultId });
  const keberatanId = await object(test, people, resultId);
  const hearingId = await hear(test.pool, people, keberatanId);

  clock.set(TODAY);
  const draftResultId = v7();
  await pool.query("insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, skp_id) values ($1,$2,$3,$4,$5,$6,$7,$8)",
    [draftResultId, q3, people.diri, units.bidangA1, units.dinasA, city.ord.bidangA1, people.bekas, own.skp.skpId]);
  const evidence = await makeEvidence(test, people.diri, own, resultId);
  const given = await addUmpanBalik(pool, { fromId: people.penilai, toId: people.diri, month: "2026-10", givenOn: "2026-11-02" });
  const asked = v7();
  await pool.query("insert into umpan_balik (id, from_id, to_id, month, status, question, requested_on) values ($1,$2,$3,'2026-10','diminta','Apa yang perlu saya perbaiki?','2026-11-03')", [asked, people.penilai, people.diri]);
  const [notificationId, absenceId, correctionId] = [v7(), v7(), v7()];
  await pool.query("insert into penilai_correction (id, pegawai_id, penilai_id, reason, asked_on) values ($1,$2,$3,'Saya sudah pindah bidang.',$4)", [correctionId, people.diri, people.penilai, TODAY]);
  await pool.query("insert into absence (id, person_id, kind, set_by, valid_from, valid_until) values ($1,$2,'cuti',$3,'2024-12-02','2024-12-06')", [absenceId, people.diri, people.penilai]);
  await pool.query("insert into notification (id, person_id, kind, day) values ($1,$2,'reminder_report',$3)", [notificationId, people.diri, TODAY]);
  const templates = await makeTemplates(pool, people.penilai, own.skp.skpId);
  const documentJobId = await makeDocumentJob(test, people.kadis, units.dinasA);
  const meetings = await buildMeetings(test, city, people, { noteId: own.noteId, today: TODAY });
  const peers = await buildPeers(test, city, people, q2);
  const careers = await buildCareers(pool, city);
  const importId = await buildImport(pool, city);
  const reorganisationId = await buildOrganisation(pool, city);
  const relations = await buildRelations(pool, city);
  const rekonsiliasiId = await buildRekonsiliasi(pool, city);
  const standards = await buildStandards(pool, city);
  const development = await buildDevelopment(pool, city, people);
  await makeSignedPapers(test, { q2, q3, resultId }, people, city.people);
  await pool.query("delete from role_assignment");
  // Roles that have ended, or will begin, open nothing.
  await pool.query("insert into role_assignment (id, person_id, role, valid_from, valid_until) values ($1,$2,'auditor','2024-01-01',$3)", [v7(), people.opdLain, TODAY]);
  await pool.query("insert into role_assignment (id, person_id, role, valid_from, valid_until) values ($1,$2,'bkpsdm_analis','2024-01-01',$3)", [v7(), people.sekantor, TODAY]);
  const roleId = v7();
  await pool.query("insert into role_assignment (id, person_id, role, valid_from, valid_until) values ($1,$2,'admin_teknis','2027-01-01','2027-06-01')", [roleId, city.people.kadisB]);
  return {
    people,
    city,
    roleId,
    importId,
    reorganisationId,
    relations,
    rekonsiliasiId,
    year,
    meetings, peers, careers, development, standards, ...own, evidence, notificationId, absenceId, correctionId, given, asked, q2, q3, resultId, draftResultId, keberatanId, hearingId, proposalId, documentJobId, templates,
  };
}

/** What the Wali Kota rated on paper: one entered, one behind Budi's result, each with its scan. */
async function makeSignedPapers({ pool, dataDir }: TestApp, { q2, q3, resultId }: Pick<World, "q2" | "q3" | "resultId">, { kadis, diri, bekas }: World["people"], { wali, analis, auditor }: SmallCity["people"]): Promise<void> {
  for (const [periodId, personId, penilaiId, appraisalId] of [[q3, kadis, wali, null], [q2, diri, bekas, resultId]] as const) {
    const { bytes, mime, sha256 } = await checkFile(TINY_PDF, "application/pdf", "Kertas");
    const isConfirmed = appraisalId !== null;
    await pool.query(`insert into signed_rating (id, period_id, person_id, penilai_id, status, signed_on, hasil_kerja, perilaku, basis, scan_key, scan_mime, scan_title, scan_sha256, entered_by, entered_on, seen_by, seen_version, confirmed_by, confirmed_on, appraisal_id, version)
      values ($1,$2,$3,$4,$5,'2026-10-05','sesuai','sesuai','[]',$6,$7,'Kertas',$8,$9,$10,$11,$12,$11,$13,$14,3)`,
    [v7(), periodId, personId, penilaiId, isConfirmed ? "confirmed" : "entered", await keepFile(dataDir, bytes), mime, sha256, analis, TODAY, isConfirmed ? auditor : null, isConfirmed ? 2 : null, isConfirmed ? TODAY : null, appraisalId]);
  }
}

/** An example of a post that a penilai made for the team, and one that came with the city. */
async function makeTemplates(pool: Pool, penilaiId: string, skpId: string): Promise<World["templates"]> {
  const [team, city] = [v7(), v7()];
  const body = JSON.stringify({ pendekatan: "kuantitatif", hasilKerja: [] });
  await pool.query("insert into skp_template (id, jabatan_name, title, source, body, owner_id, made_by, made_on, source_skp_id) values ($1,'Arsiparis','Arsip','Templat tim',$3,$4,$4,$5,$6), ($2,'Arsiparis','Arsip','Contoh kota',$3,null,null,null,null)", [team, city, body, penilaiId, TODAY, skpId]);
  return { team, city };
}

/** A finished job with its file, and a picture of the letterhead. */
async function makeDocumentJob({ pool, dataDir }: TestApp, ownerId: string, unitId: string): Promise<string> {
  const id = v7();
  await pool.query("insert into document_job (id, owner_id, unit_id, kinds, year, packaging, origin, status, total, done, file_name, size_bytes, created_at, finished_at) values ($1,$2,$3,'{skp}',2026,'zip','http://localhost','done',1,1,'dokumen.zip',3,now(),now())", [id, ownerId, unitId]);
  await mkdir(path.join(dataDir, "documents"), { recursive: true });
  await writeFile(path.join(dataDir, "documents", id), "zip");
  await pool.query("insert into letterhead_image (slot, mime, bytes, sha256) values ('daerah', 'image/png', $1, 'x')", [tinyPng()]);
  return id;
}

/** The lines of penilai: Budi's own through three years, those of his bawahan; and the Plt. */
async function relate(pool: Pool, { units }: SmallCity, who: World["people"]): Promise<void> {
  await pool.query("delete from penilai_relation where pegawai_id = any($1)", [[who.diri, who.sekantor, who.opdLain]]);
  const pegawaiId = who.diri;
  await addPenilai(pool, { pegawaiId, penilaiId: who.bekasLama, from: "2024-01-01", until: "2026-01-01" });
  await addPenilai(pool, { pegawaiId, penilaiId: who.bekas, atasanId: who.atasan, from: "2026-01-01", until: "2026-10-01" });
  await addPenilai(pool, { pegawaiId, penilaiId: who.penilai, atasanId: who.atasan, from: "2026-10-01", until: "2027-01-01" });
  await addPenilai(pool, { pegawaiId, penilaiId: who.calon, atasanId: who.atasan, from: "2027-01-01" });
  await addPenilai(pool, { pegawaiId: who.bawahan, penilaiId: who.diri, from: "2024-01-01" });
  await addPenilai(pool, { pegawaiId: who.bawahanKedua, penilaiId: who.bawahan, atasanId: who.diri, from: "2024-01-01" });
  const post = v7();
  await pool.query("insert into jabatan (id, unit_id, name, jenis, is_head) values ($1,$2,'Kepala Bidang A1','administrator',true)", [post, units.bidangA1]);
  await pool.query("insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) values ($1,$2,$3,$4,'plt','2026-11-01')", [v7(), who.plt, post, units.bidangA1]);
}

type Papers = Pick<World, "skp" | "draftSkpId" | "report" | "draftReport" | "returnedReport" | "noteId" | "sentNoteId">;
/** Everybody's SKP and report of the month; Budi's draft, returned month, next SKP and notes beside them. */
async function makePapers(pool: Pool, city: SmallCity, people: World["people"]): Promise<Papers> {
  const unitOf = (name: StandingWord) => (name === "wali" ? "kota" : name === "kadis" ? "dinasA" : name === "sekantor" ? "puskesmasA2" : name === "diri" || name === "kabid" ? "bidangA1" : "dinasB");
  for (const name of STANDINGS) {
    if (name === "diri") continue;
    const skp = await addSkp(pool, { personId: people[name], year: 2026, unitId: city.units[unitOf(name)] });
    await addReport(pool, city, { personId: people[name], unit: unitOf(name), month: MONTH, skp, status: "checked" });
  }
  const own = { personId: people.diri, unit: "bidangA1", penilaiId: people.bekas } as const;
  const skp = await addSkp(pool, { personId: people.diri, year: 2026, penilaiId: people.bekas, unitId: city.units.bidangA1 });
  for (const month of ["2026-04", "2026-05", "2026-06", "2026-07"]) await addReport(pool, city, { ...own, month, skp, status: "checked" });
  const report = await addReport(pool, city, { ...own, month: MONTH, skp, status: "submitted" });
  const returnedReport = await addReport(pool, city, { ...own, month: "2026-08", skp, status: "returned" });
  const draftReport = await addReport(pool, city, { ...own, month: "2026-10", skp, realisasi: [3, 4] });
  const draftSkpId = v7();
  await pool.query("insert into skp (id, person_id, year, revision, status, pendekatan, unit_id, effective_from) values ($1,$2,2026,2,'draft','kuantitatif',$3,'2026-01-01')", [draftSkpId, people.diri, city.units.bidangA1]);
  const [noteId, sentNoteId] = [v7(), v7()];
  for (const [id, rowId] of [[noteId, null], [sentNoteId, report.rowIds[0]]]) await pool.query("insert into daily_note (id, person_id, day, text, report_row_id) values ($1,$2,'2026-09-04','Menyusun rekap kunjungan.',$3)", [id, people.diri, rowId]);
  return { skp, draftSkpId, report, draftReport, returnedReport, noteId, sentNoteId };
}

/** The penilai of that time rates the second quarter and makes it final. */
async function rate({ as }: TestApp, { bekas, diri }: World["people"], periodId: string, { skp }: Papers): Promise<string> {
  const ask = await as(bekas);
  const url = `/api/appraisal/${periodId}/${diri}`;
  const id = v7();
  const saved = await ask("PUT", url, {
    id, version: null, hasil: skp.lines.map(({ lineId }) => ({ lineId, rating: "sesuai" })), perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }],
    hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [],
  });
  const final = await ask("POST", `${url}/finalise`, { version: 1 });
  if (saved.statusCode !== 200 || final.statusCode !== 200) throw new Error(`the world has no final result: ${saved.body} ${final.body}`);
  return id;
}

/** The head of Dinas A has opened a rapat kalibrasi, read Budi's case and proposed; the analis sits with it. */
async function calibrate(pool: Pool, { units, people: p }: SmallCity, { kadis, diri, bekas }: World["people"], { q2, resultId }: Pick<World, "q2" | "resultId">): Promise<string> {
  const [meeting, proposalId] = [v7(), v7()];
  const opening = { jumlah: { sangat_baik: 0, baik: 1, butuh_perbaikan: 0, kurang: 0, sangat_kurang: 0 }, sisa: 0, penilai: [], butir: [{ appraisalId: resultId, bagian: "patokan", z: null, isFragile: false }] };
  await pool.query("insert into kalibrasi (id, period_id, unit_id, opening, opened_by, opened_on, opened_at, analis_id, analis_on) values ($1,$2,$3,$4,$5,'2026-07-10','2026-07-10T03:00:00Z',$6,'2026-07-10')", [meeting, q2, units.dinasA, opening, kadis, p.analis]);
  await pool.query("insert into kalibrasi_reading (kalibrasi_id, appraisal_id, person_id, read_at) values ($1,$2,$3,'2026-07-10T03:00:00Z')", [meeting, resultId, kadis]);
  await pool.query("insert into kalibrasi_proposal (id, kalibrasi_id, appraisal_id, penilai_id, author_id, reason, hasil_kerja, perilaku, predikat, proposed_on) values ($1,$2,$3,$4,$5,$6,'di_atas','sesuai','baik','2026-07-10')",
    [proposalId, meeting, resultId, bekas, kadis, `Bukti ${diri} terlampaui.`]);
  return proposalId;
}

/** Budi receives the result and objects to it. */
async function object({ as }: TestApp, { diri }: World["people"], resultId: string): Promise<string> {
  const ask = await as(diri);
  const id = v7();
  await ask("GET", `/api/result/${resultId}`);
  const filed = await ask("POST", "/api/keberatan", { id, resultId, claims: [{ aspect: "hasil_kerja", target: null, alasan: "Realisasi Mei belum dihitung seluruhnya.", basis: [] }] });
  if (filed.statusCode !== 200) throw new Error(`the world has no keberatan: ${filed.body}`);
  return id;
}

/** Both sides were heard by who decides. */
async function hear(pool: Pool, { diri }: World["people"], keberatanId: string): Promise<string> {
  const id = v7();
  await pool.query(`insert into keberatan_hearing (id, keberatan_id, held_on, place, is_owner_present, is_penilai_present, said, written_by, written_on, written_at, hash)
    select $1, id, filed_on, 'Ruang rapat', true, true, 'Register Mei dibuka bersama.', atasan_id, filed_on, filed_at, repeat('0', 64) from keberatan where id = $2 and person_id = $3`, [id, keberatanId, diri]);
  return id;
}

/** Files on the sent, the returned and the unsent month and on a private note; two that a rating stands on, so that they stay. */
async function makeEvidence({ app, pool, signIn }: TestApp, budi: string, own: Papers, appraisalId: string): Promise<World["evidence"]> {
  const cookie = await signIn(budi);
  // The months are closed by today: each file is hung on the note first, and moved to the row that it belongs to.
  const upload = async (on: AddedReport | null): Promise<string> => {
    const id = v7();
    const answer = await app.inject({ method: "PUT", url: `/api/evidence/${id}/file?noteId=${own.noteId}&title=Bukti`, headers: { cookie, "content-type": "application/pdf" }, payload: TINY_PDF });
    if (answer.statusCode !== 200) throw new Error(`the world has no evidence: ${answer.body}`);
    if (on !== null) await pool.query("update evidence set note_id = null, report_row_id = $2 where id = $1", [id, on.rowIds[0]]);
    return id;
  };
  const evidence = { noteFile: await upload(null), file: await upload(own.report), returnedFile: await upload(own.returnedReport), draftFile: await upload(own.draftReport) };
  const used = await addRegisterEvidence(pool, { ownerId: budi, reportRowId: own.report.rowIds[1] ?? "" });
  const usedOnNote = await upload(null);
  for (const id of [used, usedOnNote]) await pool.query("insert into appraisal_basis (id, appraisal_id, aspect, evidence_id) values ($1,$2,'hasil_kerja',$3)", [v7(), appraisalId, id]);
  return { ...evidence, used, usedOnNote };
}

/** From now on everybody who asks holds this one role, or none; the admin of an OPD is that of Budi's. */
export async function giveRole(pool: Pool, world: World, role: Role | null): Promise<void> {
  await pool.query("delete from role_assignment where valid_until is null");
  if (role === null) return;
  await pool.query("insert into role_assignment (id, person_id, role, unit_id, valid_from) select gen_random_uuid(), p, $2, $4, $3 from unnest($1::uuid[]) p", [STANDINGS.map((s) => world.people[s]), role, TODAY, role === "admin_opd" ? world.city.units.dinasA : null]);
}
