import type { Ekspektasi, Kewajiban, LocalDate, Month, MonthlyReportStatus, Predikat, PredikatOrganisasi } from "@teraju/domain";
import type { Pool } from "pg";
import { isUnrecorded } from "../../opd-start.ts";
import { IS_SUBMITTED, KIDS_CTE, TREE_CTE } from "../../tree.ts";
import { BKN_CTE, type SumberGroup, sumberGroups } from "../../sumber-count.ts";

/** Whether a unit is the city itself, which has no department's dashboard. */
export async function isCity(pool: Pool, unitId: string): Promise<boolean> {
  return (await pool.query({ name: "opd_is_city", text: "select 1 from unit_node where unit_id = $1 and kind = 'kota' limit 1", values: [unitId] })).rows.length > 0;
}

const HEAT = {
  name: "opd_heat",
  text: `with ${TREE_CTE}, ${KIDS_CTE}
    select k.unit_id as id, k.name, k.kind, k.is_direct, s.month, ${isUnrecorded("k.opd_id", "s.month")} as is_unrecorded, c.*
      from kid k join span s on s.unit_id = k.unit_id and s.is_direct = k.is_direct
      cross join lateral (
        select count(*) filter (where r.kewajiban = 'wajib_lapor')::int as obliged,
               count(*) filter (where r.kewajiban <> 'wajib_lapor')::int as excused,
               count(*) filter (where r.kewajiban = 'wajib_lapor' and ${IS_SUBMITTED})::int as submitted,
               count(*) filter (where r.kewajiban = 'wajib_lapor' and ${IS_SUBMITTED} and not r.is_late)::int as on_time,
               count(*) filter (where r.kewajiban = 'wajib_lapor' and r.status = 'checked')::int as checked,
               count(r.capaian) filter (where ${IS_SUBMITTED})::int as n,
               (percentile_cont(0.5) within group (order by r.capaian) filter (where ${IS_SUBMITTED}))::float8 as median
          from monthly_report r where r.month = s.month and r.unit_ord between s.ord and s.last_ord) c
     order by k.is_direct, k.place, s.month`,
};
export type HeatRow = { id: string; name: string; kind: string; is_direct: boolean; month: Month; is_unrecorded: boolean; obliged: number; excused: number; submitted: number; on_time: number; checked: number; n: number; median: number | null };

/** Counts and median capaian of every office below a unit, for each month asked for, in one statement. */
export async function heat(pool: Pool, today: LocalDate, unitId: string, months: readonly Month[]): Promise<HeatRow[]> {
  return (await pool.query<HeatRow>({ ...HEAT, values: [today, unitId, months] })).rows;
}

const ATTENTION = {
  name: "opd_attention",
  text: `with ${TREE_CTE}, it as (select n.ord, n.last_ord from unit_node n join tree on tree.id = n.tree_id where n.unit_id = $2),
    month_report as (
      select r.*, p.name, n.name as unit from it join monthly_report r on r.unit_ord between it.ord and it.last_ord and r.month = $3
        join person p on p.id = r.person_id join tree on true join unit_node n on n.tree_id = tree.id and n.unit_id = r.unit_id)
    (select 'waiting_review' as kind, q.name, q.penilai_id as person_id, q.unit, q.n::int as count, null::float8 as figure, q.oldest as text from (
       select pn.name, w.penilai_id, min(w.unit) as unit, count(*) as n, min(w.submitted_at)::text as oldest
         from (select r.penilai_id, r.submitted_at, n.name as unit from it join monthly_report r on r.unit_ord between it.ord and it.last_ord and r.status = 'submitted' and r.month <= $3
                 join tree on true join unit_node n on n.tree_id = tree.id and n.unit_id = r.unit_id) w
         join person pn on pn.id = w.penilai_id group by pn.name, w.penilai_id order by min(w.submitted_at), pn.name limit 3) q)
    union all
    (select 'help_wanted', name, person_id, unit, 1, null, bantuan from month_report where bantuan is not null and ${IS_SUBMITTED.replaceAll("r.", "")} order by submitted_at limit 3)
    union all
    (select 'low_capaian', m.name, m.person_id, m.unit, 1, x.capaian::float8, x.text from month_report m join lateral (
        select w.capaian, h.text from report_row w join hasil_kerja h on h.id = w.hasil_kerja_id where w.report_id = m.id and w.capaian < 75 order by w.capaian limit 1) x on true
      where ${IS_SUBMITTED.replaceAll("r.", "m.")} order by x.capaian, m.name limit 3)
    union all
    (select 'often_late', q.name, q.person_id, q.unit, q.n, null, null from (
       select p.name, r.person_id, min(n.name) as unit, count(*)::int as n from it join monthly_report r on r.unit_ord between it.ord and it.last_ord and r.month <= $3 and r.month > $4 and r.is_late
         join person p on p.id = r.person_id join tree on true join unit_node n on n.tree_id = tree.id and n.unit_id = r.unit_id
        group by p.name, r.person_id having count(*) >= 3 order by count(*) desc, p.name limit 2) q)`,
};
export type AttentionRow = { kind: "waiting_review" | "help_wanted" | "low_capaian" | "often_late"; name: string; person_id: string; unit: string; count: number; figure: number | null; text: string | null };
/** What asks for attention in the month, at most three of a kind; `since` bounds how far back lateness is counted (exclusive). */
export async function attention(pool: Pool, today: LocalDate, unitId: string, month: Month, since: Month): Promise<AttentionRow[]> {
  return (await pool.query<AttentionRow>({ ...ATTENTION, values: [today, unitId, month, since] })).rows;
}

