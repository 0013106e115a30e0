import type { IndikatorDraft } from "@teraju/contracts/skp";

export type Plan = (number | null)[];
type Counted = Pick<IndikatorDraft, "jenis" | "arah" | "satuan" | "target" | "targetMax">;

const LEVEL = /^(persen|%|skor|nilai|indeks|poin|derajat|predikat)/i;
/** Pieces that add up over the year; all else is a level that holds each month: shares, scores, at most, between. */
export function addsUp({ jenis, arah, satuan }: Counted): boolean {
  return jenis === "angka" && arah === "maks" && !LEVEL.test((satuan ?? "").trim());
}

/** The figure that is spread; null where the target has none. */
export function spreadable({ jenis, arah, target, targetMax }: Counted): number | null {
  if (jenis === "uraian") return null;
  return arah === "rentang" ? targetMax : target;
}

/** A year's pieces over twelve months, whole where the target is whole; the sum is the target. Months without a piece are not due. */
export function spreadEvenly(target: number): Plan {
  const scale = Number.isInteger(target) ? 1 : 100;
  const pieces = Math.round(target * scale);
  const upTo = (month: number): number => Math.floor((pieces * month) / 12);
  return Array.from({ length: 12 }, (_, month) => (upTo(month + 1) - upTo(month)) / scale || null);
}

export function sameEachMonth(target: number): Plan {
  return Array.from({ length: 12 }, () => target);
}

/** A plan without a figure is no plan. */
export function planOrNull(plan: Plan): Plan | null {
  return plan.every((figure) => figure === null) ? null : plan;
}

/** The plan's sum, in hundredths so that 0.1 + 0.2 is 0.3. */
export function sumOf(plan: Plan): number {
  return plan.reduce<number>((sum, figure) => sum + Math.round((figure ?? 0) * 100), 0) / 100;
}
