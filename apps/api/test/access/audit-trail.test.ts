import * as contracts from "@teraju/contracts";
import type { Endpoint } from "@teraju/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "../app.ts";
import { fakeSiasn } from "../siasn-server.ts";
import { addCapaian, addPeriod, addRegisterEvidence, addUmpanBalik, useTwoBlind } from "../appraisal-factories.ts";
import { valuesWith } from "../standard-factories.ts";
import { addPenilai, addPerson, addReport, addSkp, smallCity, type AddedReport, type SetSkp, type SmallCity } from "../factories.ts";
import { TINY_PDF, tinyPng } from "../images.ts";

/**
 * A walk through all endpoints that change something: each leaves exactly these lines in the trail when it succeeds, by who asked;
 * none when the same request comes again, when it is stale, or when it says more than the contract allows.
 * Answers of colleagues are the exception, each named here: a line about one would say who answered when. They leave none.
 */
const siasn = await fakeSiasn();
const { app, pool, clock, signIn } = await testApp({ today: "2026-11-23", siasn: siasn.config });
let city: SmallCity;
let skp: SetSkp;
let report: AddedReport;
const cookies = new Map<string, string>();
const walked = new Set<string>();

beforeAll(async () => {
  city = await smallCity(pool);
  kepala = await addPerson(pool, { name: "kepala", nip: "197601012001121001", unitId: city.units.dinasB, role: "bkpsdm_kepala" });
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA, unitId: city.units.bidangA1 });
  report = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-11", skp, penilaiId: city.people.kabidA });
});

type Entry = { action: string; actor_id: string | null; target_id: string };
const head = async (): Promise<number> => (await pool.query<{ n: number }>("select coalesce(max(seq), 0)::int as n from audit")).rows[0]?.n ?? 0;
const entriesAfter = async (seq: number): Promise<Entry[]> => (await pool.query<Entry>("select action, actor_id, target_id from audit where seq > $1 order by seq", [seq])).rows;

/** The second person where two are needed. */
type Person = keyof SmallCity["people"] | "kepala";
let kepala: string;
const idOf = (who: Person): string => (who === "kepala" ? kepala : city.people[who]);
async function send(who: Person | null, method: string, url: string, body: unknown, type = "application/pdf") {
  if (who !== null && !cookies.has(who)) cookies.set(who, await signIn(idOf(who)));
  const cookie = who === null ? undefined : cookies.get(who);
  return app.inject({
    method: method as "GET", url, ...(body === undefined ? {} : { payload: body as object }),
    headers: { ...(cookie !== undefined && { cookie }), ...(Buffer.isBuffer(body) && { "content-type": type }) },
  });
}

type Step = {
  /** "POST /api/skp/:id/set" */
  does: string;
  who: Person | null; url: string; body?: unknown;
  /** Of a body that is a file, where it is no PDF. */
  type?: string;
  /** The lines of the trail, in their order. */
  leaves: readonly string[];
  /** Whose lines they are, where nobody is signed in yet. */
  by?: Person;
  /** `same`: sent again it succeeds and changes nothing; `refused`: it does not succeed again; `more`: each time is a deed of its own. */
  again: "same" | "refused" | "more";
};
async function assertStep({ does, who, url, body, type, leaves, by, again }: Step): Promise<unknown> {
  const [method = ""] = does.split(" ");
  expect(new RegExp(`^${(does.split(" ")[1] ?? "").replaceAll(/:\w+/g, "[^/]+")}$`).test(url.replace(/\?.*/, "")), `${url} is not ${does}`).toBe(true);
  await refused(does, who, method, url, body);
  const before = await head();
  const answer = await send(who, method, url, body, type);
  expect([answer.statusCode < 300, answer.body], does).toEqual([true, answer.body]);
  const entries = await entriesAfter(before);
  expect(entries.map((entry) => entry.action), does).toEqual(leaves);
  expect([...new Set(entries.map((entry) => entry.actor_id))], does).toEqual(leaves.length === 0 ? [] : [idOf(by ?? who ?? "budi")]);
  expect(leaves.length > 0 || LEAVES_NOTHING.includes(does), does).toBe(true);
  walked.add(does);
  if (again === "more") return answer.headers["content-type"]?.includes("json") ? answer.json() : null;
  const afterwards = await head();
  const second = await send(who, method, url, body, type);
  expect(second.statusCode < 300, `${does} again: ${second.body}`).toBe(again === "same");
  expect(await head(), `${does} again`).toBe(afterwards);
  return answer.headers["content-type"]?.includes("json") ? answer.json() : null;
}

/** Answers about colleagues: only the night's totals stand in the trail. */
const LEAVES_NOTHING = ["PUT /api/peer-form/:id", "POST /api/peer-form/:id/send", "POST /api/peer-form/:id/decline", "POST /api/peer-form/:id/hint", "POST /api/calendar/preview", "POST /api/calendar/file", "POST /api/absence/file", "POST /api/organisation/preview", "PUT /api/report-import/file"];

/** What must leave nothing: a body that says more than the contract, or a version that nobody has seen. */
async function refused(does: string, who: Person | null, method: string, url: string, body: unknown): Promise<void> {
  if (typeof body !== "object" || body === null || Buffer.isBuffer(body)) return;
  const before = await head();
  const wrong = [{ ...body, isAdmin: true }, ...("version" in body ? [{ ...body, version: 4711 }] : [])];
  for (const one of wrong) expect([400, 409, 412], does).toContain((await send(who, method, url, one)).statusCode);
  expect(await head(), `${does} refused`).toBe(before);
}

