import type { KalibrasiList, KalibrasiView } from "@teraju/contracts/kalibrasi";
import { kalibrasi as rules } from "@teraju/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { accessLog } from "#db/schema/audit.ts";
import { kalibrasi } from "#db/schema/kalibrasi.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { findPeriod, listPeriods, type Period, periodView } from "../appraisal/period.ts";
import { publish } from "../pola-explanation/publish.ts";
import { openingOf } from "./opening.ts";
import { listLed, listMine, listUnits, type ProposalRow, type UnitRow } from "./queries.ts";
import { proposalOf, viewOf } from "./view.ts";
import { contextOf, type Key, loadWork, needsWords, openRefusals, stateOf, type Work } from "./work.ts";

/** Departments whose meeting concerns the actor, and what they answer as penilai. The period left out: the newest that may be rated. */
export async function list(ctx: Ctx, periodId: string | undefined): Promise<KalibrasiList> {
  const periods = (await listPeriods(ctx.pool, ctx.today)).filter((one) => one.state !== "running");
  const id = periodId ?? periods[0]?.id;
  const period = id === undefined ? null : await findPeriod(ctx.pool, id);
  const only = ctx.actor.roles.includes("bkpsdm_analis") ? null : await listLed(ctx.pool, ctx.actor.personId, ctx.today);
  const units = period === null || only?.length === 0 ? [] : await listUnits(ctx.pool, period, only);
  const mine = await listMine(ctx.pool, ctx.actor.personId, ctx.today);
  const judged = new Map(await Promise.all([...new Set(mine.map((one) => one.periodId))].map(async (one) => [one, await findPeriod(ctx.pool, one)] as const)));
  return {
    periods, period: period === null ? null : periodView(period, ctx.today),
    units: period === null ? [] : units.map((row) => ({ unit: { id: row.id, name: row.name }, people: row.people, status: statusOf(row, period), openProposals: row.openProposals })),
    proposals: mine.flatMap((row) => {
      const of = judged.get(row.periodId);
      return of === undefined ? [] : [{ ...proposalOf(row), person: row.person, period: periodView(of, ctx.today), unit: { id: row.unitId, name: row.unit }, actions: { answer: answerRefusals(row, of) } }];
    }),
  };
}
/** `not_held`: the period closed without one, and none is opened any more. */
function statusOf({ status, people }: UnitRow, { standar, isClosed }: Period): KalibrasiList["units"][number]["status"] {
  return status ?? (isClosed ? "not_held" : people < standar.pola.minPegawai ? "too_small" : "not_opened");
}
const answerRefusals = (row: ProposalRow, { standar }: Period) => rules.answerRefusals({ isAnswered: row.answer !== null, isCurrent: row.isCurrent, isUnderKeberatan: row.isUnderKeberatan }, null, { parties: ["penilai"], standar });

/** Each look leaves a trace beside the chain. */
export async function read(ctx: Ctx, key: Key): Promise<KalibrasiView> {
  const work = await loadWork(ctx, key, "kalibrasi.read");
  if (work.meeting !== null) await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "kalibrasi.read", subjectId: work.meeting.id });
  return viewOf(ctx, work);
}
const again = async (ctx: Ctx, key: Key): Promise<KalibrasiView> => viewOf(ctx, await loadWork(ctx, key, "kalibrasi.read"));

/** Opens the meeting with its agenda. Sent twice it is one meeting. */
export async function open(ctx: Ctx, key: Key, { id }: { id: string }): Promise<KalibrasiView> {
  const work = await loadWork(ctx, key, "kalibrasi.lead");
  const { meeting } = work;
  if (meeting?.id === id) return viewOf(ctx, work);
  refuseIf(openRefusals(ctx, work));
  const opening = await openingOf(ctx, work);
  await change(ctx, async (tx) => {
    const made = await tx.insert(kalibrasi).values({ id, ...key, opening, openedBy: ctx.actor.personId, openedOn: ctx.today, openedAt: ctx.now }).onConflictDoNothing().returning({ id: kalibrasi.id });
    if (made.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "kalibrasi.open", target: { type: "kalibrasi", id }, payload: { ...key, jumlah: opening.jumlah, cases: opening.butir.length } } };
  });
  return again(ctx, key);
}

function mustMeeting({ meeting }: Work): NonNullable<Work["meeting"]> {
  if (meeting === null) throw new Error("a meeting without refusals does not exist");
  return meeting;
}

export async function attend(ctx: Ctx, key: Key, { version }: { version: number }): Promise<KalibrasiView> {
  const work = await loadWork(ctx, key, "kalibrasi.attend");
  if (work.meeting?.analisId === ctx.actor.personId) return viewOf(ctx, work);
  // Who also leads the department sits on one side of the table only.
  refuseIf([...rules.attendRefusals(stateOf(work), { ...contextOf(work), parties: ["bkpsdm"] }), ...(work.meeting?.openedBy === ctx.actor.personId ? ["own_appraisal" as const] : [])]);
  const { id } = mustMeeting(work);
  await change(ctx, async (tx) => {
    const { rowCount } = await tx.update(kalibrasi).set({ analisId: ctx.actor.personId, analisOn: ctx.today, version: sql`${kalibrasi.version} + 1` }).where(and(eq(kalibrasi.id, id), eq(kalibrasi.version, version), isNull(kalibrasi.analisId)));
    if (rowCount === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "kalibrasi.attend", target: { type: "kalibrasi", id } } };
  });
  return again(ctx, key);
}

/** Ends the meeting; its words are the next version of the explanation that the department publishes. Open proposals stay with their penilai. */
export async function close(ctx: Ctx, key: Key, { version, explanation }: { version: number; explanation: string | null }): Promise<KalibrasiView> {
  const work = await loadWork(ctx, key, "kalibrasi.lead");
  const { meeting, department: { capaian, jumlah, band, explanation: published } } = work;
  if (meeting?.status === "closed" && (explanation === null || published?.text === explanation)) return viewOf(ctx, work);
  refuseIf(rules.closeRefusals(stateOf(work), { needsWords: needsWords(work), explanation }, contextOf(work)));
  const { id } = mustMeeting(work);
  await change(ctx, async (tx) => {
    const { rowCount } = await tx.update(kalibrasi).set({ status: "closed", closedOn: ctx.today, version: sql`${kalibrasi.version} + 1` }).where(and(eq(kalibrasi.id, id), eq(kalibrasi.version, version), eq(kalibrasi.status, "open")));
    if (rowCount === 0) throw new Problem("stale");
    if (explanation !== null && capaian !== null && explanation !== published?.text) await publish(tx, { ...key, after: published?.revision ?? 0, text: explanation, capaian, jumlah, authorId: ctx.actor.personId, writtenOn: ctx.today, kalibrasiId: id });
    return { value: undefined, audit: { action: "kalibrasi.close", target: { type: "kalibrasi", id }, payload: { jumlah, isInPola: band?.isInPola ?? true, explanation } } };
  });
  return again(ctx, key);
}
