import type pg from "pg";
import { dayInJakarta } from "./clock.ts";
import type { Env } from "./env.ts";
import { StartRefusal } from "./start-refusal.ts";

type Question = { pool: pg.Pool; env: Env; isEmbedded: boolean; say: (line: string) => void };

/**
 * Fills the demo city into an empty database where one is wanted, and tells whether this is a demo.
 * @returns the day on which the demo stands still (TERAJU_TODAY, else the day of its seeding); undefined for a real office.
 * @throws StartRefusal where TERAJU_DEMO contradicts what the database holds.
 */
export async function demoDay({ pool, env, isEmbedded, say }: Question): Promise<string | undefined> {
  const seeded = await seededDay(pool);
  if (seeded && env.demo === false) {
    throw new StartRefusal("TERAJU_DEMO=0, tetapi basis data ini berisi kota demo dengan kata sandi yang diketahui umum: pakai basis data lain untuk data sungguhan.");
  }
  if (seeded) return env.today ?? seeded;
  const isEmpty = await hasNobody(pool);
  if (env.demo && !isEmpty) throw new StartRefusal("TERAJU_DEMO=1, tetapi basis data sudah berisi data lain: kota demo hanya diisikan ke basis data kosong.");
  if (isEmpty && (env.demo ?? isEmbedded)) {
    const { seedDemo } = await import("#db/seed/index.ts");
    const today = env.today ?? dayInJakarta(new Date());
    await seedDemo({ pool, today, dataDir: env.dataDir, say });
    return today;
  }
  if (env.today) say("TERAJU_TODAY diabaikan: hanya berlaku untuk kota demo.");
  return undefined;
}

async function seededDay(pool: pg.Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ value: string }>("select value from setting where key = 'demo_today'");
  return rows[0]?.value;
}

async function hasNobody(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ empty: boolean }>("select not exists (select from person) as empty");
  return rows[0]?.empty === true;
}
