/** The words of the official forms as the annex of PermenPANRB 6/2022 prints them, and how our facts become words on paper. */
import { PANGKAT, type Aspek, type Ekspektasi, type Format, type LocalDate, type Periode, type Perilaku, type Perspektif, type Predikat, type PredikatOrganisasi } from "@teraju/domain";
import { longDate, monthName } from "./dates.ts";

export const NONE = "–";
const ROMAN = ["I", "II", "III", "IV"];

/** C prints the fourth as "KURANG (MISCONDUCT)", the curves and the quadrant as "Kurang/ Misconduct". */
export const PREDIKAT: Record<Predikat, string> = { sangat_baik: "SANGAT BAIK", baik: "BAIK", butuh_perbaikan: "BUTUH PERBAIKAN", kurang: "KURANG (MISCONDUCT)", sangat_kurang: "SANGAT KURANG" };
export const ORGANISASI: Record<PredikatOrganisasi, string> = { istimewa: "ISTIMEWA", baik: "BAIK", butuh_perbaikan: "BUTUH PERBAIKAN", kurang: "KURANG", sangat_kurang: "SANGAT KURANG" };
export const RATING: Record<Ekspektasi, string> = { di_atas: "DIATAS EKSPEKTASI", sesuai: "SESUAI EKSPEKTASI", di_bawah: "DIBAWAH EKSPEKTASI" };
export const ASPEK: Record<Aspek, string> = { kuantitas: "Kuantitas", kualitas: "Kualitas", waktu: "Waktu", biaya: "Biaya" };
export const PERSPEKTIF: Record<Perspektif, string> = { penerima_layanan: "Penerima Layanan", proses_bisnis: "Proses Bisnis", penguatan_internal: "Penguatan Internal", anggaran: "Anggaran" };

/** The title's further lines: approach, and for whom. */
const KUALITATIF = "PENDEKATAN HASIL KERJA KUALITATIF";
const KUANTITATIF = "PENDEKATAN HASIL KERJA KUANTITATIF";
const PIMPINAN = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI";
const LAINNYA = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL";
export const TITLES: Record<Format, readonly [string, ...string[]]> = {
  "A.1.1": ["SASARAN KINERJA PEGAWAI", KUALITATIF, PIMPINAN],
  "A.1.2": ["SASARAN KINERJA PEGAWAI", KUANTITATIF, PIMPINAN],
  "A.1.6": ["SASARAN KINERJA PEGAWAI", KUALITATIF, LAINNYA],
  "A.1.7": ["SASARAN KINERJA PEGAWAI", KUANTITATIF, LAINNYA],
  "A.1.8": ["LAMPIRAN SASARAN KINERJA PEGAWAI"],
  "B.1.2": ["PENDOKUMENTASIAN KINERJA"],
  "B.1.3": ["REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN", KUALITATIF],
  "B.1.4": ["REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN", KUANTITATIF, PIMPINAN],
  "B.1.5": ["REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN", KUANTITATIF, LAINNYA],
  "B.1.6": ["PELAKSANAAN COACHING"],
  "B.1.7": ["PELAKSANAAN MENTORING"],
  "B.1.8": ["UMPAN BALIK PELAKSANAAN BIMBINGAN KINERJA"],
  "B.1.9": ["EVALUASI KOMPETENSI PEGAWAI", "SEBAGAI TINDAK LANJUT BIMBINGAN KINERJA"],
  "B.1.10": ["LAPORAN PERMASALAHAN PERILAKU KERJA"],
  "C.1.1": ["HASIL EVALUASI KINERJA PEGAWAI", KUALITATIF],
  "C.1.2": ["HASIL EVALUASI KINERJA PEGAWAI", KUANTITATIF, PIMPINAN],
  "C.1.3": ["HASIL EVALUASI KINERJA PEGAWAI", KUANTITATIF, LAINNYA],
  "D.1.1": ["DOKUMEN EVALUASI KINERJA PEGAWAI"],
  "D.1.2": ["DOKUMEN EVALUASI KINERJA PEGAWAI"],
  "D.1.3": ["DOKUMEN EVALUASI KINERJA PEGAWAI"],
  KONVERSI: ["KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT"],
  AKUMULASI: ["AKUMULASI ANGKA KREDIT"],
  PAK: ["PENETAPAN ANGKA KREDIT"],
  KONSELING: ["REKAMAN INFORMASI HASIL KONSELING KINERJA"],
};

