import type { RekonsiliasiReport } from "@teraju/contracts";
import type { LocalDate, Month, PeriodeKind, rekonsiliasi as rules } from "@teraju/domain";
import type { Pool } from "pg";
import { TREE_CTE } from "../../tree.ts";

export type ReportRow = RekonsiliasiReport & { firstMonth: Month; lastMonth: Month; /** When the first report of this period and part of the city was kept. */ firstKept: LocalDate };
const LINE = `r.id, r.kind, r.title, json_build_object('kind', r.period_kind, 'year', r.year, 'number', r.number) as period, r.scope, r.pulled_at as "pulledAt", to_json(r.kept_at) #>> '{}' as "keptAt",
  (select count(*)::int from bkn_row b where b.report_id = r.id) as rows, r.first_month as "firstMonth", r.last_month as "lastMonth",
  (select min((f.kept_at at time zone 'Asia/Jakarta')::date) from bkn_report f where f.kind = r.kind and f.period_kind = r.period_kind and f.year = r.year and f.number = r.number and f.scope = r.scope) as "firstKept"
  from bkn_report r where r.is_current`;

export async function findReports(pool: Pool): Promise<ReportRow[]> {
  return (await pool.query<ReportRow>({ name: "rekonsiliasi_reports", text: `select ${LINE} order by r.last_month desc, r.first_month desc, r.kept_at desc, r.id limit 100` })).rows;
}
export async function findReport(pool: Pool, id: string): Promise<ReportRow | null> {
  return (await pool.query<ReportRow>({ name: "rekonsiliasi_report", text: `select ${LINE} and r.id = $1`, values: [id] })).rows[0] ?? null;
}

export async function findPeriods(pool: Pool, first: Month, last: Month): Promise<{ kind: PeriodeKind; firstMonth: Month; lastMonth: Month }[]> {
  return (await pool.query<{ kind: PeriodeKind; firstMonth: Month; lastMonth: Month }>({
    name: "rekonsiliasi_periods", text: `select kind, first_month as "firstMonth", last_month as "lastMonth" from evaluation_period where first_month <= $2 and last_month >= $1`, values: [first, last],
  })).rows;
}

export async function findBkn(pool: Pool, reportId: string): Promise<rules.BknSide[]> {
  return (await pool.query<rules.BknSide>({
    name: "rekonsiliasi_bkn",
    text: `select line, nip, name, unor, unor_induk as "unorInduk", jabatan, is_acting as "isActing", hasil_kerja as "hasilKerja", perilaku, predikat, penilai_nip as "penilaiNip", penilai_name as "penilaiName"
      from bkn_row where report_id = $1 order by line`, values: [reportId],
  })).rows;
}

const OURS = {
  name: "rekonsiliasi_ours",
  // $1 day, $2 first and $3 last month of the period whose ratings are compared
  text: `
    with ${TREE_CTE},
    rated as (select a.person_id, a.hasil_kerja, a.perilaku, a.predikat, a.bkn_report_id is not null as "isFromBkn" from appraisal a join evaluation_period e on e.id = a.period_id
      where e.first_month = $2 and e.last_month = $3 and a.is_current and a.status = 'final')
    select p.nip, p.name, o.name as opd, n.name as unit, j.name as jabatan, k.nip as "penilaiNip", k.name as "penilaiName", rated.hasil_kerja as "hasilKerja", rated.perilaku, rated.predikat, coalesce(rated."isFromBkn", false) as "isFromBkn"
      from placement s join person p on p.id = s.person_id and p.nip is not null join jabatan j on j.id = s.jabatan_id join tree on true
      join unit_node n on n.tree_id = tree.id and n.unit_id = s.unit_id left join unit_node o on o.tree_id = tree.id and o.unit_id = n.opd_id
      left join penilai_relation r on r.pegawai_id = p.id and r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1)
      left join person k on k.id = r.penilai_id left join rated on rated.person_id = p.id
     where s.kind = 'definitif' and s.valid_from <= $1 and (s.valid_until is null or s.valid_until > $1)`,
};
/** Everybody with a NIP and a definitive post on that day. One query for the whole city. */
export async function findOurs(pool: Pool, day: LocalDate, months: { first: Month; last: Month }): Promise<(rules.OwnSide & { isFromBkn: boolean })[]> {
  return (await pool.query<rules.OwnSide & { isFromBkn: boolean }>({ ...OURS, values: [day, months.first, months.last] })).rows;
}

/** The name of a department; null for what is none, also an office within one. */
export async function findOpdName(pool: Pool, id: string, day: LocalDate): Promise<string | null> {
  return (await pool.query<{ name: string }>({
    name: "rekonsiliasi_opd", text: `select n.name from unit_node n join tree_version t on t.id = n.tree_id and t.valid_from <= $2 and (t.valid_until is null or t.valid_until > $2) where n.unit_id = $1 and n.opd_id = n.unit_id`, values: [id, day],
  })).rows[0]?.name ?? null;
}

export type TindakanRow = { id: string; nip: string; aspek: rules.RekonsiliasiAspek; differenceKey: string; tindakan: rules.RekonsiliasiTindakan; pelaksana: rules.RekonsiliasiPelaksana; dueOn: LocalDate | null; note: string; by: string; on: LocalDate; version: number };
export async function findTindakan(pool: Pool, { kind, year, number }: ReportRow["period"]): Promise<TindakanRow[]> {
  return (await pool.query<TindakanRow>({
    name: "rekonsiliasi_tindakan",
    text: `select t.id, t.nip, t.aspek, t.difference_key as "differenceKey", t.tindakan, t.pelaksana, t.due_on as "dueOn", t.note, p.name as by, t.decided_on as on, t.version
      from rekonsiliasi_tindakan t join person p on p.id = t.decided_by where t.period_kind = $1 and t.year = $2 and t.number = $3`, values: [kind, year, number],
  })).rows;
}
