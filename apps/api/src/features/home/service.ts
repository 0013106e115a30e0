import type { HomeView, Task } from "@teraju/contracts";
import { addDays, addMonths, blindRating, firstDayOf, monthlyReport, monthOf, monthsFrom, type Month } from "@teraju/domain";
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod/mini";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { notification } from "#db/schema/index.ts";
import { Problem } from "#http/problem.ts";
import { standardOn, type Standard } from "../../standard.ts";
import { listPola } from "../../pola.ts";
import { jendelaOf, marksOf } from "../../report.ts";
import { ritmeOf } from "../../rhythm.ts";
import { waitingForms } from "../peer-input/form.ts";
import { keberatanTasks } from "./keberatan.ts";
import { konselingTasks } from "./konseling.ts";
import { correctionTasks } from "./penilai-correction.ts";
import { findDuties, findOwn, type DutyRow, type OpenReport, type OwnRow } from "./queries.ts";

const MONTHS_SHOWN = 12;

/** The first page, for all hats at once. Five queries for a pegawai, six for a penilai or head; one more for a keberatan that runs, one while last month is unfinished, two while colleagues' forms wait, two for who decides corrections of penilai, one for who leads a unit. */
export async function home(ctx: Ctx, files: { dataDir: string }): Promise<HomeView> {
  const now = monthOf(ctx.today);
  const months = { first: addMonths(now, 1 - MONTHS_SHOWN), now, before: addMonths(now, -1) };
  const [own, standard] = await Promise.all([findOwn(ctx.pool, ctx.actor.personId, ctx.today, months), standardOn(ctx.pool, firstDayOf(now))]);
  const [reports, duties, peer, keberatan, konseling, corrections] = await Promise.all([
    Promise.all(own.open.map(async (report) => inTime(ctx, report, report.month === now || !isUnfinished(report) ? standard : await standardOn(ctx.pool, firstDayOf(report.month))))),
    own.isPenilai || own.isHead ? findDuties(ctx.pool, ctx.actor.personId, ctx.today) : null,
    waitingForms(ctx, files),
    keberatanTasks(ctx),
    konselingTasks(ctx),
    correctionTasks(ctx),
  ]);
  const explanations = duties === null || duties.led.length === 0 ? [] : await explanationTasks(ctx, duties.led);
  const next = reports.find((r) => r.isWanted) ?? reports.find((r) => r.month === now) ?? null;
  return {
    tasks: [...ownTasks(own, reports, now), ...(peer === null ? [] : [{ kind: "peer_forms", ...peer } as const]), ...keberatan, ...konseling, ...corrections, ...(duties === null ? [] : dutyTasks(duties)), ...explanations],
    report: next && { month: next.month, kewajiban: next.kewajiban, status: next.status, filled: next.filled, due: next.due, buka: next.buka, batas: next.batas },
    ritme: ritmeOf(own.post, standard.standar).value,
    strip: own.isPegawai ? marksOf(monthsFrom(months.first, now), own.marks, standard, own.start) : [],
    lastUmpanBalik: own.lastUmpanBalik,
    notifications: own.notifications.map((n) => ({ ...n, params: paramsOf(n.params) })),
  };
}

const isUnfinished = ({ status, kewajiban }: OpenReport): boolean => kewajiban === "wajib_lapor" && (status === "draft" || status === "returned");

type Timed = OpenReport & monthlyReport.Jendela & { isWanted: boolean; isPastBatas: boolean };
/** The report with its window; wanted is one that the pegawai can and should send now, the day of grace included. */
function inTime({ today }: Ctx, report: OpenReport, standard: Standard): Timed {
  const jendela = jendelaOf(report, standard);
  const lastDay = addDays(monthlyReport.lastDayToSubmit(jendela, report.returnedOn, standard.standar, standard.kalender), standard.standar.laporan.susulanHari);
  return { ...report, ...jendela, isPastBatas: today > jendela.batas, isWanted: isUnfinished(report) && today >= jendela.buka && today <= lastDay };
}