const WITHOUT_BREAK: readonly Format[] = ["B.1.4", "B.1.5", "C.1.2", "C.1.3", "D.1.1", "D.1.2", "D.1.3"];
/** Labels of the two heads that differ between forms: the third line, and the penilai's fifth. */
export const pangkatLabel = (format: Format): string => (WITHOUT_BREAK.includes(format) ? "PANGKAT/GOL RUANG" : "PANGKAT/ GOL. RUANG");
export const lastLineOfPenilai = (format: Format): string => (format === "B.1.4" || format === "C.1.2" ? "INSTANSI" : "UNIT KERJA");

export const PERILAKU_NAME: Record<Perilaku, string> = {
  berorientasi_pelayanan: "Berorientasi pelayanan", akuntabel: "Akuntabel", kompeten: "Kompeten", harmonis: "Harmonis", loyal: "Loyal", adaptif: "Adaptif", kolaboratif: "Kolaboratif",
};
const NKRI = "setia pada NKRI serta pemerintahan yang sah";
const NKRI_WHOLE = "setia pada Negara Kesatuan Republik Indonesia serta pemerintahan yang sah";
const LOYAL = "Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun 1945, ";
/** Panduan perilaku as the forms print it: their words are not quite those of Pasal 10 ayat (3), and those of A.1.1 and A.1.2 spell NKRI out. */
export function panduanOf(perilaku: Perilaku, format: Format): readonly string[] {
  switch (perilaku) {
    case "berorientasi_pelayanan": return ["Memahami dan memenuhi kebutuhan masyarakat", "Ramah, cekatan, solutif, dan dapat diandalkan", "Melakukan perbaikan tiada henti"];
    case "akuntabel": return ["Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi", "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien", "Tidak menyalahgunakan kewenangan jabatan"];
    case "kompeten": return ["Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah", "Membantu orang lain belajar", "Melaksanakan tugas dengan kualitas terbaik"];
    case "harmonis": return ["Menghargai setiap orang apapun latar belakangnya", "Suka menolong orang lain", "Membangun lingkungan kerja yang kondusif"];
    case "loyal": return [`${LOYAL}${format === "A.1.1" || format === "A.1.2" ? NKRI_WHOLE : NKRI}`, "Menjaga nama baik sesama ASN, Pimpinan, Instansi, dan Negara", "Menjaga rahasia jabatan dan negara"];
    case "adaptif": return ["Cepat menyesuaikan diri menghadapi perubahan", "Terus berinovasi dan mengembangkan kreativitas", "Bertindak proaktif"];
    case "kolaboratif": return ["Memberi kesempatan kepada berbagai pihak untuk berkontribusi", "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah", "Menggerakkan pemanfaatan berbagai sumberdaya untuk tujuan bersama"];
  }
}

/** "TRIWULAN I", "BULAN OKTOBER", "AKHIR": the form's own words, fitted to the city's periods as its footnote allows. */
export function periodeWord({ kind, number, firstMonth }: Periode): string {
  if (kind === "tahunan") return "AKHIR";
  return kind === "triwulanan" ? `TRIWULAN ${ROMAN[number - 1] ?? number}` : `BULAN ${monthName(firstMonth).split(" ")[0]?.toUpperCase() ?? ""}`;
}

/** "PERIODE PENILAIAN: 1 JULI SD 30 SEPTEMBER TAHUN 2026" */
export const spanWords = (first: LocalDate, last: LocalDate): string => `PERIODE PENILAIAN: ${longDate(first).replace(/ \d{4}$/, "")} SD ${longDate(last).replace(/ \d{4}$/, "")} TAHUN ${last.slice(0, 4)}`.toUpperCase();

/** "Penata Muda / III/a"; of a PPPK the golongan alone. */
export function pangkatOf(golongan: string | null): string | null {
  if (golongan === null) return null;
  const pangkat = Object.entries(PANGKAT).find(([key]) => key === golongan)?.[1];
  return pangkat === undefined ? golongan : `${pangkat} / ${golongan}`;
}

const FIGURE = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });
/** A figure with its satuan as one writes it here: "1.250 bayi", "91,5%". */
export function figureWords(value: number, satuan: string | null): string {
  if (satuan === null) return FIGURE.format(value);
  return satuan === "%" || satuan.toLowerCase() === "persen" ? `${FIGURE.format(value)}%` : `${FIGURE.format(value)} ${satuan}`;
}
