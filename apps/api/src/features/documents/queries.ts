import type { Arah, Aspek, JenisIndikator, LocalDate, Month, Pendekatan, Perilaku, PeriodeKind, Perspektif, Prioritas, SkpStatus } from "@teraju/domain";
import type { Pool } from "pg";
import { iso } from "../../report.ts";

export type PlanIndikator = {
  lineId: string; text: string; aspek: Aspek | null; perspektif: Perspektif | null; jenis: JenisIndikator; arah: Arah; satuan: string | null;
  target: number | null; targetMin: number | null; targetMax: number | null; targetText: string | null; monthlyTarget: (number | null)[] | null;
};
export type PlanHasil = { lineId: string; prioritas: Prioritas; text: string; assignedBy: string | null; intervened: string | null; indikator: PlanIndikator[] };
export type Plan = {
  id: string; personId: string; penilaiId: string | null; year: number; revision: number; status: SkpStatus; pendekatan: Pendekatan; isPimpinan: boolean; effectiveFrom: LocalDate; setOn: LocalDate | null; proposedAt: string | null; setAt: string | null;
  hasil: PlanHasil[]; perilaku: { perilaku: Perilaku; ekspektasi: string }[]; lampiran: { kind: "sumber_daya" | "pertanggungjawaban" | "konsekuensi"; text: string }[];
};
const PLANS = {
  name: "documents_plans",
  // $1 ids of SKP, $2 people whose SKP in force of the year $3 is meant too
  text: `
    select s.id, s.person_id as "personId", s.penilai_id as "penilaiId", s.year, s.revision, s.status, s.pendekatan, s.is_pimpinan as "isPimpinan", s.effective_from as "effectiveFrom",
           (s.set_at at time zone 'Asia/Jakarta')::date as "setOn", ${iso("s.proposed_at")} as "proposedAt", ${iso("s.set_at")} as "setAt",
           coalesce((select json_agg(json_build_object('lineId', h.line_id, 'prioritas', h.prioritas, 'text', h.text, 'assignedBy', h.assigned_by, 'intervened', h.intervened_text,
               'indikator', coalesce((select json_agg(json_build_object('lineId', i.line_id, 'text', i.text, 'aspek', i.aspek, 'perspektif', i.perspektif, 'jenis', i.jenis, 'arah', i.arah, 'satuan', i.satuan,
                   'target', i.target, 'targetMin', i.target_min, 'targetMax', i.target_max, 'targetText', i.target_text, 'monthlyTarget', i.monthly_target) order by i.position) from indikator i where i.hasil_kerja_id = h.id), '[]')) order by h.position)
             from hasil_kerja h where h.skp_id = s.id), '[]') as hasil,
           coalesce((select json_agg(json_build_object('perilaku', x.perilaku, 'ekspektasi', x.ekspektasi) order by x.perilaku) from skp_perilaku x where x.skp_id = s.id), '[]') as perilaku,
           coalesce((select json_agg(json_build_object('kind', x.kind, 'text', x.text) order by x.kind, x.position) from skp_lampiran x where x.skp_id = s.id), '[]') as lampiran
      from skp s where s.id = any($1) or (s.person_id = any($2) and s.year = $3 and s.status = 'set')`,
};
/** SKP with all that they say: those of these ids, and those in force of these people in a year. One query. */
export async function listPlans(pool: Pick<Pool, "query">, of: { ids?: readonly string[]; people?: readonly string[]; year?: number }): Promise<Plan[]> {
  return (await pool.query<Plan>({ ...PLANS, values: [of.ids ?? [], of.people ?? [], of.year ?? null] })).rows;
}

export type PersonOnDay = { id: string; day: LocalDate; name: string; nip: string | null; golongan: string | null; jabatan: string | null; unit: string | null; opdId: string | null };
const PEOPLE = {
  name: "documents_people",
  text: `
    select w.id, w.day, p.name, p.nip, p.golongan, s.jabatan, s.unit, s."opdId"
      from unnest($1::uuid[], $2::date[]) as w(id, day) join person p on p.id = w.id
      left join lateral (
        select j.name as jabatan, n.name as unit, n.opd_id as "opdId" from placement l join jabatan j on j.id = l.jabatan_id
          join tree_version t on t.valid_from <= w.day and (t.valid_until is null or t.valid_until > w.day) join unit_node n on n.unit_id = l.unit_id and n.tree_id = t.id
         where l.person_id = w.id and l.valid_from <= w.day and (l.valid_until is null or l.valid_until > w.day) order by (l.kind = 'definitif') desc, n.depth limit 1) s on true`,
};
/** People as the forms name them on a day: by definitive post, else the highest of the others. One query. */
export async function listPeople(pool: Pick<Pool, "query">, wanted: readonly { id: string; day: LocalDate }[]): Promise<PersonOnDay[]> {
  return (await pool.query<PersonOnDay>({ ...PEOPLE, values: [wanted.map(({ id }) => id), wanted.map(({ day }) => day)] })).rows;
}

