import type { LocalDate, Month, organisation as rules, organisationRaters as raters, PenempatanKind } from "@teraju/domain";
import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "#db/audit.ts";
import { inForceOn } from "../../person-sql.ts";

type Reads = Pick<Tx, "execute">;
/** Rows of a list as one parameter. */
const rowsOf = (list: readonly unknown[]): SQL => sql`${JSON.stringify(list)}::jsonb`;
const idsOf = (ids: readonly string[]): SQL => sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;
/** Open on that day; a post without a first day was there before what is recorded. */
const openOn = (post: string, day: LocalDate): SQL => sql`(${sql.raw(post)}.valid_from is null or ${sql.raw(post)}.valid_from <= ${day}) and (${sql.raw(post)}.valid_until is null or ${sql.raw(post)}.valid_until > ${day})`;

/** The tree in force on that day, in pre-order. */
export async function findTree(tx: Reads, day: LocalDate): Promise<rules.OrgUnit[]> {
  const { rows } = await tx.execute<rules.OrgUnit>(sql`
    select n.unit_id as "unitId", n.parent_id as "parentId", n.name, n.short_name as "shortName", n.kind from unit_node n join tree_version t on t.id = n.tree_id where ${inForceOn("t", day)} order by n.ord`);
  return rows;
}

/** Who sits in these units on that day. */
export async function findSeats(tx: Reads, units: readonly string[], day: LocalDate): Promise<raters.OrgSeat[]> {
  const { rows } = await tx.execute<raters.OrgSeat>(sql`
    select s.person_id as "personId", s.unit_id as "unitId", j.is_head as "isHead", s.kind from placement s join jabatan j on j.id = s.jabatan_id
     where ${inForceOn("s", day)} and s.unit_id in ${idsOf(units)} order by s.valid_from desc, s.person_id`);
  return rows;
}

/** Who rates these people on that day, and who stands above. */
export async function findRatings(tx: Reads, people: readonly string[], day: LocalDate): Promise<raters.Rating[]> {
  const { rows } = await tx.execute<raters.Rating>(sql`
    select r.pegawai_id as "pegawaiId", r.penilai_id as "penilaiId", r.atasan_id as "atasanId" from penilai_relation r where ${inForceOn("r", day)} and r.pegawai_id in ${idsOf(people)} order by 1`);
  return rows;
}

/** Units where these people sit on that day, and where those sit whom one of them rates or stands above. */
export async function findHomes(tx: Reads, people: readonly string[], day: LocalDate): Promise<string[]> {
  const { rows } = await tx.execute<{ unitId: string }>(sql`
    with one as (select * from jsonb_array_elements_text(${JSON.stringify(people)}::jsonb) as d(id)),
    all_of as (select id::uuid from one union select r.pegawai_id from penilai_relation r where ${inForceOn("r", day)} and (r.penilai_id in (select id::uuid from one) or r.atasan_id in (select id::uuid from one)))
    select distinct s.unit_id as "unitId" from placement s join all_of on all_of.id = s.person_id where ${inForceOn("s", day)}`);
  return rows.map(({ unitId }) => unitId);
}

/** People of one unit who sit there on that day or are going to. */
export async function findPeopleOf(tx: Reads, unitId: string, from: LocalDate): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`select distinct person_id as id from placement where unit_id = ${unitId} and (valid_until is null or valid_until > ${from}) order by 1`);
  return rows.map(({ id }) => id);
}

