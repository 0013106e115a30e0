/**
 * PP 30/2019, Penilaian Kinerja PNS, Pasal 41: the numeric scheme. Not repealed, but in practice replaced by the ratings and the
 * quadrant of PermenPANRB 6/2022: what follows informs, it never sets a predikat kinerja.
 */
import { type Answer, type Citation, noted, rule } from "../decision.ts";
import { NOTES } from "../notes.ts";

export function pp30(part: string): Citation {
  return { regulation: "PP 30/2019", part, link: "https://peraturan.go.id/id/pp-no-30-tahun-2019" };
}

const TANPA_REKAN = { skp: 0.7, perilaku: 0.3 } as const;
const DENGAN_REKAN = { skp: 0.6, perilaku: 0.4 } as const;

/** Pasal 41: 70/30, or 60/40 where the instansi hears peers and direct subordinates on perilaku. Fractions. */
export const bobotPp30 = rule({
  name: "Bobot SKP dan perilaku kerja",
  cite: pp30("Pasal 41 ayat (1)–(3)"),
  decide: ({ peerInput }: { peerInput: boolean }): { skp: number; perilaku: number } => (peerInput ? DENGAN_REKAN : TANPA_REKAN),
});

const SANGAT_BAIK_MIN = 110;
const BAIK_MIN = 90;
const CUKUP_MIN = 70;
const KURANG_MIN = 50;

export type PredikatPp30 = "sangat_baik" | "baik" | "cukup" | "kurang" | "sangat_kurang";

/**
 * Pasal 41 ayat (5): Sangat Baik from 110 with a new idea or way of benefit, Baik from 90 (so too from 110 without an idea),
 * Cukup from 70, Kurang from 50, below that Sangat Kurang. The scale ends at 120.
 */
export const predikatPp30 = rule({
  name: "Predikat menurut nilai",
  cite: pp30("Pasal 41 ayat (5)"),
  decide: ({ nilai, ideBaru }: { nilai: number; ideBaru: boolean }): Answer<PredikatPp30> => {
    if (nilai >= SANGAT_BAIK_MIN) return ideBaru ? "sangat_baik" : noted<PredikatPp30>("baik", NOTES.tanpaIdeBaru);
    if (nilai >= BAIK_MIN) return "baik";
    if (nilai >= CUKUP_MIN) return "cukup";
    return nilai >= KURANG_MIN ? "kurang" : "sangat_kurang";
  },
});
