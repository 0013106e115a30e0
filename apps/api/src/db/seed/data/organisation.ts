/**
 * The demo city's organisation: 24 SKPK and 5 kecamatan of Kota Langsa, invented where public sources end.
 * Names follow the reported merger to 24 perangkat daerah (rules §7, medium confidence: Langsa's final list was not found);
 * bidang, head counts, puskesmas, instalasi and the numbers of schools are plausible inventions, not the city's own data.
 */
import { nilai, palingBanyak, persen, type Measure } from "./skp-data.ts";

export type Jenis = "jpt_pratama" | "administrator" | "pengawas" | "pelaksana" | "fungsional";
/** `official` names a post of Anak Lampiran 3, `family` a job family; exactly one of the two governs its SKP. */
export type PostData = { name: string; jenis: Jenis; jenjang: string | null; family: string; count: number; isPppk?: boolean };
export type UnitData = {
  code: string;
  name: string;
  short: string;
  kind: "opd" | "kecamatan" | "bidang" | "subbagian" | "upt" | "puskesmas" | "sekolah";
  head: Omit<PostData, "count">;
  posts: readonly PostData[];
  children: readonly UnitData[];
};
/** What a department is for: the first utama result of its head. */
export type OutcomeData = { text: string; indikator: string; measure: Measure };

const PELAKSANA = /^(Pengadministrasi|Pengelola|Penata|Operator|Pengolah|Penelaah|Petugas|Sopir|Pengemudi|Pramu|Penjaga|Bendahara|Teknisi)/;
const JENJANG: readonly (readonly [RegExp, string])[] = [
  [/Ahli Utama$/, "ahli_utama"], [/Ahli Madya$/, "ahli_madya"], [/Ahli Muda$/, "ahli_muda"], [/Ahli Pertama$/, "ahli_pertama"],
  [/Penyelia$/, "penyelia"], [/(Mahir|Pelaksana Lanjutan)$/, "mahir"], [/Terampil$/, "terampil"], [/Pemula$/, "pemula"],
];

const post = (name: string, family: string, count: number, isPppk = false): PostData => {
  const isPelaksana = PELAKSANA.test(name) && !/(Ahli|Terampil|Mahir|Penyelia|Pemula)/.test(name);
  return { name, family, count, isPppk, jenis: isPelaksana ? "pelaksana" : "fungsional", jenjang: JENJANG.find(([pattern]) => pattern.test(name))?.[1] ?? null };
};
const head = (name: string, jenis: Jenis, family: string, jenjang: string | null = null): UnitData["head"] => ({ name, jenis, jenjang, family });

/** A functional family at two or three levels with its assistants, as most bidang have. */
const team = (title: string, family: string, muda: number, pertama: number, pelaksana: number): PostData[] => [
  post(`${title} Ahli Muda`, family, muda), post(`${title} Ahli Pertama`, family, pertama), post("Penelaah Teknis Kebijakan", family, Math.ceil(pelaksana / 2)),
  post("Pengolah Data dan Informasi", "operator_umum", Math.floor(pelaksana / 2), true),
].filter((one) => one.count > 0);

/** Sekretariat with two subbagian: every department has one. */
function sekretariat(code: string, staff: number): UnitData {
  const half = Math.max(2, Math.round(staff / 2));
  return {
    code: `${code}-SEK`, name: "Sekretariat", short: "Sekretariat", kind: "bidang", head: head("Sekretaris", "administrator", "sekretaris"),
    posts: [post("Perencana Ahli Muda", "perencana", 1), post("Analis Keuangan Ahli Pertama", "analis_keuangan", 1), post("Arsiparis Terampil", "arsiparis", 1)],
    children: [
      { code: `${code}-UMP`, name: "Subbagian Umum dan Kepegawaian", short: "Umum dan Kepegawaian", kind: "subbagian", head: head("Kepala Subbagian Umum dan Kepegawaian", "pengawas", "kasubbag"),
        posts: [post("Pengelola Kepegawaian", "pengelola_kepegawaian", 1), post("Pengadministrasi Perkantoran", "operator_umum", half, true), post("Pengemudi", "operator_umum", 1, true)], children: [] },
      { code: `${code}-KEU`, name: "Subbagian Keuangan", short: "Keuangan", kind: "subbagian", head: head("Kepala Subbagian Keuangan", "pengawas", "kasubbag"),
        posts: [post("Bendahara Pengeluaran", "bendahara", 1), post("Penata Laporan Keuangan", "bendahara", Math.max(1, half - 2)), post("Pengelola Barang Milik Daerah", "operator_umum", 1, true)], children: [] },
    ],
  };
}

