import type { MeetingState } from "@teraju/contracts/evaluation-meeting-live";
import { evaluationMeeting as rules, type Refusal } from "@teraju/domain";
import { eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { evaluationMeeting, meetingCommand, meetingItem, notulenSignature } from "#db/schema/index.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { meetingRefusals, mustMeeting, type Meeting } from "../../meeting.ts";
import { answered, attendance, note, raise, setSpeaker } from "./command-people.ts";
import { cancelPromise, changeDecision, decide, retractDecision } from "./command-decisions.ts";
import { finish, start } from "./command-start.ts";
import { appendEvent, isDone, lockRoom, readState, type Locked } from "./room.ts";
import { mustItem, stopTimer, type Command, type CommandOf, type Effect, type Scene } from "./scene.ts";

/** Which of the domain's actions a command is. */
function actionOf(kind: Command["kind"]): rules.Action {
  switch (kind) {
    case "start": return "start";
    case "finish": return "finish";
    case "attendance": case "decide": case "change_decision": case "retract_decision": case "raise": case "note": case "answered": case "speaker": return "amend";
    default: return "lead";
  }
}

function refusalsOf(ctx: Ctx, meeting: Meeting, command: Command, controller: string | null): Refusal[] {
  return [...meetingRefusals(ctx, meeting, actionOf(command.kind)), ...rules.screenRefusals(command.kind, command.deviceId, controller)];
}

/**
 * Carries out one command of who leads. Sent again, or twice at once, it is done once: its id is written in the same transaction.
 * The row of the meeting is locked, so that commands of two devices have one order.
 */
export async function command(ctx: Ctx, id: string, body: Command): Promise<{ isApplied: boolean; state: MeetingState }> {
  const meeting = await mustMeeting(ctx, body.kind === "start" || body.kind === "finish" ? "evaluation-meeting.lead" : "evaluation-meeting.assist", id);
  if (await isDone(ctx.pool, id, body.id)) return { isApplied: false, state: await readState(ctx, id) };
  // What can be refused without the lock is refused without it.
  refuseIf(refusalsOf(ctx, meeting, body, null));
  const prepared = body.kind === "start" ? await start(ctx, meeting, body) : null;
  try {
    await change(ctx, async (tx) => {
      const room = await lockRoom(tx, id);
      refuseIf(refusalsOf(ctx, { ...meeting, status: room.status }, body, room.controllerDevice));
      const at = timeOf(ctx, body, room);
      const effect = prepared === null ? await perform({ ctx, tx, meeting, room, at }, body) : await prepared({ ctx, tx, meeting, room, at });
      if (room.status === "ended") await tx.delete(notulenSignature).where(eq(notulenSignature.meetingId, id));
      if (effect.event === null) await tx.insert(meetingCommand).values({ meetingId: id, commandId: body.id });
      else await appendEvent(ctx, tx, id, { ...effect.event, at, commandId: body.id, deviceId: body.deviceId });
      return { value: undefined, audit: { action: `evaluation-meeting.${body.kind}`, target: { type: "evaluation_meeting", id }, payload: effect.payload } };
    });
  } catch (error) {
    // The same command came in twice at the same instant: the other one has done it.
    if (postgresCode(error) !== "23505") throw error;
    if (!(await isDone(ctx.pool, id, body.id))) throw new Problem("stale");
    return { isApplied: false, state: await readState(ctx, id) };
  }
  return { isApplied: true, state: await readState(ctx, id) };
}

function timeOf(ctx: Ctx, { ageMs }: Command, room: Locked): string {
  const now = Date.parse(ctx.now);
  return new Date(rules.timeOfCommand({ now, ageMs, lastKnown: room.lastAt === null ? 0 : Date.parse(room.lastAt) })).toISOString();
}

async function perform(scene: Scene, body: Command): Promise<Effect> {
  switch (body.kind) {
    case "start": throw new Error("a start is prepared before its transaction");
    case "finish": return finish(scene);
    case "go": return go(scene, body);
    case "blank": return blank(scene, body);
    case "timer_start": case "timer_stop": return timer(scene, body);
    case "take_over": return takeOver(scene, body);
    case "defer": return defer(scene, body);
    case "speaker": return setSpeaker(scene, body);
    case "raise": return raise(scene, body);
    case "note": return note(scene, body);
    case "answered": return answered(scene, body);
    case "attendance": return attendance(scene, body);
    case "decide": return decide(scene, body);
    case "change_decision": return changeDecision(scene, body);
    case "retract_decision": return retractDecision(scene, body);
    case "cancel_promise": return cancelPromise(scene, body);
  }
}

/** Shows a slide: the one before is done, unless it was put off; whoever speaks, the time runs. */
async function go(scene: Scene, { itemId }: CommandOf<"go">): Promise<Effect> {
  const { tx, meeting, room, at } = scene;
  const item = await mustItem(tx, meeting.id, itemId);
  await stopTimer(scene);
  if (room.currentItemId !== null && room.currentItemId !== itemId) await tx.execute(sql`update meeting_item set status = 'selesai' where id = ${room.currentItemId} and status = 'sedang'`);
  await tx.execute(sql`update meeting_item set status = 'sedang' where id = ${itemId} and status <> 'ditunda'`);
  const isTimed = item.kind !== "opening" && item.kind !== "closing";
  await tx.update(evaluationMeeting).set({ currentItemId: itemId, isBlank: false, timerItemId: isTimed ? itemId : null, timerStartedAt: isTimed ? at : null }).where(eq(evaluationMeeting.id, meeting.id));
  return { event: { kind: "slide", itemId }, payload: { itemId } };
}

async function blank({ tx, meeting, room }: Scene, { isBlank }: CommandOf<"blank">): Promise<Effect> {
  await tx.update(evaluationMeeting).set({ isBlank }).where(eq(evaluationMeeting.id, meeting.id));
  return { event: { kind: "blank", itemId: room.currentItemId }, payload: { isBlank } };
}

async function timer(scene: Scene, { kind, itemId }: CommandOf<"timer_start"> | CommandOf<"timer_stop">): Promise<Effect> {
  const { tx, meeting, room, at } = scene;
  await mustItem(tx, meeting.id, itemId);
  const isRunning = room.timerItemId === itemId && room.timerStartedAt !== null;
  if (kind === "timer_stop" || !isRunning) await stopTimer(scene);
  if (kind === "timer_start" && !isRunning) await tx.update(evaluationMeeting).set({ timerItemId: itemId, timerStartedAt: at }).where(eq(evaluationMeeting.id, meeting.id));
  return { event: { kind: "timer", itemId }, payload: { itemId, isRunning: kind === "timer_start" } };
}

async function takeOver({ ctx, tx, meeting, room }: Scene, { deviceId }: CommandOf<"take_over">): Promise<Effect> {
  await tx.update(evaluationMeeting).set({ controllerDevice: deviceId, controllerId: ctx.actor.personId }).where(eq(evaluationMeeting.id, meeting.id));
  return { event: { kind: "taken_over", itemId: room.currentItemId }, payload: { deviceId, from: room.controllerDevice } };
}

/** Put off to the next meeting, where it stands among the first. */
async function defer({ tx, meeting, room }: Scene, { itemId, isDeferred }: CommandOf<"defer">): Promise<Effect> {
  await mustItem(tx, meeting.id, itemId);
  await tx.update(meetingItem).set({ status: isDeferred ? "ditunda" : room.currentItemId === itemId ? "sedang" : "menunggu" }).where(eq(meetingItem.id, itemId));
  return { event: { kind: "deferred", itemId }, payload: { itemId, isDeferred } };
}
