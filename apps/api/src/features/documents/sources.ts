import { DOCUMENT_KIND, type DocumentKind, type LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import type { DocumentRef } from "../../official-document.ts";
import { isAngkaKredit, listCreditSources } from "./angka-kredit.ts";
import type { PeriodRow } from "./queries.ts";

export type SourceState = "berlaku" | "digantikan" | "keberatan";
/** A document that somebody has, before it is written. */
export type Source = DocumentRef & {
  kind: DocumentKind;
  year: number; revision: number; state: SourceState;
  /** Null for an SKP, which is of the year. */
  period: PeriodRow | null;
  date: LocalDate;
};

const PERIOD = `json_build_object('id', e.id, 'year', e.year, 'kind', e.kind, 'number', e.number, 'firstMonth', e.first_month, 'lastMonth', e.last_month)`;
const SENT = "m.status in ('submitted', 'checked', 'closed_unreviewed')";
const OF_PERSON = {
  name: "documents_of_person",
  text: `
    select array['skp'] as kinds, s.id as "sourceId", s.year, s.revision, case s.status when 'set' then 'berlaku' else 'digantikan' end as state, null::json as period, coalesce((s.set_at at time zone 'Asia/Jakarta')::date, s.effective_from) as date
      from skp s where s.person_id = $1 and s.status in ('set', 'superseded')
    union all
    select array['pendokumentasian', 'rekaman_umpan_balik'], e.id, e.year, 1, 'berlaku', ${PERIOD}, (e.first_month || '-01')::date
      from evaluation_period e where exists (select from skp s where s.person_id = $1 and s.year = e.year and s.status = 'set') and exists (select from monthly_report m where m.person_id = $1 and m.month between e.first_month and e.last_month and ${SENT})
    union all
    select array['hasil_evaluasi', 'dokumen_evaluasi'], a.id, e.year, a.revision,
           case when not a.is_current then 'digantikan' when exists (select from keberatan k where k.appraisal_id = a.id and k.status <> 'decided') then 'keberatan' else 'berlaku' end, ${PERIOD}, a.finalized_on
      from appraisal a join evaluation_period e on e.id = a.period_id where a.person_id = $1 and a.status = 'final'`,
};
type Row = Omit<Source, keyof DocumentRef> & { kinds: DocumentKind[]; sourceId: string };

/** All documents of a person, newest year first, in the order of the annex. Two queries. */
export async function listSources(pool: Pool, personId: string): Promise<Source[]> {
  const [{ rows }, credits] = await Promise.all([pool.query<Row>({ ...OF_PERSON, values: [personId] }), listCreditSources(pool, [personId])]);
  const sources = [...rows.flatMap(({ kinds, ...row }) => kinds.map((kind): Source => ({ ...row, kind, personId }))), ...credits];
  const place = ({ year, period, kind, revision }: Source): string => `${9999 - year} ${period?.lastMonth ?? ""} ${period?.kind ?? ""} ${DOCUMENT_KIND.indexOf(kind)} ${99 - revision}`;
  return sources.map((source) => ({ source, at: place(source) })).toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ source }) => source);
}

export type Wanted = { readonly kinds: readonly DocumentKind[]; readonly year: number; readonly periodId: string | null };
const OF_PEOPLE = {
  name: "documents_of_people",
  // $1 people in their order, $2 kinds, $3 year, $4 period: what is in force now of each
  text: `
    with who as (select * from unnest($1::uuid[]) with ordinality as w(id, place)),
    e as (select * from evaluation_period where id = $4)
    select k.kind, w.id as "personId", x.id as "sourceId"
      from who w cross join unnest($2::text[]) with ordinality as k(kind, place)
      cross join lateral (
        select s.id from skp s where k.kind = 'skp' and s.person_id = w.id and s.year = $3 and s.status = 'set'
        union all
        select e.id from e where k.kind in ('pendokumentasian', 'rekaman_umpan_balik') and exists (select from skp s where s.person_id = w.id and s.year = e.year and s.status = 'set')
           and exists (select from monthly_report m where m.person_id = w.id and m.month between e.first_month and e.last_month and ${SENT})
        union all
        select a.id from appraisal a join e on e.id = a.period_id where k.kind in ('hasil_evaluasi', 'dokumen_evaluasi') and a.person_id = w.id and a.status = 'final' and a.is_current) x
     order by w.place, k.place`,
};
/** The documents of these people that a job makes, person by person. One query, two with angka kredit. */
export async function listWanted(pool: Pool, people: readonly string[], { kinds, year, periodId }: Wanted): Promise<DocumentRef[]> {
  const ordered = DOCUMENT_KIND.filter((kind) => kinds.includes(kind));
  const { rows } = await pool.query<DocumentRef>({ ...OF_PEOPLE, values: [people, ordered, year, periodId] });
  if (!ordered.some(isAngkaKredit)) return rows;
  const credits = (await listCreditSources(pool, people)).filter((one) => one.year === year && ordered.includes(one.kind)).map(({ kind, personId, sourceId }): DocumentRef => ({ kind, personId, sourceId }));
  const places = new Map(people.map((id, i) => [id, i]));
  // A stable sort: angka kredit come after the other documents of the same person.
  return [...rows, ...credits].toSorted((a, b) => (places.get(a.personId) ?? 0) - (places.get(b.personId) ?? 0));
}

const IN_UNIT = {
  name: "documents_people_of_unit",
  text: `
    with tree as (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2)),
    top as (select n.* from unit_node n join tree on tree.id = n.tree_id where n.unit_id = $1)
    select p.id from placement l join person p on p.id = l.person_id join unit_node n on n.unit_id = l.unit_id join tree on tree.id = n.tree_id join top on n.ord between top.ord and top.last_ord
     where l.kind = 'definitif' and l.valid_from <= $2 and (l.valid_until is null or l.valid_until > $2) order by n.ord, p.name, p.id`,
};
/** Who sits in a unit or below it on a day, unit by unit. */
export async function listPeopleOfUnit(pool: Pool, unitId: string, day: LocalDate): Promise<string[]> {
  return (await pool.query<{ id: string }>({ ...IN_UNIT, values: [unitId, day] })).rows.map(({ id }) => id);
}
