import { addDays, type LocalDate } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import type { Tx } from "#db/audit.ts";
import { inForceOn } from "../../person-sql.ts";
import { standardOn } from "../../standard.ts";
import { setLines, type NewLine, type Outcome, type Segment } from "./hand-over.ts";
import { type Choice, proposalsOn, type Usulan } from "./proposals.ts";

type Recorded = { pegawaiId: string; penilaiId: string; atasanId: string | null; isTree: boolean; isPenilaiSeated: boolean; isAtasanSeated: boolean };
type Scope = readonly string[] | null;
const among = (column: string, personIds: Scope) => (personIds === null ? sql`true` : sql`${sql.raw(column)} in (select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid)`);

/** Who is recorded for each of these people on that day, and whether those still hold a post. */
async function findRecorded(tx: Tx, on: LocalDate, personIds: Scope): Promise<Map<string, Recorded>> {
  const seated = (who: string) => sql`exists (select from placement s where s.person_id = ${sql.raw(who)} and ${inForceOn("s", on)})`;
  const { rows } = await tx.execute<Recorded>(sql`
    select r.pegawai_id as "pegawaiId", r.penilai_id as "penilaiId", r.atasan_id as "atasanId", r.source = 'tree' as "isTree", ${seated("r.penilai_id")} as "isPenilaiSeated", r.atasan_id is null or ${seated("r.atasan_id")} as "isAtasanSeated"
      from penilai_relation r where ${inForceOn("r", on)} and ${among("r.pegawai_id", personIds)}`);
  return new Map(rows.map((row) => [row.pegawaiId, row]));
}

/** Later days on which the tree, a head, a delegation or one of these people's own posts changes, as far as it is known today. */
async function findTurns(tx: Tx, from: LocalDate, personIds: Scope): Promise<LocalDate[]> {
  const { rows } = await tx.execute<{ day: LocalDate }>(sql`
    select distinct d.day::text as day from (
      select unnest(array[s.valid_from, s.valid_until]) as day from placement s join jabatan j on j.id = s.jabatan_id where j.is_head or ${among("s.person_id", personIds)}
      union select unnest(array[valid_from, valid_until]) from penilai_delegation union select valid_from from tree_version) d
     where d.day > ${from} order by 1 limit 60`);
  return rows.map(({ day }) => day);
}

/** The first day on which somebody recorded another line by hand: what follows the tree ends there. */
export async function findPlanned(tx: Tx, from: LocalDate, personIds: Scope): Promise<Map<string, LocalDate>> {
  const { rows } = await tx.execute<{ pegawaiId: string; day: LocalDate }>(sql`
    select r.pegawai_id as "pegawaiId", min(r.valid_from)::text as day from penilai_relation r where r.valid_from > ${from} and r.source = 'recorded' and ${among("r.pegawai_id", personIds)} group by 1`);
  return new Map(rows.map(({ pegawaiId, day }) => [pegawaiId, day]));
}

const unitOf = (usulan: Usulan | undefined): unknown => (Array.isArray(usulan?.given["garis"]) ? (usulan.given["garis"] as readonly { unit: string }[])[0]?.unit : undefined);

/** What is proposed for one person from each of the days on, equal neighbours joined, up to `end`. */
function segmentsOf(personId: string, days: readonly { day: LocalDate; usulan: ReadonlyMap<string, Usulan> }[], end: LocalDate | null): Segment[] {
  const segments: Segment[] = [];
  for (const { day, usulan } of days) {
    if (end !== null && day >= end) break;
    const value = usulan.get(personId)?.value ?? null;
    const next = { penilaiId: value?.penilai ?? null, atasanId: value?.atasan ?? null };
    const last = segments.at(-1);
    if (last !== undefined && last.penilaiId === next.penilaiId && last.atasanId === next.atasanId) continue;
    if (last !== undefined) segments[segments.length - 1] = { ...last, until: day };
    segments.push({ ...next, from: day, until: end });
  }
  return segments;
}

/**
 * After posts, heads or units have changed from a day on: whose line followed the tree follows it further, through all changes that are
 * known for later; whose unit is another one, or whose penilai holds no post any more, gets the one proposed; a line that somebody had
 * chosen otherwise stays. `personIds` null: everybody. The new state must be written already.
 */
export async function followTree(ctx: Ctx, tx: Tx, personIds: Scope, { from, basis }: { from: LocalDate; basis: string }): Promise<Outcome> {
  const choice: Choice = (await standardOn(ctx.pool, ctx.today)).standar.penilaian;
  const before = await proposalsOn(tx, addDays(from, -1), choice, personIds);
  const days = [{ day: from, usulan: await proposalsOn(tx, from, choice, personIds) }];
  for (const day of await findTurns(tx, from, personIds)) days.push({ day, usulan: await proposalsOn(tx, day, choice, personIds) });
  const [recorded, planned] = [await findRecorded(tx, from, personIds), await findPlanned(tx, from, personIds)];
  const lines = [...days[0]?.usulan ?? []].flatMap(([pegawaiId, usulan]): NewLine[] => {
    const now = recorded.get(pegawaiId);
    const was = before.get(pegawaiId);
    const isFollowed = now === undefined || now.isTree || !now.isPenilaiSeated || unitOf(was) !== unitOf(usulan) || now.penilaiId === was?.value?.penilai;
    const end = planned.get(pegawaiId) ?? null;
    const [first, ...rest] = segmentsOf(pegawaiId, days, end);
    if (first === undefined) return [];
    if (!isFollowed) return now.isAtasanSeated ? [] : [{ pegawaiId, segments: [{ penilaiId: now.penilaiId, atasanId: first.atasanId, from, until: end }] }];
    return [{ pegawaiId, segments: [first, ...rest] }];
  });
  return setLines(ctx, tx, lines, { basis, source: "tree" });
}
