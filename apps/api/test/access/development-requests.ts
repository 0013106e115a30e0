import type { Pool } from "pg";
import { v7 } from "uuid";
import type { SmallCity } from "../factories.ts";
import type { Request } from "./requests.ts";
import type { StandingWord, World } from "./world.ts";

export type DevelopmentWorld = { /** Budi's, put forward by who was his penilai. */ planId: string; /** Konseling of somebody who asks for nothing here, with its report. */ reportId: string; trainingId: string; sessionId: string; /** Of somebody who asks for nothing here. */ placeId: string };

export async function buildDevelopment(pool: Pool, city: SmallCity, people: Record<StandingWord, string>): Promise<DevelopmentWorld> {
  const [planId, reportId, trainingId, sessionId, placeId] = [v7(), v7(), v7(), v7(), v7()];
  await pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, bentuk, goal, measure, due_on, proposed_by, proposed_on) values ($1,$2,$3,'keinginan','Ingin belajar data.','pelatihan','Mengolah data','Capaian','2027-03-31',$4,'2026-11-02')", [planId, people.diri, people.penilai, people.bekas]);
  await pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, bentuk, goal, measure, due_on, proposed_by, proposed_on) values ($1,$2,$3,'evaluasi','Sering tidak hadir.','konseling','Hadir','Kehadiran','2027-03-31',$3,'2026-11-02')", [reportId, city.people.citra, city.people.kabidA]);
  await pool.query("insert into development_form (plan_id, format, content, written_by, written_on) values ($1,'B.1.10',$2,$3,'2026-11-03')", [reportId, JSON.stringify({ format: "B.1.10", ekspektasi: null, masalah: "Tiga kali tidak hadir.", serupa: false, upaya: "Dua kali umpan balik." }), city.people.kabidA]);
  await pool.query("insert into training (id, name, bentuk, provider, about, hours, cost_per_person) values ($1,'Pengolahan data','pelatihan','BKPSDM','Mengolah data layanan.',8,100000)", [trainingId]);
  await pool.query("insert into training_session (id, training_id, first_day, last_day, place, places) values ($1,$2,'2026-12-07','2026-12-08','Aula',20)", [sessionId, trainingId]);
  await pool.query("insert into training_place (id, session_id, person_id, nominated_by, nominated_on) values ($1,$2,$3,$3,'2026-11-02')", [placeId, sessionId, city.people.citra]);
  return { planId, reportId, trainingId, sessionId, placeId };
}

const version = 999;
const at = (url: string, body?: unknown): Request => ({ url, ...(body === undefined ? {} : { body }) });
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
