/**
 * What a rise in pangkat or jenjang asks, as far as this product can know it. The texts themselves (PermenPANRB 1/2023, Peraturan
 * BKN 3/2023 and 4/2025) are not in our hands: the conditions are those of summaries (confidence medium), and each Decision says so.
 * A list of conditions is never a decision about a person: what is not recorded here is "belum diketahui", and BKPSDM asks for the rest.
 */
import { addMonths, firstDayOf, type LocalDate, type Month, monthOf } from "../calendar.ts";
import { type Citation, noted, rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import { PREDIKAT, type Predikat } from "../vocabulary.ts";
import { type Jenjang, permenpanrb1 } from "./permenpanrb-1-2023.ts";

function bkn4(part: string): Citation {
  return { regulation: "Peraturan BKN 4/2025", part, link: "https://jdih.bkn.go.id" };
}

function pp99(part: string): Citation {
  return { regulation: "PP 99/2000 jo. PP 12/2002", part, link: "https://peraturan.bpk.go.id" };
}

/** Years that the last pangkat must have lasted. Fungsional: PP 99/2000 Pasal 13 huruf a. Reguler: summaries of BKPSDM offices, the article itself was not at hand. */
const MASA_PANGKAT = { fungsional: 2, reguler: 4 } as const;
export type JalurPangkat = keyof typeof MASA_PANGKAT;

/** "belum_diketahui": no record of ours answers it, which is neither yes nor no. */
export const STATUS_SYARAT = ["terpenuhi", "belum", "belum_diketahui"] as const;
export type StatusSyarat = (typeof STATUS_SYARAT)[number];

/** Predikat of the years before, one for each: null where none is recorded. */
export type PredikatTahun = { tahun: number; predikat: Predikat | null };

/** Every one of these years was at least `paling`. One year below it answers no; a year without record leaves it open. */
export const syaratPredikat = rule({
  name: "Syarat predikat kinerja",
  cite: ({ untuk }: { untuk: "pangkat" | "jenjang" }) => (untuk === "pangkat" ? bkn4("Kenaikan pangkat, syarat kinerja (ringkasan)") : permenpanrb1("Kenaikan jenjang, syarat kinerja (ringkasan)")),
  decide: ({ tahun, paling }: { tahun: readonly PredikatTahun[]; paling: Predikat; untuk: "pangkat" | "jenjang" }) => {
    const isBelow = (predikat: Predikat): boolean => PREDIKAT.indexOf(predikat) > PREDIKAT.indexOf(paling);
    const status: StatusSyarat = tahun.some(({ predikat }) => predikat !== null && isBelow(predikat)) ? "belum" : tahun.length === 0 || tahun.some(({ predikat }) => predikat === null) ? "belum_diketahui" : "terpenuhi";
    return noted(status, NOTES.kenaikanSumberKedua);
  },
});

/**
 * The angka kredit kumulatif reaches what the next step asks. Without a PAK to begin from it is not known; nor is it while a year
 * after the PAK has no predikat on record (`tahunTanpaPredikat`), as long as what is known does not reach it.
 */
export const syaratAngkaKredit = rule({
  name: "Syarat angka kredit",
  cite: permenpanrb1("Pasal 37 dan lampiran angka kredit kumulatif"),
  decide: ({ punya, perlu, tahunTanpaPredikat }: { punya: number | null; perlu: number; tahunTanpaPredikat: readonly number[] }) => {
    const isKnown = punya !== null && (punya >= perlu || tahunTanpaPredikat.length === 0);
    const status: StatusSyarat = !isKnown ? "belum_diketahui" : punya >= perlu ? "terpenuhi" : "belum";
    return noted(status, punya === null && NOTES.tanpaPak, punya !== null && !isKnown && NOTES.tahunTanpaPredikat, NOTES.angkaKreditMinimalSumberKedua);
  },
});

/** Golongan ruang of each jenjang, lowest first (rules §3). */
const GOLONGAN_JENJANG = {
  pemula: ["II/a"], terampil: ["II/b", "II/c", "II/d"], mahir: ["III/a", "III/b"], penyelia: ["III/c", "III/d"],
  ahli_pertama: ["III/a", "III/b"], ahli_muda: ["III/c", "III/d"], ahli_madya: ["IV/a", "IV/b", "IV/c"], ahli_utama: ["IV/d", "IV/e"],
} as const satisfies Record<Jenjang, readonly string[]>;

/** A pangkat above the last one of the jenjang comes only with the next jenjang. */
export const syaratDalamJenjang = rule({
  name: "Pangkat berikutnya di dalam jenjang",
  cite: permenpanrb1("Lampiran jenjang dan golongan ruang"),
  decide: ({ golongan, jenjang }: { golongan: string | null; jenjang: Jenjang }) => {
    const steps: readonly string[] = GOLONGAN_JENJANG[jenjang];
    const at = golongan === null ? -1 : steps.indexOf(golongan);
    const status: StatusSyarat = at === -1 ? "belum_diketahui" : at < steps.length - 1 ? "terpenuhi" : "belum";
    return noted(status, status === "belum" && NOTES.pangkatPuncakJenjang);
  },
});

/** Whether the last pangkat (`sejak`, its TMT; null where none is recorded) has lasted long enough on `pada`, the next date of a rise. */
export const syaratMasaPangkat = rule({
  name: "Masa dalam pangkat terakhir",
  cite: ({ jalur }: { jalur: JalurPangkat }) => pp99(jalur === "fungsional" ? "Pasal 13 huruf a" : "Kenaikan pangkat reguler (ringkasan)"),
  decide: ({ sejak, pada, jalur }: { sejak: LocalDate | null; pada: LocalDate; jalur: JalurPangkat }) => {
    // 29 February after two years is 1 March: as text it already sorts so.
    const genap = sejak === null ? null : `${Number(sejak.slice(0, 4)) + MASA_PANGKAT[jalur]}${sejak.slice(4)}`;
    const status: StatusSyarat = genap === null ? "belum_diketahui" : genap <= pada ? "terpenuhi" : "belum";
    return noted(status, jalur === "reguler" && NOTES.kenaikanSumberKedua);
  },
});

/** Something that a record with its source answers: an examination passed, a vacancy, the PPK's word on an outstanding achievement. */
export const SYARAT_TERCATAT = ["uji_kompetensi", "lowongan", "penetapan_prestasi"] as const;
export type SyaratTercatat = (typeof SYARAT_TERCATAT)[number];
export const syaratTercatat = rule({
  name: "Syarat tercatat",
  cite: ({ syarat }: { syarat: SyaratTercatat }) => (syarat === "penetapan_prestasi" ? pp99("Kenaikan pangkat pilihan, prestasi kerja luar biasa (ringkasan)") : permenpanrb1("Kenaikan jenjang: lowongan dan uji kompetensi (ringkasan)")),
  decide: ({ jawaban }: { syarat: SyaratTercatat; jawaban: boolean | null }) => {
    const status: StatusSyarat = jawaban === null ? "belum_diketahui" : jawaban ? "terpenuhi" : "belum";
    return noted(status, NOTES.kenaikanSumberKedua);
  },
});

/** Which step a list of conditions is for: the pangkat in its time, the jenjang, or the pangkat for an outstanding achievement. */
export const KENAIKAN = ["pangkat", "jenjang", "prestasi"] as const;
export type Kenaikan = (typeof KENAIKAN)[number];

/** What the conditions come to. "siap_diperiksa": all that is recorded here is met; BKPSDM still checks what is not. */
export const KESIAPAN = ["siap_diperiksa", "perlu_data", "belum"] as const;
export type Kesiapan = (typeof KESIAPAN)[number];

export const kesiapanKenaikan = rule({
  name: "Kesiapan kenaikan",
  cite: ({ untuk }: { untuk: Kenaikan }) => (untuk === "jenjang" ? permenpanrb1("Kenaikan jenjang (ringkasan)") : bkn4(untuk === "pangkat" ? "Kenaikan pangkat (ringkasan)" : "Kenaikan pangkat karena prestasi luar biasa (ringkasan)")),
  decide: ({ syarat }: { untuk: Kenaikan; syarat: readonly StatusSyarat[] }) => {
    const kesiapan: Kesiapan = syarat.includes("belum") ? "belum" : syarat.includes("belum_diketahui") ? "perlu_data" : "siap_diperiksa";
    return noted(kesiapan, NOTES.kesiapanBukanKeputusan);
  },
});

const KALI_SETAHUN = 12;

/** Peraturan BKN 4/2025: twelve dates a year, the first of each month. The next twelve from that day on, the day itself included. */
export function tanggalKenaikanPangkat(today: LocalDate): LocalDate[] {
  const first: Month = firstDayOf(monthOf(today)) === today ? monthOf(today) : addMonths(monthOf(today), 1);
  return Array.from({ length: KALI_SETAHUN }, (_, index) => firstDayOf(addMonths(first, index)));
}
