import type { DayChange, Output, previewCalendar, readCalendar, readCalendarFile, readDeadlines } from "@teraju/contracts";
import { access, addDays, bacaHari, denganPerubahan, firstDayOf, hitunganBulan, isKoreksi, jamBergeser, type Kalender, KOLOM_HARI, lastDayOf, type LocalDate, masalahHari, type Month, monthsFrom, selisihHariKerja, tambahHariKerja, tenggatBergeser } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { recordsOf } from "../../csv.ts";
import { mustRole } from "../../standing.ts";
import { findStandard, standardOn } from "../../standard.ts";
import * as queries from "./queries.ts";

/** A year's special days, for everybody: the clocks of all run by them; and what of it was corrected late. Three queries. */
export async function read(ctx: Ctx, asked: string | undefined): Promise<Output<typeof readCalendar>> {
  const year = asked ?? ctx.today.slice(0, 4);
  const [from, until] = [`${year}-01-01`, `${Number(year) + 1}-01-01`];
  const [days, corrections, { kalender }] = await Promise.all([queries.findDays(ctx.pool, from, until), queries.findCorrections(ctx.pool, from, until), standardOn(ctx.pool, ctx.today)]);
  const workingDays = monthsFrom(`${year}-01`, `${year}-12`).map((month) => selisihHariKerja(addDays(firstDayOf(month), -1), lastDayOf(month), kalender));
  return { year: Number(year), days: days.map((one) => ({ ...one, isPast: isKoreksi(one, ctx.today) })), corrections, workingDays, actions: { change: access("calendar.manage", { relations: [], roles: ctx.actor.roles }).length === 0 ? [] : ["not_yours"] } };
}

type Preview = Output<typeof previewCalendar>;

/** A day twice in one change would leave its outcome to the order. */
function wrongOf(changes: readonly DayChange[], ctx: Ctx, kalender: Kalender): Preview["wrong"] {
  return changes.flatMap((one, index) => [
    ...masalahHari(one, { today: ctx.today, kalender }),
    ...(changes.findIndex(({ day }) => day === one.day) < index ? [{ kolom: "tanggal" as const, masalah: "tanggal_ganda" as const }] : []),
  ].map((fault) => ({ line: index + 1, ...fault })));
}

/** Calendar days: the longest legal clock is thirty working days. */
const CLOCKS_BACK = 60;

type RatingMove = { period: queries.PeriodRow; to: LocalDate };
/** Rating that ends where the calendar put it ends where the new one puts it; an end that people set otherwise stays. */
function ratingMoves(periods: readonly queries.PeriodRow[], before: Kalender, after: Kalender): RatingMove[] {
  return periods.flatMap((period) => {
    const end = (kalender: Kalender): LocalDate => tambahHariKerja({ mulai: lastDayOf(period.lastMonth), hari: period.standar.penilaian.penilaianHari, kalender });
    const to = end(after);
    return end(before) === period.ratingUntil && to !== period.ratingUntil ? [{ period, to }] : [];
  });
}

/** What a change would move, with nothing touched. Five queries. */
export async function preview(ctx: Ctx, changes: readonly DayChange[]): Promise<Preview> {
  mustRole(ctx, "calendar.manage");
  const { kalender, standar } = await standardOn(ctx.pool, ctx.today);
  const wrong = wrongOf(changes, ctx, kalender);
  if (wrong.length > 0) return { wrong, moves: [], clocks: [], meetings: 0 };
  const off = changes.filter(({ kind }) => kind === "libur").map(({ day }) => day);
  const [periods, meetings, clocks] = await Promise.all([queries.findOpenPeriods(ctx.pool, ctx.today), queries.countMeetings(ctx.pool, off), queries.findRunningClocks(ctx.pool, addDays(ctx.today, -CLOCKS_BACK))]);
  return {
    wrong, meetings, clocks: jamBergeser(clocks, changes, { today: ctx.today, kalender }),
    moves: [
      ...tenggatBergeser(changes, { today: ctx.today, kalender, standar }).map((move) => ({ ...move, period: null })),
      ...ratingMoves(periods, kalender, denganPerubahan(kalender, changes, ctx.today)).map(({ period: { year, kind, number, ratingUntil }, to }) => ({ what: "rating" as const, month: null, period: { year, kind, number }, from: ratingUntil, to })),
    ],
  };
}

