import type { MeetingEvent } from "@teraju/contracts/evaluation-meeting-live";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Ctx } from "../../context.ts";
import type { Hub } from "../../hub.ts";
import { cookieName, hashToken } from "#http/session.ts";
import { mustMeeting } from "../../meeting.ts";
import { eventsAfter, readState } from "./room.ts";

export type Layar = "utama" | "pemimpin" | "peserta";

/** Whoever watches a meeting is there: without this the projector would be signed out after half an hour of silence. */
const SIGN_OF_LIFE_MS = 5 * 60_000;
const RETRY_MS = 1_000;

/** What the room may hear: who ticked whom, and questions, are for the leader's screen. */
export function heardBy(layar: Layar, event: MeetingEvent): MeetingEvent {
  return layar === "pemimpin" ? event : { ...event, person: null, question: null };
}

type Following = { layar: Layar; lastEventId: string | undefined; isFollowed: boolean };

/**
 * Hands the stream over: everything after the last event that the client has, then each event as it is committed, in the order of
 * `seq`, whichever process wrote it. Without a last event it begins with the next one. `isFollowed` false: ends after what was missed.
 */
export async function follow(ctx: Ctx, hub: Hub, id: string, { layar, lastEventId, isFollowed }: Following, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): Promise<void> {
  await mustMeeting(ctx, layar === "pemimpin" ? "evaluation-meeting.assist" : "evaluation-meeting.read", id);
  const { seq } = await readState(ctx, id);
  const asked = lastIdOf(request.headers["last-event-id"]) ?? lastIdOf(lastEventId);
  // A number that this meeting has not reached is none of ours: from here on, then.
  let after = asked === null || asked > seq ? seq : asked;
  const stream = reply.sse;
  const deliver = async (): Promise<void> => {
    for (;;) {
      const events = await eventsAfter(ctx.pool, id, after);
      for (const event of events) {
        if (!stream.isConnected) return;
        await stream.send({ id: String(event.seq), event: event.kind, data: heardBy(layar, event) });
        after = event.seq;
      }
      if (events.length === 0) return;
    }
  };
  stream.keepAlive();
  reply.hijack();
  await stream.send({ event: "hello", data: { seq: after }, retry: RETRY_MS });
  if (!isFollowed) {
    await deliver();
    stream.close();
    return;
  }
  const stop = hub.listen(id, deliver);
  const forget = hub.onClose(() => stream.close());
  const life = setInterval(() => void staySignedIn(ctx, request), SIGN_OF_LIFE_MS);
  life.unref();
  stream.onClose(() => {
    stop();
    forget();
    clearInterval(life);
  });
  // The client may have gone while the first line was written.
  if (!stream.isConnected) stop();
}

function lastIdOf(text: string | string[] | undefined): number | null {
  return typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

async function staySignedIn({ pool }: Ctx, request: FastifyRequest): Promise<void> {
  const token = request.cookies[cookieName(request)];
  if (token === undefined) return;
  // A session that has ended stays ended; a database that is away for a moment does not end the stream.
  await pool.query("update session set last_seen_at = now() where token_hash = $1 and expires_at > now()", [hashToken(token)]).catch(() => undefined);
}
