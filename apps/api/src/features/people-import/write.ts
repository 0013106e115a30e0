import type { LocalDate, peopleImport as rules } from "@teraju/domain";
import { sql, type SQL } from "drizzle-orm";
import { v7 } from "uuid";
import type { Tx } from "#db/audit.ts";
import { publishTree, type TreeUnit } from "../../tree-write.ts";
import type { MovedPerson } from "./apply.ts";
import type { Progress } from "./queries.ts";

export type Change = { entity: "tree_version" | "unit" | "person" | "account" | "jabatan" | "placement" | "penilai_relation" | "monthly_report" | "notification"; rowId: string; op: "insert" | "update"; before?: Record<string, unknown>; after?: Record<string, unknown> };
/** What an import has written so far: for undoing it, and to find by their keys what it has made. */
export type Written = { readonly changes: Change[]; readonly unitIds: Map<rules.UnitKey, string>; readonly personIds: Map<rules.PersonKey, string> };

type Units = { diff: rules.ImportDiff; from: LocalDate; legalBasis: string };
/** New, renamed and moved units as the next version of the tree; without any nothing is written. */
export async function writeUnits(tx: Tx, { diff, from, legalBasis }: Units, written: Written): Promise<void> {
  const plans = diff.units.flatMap(({ plan }) => (plan === null ? [] : [plan]));
  if (plans.length === 0) return;
  const idOf = (key: rules.UnitKey): string => (key.startsWith("u:") ? key.slice(2) : must(written.unitIds.get(key)));
  const made = plans.filter(({ key }) => key.startsWith("n:")).map(({ key, code }) => ({ id: v7(), key, code }));
  for (const { id, key } of made) {
    written.unitIds.set(key, id);
    written.changes.push({ entity: "unit", rowId: id, op: "insert" });
  }
  await tx.execute(sql`insert into unit (id, code) select d.id, d.code from ${recordset(made, "id uuid, code text")}`);
  const changed = new Map(plans.map((plan) => [idOf(plan.key), plan]));
  const { rows: old } = await tx.execute<TreeUnit>(sql`
    select n.unit_id as "unitId", n.parent_id as "parentId", n.name, n.short_name as "shortName", n.kind from unit_node n join tree_version t on t.id = n.tree_id
     where t.valid_from <= ${from} and (t.valid_until is null or t.valid_until > ${from}) order by n.ord`);
  const next = (unitId: string, plan: rules.UnitPlan): TreeUnit => ({ unitId, parentId: plan.parent === null ? null : idOf(plan.parent), name: plan.name, shortName: plan.shortName, kind: plan.kind });
  const units = [...old.map((unit) => { const plan = changed.get(unit.unitId); return plan === undefined ? unit : next(unit.unitId, plan); }), ...plans.filter(({ key }) => key.startsWith("n:")).map((plan) => next(idOf(plan.key), plan))];
  const { treeId, before } = await publishTree(tx, { units, from, legalBasis });
  written.changes.push({ entity: "tree_version", rowId: treeId, op: "insert" });
  if (before !== null) written.changes.push({ entity: "tree_version", rowId: before, op: "update", before: { valid_until: null }, after: { valid_until: from } });
}

type Tell = (step: Progress["step"], done: number, total: number) => Promise<void>;
type People = { diff: rules.ImportDiff; from: LocalDate; importId: string; today: LocalDate; now: string };

/** People, accounts, posts, placements and who rates whom, a statement for each kind; gives whose post or penilai has changed, with the new penilai. */
export async function writePeople(tx: Tx, { diff, from, today, now }: People, written: Written, tell: Tell): Promise<MovedPerson[]> {
  const plans = diff.people.flatMap(({ plan, name }) => (plan === null ? [] : [{ plan, name }]));
  const { personIds, unitIds, changes } = written;
  for (const { plan: { key } } of plans) personIds.set(key, key.startsWith("p:") ? key.slice(2) : v7());
  const personOf = (key: rules.PersonKey): string => personIds.get(key) ?? key.slice(2);
  const unitOf = (key: rules.UnitKey): string => unitIds.get(key) ?? key.slice(2);
  await tell("people", 0, plans.length);
  await writePersons(tx, plans.map(({ plan }) => plan), personOf, written);
  await tell("posts", 0, plans.length);
  const closed = plans.flatMap(({ plan }) => plan.closeSeats);
  await close(tx, "placement", closed, from, changes);
  const seats = await makePosts(tx, plans.flatMap(({ plan }) => plan.openSeats.map((seat) => ({ ...seat, personId: personOf(plan.key), unitId: unitOf(seat.unit) }))), changes);
  await tx.execute(sql`insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) select d.id, d."personId", d."postId", d."unitId", d.kind, ${from}::date from ${recordset(seats, `id uuid, "personId" uuid, "postId" uuid, "unitId" uuid, kind text`)}`);
  for (const { id } of seats) changes.push({ entity: "placement", rowId: id, op: "insert" });
  await tell("raters", 0, plans.length);
  const rated = plans.flatMap(({ plan: { key, penilai } }) => (penilai === null ? [] : [{ id: v7(), pegawaiId: personOf(key), penilaiId: personOf(penilai.penilai), atasanId: penilai.atasan === null ? null : personOf(penilai.atasan) }]));
  await close(tx, "penilai_relation", plans.flatMap(({ plan: { penilai, endPenilai } }) => [penilai?.closes ?? [], endPenilai ?? []].flat()), from, changes);
  await tx.execute(sql`insert into penilai_relation (id, pegawai_id, penilai_id, atasan_id, basis, valid_from) select d.id, d."pegawaiId", d."penilaiId", d."atasanId", ${`Impor data pegawai, ${today}`}, ${from}::date from ${recordset(rated, `id uuid, "pegawaiId" uuid, "penilaiId" uuid, "atasanId" uuid`)}`);
  for (const { id } of rated) changes.push({ entity: "penilai_relation", rowId: id, op: "insert" });
  await notify(tx, plans.filter(({ plan }) => plan.key.startsWith("p:") && plan.penilai !== null).map(({ plan, name }) => ({ id: v7(), personId: personOf(plan.key), params: JSON.stringify({ name }) })), { today, now }, changes);
  const newPenilai = new Map(rated.map(({ pegawaiId, penilaiId }) => [pegawaiId, penilaiId]));
  return plans.filter(({ plan }) => plan.closeSeats.length + plan.openSeats.length > 0 || plan.penilai !== null || plan.endPenilai !== null).map(({ plan }) => ({ id: personOf(plan.key), penilaiId: newPenilai.get(personOf(plan.key)) ?? null }));
}

