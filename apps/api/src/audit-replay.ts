import { createPool } from "#db/client.ts";
import { openDatabase } from "#db/open.ts";
import { readEnv } from "./env.ts";
import { replayResults } from "./replay.ts";

/**
 * `pnpm audit:replay [YEAR]`: computes every final result again from its stored facts, in one pass, and compares digest, predikat and
 * index. Exit code 1 names the first that differ. With the embedded database the product must not be running on the same folder.
 */
const [wanted] = process.argv.slice(2);
if (wanted !== undefined && !/^20\d\d$/.test(wanted)) {
  console.error("Tahun ditulis empat angka, misalnya 2026.");
  process.exit(1);
}
const env = readEnv();
const database = await openDatabase(env, () => undefined, () => process.exit(1));
const pool = createPool(database.url, { max: 1, statementTimeoutMs: 0 });
try {
  const client = await pool.connect();
  const { results, withoutFacts, differing, examples, seconds } = await replayResults(client, wanted === undefined ? null : Number(wanted));
  client.release();
  console.log(`${results} hasil final dihitung ulang dalam ${seconds.compute.toFixed(1)} detik (baca ${seconds.read.toFixed(1)}, bandingkan ${seconds.write.toFixed(1)}).`);
  if (withoutFacts > 0) console.log(`${withoutFacts} hasil tidak menyimpan fakta dan tidak dapat dihitung ulang.`);
  for (const { id, person, period, stored, computed } of examples) console.log(`BERBEDA: ${person}, ${period}: tersimpan ${stored}, dihitung ${computed} (${id})`);
  console.log(differing === 0 ? "Semua sama dengan yang tersimpan." : `${differing} hasil BERBEDA.`);
  process.exitCode = differing === 0 ? 0 : 1;
} finally {
  await pool.end();
  await database.close();
}