/** How many sit definitively in each of these units on that day; a unit without anybody is left out. */
export async function countPeople(tx: Reads, units: readonly string[], day: LocalDate): Promise<Map<string, number>> {
  if (units.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: string; people: number }>(sql`select s.unit_id as id, count(*)::int as people from placement s where s.unit_id in ${idsOf(units)} and s.kind = 'definitif' and ${inForceOn("s", day)} group by 1`);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** The post that leads a unit and who holds it definitively on that day, the newest first. */
export async function findHeadPost(tx: Reads, unitId: string, day: LocalDate): Promise<{ postId: string; jenis: string; jenjang: string | null; personId: string | null } | null> {
  const { rows } = await tx.execute<{ postId: string; jenis: string; jenjang: string | null; personId: string | null }>(sql`
    select j.id as "postId", j.jenis, j.jenjang, s.person_id as "personId" from jabatan j left join placement s on s.jabatan_id = j.id and s.kind = 'definitif' and ${inForceOn("s", day)}
     where j.unit_id = ${unitId} and j.is_head and ${openOn("j", day)} order by s.valid_from desc nulls last, j.id desc limit 1`);
  return rows[0] ?? null;
}

type Moved = { personId: string; postId: string; kind: PenempatanKind; until: LocalDate | null; begins: boolean };
/**
 * Whoever sits in the unit on that day, or is going to, sits in the other one from then on, on a post of the same name that leads
 * nothing; with `people`, only these. What was until that day is not touched.
 */
export async function moveSeats(tx: Tx, { unitId, into, from, people = null, onPost = null }: { unitId: string; into: string; from: LocalDate; people?: readonly string[] | null; onPost?: string | null }): Promise<void> {
  const chosen = people === null ? sql`true` : sql`s.person_id in ${idsOf(people)}`;
  const post = onPost === null ? sql`true` : sql`s.jabatan_id = ${onPost}`;
  const { rows } = await tx.execute<Moved>(sql`
    with seat as (select s.*, j.name, j.jenis, j.jenjang from placement s join jabatan j on j.id = s.jabatan_id
                   where s.unit_id = ${unitId} and (s.valid_until is null or s.valid_until > ${from}) and ${chosen} and ${post} for update of s),
    post as materialized (select p.old, gen_random_uuid() as id, p.name, p.jenis, p.jenjang from (select distinct jabatan_id as old, name, jenis, jenjang from seat) p),
    made as (insert into jabatan (id, unit_id, name, jenis, jenjang, is_head, valid_from) select id, ${into}, name, jenis, jenjang, false, ${from}::date from post),
    ended as (update placement p set valid_until = ${from} from seat where p.id = seat.id and seat.valid_from < ${from}),
    turned as (update placement p set unit_id = ${into}, jabatan_id = post.id from seat join post on post.old = seat.jabatan_id where p.id = seat.id and seat.valid_from >= ${from})
    select seat.person_id as "personId", post.id as "postId", seat.kind, seat.valid_until::text as until, (seat.valid_from < ${from}) as begins
      from seat join post on post.old = seat.jabatan_id order by 1`);
  // A statement of its own: the exclusion of two posts at once sees the ends that the one before it wrote.
  await tx.execute(sql`
    insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from, valid_until)
    select gen_random_uuid(), d."personId", d."postId", ${into}, d.kind, ${from}::date, d.until
      from jsonb_to_recordset(${rowsOf(rows.filter(({ begins }) => begins))}) as d("personId" uuid, "postId" uuid, kind text, until date)`);
}

export async function addPost(tx: Tx, { postId, unitId, name, jenis, jenjang, isHead }: Omit<rules.PeopleChange & { kind: "post" }, "kind">, from: LocalDate): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`insert into jabatan (id, unit_id, name, jenis, jenjang, is_head, valid_from) values (${postId}, ${unitId}, ${name}, ${jenis}, ${jenjang}, ${isHead}, ${from}) on conflict do nothing`);
  return rowCount === 1;
}

export type Post = { unitId: string; isHead: boolean; /** The day on which it closes, where that is planned. */ until: LocalDate | null; holders: string[] };
/** Closes a post on that day. */
export async function closePost(tx: Tx, postId: string, from: LocalDate): Promise<void> {
  await tx.execute(sql`update jabatan set valid_until = greatest(${from}::date, valid_from) where id = ${postId}`);
}

/** What somebody sat on goes along with them: of a unit, or of these people alone, the posts that nobody sits on any more close. A post that leads what stays does not. */
export async function closeLeftPosts(tx: Tx, { unitId, from, people = null }: { unitId: string; from: LocalDate; people?: readonly string[] | null }): Promise<void> {
  const left = people === null ? sql`true` : sql`not j.is_head and exists (select from placement s where s.jabatan_id = j.id and s.valid_until = ${from} and s.person_id in ${idsOf(people)})`;
  await tx.execute(sql`
    update jabatan j set valid_until = greatest(${from}::date, j.valid_from) where j.unit_id = ${unitId} and (j.valid_until is null or j.valid_until > ${from}) and ${left}
       and not exists (select from placement s where s.jabatan_id = j.id and (s.valid_until is null or s.valid_until > ${from}))`);
}

