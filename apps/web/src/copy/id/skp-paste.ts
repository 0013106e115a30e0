/** Words of pasting an SKP's table: they come with the dialog. */
export const skpPaste = {
  title: "Tempel tabel dari e-Kinerja, Excel, atau Word",
  label: "Tabel",
  help: "Buka SKP di e-Kinerja, blok tabelnya, salin, lalu tempel di sini. Urutan kolom: hasil kerja pimpinan, hasil kerja, aspek, indikator, target. Baris judul boleh ikut.",
  nothing: "Belum ada baris yang terbaca. Salin sel dari tabel, bukan dari gambar atau PDF.",
  found: (results: number, indicators: number) => `Terbaca: ${results} hasil kerja, ${indicators} indikator.`,
  besides: (perilaku: number, lampiran: number) => `Juga terbaca: ${perilaku} ekspektasi khusus pimpinan, ${lampiran} baris lampiran.`,
  issuesTitle: (count: number) => `${count} hal perlu Anda periksa.`,
  issue: {
    no_result: (row: number, word: string) => `Baris ${row} (“${word}”): tidak ada hasil kerja di atasnya. Baris ini tidak ikut.`,
    no_indikator: (row: number, word: string) => `Baris ${row} (“${word}”): belum ada indikator. Tambahkan nanti.`,
    no_target: (row: number, word: string) => `Baris ${row} (“${word}”): belum ada target. Isi nanti.`,
    aspek_unknown: (row: number, word: string) => `Baris ${row}: aspek “${word}” tidak dikenal. Pilih sendiri nanti.`,
    too_long: (row: number, word: string) => `Baris ${row} (“${word}”): lebih dari 1.000 huruf. Singkatkan sebelum menyimpan.`,
  },
  issuesMore: (count: number) => `Dan ${count} hal lagi.`,
  columns: { hasilKerja: "Hasil kerja", aspek: "Aspek", indikator: "Indikator", target: "Target" },
  tooMany: "Tabel ini terlalu besar. Paling banyak 30 hasil kerja dan 60 indikator.",
  add: (count: number) => `Tambahkan ${count} hasil kerja`,
};
