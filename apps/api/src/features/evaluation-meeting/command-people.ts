import type { Kehadiran } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import { meetingItem, meetingParticipant, meetingQuestion } from "#db/schema/index.ts";
import { Problem } from "#http/problem.ts";
import { mustItem, type CommandOf, type Effect, type Scene } from "./scene.ts";

const invalid = (path: string, code: string): Problem => new Problem("invalid", { fields: [{ path, code }] });

/** Who takes part in a meeting that has begun; another is `invalid`. */
export async function mustParticipant({ tx, meeting }: Pick<Scene, "tx" | "meeting">, personId: string, path: string): Promise<string> {
  const { rows } = await tx.execute<{ name: string }>(sql`select p.name from meeting_participant a join person p on p.id = a.person_id where a.meeting_id = ${meeting.id} and a.person_id = ${personId}`);
  const found = rows[0];
  if (found === undefined) throw invalid(path, "not_a_participant");
  return found.name;
}

export async function setAttendance({ ctx, tx, meeting }: Pick<Scene, "ctx" | "tx" | "meeting">, personId: string, said: { attendance: Kehadiran; reason: string | null; via: "ponsel" | "qr" | "pemimpin" }): Promise<void> {
  await tx.insert(meetingParticipant).values({ meetingId: meeting.id, personId, ...said, confirmedAt: ctx.now })
    .onConflictDoUpdate({ target: [meetingParticipant.meetingId, meetingParticipant.personId], set: { ...said, confirmedAt: ctx.now } });
}

/** The leader or the secretary ticks; the reason is private to them. */
export async function attendance(scene: Scene, { personId, attendance: state, reason }: CommandOf<"attendance">): Promise<Effect> {
  const name = await mustParticipant(scene, personId, "body.personId");
  await setAttendance(scene, personId, { attendance: state, reason, via: "pemimpin" });
  // The reason stays out of the trail: it may be an illness.
  return { event: { kind: "attendance", itemId: null, person: { id: personId, name, attendance: state } }, payload: { personId, attendance: state } };
}

/** Who speaks for an absent person. */
export async function setSpeaker(scene: Scene, { itemId, speakerId }: CommandOf<"speaker">): Promise<Effect> {
  const { tx, meeting } = scene;
  await mustItem(tx, meeting.id, itemId);
  const name = speakerId === null ? null : await mustParticipant(scene, speakerId, "body.speakerId");
  await tx.execute(sql`update meeting_item set speaker_id = ${speakerId}, slide = jsonb_set(slide, '{speaker}', ${JSON.stringify(name)}::jsonb) where id = ${itemId}`);
  return { event: { kind: "speaker", itemId }, payload: { itemId, speakerId } };
}

/** Named in the meeting of the unit above. */
export async function raise({ tx, meeting }: Scene, { itemId, isRaised }: CommandOf<"raise">): Promise<Effect> {
  await mustItem(tx, meeting.id, itemId);
  await tx.update(meetingItem).set({ isRaised }).where(eq(meetingItem.id, itemId));
  return { event: { kind: "agenda", itemId }, payload: { itemId, isRaised } };
}

/** The leader's own words: no event, and the trail says only that there are some. */
export async function note({ tx, meeting }: Scene, { itemId, note: words }: CommandOf<"note">): Promise<Effect> {
  await mustItem(tx, meeting.id, itemId);
  await tx.update(meetingItem).set({ note: words }).where(eq(meetingItem.id, itemId));
  return { event: null, payload: { itemId, isEmpty: words === null } };
}

export async function answered({ ctx, tx, meeting }: Scene, { questionId }: CommandOf<"answered">): Promise<Effect> {
  const done = await tx.update(meetingQuestion).set({ answeredAt: ctx.now }).where(and(eq(meetingQuestion.id, questionId), eq(meetingQuestion.meetingId, meeting.id))).returning({ itemId: meetingQuestion.itemId });
  if (done[0] === undefined) throw invalid("body.questionId", "not_found");
  return { event: { kind: "question", itemId: done[0].itemId }, payload: { questionId } };
}
