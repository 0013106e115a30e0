import type { AbsenceView, listAbsences as ListAbsences, readKategoriIpk } from "@teraju/contracts";
import type { Input, Output } from "@teraju/contracts/endpoint";
import { ABSENCE_KIND, addDays, addMonths, type Decision, kategoriIpk, kewajiban, monthOf, monthsFrom, type AbsenceKind, type Kalender, type LocalDate, type Month, absenceRefusals, absenceRemovalRefusals, CUTI, type Cuti, type Refusal, type Surat } from "@teraju/domain";
import { desc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change, type AuditEntry, type Tx } from "#db/audit.ts";
import { absence, person } from "#db/schema/index.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { standardOn } from "../../standard.ts";
import { mustPerson } from "../../standing.ts";
import { alignRows, findPeopleOfMonth, insertReports, needsRows, updateDrafts, type NewReport, type PersonMonth } from "./queries.ts";

type Scope = { month: Month; today: LocalDate; /** null: everybody. */ personIds: readonly string[] | null; kalender: Kalender };
export type Aligned = { made: number; changed: number };

/** A statement carries so many people at most. */
const BATCH = 2000;

type Plan = { toMake: NewReport[]; toChange: NewReport[] };
async function planOf(tx: Pick<Tx, "execute">, { month, today, personIds, kalender }: Scope): Promise<Plan> {
  const people = await findPeopleOfMonth(tx, month, today, personIds);
  const wanted = people.map((p) => ({ before: p, after: reportOf(p, month, kalender) }));
  return {
    toMake: wanted.filter(({ before }) => before.reportId === null).map(({ after }) => after),
    toChange: wanted.filter(({ before, after }) => before.reportId !== null && hasMoved(before, after)).map(({ after }) => after),
  };
}

/**
 * Makes what reports of the month are missing, and brings drafts in line with placement, penilai, absence and SKP as they stand:
 * open work follows the person. What was sent is left alone. Doing it again changes nothing.
 */
export async function alignReports(tx: Tx, scope: Scope): Promise<Aligned> {
  const { toMake, toChange } = await planOf(tx, scope);
  let made = 0;
  let changed = 0;
  for (const batch of inBatches(toMake)) made += await insertReports(tx, scope.month, batch);
  for (const batch of inBatches(toChange)) changed += await updateDrafts(tx, batch);
  for (const batch of inBatches([...toMake, ...toChange].filter((r) => r.skpId !== null))) await alignRows(tx, batch.map((r) => r.id));
  return { made, changed };
}

function reportOf(p: PersonMonth, month: Month, kalender: Kalender): NewReport {
  const state = kewajiban({ bulan: month, penempatan: p.placements, ketidakhadiran: p.absences, hasTarget: p.hasTarget, mulaiMemakai: p.mulaiMemakai, kalender }).value;
  return { id: p.reportId ?? v7(), personId: p.personId, skpId: p.skpId, unitId: p.unitId, opdId: p.opdId, ord: p.ord, penilaiId: p.penilaiId, kewajiban: state };
}
function hasMoved(before: PersonMonth, after: NewReport): boolean {
  const lacksRows = after.skpId !== null && !before.hasRows;
  return lacksRows || before.kewajiban !== after.kewajiban || before.oldUnitId !== after.unitId || before.oldPenilaiId !== after.penilaiId || before.oldSkpId !== after.skpId;
}
function inBatches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));
}

type Who = Pick<Ctx, "db" | "today"> & { readonly actor: null };
/** The same as one change of the system itself; where nothing has moved, nothing is written, not in the trail either. */
export async function alignMonth(ctx: Who, scope: Omit<Scope, "today">): Promise<Aligned> {
  const whole = { ...scope, today: ctx.today };
  const { toMake, toChange } = await planOf(ctx.db, whole);
  if (toMake.length + toChange.length === 0) return { made: 0, changed: 0 };
  return change(ctx, async (tx) => {
    const value = await alignReports(tx, whole);
    return { value, audit: { action: "month.align", target: { type: "month", id: scope.month }, payload: { ...value, people: scope.personIds ?? "all" } } };
  });
}

/** Brings one person's draft in line where their SKP has been set or changed since; one query where it has not. */
export async function followSkp(ctx: Who & Pick<Ctx, "pool">, { month, personId, kalender }: { month: Month; personId: string; kalender: Kalender }): Promise<void> {
  if (await needsRows(ctx.pool, personId, month)) await alignMonth(ctx, { month, personIds: [personId], kalender });
}

type NewAbsence = { id: string; personId: string; kind: AbsenceKind; cuti?: Cuti | null | undefined; firstDay: LocalDate; lastDay: LocalDate | null; note: string | null; surat?: Surat | null | undefined };

const whole = <T extends NewAbsence>(input: T) => ({ ...input, cuti: input.cuti ?? null, surat: input.surat ?? null });

