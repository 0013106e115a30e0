import { PERILAKU } from "@teraju/domain";
import { v7 } from "uuid";
import type { TestApp } from "./app.ts";
import { addPenilai, addPerson, smallCity, type CityUnit, type SmallCity } from "./factories.ts";

export type PeerCity = SmallCity & { staff: string[] };
const HEADS = { bidangA1: "kabidA", puskesmasA2: "kapus", dinasB: "kadisB" } as const satisfies Partial<Record<CityUnit, keyof SmallCity["people"]>>;

/** The small city with `each` more people in three of its units, under the heads of these: enough for colleagues and bawahan. */
export async function peerCity({ pool }: Pick<TestApp, "pool">, each = 8): Promise<PeerCity> {
  const city = await smallCity(pool);
  const staff: string[] = [];
  for (const unit of ["bidangA1", "puskesmasA2", "dinasB"] as const) {
    for (let i = 1; i <= each; i += 1) {
      const id = await addPerson(pool, { name: `${unit} ${i}`, unitId: city.units[unit] });
      await addPenilai(pool, { pegawaiId: id, penilaiId: city.people[HEADS[unit]] });
      staff.push(id);
    }
  }
  return { ...city, staff };
}

export type Content = { answers: { perilaku: string; answer: number | "tidak_cukup_mengenal" | null; seenWhen: string | null }[]; suggestion: string | null };
/** Seven answers: the same level for all, or one for each. */
export function contentOf(levels: number | "tidak_cukup_mengenal" | readonly (number | "tidak_cukup_mengenal" | null)[], suggestion: string | null = null): Content {
  return { answers: PERILAKU.map((perilaku, i) => ({ perilaku, answer: typeof levels === "object" ? (levels[i] ?? null) : levels, seenWhen: null })), suggestion };
}

type Days = { year?: number; semester?: number; answersFrom?: string; answersUntil?: string };
/** Opens a cycle and names its verifiers, as BKPSDM does. Gives its id. */
export async function openCycle({ as }: Pick<TestApp, "as">, city: SmallCity, { year = 2026, semester = 2, answersFrom = "2026-11-23", answersUntil = "2026-12-04" }: Days = {}): Promise<string> {
  const bkpsdm = await as(city.people.bkpsdm);
  const id = v7();
  const opened = await bkpsdm("POST", "/api/peer-cycle", { id, year, semester, answersFrom, answersUntil });
  const named = await bkpsdm("PUT", `/api/peer-cycle/${id}/verifier`, { version: 1, inspektoratId: city.people.auditor, analisId: city.people.analis });
  if (opened.statusCode !== 200 || named.statusCode !== 200) throw new Error(`no cycle: ${opened.body} ${named.body}`);
  return id;
}
/** The next step of a cycle, of whatever version it has. */
export async function stepCycle({ as, pool }: Pick<TestApp, "as" | "pool">, city: SmallCity, id: string, step: "draw" | "replace" | "close" | "seal" | "release"): Promise<void> {
  const bkpsdm = await as(city.people.bkpsdm);
  const { rows } = await pool.query<{ version: number }>("select version from peer_cycle where id = $1", [id]);
  const answer = await bkpsdm("POST", `/api/peer-cycle/${id}/${step}`, { version: rows[0]?.version });
  if (answer.statusCode !== 200) throw new Error(`${step}: ${answer.body}`);
}

export type Invited = { id: string; rater_id: string; subject_id: string; rater_group: "rekan" | "bawahan" };
export async function invited({ pool }: Pick<TestApp, "pool">, cycleId: string): Promise<Invited[]> {
  return (await pool.query<Invited>("select id, rater_id, subject_id, rater_group from peer_invite where cycle_id = $1 order by rater_id, subject_id", [cycleId])).rows;
}
/** Sends a form as its own rater. */
export async function sendForm({ as }: Pick<TestApp, "as">, invite: Invited, content: Content): Promise<void> {
  const rater = await as(invite.rater_id);
  const answer = await rater("POST", `/api/peer-form/${invite.id}/send`, content);
  if (answer.statusCode !== 200) throw new Error(`not sent: ${answer.body}`);
}

/** A cycle that was sealed and released, with everybody in one connected part: what Kewajaran penilaian needs before it compares. Gives its id. */
export async function releasedCycle({ pool }: Pick<TestApp, "pool">, { standarId }: Pick<SmallCity, "standarId">): Promise<string> {
  const id = v7();
  await pool.query("insert into peer_cycle (id, year, semester, status, answers_from, answers_until, standar_id, key_hash, sealed_on, sealed_answers, seal_facts) values ($1,2026,1,'sealed','2026-06-01','2026-06-14',$2,repeat('a',64),'2026-06-15',200,$3)",
    [id, standarId, JSON.stringify({ icc1k: 0.8, answeredPercent: 81, variances: { ratee: 0.2, rater: 0.1, residual: 0.1 }, components: 1 })]);
  await pool.query("insert into peer_draw (cycle_id, number, drawn_on, root, inputs, facts) values ($1,0,'2026-06-01',repeat('b',64),'{}',$2)", [id, JSON.stringify({ people: 36, forms: 252, components: 1, crossPercent: 30, shortfall: 0 })]);
  await pool.query("update peer_cycle set status = 'released', released_on = '2026-07-05', shown = 40, merged = 1, none = 2 where id = $1", [id]);
  return id;
}
