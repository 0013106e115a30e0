import type { LightMyRequestResponse } from "fastify";
import { v7 } from "uuid";
import { TINY_PDF } from "../images.ts";
import { DOCUMENT_REQUESTS } from "./document-requests.ts";
import type { Row } from "./matrix.ts";
import { DEVELOPMENT_REQUESTS } from "./development-requests.ts";
import { CAREER_REQUESTS } from "./career-requests.ts";
import { IMPORT_REQUESTS } from "./import-requests.ts";
import { ORGANISATION_REQUESTS } from "./organisation-requests.ts";
import { RELATION_REQUESTS } from "./relation-requests.ts";
import { REKONSILIASI_REQUESTS } from "./rekonsiliasi-requests.ts";
import { STANDARD_REQUESTS } from "./standard-requests.ts";
import { MEETING_REQUESTS } from "./meeting-requests.ts";
import { PEER_REQUESTS } from "./peer-requests.ts";
import { MONTH, type World } from "./world.ts";

export type Request = { readonly url: string; readonly body?: unknown; readonly file?: Buffer; /** Of the file, where it is no PDF. */ readonly type?: string };
type Make = (w: World) => Request;

/** Nobody has seen this version: who may act gets as far as "changed meanwhile" or a refusal of state, and changes nothing. */
const version = 999;
const nothing = { kendala: null, bantuan: null };
const at = (url: string, body?: unknown): Request => ({ url, ...(body === undefined ? {} : { body }) });

const own: Record<string, Make> = {
  "GET /api/session": () => at("/api/session"),
  "DELETE /api/session": () => at("/api/session"),
  "DELETE /api/sessions": () => at("/api/sessions"),
  "GET /api/home": () => at("/api/home"),
  "GET /api/skp": () => at("/api/skp?year=2026"),
  "GET /api/skp-team": () => at("/api/skp-team"),
  "GET /api/skp-team/source": () => at("/api/skp-team/source"),
  "GET /api/skp-template/kept": () => at("/api/skp-template/kept"),
  "GET /api/skp-template": () => at("/api/skp-template"),
  "GET /api/monthly-report": () => at("/api/monthly-report?year=2026"),
  "GET /api/monthly-report/:month": () => at(`/api/monthly-report/${MONTH}`),
  "GET /api/review": () => at("/api/review"),
  "GET /api/review/team": () => at(`/api/review/team?month=${MONTH}&cakupan=unit`),
  "GET /api/report-import": () => at(`/api/report-import?month=${MONTH}`),
  "GET /api/report-import/template": () => at(`/api/report-import/template?month=${MONTH}`),
  "GET /api/daily-note": () => at(`/api/daily-note?month=${MONTH}`),
  "POST /api/daily-note": () => at("/api/daily-note", { id: v7(), day: "2026-11-20", text: "Rapat koordinasi.", lineId: null }),
  "GET /api/umpan-balik": () => at("/api/umpan-balik"),
  "GET /api/colleague": () => at("/api/colleague?q=a"),
  "GET /api/kategori-ipk": () => at("/api/kategori-ipk?lokasi=dalam_negeri&jenjang=s1&akreditasi=B&ipk=3.27"),
  "GET /api/evaluation-period": () => at("/api/evaluation-period"),
  "GET /api/appraisal/team": (w) => at(`/api/appraisal/team?period=${w.q3}`),
  "GET /api/blind-rating": () => at("/api/blind-rating"),
  "GET /api/capaian-organisasi": (w) => at(`/api/capaian-organisasi?period=${w.q3}`),
  "GET /api/e-kinerja/month/:month": () => at(`/api/e-kinerja/month/${MONTH}`),
  "GET /api/result": () => at("/api/result"),
  "GET /api/keberatan": () => at("/api/keberatan"),
  "POST /api/notification/:id/read": (w) => at(`/api/notification/${w.notificationId}/read`),
  "PUT /api/daily-note/:id": (w) => at(`/api/daily-note/${w.noteId}`, { version, day: "2026-09-04", text: "Lain.", lineId: null }),
  // It stands in a sent report: its owner learns that, and it stays.
  "DELETE /api/daily-note/:id": (w) => at(`/api/daily-note/${w.sentNoteId}`),
};

