import type { decideRekonsiliasi, listRekonsiliasi, Output, readRekonsiliasi, RekonsiliasiRow, RekonsiliasiView } from "@teraju/contracts";
import { access, addDays, lastDayOf, peopleImport, rekonsiliasi as rules, daysBetween, type LocalDate, type Standing } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type * as z from "zod/mini";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { rekonsiliasiTindakan } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustRole, mustUnit } from "../../standing.ts";
import * as queries from "./queries.ts";

const PAGE = 100;
const USUAL_DAYS = 14;
type Query = z.output<typeof readRekonsiliasi.query & {}>;
type Body = z.output<typeof decideRekonsiliasi.body & {}>;

export async function list(ctx: Ctx, unit: string | undefined): Promise<Output<typeof listRekonsiliasi>> {
  await standingTo(ctx, "rekonsiliasi.read", unit);
  return { reports: (await queries.findReports(ctx.pool)).map(toReport) };
}

/** For the city the roles count, for a department its head's and its admin's standing too; an office within one is no department. */
async function standingTo(ctx: Ctx, action: "rekonsiliasi.read" | "rekonsiliasi.decide", unit: string | undefined): Promise<{ standing: Standing; unit: { id: string; name: string } | null }> {
  if (unit === undefined) {
    mustRole(ctx, action);
    return { standing: { relations: [], roles: ctx.actor.roles }, unit: null };
  }
  const standing = await mustUnit(ctx, action, unit);
  const name = await queries.findOpdName(ctx.pool, unit, ctx.today);
  if (name === null) throw new Problem("not_found");
  return { standing, unit: { id: unit, name } };
}

function toReport({ id, kind, title, period, scope, pulledAt, keptAt, rows }: queries.ReportRow): RekonsiliasiView["report"] {
  return { id, kind, title, period, scope, pulledAt, keptAt, rows };
}

type Compared = { report: queries.ReportRow; day: LocalDate; match: rules.PeriodMatch; rows: RekonsiliasiRow[]; areRatingsShown: boolean; saved: queries.TindakanRow[] };

/** Both sides in full, compared; six queries whatever the size of the city. */
async function compared(ctx: Ctx, id: string, standing: Standing): Promise<Compared> {
  const report = await queries.findReport(ctx.pool, id);
  if (report === null) throw new Problem("not_found");
  const match = rules.matchPeriod(report.period, await queries.findPeriods(ctx.pool, report.firstMonth, report.lastMonth));
  const end = lastDayOf(report.lastMonth);
  const day = end < ctx.today ? end : ctx.today;
  const areRatingsShown = report.kind === "penilaian" && access("rekonsiliasi.ratings", standing).length === 0;
  const [bkn, ours, saved] = await Promise.all([
    queries.findBkn(ctx.pool, id), queries.findOurs(ctx.pool, day, { first: report.firstMonth, last: report.lastMonth }), queries.findTindakan(ctx.pool, report.period),
  ]);
  const byPerson = Map.groupBy(saved, ({ nip }) => nip);
  const found = rules.compare({ ours, bkn, scope: report.scope, aspek: areRatingsShown ? rules.REKONSILIASI_ASPEK : ["data"], areRatingsComparable: match.kind === "same" });
  const own = new Map(ours.map((one) => [one.nip, one]));
  const ratingOf = (nip: string): RekonsiliasiRow["rating"] => {
    const one = own.get(nip);
    if (!areRatingsShown || match.kind !== "same" || one === undefined) return null;
    return one.hasilKerja === null ? "belum" : one.isFromBkn ? "bkn" : "sendiri";
  };
  const rows = found.map(({ differences, nip, name, state, opd, acting }) => ({ nip, name, state, opd, acting: [...acting], rating: ratingOf(nip), beda: rules.REKONSILIASI_ASPEK.flatMap((aspek) => bedaOf(ctx, aspek, differences, byPerson.get(nip) ?? [])) }));
  return { report, day, match, rows, areRatingsShown, saved };
}

function bedaOf(ctx: Ctx, aspek: rules.RekonsiliasiAspek, differences: readonly rules.RekonsiliasiDifference[], saved: readonly queries.TindakanRow[]): RekonsiliasiRow["beda"] {
  const fields = rules.ofAspek(differences, aspek);
  if (fields.length === 0) return [];
  const key = rules.differenceKey(differences, aspek);
  const decided = saved.find((one) => one.aspek === aspek);
  const { tindakan, pelaksana, dueOn, note, by, on, version } = decided ?? {};
  const holds = decided?.differenceKey === key;
  return [{
    aspek, key, fields, version: version ?? null,
    tindakan: !holds || tindakan === undefined || pelaksana === undefined || dueOn === undefined || note === undefined || by === undefined || on === undefined || version === undefined
      ? null : { version, tindakan, pelaksana, dueOn, note, by, on, isOverdue: dueOn !== null && dueOn < ctx.today },
  }];
}

/** Undecided, or to be repaired and not repaired yet: the two lists still differ. */
const isOpen = (row: RekonsiliasiRow): boolean => row.beda.some(({ tindakan }) => tindakan === null || tindakan.tindakan !== "wajar");
const isOverdue = (row: RekonsiliasiRow): boolean => row.beda.some(({ tindakan }) => tindakan?.isOverdue === true);
/** What waits longest first: past its day, undecided, under way, in order. */
const urgency = (row: RekonsiliasiRow): number => (isOverdue(row) ? 0 : row.beda.some(({ tindakan }) => tindakan === null) ? 1 : isOpen(row) ? 2 : 3);
const sameOpd = (a: string | null, b: string | null): boolean => peopleImport.headingKey(a ?? "") === peopleImport.headingKey(b ?? "");

