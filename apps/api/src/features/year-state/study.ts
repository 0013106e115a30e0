import type { Input, Output } from "@teraju/contracts/endpoint";
import type { listStudying, recordStudy, Studying } from "@teraju/contracts/year-state";
import { addDays, firstDayOf, lastDayOf, type LocalDate, yearState as rules } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { studyRecord } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { personJson, type PersonRef } from "../../person-sql.ts";
import { mustRole } from "../../standing.ts";
import { type RecordedStudi, studiJson } from "../../year-state.ts";

type Row = { person: PersonRef; from: LocalDate; validUntil: LocalDate | null; record: RecordedStudi | null };
const STUDYING = {
  name: "studying_in_year",
  // $1 the year, $2 and $3 its first and last day, $4 today or that last day, $5 one person (null: all)
  text: `select * from (
      select distinct on (b.person_id) ${personJson("b.person_id", "$4::date")} as person, b.valid_from as "from", b.valid_until as "validUntil", ${studiJson("b.person_id", "$1::int")} as record
        from absence b where b.kind = 'tugas_belajar' and b.valid_from <= $3::date and (b.valid_until is null or b.valid_until > $2::date) and ($5::uuid is null or b.person_id = $5::uuid) order by b.person_id, b.valid_from desc) x
     order by (record is not null), person ->> 'name' limit 500`,
};

/** Who studied on assignment on a day of the year; of one person, at most that line. One query. */
async function listRows(pool: Pool, { year, today, personId }: { year: number; today: LocalDate; personId: string | null }): Promise<Row[]> {
  const [first, last] = [firstDayOf(`${year}-01`), lastDayOf(`${year}-12`)];
  return (await pool.query<Row>({ ...STUDYING, values: [year, first, last, today < last ? today : last, personId] })).rows;
}

/** The list of BKPSDM: whose institution has said something of the year, and whose has not. */
export async function list(ctx: Ctx, year: number): Promise<Output<typeof listStudying>> {
  mustRole(ctx, "study.record");
  const people = (await listRows(ctx.pool, { year, today: ctx.today, personId: null })).map(({ person, from, validUntil, record }): Studying => ({
    person, from, until: validUntil === null ? null : addDays(validUntil, -1), record,
    actions: { record: rules.recordStudyRefusals({ isStudying: true, isOwn: person.id === ctx.actor.personId }) },
  }));
  return { year, people };
}

type Body = Input<typeof recordStudy>["body"];
const isSame = (before: RecordedStudi, { studi, basis }: Body): boolean => {
  const text = ({ lokasi, jenjang, akreditasiPT, akreditasiProdi, ipk, isGagal }: Body["studi"]) => JSON.stringify([lokasi, jenjang, akreditasiPT, akreditasiProdi, ipk, isGagal]);
  return before.basis === basis && text(before.studi) === text(studi);
};

/** Records what the institution says, on its letter; what was final before stays as it is. Sent again with the same words it is the same. */
export async function record(ctx: Ctx, { personId, year }: { personId: string; year: number }, body: Body): Promise<Output<typeof listStudying>> {
  mustRole(ctx, "study.record");
  const [row] = await listRows(ctx.pool, { year, today: ctx.today, personId });
  refuseIf(rules.recordStudyRefusals({ isStudying: row !== undefined, isOwn: personId === ctx.actor.personId }));
  const before = row?.record ?? null;
  if (before !== null && isSame(before, body)) return list(ctx, year);
  const values = { ...body.studi, basis: body.basis, setBy: ctx.actor.personId, setOn: ctx.today };
  await change(ctx, async (tx) => {
    const written = body.version === null
      ? await tx.insert(studyRecord).values({ personId, year, ...values }).onConflictDoNothing().returning({ version: studyRecord.version })
      : await tx.update(studyRecord).set({ ...values, version: sql`${studyRecord.version} + 1` }).where(and(eq(studyRecord.personId, personId), eq(studyRecord.year, year), eq(studyRecord.version, body.version))).returning({ version: studyRecord.version });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "study.record", target: { type: "person", id: personId }, payload: { year, before: before?.studi ?? null, ...body.studi, basis: body.basis } } };
  });
  return list(ctx, year);
}