type BidangData = readonly [name: string, posts: readonly PostData[], children?: readonly UnitData[]];
function bidang(code: string, list: readonly BidangData[], title = "Kepala Bidang", prefix = "Bidang"): UnitData[] {
  return list.map(([name, posts, children = []], at) => ({
    code: `${code}-B${at + 1}`, name: `${prefix} ${name}`, short: name, kind: "bidang", head: head(`${title} ${name}`, "administrator", "kabid"), posts, children,
  }));
}
function opd(code: string, name: string, short: string, headName: string, staff: number, list: readonly BidangData[], title?: string, prefix?: string): UnitData {
  return { code, name, short, kind: "opd", head: head(headName, "jpt_pratama", `kepala:${code}`), posts: [], children: [sekretariat(code, staff), ...bidang(code, list, title, prefix)] };
}

const upt = (code: string, name: string, headPost: string, posts: readonly PostData[], headFamily = "kasubbag"): UnitData =>
  ({ code, name, short: name, kind: "upt", head: head(headPost, headFamily === "kasubbag" ? "pengawas" : "fungsional", headFamily, headFamily === "kasubbag" ? null : "ahli_muda"), posts, children: [] });

const bagian = (code: string, name: string, posts: readonly PostData[]): UnitData =>
  ({ code, name: `Bagian ${name}`, short: name, kind: "bidang", head: head(`Kepala Bagian ${name}`, "administrator", "kabid"), posts, children: [] });
const asisten = (code: string, name: string, children: readonly UnitData[]): UnitData =>
  ({ code, name: `Asisten ${name}`, short: `Asisten ${name}`, kind: "bidang", head: head(`Asisten ${name}`, "jpt_pratama", "kabid"), posts: [], children });

const SETDA: UnitData = {
  code: "SETDA", name: "Sekretariat Daerah", short: "Setda", kind: "opd", head: head("Sekretaris Daerah", "jpt_pratama", "kepala:SETDA"), posts: [],
  children: [
    asisten("SETDA-A1", "Pemerintahan dan Kesejahteraan Rakyat", [
      bagian("SETDA-A1-1", "Pemerintahan", team("Analis Kebijakan", "analis_kebijakan", 3, 4, 6)),
      bagian("SETDA-A1-2", "Kesejahteraan Rakyat", team("Analis Kebijakan", "analis_kebijakan", 2, 3, 6)),
      bagian("SETDA-A1-3", "Hukum", team("Perancang Peraturan Perundang-undangan", "perancang_hukum", 3, 4, 4)),
    ]),
    asisten("SETDA-A2", "Perekonomian dan Pembangunan", [
      bagian("SETDA-A2-1", "Perekonomian", team("Analis Kebijakan", "analis_kebijakan", 2, 3, 4)),
      bagian("SETDA-A2-2", "Pengadaan Barang dan Jasa", team("Pengelola Pengadaan Barang dan Jasa", "pengadaan", 5, 7, 4)),
      bagian("SETDA-A2-3", "Administrasi Pembangunan", team("Perencana", "perencana", 2, 3, 4)),
    ]),
    asisten("SETDA-A3", "Administrasi Umum", [
      bagian("SETDA-A3-1", "Umum", [...team("Arsiparis", "arsiparis", 1, 2, 6), post("Pengadministrasi Perkantoran", "operator_umum", 12, true), post("Pengemudi", "operator_umum", 6, true)]),
      bagian("SETDA-A3-2", "Organisasi", team("Analis Kebijakan", "analis_kebijakan", 3, 3, 4)),
      bagian("SETDA-A3-3", "Protokol dan Komunikasi Pimpinan", team("Pranata Humas", "humas", 3, 4, 6)),
    ]),
  ],
};

