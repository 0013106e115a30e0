/**
 * The SKP examples for a region that PermenPANRB 6/2022 prints in Anak Lampiran 3 (Dinas Kesehatan).
 * Texts of results, measures of success, ekspektasi khusus and lampiran are the regulation's own words, letter for letter
 * (line breaks and doubled spaces removed; the spelling is the regulation's, also where it errs).
 * Printed in full: Kepala Dinas Kesehatan (Tabel 4, p. 167-169), Kepala Puskesmas (Tabel 5, p. 170-172) and
 * Bidan Penyelia (Tabel 11-12, p. 183-187). For the Penanggung Jawab UKP and the other members of the team only the results
 * are printed (Tabel 8-9, p. 179-182): their indicators are taken from the Bidan Penyelia where the result is the same,
 * else written for the demo and marked so. How an indicator is counted each month (`measure`), sentences, causes and
 * `intervenes` are the demo's: the regulation prints no rencana aksi for these posts.
 */
import { nilai, palingBanyak, persen, serapan, uraian, type HasilKerjaData, type IndikatorData, type SkpData } from "./skp-data.ts";

const NO_LAMPIRAN = { sumberDaya: [], pertanggungjawaban: [], konsekuensi: [] } as const;

/** Tabel 4, p. 167-169. */
export const KEPALA_DINAS_KESEHATAN: SkpData = {
  pendekatan: "kualitatif", isPimpinan: true, assignedBy: "Kepala Daerah",
  hasilKerja: [
    {
      prioritas: "utama", text: "Meningkatnya pelayanan Kesehatan dan kemandirian masyarakat untuk hidup sehat", // p. 167
      indikator: [
        // Tabel 6 (p. 173-174) makes it countable: 18% keluarga sehat; the manual reports it yearly, the rencana aksi follows it each quarter.
        { text: "Keluarga di wilayah kerja yang masuk dalam kategori keluarga sehat meningkat dari tahun sebelumnya", perspektif: "penerima_layanan", measure: nilai(18, "persen") },
        { text: "Sebagian besar unit kerja memenuhi standar kepuasan minimal", perspektif: "penerima_layanan", measure: persen(80, 6, "triwulanan") },
        { text: "Komplain atas layanan Dinas Kesehatan berkurang dari tahun sebelumnya", perspektif: "penerima_layanan", measure: palingBanyak(8, "komplain") },
      ],
      sentences: ["Pendataan keluarga sehat berjalan di lima puskesmas; {n} dari {d} unit memenuhi standar kepuasan.", "Komplain bulan {bulan} tercatat {n}, sebagian besar tentang waktu tunggu."],
      causes: ["Survei kepuasan di dua puskesmas baru selesai bulan berikutnya.", "Kader keluarga sehat di beberapa gampong berganti dan perlu dilatih ulang."],
      evidence: "Rekap IKS dan hasil survei kepuasan masyarakat",
    },
    {
      prioritas: "utama", text: "Meningkatnya Akuntabilitas Kinerja Dinas Kesehatan",
      indikator: [
        { text: "Temuan hasil pemeriksaan ditindaklanjuti sesuai prosedur", perspektif: "penguatan_internal", measure: persen(90, 10, "triwulanan") },
        { text: "LAKIP Dinas Kesehatan mencapai predikat A", perspektif: "penguatan_internal", measure: uraian("Predikat A", "tahunan") },
      ],
      sentences: ["{n} dari {d} temuan selesai ditindaklanjuti dan dilaporkan ke Inspektorat."],
      causes: ["Dua temuan menunggu dokumen dari pihak ketiga."],
      evidence: "Matriks tindak lanjut hasil pemeriksaan",
    },
    {
      prioritas: "utama", text: "Pengelolaan anggaran Dinas Kesehatan yang optimal",
      indikator: [
        { text: "Pengelolaan keuangan (anggaran) bebas dari temuan material", perspektif: "anggaran", measure: uraian("Bebas dari temuan material", "semesteran") },
        { text: "Penyerapan anggaran Dinas Kesehatan meningkat dibandingkan tahun sebelumnya", perspektif: "anggaran", measure: serapan(95) },
      ],
      sentences: ["Serapan anggaran sampai bulan {bulan} mencapai {n} persen.", "Realisasi keuangan {n} persen; pengadaan alat kesehatan sudah berkontrak."],
      causes: ["Pengadaan alat kesehatan menunggu katalog elektronik diperbarui.", "Dana BOK puskesmas baru disalurkan pada minggu terakhir."],
      evidence: "Laporan realisasi anggaran",
    },
    {
      prioritas: "utama", text: "Terlaksananya direktif pimpinan sesuai target waktu yang ditetapkan",
      indikator: [{ text: "Penugasan/direktif pimpinan diselesaikan sesuai target waktu yang ditetapkan dan hasilnya memuaskan", perspektif: "proses_bisnis", measure: persen(90, 8) }], // p. 168
      sentences: ["{n} dari {d} arahan Wali Kota selesai tepat waktu."],
      causes: ["Satu arahan memerlukan koordinasi dengan rumah sakit rujukan provinsi."],
      evidence: "Daftar arahan dan tindak lanjut",
    },
    {
      prioritas: "tambahan", text: "Terlaksananya rencana aksi/inisiatif strategis dalam rangka pencapaian sasaran dan indikator Kinerja utama organisasi dalam perjanjian kerja", // p. 168
      indikator: [{ text: "Rencana aksi/inisiatif strategis yang berkontribusi langsung terhadap pencapaian indikator Perjanjian Kinerja Dinas Kesehatan diselesaikan sesuai target waktu yang ditetapkan", perspektif: "proses_bisnis", measure: persen(85, 6, "triwulanan") }],
      sentences: ["{n} dari {d} rencana aksi triwulan selesai sesuai jadwal."],
      causes: ["Rencana aksi layanan jiwa bergeser karena pelatihan dokter diundur."],
      evidence: "Monitoring rencana aksi",
    },
  ],
  perilaku: { // p. 168-169
    akuntabel: ["Menjadi role model/ panutan dalam menjunjung komitmen dan integritas pegawai di lingkungan kerjanya"],
    kompeten: ["Menyelesaikan setiap pekerjaan sesuai dengan target dan standar kualitas yang ditetapkan"],
    harmonis: ["Membangun komunikasi yang lebih terbuka dan menjaga hubungan baik dengan stakeholder"],
    loyal: ["Berani menyampaikan adanya indikasi/ hal-hal yang dapat merugikan dan membahayakan negara"],
    kolaboratif: ["Mampu mengelola dan melibatkan seluruh pihak sesuai dengan peran dan fungsinya untuk mencapai tujuan bersama", "Memberikan kesempatan kepada setiap anggota untuk menyampaikan ide atau gagasan yang produktif"],
  },
  lampiran: NO_LAMPIRAN,
};