const skp = (w: World, tail: string, body?: unknown): Request => at(`/api/skp/${w.skp.skpId}${tail}`, body);
const draft = { version, pendekatan: "kuantitatif", hasilKerja: [], perilaku: [], lampiran: [] };
const plans: Record<string, Make> = {
  "POST /api/skp": () => at("/api/skp", { id: v7(), year: 2027, from: { kind: "empty", pendekatan: "kuantitatif" } }),
  "POST /api/skp [from Budi's]": (w) => at("/api/skp", { id: v7(), year: 2027, from: { kind: "previous", skpId: w.skp.skpId } }),
  "GET /api/skp/:id": (w) => skp(w, ""),
  "GET /api/skp/:id [a draft]": (w) => at(`/api/skp/${w.draftSkpId}`),
  "GET /api/e-kinerja/skp/:id": (w) => at(`/api/e-kinerja/skp/${w.skp.skpId}`),
  "GET /api/e-kinerja/skp/:id [a draft]": (w) => at(`/api/e-kinerja/skp/${w.draftSkpId}`),
  "PUT /api/skp/:id": (w) => skp(w, "", draft),
  "PUT /api/skp/:id [a draft]": (w) => at(`/api/skp/${w.draftSkpId}`, draft),
  "DELETE /api/skp/:id": (w) => skp(w, ""),
  "PUT /api/skp/:id/binding": (w) => skp(w, "/binding", { version, bindings: [{ lineId: w.skp.lines[0]?.lineId, intervenedLineId: null }] }),
  "POST /api/skp/:id/propose": (w) => skp(w, "/propose", { version }),
  "POST /api/skp/:id/withdraw": (w) => skp(w, "/withdraw", { version }),
  "POST /api/skp/:id/revise": (w) => skp(w, "/revise", { id: v7() }),
  "POST /api/skp-team/fill": (w) => at("/api/skp-team/fill", { year: 2026, from: { kind: "skp", id: w.skp.skpId }, people: [{ id: v7(), personId: w.people.diri }] }),
  "POST /api/skp/:id/send-back": (w) => skp(w, "/send-back", { version, note: "Perjelas targetnya." }),
  "POST /api/skp/:id/set": (w) => skp(w, "/set", { version }),
  // Of a name that the first to ask takes: who may, makes it or is told that there is one.
  "POST /api/skp/:id/template": (w) => skp(w, "/template", { id: v7(), title: "Pengolah data" }),
  "PUT /api/skp-template/:id [of a team]": (w) => at(`/api/skp-template/${w.templates.team}`, { version, title: "Lain" }),
  "PUT /api/skp-template/:id [the city's]": (w) => at(`/api/skp-template/${w.templates.city}`, { version, title: "Lain" }),
  "POST /api/skp-template/:id/retire [of a team]": (w) => at(`/api/skp-template/${w.templates.team}/retire`, { version }),
  "POST /api/skp-template/:id/retire [the city's]": (w) => at(`/api/skp-template/${w.templates.city}/retire`, { version }),
};

