import type { AbsenceKind, Kewajiban, LocalDate, Month, Span } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Tx } from "#db/audit.ts";

/** Last day of month m of `r`. */
const LAST_DAY = "((m.month || '-01')::date + interval '1 month' - interval '1 day')::date";
/** The SKP in force for the month: the newest revision that had begun by its last day. */
const SKP_OF = `
  select k.id from skp k where k.person_id = p.id and k.year = left(m.month, 4)::int and k.status in ('set', 'superseded') and k.set_at is not null and k.effective_from <= ${LAST_DAY}
   order by k.effective_from desc, k.revision desc limit 1`;

const PEOPLE = `
  with m as (select $1::text as month, least(greatest($2::date, ($1::text || '-01')::date), (($1::text || '-01')::date + interval '1 month' - interval '1 day')::date) as on_day),
  tree as (select t.id from tree_version t, m where t.valid_from <= m.on_day and (t.valid_until is null or t.valid_until > m.on_day)),
  seat as (
    select distinct on (l.person_id) l.person_id, n.unit_id, coalesce(n.opd_id, n.unit_id) as opd_id, n.ord
      from placement l join m on l.valid_from <= ${LAST_DAY} and (l.valid_until is null or l.valid_until > (m.month || '-01')::date)
      join unit_node n on n.unit_id = l.unit_id join tree on tree.id = n.tree_id
     where $3::uuid[] is null or l.person_id = any ($3)
     order by l.person_id, (l.valid_from <= m.on_day and (l.valid_until is null or l.valid_until > m.on_day)) desc, (l.kind = 'definitif') desc, l.valid_from desc)
  select p.id as "personId", (select s.month from opd_start s where s.unit_id = seat.opd_id and s.is_current) as "mulaiMemakai", seat.unit_id as "unitId", seat.opd_id as "opdId", seat.ord,
    (select penilai_id from penilai_relation where pegawai_id = p.id and valid_from <= m.on_day and (valid_until is null or valid_until > m.on_day)) as "penilaiId",
    (select json_agg(json_build_object('validFrom', valid_from, 'validUntil', valid_until)) from placement where person_id = p.id) as placements,
    coalesce((select json_agg(json_build_object('kind', kind, 'validFrom', valid_from, 'validUntil', valid_until)) from absence where person_id = p.id), '[]') as absences,
    s.id as "skpId",
    exists (select from hasil_kerja h join indikator i on i.hasil_kerja_id = h.id where h.skp_id = s.id and (i.monthly_target is null or i.monthly_target[substr(m.month, 6)::int] is not null)) as "hasTarget",
    r.id as "reportId", r.status, r.kewajiban, r.unit_id as "oldUnitId", r.penilai_id as "oldPenilaiId", r.skp_id as "oldSkpId",
    exists (select from report_row x where x.report_id = r.id) as "hasRows"
    from person p cross join m join seat on seat.person_id = p.id
    left join lateral (${SKP_OF}) s on true
    left join monthly_report r on r.person_id = p.id and r.month = m.month
   where p.jenis <> 'pejabat' and (r.id is null or r.status = 'draft')`;

export type PersonMonth = {
  personId: string; mulaiMemakai: Month | null; unitId: string; opdId: string; ord: number; penilaiId: string | null; placements: Span[]; absences: (Span & { kind: AbsenceKind })[]; skpId: string | null; hasTarget: boolean;
  reportId: string | null; status: string | null; kewajiban: Kewajiban | null; oldUnitId: string | null; oldPenilaiId: string | null; oldSkpId: string | null; hasRows: boolean;
};

/** Everybody placed on a day of the month whose report is not made yet or still a draft, as placement, absence and SKP stand on `today` (or the month's last day). */
export async function findPeopleOfMonth(tx: Pick<Tx, "execute">, month: Month, today: LocalDate, personIds: readonly string[] | null): Promise<PersonMonth[]> {
  const { rows } = await tx.execute<PersonMonth>(fill(PEOPLE, [month, today, personIds === null ? null : [...personIds]]));
  return rows;
}

/** Drizzle's transaction takes its own kind of template: the numbered places become parameters of it. */
function fill(text: string, values: readonly unknown[]) {
  return sql.join(text.split(/(\$\d+)/).map((part) => (/^\$\d+$/.test(part) ? sql`${sql.param(values[Number(part.slice(1)) - 1])}` : sql.raw(part))));
}

