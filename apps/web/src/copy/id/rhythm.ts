/** Words for whom the city's standard asks for notes weekly, or for none. */
export const rhythm = {
  noteTitle: "Catat minggu ini",
  noteLabel: "Satu kalimat tentang pekerjaan minggu ini",
  titleWeek: "Apa yang Anda kerjakan minggu ini?",
  titleFree: "Anda tidak perlu mencatat harian.",
  free: {
    bulanan: "Cukup laporan bulanan. Tidak ada catatan yang dihitung kurang.",
    impor: "Capaian Anda diimpor berkala ke rancangan laporan. Periksa, lalu kirim.",
  },
  basis: "Menurut standar penilaian kota untuk rumpun jabatan Anda.",
  writeAnyway: "Tetap tulis catatan",
  toReport: "Buka laporan bulanan",
};
