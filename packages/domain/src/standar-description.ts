/** What a city may choose, described once: the form, the comparison and the check of a draft all follow from this table. */
import type { Bilingual } from "./peer-instrument.ts";
import { FEWEST_ANSWERS } from "./peer-input.ts";
import type { StandarPenilaian } from "./standar.ts";
import { PERILAKU } from "./vocabulary.ts";

type Leaf = string | number | boolean;
type Paths<T> = { [K in keyof T & string]: T[K] extends Leaf ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];
/** "laporan.batasHari" */
export type StandarPath = Paths<StandarPenilaian>;
export type StandarValues = Readonly<Record<string, Leaf>>;

/** "hk" is hari kerja. Of a `share` 0.25 stands for a quarter. */
export const STANDAR_UNITS = ["tanggal", "hk", "hari", "bulan", "menit", "persen", "bagian", "orang", "huruf", "bobot", "kali"] as const;
export type StandarUnit = (typeof STANDAR_UNITS)[number];
export const STANDAR_GROUPS = ["evaluasi", "dokumentasi", "laporan", "penilaian", "keberatan", "pola", "indeks", "perilaku", "rekan", "rapat", "sandi"] as const;
export type StandarGroup = (typeof STANDAR_GROUPS)[number];

type Common = { group: StandarGroup; label: Bilingual; /** Where the city's freedom comes from; "kota": no article speaks of it. */ basis: string };
export type StandarField = Common & (
  | { kind: "number"; unit: StandarUnit; min: number; max: number; step: number }
  | { kind: "choice"; choices: readonly { value: string; label: Bilingual }[] }
  | { kind: "text"; /** In characters; empty says that the city chose none. */ maxLength: number }
  | { kind: "flag" });

const KOTA = "kota";
const number = (group: StandarGroup, unit: StandarUnit, [min, max]: readonly [number, number], id: string, en: string, basis = KOTA, step = 1): StandarField => ({ kind: "number", group, unit, min, max, step, label: { id, en }, basis });
const choice = (group: StandarGroup, id: string, en: string, choices: readonly (readonly [value: string, id: string, en: string])[], basis = KOTA): StandarField =>
  ({ kind: "choice", group, label: { id, en }, basis, choices: choices.map(([value, idLabel, enLabel]) => ({ value, label: { id: idLabel, en: enLabel } })) });

const PASAL_16 = "PermenPANRB 6/2022 Pasal 16";
const ritme = (id: string, en: string): StandarField => choice("dokumentasi", id, en, [
  ["harian", "Catatan harian", "Daily notes"], ["mingguan", "Catatan mingguan", "Weekly notes"], ["bulanan", "Laporan bulanan saja, tanpa catatan", "Monthly report alone, no notes"], ["impor", "Diimpor berkala, tanpa catatan", "Imported now and then, no notes"],
], PASAL_16);
const LOKAL_LENGTH = 300;
const lokal = (name: string): StandarField => ({ kind: "text", group: "perilaku", maxLength: LOKAL_LENGTH, label: { id: `Perilaku setempat: ${name}`, en: `Local behaviour: ${name}` }, basis: "PermenPANRB 6/2022 Pasal 10 ayat (3) dan (4)" });