/** The staff of one puskesmas; families with a plain name are posts of Anak Lampiran 3. */
const PUSKESMAS_POSTS: readonly PostData[] = [
  post("Penanggung Jawab UKP Kefarmasian dan Laboratorium", "penanggung_jawab_ukp", 1), post("Dokter Ahli Pertama", "dokter_puskesmas", 2), post("Dokter Gigi Ahli Pertama", "dokter_puskesmas", 1),
  post("Bidan Penyelia", "bidan_penyelia", 3), post("Bidan Mahir", "bidan_mahir", 5), post("Bidan Terampil", "bidan_terampil", 8, true),
  post("Perawat Ahli Pertama", "perawat_puskesmas", 3), post("Perawat Terampil", "perawat_puskesmas", 7, true), post("Nutrisionis Pelaksana Lanjutan", "nutrisionis", 2),
  post("Apoteker Ahli Pertama", "apoteker", 1), post("Asisten Apoteker Terampil", "asisten_apoteker", 2), post("Tenaga Sanitasi Lingkungan Terampil", "sanitarian", 2),
  post("Tenaga Promosi Kesehatan Ahli Pertama", "promkes", 2, true), post("Pranata Laboratorium Kesehatan Terampil", "pranata_lab", 2), post("Perekam Medis Terampil", "perekam_medis", 1),
];
function puskesmas(code: string, kecamatan: string): UnitData {
  return {
    code, name: `Puskesmas ${kecamatan}`, short: `Pusk. ${kecamatan}`, kind: "puskesmas", head: head("Kepala Puskesmas", "fungsional", "kepala_puskesmas", "ahli_muda"), posts: PUSKESMAS_POSTS,
    children: [{
      code: `${code}-TU`, name: "Subbagian Tata Usaha", short: "Tata Usaha", kind: "subbagian", head: head("Kepala Subbagian Tata Usaha", "pengawas", "kasubbag"),
      posts: [post("Petugas Loket", "petugas_loket", 4, true), post("Sopir Ambulans", "sopir_ambulans", 3, true), post("Pengadministrasi Perkantoran", "operator_umum", 4, true), post("Bendahara Puskesmas", "bendahara", 1)], children: [],
    }],
  };
}

export const KECAMATAN = ["Langsa Timur", "Langsa Barat", "Langsa Kota", "Langsa Lama", "Langsa Baro"] as const;

const DINKES: UnitData = {
  ...opd("DINKES", "Dinas Kesehatan", "Dinkes", "Kepala Dinas Kesehatan", 8, [
    ["Kesehatan Masyarakat", team("Administrator Kesehatan", "promkes", 4, 5, 4)],
    ["Pencegahan dan Pengendalian Penyakit", [...team("Epidemiolog Kesehatan", "sanitarian", 3, 5, 2), post("Entomolog Kesehatan Ahli Pertama", "sanitarian", 1)]],
    ["Pelayanan Kesehatan", team("Administrator Kesehatan", "promkes", 4, 4, 3)],
    ["Sumber Daya Kesehatan", [post("Apoteker Ahli Muda", "apoteker", 2), ...team("Administrator Kesehatan", "promkes", 2, 3, 4)]],
  ]),
  head: head("Kepala Dinas Kesehatan", "jpt_pratama", "kepala_dinas_kesehatan"),
};
const DINAS_KESEHATAN: UnitData = { ...DINKES, children: [...DINKES.children, ...KECAMATAN.map((name, at) => puskesmas(`DINKES-P${at + 1}`, name))] };

const ruangan = (code: string, name: string, perawat: number, other: readonly PostData[] = []): UnitData =>
  upt(code, name, `Kepala ${name}`, [post("Perawat Ahli Muda", "perawat", Math.ceil(perawat * 0.15)), post("Perawat Ahli Pertama", "perawat", Math.ceil(perawat * 0.35)), post("Perawat Terampil", "perawat", Math.floor(perawat * 0.5), true), ...other], "perawat");
const instalasi = (code: string, name: string, posts: readonly PostData[], family: string): UnitData => upt(code, name, `Kepala ${name}`, posts, family);

