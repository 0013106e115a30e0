import type { LocalDate, Predikat } from "@teraju/domain";
import type { Pool } from "pg";

/** What one made and another decides. */
export type Approval = {
  madeBy: string; madeByName: string; madeOn: LocalDate; status: "draft" | "approved" | "rejected"; decidedBy: string | null; decidedByName: string | null; decidedOn: LocalDate | null; note: string | null; version: number;
};
export type Decided = { version: number; approve: boolean; note: string | null };

const APPROVAL = `x.made_by as "madeBy", m.name as "madeByName", x.made_on as "madeOn", x.status, x.decided_by as "decidedBy", d.name as "decidedByName", x.decided_on as "decidedOn", x.note, x.version`;
const PEOPLE = "join person m on m.id = x.made_by left join person d on d.id = x.decided_by";

export type TalentListRow = Approval & { id: string; title: string; purpose: string; recipient: string; digest: string; rows: { nip: string; name: string; golongan: string; jabatan: string; unit: string; kotak: number; year: number }[] };
const LISTS = { name: "talent_lists", text: `select x.id, x.title, x.purpose, x.recipient, x.digest, x.rows, ${APPROVAL} from talent_list x ${PEOPLE} where $1::uuid is null or x.id = $1 order by x.made_on desc, x.id desc limit 100` };
/** One list, or the newest hundred. */
export async function findTalentLists(pool: Pool, id: string | null): Promise<TalentListRow[]> {
  return (await pool.query<TalentListRow>({ ...LISTS, values: [id] })).rows;
}

export type TppTableRow = Approval & { id: string; perwal: string; validFrom: LocalDate; persen: Record<Predikat, number> };
const TABLES = { name: "tpp_tables", text: `select x.id, x.perwal, x.valid_from as "validFrom", x.persen, ${APPROVAL} from tpp_table x ${PEOPLE} where $1::uuid is null or x.id = $1 order by x.valid_from desc, x.id desc limit 100` };
export async function findTppTables(pool: Pool, id: string | null): Promise<TppTableRow[]> {
  return (await pool.query<TppTableRow>({ ...TABLES, values: [id] })).rows;
}

export type Period = { id: string; year: number; kind: "bulanan" | "triwulanan" | "tahunan"; number: number; lastMonth: string };
const PERIODS = { name: "tpp_periods", text: `select e.id, e.year, e.kind, e.number, e.last_month as "lastMonth" from evaluation_period e where e.closed_at is not null and e.rating_until < $1 order by e.last_month desc, e.kind limit 24` };
/** Closed periods: only what is final leaves the house. */
export async function findClosedPeriods(pool: Pool, today: LocalDate): Promise<Period[]> {
  return (await pool.query<Period>({ ...PERIODS, values: [today] })).rows;
}

export type TppRow = { nip: string | null; name: string; unit: string | null; jabatan: string | null; predikat: Predikat | null; indeks: number | null; isUnderKeberatan: boolean };
const BASIS = {
  name: "tpp_basis",
  text: `with day as (select ($2 || '-01')::date + interval '1 month' - interval '1 day' as d), tree as (select t.id from tree_version t, day where t.valid_from <= d and (t.valid_until is null or t.valid_until > d))
    select p.nip, p.name, n.name as unit, j.name as jabatan, a.predikat, a.indeks::float8 as indeks,
           exists (select from keberatan k where k.appraisal_id = a.id and k.status <> 'decided') as "isUnderKeberatan"
      from placement s cross join day join person p on p.id = s.person_id and p.jenis <> 'pejabat' join jabatan j on j.id = s.jabatan_id join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree)
      left join appraisal a on a.period_id = $1 and a.person_id = p.id and a.is_current and a.status = 'final'
     where s.kind = 'definitif' and s.valid_from <= d and (s.valid_until is null or s.valid_until > d) order by n.ord, j.is_head desc, p.name`,
};
/** Everybody on a definitive post at the end of the period, with the final result that counts now. */
export async function findTppBasis(pool: Pool, period: Period): Promise<TppRow[]> {
  return (await pool.query<TppRow>({ ...BASIS, values: [period.id, period.lastMonth] })).rows;
}
