import { type HasilKerjaDraft, type IndikatorDraft, skpDraft, type SkpDraft, type SkpView } from "@teraju/contracts/skp";
import { v7 } from "uuid";
import * as z from "zod/mini";
import type { FieldFault } from "#ui/light/ErrorSummary.tsx";
import type { PastedResult } from "./paste.ts";
import type { SkpCopy } from "./words.ts";

/** What is edited: the content, without the version that it was read with. */
export type Draft = Omit<SkpDraft, "version">;

export function draftOf({ pendekatan, hasilKerja, perilaku, lampiran }: SkpView): Draft {
  return { pendekatan, hasilKerja, perilaku, lampiran };
}

export function newIndikator(pendekatan: Draft["pendekatan"]): IndikatorDraft {
  return {
    lineId: v7(), text: "", jenis: pendekatan === "kualitatif" ? "uraian" : "angka", arah: "maks", target: null, targetMin: null, targetMax: null, targetText: null, satuan: null,
    aspek: null, perspektif: null, monthlyTarget: null,
  };
}

export function newResult(pendekatan: Draft["pendekatan"]): HasilKerjaDraft {
  return { lineId: v7(), prioritas: "utama", text: "", assignedBy: null, intervenedLineId: null, intervenedText: null, indikator: [newIndikator(pendekatan)] };
}

export function fromPasted(results: readonly PastedResult[]): HasilKerjaDraft[] {
  return results.map((result) => ({
    ...result, lineId: v7(), assignedBy: null, intervenedLineId: null,
    indikator: result.indikator.map((indikator) => ({ ...indikator, lineId: v7(), monthlyTarget: null })),
  }));
}

/** The draft with a pasted table behind it; what is expected of a behaviour is said once, what stands in the lampiran already is not added. */
export function withPasted(draft: Draft, { hasilKerja, perilaku, lampiran }: Pick<Draft, "hasilKerja" | "perilaku" | "lampiran">): Draft {
  const isThere = (line: Draft["lampiran"][number]) => draft.lampiran.some((own) => own.kind === line.kind && own.text === line.text);
  return {
    ...draft,
    hasilKerja: [...draft.hasilKerja, ...hasilKerja],
    perilaku: [...draft.perilaku.filter((own) => !perilaku.some((one) => one.perilaku === own.perilaku)), ...perilaku],
    lampiran: [...draft.lampiran, ...lampiran.filter((line) => !isThere(line))],
  };
}

export function replaceAt<T>(list: readonly T[], at: number, value: T): T[] {
  return list.map((old, index) => (index === at ? value : old));
}
export function removeAt<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}
export function insertAt<T>(list: readonly T[], at: number, value: T): T[] {
  return [...list.slice(0, at), value, ...list.slice(at)];
}
/** One place up (-1) or down (1); at the end nothing moves. */
export function moveBy<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const value = list[at];
  if (value === undefined || at + by < 0 || at + by >= list.length) return [...list];
  return insertAt(removeAt(list, at), at + by, value);
}

/** The id of the control that a path of the body is about: `hasilKerja.0.text`. */
export const controlId = (...path: readonly (string | number)[]): string => path.join(".");

function whereIs({ skp }: SkpCopy, path: readonly PropertyKey[]): string | null {
  const [list, result, inner, indicator] = path;
  if (list !== "hasilKerja" || typeof result !== "number") return null;
  return skp.findingAt(result + 1, inner === "indikator" && typeof indicator === "number" ? indicator + 1 : null);
}

/** The words for a check that failed; the same beside the field and in the summary. */
function faultText(copy: SkpCopy, path: readonly PropertyKey[], code: string): string {
  const words: Record<string, string> = copy.skp.fieldWrong;
  const isText = path.at(-1) === "text";
  const text = code === "too_small" && isText ? copy.skp.textMissing : (words[code] ?? copy.problems.field[code] ?? copy.problems.fieldOther);
  const where = whereIs(copy, path);
  return where === null ? text : copy.skp.faultAt(where, text);
}

/** What the contract's own schema would not take, one fault for each field. */
export function draftFaults(copy: SkpCopy, draft: Draft, version: number): FieldFault[] {
  const { success, error } = z.safeParse(skpDraft, { version, ...draft });
  if (success) return [];
  const faults = error.issues.map((issue) => {
    const code = issue.code === "custom" ? issue.message : issue.code;
    return { field: controlId(...issue.path.map(String)), text: faultText(copy, issue.path, code) };
  });
  return faults.filter(({ field }, at) => faults.findIndex((other) => other.field === field) === at);
}

/** The same for what only the server knows: `body.hasilKerja.0.intervenedLineId`. */
export function serverFaults(copy: SkpCopy, fields: readonly { path: string; code: string }[]): FieldFault[] {
  return fields.map(({ path, code }) => {
    const parts = path.replace(/^body\./, "").split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return { field: controlId(...parts.map(String)), text: faultText(copy, parts, code) };
  });
}