const RSUD: UnitData = opd("RSUD", "Rumah Sakit Umum Daerah Langsa", "RSUD", "Direktur RSUD", 20, [
  ["Pelayanan Medik", [post("Penelaah Teknis Kebijakan", "operator_umum", 4)], [
    instalasi("RSUD-I1", "Instalasi Gawat Darurat", [post("Dokter Ahli Pertama", "dokter", 9), post("Perawat Ahli Pertama", "perawat", 14), post("Perawat Terampil", "perawat", 8, true)], "dokter"),
    instalasi("RSUD-I2", "Instalasi Rawat Jalan", [post("Dokter Ahli Madya", "dokter", 6), post("Dokter Ahli Muda", "dokter", 14), post("Perawat Terampil", "perawat", 14)], "dokter"),
    instalasi("RSUD-I3", "Instalasi Bedah Sentral", [post("Dokter Ahli Muda", "dokter", 5), post("Penata Anestesi Terampil", "perawat", 4), post("Perawat Ahli Pertama", "perawat", 10)], "dokter"),
  ]],
  ["Keperawatan", [post("Perawat Ahli Madya", "perawat", 2)], [
    ruangan("RSUD-R1", "Ruang Rawat Inap Seulanga", 26), ruangan("RSUD-R2", "Ruang Rawat Inap Jeumpa", 26), ruangan("RSUD-R3", "Ruang Rawat Inap Anak", 24),
    ruangan("RSUD-R4", "Ruang Perawatan Intensif", 26), ruangan("RSUD-R5", "Ruang Bersalin dan Nifas", 6, [post("Bidan Ahli Pertama", "bidan_rs", 10), post("Bidan Terampil", "bidan_rs", 16, true)]),
    ruangan("RSUD-R6", "Ruang Perinatologi", 16, [post("Bidan Terampil", "bidan_rs", 6)]),
  ]],
  ["Penunjang", [post("Penelaah Teknis Kebijakan", "operator_umum", 3)], [
    instalasi("RSUD-I4", "Instalasi Farmasi", [post("Apoteker Ahli Pertama", "apoteker", 9), post("Asisten Apoteker Terampil", "asisten_apoteker", 14, true)], "apoteker"),
    instalasi("RSUD-I5", "Instalasi Laboratorium", [post("Pranata Laboratorium Kesehatan Mahir", "pranata_lab", 7), post("Pranata Laboratorium Kesehatan Terampil", "pranata_lab", 11, true)], "pranata_lab"),
    instalasi("RSUD-I6", "Instalasi Radiologi", [post("Radiografer Terampil", "pranata_lab", 9), post("Dokter Ahli Muda", "dokter", 2)], "pranata_lab"),
    instalasi("RSUD-I7", "Instalasi Rekam Medis", [post("Perekam Medis Mahir", "perekam_medis", 6), post("Perekam Medis Terampil", "perekam_medis", 10, true)], "perekam_medis"),
    instalasi("RSUD-I8", "Instalasi Gizi", [post("Nutrisionis Terampil", "promkes", 8), post("Pramu Saji", "operator_umum", 8, true)], "promkes"),
    instalasi("RSUD-I9", "Instalasi Kesehatan Lingkungan", [post("Tenaga Sanitasi Lingkungan Terampil", "sanitarian", 6)], "sanitarian"),
  ]],
]);

/** One school; the number of guru is set by the seed so that the city has exactly as many ASN as asked for. */
export const SCHOOLS = { sd: 56, smp: 14, guruPerSd: 14, guruPerSmp: 28 } as const;
export function school(level: "sd" | "smp", number: number): UnitData {
  const name = `${level === "sd" ? "SD" : "SMP"} Negeri ${number} Langsa`;
  const guru = level === "sd"
    ? [post("Guru Ahli Madya", "guru_sd", 2), post("Guru Ahli Muda", "guru_sd", 4), post("Guru Ahli Pertama", "guru_sd", 3), post("Guru Ahli Pertama", "guru_sd", 5, true)]
    : [post("Guru Ahli Madya", "guru_smp", 6), post("Guru Ahli Muda", "guru_smp", 8), post("Guru Ahli Pertama", "guru_smp", 6), post("Guru Ahli Pertama", "guru_smp", 8, true)];
  return {
    code: `DISDIK-${level.toUpperCase()}${String(number).padStart(2, "0")}`, name, short: name.replace(" Langsa", ""), kind: "sekolah",
    head: head("Kepala Sekolah", "fungsional", "kepala_sekolah", "ahli_madya"),
    posts: [...guru, post("Operator Layanan Operasional", "tata_usaha_sekolah", level === "sd" ? 1 : 3, true)], children: [],
  };
}

const DISDIK: UnitData = opd("DISDIK", "Dinas Pendidikan dan Kebudayaan", "Disdikbud", "Kepala Dinas Pendidikan dan Kebudayaan", 12, [
  ["Pembinaan Sekolah Dasar", [post("Pengawas Sekolah Ahli Madya", "kepala_sekolah", 4), ...team("Pengembang Teknologi Pembelajaran", "guru_sd", 1, 2, 4)]],
  ["Pembinaan Sekolah Menengah Pertama", [post("Pengawas Sekolah Ahli Madya", "kepala_sekolah", 3), ...team("Pengembang Teknologi Pembelajaran", "guru_smp", 1, 1, 4)]],
  ["PAUD dan Pendidikan Nonformal", [post("Pamong Belajar Ahli Pertama", "guru_sd", 6), post("Penilik Ahli Muda", "guru_sd", 3), post("Pengolah Data dan Informasi", "operator_umum", 2, true)]],
  ["Kebudayaan", [post("Pamong Budaya Ahli Pertama", "pariwisata", 4), post("Penelaah Teknis Kebijakan", "pariwisata", 3)]],
]);

