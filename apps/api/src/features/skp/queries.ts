import type { HasilKerjaView, SkpRevision, SkpView, TeamSkpRow } from "@teraju/contracts";
import type { JenisJabatan, LocalDate, SkpStatus, StandarPenilaian, UnitKind } from "@teraju/domain";
import type { Pool } from "pg";

/** An instant as text, in UTC. */
const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Where a person sits on day $1, as a lateral of `${person}`: the definitive post, else the highest of the others. */
const seatOf = (person: string): string => `lateral (
  select j.id as jabatan_id, j.name as jabatan, j.jenis, j.is_head, n.unit_id, n.name as unit, n.kind as unit_kind, n.depth
    from placement seated join jabatan j on j.id = seated.jabatan_id
    join unit_node n on n.unit_id = seated.unit_id
    join tree_version t on t.id = n.tree_id and t.valid_from <= $1 and (t.valid_until is null or t.valid_until > $1)
   where seated.person_id = ${person} and seated.valid_from <= $1 and (seated.valid_until is null or seated.valid_until > $1)
   order by (seated.kind = 'definitif') desc, n.depth limit 1)`;
const IN_FORCE = "valid_from <= $1 and (valid_until is null or valid_until > $1)";

/** Results, indicators, ekspektasi khusus and lampiran of `s` as JSON, in their order; figures as numbers. */
const CONTENT = `
  coalesce((select json_agg(json_build_object('lineId', h.line_id, 'prioritas', h.prioritas, 'text', h.text, 'assignedBy', h.assigned_by,
      'intervenedLineId', h.intervened_line_id, 'intervenedText', h.intervened_text,
      'indikator', coalesce((select json_agg(json_build_object('lineId', i.line_id, 'text', i.text, 'jenis', i.jenis, 'arah', i.arah,
          'target', i.target, 'targetMin', i.target_min, 'targetMax', i.target_max, 'targetText', i.target_text, 'satuan', i.satuan,
          'aspek', i.aspek, 'perspektif', i.perspektif, 'monthlyTarget', i.monthly_target) order by i.position)
        from indikator i where i.hasil_kerja_id = h.id), '[]')) order by h.position)
    from hasil_kerja h where h.skp_id = s.id), '[]') as "hasilKerja",
  coalesce((select json_agg(json_build_object('perilaku', x.perilaku, 'ekspektasi', x.ekspektasi)) from skp_perilaku x where x.skp_id = s.id), '[]') as perilaku,
  coalesce((select json_agg(json_build_object('kind', x.kind, 'text', x.text) order by x.kind, x.position) from skp_lampiran x where x.skp_id = s.id), '[]') as lampiran`;

export type SkpRow = {
  id: string; personId: string; personName: string; jabatan: string | null; unit: string | null; year: number; revision: number; status: SkpStatus; version: number;
  pendekatan: SkpView["pendekatan"]; isPimpinan: boolean; penilaiId: string | null; penilaiName: string | null; currentPenilaiId: string | null; currentPenilaiName: string | null; atasanId: string | null;
  note: string | null; effectiveFrom: LocalDate; proposedAt: string | null; setAt: string | null; hasRevisionInWork: boolean;
  hasilKerja: HasilKerjaView[]; perilaku: SkpView["perilaku"]; lampiran: SkpView["lampiran"];
  superiorResults: SkpView["superiorResults"];
  /** Of the standard in force when it took effect; null where that one had none to choose. */
  perilakuLokal: StandarPenilaian["perilakuLokal"] | null;
};

