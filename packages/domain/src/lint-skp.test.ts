import { describe, expect, test } from "vitest";
import { KODE_TEMUAN, jenisPernyataan, kataMutlak, lintSkp } from "./lint-skp.ts";
import type { Indikator, SkpContent } from "./skp.ts";
import { PERSPEKTIF } from "./vocabulary.ts";

describe("the two classified lists of Anak Lampiran 1", () => {
  test.each([
    // Tabel 1 (p. 120–121)
    ["Menyusun materi sosialisasi aplikasi SIMBG", "aktivitas"],
    ["Layanan penerbitan PBG/ IMB dan SLF", "kategori"],
    ["Permohonan bantuan teknis diproses dengan cepat dan akurat", "pencapaian"],
    ["Monitoring dan supervisi", "kategori"],
    ["Verifikasi berkas permohonan bantuan teknis disampaikan tepat waktu.", "pencapaian"],
    ["Sosialisasi", "kategori"],
    ["Asistensi/ pendampingan terhadap Pemerintah Daerah terkait penggunaan SIMBG", "aktivitas"],
    ["Pemerintah Daerah menggunakan aplikasi SIMBG untuk penerbitan PBG/ IMB dan SLF", "pencapaian"],
    ["Tidak ada dokumen pengusulan bantuan teknis yang hilang", "pencapaian"],
    ["Mengembangkan aplikasi SIMBG", "aktivitas"],
    ["Ide dan inovasi untuk mengembangkan fitur SIMBG", "pencapaian"],
    ["Fasilitasi penyelenggaraan bangunan gedung", "kategori"],
    ["Menyusun Draft Kebijakan terkait Bangunan Gedung", "aktivitas"],
    ["Respon terhadap permintaan bantuan teknis dilakukan dengan cepat dan memuaskan", "pencapaian"],
    ["Pengawasan", "kategori"],
    ["Hasil analisis kebutuhan biaya disampaikan tepat waktu", "pencapaian"],
    ["Kepuasan instansi pengusul", "pencapaian"],
    ["Menjawab panggilan untuk konsultasi dengan pemerintah daerah", "aktivitas"],
    ["Memberikan bimbingan Kinerja kepada pegawai di tim kerja", "aktivitas"],
    // Tabel 2 (p. 122)
    ["Melatih tenaga kesehatan", "aktivitas"],
    ["Layanan Antenatal Care", "kategori"],
    ["Ibu hamil terlayani sesuai standar", "pencapaian"],
    ["Hubungan masyarakat", "kategori"],
    ["Diagnosa yang tepat", "pencapaian"],
    ["Layanan persalinan", "kategori"],
    ["Melakukan pendampingan terhadap ibu hamil yang dirujuk", "aktivitas"],
    ["Menulis resep", "aktivitas"],
    ["Ibu hamil mendapat paket nutrisi sesuai kebutuhan", "pencapaian"],
    ["Mengembangkan aplikasi untuk pendaftaran ibu hamil secara online", "aktivitas"],
    ["Ide dan inovasi untuk memberikan layanan jemput bola kepada ibu hamil", "pencapaian"],
    ["Menata dokumen rekam medis ibu hamil", "aktivitas"],
    ["Menulis surat rujukan", "aktivitas"],
    ["Peralatan medis tersedia dan siap digunakan", "pencapaian"],
    ["Tidak terjadi malpraktek terhadap ibu hamil", "pencapaian"],
    ["Kepuasan ibu hamil", "pencapaian"],
    ["Menjawab panggilan untuk konsultasi", "aktivitas"],
    ["Memberikan bimbingan kepada bidan pemula", "aktivitas"],
  ] as const)("%s: %s", (text, jenis) => expect(jenisPernyataan(text)).toBe(jenis));

  // Results printed in Anak Lampiran 2 and 3, and near misses.
  test.each([
    "Meningkatnya kualitas bangunan gedung yang menjamin keselamatan", "Respons yang cepat dan akurat atas pengaduan masyarakat dan permohonan konsultasi", "Semakin banyak pegawai Dinas PU dan PTSP Pemda yang bisa melayani",
    "Pengelolaan anggaran Puskesmas yang optimal", "Rekam medis ibu hamil tercatat secara lengkap", "Layanan persalinan yang aman bagi ibu", "Pengawasan terlaksana di lima kecamatan", "Menurunnya angka stunting", "Menteri menerima laporan",
    "Mentoring pegawai baru berjalan", "", "Layanan meningkat", "Administrasi kepegawaian unit tertib dan mutakhir", "Layanan jaringan pemerintah kota andal",
  ])("%s is taken for a result", (text) => expect(jenisPernyataan(text)).toBe("pencapaian"));

  test("what looks like a result mark and is none leaves a category a category", () => {
    for (const text of ["Sosialisasi terhadap masyarakat", "Koordinasi terkait bangunan gedung", "  layanan  "]) expect(jenisPernyataan(text)).toBe("kategori");
    expect(jenisPernyataan("Pendampingan pemerintah daerah")).toBe("aktivitas");
  });
});

describe("absolute words (p. 51)", () => {
  test.each([
    ["Pemrosesan klaim selalu tepat waktu, efisien, dan berkualitas.", ["selalu"]],
    ["Semua pemrosesan klaim dilakukan dengan waktu cepat.", ["semua"]],
    ["Setiap berkas tidak pernah hilang", ["setiap", "tidak pernah"]],
    ["Dilaksanakan secara rutin setiap 2 minggu sekali", []],
    ["Laporan disampaikan setiap bulan", []],
    ["Seluruh ibu hamil yang datang terlayani", []],
    ["Kesemuanya tercatat", []],
    ["", []],
  ])("%j holds %j", (text, words) => expect(kataMutlak(text)).toEqual(words));
});

