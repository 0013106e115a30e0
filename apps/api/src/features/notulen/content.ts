import { createHash } from "node:crypto";
import type { NotulenView } from "@teraju/contracts/notulen";
import { canonicalText, KEHADIRAN } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { leaderOf, type Meeting } from "../../meeting.ts";
import { findDecisions } from "../evaluation-meeting/screen-queries.ts";
import { findHeldItems, findStates, type HeldItem, type StoredNotulen } from "./queries.ts";

/** What is signed: every word of the minutes. Frozen as JSON at the second signature, with names and posts as they then are. */
export type NotulenContent = Pick<NotulenView, "unit" | "opd" | "month" | "number" | "letterNumber" | "date" | "startedAt" | "finishedAt" | "place" | "isPaper" | "leader" | "secretary" | "opening" | "closing" | "attendance" | "counts" | "items" | "promises" | "decisions">;

const NUMBER = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });

type Bar = HeldItem["slide"]["bars"][number];
/** "Jumlah bayi yang diimunisasi: 17 dari 20 bayi" */
function figureOf({ text, satuan, target, realisasi, uraian }: Bar): string {
  if (realisasi === null) return uraian === null ? text : `${text}: ${uraian}`;
  const of = target === null ? "" : ` dari ${NUMBER.format(target)}`;
  return `${text}: ${NUMBER.format(realisasi)}${of}${satuan === null ? "" : ` ${satuan}`}`;
}

/** One line of the minutes, from the line of the agenda and its frozen slide. */
export function lineOf({ id, position, status, spentMs, summary, slide }: HeldItem): NotulenView["items"][number] {
  return {
    itemId: id, position, title: (slide.kind === "unit" ? slide.unit?.name : slide.person?.name) ?? "", jabatan: slide.kind === "unit" ? (slide.person?.name ?? null) : (slide.person?.jabatan ?? null),
    isDeferred: status === "ditunda", speaker: slide.speaker, spentMs, headline: slide.headline, figures: slide.bars.map(figureOf), kendala: slide.kendala, bantuan: slide.bantuan, summary,
  };
}

/** The minutes as they are now, from what the meeting froze and wrote; the stored ones once they are signed. */
export async function contentOf(ctx: Ctx, meeting: Meeting, stored: StoredNotulen): Promise<NotulenContent> {
  if (stored.content !== null) return stored.content;
  const [items, attendance, decided] = await Promise.all([findHeldItems(ctx.pool, meeting.id), findStates(ctx.pool, meeting.id, ctx.today), findDecisions(ctx.pool, meeting.id, ctx.today)]);
  const leader = leaderOf(meeting);
  if (leader === null) throw new Error("a meeting that was held has a leader");
  const lines = items.filter((item) => item.kind === "person" || item.kind === "unit").map(lineOf);
  const titleOf = (itemId: string | null): string | null => lines.find((line) => line.itemId === itemId)?.title ?? null;
  return {
    unit: { id: meeting.unit.id, name: meeting.unit.name }, opd: meeting.opd, month: meeting.month, number: stored.number, letterNumber: stored.letterNumber, date: meeting.date,
    startedAt: meeting.startedAt, finishedAt: meeting.finishedAt, place: meeting.place, isPaper: meeting.isPaper, leader, secretary: meeting.secretary, opening: stored.opening, closing: stored.closing,
    attendance, counts: Object.fromEntries(KEHADIRAN.map((state) => [state, attendance.filter((one) => one.attendance === state).length])) as NotulenView["counts"],
    items: lines, promises: items.find((item) => item.kind === "promises")?.slide.promises ?? [],
    decisions: decided.map(({ id, text, owner, due, itemId }) => ({ id, text, owner, due, about: titleOf(itemId) })),
  };
}

/** SHA-256 of the canonical content, hexadecimal. */
export function hashOf(content: unknown): string {
  return createHash("sha256").update(canonicalText(content), "utf8").digest("hex");
}