/** Tabel 5, p. 170-172. */
export const KEPALA_PUSKESMAS: SkpData = {
  pendekatan: "kualitatif", isPimpinan: true, assignedBy: "Kepala Dinas Kesehatan",
  hasilKerja: [
    {
      prioritas: "utama", text: "Meningkatnya kualitas pelayanan puskesmas", intervenes: 0, // p. 170
      indikator: [
        { text: "Ibu hamil mendapatkan pelayanan antenatal sesuai standar bahkan sampai ke pelosok daerah", perspektif: "penerima_layanan", measure: persen(95, 62) },
        { text: "ibu bersalin mendapatkan pelayanan persalinan sesuai standar bahkan sampai ke pelosok daerah", perspektif: "penerima_layanan", measure: persen(95, 28) },
        { text: "Komplain ibu hamil atas layanan antenatal dan persalinan turun dibandingkan tahun lalu", perspektif: "penerima_layanan", measure: palingBanyak(3, "komplain") },
      ],
      sentences: ["{n} dari {d} ibu hamil mendapat pelayanan sesuai standar, termasuk kunjungan rumah di gampong yang jauh.", "Pelayanan di puskesmas dan poskesdes mencapai {n} dari {d} sasaran bulan {bulan}."],
      causes: ["Beberapa ibu hamil pindah sementara ke luar kota dan belum kembali.", "Kunjungan ke gampong pesisir tertunda karena banjir rob."],
      evidence: "Rekap PWS KIA",
    },
    {
      prioritas: "utama", text: "Operasional rutin UPT Puskesmas dikelola dengan baik", intervenes: 1,
      indikator: [{ text: "Pegawai puas atas layanan internal Puskesmas", perspektif: "proses_bisnis", measure: nilai(80, "nilai survei") }],
      sentences: ["Survei layanan internal memberi nilai {n}; masukan tentang jadwal jaga sudah dibahas."],
      causes: ["Jadwal jaga malam masih dikeluhkan karena kekurangan perawat."],
      evidence: "Hasil survei layanan internal",
    },
    {
      prioritas: "utama", text: "Obat dan bahan medis habis pakai (BMHP) tersedia sesuai kebutuhan", intervenes: 0,
      indikator: [{ text: "Obat-obatan dan bahan medis habis pakai (BMHP) tersedia sesuai kebutuhan dan siap digunakan kapanpun dibutuhkan", perspektif: "proses_bisnis", measure: persen(92, 40) }],
      sentences: ["{n} dari {d} jenis obat dan BMHP esensial tersedia sepanjang bulan."],
      causes: ["Vitamin A dan salep mata kosong di gudang farmasi kota selama dua minggu."],
      evidence: "LPLPO dan kartu stok",
    },
    {
      prioritas: "utama", text: "Tersedianya alat Kesehatan yang layak fungsi", intervenes: 0,
      indikator: [
        { text: "Alat Kesehatan untuk mendukung pelayanan semakin lengkap", perspektif: "proses_bisnis", measure: nilai(75, "persen ASPAK", "semesteran") },
        { text: "Alat Kesehatan yang tersedia layak fungsi dan siap digunakan sewaktu waktu", perspektif: "proses_bisnis", measure: persen(90, 55) },
      ],
      sentences: ["{n} dari {d} alat diperiksa dan layak fungsi."],
      causes: ["Dua tensimeter dan satu doppler menunggu kalibrasi."],
      evidence: "Kartu pemeliharaan alat dan isian ASPAK",
    },
    {
      prioritas: "utama", text: "Terpenuhinya jasa pelayanan tenaga kesehatan", intervenes: 0,
      indikator: [{ text: "Tenaga Kesehatan yang terpenuhi jasa pelayanannya meningkat dibandingkan tahun sebelumnya", perspektif: "penguatan_internal", measure: persen(90, 48) }],
      sentences: ["Jasa pelayanan {n} dari {d} tenaga kesehatan dibayar tepat waktu."],
      causes: ["Klaim kapitasi bulan sebelumnya terlambat masuk ke rekening puskesmas."],
      evidence: "Daftar pembayaran jasa pelayanan",
    },
    {
      prioritas: "utama", text: "Meningkatnya Akuntabilitas Kinerja Puskesmas", intervenes: 1, // p. 171
      indikator: [
        { text: "Temuan hasil pemeriksaan ditindaklanjuti sesuai prosedur", perspektif: "penguatan_internal", measure: persen(90, 6, "triwulanan") },
        { text: "Aspek aspek manajemen risiko terpenuhi", perspektif: "penguatan_internal", measure: uraian("Daftar risiko dan rencana pengendaliannya mutakhir", "triwulanan") },
      ],
      sentences: ["{n} dari {d} temuan sudah ditutup; daftar risiko diperbarui."],
      causes: ["Satu temuan aset menunggu berita acara penghapusan."],
      evidence: "Tindak lanjut temuan dan daftar risiko",
    },
    {
      prioritas: "utama", text: "Pengelolaan anggaran Puskesmas yang optimal", intervenes: 2,
      indikator: [{ text: "Penyerapan anggaran puskesmas meningkat dibandingkan tahun sebelumnya", perspektif: "anggaran", measure: serapan(94) }],
      sentences: ["Serapan BLUD dan BOK sampai bulan {bulan} {n} persen."],
      causes: ["Belanja modal BLUD menunggu perubahan RBA."],
      evidence: "Laporan realisasi BLUD dan BOK",
    },
    {
      prioritas: "utama", text: "Terlaksananya direktif pimpinan sesuai target waktu yang ditetapkan", intervenes: 3,
      indikator: [{ text: "Penugasan/direktif pimpinan diselesaikan sesuai target waktu yang ditetapkan dan hasilnya memuaskan", perspektif: "proses_bisnis", measure: persen(90, 5) }],
      sentences: ["{n} dari {d} arahan Kepala Dinas selesai tepat waktu."],
      causes: ["Satu arahan menunggu data dari rumah sakit."],
      evidence: "Daftar arahan dan tindak lanjut",
    },
    {
      prioritas: "tambahan", text: "Terlaksananya rencana aksi/inisiatif strategis dalam rangka pencapaian sasaran dan indikator Kinerja utama organisasi dalam perjanjian kerja", intervenes: 4,
      indikator: [{ text: "Rencana aksi/inisiatif strategis yang berkontribusi langsung terhadap pencapaian indikator Perjanjian Kinerja puskesmas diselesaikan sesuai target waktu yang ditetapkan", perspektif: "proses_bisnis", measure: persen(85, 4, "triwulanan") }],
      sentences: ["{n} dari {d} rencana aksi selesai, termasuk pengaktifan bidan desa."],
      causes: ["Pelatihan aplikasi SiCantik diundur ke triwulan berikutnya."],
      evidence: "Monitoring rencana aksi puskesmas",
    },
  ],
  perilaku: { // p. 171-172
    akuntabel: ["Menjadi role model/ panutan dalam menjunjung komitmen dan integritas pegawai di lingkungan kerjanya"],
    harmonis: ["Memberikan kesempatan yang sama serta bersikap adil kepada setiap pegawai"],
    loyal: ["Melaksanakan instruksi atau tugas dari atasan dengan sungguh-sungguh dan penuh tanggung jawab"],
    adaptif: ["Mempercepat monitoring dan analisa data guna mendukung peningkatan kualitas dan kinerja unit kerja"],
    kolaboratif: ["Mampu mengelola dan melibatkan seluruh pihak sesuai dengan peran dan fungsinya untuk mencapai tujuan bersama", "Memberikan kesempatan kepada setiap anggota untuk menyampaikan ide atau gagasan yang produktif"],
  },
  lampiran: NO_LAMPIRAN,
};

