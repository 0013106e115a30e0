import { createHash } from "node:crypto";
import { PERILAKU } from "@teraju/domain";
import type { Pool } from "pg";
import { v7 } from "uuid";
import type { TestApp } from "../app.ts";
import { makeKeys } from "../../src/features/peer-input/keys.ts";
import type { SmallCity } from "../factories.ts";
import type { StandingWord } from "./world.ts";

export type PeerWorld = {
  /** Answered now; Budi is asked about a colleague. */
  answeredId: string; formId: string;
  /** Of the first semester: released, with a result of Budi's. Its sworn verifier is who is called `opdLain`. */
  releasedId: string;
  /** About Budi's rating by his penilai; about somebody who asks for nothing here. */
  signalId: string; otherSignalId: string;
  /** Ids and pseudonyms that lead to who answered about Budi: of people who never ask here, so nobody may ever read one. */
  secrets: string[];
};

/** Two cycles of umpan balik rekan and two signals, put into their tables as the verbs would have left them. */
export async function buildPeers({ pool, dataDir }: TestApp, city: SmallCity, people: Record<StandingWord, string>, periodId: string): Promise<PeerWorld> {
  const [answeredId, releasedId, signalId, otherSignalId] = [v7(), v7(), v7(), v7()];
  const open = async (id: string, semester: number, from: string, until: string): Promise<void> => {
    await pool.query("insert into peer_cycle (id, year, semester, answers_from, answers_until, standar_id, key_hash) values ($1,2026,$2,$3,$4,$5,$6)", [id, semester, from, until, city.standarId, await makeKeys(dataDir, id)]);
    await pool.query("insert into peer_draw (cycle_id, number, drawn_on, root, inputs, facts) values ($1,0,$2,repeat('b',64),$3,$4)", [
      id, from, JSON.stringify({ period: `2026-${semester}`, people: [], units: [], banned: [], ratersPerPerson: 7 }), JSON.stringify({ people: 14, forms: 1, components: 1, crossPercent: 30, shortfall: 0 })]);
  };
  const go = (id: string, status: string, set = ""): Promise<unknown> => pool.query(`update peer_cycle set status = '${status}'${set} where id = $1`, [id]);
  await open(releasedId, 1, "2026-06-01", "2026-06-14");
  await pool.query("insert into peer_verifier (cycle_id, role, person_id) values ($1,'inspektorat',$2)", [releasedId, people.opdLain]);
  await go(releasedId, "answering");
  await go(releasedId, "closed");
  const sealed = await pool.query<{ id: string }>("insert into peer_sealed (cycle_id, subject_id, rater_group, answers) select $1, $2, 'rekan', '{3,3,3,3,3,3,3}' from generate_series(1, 7) returning id", [releasedId, people.diri]);
  await go(releasedId, "sealed", ", sealed_on = '2026-06-15', sealed_answers = 7");
  const behaviours = PERILAKU.map((perilaku) => ({ perilaku, mean: { from: 3, to: 3 } }));
  await pool.query("insert into peer_result (cycle_id, subject_id, opd_id, groups, is_merged, suggestions, n, rata) values ($1,$2,$3,$4,false,'{}',7,3)", [
    releasedId, people.diri, city.units.dinasA, JSON.stringify([{ group: "rekan", n: 7, mean: { from: 3, to: 3 }, agreement: "sepakat", behaviours }])]);
  await go(releasedId, "released", ", released_on = '2026-07-01', shown = 1, merged = 0, none = 0");
  await open(answeredId, 2, "2026-11-16", "2026-11-30");
  // Drawn of nobody, and yet with forms: at a version that no request names, nothing is drawn anew on it.
  await go(answeredId, "answering", ", version = 4711");
  const { rows } = await pool.query<{ id: string }>("insert into peer_invite (cycle_id, draw_number, subject_id, rater_id, rater_group, because) values ($1,0,$2,$3,'rekan','same_unit') returning id", [answeredId, city.people.citra, people.diri]);
  await pool.query("insert into fairness_run (period_id, cycle_id, ran_on) values ($1,$2,'2026-11-20')", [periodId, releasedId]);
  const raise = "insert into fairness_signal (id, period_id, kind, person_id, penilai_id, n, figure, scale, innocent, raised_on, expires_on) values ($1,$2,'person_residual',$3,$4,8,'{\"value\":0.5,\"low\":0.3,\"high\":0.7}','points','{chance}','2026-11-20','2027-01-31')";
  await pool.query(raise, [signalId, periodId, people.diri, people.penilai]);
  await pool.query(raise, [otherSignalId, periodId, city.people.citra, null]);
  const secrets = await answerAbout(pool, { cycleId: answeredId, subjectId: people.diri, raters: [city.people.kapus, city.people.kadisB, city.people.bkpsdm] });
  return { secrets: [...secrets, ...sealed.rows.map((row) => row.id)], answeredId, formId: rows[0]?.id ?? "", releasedId, signalId, otherSignalId };
}

/** Forms that were sent, as the product keeps them: the answer under a pseudonym, the form with its rater. */
async function answerAbout(pool: Pool, { cycleId, subjectId, raters }: { cycleId: string; subjectId: string; raters: readonly string[] }): Promise<string[]> {
  const secrets: string[] = [];
  for (const raterId of raters) {
    const pseudonym = createHash("sha256").update(raterId).digest("hex");
    const invite = await pool.query<{ id: string }>("insert into peer_invite (cycle_id, draw_number, subject_id, rater_id, rater_group, because) values ($1,0,$2,$3,'rekan','same_unit') returning id", [cycleId, subjectId, raterId]);
    const answer = await pool.query<{ id: string }>("insert into peer_response (id, cycle_id, subject_id, rater_group, pseudonym, state, answers, seen_when) values (gen_random_uuid(),$1,$2,'rekan',$3,'sent','{3,3,3,3,3,3,3}',array_fill(null::text, array[7])) returning id", [cycleId, subjectId, pseudonym]);
    secrets.push(pseudonym, ...[...invite.rows, ...answer.rows].map((row) => row.id));
  }
  return secrets;
}
