import type { Pool } from "pg";
import { v7 } from "uuid";
import type { SmallCity } from "../factories.ts";
import type { Request } from "./requests.ts";
import type { StandingWord, World } from "./world.ts";

export type DevelopmentWorld = { /** Budi's, put forward by who was his penilai. */ planId: string; /** Konseling of somebody who asks for nothing here, with its report. */ reportId: string; trainingId: string; sessionId: string; /** Of somebody who asks for nothing here. */ placeId: string; konseling: KonselingWorld };
/** Konseling of Budi's, with a konselor who asks for nothing here unless it says so: set by the office; signed by his penilai; signed by a konselor independen. */
type KonselingWorld = { arranged: string; byPenilai: string; byIndependent: string };

export async function buildDevelopment(pool: Pool, city: SmallCity, people: Record<StandingWord, string>): Promise<DevelopmentWorld> {
  const [planId, reportId, trainingId, sessionId, placeId] = [v7(), v7(), v7(), v7(), v7()];
  await pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, bentuk, goal, measure, due_on, proposed_by, proposed_on) values ($1,$2,$3,'keinginan','Ingin belajar data.','pelatihan','Mengolah data','Capaian','2027-03-31',$4,'2026-11-02')", [planId, people.diri, people.penilai, people.bekas]);
  await pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, bentuk, goal, measure, due_on, proposed_by, proposed_on) values ($1,$2,$3,'evaluasi','Sering tidak hadir.','konseling','Hadir','Kehadiran','2027-03-31',$3,'2026-11-02')", [reportId, city.people.citra, city.people.kabidA]);
  await pool.query("insert into development_form (plan_id, format, content, written_by, written_on) values ($1,'B.1.10',$2,$3,'2026-11-03')", [reportId, JSON.stringify({ format: "B.1.10", ekspektasi: null, masalah: "Tiga kali tidak hadir.", serupa: false, upaya: "Dua kali umpan balik." }), city.people.kabidA]);
  await pool.query("insert into training (id, name, bentuk, provider, about, hours, cost_per_person) values ($1,'Pengolahan data','pelatihan','BKPSDM','Mengolah data layanan.',8,100000)", [trainingId]);
  await pool.query("insert into training_session (id, training_id, first_day, last_day, place, places) values ($1,$2,'2026-12-07','2026-12-08','Aula',20)", [sessionId, trainingId]);
  await pool.query("insert into training_place (id, session_id, person_id, nominated_by, nominated_on) values ($1,$2,$3,$3,'2026-11-02')", [placeId, sessionId, city.people.citra]);
  return { planId, reportId, trainingId, sessionId, placeId, konseling: await buildKonseling(pool, city, people, trainingId) };
}

async function buildKonseling(pool: Pool, city: SmallCity, people: Record<StandingWord, string>, trainingId: string): Promise<KonselingWorld> {
  const [certificate, world] = [v7(), { arranged: v7(), byPenilai: v7(), byIndependent: v7() }];
  await pool.query("insert into konselor_certificate (id, person_id, name, number, issuer, issued_on, recorded_by, recorded_on) values ($1,$2,'Pelatihan konseling','1/2025','LAN','2025-08-01',$3,'2026-11-02')", [certificate, people.penilai, city.people.kapus]);
  await pool.query("insert into konselor_training (training_id, marked_by, marked_on) values ($1,$2,'2026-11-02')", [trainingId, city.people.kapus]);
  for (const [at, id] of Object.values(world).entries()) {
    await pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, bentuk, goal, measure, due_on, status, proposed_by, proposed_on) values ($1,$2,$3,'evaluasi','Sering tidak hadir.','konseling','Hadir','Kehadiran','2027-03-31','agreed',$3,'2026-11-02')", [id, people.diri, people.penilai]);
    await pool.query("insert into development_form (plan_id, format, content, written_by, written_on) values ($1,'B.1.10',$2,$3,'2026-11-03')", [id, JSON.stringify({ format: "B.1.10", ekspektasi: null, masalah: "Tiga kali tidak hadir.", serupa: false, upaya: "Dua kali umpan balik." }), people.penilai]);
    const isPenilai = id === world.byPenilai;
    const konselor = isPenilai ? people.penilai : city.people.kapus;
    await pool.query("insert into konseling (plan_id, jenis, konselor_id, certificate_id, dasar, scheduled_on, scheduled_at, place, is_by_office, set_by, set_on) values ($1,$2,$3,$4,$5,'2026-11-09',$6,'Ruang kecil',$7,$3,'2026-11-04')",
      [id, isPenilai ? "penilai" : "independen", konselor, isPenilai ? certificate : null, isPenilai ? null : "Surat 800/1/2026", `${9 + at}:00`.padStart(5, "0"), !isPenilai]);
    if (id !== world.arranged) await pool.query("insert into konseling_record (plan_id, held_from, held_until, sessions, masalah, hasil, kesepakatan, signed_by, signed_on, signed_at, hash) values ($1,'2026-11-09','2026-11-09',1,'Tidak hadir.','sebagian','Memberi kabar.',$2,'2026-11-10',now(),repeat('a', 64))", [id, konselor]);
    if (id !== world.arranged) await pool.query("update development_plan set status = 'done', done_on = '2026-11-10' where id = $1", [id]);
  }
  return world;
}

const version = 999;
const at = (url: string, body?: unknown): Request => ({ url, ...(body === undefined ? {} : { body }) });
const talk = (w: World, which: keyof KonselingWorld, tail = "", body?: unknown): Request => at(`/api/konseling/${w.development.konseling[which]}${tail}`, body);
const RECORD = { heldFrom: "2026-11-09", heldUntil: "2026-11-09", sessions: 1, masalah: "Tidak hadir tanpa kabar.", hasil: "sebagian", kesepakatan: "Memberi kabar sehari sebelumnya.", saran: null };
const next = () => ({ id: v7(), text: "Jam masuk digeser sementara.", dueOn: null });
const plan = (w: World, tail: string, body: unknown): Request => at(`/api/development/plans/${w.development.planId}${tail}`, body);

