import type { Ekspektasi, LocalDate, Predikat } from "@teraju/domain";
import type { Pool } from "pg";
import type { UnitReciprocity } from "../peer-input/unit-reciprocity.ts";
import { personJson, type PersonRef } from "../../person-sql.ts";

/** A final rating with what colleagues and results lead one to expect; `level` and `indeks` null where there is none. */
export type Rating = {
  personId: string; penilaiId: string; unitId: string; opdId: string; hasilKerja: Ekspektasi; perilaku: Ekspektasi; predikat: Predikat;
  indeks: number | null; level: number | null; family: string | null; nip: string | null; jenis: "pns" | "pppk" | "pejabat";
};
const RATINGS = {
  name: "fairness_ratings",
  text: `
    select a.person_id as "personId", a.penilai_id as "penilaiId", a.unit_id as "unitId", a.opd_id as "opdId", a.hasil_kerja as "hasilKerja", a.perilaku, a.predikat, a.indeks::float8 as indeks,
           s.level::float8 as level, p.job_family as family, p.nip, p.jenis
      from appraisal a join person p on p.id = a.person_id left join peer_subject_stat s on s.subject_id = a.person_id and s.cycle_id = $2
     where a.period_id = $1 and a.is_current and a.status = 'final' order by a.person_id`,
};
/** All final ratings of a period, in the order of ids. */
export async function findRatings(pool: Pick<Pool, "query">, periodId: string, cycleId: string | null): Promise<Rating[]> {
  return (await pool.query<Rating>({ ...RATINGS, values: [periodId, cycleId] })).rows;
}

const DEPARTMENT = { name: "fairness_department", text: "select n.name from unit_node n join tree_version t on t.id = n.tree_id and t.valid_from <= $2 and (t.valid_until is null or t.valid_until > $2) where n.unit_id = $1 and n.opd_id = n.unit_id" };
/** The name of a department; null where the unit is none on that day. */
export async function findDepartmentName(pool: Pick<Pool, "query">, unitId: string, day: LocalDate): Promise<string | null> {
  return (await pool.query<{ name: string }>({ ...DEPARTMENT, values: [unitId, day] })).rows[0]?.name ?? null;
}

/** What a rapat kalibrasi did to a person's result, and whether they are new (their first post began within a year) or back from leave of two weeks or more. */
export type Calibrated = { isLowered: boolean; isNew: boolean; isBack: boolean };
const SCORE = (a: string): string => `(case ${a}.hasil_kerja when 'di_atas' then 3 when 'sesuai' then 2 else 1 end + case ${a}.perilaku when 'di_atas' then 3 when 'sesuai' then 2 else 1 end)`;
const CALIBRATED = {
  name: "fairness_calibrated",
  text: `
    select a.person_id as "personId",
           exists (select from kalibrasi_proposal p join appraisal b on b.id = p.appraisal_id join appraisal c on c.id = p.correction_id
                    where b.period_id = a.period_id and b.person_id = a.person_id and p.answer = 'diterima' and c.status = 'final' and ${SCORE("c")} < ${SCORE("b")}) as "isLowered",
           coalesce((select min(s.valid_from) from placement s where s.person_id = a.person_id) > e.last - interval '1 year', false) as "isNew",
           exists (select from absence x where x.person_id = a.person_id and x.kind = 'cuti' and x.valid_until - x.valid_from >= 14 and x.valid_until > e.first - interval '3 months' and x.valid_until <= e.last) as "isBack"
      from appraisal a join kalibrasi k on k.period_id = a.period_id and k.unit_id = a.opd_id
      join lateral (select (first_month || '-01')::date as first, ((last_month || '-01')::date + interval '1 month')::date as last from evaluation_period where id = a.period_id) e on true
     where a.period_id = $1 and a.is_current and a.status = 'final'`,
};
/** Everybody of the departments that held a rapat kalibrasi on the period. */
export async function findCalibrated(pool: Pick<Pool, "query">, periodId: string): Promise<Map<string, Calibrated>> {
  return new Map((await pool.query<Calibrated & { personId: string }>({ ...CALIBRATED, values: [periodId] })).rows.map(({ personId, ...one }) => [personId, one]));
}