const CLOSED_PERIOD = {
  name: "opd_closed_period",
  text: `with ${TREE_CTE},
    per as (select * from evaluation_period where kind <> 'tahunan' and closed_at is not null and rating_until < $1 order by last_month desc, kind limit 1),
    span as (select h.ord, h.last_ord from per join tree_version v on v.valid_from <= (per.last_month || '-28')::date and (v.valid_until is null or v.valid_until > (per.last_month || '-28')::date)
               join unit_node h on h.tree_id = v.id and h.unit_id = $2), ${BKN_CTE}
    select per.id, per.year, per.kind, per.number, c.predikat as capaian_organisasi,
           ${sumberGroups("a.unit_ord between (select ord from span) and (select last_ord from span)")} as cells,
           exists (select from capaian_organisasi where period_id = per.id and unit_id = $2) as has_result
      from per left join capaian_organisasi c on c.period_id = per.id and c.unit_id = $2`,
};
export type ClosedPeriod = { id: string; year: number; kind: "bulanan" | "triwulanan" | "tahunan"; number: number; capaian_organisasi: PredikatOrganisasi | null; /** Results that are alike, here and in e-Kinerja, counted together. */ cells: SumberGroup[] };
export async function closedPeriod(pool: Pool, today: LocalDate, unitId: string): Promise<ClosedPeriod | null> {
  return (await pool.query<ClosedPeriod>({ ...CLOSED_PERIOD, values: [today, unitId] })).rows[0] ?? null;
}

const STATES = {
  all: "true",
  missing: `r.kewajiban = 'wajib_lapor' and not ${IS_SUBMITTED}`,
  submitted: `r.kewajiban = 'wajib_lapor' and ${IS_SUBMITTED}`,
  late: "r.kewajiban = 'wajib_lapor' and r.is_late",
  waiting: "r.kewajiban = 'wajib_lapor' and r.status = 'submitted'",
  excused: "r.kewajiban <> 'wajib_lapor'",
} as const;
export type State = keyof typeof STATES;
export type PersonLine = { id: string; name: string; nip: string | null; jabatan: string | null; unit: string; status: MonthlyReportStatus; kewajiban: Kewajiban; isLate: boolean; capaian: number | null; submittedAt: string | null };

