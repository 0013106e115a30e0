import type { Pool } from "pg";
import { v7 } from "uuid";
import type { SmallCity } from "./factories.ts";

type NewPeriod = { kind?: "triwulanan" | "bulanan" | "tahunan"; year?: number; number?: number; firstMonth?: string; lastMonth?: string; ratingFrom?: string; ratingUntil?: string };
/** The third quarter of 2026, rated from 1 to 20 October, unless told otherwise. Gives its id. */
export async function addPeriod(pool: Pool, city: SmallCity, p: NewPeriod = {}): Promise<string> {
  const id = v7();
  await pool.query("insert into evaluation_period (id, year, kind, number, first_month, last_month, rating_from, rating_until, standar_id) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)",
    [id, p.year ?? 2026, p.kind ?? "triwulanan", p.number ?? 3, p.firstMonth ?? "2026-07", p.lastMonth ?? "2026-09", p.ratingFrom ?? "2026-10-01", p.ratingUntil ?? "2026-10-20", city.standarId]);
  return id;
}

/** Gives a period a standard of its own with the two-blind step, which waits five working days. */
export async function useTwoBlind(pool: Pool, periodId: string): Promise<void> {
  const id = v7();
  await pool.query(`insert into standar_penilaian (id, name, legal_basis, parameters, valid_from, valid_until)
    select $1, 'Standar dengan dua sisi', 'Perwal percobaan', jsonb_set(s.parameters, '{penilaian,duaSisiHari}', '5'), '2019-01-01', '2019-12-31' from standar_penilaian s join evaluation_period e on e.standar_id = s.id where e.id = $2`, [id, periodId]);
  await pool.query("update evaluation_period set standar_id = $1 where id = $2", [id, periodId]);
}

/** A unit's capaian kinerja organisasi of a period, as if the head above had entered it. */
export async function addCapaian(pool: Pool, c: { periodId: string; unitId: string; setBy: string; predikat?: string }): Promise<void> {
  await pool.query("insert into capaian_organisasi (id, period_id, unit_id, predikat, basis, set_by) values ($1,$2,$3,$4,'Rencana aksi perjanjian kinerja',$5)", [v7(), c.periodId, c.unitId, c.predikat ?? "baik", c.setBy]);
}

/** Umpan balik that was given on a day about a month. Gives its id. */
export async function addUmpanBalik(pool: Pool, u: { fromId: string; toId: string; month: string; givenOn: string; nada?: string; perilaku?: string; reply?: string; text?: string }): Promise<string> {
  const id = v7();
  await pool.query("insert into umpan_balik (id, from_id, to_id, month, perilaku, status, nada, text, given_on, reply) values ($1,$2,$3,$4,$5,'diberikan',$6,$7,$8,$9)",
    [id, u.fromId, u.toId, u.month, u.perilaku ?? null, u.nada ?? "negatif", u.text ?? "Laporan kegiatan belum lengkap.", u.givenOn, u.reply ?? null]);
  return id;
}

/** A register number hung on a row of a report. Gives its id. */
export async function addRegisterEvidence(pool: Pool, e: { ownerId: string; reportRowId: string; title?: string }): Promise<string> {
  const id = v7();
  await pool.query("insert into evidence (id, owner_id, report_row_id, kind, title, register_number) values ($1,$2,$3,'register',$4,'440/118/2026')", [id, e.ownerId, e.reportRowId, e.title ?? "Surat tanda terima laporan"]);
  return id;
}
