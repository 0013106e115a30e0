import { isDeepStrictEqual } from "node:util";
import type { arrangeKonseling, followKonseling, Input, KonselingView, listKonseling, noteKonseling, Output, signKonseling } from "@teraju/contracts";
import { konseling as rules } from "@teraju/domain";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { accessLog } from "#db/schema/audit.ts";
import { developmentEntry, developmentPlan } from "#db/schema/development.ts";
import { konseling, konselingFollowUp, konselingRecord } from "#db/schema/konseling.ts";
import { notification } from "#db/schema/people.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { hashOfRecord } from "../../konseling-record.ts";
import * as queries from "./queries.ts";
import { konselingOf, leadsPersonnel, load, readersOf, sidesOf, toView, type Work } from "./work.ts";

/** Where the actor has a part. One statement. */
export async function list(ctx: Ctx): Promise<Output<typeof listKonseling>> {
  const rows = await queries.findMine(ctx.pool, ctx.actor.personId, ctx.today, leadsPersonnel(ctx));
  return {
    konseling: rows.map(({ id, name, konselor, scheduledOn, scheduledAt, place, status, isSigned, isFollowed, ...row }) => {
      // What follows is read with the record: a penilai who does not read it learns nothing of it here.
      const sides = sidesOf(ctx, row);
      return { id, person: name, sides, konselor, scheduledOn, scheduledAt, place, status, isSigned, isFollowed: isFollowed && rules.mayReadRecord(sides) };
    }),
  };
}

/** One konseling; a record read by anybody but the two is noted in the log of who read it. */
export async function read(ctx: Ctx, id: string): Promise<KonselingView> {
  const work = await load(ctx, id);
  if (work.row.record !== null && rules.mayReadRecord(work.sides) && !rules.mayReadJournal(work.sides)) await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "konseling.record", subjectId: work.row.personId });
  return toView(work, ctx);
}
const again = async (ctx: Ctx, id: string): Promise<KonselingView> => toView(await load(ctx, id), ctx);

type MessageKind = "konseling_arranged" | "konseling_signed" | "konseling_followed";
/** They learn that there is something; what it is stays on its page. */
async function tell(tx: Tx, ctx: Ctx, kind: MessageKind, id: string, people: readonly string[]): Promise<void> {
  const others = [...new Set(people)].filter((personId) => personId !== ctx.actor.personId);
  if (others.length > 0) await tx.insert(notification).values(others.map((personId) => ({ personId, kind, params: JSON.stringify({ konselingId: id }), day: ctx.today }))).onConflictDoNothing();
}