function kecamatan(name: string, at: number): UnitData {
  const code = `KEC${at + 1}`;
  const seksi = (n: number, title: string): UnitData => ({
    code: `${code}-S${n}`, name: `Seksi ${title}`, short: title, kind: "subbagian", head: head(`Kepala Seksi ${title}`, "pengawas", "kasi_kecamatan"),
    posts: [post("Penelaah Teknis Kebijakan", "pelayanan_kecamatan", 2), post("Penata Layanan Operasional", "pelayanan_kecamatan", 4, true)], children: [],
  });
  return {
    code, name: `Kecamatan ${name}`, short: `Kec. ${name}`, kind: "kecamatan", head: head("Camat", "administrator", `kepala:${code}`), posts: [],
    children: [
      { code: `${code}-SEK`, name: "Sekretariat Kecamatan", short: "Sekretariat", kind: "bidang", head: head("Sekretaris Kecamatan", "administrator", "sekretaris"), posts: [post("Bendahara Pengeluaran", "bendahara", 1)],
        children: [{ code: `${code}-UMP`, name: "Subbagian Umum dan Kepegawaian", short: "Umum dan Kepegawaian", kind: "subbagian", head: head("Kepala Subbagian Umum dan Kepegawaian", "pengawas", "kasubbag"),
          posts: [post("Pengadministrasi Perkantoran", "operator_umum", 4, true), post("Pengelola Kepegawaian", "pengelola_kepegawaian", 1)], children: [] }] },
      seksi(1, "Pemerintahan dan Pelayanan Umum"), seksi(2, "Ketenteraman dan Ketertiban"), seksi(3, "Pemberdayaan Gampong"),
    ],
  };
}

