import type { SkpDraft, SkpTemplateBody } from "@teraju/contracts";
import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { Tx } from "#db/audit.ts";
import { hasilKerja, indikator, skpLampiran, skpPerilaku } from "#db/schema/skp.ts";
import type { SkpRow } from "./queries.ts";

/** What an SKP says, without its state. The positions are the order of the lists. */
export type Content = Pick<SkpRow, "hasilKerja" | "perilaku" | "lampiran">;

/** Writes the content in at most six statements, whatever its size; what was there before goes. Only for what was never in force. */
export async function writeContent(tx: Tx, skpId: string, content: Content): Promise<void> {
  await tx.delete(hasilKerja).where(eq(hasilKerja.skpId, skpId));
  await tx.delete(skpPerilaku).where(eq(skpPerilaku.skpId, skpId));
  await tx.delete(skpLampiran).where(eq(skpLampiran.skpId, skpId));
  const results = content.hasilKerja.map(({ indikator: own, ...result }, at) => ({ own, row: { ...result, id: v7(), skpId, position: at + 1 } }));
  const indicators = results.flatMap(({ own, row }) => own.map((i, at) => ({ ...i, id: v7(), hasilKerjaId: row.id, position: at + 1, monthlyTarget: asStored(i.monthlyTarget) })));
  if (results.length > 0) await tx.insert(hasilKerja).values(results.map(({ row }) => row));
  if (indicators.length > 0) await tx.insert(indikator).values(indicators);
  if (content.perilaku.length > 0) await tx.insert(skpPerilaku).values(content.perilaku.map((p) => ({ ...p, skpId })));
  if (content.lampiran.length > 0) await tx.insert(skpLampiran).values(content.lampiran.map((l, at) => ({ ...l, skpId, position: at + 1 })));
}

/** Drizzle types an array's elements as never null; PostgreSQL and the plan have months without a target. */
function asStored(months: (number | null)[] | null): number[] | null {
  return months as number[] | null;
}

/** The same work in another year or revision begun anew: new lines, and bindings to be made again. */
export function asNewLines(content: Content): Content {
  return {
    ...content,
    hasilKerja: content.hasilKerja.map((result) => ({ ...result, lineId: v7(), intervenedLineId: null, indikator: result.indikator.map((i) => ({ ...i, lineId: v7() })) })),
  };
}

/** A template filled out to content; what it leaves out is empty. */
export function fromTemplate(body: SkpTemplateBody): Content {
  return {
    hasilKerja: body.hasilKerja.map((result) => ({
      lineId: v7(), prioritas: result.prioritas, text: result.text, assignedBy: result.assignedBy ?? null, intervenedLineId: null, intervenedText: result.intervenedText ?? null,
      indikator: result.indikator.map((i) => ({
        lineId: v7(), text: i.text, jenis: i.jenis, arah: i.arah ?? "maks", target: i.target ?? null, targetMin: i.targetMin ?? null, targetMax: i.targetMax ?? null,
        targetText: i.targetText ?? null, satuan: i.satuan ?? null, aspek: i.aspek ?? null, perspektif: i.perspektif ?? null, monthlyTarget: i.monthlyTarget ?? null,
      })),
    })),
    perilaku: body.perilaku ?? [], lampiran: body.lampiran ?? [],
  };
}

type Parsed = Pick<SkpDraft, "hasilKerja" | "perilaku" | "lampiran">;
/** Positions of the results whose binding points at nothing that may be bound: neither the superior's nor bound before. */
export function unknownBindings(draft: readonly { intervenedLineId: string | null }[], known: Pick<SkpRow, "superiorResults" | "hasilKerja">): number[] {
  const lines = new Set([...known.superiorResults.map((r) => r.lineId), ...known.hasilKerja.map((r) => r.intervenedLineId)]);
  return draft.flatMap(({ intervenedLineId }, at) => (intervenedLineId === null || lines.has(intervenedLineId) ? [] : [at]));
}

/** The words that stand beside a binding are the superior's own, as they are now or were when it was bound; unbound ones stay as typed. */
export function intervenedText(line: { intervenedLineId: string | null; intervenedText: string | null }, known: Pick<SkpRow, "superiorResults" | "hasilKerja">): string | null {
  if (line.intervenedLineId === null) return line.intervenedText;
  const superior = known.superiorResults.find((r) => r.lineId === line.intervenedLineId);
  const before = known.hasilKerja.find((r) => r.intervenedLineId === line.intervenedLineId);
  return superior?.text ?? before?.intervenedText ?? line.intervenedText;
}

/** The draft as it will lie in the database. An aspek on a pimpinan's indicator, or a perspektif on another's, is not kept. */
export function fromDraft(draft: Parsed, row: Pick<SkpRow, "superiorResults" | "hasilKerja" | "isPimpinan">): Content {
  return {
    ...draft,
    hasilKerja: draft.hasilKerja.map((result) => ({
      ...result,
      intervenedText: intervenedText(result, row),
      indikator: result.indikator.map((i) => ({ ...i, aspek: row.isPimpinan ? null : i.aspek, perspektif: row.isPimpinan ? i.perspektif : null })),
    })),
  };
}
