import type { MeetingState } from "@teraju/contracts/evaluation-meeting-live";
import type { Kehadiran } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { meetingApplause, meetingQuestion } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { meetingRefusals, mustMeeting } from "../../meeting.ts";
import { setAttendance } from "./command-people.ts";
import { findSaid } from "./people.ts";
import { appendEvent, isDone, lockRoom, readState } from "./room.ts";
import { mustItem } from "./scene.ts";
import { roomCode } from "./screens.ts";

const invalid = (path: string, code: string): Problem => new Problem("invalid", { fields: [{ path, code }] });

type Saying = { attendance: Exclude<Kehadiran, "belum_dikonfirmasi">; reason: string | null; code?: string | undefined };
/** One's own presence, within its window; why one is away may be said from the day it is known. Said again it changes nothing. */
export async function attend(ctx: Ctx, secret: string, id: string, { attendance, reason, code }: Saying): Promise<{ attendance: Kehadiran; state: MeetingState }> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.attend", id);
  const { personId } = ctx.actor;
  if (code !== undefined && code !== roomCode(secret, id)) throw invalid("body.code", "not_the_code_of_this_room");
  const before = (await findSaid(ctx.pool, id)).get(personId);
  if (before?.attendance === attendance && before.reason === reason) return { attendance, state: await readState(ctx, id) };
  const refusals = meetingRefusals(ctx, meeting, "attend");
  refuseIf(attendance === "hadir" ? refusals : refusals.filter((refusal) => refusal !== "presence_not_open"));
  const state = await change(ctx, async (tx) => {
    const room = await lockRoom(tx, id);
    refuseIf(room.status === "planned" || room.status === "running" ? [] : ["wrong_status"]);
    await setAttendance({ ctx, tx, meeting }, personId, { attendance, reason, via: code === undefined ? "ponsel" : "qr" });
    const value = await appendEvent(ctx, tx, id, { kind: "attendance", at: ctx.now, commandId: null, deviceId: null, itemId: null, person: { id: personId, name: ctx.actor.name, attendance } });
    return { value, audit: { action: "evaluation-meeting.attend", target: { type: "evaluation_meeting", id }, payload: { attendance } } };
  });
  return { attendance, state };
}

/** Once per person and slide, for the slide on the screen. */
export async function applaud(ctx: Ctx, id: string, { id: applauseId, itemId }: { id: string; itemId: string }): Promise<MeetingState> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.attend", id);
  if (await isDone(ctx.pool, id, applauseId)) return readState(ctx, id);
  refuseIf(meetingRefusals(ctx, meeting, "applaud"));
  if (await hasApplauded(ctx, id, itemId)) return readState(ctx, id);
  return change(ctx, async (tx) => {
    const room = await lockRoom(tx, id);
    refuseIf([...(room.status === "running" ? [] : ["wrong_status" as const]), ...(room.currentItemId === itemId ? [] : ["slide_not_shown" as const])]);
    const made = await tx.insert(meetingApplause).values({ meetingId: id, itemId, personId: ctx.actor.personId }).onConflictDoNothing().returning({ itemId: meetingApplause.itemId });
    if (made.length === 0) throw new Problem("stale");
    const value = await appendEvent(ctx, tx, id, { kind: "applause", at: ctx.now, commandId: applauseId, deviceId: null, itemId });
    return { value, audit: { action: "evaluation-meeting.applaud", target: { type: "evaluation_meeting", id }, payload: { itemId } } };
  });
}

async function hasApplauded({ pool, actor }: Ctx, meetingId: string, itemId: string): Promise<boolean> {
  const { rows } = await pool.query("select from meeting_applause where meeting_id = $1 and item_id = $2 and person_id = $3", [meetingId, itemId, actor.personId]);
  return rows.length > 0;
}

/** A question goes to the leader's screen alone. The same id again is the same question. */
export async function ask(ctx: Ctx, id: string, { id: questionId, itemId, text }: { id: string; itemId: string | null; text: string }): Promise<{ id: string }> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.attend", id);
  if (await isDone(ctx.pool, id, questionId)) return { id: questionId };
  refuseIf(meetingRefusals(ctx, meeting, "ask"));
  await change(ctx, async (tx) => {
    const room = await lockRoom(tx, id);
    refuseIf(room.status === "running" ? [] : ["wrong_status"]);
    if (itemId !== null) await mustItem(tx, id, itemId);
    const made = await tx.insert(meetingQuestion).values({ id: questionId, meetingId: id, itemId, personId: ctx.actor.personId, text, at: ctx.now }).onConflictDoNothing().returning({ id: meetingQuestion.id });
    if (made.length === 0) throw new Problem("stale");
    await appendEvent(ctx, tx, id, { kind: "question", at: ctx.now, commandId: questionId, deviceId: null, itemId, question: { id: questionId, from: ctx.actor.name, text } });
    return { value: undefined, audit: { action: "evaluation-meeting.ask", target: { type: "evaluation_meeting", id }, payload: { itemId } } };
  });
  return { id: questionId };
}