/** 24 SKPK, in the order of the city's table of organisation. */
export const SKPK: readonly UnitData[] = [
  SETDA,
  opd("SETWAN", "Sekretariat DPRK", "Setwan", "Sekretaris DPRK", 12, [["Persidangan dan Perundang-undangan", team("Perisalah Legislatif", "risalah", 3, 5, 6)], ["Penganggaran dan Pengawasan", team("Analis Kebijakan", "analis_kebijakan", 2, 3, 5)]], "Kepala Bagian", "Bagian"),
  opd("INSPEKTORAT", "Inspektorat", "Inspektorat", "Inspektur", 7, [
    ["Wilayah I", team("Auditor", "auditor", 3, 4, 1)], ["Wilayah II", team("Auditor", "auditor", 3, 4, 1)], ["Wilayah III", team("Auditor", "auditor", 3, 3, 1)], ["Khusus dan Investigasi", team("Auditor", "auditor", 3, 2, 1)],
  ], "Inspektur Pembantu", "Inspektur Pembantu"),
  opd("BKPSDM", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "BKPSDM", "Kepala BKPSDM", 8, [
    ["Pengadaan, Mutasi dan Informasi", [...team("Analis SDM Aparatur", "analis_sdm", 4, 5, 4), post("Pranata Komputer Ahli Pertama", "pranata_komputer", 2)]],
    ["Pengembangan Kompetensi", team("Analis SDM Aparatur", "analis_sdm", 3, 4, 3)], ["Penilaian Kinerja dan Disiplin", team("Analis SDM Aparatur", "analis_sdm", 3, 4, 3)],
  ]),
  opd("BPKD", "Badan Pengelolaan Keuangan Daerah", "BPKD", "Kepala BPKD", 14, [
    ["Anggaran", team("Analis Keuangan", "analis_keuangan", 3, 4, 5)], ["Perbendaharaan", team("Analis Keuangan", "analis_keuangan", 3, 4, 6)], ["Akuntansi", team("Analis Keuangan", "analis_keuangan", 3, 4, 4)],
    ["Pendapatan Daerah", [...team("Pemeriksa Pajak", "pajak_daerah", 3, 5, 6), post("Petugas Penagihan", "pajak_daerah", 8, true)]], ["Aset Daerah", team("Penilai Pemerintah", "analis_keuangan", 2, 3, 4)],
  ]),
  opd("BAPPEDA", "Badan Perencanaan Pembangunan Daerah", "Bappeda", "Kepala Bappeda", 7, [
    ["Pemerintahan dan Pembangunan Manusia", team("Perencana", "perencana", 3, 4, 3)], ["Perekonomian dan Infrastruktur", team("Perencana", "perencana", 3, 4, 3)], ["Pengendalian, Evaluasi dan Litbang", team("Perencana", "perencana", 3, 3, 3)],
  ]),
  opd("KESBANGPOL", "Badan Kesatuan Bangsa dan Politik", "Kesbangpol", "Kepala Badan Kesbangpol", 5, [["Ideologi dan Wawasan Kebangsaan", team("Analis Kebijakan", "kesbang", 2, 3, 3)], ["Politik dan Kewaspadaan Nasional", team("Analis Kebijakan", "kesbang", 2, 3, 3)]]),
  opd("BPBD", "Badan Penanggulangan Bencana Daerah", "BPBD", "Kepala Pelaksana BPBD", 6, [
    ["Pencegahan dan Kesiapsiagaan", team("Analis Kebencanaan", "kebencanaan", 2, 4, 3)], ["Kedaruratan dan Logistik", team("Analis Kebencanaan", "kebencanaan", 2, 3, 4)],
    ["Pemadam Kebakaran", [post("Analis Kebakaran Ahli Muda", "pemadam", 2), post("Pemadam Kebakaran Mahir", "pemadam", 10), post("Pemadam Kebakaran Terampil", "pemadam", 16, true), post("Pemadam Kebakaran Pemula", "pemadam", 14, true)]],
  ]),
  DISDIK,
  DINAS_KESEHATAN,
  RSUD,
  opd("PUPR", "Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman", "PUPR-PKP", "Kepala Dinas PUPR-PKP", 10, [
    ["Bina Marga", [...team("Pembina Jasa Konstruksi", "teknik_jalan", 3, 6, 4), post("Operator Alat Berat", "teknik_jalan", 6, true)]], ["Sumber Daya Air", team("Teknik Pengairan", "teknik_jalan", 3, 4, 4)],
    ["Cipta Karya dan Tata Ruang", team("Penata Ruang", "tata_bangunan", 3, 4, 4)], ["Perumahan dan Kawasan Permukiman", team("Teknik Tata Bangunan dan Perumahan", "tata_bangunan", 3, 4, 4)],
  ]),
  opd("DINSOS", "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak", "Dinsos P3A", "Kepala Dinas Sosial P3A", 7, [
    ["Rehabilitasi Sosial", team("Pekerja Sosial", "pekerja_sosial", 3, 5, 3)], ["Perlindungan dan Jaminan Sosial", team("Penyuluh Sosial", "pekerja_sosial", 3, 4, 3)], ["Pemberdayaan Perempuan dan Perlindungan Anak", team("Pekerja Sosial", "pelindungan_anak", 2, 4, 3)],
  ]),
  opd("PANGAN", "Dinas Pangan, Pertanian, Kelautan dan Perikanan", "Pangan Tan KP", "Kepala Dinas Pangan, Pertanian, Kelautan dan Perikanan", 8, [
    ["Tanaman Pangan dan Hortikultura", [...team("Penyuluh Pertanian", "penyuluh_pertanian", 4, 8, 3), post("Penyuluh Pertanian Terampil", "penyuluh_pertanian", 8, true)]],
    ["Peternakan dan Kesehatan Hewan", team("Medik Veteriner", "penyuluh_pertanian", 2, 4, 3)], ["Kelautan dan Perikanan", [...team("Penyuluh Perikanan", "penyuluh_perikanan", 3, 6, 3)]], ["Ketahanan Pangan", team("Analis Ketahanan Pangan", "penyuluh_pertanian", 2, 3, 3)],
  ]),
  opd("DLH", "Dinas Lingkungan Hidup", "DLH", "Kepala Dinas Lingkungan Hidup", 8, [
    ["Tata Lingkungan", team("Pengendali Dampak Lingkungan", "lingkungan", 3, 4, 3)], ["Pengelolaan Sampah", [...team("Pengendali Dampak Lingkungan", "lingkungan", 2, 3, 4), post("Pengemudi Truk Sampah", "lingkungan", 14, true), post("Petugas Kebersihan Jalan", "lingkungan", 16, true)]],
    ["Pertamanan", [post("Pengelola Taman", "lingkungan", 8, true), ...team("Pengendali Dampak Lingkungan", "lingkungan", 1, 2, 2)]],
  ]),
  opd("DUKCAPIL", "Dinas Kependudukan, Pencatatan Sipil dan Pemberdayaan Gampong", "Dukcapil PMG", "Kepala Dinas Kependudukan, Pencatatan Sipil dan Pemberdayaan Gampong", 7, [
    ["Pendaftaran Penduduk", team("Administrator Database Kependudukan", "dukcapil", 2, 5, 8)], ["Pencatatan Sipil", team("Administrator Database Kependudukan", "dukcapil", 2, 4, 6)], ["Pemberdayaan Gampong", team("Penggerak Swadaya Masyarakat", "pemberdayaan_gampong", 3, 5, 4)],
  ]),
  opd("DISHUB", "Dinas Perhubungan", "Dishub", "Kepala Dinas Perhubungan", 7, [
    ["Lalu Lintas", [...team("Pengelola Keselamatan Lalu Lintas", "perhubungan", 2, 3, 3), post("Petugas Lalu Lintas", "perhubungan", 14, true)]], ["Angkutan", team("Analis Transportasi", "perhubungan", 2, 3, 3)],
    ["Keselamatan dan Pengujian", [post("Penguji Kendaraan Bermotor Mahir", "penguji_kendaraan", 4), post("Penguji Kendaraan Bermotor Terampil", "penguji_kendaraan", 6), post("Pengolah Data dan Informasi", "operator_umum", 2, true)]],
  ]),
  opd("KOMINFO", "Dinas Komunikasi, Informatika dan Statistik", "Kominfo", "Kepala Dinas Komunikasi, Informatika dan Statistik", 6, [
    ["Informatika", team("Pranata Komputer", "pranata_komputer", 4, 7, 2)], ["Komunikasi Publik", team("Pranata Humas", "humas", 3, 4, 2)], ["Statistik dan Persandian", team("Statistisi", "statistik", 2, 4, 2)],
  ]),
  opd("DPMPTSP", "Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu dan Tenaga Kerja", "DPMPTSP Naker", "Kepala Dinas PMPTSP dan Tenaga Kerja", 6, [
    ["Perizinan", team("Penata Perizinan", "perizinan", 4, 6, 4)], ["Penanaman Modal", team("Penata Kelola Penanaman Modal", "perizinan", 2, 3, 2)], ["Tenaga Kerja", team("Pengantar Kerja", "perizinan", 2, 4, 2)],
  ]),
  opd("PERINDAG", "Dinas Perindustrian, Perdagangan, Koperasi dan UKM", "Perindagkop", "Kepala Dinas Perindustrian, Perdagangan, Koperasi dan UKM", 6, [
    ["Perdagangan dan Pasar", [...team("Analis Perdagangan", "koperasi_umkm", 2, 3, 2), post("Petugas Retribusi Pasar", "koperasi_umkm", 10, true)]], ["Koperasi dan UKM", team("Pengembang Kewirausahaan", "koperasi_umkm", 2, 4, 2)], ["Perindustrian", team("Penyuluh Perindustrian", "koperasi_umkm", 2, 3, 2)],
  ]),
  opd("DISPORA", "Dinas Pemuda, Olahraga, Pariwisata dan Ekonomi Kreatif", "Disporaparekraf", "Kepala Dinas Pemuda, Olahraga, Pariwisata dan Ekonomi Kreatif", 6, [
    ["Pariwisata dan Ekonomi Kreatif", team("Adyatama Kepariwisataan", "pariwisata", 3, 4, 3)], ["Pemuda dan Olahraga", [...team("Analis Kebijakan", "pariwisata", 2, 3, 2), post("Pelatih Olahraga Ahli Pertama", "pariwisata", 4, true)]],
  ]),
  opd("PERPUS", "Dinas Perpustakaan dan Kearsipan", "Perpusip", "Kepala Dinas Perpustakaan dan Kearsipan", 5, [["Perpustakaan", [...team("Pustakawan", "pustakawan", 3, 5, 3), post("Pustakawan Terampil", "pustakawan", 4)]], ["Kearsipan", [...team("Arsiparis", "arsiparis", 2, 4, 3), post("Arsiparis Terampil", "arsiparis", 3)]]]),
  opd("SATPOLPP", "Satuan Polisi Pamong Praja dan Wilayatul Hisbah", "Satpol PP-WH", "Kepala Satpol PP dan Wilayatul Hisbah", 7, [
    ["Ketertiban Umum", [post("Polisi Pamong Praja Ahli Pertama", "polisi_pp", 4), post("Polisi Pamong Praja Mahir", "polisi_pp", 8), post("Polisi Pamong Praja Terampil", "polisi_pp", 22, true)]],
    ["Penegakan Qanun", [post("Polisi Pamong Praja Ahli Pertama", "polisi_pp", 3), post("Polisi Pamong Praja Terampil", "polisi_pp", 12)]],
    ["Wilayatul Hisbah", [post("Penelaah Teknis Kebijakan", "wilayatul_hisbah", 4), post("Petugas Wilayatul Hisbah", "wilayatul_hisbah", 22, true)]],
  ]),
  opd("DSI", "Dinas Syariat Islam dan Pendidikan Dayah", "DSI-PD", "Kepala Dinas Syariat Islam dan Pendidikan Dayah", 5, [["Syariat Islam", team("Penyuluh Agama", "wilayatul_hisbah", 2, 4, 3)], ["Pendidikan Dayah", team("Analis Kebijakan", "dayah", 2, 4, 4)]]),
];

