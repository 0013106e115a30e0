/**
 * PermenPANRB 1/2023, Jabatan Fungsional, Pasal 37, with Peraturan BKN 3/2023: how a predikat becomes angka kredit. The text itself
 * is not in our hands: the figures are those of BKN's own summaries (confidence medium to high), and each Decision says so.
 */
import { type Citation, type Decision, noted, rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import { roundHalfUp } from "../rounding.ts";
import type { Predikat } from "../vocabulary.ts";

export function permenpanrb1(part: string): Citation {
  return { regulation: "PermenPANRB 1/2023", part, link: "https://jdih.menpan.go.id" };
}

export const JENJANG = ["pemula", "terampil", "mahir", "penyelia", "ahli_pertama", "ahli_muda", "ahli_madya", "ahli_utama"] as const;
export type Jenjang = (typeof JENJANG)[number];

/** Pasal 37: percent of the koefisien that a predikat is worth. */
const PERSEN_PREDIKAT = { sangat_baik: 150, baik: 100, butuh_perbaikan: 75, kurang: 50, sangat_kurang: 25 } as const satisfies Record<Predikat, number>;

type BarisJenjang = { koefisien: number; kenaikanPangkat: number; kenaikanJenjang: number | null };

/** Koefisien a year, and the angka kredit kumulatif minimal for the next pangkat and the next jenjang (null: there is none above). */
const TABEL_JENJANG = {
  pemula: { koefisien: 3.75, kenaikanPangkat: 15, kenaikanJenjang: 15 },
  terampil: { koefisien: 5, kenaikanPangkat: 20, kenaikanJenjang: 60 },
  mahir: { koefisien: 12.5, kenaikanPangkat: 50, kenaikanJenjang: 100 },
  penyelia: { koefisien: 25, kenaikanPangkat: 100, kenaikanJenjang: null },
  ahli_pertama: { koefisien: 12.5, kenaikanPangkat: 50, kenaikanJenjang: 100 },
  ahli_muda: { koefisien: 25, kenaikanPangkat: 100, kenaikanJenjang: 200 },
  ahli_madya: { koefisien: 37.5, kenaikanPangkat: 150, kenaikanJenjang: 450 },
  ahli_utama: { koefisien: 50, kenaikanPangkat: 200, kenaikanJenjang: null },
} as const satisfies Record<Jenjang, BarisJenjang>;

const BULAN_SETAHUN = 12;
const TEMPAT_DESIMAL = 2;

export type PeriodeAngkaKredit = { jenjang: Jenjang; predikat: Predikat; bulan: number };

/** What a conversion is made of, as its form prints it: percent of the predikat, and koefisien a year. */
export const dasarKonversi = ({ jenjang, predikat }: Pick<PeriodeAngkaKredit, "jenjang" | "predikat">): { persen: number; koefisien: number } => ({ persen: PERSEN_PREDIKAT[predikat], koefisien: TABEL_JENJANG[jenjang].koefisien });

/** Percent of the predikat × koefisien × months / 12, rounded to two decimals. */
export const angkaKreditPeriode = rule({
  name: "Angka kredit periode",
  cite: permenpanrb1("Pasal 37"),
  decide: ({ jenjang, predikat, bulan }: PeriodeAngkaKredit) =>
    noted(roundHalfUp((PERSEN_PREDIKAT[predikat] * TABEL_JENJANG[jenjang].koefisien * bulan) / (100 * BULAN_SETAHUN), TEMPAT_DESIMAL), NOTES.angkaKreditSumberKedua),
});

const jumlahAngkaKredit = rule({
  name: "Angka kredit akumulasi",
  cite: permenpanrb1("Pasal 37"),
  // Each addend has two decimals already: this only takes the noise of the sum away.
  decide: ({ angkaKredit }: { angkaKredit: readonly number[] }): number => roundHalfUp(angkaKredit.reduce((sum, one) => sum + one, 0), TEMPAT_DESIMAL),
});

/** Each period is rounded first, then the periods are summed (18.75 + 2.08 = 20.83). */
export function angkaKreditAkumulasi(periods: readonly PeriodeAngkaKredit[]): Decision<number> {
  return jumlahAngkaKredit({ angkaKredit: periods.map((period) => angkaKreditPeriode(period)) });
}

/** The angka kredit kumulatif that the next pangkat and the next jenjang ask for. */
export const angkaKreditMinimal = rule({
  name: "Angka kredit minimal",
  cite: permenpanrb1("Pasal 37 dan lampiran angka kredit kumulatif"),
  decide: ({ jenjang }: { jenjang: Jenjang }) => {
    const { kenaikanPangkat, kenaikanJenjang } = TABEL_JENJANG[jenjang];
    return noted<{ kenaikanPangkat: number; kenaikanJenjang: number | null }>({ kenaikanPangkat, kenaikanJenjang }, NOTES.angkaKreditMinimalSumberKedua);
  },
});