const ANC_INDIKATOR: readonly IndikatorData[] = [ // p. 184
  { text: "Ibu hamil yang datang terlayani pemeriksaan kehamilannya sesuai jam operasional puskesmas dan jika memungkinkan di luar jam operasional", measure: persen(95, 34) },
  { text: "Tidak ada kesalahan tindakan pada pemeriksaan kehamilan sesuai perannya dalam SOP", measure: uraian("Tidak ada kesalahan tindakan") },
  { text: "Komplain atas layanan ANC menurun dari tahun sebelumnya", measure: palingBanyak(2, "komplain") },
];
const PERSALINAN_INDIKATOR: readonly IndikatorData[] = [ // p. 184
  { text: "Seluruh ibu hamil yang datang terlayani persalinannya", measure: persen(100, 9) },
  { text: "Tidak ada kesalahan tindakan pada penanganan persalinan sesuai perannya dalam SOP", measure: uraian("Tidak ada kesalahan tindakan") },
  { text: "Komplain atas layanan persalinan menurun dari tahun sebelumnya", measure: palingBanyak(1, "komplain") },
];
const REKAM_MEDIS_INDIKATOR: readonly IndikatorData[] = [ // p. 185
  { text: "Rekam medis ibu hamil serta register cohotnya tercatat sesuai dengan kategori", measure: persen(95, 43) },
  { text: "Sedikit atau hampir tidak ada kesalahan penulisan rekam medis berupa typo error", measure: palingBanyak(3, "kesalahan") },
  { text: "Hasil evaluasi rekam medis disampaikan ke penanggung jawab paling lambat 3 bulan setelah pemeriksaan/ penanganan", measure: palingBanyak(3, "bulan", "triwulanan") },
];
const SICANTIK_INDIKATOR: readonly IndikatorData[] = [ // p. 185
  { text: "Hampir tidak ada kesalahan data ibu hamil yang menjadi tanggung jawabnya pada aplikasi SICANTIK", measure: palingBanyak(2, "kesalahan data") },
  { text: "Data ibu hamil diupdate pada SICANTIK 1 hari setelah pemeriksaan", measure: palingBanyak(1, "hari") },
];

