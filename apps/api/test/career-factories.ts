import type { Predikat } from "@teraju/domain";
import type { Pool } from "pg";
import { v7 } from "uuid";
import type { CityUnit, SmallCity } from "./factories.ts";

/** A final result of a period, as a row alone: for what only asks which predikat somebody has. */
export async function addFinal(pool: Pool, city: SmallCity, r: { periodId: string; personId: string; penilaiId: string; unit: CityUnit; predikat: Predikat; indeks?: number }): Promise<string> {
  const id = v7();
  await pool.query(
    `insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, status, hasil_kerja, perilaku, predikat, indeks, decision, digest, rulebook, finalized_at, finalized_on)
     values ($1,$2,$3,$4,$4,$5,$6,'final','sesuai','sesuai',$7,$8,'{}',$9,'2023-01-31',now(),'2026-01-15')`,
    [id, r.periodId, r.personId, city.units[r.unit], city.ord[r.unit], r.penilaiId, r.predikat, r.indeks ?? null, "0".repeat(64)]);
  return id;
}