/** Writes the change as a whole; what stands so already is left alone, so that the same change twice is one. */
export async function write(ctx: Ctx, changes: readonly DayChange[]): Promise<{ changed: number }> {
  mustRole(ctx, "calendar.manage");
  const { kalender } = await standardOn(ctx.pool, ctx.today);
  const known = new Map((await queries.findTheseDays(ctx.pool, changes.map(({ day }) => day))).map((one) => [one.day, one]));
  const fresh = changes.filter(({ day, kind, name, basis }) => {
    const before = known.get(day);
    return before === undefined ? kind !== null : before.kind !== kind || before.name !== name || before.basis !== basis;
  });
  if (fresh.length === 0) return { changed: 0 };
  const wrong = wrongOf(changes, ctx, kalender);
  refuseIf(wrong.length > 0 ? ["days_wrong"] : [], { fields: wrong.map(({ line, kolom, masalah }) => ({ path: `body.changes.${line - 1}.${kolom}`, code: masalah })) });
  const moves = ratingMoves(await queries.findOpenPeriods(ctx.pool, ctx.today), kalender, denganPerubahan(kalender, fresh, ctx.today));
  await change(ctx, async (tx) => {
    await queries.writeDays(tx, fresh.filter((one) => !isKoreksi(one, ctx.today)));
    await queries.addCorrections(tx, fresh.filter((one) => isKoreksi(one, ctx.today)), { on: ctx.today, at: ctx.now, by: ctx.actor.personId });
    for (const { period, to } of moves) await tx.execute(sql`update evaluation_period set rating_until = ${to} where id = ${period.id} and closed_at is null`);
    const payload = { days: fresh.map((one) => ({ ...one, before: known.get(one.day)?.kind ?? null })), ratingMoves: moves.map(({ period, to }) => ({ periodId: period.id, from: period.ratingUntil, to })) };
    return { value: undefined, audit: { action: "calendar.change", target: { type: "calendar", id: fresh.map(({ day }) => day).sort()[0] ?? ctx.today }, payload } };
  });
  return { changed: fresh.length };
}

const MOST_LINES = 400;
/** A file's days, read strictly by the names of its columns. Throws `invalid` for what is no such table. */
export async function readFile(ctx: Ctx, csv: string): Promise<Output<typeof readCalendarFile>> {
  mustRole(ctx, "calendar.manage");
  const { kalender } = await standardOn(ctx.pool, ctx.today);
  const records = recordsOf(csv, { columns: KOLOM_HARI.filter((kolom) => kolom !== "alasan"), mostLines: MOST_LINES, longest: 4_000 });
  const lines = records.map((one) => bacaHari({ tanggal: one["tanggal"] ?? "", jenis: one["jenis"] ?? "", nama: (one["nama"] ?? "").slice(0, 120), dasar: (one["dasar"] ?? "").slice(0, 200), alasan: (one["alasan"] ?? "").slice(0, 500) }, { today: ctx.today, kalender }));
  return {
    read: lines.length,
    changes: lines.flatMap((line) => ("hari" in line ? [line.hari] : [])),
    wrong: lines.flatMap((line, index) => ("masalah" in line ? line.masalah.map((fault) => ({ line: index + 2, ...fault })) : [])),
  };
}

/** The month's deadlines counted aloud, for the unit asked for or one's own, an extension included. */
export async function deadlines(ctx: Ctx, month: Month, unitId: string | undefined): Promise<Output<typeof readDeadlines>> {
  const [standard, extension] = await Promise.all([findStandard(ctx.pool, firstDayOf(month)), queries.findExtension(ctx.pool, month, unitId ?? null, ctx.actor.personId, ctx.today)]);
  // Nothing of ours lies before the first standard.
  if (standard === null) throw new Problem("not_found");
  const { standar, kalender } = standard;
  const clock = hitunganBulan(month, { today: ctx.today, kalender, standar, perpanjanganHari: extension?.extraDays ?? 0 });
  return { month, extraDays: extension?.extraDays ?? 0, extraReason: extension?.reason ?? null, clocks: { batas: clock("batas"), periksaSampai: clock("periksaSampai"), rapatSampai: clock("rapatSampai"), tutup: clock("tutup") } };
}
