import type { Kewajiban, LocalDate, Month, TindakLanjutPemilik, TindakLanjutStatus } from "@teraju/domain";
import type { Pool } from "pg";
import { headOf, seatsOf } from "../../meeting.ts";
import { IS_SUBMITTED } from "../../tree.ts";

const TREE = "tree as (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2))";

/** One who is invited, by their seat of the day. `childId`: the office that they head, in a cascade. */
export type Invited = { personId: string; name: string; jabatan: string | null; unitId: string; unit: string; childId: string | null; isHead: boolean };

const INVITED = {
  name: "meeting_invited",
  text: `with ${TREE}, m as (select unit_id, $3::boolean as is_cascade from evaluation_meeting where id = $1)
    select seat.person_id as "personId", p.name, j.name as jabatan, seat.unit_id as "unitId", seat.unit_name as unit, seat.child_id as "childId", seat.is_head as "isHead"
      from m cross join lateral (${seatsOf("m", "$2")}) seat join person p on p.id = seat.person_id
      join placement s on s.person_id = p.id and s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2) join jabatan j on j.id = s.jabatan_id
     order by seat.ord, p.name, p.id`,
};
/** Everybody whom the meeting invites, in the order of the offices. */
export async function findInvited(pool: Pool, meetingId: string, day: LocalDate, isCascade: boolean): Promise<Invited[]> {
  return (await pool.query<Invited>({ ...INVITED, values: [meetingId, day, isCascade] })).rows;
}

/** An office directly below, in a cascade: its head of the day (who may stand in), its people, its own meeting of the month. */
export type Child = { unitId: string; name: string; kind: string; headId: string | null; people: number; obliged: number; submitted: number; toDiscuss: number; meeting: { id: string; date: LocalDate; status: string } | null; heldOn: LocalDate | null; decisions: number; named: { name: string; note: string | null }[] };

const CHILDREN = {
  name: "meeting_children",
  text: `with ${TREE}, m as (select unit_id, month from evaluation_meeting where id = $1),
    kid as (select n.unit_id, n.name, n.kind, n.ord, n.last_ord, m.month from m join unit_node n on n.parent_id = m.unit_id join tree on tree.id = n.tree_id)
    select k.unit_id as "unitId", k.name, k.kind, ${headOf("k.unit_id", "$2")} as "headId",
      (select count(*)::int from placement s join unit_node n on n.unit_id = s.unit_id join tree on tree.id = n.tree_id
        where n.ord between k.ord and k.last_ord and s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2)) as people,
      (select count(*)::int from monthly_report r where r.month = k.month and r.unit_id in (select n.unit_id from unit_node n join tree on tree.id = n.tree_id where n.ord between k.ord and k.last_ord) and r.kewajiban = 'wajib_lapor') as obliged,
      (select count(*)::int from monthly_report r where r.month = k.month and r.unit_id in (select n.unit_id from unit_node n join tree on tree.id = n.tree_id where n.ord between k.ord and k.last_ord) and r.kewajiban = 'wajib_lapor' and ${IS_SUBMITTED}) as submitted,
      (select count(distinct r.id)::int from monthly_report r left join report_row x on x.report_id = r.id
        where r.month = k.month and r.unit_id in (select n.unit_id from unit_node n join tree on tree.id = n.tree_id where n.ord between k.ord and k.last_ord) and ${IS_SUBMITTED}
          and (x.is_flagged or x.verdict = 'bahas_di_rapat' or r.bantuan is not null)) as "toDiscuss",
      (select json_build_object('id', c.id, 'date', c.date, 'status', c.status) from evaluation_meeting c where c.unit_id = k.unit_id and c.month = k.month and c.status <> 'cancelled') as meeting,
      (select c.date from evaluation_meeting c where c.unit_id = k.unit_id and c.month = k.month and c.status in ('ended', 'signed')) as "heldOn",
      (select count(*)::int from tindak_lanjut t join evaluation_meeting c on c.id = t.meeting_id where c.unit_id = k.unit_id and c.month = k.month) as decisions,
      coalesce((select json_agg(json_build_object('name', p.name, 'note', i.summary) order by i.position)
         from evaluation_meeting c join meeting_item i on i.meeting_id = c.id and i.is_raised join person p on p.id = i.person_id
        where c.unit_id = k.unit_id and c.month = k.month and c.status in ('ended', 'signed')),
       (select json_agg(q) from (select p.name, left(r.bantuan, 200) as note from monthly_report r join person p on p.id = r.person_id
         where r.month = k.month and r.unit_id in (select n.unit_id from unit_node n join tree on tree.id = n.tree_id where n.ord between k.ord and k.last_ord) and ${IS_SUBMITTED} and r.bantuan is not null order by p.name, p.id limit 5) q), '[]') as named
      from kid k order by k.ord`,
};
/** The offices below the meeting's unit; who is named: whom their own meeting raised, else (not held yet) who asked for help, five at most. */
export async function findChildren(pool: Pool, meetingId: string, day: LocalDate): Promise<Child[]> {
  return (await pool.query<Child>({ ...CHILDREN, values: [meetingId, day] })).rows;
}

