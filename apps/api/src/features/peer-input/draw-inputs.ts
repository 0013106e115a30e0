import { CHANGES_AT_A_LEAVE, type DrawInput, type LocalDate, type Month, monthOf, type PeerGroup } from "@teraju/domain";
import type { Pool } from "pg";
import { startOf } from "../../opd-start.ts";
import type { Cycle } from "./cycle-queries.ts";
import { periodOf } from "./cycle-view.ts";
import type { Drawn, HandedOver } from "./draw-core.ts";
import { TREE_CTE } from "../../tree.ts";

const PEOPLE = {
  name: "peer_draw_people",
  // $1 first day of answers, $2 last, $3 months together: who came later is neither asked nor asked about, since nobody knows them yet;
  // nor who belongs to an OPD that uses Teraju only from a month after $4
  text: `
    select p.id, s.unit_id as unit, r.penilai_id as penilai
      from placement s join person p on p.id = s.person_id and p.jenis in ('pns', 'pppk')
      left join penilai_relation r on r.pegawai_id = p.id and r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1)
     where s.kind = 'definitif' and s.valid_from <= $1::date - make_interval(months => $3) and (s.valid_until is null or s.valid_until > $2)
       and not coalesce(${startOf("p.id", "$1::date")} > $4, false)
     order by p.id`,
};
const UNITS = {
  name: "peer_draw_units",
  // Units that work together: the one above, those below, and those beside it under the same head; not beside it under the city.
  text: `
    with ${TREE_CTE},
    node as (select n.unit_id, n.parent_id, n.kind from unit_node n join tree on tree.id = n.tree_id where n.kind <> 'kota')
    select n.unit_id as id, coalesce(array_agg(o.unit_id order by o.unit_id) filter (where o.unit_id is not null), '{}') as "worksWith"
      from node n left join node o on o.unit_id <> n.unit_id and (o.unit_id = n.parent_id or o.parent_id = n.unit_id
           or (o.parent_id = n.parent_id and exists (select from node above where above.unit_id = n.parent_id)))
     group by n.unit_id order by n.unit_id`,
};
const CHOICES = { name: "peer_draw_choices", text: "select person_id as person, other_id as rater, kind from peer_choice where cycle_id = $1 order by person_id, other_id" };
const RELATIONS = {
  name: "peer_draw_relations",
  // The newest statement of each person, of this cycle or an earlier one.
  text: `
    with newest as (select distinct on (s.person_id) s.person_id, s.cycle_id from peer_statement s join peer_cycle c on c.id = s.cycle_id where (c.year, c.semester) <= ($1::int, $2::int) order by s.person_id, c.year desc, c.semester desc)
    select r.person_id, r.other_id from peer_relation r join newest using (person_id, cycle_id) order by 1, 2`,
};
const PREVIOUS = {
  name: "peer_draw_previous",
  text: `select i.rater_id, i.subject_id from peer_invite i where i."rater_group" = 'rekan' and i.cycle_id = (select id from peer_cycle where (year, semester) < ($1::int, $2::int) order by year desc, semester desc limit 1) order by 1, 2`,
};

/** An OPD takes part that uses Teraju by the semester's last month, and by the first of the answers: a semester of which nothing is on record is nobody's to look back on. */
function lastStart({ year, semester, answersFrom }: Cycle): Month {
  const end: Month = `${year}-${semester === 1 ? "06" : "12"}`;
  return monthOf(answersFrom) < end ? monthOf(answersFrom) : end;
}

/** All that a cycle's draw is made from, as the city stands on `on`, in one plain value that is kept for the verifiers. Five queries. */
export async function loadDrawInput(pool: Pool, cycle: Cycle, on: LocalDate = cycle.answersFrom): Promise<DrawInput> {
  const { perOrang, lintasUnit, bawahan, bulanBersama } = cycle.rekan;
  const [people, units, choices, banned, previous] = await Promise.all([
    pool.query<{ id: string; unit: string; penilai: string | null }>({ ...PEOPLE, values: [on, cycle.answersUntil, bulanBersama, lastStart(cycle)] }),
    pool.query<{ id: string; worksWith: string[] }>({ ...UNITS, values: [on] }),
    pool.query<{ person: string; rater: string; kind: "veto" | "suggestion" }>({ ...CHOICES, values: [cycle.id] }),
    pool.query<{ person_id: string; other_id: string }>({ ...RELATIONS, values: [cycle.year, cycle.semester] }),
    pool.query<{ rater_id: string; subject_id: string }>({ ...PREVIOUS, values: [cycle.year, cycle.semester] }),
  ]);
  const named = (kind: "veto" | "suggestion") => choices.rows.filter((one) => one.kind === kind).map(({ person, rater }) => ({ person, rater }));
  return {
    period: periodOf(cycle), people: people.rows, units: units.rows, banned: banned.rows.map((one) => [one.person_id, one.other_id] as const),
    ratersPerPerson: perOrang, crossUnitPerPerson: lintasUnit, bawahanPerPenilai: bawahan,
    vetoes: named("veto"), suggestions: named("suggestion"), previous: previous.rows.map((one) => [one.rater_id, one.subject_id] as const),
  };
}

