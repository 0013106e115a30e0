import { createPool } from "#db/client.ts";
import { verifyAudit } from "#db/checkpoint.ts";
import { openDatabase } from "#db/open.ts";
import { readEnv } from "./env.ts";

/**
 * `pnpm audit:verify`: goes through the audit chain and the signed checkpoints of DATA_DIR. Exit code 1 names the first bad row.
 * With the embedded database the product must not be running on the same folder.
 */
const env = readEnv();
const database = await openDatabase(env, () => undefined, () => process.exit(1));
const pool = createPool(database.url, { max: 1, statementTimeoutMs: 0 });
try {
  const { rows, erased, firstBad, head, checkpoint } = await verifyAudit(pool, env.dataDir);
  console.log(`${rows} baris diperiksa, ${erased} isi telah dihapus atas permintaan. Kepala rantai: ${head === null ? "kosong" : `${head.seq} ${head.hash}`}`);
  console.log(checkpoint === null ? "Belum ada titik periksa yang ditandatangani: ekor yang terpotong tidak dapat diketahui." : `Titik periksa terakhir: baris ${checkpoint.seq}, ${checkpoint.at}`);
  console.log(firstBad === null ? "Utuh." : `TIDAK UTUH. Baris pertama yang salah: ${firstBad.seq} (${firstBad.fault}).`);
  process.exitCode = firstBad === null ? 0 : 1;
} finally {
  await pool.end();
  await database.close();
}