const report = (w: World, tail: string, body: unknown): Request => at(`/api/monthly-report/${w.report.reportId}${tail}`, body);
const review = (w: World, tail: string, body?: unknown): Request => at(`/api/review/${w.report.reportId}${tail}`, body);
/** Diri is no guru: a list that names them fills nothing, whoever brings it. */
const LIST = Buffer.from(`nip;bulan;indikator;realisasi\n198503032010011003;${MONTH};Jumlah dokumen 1;5\n`);
const file = (query: string): Request => ({ url: `/api/evidence/${v7()}/file?${query}&title=Bukti`, file: TINY_PDF });
const register = (target: object): Request => at("/api/evidence", { id: v7(), ...target, title: "Surat", registerNumber: "440/1/2026" });
const month: Record<string, Make> = {
  "PUT /api/monthly-report/:id": (w) => report(w, "", { version, rows: [], ...nothing }),
  "POST /api/monthly-report/:id/submit": (w) => report(w, "/submit", { version }),
  "POST /api/monthly-report/:id/withdraw": (w) => report(w, "/withdraw", { version }),
  "GET /api/review/:reportId": (w) => review(w, ""),
  "GET /api/review/:reportId [a draft]": (w) => at(`/api/review/${w.draftReport.reportId}`),
  "GET /api/review/:reportId [returned]": (w) => at(`/api/review/${w.returnedReport.reportId}`),
  "PUT /api/review/:reportId/verdicts": (w) => review(w, "/verdicts", { version, verdicts: [{ rowId: w.report.rowIds[0], verdict: "terima", note: null }] }),
  "POST /api/review/:reportId/check": (w) => review(w, "/check", { version, acceptRest: true }),
  "POST /api/review/:reportId/return": (w) => review(w, "/return", { version }),
  "GET /api/person-year/:personId": (w) => at(`/api/person-year/${w.people.diri}`),
  "POST /api/absence": (w) => at("/api/absence", { id: v7(), personId: w.people.diri, kind: "cuti", firstDay: "2025-03-03", lastDay: "2025-03-04", note: null }),
  "PUT /api/report-import/file": () => ({ url: "/api/report-import/file?source=Daftar%20sekolah", file: LIST, type: "text/csv" }),
  "PUT /api/report-import/draft/file": () => ({ url: `/api/report-import/draft/file?source=Daftar%20sekolah&digest=${"a".repeat(64)}`, file: LIST, type: "text/csv" }),
  "POST /api/absence/file": () => at("/api/absence/file", { csv: "nip;jenis;mulai;selesai;keterangan\n198503032010011003;sakit;2025-03-03;2025-03-04;" }),
  // Nobody has this NIP: who may, is refused by that alone.
  "GET /api/study": () => at("/api/study?year=2026"),
  "PUT /api/study/:personId/:year": (w) => at(`/api/study/${w.people.diri}/2026`, { version: null, studi: { lokasi: "dalam_negeri", jenjang: "s1", akreditasiPT: "A", akreditasiProdi: "B", ipk: 3.4, isGagal: false }, basis: "Surat kampus 12/2026" }),
  "POST /api/absence/import": () => at("/api/absence/import", { csv: "nip;jenis;mulai;selesai;keterangan\n196501011990031099;sakit;2025-03-03;2025-03-04;" }),
  "GET /api/absence": (w) => at(`/api/absence?personId=${w.people.diri}`),
  // Of months long settled: who may, is refused by that alone, and it stays for the next.
  "DELETE /api/absence/:id": (w) => at(`/api/absence/${w.absenceId}`),
  "PUT /api/evidence/:id/file": (w) => file(`reportRowId=${w.report.rowIds[0] ?? ""}`),
  "PUT /api/evidence/:id/file [on a private note]": (w) => file(`noteId=${w.noteId}`),
  "POST /api/evidence": (w) => register({ reportRowId: w.report.rowIds[0] }),
  "POST /api/evidence [on a private note]": (w) => register({ noteId: w.noteId }),
  "DELETE /api/evidence/:id": (w) => at(`/api/evidence/${w.evidence.used}`),
  "DELETE /api/evidence/:id [on a private note]": (w) => at(`/api/evidence/${w.evidence.usedOnNote}`),
  "GET /api/evidence/:id/file": (w) => at(`/api/evidence/${w.evidence.file}/file`),
  "GET /api/evidence/:id/file [of a draft]": (w) => at(`/api/evidence/${w.evidence.draftFile}/file`),
  "GET /api/evidence/:id/file [of a returned report]": (w) => at(`/api/evidence/${w.evidence.returnedFile}/file`),
  "GET /api/evidence/:id/file [on a private note]": (w) => at(`/api/evidence/${w.evidence.noteFile}/file`),
};

