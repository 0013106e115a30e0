/** SKP of heads of department and camat: their own outcome, then what every head answers for. Perspektif anggaran is obligatory (rules §1.3). */
import { OUTCOMES } from "./organisation.ts";
import { persen, serapan, uraian, nilai, type SkpData } from "./skp-data.ts";

/** The SKP of the head of the department with this code. */
export function skpKepala(code: string, name: string): SkpData {
  const outcome = OUTCOMES[code.startsWith("KEC") ? "KEC" : code];
  if (outcome === undefined) throw new Error(`no outcome for ${code}`);
  return {
    pendekatan: "kuantitatif", isPimpinan: true, assignedBy: code.startsWith("KEC") ? "Sekretaris Daerah" : "Wali Kota",
    hasilKerja: [
      {
        prioritas: "utama", text: outcome.text,
        indikator: [{ text: outcome.indikator, perspektif: "penerima_layanan", measure: outcome.measure }, { text: `Nilai kepuasan penerima layanan ${name}`, perspektif: "penerima_layanan", measure: nilai(82, "nilai") }],
        sentences: ["Capaian bulan {bulan}: {n}. Rencana aksi berjalan sesuai jadwal.", "Sasaran utama bergerak sesuai jalur; angka terakhir {n}."],
        causes: ["Sebagian data pembanding baru tersedia bulan depan.", "Anggaran kegiatan utama bergeser ke triwulan berikutnya."], evidence: "Laporan capaian kinerja perangkat daerah",
      },
      {
        prioritas: "utama", text: `Meningkatnya akuntabilitas kinerja ${name}`,
        indikator: [{ text: "Temuan hasil pemeriksaan ditindaklanjuti sesuai prosedur", perspektif: "penguatan_internal", measure: persen(85, 8, "triwulanan") }, { text: "Laporan kinerja tersusun dan dimuat di laman", perspektif: "penguatan_internal", measure: uraian("Laporan kinerja terbit", "tahunan") }],
        sentences: ["{n} dari {d} temuan selesai ditindaklanjuti."], causes: ["Dua temuan menunggu dokumen pihak ketiga."], evidence: "Matriks tindak lanjut",
      },
      {
        prioritas: "utama", text: `Pengelolaan anggaran ${name} yang optimal`,
        indikator: [{ text: "Penyerapan anggaran terhadap rencana kas", perspektif: "anggaran", measure: serapan(95) }],
        sentences: ["Serapan sampai bulan {bulan} {n} persen."], causes: ["Pengadaan utama masih dalam proses pemilihan."], evidence: "Laporan realisasi anggaran",
      },
      {
        prioritas: "tambahan", text: "Terlaksananya direktif pimpinan sesuai target waktu yang ditetapkan",
        indikator: [{ text: "Persentase arahan pimpinan yang selesai tepat waktu", perspektif: "proses_bisnis", measure: persen(90, 7) }],
        sentences: ["{n} dari {d} arahan selesai tepat waktu."], causes: ["Satu arahan memerlukan koordinasi lintas perangkat daerah."], evidence: "Daftar arahan dan tindak lanjut",
      },
    ],
    perilaku: { akuntabel: ["Menjadi panutan dalam komitmen dan integritas di lingkungan kerja"], kolaboratif: ["Memberi kesempatan kepada anggota untuk menyampaikan gagasan"] },
    lampiran: { sumberDaya: ["Dukungan anggaran sesuai DPA", "Kehadiran pimpinan dalam koordinasi lintas perangkat daerah"], pertanggungjawaban: ["Capaian dilaporkan kepada Wali Kota setiap bulan dan triwulan"], konsekuensi: ["Capaian menjadi bahan evaluasi jabatan"] },
  };
}
