import type { commandMeeting } from "@teraju/contracts/evaluation-meeting-live";
import type { Endpoint } from "@teraju/contracts/endpoint";
import { eq, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Ctx } from "../../context.ts";
import type { Tx } from "#db/audit.ts";
import { evaluationMeeting } from "#db/schema/index.ts";
import { Problem } from "#http/problem.ts";
import type { Meeting } from "../../meeting.ts";
import type { appendEvent, Locked } from "./room.ts";

type Body = typeof commandMeeting extends Endpoint<infer _P, infer _Q, infer B, infer _R> ? (B extends z.ZodMiniType ? z.output<B> : never) : never;
export type Command = Body;
export type CommandOf<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** What a command leaves: an event for the room, or nothing that others see. */
export type Effect = { event: Omit<Parameters<typeof appendEvent>[3], "at" | "commandId" | "deviceId"> | null; payload: Record<string, unknown> };
/** What each command is given: the locked room and the server's time of the deed. */
export type Scene = { ctx: Ctx; tx: Tx; meeting: Meeting; room: Locked; at: string };

/** The line of this meeting; another's is `invalid`. */
export async function mustItem(tx: Tx, meetingId: string, itemId: string): Promise<{ kind: string; status: string }> {
  const { rows } = await tx.execute<{ kind: string; status: string }>(sql`select kind, status from meeting_item where id = ${itemId} and meeting_id = ${meetingId}`);
  const item = rows[0];
  if (item === undefined) throw new Problem("invalid", { fields: [{ path: "body.itemId", code: "not_on_this_agenda" }] });
  return item;
}

/** Adds the running time to its line and stops it. */
export async function stopTimer({ tx, meeting, room, at }: Scene): Promise<void> {
  if (room.timerItemId === null || room.timerStartedAt === null) return;
  await tx.execute(sql`update meeting_item set spent_ms = least(spent_ms + greatest(0, extract(epoch from ${at}::timestamptz - ${room.timerStartedAt}::timestamptz) * 1000)::bigint, 86400000)::int where id = ${room.timerItemId}`);
  await tx.update(evaluationMeeting).set({ timerStartedAt: null }).where(eq(evaluationMeeting.id, meeting.id));
}