const ANC = {
  indikator: ANC_INDIKATOR,
  sentences: ["{n} dari {d} ibu hamil yang datang terlayani; dua di antaranya di luar jam operasional.", "Pemeriksaan kehamilan berjalan sesuai SOP, {n} dari {d} terlayani.", "Kelas ibu hamil di dua gampong menambah kunjungan; {n} dari {d} terlayani."],
  causes: ["Tiga ibu hamil pulang sebelum dilayani karena antrean laboratorium.", "Dua hari pelayanan berkurang karena pelatihan kegawatdaruratan."],
  evidence: "Register kohort ibu",
} as const;
const PERSALINAN = {
  indikator: PERSALINAN_INDIKATOR,
  sentences: ["{n} dari {d} persalinan tertangani, ibu dan bayi sehat.", "Semua persalinan bulan {bulan} didampingi dua bidan; {n} dari {d} tertangani di puskesmas."],
  causes: ["Satu ibu dirujuk karena preeklamsia sebelum ditangani di puskesmas."],
  evidence: "Partograf dan register persalinan",
} as const;
const REKAM_MEDIS = {
  indikator: REKAM_MEDIS_INDIKATOR,
  sentences: ["{n} dari {d} rekam medis terisi lengkap dan sudah diarsipkan.", "Kohort bulan {bulan} diperbarui; {n} dari {d} berkas sesuai kategori."],
  causes: ["Beberapa berkas dari poskesdes baru diserahkan setelah akhir bulan."],
  evidence: "Rekap kelengkapan rekam medis",
} as const;
const SICANTIK = {
  indikator: SICANTIK_INDIKATOR,
  sentences: ["Pendataan SICANTIK berjalan; kesalahan data bulan {bulan} {n}.", "Data ibu hamil bulan {bulan} diperbarui rata-rata {n} hari setelah pemeriksaan."],
  causes: ["Jaringan di poskesdes terputus beberapa hari sehingga data diunggah kemudian."],
  evidence: "Rekap pembaruan SICANTIK",
} as const;

