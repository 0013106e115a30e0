import type { PeerCycleView } from "@teraju/contracts";
import { fewestAnswers, type PeerGroup, type PeerLevel, peerShown } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { peerRaterStat, peerSubjectStat } from "#db/schema/peer-input.ts";
import { mustStep } from "./cycle.ts";
import { type Cycle, findCycle, mustCycle } from "./cycle-queries.ts";
import { viewOf } from "./cycle-view.ts";
import { type Files, step } from "./draw.ts";
import { findDrawn, findHandedOver, findUnitsDrawn } from "./draw-inputs.ts";
import { destroyPseudonymKey, pseudonymKeys, pseudonymOf, readKey } from "./keys.ts";
import { type RatedForm, sealStatistics, type SealStatistics } from "./seal-statistics.ts";

export async function seal(ctx: Ctx, files: Files, id: string, { version }: { version: number }): Promise<PeerCycleView> {
  await sealCycle(ctx, files, await mustStep(ctx, id, "seal"), version);
  return viewOf(await mustCycle(ctx.pool, id), ctx);
}

/**
 * The seal, in one transaction: what needs the rater is computed and kept as aggregates; answers and suggestions go over, apart from
 * each other and in random order, without pseudonym; the table that had pseudonyms is emptied as a whole, so that its file goes too.
 * Afterwards the key is destroyed; a process that dies in between leaves that to the next run of the clockwork (`destroyLeftKeys`).
 */
export async function sealCycle(ctx: Omit<Ctx, "actor"> & { actor: Ctx["actor"] | null }, files: Files, cycle: Cycle, version: number): Promise<void> {
  const key = await readKey(files.dataDir, cycle.id, "pseudonym");
  const [invites, handedOver, unitOf] = await Promise.all([findDrawn(ctx.pool, cycle.id), findHandedOver(ctx.pool, cycle.id), findUnitsDrawn(ctx.pool, cycle.id)]);
  await change(ctx, async (tx) => {
    await tx.execute(sql`lock table peer_response in access exclusive mode`);
    const { forms, notAsked } = await loadForms(tx, cycle.id, { invites, handedOver }, key);
    const statistics = sealStatistics(forms, unitOf);
    const open = subjectsWithResult(forms, cycle.rekan.jawabanMin);
    const answeredPercent = Math.round((1000 * forms.length) / Math.max(1, invites.length - notAsked)) / 10;
    const kept = await carryOver(tx, cycle, open);
    await tx.execute(sql`truncate peer_response`);
    await keepStatistics(tx, cycle.id, statistics);
    await step(tx, cycle, version, { status: "sealed", sealedOn: ctx.today, sealedAnswers: kept.answers, sealFacts: { ...statistics.facts, answeredPercent } });
    return { value: undefined, audit: { action: "peer-cycle.seal", target: { type: "peer_cycle", id: cycle.id }, payload: { answers: kept.answers, suggestions: kept.suggestions } } };
  });
  await destroyPseudonymKey(files.dataDir, cycle.id);
}

type StoredForm = { pseudonym: string; state: "draft" | "sent" | "declined"; subject_id: string; rater_group: PeerGroup; answers: number[] };
type Pairs = readonly { raterId: string; subjectId: string }[];
/** Sent forms with their raters, found again by computing each invitation's pseudonym; how many were declined, or handed over before they were begun. */
async function loadForms(tx: Tx, cycleId: string, { invites, handedOver }: { invites: Pairs; handedOver: Pairs }, key: Buffer): Promise<{ forms: RatedForm[]; notAsked: number }> {
  const { rows } = await tx.execute<StoredForm>(sql`select pseudonym, state, subject_id, rater_group, answers from peer_response where cycle_id = ${cycleId}`);
  const raterOf = new Map(invites.map(({ raterId, subjectId }) => [pseudonymOf(key, { raterId, subjectId, cycleId }), raterId]));
  const begun = new Set(rows.map((row) => row.pseudonym));
  const notBegun = handedOver.filter(({ raterId, subjectId }) => !begun.has(pseudonymOf(key, { raterId, subjectId, cycleId }))).length;
  const forms = rows.filter((row) => row.state === "sent").flatMap(({ pseudonym, subject_id, rater_group, answers }): RatedForm[] => {
    const raterId = raterOf.get(pseudonym);
    return raterId === undefined ? [] : [{ raterId, subjectId: subject_id, group: rater_group, levels: levelsOf(answers) }];
  });
  return { forms, notAsked: notBegun + rows.filter((row) => row.state === "declined").length };
}

/** In the table 0 stands for "tidak cukup mengenal". */
export function levelsOf(answers: readonly (number | null)[]): (PeerLevel | null)[] {
  return answers.map((answer) => (answer === 1 || answer === 2 || answer === 3 || answer === 4 ? answer : null));
}

/** Of whom nothing will be shown, nothing is kept. */
function subjectsWithResult(forms: readonly RatedForm[], jawabanMin: number | undefined): string[] {
  return [...Map.groupBy(forms, (form) => form.subjectId)].flatMap(([subjectId, own]) => (peerShown(own, jawabanMin).withheld === null ? [subjectId] : []));
}

async function carryOver(tx: Tx, { id: cycleId, rekan }: Cycle, subjects: readonly string[]): Promise<{ answers: number; suggestions: number }> {
  const list = `{${subjects.join(",")}}`;
  const answers = await tx.execute(sql`
    insert into peer_sealed (cycle_id, subject_id, rater_group, answers)
    select cycle_id, subject_id, rater_group, answers from peer_response where cycle_id = ${cycleId} and state = 'sent' and subject_id = any(${list}::uuid[]) order by gen_random_uuid()`);
  const suggestions = await tx.execute(sql`
    insert into peer_suggestion (cycle_id, subject_id, text)
    select cycle_id, subject_id, suggestion from (
      select r.*, count(*) over (partition by subject_id) as n from peer_response r where cycle_id = ${cycleId} and state = 'sent' and suggestion is not null and subject_id = any(${list}::uuid[])) x
     where n >= ${fewestAnswers(rekan.jawabanMin)} order by gen_random_uuid()`);
  return { answers: answers.rowCount ?? 0, suggestions: suggestions.rowCount ?? 0 };
}

const BATCH = 1000;
async function keepStatistics(tx: Tx, cycleId: string, { raters, subjects }: SealStatistics): Promise<void> {
  for (let i = 0; i < raters.length; i += BATCH) await tx.insert(peerRaterStat).values(raters.slice(i, i + BATCH).map((one) => ({ ...one, cycleId })));
  for (let i = 0; i < subjects.length; i += BATCH) await tx.insert(peerSubjectStat).values(subjects.slice(i, i + BATCH).map((one) => ({ ...one, cycleId })));
}

/** Keys of cycles that are sealed, or that never came to be, are destroyed: after a crash between commit and destruction, or a restored folder. */
export async function destroyLeftKeys(ctx: Pick<Ctx, "pool">, { dataDir }: Files): Promise<void> {
  for (const cycleId of await pseudonymKeys(dataDir)) {
    const cycle = await findCycle(ctx.pool, cycleId);
    if (cycle !== null && (cycle.status === "sealed" || cycle.status === "released")) await destroyPseudonymKey(dataDir, cycleId);
  }
}
