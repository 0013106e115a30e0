/** The closed lists of words that law, database, contract and screen share. Order is the order of the text. */

/** Predikat kinerja Pegawai (PermenPANRB 6/2022 Lampiran BAB IV.B.3), best first. */
export const PREDIKAT = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] as const;
export type Predikat = (typeof PREDIKAT)[number];

/** Predikat capaian kinerja organisasi (Lampiran BAB IV.B.1.a), best first. */
export const PREDIKAT_ORGANISASI = ["istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] as const;
export type PredikatOrganisasi = (typeof PREDIKAT_ORGANISASI)[number];

/** Rating of hasil kerja and of perilaku kerja, best first. */
export const EKSPEKTASI = ["di_atas", "sesuai", "di_bawah"] as const;
export type Ekspektasi = (typeof EKSPEKTASI)[number];

/** The seven values of ASN, BerAKHLAK (Pasal 10 ayat 3). */
export const PERILAKU = ["berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"] as const;
export type Perilaku = (typeof PERILAKU)[number];

/**
 * Panduan perilaku, word for word from Pasal 10 ayat (3). In "akuntabel" the article lacks the comma after
 * "bertanggung jawab"; Format A.1.1 and C.1.1 print it, and so do we.
 */
export const PANDUAN_PERILAKU = {
  berorientasi_pelayanan: [
    "memahami dan memenuhi kebutuhan masyarakat",
    "ramah, cekatan, solutif, dan dapat diandalkan",
    "melakukan perbaikan tiada henti",
  ],
  akuntabel: [
    "melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
    "menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
    "tidak menyalahgunakan kewenangan jabatan",
  ],
  kompeten: [
    "meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
    "membantu orang lain belajar",
    "melaksanakan tugas dengan kualitas terbaik",
  ],
  harmonis: [
    "menghargai setiap orang apapun latar belakangnya",
    "suka menolong orang lain",
    "membangun lingkungan kerja yang kondusif",
  ],
  loyal: [
    "memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun 1945, setia kepada Negara Kesatuan Republik Indonesia serta pemerintahan yang sah",
    "menjaga nama baik sesama aparatur sipil negara, Pimpinan, instansi, dan negara",
    "menjaga rahasia jabatan dan negara",
  ],
  adaptif: [
    "cepat menyesuaikan diri menghadapi perubahan",
    "terus berinovasi dan mengembangkan kreativitas",
    "bertindak proaktif",
  ],
  kolaboratif: [
    "memberi kesempatan kepada berbagai pihak untuk berkontribusi",
    "terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
    "menggerakkan pemanfaatan berbagai sumberdaya untuk tujuan bersama",
  ],
} as const satisfies Record<Perilaku, readonly [string, string, string]>;

/** Aspek of an indicator of pejabat administrasi and fungsional (Pasal 9 ayat 2). */
export const ASPEK = ["kuantitas", "kualitas", "waktu", "biaya"] as const;
export type Aspek = (typeof ASPEK)[number];

/** Perspektif of an indicator of JPT and pimpinan unit kerja mandiri (Lampiran BAB II.A.2, p. 29). */
export const PERSPEKTIF = ["penerima_layanan", "proses_bisnis", "penguatan_internal", "anggaran"] as const;
export type Perspektif = (typeof PERSPEKTIF)[number];

export const PRIORITAS = ["utama", "tambahan"] as const;
export type Prioritas = (typeof PRIORITAS)[number];

/** How indicators and targets are worded (Pasal 9 ayat 3). */
export const PENDEKATAN = ["kuantitatif", "kualitatif"] as const;
export type Pendekatan = (typeof PENDEKATAN)[number];

/** How an indicator's realisasi is given: a number, numerator and denominator, or words. */
export const JENIS_INDIKATOR = ["angka", "rasio", "uraian"] as const;
export type JenisIndikator = (typeof JENIS_INDIKATOR)[number];

/** Direction of a target: more is better, less is better, inside a range. */
export const ARAH = ["maks", "min", "rentang"] as const;
export type Arah = (typeof ARAH)[number];

/** Kinds of evaluation period (Pasal 24 ayat 2; Pasal 25). */
export const PERIODE_KIND = ["bulanan", "triwulanan", "tahunan"] as const;
export type PeriodeKind = (typeof PERIODE_KIND)[number];

/** How a pegawai gives the signed document back: *menolak menandatangani* is an answer too. */
export const PENGEMBALIAN_ANSWER = ["setuju", "menolak_menandatangani"] as const;
export type PengembalianAnswer = (typeof PENGEMBALIAN_ANSWER)[number];

/** One state per person and month; all but the first leave the denominator and are never late. */
export const KEWAJIBAN = ["wajib_lapor", "cuti", "tugas_belajar", "belum_mulai", "tidak_ada_target", "tidak_tercatat"] as const;
export type Kewajiban = (typeof KEWAJIBAN)[number];

/** The penilai's word on one row of a monthly report. */
export const VERDICT = ["terima", "minta_perbaikan", "bahas_di_rapat"] as const;
export type Verdict = (typeof VERDICT)[number];

export const UMPAN_BALIK_NADA = ["positif", "netral", "negatif"] as const;
export type UmpanBalikNada = (typeof UMPAN_BALIK_NADA)[number];

export const UMPAN_BALIK_STATUS = ["diminta", "diberikan"] as const;
export type UmpanBalikStatus = (typeof UMPAN_BALIK_STATUS)[number];

/** Roles by dated assignment, city-wide but for `admin_opd`, which is for one OPD; every other right follows from relations. */
export const ROLES = ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "wali_kota", "auditor", "admin_teknis", "admin_opd"] as const;
export type Role = (typeof ROLES)[number];

