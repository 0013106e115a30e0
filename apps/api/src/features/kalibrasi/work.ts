import { kalibrasi as rules, type Party } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { Problem } from "#http/problem.ts";
import { findPola, type Pola } from "../../pola.ts";
import { mustUnit } from "../../standing.ts";
import { findPeriod, type Period } from "../appraisal/period.ts";
import { type CaseRowSql, countRated, findMeeting, listCases, type MeetingRow } from "./queries.ts";

export type Key = { periodId: string; unitId: string };
/** A department with its final results beside its capaian; `people` have both ratings. */
export type Work = { period: Period; department: Pola & { people: number }; meeting: MeetingRow | null; as: "kepala" | "analis" };

/** The meeting of a department: for who leads it and for BKPSDM's analis; 404 for all others, and for units that are no department. */
export async function loadWork(ctx: Ctx, { periodId, unitId }: Key, action: "kalibrasi.read" | "kalibrasi.lead" | "kalibrasi.attend"): Promise<Work> {
  const period = await findPeriod(ctx.pool, periodId);
  const standing = await mustUnit(ctx, action, unitId);
  const [pola, people, meeting] = [await findPola(ctx.pool, { periodId, unitId }, ctx.today), await countRated(ctx.pool, periodId, unitId), await findMeeting(ctx.pool, periodId, unitId)];
  if (pola === null) throw new Problem("not_found");
  return { period, department: { ...pola, people }, meeting, as: standing.relations.includes("leads") ? "kepala" : "analis" };
}

export function stateOf({ meeting }: Pick<Work, "meeting">): rules.Kalibrasi {
  return { status: meeting?.status ?? "not_opened", hasAnalis: meeting?.analisId != null };
}
const PARTY = { kepala: "kepala", analis: "bkpsdm" } as const satisfies Record<Work["as"], Party>;
export function contextOf({ period, as }: Pick<Work, "period" | "as">): rules.Context & { isPeriodClosed: boolean } {
  return { parties: [PARTY[as]], standar: period.standar, isPeriodClosed: period.isClosed };
}

export function openRefusals(ctx: Ctx, work: Work): ReturnType<typeof rules.openRefusals> {
  const { period: { ratingFrom, isClosed }, department: { people, capaian } } = work;
  return rules.openRefusals(stateOf(work), { people, hasCapaianOrganisasi: capaian !== null, masa: { ratingFrom, isClosed, today: ctx.today } }, contextOf(work));
}

/** Whether the meeting ends with words: where they are owed and none are published yet. */
export function needsWords({ department: { standar, thing } }: Pick<Work, "department">): boolean {
  return standar.pola.pemeriksaan === "alasan" && thing.kesesuaian === "wajib" && thing.status === "none";
}

/** The open agenda's case; what is not on it does not exist here. */
export async function loadCase(ctx: Ctx, work: Work, appraisalId: string): Promise<{ meeting: MeetingRow; number: number; row: CaseRowSql }> {
  const number = work.meeting?.opening.butir.findIndex((one) => one.appraisalId === appraisalId) ?? -1;
  if (work.meeting === null || number < 0) throw new Problem("not_found");
  const [row] = await listCases(ctx.pool, [appraisalId], ctx.actor.personId, work.meeting.id, work.period.selesai);
  if (row === undefined) throw new Problem("not_found");
  return { meeting: work.meeting, number: number + 1, row };
}

export function caseActions(ctx: Ctx, work: Work, row: CaseRowSql): { read: string[]; propose: string[] } {
  const context = contextOf(work);
  return { read: rules.readRefusals(stateOf(work), context), propose: rules.proposeRefusals(stateOf(work), kasusOf(ctx, row), null, context) };
}
/** Another version than the one on the agenda may count by now: it is that one which is talked about. */
export function kasusOf(ctx: Ctx, row: CaseRowSql): rules.Kasus {
  return { isCurrent: true, isUnderKeberatan: row.isUnderKeberatan, isOwn: row.personId === ctx.actor.personId, isRead: row.isRead, hasOpenProposal: row.hasOpenProposal, ratings: row.now };
}
