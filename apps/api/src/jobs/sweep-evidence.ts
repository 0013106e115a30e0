import { rm } from "node:fs/promises";
import type { Pool } from "pg";
import { dropFile, storedBefore } from "../features/evidence/files.ts";

/** A file is written before its row: what is younger may still be on its way. By the machine's clock, as the disk's. */
const YOUNG_MS = 60 * 60 * 1000;
/** More orphans than these, and more than half of all, is no leftover but the wrong database beside this folder. */
const MOST_ORPHANS = 20;

/**
 * Removes files of evidence and scans whose row is gone: a note deleted while its photo was arriving, a process killed between the two.
 * Gives how many. Throws, and removes nothing, where most files have no row.
 */
export async function sweepEvidence(pool: Pool, dataDir: string, now = Date.now()): Promise<number> {
  const { keys, unfinished } = await storedBefore(dataDir, now - YOUNG_MS);
  const { rows } = await pool.query<{ key: string }>("select k.key from unnest($1::text[]) as k(key) where not exists (select from evidence e where e.storage_key = k.key) and not exists (select from notulen n where n.scan_key = k.key) and not exists (select from signed_rating s where s.scan_key = k.key)", [keys]);
  if (rows.length > MOST_ORPHANS && rows.length > keys.length / 2) throw new Error(`${rows.length} of ${keys.length} evidence files have no row in this database: is DATA_DIR the folder of this database? Nothing was removed.`);
  for (const { key } of rows) await dropFile(dataDir, key);
  for (const place of unfinished) await rm(place, { force: true });
  return rows.length + unfinished.length;
}