type Arrangement = Input<typeof arrangeKonseling>["body"];
/** Sets konselor, day and place. The ground of a penilai is looked up, never claimed; sent again it is the same arrangement. */
export async function arrange(ctx: Ctx, id: string, { version, ...wanted }: Arrangement): Promise<KonselingView> {
  const work = await load(ctx, id, "konseling.arrange");
  const { row, sides } = work;
  const { arrangement } = row;
  const { jenis, konselorId, scheduledOn, scheduledAt, place } = wanted;
  const dasar = jenis === "penilai" ? null : wanted.dasar;
  const isSamePerson = arrangement !== null && arrangement.konselor.id === konselorId && arrangement.jenis === jenis;
  if (isSamePerson && arrangement.version === (version ?? 0) + 1 && isDeepStrictEqual([arrangement.scheduledOn, arrangement.scheduledAt, arrangement.place, ...(dasar === null ? [] : [arrangement.dasar])], [scheduledOn, scheduledAt, place, ...(dasar === null ? [] : [dasar])])) return toView(work, ctx);
  refuseIf(rules.arrangeRefusals(konselingOf(row), wanted, { sides, today: ctx.today }));
  const calon = await queries.findCalon(ctx.pool, row.personId, konselorId, ctx.today);
  if (calon === null) throw new Problem("invalid", { fields: [{ path: "body.konselorId", code: "unknown_person" }] });
  const pelatihan = calon.trainingPlaceId !== null ? "katalog" : calon.certificateId !== null ? "sertifikat" : null;
  // Whoever was named rightly stays it, also when the penilai has changed since.
  if (!isSamePerson || jenis !== "penilai") refuseIf(rules.kewenanganKonselor({ jenis, hubungan: calon.hubungan, pelatihan, dasar }).value);
  const basis = jenis !== "penilai" ? { trainingPlaceId: null, certificateId: null } : isSamePerson ? {} : { trainingPlaceId: calon.trainingPlaceId, certificateId: calon.trainingPlaceId === null ? calon.certificateId : null };
  const set = { jenis, konselorId, dasar, ...basis, scheduledOn, scheduledAt, place, isByOffice: !sides.includes("penilai"), setBy: ctx.actor.personId, setOn: ctx.today };
  await change(ctx, async (tx) => {
    const written = version === null
      ? await tx.insert(konseling).values({ planId: id, ...set }).onConflictDoNothing({ target: konseling.planId }).returning({ id: konseling.planId })
      : await tx.update(konseling).set({ ...set, version: sql`${konseling.version} + 1` }).where(and(eq(konseling.planId, id), eq(konseling.version, version))).returning({ id: konseling.planId });
    if (written.length === 0) throw new Problem("stale");
    await tell(tx, ctx, "konseling_arranged", id, [row.personId, konselorId, ...(arrangement === null ? [] : [arrangement.konselor.id])]);
    return { value: undefined, audit: { action: "konseling.arrange", target: { type: "konseling", id }, payload: { jenis, konselorId, dasar, scheduledOn, scheduledAt } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") refuseIf(["konselor_busy"]);
    throw error;
  });
  return again(ctx, id);
}

/** An entry of the journal; it stays, and the two alone read it. */
export async function note(ctx: Ctx, id: string, { id: entryId, ...entry }: Input<typeof noteKonseling>["body"]): Promise<KonselingView> {
  const work = await load(ctx, id);
  const { row, sides } = work;
  if (rules.mayReadJournal(sides) && row.entries.some((one) => one.id === entryId)) return toView(work, ctx);
  refuseIf(rules.noteRefusals(konselingOf(row), { sides }));
  if (entry.day > ctx.today) throw new Problem("invalid", { fields: [{ path: "body.day", code: "in_the_future" }] });
  await change(ctx, async (tx) => {
    await tx.insert(developmentEntry).values({ id: entryId, planId: id, ...entry, writtenBy: ctx.actor.personId });
    return { value: undefined, audit: { action: "konseling.note", target: { type: "konseling", id } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") throw new Problem("stale");
    throw error;
  });
  return again(ctx, id);
}

/** The record under the konselor's signature; the plan is done by it. Sent again it is the same signature. */
export async function sign(ctx: Ctx, id: string, said: Input<typeof signKonseling>["body"]): Promise<KonselingView> {
  const work = await load(ctx, id);
  const { row, sides } = work;
  const me = ctx.actor.personId;
  if (row.record !== null && sides.includes("konselor") && row.record.hash === hashOfRecord(said, { konselingId: id, signedBy: me, signedOn: row.record.signedOn })) return toView(work, ctx);
  refuseIf(rules.signRefusals(konselingOf(row), said, { sides, today: ctx.today }));
  const hash = hashOfRecord(said, { konselingId: id, signedBy: me, signedOn: ctx.today });
  const readers = await readersToday(ctx, work);
  await change(ctx, async (tx) => {
    const made = await tx.insert(konselingRecord).values({ planId: id, ...said, signedBy: me, signedOn: ctx.today, signedAt: ctx.now, hash }).onConflictDoNothing().returning({ id: konselingRecord.planId });
    const ended = await tx.update(developmentPlan).set({ status: "done", doneOn: ctx.today, version: sql`${developmentPlan.version} + 1` }).where(and(eq(developmentPlan.id, id), inArray(developmentPlan.status, ["proposed", "agreed"]))).returning({ id: developmentPlan.id });
    if (made.length === 0 || ended.length === 0) throw new Problem("stale");
    await tell(tx, ctx, "konseling_signed", id, [row.personId, ...readers]);
    return { value: undefined, audit: { action: "konseling.sign", target: { type: "konseling", id }, payload: { hash, hasil: said.hasil } } };
  });
  return again(ctx, id);
}

/** Whom the record goes to today, by their ids. */
async function readersToday(ctx: Ctx, { row: { arrangement, penilaiId, atasanId } }: Work): Promise<string[]> {
  if (arrangement === null) return [];
  const readers = readersOf({ jenis: arrangement.jenis, atasanId }).pembaca.value;
  const heads = readers.includes("kepegawaian") ? await queries.findHeads(ctx.pool, ctx.today) : [];
  return readers.flatMap((one) => (one === "kepegawaian" ? heads : ((one === "penilai" ? penilaiId : atasanId) ?? [])));
}

/** What follows, decided by whom the record is reported to; the pegawai and the konselor are told. */
export async function follow(ctx: Ctx, id: string, { id: followUpId, text, dueOn }: Input<typeof followKonseling>["body"]): Promise<KonselingView> {
  const work = await load(ctx, id);
  const { row, sides } = work;
  if (sides.includes("penentu") && row.followUps.some((one) => one.id === followUpId && one.text === text && one.dueOn === dueOn)) return toView(work, ctx);
  refuseIf(rules.followRefusals(konselingOf(row), { sides }));
  if (dueOn !== null && dueOn < ctx.today) throw new Problem("invalid", { fields: [{ path: "body.dueOn", code: "in_the_past" }] });
  await change(ctx, async (tx) => {
    await tx.insert(konselingFollowUp).values({ id: followUpId, planId: id, text, dueOn, decidedBy: ctx.actor.personId, decidedOn: ctx.today });
    await tell(tx, ctx, "konseling_followed", id, [row.personId, ...(row.arrangement === null ? [] : [row.arrangement.konselor.id])]);
    return { value: undefined, audit: { action: "konseling.follow", target: { type: "konseling", id }, payload: { followUpId } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") throw new Problem("stale");
    throw error;
  });
  return again(ctx, id);
}
