import type { HomeView } from "@teraju/contracts";
import type { LocalDate, Month, PeriodeKind, SkpStatus } from "@teraju/domain";
import type { Pool } from "pg";
import { exemptOf, PERIOD_DAYS } from "../../exempt.ts";
import { startOf } from "../../opd-start.ts";
import { type Post, postJson } from "../../rhythm.ts";
import { EXTRA_DAYS, iso, type HeadRow, type MarkRow } from "../../report.ts";

/** The months that may still want something: this one and the one before. */
export type OpenReport = Pick<HeadRow, "month" | "kewajiban" | "status" | "extraDays"> & { returnedOn: LocalDate | null; due: number; filled: number };
type PeriodRef = { periodId: string; year: number; periode: PeriodeKind; number: number };
export type OwnRow = {
  /** A year whose results the person may still rate in the two-blind step; the rule says whether its standard has one. */
  blind: (PeriodRef & { penilaian: { duaSisiHari: number } }) | null;
  /** First month that the person's OPD records; null where none was set. */
  start: Month | null;
  post: Post;
  marks: MarkRow[]; open: OpenReport[]; skp: { status: SkpStatus } | null; asked: number; received: number; plansWaiting: number; plansToLook: number; lastUmpanBalik: HomeView["lastUmpanBalik"];
  notifications: { id: string; kind: string; params: string; day: LocalDate }[]; isPegawai: boolean; isPenilai: boolean; isHead: boolean;
};
const FILLED = "(x.realisasi is not null or (x.pembilang is not null and x.penyebut is not null) or x.uraian is not null)";
const IN_FORCE = (t: string): string => `${t}.valid_from <= $2 and (${t}.valid_until is null or ${t}.valid_until > $2)`;

/** A look back at three or six months that can be made and was not: the months between are over (`development.lookFrom`). */
const LOOK_DUE = (today: string): string => `d.status = 'done' and exists (select from (values (3), (6)) k(look) where date_trunc('month', d.done_on) + make_interval(months => k.look + 1) <= ${today}::date and not exists (select from development_look l where l.plan_id = d.id and l.look = k.look))`;

const OWN = {
  name: "home_own",
  text: `select ${startOf("$1", "$2")} as start, ${postJson("$1", "$2")} as post,
    coalesce((select json_agg(m order by m.month) from (select month, kewajiban, status, is_late as "isLate", capaian::float8 as capaian from monthly_report where person_id = $1 and month between $3 and $4) m), '[]') as marks,
    coalesce((select json_agg(q order by q.month) from (
      select r.month, r.kewajiban, r.status, (r.returned_at at time zone 'Asia/Jakarta')::date as "returnedOn", ${EXTRA_DAYS}::int as "extraDays",
             count(x.id) filter (where d.is)::int as due, count(x.id) filter (where d.is and ${FILLED})::int as filled
        from monthly_report r left join report_row x on x.report_id = r.id left join indikator i on i.id = x.indikator_id
        left join lateral (select i.id is not null and (i.monthly_target is null or i.monthly_target[substr(r.month, 6)::int] is not null) as is) d on true
       where r.person_id = $1 and r.month in ($5, $4) group by r.id) q), '[]') as open,
    (select json_build_object('status', k.status) from skp k where k.person_id = $1 and k.year = left($4, 4)::int order by (k.status = 'set') desc, k.revision desc limit 1) as skp,
    (select count(*)::int from umpan_balik u where u.from_id = $1 and u.status = 'diminta') as asked,
    (select count(*)::int from umpan_balik u where u.to_id = $1 and u.status = 'diberikan' and u.read_at is null) as received,
    (select json_build_object('id', u.id, 'from', p.name, 'day', u.given_on, 'nada', u.nada, 'text', u.text, 'isAnswered', u.reply is not null)
       from umpan_balik u join person p on p.id = u.from_id where u.to_id = $1 and u.status = 'diberikan' order by u.given_on desc, u.given_at desc nulls last, u.id desc limit 1) as "lastUmpanBalik",
    (select count(*)::int from development_plan d where d.person_id = $1 and d.status = 'proposed' and d.proposed_by <> $1) as "plansWaiting",
    (select count(*)::int from development_plan d where d.person_id = $1 and ${LOOK_DUE("$2")}) as "plansToLook",
    coalesce((select json_agg(json_build_object('id', n.id, 'kind', n.kind, 'params', n.params, 'day', n.day)) from
      (select * from notification where person_id = $1 and read_at is null order by created_at desc, id limit 10) n), '[]') as notifications,
    (select json_build_object('periodId', e.id, 'year', e.year, 'periode', e.kind, 'number', e.number, 'penilaian', s.parameters -> 'penilaian')
       from evaluation_period e join standar_penilaian s on s.id = e.standar_id
      where e.kind = 'tahunan' and e.rating_from <= $2 and e.closed_at is null and exists (select from skp k where k.person_id = $1 and k.year = e.year and k.status = 'set')
        and not exists (select from blind_form f where f.period_id = e.id and f.person_id = $1 and f.side = 'pegawai')
        and not exists (select from appraisal a where a.period_id = e.id and a.person_id = $1 and a.status = 'final')
        and not coalesce(e.last_month < ${startOf("$1", "$2")}, false) order by e.year limit 1) as blind,
    exists (select from person p where p.id = $1 and p.jenis <> 'pejabat') as "isPegawai",
    exists (select from penilai_relation l where l.penilai_id = $1 and ${IN_FORCE("l")}) as "isPenilai",
    exists (select from placement l join jabatan j on j.id = l.jabatan_id and j.is_head where l.person_id = $1 and ${IN_FORCE("l")}) as "isHead"`,
};
/** Everything of one's own on the first page, in one query. */
export async function findOwn(pool: Pool, personId: string, today: LocalDate, months: { first: Month; now: Month; before: Month }): Promise<OwnRow> {
  const { rows } = await pool.query<OwnRow>({ ...OWN, values: [personId, today, months.first, months.now, months.before] });
  const [row] = rows;
  if (row === undefined) throw new Error("a select of scalars gave no row");
  return row;
}