const OBJECTORS = {
  name: "fairness_objectors",
  text: `select distinct a.person_id as "personId", a.penilai_id as "penilaiId" from appraisal a join keberatan k on k.person_id = a.person_id and k.penilai_id = a.penilai_id and k.filed_on < a.finalized_on join appraisal o on o.id = k.appraisal_id and o.period_id <> a.period_id
    where a.period_id = $1 and a.is_current and a.status = 'final'`,
};
/** Who was rated in the period by the penilai against whose earlier rating they had filed a keberatan. */
export async function findObjectors(pool: Pick<Pool, "query">, periodId: string): Promise<{ personId: string; penilaiId: string }[]> {
  return (await pool.query<{ personId: string; penilaiId: string }>({ ...OBJECTORS, values: [periodId] })).rows;
}

export type CycleFacts = { id: string; year: number; semester: number; components: number; crossPercent: number; people: number; raters: number; reciprocity: UnitReciprocity | null };
const CYCLE = {
  name: "fairness_cycle",
  text: `
    select c.id, c.year, c.semester, coalesce((c.seal_facts ->> 'components')::int, 0) as components, coalesce((d.facts ->> 'crossPercent')::float8, 0) as "crossPercent", c.seal_facts -> 'reciprocity' as reciprocity,
           (select count(*)::int from peer_subject_stat s where s.cycle_id = c.id) as people, (select count(*)::int from peer_rater_stat s where s.cycle_id = c.id) as raters
      from peer_cycle c join peer_draw d on d.cycle_id = c.id and d.number = 0 where c.status = 'released' and c.released_on <= $1 order by c.year desc, c.semester desc limit 1`,
};
/** The newest released cycle on that day: levels of people come from it. */
export async function findCycleFacts(pool: Pick<Pool, "query">, day: LocalDate): Promise<CycleFacts | null> {
  return (await pool.query<CycleFacts>({ ...CYCLE, values: [day] })).rows[0] ?? null;
}

const DECLARED = { name: "fairness_declared", text: "select person_id as a, other_id as b from peer_relation where cycle_id = $1" };
export async function findDeclared(pool: Pick<Pool, "query">, cycleId: string): Promise<{ a: string; b: string }[]> {
  return (await pool.query<{ a: string; b: string }>({ ...DECLARED, values: [cycleId] })).rows;
}

const PEOPLE = { name: "fairness_people", text: `select x.id, ${personJson("x.id", "$2")} as person from person x where x.id = any($1)` };
export async function findPeople(pool: Pick<Pool, "query">, ids: readonly string[], day: LocalDate): Promise<Map<string, PersonRef>> {
  return new Map((await pool.query<{ id: string; person: PersonRef }>({ ...PEOPLE, values: [ids, day] })).rows.map((row) => [row.id, row.person]));
}

const EARLIER = { name: "fairness_earlier", text: "select e.id from evaluation_period e join evaluation_period now on now.id = $1 and e.kind = now.kind and e.last_month < now.last_month where e.kind <> 'tahunan' order by e.last_month desc limit 2" };
/** The two periods of the same kind before this one. */
export async function findEarlier(pool: Pick<Pool, "query">, periodId: string): Promise<string[]> {
  return (await pool.query<{ id: string }>({ ...EARLIER, values: [periodId] })).rows.map((row) => row.id);
}

export type SourcesRow = { personId: string; hasil: { prioritas: "utama" | "tambahan"; rating: Ekspektasi }[]; perilaku: { perilaku: string; rating: Ekspektasi | null }[]; umpanBalik: { positif: number; netral: number; negatif: number }; rekan: unknown; batas: { sebagianBesar: number; sebagianKecil: number }; bobotRekan: number | null };
const SOURCES = {
  name: "fairness_sources",
  text: `
    select person_id as "personId", (select coalesce(jsonb_agg(jsonb_build_object('prioritas', h -> 'prioritas', 'rating', h -> 'rating')), '[]') from jsonb_array_elements(facts -> 'hasil') h where h ->> 'rating' is not null) as hasil,
           facts -> 'perilaku' as perilaku, facts -> 'umpanBalik' as "umpanBalik", facts -> 'rekan' as rekan, facts #> '{standar,batas}' as batas, (facts #>> '{standar,bobotRekan}')::float8 as "bobotRekan"
      from appraisal where period_id = $1 and is_current and status = 'final' and facts is not null order by person_id`,
};
/** What each suggestion of a period was made from, without the figures of months. */
export async function findSources(pool: Pick<Pool, "query">, periodId: string): Promise<SourcesRow[]> {
  return (await pool.query<SourcesRow>({ ...SOURCES, values: [periodId] })).rows;
}
