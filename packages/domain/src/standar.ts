import { type PembulatanPola, PERILAKU, type Perilaku, type Ritme, type RumpunJabatan } from "./vocabulary.ts";

/**
 * Standar penilaian: everything that a city may choose (rules §8), with an effective date and a legal basis, kept in the
 * database and passed into the rules. All fields are plain JSON. "hk" is hari kerja of the city's calendar.
 */
export type StandarPenilaian = {
  /** Evaluasi periodik: "bulanan" or "triwulanan" (Pasal 24 ayat 2-3). */
  periodeEvaluasi: "bulanan" | "triwulanan";
  /** Documentation rhythm of each rumpun jabatan (Pasal 16: the instansi chooses). */
  pendokumentasian: Record<RumpunJabatan, Ritme>;
  laporan: {
    /** Day of the reported month from which a finished report may be sent: who is done, or goes on leave, need not wait. */
    bukaTanggal: number;
    /** Last hk of the following month in which the month is reported. */
    batasHari: number;
    /** Last hk for the penilai's check. */
    periksaHari: number;
    /** The hk at whose end the month is closed. */
    tutupHari: number;
    /** hk after sending from which the atasan penilai is told of an unchecked report. */
    eskalasiHari: number;
    /** A returned report may be sent again for so many hk, also after the closing day. */
    perbaikanHari: number;
    /** Calendar days by which a draft finished in time may still arrive (no signal). */
    susulanHari: number;
    /** A row whose capaian (percent) is under this needs a cause. */
    sebabDiBawah: number;
    /** Where evidence is obligatory: nowhere, once per report, or on every row that is due. */
    buktiWajib: "tidak" | "laporan" | "baris";
  };
  penilaian: {
    /** Behind "sebagian besar" and "sebagian kecil" of the guide: a share of n results (see saranRatingHasilKerja). */
    batas: { sebagianBesar: number; sebagianKecil: number };
    /** The penilai's own note carries "di bawah" only when delivered at least so many hk before. */
    catatanHari: number;
    /** Least number of characters of a reason. */
    alasanMin: number;
    /** Width in days of the evaluation window before the end of a period, when the penilai moves (Lampiran BAB IV.A.14). */
    jendelaHari: number;
    /** hk after the end of the period within which the penilai rates; then the atasan may (Lampiran BAB IV.A.11). */
    penilaianHari: number;
    /** Whether a pejabat fungsional who leads a unit rates its people without a delegation of their own on record (Lampiran BAB IV.A.7: "dapat"). */
    delegasiFungsional: boolean;
    /** Whether a surat perintah Plt. carries the delegation to rate (Lampiran BAB IV.A.3: "dapat"); a Plh. always needs one of its own. */
    delegasiPlt: boolean;
    /** Two-blind step of the annual evaluation: hk for which the penilai waits for the pegawai's ratings. 0: there is no such step. */
    duaSisiHari: number;
  };
  keberatan: {
    /** hk from filing within which the penilai explains; after them the atasan may decide without it. Part of the 7 hk of Lampiran BAB V.B.6. */
    penjelasanHari: number;
    /** Comparable cases are shown only where so many others hold a result of the same job family and level. */
    pembandingMin: number;
  };
  pola: {
    /** "alasan": a mismatch needs a published explanation; "nasihat": shown beside the result, explained by who wants to; "mati": not shown. */
    pemeriksaan: "mati" | "nasihat" | "alasan";
    /** Pola is shown for a department of at least so many people. */
    minPegawai: number;
    /** How its shares become whole people: "ketat" (at most down, at least up) or "terdekat". */
    pembulatan: PembulatanPola;
  };
  indeks: {
    /** Upper bound of one indicator's capaian in the index, percent. */
    batasAtas: number;
    /** Indicators of a utama and of a tambahan result weigh so much when they carry no weight of their own. */
    bobotUtama: number;
    /** Whether the target of a month in which the judged time ends is cut by working days (retired, suspended within it); the law is silent. */
    targetSebagian: boolean;
    bobotTambahan: number;
    /** Whether perilaku hears peers: 60/40 instead of 70/30 (PP 30/2019 Pasal 41). */
    peerInput: boolean;
  };
  /** The city's own words for a behaviour beside the panduan of Pasal 10 ayat (3), which stays; empty: none. Nothing is rated on them alone. */
  perilakuLokal: Record<Perilaku, string>;
  /** Umpan balik rekan. */
  rekan: {
    /** Fewest answers of a shown group, and of a result that enters a suggestion. The code never goes under `FEWEST_ANSWERS`, whatever stands here. */
    jawabanMin: number;
    /** Colleagues who are asked about each person in a semester. */
    perOrang: number;
    /** How many of them at least come from a unit that works together. */
    lintasUnit: number;
    /** Bawahan who are asked about a penilai, at most; nobody asks fewer than `FEWEST_ANSWERS`. */
    bawahan: number;
    /** Calendar days for the answers. */
    hari: number;
    /** Months that people must have worked together. */
    bulanBersama: number;
    /** Share of the colleagues in the suggestion for perilaku, 0 to 1. */
    bobot: number;
  };
  rapat: {
    /** First and last hk of the following month for the meeting on a month. */
    mulaiHari: number;
    sampaiHari: number;
    /** Minutes of a speaker as a rule, with a request for help, and where nothing is to be said beyond the report. */
    menitUmum: number;
    menitBantuan: number;
    menitTanpaCatatan: number;
    /** Minutes for each promise of earlier meetings, and at most for all of them. */
    menitTindakLanjut: number;
    menitTindakLanjutMaks: number;
    /** More speakers, or more minutes, than these are warned of and a cascade is offered. */
    batasOrang: number;
    batasMenit: number;
    /** On the agenda a target counts as missed under this percent; the report itself explains smaller misses. 100 takes every one. */
    melesetDi: number;
    /** A report is a clear success when no figure is under target and one reaches so many percent. */
    keberhasilanDari: number;
    /** "Hanya pengecualian" mixes in at least one success for so many exceptions. */
    pengecualianPerKeberhasilan: number;
    /** Presence can be confirmed from so many minutes before the beginning. */
    hadirSebelumMenit: number;
    /** Begun within so many minutes of the planned time, a meeting was on time. */
    tepatWaktuMenit: number;
  };
  /** Groups smaller than this are not shown to those who may not see persons' ratings. */
  sandiMin: number;
};

