import { afterAll, describe, expect, it } from "vitest";
import { qrOnPage, readPdf } from "#test/pdf.ts";
import type { DocumentContent } from "./form-content.ts";
import { digestOf, formDocument, nameOf } from "./form-documents.ts";
import { fixtureOf, KOP } from "./forms.fixture.ts";
import { printForms } from "./forms.ts";
import { inGroups } from "./official.ts";
import { createPrinter } from "./print.ts";

const printer = createPrinter(2);
afterAll(printer.stop);

const CODE = "ABCD-EFGH-JKMN-PQRS";
const url = `https://teraju.contoh.go.id/verifikasi/${CODE}`;
const print = (...contents: DocumentContent[]) => printForms(printer, { title: contents.length === 1 && contents[0] ? nameOf(contents[0]) : "Dokumen kinerja pegawai", date: "2026-10-12", documents: contents.map((content) => formDocument(content, KOP, { url, code: CODE })), files: [] });
const plain = (text: string): string => text.replaceAll(/\s+/g, "");
function inOrder(text: string, parts: readonly string[]): void {
  const all = plain(text);
  let at = 0;
  for (const part of parts) {
    const found = all.indexOf(plain(part), at);
    expect(found, part).toBeGreaterThanOrEqual(at);
    at = found + plain(part).length;
  }
}

