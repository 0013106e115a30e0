/** PermenPANRB 3/2020, Manajemen Talenta ASN (amended by PermenPANRB 20/2025, whose text we have not read): the nine boxes. */
import { type Citation, noted, rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import type { Ekspektasi, Predikat } from "../vocabulary.ts";

export function permenpanrb3(part: string): Citation {
  return { regulation: "PermenPANRB 3/2020", part, link: "https://jdih.menpan.go.id" };
}

const SUMBU_KINERJA = { sangat_baik: "di_atas", baik: "sesuai", butuh_perbaikan: "di_bawah", kurang: "di_bawah", sangat_kurang: "di_bawah" } as const satisfies Record<Predikat, Ekspektasi>;

/** The kinerja axis of the nine boxes, from a predikat. */
export function sumbuKinerja(predikat: Predikat): Ekspektasi {
  return SUMBU_KINERJA[predikat];
}

export const POTENSIAL = ["rendah", "menengah", "tinggi"] as const;
export type Potensial = (typeof POTENSIAL)[number];
export type Kotak = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

const KOTAK = {
  di_atas: { rendah: 4, menengah: 7, tinggi: 9 },
  sesuai: { rendah: 2, menengah: 5, tinggi: 8 },
  di_bawah: { rendah: 1, menengah: 3, tinggi: 6 },
} as const satisfies Record<Ekspektasi, Record<Potensial, Kotak>>;

/** The box of a person whose potensial was assessed; never guess a potensial. */
export const kotakTalenta = rule({
  name: "Kotak manajemen talenta",
  cite: permenpanrb3("Lampiran, kotak manajemen talenta"),
  decide: ({ kinerja, potensial }: { kinerja: Ekspektasi; potensial: Potensial }) => noted<Kotak>(KOTAK[kinerja][potensial], NOTES.kotakTalentaPerubahan),
});
