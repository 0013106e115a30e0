import { addDays, akhirEvaluasi, jatuhTempo, type Kalender, lastDayOf, type LocalDate, type Month, type PeriodeKind, selisihHariKerja } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { change } from "#db/audit.ts";
import { exemptOf } from "../exempt.ts";
import { standardOn } from "../standard.ts";
import type { JobCtx } from "./context.ts";

/** Who has a step to take is reminded when so many working days are left, or fewer. */
const LEFT = 2;
/** No clock of fourteen working days runs longer, whatever the holidays. */
const DAYS_BACK = 60;

type Open = { id: string; lastMonth: Month; ratingUntil: LocalDate };
const OPEN = `select id, last_month as "lastMonth", rating_until as "ratingUntil" from evaluation_period where closed_at is null and rating_from <= $1`;

/** Who was penilai, or stood above them, of somebody with an SKP whose result of the period is not final. $1 period, $2 its last day. */
const unrated = (who: "penilai_id" | "atasan_id"): string => `
  select distinct r.${who} as "personId", json_build_object('periodId', $1::uuid)::text as params from penilai_relation r
   where r.${who} is not null and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
     and exists (select from skp s where s.person_id = r.pegawai_id and s.status = 'set' and s.year = extract(year from $2::date))
     and not exists (select from year_state y where y.period_id = $1 and y.person_id = r.pegawai_id and y.perlakuan = 'tidak_dinilai')
     and ${exemptOf("r.pegawai_id", "(select (e.first_month || '-01')::date from evaluation_period e where e.id = $1)", "$2::date")} is null
     and not exists (select from appraisal a where a.period_id = $1 and a.person_id = r.pegawai_id and a.is_current and a.status = 'final')`;
const RECEIVED = "coalesce(least((a.opened_at at time zone 'Asia/Jakarta')::date, h.handed_on), (a.opened_at at time zone 'Asia/Jakarta')::date, h.handed_on)";
/** Signed on one of the days ($2 by the penilai, $3 by the atasan) and not yet with the pegawai. */
const UNDELIVERED = `
  select distinct a.penilai_id as "personId", json_build_object('periodId', $1::uuid)::text as params from appraisal a left join result_handover h on h.appraisal_id = a.id
   where a.period_id = $1 and a.status = 'final' and a.is_current and ${RECEIVED} is null and a.finalized_on = any(case when a.facts #>> '{penilai,sebagai}' = 'penilai' then $2::date[] else $3::date[] end)`;
/** Received on one of the days and not yet given back. */
const UNRETURNED = `
  select a.person_id as "personId", json_build_object('resultId', a.id)::text as params from appraisal a left join result_handover h on h.appraisal_id = a.id
   where a.period_id = $1 and a.status = 'final' and a.is_current and not exists (select from result_return b where b.appraisal_id = a.id)
     and ${RECEIVED} = any(case when a.facts #>> '{penilai,sebagai}' = 'penilai' then $2::date[] else $3::date[] end)`;

/** The days from which a clock runs that has at most two working days left today, and has not run out. */
function nearlyOver(peristiwa: Parameters<typeof jatuhTempo>[0]["peristiwa"], today: LocalDate, kalender: Kalender): LocalDate[] {
  return Array.from({ length: DAYS_BACK }, (_, back) => addDays(today, -back)).filter((mulai) => {
    const due = jatuhTempo({ peristiwa, mulai, kalender }).value;
    return today <= due && selisihHariKerja(today, due, kalender) <= LEFT;
  });
}

/** Writes each message once in its life. One entry of the trail for all of a kind; none where there is nothing to say. */
async function tell(ctx: JobCtx, { kind, periodId, query, values }: { kind: string; periodId: string; query: string; values: unknown[] }): Promise<number> {
  const { rows } = await ctx.pool.query<{ personId: string; params: string }>(`select d.* from (${query}) d where not exists (select from notification n where n.person_id = d."personId" and n.kind = '${kind}' and n.params = d.params)`, values);
  if (rows.length === 0) return 0;
  const list = JSON.stringify(rows);
  return change(ctx, async (tx) => {
    await tx.execute(sql`insert into notification (id, person_id, kind, params, day, created_at)
      select gen_random_uuid(), d."personId", ${kind}, d.params, ${ctx.today}, ${ctx.now}::timestamptz from json_to_recordset(${list}::json) as d("personId" uuid, params text) on conflict do nothing`);
    return { value: rows.length, audit: { action: "result.remind", target: { type: "evaluation_period", id: periodId }, payload: { kind, messages: rows.length } } };
  });
}