const question = (w: World, tail: string, body?: unknown): Request => at(`/api/penilai-correction/${w.correctionId}${tail}`, body);
const superior: Record<string, Make> = {
  "GET /api/penilai-correction/mine": () => at("/api/penilai-correction/mine"),
  // Nobody is proposed, and whoever has asked already is told so: each cell leaves at most one question of its asker.
  "POST /api/penilai-correction": () => at("/api/penilai-correction", { id: v7(), proposedId: null, reason: "Saya sudah pindah bidang." }),
  "POST /api/penilai-correction/:id/withdraw": (w) => question(w, "/withdraw", { version }),
  "GET /api/penilai-correction": () => at("/api/penilai-correction"),
  "GET /api/penilai-correction/:id": (w) => question(w, ""),
  "POST /api/penilai-correction/:id/accept": (w) => question(w, "/accept", { version, penilaiId: w.people.kadis, from: "2026-11-02", note: null }),
  "GET /api/penilai-correction/:id [of another OPD]": (w) => at(`/api/penilai-correction/${w.relations.correctionId}`),
  "POST /api/penilai-correction/:id/accept [of another OPD]": (w) => at(`/api/penilai-correction/${w.relations.correctionId}/accept`, { version, penilaiId: w.people.kadis, from: "2026-11-02", note: null }),
  "POST /api/penilai-correction/:id/decline": (w) => question(w, "/decline", { version, note: "Sudah benar menurut SK." }),
};

const say = (w: World, about: object): Request => at("/api/umpan-balik", { id: v7(), toId: w.people.diri, month: MONTH, nada: "netral", text: "Terima kasih.", ...about });
const words: Record<string, Make> = {
  "POST /api/umpan-balik": (w) => say(w, {}),
  "POST /api/umpan-balik [about a result]": (w) => say(w, { lineId: w.skp.lines[0]?.lineId }),
  "POST /api/umpan-balik [about a row of a report]": (w) => say(w, { reportRowId: w.report.rowIds[0] }),
  "POST /api/umpan-balik/request": (w) => at("/api/umpan-balik/request", { id: v7(), fromId: w.people.diri, month: MONTH, question: "Bagaimana hasil saya?" }),
  "POST /api/umpan-balik/:id/answer": (w) => at(`/api/umpan-balik/${w.asked}/answer`, { version, nada: "netral", text: "Perjelas datanya." }),
  "POST /api/umpan-balik/:id/reply": (w) => at(`/api/umpan-balik/${w.given}/reply`, { version, text: "Baik." }),
  "POST /api/umpan-balik/:id/read": (w) => at(`/api/umpan-balik/${w.given}/read`),
  "GET /api/umpan-balik/topic": (w) => at(`/api/umpan-balik/topic?personId=${w.people.diri}&month=${MONTH}`),
};

