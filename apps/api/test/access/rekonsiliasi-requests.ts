import type { Pool } from "pg";
import { v7 } from "uuid";
import type { SmallCity } from "../factories.ts";
import type { Request } from "./requests.ts";
import type { World } from "./world.ts";

const BUDI = "198503032010011003";

/** A kept report of e-Kinerja in which Budi stands in another office, with another predikat. Gives its id. */
export async function buildRekonsiliasi(pool: Pool, city: SmallCity): Promise<string> {
  const id = v7();
  await pool.query("insert into bkn_report (id, kind, period_kind, year, number, first_month, last_month, title, scope, kept_by, kept_at) values ($1,'penilaian','triwulanan',2026,2,'2026-04','2026-06','Laporan Penilaian SKP','',$2,now())", [id, city.people.bkpsdm]);
  await pool.query("insert into bkn_row (report_id, line, nip, name, unor, unor_induk, jabatan, is_acting, predikat, penilai_nip, penilai_name, rated_at, unread) values ($1,9,$2,'BUDI','Puskesmas A2','Dinas A','Pengolah Data',false,'kurang','','','','{}')", [id, BUDI]);
  return id;
}

const list = (unit?: string): Request => ({ url: `/api/rekonsiliasi${unit === undefined ? "" : `?unit=${unit}`}` });
const read = (w: World, unit?: string): Request => ({ url: `/api/rekonsiliasi/${w.rekonsiliasiId}${unit === undefined ? "" : `?unit=${unit}`}` });
/** Nobody has seen this version: who may act gets as far as "changed meanwhile". */
const decide = (w: World, unit: string | null, aspek: "data" | "nilai"): Request => ({
  url: `/api/rekonsiliasi/${w.rekonsiliasiId}/tindakan`, body: { unit, nip: BUDI, aspek, key: "unit=lain|lain", version: 999, tindakan: "perbaiki_di_bkn", pelaksana: "admin_opd", dueOn: "2026-12-01", note: null },
});

export const REKONSILIASI_REQUESTS: Readonly<Record<string, (w: World) => Request>> = {
  "GET /api/rekonsiliasi": () => list(),
  "GET /api/rekonsiliasi [Dinas A]": (w) => list(w.city.units.dinasA),
  "GET /api/rekonsiliasi/:id": (w) => read(w),
  "GET /api/rekonsiliasi/:id [Dinas A]": (w) => read(w, w.city.units.dinasA),
  "GET /api/rekonsiliasi/:id [Bidang A1]": (w) => read(w, w.city.units.bidangA1),
  "POST /api/rekonsiliasi/:id/tindakan": (w) => decide(w, null, "data"),
  "POST /api/rekonsiliasi/:id/tindakan [Dinas A]": (w) => decide(w, w.city.units.dinasA, "data"),
  "POST /api/rekonsiliasi/:id/tindakan [ratings]": (w) => decide(w, w.city.units.dinasA, "nilai"),
};