const NEEDS_ROWS = {
  name: "report_needs_rows",
  text: `select exists (select from monthly_report r join person p on p.id = r.person_id cross join lateral (select r.month) m left join lateral (${SKP_OF}) s on true
    where r.person_id = $1 and r.month = $2 and r.status = 'draft' and s.id is not null and (r.skp_id is distinct from s.id or not exists (select from report_row x where x.report_id = r.id))) as is`,
};
/** Whether the draft lags behind the SKP in force for its month. */
export async function needsRows(pool: Pool, personId: string, month: Month): Promise<boolean> {
  return (await pool.query<{ is: boolean }>({ ...NEEDS_ROWS, values: [personId, month] })).rows[0]?.is ?? false;
}

export type NewReport = { id: string; personId: string; skpId: string | null; unitId: string; opdId: string; ord: number; penilaiId: string | null; kewajiban: Kewajiban };
/** Makes the reports that are not there; another process may have made them meanwhile. Gives how many were made. */
export async function insertReports(tx: Tx, month: Month, reports: readonly NewReport[]): Promise<number> {
  const column = <K extends keyof NewReport>(key: K): NewReport[K][] => reports.map((r) => r[key]);
  const { rowCount } = await tx.execute(fill(
    `insert into monthly_report (id, person_id, month, skp_id, unit_id, opd_id, unit_ord, penilai_id, kewajiban)
     select d.id, d.person_id, $1::text, d.skp_id, d.unit_id, d.opd_id, d.ord, d.penilai_id, d.kewajiban
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::uuid[], $9::text[]) as d(id, person_id, skp_id, unit_id, opd_id, ord, penilai_id, kewajiban)
     on conflict (person_id, month) do nothing`,
    [month, column("id"), column("personId"), column("skpId"), column("unitId"), column("opdId"), column("ord"), column("penilaiId"), column("kewajiban")]));
  return rowCount ?? 0;
}

/** Brings drafts in line with what holds now; each gets a new version, so that nobody writes on the old one. */
export async function updateDrafts(tx: Tx, reports: readonly NewReport[]): Promise<number> {
  const column = <K extends keyof NewReport>(key: K): NewReport[K][] => reports.map((r) => r[key]);
  const { rowCount } = await tx.execute(fill(
    `update monthly_report r set skp_id = d.skp_id, unit_id = d.unit_id, opd_id = d.opd_id, unit_ord = d.ord, penilai_id = d.penilai_id, kewajiban = d.kewajiban, version = r.version + 1
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::uuid[], $7::text[]) as d(id, skp_id, unit_id, opd_id, ord, penilai_id, kewajiban)
      where r.id = d.id and r.status = 'draft'`,
    [column("id"), column("skpId"), column("unitId"), column("opdId"), column("ord"), column("penilaiId"), column("kewajiban")]));
  return rowCount ?? 0;
}

/** The month's target of an indicator, as `targetOfMonth` of the domain says it. */
const TARGET = "case when i.monthly_target is null then case when i.jenis = 'rasio' then i.target end else i.monthly_target[substr(r.month, 6)::int] end";
const WANTED = `
  select r.id as report_id, h.id as hasil_kerja_id, i.id as indikator_id, i.line_id, ${TARGET} as target, row_number() over (partition by r.id order by h.position, i.position) as position
    from monthly_report r join hasil_kerja h on h.skp_id = r.skp_id join indikator i on i.hasil_kerja_id = h.id where r.id = any ($1::uuid[]) and r.status = 'draft'`;

/**
 * Rows of these drafts as their SKP has them: a line that goes on keeps what was filled in, a new one is added, one that is gone
 * goes with it unless something was filled in already.
 */
export async function alignRows(tx: Tx, reportIds: readonly string[]): Promise<void> {
  const values = [[...reportIds]];
  await tx.execute(fill(
    `update report_row x set hasil_kerja_id = w.hasil_kerja_id, indikator_id = w.indikator_id, target = w.target, position = w.position
       from (${WANTED}) w, indikator old where x.report_id = w.report_id and old.id = x.indikator_id and old.line_id = w.line_id`, values));
  await tx.execute(fill(
    `delete from report_row x using monthly_report r where r.id = x.report_id and r.id = any ($1::uuid[]) and r.status = 'draft'
        and not exists (select from indikator i join hasil_kerja h on h.id = i.hasil_kerja_id where i.id = x.indikator_id and h.skp_id = r.skp_id)
        and x.realisasi is null and x.pembilang is null and x.uraian is null and x.sentence is null and not exists (select from evidence e where e.report_row_id = x.id)`, values));
  await tx.execute(fill(
    `insert into report_row (id, report_id, hasil_kerja_id, indikator_id, position, target)
     select gen_random_uuid(), w.report_id, w.hasil_kerja_id, w.indikator_id, w.position, w.target from (${WANTED}) w
      where not exists (select from report_row x where x.report_id = w.report_id and x.indikator_id = w.indikator_id)
     on conflict (report_id, indikator_id) do nothing`, values));
}
