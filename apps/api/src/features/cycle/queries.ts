import type { Kewajiban, LocalDate, Month, PeriodeKind } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Tx } from "#db/audit.ts";
import { IS_SUBMITTED, monthTally } from "../../tree.ts";

export type Counts = { people: number; obliged: number; submitted: number; checked: number };

const MONTHS = { name: "cycle_months", text: `select m.month, c.people, c.obliged, c.submitted, c.checked from unnest($1::text[]) as m(month) cross join lateral (${monthTally("r.month = m.month")}) c where c.people > 0` };
/** How far each of the months is, for the whole city; months without reports are left out. */
export async function findMonths(pool: Pool, months: readonly Month[]): Promise<(Counts & { month: Month })[]> {
  return (await pool.query<Counts & { month: Month }>({ ...MONTHS, values: [months] })).rows;
}

export type PeriodRow = { id: string; kind: PeriodeKind; number: number; firstMonth: Month; lastMonth: Month; ratingFrom: LocalDate; ratingUntil: LocalDate; isClosed: boolean; standard: string };
const PERIODS = {
  name: "cycle_periods",
  text: `select e.id, e.kind, e.number, e.first_month as "firstMonth", e.last_month as "lastMonth", e.rating_from as "ratingFrom", e.rating_until as "ratingUntil", e.closed_at is not null as "isClosed", s.name as standard
      from evaluation_period e join standar_penilaian s on s.id = e.standar_id where e.year = $1 order by (e.kind = 'tahunan'), e.last_month, e.kind`,
};
export async function findPeriods(pool: Pool, year: number): Promise<PeriodRow[]> {
  return (await pool.query<PeriodRow>({ ...PERIODS, values: [year] })).rows;
}

export type StandardName = { id: string; name: string; validFrom: LocalDate; validUntil: LocalDate | null };
const NAMES = { name: "cycle_standards", text: `select id, name, valid_from as "validFrom", valid_until as "validUntil" from standar_penilaian order by valid_from` };
export async function findStandardNames(pool: Pool): Promise<StandardName[]> {
  return (await pool.query<StandardName>(NAMES)).rows;
}

/** The departments of the month's own tree, each with its span; what belongs to none stands with the city. */
const UNITS = {
  name: "cycle_units",
  text: `with tree as (select id from tree_version where valid_from <= ($1 || '-28')::date and (valid_until is null or valid_until > ($1 || '-28')::date))
    select n.unit_id as id, n.name, c.people, c.obliged, c.submitted, c.checked from unit_node n join tree on tree.id = n.tree_id
      cross join lateral (${monthTally("r.month = $1 and r.opd_id = n.unit_id")}) c where n.opd_id = n.unit_id or n.parent_id is null order by n.ord`,
};
export async function findUnits(pool: Pool, month: Month): Promise<(Counts & { id: string; name: string })[]> {
  return (await pool.query<Counts & { id: string; name: string }>({ ...UNITS, values: [month] })).rows;
}

export type Missing = { id: string; name: string; unit: string; status: "draft" | "returned"; kewajiban: Kewajiban; penilai: string | null };
const MISSING = {
  name: "cycle_missing",
  text: `select p.id, p.name, n.name as unit, r.status, r.kewajiban, q.name as penilai from monthly_report r join person p on p.id = r.person_id left join person q on q.id = r.penilai_id
      join tree_version t on t.valid_from <= ($1 || '-28')::date and (t.valid_until is null or t.valid_until > ($1 || '-28')::date) join unit_node n on n.tree_id = t.id and n.unit_id = r.unit_id
     where r.month = $1 and r.opd_id = $2 and r.kewajiban = 'wajib_lapor' and not (${IS_SUBMITTED}) order by n.ord, p.name, p.id limit 2000`,
};
/** Obliged people of a department whose report has not come, in the order of the tree. */
export async function findMissing(pool: Pool, month: Month, opdId: string): Promise<Missing[]> {
  return (await pool.query<Missing>({ ...MISSING, values: [month, opdId] })).rows;
}

/** The span of a unit in the tree of a month: `ord` to `last_ord`. */
const IN_UNIT = `r.unit_ord between (select n.ord from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = $2 and t.valid_from <= ($1 || '-28')::date and (t.valid_until is null or t.valid_until > ($1 || '-28')::date))
  and (select n.last_ord from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = $2 and t.valid_from <= ($1 || '-28')::date and (t.valid_until is null or t.valid_until > ($1 || '-28')::date))`;

const UNIT_NAME = { name: "cycle_unit", text: `select n.name from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = $2 and t.valid_from <= ($1 || '-28')::date and (t.valid_until is null or t.valid_until > ($1 || '-28')::date)` };
/** A unit's name in the tree of the month; null where it was none. */
export async function findUnitName(pool: Pool, month: Month, unitId: string): Promise<string | null> {
  return (await pool.query<{ name: string }>({ ...UNIT_NAME, values: [month, unitId] })).rows[0]?.name ?? null;
}

