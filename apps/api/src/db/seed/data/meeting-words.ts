/** What is decided and said in the demo's meetings. Invented. */
export const PROMISES: readonly string[] = [
  "Kunjungan rumah tiga bayi yang imunisasinya belum lengkap", "Melengkapi register kunjungan bulan lalu", "Menyusun jadwal piket pengganti", "Kalibrasi timbangan posyandu", "Koordinasi dengan geuchik tentang jadwal posyandu",
  "Memperbarui papan informasi layanan", "Menyelesaikan rekap data yang tertunda", "Menyiapkan bahan sosialisasi untuk kader", "Menata ulang ruang arsip", "Mengirim laporan tertunda ke bidang perencanaan",
  "Menyusun prosedur antrean yang lebih singkat", "Memeriksa ulang stok dan tanggal kedaluwarsa",
];
export const PROMISES_OF_HEADS: readonly string[] = [
  "Meminjamkan kendaraan dinas dua hari setiap pekan", "Mengusulkan dua kotak pendingin pada perubahan anggaran", "Menambah satu petugas pada jam sibuk", "Menerbitkan surat tugas lapangan", "Menyediakan kuota internet lapangan",
];
export const ANSWERS: Record<"sebagian" | "belum", readonly string[]> = {
  sebagian: ["Dua dari tiga sudah selesai.", "Bahan sudah ada, tinggal pelaksanaan.", "Menunggu tanda tangan."],
  belum: ["Terhalang cuaca.", "Menunggu anggaran.", "Belum sempat, dijadwalkan pekan depan."],
};
export const SUMMARIES: readonly string[] = ["Dibahas penyebab target yang belum tercapai; disepakati langkah bulan depan.", "Capaian baik, caranya dibagikan kepada rekan.", "Kendala dicatat; bantuan akan diusahakan.", "Penjelasan diterima."];
export const CANCELLED = "Kegiatan dialihkan ke bidang lain.";
export const OPENING = "Rapat dibuka oleh pemimpin rapat. Janji rapat sebelumnya dibahas lebih dahulu.";
export const CLOSING = "Rapat ditutup. Tindak lanjut menjadi baris pertama laporan bulan berikutnya.";
