import type { BahanPenilaian, LocalDate, PeriodeKind, StandarDraftStatus, StandarPenilaian } from "@teraju/domain";
import type { Pool, PoolClient } from "pg";

export type StandardRow = { id: string; name: string; legalBasis: string; parameters: StandarPenilaian; validFrom: LocalDate; validUntil: LocalDate | null; draftedBy: string | null; publishedBy: string | null; publishedOn: LocalDate | null; periods: number };
const STANDARDS = {
  name: "standards_of_all_times",
  text: `select s.id, s.name, s.legal_basis as "legalBasis", s.parameters, s.valid_from as "validFrom", s.valid_until as "validUntil", d.name as "draftedBy", p.name as "publishedBy", s.published_on as "publishedOn",
      (select count(*) from evaluation_period e where e.standar_id = s.id)::int as periods
      from standar_penilaian s left join person d on d.id = s.drafted_by left join person p on p.id = s.published_by order by s.valid_from desc limit 100`,
};
/** All standards, the latest first. */
export async function findStandards(pool: Pool): Promise<StandardRow[]> {
  return (await pool.query<StandardRow>(STANDARDS)).rows;
}

export type DraftRow = {
  id: string; name: string; legalBasis: string; validFrom: LocalDate; parameters: StandarPenilaian; status: StandarDraftStatus; version: number;
  madeBy: string; madeByName: string; madeOn: LocalDate; decidedBy: string | null; decidedByName: string | null; decidedOn: LocalDate | null; note: string | null;
};
const DRAFTS = {
  name: "standard_drafts",
  text: `select x.id, x.name, x.legal_basis as "legalBasis", x.valid_from as "validFrom", x.parameters, x.status, x.version, x.made_by as "madeBy", m.name as "madeByName", x.made_on as "madeOn",
      x.decided_by as "decidedBy", d.name as "decidedByName", x.decided_on as "decidedOn", x.note
      from standar_draft x join person m on m.id = x.made_by left join person d on d.id = x.decided_by
     where ($1::uuid is null and x.status in ('draft', 'proposed')) or x.id = $1 order by x.made_on desc, x.id desc limit 50`,
};
/** One draft, or those that are in work, the newest first. */
export async function findDrafts(pool: Pool, id: string | null): Promise<DraftRow[]> {
  return (await pool.query<DraftRow>({ ...DRAFTS, values: [id] })).rows;
}

export type PeriodRow = { id: string; year: number; kind: PeriodeKind; number: number };
const PERIODS = { name: "standard_periods", text: "select id, year, kind, number from evaluation_period where closed_at is not null and rating_until < $1 order by last_month desc, kind limit 12" };
export async function findClosedPeriods(pool: Pool, today: LocalDate): Promise<PeriodRow[]> {
  return (await pool.query<PeriodRow>({ ...PERIODS, values: [today] })).rows;
}

export type StoredFacts = { id: string; unitId: string; unit: string; facts: BahanPenilaian | null };
const FACTS = {
  name: "standard_what_if",
  text: `select a.id, a.opd_id as "unitId", coalesce((select n.name from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = a.opd_id order by t.valid_from desc limit 1), '') as unit, a.facts
      from appraisal a where a.period_id = $1 and a.is_current and a.status = 'final' and a.id > $2 order by a.id limit $3`,
};
/** The facts of a period's final results, in pages by id. */
export async function findFacts(client: PoolClient, periodId: string, after: string, limit: number): Promise<StoredFacts[]> {
  return (await client.query<StoredFacts>({ ...FACTS, values: [periodId, after, limit] })).rows;
}
