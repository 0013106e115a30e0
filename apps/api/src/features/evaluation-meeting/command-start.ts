import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { evaluationMeeting, meetingItem, meetingParticipant, notulen } from "#db/schema/index.ts";
import { Problem } from "#http/problem.ts";
import { leaderOf, type Meeting } from "../../meeting.ts";
import { composeAgenda, type Composed } from "./agenda.ts";
import { stopTimer, type CommandOf, type Effect, type Scene } from "./scene.ts";
import { makeSlides } from "./slides.ts";

export type Frozen = { items: (typeof meetingItem.$inferInsert)[]; people: string[]; plannedMinutes: number };

/** Agenda and slides as they are at this moment, with the ids that they keep. */
export async function freeze(ctx: Ctx, meeting: Meeting): Promise<Frozen> {
  const composed = await composeAgenda(ctx, meeting);
  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const id = ids.get(key) ?? v7();
    ids.set(key, id);
    return id;
  };
  const slides = await makeSlides({ pool: ctx.pool, month: meeting.month, date: meeting.date, under: meeting.standard.standar.rapat.melesetDi, composed, idOf });
  const { items, totalMinutes } = composed.decision.value;
  const lines = slides.map((slide, i) => {
    const item = items[i - 1];
    const line = item === undefined || slide.kind === "opening" || slide.kind === "closing" ? null : composed.lineOf(item, i);
    return {
      id: slide.itemId, meetingId: meeting.id, key: line?.key ?? slide.kind, kind: slide.kind, bagian: slide.bagian, position: slide.position, personId: slide.person?.id ?? null, unitId: slide.unit?.id ?? null,
      minutes: slide.minutes, usualMinutes: line?.usualMinutes ?? 0, alasan: line?.alasan ?? [], why: line?.why ?? null, slide,
    };
  });
  return { items: lines, people: peopleOf(composed, meeting), plannedMinutes: totalMinutes };
}

function peopleOf({ invited, children }: Composed, meeting: Meeting): string[] {
  const others = [meeting.secretary?.id, meeting.delegate?.id, leaderOf(meeting)?.id, ...children.map((child) => child.headId)];
  return [...new Set([...invited.map((one) => one.personId), ...others.filter((id): id is string => typeof id === "string")])];
}

/** Writes what is frozen; whoever has said something before keeps it, whoever is no longer invited leaves. */
export async function writeFrozen({ tx, meeting }: Pick<Scene, "tx" | "meeting">, { items, people }: Frozen): Promise<void> {
  await tx.insert(meetingItem).values(items);
  await tx.execute(sql`delete from meeting_participant where meeting_id = ${meeting.id} and not (person_id = any(${sql.param(people)}::uuid[]))`);
  if (people.length > 0) await tx.insert(meetingParticipant).values(people.map((personId) => ({ meetingId: meeting.id, personId }))).onConflictDoNothing();
}

/** The start: reads everything first, then begins in one transaction. A change of the plan meanwhile is `stale`. */
export async function start(ctx: Ctx, meeting: Meeting, { deviceId }: CommandOf<"start">): Promise<(scene: Scene) => Promise<Effect>> {
  const frozen = await freeze(ctx, meeting);
  return async ({ tx, at }) => {
    await writeFrozen({ tx, meeting }, frozen);
    const opening = frozen.items[0]?.id ?? null;
    const done = await tx.update(evaluationMeeting).set({
      status: "running", startedAt: at, leaderId: ctx.actor.personId, plannedMinutes: frozen.plannedMinutes, currentItemId: opening, controllerDevice: deviceId, controllerId: ctx.actor.personId, version: sql`${evaluationMeeting.version} + 1`,
    }).where(sql`${evaluationMeeting.id} = ${meeting.id} and ${evaluationMeeting.version} = ${meeting.version} and ${evaluationMeeting.status} = 'planned'`).returning({ id: evaluationMeeting.id });
    if (done.length === 0) throw new Problem("stale");
    return { event: { kind: "started", itemId: opening }, payload: { speakers: frozen.items.length - 2, people: frozen.people.length, minutes: frozen.plannedMinutes } };
  };
}

/** "NR/DINKES-P3/2026-10": one per unit and month, as the meeting itself. */
export function notulenNumber({ unitCode, month }: Pick<Meeting, "unitCode" | "month">): string {
  return `NR/${unitCode}/${month}`;
}

/** The end: the time stops, the draft of the minutes stands. */
export async function finish(scene: Scene): Promise<Effect> {
  const { tx, meeting, room, at } = scene;
  await stopTimer(scene);
  await tx.execute(sql`update meeting_item set status = 'selesai' where meeting_id = ${meeting.id} and status = 'sedang'`);
  await tx.update(evaluationMeeting).set({ status: "ended", finishedAt: at, timerItemId: null, timerStartedAt: null, isBlank: false, version: sql`${evaluationMeeting.version} + 1` }).where(eq(evaluationMeeting.id, meeting.id));
  await tx.insert(notulen).values({ meetingId: meeting.id, number: notulenNumber(meeting) });
  return { event: { kind: "finished", itemId: room.currentItemId }, payload: {} };
}