/** Tabel 11 (p. 184-186) and its lampiran, Tabel 12 (p. 187). */
export const BIDAN_PENYELIA: SkpData = {
  pendekatan: "kualitatif", isPimpinan: false, assignedBy: "Kepala Puskesmas",
  hasilKerja: [
    { prioritas: "utama", intervenes: 0, text: "Ibu hamil dengan kehamilan fisiologis dan patologis mendapat pemeriksaan kehamilan/antenatal care sesuai perannya dalam SOP/flow chart layanan ANC", ...ANC },
    { prioritas: "utama", intervenes: 0, text: "Ibu hamil dengan kehamilan fisiologis dan patologis mendapat penanganan persalinan sesuai perannya dalam SOP/flow chart layanan persalinan", ...PERSALINAN },
    { prioritas: "utama", intervenes: 0, text: "Rekam medis ibu hamil dengan kehamilan fisiologis dan patologis serta register cohotnya tercatat secara lengkap, diarsipkan dengan baik, dan dilaporkan tepat waktu", ...REKAM_MEDIS },
    { prioritas: "tambahan", intervenes: 8, text: "Ibu hamil dan ibu melahirkan terdata dalam aplikasi SICANTIK sesuai pembagian tanggungjawab pendataan", ...SICANTIK },
  ],
  perilaku: { // p. 185-186
    kompeten: ["Bersedia untuk mengajarkan pengetahuan dan keterampilan yang dimiliki kepada orang lain"],
    harmonis: ["Membantu rekan kerja yang membutuhkan"],
    loyal: ["Mengutamakan kepentingan organisasi diatas kepentingan pribadi atau kelompok", "Melaksanakan instruksi atau tugas dari atasan dengan sungguh-sungguh dan penuh tanggung jawab"],
    kolaboratif: ["Aktif berpartisipasi dan berkontribusi sesuai keahliannya"],
  },
  lampiran: { // p. 187
    sumberDaya: [
      "Dukungan sumber daya sebagai tenaga administratif sehingga bidan fokus dalam memberikan pelayanan",
      "Kendaraan operasional untuk bidan desa sehingga jangkauan pelayanan menjadi lebih luas",
      "Pelatihan untuk penggunaan aplikasi Sicantik sehingga updating data ibu hamil menjadi lebih valid dan terkini",
    ],
    pertanggungjawaban: ["Kinerja pelayanan bidan akan direviu setiap 2 minggu, khususnya jika terdapat komplain dari ibu hamil maka akan direviu setiap minggu sampai komplain berkurang"],
    konsekuensi: [
      "Bidan yang memberikan pelayanan paling memuaskan berdasarkan hasil survey kepuasan akan ditetapkan sebagai bidan teladan bulanan dan foto yang bersangkutan akan dipajang di front office Puskesmas",
      "Jika memberikan pelayanan terbaik berdasarkan pengamatan pimpinan akan mendapatkan prioritas untuk pelatihan di Tingkat Kabupaten atau Daerah lain.",
    ],
  },
};