/** Requests about rencana pengembangan and training. */
export const DEVELOPMENT_REQUESTS: Readonly<Record<string, (w: World) => Request>> = {
  "GET /api/development/people/:personId": (w) => at(`/api/development/people/${w.people.diri}`),
  // The id is taken by somebody else's plan.
  "POST /api/development/people/:personId/plans": (w) => at(`/api/development/people/${w.people.diri}/plans`, { id: w.development.planId, source: "keinginan", finding: "Ingin belajar data.", perilaku: null, lineId: null, bentuk: "pelatihan", goal: "Mengolah data", measure: "Capaian", dueOn: "2027-03-31" }),
  "POST /api/development/plans/:id/action": (w) => plan(w, "/action", { version, action: "cancel", note: "Tidak jadi dilakukan." }),
  "POST /api/development/plans/:id/entries": (w) => plan(w, "/entries", { id: v7(), day: "2026-11-20", fact: "Belum mulai.", option: null, step: "Mulai pekan depan." }),
  "POST /api/development/plans/:id/forms": (w) => plan(w, "/forms", { format: "B.1.10", ekspektasi: null, masalah: "Laporan tidak dikirim tiga kali.", serupa: false, upaya: "Dua kali umpan balik." }),
  "GET /api/development/plans/:id/forms/:format/pdf": (w) => at(`/api/development/plans/${w.development.planId}/forms/B.1.6/pdf`),
  "GET /api/development/reports": () => at("/api/development/reports"),
  "PUT /api/development/reports/:id/receipt": (w) => at(`/api/development/reports/${w.development.reportId}/receipt`),
  "GET /api/development/reports/:id/pdf": (w) => at(`/api/development/reports/${w.development.reportId}/pdf`),
  "GET /api/konseling": () => at("/api/konseling"),
  "GET /api/konseling/:id": (w) => talk(w, "arranged"),
  "GET /api/konseling/:id [signed by the penilai]": (w) => talk(w, "byPenilai"),
  "GET /api/konseling/:id [signed by an independen]": (w) => talk(w, "byIndependent"),
  "PUT /api/konseling/:id": (w) => talk(w, "arranged", "", { version, jenis: "independen", konselorId: w.city.people.kapus, dasar: "Surat 800/1/2026", scheduledOn: "2026-11-30", scheduledAt: "10:00", place: "Ruang kecil" }),
  "POST /api/konseling/:id/entries": (w) => talk(w, "arranged", "/entries", { id: v7(), day: "2026-11-20", fact: "Belum tenang.", option: null, step: "Bertemu lagi." }),
  "POST /api/konseling/:id/record": (w) => talk(w, "arranged", "/record", RECORD),
  "POST /api/konseling/:id/record [signed by the penilai]": (w) => talk(w, "byPenilai", "/record", RECORD),
  "POST /api/konseling/:id/follow-up": (w) => talk(w, "arranged", "/follow-up", next()),
  "POST /api/konseling/:id/follow-up [signed by the penilai]": (w) => talk(w, "byPenilai", "/follow-up", next()),
  "GET /api/konseling/:id/pdf": (w) => talk(w, "arranged", "/pdf"),
  "GET /api/konseling/:id/pdf [signed by the penilai]": (w) => talk(w, "byPenilai", "/pdf"),
  "GET /api/konseling/:id/pdf [signed by an independen]": (w) => talk(w, "byIndependent", "/pdf"),
  "GET /api/konselor": () => at("/api/konselor"),
  "GET /api/konselor/candidate": () => at("/api/konselor/candidate?q=bu"),
  "PUT /api/konselor/training/:id": (w) => at(`/api/konselor/training/${w.development.trainingId}`, { counts: true }),
  // The number of that person is known.
  "POST /api/konselor/certificate": (w) => at("/api/konselor/certificate", { id: v7(), personId: w.people.penilai, name: "Pelatihan konseling", number: "1/2025", issuer: "LAN", issuedOn: "2025-08-01" }),
  "PUT /api/development/plans/:id/looks/:look": (w) => plan(w, "/looks/3", { seen: "membaik", note: "Sudah lebih rapi.", hindrance: null }),
  "GET /api/development/team": () => at("/api/development/team"),
  "GET /api/training": () => at("/api/training"),
  "POST /api/training": (w) => at("/api/training", { id: w.development.trainingId, name: "Nama lain", bentuk: "pelatihan", provider: "BKPSDM", perilaku: null, about: "Mengolah data layanan.", hours: 8, costPerPerson: 100_000 }),
  // The same again is the same session.
  "POST /api/training/:id/sessions": (w) => at(`/api/training/${w.development.trainingId}/sessions`, { id: w.development.sessionId, firstDay: "2026-12-07", lastDay: "2026-12-08", place: "Aula", places: 20 }),
  "GET /api/training/sessions/:id": (w) => at(`/api/training/sessions/${w.development.sessionId}`),
  "POST /api/training/sessions/:id/places": (w) => at(`/api/training/sessions/${w.development.sessionId}/places`, { id: w.development.placeId, personId: w.people.diri, planId: null }),
  "POST /api/training/places/:id/action": (w) => at(`/api/training/places/${w.development.placeId}/action`, { version, action: "refuse", certificate: null }),
  "GET /api/training/effects": () => at("/api/training/effects"),
  "GET /api/training/needs": () => at("/api/training/needs"),
  "GET /api/training/story/pdf": () => at("/api/training/story/pdf"),
};