const capaian = (w: World, unitId: string): Request => at(`/api/capaian-organisasi/${w.q3}/${unitId}`, { id: v7(), version, predikat: "baik", basis: "Perjanjian kinerja", document: null });
const appraisal = (w: World, tail: string, body?: unknown, of = w.q3): Request => at(`/api/appraisal/${of}/${w.people.diri}${tail}`, body);
const blind = (w: World, tail: string, body?: unknown): Request => at(`/api/blind-rating/${w.year}/${w.people.diri}${tail}`, body);
const kalibrasi = (w: World, tail: string, body?: unknown): Request => at(`/api/kalibrasi/${w.q2}/${w.city.units.dinasA}${tail}`, body);
const unit = (w: World, tail: string, body?: unknown): Request => at(`/api/opd-dashboard/${w.city.units.bidangA1}${tail}`, body);
const rating = { id: v7(), version, hasil: [], perilaku: [], hasilKerja: null, perilakuKerja: null, alasanHasilKerja: null, alasanPerilaku: null, basis: [] };
/** About the head of Dinas A, whom the Wali Kota rates. */
const onPaper = (w: World, tail: string, body?: unknown): Request => at(`/api/signed-rating/${w.q3}/${w.people.kadis}${tail}`, body);
const period: Record<string, Make> = {
  "PUT /api/capaian-organisasi/:periodId/:unitId [Bidang A1]": (w) => capaian(w, w.city.units.bidangA1),
  "PUT /api/capaian-organisasi/:periodId/:unitId [Dinas A]": (w) => capaian(w, w.city.units.dinasA),
  "GET /api/pola/:periodId/:unitId [Dinas A]": (w) => at(`/api/pola/${w.q3}/${w.city.units.dinasA}`),
  "GET /api/appraisal/:periodId/:personId": (w) => appraisal(w, ""),
  "GET /api/appraisal/:periodId/:personId/saran": (w) => appraisal(w, "/saran?hasil=sesuai,sesuai&perilaku=sesuai"),
  "PUT /api/appraisal/:periodId/:personId": (w) => appraisal(w, "", rating),
  "POST /api/appraisal/:periodId/:personId/adopt": (w) => appraisal(w, "/adopt", { id: v7(), version, reportId: w.rekonsiliasiId, line: 9 }),
  "POST /api/appraisal/:periodId/:personId/finalise": (w) => appraisal(w, "/finalise", { version }),
  "POST /api/appraisal/:periodId/:personId/correct": (w) => appraisal(w, "/correct", { id: v7(), version, reason: "Angka bulan Mei tertukar dengan bulan April." }, w.q2),
  "PUT /api/appraisal/:periodId/:personId/year-state": (w) => appraisal(w, "/year-state", { version: null, keadaan: "bekerja", sejak: "2026-01-01", basis: "Tidak ada perubahan", studi: null }, w.year),
  "GET /api/blind-rating/:periodId/:personId": (w) => blind(w, ""),
  "PUT /api/blind-rating/:periodId/:personId": (w) => blind(w, "", { ratings: [{ lineId: w.skp.lines[0]?.lineId, rating: "sesuai" }] }),
  "POST /api/blind-rating/:periodId/:personId/word": (w) => blind(w, "/word", { lineId: w.skp.lines[0]?.lineId, text: "Register bulan Mei belum dihitung di dalam angka." }),
  "GET /api/result/:id": (w) => at(`/api/result/${w.resultId}`),
  "GET /api/result/:id [a draft]": (w) => at(`/api/result/${w.draftResultId}`),
  "GET /api/signed-rating": (w) => at(`/api/signed-rating?period=${w.q3}`),
  "GET /api/signed-rating/:periodId/:personId": (w) => onPaper(w, ""),
  "PUT /api/signed-rating/:periodId/:personId": (w) => onPaper(w, "", { id: v7(), version, number: null, signedOn: "2026-10-05", hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [] }),
  "PUT /api/signed-rating/:periodId/:personId/scan/file": (w) => ({ url: onPaper(w, "/scan/file?title=Kertas").url, file: TINY_PDF }),
  "GET /api/signed-rating/:periodId/:personId/scan/file": (w) => onPaper(w, "/scan/file"),
  "POST /api/signed-rating/:periodId/:personId/confirm": (w) => onPaper(w, "/confirm", { version }),
  "POST /api/signed-rating/:periodId/:personId/return": (w) => onPaper(w, "/return", { version, reason: "Rating perilaku tidak sama dengan kertas." }),
  "GET /api/result/:id/signed-paper": (w) => at(`/api/result/${w.resultId}/signed-paper`),
  "GET /api/siasn/result/:id": (w) => at(`/api/siasn/result/${w.resultId}`),
  "POST /api/siasn/result/:id": (w) => at(`/api/siasn/result/${w.resultId}`),
  "POST /api/result/:id/recompute": (w) => at(`/api/result/${w.resultId}/recompute`),
  "GET /api/result/:id/keberatan-material": (w) => at(`/api/result/${w.resultId}/keberatan-material`),
  "POST /api/keberatan": (w) => at("/api/keberatan", { id: v7(), resultId: w.resultId, claims: [{ aspect: "hasil_kerja", target: null, alasan: "Realisasi April tercatat dua kali.", basis: [] }] }),
  "GET /api/keberatan/:id": (w) => at(`/api/keberatan/${w.keberatanId}`),
  "GET /api/keberatan/:id/document": (w) => at(`/api/keberatan/${w.keberatanId}/document`),
  "POST /api/keberatan/:id/evidence": (w) => at(`/api/keberatan/${w.keberatanId}/evidence`, { version, aspect: "hasil_kerja", target: null, basis: [] }),
  "GET /api/keberatan-open": () => at("/api/keberatan-open"),
  "POST /api/keberatan/:id/reassign": (w) => at(`/api/keberatan/${w.keberatanId}/reassign`, { version, ground: "berhalangan", basis: "Atasan sedang cuti besar sampai Desember." }),
  "POST /api/keberatan/:id/explain": (w) => at(`/api/keberatan/${w.keberatanId}/explain`, { version, text: "Register April memang tercatat dua kali." }),
  "POST /api/keberatan/:id/hearing": (w) => at(`/api/keberatan/${w.keberatanId}/hearing`, { version, hearingId: v7(), on: "2026-11-23", place: "Ruang Kepala Dinas", isOwnerPresent: true, isPenilaiPresent: true, others: null, said: "Register April dibuka bersama di ruang rapat." }),
  "POST /api/keberatan/:id/hearing/:hearingId/answer": (w) => at(`/api/keberatan/${w.keberatanId}/hearing/${w.hearingId}/answer`, { answer: "setuju", note: null }),
  "POST /api/keberatan/:id/decide": (w) => at(`/api/keberatan/${w.keberatanId}/decide`, { version, putusan: "menguatkan", alasan: "Register April sudah dihitung dengan benar.", rekomendasi: null, outcomeId: v7(), hasilKerja: null, perilakuKerja: null, rows: [] }),
  "POST /api/result/:id/return": (w) => at(`/api/result/${w.resultId}/return`, { answer: "setuju", note: null }),
  "POST /api/result/:id/handover": (w) => at(`/api/result/${w.resultId}/handover`, { on: "2026-07-12", isSigned: true, note: null }),
  "GET /api/kalibrasi": () => at("/api/kalibrasi"),
  "GET /api/kalibrasi/:periodId/:unitId": (w) => kalibrasi(w, ""),
  "POST /api/kalibrasi/:periodId/:unitId/open": (w) => kalibrasi(w, "/open", { id: v7() }),
  "POST /api/kalibrasi/:periodId/:unitId/attend": (w) => kalibrasi(w, "/attend", { version }),
  "GET /api/kalibrasi/:periodId/:unitId/case/:appraisalId": (w) => kalibrasi(w, `/case/${w.resultId}`),
  "POST /api/kalibrasi/:periodId/:unitId/case/:appraisalId/read": (w) => kalibrasi(w, `/case/${w.resultId}/read`),
  "POST /api/kalibrasi/:periodId/:unitId/proposal": (w) => kalibrasi(w, "/proposal", { id: v7(), appraisalId: w.resultId, hasilKerja: "di_atas", perilaku: "di_atas", reason: "Bukti bulan Mei belum dihitung seluruhnya." }),
  "POST /api/kalibrasi/:periodId/:unitId/close": (w) => kalibrasi(w, "/close", { version, explanation: null }),
  "GET /api/pola-explanation": () => at("/api/pola-explanation"),
  "GET /api/pola-explanation/:unitId": (w) => at(`/api/pola-explanation/${w.city.units.dinasA}`),
  "GET /api/pola-explanation/:unitId/:periodId": (w) => at(`/api/pola-explanation/${w.city.units.dinasA}/${w.q2}`),
  "POST /api/pola-explanation/:unitId/:periodId": (w) => at(`/api/pola-explanation/${w.city.units.dinasA}/${w.q2}`, { revision: 0, text: "Target layanan terlampaui pada semua bidang." }),
  "POST /api/kalibrasi/proposal/:id/answer": (w) => at(`/api/kalibrasi/proposal/${w.proposalId}/answer`, { version, answer: "diterima", words: "Saya setuju dengan usul rapat ini.", correctionId: v7() }),
  "GET /api/opd-dashboard/:unitId [Bidang A1]": (w) => unit(w, ""),
  "GET /api/opd-dashboard/:unitId [Dinas A]": (w) => at(`/api/opd-dashboard/${w.city.units.dinasA}`),
  "GET /api/opd-dashboard/:unitId/people": (w) => unit(w, `/people?month=${MONTH}`),
  "GET /api/opd-dashboard/:unitId/matrix": (w) => unit(w, `/matrix?period=${w.q2}&hasilKerja=sesuai&perilaku=sesuai`),
  "GET /api/opd-dashboard/:unitId/export": (w) => unit(w, `/export?month=${MONTH}`),
  "POST /api/opd-dashboard/:unitId/remind [Bidang A1]": (w) => unit(w, "/remind", { month: "2026-10" }),
  "POST /api/opd-dashboard/:unitId/remind [Dinas A]": (w) => at(`/api/opd-dashboard/${w.city.units.dinasA}/remind`, { month: "2026-10" }),
  "GET /api/city-dashboard": (w) => at(`/api/city-dashboard?month=${MONTH}&unit=${w.city.units.dinasA}`),
  "GET /api/city-dashboard/export": () => at(`/api/city-dashboard/export?month=${MONTH}`),
  "GET /api/mayor-page": () => at(`/api/mayor-page?month=${MONTH}`),
};