/** People of a unit in a month, by name; `after` is the last one of the page before as "name|id". */
export async function peopleOf(pool: Pool, today: LocalDate, unitId: string, month: Month, state: State, after: { name: string; id: string } | null, limit: number): Promise<PersonLine[]> {
  const { rows } = await pool.query<PersonLine>({ name: `opd_people_${state}`, text: `
    with ${TREE_CTE}, it as (select h.ord, h.last_ord, v.id as tree_id from tree_version v join unit_node h on h.tree_id = v.id and h.unit_id = $2
                              where v.valid_from <= ($3 || '-28')::date and (v.valid_until is null or v.valid_until > ($3 || '-28')::date))
    select p.id, p.name, p.nip, j.name as jabatan, n.name as unit, r.status, r.kewajiban, r.is_late as "isLate", (case when ${IS_SUBMITTED} then r.capaian end)::float8 as capaian, r.submitted_at::text as "submittedAt"
      from it join monthly_report r on r.month = $3 and r.unit_ord between it.ord and it.last_ord
      join person p on p.id = r.person_id
      left join unit_node n on n.unit_id = r.unit_id and n.tree_id = it.tree_id
      left join placement s on s.person_id = p.id and s.kind = 'definitif' and s.valid_from <= $1 and (s.valid_until is null or s.valid_until > $1)
      left join jabatan j on j.id = s.jabatan_id
     where ${STATES[state]} and ($4::text is null or (p.name, p.id) > ($4, $5::uuid))
     order by p.name, p.id limit $6`, values: [today, unitId, month, after?.name ?? null, after?.id ?? null, limit] });
  return rows;
}

const MATRIX = {
  name: "opd_matrix_people",
  text: `with it as (select h.ord, h.last_ord, v.id as tree_id from evaluation_period e join tree_version v on v.valid_from <= (e.last_month || '-28')::date and (v.valid_until is null or v.valid_until > (e.last_month || '-28')::date)
                      join unit_node h on h.tree_id = v.id and h.unit_id = $1 where e.id = $2)
    select p.id, a.id as "appraisalId", p.name, n.name as unit, a.predikat from it
      join appraisal a on a.period_id = $2 and a.unit_ord between it.ord and it.last_ord and a.is_current and a.status = 'final'
      join person p on p.id = a.person_id join unit_node n on n.unit_id = a.unit_id and n.tree_id = it.tree_id
     where a.hasil_kerja = $3 and a.perilaku = $4 order by p.name limit 500`,
};
export async function matrixPeople(pool: Pool, unitId: string, periodId: string, hasilKerja: Ekspektasi, perilaku: Ekspektasi): Promise<{ id: string; appraisalId: string; name: string; unit: string; predikat: Predikat }[]> {
  return (await pool.query({ ...MATRIX, values: [unitId, periodId, hasilKerja, perilaku] })).rows;
}

const PERSON_YEAR = {
  name: "person_year",
  text: `
    select p.id, p.name, j.name as jabatan, n.name as unit, pn.name as penilai,
      coalesce((select json_agg(m order by m.month) from (
        select r.id as "reportId", r.month, r.kewajiban, r.status, r.is_late as "isLate", (case when ${IS_SUBMITTED} then r.capaian end)::float8 as capaian from monthly_report r where r.person_id = p.id and r.month <= $3 order by r.month desc limit 12) m), '[]') as months,
      coalesce((select json_agg(x order by x.year, x.number) from (
        select a.id as "appraisalId", e.year, e.kind, e.number, a.predikat from appraisal a join evaluation_period e on e.id = a.period_id
         where a.person_id = p.id and a.is_current and a.status = 'final' order by e.last_month desc limit 12) x), '[]') as results
      from person p
      left join placement s on s.person_id = p.id and s.kind = 'definitif' and s.valid_from <= $1 and (s.valid_until is null or s.valid_until > $1)
      left join jabatan j on j.id = s.jabatan_id
      left join tree_version v on v.valid_from <= $1 and (v.valid_until is null or v.valid_until > $1)
      left join unit_node n on n.unit_id = s.unit_id and n.tree_id = v.id
      left join penilai_relation r on r.pegawai_id = p.id and r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1)
      left join person pn on pn.id = r.penilai_id
     where p.id = $2`,
};
export type PersonYear = {
  id: string; name: string; jabatan: string | null; unit: string | null; penilai: string | null;
  months: { reportId: string; month: Month; kewajiban: Kewajiban; status: MonthlyReportStatus; isLate: boolean; capaian: number | null }[];
  results: { appraisalId: string; year: number; kind: "bulanan" | "triwulanan" | "tahunan"; number: number; predikat: Predikat }[];
};
export async function personYear(pool: Pool, today: LocalDate, personId: string, month: Month): Promise<PersonYear | null> {
  return (await pool.query<PersonYear>({ ...PERSON_YEAR, values: [today, personId, month] })).rows[0] ?? null;
}