export const KECAMATAN_UNITS: readonly UnitData[] = KECAMATAN.map(kecamatan);

/** The first utama result of each head of department (Kepala Dinas Kesehatan has the regulation's own SKP). */
export const OUTCOMES: Readonly<Record<string, OutcomeData>> = {
  SETDA: { text: "Meningkatnya akuntabilitas dan koordinasi penyelenggaraan pemerintahan kota", indikator: "Nilai SAKIP Pemerintah Kota", measure: nilai(72, "nilai") },
  SETWAN: { text: "Meningkatnya dukungan kepada tugas dan fungsi DPRK", indikator: "Persentase agenda dewan yang terlaksana sesuai jadwal", measure: persen(88, 16) },
  INSPEKTORAT: { text: "Meningkatnya kualitas pengawasan intern", indikator: "Persentase rekomendasi yang selesai ditindaklanjuti", measure: persen(82, 40, "triwulanan") },
  BKPSDM: { text: "Meningkatnya profesionalitas ASN", indikator: "Indeks profesionalitas ASN", measure: nilai(78, "indeks") },
  BPKD: { text: "Meningkatnya kualitas pengelolaan keuangan daerah", indikator: "Persentase SP2D yang terbit tepat waktu", measure: persen(94, 180) },
  BAPPEDA: { text: "Meningkatnya keselarasan perencanaan pembangunan", indikator: "Persentase sasaran RPJM yang sesuai jalur", measure: persen(80, 24, "triwulanan") },
  KESBANGPOL: { text: "Terjaganya kerukunan dan stabilitas kota", indikator: "Persentase potensi konflik yang tertangani dini", measure: persen(88, 6) },
  BPBD: { text: "Meningkatnya ketangguhan kota terhadap bencana", indikator: "Waktu tanggap darurat", measure: palingBanyak(20, "menit") },
  DISDIK: { text: "Meningkatnya mutu dan pemerataan pendidikan", indikator: "Persentase sekolah dengan capaian literasi minimal sedang", measure: persen(82, 70, "triwulanan") },
  RSUD: { text: "Meningkatnya mutu dan keselamatan pelayanan rumah sakit", indikator: "Persentase indikator mutu rumah sakit yang tercapai", measure: persen(85, 24) },
  PUPR: { text: "Meningkatnya kualitas infrastruktur dan permukiman", indikator: "Persentase jalan kota dalam kondisi mantap", measure: nilai(76, "persen") },
  DINSOS: { text: "Meningkatnya kesejahteraan sosial dan pelindungan perempuan dan anak", indikator: "Persentase penerima layanan yang mandiri", measure: persen(70, 40, "triwulanan") },
  PANGAN: { text: "Meningkatnya ketahanan pangan dan pendapatan petani dan nelayan", indikator: "Skor pola pangan harapan", measure: nilai(86, "skor") },
  DLH: { text: "Meningkatnya kualitas lingkungan hidup", indikator: "Persentase sampah yang terkelola", measure: nilai(78, "persen", "bulanan") },
  DUKCAPIL: { text: "Meningkatnya kepemilikan dokumen kependudukan dan kemandirian gampong", indikator: "Persentase anak dengan akta kelahiran", measure: nilai(97, "persen", "bulanan") },
  DISHUB: { text: "Meningkatnya keselamatan dan kelancaran transportasi kota", indikator: "Jumlah titik macet pada jam sibuk", measure: palingBanyak(5, "titik") },
  KOMINFO: { text: "Meningkatnya layanan digital dan keterbukaan informasi", indikator: "Indeks SPBE", measure: nilai(3.4, "indeks") },
  DPMPTSP: { text: "Meningkatnya investasi dan kesempatan kerja", indikator: "Persentase izin yang terbit tepat waktu", measure: persen(92, 110) },
  PERINDAG: { text: "Meningkatnya daya saing usaha dan stabilitas harga", indikator: "Jumlah usaha mikro yang naik kelas", measure: nilai(24, "usaha", "triwulanan") },
  DISPORA: { text: "Meningkatnya kunjungan wisata dan prestasi pemuda", indikator: "Jumlah kunjungan wisata", measure: nilai(15000, "kunjungan", "triwulanan") },
  PERPUS: { text: "Meningkatnya literasi masyarakat dan tertib arsip", indikator: "Tingkat kegemaran membaca", measure: nilai(66, "indeks") },
  SATPOLPP: { text: "Meningkatnya ketertiban umum dan penegakan qanun", indikator: "Persentase pengaduan ketertiban yang selesai", measure: persen(88, 36) },
  DSI: { text: "Meningkatnya penerapan nilai syariat dan mutu dayah", indikator: "Persentase dayah yang terakreditasi", measure: nilai(70, "persen") },
  KEC: { text: "Meningkatnya kualitas pelayanan publik di kecamatan", indikator: "Nilai survei kepuasan masyarakat kecamatan", measure: nilai(83, "nilai") },
};
