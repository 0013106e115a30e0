import type { AppraisalStatus, Aspect, Ekspektasi, Predikat } from "@teraju/domain";
import type { Pool } from "pg";
import { type Exempt, exemptOf } from "../../exempt.ts";
import type { Period } from "./period.ts";

/** What a draft keeps besides its ratings: why it corrects a final result, and the digest of that one. */
export type Correction = { koreksi: { alasan: string; menggantikan: string } };
type BasisRow = { aspect: Aspect; evidenceId: string | null; umpanBalikId: string | null };
type RatingRow = { aspect: Aspect; target: string; rating: Ekspektasi };

export type Saved = {
  id: string; penilaiId: string; revision: number; isCurrent: boolean; status: AppraisalStatus; opdId: string;
  hasilKerja: Ekspektasi | null; perilaku: Ekspektasi | null; alasanHasilKerja: string | null; alasanPerilaku: string | null;
  predikat: Predikat | null; digest: string | null; isAfterPola: boolean; version: number;
  /** The atasan examines a keberatan on this period's result. */
  isUnderKeberatan: boolean;
  /** The line of e-Kinerja's report that the ratings were taken from. */
  bknReportId: string | null; bknLine: number | null;
  koreksi: Correction["koreksi"] | null; ratings: RatingRow[]; basis: BasisRow[];
};

const LATEST = {
  name: "appraisal_latest",
  text: `
    select a.id, a.penilai_id as "penilaiId", a.revision, a.is_current as "isCurrent", a.status, a.opd_id as "opdId", a.hasil_kerja as "hasilKerja", a.perilaku,
           a.alasan_hasil_kerja as "alasanHasilKerja", a.alasan_perilaku as "alasanPerilaku", a.predikat, a.digest, a.is_after_pola as "isAfterPola", a.version, a.bkn_report_id as "bknReportId", a.bkn_line as "bknLine", a.facts -> 'koreksi' as koreksi,
           exists (select from keberatan k join appraisal x on x.id = k.appraisal_id where x.period_id = a.period_id and x.person_id = a.person_id and k.status <> 'decided') as "isUnderKeberatan",
           coalesce((select json_agg(json_build_object('aspect', r.aspect, 'target', r.target, 'rating', r.rating)) from appraisal_rating r where r.appraisal_id = a.id), '[]') as ratings,
           coalesce((select json_agg(json_build_object('aspect', b.aspect, 'evidenceId', b.evidence_id, 'umpanBalikId', b.umpan_balik_id)) from appraisal_basis b where b.appraisal_id = a.id), '[]') as basis
      from appraisal a where a.period_id = $1 and a.person_id = $2 order by a.revision desc limit 1`,
};
/** The newest revision of a person's period, final or not. One query. */
export async function findLatest(pool: Pool, periodId: string, personId: string): Promise<Saved | null> {
  return (await pool.query<Saved>({ ...LATEST, values: [periodId, personId] })).rows[0] ?? null;
}

const HAS_SEEN = { name: "pola_seen", text: "select exists (select from pola_view where person_id = $1 and period_id = $2 and opd_id = $3) as seen" };
export async function hasSeenPola(pool: Pool, actorId: string, periodId: string, opdId: string): Promise<boolean> {
  return (await pool.query<{ seen: boolean }>({ ...HAS_SEEN, values: [actorId, periodId, opdId] })).rows[0]?.seen ?? false;
}

const PEOPLE = {
  name: "appraisal_team_people",
  text: `
    with tree as (select id from tree_version where valid_from <= $3 and (valid_until is null or valid_until > $3)),
    who as (select * from unnest($1::uuid[], $2::uuid[]) as w(person_id, unit_id))
    select p.id, p.name, n.name as unit, o.unit_id as "opdId", o.name as opd,
           (select j.name from placement pl join jabatan j on j.id = pl.jabatan_id where pl.person_id = p.id and pl.valid_from <= $3 and (pl.valid_until is null or pl.valid_until > $3) order by (pl.kind = 'definitif') desc limit 1) as jabatan,
           exists (select from year_state y where y.period_id = $4 and y.person_id = p.id and y.perlakuan = 'tidak_dinilai') as "isNotJudged", ${exemptOf("p.id", "$5::date", "$3::date")} as exempt,
           a.status, a.hasil_kerja as "hasilKerja", a.perilaku, a.saran_hasil_kerja as "saranHasilKerja", a.saran_perilaku as "saranPerilaku"
      from who w join person p on p.id = w.person_id
      left join unit_node n on n.unit_id = w.unit_id and n.tree_id = (select id from tree) left join unit_node o on o.unit_id = n.opd_id and o.tree_id = n.tree_id
      left join appraisal a on a.person_id = p.id and a.period_id = $4 and a.is_current
     order by p.name, p.id`,
};
export type TeamRow = {
  id: string; name: string; unit: string | null; opdId: string | null; opd: string | null; jabatan: string | null; /** The recorded state leaves no year to be judged. */ isNotJudged: boolean; exempt: Exempt | null; status: AppraisalStatus | null;
  hasilKerja: Ekspektasi | null; perilaku: Ekspektasi | null; saranHasilKerja: Ekspektasi | null; saranPerilaku: Ekspektasi | null;
};
export async function listTeam(pool: Pool, period: Period, team: readonly { personId: string; unitId: string }[]): Promise<TeamRow[]> {
  const { rows } = await pool.query<TeamRow>({ ...PEOPLE, values: [team.map((one) => one.personId), team.map((one) => one.unitId), period.selesai, period.id, period.mulai] });
  return rows;
}

const DISTRIBUTION = {
  name: "pola_distribution",
  text: `
    select o.unit_id as id, o.name, c.predikat as capaian,
           coalesce((select json_agg(json_build_object('hasilKerja', d.hasil_kerja, 'perilaku', d.perilaku, 'n', d.n, 'final', d.final))
             from (select hasil_kerja, perilaku, count(*)::int as n, (count(*) filter (where status = 'final'))::int as final
                     from appraisal where period_id = $1 and opd_id = $2 and is_current and hasil_kerja is not null and perilaku is not null group by 1, 2) d), '[]') as cells
      from unit_node o left join capaian_organisasi c on c.unit_id = o.unit_id and c.period_id = $1
     where o.unit_id = $2 and o.tree_id = (select id from tree_version where valid_from <= $3 and (valid_until is null or valid_until > $3))`,
};
export type Distribution = { id: string; name: string; capaian: "istimewa" | "baik" | "butuh_perbaikan" | "kurang" | "sangat_kurang" | null; cells: { hasilKerja: Ekspektasi; perilaku: Ekspektasi; n: number; final: number }[] };
/** How many of a department stand in each cell of the quadrant, final or saved, without names. One query. */
export async function findDistribution(pool: Pool, period: Period, opdId: string): Promise<Distribution | null> {
  return (await pool.query<Distribution>({ ...DISTRIBUTION, values: [period.id, opdId, period.selesai] })).rows[0] ?? null;
}
