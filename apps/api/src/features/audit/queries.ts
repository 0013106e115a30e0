import type { Ekspektasi, FaktaPenilaian, LocalDate, Predikat } from "@teraju/domain";
import type { Pool } from "pg";

export type Entry = { seq: number; at: string; actor_id: string | null; actor_name: string | null; action: string; target_type: string; target_id: string; target_name: string | null; payload: string | null };
export type Filter = { before: number | null; action: string | null; actor: string | null; target: string | null; from: LocalDate | null; until: LocalDate | null };

const LIST = {
  name: "audit_list",
  text: `select a.seq::int as seq, a.at::text as at, a.actor_id, who.name as actor_name, a.action, a.target_type, a.target_id, whom.name as target_name, p.payload
           from audit a left join audit_payload p on p.seq = a.seq left join person who on who.id = a.actor_id
           left join person whom on a.target_type = 'person' and whom.id::text = a.target_id
          where ($1::bigint is null or a.seq < $1) and ($2::text is null or a.action = $2) and ($3::uuid is null or a.actor_id = $3) and ($4::text is null or a.target_id = $4)
            and ($5::date is null or a.at >= $5::date) and ($6::date is null or a.at < $6::date + 1)
          order by a.seq desc limit $7`,
};
export async function listEntries(pool: Pool, f: Filter, limit: number): Promise<Entry[]> {
  return (await pool.query<Entry>({ ...LIST, values: [f.before, f.action, f.actor, f.target, f.from, f.until, limit] })).rows;
}

/** Every kind of action that the trail has; a loose index scan, so its length does not matter. */
export async function listActions(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ action: string }>({ name: "audit_actions", text: `
    with recursive a as (select min(action) as action from audit union all select (select min(x.action) from audit x where x.action > a.action) from a where a.action is not null)
    select action from a where action is not null` });
  return rows.map((r) => r.action);
}

export type SampledRow = {
  id: string; person: string; unit: string; penilai: string; year: number; kind: "bulanan" | "triwulanan" | "tahunan"; number: number; revision: number;
  hasil_kerja: Ekspektasi; perilaku: Ekspektasi; predikat: Predikat; finalized_at: string; facts: FaktaPenilaian; digest: string;
  evidence: { aspect: "hasil_kerja" | "perilaku"; kind: string; title: string; reference: string | null }[];
};
const SAMPLE = {
  name: "audit_sample",
  // The order of a keyed hash: nobody chooses, and who knows the seed gets the same thirty again.
  text: `select a.id, p.name as person, coalesce(n.name, '') as unit, r.name as penilai, e.year, e.kind, e.number, a.revision, a.hasil_kerja, a.perilaku, a.predikat, a.finalized_at::text as finalized_at, a.facts, a.digest,
      coalesce((select json_agg(json_build_object('aspect', b.aspect, 'kind', coalesce(v.kind, 'umpan_balik'), 'title', coalesce(v.title, u.text, ''), 'reference', coalesce(v.url, v.register_number, v.sha256, u.given_on::text)) order by b.aspect, b.id)
        from appraisal_basis b left join evidence v on v.id = b.evidence_id left join umpan_balik u on u.id = b.umpan_balik_id where b.appraisal_id = a.id), '[]') as evidence
      from (select * from appraisal where status = 'final' and is_current and ($1::uuid is null or period_id = $1) order by md5($2 || id::text) limit 30) a
      join person p on p.id = a.person_id join person r on r.id = a.penilai_id join evaluation_period e on e.id = a.period_id
      left join tree_version t on t.valid_from <= $3 and (t.valid_until is null or t.valid_until > $3) left join unit_node n on n.tree_id = t.id and n.unit_id = a.unit_id
     order by md5($2 || a.id::text)`,
};
export async function sampleResults(pool: Pool, period: string | null, seed: string, today: LocalDate): Promise<SampledRow[]> {
  return (await pool.query<SampledRow>({ ...SAMPLE, values: [period, seed, today] })).rows;
}
export async function countFinal(pool: Pool, period: string | null): Promise<number> {
  const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from appraisal where status = 'final' and is_current and ($1::uuid is null or period_id = $1)", [period]);
  return rows[0]?.n ?? 0;
}
