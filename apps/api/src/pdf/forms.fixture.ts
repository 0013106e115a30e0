/** Documents of an invented bidan, one of each format, for tests and measurements of print. */
import type { Format, Month, Perilaku } from "@teraju/domain";
import { PERILAKU } from "@teraju/domain";
import type { DocumentContent, HasilContent, PartyContent } from "./form-content.ts";
import type { Letterhead } from "./official.ts";

export const KOP: Letterhead = { government: "Pemerintah Kota Langsa", offices: ["Dinas Kesehatan"], address: ["Jalan Contoh Nomor 1, Langsa 24400", "Telepon (0641) 000000"] };
const pegawai: PartyContent = { name: "Cut Nurhayati, A.Md.Keb.", nip: "198503142008042001", pangkat: "Penata / III/c", jabatan: "Bidan Penyelia", unit: "Puskesmas Langsa Barat" };
const penilai: PartyContent = { name: "dr. Teuku Iskandar", nip: "197909122006041002", pangkat: "Pembina / IV/a", jabatan: "Kepala Puskesmas", unit: "Puskesmas Langsa Barat" };
const atasan: PartyContent = { name: "dr. Ratna Dewi, M.Kes.", nip: "197104052000032001", pangkat: "Pembina Utama Muda / IV/c", jabatan: "Kepala Dinas Kesehatan", unit: "Dinas Kesehatan" };
const MONTHS: readonly Month[] = ["2026-07", "2026-08", "2026-09"];
const heard = { from: "dr. Teuku Iskandar", on: "2026-08-20", text: "Kunjungan rumah tertib dan tercatat. Pertahankan, lalu bagikan caranya kepada bidan desa.", reply: "Terima kasih, akan saya bagikan pada rapat bulan depan." } as const;

function hasilOf(count: number): HasilContent[] {
  return Array.from({ length: count }, (_, i): HasilContent => ({
    prioritas: i < count - 1 ? "utama" : "tambahan", text: `Meningkatnya cakupan layanan ibu dan bayi di wilayah kerja, sasaran ${i + 1}`, assignedBy: "Kepala Puskesmas", intervened: i < 2 ? "Meningkatnya derajat kesehatan ibu dan anak" : `Terlaksananya layanan esensial ${i}`,
    indikator: [0, 1].map((k) => ({
      text: k === 0 ? "Jumlah bayi yang memperoleh imunisasi dasar lengkap" : "Persentase kunjungan rumah yang tercatat tepat waktu", target: k === 0 ? "240 bayi" : "90%", aspek: k === 0 ? "kuantitas" : "waktu", perspektif: k === 0 ? "penerima_layanan" : "proses_bisnis",
      realisasi: k === 0 ? "57 bayi dari target 60 bayi (95%)" : "92% dari target 90% (102,22%)",
      bulan: MONTHS.map((month) => ({ month, target: k === 0 ? "20 bayi" : "90%", realisasi: k === 0 ? "19 bayi" : "92%", sentence: k === 0 ? "Sweeping di tiga gampong selesai." : null, bukti: k === 0 ? ["Register kohort bayi"] : [] })),
    })),
    umpanBalik: i === 0 ? [heard] : [],
  }));
}
const perilaku = (PERILAKU as readonly Perilaku[]).map((name) => ({ perilaku: name, ekspektasi: name === "akuntabel" ? "Mencatat setiap kunjungan pada hari yang sama." : null, umpanBalik: name === "kolaboratif" ? [heard] : [] }));
const signed = { at: "2026-01-20T03:15:00.000Z", digest: "ab".repeat(32) } as const;
const head = { instansi: "Pemerintah Kota Langsa", pegawai, penilai, place: "Langsa", notice: null } as const;
const year = { ...head, first: "2026-01-01", last: "2026-12-31", date: "2026-01-20" } as const;
const quarter = { ...head, first: "2026-07-01", last: "2026-09-30", date: "2026-10-12", periode: { year: 2026, kind: "triwulanan", number: 3, firstMonth: "2026-07", lastMonth: "2026-09" } } as const;