/** Marks leave or study; drafts of the months it touches, up to this one, follow at once. The same request again is the same absence. */
export async function setAbsence(ctx: Ctx, given: NewAbsence): Promise<AbsenceView> {
  const input = whole(given);
  await mustPerson(ctx, "absence.set", input.personId);
  const [before] = await ctx.db.select().from(absence).where(eq(absence.id, input.id));
  if (before !== undefined) return sameAbsence(before, input, ctx.actor.personId);
  refuseIf(absenceRefusals(input, { isOwn: input.personId === ctx.actor.personId }));
  const { kalender } = await standardOn(ctx.pool, ctx.today);
  const validUntil = input.lastDay === null ? null : addDays(input.lastDay, 1);
  await change(ctx, async (tx) => {
    await tx.insert(absence).values({ id: input.id, personId: input.personId, kind: input.kind, cuti: input.cuti, note: input.note, letterNumber: input.surat?.nomor ?? null, letterDate: input.surat?.tanggal ?? null, setBy: ctx.actor.personId, validFrom: input.firstDay, validUntil });
    const audit: AuditEntry = { action: "absence.set", target: { type: "person", id: input.personId }, payload: { ...input } };
    for (const month of touchedMonths(input, ctx.today)) await alignReports(tx, { month, today: ctx.today, personIds: [input.personId], kalender });
    return { value: undefined, audit };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23P01") refuseIf(["absence_overlaps"]);
    if (postgresCode(error) === "23505") throw new Problem("stale");
    throw error;
  });
  return input;
}

/** So many are shown of one person. */
const SHOWN = 50;

/** Leave and special states of one person, the latest first, for who may mark them. Two queries beside the standing. */
export async function listAbsences(ctx: Ctx, personId: string): Promise<Output<typeof ListAbsences>> {
  await mustPerson(ctx, "absence.set", personId);
  const [who] = await ctx.db.select({ id: person.id, name: person.name }).from(person).where(eq(person.id, personId));
  if (who === undefined) throw new Problem("not_found");
  const stored = await ctx.db.select().from(absence).where(eq(absence.personId, personId)).orderBy(desc(absence.validFrom)).limit(SHOWN);
  return { person: who, absences: stored.map((one) => ({ ...viewOf(one), actions: { remove: removalRefusals(one, ctx) } })) };
}

/** The guide of Lampiran BAB II.B for who studies on assignment; it judges a figure, and knows nobody. */
export function kategoriOf({ lokasi, jenjang, akreditasi, prodi, ipk }: Input<typeof readKategoriIpk>["query"]): Decision<unknown> {
  return kategoriIpk({ lokasi, jenjang, ipk: Number(ipk), ...(akreditasi !== undefined && { akreditasiPT: akreditasi }), ...(prodi !== undefined && { akreditasiProdiMinimal: prodi }) });
}

/** Takes back what was marked by mistake; drafts of the months it touched follow at once. What the trail holds stays there. */
export async function removeAbsence(ctx: Ctx, id: string): Promise<void> {
  const [before] = await ctx.db.select().from(absence).where(eq(absence.id, id));
  if (before === undefined) throw new Problem("not_found");
  await mustPerson(ctx, "absence.set", before.personId);
  refuseIf(removalRefusals(before, ctx));
  const { kalender } = await standardOn(ctx.pool, ctx.today);
  const was = viewOf(before);
  await change(ctx, async (tx) => {
    const gone = await tx.delete(absence).where(eq(absence.id, id)).returning({ id: absence.id });
    if (gone.length === 0) throw new Problem("not_found");
    for (const month of touchedMonths(was, ctx.today)) await alignReports(tx, { month, today: ctx.today, personIds: [before.personId], kalender });
    return { value: undefined, audit: { action: "absence.remove", target: { type: "person", id: before.personId }, payload: { ...was } } };
  });
}

function viewOf({ id, personId, kind, cuti, note, letterNumber, letterDate, validFrom, validUntil }: Stored): AbsenceView {
  return { id, personId, kind: ABSENCE_KIND.find((one) => one === kind) ?? "cuti", cuti: CUTI.find((one) => one === cuti) ?? null, firstDay: validFrom, lastDay: validUntil === null ? null : addDays(validUntil, -1), note, surat: letterNumber === null || letterDate === null ? null : { nomor: letterNumber, tanggal: letterDate } };
}
/** Months that are settled keep what excused them. */
function removalRefusals(stored: Stored, { actor, today }: Pick<Ctx, "actor" | "today">): Refusal[] {
  const { validUntil, setBy } = stored;
  const isSettled = validUntil !== null && monthOf(addDays(validUntil, -1)) < addMonths(monthOf(today), -OPEN_MONTHS);
  return absenceRemovalRefusals(viewOf(stored), { isOwn: stored.personId === actor.personId, isOwnRecord: setBy === actor.personId, isBkpsdm: actor.roles.includes("bkpsdm"), isSettled });
}

/** So many months back a draft may still be open. */
const OPEN_MONTHS = 2;
/** Months whose drafts may still be open: not more than two back, not beyond this one; the next opens with its own job. */
export function touchedMonths({ firstDay, lastDay }: Pick<AbsenceView, "firstDay" | "lastDay">, today: LocalDate): Month[] {
  const now = monthOf(today);
  const first = [monthOf(firstDay), addMonths(now, -OPEN_MONTHS)].sort().at(-1) ?? now;
  const last = [lastDay === null ? now : monthOf(lastDay), now].sort()[0] ?? now;
  return monthsFrom(first, last);
}

type Stored = typeof absence.$inferSelect;
function sameAbsence(stored: Stored, input: ReturnType<typeof whole<NewAbsence>>, actorId: string): AbsenceView {
  if (stored.setBy !== actorId) throw new Problem("not_found");
  const validUntil = input.lastDay === null ? null : addDays(input.lastDay, 1);
  const isSame = stored.personId === input.personId && stored.kind === input.kind && stored.cuti === input.cuti && stored.letterNumber === (input.surat?.nomor ?? null) && stored.letterDate === (input.surat?.tanggal ?? null) && stored.validFrom === input.firstDay && stored.validUntil === validUntil && stored.note === input.note;
  if (!isSame) throw new Problem("stale");
  return input;
}