/** Pegawai ASN (Pasal 1 angka 1). */
export const JENIS_PEGAWAI = ["pns", "pppk"] as const;
export type JenisPegawai = (typeof JENIS_PEGAWAI)[number];

/** `kepala_daerah` is no ASN post; it stands here because it leads the city's tree. */
export const JENIS_JABATAN = ["jpt_pratama", "administrator", "pengawas", "pelaksana", "fungsional", "kepala_daerah"] as const;
export type JenisJabatan = (typeof JENIS_JABATAN)[number];

export const PENEMPATAN_KIND = ["definitif", "plt", "plh"] as const;
export type PenempatanKind = (typeof PENEMPATAN_KIND)[number];

/** Why somebody does not work for a time. The last two plan no SKP (PermenPANRB 6/2022 Lampiran BAB II huruf C angka 8). */
export const ABSENCE_KIND = ["cuti", "tugas_belajar", "diberhentikan_sementara", "masa_persiapan_pensiun"] as const;
export type AbsenceKind = (typeof ABSENCE_KIND)[number];

/** Kinds of cuti (PP 11/2017 Pasal 310); `cltn`: di luar tanggungan negara. */
export const CUTI = ["tahunan", "besar", "sakit", "melahirkan", "alasan_penting", "bersama", "cltn"] as const;
export type Cuti = (typeof CUTI)[number];

/** Parts of the lampiran SKP (Pasal 11, 12, 13). */
export const LAMPIRAN_KIND = ["sumber_daya", "pertanggungjawaban", "konsekuensi"] as const;
export type LampiranKind = (typeof LAMPIRAN_KIND)[number];

export const EVIDENCE_KIND = ["file", "link", "register"] as const;
export type EvidenceKind = (typeof EVIDENCE_KIND)[number];

/** What is rated (Pasal 23 ayat 2). */
export const ASPECT = ["hasil_kerja", "perilaku"] as const;
export type Aspect = (typeof ASPECT)[number];

export const UNIT_KIND = ["kota", "opd", "kecamatan", "bidang", "subbagian", "upt", "puskesmas", "sekolah"] as const;
export type UnitKind = (typeof UNIT_KIND)[number];