/** Every parameter; a new one without its line does not compile. The order is that of the form. */
export const STANDAR_FIELDS = {
  periodeEvaluasi: choice("evaluasi", "Evaluasi periodik", "Periodic evaluation", [["bulanan", "Tiap bulan", "Every month"], ["triwulanan", "Tiap triwulan", "Every quarter"]], "PermenPANRB 6/2022 Pasal 24 ayat (2) dan (3)"),
  "pendokumentasian.guru": ritme("Guru", "Guru"),
  "pendokumentasian.kesehatan": ritme("Tenaga kesehatan", "Health workers"),
  "pendokumentasian.teknis": ritme("Tenaga teknis dan lainnya", "Technical and others"),
  "laporan.bukaTanggal": number("laporan", "tanggal", [1, 28], "Laporan dapat dikirim mulai tanggal", "Reports may be sent from day"),
  "laporan.batasHari": number("laporan", "hk", [1, 15], "Batas laporan, hari kerja ke-", "Reports are due on working day"),
  "laporan.periksaHari": number("laporan", "hk", [1, 20], "Batas pemeriksaan, hari kerja ke-", "Checks are due on working day"),
  "laporan.tutupHari": number("laporan", "hk", [1, 22], "Bulan ditutup pada hari kerja ke-", "The month closes on working day"),
  "laporan.eskalasiHari": number("laporan", "hk", [1, 20], "Atasan diberi tahu setelah", "The superior is told after"),
  "laporan.perbaikanHari": number("laporan", "hk", [1, 10], "Waktu memperbaiki laporan", "Time to repair a report"),
  "laporan.susulanHari": number("laporan", "hari", [0, 5], "Kiriman susulan tanpa sinyal", "Late arrival without signal"),
  "laporan.sebabDiBawah": number("laporan", "persen", [0, 100], "Sebab wajib ditulis bila capaian di bawah", "A cause is needed when the result is under"),
  "laporan.buktiWajib": choice("laporan", "Bukti wajib", "Evidence is required", [["tidak", "Tidak wajib", "Nowhere"], ["laporan", "Sekali tiap laporan", "Once per report"], ["baris", "Di setiap baris", "On each row"]], "PermenPANRB 6/2022 Lampiran BAB III"),
  "penilaian.batas.sebagianBesar": number("penilaian", "bagian", [0.5, 0.95], "“Sebagian besar” berarti lebih dari", "“Most” means more than", "PermenPANRB 6/2022 Lampiran BAB IV huruf B angka 3", 0.01),
  "penilaian.batas.sebagianKecil": number("penilaian", "bagian", [0.05, 0.5], "“Sebagian kecil” berarti paling banyak", "“Few” means at most", "PermenPANRB 6/2022 Lampiran BAB IV huruf B angka 3", 0.01),
  "penilaian.catatanHari": number("penilaian", "hk", [1, 20], "Catatan penilai berlaku setelah diterima", "A penilai's note counts after delivery by"),
  "penilaian.alasanMin": number("penilaian", "huruf", [10, 200], "Panjang alasan paling sedikit", "Shortest reason"),
  "penilaian.jendelaHari": number("penilaian", "hari", [1, 31], "Jendela evaluasi saat penilai pindah", "Evaluation window when the penilai moves", "PermenPANRB 6/2022 Lampiran BAB IV huruf A angka 14"),
  "penilaian.penilaianHari": number("penilaian", "hk", [1, 20], "Waktu penilai memberi rating", "Time for the penilai to rate", "PermenPANRB 6/2022 Lampiran BAB IV huruf A angka 11"),
  "penilaian.delegasiFungsional": { kind: "flag", group: "penilaian", label: { id: "Pejabat fungsional yang memimpin unit ikut menilai", en: "A fungsional who leads a unit rates" }, basis: "PermenPANRB 6/2022 Lampiran BAB IV huruf A angka 7" },
  "penilaian.delegasiPlt": { kind: "flag", group: "penilaian", label: { id: "Surat perintah Plt. memuat delegasi menilai", en: "A Plt. letter carries the delegation to rate" }, basis: "PermenPANRB 6/2022 Lampiran BAB IV huruf A angka 3" },
  "penilaian.duaSisiHari": number("penilaian", "hk", [0, 10], "Dua sisi: menunggu penilaian pegawai (0: tidak dipakai)", "Two-blind: wait for the pegawai's ratings (0: not used)"),
  "keberatan.penjelasanHari": number("keberatan", "hk", [1, 6], "Waktu penilai menjelaskan keberatan", "Time for the penilai to explain", "PermenPANRB 6/2022 Lampiran BAB V huruf B angka 4"),
  "keberatan.pembandingMin": number("keberatan", "orang", [5, 50], "Kasus pembanding tampil mulai", "Comparable cases are shown from"),
  "pola.pemeriksaan": choice("pola", "Pemeriksaan pola predikat", "Check of the pattern", [["mati", "Tidak ditampilkan", "Not shown"], ["nasihat", "Sebagai nasihat", "As advice"], ["alasan", "Perlu penjelasan yang diumumkan", "Needs a published explanation"]], "SE MenPANRB 3/2023"),
  "pola.pembulatan": choice("pola", "Pembulatan batas pola ke orang", "How limits of the pattern become people", [["ketat", "Paling banyak ke bawah, paling sedikit ke atas", "At most down, at least up"], ["terdekat", "Ke orang terdekat", "To the nearest person"]], "SE MenPANRB 3/2023"),
  "pola.minPegawai": number("pola", "orang", [20, 500], "Pola tampil untuk OPD mulai", "The pattern is shown for departments from"),
  "indeks.batasAtas": number("indeks", "persen", [100, 150], "Capaian tertinggi di dalam indeks", "Highest result within the index", "PP 30/2019 Pasal 41 (model)"),
  "indeks.targetSebagian": { kind: "flag", group: "indeks", label: { id: "Target bulan yang tidak utuh dihitung menurut hari kerja", en: "The target of a month cut short counts by working days" }, basis: KOTA },
  "indeks.bobotUtama": number("indeks", "bobot", [0.5, 10], "Bobot hasil kerja utama", "Weight of a main result", KOTA, 0.5),
  "indeks.bobotTambahan": number("indeks", "bobot", [0.5, 10], "Bobot hasil kerja tambahan", "Weight of an additional result", KOTA, 0.5),
  "indeks.peerInput": { kind: "flag", group: "indeks", label: { id: "Perilaku mendengar rekan (60/40)", en: "Behaviour hears colleagues (60/40)" }, basis: "PP 30/2019 Pasal 41" },
  "perilakuLokal.berorientasi_pelayanan": lokal("Berorientasi Pelayanan"),
  "perilakuLokal.akuntabel": lokal("Akuntabel"),
  "perilakuLokal.kompeten": lokal("Kompeten"),
  "perilakuLokal.harmonis": lokal("Harmonis"),
  "perilakuLokal.loyal": lokal("Loyal"),
  "perilakuLokal.adaptif": lokal("Adaptif"),
  "perilakuLokal.kolaboratif": lokal("Kolaboratif"),
  "rekan.jawabanMin": number("rekan", "orang", [FEWEST_ANSWERS, 8], "Jawaban paling sedikit agar hasil tampil", "Fewest answers for a result to be shown", "PermenPANRB 6/2022 Pasal 18 dan 19"),
  "rekan.perOrang": number("rekan", "orang", [FEWEST_ANSWERS, 12], "Rekan yang ditanya tentang satu orang", "Colleagues asked about each person", "PermenPANRB 6/2022 Pasal 18 dan 19"),
  "rekan.lintasUnit": number("rekan", "orang", [0, 4], "Di antaranya dari unit lain, paling sedikit", "Of them from another unit, at least"),
  "rekan.bawahan": number("rekan", "orang", [FEWEST_ANSWERS, 15], "Bawahan yang ditanya, paling banyak", "Bawahan asked, at most"),
  "rekan.hari": number("rekan", "hari", [5, 31], "Waktu menjawab", "Time to answer"),
  "rekan.bulanBersama": number("rekan", "bulan", [1, 6], "Masa kerja bersama paling sedikit", "Least time worked together"),
  "rekan.bobot": number("rekan", "bagian", [0, 0.5], "Bagian rekan di dalam saran perilaku", "Share of colleagues in the suggestion", "PermenPANRB 6/2022 Pasal 18 dan 19", 0.05),
  "rapat.mulaiHari": number("rapat", "hk", [1, 20], "Rapat evaluasi mulai hari kerja ke-", "Meetings from working day"),
  "rapat.sampaiHari": number("rapat", "hk", [1, 22], "Rapat evaluasi sampai hari kerja ke-", "Meetings until working day"),
  "rapat.menitUmum": number("rapat", "menit", [1, 30], "Waktu satu pembicara", "Time of a speaker"),
  "rapat.menitBantuan": number("rapat", "menit", [1, 30], "Waktu pembicara yang minta bantuan", "Time of a speaker who asks for help"),
  "rapat.menitTanpaCatatan": number("rapat", "menit", [1, 30], "Waktu pembicara tanpa catatan", "Time of a speaker without remarks"),
  "rapat.menitTindakLanjut": number("rapat", "menit", [1, 10], "Waktu satu tindak lanjut", "Time of a promise"),
  "rapat.menitTindakLanjutMaks": number("rapat", "menit", [1, 60], "Waktu seluruh tindak lanjut", "Time of all promises"),
  "rapat.batasOrang": number("rapat", "orang", [5, 100], "Peringatan bila pembicara lebih dari", "Warn when there are more speakers than"),
  "rapat.batasMenit": number("rapat", "menit", [15, 240], "Peringatan bila rapat lebih dari", "Warn when a meeting is longer than"),
  "rapat.melesetDi": number("rapat", "persen", [1, 100], "Target meleset bila di bawah", "A target is missed under"),
  "rapat.keberhasilanDari": number("rapat", "persen", [100, 200], "Keberhasilan bila mencapai", "A success reaches"),
  "rapat.pengecualianPerKeberhasilan": number("rapat", "kali", [1, 10], "Satu keberhasilan untuk tiap pengecualian", "One success for each so many exceptions"),
  "rapat.hadirSebelumMenit": number("rapat", "menit", [0, 120], "Kehadiran dibuka sebelum rapat", "Presence opens before the meeting"),
  "rapat.tepatWaktuMenit": number("rapat", "menit", [0, 60], "Tepat waktu bila mulai dalam", "On time when begun within"),
  sandiMin: number("sandi", "orang", [5, 20], "Kelompok terkecil yang ditampilkan", "Smallest group that is shown"),
} as const satisfies Record<StandarPath, StandarField>;

