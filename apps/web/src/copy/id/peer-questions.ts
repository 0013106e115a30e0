/**
 * The seven questions of umpan balik rekan: one for each value of BerAKHLAK, with four levels that can be seen.
 * Grounded on the panduan perilaku of PermenPANRB 6/2022 Pasal 10 ayat (3), and on the ladder of the rating guide (Lampiran BAB IV.B.3,
 * p. 98 and 102): not yet consistent, consistent for oneself, consistent and guarding it in the unit. Level 3 is what is expected of
 * everybody; level 4 goes beyond the person. The sentences tell what happens, not what somebody is like.
 */
export const peerQuestions = {
  perilaku: {
    berorientasi_pelayanan: {
      question: "Saat warga atau rekan membutuhkan bantuannya",
      levels: [
        "Permintaan sering tidak dijawab.",
        "Permintaan dijawab, tetapi sering perlu diingatkan.",
        "Permintaan dijawab dengan ramah sampai selesai.",
        "Selesai dengan ramah, dan cara melayani di unit ikut dibenahi.",
      ],
    },
    akuntabel: {
      question: "Saat mengerjakan tugas dan memakai barang kantor",
      levels: [
        "Tugas sering tidak selesai, dan sebabnya tidak jelas.",
        "Tugas selesai, tetapi sering lewat waktu atau kurang cermat.",
        "Tugas selesai cermat dan tepat waktu. Barang kantor dirawat.",
        "Cermat dan tepat waktu, dan kesalahan di unit ikut dicegah.",
      ],
    },
    kompeten: {
      question: "Saat ada hal baru yang perlu dikuasai",
      levels: [
        "Kesalahan yang sama sering terulang.",
        "Belajar jika diminta. Mutu kerja naik turun.",
        "Belajar atas kemauan sendiri. Mutu kerja terjaga.",
        "Mutu kerja terjaga, dan rekan dibantu belajar.",
      ],
    },
    harmonis: {
      question: "Saat berhadapan dengan orang yang berbeda",
      levels: [
        "Kata-katanya sering menyinggung orang lain.",
        "Sopan kepada sebagian orang saja.",
        "Menghargai setiap orang, dan mau menolong.",
        "Menghargai, menolong, dan ikut menjaga suasana unit.",
      ],
    },
    loyal: {
      question: "Saat memegang data dan nama baik kantor",
      levels: [
        "Data kantor sering dibuka kepada yang tidak berhak.",
        "Data dijaga, tetapi kadang dibicarakan sembarangan.",
        "Rahasia jabatan dan nama baik kantor dijaga.",
        "Dijaga, dan rekan diingatkan dengan cara yang baik.",
      ],
    },
    adaptif: {
      question: "Saat cara kerja berubah",
      levels: [
        "Cara baru ditolak tanpa dicoba.",
        "Cara baru dicoba setelah didesak.",
        "Cepat menyesuaikan diri, dan mencari jalan keluar.",
        "Memberi gagasan, dan rekan dibantu berubah.",
      ],
    },
    kolaboratif: {
      question: "Saat bekerja bersama orang lain",
      levels: [
        "Informasi yang dibutuhkan rekan sering ditahan.",
        "Bekerja sama jika diminta.",
        "Terbuka berbagi, dan menepati bagiannya.",
        "Terbuka berbagi, dan mengajak pihak lain ikut serta.",
      ],
    },
  },
  /** What a level means over all seven, for results. */
  levels: ["belum terlihat", "kadang terlihat", "konsisten", "konsisten dan menular"],
  unknown: "Tidak cukup mengenal",
  guide: "Panduan perilaku",
  guideSource: "PermenPANRB 6/2022, Pasal 10 ayat (3)",
} as const;
