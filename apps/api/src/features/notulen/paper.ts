import type { MeetingView } from "@teraju/contracts/evaluation-meeting";
import type { Kehadiran, LocalDate } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { evaluationMeeting, meetingParticipant, notulen, notulenSignature } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { decide } from "../evaluation-meeting/command-decisions.ts";
import { freeze, notulenNumber, writeFrozen } from "../evaluation-meeting/command-start.ts";
import { lockRoom } from "../evaluation-meeting/room.ts";
import { viewOf as meetingViewOf } from "../evaluation-meeting/view.ts";
import { checkFile, dropFile, keepFile, openFile } from "../evidence/files.ts";
import { leaderOf, meetingRefusals, mustMeeting } from "../../meeting.ts";
import { findScan } from "./queries.ts";
import { mustNotulen } from "./service.ts";

type Paper = {
  version: number; date: LocalDate; startedAt: string; finishedAt: string;
  attendance: { personId: string; attendance: Kehadiran; reason: string | null }[];
  decisions: { id: string; text: string; ownerId: string; pemilik: "pribadi" | "unit"; due: LocalDate }[];
};

/** A meeting that was held without the app: what the paper says, in one write. Its minutes wait for the scan. */
export async function enterPaper(ctx: Ctx, id: string, { version, date, startedAt, finishedAt, attendance, decisions }: Paper): Promise<MeetingView> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.assist", id);
  if (meeting.isPaper && meeting.status === "ended" && meeting.version === version + 1) return meetingViewOf(ctx, meeting);
  const held = { ...meeting, date };
  refuseIf(meetingRefusals(ctx, held, "paper"));
  if (finishedAt <= startedAt) throw new Problem("invalid", { fields: [{ path: "body.finishedAt", code: "before_the_beginning" }] });
  const leader = leaderOf(meeting);
  if (leader === null) throw new Problem("invalid", { fields: [{ path: "body", code: "no_leader" }] });
  const frozen = await freeze(ctx, held);
  if (attendance.some((one) => !frozen.people.includes(one.personId))) throw new Problem("invalid", { fields: [{ path: "body.attendance", code: "not_a_participant" }] });
  const at = (time: string): string => `${date}T${time}:00+07:00`;
  await change(ctx, async (tx) => {
    const room = await lockRoom(tx, id);
    await writeFrozen({ tx, meeting }, frozen);
    const done = await tx.update(evaluationMeeting).set({ status: "ended", isPaper: true, date, startedAt: at(startedAt), finishedAt: at(finishedAt), leaderId: leader.id, plannedMinutes: frozen.plannedMinutes, version: sql`${evaluationMeeting.version} + 1` })
      .where(and(eq(evaluationMeeting.id, id), eq(evaluationMeeting.version, version), eq(evaluationMeeting.status, "planned"))).returning({ id: evaluationMeeting.id });
    if (done.length === 0) throw new Problem("stale");
    for (const { personId, ...said } of attendance) await tx.update(meetingParticipant).set({ ...said, via: "kertas", confirmedAt: ctx.now }).where(and(eq(meetingParticipant.meetingId, id), eq(meetingParticipant.personId, personId)));
    for (const one of decisions) await decide({ ctx, tx, meeting: held, room, at: ctx.now }, { kind: "decide", id: one.id, deviceId: one.id, ageMs: 0, decisionId: one.id, itemId: null, text: one.text, ownerId: one.ownerId, pemilik: one.pemilik, due: one.due });
    await tx.insert(notulen).values({ meetingId: id, number: notulenNumber(meeting) });
    return { value: undefined, audit: { action: "evaluation-meeting.paper", target: { type: "evaluation_meeting", id }, payload: { date, startedAt, finishedAt, attendance: attendance.length, decisions: decisions.length } } };
  });
  return meetingViewOf(ctx, await mustMeeting(ctx, "evaluation-meeting.read", id));
}

/** Keeps the scan; until the minutes are signed a later one takes its place. The same file again changes nothing. */
export async function uploadScan(ctx: Ctx, dataDir: string, id: string, { title, body, contentType }: { title: string; body: unknown; contentType: string | undefined }): Promise<{ hash: string }> {
  const { meeting } = await mustNotulen(ctx, "notulen.write", id);
  const { bytes, mime, sha256 } = await checkFile(body, contentType, title);
  const before = await findScan(ctx.pool, id);
  if (before?.sha256 === sha256 && before.title === title) return { hash: sha256 };
  refuseIf(meetingRefusals(ctx, meeting, "scan"));
  const key = await keepFile(dataDir, bytes);
  try {
    await change(ctx, async (tx) => {
      await tx.update(notulen).set({ scanKey: key, scanMime: mime, scanTitle: title, scanSha256: sha256, version: sql`${notulen.version} + 1` }).where(eq(notulen.meetingId, id));
      await tx.delete(notulenSignature).where(eq(notulenSignature.meetingId, id));
      return { value: undefined, audit: { action: "notulen.scan", target: { type: "evaluation_meeting", id }, payload: { sha256 } } };
    });
  } finally {
    const kept = await findScan(ctx.pool, id);
    for (const old of [key, before?.key]) if (old !== undefined && kept?.key !== old) await dropFile(dataDir, old);
  }
  return { hash: sha256 };
}

export async function readScan(ctx: Ctx, dataDir: string, id: string): Promise<{ title: string; mime: string; size: number; stream: NodeJS.ReadableStream }> {
  await mustNotulen(ctx, "notulen.read", id);
  const found = await findScan(ctx.pool, id);
  if (found === null) throw new Problem("not_found");
  return { title: found.title, mime: found.mime, ...await openFile(dataDir, found.key) };
}
