import { DEFAULT_STANDAR, standarValues } from "@teraju/domain";
import type { Pool } from "pg";
import { v7 } from "uuid";

/** The values of the standard that test cities start with, some of them changed. */
export const valuesWith = (changes: Record<string, number | string | boolean> = {}): Record<string, number | string | boolean> => ({ ...standarValues(DEFAULT_STANDAR), ...changes });

/** A draft that was handed over, holding from 2027 on. Gives its id. */
export async function addProposedDraft(pool: Pool, madeBy: string): Promise<string> {
  const id = v7();
  await pool.query("insert into standar_draft (id, name, legal_basis, valid_from, parameters, status, made_by, made_on) values ($1,'Standar 2027','Peraturan Wali Kota 7/2026','2027-01-01',$2,'proposed',$3,'2026-11-20')", [id, JSON.stringify(DEFAULT_STANDAR), madeBy]);
  return id;
}

/** A closed month of a unit that somebody wants open again. Gives its id. */
export async function addReopening(pool: Pool, { month, unitId, madeBy }: { month: string; unitId: string; madeBy: string }): Promise<string> {
  const id = v7();
  await pool.query("insert into month_reopening (id, month, unit_id, reason, made_by, made_on) values ($1,$2,$3,'Register bulan itu tertukar dengan bulan lain.',$4,'2026-11-20')", [id, month, unitId, madeBy]);
  return id;
}
