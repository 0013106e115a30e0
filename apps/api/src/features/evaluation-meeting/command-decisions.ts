import { tindakLanjut as rules } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import { tindakLanjut } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustParticipant } from "./command-people.ts";
import { mustItem, type CommandOf, type Effect, type Scene } from "./scene.ts";

const invalid = (path: string, code: string): Problem => new Problem("invalid", { fields: [{ path, code }] });

export type Promised = { text: string; ownerId: string; pemilik: "pribadi" | "unit"; due: string };
type Owner = { name: string; ownerId: string | null; unitId: string };

/** A person who takes part, or the meeting's unit or one below it; the day is not before the meeting's. */
async function ownerOf(scene: Scene, { ownerId, pemilik, due }: Promised): Promise<Owner> {
  const { tx, ctx, meeting } = scene;
  if (due < meeting.date) throw invalid("body.due", "before_the_meeting");
  if (pemilik === "pribadi") return { name: await mustParticipant(scene, ownerId, "body.ownerId"), ownerId, unitId: meeting.unit.id };
  const { rows } = await tx.execute<{ name: string }>(sql`
    select n.name from unit_node n join tree_version v on v.id = n.tree_id and v.valid_from <= ${ctx.today} and (v.valid_until is null or v.valid_until > ${ctx.today})
      join unit_node it on it.tree_id = n.tree_id and it.unit_id = ${meeting.unit.id} where n.unit_id = ${ownerId} and n.ord between it.ord and it.last_ord`);
  const unit = rows[0];
  if (unit === undefined) throw invalid("body.ownerId", "not_a_unit_of_this_meeting");
  return { name: unit.name, ownerId: null, unitId: ownerId };
}

/** One line, an owner, a day: a promise of the ledger. */
export async function decide(scene: Scene, { decisionId, itemId, text, ownerId, pemilik, due }: CommandOf<"decide">): Promise<Effect> {
  const { ctx, tx, meeting } = scene;
  if (itemId !== null) await mustItem(tx, meeting.id, itemId);
  const owner = await ownerOf(scene, { text, ownerId, pemilik, due });
  await tx.insert(tindakLanjut).values({ id: decisionId, meetingId: meeting.id, itemId, pemilik, ownerId: owner.ownerId, unitId: owner.unitId, text, due, createdAt: ctx.now });
  return { event: { kind: "decision", itemId, decision: { id: decisionId, itemId, text, owner: owner.name, due } }, payload: { decisionId, ownerId, pemilik, due } };
}

/** Words, owner and day of a decision of this meeting, until its minutes are signed. */
export async function changeDecision(scene: Scene, { decisionId, text, ownerId, pemilik, due }: CommandOf<"change_decision">): Promise<Effect> {
  const { tx, meeting } = scene;
  const owner = await ownerOf(scene, { text, ownerId, pemilik, due });
  const done = await tx.update(tindakLanjut).set({ text, pemilik, ownerId: owner.ownerId, unitId: owner.unitId, due, version: sql`${tindakLanjut.version} + 1` })
    .where(and(eq(tindakLanjut.id, decisionId), eq(tindakLanjut.meetingId, meeting.id), eq(tindakLanjut.status, "terbuka"))).returning({ itemId: tindakLanjut.itemId });
  if (done[0] === undefined) throw invalid("body.decisionId", "not_found");
  const { itemId } = done[0];
  return { event: { kind: "decision", itemId, decision: { id: decisionId, itemId, text, owner: owner.name, due } }, payload: { decisionId, ownerId, pemilik, due } };
}

/** Taken back in the room, before anything hangs on it. */
export async function retractDecision({ tx, meeting }: Scene, { decisionId }: CommandOf<"retract_decision">): Promise<Effect> {
  const done = await tx.delete(tindakLanjut).where(and(eq(tindakLanjut.id, decisionId), eq(tindakLanjut.meetingId, meeting.id), eq(tindakLanjut.status, "terbuka"))).returning({ itemId: tindakLanjut.itemId, text: tindakLanjut.text });
  if (done[0] === undefined) throw invalid("body.decisionId", "not_found");
  return { event: { kind: "decision", itemId: done[0].itemId }, payload: { decisionId, text: done[0].text } };
}

/** A promise on this meeting's agenda is given up, with its reason. */
export async function cancelPromise({ ctx, tx, meeting, room }: Scene, { tindakLanjutId, reason }: CommandOf<"cancel_promise">): Promise<Effect> {
  const { rows } = await tx.execute<{ status: rules.TindakLanjut["status"] }>(sql`
    select t.status from tindak_lanjut t where t.id = ${tindakLanjutId} and exists (
      select from meeting_item i where i.meeting_id = ${meeting.id} and i.kind = 'promises' and i.slide->'promises' @> ${JSON.stringify([{ id: tindakLanjutId }])}::jsonb)`);
  const found = rows[0];
  if (found === undefined) throw invalid("body.tindakLanjutId", "not_on_this_agenda");
  refuseIf(rules.refusals({ status: found.status, evidenceCount: 0 }, "cancel", ["pemimpin"]));
  await tx.update(tindakLanjut).set({ status: "dibatalkan", cancelReason: reason, closedOn: ctx.today, closedBy: ctx.actor.personId, version: sql`${tindakLanjut.version} + 1` }).where(eq(tindakLanjut.id, tindakLanjutId));
  return { event: { kind: "decision", itemId: room.currentItemId }, payload: { tindakLanjutId, reason } };
}
