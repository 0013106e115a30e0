import type { LocalDate } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import { tenggatPenetapanSkp } from "./regulations/permenpanrb-6-2022.ts";
import type { Arah, Aspek, JenisIndikator, JenisJabatan, Pendekatan, Perspektif, Prioritas, SkpStatus, UnitKind } from "./vocabulary.ts";
import { type Party, type Transition, reasons, transitionRefusals } from "./workflow.ts";

/** An indicator with its target. `rentang` uses targetMin and targetMax, the others target; words use targetText. */
export type Indikator = {
  text: string;
  jenis: JenisIndikator;
  arah: Arah;
  target: number | null;
  targetMin: number | null;
  targetMax: number | null;
  targetText: string | null;
  satuan: string | null;
  aspek: Aspek | null;
  perspektif: Perspektif | null;
};

/**
 * What makes two indicators the same, a colleague's or one's own of another year: the same words, kind and direction, and unit. Nothing else is
 * made comparable: not another wording, however near. The database keeps the same text with each indicator (`indikator.kunci`).
 */
export function kunciIndikator({ text, jenis, arah, satuan }: Pick<Indikator, "text" | "jenis" | "arah" | "satuan">): string {
  const words = text.replaceAll(/\s+/g, " ").replaceAll(/^[ .;,]+|[ .;,]+$/g, "").toLowerCase();
  return `${words}|${jenis}|${arah}|${(satuan ?? "").replaceAll(/^ +| +$/g, "").toLowerCase()}`;
}

export type HasilKerja = { text: string; prioritas: Prioritas; indikator: readonly Indikator[] };

/**
 * What an SKP says. The seven values of Pasal 10 ayat (3) belong to every SKP by law and are not listed;
 * ekspektasi khusus on them are voluntary (ayat 4).
 */
export type SkpContent = { pendekatan: Pendekatan; isPimpinan: boolean; hasilKerja: readonly HasilKerja[] };

export type Skp = SkpContent & { status: SkpStatus; year: number; hasPenilai: boolean; hasRevisionInWork: boolean };

/** Units that stand on their own, so that who heads one is pimpinan unit kerja mandiri. */
const UNIT_MANDIRI: readonly UnitKind[] = ["opd", "kecamatan", "upt", "puskesmas", "sekolah"];

/** Whose indicators have perspektif instead of aspek: JPT pratama that lead, and pimpinan unit kerja mandiri (Lampiran BAB II.A.2). */
export function isPimpinan({ isHead, jenis, unitKind }: { isHead: boolean; jenis: JenisJabatan; unitKind: UnitKind }): boolean {
  return isHead && (jenis === "jpt_pratama" || UNIT_MANDIRI.includes(unitKind));
}

/** `discard` takes away a draft that nobody else has seen. `bind` says whom the work serves, which changes nothing that was agreed. `revise` begins the next version as a draft; the one in force stays so until that one is set, which supersedes it. */
export const ACTIONS = {
  save: { from: ["draft", "returned"], to: "same", by: "owner" },
  discard: { from: ["draft"], to: "same", by: "owner" },
  bind: { from: ["draft", "returned", "set"], to: "same", by: "owner" },
  propose: { from: ["draft", "returned"], to: "proposed", by: "owner" },
  withdraw: { from: ["proposed"], to: "draft", by: "owner" },
  sendBack: { from: ["proposed"], to: "returned", by: ["penilai", "atasan"] },
  set: { from: ["proposed"], to: "set", by: ["penilai", "atasan"] },
  revise: { from: ["set"], to: "same", by: ["owner", "penilai"] },
  supersede: { from: ["set"], to: "superseded", by: "job" },
} as const satisfies Record<string, Transition<SkpStatus>>;
export type Action = keyof typeof ACTIONS;

export type Context = { parties: readonly Party[]; today: LocalDate; /** What the penilai says when sending it back. */ note?: string | null };

/** True when the target that this kind of indicator needs is not there. In a kualitatif SKP the sentence holds it (p. 50). */
export function isTargetMissing(indikator: Indikator, pendekatan: Pendekatan): boolean {
  if (pendekatan === "kualitatif" || indikator.jenis === "uraian") return `${indikator.targetText ?? ""}${indikator.text}`.trim() === "";
  if (indikator.arah !== "rentang") return indikator.target === null;
  return indikator.targetMin === null || indikator.targetMax === null || indikator.targetMin > indikator.targetMax;
}

function contentReasons({ hasilKerja, pendekatan }: SkpContent): Partial<Record<Refusal, boolean>> {
  return {
    no_hasil_kerja: hasilKerja.length === 0,
    // Lampiran BAB II.A.6.a: hasil kerja utama is obligatory, tambahan is not.
    no_hasil_kerja_utama: hasilKerja.length > 0 && !hasilKerja.some((result) => result.prioritas === "utama"),
    no_indikator: hasilKerja.some((result) => result.indikator.length === 0),
    target_missing: hasilKerja.some((result) => result.indikator.some((indikator) => isTargetMissing(indikator, pendekatan))),
  };
}

/** Lampiran BAB II.C.5: only when the penilai has let January pass does the pegawai turn to the atasan penilai. */
function isAtasanTooEarly(skp: Skp, { parties, today }: Context): boolean {
  return parties.includes("atasan") && !parties.includes("penilai") && today <= tenggatPenetapanSkp({ tahun: skp.year }).value;
}

function conditionRefusals(skp: Skp, action: Action, context: Context): Refusal[] {
  switch (action) {
    case "save":
    case "discard":
    case "bind":
    case "withdraw":
    case "supersede":
      return [];
    case "propose":
      return reasons({ ...contentReasons(skp), no_penilai: !skp.hasPenilai });
    case "sendBack":
      return reasons({ penilai_in_time: isAtasanTooEarly(skp, context), discussion_note_missing: (context.note ?? "").trim() === "" });
    case "set":
      return reasons({ ...contentReasons(skp), penilai_in_time: isAtasanTooEarly(skp, context) });
    case "revise":
      return reasons({ revision_in_work: skp.hasRevisionInWork });
  }
}

/** All reasons why the action is not allowed now; empty when it is. Setting after January is late, not refused (see `isSetLate`). */
export function refusals(skp: Skp, action: Action, context: Context): Refusal[] {
  return [...transitionRefusals<SkpStatus>(ACTIONS[action], skp.status, context.parties), ...conditionRefusals(skp, action, context)];
}

/** Why a first draft of a year cannot be laid before somebody: an SKP is in force or in work, or they sit on no post that plans. */
export function fillRefusals({ hasInForce, hasInWork, hasPost }: { hasInForce: boolean; hasInWork: boolean; hasPost: boolean }): Refusal[] {
  return reasons({ no_post: !hasPost, skp_in_force: hasInForce, revision_in_work: hasInWork });
}

/** Why an SKP cannot become the example of its post: only what is in force was agreed by two people, and an example is for a post. */
export function templateRefusals({ status, hasPost }: { status: SkpStatus; hasPost: boolean }): Refusal[] {
  return reasons({ wrong_status: status !== "set", no_post: !hasPost });
}

/** A warning, not a refusal: an SKP of the year that is set after the end of January (Pasal 14 ayat 1). */
export function isSetLate(year: number, setOn: LocalDate): boolean {
  return setOn > tenggatPenetapanSkp({ tahun: year }).value;
}