const city: Record<string, Make> = {
  "GET /api/audit": () => at("/api/audit"),
  "POST /api/audit/verify": () => at("/api/audit/verify", {}),
  "POST /api/audit/sample": () => at("/api/audit/sample", {}),
  "GET /api/opd-start": () => at("/api/opd-start"),
  // Long ago: nothing of the city changes by it.
  "PUT /api/opd-start": (w) => at("/api/opd-start", { unitIds: [w.city.units.dinasB], month: "2024-01", note: null }),
  "GET /api/setup": () => at("/api/setup"),
  // From before who leads it now: refused by its state, and the city of the matrix stays as it is.
  "POST /api/kepala-daerah": () => at("/api/kepala-daerah", { id: v7(), name: "Wali Kota", login: "wali.percobaan", jabatan: "Wali Kota", from: "2024-01-01", basis: "SK percobaan" }),
  "GET /api/role-assignment": () => at("/api/role-assignment"),
  "GET /api/role-assignment/people": () => at("/api/role-assignment/people?q=budi"),
  "POST /api/role-assignment": (w) => at("/api/role-assignment", { id: v7(), personId: w.city.people.citra, role: "admin_teknis", unitId: null, from: "2026-11-22", until: null, basis: null }),
  "POST /api/role-assignment/:id/end": (w) => at(`/api/role-assignment/${w.roleId}/end`, { until: "2026-11-22" }),
  "GET /api/account": () => at("/api/account?q=budi"),
  "POST /api/account/:personId/activation-code": (w) => at(`/api/account/${w.city.people.citra}/activation-code`, { identity: "ktp" }),
  "GET /api/account-letter": () => at("/api/account-letter"),
  "POST /api/account-letter/:unitId [of another OPD]": (w) => at(`/api/account-letter/${w.city.units.dinasB}`, { again: false }),
  "POST /api/account-letter/:unitId": (w) => at(`/api/account-letter/${w.city.units.dinasA}`, { again: false }),
  "PUT /api/account/:personId": (w) => at(`/api/account/${w.people.diri}`, { isActive: true }),
  "PUT /api/account/:personId [of another OPD]": (w) => at(`/api/account/${w.city.people.kadisB}`, { isActive: true }),
};