function ownTasks({ isPegawai, skp, asked, received, plansWaiting, plansToLook, blind }: OwnRow, reports: readonly Timed[], now: Month): Task[] {
  const wanted = reports.filter((r) => r.isWanted);
  const year = Number(now.slice(0, 4));
  return [
    ...wanted.filter((r) => r.status === "returned").map((r): Task => ({ kind: "report_returned", month: r.month })),
    ...wanted.filter((r) => r.status === "draft").map((r): Task => ({ kind: "report", month: r.month, filled: r.filled, due: r.due, buka: r.buka, batas: r.batas, isLate: r.isPastBatas })),
    ...(isPegawai && skp?.status !== "set" && skp?.status !== "proposed" ? [{ kind: "skp", year, status: skp?.status ?? null } as const] : []),
    ...(blind !== null && blindRating.isBlindStepOn(blind) ? [{ kind: "blind_rating", periodId: blind.periodId, year: blind.year, periode: blind.periode, number: blind.number } as const] : []),
    ...(asked > 0 ? [{ kind: "umpan_balik_asked", count: asked } as const] : []),
    ...(received > 0 ? [{ kind: "umpan_balik_received", count: received } as const] : []),
    ...developmentTasks("owner", { plansWaiting, plansToLook }),
  ];
}

function dutyTasks({ review, oldestAt, skpToSet, rate, capaian, plansWaiting, plansToLook }: DutyRow): Task[] {
  return [
    ...(review > 0 && oldestAt !== null ? [{ kind: "review", count: review, oldestAt } as const] : []),
    ...capaian.map((c): Task => ({ kind: "capaian_organisasi", ...c })),
    ...rate.map((r): Task => ({ kind: "rate", ...r })),
    ...(skpToSet > 0 ? [{ kind: "skp_to_set", count: skpToSet } as const] : []),
    ...developmentTasks("penilai", { plansWaiting, plansToLook }),
  ];
}

/** Explanations of the pola that the perangkat daerah of this head still owes; the newest period first. */
async function explanationTasks(ctx: Ctx, led: readonly string[]): Promise<Task[]> {
  const owed = (await listPola(ctx.pool, { unitIds: led, periodId: null, today: ctx.today })).filter(({ isOwed }) => isOwed);
  return owed.map(({ period: { id, year, kind, number }, unit }): Task => ({ kind: "pola_explanation", periodId: id, year, periode: kind, number, unit }));
}

/** Plans that wait for an answer, and looks back that can be made. */
function developmentTasks(as: "owner" | "penilai", { plansWaiting, plansToLook }: Pick<OwnRow, "plansWaiting" | "plansToLook">): Task[] {
  return [...(plansWaiting > 0 ? [{ kind: "development_waiting", as, count: plansWaiting } as const] : []), ...(plansToLook > 0 ? [{ kind: "development_look", as, count: plansToLook } as const] : [])];
}

const Params = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
/** What is no flat object of words and figures says nothing that the screen could use. */
function paramsOf(text: string): HomeView["notifications"][number]["params"] {
  return Params.safeParse(JSON.parse(text)).data ?? {};
}

/** Puts a message away. Doing it again is the same; another's message does not exist. */
export async function markRead(ctx: Ctx, id: string): Promise<void> {
  const own = and(eq(notification.id, id), eq(notification.personId, ctx.actor.personId));
  const [found] = await ctx.db.select({ readAt: notification.readAt }).from(notification).where(own);
  if (found === undefined) throw new Problem("not_found");
  if (found.readAt !== null) return;
  await change(ctx, async (tx) => {
    await tx.update(notification).set({ readAt: ctx.now }).where(and(own, isNull(notification.readAt)));
    return { value: undefined, audit: { action: "notification.read", target: { type: "notification", id } } };
  });
}