const indikator = (over: Partial<Indikator> = {}): Indikator => ({ text: "Persentase berkas selesai", jenis: "angka", arah: "maks", target: 90, targetMin: null, targetMax: null, targetText: null, satuan: "persen", aspek: "kuantitas", perspektif: null, ...over });
const skp = (over: Partial<SkpContent> = {}): SkpContent => ({ pendekatan: "kuantitatif", isPimpinan: false, hasilKerja: [{ text: "Berkas selesai tepat waktu", prioritas: "utama", indikator: [indikator()] }], ...over });
/** "kode@hasil.indikator" */
const codes = (content: SkpContent) => lintSkp(content).map(({ kode, hasilKerja, indikator: at }) => `${kode}@${hasilKerja ?? "-"}.${at ?? "-"}`);
const withIndikator = (over: Partial<Indikator>, content: Partial<SkpContent> = {}) => skp({ hasilKerja: [{ text: "Berkas selesai tepat waktu", prioritas: "utama", indikator: [indikator(), indikator(over)] }], ...content });

describe("lint of an SKP", () => {
  test("nothing is found in a sound one", () => expect(lintSkp(skp())).toEqual([]));
  test("no result, no utama, no indicator", () => {
    expect(codes(skp({ hasilKerja: [] }))).toEqual(["tanpa_hasil_kerja@-.-"]);
    expect(codes(skp({ hasilKerja: [{ text: "Berkas selesai", prioritas: "tambahan", indikator: [indikator()] }] }))).toEqual(["tanpa_hasil_kerja_utama@-.-"]);
    expect(codes(skp({ hasilKerja: [{ text: "Berkas selesai", prioritas: "utama", indikator: [] }] }))).toEqual(["tanpa_indikator@0.-"]);
  });
  test("an activity or a category instead of a result, in its place", () => {
    const content = skp({ hasilKerja: ["Berkas selesai", "Menyusun laporan", "Sosialisasi"].map((text) => ({ text, prioritas: "utama" as const, indikator: [indikator()] })) });
    expect(codes(content)).toEqual(["rencana_berupa_aktivitas@1.-", "rencana_berupa_kategori@2.-"]);
  });
  test("kuantitatif: target, satuan and aspek", () => {
    expect(codes(withIndikator({ target: null }))).toEqual(["target_kosong@0.1"]);
    expect(codes(withIndikator({ satuan: " " }))).toEqual(["satuan_kosong@0.1"]);
    expect(codes(withIndikator({ satuan: null, jenis: "uraian" }))).toEqual([]);
    expect(codes(withIndikator({ aspek: null }))).toEqual(["aspek_kosong@0.1"]);
    expect(codes(withIndikator({ satuan: null, aspek: null, target: null }, { pendekatan: "kualitatif" }))).toEqual([]);
  });
  test("an absolute target of a pejabat administrasi or fungsional, with its words", () => {
    expect(lintSkp(withIndikator({ text: "Semua berkas", targetText: "selalu selesai" }))).toEqual([
      { kode: "target_mutlak", tingkat: "saran", cite: expect.objectContaining({ regulation: "PermenPANRB 6/2022", part: "Lampiran BAB II huruf A angka 7 huruf a) angka 7)" }), hasilKerja: 0, indikator: 1, rincian: ["semua", "selalu"] },
    ]);
  });

  const pimpinan = (present: readonly Indikator["perspektif"][]) => skp({ isPimpinan: true, hasilKerja: [{ text: "Komplain menurun", prioritas: "utama", indikator: present.map((perspektif) => indikator({ perspektif, aspek: null, text: "Semua komplain" })) }] });
  test("a pimpinan needs Anggaran; the other perspektif are advice; aspek and absolute words are not his", () => {
    expect(codes(pimpinan(PERSPEKTIF))).toEqual([]);
    expect(codes(pimpinan(["penerima_layanan", "proses_bisnis", "penguatan_internal"]))).toEqual(["perspektif_anggaran_tidak_ada@-.-"]);
    expect(lintSkp(pimpinan(["anggaran", "proses_bisnis"]))).toMatchObject([{ kode: "perspektif_tidak_lengkap", tingkat: "saran", rincian: ["penerima_layanan", "penguatan_internal"] }]);
    expect(lintSkp(pimpinan(["anggaran", "proses_bisnis", "penerima_layanan"]))).toMatchObject([{ kode: "perspektif_tidak_lengkap", rincian: ["penguatan_internal"] }]);
    expect(codes(pimpinan([...PERSPEKTIF, null]))).toEqual(["perspektif_kosong@0.4"]);
    expect(codes(skp({ isPimpinan: true, hasilKerja: [] }))).toEqual(["tanpa_hasil_kerja@-.-"]);
  });
  test("what the text demands is marked so", () => {
    const wajib = lintSkp(pimpinan(["proses_bisnis"])).filter(({ tingkat }) => tingkat === "wajib");
    expect(wajib.map(({ kode, cite }) => [kode, cite.part])).toEqual([["perspektif_anggaran_tidak_ada", "Lampiran BAB II huruf A angka 2 huruf a) angka 8) huruf (d)"]]);
    expect(KODE_TEMUAN).toHaveLength(12);
  });
});