async function writePersons(tx: Tx, plans: readonly rules.PersonPlan[], personOf: (key: rules.PersonKey) => string, { changes }: Written): Promise<void> {
  const wanted = plans.flatMap(({ key, person }) => (person === null ? [] : [{ id: personOf(key), isNew: key.startsWith("n:"), ...person }]));
  const made = wanted.filter(({ isNew }) => isNew);
  const columns = "id uuid, nip text, name text, jenis text, golongan text, rumpun text";
  await tx.execute(sql`insert into person (id, nip, name, jenis, golongan, job_family) select d.id, d.nip, d.name, d.jenis, d.golongan, d.rumpun from ${recordset(made, columns)}`);
  // Whose number has not come yet signs in by a number of ours until then.
  await tx.execute(sql`insert into account (person_id, login) select d.id, coalesce(d.nip, 'pppk-' || right(d.id::text, 12)) from ${recordset(made, columns)}`);
  for (const { id } of made) changes.push({ entity: "person", rowId: id, op: "insert" }, { entity: "account", rowId: id, op: "insert" });
  const { rows } = await tx.execute<{ id: string; before: Record<string, unknown>; after: Record<string, unknown> }>(sql`
    with d as (select * from ${recordset(wanted.filter(({ isNew }) => !isNew), columns)}),
    old as (select p.* from person p join d on d.id = p.id for update of p)
    update person p set nip = d.nip, name = d.name, jenis = d.jenis, golongan = d.golongan, job_family = d.rumpun from d join old on old.id = d.id where p.id = d.id
    returning p.id, jsonb_build_object('nip', old.nip, 'name', old.name, 'jenis', old.jenis, 'golongan', old.golongan, 'job_family', old.job_family) as before,
      jsonb_build_object('nip', p.nip, 'name', p.name, 'jenis', p.jenis, 'golongan', p.golongan, 'job_family', p.job_family) as after`);
  for (const { id: rowId, before, after } of rows) changes.push({ entity: "person", rowId, op: "update", before, after });
}

type Wanted = rules.SeatPlan & { personId: string; unitId: string };
/** New posts, one for all who are to sit on the same one; then every seat with the id of its post. */
async function makePosts(tx: Tx, seats: readonly Wanted[], changes: Change[]): Promise<{ id: string; personId: string; postId: string; unitId: string; kind: string }[]> {
  const made = new Map<string, { id: string; unitId: string; name: string; jenis: string; jenjang: string | null; isHead: boolean }>();
  const placed = seats.map((seat) => {
    const key = JSON.stringify([seat.unitId, seat.name, seat.jenis, seat.jenjang, seat.isHead]);
    if (seat.postId === null && !made.has(key)) made.set(key, { id: v7(), unitId: seat.unitId, name: seat.name, jenis: seat.jenis, jenjang: seat.jenjang, isHead: seat.isHead });
    return { id: v7(), personId: seat.personId, postId: seat.postId ?? must(made.get(key)).id, unitId: seat.unitId, kind: seat.kind };
  });
  await tx.execute(sql`insert into jabatan (id, unit_id, name, jenis, jenjang, is_head) select d.id, d."unitId", d.name, d.jenis, d.jenjang, d."isHead" from ${recordset([...made.values()], `id uuid, "unitId" uuid, name text, jenis text, jenjang text, "isHead" boolean`)}`);
  for (const { id } of made.values()) changes.push({ entity: "jabatan", rowId: id, op: "insert" });
  return placed;
}

/** Ends dated rows on that day; what they ended on before is kept for undoing. */
async function close(tx: Tx, table: "placement" | "penilai_relation", ids: readonly string[], from: LocalDate, changes: Change[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await tx.execute<{ id: string; before: string | null }>(sql`
    with old as (select id, valid_until from ${sql.identifier(table)} where id in (select d.id from ${recordset(ids.map((id) => ({ id })), "id uuid")}) for update)
    update ${sql.identifier(table)} t set valid_until = ${from}::date from old where old.id = t.id returning t.id, old.valid_until::text as before`);
  for (const { id, before } of rows) changes.push({ entity: table, rowId: id, op: "update", before: { valid_until: before }, after: { valid_until: from } });
}

async function notify(tx: Tx, people: readonly { id: string; personId: string; params: string }[], { today, now }: { today: LocalDate; now: string }, changes: Change[]): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into notification (id, person_id, kind, params, day, created_at) select d.id, d."personId", 'penilai_changed', d.params, ${today}::date, ${now}::timestamptz
      from ${recordset(people, `id uuid, "personId" uuid, params text`)} on conflict do nothing returning id`);
  for (const { id } of rows) changes.push({ entity: "notification", rowId: id, op: "insert" });
}

/** Rows as one JSON parameter: a statement takes thousands of them without thousands of places. */
function recordset(rows: readonly object[], columns: string): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(${sql.raw(columns)})`;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a key that the plan itself has made is missing");
  return value;
}
