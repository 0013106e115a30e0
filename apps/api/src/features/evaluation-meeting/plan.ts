import type { MeetingCard, MeetingView } from "@teraju/contracts/evaluation-meeting";
import { addMonths, hariRapat, monthsFrom, ordinaryDay, type LocalDate, type Month } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { evaluationMeeting, meetingChoice } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { meetingRefusals, mustMeeting, type Meeting, type MeetingRow } from "../../meeting.ts";
import { standardOn } from "../../standard.ts";
import { mustUnit } from "../../standing.ts";
import { composeAgenda } from "./agenda.ts";
import { invitationFile } from "./invitation.ts";
import { findInvited } from "./people.ts";
import { findCounts, findOfUnit, findOfYear, findPlannable, findUnit } from "./queries.ts";
import { cardOf, viewOf } from "./view.ts";

const NO_COUNTS = { people: 0, minutes: 0, present: 0, decisions: 0, notulen: null };

async function cardsOf(ctx: Ctx, rows: readonly MeetingRow[]): Promise<MeetingCard[]> {
  const counts = await findCounts(ctx.pool, rows.map((row) => row.id), ctx.today);
  return rows.map((row) => cardOf(row, counts.get(row.id) ?? NO_COUNTS, ctx.actor.personId));
}

/** The year's meetings for all hats, and the units whose meetings the actor plans. */
export async function list(ctx: Ctx, year: string): Promise<{ year: number; today: LocalDate; meetings: MeetingCard[]; plannable: MeetingRow["unit"][] }> {
  const [rows, plannable] = await Promise.all([findOfYear(ctx.pool, ctx.actor.personId, ctx.today, year), findPlannable(ctx.pool, ctx.actor.personId, ctx.today)]);
  return { year: Number(year), today: ctx.today, meetings: await cardsOf(ctx, rows), plannable };
}

async function mustKnowUnit(ctx: Ctx, unitId: string): Promise<MeetingRow["unit"]> {
  await mustUnit(ctx, "evaluation-meeting.plan", unitId);
  const unit = await findUnit(ctx.pool, unitId, ctx.today);
  if (unit === null) throw new Problem("not_found");
  return unit;
}

/** The days that "the third Thursday" gives for the months of a year, holidays moved, with what is planned already. */
export async function preview(ctx: Ctx, unitId: string, { year, week, weekday }: { year: string; week: string; weekday: string }) {
  const unit = await mustKnowUnit(ctx, unitId);
  const [{ kalender }, existing] = await Promise.all([standardOn(ctx.pool, ctx.today), findOfUnit(ctx.pool, unitId)]);
  const days = monthsFrom(`${year}-01`, `${year}-12`).map((month) => {
    const date = hariRapat({ bulan: month, pekan: Number(week), hari: Number(weekday), kalender }).value;
    const usual = ordinaryDay(addMonths(month, 1), Number(week), Number(weekday));
    const found = existing.find((one) => one.month === month);
    return { month, date, movedFrom: date === usual ? null : usual, isPast: date < ctx.today, existing: found === undefined ? null : { id: found.id, date: found.date, status: found.status } };
  });
  const last = existing[0];
  return { unit, days, suggestion: { time: last?.time ?? "09:00", place: last?.place ?? `Ruang rapat ${unit.name}` } };
}

type Planning = { time: string; place: string; meetings: { id: string; month: Month; date: LocalDate }[] };
/** Plans meetings; a month that has one keeps it. Sent again it makes nothing new. */
export async function plan(ctx: Ctx, unitId: string, { time, place, meetings }: Planning): Promise<{ meetings: MeetingCard[]; kept: Month[] }> {
  await mustKnowUnit(ctx, unitId);
  const existing = await findOfUnit(ctx.pool, unitId);
  const isMade = ({ id }: { id: string }): boolean => existing.some((one) => one.id === id);
  const wanted = meetings.filter((one, i) => meetings.findIndex((other) => other.month === one.month) === i && !existing.some((other) => other.month === one.month));
  refuseIf(wanted.some((one) => one.date < ctx.today) ? ["meeting_date_past"] : []);
  const [first, ...rest] = wanted.map(({ id, month, date }) => ({ action: "evaluation-meeting.plan", target: { type: "evaluation_meeting", id }, payload: { unit: unitId, month, date, time } }));
  if (first !== undefined) {
    await change(ctx, async (tx) => {
      const made = await tx.insert(evaluationMeeting).values(wanted.map(({ id, month, date }) => ({ id, unitId, month, date, startTime: time, place }))).onConflictDoNothing().returning({ id: evaluationMeeting.id });
      // Somebody planned one of these months at the same instant, or the id is another's.
      if (made.length < wanted.length) throw new Problem("stale");
      await invite(ctx, tx, wanted, "meeting_planned");
      return { value: undefined, audit: [first, ...rest] };
    });
  }
  const rows = (await findOfYears(ctx, meetings.map((one) => one.month))).filter((row) => meetings.some((one) => one.id === row.id));
  return { meetings: await cardsOf(ctx, rows), kept: existing.filter((one) => meetings.some((other) => other.month === one.month) && !meetings.some((other) => isMade(other) && other.id === one.id)).map((one) => one.month) };
}