export const HARI_KHUSUS = ["libur", "pengganti"] as const;
export type HariKhusus = (typeof HARI_KHUSUS)[number];

export const MONTHLY_REPORT_STATUS = ["draft", "submitted", "returned", "checked", "closed_unreviewed"] as const;
export type MonthlyReportStatus = (typeof MONTHLY_REPORT_STATUS)[number];

export const SKP_STATUS = ["draft", "proposed", "returned", "set", "superseded"] as const;
export type SkpStatus = (typeof SKP_STATUS)[number];

/** "Atasan saya salah": asked, then carried out, declined or taken back. */
export const PENILAI_CORRECTION_STATUS = ["open", "accepted", "declined", "withdrawn"] as const;
export type PenilaiCorrectionStatus = (typeof PENILAI_CORRECTION_STATUS)[number];

/** Why a keberatan is handed to the next above. */
export const ALIH_ATASAN = ["berhalangan", "benturan_kepentingan"] as const;
export type AlihAtasan = (typeof ALIH_ATASAN)[number];

/** Rapat kalibrasi, and the three parts of its agenda in their order. */
export const KALIBRASI_STATUS = ["open", "closed"] as const;
export type KalibrasiStatus = (typeof KALIBRASI_STATUS)[number];
export const KALIBRASI_BAGIAN = ["patokan", "penilai", "perbatasan"] as const;
export type KalibrasiBagian = (typeof KALIBRASI_BAGIAN)[number];
/** What the penilai says to a proposal of the rapat kalibrasi. */
export const KALIBRASI_JAWABAN = ["diterima", "ditolak"] as const;
export type KalibrasiJawaban = (typeof KALIBRASI_JAWABAN)[number];

export const APPRAISAL_STATUS = ["draft", "final"] as const;
export type AppraisalStatus = (typeof APPRAISAL_STATUS)[number];

/** Kinds of a signal of the page Kewajaran penilaian. There is none about collusion of persons: it is prevented, not guessed. */
export const SIGNAL_KIND = ["supervisor_severity", "person_residual", "declared_relations", "group_difference", "after_keberatan"] as const;
export type SignalKind = (typeof SIGNAL_KIND)[number];

/** What people found a signal to be; a statistic never closes one. */
export const SIGNAL_OUTCOME = ["dijelaskan", "nilai_diubah_atasan", "dilanjutkan"] as const;
export type SignalOutcome = (typeof SIGNAL_OUTCOME)[number];

/** Attributes by which groups are compared. */
export const GROUP_ATTRIBUTE = ["jenis_kelamin", "usia", "status", "pegawai_baru", "kembali_cuti"] as const;
export type GroupAttribute = (typeof GROUP_ATTRIBUTE)[number];
/** States of a rapat evaluasi bulanan. `ended`: held, its notulen a draft; `signed`: the notulen is immutable. */
export const MEETING_STATUS = ["planned", "running", "ended", "signed", "cancelled"] as const;
export type MeetingStatus = (typeof MEETING_STATUS)[number];

/** Attendance of a rapat; why somebody is away is private. Nobody is absent by default: unconfirmed is no accusation. */
export const KEHADIRAN = ["belum_dikonfirmasi", "hadir", "izin", "sakit", "cuti", "dinas_luar", "dinas_jaga"] as const;
export type Kehadiran = (typeof KEHADIRAN)[number];

/** How attendance became known: own phone, own phone by the code on the first slide, who leads or takes the minutes, or a meeting held on paper. */
export const KEHADIRAN_VIA = ["ponsel", "qr", "pemimpin", "kertas"] as const;
export type KehadiranVia = (typeof KEHADIRAN_VIA)[number];

