import { createHmac } from "node:crypto";
import type { Output } from "@teraju/contracts/endpoint";
import type { readLeaderView, readParticipantView, readSlides, Slide } from "@teraju/contracts/evaluation-meeting-live";
import { addMonths, hariRapat, type LocalDate } from "@teraju/domain";
import { v5 } from "uuid";
import type { Ctx } from "../../context.ts";
import { leaderOf, meetingRefusals, mustMeeting, type Meeting } from "../../meeting.ts";
import { viewsOfMeeting } from "../tindak-lanjut/service.ts";
import { composeAgenda } from "./agenda.ts";
import { findSaid } from "./people.ts";
import { findItems, findOfUnit } from "./queries.ts";
import { readState } from "./room.ts";
import { findAttendance, findDecisions, findNotes, findQuestions, findStoredSlides } from "./screen-queries.ts";
import { makeSlides } from "./slides.ts";

/** Short enough for a QR of a room, and nobody's to guess: who has it was there. */
export function roomCode(secret: string, meetingId: string): string {
  return createHmac("sha256", secret).update(`rapat/${meetingId}`).digest("base64url").slice(0, 12);
}

/** Before the start as they would be now, under ids of their own that a start will not keep. */
export async function slidesOf(ctx: Ctx, meeting: Meeting): Promise<Slide[]> {
  if (meeting.status !== "planned" && meeting.status !== "cancelled") return findStoredSlides(ctx.pool, meeting.id);
  const composed = await composeAgenda(ctx, meeting);
  return makeSlides({ pool: ctx.pool, month: meeting.month, date: meeting.date, under: meeting.standard.standar.rapat.melesetDi, composed, idOf: (key) => v5(`${meeting.id}/${key}`, v5.URL) });
}

/** The projector: the schema of its answer is all that the room may see. */
export async function slides(ctx: Ctx, secret: string, id: string): Promise<Output<typeof readSlides>> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.read", id);
  const [all, state, decisions] = await Promise.all([slidesOf(ctx, meeting), readState(ctx, id), findDecisions(ctx.pool, id, ctx.today)]);
  const isOpen = meeting.status === "planned" || meeting.status === "running";
  return {
    meetingId: id, unit: meeting.unit, month: meeting.month, date: meeting.date, place: meeting.place, leader: leaderOf(meeting)?.name ?? "", state, slides: all, decisions,
    presencePath: isOpen ? `/rapat/${id}/hadir?kode=${roomCode(secret, id)}` : null,
  };
}

/** The day of the unit's next meeting: the planned one, else four weeks on in the same rhythm. */
async function nextMeeting(ctx: Ctx, meeting: Meeting): Promise<{ date: LocalDate; isPlanned: boolean }> {
  const next = (await findOfUnit(ctx.pool, meeting.unit.id)).filter((one) => one.date > meeting.date).toSorted((a, b) => (a.date < b.date ? -1 : 1))[0];
  if (next !== undefined) return { date: next.date, isPlanned: true };
  const [, month = "", day = ""] = meeting.date.split("-");
  const pekan = Math.min(5, Math.ceil(Number(day) / 7));
  const hari = new Date(`${meeting.date}T00:00:00Z`).getUTCDay();
  const bulan = `${meeting.date.slice(0, 4)}-${month}`;
  return { date: hariRapat({ bulan: addMonths(bulan, 0), pekan, hari: hari === 0 || hari === 6 ? 5 : hari, kalender: meeting.standard.kalender }).value, isPlanned: false };
}

/** The leader's screen; the secretary sees it too, but not the leader's notes. */
export async function leader(ctx: Ctx, id: string): Promise<Output<typeof readLeaderView>> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.assist", id);
  const [items, all, state, attendance, questions, notes, decisions, said, next] = await Promise.all([
    findItems(ctx.pool, id, ctx.today), slidesOf(ctx, meeting), readState(ctx, id), findAttendance(ctx.pool, meeting, ctx.today), findQuestions(ctx.pool, id), findNotes(ctx.pool, id),
    viewsOfMeeting(ctx, id), findSaid(ctx.pool, id), nextMeeting(ctx, meeting),
  ]);
  const isLeader = meeting.standing.relations.includes("leadsMeeting");
  const may = (action: Parameters<typeof meetingRefusals>[2]): string[] => meetingRefusals(ctx, meeting, action);
  return {
    state,
    items: items.flatMap((item) => {
      const slide = all.find((one) => one.itemId === item.key);
      const there = attendance.find((one) => one.person.id === (item.speaker ?? item.person)?.id)?.attendance;
      return slide === undefined ? [] : [{ ...item, slide, note: isLeader ? (notes.get(item.key) ?? null) : null, isPresent: there === undefined || there === "belum_dikonfirmasi" ? null : there === "hadir" }];
    }),
    privateDialogues: attendance.filter((one) => said.get(one.person.id)?.isPrivate === true).map((one) => one.person),
    attendance: attendance.map((one) => ({ ...one, speaksAt: items.find((item) => item.person?.id === one.person.id)?.position ?? null })),
    decisions, questions, nextMeeting: next, isLeader, actions: { start: may("start"), lead: may("lead"), finish: may("finish") },
  };
}

function titleOf({ kind, person, unit }: Pick<Slide, "kind" | "person" | "unit">): string {
  return kind === "unit" ? (unit?.name ?? "") : (person?.name ?? "");
}

/** A phone in the room. */
export async function participant(ctx: Ctx, id: string): Promise<Output<typeof readParticipantView>> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.read", id);
  const { personId } = ctx.actor;
  const [all, items, state, decisions, said, questions] = await Promise.all([
    slidesOf(ctx, meeting), findItems(ctx.pool, id, ctx.today), readState(ctx, id), findDecisions(ctx.pool, id, ctx.today), findSaid(ctx.pool, id), findQuestions(ctx.pool, id, personId),
  ]);
  const statusOf = (itemId: string): string => items.find((item) => item.key === itemId)?.status ?? "menunggu";
  const speakers = all.filter((slide) => slide.kind === "person" || slide.kind === "unit");
  const isMine = (slide: Slide): boolean => slide.person?.id === personId || items.find((item) => item.key === slide.itemId)?.speaker?.id === personId;
  const mine = speakers.find((slide) => isMine(slide) && statusOf(slide.itemId) !== "selesai" && statusOf(slide.itemId) !== "ditunda");
  const current = all.find((slide) => slide.itemId === state.itemId);
  const may = (action: Parameters<typeof meetingRefusals>[2]): string[] => meetingRefusals(ctx, meeting, action);
  return {
    state, unit: meeting.unit, month: meeting.month, date: meeting.date, time: meeting.time, place: meeting.place,
    current: current === undefined ? null : { itemId: current.itemId, kind: current.kind, title: titleOf(current) },
    turnsLeft: mine === undefined ? null : mine.itemId === state.itemId ? 0 : speakers.filter((slide) => slide.position < mine.position && slide.position >= (state.position ?? 0) && statusOf(slide.itemId) !== "ditunda" && statusOf(slide.itemId) !== "selesai").length,
    order: all.map((slide) => ({ itemId: slide.itemId, position: slide.position, kind: slide.kind, title: titleOf(slide), isMine: isMine(slide), isDone: statusOf(slide.itemId) === "selesai" })),
    attendance: (said.get(personId)?.attendance ?? "belum_dikonfirmasi") as "hadir", decisions,
    myQuestions: questions.map(({ id: questionId, text, isAnswered }) => ({ id: questionId, text, isAnswered })),
    actions: { present: may("attend"), ask: may("ask"), applaud: may("applaud") },
  };
}
