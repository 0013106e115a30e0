import type { readMySlide } from "@teraju/contracts/evaluation-meeting";
import type { Output } from "@teraju/contracts/endpoint";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { meetingParticipant } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { openFile } from "../evidence/files.ts";
import { meetingRefusals, mustMeeting, type Meeting } from "../../meeting.ts";
import { findFacts, findSaid } from "./people.ts";
import { findMyPhotos, findShownPhoto } from "./photos.ts";
import { findBars } from "./slides.ts";

type MySlide = Output<typeof readMySlide>;

async function viewOf(ctx: Ctx, meeting: Meeting): Promise<MySlide> {
  const { personId } = ctx.actor;
  const under = meeting.standard.standar.rapat.melesetDi;
  const [said, facts, bars, photos] = await Promise.all([findSaid(ctx.pool, meeting.id), findFacts(ctx.pool, meeting.month, [personId], under), findBars(ctx.pool, meeting.month, [personId], under), findMyPhotos(ctx.pool, personId, meeting.month)]);
  const mine = said.get(personId);
  const own = facts.get(personId);
  const isSent = own?.isSent ?? false;
  return {
    meetingId: meeting.id, version: mine?.slideVersion ?? 0, headline: mine?.headline ?? null, suggestion: isSent ? (photos.sentence ?? null) : null,
    photos: photos.photos.map((photo) => ({ ...photo, isChosen: mine?.photoIds.includes(photo.id) ?? false })), isPrivate: mine?.isPrivate ?? false, hasReport: isSent,
    bars: (bars.get(personId) ?? []).map(({ text, satuan, target, realisasi, lastMonth, uraian }) => ({ text, satuan, target, realisasi, lastMonth, uraian })),
    kendala: isSent ? (own?.kendala ?? null) : null, bantuan: isSent ? (own?.bantuan ?? null) : null,
    actions: { save: meetingRefusals(ctx, meeting, "slide") },
  };
}

export async function readMine(ctx: Ctx, id: string): Promise<MySlide> {
  return viewOf(ctx, await mustMeeting(ctx, "evaluation-meeting.attend", id));
}

type Words = { version: number; headline: string | null; photoIds: string[]; isPrivate: boolean };
/** One's own sentence, photos and wish for a private dialogue. A photo that is not one's own evidence of that month is `invalid`. */
export async function saveMine(ctx: Ctx, id: string, { version, headline, photoIds, isPrivate }: Words): Promise<MySlide> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.attend", id);
  const { personId } = ctx.actor;
  const before = (await findSaid(ctx.pool, id)).get(personId);
  const isSame = before?.headline === headline && before.isPrivate === isPrivate && before.photoIds.join() === photoIds.join();
  if (isSame && before.slideVersion === version + 1) return viewOf(ctx, meeting);
  refuseIf(meetingRefusals(ctx, meeting, "slide"));
  const { photos } = await findMyPhotos(ctx.pool, personId, meeting.month);
  if (photoIds.some((photoId) => !photos.some((photo) => photo.id === photoId))) throw new Problem("invalid", { fields: [{ path: "body.photoIds", code: "not_a_photo_of_this_month" }] });
  if ((before?.slideVersion ?? 0) !== version) throw new Problem("stale");
  await change(ctx, async (tx) => {
    const words = { headline, photoIds, isPrivate };
    const done = await tx.insert(meetingParticipant).values({ meetingId: id, personId, ...words, slideVersion: 1 })
      .onConflictDoUpdate({ target: [meetingParticipant.meetingId, meetingParticipant.personId], set: { ...words, slideVersion: sql`${meetingParticipant.slideVersion} + 1` }, setWhere: and(eq(meetingParticipant.slideVersion, version)) }).returning({ id: meetingParticipant.personId });
    if (done.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "evaluation-meeting.slide", target: { type: "evaluation_meeting", id }, payload: { photos: photoIds.length, isPrivate, hasHeadline: headline !== null } } };
  });
  return viewOf(ctx, meeting);
}

/** A photo that its owner chose to show in this meeting; any other is not found. */
export async function readPhoto(ctx: Ctx, dataDir: string, id: string, photoId: string): Promise<{ mime: string; size: number; stream: NodeJS.ReadableStream }> {
  await mustMeeting(ctx, "evaluation-meeting.read", id);
  const found = await findShownPhoto(ctx.pool, id, photoId);
  if (found === null) throw new Problem("not_found");
  return { mime: found.mime, ...await openFile(dataDir, found.storageKey) };
}
