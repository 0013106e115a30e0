import type { AgendaItem, MeetingCard, MeetingView } from "@teraju/contracts/evaluation-meeting";
import type { Ctx } from "../../context.ts";
import { leaderOf, meetingRefusals, presenceFrom, type Meeting, type MeetingRow } from "../../meeting.ts";
import { composeAgenda, refOf, type Composed } from "./agenda.ts";
import { findChildren, findInvited } from "./people.ts";
import { invitationText } from "./invitation.ts";
import { findCounts, findItems, findMine, type Counts } from "./queries.ts";

const toIso = (millis: number): string => new Date(millis).toISOString();

export function hatsOf(meeting: MeetingRow, personId: string): MeetingCard["hats"] {
  const hats: [MeetingCard["hats"][number], boolean][] = [
    ["memimpin", leaderOf(meeting)?.id === personId], ["kepala", meeting.isHead], ["notulis", meeting.secretary?.id === personId], ["peserta", meeting.takesPart], ["atasan", meeting.leads && !meeting.isHead],
  ];
  return hats.filter(([, holds]) => holds).map(([hat]) => hat);
}

export function cardOf(meeting: MeetingRow, counts: Counts, personId: string): MeetingCard {
  const { id, unit, month, date, time, place, status, version, secretary, cancelReason, isPaper } = meeting;
  return { id, unit, month, date, time, place, status, version, hats: hatsOf(meeting, personId), leader: leaderOf(meeting), secretary, cancelReason, isPaper, ...counts };
}

type Lines = Pick<MeetingView["agenda"], "items" | "totalMinutes" | "speakers" | "privateDialogues" | "leftOut" | "why" | "isOwnOrder">;

function plannedLines(composed: Composed, isOwnOrder: boolean): Lines {
  const { items, dialogPribadi, leftOut, totalMinutes, speakers } = composed.decision.value;
  const { from: _from, ...why } = composed.decision;
  return {
    items: items.map((item, i) => composed.lineOf(item, i + 1)), totalMinutes, speakers, isOwnOrder,
    privateDialogues: dialogPribadi.map((item) => composed.lineOf(item, 0)), leftOut: leftOut.map((item) => composed.lineOf(item, 0)), why: { ...why, from: [] },
  };
}

function heldLines(items: AgendaItem[], isOwnOrder: boolean): Lines {
  const spoken = items.filter((item) => item.kind !== "opening" && item.kind !== "closing");
  return {
    items: spoken.filter((item) => item.bagian !== "dialog_pribadi"), totalMinutes: spoken.reduce((sum, item) => sum + item.minutes, 0), speakers: spoken.filter((item) => item.kind !== "promises").length,
    isOwnOrder, privateDialogues: [], leftOut: [], why: null,
  };
}

/** The reasons are for who leads, oversees or takes the minutes; others see order, minutes and their own line. */
function without(lines: Lines, personId: string): Lines {
  const bare = (item: AgendaItem): AgendaItem => (item.person?.id === personId ? item : { ...item, alasan: [], why: null });
  return { ...lines, items: lines.items.map(bare), privateDialogues: lines.privateDialogues.filter((item) => item.person?.id === personId), leftOut: lines.leftOut.map(bare), why: null };
}

