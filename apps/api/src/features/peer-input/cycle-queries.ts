import type { PeerCycleStatus, StandarPenilaian, VerifierRole } from "@teraju/domain";
import type { Pool } from "pg";
import { Problem } from "#http/problem.ts";
import type { UnitReciprocity } from "./unit-reciprocity.ts";

export type DrawFacts = { people: number; forms: number; components: number; crossPercent: number; shortfall: number; /** Since the first draw; later draws alone say it. */ left?: number; joined?: number };
export type DrawRow = { number: number; on: string; root: string; facts: DrawFacts };
export type VerifierRow = { role: VerifierRole; person: { id: string; name: string }; digest: string | null; isEqual: boolean | null; statement: string | null; on: string | null; signature: string | null };
export type SealFacts = { icc1k: number | null; answeredPercent: number; variances: { ratee: number; rater: number; residual: number } | null; components: number; /** Between units; missing in cycles from before it was computed, null where there are too few pairs. */ reciprocity?: UnitReciprocity | null };
export type Cycle = {
  id: string; year: number; semester: number; status: PeerCycleStatus; answersFrom: string; answersUntil: string; keyHash: string; version: number;
  rekan: StandarPenilaian["rekan"];
  progressDay: string | null; progressForms: number | null; progressSent: number | null;
  sealedOn: string | null; sealedAnswers: number | null; sealFacts: SealFacts | null;
  releasedOn: string | null; shown: number | null; merged: number | null; none: number | null;
  isOtherUnsealed: boolean;
  draws: DrawRow[]; verifiers: VerifierRow[];
};

const CYCLE = `
  select c.id, c.year, c.semester, c.status, c.answers_from as "answersFrom", c.answers_until as "answersUntil", c.key_hash as "keyHash", c.version, s.parameters -> 'rekan' as rekan,
         c.progress_day as "progressDay", c.progress_forms as "progressForms", c.progress_sent as "progressSent",
         c.sealed_on as "sealedOn", c.sealed_answers as "sealedAnswers", c.seal_facts as "sealFacts", c.released_on as "releasedOn", c.shown, c.merged, c.none,
         exists (select from peer_cycle o where o.id <> c.id and o.status in ('answering', 'closed')) as "isOtherUnsealed",
         coalesce((select json_agg(json_build_object('number', d.number, 'on', d.drawn_on, 'root', d.root, 'facts', d.facts) order by d.number) from peer_draw d where d.cycle_id = c.id), '[]') as draws,
         coalesce((select json_agg(json_build_object('role', v.role, 'person', json_build_object('id', p.id, 'name', p.name), 'digest', v.digest, 'isEqual', v.is_equal, 'statement', v.statement, 'on', v.verdict_on, 'signature', v.signature) order by v.role desc)
                     from peer_verifier v join person p on p.id = v.person_id where v.cycle_id = c.id), '[]') as verifiers
    from peer_cycle c join standar_penilaian s on s.id = c.standar_id`;

const ALL = { name: "peer_cycles", text: `${CYCLE} order by c.year desc, c.semester desc` };
export async function listCycles(pool: Pool): Promise<Cycle[]> {
  return (await pool.query<Cycle>(ALL)).rows;
}

const ONE = { name: "peer_cycle", text: `${CYCLE} where c.id = $1` };
export async function findCycle(pool: Pool, id: string): Promise<Cycle | null> {
  return (await pool.query<Cycle>({ ...ONE, values: [id] })).rows[0] ?? null;
}
export async function mustCycle(pool: Pool, id: string): Promise<Cycle> {
  const cycle = await findCycle(pool, id);
  if (cycle === null) throw new Problem("not_found");
  return cycle;
}

/** The cycle that is prepared or answered now; the one being answered first. */
const CURRENT = { name: "peer_cycle_current", text: `${CYCLE} where c.status in ('preparing', 'answering') order by c.status, c.year, c.semester limit 1` };
export async function findCurrent(pool: Pool): Promise<Cycle | null> {
  return (await pool.query<Cycle>(CURRENT)).rows[0] ?? null;
}
const ANSWERED = { name: "peer_cycle_answered", text: `${CYCLE} where c.status = 'answering'` };
export async function findAnswered(pool: Pool): Promise<Cycle | null> {
  return (await pool.query<Cycle>(ANSWERED)).rows[0] ?? null;
}

const CANDIDATES = {
  name: "peer_verifier_candidates",
  text: `select case r.role when 'auditor' then 'inspektorat' else 'bkpsdm_analis' end as role, json_build_object('id', p.id, 'name', p.name) as person
    from role_assignment r join person p on p.id = r.person_id
   where r.role in ('auditor', 'bkpsdm_analis') and r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1) order by 1 desc, p.name, p.id`,
};
/** Who may be named as verifier: holders of the two roles on that day. */
export async function listCandidates(pool: Pool, today: string): Promise<{ role: VerifierRole; person: { id: string; name: string } }[]> {
  return (await pool.query<{ role: VerifierRole; person: { id: string; name: string } }>({ ...CANDIDATES, values: [today] })).rows;
}
