import type { BlindRatingView, explainBlindGap, listBlindRatings, readBlindRating, sendBlindRating } from "@teraju/contracts/blind-rating";
import type { Input, Output } from "@teraju/contracts/endpoint";
import { blindRating as rules, type Party } from "@teraju/domain";
import { v7 } from "uuid";
import { blindStepView, type BlindStep, findBlindStep } from "../../blind-step.ts";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { blindForm, blindMark, blindWord, notification } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustPerson } from "../../standing.ts";
import { findPeriod, type Period, periodView, spanOf } from "../appraisal/period.ts";
import { ratersOf } from "../appraisal/raters.ts";
import { loadWork } from "../appraisal/work.ts";
import { findMine, findName } from "./queries.ts";

type Key = { periodId: string; personId: string };
type Ratings = Input<typeof sendBlindRating>["body"]["ratings"];
type Side = { period: Period; side: rules.BlindSide; parties: readonly Party[]; step: BlindStep };

/** The actor's side: the pegawai, or who rates the period by its rules. Where the standard has no such step there is nothing. */
async function load(ctx: Ctx, { periodId, personId }: Key): Promise<Side> {
  const period = await findPeriod(ctx.pool, periodId);
  await mustPerson(ctx, "appraisal.read", personId, spanOf(period));
  const isOwn = ctx.actor.personId === personId;
  const parties: readonly Party[] = isOwn ? ["owner"] : (await loadWork(ctx, periodId, personId)).parties;
  // A year that ended before the OPD used Teraju is nobody's to rate, and so not one's own either.
  if (isOwn && (await ratersOf(ctx.pool, period, personId, ctx.today)) === null) throw new Problem("not_found");
  if (period.kind !== "tahunan" || !rules.isBlindStepOn(period.standar)) throw new Problem("not_found");
  const side = isOwn ? "pegawai" : "penilai";
  return { period, side, parties, step: await findBlindStep(ctx.pool, period, personId, side) };
}

function contextOf(ctx: Ctx, { period, parties }: Pick<Side, "period" | "parties">): rules.Context {
  return { parties, today: ctx.today, kalender: period.kalender, standar: period.standar };
}

/** The years whose two-blind step waits for the actor's own ratings, or holds them. */
export async function list(ctx: Ctx): Promise<Output<typeof listBlindRatings>> {
  const rows = (await findMine(ctx.pool, ctx.actor.personId, ctx.today)).filter((row) => rules.isBlindStepOn(row.standar));
  const items = await Promise.all(rows.map(async ({ periodId, sentOn, isOpen }) => ({ period: periodView(await findPeriod(ctx.pool, periodId), ctx.today), sentOn, isOpen })));
  return { items };
}

export async function read(ctx: Ctx, key: Key): Promise<Output<typeof readBlindRating>> {
  const loaded = await load(ctx, key);
  const name = await findName(ctx.pool, key.personId);
  if (name === null) throw new Problem("not_found");
  return { period: periodView(loaded.period, ctx.today), person: { id: key.personId, name }, side: loaded.side, step: blindStepView(loaded.step, contextOf(ctx, loaded)) };
}

async function view(ctx: Ctx, key: Key): Promise<BlindRatingView> {
  const loaded = await load(ctx, key);
  return blindStepView(loaded.step, contextOf(ctx, loaded));
}

function isSame({ own }: BlindStep, ratings: Ratings): boolean {
  return own.length === ratings.length && ratings.every((one) => own.some((mark) => mark.lineId === one.lineId && mark.rating === one.rating));
}

/** Locks a side's ratings. The trail says that it was done and never what they were. */
export async function send(ctx: Ctx, key: Key, { ratings }: { ratings: Ratings }): Promise<BlindRatingView> {
  const loaded = await load(ctx, key);
  const { step, side } = loaded;
  if (step.sent[side] !== null && isSame(step, ratings)) return blindStepView(step, contextOf(ctx, loaded));
  const fields = ratings.flatMap((one, index) => (step.lines.includes(one.lineId) && ratings.findIndex((other) => other.lineId === one.lineId) === index ? [] : [{ path: `body.ratings.${index}.lineId`, code: "unknown" }]));
  if (fields.length > 0) throw new Problem("invalid", { fields });
  refuseIf(rules.sendRefusals(step, ratings.map((one) => one.lineId), contextOf(ctx, loaded)));
  await change(ctx, async (tx) => {
    const made = await tx.insert(blindForm).values({ ...key, side, raterId: ctx.actor.personId, sentOn: ctx.today, sentAt: ctx.now }).onConflictDoNothing().returning({ side: blindForm.side });
    if (made.length === 0) throw new Problem("stale");
    await tx.insert(blindMark).values(ratings.map(({ lineId, rating }) => ({ ...key, side, lineId, rating })));
    // The penilai meets it on the desk; the pegawai, whose days run from here, is told: that it was done, never how.
    if (side === "penilai") {
      const kind = step.sent.pegawai === null ? "blind_sent" : "blind_open";
      await tx.insert(notification).values({ id: v7(), personId: key.personId, kind, params: JSON.stringify({ periodId: key.periodId }), day: ctx.today, createdAt: ctx.now }).onConflictDoNothing();
    }
    return { value: undefined, audit: { action: "blind-rating.send", target: { type: "evaluation_period", id: key.periodId }, payload: { personId: key.personId, side } } };
  });
  return view(ctx, key);
}

/** The penilai's words for a wide gap, once. Sent again with the same words it is the same. */
export async function explain(ctx: Ctx, key: Key, { lineId, text }: Input<typeof explainBlindGap>["body"]): Promise<BlindRatingView> {
  const loaded = await load(ctx, key);
  const { step } = loaded;
  if (!step.lines.includes(lineId)) throw new Problem("invalid", { fields: [{ path: "body.lineId", code: "unknown" }] });
  if (loaded.side === "penilai" && step.words.some((word) => word.lineId === lineId && word.text === text)) return blindStepView(step, contextOf(ctx, loaded));
  refuseIf(rules.wordRefusals(step, { line: lineId, text }, contextOf(ctx, loaded)));
  await change(ctx, async (tx) => {
    const made = await tx.insert(blindWord).values({ ...key, lineId, text, authorId: ctx.actor.personId, saidOn: ctx.today }).onConflictDoNothing().returning({ lineId: blindWord.lineId });
    if (made.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "blind-rating.explain", target: { type: "evaluation_period", id: key.periodId }, payload: { personId: key.personId, lineId } } };
  });
  return view(ctx, key);
}
