import type { Finding, IndikatorView, SkpView } from "@teraju/contracts/skp";
import type { Refusal } from "@teraju/contracts/problem";
import type { Format } from "#copy/format.ts";
import { useCopy } from "#copy/copy.tsx";
import type { Copy } from "#copy/id.ts";
import { useSkpCopy } from "#copy/page/skp.ts";
import type { skp } from "#copy/id/skp.ts";

/** The words of every page, and those of the SKP. */
export type SkpCopy = Copy & { skp: typeof skp };
export const useWords = (): SkpCopy => ({ ...useCopy(), skp: useSkpCopy() });

type Target = Pick<IndikatorView, "arah" | "jenis" | "target" | "targetMin" | "targetMax" | "targetText" | "satuan">;
/** "120 dokumen", "paling banyak 3 hari", "2 sampai 4 hari", "Predikat A"; null where there is none. */
export function targetWords({ skp }: SkpCopy, format: Format, { arah, target, targetMin, targetMax, targetText, satuan }: Target): string | null {
  const withUnit = (figure: string) => (satuan === null ? figure : satuan === "persen" ? `${figure}%` : `${figure} ${satuan}`);
  if (arah === "rentang" && targetMin !== null && targetMax !== null) return withUnit(skp.between(format.number(targetMin), format.number(targetMax)));
  if (target !== null) return arah === "min" ? skp.atMost(withUnit(format.number(target))) : withUnit(format.number(target));
  return targetText;
}

/** The figure of one month with its unit; null where nothing is due or there is no plan. */
export function monthWords(format: Format, { jenis, monthlyTarget, satuan }: Pick<IndikatorView, "jenis" | "monthlyTarget" | "satuan">, month: number): string | null {
  const figure = monthlyTarget?.[month] ?? null;
  if (figure === null || jenis === "uraian") return null;
  return satuan === null ? format.number(figure) : satuan === "persen" ? `${format.number(figure)}%` : `${format.number(figure)} ${satuan}`;
}

/** The state as a sentence: what is, and who has it. */
export function statusTitle({ skp }: SkpCopy, view: SkpView): string {
  const { year, revision, status, hasilKerja, penilai } = view;
  if (status === "set") return skp.inForce(year, hasilKerja.length);
  if (status === "proposed") return revision > 1 ? skp.revisionWaiting(revision, penilai?.name ?? null) : skp.waiting(year, penilai?.name ?? null);
  if (status === "returned") return revision > 1 ? skp.revisionReturned(revision) : skp.returned(year);
  return revision > 1 ? skp.revising(revision) : skp.drafting(year, hasilKerja.length);
}

const NOT_FOR_YOU: readonly string[] = ["not_yours", "not_your_bawahan", "wrong_status", "only_by_system"];
/** Whether the action belongs to this reader and this state at all; what else stands against it is shown beside the button. */
export const isOffered = (refusals: readonly string[]): boolean => !refusals.some((refusal) => NOT_FOR_YOU.includes(refusal));
/** Why it cannot be pressed now; undefined when it can. */
export function reasonOf(copy: SkpCopy, refusals: readonly string[]): string | undefined {
  return refusals.length === 0 ? undefined : refusals.map((refusal) => copy.refusals[refusal as Refusal] ?? copy.problems.byCode.refused).join(" ");
}

export function findingWords(copy: SkpCopy, { kode, rincian }: Finding): string {
  const words = copy.skp.findings[kode];
  if (rincian.length === 0) return words;
  const perspektif: Record<string, string> = copy.vocabulary.perspektif;
  return `${words} ${rincian.map((word) => perspektif[word] ?? `“${word}”`).join(", ")}.`;
}