/** What the demo city starts with. */
export const DEFAULT_STANDAR: StandarPenilaian = {
  // Pasal 24 ayat (2) huruf b; product: quarterly by default.
  periodeEvaluasi: "triwulanan",
  // Daily since e-Kinerja BKN asks for progress of every working day (Peraturan BKN 2/2026, by news reports: confidence low). Guru teach
  // all day and their achievements stand in the school's own lists: no note is asked of them.
  pendokumentasian: { guru: "impor", kesehatan: "harian", teknis: "harian" },
  laporan: {
    // City's own calendar of the month (no article): sent from the 20th on, due on hk 5 of the next, checked by 9, closed on 15.
    bukaTanggal: 20,
    batasHari: 5,
    periksaHari: 9,
    tutupHari: 15,
    eskalasiHari: 5,
    perbaikanHari: 3,
    susulanHari: 1,
    // Below target at all: the row is red, say why.
    sebabDiBawah: 100,
    // Lampiran BAB III: realisasi "berdasarkan bukti dukung".
    buktiWajib: "laporan",
  },
  penilaian: {
    // "Sebagian besar" read as more than half, "sebagian kecil" as at most a quarter: the text gives no figures.
    batas: { sebagianBesar: 0.5, sebagianKecil: 0.25 },
    catatanHari: 5,
    alasanMin: 20,
    // Lampiran BAB IV.A.14: 25 August no, 25 September yes, for a quarter that ends on 30 September.
    jendelaHari: 14,
    penilaianHari: 14,
    // "Dapat memperoleh", "dapat mendelegasikan": heads of puskesmas and sekolah, and who acts for months, rate in practice.
    delegasiFungsional: true,
    delegasiPlt: true,
    // The text knows no such step: a city takes it up when it wants to.
    duaSisiHari: 0,
  },
  // Lampiran BAB V.B.4 asks for the explanation and gives no days: three leave the atasan four of the seven. Five others as in sandiMin.
  keberatan: { penjelasanHari: 3, pembandingMin: 5 },
  // SE MenPANRB 3/2023 is guidance; "mirror, not quota": a mismatch is explained, never changed.
  pola: { pemeriksaan: "alasan", minPegawai: 50, pembulatan: "ketat" },
  // PP 30/2019 Pasal 41: achievement at most 120. Weights are the city's: high priority counts double.
  indeks: { batasAtas: 120, bobotUtama: 2, targetSebagian: true, bobotTambahan: 1, peerInput: false },
  // No city text is known in full: none until the city writes its own.
  perilakuLokal: { berorientasi_pelayanan: "", akuntabel: "", kompeten: "", harmonis: "", loyal: "", adaptif: "", kolaboratif: "" },
  // Seven: at 70 % response 87 of 100 people get at least four answers. Two across units, so that the city stays one connected part.
  // A quarter: the text gives no weight (Pasal 18-19), and the penilai rates.
  // Four answers: the privacy floor itself.
  rekan: { jawabanMin: 4, perOrang: 7, lintasUnit: 2, bawahan: 8, hari: 14, bulanBersama: 3, bobot: 0.25 },
  // The city's practice (no article): 18 people in 72 minutes; longer than 90 nobody listens. Missed by a tenth or more: with every
  // miss, four fifths of a puskesmas of 56 people stood under "perlu dibahas", and nothing was left out by "hanya pengecualian".
  rapat: {
    mulaiHari: 8, sampaiHari: 12,
    menitUmum: 4, menitBantuan: 6, menitTanpaCatatan: 2, menitTindakLanjut: 1, menitTindakLanjutMaks: 10, batasOrang: 20, batasMenit: 90,
    melesetDi: 90, keberhasilanDari: 110, pengecualianPerKeberhasilan: 3, hadirSebelumMenit: 30, tepatWaktuMenit: 15,
  },
  sandiMin: 5,
};