const PIMPINAN = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI";
const LAINNYA = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL";
const PARTIES = ["NO", "PEGAWAI YANG DINILAI", "NO", "PEJABAT PENILAI KINERJA", "1NAMA", "2NIP", "3PANGKAT/", "4JABATAN", "5UNIT KERJA"];
const PERILAKU = ["Berorientasi pelayanan", "- Memahami dan memenuhi kebutuhan masyarakat", "- Ramah, cekatan, solutif, dan dapat diandalkan", "- Melakukan perbaikan tiada henti", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif"];
const REALISASI = "REALISASI BERDASARKAN BUKTI DUKUNG";
const UMPAN_BALIK = "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG";
const ORANG = ["1Nama", "2NIP", "3Nomor Seri KARPEG", "4Tempat/Tgl. Lahir", "14 Maret 1985", "5Jenis Kelamin", "Perempuan", "6Pangkat/Golongan Ruang/TMT", "7Jabatan/TMT", "Bidan Penyelia / 1 April 2020", "8Unit Kerja"];
const YEAR = "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026";
const QUARTER = "PERIODE PENILAIAN: 1 JULI SD 30 SEPTEMBER TAHUN 2026";

/** What each form prints, in the order of the annex (pages 32 to 118), and its pages with four results. */
const EXPECTED = {
  "A.1.1": [3, ["SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUALITATIF", PIMPINAN, YEAR, ...PARTIES, "HASIL KERJA", "A. UTAMA", "Ukuran keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif", "B. TAMBAHAN", "PERILAKU KERJA*", ...PERILAKU, "Pegawai yang Dinilai", "Pejabat Penilai Kinerja", "* Pimpinan dapat memberikan Ekspektasi khusus terhadap satu atau lebih aspek perilaku kerja Pegawai.", "LAMPIRAN SASARAN KINERJA PEGAWAI", "DUKUNGAN SUMBER DAYA", "SKEMA PERTANGGUNGJAWABAN", "KONSEKUENSI"]],
  "A.1.2": [3, ["SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF", PIMPINAN, YEAR, ...PARTIES, "HASIL KERJA", "NO", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF", "(1)(2)(3)(4)(5)", "A. UTAMA", "B. TAMBAHAN", "PERILAKU KERJA*", ...PERILAKU]],
  "A.1.6": [3, ["SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUALITATIF", LAINNYA, YEAR, ...PARTIES, "A. UTAMA", "Ukuran keberhasilan/ indikator kinerja individu dan Target:", "B. TAMBAHAN", "PERILAKU KERJA*", ...PERILAKU]],
  "A.1.7": [4, ["SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF", LAINNYA, YEAR, ...PARTIES, "HASIL KERJA", "NO.", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI*", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET", "(1)(2)(3)(4)(5)(6)", "A. UTAMA", "B. TAMBAHAN", "PERILAKU KERJA**", ...PERILAKU, "* Dalam hal rencana hasil kerja Pimpinan yang diintervensi", "** Pimpinan dapat memberikan Ekspektasi khusus"]],
  "B.1.2": [2, ["PENDOKUMENTASIAN KINERJA", QUARTER, ...PARTIES, "HASIL KERJA", "Rencana Aksi:", "Realisasi dan Bukti Dukung:", "Pegawai yang Dinilai", "Cut Nurhayati, A.Md.Keb."]],
  "B.1.3": [3, ["REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN", "PENDEKATAN HASIL KERJA KUALITATIF", "PERIODE: TRIWULAN III*", QUARTER, ...PARTIES, REALISASI, UMPAN_BALIK, "A. UTAMA", "Ukuran keberhasilan dan Target:", "B. TAMBAHAN", "PERILAKU KERJA", UMPAN_BALIK, ...PERILAKU]],
  "B.1.4": [4, ["REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN", "PENDEKATAN HASIL KERJA KUANTITATIF", PIMPINAN, "PERIODE: TRIWULAN III*", QUARTER, "5UNIT KERJA", "5INSTANSI", "NO.", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF", REALISASI, UMPAN_BALIK, "(1)(2)(3)(4)(5)(6)(7)", "A. UTAMA", "B. TAMBAHAN", ...PERILAKU]],
  "B.1.5": [4, ["REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN", "PENDEKATAN HASIL KERJA KUANTITATIF", LAINNYA, "PERIODE: TRIWULAN III*", QUARTER, ...PARTIES, "NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET", REALISASI, UMPAN_BALIK, "(1)(2)(3)(4)(5)(6)(7)(8)", "A. UTAMA", "B. TAMBAHAN", ...PERILAKU]],
  "B.1.6": [2, ["PELAKSANAAN COACHING", YEAR, ...PARTIES, "TUJUAN: APA YANG INGIN SAYA CAPAI?", "(diisi oleh Pegawai)", "INDIKATOR KINERJA INDIVIDU", "BASELINE TARGET (JIKA ADA)", "TARGET", "STRATEGI PENCAPAIAN TARGET", "64% pada April 2026", "FAKTA: DIMANA SAYA SEKARANG?", "TARGET SKP", "PROGRES PENCAPAIAN TARGET", "MASALAH / HAMBATAN", "PENYEBAB", "72% pada Juni 2026", "PELUANG: APA YANG DAPAT SAYA LAKUKAN?", "LANGKAH KEDEPAN: APA YANG AKAN SAYA LAKUKAN KE DEPAN?", "(rekomendasi pimpinan atau pihak lain yang diberikan penugasan khusus yang disepakati dengan pegawai)", "STRATEGI UNTUK MENGATASI MASALAH/HAMBATAN", "PENYESUAIAN UKURAN KEBERHASILAN DAN TARGET (YA/ TIDAK)*", "TIDAK", "YA", "*Jika diperlukan penyesuaian indikator/ target kinerja maka dilakukan perubahan SKP", "Pegawai yang Dinilai", "Pimpinan/ Pihak Lain yang Diberikan Penugasan Khusus"]],
  "B.1.7": [1, ["PELAKSANAAN MENTORING", YEAR, ...PARTIES, "TUJUAN: APA YANG INGIN SAYA CAPAI DENGAN MENTORING?", "(diisi oleh Pegawai)", "KEAHLIAN/ KETERAMPILAN SPESIFIK YANG AKAN DIKEMBANGKAN", "JANGKA WAKTU MENTORING", "PERUBAHAN YANG DIHARAPKAN", "UKURAN KEBERHASILAN MENTORING", "1 Juni 2026 sampai 31 Juli 2026", "JURNAL MENTORING", "WAKTU DAN TEMPAT", "MATERI MENTORING", "RENCANA AKSI", "TARGET WAKTU RENCANA AKSI", "5 Juni 2026", "Ruang rapat Puskesmas", "29 Juni 2026", "Pegawai yang Dinilai"]],
  "B.1.8": [1, ["UMPAN BALIK PELAKSANAAN BIMBINGAN KINERJA", ...PARTIES, "SUBJEK", "KRITERIA", "UMPAN BALIK", "1. Saya merasa diperhatikan dan dipahami", "Ya", "3. Saya merasa dapat dengan bebas mengemukakan pendapat/pemikiran saya", "Sebagian", "6. Lebih banyak menggunakan metode bertanya dibandingkan menggurui", "Tidak", "9. Saya memahami maksud dan tujuan kegiatan bimbingan kinerja ini", "Pegawai yang Dinilai"]],
  "B.1.9": [2, ["EVALUASI KOMPETENSI PEGAWAI", "SEBAGAI TINDAK LANJUT BIMBINGAN KINERJA", ...PARTIES, "NO", "KOMPETENSI PEGAWAI*", "NILAI (SKALA 1-5)", "ALASAN TERHADAP PENILAIAN KOMPETENSI", "Manajerial", "1. Integritas", "8. Pengambilan Keputusan", "Sosio Kultural", "1. Perekat dan Pemersatu Bangsa", "Teknis", "1. Pengolahan data kohort", "REKOMENDASI", "DESKRIPSI SKALA PENILAIAN", "Sangat Kurang", "Istimewa", "Pimpinan atau Pihak Lain yang Diberikan Penugasan Khusus"]],
  "B.1.10": [1, ["LAPORAN PERMASALAHAN PERILAKU KERJA", ...PARTIES, "MASALAH: APA PERMASALAHAN PERILAKU KERJA PEGAWAI DIDASARKAN PADA NILAI DASAR ASN?", "(diisi oleh pejabat penilai kinerja)", "APAKAH ANDA MEMILIKI EKSPEKTASI KHUSUS TERHADAP YANG BERSANGKUTAN? JIKA YA, APA EKSPEKTASI KHUSUS TERSEBUT?", "JELASKAN SECARA DETIL PERMASALAHAN TERKAIT PERILAKU KERJA PEGAWAI", "APAKAH PERMASALAHAN PERILAKU KERJA SERUPA JUGA TERJADI PADA PEGAWAI LAINNYA?", "TIDAK", "RETROSPEKTIF: APA YANG SUDAH ANDA LAKUKAN UNTUK PERBAIKAN PERILAKU KERJA PEGAWAI?", "YANG SUDAH SAYA LAKUKAN UNTUK MEMPERBAIKI PERILAKU KERJA PEGAWAI ADALAH:", "Pejabat Penilai Kinerja"]],
  "C.1.1": [4, ["HASIL EVALUASI KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUALITATIF", "PERIODE***: TRIWULAN III*", QUARTER, ...PARTIES, "CAPAIAN KINERJA ORGANISASI*", "BAIK", "POLA DISTRIBUSI", "KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI BAIK", REALISASI, UMPAN_BALIK, "A. UTAMA", "Ukuran Keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif****:", "RATING HASIL KERJA*", "SESUAI EKSPEKTASI**", "PERILAKU KERJA", ...PERILAKU, "RATING PERILAKU KERJA*", "DIATAS EKSPEKTASI**", "PREDIKAT KINERJA PEGAWAI*", "BAIK", "Pejabat Penilai Kinerja", "dr. Teuku Iskandar", "* pilih salah satu", "** rating hasil dan rating perilaku kerja Pegawai", "*** periode disesuaikan", "**** perspektif hanya digunakan"]],
  "C.1.2": [4, ["HASIL EVALUASI KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF", PIMPINAN, "2NIP (*opsional)", "5INSTANSI", "CAPAIAN KINERJA ORGANISASI*", "POLA DISTRIBUSI:", "PERSPEKTIF", REALISASI, UMPAN_BALIK, "(1)(2)(3)(4)(5)(6)(7)", "RATING HASIL KERJA*", ...PERILAKU, "RATING PERILAKU KERJA*", "PREDIKAT KINERJA PEGAWAI*", "*** periode disesuaikan"]],
  "C.1.3": [4, ["HASIL EVALUASI KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF", LAINNYA, "CAPAIAN KINERJA ORGANISASI*", "POLA DISTRIBUSI", "No.", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET", REALISASI, UMPAN_BALIK, "(1)(2)(3)(4)(5)(6)(7)(8)", "57 bayi dari target 60 bayi (95%)", "RATING HASIL KERJA*", ...PERILAKU, "RATING PERILAKU KERJA*", "PREDIKAT KINERJA PEGAWAI*", "*** periode disesuaikan"]],
  "D.1.1": [1, ["DOKUMEN EVALUASI KINERJA PEGAWAI", "PERIODE*: TRIWULAN III**", QUARTER, "1. PEGAWAI YANG DINILAI", "NAMA", "NIP", "PANGKAT/GOL RUANG", "JABATAN", "UNIT KERJA", "2. PEJABAT PENILAI KINERJA", "3. ATASAN PEJABAT PENILAI KINERJA", "4. EVALUASI KINERJA", "CAPAIAN KINERJA ORGANISASI", "PREDIKAT KINERJA PEGAWAI", "KURANG/ MISCONDUCT", "5. CATATAN/REKOMENDASI", "7. Pegawai yang Dinilai", "6. Pejabat Penilai Kinerja"]],
  "D.1.2": [1, ["DOKUMEN EVALUASI KINERJA PEGAWAI", "5. CATATAN/ REKOMENDASI", "7. Pegawai yang Dinilai", "6. Atasan Pejabat Penilai Kinerja"]],
  "D.1.3": [2, ["DOKUMEN EVALUASI KINERJA PEGAWAI", "5. CATATAN/ REKOMENDASI", "6. KEBERATAN", "7. PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN", "8. KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA", "10. Pegawai yang Dinilai", "9. Pejabat Penilai Kinerja", "11. Atasan Pejabat Penilai Kinerja"]],
  KONSELING: [1, ["REKAMAN INFORMASI HASIL KONSELING KINERJA", ...PARTIES, "KONSELOR DAN PELAKSANAAN", "KONSELOR", "Cut Meutia, M.Psi.", "SEBAGAI", "Konselor independen yang ditunjuk instansi pemerintah", "SURAT PENUNJUKAN", "WAKTU", "22 Juni 2026 sampai 10 Juli 2026", "JUMLAH PERTEMUAN", "3", "TEMPAT", "HASIL KONSELING", "MASALAH PERILAKU KERJA YANG DIBAHAS", "HASIL", "Masalah teratasi sebagian", "YANG DISEPAKATI DENGAN PEGAWAI", "SARAN TINDAK LANJUT", "Beban posyandu dibagi dua untuk sementara.", "Isi percakapan bersifat rahasia", "tidak mencetak formatnya: bentuk rekaman ini buatan Teraju", "Konselor"]],
  KONVERSI: [1, ["KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT", "NOMOR", "Instansi: Pemerintah Kota Langsa", "Periode: Januari - Desember 2025", "PEJABAT FUNGSIONAL YANG DINILAI", ...ORANG, "KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT", "HASIL PENILAIAN KINERJA", "KOEFISIEN PER TAHUN", "ANGKA KREDIT YANG DIDAPAT (KOLOM 2 X KOLOM 3)", "PREDIKAT", "PROSENTASE", "1234", "SANGAT BAIK", "150%", "12,5", "18,75", "Ditetapkan di Langsa", "Pejabat Penilai Kinerja", "Tembusan disampaikan kepada:"]],
  AKUMULASI: [1, ["AKUMULASI ANGKA KREDIT", "NOMOR", "Periode: November 2024 - Desember 2025", ...ORANG, "HASIL PENILAIAN ANGKA KREDIT", "HASIL PENILAIAN KINERJA", "KOEFISIEN PER TAHUN", "ANGKA KREDIT YANG DIDAPAT", "TAHUN", "PERIODIK (BULAN)", "PREDIKAT", "PROSENTASE", "123456", "2024", "November - Desember", "BAIK", "2/12 x 100%", "12,5", "2,08", "2025", "Januari - Desember", "SANGAT BAIK", "150%", "12,5", "18,75", "JUMLAH ANGKA KREDIT YANG DIPEROLEH", "20,83"]],
  PAK: [1, ["PENETAPAN ANGKA KREDIT", "NOMOR", "Masa Penilaian:", "KETERANGAN PERORANGAN", ...ORANG, "HASIL PENILAIAN ANGKA KREDIT", "II", "PENETAPAN ANGKA KREDIT", "LAMA", "BARU", "JUMLAH", "KETERANGAN", "123456", "1AK Dasar yang diberikan", "2AK JF lama", "3AK Penyesuaian/ Penyetaraan", "4AK Konversi", "20,83", "5AK yang diperoleh dari peningkatan pendidikan", "6", "30", "JUMLAH ANGKA KREDIT KUMULATIF", "30", "20,83", "50,83", "Keterangan", "Pangkat", "Jenjang Jabatan", "Angka Kredit Minimal yang harus dipenuhi untuk kenaikan pangkat/ jenjang", "50", "100", "Kelebihan/Kekurangan*) Angka Kredit yang harus dicapai untuk kenaikan pangkat", "Kelebihan 0,83", "Kelebihan/Kekurangan*) Angka Kredit yang harus dicapai untuk kenaikan jenjang", "Kekurangan 49,17", "DAPAT/TIDAK DAPAT*) DIPERTIMBANGKAN UNTUK KENAIKAN PANGKAT/JENJANG JABATAN SETINGKAT LEBIH TINGGI MENJADI", "JENJANG", "PANGKAT/GOLONGAN RUANG", "Pejabat yang menetapkan", "ASLI Penetapan Angka Kredit untuk: Jabatan Fungsional yang bersangkutan."]],
} as const;
type Printed = keyof typeof EXPECTED;
const FORMATS = Object.keys(EXPECTED) as Printed[];

describe("the official forms", () => {
  it.each(FORMATS)("Format %s says what the annex prints, in its order, under the letterhead, on so many pages", async (format) => {
    const content = fixtureOf(format);
    const pdf = await readPdf(await print(content));
    const [pages, parts] = EXPECTED[format];
    inOrder(pdf.text, ["PEMERINTAH KOTA LANGSA", "DINAS KESEHATAN", "Jalan Contoh Nomor 1, Langsa 24400", ...parts]);
    expect(pdf).toMatchObject({ pages, isTagged: true, language: "id-ID", title: nameOf(content) });
    expect(plain(pdf.text)).toContain(plain(format.includes(".") ? `Format ${format}` : format === "KONSELING" ? "Bentuk Teraju" : "Peraturan BKN 3/2023"));
    expect(plain(pdf.text)).toContain(`Halaman${pages}dari${pages}`);
    expect(pdf.roles).toEqual(expect.arrayContaining(["H1", "Figure", ...(format.startsWith("D.") ? ["H2"] : ["Table", "TH", "TD"])]));
    expect(plain(pdf.text)).toContain(plain(inGroups(digestOf(content))));
    for (const box of pdf.boxes) expect(box.right, box.text).toBeLessThanOrEqual(box.width);
  });

  it("leads a telephone to its check, from its last page, and has room for a certified signature", async () => {
    const bytes = await print(fixtureOf("A.1.7"));
    const pdf = await readPdf(bytes);
    expect(await qrOnPage(bytes, pdf.pages)).toBe(url);
    expect(plain(pdf.text)).toContain(plain("Ditandatangani di Teraju Selasa, 20 Januari 2026 pukul 10.15 WIB Sidik isi abababababababab…"));
    expect(plain(pdf.text)).toContain(plain("Tanda tangan elektronik (TTE) atau basah"));
    expect(pdf.fonts.every((font) => !font.startsWith("not embedded"))).toBe(true);
  });

  it("draws the pola distribusi of the organisation's capaian, and tells who cannot see it which", async () => {
    for (const [capaian, most] of [["istimewa", "Sangat Baik"], ["baik", "Baik"], ["butuh_perbaikan", "Butuh Perbaikan"], ["kurang", "Kurang"], ["sangat_kurang", "Sangat Kurang"]] as const) {
      const content = fixtureOf("C.1.3", 1);
      if (content.kind !== "hasil_evaluasi") throw new Error("C.1.3 is hasil evaluasi");
      const { alts } = await readPdf(await print({ ...content, capaian }));
      expect(alts).toContainEqual(expect.stringMatching(new RegExp(`organisasi .*: idealnya sebagian besar ${most}$`)));
    }
  });

  it("says above the form that a newer version counts, or that a keberatan is examined; its hash is the content's alone", async () => {
    const content = fixtureOf("D.1.1");
    const notice = "Atas hasil ini diajukan keberatan yang sedang diperiksa atasan pejabat penilai.";
    const pdf = await readPdf(await print({ ...content, notice }));
    expect(plain(pdf.text)).toContain(plain(notice));
    expect(digestOf({ ...content, notice })).toBe(digestOf(content));
    expect(digestOf({ ...content, place: "Lain" })).not.toBe(digestOf(content));
  });

  it("keeps words without a place to break inside of their column", async () => {
    const content = fixtureOf("C.1.3", 2);
    if (content.kind !== "hasil_evaluasi") throw new Error("C.1.3 is hasil evaluasi");
    const { boxes, text } = await readPdf(await print({ ...content, hasil: content.hasil.map((one) => ({ ...one, text: "Penyelenggaraanpemerintahandaerahkabupatenkota ".repeat(4).trim() })) }));
    expect(text.replaceAll("\n", "")).toContain("Penyelenggaraanpemerintahandaerahkabupatenkota");
    const next = boxes.find(({ text: said }) => said === "Kuantitas");
    if (next === undefined) throw new Error("no column ASPEK");
    const own = boxes.filter(({ page, left, text: said }) => page === next.page && /^[A-Za-z]$/.test(said) && left < next.left && left > next.left - 120);
    expect(own.length).toBeGreaterThan(100);
    // The frame of a cell takes 4 pt on either side.
    for (const { right, text: said } of own) expect(right, said).toBeLessThanOrEqual(next.left - 7.5);
  });

  it("gives the same bytes for the same data, from whichever thread", async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 4 }, () => print(fixtureOf("C.1.3", 2))));
    for (const other of others) expect(Buffer.compare(first ?? new Uint8Array(), other)).toBe(0);
  });

  it("stand one after another in one file, each with its own count of pages and its own mark", async () => {
    const pdf = await readPdf(await print(fixtureOf("A.1.7"), fixtureOf("D.1.1")));
    expect(pdf).toMatchObject({ pages: 5, isTagged: true, title: "Dokumen kinerja pegawai" });
    inOrder(pdf.text, ["Halaman 1 dari 4", "Halaman 4 dari 4", "DOKUMEN EVALUASI KINERJA PEGAWAI", "Halaman 1 dari 1"]);
    expect(pdf.alts.filter((alt) => alt.startsWith("Kode QR"))).toHaveLength(2);
  });

  it("are nobody's to program: what people wrote is printed letter by letter", async () => {
    const hostile = "#read(\"/etc/passwd\") *tebal* _garis_ $x^2$ <label> @rujukan // komentar \u202Ebalik";
    const content = fixtureOf("B.1.2", 1);
    if (content.kind !== "pendokumentasian") throw new Error("B.1.2 is pendokumentasian");
    const pdf = await readPdf(await print({ ...content, pegawai: { ...content.pegawai, unit: hostile } }));
    expect(plain(pdf.text)).toContain(plain("#read(\"/etc/passwd\") *tebal* _garis_ $x^2$ <label> @rujukan // komentar [U+202E]balik"));
  });
});