function tally(rows: readonly RekonsiliasiRow[]): RekonsiliasiView["counts"] {
  const counts = { berbeda: 0, hanya_di_sini: 0, hanya_di_bkn: 0, cocok: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

export async function read(ctx: Ctx, id: string, { unit, opd, lihat = "terbuka", cari = "", after }: Query): Promise<RekonsiliasiView> {
  const { standing, unit: asked } = await standingTo(ctx, "rekonsiliasi.read", unit);
  const { report, day, match, rows: all, areRatingsShown } = await compared(ctx, id, standing);
  const within = asked === null ? all : all.filter((row) => sameOpd(row.opd, asked.name));
  const groups = Map.groupBy(within, (row) => peopleImport.headingKey(row.opd ?? ""));
  const opds = [...groups.values()].map((rows) => ({ opd: rows.find(({ state }) => state !== "hanya_di_bkn")?.opd ?? rows[0]?.opd ?? null, counts: tally(rows), open: rows.filter(isOpen).length }));
  const part = opd === undefined ? within : within.filter((row) => sameOpd(row.opd, opd));
  const words = cari.trim().toLowerCase();
  const shown = part
    .filter((row) => (lihat === "terbuka" ? isOpen(row) : lihat === "terlambat" ? isOverdue(row) : lihat === "semua" || row.state === lihat))
    .filter(({ nip, name }) => words === "" || nip.includes(words) || name.toLowerCase().includes(words))
    .toSorted((a, b) => urgency(a) - urgency(b) || (a.opd ?? "").localeCompare(b.opd ?? "", "id") || a.name.localeCompare(b.name, "id"));
  const from = Number(after ?? 0);
  const open = part.filter(isOpen).length;
  return {
    report: toReport(report), unit: asked, day, match: { kind: match.kind, firstMonth: match.period?.firstMonth ?? null, lastMonth: match.period?.lastMonth ?? null },
    areRatingsShown, mayDecide: access("rekonsiliasi.decide", standing).length === 0, usualDue: addDays(ctx.today, USUAL_DAYS),
    counts: tally(part), open, overdue: part.filter(isOverdue).length, age: open === 0 ? 0 : Math.max(0, daysBetween(report.firstKept, ctx.today)),
    opds: opds.toSorted((a, b) => b.open - a.open || (a.opd ?? "").localeCompare(b.opd ?? "", "id")),
    found: shown.length, rows: shown.slice(from, from + PAGE), next: from + PAGE < shown.length ? String(from + PAGE) : null,
  };
}

/** One decision about one difference that is there today. The same decision sent again is the same. */
export async function decide(ctx: Ctx, id: string, body: Body): Promise<RekonsiliasiRow> {
  const { standing, unit } = await standingTo(ctx, "rekonsiliasi.decide", body.unit ?? undefined);
  if (body.aspek === "nilai" && access("rekonsiliasi.ratings", standing).length > 0) throw new Problem("forbidden");
  const { report, rows, saved } = await compared(ctx, id, standing);
  const row = rows.find(({ nip, opd }) => nip === body.nip && (unit === null || sameOpd(opd, unit.name)));
  if (row === undefined) throw new Problem("not_found");
  const beda = row.beda.find(({ aspek }) => aspek === body.aspek);
  const { tindakan, pelaksana, dueOn } = body;
  const note = body.note ?? "";
  const before = saved.find(({ nip, aspek }) => nip === body.nip && aspek === body.aspek);
  const isSame = before !== undefined && before.differenceKey === body.key && before.tindakan === tindakan && before.pelaksana === pelaksana && before.dueOn === dueOn && before.note === note && before.version === (body.version ?? 0) + 1;
  if (isSame) return row;
  if ((before?.version ?? null) !== body.version) throw new Problem("stale");
  if (beda === undefined) refuseIf(["rekonsiliasi_no_difference"]);
  if (beda?.key !== body.key) throw new Problem("stale");
  refuseIf(rules.tindakanRefusals({ tindakan, note, dueOn, today: ctx.today }));
  const { kind: periodKind, year, number } = report.period;
  const rowId = before?.id ?? v7();
  await change(ctx, async (tx) => {
    const values = { differenceKey: body.key, tindakan, pelaksana, dueOn, note, decidedBy: ctx.actor.personId, decidedOn: ctx.today };
    const written = before === undefined
      ? await tx.insert(rekonsiliasiTindakan).values({ id: rowId, periodKind, year, number, nip: body.nip, aspek: body.aspek, ...values }).onConflictDoNothing().returning({ id: rekonsiliasiTindakan.id })
      : await tx.update(rekonsiliasiTindakan).set({ ...values, version: sql`${rekonsiliasiTindakan.version} + 1` }).where(and(eq(rekonsiliasiTindakan.id, rowId), eq(rekonsiliasiTindakan.version, before.version))).returning({ id: rekonsiliasiTindakan.id });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "rekonsiliasi.decide", target: { type: "rekonsiliasi", id: rowId }, payload: { reportId: id, nip: body.nip, aspek: body.aspek, tindakan, pelaksana, dueOn } } };
  });
  const after = (await compared(ctx, id, standing)).rows.find(({ nip }) => nip === body.nip);
  if (after === undefined) throw new Error("a person of a report is gone");
  return after;
}