/** The page of one meeting for the actor. */
export async function viewOf(ctx: Ctx, meeting: Meeting): Promise<MeetingView> {
  const isPlanned = meeting.status === "planned";
  const personId = ctx.actor.personId;
  const isInside = meeting.standing.relations.some((relation) => relation === "leadsMeeting" || relation === "overseesMeeting" || relation === "takesMinutes");
  const [composed, counts, mine] = await Promise.all([isPlanned ? composeAgenda(ctx, meeting) : null, findCounts(ctx.pool, [meeting.id], ctx.today), findMine(ctx.pool, meeting.id, personId)]);
  const lines = composed === null ? heldLines(await findItems(ctx.pool, meeting.id, ctx.today), mine.isOwnOrder) : plannedLines(composed, mine.isOwnOrder);
  const shown = isInside ? lines : without(lines, personId);
  const may = (action: Parameters<typeof meetingRefusals>[2]): string[] => meetingRefusals(ctx, meeting, action);
  const own = lines.items.find((item) => item.person?.id === personId);
  return {
    ...cardOf(meeting, { ...(counts.get(meeting.id) ?? NO_COUNTS), people: lines.speakers, minutes: lines.totalMinutes }, personId),
    delegate: meeting.delegate,
    agenda: { ...shown, isGrouped: meeting.isGrouped, isExceptionsOnly: meeting.isExceptionsOnly, isCascade: meeting.isCascade },
    warnings: composed === null ? [] : warningsOf(ctx, meeting, composed),
    cascade: isPlanned && isInside ? await cascadeOf(ctx, meeting, composed) : null,
    invitation: invitationText(meeting, lines.totalMinutes),
    presenceFrom: toIso(presenceFrom(meeting)), presenceUntil: meeting.finishedAt,
    candidates: composed !== null && meeting.standing.relations.includes("overseesMeeting") ? (meeting.isCascade ? composed.invited : await findInvited(ctx.pool, meeting.id, ctx.today, false)).flatMap((one) => refOf(one) ?? []) : [],
    mine: { isSpeaker: own !== undefined, position: own?.position ?? null, attendance: mine.attendance, isPrivate: mine.isPrivate },
    actions: { arrange: may("arrange"), cancel: may("cancel"), agenda: may("agenda"), start: may("start"), paper: may("paper"), slide: may("slide"), attend: may("attend"), notulen: meeting.status === "ended" || meeting.status === "signed" ? [] : ["wrong_status"] },
  };
}

const NO_COUNTS: Counts = { people: 0, minutes: 0, present: 0, decisions: 0, notulen: null };

function warningsOf(ctx: Ctx, meeting: Meeting, { decision, facts, invited }: Composed): MeetingView["warnings"] {
  const { rapat } = meeting.standard.standar;
  const { speakers, totalMinutes, isTooMany, isTooLong } = decision.value;
  const missing = invited.filter((one) => !one.isHead && !(facts.get(one.personId)?.isSent ?? false) && (facts.get(one.personId)?.kewajiban ?? "wajib_lapor") === "wajib_lapor").length;
  const all: [MeetingView["warnings"][number], boolean][] = [
    [{ kind: "too_many_people", figure: speakers, limit: rapat.batasOrang }, isTooMany], [{ kind: "too_long", figure: totalMinutes, limit: rapat.batasMenit }, isTooLong],
    [{ kind: "no_secretary", figure: 0, limit: 1 }, meeting.secretary === null], [{ kind: "reports_missing", figure: missing, limit: 0 }, missing > 0 && meeting.date <= ctx.today],
  ];
  return all.filter(([, holds]) => holds).map(([warning]) => warning);
}

/** What a cascade would make of it; offered where the meeting is too large and offices lie below. */
async function cascadeOf(ctx: Ctx, meeting: Meeting, composed: Composed | null): Promise<MeetingView["cascade"]> {
  if (composed === null) return null;
  const children = meeting.isCascade ? composed.children : await findChildren(ctx.pool, meeting.id, ctx.today);
  if (children.length === 0) return null;
  const other = meeting.isCascade ? composed : await composeAgenda(ctx, meeting, true);
  const { isTooMany, isTooLong } = composed.decision.value;
  return {
    isOffered: !meeting.isCascade && (isTooMany || isTooLong), speakers: other.decision.value.speakers, minutes: other.decision.value.totalMinutes,
    units: children.map((child) => ({ unit: { id: child.unitId, name: child.name, kind: child.kind }, people: child.people, meeting: child.meeting === null ? null : { ...child.meeting, status: child.meeting.status as MeetingCard["status"] } })),
  };
}