/** A member of the team, with the results that Tabel 8-9 print and the same ekspektasi khusus as the Bidan Penyelia. */
function member(hasilKerja: readonly HasilKerjaData[], assignedBy = "Kepala Puskesmas"): SkpData {
  return { pendekatan: "kualitatif", isPimpinan: false, assignedBy, hasilKerja, perilaku: BIDAN_PENYELIA.perilaku, lampiran: NO_LAMPIRAN };
}

/** Tabel 8, p. 179 (results); indicators written for the demo from the words of the results. */
export const PENANGGUNG_JAWAB_UKP: SkpData = member([
  { ...ANC, prioritas: "utama", intervenes: 0, text: "Layanan antenatal care (ANC) dilakukan dengan respon cepat dan akurat",
    indikator: [
      { text: "Waktu tunggu layanan ANC dari pendaftaran sampai diperiksa", aspek: "waktu", measure: palingBanyak(30, "menit") },
      { text: "Persentase pemeriksaan ANC yang sesuai SOP pada telaah berkas", aspek: "kualitas", measure: persen(95, 40) },
    ],
    sentences: ["Waktu tunggu rata-rata {n} menit setelah alur loket diubah.", "{n} dari {d} berkas ANC yang ditelaah sesuai SOP."] },
  { ...PERSALINAN, prioritas: "utama", intervenes: 0, text: "Layanan persalinan dilakukan dengan respon cepat dan akurat",
    indikator: [{ text: "Persentase persalinan yang ditangani sesuai SOP pada telaah berkas", aspek: "kualitas", measure: persen(95, 22) }] },
  { ...SICANTIK, prioritas: "utama", intervenes: 8, text: "Ibu hamil dan ibu melahirkan terdata secara lengkap, akurat dan termutakhirkan",
    indikator: [{ text: "Persentase ibu hamil dan ibu melahirkan yang datanya lengkap pada aplikasi SiCantik", aspek: "kualitas", measure: persen(95, 62) }],
    sentences: ["{n} dari {d} data ibu sudah lengkap dan mutakhir."] },
]);

