/**
 * PermenPANRB 6/2022, Pengelolaan Kinerja Pegawai ASN. In force since 7 February 2022 (Pasal 41).
 * The rules stand in the order of the text; "p." is the page of the promulgated copy.
 */
import { type Kalender, type LocalDate, addDays, tambahHariKerja } from "../calendar.ts";
import { type Answer, type Citation, noted, rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import type { Ekspektasi, PenempatanKind, Perilaku, Predikat, Prioritas } from "../vocabulary.ts";

export function permenpanrb6(part: string): Citation {
  return { regulation: "PermenPANRB 6/2022", part, link: "https://jdih.menpan.go.id" };
}

/** The shares behind "sebagian besar" and "sebagian kecil": the city's choice. */
export type Batas = { sebagianBesar: number; sebagianKecil: number };

// ---------------------------------------------------------------------------------------------------------------- Pasal 14

/** Pasal 14 ayat (1): the SKP is set at the latest at the end of January of its year. */
export const tenggatPenetapanSkp = rule({
  name: "Tenggat penetapan SKP",
  cite: permenpanrb6("Pasal 14 ayat (1)"),
  decide: ({ tahun }: { tahun: number }): LocalDate => `${tahun}-01-31`,
});

// ------------------------------------------------------------------------------------------- Lampiran BAB II.B (tugas belajar)

type Ipk = "sangat_baik" | "baik" | "butuh_perbaikan" | "kurang";
type BatasIpk = readonly [sangatBaik: number, baik: number, butuhPerbaikan: number];
export const JENJANG_STUDI = ["s1", "s2_s3_profesi"] as const;
export type JenjangStudi = (typeof JENJANG_STUDI)[number];
export const AKREDITASI = ["A", "B", "C"] as const;
export type Akreditasi = (typeof AKREDITASI)[number];

/** p. 63: the lowest IPK of each band, by accreditation of the university. Below the last one: Kurang. */
const IPK_DALAM_NEGERI = {
  s1: { A: [3.51, 3.01, 2.76], B: [3.61, 3.1, 2.76], C: [3.71, 3.2, 2.76] },
  s2_s3_profesi: { A: [3.51, 3.2, 3], B: [3.61, 3.25, 3], C: [3.71, 3.3, 3] },
} as const satisfies Record<JenjangStudi, Record<Akreditasi, BatasIpk>>;

const IPK_LUAR_NEGERI = { s1: [3.51, 3.01, 2.76], s2_s3_profesi: [3.51, 3.2, 3] } as const satisfies Record<JenjangStudi, BatasIpk>;

/** The least accreditation of the study programme that the row of p. 63 asks for. */
const PRODI_MINIMAL = { A: "C", B: "C", C: "B" } as const satisfies Record<Akreditasi, Akreditasi>;

/** Lampiran BAB II.B angka 5–6: a guide for expectations on the IPK of a pegawai tugas belajar. */
export const kategoriIpk = rule({
  name: "Kategori IPK tugas belajar",
  cite: permenpanrb6("Lampiran BAB II huruf B angka 5 dan 6"),
  decide: ({ lokasi, jenjang, akreditasiPT, akreditasiProdiMinimal, ipk }: { lokasi: "dalam_negeri" | "luar_negeri"; jenjang: JenjangStudi; akreditasiPT?: Akreditasi; akreditasiProdiMinimal?: Akreditasi; ipk: number }) => {
    const isDalamNegeri = lokasi === "dalam_negeri";
    // The row of A has the lowest limits: nobody is expected to reach more because a document is missing.
    const akreditasi = akreditasiPT ?? "A";
    const [sangatBaik, baik, butuhPerbaikan] = isDalamNegeri ? IPK_DALAM_NEGERI[jenjang][akreditasi] : IPK_LUAR_NEGERI[jenjang];
    const kategori: Ipk = ipk >= sangatBaik ? "sangat_baik" : ipk >= baik ? "baik" : ipk >= butuhPerbaikan ? "butuh_perbaikan" : "kurang";
    // "A" < "B" < "C" as text, the better one first.
    const isOutside = isDalamNegeri && akreditasiProdiMinimal !== undefined && akreditasiProdiMinimal > PRODI_MINIMAL[akreditasi];
    return noted(kategori, isDalamNegeri && akreditasiPT === undefined && NOTES.akreditasiTidakDiketahui, isOutside && NOTES.akreditasiDiLuarPanduan);
  },
});

// -------------------------------------------------------------------------------------------------------- Lampiran BAB IV.A

export type PegawaiId = string;

/**
 * One dated row of a pegawai's line: unit, penilai and the penilai's atasan on [mulai, selesai); `selesai` null: still so.
 * `penilai` null: the post is empty or its holder is berhalangan tetap. `penilaiPindah`: the row ended because the penilai left their
 * own post; false where only the line was put right or a delegation ended. Not said: taken as a move.
 */
export type BarisPenilai = { unit: string; kind: PenempatanKind; penilai: PegawaiId | null; atasan: PegawaiId | null; mulai: LocalDate; selesai: LocalDate | null; penilaiPindah?: boolean };

function inForce(rows: readonly BarisPenilai[], day: LocalDate): BarisPenilai | undefined {
  const now = rows.filter((row) => row.mulai <= day && (row.selesai === null || day < row.selesai));
  return now.find((row) => row.kind === "plt") ?? now.find((row) => row.kind === "definitif") ?? now[0];
}

/** Who is berhalangan tetap, each with who stands above them; null where nobody does. */
export type Berhalangan = Readonly<Record<PegawaiId, PegawaiId | null>>;

const isAble = (who: PegawaiId | null, berhalangan: Berhalangan): who is PegawaiId => who !== null && !Object.hasOwn(berhalangan, who);

/** Angka 2: "oleh atasan dari Pejabat Penilai Kinerja secara berjenjang". */
function berjenjang({ penilai, atasan }: BarisPenilai, berhalangan: Berhalangan): PegawaiId | null {
  const seen = new Set<PegawaiId>();
  let at = atasan ?? (penilai === null ? null : berhalangan[penilai] ?? null);
  while (at !== null && !isAble(at, berhalangan) && !seen.has(at)) {
    seen.add(at);
    at = berhalangan[at] ?? null;
  }
  return isAble(at, berhalangan) ? at : null;
}

/**
 * Lampiran BAB IV.A angka 2, 5, 6, 13, 14 (p. 89–92): who rates a period. The penilai of its last day does; a Plt. is rated where
 * he reports as Plt.; when the pegawai has moved, the new penilai (or, if both agree, the last periodic result of the old unit
 * stands: an agreement of people, said in the note); when the penilai has moved, the old one only if that was inside
 * the evaluation window, taken as the last `jendelaHari` days of the period; without a penilai his atasan. Null: nobody is recorded.
 * `berhalangan`: who is berhalangan tetap (pensiun, meninggal; not a move), each with who rates them: such a person rates nobody, also
 * when they left within the window, and the next above does, step by step.
 */
export const penilaiPeriode = rule({
  name: "Penilai periode",
  cite: permenpanrb6("Lampiran BAB IV huruf A angka 2, 5, 6, 13, dan 14"),
  decide: ({ periode, penempatan, jendelaHari, berhalangan = {} }: { pegawai: PegawaiId; periode: { mulai: LocalDate; selesai: LocalDate }; penempatan: readonly BarisPenilai[]; jendelaHari: number; berhalangan?: Berhalangan }) => {
    const last = inForce(penempatan, periode.selesai);
    if (last === undefined) return noted(null, NOTES.tanpaPenilai);
    const before = inForce(penempatan, addDays(periode.selesai, -jendelaHari - 1));
    const first = inForce(penempatan, periode.mulai);
    const isPlt = last.kind === "plt" && NOTES.bertugasPlt;
    if (before !== undefined && before.unit === last.unit && before.kind === last.kind && before.penilai !== last.penilai && before.penilaiPindah !== false && isAble(before.penilai, berhalangan)) {
      return noted(before.penilai, NOTES.penilaiPindahDalamJendela, isPlt);
    }
    if (!isAble(last.penilai, berhalangan)) return noted(berjenjang(last, berhalangan), NOTES.atasanBerjenjang, isPlt);
    // Taking up or laying down a post as Plt. is nobody's move.
    const isSameLine = first !== undefined && first.kind === last.kind;
    const hasPegawaiMoved = isSameLine && first.unit !== last.unit;
    const hasPenilaiMoved = isSameLine && first.unit === last.unit && first.penilai !== last.penilai;
    return noted(last.penilai, hasPegawaiMoved && NOTES.pegawaiPindah, hasPenilaiMoved && (first.penilaiPindah === false ? NOTES.penilaiDiganti : NOTES.penilaiPindahDiLuarJendela), isPlt);
  },
});

// ------------------------------------------------------------------------------------------------------ Lampiran BAB IV.B.3

type Hasil = { prioritas: Prioritas; rating: Ekspektasi };
type UmpanBalik = { positif: number; netral: number; negatif: number };

/** Share of the elements for which it holds; 0 of nothing. */
function share<T>(list: readonly T[], holds: (element: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(holds).length / list.length;
}

/** Huruf a of each row of the guide: what the results alone allow. Null: no row. */
function barisHasil(hasil: readonly Hasil[], { sebagianBesar, sebagianKecil }: Batas): Ekspektasi | null {
  const rated = (rating: Ekspektasi): number => share(hasil, (one) => one.rating === rating);
  const utamaBelow = share(hasil.filter((one) => one.prioritas === "utama"), (one) => one.rating === "di_bawah");
  if (rated("di_atas") > sebagianBesar && utamaBelow === 0) return "di_atas";
  if (rated("sesuai") > sebagianBesar && utamaBelow <= sebagianKecil) return "sesuai";
  return rated("di_bawah") > sebagianBesar ? "di_bawah" : null;
}

/** Huruf b: whether the umpan balik meets the row. A neutral answer is not a positive response. */
function isUmpanBalikInLine(row: Ekspektasi, { positif, netral, negatif }: UmpanBalik, { sebagianBesar }: Batas): boolean {
  const positive = positif / (positif + netral + negatif);
  if (row === "di_atas") return positive > sebagianBesar;
  return row === "sesuai" ? positive > 0 : 1 - positive > sebagianBesar;
}

/**
 * Lampiran BAB IV.B.3.a.1.(d), p. 97–98, and b.1.(d), p. 100–101, a guide and no formula:
 * di atas when most or all results are above and no utama is below, and most or all umpan balik is positive;
 * sesuai when most or all are as expected and only a small part of the utama is below, and part of the umpan balik is positive;
 * di bawah when most or all are below, and most or all umpan balik is not positive. Otherwise the guide has no row: null.
 * "Sebagian besar" is a share greater than `batas.sebagianBesar`, "sebagian kecil" one of at most `batas.sebagianKecil`.
 */
export const saranRatingHasilKerja = rule({
  name: "Saran rating hasil kerja",
  cite: permenpanrb6("Lampiran BAB IV huruf B angka 3 huruf a angka 1) huruf (d)"),
  decide: ({ hasil, umpanBalik, batas }: { hasil: readonly Hasil[]; umpanBalik: UmpanBalik | null; batas: Batas }) => {
    if (hasil.length === 0) return noted(null, NOTES.tanpaHasil);
    const row = barisHasil(hasil, batas);
    if (row === null) return noted(null, NOTES.tanpaSaran, NOTES.batasPilihanKota);
    if (umpanBalik === null || umpanBalik.positif + umpanBalik.netral + umpanBalik.negatif === 0) return noted(row, NOTES.tanpaUmpanBalik, NOTES.batasPilihanKota);
    if (!isUmpanBalikInLine(row, umpanBalik, batas)) return noted(null, NOTES.umpanBalikTidakSejalan, NOTES.batasPilihanKota);
    return noted(row, NOTES.batasPilihanKota);
  },
});

const SKOR_PERILAKU = { di_atas: 3, sesuai: 2, di_bawah: 1 } as const satisfies Record<Ekspektasi, number>;

/**
 * Lampiran BAB IV.B.3.a.2.(c), p. 98, and b.2.(c), p. 102: di atas who consistently lives the values and guards them, sesuai who
 * consistently lives them, di bawah who does not yet. The text gives words only; the city reads "konsisten" through the ratings of
 * the seven values: di atas when most are above and none below, di bawah when most are below, sesuai when at most a small part is
 * below. Between that there is no suggestion. Peers (average on the scale 1 di bawah – 3 di atas) enter with their weight as a
 * share of the whole: each value's score is mixed with their average, and read back at 1.5 and 2.5.
 */
export const saranRatingPerilaku = rule({
  name: "Saran rating perilaku kerja",
  cite: permenpanrb6("Lampiran BAB IV huruf B angka 3 huruf a angka 2) huruf (c)"),
  decide: ({ nilai, rekan, batas }: { nilai: readonly { perilaku: Perilaku; rating: Ekspektasi | null }[]; rekan: { rata: number; n: number; bobot: number } | null; batas: Batas }) => {
    const rated = nilai.map((one) => one.rating).filter((rating) => rating !== null);
    if (rated.length === 0) return noted(null, NOTES.tanpaPerilaku);
    const peers = rekan !== null && rekan.n > 0 ? rekan : null;
    const scores = rated.map((rating) => (peers === null ? SKOR_PERILAKU[rating] : (1 - peers.bobot) * SKOR_PERILAKU[rating] + peers.bobot * peers.rata));
    const below = share(scores, (score) => score < 1.5);
    const suggestion = saranDariPorsi(share(scores, (score) => score >= 2.5), below, batas);
    return noted(suggestion, NOTES.perilakuPilihanKota, suggestion === null && NOTES.tanpaSaran, rated.length < nilai.length && NOTES.perilakuBelumDinilai, peers !== null && NOTES.rekanDisertakan);
  },
});

function saranDariPorsi(above: number, below: number, { sebagianBesar, sebagianKecil }: Batas): Ekspektasi | null {
  if (above > sebagianBesar && below === 0) return "di_atas";
  if (below <= sebagianKecil) return "sesuai";
  return below > sebagianBesar ? "di_bawah" : null;
}

/** Lampiran BAB IV.B.3.a.3.(c), p. 99, and b.3.(c), p. 102: y hasil kerja, x perilaku kerja. */
const KUADRAN = {
  di_atas: { di_bawah: "kurang", sesuai: "baik", di_atas: "sangat_baik" },
  sesuai: { di_bawah: "kurang", sesuai: "baik", di_atas: "baik" },
  di_bawah: { di_bawah: "sangat_kurang", sesuai: "butuh_perbaikan", di_atas: "butuh_perbaikan" },
} as const satisfies Record<Ekspektasi, Record<Ekspektasi, Predikat>>;

/**
 * The predikat is read from the kuadran kinerja and from nothing else.
 * Anak Lampiran 4 Tabel 3 (p. 205–208) prints Butuh Perbaikan for sesuai + di bawah; body and annex of the quadrant say Kurang.
 */
export const predikatKinerja = rule({
  name: "Predikat kinerja",
  cite: permenpanrb6("Lampiran BAB IV huruf B angka 3 huruf a angka 3) huruf (c)"),
  decide: ({ hasilKerja, perilaku }: { hasilKerja: Ekspektasi; perilaku: Ekspektasi }): Answer<Predikat> => {
    const predikat = KUADRAN[hasilKerja][perilaku];
    return hasilKerja === "sesuai" && perilaku === "di_bawah" ? noted<Predikat>(predikat, NOTES.erratumTabel3) : predikat;
  },
});

// ---------------------------------------------------------------------------------------------------------- Lampiran BAB V

/** What happens, the working days that it may take, from when they run, and where that is written. */
const TENGGAT = {
  /** From the penilai's signature to the pegawai. */
  penyampaian: { hari: 14, part: "Lampiran BAB V huruf A angka 5" },
  /** From the pegawai's receipt, signed and back. */
  pengembalian: { hari: 14, part: "Lampiran BAB V huruf A angka 6" },
  /** From the end of the evaluation, to the PyB. */
  pelaporan: { hari: 30, part: "Lampiran BAB V huruf A angka 7 dan 11" },
  /** From the end of the evaluation, by the atasan when the penilai is late. */
  atasanMenandatangani: { hari: 14, part: "Lampiran BAB V huruf A angka 8" },
  /** From the atasan's signature to the pegawai. */
  atasanMenyampaikan: { hari: 7, part: "Lampiran BAB V huruf A angka 9" },
  /** From the pegawai's receipt, signed and back to the atasan. */
  pengembalianAtasan: { hari: 7, part: "Lampiran BAB V huruf A angka 10" },
  /** From the pegawai's receipt, with reasons to the atasan penilai. */
  keberatan: { hari: 14, part: "Lampiran BAB V huruf B angka 2" },
  /** From the atasan's receipt of the keberatan. */
  keputusan: { hari: 7, part: "Lampiran BAB V huruf B angka 6" },
} as const;

/**
 * The last day of each clock of Lampiran BAB V (p. 114–117), in working days after `mulai`.
 * The clocks collide: 14 (deliver) + 14 (object) + 7 (decide) = 35 > 30 (report), hence the note.
 */
export const jatuhTempo = rule({
  name: "Jatuh tempo",
  cite: ({ peristiwa }) => permenpanrb6(TENGGAT[peristiwa].part),
  decide: ({ peristiwa, mulai, kalender }: { peristiwa: keyof typeof TENGGAT; mulai: LocalDate; kalender: Kalender }) =>
    noted(tambahHariKerja({ mulai, hari: TENGGAT[peristiwa].hari, kalender }), peristiwa === "pelaporan" && NOTES.hariKerjaMelewatiBatas),
});