const catatan = [
  { hari: "2026-06-05", tempat: "Ruang rapat Puskesmas", fakta: "Register kohort baru direkap di akhir bulan.", penyebab: "Data tiga gampong datang terlambat.", peluang: "Bidan desa mengirim setiap Senin.", langkah: "Rekap mingguan setiap Senin.", batas: "2026-06-29", penyesuaian: false },
  { hari: "2026-07-03", tempat: null, fakta: "Dua gampong sudah mengirim mingguan.", penyebab: null, peluang: null, langkah: "Mendampingi gampong ketiga.", batas: null, penyesuaian: true },
] as const;
const scored = (nilai: number, alasan: string) => ({ nilai, alasan });
const guidance: { [F in Extract<DocumentContent, { kind: "pembinaan" }>["isi"] as F["format"]]: F } = {
  "B.1.6": { format: "B.1.6", indikator: [{ text: "Persentase kunjungan rumah yang tercatat tepat waktu", target: "90%", awal: "64% pada April 2026", progres: "72% pada Juni 2026" }], tujuan: "Rekap kunjungan selesai setiap pekan", masalah: "Laporan kunjungan sering terlambat.", catatan },
  "B.1.7": { format: "B.1.7", keahlian: "Mengolah register kohort dengan lembar kerja", dari: "2026-06-01", sampai: "2026-07-31", perubahan: "Rekap dibuat sendiri tanpa salin ulang.", ukuran: "Rekap bulan Juli selesai dalam satu hari", catatan },
  "B.1.8": { format: "B.1.8", jawaban: ["ya", "ya", "sebagian", "ya", "ya", "tidak", "ya", "ya", "ya"], catatan: "Waktu bimbingan sebaiknya lebih panjang." },
  "B.1.9": { format: "B.1.9", nilai: Array.from({ length: 9 }, (_, i) => scored(3 + (i % 2), "Tampak pada rekap dua bulan terakhir.")), teknis: [{ nama: "Pengolahan data kohort", ...scored(4, "Rekap dibuat sendiri.") }], rekomendasi: "Diberi tugas mendampingi bidan desa lain." },
  "B.1.10": { format: "B.1.10", ekspektasi: "Mencatat setiap kunjungan pada hari yang sama.", masalah: "Tiga kali tidak hadir pada lokakarya tanpa kabar, sehingga tim menunggu data.", serupa: false, upaya: "Dua kali umpan balik tertulis dan satu pembicaraan berdua." },
  KONSELING: {
    format: "KONSELING", jenis: "independen", konselor: { name: "Cut Meutia, M.Psi.", nip: "198502022010012003", pangkat: null, jabatan: "Psikolog Klinis Ahli Muda", unit: "RSUD" }, dasar: "Surat Kepala BKPSDM 800/112/2026 tanggal 15 Juni 2026", tempat: "Ruang konseling RSUD", dari: "2026-06-22", sampai: "2026-07-10", pertemuan: 3,
    masalah: "Tidak hadir pada lokakarya tanpa kabar.", hasil: "sebagian", kesepakatan: "Memberi kabar sehari sebelumnya, dan melapor setiap Jumat selama dua bulan.", saran: "Beban posyandu dibagi dua untuk sementara.", signed: { at: "2026-07-10T03:00:00Z", digest: "a".repeat(64) },
  },
};