/** One row with all that a view needs: content, the post as it was named in it, penilai then and today, results of today's penilai. */
const WHOLE = `
  select s.id, s.person_id as "personId", p.name as "personName", coalesce(j.name, seat.jabatan) as jabatan, coalesce(n.name, seat.unit) as unit,
         s.year, s.revision, s.status, s.version, s.pendekatan, s.is_pimpinan as "isPimpinan", s.penilai_id as "penilaiId", pen.name as "penilaiName",
         rel.penilai_id as "currentPenilaiId", cur.name as "currentPenilaiName", rel.atasan_id as "atasanId",
         s.note, s.effective_from as "effectiveFrom", ${iso("s.proposed_at")} as "proposedAt", ${iso("s.set_at")} as "setAt",
         exists (select from skp w where w.person_id = s.person_id and w.year = s.year and w.id <> s.id and w.status in ('draft', 'proposed', 'returned')) as "hasRevisionInWork",
         ${CONTENT},
         (select z.parameters -> 'perilakuLokal' from standar_penilaian z where z.valid_from <= s.effective_from and (z.valid_until is null or z.valid_until > s.effective_from)) as "perilakuLokal",
         coalesce((select json_agg(json_build_object('lineId', h.line_id, 'text', h.text) order by h.position)
           from skp up join hasil_kerja h on h.skp_id = up.id where up.person_id = rel.penilai_id and up.year = s.year and up.status = 'set'), '[]') as "superiorResults"
    from skp s join person p on p.id = s.person_id
    left join person pen on pen.id = s.penilai_id
    left join jabatan j on j.id = s.jabatan_id
    left join ${seatOf("s.person_id")} seat on true
    left join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree_version where ${IN_FORCE})
    left join penilai_relation rel on rel.pegawai_id = s.person_id and rel.valid_from <= $1 and (rel.valid_until is null or rel.valid_until > $1)
    left join person cur on cur.id = rel.penilai_id`;

const BY_ID = { name: "skp_whole", text: `${WHOLE} where s.id = $2` };
export async function findSkp(pool: Pool, today: LocalDate, id: string): Promise<SkpRow | null> {
  return (await pool.query<SkpRow>({ ...BY_ID, values: [today, id] })).rows[0] ?? null;
}

const CURRENT = { name: "skp_current", text: `${WHOLE} where s.person_id = $2 and s.year = $3 and s.status <> 'superseded'` };
/** The one in force and the one in work of a year, where they exist. */
export async function findCurrent(pool: Pool, today: LocalDate, personId: string, year: number): Promise<SkpRow[]> {
  return (await pool.query<SkpRow>({ ...CURRENT, values: [today, personId, year] })).rows;
}

const HISTORY = {
  name: "skp_history",
  text: `select s.id, s.year, s.revision, s.status, s.effective_from as "effectiveFrom", ${iso("s.set_at")} as "setAt", case when s.set_at is not null then p.name end as "setBy"
    from skp s left join person p on p.id = s.penilai_id where s.person_id = $1 order by s.year desc, s.revision desc limit 100`,
};
export async function findHistory(pool: Pool, personId: string): Promise<SkpRevision[]> {
  return (await pool.query<SkpRevision>({ ...HISTORY, values: [personId] })).rows;
}

const SEAT = {
  name: "skp_seat",
  text: `select p.jenis as "personJenis", p.job_family as "jobFamily", s.jabatan_id as "jabatanId", s.jabatan, s.jenis, s.is_head as "isHead", s.unit_id as "unitId", s.unit_kind as "unitKind",
      (select r.penilai_id from penilai_relation r where r.pegawai_id = p.id and r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1)) as "penilaiId"
    from person p left join ${seatOf("p.id")} s on true where p.id = $2`,
};
export type Seat = { personJenis: string; jobFamily: string | null; jabatanId: string | null; jabatan: string | null; jenis: JenisJabatan | null; isHead: boolean | null; unitId: string | null; unitKind: UnitKind | null; penilaiId: string | null };
/** Post, unit, job family and penilai of a person on a day. */
export async function findSeat(pool: Pool, today: LocalDate, personId: string): Promise<Seat | null> {
  return (await pool.query<Seat>({ ...SEAT, values: [today, personId] })).rows[0] ?? null;
}

