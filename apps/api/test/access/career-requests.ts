import type { Pool } from "pg";
import { v7 } from "uuid";
import { addPeriod } from "../appraisal-factories.ts";
import type { SmallCity } from "../factories.ts";
import type { Request } from "./requests.ts";
import type { World } from "./world.ts";

export type CareerWorld = { /** Put forward by BKPSDM's analis, not yet decided. */ listId: string; tableId: string; /** A year that is closed. */ yearId: string };

const persen = { sangat_baik: 100, baik: 100, butuh_perbaikan: 80, kurang: 60, sangat_kurang: 40 };

/** A list and a table that wait for the second person, and a closed year. */
export async function buildCareers(pool: Pool, city: SmallCity): Promise<CareerWorld> {
  const [listId, tableId] = [v7(), v7()];
  const yearId = await addPeriod(pool, city, { kind: "tahunan", year: 2025, number: 1, firstMonth: "2025-01", lastMonth: "2025-12", ratingFrom: "2025-12-20", ratingUntil: "2026-01-31" });
  await pool.query("update evaluation_period set closed_at = now() where id = $1", [yearId]);
  await pool.query("insert into talent_list (id, title, purpose, recipient, rows, digest, made_by, made_on) values ($1,'Calon peserta','Bahan panitia seleksi.','Panitia','[]',repeat('a',64),$2,'2026-11-20')", [listId, city.people.analis]);
  await pool.query("insert into tpp_table (id, perwal, valid_from, persen, made_by, made_on) values ($1,'Perwal percobaan','2026-01-01',$3,$2,'2026-11-20')", [tableId, city.people.analis, JSON.stringify(persen)]);
  return { listId, tableId, yearId };
}

const at = (url: string, body?: unknown): Request => ({ url, ...(body === undefined ? {} : { body }) });
const decision = { version: 999, approve: true, note: null };

/** Requests about careers. */
export const CAREER_REQUESTS: Readonly<Record<string, (w: World) => Request>> = {
  "GET /api/careers/mine": () => at("/api/careers/mine"),
  "GET /api/careers/people/:id": (w) => at(`/api/careers/people/${w.people.diri}`),
  "GET /api/careers/readiness": () => at("/api/careers/readiness?jenis=pangkat"),
  "GET /api/careers/readiness/export": () => at("/api/careers/readiness/export?jenis=jenjang"),
  "POST /api/careers/facts": () => at("/api/careers/facts", { id: v7(), csv: "nip;jenis;tahun;nilai;per_tanggal;sumber\n1;lowongan;;ada;2026-01-01;Peta jabatan", apply: false }),
  "GET /api/talent": () => at("/api/talent"),
  "GET /api/talent/lists": () => at("/api/talent/lists"),
  // Nobody stands in a box: who may make a list is told so.
  "POST /api/talent/lists": () => at("/api/talent/lists", { id: v7(), year: 2025, boxes: [9], title: "Calon peserta", purpose: "Bahan panitia seleksi.", recipient: "Panitia" }),
  "POST /api/talent/lists/:id/decision": (w) => at(`/api/talent/lists/${w.careers.listId}/decision`, decision),
  "GET /api/talent/lists/:id/export": (w) => at(`/api/talent/lists/${w.careers.listId}/export`),
  "GET /api/tpp": () => at("/api/tpp"),
  // The id is taken by somebody else's table.
  "POST /api/tpp/tables": (w) => at("/api/tpp/tables", { id: w.careers.tableId, perwal: "Perwal lain", validFrom: "2026-01-01", persen }),
  "POST /api/tpp/tables/:id/decision": (w) => at(`/api/tpp/tables/${w.careers.tableId}/decision`, decision),
  "GET /api/tpp/export": (w) => at(`/api/tpp/export?period=${w.careers.yearId}`),
};