async function findOfYears(ctx: Ctx, months: readonly Month[]): Promise<MeetingRow[]> {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return (await Promise.all(years.map((year) => findOfYear(ctx.pool, ctx.actor.personId, ctx.today, year)))).flat();
}

/** Tells everybody who is invited, once a day and meeting; a year at once is told by its first meeting alone. */
async function invite(ctx: Ctx, tx: Tx, meetings: readonly { id: string; month: Month; date: LocalDate }[], kind: string): Promise<void> {
  const [next] = meetings.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  if (next === undefined) return;
  await tx.execute(sql`
    with tree as (select id from tree_version where valid_from <= ${ctx.today} and (valid_until is null or valid_until > ${ctx.today})), m as (select * from evaluation_meeting where id = ${next.id})
    insert into notification (id, person_id, kind, params, day, created_at)
    select gen_random_uuid(), s.person_id, ${kind}, ${JSON.stringify({ meetingId: next.id, month: next.month, date: next.date })}, ${ctx.today}, ${ctx.now}::timestamptz
      from m join placement s on s.kind = 'definitif' and s.valid_from <= ${ctx.today} and (s.valid_until is null or s.valid_until > ${ctx.today}) join jabatan j on j.id = s.jabatan_id
      join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree) join unit_node it on it.unit_id = m.unit_id and it.tree_id = n.tree_id
     where n.ord between it.ord and it.last_ord and (not m.is_cascade or s.unit_id = m.unit_id or (j.is_head and n.parent_id = m.unit_id))
    on conflict do nothing`);
}

/** The write of a planned meeting: version checked, invitation counted on where people would see a difference. */
async function write(ctx: Ctx, meeting: Meeting, version: number, fields: Partial<typeof evaluationMeeting.$inferInsert>, action: string, { payload, tell }: { payload: Record<string, unknown>; tell: string | null }): Promise<MeetingView> {
  await change(ctx, async (tx) => {
    const done = await tx.update(evaluationMeeting).set({ ...fields, ...(tell !== null && { icsSequence: sql`${evaluationMeeting.icsSequence} + 1` }), version: sql`${evaluationMeeting.version} + 1` })
      .where(and(eq(evaluationMeeting.id, meeting.id), eq(evaluationMeeting.version, version), eq(evaluationMeeting.status, "planned"))).returning({ id: evaluationMeeting.id });
    if (done.length === 0) throw new Problem("stale");
    if (tell !== null) await invite(ctx, tx, [{ id: meeting.id, month: meeting.month, date: fields.date ?? meeting.date }], tell);
    return { value: undefined, audit: { action, target: { type: "evaluation_meeting", id: meeting.id }, payload } };
  });
  return viewOf(ctx, await mustMeeting(ctx, "evaluation-meeting.read", meeting.id));
}

type Arrangement = { version: number; date: LocalDate; time: string; place: string; delegateId: string | null; secretaryId: string | null };
export async function arrange(ctx: Ctx, id: string, { version, ...wanted }: Arrangement): Promise<MeetingView> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.arrange", id);
  const { date, time, place, delegateId, secretaryId } = wanted;
  const isSame = date === meeting.date && time === meeting.time && place === meeting.place && delegateId === (meeting.delegate?.id ?? null) && secretaryId === (meeting.secretary?.id ?? null);
  if (isSame && meeting.version === version + 1) return viewOf(ctx, meeting);
  refuseIf(meetingRefusals(ctx, meeting, "arrange", { newDate: date === meeting.date ? ctx.today : date }));
  await mustBeInvited(ctx, meeting, [["delegateId", delegateId], ["secretaryId", secretaryId]]);
  const isMoved = date !== meeting.date || time !== meeting.time || place !== meeting.place;
  return write(ctx, meeting, version, { date, startTime: time, place, delegateId, secretaryId }, "evaluation-meeting.arrange", { payload: { ...wanted, from: { date: meeting.date, time: meeting.time } }, tell: isMoved ? "meeting_moved" : null });
}

