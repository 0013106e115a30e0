import { addDays, type LocalDate } from "@teraju/domain";
import type pg from "pg";
import { analysePeriod } from "../../features/fairness/analyse.ts";
import { expiryOf, signalsOf } from "../../features/fairness/raise.ts";
import { findDue } from "../../features/fairness/signal-queries.ts";
import type { City } from "./city.ts";
import type { Random } from "./random.ts";
import { millisOf, must } from "./timeline.ts";

/** The signals of the newest closed period as the clockwork would raise them; one explained and closed, one answered. In the seed's transaction. */
export async function loadFairness(random: Random, client: pg.PoolClient, { city, today }: { city: City; today: LocalDate }): Promise<void> {
  const [due] = await findDue(client);
  if (due === undefined) return;
  const analysis = await analysePeriod(client, due.id, today);
  if (analysis.cycle === null) return;
  const on = addDays(today, -6);
  const expiresOn = expiryOf(due);
  await client.query("insert into fairness_run (period_id, cycle_id, ran_on, groups) values ($1,$2,$3,$4)", [due.id, analysis.cycle.id, on, JSON.stringify(analysis.groups)]);
  const ids: string[] = [];
  for (const one of signalsOf(analysis)) {
    const id = random.uuid(millisOf(on));
    ids.push(id);
    await client.query(
      "insert into fairness_signal (id, period_id, kind, person_id, penilai_id, about, n, figure, scale, p, p_adjusted, innocent, raised_on, expires_on) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)",
      [id, due.id, one.kind, one.personId ?? null, one.penilaiId ?? null, one.about ?? null, one.n, JSON.stringify(one.figure ?? null), one.scale, one.p ?? null, one.pAdjusted ?? null, one.innocent, on, expiresOn]);
  }
  const analyst = must(city.people.find((one) => one.account?.cityRole === "bkpsdm_analis"));
  const [explained, answered] = ids.slice(-2);
  if (explained !== undefined) await client.query("update fairness_signal set outcome = 'dijelaskan', outcome_note = 'Beban kerja khusus pada periode ini, didukung bukti laporan bulanan.', outcome_on = $2, outcome_by = $3, version = 2 where id = $1", [explained, addDays(today, -2), analyst.id]);
  if (answered !== undefined) await client.query("update fairness_signal set reply = 'Penilaian didasarkan pada bukti laporan bulanan dan umpan balik yang sudah disampaikan.', replied_on = $2, version = 2 where id = $1", [answered, addDays(today, -3)]);
}
