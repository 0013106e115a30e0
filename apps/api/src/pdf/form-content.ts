/** What official documents say, as plain data: the hash of a document is that of its content, whatever letterhead it is printed under. */
import type { ANGKA_KREDIT_KIND, Aspek, development, konseling, Ekspektasi, Format, LocalDate, Month, PenandatanganRekaman, Pendekatan, PengembalianAnswer, Perilaku, Periode, Perspektif, Predikat, PredikatOrganisasi, Prioritas, Putusan } from "@teraju/domain";

/** The five lines about each person; what is not known is null, and a dash on the page. */
export type PartyContent = { readonly name: string; readonly nip: string | null; readonly pangkat: string | null; readonly jabatan: string | null; readonly unit: string | null };
/** A signature in the app: ISO instant, and SHA-256 (64 hex digits) of what was signed; `act`: by what one did, where that is the same as signing. */
export type Signed = { readonly at: string; readonly digest: string; readonly act?: string };
/** A place under a record; `before`: when a content was signed that says something else by now. */
export type PlaceContent = { readonly signed: Signed | null; readonly before: string | null };

export type BulanContent = { readonly month: Month; /** "20 bayi" */ readonly target: string | null; readonly realisasi: string | null; readonly sentence: string | null; readonly bukti: readonly string[] };
export type IndikatorContent = {
  readonly text: string; readonly target: string; readonly aspek: Aspek | null; readonly perspektif: Perspektif | null;
  /** Over the whole period: "57 bayi dari target 60 bayi (95%)"; null where there is none. */
  readonly realisasi: string | null;
  readonly bulan: readonly BulanContent[];
};
export type UmpanBalikContent = { readonly from: string; readonly on: LocalDate; readonly text: string; readonly reply: string | null };
export type HasilContent = {
  readonly prioritas: Prioritas; readonly text: string;
  /** Jabatan pimpinan or tim kerja that gave the assignment. */
  readonly assignedBy: string | null;
  readonly intervened: string | null;
  readonly indikator: readonly IndikatorContent[];
  readonly umpanBalik: readonly UmpanBalikContent[];
};
export type PerilakuContent = { readonly perilaku: Perilaku; /** Ekspektasi khusus pimpinan. */ readonly ekspektasi: string | null; readonly umpanBalik: readonly UmpanBalikContent[] };

type Head = {
  readonly format: Format;
  /** "Pemerintah Kota Langsa" */
  readonly instansi: string;
  readonly first: LocalDate; readonly last: LocalDate;
  readonly pegawai: PartyContent; readonly penilai: PartyContent;
  /** Where and when it is signed: "Langsa". */
  readonly place: string; readonly date: LocalDate;
  /** What the reader must know before anything else: it was replaced, a keberatan is being examined. */
  readonly notice: string | null;
  /** How a result stands to the official source, on the foot of each page; left out of what is no result. */
  readonly sumber?: string;
};
type Work = { readonly hasil: readonly HasilContent[]; readonly perilaku: readonly PerilakuContent[] };

