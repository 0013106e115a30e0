import type pg from "pg";
import type { City } from "./city.ts";
import { must } from "./timeline.ts";

/**
 * e-Kinerja's report of the last quarter that was closed, as BKPSDM would have kept it: nearly everybody as we have them, with what such
 * reports really carry besides: who has moved and still stands in the old office, posts of last year, ratings that are not entered there yet
 * or were entered otherwise, people who are missing, and people who left long ago. Who differs follows from the NIP alone.
 */
export async function loadRekonsiliasi(client: pg.PoolClient, { city, today }: { city: City; today: string }): Promise<void> {
  const bkpsdm = must(city.people.find((one) => one.account?.cityRole === "bkpsdm"));
  const { rows: [period] } = await client.query<{ id: string; year: number; number: number; first: string; last: string; kept: string }>(
    `select id, year, number, first_month as first, last_month as last, closed_at::date::text as kept from evaluation_period where kind = 'triwulanan' and closed_at is not null and closed_at::date <= $1 order by last_month desc limit 1`, [today]);
  if (period === undefined) return;
  const reportId = bkpsdm.id.replace(/^.{8}/, "019b0001");
  await client.query(`insert into bkn_report (id, kind, period_kind, year, number, first_month, last_month, title, scope, pulled_at, kept_by, kept_at) values ($1,'penilaian','triwulanan',$2,$3,$4,$5,$6,'',to_char($7::text::date, 'DD-MM-YYYY'),$8,$7::text::date + time '10:00')`,
    [reportId, period.year, period.number, period.first, period.last, `Laporan Penilaian SKP Periode Triwulan ${["I", "II", "III", "IV"][period.number - 1] ?? ""} Tahun ${period.year}`, period.kept, bkpsdm.id]);
  await client.query(ROWS, [reportId, period.id, period.last]);
}

const ROWS = `
  with day as (select ($3 || '-01')::date + interval '1 month' - interval '1 day' as d),
  tree as (select t.id from tree_version t, day where t.valid_from <= day.d and (t.valid_until is null or t.valid_until > day.d)),
  seat as (
    select p.nip, upper(p.name) as name, n.name as unit, o.name as opd, j.name as jabatan, k.nip as penilai_nip, k.name as penilai, a.hasil_kerja, a.perilaku, a.predikat, a.finalized_on,
           lag(n.name) over (order by n.ord, p.nip) as before, ('x' || substr(md5(p.nip), 1, 6))::bit(24)::int as dice
      from day, tree, placement s join person p on p.id = s.person_id and p.nip is not null join jabatan j on j.id = s.jabatan_id
      join unit_node n on n.unit_id = s.unit_id left join unit_node o on o.unit_id = n.opd_id and o.tree_id = n.tree_id
      left join penilai_relation r on r.pegawai_id = p.id and r.valid_from <= (select d from day) and (r.valid_until is null or r.valid_until > (select d from day)) left join person k on k.id = r.penilai_id
      left join appraisal a on a.person_id = p.id and a.period_id = $2 and a.is_current and a.status = 'final'
     where n.tree_id = tree.id and s.kind = 'definitif' and s.valid_from <= day.d and (s.valid_until is null or s.valid_until > day.d)),
  gone as (select '1960010119850310' || lpad(i::text, 2, '0') as nip, (array['ZAINUDDIN','NURMALA','SYARIFUDDIN','ROSMIATI'])[i] as name, s.unit, s.opd from generate_series(1, 4) i join lateral (select unit, opd from seat order by nip offset i * 37 limit 1) s on true),
  line as (
    select nip, name, case when dice % 83 = 1 then coalesce(before, unit) else unit end as unor, opd, case when dice % 97 = 2 then 'Pelaksana' else jabatan end as jabatan,
           case when dice % 71 = 3 or dice % 151 = 4 then null else hasil_kerja end as hasil_kerja, case when dice % 71 = 3 then null else perilaku end as perilaku,
           case when dice % 71 = 3 then null when dice % 149 = 5 and predikat = 'baik' then 'butuh_perbaikan' else predikat end as predikat, coalesce(penilai_nip, '') as penilai_nip, coalesce(penilai, '') as penilai, coalesce(finalized_on::text, '') as rated
      from seat where dice % 173 <> 6
    union all select nip, name, unit, opd, 'Pelaksana', null, null, null, '', '', '' from gone)
  insert into bkn_row (report_id, line, nip, name, unor, unor_induk, jabatan, is_acting, hasil_kerja, perilaku, predikat, penilai_nip, penilai_name, rated_at, unread)
  select $1, 8 + row_number() over (order by nip), nip, name, coalesce(unor, ''), coalesce(opd, ''), jabatan, false, hasil_kerja, perilaku, predikat, penilai_nip, penilai, rated, '{}' from line`;
