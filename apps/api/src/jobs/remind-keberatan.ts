import { keberatan as rules, type LocalDate, rulebookOf, selisihHariKerja } from "@teraju/domain";
import { v7 } from "uuid";
import { change } from "#db/audit.ts";
import { notification } from "#db/schema/index.ts";
import { findPeriod, type Period } from "../features/appraisal/period.ts";
import type { JobCtx } from "./context.ts";

type Waiting = { id: string; periodId: string; penilaiId: string; atasanId: string; isExplained: boolean; filedOn: LocalDate };
const WAITING = `
  select k.id, a.period_id as "periodId", k.penilai_id as "penilaiId", k.atasan_id as "atasanId", k.explanation is not null as "isExplained", k.filed_on as "filedOn"
    from keberatan k join appraisal a on a.id = k.appraisal_id where k.status <> 'decided' order by k.filed_on, k.id`;
const TOLD = "select person_id as \"personId\", kind, params::json ->> 'keberatanId' as id from notification where kind = any($1)";
const ANALIS = "select person_id as id from role_assignment where role = 'bkpsdm_analis' and valid_from <= $1 and (valid_until is null or valid_until > $1)";
const KINDS = ["keberatan_explain_due", "keberatan_decide_due", "keberatan_overdue"] as const;

/** The atasan is reminded when so many working days are left, or fewer. */
const LEFT = 2;

type Message = { keberatanId: string; personId: string; kind: (typeof KINDS)[number] };

/** What is to be said of one today: the penilai on the last day of the explanation, the atasan near the end; after it the analis too. */
function messagesOf({ id, penilaiId, atasanId, isExplained, filedOn }: Waiting, period: Period, today: LocalDate, analis: readonly string[]): Message[] {
  const due = rulebookOf(period).rules.jatuhTempo({ peristiwa: "keputusan", mulai: filedOn, kalender: period.kalender }).value;
  if (today > due) return [atasanId, ...analis].map((personId) => ({ keberatanId: id, personId, kind: "keberatan_overdue" as const }));
  const isNear = selisihHariKerja(today, due, period.kalender) <= LEFT;
  const isLastToExplain = !isExplained && today === rules.explainUntil(filedOn, period);
  return [
    ...(isLastToExplain ? [{ keberatanId: id, personId: penilaiId, kind: "keberatan_explain_due" as const }] : []),
    ...(isNear ? [{ keberatanId: id, personId: atasanId, kind: "keberatan_decide_due" as const }] : []),
  ];
}

/** Reminds of running keberatan, each person once of each step. Gives how many messages. */
export async function remindKeberatan(ctx: JobCtx): Promise<number> {
  const { rows } = await ctx.pool.query<Waiting>(WAITING);
  if (rows.length === 0) return 0;
  const [told, analis] = await Promise.all([ctx.pool.query<{ personId: string; kind: string; id: string }>(TOLD, [KINDS]), ctx.pool.query<{ id: string }>(ANALIS, [ctx.today])]);
  const before = new Set(told.rows.map((one) => `${one.personId} ${one.kind} ${one.id}`));
  const periods = new Map(await Promise.all([...new Set(rows.map((row) => row.periodId))].map(async (id) => [id, await findPeriod(ctx.pool, id)] as const)));
  const messages = rows.flatMap((row) => {
    const period = periods.get(row.periodId);
    return period === undefined ? [] : messagesOf(row, period, ctx.today, analis.rows.map((one) => one.id));
  }).filter(({ personId, kind, keberatanId }) => !before.has(`${personId} ${kind} ${keberatanId}`));
  const [first, ...rest] = messages;
  if (first === undefined) return 0;
  return change(ctx, async (tx) => {
    await tx.insert(notification).values(messages.map(({ keberatanId, personId, kind }) => ({ id: v7(), personId, kind, params: JSON.stringify({ keberatanId }), day: ctx.today, createdAt: ctx.now }))).onConflictDoNothing();
    const entry = ({ keberatanId, kind, personId }: Message) => ({ action: "keberatan.remind", target: { type: "keberatan", id: keberatanId }, payload: { kind, personId } });
    return { value: messages.length, audit: [entry(first), ...rest.map(entry)] };
  });
}
