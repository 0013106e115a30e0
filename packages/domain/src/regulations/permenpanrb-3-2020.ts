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

/** What may be done for people of a box; the words of the text, one key each. */
export const SARAN_TALENTA = [
  "promosi_dan_pertahankan", "pertahankan", "krs_instansi_nasional", "krs_instansi", "krs", "penghargaan", "rotasi_perluasan", "rotasi_pengayaan", "rotasi",
  "bimbingan", "konseling", "pengembangan_kompetensi", "tugas_belajar", "penempatan_sesuai", "sesuai_peraturan",
] as const;
export type SaranTalenta = (typeof SARAN_TALENTA)[number];

const SARAN_KOTAK = {
  9: ["promosi_dan_pertahankan", "krs_instansi_nasional", "penghargaan"],
  8: ["pertahankan", "krs_instansi", "rotasi_perluasan", "bimbingan"],
  7: ["pertahankan", "krs", "rotasi_pengayaan", "pengembangan_kompetensi", "tugas_belajar"],
  6: ["penempatan_sesuai", "bimbingan", "konseling"],
  5: ["penempatan_sesuai", "bimbingan", "pengembangan_kompetensi"],
  4: ["rotasi", "pengembangan_kompetensi"],
  3: ["bimbingan", "konseling", "pengembangan_kompetensi", "penempatan_sesuai"],
  2: ["bimbingan", "pengembangan_kompetensi", "penempatan_sesuai"],
  1: ["sesuai_peraturan"],
} as const satisfies Record<Kotak, readonly SaranTalenta[]>;

/** What the text suggests for a box: a suggestion for BKPSDM, never an act. */
export const saranKotak = rule({
  name: "Saran kotak manajemen talenta",
  cite: permenpanrb3("Lampiran, rekomendasi tiap kotak"),
  decide: ({ kotak }: { kotak: Kotak }) => noted<readonly SaranTalenta[]>(SARAN_KOTAK[kotak], NOTES.kotakTalentaPerubahan),
});