export type SkpContent = Head & Work & {
  readonly kind: "skp"; readonly pendekatan: Pendekatan; readonly isPimpinan: boolean;
  readonly lampiran: Readonly<Record<"sumber_daya" | "pertanggungjawaban" | "konsekuensi", readonly string[]>>;
  readonly signed: { readonly pegawai: Signed | null; readonly penilai: Signed | null };
};
/** No part of what is signed, and so none of the document's hash. */
export type RecordPlaces = Readonly<Record<PenandatanganRekaman, PlaceContent>>;
export type RecordContent = Head & Pick<Work, "hasil"> & { readonly kind: "pendokumentasian"; readonly periode: Periode; readonly signed: RecordPlaces };
/** Umpan balik about the work as a whole stands beside both parts. */
type Heard = Work & { readonly pendekatan: Pendekatan; readonly isPimpinan: boolean; readonly periode: Periode; readonly umum: readonly UmpanBalikContent[] };
export type UmpanBalikRecordContent = Head & Heard & { readonly kind: "rekaman_umpan_balik"; readonly signed: RecordPlaces };
export type HasilEvaluasiContent = Head & Heard & {
  readonly kind: "hasil_evaluasi"; readonly capaian: PredikatOrganisasi; readonly hasilKerja: Ekspektasi; readonly perilakuKerja: Ekspektasi; readonly predikat: Predikat;
  /** As whom the penilai's place is signed: an atasan who rated in place of a late penilai says so. */
  readonly signer: PartyContent & { readonly role: string }; readonly signed: Signed | null;
};
export type KeberatanContent = {
  readonly claims: readonly { readonly row: string; readonly reason: string; readonly basis: readonly string[] }[];
  readonly receivedOn: LocalDate; readonly filedOn: LocalDate;
  readonly explanation: { readonly text: string; readonly on: LocalDate } | null;
  readonly putusan: Putusan;
  /** Of the new version; null where the result was confirmed. */
  readonly newPredikat: Predikat | null;
  readonly reason: string; readonly advice: string | null; readonly hearings: readonly HearingContent[];
};
/** Minutes of one hearing, as both sides signed them, refused to, or left them unanswered. */
export type HearingContent = {
  readonly on: LocalDate; readonly place: string; readonly others: string | null; readonly said: string; readonly by: string; readonly hash: string;
  readonly parties: readonly { readonly name: string; readonly isPresent: boolean; readonly answer: PengembalianAnswer | null; readonly note: string | null; readonly on: LocalDate | null }[];
};
export type DokumenEvaluasiContent = Head & {
  readonly kind: "dokumen_evaluasi"; readonly periode: Periode; readonly atasan: PartyContent;
  readonly capaian: PredikatOrganisasi; readonly predikat: Predikat; readonly notes: readonly string[];
  /** Null but in Format D.1.3. */
  readonly keberatan: KeberatanContent | null;
  /** Whoever set it (penilai, atasan) signed in the app, and the pegawai who gave it back agreed; the others have room for it. */
  readonly signed: { readonly pegawai: Signed | null; readonly penilai: Signed | null; readonly atasan: Signed | null };
  /** What the pegawai's place says where they did not sign in the app: refused, or signed on paper. */
  readonly ownerWords?: string;
};
/** A stretch of one jenjang with one predikat, as the forms of angka kredit print it; `bulan` of twelve. */
export type AngkaKreditBaris = { readonly tahun: number; readonly dari: Month; readonly sampai: Month; readonly bulan: number; readonly predikat: Predikat; readonly persen: number; readonly koefisien: number; readonly angkaKredit: number };
/** Konversi of one year, akumulasi since the latest PAK, or the PAK that adds both up. */
export type AngkaKreditContent = Head & {
  readonly kind: (typeof ANGKA_KREDIT_KIND)[number];
  /** From the NIP; null where it says nothing. */
  readonly lahir: LocalDate | null; readonly kelamin: "L" | "P" | null;
  readonly tmtJabatan: LocalDate | null;
  readonly baris: readonly AngkaKreditBaris[];
  readonly jumlah: number;
  /** The latest PAK on record, which this one follows. */
  readonly pak: { readonly nilai: number; readonly perTanggal: LocalDate; readonly sumber: string };
  readonly minimal: { readonly kenaikanPangkat: number; readonly kenaikanJenjang: number | null };
};
export type CatatanContent = { readonly hari: LocalDate; readonly tempat: string | null; readonly fakta: string; readonly penyebab: string | null; readonly peluang: string | null; readonly langkah: string; readonly batas: LocalDate | null; readonly penyesuaian: boolean };
type Nilai = { readonly nilai: number; readonly alasan: string };
/** Formats B.1.6 to B.1.10, and the record of a konseling. The first two come from plan and journal, the others were filled as they are. */
export type PembinaanContent = Head & {
  readonly kind: "pembinaan";
  /** Of who filled B.1.8, B.1.9 or B.1.10; no part of the document's hash. */
  readonly signed?: Signed | null;
  readonly isi:
    | { readonly format: "B.1.6"; readonly indikator: readonly { readonly text: string; readonly target: string; /** Where it stood when the need was put forward. Absent in documents kept from before it was printed. */ readonly awal?: string | null; readonly progres: string | null }[]; readonly tujuan: string; readonly masalah: string; readonly catatan: readonly CatatanContent[] }
    | { readonly format: "B.1.7"; readonly keahlian: string; readonly dari: LocalDate; readonly sampai: LocalDate; readonly perubahan: string; readonly ukuran: string; readonly catatan: readonly CatatanContent[] }
    | { readonly format: "B.1.8"; readonly jawaban: readonly (typeof development.JAWABAN_BIMBINGAN)[number][]; readonly catatan: string | null }
    | { readonly format: "B.1.9"; readonly nilai: readonly Nilai[]; readonly teknis: readonly (Nilai & { readonly nama: string })[]; readonly rekomendasi: string }
    | { readonly format: "B.1.10"; readonly ekspektasi: string | null; readonly masalah: string; readonly serupa: boolean; readonly upaya: string }
    | {
      readonly format: "KONSELING"; readonly jenis: konseling.KonselorJenis; readonly konselor: PartyContent; readonly dasar: string; readonly tempat: string; readonly dari: LocalDate; readonly sampai: LocalDate; readonly pertemuan: number;
      readonly masalah: string; readonly hasil: konseling.HasilKonseling; readonly kesepakatan: string; readonly saran: string | null; readonly signed: Signed;
    };
};
export type DocumentContent = SkpContent | RecordContent | UmpanBalikRecordContent | HasilEvaluasiContent | DokumenEvaluasiContent | AngkaKreditContent | PembinaanContent;
