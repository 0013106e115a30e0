import type { KertasBertandaTangan, LocalDate, Refusal } from "@teraju/domain";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { type AuditEntry, change, type Tx } from "#db/audit.ts";
import { refuseIf } from "#http/problem.ts";
import { draftFrom, type Key, refuse, writeDraft, writeFinal } from "./service.ts";
import { type Draft, factsOf, loadWork, refusalsOf, type Work } from "./work.ts";

/** What the paper says; `signedOn` is the day on which the penilai rated, so it is that day that the window is asked for. */
export type PaperRating = Omit<Draft, "hasil" | "perilaku"> & { signedOn: LocalDate };
export type PaperWork = { work: Work; /** Acting as the penilai who signed, on the day of the signature. */ as: Ctx };

/** The desk of the penilai who signed. The caller has asked already whether the actor may carry papers over. */
export async function loadPaperWork(ctx: Ctx, key: Key, penilai: { id: string; name: string }, signedOn: LocalDate): Promise<PaperWork> {
  const actor = { personId: penilai.id, name: penilai.name, roles: [] };
  const work = await loadWork({ ...ctx, actor }, key.periodId, key.personId);
  return { work: { ...work, isOnPaper: true }, as: { ...ctx, actor, today: signedOn } };
}

function paperDraft({ hasilKerja, perilakuKerja, alasanHasilKerja, alasanPerilaku, basis }: PaperRating, work: Work): Draft {
  return draftFrom({ hasil: [], perilaku: [], hasilKerja, perilakuKerja, alasanHasilKerja, alasanPerilaku, basis: [...basis] }, work);
}

/** Throws where the penilai could not have rated so on that day. */
export function refusePaper({ work, as }: PaperWork, paper: PaperRating): void {
  refuse(work, "save", paperDraft(paper, work), as);
}

/** Why this paper cannot be a result now. */
export function paperRefusals({ work, as }: PaperWork, paper: PaperRating): Refusal[] {
  return refusalsOf(work, "finalize", paperDraft(paper, work), { hasilKerja: null, perilaku: null }, as);
}

/**
 * Sets the result as that of the penilai who signed, in one transaction with `confirm`, whose line of the trail comes first; all lines
 * are of the person who confirms. A draft that the penilai began in the app gives way to the paper.
 */
export async function setFromPaper(ctx: Ctx, key: Key, { work, as }: PaperWork, paper: PaperRating, kertas: KertasBertandaTangan, confirm: (tx: Tx, appraisalId: string) => Promise<AuditEntry>): Promise<void> {
  const draft = paperDraft(paper, work);
  refuseIf(paperRefusals({ work, as }, paper));
  const facts = factsOf(work, draft, as);
  if (facts === null) throw new Error("a paper without refusals lacks its facts");
  const penilai = { ...as, today: ctx.today };
  const { saved } = work;
  const id = saved?.id ?? v7();
  await change(ctx, async (tx) => {
    const drafted = await writeDraft(penilai, tx, work, { key, id, version: saved?.version ?? null, draft, source: { bknReportId: null, bknLine: null } }, { action: "appraisal.save", payload: { onPaper: true } });
    const written = { id, version: saved === null ? 1 : saved.version + 1, revision: saved?.revision ?? 1, isCurrent: saved?.isCurrent ?? true, isAfterPola: saved?.isAfterPola ?? false };
    const final = await writeFinal(penilai, tx, written, key, { ...facts, kertas });
    return { value: undefined, audit: [await confirm(tx, id), drafted, final] };
  });
}