/** One document of the format, with so many results. */
export function fixtureOf(format: Exclude<Format, "A.1.8">, results = 4): DocumentContent {
  const hasil = hasilOf(results);
  switch (format) {
    case "A.1.1": case "A.1.2": case "A.1.6": case "A.1.7":
      return {
        ...year, kind: "skp", format, hasil, perilaku, pendekatan: format === "A.1.1" || format === "A.1.6" ? "kualitatif" : "kuantitatif", isPimpinan: format === "A.1.1" || format === "A.1.2",
        lampiran: { sumber_daya: ["Dua kader terlatih tiap gampong."], pertanggungjawaban: ["Laporan bulanan dengan register kohort."], konsekuensi: ["Penghargaan bila tercapai.", "Pendampingan bila belum tercapai."] }, signed: { pegawai: signed, penilai: signed },
      };
    case "B.1.6": case "B.1.7": case "B.1.8": case "B.1.9": case "B.1.10": case "KONSELING": return { ...year, date: "2026-07-10", kind: "pembinaan", format, isi: guidance[format] };
    case "B.1.2": return { ...quarter, kind: "pendokumentasian", format, hasil, signed: { pegawai: { signed: { ...signed, at: "2026-10-05T01:20:00.000Z", act: "Laporan Juli–September dikirim" }, before: null }, penilai: { signed: null, before: null } } };
    case "B.1.3": case "B.1.4": case "B.1.5":
      return { ...quarter, kind: "rekaman_umpan_balik", format, hasil, perilaku, pendekatan: format === "B.1.3" ? "kualitatif" : "kuantitatif", isPimpinan: format === "B.1.4", umum: [heard], signed: { pegawai: { signed: null, before: null }, penilai: { signed: { ...signed, at: "2026-10-12T02:05:00.000Z" }, before: null } } };
    case "C.1.1": case "C.1.2": case "C.1.3":
      return { ...quarter, kind: "hasil_evaluasi", format, hasil, perilaku, pendekatan: format === "C.1.1" ? "kualitatif" : "kuantitatif", isPimpinan: format === "C.1.2", umum: [], capaian: "baik", hasilKerja: "sesuai", perilakuKerja: "di_atas", predikat: "baik", signer: { ...penilai, role: "Pejabat Penilai Kinerja" }, signed };
    case "KONVERSI": case "AKUMULASI": case "PAK": {
      const baris = [
        { tahun: 2024, dari: "2024-11", sampai: "2024-12", bulan: 2, predikat: "baik", persen: 100, koefisien: 12.5, angkaKredit: 2.08 },
        { tahun: 2025, dari: "2025-01", sampai: "2025-12", bulan: 12, predikat: "sangat_baik", persen: 150, koefisien: 12.5, angkaKredit: 18.75 },
      ] as const;
      const kind = ({ KONVERSI: "konversi_angka_kredit", AKUMULASI: "akumulasi_angka_kredit", PAK: "penetapan_angka_kredit" } as const)[format];
      return {
        ...head, kind, format, first: format === "KONVERSI" ? "2025-01-01" : "2024-11-01", last: "2025-12-31", date: "2026-01-15", lahir: "1985-03-14", kelamin: "P", tmtJabatan: "2020-04-01",
        baris: format === "KONVERSI" ? baris.slice(1) : baris, jumlah: format === "KONVERSI" ? 18.75 : 20.83, pak: { nilai: 30, perTanggal: "2024-10-31", sumber: "PAK 7/2024" }, minimal: { kenaikanPangkat: 50, kenaikanJenjang: 100 },
      };
    }
    case "D.1.1": case "D.1.2": case "D.1.3":
      return {
        ...quarter, kind: "dokumen_evaluasi", format, atasan, capaian: "baik", predikat: "kurang", notes: ["Cakupan imunisasi dua bulan di bawah target; mohon pendampingan bidan desa."],
        signed: { pegawai: null, penilai: format === "D.1.1" ? signed : null, atasan: format === "D.1.1" ? null : signed },
        keberatan: format !== "D.1.3" ? null : {
          claims: [{ row: "Hasil kerja 2: di bawah ekspektasi", reason: "Register Agustus belum dihitung.", basis: ["Bukti: Register Agustus, Agustus 2026"] }], receivedOn: "2026-10-16", filedOn: "2026-11-05",
          explanation: { text: "Register baru masuk setelah saya menilai.", on: "2026-11-06" }, putusan: "mengubah", newPredikat: "baik", reason: "Register sah dan memuat Agustus.", advice: "Tetap pada tugas ini.", hearings: [{
            on: "2026-11-09", place: "Ruang Kepala Dinas", others: "Sekretaris Dinas", said: "Register Agustus diperiksa bersama; 20 dokumen sah.", by: "drg. Yusnidar Hanum, M.Kes.", hash: "9f".repeat(32),
            parties: [{ name: "Cut Nurhayati, A.Md.Keb.", isPresent: true, answer: "setuju", note: null, on: "2026-11-09" }, { name: "dr. Rahmad Syahputra", isPresent: true, answer: "menolak_menandatangani", note: "Saya tetap pada penjelasan tertulis.", on: "2026-11-10" }],
          }],
        },
      };
  }
}