/**
 * The clocks of Lampiran BAB V.A in every open period: the penilai is reminded to rate; when they are late the atasan is told that it is
 * theirs now, and reminded of their own fourteen days (angka 8); who signed is reminded to deliver, who received to give back. Gives how many messages.
 */
export async function tendResults(ctx: JobCtx): Promise<number> {
  const { rows } = await ctx.pool.query<Open>(OPEN, [ctx.today]);
  let told = 0;
  for (const { id: periodId, lastMonth, ratingUntil } of rows) {
    const end = lastDayOf(lastMonth);
    const { kalender } = await standardOn(ctx.pool, end);
    const days = (penilai: Parameters<typeof nearlyOver>[0], atasan: Parameters<typeof nearlyOver>[0]) => [nearlyOver(penilai, ctx.today, kalender), nearlyOver(atasan, ctx.today, kalender)];
    if (ctx.today > ratingUntil) {
      told += await tell(ctx, { kind: "rating_escalated", periodId, query: unrated("atasan_id"), values: [periodId, end] });
      // Angka 8 gives the atasan fourteen working days from the end of the time of evaluation.
      const due = jatuhTempo({ peristiwa: "atasanMenandatangani", mulai: ratingUntil, kalender }).value;
      if (ctx.today <= due && selisihHariKerja(ctx.today, due, kalender) <= LEFT) told += await tell(ctx, { kind: "atasan_rating_due", periodId, query: unrated("atasan_id"), values: [periodId, end] });
    } else if (selisihHariKerja(ctx.today, ratingUntil, kalender) <= LEFT) told += await tell(ctx, { kind: "rating_due", periodId, query: unrated("penilai_id"), values: [periodId, end] });
    told += await tell(ctx, { kind: "delivery_due", periodId, query: UNDELIVERED, values: [periodId, ...days("penyampaian", "atasanMenyampaikan")] });
    told += await tell(ctx, { kind: "return_due", periodId, query: UNRETURNED, values: [periodId, ...days("pengembalian", "pengembalianAtasan")] });
  }
  return told;
}

/** Periods that hold a final result without a report: closed ones, and open ones whose rating is over. */
const UNREPORTED = `
  select e.id as "periodId", e.kind, e.last_month as "lastMonth", e.rating_until as "ratingUntil", (e.closed_at at time zone 'Asia/Jakarta')::date as "closedOn", count(*)::int as results, (count(*) filter (where exists (select from keberatan k where k.appraisal_id = a.id and k.status <> 'decided')))::int as running
    from evaluation_period e join appraisal a on a.period_id = e.id and a.status = 'final' and a.is_current where e.rating_until < $1 and not exists (select from result_report r where r.appraisal_id = a.id) group by e.id`;
type Unreported = { periodId: string; kind: PeriodeKind; lastMonth: Month; ratingUntil: LocalDate; closedOn: LocalDate | null; results: number; running: number };

/** The days are over: it is the last of them, or the period is closed. A report is due on that day, not after it. */
async function isReportDue(ctx: JobCtx, { closedOn, ...period }: Unreported): Promise<boolean> {
  if (closedOn !== null) return true;
  const end = akhirEvaluasi(period);
  const { kalender } = await standardOn(ctx.pool, end);
  return ctx.today >= jatuhTempo({ peristiwa: "pelaporan", mulai: end, kalender }).value;
}

/**
 * Reports to the PyB what is final on the last of the thirty working days (angka 7 and 11), once for each version: where a keberatan
 * runs, with that remark; what its decision changes, or the atasan sets later, follows as it becomes final. Gives how many results.
 */
export async function reportResults(ctx: JobCtx): Promise<number> {
  const { rows } = await ctx.pool.query<Unreported>(UNREPORTED, [ctx.today]);
  let reported = 0;
  for (const row of rows) {
    if (!(await isReportDue(ctx, row))) continue;
    const { periodId, closedOn, results, running } = row;
    await change(ctx, async (tx) => {
      await tx.execute(sql`insert into result_report (appraisal_id, reported_on, is_keberatan_running)
        select a.id, greatest(${closedOn ?? ctx.today}::date, a.finalized_on), exists (select from keberatan k where k.appraisal_id = a.id and k.status <> 'decided')
          from appraisal a where a.period_id = ${periodId} and a.status = 'final' and a.is_current on conflict do nothing`);
      return { value: undefined, audit: { action: "result.report", target: { type: "evaluation_period", id: periodId }, payload: { results, running } } };
    });
    reported += results;
  }
  return reported;
}