/** What a report says to the agenda. */
export type Facts = { personId: string; reportId: string; kewajiban: Kewajiban; isSent: boolean; kendala: string | null; bantuan: string | null; bahasPegawai: number; bahasPenilai: number; targetMeleset: number; capaianTertinggi: number | null; capaianTerendah: number | null };

const FACTS = {
  name: "meeting_facts",
  // What is not sent is its owner's own: not even its counts leave the database.
  text: `select r.person_id as "personId", r.id as "reportId", r.kewajiban, ${IS_SUBMITTED} as "isSent", case when ${IS_SUBMITTED} then r.kendala end as kendala, case when ${IS_SUBMITTED} then r.bantuan end as bantuan,
      count(x.id) filter (where x.is_flagged)::int as "bahasPegawai", count(x.id) filter (where x.verdict = 'bahas_di_rapat')::int as "bahasPenilai",
      count(x.id) filter (where x.capaian < $3)::int as "targetMeleset", max(x.capaian)::float8 as "capaianTertinggi", min(x.capaian)::float8 as "capaianTerendah"
    from monthly_report r left join report_row x on x.report_id = r.id and ${IS_SUBMITTED} where r.month = $1 and r.person_id = any($2) group by r.id`,
};
/** The month's reports of these people; `under` in percent: a row below it missed its target. */
export async function findFacts(pool: Pool, month: Month, personIds: readonly string[], under: number): Promise<Map<string, Facts>> {
  const { rows } = await pool.query<Facts>({ ...FACTS, values: [month, personIds, under] });
  return new Map(rows.map((row) => [row.personId, row]));
}

const TURNS = {
  name: "meeting_turns",
  text: `select i.key, i.status, m.month, (row_number() over (partition by m.id order by i.position) - 1)::int as place, count(*) over (partition by m.id)::int as speakers
      from evaluation_meeting m join meeting_item i on i.meeting_id = m.id and i.kind in ('person', 'unit')
     where m.unit_id = (select unit_id from evaluation_meeting where id = $1) and m.status in ('ended', 'signed')
       and m.month < (select month from evaluation_meeting where id = $1) and m.month >= to_char(((select month from evaluation_meeting where id = $1) || '-01')::date - interval '12 months', 'YYYY-MM')
     order by m.month desc, i.position`,
};
export type Turn = { giliran: number[]; isPertama: boolean; isDitunda: boolean };
/** By key (person, or unit in a cascade): places at the unit's meetings of the twelve months before, and how it went at the last one. */
export async function findTurns(pool: Pool, meetingId: string): Promise<Map<string, Turn>> {
  const { rows } = await pool.query<{ key: string; status: string; month: Month; place: number; speakers: number }>({ ...TURNS, values: [meetingId] });
  const last = rows[0]?.month;
  const turns = new Map<string, Turn>();
  for (const row of rows) {
    const turn = turns.get(row.key) ?? { giliran: [], isPertama: false, isDitunda: false };
    turn.giliran.push(row.speakers > 1 ? row.place / (row.speakers - 1) : 0.5);
    if (row.month === last) Object.assign(turn, { isPertama: row.place === 0, isDitunda: row.status === "ditunda" });
    turns.set(row.key, turn);
  }
  return turns;
}