/** Whether anybody sits on the post on that day or later, in whatever way. */
export async function isHeld(tx: Reads, postId: string, from: LocalDate): Promise<boolean> {
  return (await tx.execute(sql`select from placement where jabatan_id = ${postId} and (valid_until is null or valid_until > ${from}) limit 1`)).rows.length > 0;
}

/** A post that is open on that day, and who holds it definitively on that day or later. */
export async function findPost(tx: Reads, postId: string, from: LocalDate): Promise<Post | null> {
  const { rows } = await tx.execute<Post>(sql`
    select j.unit_id as "unitId", j.is_head as "isHead", j.valid_until::text as until,
      coalesce((select json_agg(s.person_id) from placement s where s.jabatan_id = j.id and s.kind = 'definitif' and (s.valid_until is null or s.valid_until > ${from})), '[]') as holders from jabatan j where j.id = ${postId} and ${openOn("j", from)}`);
  return rows[0] ?? null;
}

/** Whether the person sits on a definitive post on that day, and whether another post or penilai of theirs was planned for it or later; null for nobody. */
export async function findPersonOn(tx: Reads, personId: string, from: LocalDate): Promise<{ sits: boolean; isPlanned: boolean } | null> {
  const { rows } = await tx.execute<{ sits: boolean; isPlanned: boolean }>(sql`
    select exists (select from placement s where s.person_id = p.id and s.kind = 'definitif' and ${inForceOn("s", from)}) as sits,
           exists (select from before_placement s where s.person_id = p.id and s.valid_from >= ${from} and (s.valid_until is null or s.valid_until > ${from}))
             or exists (select from penilai_relation r where r.pegawai_id = p.id and r.valid_from >= ${from}) as "isPlanned" from person p where p.id = ${personId}`);
  return rows[0] ?? null;
}

/** Puts a person on a post from that day on; the definitive post held until then ends, and whoever stood in on a post that leads. */
export async function seat(tx: Tx, { personId, postId, unitId, from }: { personId: string; postId: string; unitId: string; from: LocalDate }): Promise<void> {
  await tx.execute(sql`update placement set valid_until = ${from} where valid_from < ${from} and (valid_until is null or valid_until > ${from})
    and ((person_id = ${personId} and (kind = 'definitif' or jabatan_id = ${postId})) or (jabatan_id = ${postId} and kind <> 'definitif'))`);
  await tx.execute(sql`insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) values (gen_random_uuid(), ${personId}, ${postId}, ${unitId}, 'definitif', ${from})`);
}

/** A seat that a step before this one made for the person: this step gives another, or none. */
export async function forgetMade(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`delete from placement where person_id = ${personId} and id not in (select id from before_placement)`);
}

/** Posts that steps made on their way, and nobody sits on; those that the draft asks for stay. */
export async function dropEmptyPosts(tx: Tx, asked: readonly string[]): Promise<void> {
  await tx.execute(sql`delete from jabatan j where not exists (select from before_post b where b.id = j.id) and j.id not in ${idsOf(asked)} and not exists (select from placement s where s.jabatan_id = j.id)`);
}

/** Every post that the person holds ends on that day. */
export async function endSeats(tx: Tx, personId: string, from: LocalDate): Promise<void> {
  await tx.execute(sql`update placement set valid_until = ${from} where person_id = ${personId} and valid_from < ${from} and (valid_until is null or valid_until > ${from})`);
}

