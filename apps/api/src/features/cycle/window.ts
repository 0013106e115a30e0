import { type LocalDate, type Month, tenggatBulan } from "@teraju/domain";
import type { Standard } from "../../standard.ts";

/** The month's windows and where the month stands in them. */
export function windowOf(month: Month, { standar, kalender }: Standard, today: LocalDate) {
  const { buka, batas, periksaSampai, rapatMulai, rapatSampai, tutup } = tenggatBulan(month, standar, kalender);
  const state = today > tutup ? "ditutup" as const : today < buka ? "belum" as const : "berjalan" as const;
  return { buka, batas, periksaSampai, rapatMulai, rapatSampai, tutup, state };
}
