/** Words of how results stand to the official source. */
import type { official as id } from "../id/official.ts";

export const official: typeof id = {
  source: (states) => `Official source: e-Kinerja BKN. Results here: ${states}.`,
  none: "Official source: e-Kinerja BKN.",
  people: { cocok: (n) => `${n} agree`, berbeda: (n) => `${n} differ`, belum_dinilai_bkn: (n) => `${n} not yet rated there`, belum_dicocokkan: (n) => `${n} not yet compared` },
};
