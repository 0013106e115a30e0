/**
 * The published explanation of a perangkat daerah whose predikat are at odds with its capaian organisasi: one for each perangkat daerah and
 * period, in versions. It changes no predikat and holds nothing up. The capaian that counts is that of the unit which the pejabat penilai
 * leads (Lampiran BAB IV.B.1 huruf g) and the pola is weighed by them (BAB IV.B.2 huruf a), so who leads the perangkat daerah answers for it.
 */
import type { LocalDate } from "./calendar.ts";
import { type Answer, noted, rule } from "./decision.ts";
import { NOTES } from "./notes.ts";
import type { Refusal } from "./refusal.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import type { PosisiPola, TemuanPola } from "./regulations/se-menpanrb-3-2023.ts";
import type { StandarPenilaian } from "./standar.ts";
import { type Party, type Transition, reasons, transitionRefusals } from "./workflow.ts";

/** `kebetulan`: outside of a line, but not farther than chance among so few people. `wajib`: farther. */
export const KESESUAIAN_POLA = ["sesuai", "kebetulan", "wajib"] as const;
export type KesesuaianPola = (typeof KESESUAIAN_POLA)[number];

/** "There must be some": among few people nobody may stand there by chance, and no small office has to look for somebody. */
const HARUS_ADA: readonly TemuanPola[] = ["tanpa_butuh_perbaikan_atau_kurang"];

/**
 * Whether the distribution needs words. Only what lies outside of its line with its whole interval does; under `minPegawai` people,
 * for whom the pola is not shown as a pattern, an absence of somebody below asks for nothing.
 */
export const kewajibanPenjelasan = rule({
  name: "Kewajiban menjelaskan pola",
  cite: cityStandard("pola: penjelasan yang diumumkan (SE MenPANRB 3/2023; PermenPANRB 6/2022 Lampiran BAB IV huruf B angka 2 huruf a)"),
  decide: ({ pita, orang, minPegawai }: { pita: readonly { temuan: TemuanPola; posisi: PosisiPola }[]; orang: number; minPegawai: number }): Answer<KesesuaianPola> => {
    const isSmall = orang < minPegawai;
    const isFar = pita.some(({ temuan, posisi }) => posisi === "di_luar" && !(isSmall && HARUS_ADA.includes(temuan)));
    const value: KesesuaianPola = isFar ? "wajib" : pita.some(({ posisi }) => posisi !== "di_dalam") ? "kebetulan" : "sesuai";
    return noted(value, isSmall && NOTES.polaSedikitOrang);
  },
});

/** What stands in a perangkat daerah and period. `kesesuaian` null: no capaian organisasi to hold it against. */
export type PolaUnit = { status: "none" | "published"; kesesuaian: KesesuaianPola | null; final: number; isKalibrasiOpen: boolean; text: string | null };

/** Written by who leads the perangkat daerah, or by who acts for them. Another time is another version. */
export const ACTIONS = { write: { from: ["none", "published"], to: "published", by: "kepala" } } as const satisfies Record<string, Transition<PolaUnit["status"]>>;

export type Context = { parties: readonly Party[]; standar: Pick<StandarPenilaian, "penilaian" | "pola"> };

/** Words that say nothing; `text` null: none were given. */
export function isTooShort(text: string | null, { standar }: Pick<Context, "standar">): boolean {
  return (text ?? "").trim().length < standar.penilaian.alasanMin;
}

/** Why no explanation is published now; `text` undefined: the button. */
export function writeRefusals(unit: PolaUnit, text: string | undefined, context: Context): Refusal[] {
  return [...transitionRefusals<PolaUnit["status"]>(ACTIONS.write, unit.status, context.parties), ...reasons({
    capaian_organisasi_missing: unit.kesesuaian === null,
    nothing_final: unit.final === 0,
    pola_met: unit.status === "none" && unit.final > 0 && unit.kesesuaian === "sesuai",
    // Its end publishes the words: one way to the same record.
    kalibrasi_running: unit.isKalibrasiOpen,
    words_too_short: text !== undefined && isTooShort(text, context),
    nothing_changed: text !== undefined && text.trim() === unit.text?.trim(),
  })];
}

/**
 * Whether it is owed: the days for rating are over, so that the ratings stand, the distribution needs words, and none are published. The
 * standard may leave it at advice.
 */
export function isOwed(unit: Pick<PolaUnit, "status" | "kesesuaian">, { today, ratingUntil }: { today: LocalDate; ratingUntil: LocalDate }, { standar }: Pick<Context, "standar">): boolean {
  return standar.pola.pemeriksaan === "alasan" && unit.kesesuaian === "wajib" && unit.status === "none" && today > ratingUntil;
}