/** Tabel 9, p. 180. The indicators of the referral result are written for the demo. */
export const DOKTER_TIM_UKP: SkpData = member([
  { ...ANC, prioritas: "utama", intervenes: 0, text: "Ibu hamil dengan kehamilan fisiologis dan patologis mendapat pemeriksaan kehamilan/antenatal care sesuai yang perannya dalam SOP/flow chart layanan ANC" },
  { ...REKAM_MEDIS, prioritas: "utama", intervenes: 0, text: "Rekam medis ibu hamil dengan kehamilan patologis dan register cohotnya tercatat secara lengkap, diarsipkan dengan baik, dan dilaporkan tepat waktu" },
  { prioritas: "utama", intervenes: 0, text: "Rujukan untuk persalinan ke fasyankes yang lebih tinggi dilakukan dengan respon yang cepat dan sesuai hasil diagnosa bagi ibu hamil dengan kehamilan patologis",
    indikator: [{ text: "Persentase rujukan yang diberangkatkan paling lambat 30 menit setelah diagnosis", aspek: "waktu", measure: persen(90, 6) }],
    sentences: ["{n} dari {d} rujukan berangkat dalam 30 menit."], causes: ["Ambulans sedang mengantar pasien lain saat rujukan kedua."], evidence: "Lembar rujukan SISRUTE" },
]);

/** Tabel 9, p. 181. */
export const BIDAN_MAHIR: SkpData = member([
  { ...ANC, prioritas: "utama", intervenes: 0, text: "Ibu hamil dengan kehamilan fisiologis mendapat pemeriksaan kehamilan/antenatal care sesuai perannya dalam SOP/flow chart layanan ANC" },
  { ...REKAM_MEDIS, prioritas: "utama", intervenes: 0, text: "Rekam medis ibu hamil dengan kehamilan fisiologis dan register cohotnya tercatat secara lengkap, diarsipkan dengan baik, dan dilaporkan tepat waktu" },
  { ...PERSALINAN, prioritas: "utama", intervenes: 0, text: "Ibu hamil dengan kehamilan fisiologis mendapat penanganan persalinan sesuai perannya dalam SOP/flow chart layanan persalinan" },
  { ...SICANTIK, prioritas: "tambahan", intervenes: 8, text: "Ibu hamil dan ibu melahirkan terdata dalam aplikasi SICANTIK sesuai pembagian tanggungjawab pendataan" },
]);

/** Tabel 9, p. 181: as the Bidan Mahir, but "ibu bersalin" in the last result. */
export const BIDAN_TERAMPIL: SkpData = member(BIDAN_MAHIR.hasilKerja.map((hasil, at) =>
  at === 3 ? { ...hasil, text: "Ibu hamil dan ibu bersalin terdata dalam aplikasi SICANTIK sesuai pembagian tanggungjawab pendataan" } : hasil));

/** Tabel 9, p. 181-182. The indicators of the gizi register are written for the demo. */
export const NUTRISIONIS: SkpData = member([
  { ...ANC, prioritas: "utama", intervenes: 0, text: "Ibu hamil dengan kehamilan fisiologis dan patologis mendapat pemeriksaan kehamilan/antenatal care sesuai perannya dalam SOP/flow chart layanan ANC" },
  { prioritas: "utama", intervenes: 0, text: "Register gizi telah diisi secara lengkap dan akurat dan dilaporkan kepada penanggung jawab tepat waktu",
    indikator: [{ text: "Persentase catatan register gizi yang lengkap pada akhir bulan", aspek: "kualitas", measure: persen(95, 48) }],
    sentences: ["{n} dari {d} catatan gizi lengkap dan dilaporkan sebelum tanggal 5."], causes: ["Data posyandu satu gampong terlambat diterima."], evidence: "Register gizi" },
  { ...PERSALINAN, prioritas: "utama", intervenes: 0, text: "Ibu hamil dengan kehamilan fisiologis dan patologis mendapat penanganan persalinan sesuai perannya dalam SOP/flow chart layanan persalinan" },
]);