/** Parts of the agenda in their order; who asked for a private dialogue stands beside it, on no screen of the room. */
export const AGENDA_BAGIAN = ["tindak_lanjut", "perlu_dibahas", "lainnya", "dialog_pribadi"] as const;
export type AgendaBagian = (typeof AGENDA_BAGIAN)[number];

/** Why an item stands where it does; an item may have several. */
export const AGENDA_ALASAN = [
  "tindak_lanjut_lewat", "tindak_lanjut", "ditunda", "bahas_pegawai", "bahas_penilai", "target_meleset", "minta_bantuan", "keberhasilan",
  "kendala", "belum_lapor", "tidak_wajib_lapor", "tanpa_catatan", "keberhasilan_penyeimbang", "minta_dialog_pribadi",
] as const;
export type AgendaAlasan = (typeof AGENDA_ALASAN)[number];

/** What one slide, and one line of the agenda, is. `closing` shows the decisions just taken. */
export const AGENDA_KIND = ["opening", "promises", "person", "unit", "closing"] as const;
export type AgendaKind = (typeof AGENDA_KIND)[number];

/** Where a line of the agenda stands in the room. */
export const AGENDA_STATUS = ["menunggu", "sedang", "selesai", "ditunda"] as const;
export type AgendaStatus = (typeof AGENDA_STATUS)[number];

/** What happens in a rapat, as its stream says it. */
export const MEETING_EVENT = ["started", "slide", "blank", "timer", "attendance", "decision", "deferred", "speaker", "taken_over", "applause", "question", "finished", "agenda"] as const;
export type MeetingEventKind = (typeof MEETING_EVENT)[number];

/** States of a tindak lanjut rapat. Closed by evidence (`selesai`) or by a decision with a reason (`dibatalkan`). */
export const TINDAK_LANJUT_STATUS = ["terbuka", "selesai", "dibatalkan"] as const;
export type TindakLanjutStatus = (typeof TINDAK_LANJUT_STATUS)[number];

/** The owner's answer in a month's report. */
export const TINDAK_LANJUT_JAWABAN = ["sudah", "sebagian", "belum"] as const;
export type TindakLanjutJawaban = (typeof TINDAK_LANJUT_JAWABAN)[number];

/** Whose promise it is: a person's goes along when they move, a unit's stays with the unit. */
export const TINDAK_LANJUT_PEMILIK = ["pribadi", "unit"] as const;
export type TindakLanjutPemilik = (typeof TINDAK_LANJUT_PEMILIK)[number];

/** Where a notulen stands: words may be edited, one has signed, both have. */
export const NOTULEN_STATUS = ["draft", "half_signed", "signed"] as const;
export type NotulenStatus = (typeof NOTULEN_STATUS)[number];

/** A keberatan from its filing to the atasan's decision. */
export const KEBERATAN_STATUS = ["filed", "explained", "decided"] as const;
export type KeberatanStatus = (typeof KEBERATAN_STATUS)[number];

/** What the atasan may decide on it (Lampiran BAB V.B.5). */
export const PUTUSAN = ["menguatkan", "mengubah"] as const;
export type Putusan = (typeof PUTUSAN)[number];

/** As whom a result was set: by the penilai, by the atasan in place of a late penilai, or by the atasan deciding a keberatan. */
export const SEBAGAI = ["penilai", "atasan", "pemutus_keberatan"] as const;
export type Sebagai = (typeof SEBAGAI)[number];

/** Pangkat of PNS by golongan/ruang. PPPK have golongan I–XVII without a pangkat. */
export const PANGKAT = {
  "I/a": "Juru Muda", "I/b": "Juru Muda Tingkat I", "I/c": "Juru", "I/d": "Juru Tingkat I",
  "II/a": "Pengatur Muda", "II/b": "Pengatur Muda Tingkat I", "II/c": "Pengatur", "II/d": "Pengatur Tingkat I",
  "III/a": "Penata Muda", "III/b": "Penata Muda Tingkat I", "III/c": "Penata", "III/d": "Penata Tingkat I",
  "IV/a": "Pembina", "IV/b": "Pembina Tingkat I", "IV/c": "Pembina Utama Muda", "IV/d": "Pembina Utama Madya", "IV/e": "Pembina Utama",
} as const;