const MOVES = {
  name: "peer_draw_moves",
  // $1 ids of the draw, $2 today, $3 last day of answers: nobody's post, and nobody's presence, is a secret
  text: `
    select x.id, exists (select from placement s where s.person_id = x.id and s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2)) as "isHere",
           exists (select from absence a where a.person_id = x.id and a.valid_from <= $2 and (a.valid_until is null or a.valid_until > $3)) as "isAway"
      from unnest($1::uuid[]) x(id)`,
};
/** Who of the draw has left since (asked no more, and nobody is asked about them), and who is away until the answers are in (asked no more). */
export async function findMoves(pool: Pool, ids: readonly string[], { today, until }: { today: string; until: string }): Promise<{ left: string[]; gone: string[] }> {
  const { rows } = await pool.query<{ id: string; isHere: boolean; isAway: boolean }>({ ...MOVES, values: [ids, today, until] });
  return { left: rows.filter((one) => !one.isHere).map((one) => one.id).sort(), gone: rows.filter((one) => !one.isHere || one.isAway).map((one) => one.id).sort() };
}

const WANTED = {
  name: "peer_replacements_wanted",
  // Declined forms of each person and group; those of raters who are gone, at most $4 of each; $6 for each who came ($5); less what was drawn
  // for it so far. A form that was handed over is asked of somebody else already.
  text: `
    with asked as (
      select subject_id, "rater_group", 1 as n from peer_response where cycle_id = $1 and state = 'declined'
      union all select subject_id, "rater_group", 1 from (select i.*, row_number() over (partition by i.rater_id order by i.subject_id) as nth from peer_invite i left join peer_handover h using (cycle_id, rater_id, subject_id) where i.cycle_id = $1 and i.rater_id = any($2::uuid[]) and h.rater_id is null) g where g.nth <= $4
      union all select j.id, 'rekan', $6::int from unnest($5::uuid[]) j(id)),
    wanted as (select subject_id, "rater_group", sum(n)::int as n from asked where subject_id <> all($3::uuid[]) group by 1, 2),
    replaced as (
      select subject_id, "rater_group", sum(n)::int as n from (
        select subject_id, "rater_group", 1 as n from peer_invite where cycle_id = $1 and draw_number > 0
        union all select subject_id, 'rekan', -1 from peer_handover where cycle_id = $1) x group by 1, 2)
    select d.subject_id as ratee, d."rater_group" as "group", d.n - coalesce(r.n, 0) as count
      from wanted d left join replaced r using (subject_id, "rater_group") where d.n > coalesce(r.n, 0) order by 1, 2`,
};
export type Wanted = { ratee: string; group: PeerGroup; count: number };
type Moved = { gone: readonly string[]; left: readonly string[]; joined: readonly string[]; perPerson: number };
/** How many raters are lacking for whom. That somebody who is gone had answered is not asked: a voice more does no harm, a mark beside a name would. */
export async function findWanted(pool: Pool, cycleId: string, { gone, left, joined, perPerson }: Moved): Promise<Wanted[]> {
  return (await pool.query<Wanted>({ ...WANTED, values: [cycleId, gone, left, CHANGES_AT_A_LEAVE, joined, perPerson] })).rows;
}

const DRAWN = { name: "peer_drawn", text: `select rater_id as "raterId", subject_id as "subjectId", "rater_group" as "group", because, draw_number as "number" from peer_invite where cycle_id = $1 order by draw_number, subject_id, rater_id` };
export type NumberedPair = Drawn & { number: number };
/** All that was drawn for a cycle, in the order of draws and of ids, which tells nothing. */
export async function findDrawn(pool: Pool, cycleId: string): Promise<NumberedPair[]> {
  return (await pool.query<NumberedPair>({ ...DRAWN, values: [cycleId] })).rows;
}

const HANDED_OVER = { name: "peer_handed_over", text: `select rater_id as "raterId", subject_id as "subjectId", draw_number as "number" from peer_handover where cycle_id = $1 order by draw_number, subject_id, rater_id` };
export async function findHandedOver(pool: Pool, cycleId: string): Promise<(HandedOver & { number: number })[]> {
  return (await pool.query<HandedOver & { number: number }>({ ...HANDED_OVER, values: [cycleId] })).rows;
}

const STORED = { name: "peer_draw_stored", text: "select number, inputs, root from peer_draw where cycle_id = $1 order by number" };
export type StoredDraw = { number: number; inputs: unknown; root: string };
export async function findStoredDraws(pool: Pool, cycleId: string): Promise<StoredDraw[]> {
  return (await pool.query<StoredDraw>({ ...STORED, values: [cycleId] })).rows;
}

const UNITS_DRAWN = {
  name: "peer_draw_units_drawn",
  text: `select p ->> 'id' as id, p ->> 'unit' as unit from peer_draw d, jsonb_array_elements(coalesce(d.inputs -> 'people', '[]') || coalesce(d.inputs -> 'joined', '[]')) p where d.cycle_id = $1 order by d.number`,
};
/** The unit of everybody who took part in a cycle, as its draws knew it. */
export async function findUnitsDrawn(pool: Pool, cycleId: string): Promise<Map<string, string>> {
  return new Map((await pool.query<{ id: string; unit: string }>({ ...UNITS_DRAWN, values: [cycleId] })).rows.map(({ id, unit }) => [id, unit]));
}
