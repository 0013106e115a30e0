import { kalibrasi as rules, type Party, PREDIKAT, type Predikat } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { Problem } from "#http/problem.ts";
import { mustUnit } from "../../standing.ts";
import { findPeriod, type Period } from "../appraisal/period.ts";
import { type CaseRowSql, type DepartmentRow, findDepartment, findMeeting, listCases, type MeetingRow } from "./queries.ts";

export type Key = { periodId: string; unitId: string };
export type Work = { period: Period; department: DepartmentRow; meeting: MeetingRow | null; as: "kepala" | "analis" };

/** The meeting of a department: for who leads it and for BKPSDM's analis; 404 for all others, and for units that are no department. */
export async function loadWork(ctx: Ctx, { periodId, unitId }: Key, action: "kalibrasi.read" | "kalibrasi.lead" | "kalibrasi.attend"): Promise<Work> {
  const period = await findPeriod(ctx.pool, periodId);
  const standing = await mustUnit(ctx, action, unitId);
  const [department, meeting] = [await findDepartment(ctx.pool, period, unitId), await findMeeting(ctx.pool, periodId, unitId)];
  if (department === null) throw new Problem("not_found");
  return { period, department, meeting, as: standing.relations.includes("leads") ? "kepala" : "analis" };
}

export function stateOf({ meeting }: Pick<Work, "meeting">): rules.Kalibrasi {
  return { status: meeting?.status ?? "not_opened", hasAnalis: meeting?.analisId != null };
}
const PARTY = { kepala: "kepala", analis: "bkpsdm" } as const satisfies Record<Work["as"], Party>;
export function contextOf({ period, as }: Pick<Work, "period" | "as">): rules.Context {
  return { parties: [PARTY[as]], standar: period.standar };
}

export function filled(cells: Partial<Record<Predikat, number>>): Record<Predikat, number> {
  return Object.fromEntries(PREDIKAT.map((predikat) => [predikat, cells[predikat] ?? 0])) as Record<Predikat, number>;
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