/** Of the angka kredit of a year: its conversion, the sum up to it, and the PAK (Peraturan BKN 3/2023). */
export const ANGKA_KREDIT_KIND = ["konversi_angka_kredit", "akumulasi_angka_kredit", "penetapan_angka_kredit"] as const;

/**
 * The official documents of one pegawai: the SKP with its lampiran, pendokumentasian kinerja, the record of umpan balik, hasil evaluasi,
 * and the dokumen evaluasi that is reported to the PyB, in the order of the annex; then those of angka kredit.
 */
export const DOCUMENT_KIND = ["skp", "pendokumentasian", "rekaman_umpan_balik", "hasil_evaluasi", "dokumen_evaluasi", ...ANGKA_KREDIT_KIND] as const;
export type DocumentKind = (typeof DOCUMENT_KIND)[number];

/** Records of a period that are signed by an act of their own: the other documents of the list are signed by the act that makes them. */
export const RECORD_KIND = ["pendokumentasian", "rekaman_umpan_balik"] as const satisfies readonly DocumentKind[];
export type RecordKind = (typeof RECORD_KIND)[number];
/** Who stands under a form. `pembimbing`: the pimpinan, or who was given the task of guiding; `penetap`: who sets a PAK. */
export const PENANDATANGAN = ["pegawai", "penilai", "atasan", "pembimbing", "penetap", "konselor"] as const;
export type Penandatangan = (typeof PENANDATANGAN)[number];
/** Those of them that a record has. */
export const PENANDATANGAN_REKAMAN = ["pegawai", "penilai"] as const satisfies readonly Penandatangan[];
export type PenandatanganRekaman = (typeof PENANDATANGAN_REKAMAN)[number];

/** All that is printed with a code to check; `pembinaan` (Formats B.1.6 to B.1.10) is its few readers' alone and listed with the plan. */
export const PRINTED_KIND = [...DOCUMENT_KIND, "pembinaan"] as const;
export type PrintedKind = (typeof PRINTED_KIND)[number];

/** Formats of the annex that are printed; A.1.8 always goes with the SKP. The last three are those of Peraturan BKN 3/2023. */
export const FORMAT = [
  "A.1.1", "A.1.2", "A.1.6", "A.1.7", "A.1.8", "B.1.2", "B.1.3", "B.1.4", "B.1.5", "B.1.6", "B.1.7", "B.1.8", "B.1.9", "B.1.10", "C.1.1", "C.1.2", "C.1.3", "D.1.1", "D.1.2", "D.1.3", "KONVERSI", "AKUMULASI", "PAK", "KONSELING",
] as const;
export type Format = (typeof FORMAT)[number];

/** How a job gives its documents: one file for each in a zip, all in one PDF, or their rows in a workbook. */
export const PACKAGING = ["zip", "merged", "xlsx"] as const;
export type Packaging = (typeof PACKAGING)[number];
export const DOCUMENT_JOB_STATUS = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type DocumentJobStatus = (typeof DOCUMENT_JOB_STATUS)[number];

/** How the shares of the pola become whole people; the circular does not say. */
export const PEMBULATAN_POLA = ["ketat", "terdekat"] as const;
export type PembulatanPola = (typeof PEMBULATAN_POLA)[number];

/** The three groups by which posts of ASN are counted. */
export const RUMPUN_JABATAN = ["guru", "kesehatan", "teknis"] as const;
export type RumpunJabatan = (typeof RUMPUN_JABATAN)[number];
/** How often work is documented. "impor": achievements come from a list now and then, nobody types them day by day. */
export const RITME = ["harian", "mingguan", "bulanan", "impor"] as const;
export type Ritme = (typeof RITME)[number];