/** Who stands in, or writes, is one of the people of the unit. */
async function mustBeInvited(ctx: Ctx, meeting: Meeting, people: readonly (readonly [string, string | null])[]): Promise<void> {
  const invited = await findInvited(ctx.pool, meeting.id, ctx.today, false);
  const fields = people.filter(([, id]) => id !== null && !invited.some((one) => one.personId === id)).map(([name]) => ({ path: `body.${name}`, code: "not_invited" }));
  if (fields.length > 0) throw new Problem("invalid", { fields });
}

export async function cancel(ctx: Ctx, id: string, { version, reason }: { version: number; reason: string }): Promise<MeetingView> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.arrange", id);
  if (meeting.status === "cancelled" && meeting.cancelReason === reason) return viewOf(ctx, meeting);
  refuseIf(meetingRefusals(ctx, meeting, "cancel"));
  return write(ctx, meeting, version, { status: "cancelled", cancelReason: reason }, "evaluation-meeting.cancel", { payload: { reason }, tell: "meeting_cancelled" });
}

type AgendaChoice = { version: number; isGrouped: boolean; isExceptionsOnly: boolean; isCascade: boolean; order: string[]; minutes: { key: string; minutes: number }[] };
/** The leader's own order and minutes. Keys that are nobody's on this agenda are `invalid`. */
export async function editAgenda(ctx: Ctx, id: string, { version, order, minutes, ...switches }: AgendaChoice): Promise<MeetingView> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.lead", id);
  refuseIf(meetingRefusals(ctx, meeting, "agenda"));
  const { decision } = await composeAgenda(ctx, meeting, switches.isCascade);
  const { items, leftOut, dialogPribadi } = decision.value;
  const known = new Set([...items, ...leftOut, ...dialogPribadi].map((item) => item.key));
  const strange = [...order, ...minutes.map((one) => one.key)].some((key) => !known.has(key));
  if (strange) throw new Problem("invalid", { fields: [{ path: "body.order", code: "not_on_this_agenda" }] });
  const keys = [...new Set([...order, ...minutes.map((one) => one.key)])];
  const values = keys.map((key) => ({ meetingId: id, key, position: order.includes(key) ? order.indexOf(key) : null, minutes: minutes.find((one) => one.key === key)?.minutes ?? null }));
  await change(ctx, async (tx) => {
    const done = await tx.update(evaluationMeeting).set({ ...switches, version: sql`${evaluationMeeting.version} + 1` }).where(and(eq(evaluationMeeting.id, id), eq(evaluationMeeting.version, version), eq(evaluationMeeting.status, "planned"))).returning({ id: evaluationMeeting.id });
    if (done.length === 0) throw new Problem("stale");
    await tx.delete(meetingChoice).where(eq(meetingChoice.meetingId, id));
    if (values.length > 0) await tx.insert(meetingChoice).values(values);
    return { value: undefined, audit: { action: "evaluation-meeting.agenda", target: { type: "evaluation_meeting", id }, payload: { ...switches, order: order.length, minutes: minutes.length } } };
  });
  return viewOf(ctx, await mustMeeting(ctx, "evaluation-meeting.read", id));
}

export async function read(ctx: Ctx, id: string): Promise<MeetingView> {
  return viewOf(ctx, await mustMeeting(ctx, "evaluation-meeting.read", id));
}

/** The calendar file of a meeting, also after it was moved or cancelled. */
export async function invitation(ctx: Ctx, id: string, origin: string): Promise<string> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.read", id);
  const minutes = meeting.status === "planned" ? (await composeAgenda(ctx, meeting)).decision.value.totalMinutes : (meeting.plannedMinutes ?? 0);
  return invitationFile(meeting, { minutes, origin, changedAt: ctx.now });
}
