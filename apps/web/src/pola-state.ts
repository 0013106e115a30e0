import type { PolaPeriodLine } from "@teraju/contracts/pola-explanation";

export type PolaState = "owed" | "published" | "chance" | "differs" | "fits" | "unknown" | "kalibrasi";
export const POLA_TONE = { owed: "attention", published: "good", chance: "info", differs: "attention", fits: "good", unknown: "info", kalibrasi: "info" } as const satisfies Record<PolaState, string>;

/** How a perangkat daerah and period stand: one word for a list and for a headline. */
export function polaState({ kesesuaian, final, isOwed, isKalibrasiOpen, explanation }: Omit<PolaPeriodLine, "period">): PolaState {
  if (explanation !== null) return "published";
  if (kesesuaian === null || final === 0) return "unknown";
  if (isKalibrasiOpen) return "kalibrasi";
  if (isOwed) return "owed";
  return kesesuaian === "wajib" ? "differs" : kesesuaian === "kebetulan" ? "chance" : "fits";
}
