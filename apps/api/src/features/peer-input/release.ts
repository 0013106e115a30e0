import type { PeerCycleView } from "@teraju/contracts";
import { type PeerForm, type PeerGroup, peerShown, publishedMean, shownGroups, type ShownPeerGroup, shownSuggestions } from "@teraju/domain";
import { rwg } from "@teraju/statistics";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { peerResult, peerSuggestion } from "#db/schema/peer-input.ts";
import { mustStep } from "./cycle.ts";
import { type Cycle, mustCycle } from "./cycle-queries.ts";
import { viewOf } from "./cycle-view.ts";
import { step } from "./draw.ts";
import { findSealed, findSubjects, findSuggestions } from "./result-queries.ts";
import { levelsOf } from "./seal.ts";

export type PublishedGroup = ShownPeerGroup & { agreement: "sepakat" | "beragam" };
type NewResult = Omit<typeof peerResult.$inferInsert, "cycleId"> & { groups: PublishedGroup[] };

/** Publishes every result once: what is written here is what will be read, and a trigger keeps it. */
export async function release(ctx: Ctx, id: string, { version }: { version: number }): Promise<PeerCycleView> {
  const cycle = await mustStep(ctx, id, "release");
  const results = await resultsOf(ctx, cycle);
  const count = (is: (one: NewResult) => boolean): number => results.filter(is).length;
  const facts = { shown: count((r) => r.withheld === null), merged: count((r) => r.isMerged), none: count((r) => r.withheld !== null) };
  await change(ctx, async (tx) => {
    await insertResults(tx, id, results);
    await tx.delete(peerSuggestion).where(eq(peerSuggestion.cycleId, id));
    await step(tx, cycle, version, { status: "released", releasedOn: ctx.today, ...facts });
    return { value: undefined, audit: { action: "peer-cycle.release", target: { type: "peer_cycle", id }, payload: facts } };
  });
  return viewOf(await mustCycle(ctx.pool, id), ctx);
}

async function resultsOf(ctx: Ctx, { id, answersFrom, rekan }: Cycle): Promise<NewResult[]> {
  const [subjects, sealed, suggestions] = await Promise.all([findSubjects(ctx.pool, id, answersFrom), findSealed(ctx.pool, id), findSuggestions(ctx.pool, id)]);
  const forms = Map.groupBy(sealed, (one) => one.subjectId);
  const texts = Map.groupBy(suggestions, (one) => one.subjectId);
  return subjects.map(({ subjectId, opdId }) => ({
    subjectId, opdId, ...publish((forms.get(subjectId) ?? []).map(({ group, answers }) => ({ group, levels: levelsOf(answers) })), (texts.get(subjectId) ?? []).map((one) => one.text), rekan.jawabanMin),
  }));
}

/** What is published of one person's sealed forms and suggestions. */
export function publish(forms: readonly PeerForm[], texts: readonly string[], jawabanMin?: number): Pick<NewResult, "groups" | "isMerged" | "withheld" | "suggestions" | "n" | "rata"> {
  const { groups, isMerged, withheld } = peerShown(forms, jawabanMin);
  const byGroup = new Map(shownGroups(forms, jawabanMin).map((one) => [one.group, one.forms]));
  const published = groups.map((group): PublishedGroup => ({ ...group, agreement: agreementOf(byGroup.get(group.group) ?? []) }));
  const mean = publishedMean(published);
  return { groups: published, isMerged, withheld, suggestions: [...shownSuggestions(texts, withheld === null, jawabanMin).texts], n: mean?.n ?? null, rata: mean?.rata ?? null };
}

const LEVELS = 4;
const ENOUGH = 0.7;
/** r_wg(j) over the behaviours (James, Demaree & Wolf 1984), each over those who know it: from .70 up "sepakat". One word for the whole form, so that it tells of no single behaviour. */
export function agreementOf(forms: readonly PeerForm[]): PublishedGroup["agreement"] {
  const items = (forms[0]?.levels ?? []).flatMap((_, i) => {
    const levels = forms.flatMap((form) => form.levels[i] ?? []);
    const agreement = levels.length < 2 ? null : rwg(levels, LEVELS);
    return agreement === null ? [] : [1 - agreement];
  });
  if (items.length === 0) return "beragam";
  const disagreement = items.reduce((sum, v) => sum + v, 0) / items.length;
  const j = items.length;
  return (j * (1 - disagreement)) / (j * (1 - disagreement) + disagreement) >= ENOUGH ? "sepakat" : "beragam";
}

const BATCH = 500;
async function insertResults(tx: Tx, cycleId: string, results: readonly NewResult[]): Promise<void> {
  for (let i = 0; i < results.length; i += BATCH) await tx.insert(peerResult).values(results.slice(i, i + BATCH).map((one) => ({ ...one, cycleId })));
}

export type SealedForm = { subjectId: string; group: PeerGroup; answers: number[] };