/** The request of each row of the matrix. */
export const REQUESTS: Readonly<Record<string, Make>> = {
  ...own, ...plans, ...month, ...superior, ...words, ...period, ...city,
  ...DOCUMENT_REQUESTS,
  ...MEETING_REQUESTS,
  ...PEER_REQUESTS,
  ...CAREER_REQUESTS,
  ...IMPORT_REQUESTS,
  ...ORGANISATION_REQUESTS,
  ...RELATION_REQUESTS,
  ...REKONSILIASI_REQUESTS,
  ...STANDARD_REQUESTS,
  ...DEVELOPMENT_REQUESTS,
};

/** Those that end the session they are sent with. */
export const ENDS_SESSION = ["DELETE /api/session", "DELETE /api/sessions"];

/** What an answer shows, where 200 alone does not say it: a report without its rows, a person without results to name. */
const CONTENT: Readonly<Record<string, { of: "rows" | "lines"; empty: "s" | "." }>> = {
  "GET /api/review/:reportId": { of: "rows", empty: "s" },
  "GET /api/umpan-balik/topic": { of: "lines", empty: "." },
};
const NOT_THEIRS = ["not_yours", "not_your_bawahan", "not_meeting_leader"];

/** An answer as a mark of the matrix; what has no mark is said with its status. */
export function markOf(row: Row, { statusCode, json }: LightMyRequestResponse): string {
  const content = CONTENT[row.endpoint];
  if (statusCode === 200 && content !== undefined) return json()[content.of].length > 0 ? "+" : content.empty;
  if (statusCode === 200 || statusCode === 204 || statusCode === 412) return "+";
  if (statusCode === 409) return json().refusals.some((code: string) => NOT_THEIRS.includes(code)) ? "~" : "+";
  if (statusCode === 403) return "x";
  if (statusCode === 404) return ".";
  return String(statusCode);
}