/** Whether somebody sits, on that day or later, in a unit that the tree of their days does not have: the draft would lose them. */
export async function hasLostSeats(tx: Reads, from: LocalDate): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from placement s join tree_version t on daterange(t.valid_from, t.valid_until) && daterange(greatest(s.valid_from, ${from}::date), s.valid_until)
     where (s.valid_until is null or s.valid_until > greatest(s.valid_from, ${from}::date)) and s.id in (select id from reorganisation_diff where after_row is not null)
       and not exists (select from unit_node n where n.tree_id = t.id and n.unit_id = s.unit_id) limit 1`);
  return rows.length > 0;
}

/** The relation in force ends and the next begins; one that had not begun is turned. `after` null ends it. */
export async function writeRatings(tx: Tx, changes: readonly raters.RatingChange[], { from, basis }: { from: LocalDate; basis: string }): Promise<void> {
  const list = rowsOf(changes.map(({ pegawaiId, before, after }) => ({ pegawai: pegawaiId, old: before?.penilaiId ?? null, penilai: after?.penilaiId ?? null, atasan: after?.atasanId ?? null })));
  const D = sql`jsonb_to_recordset(${list}) as d(pegawai uuid, old uuid, penilai uuid, atasan uuid)`;
  const { rows } = await tx.execute<{ pegawai: string; until: LocalDate | null }>(sql`
    with line as (select r.id, r.valid_until, r.pegawai_id from penilai_relation r join ${D} on d.pegawai = r.pegawai_id where r.valid_from < ${from} and (r.valid_until is null or r.valid_until > ${from}) for update of r),
    ended as (update penilai_relation r set valid_until = ${from} from line where r.id = line.id)
    select pegawai_id as pegawai, valid_until::text as until from line`);
  const { rows: turned } = await tx.execute<{ pegawai: string; begins: boolean }>(sql`
    update penilai_relation r set penilai_id = d.penilai, atasan_id = d.atasan, basis = ${basis} from ${D}
     where d.pegawai = r.pegawai_id and d.penilai is not null and r.valid_from >= ${from} and r.penilai_id = d.old returning r.pegawai_id as pegawai, (r.valid_from = ${from}) as begins`);
  const until = new Map(rows.map((row) => [row.pegawai, row.until]));
  const begun = new Set(turned.filter(({ begins }) => begins).map(({ pegawai }) => pegawai));
  const next = changes.filter(({ after, pegawaiId }) => after !== null && !begun.has(pegawaiId)).map(({ pegawaiId, after }) => ({ pegawai: pegawaiId, penilai: after?.penilaiId, atasan: after?.atasanId, until: until.get(pegawaiId) ?? null }));
  await tx.execute(sql`
    insert into penilai_relation (id, pegawai_id, penilai_id, atasan_id, basis, valid_from, valid_until)
    select gen_random_uuid(), d.pegawai, d.penilai, d.atasan, ${basis}, ${from}::date,
           coalesce(d.until, (select min(r.valid_from) from penilai_relation r where r.pegawai_id = d.pegawai and r.valid_from > ${from}))
      from jsonb_to_recordset(${rowsOf(next)}) as d(pegawai uuid, penilai uuid, atasan uuid, until date)`);
}

/** Reports of the unit in months that read the next tree hang on the unit that took it over; with `people`, only theirs. */
export async function moveReportsOfUnit(tx: Tx, { unitId, into, from, people = null }: { unitId: string; into: string; from: LocalDate; people?: readonly string[] | null }): Promise<void> {
  const chosen = people === null ? sql`true` : sql`person_id in ${idsOf(people)}`;
  await tx.execute(sql`update monthly_report set unit_id = ${into}, version = version + 1 where unit_id = ${unitId} and month >= ${from.slice(0, 7)} and (month || '-28')::date >= ${from}::date and ${chosen}`);
}

/**
 * Sent and returned reports of months from that one on go to the new penilai; also those of months before, where the old one sits on no post
 * any more: nobody would check them. Each gets a new version.
 */
export async function moveSentReports(tx: Tx, moved: readonly { pegawaiId: string; beforeId: string | null; afterId: string }[], month: Month, from: LocalDate): Promise<void> {
  await tx.execute(sql`
    update monthly_report r set penilai_id = d."afterId", version = r.version + 1 from jsonb_to_recordset(${rowsOf(moved)}) as d("pegawaiId" uuid, "beforeId" uuid, "afterId" uuid)
     where r.person_id = d."pegawaiId" and r.status in ('submitted', 'returned') and r.penilai_id is distinct from d."afterId"
       and (r.month >= ${month} or (r.penilai_id = d."beforeId" and not exists (select from placement s where s.person_id = d."beforeId" and ${inForceOn("s", from)})))`);
}

/** Names of people, by id. */
export async function findNames(tx: Reads, people: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`select id, name from person where id in ${idsOf(people)}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
