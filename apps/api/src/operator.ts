import { dayInJakarta } from "./clock.ts";
import { createDb, createPool } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { readEnv } from "./env.ts";
import { beginCity, HOST_ROLES, openOnHost } from "./features/setup/host.ts";
import { StartRefusal } from "./start-refusal.ts";

/**
 * `pnpm operator NIP "NAME" [ROLE]`: opens an empty city to its first operators, and a city to its head where that is away. Prints a code
 * that opens the account once. With the embedded database the product must not be running on the same folder.
 */
async function main([nip, name = "", role = "bkpsdm"]: readonly string[]): Promise<void> {
  if (nip === undefined) throw new StartRefusal(`pnpm operator NIP "Nama Lengkap" [${HOST_ROLES.join(" | ")}]`);
  const database = await openDatabase(readEnv(), () => undefined, () => process.exit(1));
  const pool = createPool(database.url, { max: 2, statementTimeoutMs: 0 });
  try {
    await migrate(pool);
    const ctx = { db: createDb(pool), pool, today: dayInJakarta(new Date()) };
    const opened = await openOnHost(ctx, { nip, name, role });
    await beginCity(ctx);
    console.log(`${opened.name} (${opened.login}) memegang peran ${opened.role} mulai hari ini.`);
    console.log(`Kode aktivasi: ${opened.code}`);
    console.log("Buka halaman /aktivasi, tulis NIP dan kode ini, lalu buat kata sandi sendiri. Kode berlaku 3 hari dan hanya satu kali.");
  } finally {
    await pool.end();
    await database.close();
  }
}

if (import.meta.main) {
  await main(process.argv.slice(2)).catch((cause: unknown) => {
    if (!(cause instanceof StartRefusal)) throw cause;
    console.error(cause.message);
    process.exitCode = 1;
  });
}