export type ExtensionRow = { id: string; unitId: string; unit: string; month: Month; extraDays: number; cause: "listrik" | "jaringan" | "bencana" | "lain" | null; reason: string; grantedBy: string | null; grantedOn: LocalDate | null };
const UNIT_OF = (id: string, month: string): string => `coalesce((select n.name from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = ${id} and t.valid_from <= (${month} || '-28')::date order by t.valid_from desc limit 1), '')`;
const EXTENSIONS = {
  name: "cycle_extensions",
  text: `select e.id, e.unit_id as "unitId", ${UNIT_OF("e.unit_id", "e.month")} as unit, e.month, e.extra_days as "extraDays", e.cause, e.reason, p.name as "grantedBy", e.granted_on as "grantedOn"
      from report_extension e left join person p on p.id = e.granted_by where e.month = $1::text or e.id = $2::uuid order by e.granted_on desc nulls last, e.id desc limit 200`,
};
export async function findExtensions(pool: Pool, month: Month | null, id: string | null): Promise<ExtensionRow[]> {
  return (await pool.query<ExtensionRow>({ ...EXTENSIONS, values: [month, id] })).rows;
}

/** Tells everybody who owes a report of the month in the unit, and their penilai. Gives how many were told. */
export async function tellUnit(tx: Tx, { month, unitId, kind, params, today, now }: { month: Month; unitId: string; kind: string; params: string; today: LocalDate; now: string }): Promise<number> {
  const span = sql`r.unit_ord between (select n.ord from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = ${unitId} and t.valid_from <= (${month}::text || '-28')::date and (t.valid_until is null or t.valid_until > (${month}::text || '-28')::date))
    and (select n.last_ord from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = ${unitId} and t.valid_from <= (${month}::text || '-28')::date and (t.valid_until is null or t.valid_until > (${month}::text || '-28')::date))`;
  const { rowCount } = await tx.execute(sql`insert into notification (id, person_id, kind, params, day, created_at)
    select gen_random_uuid(), w.id, ${kind}, ${params}, ${today}, ${now}::timestamptz from (
      select r.person_id as id from monthly_report r where r.month = ${month} and r.kewajiban = 'wajib_lapor' and ${span}
      union select r.penilai_id from monthly_report r where r.month = ${month} and r.kewajiban = 'wajib_lapor' and r.penilai_id is not null and ${span}) w
    on conflict do nothing`);
  return rowCount ?? 0;
}

export type ReopeningRow = {
  id: string; month: Month; unitId: string; unit: string; reason: string; status: "proposed" | "confirmed" | "declined"; madeBy: string; madeByName: string; madeOn: LocalDate;
  decidedBy: string | null; decidedByName: string | null; decidedOn: LocalDate | null; note: string | null; version: number; reports: number;
};
const REOPENINGS = {
  name: "cycle_reopenings",
  text: `select x.id, x.month, x.unit_id as "unitId", ${UNIT_OF("x.unit_id", "x.month")} as unit, x.reason, x.status, x.made_by as "madeBy", m.name as "madeByName", x.made_on as "madeOn",
      x.decided_by as "decidedBy", d.name as "decidedByName", x.decided_on as "decidedOn", x.note, x.version, (select count(*) from report_revision v where v.reopening_id = x.id)::int as reports
      from month_reopening x join person m on m.id = x.made_by left join person d on d.id = x.decided_by where x.month = $1::text or x.id = $2::uuid order by x.made_on desc, x.id desc limit 100`,
};
export async function findReopenings(pool: Pool, month: Month | null, id: string | null): Promise<ReopeningRow[]> {
  return (await pool.query<ReopeningRow>({ ...REOPENINGS, values: [month, id] })).rows;
}

/** Reports that a reopening opens again: of who is obliged, drafts that never came as well; what is returned is open already. */
const TO_REOPEN = `r.month = $1 and r.kewajiban = 'wajib_lapor' and r.status in ('draft', 'submitted', 'checked', 'closed_unreviewed') and ${IN_UNIT}`;
const COUNT = { name: "cycle_to_reopen", text: `select count(*)::int as n, exists (select from evaluation_period e where e.first_month <= $1 and e.last_month >= $1 and e.closed_at is not null) as "isRated" from monthly_report r where ${TO_REOPEN}` };
export async function countToReopen(pool: Pool, month: Month, unitId: string): Promise<{ n: number; isRated: boolean }> {
  return (await pool.query<{ n: number; isRated: boolean }>({ ...COUNT, values: [month, unitId] })).rows[0] ?? { n: 0, isRated: false };
}

/** Keeps each report as it stands, then returns it: what was sent can be repaired, what never came can be sent, as late. */
export async function reopenReports(tx: Tx, { id, month, unitId, now }: { id: string; month: Month; unitId: string; now: string }): Promise<number> {
  const where = sql.join(TO_REOPEN.split(/(\$\d+)/).map((part) => (part === "$1" ? sql`${month}::text` : part === "$2" ? sql`${unitId}::uuid` : sql.raw(part))));
  await tx.execute(sql`insert into report_revision (reopening_id, report_id, before)
    select ${id}::uuid, r.id, to_jsonb(r) || jsonb_build_object('rows', coalesce((select jsonb_agg(to_jsonb(x) order by x.position) from report_row x where x.report_id = r.id), '[]')) from monthly_report r where ${where}`);
  const { rowCount } = await tx.execute(sql`update monthly_report set status = 'returned', returned_at = ${now}::timestamptz, closed_at = null, version = version + 1 where id in (select report_id from report_revision where reopening_id = ${id}::uuid)`);
  return rowCount ?? 0;
}
