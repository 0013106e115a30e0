/**
 * The instrument of umpan balik rekan: one question for each value of BerAKHLAK, with four levels that can be seen, lowest first.
 * Grounded on the panduan perilaku of PermenPANRB 6/2022 Pasal 10 ayat (3), and on the ladder of the rating guide (Lampiran BAB IV.B.3,
 * p. 98 and 102): not yet consistent, consistent for oneself, consistent and guarding it in the unit. Level 3 is what is expected of
 * everybody; level 4 goes beyond the person. The sentences tell what happens, not what somebody is like.
 */
import type { Perilaku } from "./vocabulary.ts";

/** The level that is expected of everybody: a mean shown wholly below it is something to work on. */
export const TINGKAT_DIHARAPKAN = 3;

/** The same words in both languages of the screen. */
export type Bilingual = { readonly id: string; readonly en: string };
export type PeerQuestion = { readonly question: Bilingual; readonly levels: readonly [Bilingual, Bilingual, Bilingual, Bilingual] };

export const PEER_INSTRUMENT: Readonly<Record<Perilaku, PeerQuestion>> = {
  berorientasi_pelayanan: {
    question: { id: "Saat warga atau rekan membutuhkan bantuannya", en: "When a citizen or a colleague needs their help" },
    levels: [
      { id: "Permintaan sering tidak dijawab.", en: "Requests often get no answer." },
      { id: "Permintaan dijawab, tetapi sering perlu diingatkan.", en: "Requests are answered, but often after a reminder." },
      { id: "Permintaan dijawab dengan ramah sampai selesai.", en: "Requests are answered kindly, to the end." },
      { id: "Selesai dengan ramah, dan cara melayani di unit ikut dibenahi.", en: "Kindly and to the end, and the unit's service gets better with it." },
    ],
  },
  akuntabel: {
    question: { id: "Saat mengerjakan tugas dan memakai barang kantor", en: "When doing their tasks and using what the office owns" },
    levels: [
      { id: "Tugas sering tidak selesai, dan sebabnya tidak jelas.", en: "Tasks are often not finished, and it is not clear why." },
      { id: "Tugas selesai, tetapi sering lewat waktu atau kurang cermat.", en: "Tasks are finished, but often late or without care." },
      { id: "Tugas selesai cermat dan tepat waktu. Barang kantor dirawat.", en: "Tasks are finished with care and on time. Office property is looked after." },
      { id: "Cermat dan tepat waktu, dan kesalahan di unit ikut dicegah.", en: "With care and on time, and the unit's mistakes are prevented too." },
    ],
  },
  kompeten: {
    question: { id: "Saat ada hal baru yang perlu dikuasai", en: "When there is something new to master" },
    levels: [
      { id: "Kesalahan yang sama sering terulang.", en: "The same mistakes come back often." },
      { id: "Belajar jika diminta. Mutu kerja naik turun.", en: "Learns when asked to. The quality of work goes up and down." },
      { id: "Belajar atas kemauan sendiri. Mutu kerja terjaga.", en: "Learns of their own accord. The quality of work holds." },
      { id: "Mutu kerja terjaga, dan rekan dibantu belajar.", en: "The quality of work holds, and colleagues are helped to learn." },
    ],
  },
  harmonis: {
    question: { id: "Saat berhadapan dengan orang yang berbeda", en: "When dealing with people who are different" },
    levels: [
      { id: "Kata-katanya sering menyinggung orang lain.", en: "Their words often hurt others." },
      { id: "Sopan kepada sebagian orang saja.", en: "Polite to some people only." },
      { id: "Menghargai setiap orang, dan mau menolong.", en: "Respects everyone, and is ready to help." },
      { id: "Menghargai, menolong, dan ikut menjaga suasana unit.", en: "Respects, helps, and keeps the mood of the unit good." },
    ],
  },
  loyal: {
    question: { id: "Saat memegang data dan nama baik kantor", en: "When trusted with the office's data and good name" },
    levels: [
      { id: "Data kantor sering dibuka kepada yang tidak berhak.", en: "Office data is often shown to people who have no right to it." },
      { id: "Data dijaga, tetapi kadang dibicarakan sembarangan.", en: "Data is kept, but sometimes talked about carelessly." },
      { id: "Rahasia jabatan dan nama baik kantor dijaga.", en: "Official secrets and the office's good name are kept." },
      { id: "Dijaga, dan rekan diingatkan dengan cara yang baik.", en: "They are kept, and colleagues are reminded in a good way." },
    ],
  },
  adaptif: {
    question: { id: "Saat cara kerja berubah", en: "When ways of working change" },
    levels: [
      { id: "Cara baru ditolak tanpa dicoba.", en: "New ways are refused without a try." },
      { id: "Cara baru dicoba setelah didesak.", en: "New ways are tried when pressed." },
      { id: "Cepat menyesuaikan diri, dan mencari jalan keluar.", en: "Adapts quickly, and looks for a way." },
      { id: "Memberi gagasan, dan rekan dibantu berubah.", en: "Brings ideas, and helps colleagues to change." },
    ],
  },
  kolaboratif: {
    question: { id: "Saat bekerja bersama orang lain", en: "When working together with others" },
    levels: [
      { id: "Informasi yang dibutuhkan rekan sering ditahan.", en: "Information that colleagues need is often held back." },
      { id: "Bekerja sama jika diminta.", en: "Works together when asked." },
      { id: "Terbuka berbagi, dan menepati bagiannya.", en: "Shares openly, and does their part." },
      { id: "Terbuka berbagi, dan mengajak pihak lain ikut serta.", en: "Shares openly, and brings others in." },
    ],
  },
};