const TEMPLATES = {
  name: "skp_templates",
  text: `select id, title, source, body, jabatan_name = $1 as "isOwnJabatan" from skp_template
    where retired_on is null and (owner_id is null or owner_id = $4) and (jabatan_name = $1 or job_family = $2) and ($3::uuid is null or id = $3)
    order by 5 desc, owner_id is null, title limit 20`,
};
export type TemplateRow = { id: string; title: string; source: string; body: string; isOwnJabatan: boolean };
/** Those of the same jabatan first, of the own penilai before the city's, then of the same job family; `id` asks for one of them. */
export async function findTemplates(pool: Pool, seat: Pick<Seat, "jabatan" | "jobFamily" | "penilaiId">, id: string | null): Promise<TemplateRow[]> {
  return (await pool.query<TemplateRow>({ ...TEMPLATES, values: [seat.jabatan ?? "", seat.jobFamily ?? "", id, seat.penilaiId] })).rows;
}

const FILL_SOURCES = {
  name: "skp_fill_sources",
  // Examples of the posts and job families of those whom $2 rates, then the SKP in force of year $3 or the one before among them.
  text: `
    with team as (
      select p.id, p.name, p.job_family, s.jabatan from penilai_relation r join person p on p.id = r.pegawai_id left join ${seatOf("p.id")} s on true
       where r.penilai_id = $2 and r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1))
    select * from (
      select 'template' as kind, t.id, t.title, t.jabatan_name as jabatan, t.source, t.body, null::json as texts, 0 as rank, t.title as sort from skp_template t
       where t.retired_on is null and (t.owner_id is null or t.owner_id = $2) and (t.jabatan_name in (select jabatan from team) or t.job_family in (select job_family from team))
      union all
      select 'skp', f.id, team.name, team.jabatan, f.year::text, null, (select json_agg(h.text order by h.position) from hasil_kerja h where h.skp_id = f.id), 1, team.name
        from team join skp f on f.person_id = team.id and f.status = 'set' and f.year in ($3, $3 - 1)) q
     where $4::uuid is null or id = $4 order by rank, sort, source desc limit 200`,
};
export type FillSourceRow = { kind: "template" | "skp"; id: string; title: string; jabatan: string | null; source: string; body: string | null; texts: string[] | null };
/** What a penilai's team can be filled from; `id` asks for one of them. One statement. */
export async function findFillSources(pool: Pool, today: LocalDate, penilaiId: string, year: number, id: string | null): Promise<FillSourceRow[]> {
  return (await pool.query<FillSourceRow>({ ...FILL_SOURCES, values: [today, penilaiId, year, id] })).rows;
}

const TEAM = {
  name: "skp_team",
  text: `
    select json_build_object('id', p.id, 'name', p.name, 'jabatan', s.jabatan, 'unit', s.unit) as person, case when r.penilai_id = $2 then 'penilai' else 'atasan' end as "as",
      (select json_build_object('id', f.id, 'revision', f.revision, 'setAt', ${iso("f.set_at")}) from skp f where f.person_id = p.id and f.year = $3 and f.status = 'set') as "inForce",
      case when w.id is null then null else json_build_object('id', case when w.status <> 'draft' then w.id end, 'revision', w.revision, 'status', w.status,
        'proposedAt', case when w.status <> 'draft' then ${iso("w.proposed_at")} end) end as "inWork"
    from penilai_relation r join person p on p.id = r.pegawai_id
    left join ${seatOf("p.id")} s on true
    left join skp w on w.person_id = p.id and w.year = $3 and w.status in ('draft', 'proposed', 'returned')
   where r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1)
     and (r.penilai_id = $2 or ($4 and r.atasan_id = $2 and w.status = 'proposed'))
   order by (w.status = 'proposed') desc nulls last, w.proposed_at, p.name limit 500`,
};
/** Everybody whom the person rates today and, once the penilai is late (`withLate`), the proposals that wait for their atasan. */
export async function findTeam(pool: Pool, today: LocalDate, personId: string, year: number, withLate: boolean): Promise<TeamSkpRow[]> {
  return (await pool.query<TeamSkpRow>({ ...TEAM, values: [today, personId, year, withLate] })).rows;
}