type Counted = PeriodRef & { count: number };
export type DutyRow = { /** Units that the person leads. */ led: string[]; review: number; oldestAt: string | null; skpToSet: number; rate: (Counted & { until: LocalDate })[]; capaian: Counted[]; plansWaiting: number; plansToLook: number };
const PERIOD = `'periodId', e.id, 'year', e.year, 'periode', e.kind, 'number', e.number`;

const DUTIES = {
  name: "home_duties",
  text: `with mine as (select pegawai_id from penilai_relation l where l.penilai_id = $1 and ${IN_FORCE("l")}),
    waiting as (select r.submitted_at from monthly_report r where r.person_id in (select pegawai_id from mine) and r.status = 'submitted'),
    tree as (select id from tree_version t where ${IN_FORCE("t")}),
    led as (select l.unit_id from placement l join jabatan j on j.id = l.jabatan_id and j.is_head where l.person_id = $1 and ${IN_FORCE("l")}),
    below as (select n.unit_id, os.month as start from unit_node n join tree on tree.id = n.tree_id left join opd_start os on os.unit_id = coalesce(n.opd_id, n.unit_id) and os.is_current where n.parent_id in (select unit_id from led) and exists (select from jabatan j where j.unit_id = n.unit_id and j.is_head)),
    open as (select * from evaluation_period e where e.closed_at is null and e.rating_from <= $2)
    select array(select unit_id::text from led) as led, (select count(*)::int from waiting) as review, (select ${iso("min(submitted_at)")} from waiting) as "oldestAt",
      (select count(*)::int from development_plan d where d.person_id in (select pegawai_id from mine) and d.status = 'proposed' and d.proposed_by <> $1) as "plansWaiting",
      (select count(*)::int from development_plan d where d.person_id in (select pegawai_id from mine) and ${LOOK_DUE("$2")}) as "plansToLook",
      (select count(*)::int from skp k where k.status = 'proposed' and k.person_id in (select pegawai_id from mine)) as "skpToSet",
      coalesce((select json_agg(json_build_object(${PERIOD}, 'until', e.rating_until, 'count', q.n) order by e.rating_until) from open e cross join lateral (
        select count(*)::int as n from mine m where not coalesce(e.last_month < ${startOf("m.pegawai_id", "$2")}, false) and not exists (select from appraisal a where a.period_id = e.id and a.person_id = m.pegawai_id and a.is_current and a.status = 'final')
          and not exists (select from year_state y where y.period_id = e.id and y.person_id = m.pegawai_id and y.perlakuan = 'tidak_dinilai')
          and ${exemptOf("m.pegawai_id", PERIOD_DAYS.from, PERIOD_DAYS.until)} is null) q
        where q.n > 0 and e.rating_until >= $2), '[]') as rate,
      coalesce((select json_agg(json_build_object(${PERIOD}, 'count', q.n) order by e.rating_until) from open e cross join lateral (
        select count(*)::int as n from below b where not coalesce(e.last_month < b.start, false) and not exists (select from capaian_organisasi c where c.period_id = e.id and c.unit_id = b.unit_id)) q where q.n > 0), '[]') as capaian`,
};
/** What others wait for: only asked for somebody who is penilai or leads a unit. */
export async function findDuties(pool: Pool, personId: string, today: LocalDate): Promise<DutyRow> {
  const { rows } = await pool.query<DutyRow>({ ...DUTIES, values: [personId, today] });
  const [row] = rows;
  if (row === undefined) throw new Error("a select of scalars gave no row");
  return row;
}

export type OpenKeberatanRow = { as: "owner" | "penilai" | "atasan"; filedOn: LocalDate; periodId: string };
const KEBERATAN = {
  name: "home_keberatan",
  text: `select case $1::uuid when k.person_id then 'owner' when k.penilai_id then 'penilai' else 'atasan' end as "as", k.filed_on as "filedOn", a.period_id as "periodId"
    from keberatan k join appraisal a on a.id = k.appraisal_id where $1::uuid in (k.person_id, k.penilai_id, k.atasan_id) and (k.status = 'filed' or (k.status = 'explained' and k.penilai_id <> $1)) order by k.filed_on, k.id`,
};
/** Keberatan that run and wait for this person, or are theirs; the oldest first. */
export async function findOpenKeberatan(pool: Pool, personId: string): Promise<OpenKeberatanRow[]> {
  return (await pool.query<OpenKeberatanRow>({ ...KEBERATAN, values: [personId] })).rows;
}