describe("every change is in the trail, once", () => {
  it("an SKP from its beginning to its next revision", async () => {
    const [id, next] = [v7(), v7()];
    const at = (tail: string) => `/api/skp/${id}${tail}`;
    const indikator = { lineId: v7(), text: "Jumlah dokumen yang terbit", jenis: "angka", arah: "maks", target: 12, targetMin: null, targetMax: null, targetText: null, satuan: "dokumen", aspek: "kuantitas", perspektif: null, monthlyTarget: null };
    const lineId = v7();
    const draft = { pendekatan: "kuantitatif", hasilKerja: [{ lineId, prioritas: "utama", text: "Tersedianya data layanan", assignedBy: null, intervenedLineId: null, intervenedText: null, indikator: [indikator] }], perilaku: [], lampiran: [] };
    await assertStep({ does: "POST /api/skp", who: "citra", url: "/api/skp", body: { id, year: 2026, from: { kind: "empty", pendekatan: "kuantitatif" } }, leaves: ["skp.create"], again: "same" });
    await assertStep({ does: "PUT /api/skp/:id", who: "citra", url: at(""), body: { version: 1, ...draft }, leaves: ["skp.save"], again: "refused" });
    await assertStep({ does: "POST /api/skp/:id/propose", who: "citra", url: at("/propose"), body: { version: 2 }, leaves: ["skp.propose"], again: "refused" });
    await assertStep({ does: "POST /api/skp/:id/withdraw", who: "citra", url: at("/withdraw"), body: { version: 3 }, leaves: ["skp.withdraw"], again: "refused" });
    await assertStep({ does: "POST /api/skp/:id/propose", who: "citra", url: at("/propose"), body: { version: 4 }, leaves: ["skp.propose"], again: "refused" });
    await assertStep({ does: "POST /api/skp/:id/send-back", who: "kabidA", url: at("/send-back"), body: { version: 5, note: "Perjelas targetnya." }, leaves: ["skp.send_back"], again: "refused" });
    await assertStep({ does: "POST /api/skp/:id/propose", who: "citra", url: at("/propose"), body: { version: 6 }, leaves: ["skp.propose"], again: "refused" });
    await assertStep({ does: "POST /api/skp/:id/set", who: "kabidA", url: at("/set"), body: { version: 7 }, leaves: ["skp.set"], again: "refused" });
    const template = v7();
    await assertStep({ does: "POST /api/skp/:id/template", who: "kabidA", url: at("/template"), body: { id: template, title: "Pengolah data" }, leaves: ["skp-template.make"], again: "same" });
    await assertStep({ does: "PUT /api/skp-template/:id", who: "kabidA", url: `/api/skp-template/${template}`, body: { version: 1, title: "Pengolah data layanan" }, leaves: ["skp-template.rename"], again: "refused" });
    await assertStep({ does: "POST /api/skp-template/:id/retire", who: "kabidA", url: `/api/skp-template/${template}/retire`, body: { version: 2 }, leaves: ["skp-template.retire"], again: "refused" });
    await assertStep({ does: "PUT /api/skp/:id/binding", who: "citra", url: at("/binding"), body: { version: 8, bindings: [{ lineId, intervenedLineId: null }] }, leaves: ["skp.bind"], again: "refused" });
    await assertStep({ does: "POST /api/skp/:id/revise", who: "citra", url: at("/revise"), body: { id: next }, leaves: ["skp.revise"], again: "same" });
    await assertStep({ does: "DELETE /api/skp/:id", who: "citra", url: `/api/skp/${next}`, leaves: ["skp.discard"], again: "refused" });
    await assertStep({ does: "POST /api/skp-team/fill", who: "kabidA", url: "/api/skp-team/fill", body: { year: 2027, from: { kind: "skp", id }, people: [{ id: v7(), personId: city.people.citra }, { id: v7(), personId: city.people.budi }] }, leaves: ["skp.fill", "skp.fill"], again: "same" });
  });

  it("notes and evidence", async () => {
    const [note, link, file] = [v7(), v7(), v7()];
    await assertStep({ does: "POST /api/daily-note", who: "budi", url: "/api/daily-note", body: { id: note, day: "2026-11-20", text: "Rapat.", lineId: null }, leaves: ["daily-note.create"], again: "same" });
    await assertStep({ does: "PUT /api/daily-note/:id", who: "budi", url: `/api/daily-note/${note}`, body: { version: 1, day: "2026-11-20", text: "Rapat bidang.", lineId: null }, leaves: ["daily-note.update"], again: "refused" });
    await assertStep({ does: "POST /api/evidence", who: "budi", url: "/api/evidence", body: { id: link, reportRowId: report.rowIds[0], title: "Surat", registerNumber: "440/1" }, leaves: ["evidence.add"], again: "same" });
    await assertStep({ does: "PUT /api/evidence/:id/file", who: "budi", url: `/api/evidence/${file}/file?noteId=${note}&title=Foto`, body: TINY_PDF, leaves: ["evidence.add"], again: "same" });
    await assertStep({ does: "DELETE /api/evidence/:id", who: "budi", url: `/api/evidence/${link}`, leaves: ["evidence.remove"], again: "refused" });
    // The note's photo goes with it.
    await assertStep({ does: "DELETE /api/daily-note/:id", who: "budi", url: `/api/daily-note/${note}`, leaves: ["evidence.remove", "daily-note.delete"], again: "refused" });
  });

  it("a month from the draft to the check", async () => {
    const at = (tail: string) => `/api/monthly-report/${report.reportId}${tail}`;
    const review = (tail: string) => `/api/review/${report.reportId}${tail}`;
    const rows = report.rowIds.map((id, i) => ({ id, realisasi: i === 0 ? 20 : 10, pembilang: null, penyebut: null, uraian: null, sentence: "Selesai.", cause: null, isFlagged: false }));
    await addRegisterEvidence(pool, { ownerId: city.people.budi, reportRowId: report.rowIds[0] ?? "" });
    await assertStep({ does: "PUT /api/monthly-report/:id", who: "budi", url: at(""), body: { version: 1, rows, kendala: null, bantuan: null }, leaves: ["monthly_report.save"], again: "same" });
    await assertStep({ does: "POST /api/monthly-report/:id/submit", who: "budi", url: at("/submit"), body: { version: 2 }, leaves: ["monthly_report.submit"], again: "same" });
    await assertStep({ does: "POST /api/monthly-report/:id/withdraw", who: "budi", url: at("/withdraw"), body: { version: 3 }, leaves: ["monthly_report.withdraw"], again: "same" });
    await assertStep({ does: "POST /api/monthly-report/:id/submit", who: "budi", url: at("/submit"), body: { version: 4 }, leaves: ["monthly_report.submit"], again: "same" });
    const verdicts = [{ rowId: report.rowIds[0], verdict: "minta_perbaikan", note: "Lampirkan rekap." }, { rowId: report.rowIds[1], verdict: "terima", note: null }];
    await assertStep({ does: "PUT /api/review/:reportId/verdicts", who: "kabidA", url: review("/verdicts"), body: { version: 5, verdicts }, leaves: ["review.verdicts", "review.verdict", "review.verdict"], again: "same" });
    await assertStep({ does: "POST /api/review/:reportId/return", who: "kabidA", url: review("/return"), body: { version: 6 }, leaves: ["review.return"], again: "same" });
    await assertStep({ does: "POST /api/monthly-report/:id/submit", who: "budi", url: at("/submit"), body: { version: 7 }, leaves: ["monthly_report.submit"], again: "same" });
    await assertStep({ does: "POST /api/review/:reportId/check", who: "kabidA", url: review("/check"), body: { version: 8, acceptRest: true }, leaves: ["review.check", "review.verdict"], again: "same" });
  });

  it("umpan balik given, asked, answered, read, responded to", async () => {
    const [given, asked] = [v7(), v7()];
    await assertStep({ does: "POST /api/umpan-balik", who: "kabidA", url: "/api/umpan-balik", body: { id: given, toId: city.people.budi, month: "2026-11", nada: "positif", text: "Rekapnya rapi." }, leaves: ["umpan-balik.give"], again: "same" });
    await assertStep({ does: "POST /api/umpan-balik/request", who: "budi", url: "/api/umpan-balik/request", body: { id: asked, fromId: city.people.citra, month: "2026-11", question: "Bagaimana rekap saya?" }, leaves: ["umpan-balik.request"], again: "same" });
    await assertStep({ does: "POST /api/umpan-balik/:id/answer", who: "citra", url: `/api/umpan-balik/${asked}/answer`, body: { version: 1, nada: "netral", text: "Sudah cukup." }, leaves: ["umpan-balik.answer"], again: "same" });
    await assertStep({ does: "POST /api/umpan-balik/:id/read", who: "budi", url: `/api/umpan-balik/${given}/read`, leaves: ["umpan-balik.read"], again: "same" });
    await assertStep({ does: "POST /api/umpan-balik/:id/reply", who: "budi", url: `/api/umpan-balik/${given}/reply`, body: { version: 1, text: "Terima kasih." }, leaves: ["umpan-balik.reply"], again: "same" });
  });

  it("a school's list laid into the drafts of its guru: a line for each report", async () => {
    const guru = [await addPerson(pool, { name: "guru", nip: "199001012015011001", unitId: city.units.bidangA1, jabatan: "Guru Ahli Pertama" }), await addPerson(pool, { name: "guru 2", nip: "199001012015011002", unitId: city.units.bidangA1, jabatan: "Guru Ahli Muda" })];
    for (const personId of guru) {
      await addPenilai(pool, { pegawaiId: personId, penilaiId: city.people.kabidA });
      await addReport(pool, city, { personId, unit: "bidangA1", month: "2026-11", skp: await addSkp(pool, { personId, year: 2026 }) });
    }
    const body = Buffer.from("nip;bulan;indikator;realisasi\n199001012015011001;2026-11;Jumlah dokumen 1;12\n199001012015011002;2026-11;Jumlah dokumen 2;7\n");
    const source = "source=Daftar%20SDN%201";
    const { digest } = (await assertStep({ does: "PUT /api/report-import/file", who: "kabidA", url: `/api/report-import/file?${source}`, body, type: "text/csv", leaves: [], again: "same" })) as { digest: string };
    await assertStep({ does: "PUT /api/report-import/draft/file", who: "kabidA", url: `/api/report-import/draft/file?${source}&digest=${digest}`, body, type: "text/csv", leaves: ["monthly_report.import", "monthly_report.import"], again: "same" });
  });

  it("leave, a reminder, a message put away", async () => {
    const absence = v7();
    await assertStep({ does: "POST /api/absence", who: "kabidA", url: "/api/absence", body: { id: absence, personId: city.people.citra, kind: "cuti", firstDay: "2026-12-02", lastDay: "2026-12-03", note: null }, leaves: ["absence.set"], again: "same" });
    const leave = { csv: "nip;jenis;mulai;selesai;keterangan\n199208082015021008;sakit;2026-12-02;2026-12-03;" };
    await assertStep({ does: "POST /api/absence/file", who: "bkpsdm", url: "/api/absence/file", body: leave, leaves: [], again: "same" });
    await assertStep({ does: "POST /api/absence/import", who: "bkpsdm", url: "/api/absence/import", body: leave, leaves: ["absence.import"], again: "same" });
    await pool.query("insert into absence (id, person_id, kind, valid_from) values (gen_random_uuid(),$1,'tugas_belajar','2026-12-10')", [city.people.dewi]);
    const studi = { version: null, studi: { lokasi: "dalam_negeri", jenjang: "s1", akreditasiPT: "A", akreditasiProdi: null, ipk: 3.4, isGagal: false }, basis: "Surat dekan 12/2026" };
    await assertStep({ does: "PUT /api/study/:personId/:year", who: "bkpsdm", url: `/api/study/${city.people.dewi}/2026`, body: studi, leaves: ["study.record"], again: "same" });
    await assertStep({ does: "DELETE /api/absence/:id", who: "kabidA", url: `/api/absence/${absence}`, leaves: ["absence.remove"], again: "refused" });
    await assertStep({ does: "POST /api/opd-dashboard/:unitId/remind", who: "kadisA", url: `/api/opd-dashboard/${city.units.dinasA}/remind`, body: { month: "2026-11" }, leaves: ["opd-dashboard.remind"], again: "more" });
    const id = v7();
    await pool.query("insert into notification (id, person_id, kind, day) values ($1,$2,'reminder_report','2026-11-23')", [id, city.people.budi]);
    await assertStep({ does: "POST /api/notification/:id/read", who: "budi", url: `/api/notification/${id}/read`, leaves: ["notification.read"], again: "same" });
  });

  it("two blind sides of a year, and words for what lies apart", async () => {
    const year = await addPeriod(pool, city, { kind: "tahunan", number: 1, firstMonth: "2026-01", lastMonth: "2026-12", ratingFrom: "2026-11-01", ratingUntil: "2027-01-31" });
    await useTwoBlind(pool, year);
    const { rows } = await pool.query<{ lineId: string }>("select h.line_id as \"lineId\" from hasil_kerja h join skp s on s.id = h.skp_id where s.person_id = $1 and s.year = 2026 and s.status = 'set'", [city.people.budi]);
    const url = `/api/blind-rating/${year}/${city.people.budi}`;
    const all = (rating: string) => ({ ratings: rows.map(({ lineId }) => ({ lineId, rating })) });
    await assertStep({ does: "PUT /api/blind-rating/:periodId/:personId", who: "budi", url, body: all("di_atas"), leaves: ["blind-rating.send"], again: "same" });
    await assertStep({ does: "PUT /api/blind-rating/:periodId/:personId", who: "kabidA", url, body: all("di_bawah"), leaves: ["blind-rating.send"], again: "same" });
    await assertStep({ does: "PUT /api/appraisal/:periodId/:personId/year-state", who: "kabidA", url: `/api/appraisal/${year}/${city.people.budi}/year-state`, body: { version: null, keadaan: "pensiun", sejak: "2026-11-01", basis: "SK pensiun 17/2026", studi: null }, leaves: ["year-state.set"], again: "same" });
    await assertStep({ does: "POST /api/blind-rating/:periodId/:personId/word", who: "kabidA", url: `${url}/word`, body: { lineId: rows[0]?.lineId, text: "Register bulan Mei belum dihitung di dalam angka." }, leaves: ["blind-rating.explain"], again: "same" });
  });

  it("a wrong superior asked about, taken back, declined, put right", async () => {
    const at = (id: string, tail: string) => `/api/penilai-correction/${id}${tail}`;
    const ask = (id: string): Promise<unknown> => assertStep({ does: "POST /api/penilai-correction", who: "dewi", url: "/api/penilai-correction", body: { id, proposedId: city.people.kadisA, reason: "Saya langsung di bawah dinas." }, leaves: ["penilai-correction.ask"], again: "same" });
    const [first, second, third] = [v7(), v7(), v7()];
    await ask(first);
    await assertStep({ does: "POST /api/penilai-correction/:id/withdraw", who: "dewi", url: at(first, "/withdraw"), body: { version: 1 }, leaves: ["penilai-correction.withdraw"], again: "same" });
    await ask(second);
    await assertStep({ does: "POST /api/penilai-correction/:id/decline", who: "bkpsdm", url: at(second, "/decline"), body: { version: 1, note: "Sudah benar menurut SK." }, leaves: ["penilai-correction.decline"], again: "same" });
    await ask(third);
    await assertStep({ does: "POST /api/penilai-correction/:id/accept", who: "bkpsdm", url: at(third, "/accept"), body: { version: 1, penilaiId: city.people.kadisA, from: "2026-11-02", note: null }, leaves: ["penilai-correction.accept"], again: "same" });
  });

  it("a change of the organisation looked at, planned, taken back", async () => {
    const id = v7();
    const draft = { from: "2027-02-01", steps: [{ kind: "rename", unitId: city.units.puskesmasA2, name: "Puskesmas Baru", shortName: null }] };
    await assertStep({ does: "POST /api/organisation/preview", who: "bkpsdm", url: "/api/organisation/preview", body: draft, leaves: [], again: "same" });
    await assertStep({ does: "POST /api/organisation/change", who: "bkpsdm", url: "/api/organisation/change", body: { id, ...draft, legalBasis: "Qanun percobaan" }, leaves: ["organisation.change"], again: "same" });
    await assertStep({ does: "POST /api/organisation/change/:id/take-back", who: "bkpsdm", url: `/api/organisation/change/${id}/take-back`, body: { version: 1 }, leaves: ["organisation.take-back"], again: "same" });
  });

  it("another penilai, a proposal taken, who acts for a head, a further pimpinan", async () => {
    const { eko, budi, kabidA, kadisA, citra, dewi } = city.people;
    const basis = "Surat perintah percobaan";
    await assertStep({ does: "POST /api/penilai-relation/person/:personId", who: "bkpsdm", url: `/api/penilai-relation/person/${budi}`, body: { penilaiId: kadisA, from: "2026-11-16", basis, before: kabidA }, leaves: ["penilai-relation.set"], again: "same" });
    await assertStep({ does: "POST /api/penilai-relation/adopt", who: "bkpsdm", url: "/api/penilai-relation/adopt", body: { people: [{ personId: budi, penilaiId: kabidA }], from: "2026-11-20", basis }, leaves: ["penilai-relation.adopt"], again: "more" });
    const [acting, pimpinan] = [v7(), v7()];
    await assertStep({ does: "POST /api/acting", who: "bkpsdm", url: "/api/acting", body: { id: acting, personId: dewi, unitId: city.units.puskesmasA2, kind: "plh", from: "2026-12-01", until: "2026-12-10", basis, hasDelegasi: false }, leaves: ["acting.assign"], again: "same" });
    await assertStep({ does: "POST /api/acting/:id/end", who: "bkpsdm", url: `/api/acting/${acting}/end`, body: { on: "2026-12-05" }, leaves: ["acting.end"], again: "same" });
    await assertStep({ does: "POST /api/pimpinan", who: "bkpsdm", url: "/api/pimpinan", body: { id: pimpinan, pegawaiId: citra, pimpinanId: eko, task: "Tim penyusun profil kota", from: "2026-11-16", until: null }, leaves: ["pimpinan.add"], again: "same" });
    await assertStep({ does: "POST /api/pimpinan/:id/end", who: "bkpsdm", url: `/api/pimpinan/${pimpinan}/end`, body: { on: "2026-12-01" }, leaves: ["pimpinan.end"], again: "same" });
  });

  it("a file of people read, applied, undone; another put away; e-Kinerja's kept", async () => {
    const at = (id: string, tail: string) => `/api/people-import/${id}${tail}`;
    const put = (id: string, text: string, name = "a.csv"): Promise<unknown> => assertStep({ does: "PUT /api/people-import/:id/file", who: "bkpsdm", url: `${at(id, "/file")}?name=${name}`, body: Buffer.from(text), type: "text/csv", leaves: ["people-import.upload"], again: "same" });
    const [first, second, third] = [v7(), v7(), v7()];
    await put(first, "NIP;Nama;Kode Unit;Jabatan;Jenis Jabatan\n199501012020121001;Fajar;dinasB;Analis;Pelaksana\n");
    const { digest } = (await send("bkpsdm", "GET", at(first, "?from=2026-11-02"), undefined)).json<{ digest: string }>();
    await assertStep({ does: "POST /api/people-import/:id/apply", who: "bkpsdm", url: at(first, "/apply"), body: { version: 1, from: "2026-11-02", endMissing: false, digest }, leaves: ["people-import.apply"], again: "same" });
    await assertStep({ does: "POST /api/people-import/:id/undo", who: "bkpsdm", url: at(first, "/undo"), body: { version: 2 }, leaves: ["people-import.undo"], again: "same" });
    await put(second, "NIP;Nama\n199501012020121001;Fajar\n");
    await assertStep({ does: "POST /api/people-import/:id/discard", who: "bkpsdm", url: at(second, "/discard"), body: { version: 1 }, leaves: ["people-import.discard"], again: "same" });
    await put(third, "Laporan Penilaian SKP Periode Bulanan Oktober Tahun 2026\nnip;nama;skp_unor;skp_jabatan;hasil_akhir\n198503032010011003;BUDI;Bidang A1;Pengolah Data;Baik\n");
    await assertStep({ does: "POST /api/people-import/:id/keep", who: "bkpsdm", url: at(third, "/keep"), body: { version: 1 }, leaves: ["bkn-report.keep"], again: "same" });
  });

  it("a difference from e-Kinerja's report decided about", async () => {
    const [report] = (await send("bkpsdm", "GET", "/api/rekonsiliasi", undefined)).json<{ reports: { id: string }[] }>().reports;
    const { rows } = (await send("bkpsdm", "GET", `/api/rekonsiliasi/${report?.id}?lihat=hanya_di_sini&cari=199208082015021008`, undefined)).json<{ rows: { nip: string; beda: { key: string }[] }[] }>();
    const body = { unit: null, nip: rows[0]?.nip, aspek: "data", key: rows[0]?.beda[0]?.key, version: null, tindakan: "perbaiki_di_bkn", pelaksana: "bkpsdm", dueOn: "2027-12-01", note: null };
    await assertStep({ does: "POST /api/rekonsiliasi/:id/tindakan", who: "bkpsdm", url: `/api/rekonsiliasi/${report?.id}/tindakan`, body, leaves: ["rekonsiliasi.decide"], again: "same" });
  });

  it("a period from the capaian to the correction", async () => {
    clock.set("2026-10-14");
    const period = await addPeriod(pool, city);
    const july = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-07", skp, penilaiId: city.people.kabidA, status: "checked" });
    for (const month of ["2026-08", "2026-09"]) await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month, skp, penilaiId: city.people.kabidA, status: "checked" });
    const url = `/api/appraisal/${period}/${city.people.budi}`;
    const capaian = { id: v7(), version: null, predikat: "baik", basis: "Perjanjian kinerja", document: null };
    await assertStep({ does: "PUT /api/capaian-organisasi/:periodId/:unitId", who: "kadisA", url: `/api/capaian-organisasi/${period}/${city.units.bidangA1}`, body: capaian, leaves: ["capaian-organisasi.set"], again: "same" });
    await addCapaian(pool, { periodId: period, unitId: city.units.dinasA, setBy: city.people.wali });
    const ratings = { hasil: skp.lines.map(({ lineId }) => ({ lineId, rating: "sesuai" })), perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }], hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [] };
    const id = v7();
    await assertStep({ does: "PUT /api/appraisal/:periodId/:personId", who: "kabidA", url, body: { id, version: null, ...ratings }, leaves: ["appraisal.save"], again: "same" });
    const report = v7();
    await pool.query("insert into bkn_report (id, kind, period_kind, year, number, first_month, last_month, title, scope, kept_by, kept_at) values ($1,'penilaian','triwulanan',2026,3,'2026-07','2026-09','Laporan Penilaian SKP','',$2,now())", [report, city.people.bkpsdm]);
    await pool.query("insert into bkn_row (report_id, line, nip, name, unor, unor_induk, jabatan, is_acting, hasil_kerja, perilaku, predikat, penilai_nip, penilai_name, rated_at, unread) select $1,9,nip,'CITRA','','','',false,'sesuai','sesuai','baik','','','','{}' from person where id = $2", [report, city.people.citra]);
    await assertStep({ does: "POST /api/appraisal/:periodId/:personId/adopt", who: "kabidA", url: `/api/appraisal/${period}/${city.people.citra}/adopt`, body: { id: v7(), version: null, reportId: report, line: 9 }, leaves: ["appraisal.adopt"], again: "same" });
    await assertStep({ does: "POST /api/appraisal/:periodId/:personId/finalise", who: "kabidA", url: `${url}/finalise`, body: { version: 1 }, leaves: ["appraisal.finalise"], again: "refused" });
    const kadisSkp = await addSkp(pool, { personId: city.people.kadisA, year: 2026, penilaiId: city.people.wali, unitId: city.units.dinasA });
    await addReport(pool, city, { personId: city.people.kadisA, unit: "dinasA", month: "2026-09", skp: kadisSkp, penilaiId: city.people.wali, status: "checked" });
    await addCapaian(pool, { periodId: period, unitId: city.units.kota, setBy: city.people.wali });
    const paper = `/api/signed-rating/${period}/${city.people.kadisA}`;
    const onPaper = { id: v7(), version: null, number: "800/17/2026", signedOn: "2026-10-13", hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [] };
    await assertStep({ does: "PUT /api/signed-rating/:periodId/:personId", who: "analis", url: paper, body: onPaper, leaves: ["signed-rating.enter"], again: "same" });
    await assertStep({ does: "PUT /api/signed-rating/:periodId/:personId/scan/file", who: "analis", url: `${paper}/scan/file?title=Kertas`, body: TINY_PDF, leaves: ["signed-rating.scan"], again: "same" });
    await assertStep({ does: "POST /api/signed-rating/:periodId/:personId/return", who: "kepala", url: `${paper}/return`, body: { version: 2, reason: "Tanggal tanda tangan salah." }, leaves: ["signed-rating.return"], again: "same" });
    expect((await send("analis", "PUT", paper, { ...onPaper, version: 3 })).statusCode).toBe(200);
    expect((await send("kepala", "GET", `${paper}/scan/file`, undefined)).statusCode).toBe(200);
    await assertStep({ does: "POST /api/signed-rating/:periodId/:personId/confirm", who: "kepala", url: `${paper}/confirm`, body: { version: 4 }, leaves: ["signed-rating.confirm", "appraisal.save", "appraisal.finalise"], again: "same" });
    siasn.people.set("198503032010011003", "orang-budi");
    await assertStep({ does: "POST /api/siasn/result/:id", who: "analis", url: `/api/siasn/result/${id}`, leaves: ["siasn.send"], again: "refused" });
    await assertStep({ does: "POST /api/result/:id/recompute", who: "budi", url: `/api/result/${id}/recompute`, leaves: ["result.recompute"], again: "more" });
    await assertStep({ does: "POST /api/result/:id/handover", who: "kabidA", url: `/api/result/${id}/handover`, body: { on: "2026-10-14", isSigned: true, note: null }, leaves: ["result.handover"], again: "same" });
    await assertStep({ does: "POST /api/result/:id/return", who: "budi", url: `/api/result/${id}/return`, body: { answer: "menolak_menandatangani", note: "Saya mengajukan keberatan." }, leaves: ["result.return", "result.open"], again: "same" });
    const keberatan = v7();
    const claim = { aspect: "hasil_kerja", target: null, alasan: "Realisasi Juli belum dihitung seluruhnya.", basis: [] };
    await assertStep({ does: "POST /api/keberatan", who: "budi", url: "/api/keberatan", body: { id: keberatan, resultId: id, claims: [claim] }, leaves: ["keberatan.file"], again: "same" });
    const proof = await addRegisterEvidence(pool, { ownerId: city.people.budi, reportRowId: july.rowIds[0] ?? "" });
    await assertStep({ does: "POST /api/keberatan/:id/evidence", who: "budi", url: `/api/keberatan/${keberatan}/evidence`, body: { version: 1, aspect: "hasil_kerja", target: null, basis: [{ kind: "evidence", id: proof }] }, leaves: ["keberatan.add_evidence"], again: "same" });
    await assertStep({ does: "POST /api/keberatan/:id/explain", who: "kabidA", url: `/api/keberatan/${keberatan}/explain`, body: { version: 2, text: "Realisasi Juli sudah dihitung dari register." }, leaves: ["keberatan.explain"], again: "same" });
    await assertStep({ does: "POST /api/keberatan/:id/reassign", who: "analis", url: `/api/keberatan/${keberatan}/reassign`, body: { version: 3, ground: "berhalangan", basis: "Kepala Dinas A cuti besar sampai Desember." }, leaves: ["keberatan.reassign"], again: "refused" });
    const hearing = v7();
    await assertStep({ does: "POST /api/keberatan/:id/hearing", who: "wali", url: `/api/keberatan/${keberatan}/hearing`, body: { version: 4, hearingId: hearing, on: "2026-10-14", place: "Balai Kota", isOwnerPresent: true, isPenilaiPresent: false, others: null, said: "Pegawai menunjukkan register bulan Juli." }, leaves: ["keberatan.hear"], again: "same" });
    await assertStep({ does: "POST /api/keberatan/:id/hearing/:hearingId/answer", who: "budi", url: `/api/keberatan/${keberatan}/hearing/${hearing}/answer`, body: { answer: "setuju", note: null }, leaves: ["keberatan.answer_hearing"], again: "same" });
    const decision = { version: 5, putusan: "menguatkan", alasan: "Register Juli sudah dihitung dengan benar.", rekomendasi: null, outcomeId: v7(), hasilKerja: null, perilakuKerja: null, rows: [] };
    await assertStep({ does: "POST /api/keberatan/:id/decide", who: "wali", url: `/api/keberatan/${keberatan}/decide`, body: decision, leaves: ["keberatan.decide"], again: "same" });
    await calibrate(period, id);
    await assertStep({ does: "POST /api/appraisal/:periodId/:personId/correct", who: "kabidA", url: `${url}/correct`, body: { id: v7(), version: 2, reason: "Angka bulan Juli tertukar dengan Agustus." }, leaves: ["appraisal.correct"], again: "same" });
    clock.set("2026-11-23");
  });

  /** Rapat kalibrasi of Dinas A, with as many people as it takes. */
  async function calibrate(period: string, resultId: string): Promise<void> {
    await pool.query(`with p as (insert into person (id, name, jenis) select gen_random_uuid(), 'Rekan ' || n, 'pppk' from generate_series(1, 49) n returning id)
      insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, hasil_kerja, perilaku) select gen_random_uuid(), $1, p.id, $2, $2, 2, $3, 'sesuai', 'sesuai' from p`, [period, city.units.dinasA, city.people.kadisA]);
    const [id, proposal] = [v7(), v7()];
    const at = (tail: string) => `/api/kalibrasi/${period}/${city.units.dinasA}${tail}`;
    const does = (tail: string) => `POST /api/kalibrasi/:periodId/:unitId${tail}`;
    await assertStep({ does: does("/open"), who: "kadisA", url: at("/open"), body: { id }, leaves: ["kalibrasi.open"], again: "same" });
    await assertStep({ does: does("/attend"), who: "analis", url: at("/attend"), body: { version: 1 }, leaves: ["kalibrasi.attend"], again: "same" });
    await assertStep({ does: does("/case/:appraisalId/read"), who: "kadisA", url: at(`/case/${resultId}/read`), leaves: ["kalibrasi.read_case"], again: "same" });
    await assertStep({ does: does("/proposal"), who: "kadisA", url: at("/proposal"), body: { id: proposal, appraisalId: resultId, hasilKerja: "di_atas", perilaku: "sesuai", reason: "Realisasi Juli melampaui target." }, leaves: ["kalibrasi.propose"], again: "same" });
    await assertStep({ does: "POST /api/kalibrasi/proposal/:id/answer", who: "kabidA", url: `/api/kalibrasi/proposal/${proposal}/answer`, body: { version: 1, answer: "ditolak", words: "Bukti Juli sudah dihitung seluruhnya.", correctionId: v7() }, leaves: ["kalibrasi.answer"], again: "same" });
    await assertStep({ does: does("/close"), who: "kadisA", url: at("/close"), body: { version: 2, explanation: "Satu hasil final belum cukup untuk pola." }, leaves: ["kalibrasi.close"], again: "same" });
    await assertStep({ does: "POST /api/pola-explanation/:unitId/:periodId", who: "kadisA", url: `/api/pola-explanation/${city.units.dinasA}/${period}`, body: { revision: 1, text: "Satu hasil final; sisanya menunggu rapat berikutnya." }, leaves: ["pola-explanation.write"], again: "same" });
  }

  it("a meeting from the plan to the addendum, and what was promised in it", async () => {
    const [id, paper, gone, promise, given] = [v7(), v7(), v7(), v7(), v7()];
    const { kabidA, budi, citra } = city.people;
    const at = (tail: string, of = id) => `/api/evaluation-meeting/${of}${tail}`;
    const meetings = [{ id, month: "2026-10", date: "2026-11-23" }, { id: paper, month: "2026-11", date: "2026-12-17" }, { id: gone, month: "2026-12", date: "2027-01-21" }];
    await assertStep({ does: "POST /api/evaluation-meeting/plan/:unitId", who: "kabidA", url: `/api/evaluation-meeting/plan/${city.units.bidangA1}`, body: { time: "10:00", place: "Ruang rapat", meetings }, leaves: ["evaluation-meeting.plan", "evaluation-meeting.plan", "evaluation-meeting.plan"], again: "same" });
    await assertStep({ does: "POST /api/evaluation-meeting/:id/cancel", who: "kabidA", url: at("/cancel", gone), body: { version: 1, reason: "Banjir" }, leaves: ["evaluation-meeting.cancel"], again: "same" });
    await assertStep({ does: "PUT /api/evaluation-meeting/:id", who: "kabidA", url: at(""), body: { version: 1, date: "2026-11-23", time: "10:00", place: "Aula", delegateId: null, secretaryId: citra }, leaves: ["evaluation-meeting.arrange"], again: "same" });
    await assertStep({ does: "PUT /api/evaluation-meeting/:id/agenda", who: "kabidA", url: at("/agenda"), body: { version: 2, isGrouped: true, isExceptionsOnly: false, isCascade: false, order: [], minutes: [] }, leaves: ["evaluation-meeting.agenda"], again: "refused" });
    await assertStep({ does: "PUT /api/evaluation-meeting/:id/my-slide", who: "budi", url: at("/my-slide"), body: { version: 0, headline: "Rekap selesai.", photoIds: [], isPrivate: false }, leaves: ["evaluation-meeting.slide"], again: "same" });
    await assertStep({ does: "PUT /api/evaluation-meeting/:id/attendance", who: "budi", url: at("/attendance"), body: { attendance: "hadir", reason: null }, leaves: ["evaluation-meeting.attend"], again: "same" });
    const deviceId = v7();
    const command = (body: object) => ({ does: "POST /api/evaluation-meeting/:id/command", who: "kabidA" as const, url: at("/command"), body: { id: v7(), deviceId, ageMs: 0, ...body }, again: "same" as const });
    const started = await assertStep({ ...command({ kind: "start" }), leaves: ["evaluation-meeting.start"] });
    const { itemId } = (started as { state: { itemId: string } }).state;
    await assertStep({ does: "POST /api/evaluation-meeting/:id/applause", who: "budi", url: at("/applause"), body: { id: v7(), itemId }, leaves: ["evaluation-meeting.applaud"], again: "same" });
    await assertStep({ does: "POST /api/evaluation-meeting/:id/question", who: "budi", url: at("/question"), body: { id: v7(), itemId, text: "Kapan?" }, leaves: ["evaluation-meeting.ask"], again: "same" });
    for (const [decisionId, ownerId] of [[promise, budi], [given, budi]]) await assertStep({ ...command({ kind: "decide", decisionId, itemId, text: "Melengkapi register", ownerId, pemilik: "pribadi", due: "2026-12-17" }), leaves: ["evaluation-meeting.decide"] });
    await assertStep({ ...command({ kind: "note", itemId, note: "Ingat" }), leaves: ["evaluation-meeting.note"] });
    await assertStep({ ...command({ kind: "go", itemId }), leaves: ["evaluation-meeting.go"] });
    await assertStep({ ...command({ kind: "finish" }), leaves: ["evaluation-meeting.finish"] });
    await assertStep({ does: "PUT /api/evaluation-meeting/:id/notulen", who: "citra", url: at("/notulen"), body: { version: 1, letterNumber: "800/1", opening: null, closing: null, secretaryId: citra, summaries: [] }, leaves: ["notulen.edit"], again: "same" });
    await assertStep({ does: "PUT /api/evaluation-meeting/:id/notulen/scan/file", who: "citra", url: at("/notulen/scan/file?title=Notulen"), body: TINY_PDF, leaves: ["notulen.scan"], again: "same" });
    await assertStep({ does: "POST /api/evaluation-meeting/:id/notulen/sign", who: "kabidA", url: at("/notulen/sign"), body: { version: 3 }, leaves: ["notulen.sign"], again: "same" });
    await assertStep({ does: "POST /api/evaluation-meeting/:id/notulen/sign", who: "citra", url: at("/notulen/sign"), body: { version: 4 }, leaves: ["notulen.sign"], again: "same" });
    await assertStep({ does: "POST /api/evaluation-meeting/:id/notulen/addendum", who: "citra", url: at("/notulen/addendum"), body: { id: v7(), text: "Ralat." }, leaves: ["notulen.addendum"], again: "same" });
    await assertStep({ does: "PUT /api/tindak-lanjut/:id/answer", who: "budi", url: `/api/tindak-lanjut/${promise}/answer`, body: { version: 1, month: "2026-11", jawaban: "sebagian", note: null }, leaves: ["tindak-lanjut.answer"], again: "same" });
    await assertStep({ does: "POST /api/tindak-lanjut/:id/cancel", who: "kabidA", url: `/api/tindak-lanjut/${given}/cancel`, body: { version: 1, reason: "Sudah ada" }, leaves: ["tindak-lanjut.cancel"], again: "same" });
    clock.set("2026-12-17");
    await assertStep({ does: "POST /api/evaluation-meeting/:id/paper", who: "kabidA", url: at("/paper", paper), body: { version: 1, date: "2026-12-17", startedAt: "09:00", finishedAt: "10:00", attendance: [{ personId: kabidA, attendance: "hadir", reason: null }], decisions: [] }, leaves: ["evaluation-meeting.paper"], again: "same" });
    clock.set("2026-11-23");
  });

  it("a cycle of umpan balik rekan from its opening to the talk about a signal", async () => {
    const id = v7();
    const at = (tail: string) => `/api/peer-cycle/${id}${tail}`;
    const { auditor, analis, citra, kabidA } = city.people;
    const step = (name: string, version: number) => ({ does: `POST /api/peer-cycle/:id/${name}`, who: "bkpsdm" as const, url: at(`/${name}`), body: { version }, leaves: [`peer-cycle.${name}`], again: "refused" as const });
    await assertStep({ does: "POST /api/peer-cycle", who: "bkpsdm", url: "/api/peer-cycle", body: { id, year: 2026, semester: 2, answersFrom: "2026-11-23", answersUntil: "2026-12-04" }, leaves: ["peer-cycle.open"], again: "same" });
    await assertStep({ does: "PUT /api/peer-cycle/:id/verifier", who: "bkpsdm", url: at("/verifier"), body: { version: 1, inspektoratId: auditor, analisId: analis }, leaves: ["peer-cycle.verifiers"], again: "refused" });
    await assertStep({ does: "PUT /api/peer-cycle/:id/last-day", who: "bkpsdm", url: at("/last-day"), body: { version: 2, answersUntil: "2026-11-23" }, leaves: ["peer-cycle.last_day"], again: "refused" });
    await assertStep({ does: "PUT /api/peer-preparation/:cycleId/choice", who: "budi", url: `/api/peer-preparation/${id}/choice`, body: { vetoes: [citra], suggestions: [] }, leaves: ["peer-preparation.choose"], again: "more" });
    await assertStep({ does: "PUT /api/peer-preparation/:cycleId/relation", who: "budi", url: `/api/peer-preparation/${id}/relation`, body: { relations: [] }, leaves: ["peer-preparation.declare"], again: "more" });
    await assertStep(step("draw", 3));
    const { rows } = await pool.query<{ id: string }>("select id from peer_invite where rater_id = $1 order by id", [city.people.budi]);
    const [form, other] = rows.map((row) => row.id);
    const content = { answers: ["berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"].map((perilaku) => ({ perilaku, answer: 3, seenWhen: null })), suggestion: null };
    await assertStep({ does: "PUT /api/peer-form/:id", who: "budi", url: `/api/peer-form/${form}`, body: content, leaves: [], again: "same" });
    await assertStep({ does: "POST /api/peer-form/:id/hint", who: "budi", url: `/api/peer-form/${form}/hint`, body: { text: "Sudah baik." }, leaves: [], again: "same" });
    await assertStep({ does: "POST /api/peer-form/:id/send", who: "budi", url: `/api/peer-form/${form}/send`, body: content, leaves: [], again: "same" });
    await assertStep({ does: "POST /api/peer-form/:id/decline", who: "budi", url: `/api/peer-form/${other}/decline`, body: { reason: "lainnya" }, leaves: [], again: "same" });
    await assertStep(step("replace", 4));
    await assertStep(step("close", 5));
    await assertStep({ does: "POST /api/peer-cycle/:id/verdict", who: "auditor", url: at("/verdict"), body: { digest: "0".repeat(64), statement: "Tidak sama." }, leaves: ["peer-draw.verdict"], again: "refused" });
    await assertStep(step("seal", 6));
    await assertStep(step("release", 7));
    const [signal, period] = [v7(), await addPeriod(pool, city, { number: 1, firstMonth: "2026-01", lastMonth: "2026-03" })];
    await pool.query("insert into fairness_run (period_id, cycle_id, ran_on) values ($1,$2,'2026-11-23')", [period, id]);
    await pool.query("insert into fairness_signal (id, period_id, kind, person_id, n, scale, innocent, raised_on, expires_on) values ($1,$2,'supervisor_severity',$3,8,'points','{}','2026-11-23','2027-04-30')", [signal, period, kabidA]);
    await assertStep({ does: "POST /api/fairness/signal/:id/reply", who: "kabidA", url: `/api/fairness/signal/${signal}/reply`, body: { version: 1, text: "Ada buktinya." }, leaves: ["fairness.reply"], again: "same" });
    await assertStep({ does: "POST /api/fairness/signal/:id/outcome", who: "analis", url: `/api/fairness/signal/${signal}/outcome`, body: { version: 2, outcome: "dijelaskan", note: "Dijelaskan dengan bukti." }, leaves: ["fairness.judge"], again: "refused" });
    await assertStep({ does: "POST /api/rater-mirror/warm-up", who: "budi", url: "/api/rater-mirror/warm-up", body: { id: v7(), levels: [2, 3, 4, 1] }, leaves: ["warm-up.answer"], again: "same" });
  });

  it("a career: facts recorded, a list and a table by two people", async () => {
    const eko = "199208082015021008";
    const csv = ["nip;jenis;tahun;nilai;per_tanggal;sumber", `${eko};potensial;;tinggi;2026-01-10;Asesmen 2026`, `${eko};predikat;2025;sangat_baik;2025-12-31;e-Kinerja BKN`].join("\n");
    await assertStep({ does: "POST /api/careers/facts", who: "bkpsdm", url: "/api/careers/facts", body: { id: v7(), csv, apply: true }, leaves: ["career.record"], again: "same" });
    const [list, table] = [v7(), v7()];
    await assertStep({ does: "POST /api/talent/lists", who: "analis", url: "/api/talent/lists", body: { id: list, year: 2025, boxes: [9], title: "Calon peserta seleksi", purpose: "Bahan panitia seleksi.", recipient: "Panitia" }, leaves: ["talent-list.make"], again: "same" });
    await assertStep({ does: "POST /api/talent/lists/:id/decision", who: "kepala", url: `/api/talent/lists/${list}/decision`, body: { version: 1, approve: true, note: null }, leaves: ["talent-list.approve"], again: "same" });
    const persen = { sangat_baik: 100, baik: 100, butuh_perbaikan: 80, kurang: 60, sangat_kurang: 40 };
    await assertStep({ does: "POST /api/tpp/tables", who: "analis", url: "/api/tpp/tables", body: { id: table, perwal: "Perwal 1/2026", validFrom: "2026-01-01", persen }, leaves: ["tpp-table.make"], again: "same" });
    await assertStep({ does: "POST /api/tpp/tables/:id/decision", who: "kepala", url: `/api/tpp/tables/${table}/decision`, body: { version: 1, approve: false, note: "Persen salah ketik." }, leaves: ["tpp-table.reject"], again: "same" });
  });

  it("a standard, the calendar, a year: drafted and published by two, opened, extended, a month opened again by two", async () => {
    const [id, other, extension, reopening] = [v7(), v7(), v7(), v7()];
    const content = { name: "Standar 2027", legalBasis: "Peraturan Wali Kota 7/2026", validFrom: "2027-01-01", values: valuesWith({ "laporan.batasHari": 6 }) };
    const draft = (tail: string, which = id): string => `/api/standard/draft/${which}${tail}`;
    for (const one of [id, other]) await assertStep({ does: "POST /api/standard/draft", who: "analis", url: "/api/standard/draft", body: { id: one, ...content }, leaves: ["standard-draft.make"], again: "same" });
    await assertStep({ does: "PUT /api/standard/draft/:id", who: "analis", url: draft(""), body: { version: 1, ...content, values: valuesWith({ "laporan.batasHari": 7 }) }, leaves: ["standard-draft.save"], again: "same" });
    await assertStep({ does: "POST /api/standard/draft/:id/discard", who: "analis", url: draft("/discard", other), body: { version: 1 }, leaves: ["standard-draft.discard"], again: "same" });
    await assertStep({ does: "POST /api/standard/draft/:id/propose", who: "analis", url: draft("/propose"), body: { version: 2 }, leaves: ["standard-draft.propose"], again: "same" });
    await assertStep({ does: "POST /api/standard/draft/:id/decision", who: "kepala", url: draft("/decision"), body: { version: 3, publish: true, note: null }, leaves: ["standard.publish"], again: "same" });
    const changes = [{ day: "2027-03-19", kind: "libur", name: "Hari percobaan", basis: "SKB percobaan" }];
    await assertStep({ does: "POST /api/calendar/preview", who: "bkpsdm", url: "/api/calendar/preview", body: { changes }, leaves: [], again: "same" });
    await assertStep({ does: "POST /api/calendar/file", who: "bkpsdm", url: "/api/calendar/file", body: { csv: "tanggal;jenis;nama;dasar\n2027-06-01;libur;Hari percobaan;SKB percobaan" }, leaves: [], again: "same" });
    await assertStep({ does: "PUT /api/calendar", who: "bkpsdm", url: "/api/calendar", body: { changes }, leaves: ["calendar.change"], again: "same" });
    await assertStep({ does: "POST /api/cycle", who: "bkpsdm", url: "/api/cycle", body: { year: 2027 }, leaves: ["cycle.open"], again: "refused" });
    await assertStep({ does: "POST /api/cycle/extension", who: "bkpsdm", url: "/api/cycle/extension", body: { id: extension, month: "2026-11", unitId: city.units.dinasB, extraDays: 2, cause: "listrik", reason: "Listrik padam dua hari." }, leaves: ["cycle.extend"], again: "same" });
    await addReport(pool, city, { personId: city.people.eko, unit: "dinasB", month: "2026-05", skp: await addSkp(pool, { personId: city.people.eko, year: 2026, penilaiId: city.people.kadisB, unitId: city.units.dinasB }), penilaiId: city.people.kadisB });
    await assertStep({ does: "POST /api/cycle/reopening", who: "bkpsdm", url: "/api/cycle/reopening", body: { id: reopening, month: "2026-05", unitId: city.units.dinasB, reason: "Register bulan itu tertukar dengan bulan lain." }, leaves: ["cycle.reopen-propose"], again: "same" });
    await assertStep({ does: "POST /api/cycle/reopening/:id/decision", who: "kepala", url: `/api/cycle/reopening/${reopening}/decision`, body: { version: 1, confirm: true, note: null }, leaves: ["cycle.reopen-confirm"], again: "same" });
  });

  it("a plan put forward, agreed, carried out, looked back at; a training with its session and places", async () => {
    const [plan, done, talk] = [v7(), v7(), v7()];
    const { budi, kabidA } = city.people;
    const at = (tail: string) => `/api/development/plans/${plan}${tail}`;
    const body = { id: plan, source: "keinginan", finding: "Ingin lebih teliti.", perilaku: "akuntabel", lineId: null, bentuk: "coaching", goal: "Teliti memeriksa data", measure: "Tidak ada koreksi", dueOn: "2027-03-31" };
    await assertStep({ does: "POST /api/development/people/:personId/plans", who: "budi", url: `/api/development/people/${budi}/plans`, body, leaves: ["development.propose"], again: "same" });
    await assertStep({ does: "POST /api/development/plans/:id/action", who: "kabidA", url: at("/action"), body: { version: 1, action: "agree", note: null }, leaves: ["development.agree"], again: "same" });
    await assertStep({ does: "POST /api/development/plans/:id/entries", who: "kabidA", url: at("/entries"), body: { id: v7(), day: "2026-11-20", fact: "Data dicari manual.", option: null, step: "Memakai daftar periksa." }, leaves: ["development.record"], again: "same" });
    await pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, bentuk, goal, measure, due_on, proposed_by, proposed_on, status, done_on) values ($1,$2,$3,'keinginan','x','pelatihan','x','x','2026-06-30',$2,'2026-05-01','done','2026-06-20')", [done, budi, kabidA]);
    await pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, bentuk, goal, measure, due_on, proposed_by, proposed_on) values ($1,$2,$3,'keinginan','x','konseling','x','x','2027-06-30',$3,'2026-11-20')", [talk, budi, kabidA]);
    await assertStep({ does: "POST /api/development/plans/:id/forms", who: "kabidA", url: `/api/development/plans/${talk}/forms`, body: { format: "B.1.10", ekspektasi: null, masalah: "Laporan tidak dikirim tiga kali.", serupa: false, upaya: "Dua kali umpan balik." }, leaves: ["development.form"], again: "same" });
    await assertStep({ does: "PUT /api/development/reports/:id/receipt", who: "bkpsdm", url: `/api/development/reports/${talk}/receipt`, leaves: ["development.receive"], again: "same" });
    await assertStep({ does: "PUT /api/development/plans/:id/looks/:look", who: "budi", url: `/api/development/plans/${done}/looks/3`, body: { seen: "membaik", note: "Sudah lebih teliti.", hindrance: null }, leaves: ["development.look"], again: "same" });
    const [training, session, place] = [v7(), v7(), v7()];
    await assertStep({ does: "POST /api/training", who: "bkpsdm", url: "/api/training", body: { id: training, name: "Pengolahan data", bentuk: "pelatihan", provider: "BKPSDM", perilaku: null, about: "Mengolah data layanan.", hours: 8, costPerPerson: 100_000 }, leaves: ["training.make"], again: "same" });
    await assertStep({ does: "POST /api/training/:id/sessions", who: "bkpsdm", url: `/api/training/${training}/sessions`, body: { id: session, firstDay: "2026-12-07", lastDay: "2026-12-08", place: "Aula", places: 20 }, leaves: ["training.plan"], again: "same" });
    await assertStep({ does: "POST /api/training/sessions/:id/places", who: "kabidA", url: `/api/training/sessions/${session}/places`, body: { id: place, personId: budi, planId: null }, leaves: ["training.nominate"], again: "same" });
    await assertStep({ does: "POST /api/training/places/:id/action", who: "bkpsdm", url: `/api/training/places/${place}/action`, body: { version: 1, action: "accept", certificate: null }, leaves: ["training.accept"], again: "same" });
  });

  it("a konseling set, noted, signed, and what follows; a certificate, a training that counts", async () => {
    const { citra, kabidA } = city.people;
    const [plan, training] = [v7(), v7()];
    await pool.query("insert into training (id, name, bentuk, provider, about, hours, cost_per_person) values ($1,'Dasar konseling','pelatihan','BKPSDM','Mendengar dan membantu.',24,1)", [training]);
    await pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, bentuk, goal, measure, due_on, status, proposed_by, proposed_on) values ($1,$2,$3,'keinginan','x','konseling','Hadir','x','2027-06-30','agreed',$3,'2026-11-20')", [plan, citra, kabidA]);
    const certificate = { id: v7(), personId: kabidA, name: "Pelatihan konseling", number: "9/2025", issuer: "LAN", issuedOn: "2025-08-01" };
    await assertStep({ does: "POST /api/konselor/certificate", who: "bkpsdm", url: "/api/konselor/certificate", body: certificate, leaves: ["konselor.certificate"], again: "same" });
    await assertStep({ does: "PUT /api/konselor/training/:id", who: "bkpsdm", url: `/api/konselor/training/${training}`, body: { counts: true }, leaves: ["konselor.training"], again: "same" });
    const at = (tail: string) => `/api/konseling/${plan}${tail}`;
    const today = clock.today();
    await assertStep({ does: "PUT /api/konseling/:id", who: "kabidA", url: at(""), body: { version: null, jenis: "penilai", konselorId: kabidA, dasar: null, scheduledOn: today, scheduledAt: "09:00", place: "Ruang kecil" }, leaves: ["konseling.arrange"], again: "same" });
    await assertStep({ does: "POST /api/konseling/:id/entries", who: "citra", url: at("/entries"), body: { id: v7(), day: today, fact: "Jarak rumah jauh.", option: null, step: "Berangkat lebih awal." }, leaves: ["konseling.note"], again: "same" });
    await assertStep({ does: "POST /api/konseling/:id/record", who: "kabidA", url: at("/record"), body: { heldFrom: today, heldUntil: today, sessions: 1, masalah: "Tidak hadir tanpa kabar.", hasil: "sebagian", kesepakatan: "Memberi kabar sebelumnya.", saran: null }, leaves: ["konseling.sign"], again: "same" });
    await assertStep({ does: "POST /api/konseling/:id/follow-up", who: "kadisA", url: at("/follow-up"), body: { id: v7(), text: "Jam masuk digeser sementara.", dueOn: null }, leaves: ["konseling.follow"], again: "same" });
  });

  it("a role given and ended", async () => {
    const id = v7();
    await assertStep({ does: "POST /api/role-assignment", who: "admin", url: "/api/role-assignment", body: { id, personId: city.people.dewi, role: "admin_teknis", unitId: null, from: clock.today(), until: null, basis: null }, leaves: ["role.given"], again: "same" });
    await assertStep({ does: "POST /api/role-assignment/:id/end", who: "admin", url: `/api/role-assignment/${id}/end`, body: { until: "2028-01-01" }, leaves: ["role.ended"], again: "same" });
  });

  it("from which month an OPD is on record", async () => {
    await assertStep({ does: "PUT /api/opd-start", who: "bkpsdm", url: "/api/opd-start", body: { unitIds: [city.units.dinasA], month: "2025-01", note: "Uji coba" }, leaves: ["opd-start.set"], again: "same" });
  });

  it("who leads the city from a day on", async () => {
    await assertStep({ does: "POST /api/kepala-daerah", who: "bkpsdm", url: "/api/kepala-daerah", body: { id: v7(), name: "Wali Kota yang baru", login: "walikota.baru", jabatan: "Wali Kota", from: "2030-03-01", basis: "SK Menteri Dalam Negeri" }, leaves: ["kepala-daerah.record"], again: "same" });
  });

  it("accounts and sessions", async () => {
    const nip = "199208082015021008";
    const password = "Perahu kayu di muara 7";
    const given = await assertStep({ does: "POST /api/account/:personId/activation-code", who: "admin", url: `/api/account/${city.people.eko}/activation-code`, body: { identity: "ktp" }, leaves: ["account.code_given"], again: "more" });
    const { code } = given as { code: string };
    await assertStep({ does: "POST /api/activation", who: null, by: "eko", url: "/api/activation", body: { nip, code, password }, leaves: ["account.activated", "session.open"], again: "refused" });
    await assertStep({ does: "POST /api/session", who: null, by: "eko", url: "/api/session", body: { nip, password }, leaves: ["session.open"], again: "more" });
    await assertStep({ does: "DELETE /api/session", who: "eko", url: "/api/session", leaves: ["session.close"], again: "refused" });
    cookies.delete("eko");
    await assertStep({ does: "DELETE /api/sessions", who: "eko", url: "/api/sessions", leaves: ["session.close_all"], again: "refused" });
    await assertStep({ does: "POST /api/account-letter/:unitId", who: "bkpsdm", url: `/api/account-letter/${city.units.dinasA}`, body: { again: false }, leaves: ["account.letters_printed"], again: "refused" });
    await assertStep({ does: "PUT /api/account/:personId", who: "admin", url: `/api/account/${city.people.eko}`, body: { isActive: false }, leaves: ["account.closed"], again: "more" });
  });

  it("a record of umpan balik signed", async () => {
    const period = await addPeriod(pool, city, { number: 4, firstMonth: "2026-10", lastMonth: "2026-12" });
    await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-10", skp, penilaiId: city.people.kabidA, status: "checked" });
    await addUmpanBalik(pool, { fromId: city.people.kabidA, toId: city.people.budi, month: "2026-10", givenOn: "2026-11-02" });
    const url = `/api/document/rekaman_umpan_balik/${city.people.budi}/${period}/signature`;
    const { digest } = (await send("budi", "GET", url, undefined)).json<{ digest: string }>();
    await assertStep({ does: "POST /api/document/:kind/:personId/:sourceId/signature", who: "budi", url, body: { digest }, leaves: ["document.sign"], again: "same" });
  });

  it("documents of a unit begun and stopped, the letterhead with its picture", async () => {
    const id = v7();
    const body = { id, kinds: ["skp"], year: 2026, periodId: null, packaging: "xlsx" };
    await assertStep({ does: "POST /api/document-job/unit/:unitId", who: "kadisA", url: `/api/document-job/unit/${city.units.bidangA1}`, body, leaves: ["document-job.start"], again: "same" });
    await assertStep({ does: "POST /api/document-job/person/:personId", who: "budi", url: `/api/document-job/person/${city.people.budi}`, body: { ...body, id: v7() }, leaves: ["document-job.start"], again: "same" });
    await assertStep({ does: "POST /api/document-job/:id/cancel", who: "kadisA", url: `/api/document-job/${id}/cancel`, leaves: ["document-job.cancel"], again: "same" });
    await assertStep({ does: "PUT /api/letterhead/:id", who: "bkpsdm", url: `/api/letterhead/${city.units.dinasA}`, body: { version: null, name: null, address: "Jalan Contoh 1", contact: null }, leaves: ["letterhead.set"], again: "same" });
    await assertStep({ does: "PUT /api/letterhead-image/:slot", who: "bkpsdm", url: "/api/letterhead-image/daerah", body: tinyPng(), type: "image/png", leaves: ["letterhead.image"], again: "same" });
    await assertStep({ does: "DELETE /api/letterhead-image/:slot", who: "bkpsdm", url: "/api/letterhead-image/daerah", leaves: ["letterhead.image_removed"], again: "same" });
  });

  it("the auditor's own looks", async () => {
    await assertStep({ does: "POST /api/audit/verify", who: "auditor", url: "/api/audit/verify", body: {}, leaves: ["audit.verify"], again: "more" });
    await assertStep({ does: "POST /api/audit/sample", who: "auditor", url: "/api/audit/sample", body: {}, leaves: ["audit.sample"], again: "more" });
  });
});

describe("the walk", () => {
  it("has passed every endpoint that changes something", () => {
    const isEndpoint = (value: unknown): value is Endpoint => typeof value === "object" && value !== null && "method" in value && "path" in value;
    const all = Object.values<unknown>(contracts).filter(isEndpoint).filter((e) => e.method !== "GET").map((e) => `${e.method} ${e.path}`);
    expect([...walked].sort()).toEqual([...new Set(all)].sort());
  });

  it("has left a chain that holds", async () => {
    const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from audit a where prev <> coalesce((select hash from audit b where b.seq = a.seq - 1), repeat('0', 64))");
    expect(rows[0]?.n).toBe(0);
  });
});