/** Tabel 9, p. 182 (first result); the second is written for the demo, since the table shows one team's work only. */
export const PETUGAS_LOKET: SkpData = member([
  { prioritas: "utama", intervenes: 0, text: "Pertanyaan pasien melalui telepon atau media komunikasi lainnya dengan direspon dengan cepat dan menggunakan bahasa yang ramah.",
    indikator: [{ text: "Persentase pertanyaan pasien yang dijawab pada hari yang sama", aspek: "waktu", measure: persen(92, 70) }],
    sentences: ["{n} dari {d} pertanyaan lewat telepon dan WhatsApp dijawab pada hari itu."], causes: ["Nomor layanan tidak aktif satu hari karena gangguan operator."], evidence: "Rekap buku pertanyaan pasien" },
  { prioritas: "utama", intervenes: 0, text: "Data pendaftaran pasien tercatat lengkap sehingga pelayanan di poli tidak tertunda",
    indikator: [{ text: "Persentase pendaftaran dengan identitas dan kepesertaan lengkap", aspek: "kualitas", measure: persen(95, 420) }],
    sentences: ["{n} dari {d} pendaftaran lengkap; antrean pagi lebih pendek."], causes: ["Aplikasi P-Care beberapa kali tidak dapat dibuka."], evidence: "Rekap pendaftaran P-Care" },
]);

/** Tabel 9, p. 182 (first result); the second is written for the demo. */
export const SOPIR_AMBULANS: SkpData = member([
  { prioritas: "utama", intervenes: 0, text: "Ibu hamil dengan kehamilan patologis yang persalinannya dirujuk ke fasyankes yang lebih tinggi diantarkan ketempat rujukan sesuai prosedur pendampingan",
    indikator: [{ text: "Persentase pengantaran rujukan yang tiba sesuai prosedur pendampingan", aspek: "kualitas", measure: persen(95, 8) }],
    sentences: ["{n} dari {d} pengantaran rujukan sesuai prosedur."], causes: ["Satu pengantaran tertahan banjir di jalan lintas."], evidence: "Buku perjalanan ambulans" },
  { prioritas: "utama", intervenes: 3, text: "Ambulans siap jalan dan bersih pada setiap pergantian jaga",
    indikator: [{ text: "Persentase pemeriksaan harian dengan hasil siap jalan", aspek: "kualitas", measure: persen(95, 26) }],
    sentences: ["{n} dari {d} pemeriksaan harian: ambulans siap jalan."], causes: ["Ban belakang diganti sehingga satu hari tidak siap."], evidence: "Lembar periksa harian ambulans" },
]);

/** The posts of Anak Lampiran 3, for the templates offered when an SKP is begun. */
export const ANAK_LAMPIRAN_3: Readonly<Record<string, { jabatan: string; page: string; skp: SkpData }>> = {
  kepala_dinas_kesehatan: { jabatan: "Kepala Dinas Kesehatan", page: "Tabel 4, hlm. 167-169", skp: KEPALA_DINAS_KESEHATAN },
  kepala_puskesmas: { jabatan: "Kepala Puskesmas", page: "Tabel 5, hlm. 170-172", skp: KEPALA_PUSKESMAS },
  penanggung_jawab_ukp: { jabatan: "Penanggung Jawab UKP Kefarmasian dan Laboratorium", page: "Tabel 8, hlm. 179", skp: PENANGGUNG_JAWAB_UKP },
  dokter_puskesmas: { jabatan: "Dokter", page: "Tabel 9, hlm. 180", skp: DOKTER_TIM_UKP },
  bidan_penyelia: { jabatan: "Bidan Penyelia", page: "Tabel 11-12, hlm. 183-187", skp: BIDAN_PENYELIA },
  bidan_mahir: { jabatan: "Bidan Mahir", page: "Tabel 9, hlm. 181", skp: BIDAN_MAHIR },
  bidan_terampil: { jabatan: "Bidan Terampil", page: "Tabel 9, hlm. 181", skp: BIDAN_TERAMPIL },
  nutrisionis: { jabatan: "Nutrisionis Pelaksana Lanjutan", page: "Tabel 9, hlm. 181-182", skp: NUTRISIONIS },
  petugas_loket: { jabatan: "Petugas Loket", page: "Tabel 9, hlm. 182", skp: PETUGAS_LOKET },
  sopir_ambulans: { jabatan: "Sopir Ambulans", page: "Tabel 9, hlm. 182", skp: SOPIR_AMBULANS },
};