/** What no city may choose, shown beside the form so that nobody looks for it. */
export const STANDAR_FIXED: readonly { label: Bilingual; basis: string }[] = [
  { label: { id: "Kuadran kinerja: dua rating menjadi predikat", en: "The quadrant: two ratings become a predikat" }, basis: "PermenPANRB 6/2022 Lampiran BAB IV huruf B angka 3" },
  { label: { id: "Lima nama predikat", en: "The five names of predikat" }, basis: "PermenPANRB 6/2022 Lampiran BAB IV huruf B angka 3" },
  { label: { id: "Tiga rating: di atas, sesuai, di bawah ekspektasi", en: "Three ratings: above, as, under expectation" }, basis: "PermenPANRB 6/2022 Pasal 23 ayat (2)" },
  { label: { id: "Dua tanda tangan pada dokumen evaluasi", en: "Two signatures on the document" }, basis: "PermenPANRB 6/2022 Lampiran BAB V huruf A" },
  { label: { id: "Keberatan 14 hari kerja, putusan 7 hari kerja", en: "Keberatan within 14 working days, decided within 7" }, basis: "PermenPANRB 6/2022 Lampiran BAB V huruf B" },
  { label: { id: `${PERILAKU.length} perilaku BerAKHLAK`, en: `${PERILAKU.length} BerAKHLAK behaviours` }, basis: "PermenPANRB 6/2022 Pasal 10 ayat (3)" },
  { label: { id: `Hasil rekan tidak pernah dari kurang ${FEWEST_ANSWERS} jawaban`, en: `Colleagues' results never from fewer than ${FEWEST_ANSWERS} answers` }, basis: "Teraju" },
  { label: { id: "e-Kinerja BKN tetap sistem resmi", en: "e-Kinerja BKN stays the official system" }, basis: "PermenPANRB 6/2022" },
];