/** One written case that all rate before the period: `reference` is the level that the panel of this text's authors gives, `why` says by what. */
export type WarmUpCase = { readonly perilaku: Perilaku; readonly story: Bilingual; readonly reference: 1 | 2 | 3 | 4; readonly why: Bilingual };

/** Four fixed cases, the same each year so that a drift can be seen; each level is the reference once. All are invented. */
export const WARM_UP_CASES: readonly [WarmUpCase, WarmUpCase, WarmUpCase, WarmUpCase] = [
  {
    perilaku: "berorientasi_pelayanan",
    story: {
      id: "Petugas loket menerima dua puluh berkas dalam sebulan. Enam pemohon harus datang lagi untuk menanyakan berkasnya. Setelah ditanya, berkas selesai hari itu juga.",
      en: "A counter officer takes in twenty files in a month. Six applicants have to come back and ask about theirs. Once asked, each file is done the same day.",
    },
    reference: 2,
    why: { id: "Permintaan dijawab, tetapi sering baru setelah diingatkan.", en: "Requests are answered, but often only after a reminder." },
  },
  {
    perilaku: "akuntabel",
    story: {
      id: "Pengurus barang mencatat setiap barang keluar pada hari yang sama. Laporan bulanan selesai dua hari sebelum batas. Pemeriksaan tidak menemukan selisih.",
      en: "A storekeeper records whatever leaves the store on the same day. The monthly report is ready two days early. A check finds no difference.",
    },
    reference: 3,
    why: { id: "Tugasnya sendiri cermat dan tepat waktu. Cerita ini belum menyebut unit.", en: "Their own task is careful and on time. The case says nothing of the unit yet." },
  },
  {
    perilaku: "kompeten",
    story: {
      id: "Seorang perawat mempelajari formulir baru, lalu membuat contoh isian. Tiga rekan memakai contoh itu. Kesalahan isian di ruangan turun.",
      en: "A nurse studies a new form and writes an example of it. Three colleagues use the example. Mistakes on the ward's forms go down.",
    },
    reference: 4,
    why: { id: "Mutu kerja terjaga, dan rekan ikut belajar.", en: "The quality of work holds, and colleagues learn with it." },
  },
  {
    perilaku: "kolaboratif",
    story: {
      id: "Seksi lain tiga kali meminta data untuk laporan bersama. Data itu ada. Data baru diberikan setelah batas laporan lewat, tanpa alasan.",
      en: "Another section asks three times for data for a joint report. The data is there. It is handed over only after the deadline, without a reason.",
    },
    reference: 1,
    why: { id: "Informasi yang dibutuhkan ditahan, lebih dari sekali.", en: "Information that was needed was held back, more than once." },
  },
];
