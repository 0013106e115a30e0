/**
 * The sentences that a Decision may carry in `note`, one per line. They are part of the receipt, so they are stored as people
 * read them; other languages translate them one by one.
 */
export const NOTES = {
  erratumTabel3:
    "Anak Lampiran 4 Tabel 3 mencetak Butuh Perbaikan untuk hasil kerja sesuai ekspektasi dengan perilaku di bawah ekspektasi; kuadran kinerja menetapkan Kurang. Kuadran yang dipakai.",
  tanpaSaran: "Panduan tidak memuat baris untuk gabungan ini: tidak ada saran.",
  tanpaHasil: "Tidak ada hasil kerja yang dinilai: tidak ada saran.",
  tanpaPerilaku: "Tidak ada perilaku kerja yang dinilai: tidak ada saran.",
  tanpaUmpanBalik: "Belum ada umpan balik pada periode ini; saran hanya melihat hasil kerja.",
  umpanBalikTidakSejalan: "Umpan balik tidak memenuhi syarat baris panduan yang dipenuhi oleh hasil kerja: tidak ada saran.",
  batasPilihanKota: "Arti sebagian besar dan sebagian kecil adalah pilihan kota; peraturan tidak memberi angka.",
  perilakuBelumDinilai: "Perilaku yang belum dinilai tidak ikut dihitung.",
  perilakuPilihanKota: "Cara merangkum tujuh perilaku adalah pilihan kota; peraturan hanya memberi uraian.",
  rekanDisertakan: "Rata-rata umpan balik rekan ikut dihitung sesuai bobot standar penilaian kota.",
  targetNol: "Target nol atau negatif: capaian tidak dapat dihitung.",
  rentangTidakSah: "Batas bawah target lebih besar daripada batas atas: capaian tidak dapat dihitung.",
  targetTidakCocok: "Bentuk target tidak cocok dengan arah indikator: capaian tidak dapat dihitung.",
  capaianLantaiNol: "Capaian tidak pernah kurang dari nol.",
  tanpaCapaian: "Tidak ada capaian yang dapat dihitung: indeks tidak ada.",
  capaianDikeluarkan: "Indikator tanpa capaian dikeluarkan; bobotnya dibagi ulang pada indikator lain.",
  capaianDibatasi: "Capaian di atas batas dihitung sebesar batas itu.",
  bobotNol: "Jumlah bobot nol: indeks tidak ada.",
  indeksBukanPredikat: "Indeks kota, bukan dasar predikat.",
  tanpaIdeBaru: "Nilai mencapai Sangat Baik, tetapi belum ada ide atau cara baru yang bermanfaat: Baik.",
  pembulatanPola: "Batas persen dihitung dalam orang: batas paling banyak dibulatkan ke bawah, batas paling sedikit ke atas.",
  unitKecil: "Unit kurang dari lima orang: batas yang saling bertentangan dilonggarkan sampai dapat dipenuhi.",
  polaKosong: "Belum ada predikat: pola tidak diperiksa.",
  pemetaanOrganisasi: "Peraturan tidak mencetak padanan lima predikat organisasi ke tiga rating; ini tafsir kota (keyakinan rendah).",
  hariKerjaMelewatiBatas: "Tenggat penyampaian, keberatan, dan keputusan berjumlah 35 hari kerja, melewati 30 hari kerja pelaporan: laporkan dengan keterangan keberatan berjalan.",
  akreditasiDiLuarPanduan: "Akreditasi program studi di bawah syarat panduan; dipakai baris perguruan tingginya.",
  atasanBerjenjang: "Pejabat penilai berhalangan tetap atau tidak ada pada akhir periode: atasannya yang menilai.",
  penilaiPindahDalamJendela: "Pejabat penilai pindah di dalam jendela evaluasi: ia tetap menilai periode ini.",
  penilaiPindahDiLuarJendela: "Pejabat penilai pindah di luar jendela evaluasi: penilai yang baru yang menilai.",
  pegawaiPindah: "Pegawai pindah dalam periode ini: penilai di unit baru yang menilai, dengan capaian organisasi unit baru.",
  bertugasPlt: "Pegawai bertugas sebagai Plt. pada akhir periode: pimpinan unit tempat ia melapor sebagai Plt. yang menilai.",
  tanpaPenilai: "Tidak ada penempatan pada akhir periode: penilai tidak dapat ditentukan.",
  terlambat: "Dikirim setelah batas waktu tetapi sebelum bulan ditutup: diterima dan ditandai terlambat.",
  susulan: "Selesai sebelum batas waktu dan tiba dalam waktu susulan: dihitung tepat waktu.",
  absenPenuh: "Tidak bekerja sepanjang hari kerja bulan itu: keluar dari pembagi, tidak pernah terlambat.",
} as const;
export type Note = keyof typeof NOTES;