/** A standard as it may lie in the database: written before a parameter existed, it lacks it. */
export type StoredStandar = { [K in keyof StandarPenilaian]?: StandarPenilaian[K] extends object ? Partial<StandarPenilaian[K]> : StandarPenilaian[K] };

/** A stored standard made whole: a past one is never edited, so a parameter younger than it holds as the built-in standard has it. */
export function standarLengkap(stored: StoredStandar): StandarPenilaian {
  const whole = Object.entries(DEFAULT_STANDAR).map(([key, builtIn]) => {
    const own: unknown = stored[key as keyof StandarPenilaian];
    return [key, typeof builtIn === "object" && typeof own === "object" ? { ...builtIn, ...own } : (own ?? builtIn)];
  });
  // Every key of the built-in standard, each with a value of its own kind.
  return Object.fromEntries(whole) as StandarPenilaian;
}

/** What the city adds to each behaviour; those without own words are left out. */
export function perilakuLokalOf({ perilakuLokal }: Pick<StandarPenilaian, "perilakuLokal">): { perilaku: Perilaku; ekspektasi: string }[] {
  return PERILAKU.flatMap((perilaku) => (perilakuLokal[perilaku].trim() === "" ? [] : [{ perilaku, ekspektasi: perilakuLokal[perilaku].trim() }]));
}

/** What judges before a city has set its own: the values above, named for what they are. The city's own standard follows it. */
export const BUILT_IN_STANDAR = { name: "Standar bawaan Teraju", legalBasis: "Nilai bawaan Teraju, belum ditetapkan dengan peraturan kota" } as const;