export type Figure = { personId: string; lineId: string; month: Month; sentOn: LocalDate; sentAt: string; target: number | null; realisasi: number | null; pembilang: number | null; penyebut: number | null; uraian: string | null; sentence: string | null; bukti: string[] };
const FIGURES = {
  name: "documents_figures",
  // Reports that were sent; a draft, or what is back for repair, is the pegawai's own. A photo of an attached note is evidence too;
  // each of the two ways to it has its index, and one question over both would read all evidence of the city for each row.
  text: `
    select m.person_id as "personId", i.line_id as "lineId", m.month, (m.submitted_at at time zone 'Asia/Jakarta')::date as "sentOn", ${iso("m.submitted_at")} as "sentAt", w.target::float8 as target, w.realisasi::float8 as realisasi, w.pembilang::float8 as pembilang, w.penyebut::float8 as penyebut, w.uraian, w.sentence,
           array(select b.title from (select e.title, e.created_at, e.id from evidence e where e.report_row_id = w.id
                                      union all select e.title, e.created_at, e.id from daily_note n join evidence e on e.note_id = n.id where n.report_row_id = w.id and e.report_row_id is null) b order by b.created_at, b.id) as bukti
      from monthly_report m join report_row w on w.report_id = m.id join indikator i on i.id = w.indikator_id
     where m.person_id = any($1) and m.month between $2 and $3 and m.status in ('submitted', 'checked', 'closed_unreviewed') order by m.month, w.position`,
};
export async function listFigures(pool: Pick<Pool, "query">, people: readonly string[], first: Month, last: Month): Promise<Figure[]> {
  return (await pool.query<Figure>({ ...FIGURES, values: [people, first, last] })).rows;
}

export type Heard = { personId: string; lineId: string | null; perilaku: Perilaku | null; from: string; on: LocalDate; text: string; reply: string | null };
const HEARD = {
  name: "documents_umpan_balik",
  text: `
    select u.to_id as "personId", u.line_id as "lineId", u.perilaku, p.name as "from", u.given_on as "on", u.text, u.reply
      from umpan_balik u join person p on p.id = u.from_id where u.to_id = any($1) and u.month between $2 and $3 and u.status = 'diberikan' order by u.given_on, u.id`,
};
/** Umpan balik that people received about these months, given under its giver's name. */
export async function listHeard(pool: Pick<Pool, "query">, people: readonly string[], first: Month, last: Month): Promise<Heard[]> {
  return (await pool.query<Heard>({ ...HEARD, values: [people, first, last] })).rows;
}

const PENILAI = {
  name: "documents_penilai",
  text: `select pegawai_id as "personId", penilai_id as "penilaiId" from penilai_relation where pegawai_id = any($1) and valid_from <= $2 and (valid_until is null or valid_until > $2)`,
};
/** Who rates these people on a day. */
export async function listPenilai(pool: Pick<Pool, "query">, people: readonly string[], day: LocalDate): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ personId: string; penilaiId: string }>({ ...PENILAI, values: [people, day] });
  return new Map(rows.map(({ personId, penilaiId }) => [personId, penilaiId]));
}

export type PeriodRow = { id: string; year: number; kind: PeriodeKind; number: number; firstMonth: Month; lastMonth: Month };
const PERIODS = { name: "documents_periods", text: `select id, year, kind, number, first_month as "firstMonth", last_month as "lastMonth" from evaluation_period where id = any($1)` };
export async function listPeriodRows(pool: Pool, ids: readonly string[]): Promise<Map<string, PeriodRow>> {
  const { rows } = await pool.query<PeriodRow>({ ...PERIODS, values: [ids] });
  return new Map(rows.map((row) => [row.id, row]));
}