/** A promise that may open the meeting; `jalur`: units from the city down to its owner's, null where they have left. */
export type Candidate = { id: string; text: string; due: LocalDate; status: TindakLanjutStatus; pemilik: TindakLanjutPemilik; unitAsal: string; ownerId: string | null; owner: string | null; jalur: string[] | null; lastAnswer: string | null };

const CANDIDATES = {
  name: "meeting_promises",
  text: `with ${TREE}, m as (select id, unit_id, month, date from evaluation_meeting where id = $1),
    before as (select o.id, o.date from evaluation_meeting o, m where o.unit_id = m.unit_id and o.month < m.month and o.status in ('ended', 'signed') order by o.month desc limit 1)
    select t.id, t.text, t.due, t.status, t.pemilik, t.unit_id as "unitAsal", t.owner_id as "ownerId",
      coalesce((select p.name from person p where p.id = t.owner_id), (select n.name from unit_node n join tree on tree.id = n.tree_id where n.unit_id = t.unit_id)) as owner,
      (select array_agg(up.unit_id order by up.depth) from placement s join unit_node n on n.unit_id = s.unit_id join tree on tree.id = n.tree_id
         join unit_node up on up.tree_id = n.tree_id and n.ord between up.ord and up.last_ord
        where s.person_id = t.owner_id and s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2)) as jalur,
      (select a.jawaban from tindak_lanjut_answer a where a.tindak_lanjut_id = t.id order by a.month desc limit 1) as "lastAnswer"
      from tindak_lanjut t join evaluation_meeting o on o.id = t.meeting_id, m
     where o.id <> m.id and o.status in ('ended', 'signed') and o.month < m.month and (t.unit_id = m.unit_id or t.owner_id = any($3))
       and (t.status = 'terbuka' or (t.status <> 'dibatalkan' and t.closed_on >= coalesce((select date from before), '-infinity')))
     order by (t.status <> 'terbuka'), t.due, t.id`,
};
/** Promises of earlier meetings that are open, or were kept since the meeting before, of the unit or of these people; the oldest first. */
export async function findCandidates(pool: Pool, meetingId: string, day: LocalDate, personIds: readonly string[]): Promise<Candidate[]> {
  return (await pool.query<Candidate>({ ...CANDIDATES, values: [meetingId, day, personIds] })).rows;
}

const SAID = {
  name: "meeting_said",
  text: `select person_id as "personId", headline, photo_ids as "photoIds", is_private as "isPrivate", attendance, reason, via, slide_version as "slideVersion" from meeting_participant where meeting_id = $1`,
};
export type Said = { personId: string; headline: string | null; photoIds: string[]; isPrivate: boolean; attendance: string; reason: string | null; via: string | null; slideVersion: number };
/** What participants have said of themselves so far. */
export async function findSaid(pool: Pool, meetingId: string): Promise<Map<string, Said>> {
  return new Map((await pool.query<Said>({ ...SAID, values: [meetingId] })).rows.map((row) => [row.personId, row]));
}

const CHOICES = { name: "meeting_choices", text: `select key, position, minutes from meeting_choice where meeting_id = $1 order by position nulls last, key` };
export async function findChoices(pool: Pool, meetingId: string): Promise<{ key: string; position: number | null; minutes: number | null }[]> {
  return (await pool.query<{ key: string; position: number | null; minutes: number | null }>({ ...CHOICES, values: [meetingId] })).rows;
}
