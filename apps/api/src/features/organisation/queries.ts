import type { LocalDate, Month, organisation as rules } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/audit.ts";

/** The tree in force on that day, in pre-order. */
export async function findTree(tx: Tx, on: LocalDate): Promise<rules.OrgUnit[]> {
  const { rows } = await tx.execute<rules.OrgUnit>(sql`
    select n.unit_id as "unitId", n.parent_id as "parentId", n.name, n.short_name as "shortName", n.kind from unit_node n join tree_version t on t.id = n.tree_id
     where t.valid_from <= ${on} and (t.valid_until is null or t.valid_until > ${on}) order by n.ord`);
  return rows;
}

export type Head = { personId: string; penilaiId: string | null };
/** Who leads a unit on that day, a definitive head before a Plt. or Plh., and who rates them; null where nobody does. */
export async function findHead(tx: Tx, unitId: string, on: LocalDate): Promise<Head | null> {
  const { rows } = await tx.execute<Head>(sql`
    select s.person_id as "personId", r.penilai_id as "penilaiId" from placement s join jabatan j on j.id = s.jabatan_id and j.is_head
      left join penilai_relation r on r.pegawai_id = s.person_id and r.valid_from <= ${on} and (r.valid_until is null or r.valid_until > ${on})
     where s.unit_id = ${unitId} and s.valid_from <= ${on} and (s.valid_until is null or s.valid_until > ${on})
     order by array_position(array['definitif', 'plt', 'plh'], s.kind), s.valid_from desc limit 1`);
  return rows[0] ?? null;
}

/** Whether anybody sits in the unit on that day or is going to. */
export async function hasSeats(tx: Tx, unitId: string, from: LocalDate): Promise<boolean> {
  return (await tx.execute(sql`select 1 from placement where unit_id = ${unitId} and (valid_until is null or valid_until > ${from}) limit 1`)).rows.length > 0;
}

/**
 * Whoever sits in the unit on that day, or is going to, sits in the other one from then on, on a post of the same name that leads
 * nothing. What was until that day is not touched. Gives the people, each once.
 */
export async function moveSeats(tx: Tx, { unitId, into, from }: { unitId: string; into: string; from: LocalDate }): Promise<string[]> {
  const { rows } = await tx.execute<{ personId: string; postId: string; kind: string; until: LocalDate | null; begins: boolean }>(sql`
    with seat as (select s.*, j.name, j.jenis, j.jenjang from placement s join jabatan j on j.id = s.jabatan_id
                   where s.unit_id = ${unitId} and (s.valid_until is null or s.valid_until > ${from}) for update of s),
    post as materialized (select p.old, gen_random_uuid() as id, p.name, p.jenis, p.jenjang from (select distinct jabatan_id as old, name, jenis, jenjang from seat) p),
    made as (insert into jabatan (id, unit_id, name, jenis, jenjang, is_head) select id, ${into}, name, jenis, jenjang, false from post),
    ended as (update placement p set valid_until = ${from} from seat where p.id = seat.id and seat.valid_from < ${from}),
    turned as (update placement p set unit_id = ${into}, jabatan_id = post.id from seat join post on post.old = seat.jabatan_id where p.id = seat.id and seat.valid_from >= ${from})
    select seat.person_id as "personId", post.id as "postId", seat.kind, seat.valid_until::text as until, (seat.valid_from < ${from}) as begins
      from seat join post on post.old = seat.jabatan_id order by 1`);
  // A statement of its own: the exclusion of two posts at once sees the ends that the one before it wrote.
  await tx.execute(sql`
    insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from, valid_until)
    select gen_random_uuid(), d."personId", d."postId", ${into}, d.kind, ${from}::date, d.until
      from jsonb_to_recordset(${JSON.stringify(rows.filter(({ begins }) => begins))}::jsonb) as d("personId" uuid, "postId" uuid, kind text, until date)`);
  return [...new Set(rows.map(({ personId }) => personId))];
}

export type HandOver = { pegawaiId: string; name: string; before: string; after: string };
type Line = { old: string; head: Head; from: LocalDate; basis: string };
/**
 * Whom the old head rated, or stood above, in the unit and below it (`people`), the other unit's head does from that day on: the
 * relation in force ends, the next begins, and one that had not begun is turned. Gives those whose penilai is another one.
 */
export async function moveRelations(tx: Tx, people: readonly string[], { old, head, from, basis }: Line): Promise<HandOver[]> {
  const { rows } = await tx.execute<HandOver & { atasan: string | null; until: LocalDate | null; begins: boolean }>(sql`
    with line as (
      select r.*, case when r.penilai_id = ${old} then ${head.personId}::uuid else r.penilai_id end as to_penilai,
             case when r.penilai_id = ${old} then ${head.penilaiId}::uuid else ${head.personId}::uuid end as to_atasan
        from penilai_relation r where r.pegawai_id in (select jsonb_array_elements_text(${JSON.stringify(people)}::jsonb)::uuid) and r.pegawai_id <> ${head.personId}
         and ${old} in (r.penilai_id, r.atasan_id) and (r.valid_until is null or r.valid_until > ${from}) for update),
    turned as (update penilai_relation r set penilai_id = line.to_penilai, atasan_id = line.to_atasan, basis = ${basis} from line where r.id = line.id and line.valid_from >= ${from}),
    ended as (update penilai_relation r set valid_until = ${from} from line where r.id = line.id and line.valid_from < ${from} returning r.id)
    select line.pegawai_id as "pegawaiId", p.name, line.penilai_id as before, line.to_penilai as after, line.to_atasan as atasan, line.valid_until::text as until, (line.valid_from < ${from}) as begins
      from line join person p on p.id = line.pegawai_id order by 1`);
  const next = rows.filter(({ begins }) => begins);
  await tx.execute(sql`
    insert into penilai_relation (id, pegawai_id, penilai_id, atasan_id, basis, valid_from, valid_until)
    select gen_random_uuid(), d."pegawaiId", d.after, d.atasan, ${basis}, ${from}::date, d.until
      from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as d("pegawaiId" uuid, after uuid, atasan uuid, until date)`);
  return rows.filter(({ before, after }) => before !== after).map(({ pegawaiId, name, before, after }) => ({ pegawaiId, name, before, after }));
}

/** Everybody with a definitive post in the unit or below it on that day. */
export async function findPeopleBelow(tx: Tx, unitId: string, on: LocalDate): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with tree as (select id from tree_version where valid_from <= ${on} and (valid_until is null or valid_until > ${on})),
    it as (select n.ord, n.last_ord from unit_node n join tree on tree.id = n.tree_id where n.unit_id = ${unitId})
    select distinct s.person_id as id from placement s join unit_node n on n.unit_id = s.unit_id join tree on tree.id = n.tree_id join it on n.ord between it.ord and it.last_ord
     where s.valid_until is null or s.valid_until > ${on}`);
  return rows.map(({ id }) => id);
}

/** Reports of the unit in months that read the next tree hang on the unit that took it over; ratings of past months stay where they are. */
export async function moveReportsOfUnit(tx: Tx, { unitId, into, from }: { unitId: string; into: string; from: LocalDate }): Promise<void> {
  await tx.execute(sql`update monthly_report set unit_id = ${into}, version = version + 1 where unit_id = ${unitId} and month >= ${from.slice(0, 7)} and (month || '-28')::date >= ${from}::date`);
}

/** Sent and returned reports of months from that one on go to the new penilai; each gets a new version. Gives how many. */
export async function moveSentReports(tx: Tx, moved: readonly HandOver[], from: Month): Promise<number> {
  const { rows } = await tx.execute(sql`
    update monthly_report r set penilai_id = d.after, version = r.version + 1 from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as d("pegawaiId" uuid, after uuid)
     where r.person_id = d."pegawaiId" and r.month >= ${from} and r.status in ('submitted', 'returned') and r.penilai_id is distinct from d.after returning r.id`);
  return rows.length;
}
