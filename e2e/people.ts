/** The demo city's printed accounts; the names are invented. */
export type Person = { login: string; name: string; password: string };

const demo = (login: string, name: string): Person => ({ login, name, password: "timbangan-adil-langsa" });

/** Bidan Penyelia of Puskesmas Langsa Kota. */
export const pegawai = demo("198503142008042001", "Cut Nurhayati, A.Md.Keb.");
/** Kepala Puskesmas Langsa Kota: rates the pegawai, and is rated by the head of the department. */
export const penilai = demo("197909122006041002", "dr. Rahmad Syahputra");
/** Kepala Dinas Kesehatan. */
export const kepala = demo("197104052000032001", "drg. Yusnidar Hanum, M.Kes.");
export const bkpsdm = demo("198702182009121001", "Fauzan Munandar, S.STP.");
/** Analyst of BKPSDM: reads relations, judges signals, verifies draws. */
export const analis = demo("198911232014032003", "Laila Mawaddah, S.Psi.");
/** Head of BKPSDM: the second person where two are needed. */
export const headOfBkpsdm = demo("197605051999042060", "Mutia Amalia, M.Si.");
export const waliKota = demo("walikota", "Wali Kota Langsa");
export const auditor = demo("198306072008012004", "Zuraida Husnaini, S.E., M.Ak.");
export const admin = demo("199205162019031005", "Hafiz Ardiansyah, S.Kom.");

/** Nobody of the printed ones reports on exactly four indicators. These do, and come in by activation code. */
const byCode = (login: string, name: string): Person => ({ login, name, password: "empat-baris-sebulan" });
export const pharmacist = byCode("198803222016032022", "apt. Suryani Rosmiati, S.Farm.");
export const pharmacistOfTheCity = byCode("198604162014022035", "apt. Fitriani Tanjung, S.Farm.");
export const doctor = byCode("199212252016032007", "dr. Dewi Harahap");
/** Kepala Puskesmas Langsa Baro, whose unit has no capaian yet in the period being rated. */
export const headOfPuskesmas = byCode("198402022011121055", "dr. Suhaimi Prasetyo");
/** Kepala Subbagian Tata Usaha of the same puskesmas: a small team in a large department; and one of that team. */
export const headOfSubbagian = byCode("198201052007021018", "Edi Mustafa");
export const counterClerk = byCode("199004052025212051", "Aulia Meurah");


/** Bidan Penyelia of Puskesmas Langsa Kota, whose year stands below what was planned. */
export const objector: Person = { login: "197911092006032015", name: "Elvira Zahra, A.Md.Keb.", password: "keberatan-dengan-bukti" };

/** Her colleague, who is content for too long. */
export const latecomer = byCode("198804122022212029", "Ida Permata, A.Md.Keb.");

/** A small office that meets: its head, who takes the minutes, and one of the six who speak. They come in by activation code. */
export const headOfSix = byCode("198203202009021029", "Nazaruddin Ramadhan");
export const secretaryOfSix = byCode("199109092014032021", "Yusnidar Hasanah");
export const memberOfSix = byCode("199010142013121055", "Safrizal Mustafa");

/** Two small offices of Dinas Kesehatan. Who leads one is answered about by all of its staff, whatever else the draw decides. */
export const offices = [
  {
    head: byCode("198503222014032005", "Dian Harahap"),
    staff: [
      byCode("199010012014042001", "Aulia Hayati"), byCode("199011142018121047", "Fajri Tanjung Hakim"), byCode("198409062023212015", "Fatimah Agustina"),
      byCode("198706212023212046", "Fitriani Yusuf"), byCode("199210252024212044", "Qurrata Lubis"), byCode("199402272025211034", "Samsul Lubis"),
    ],
  },
  {
    head: byCode("198311212005012015", "Juliana Rosmiati"),
    staff: [byCode("199711272024022050", "Asmaul Hanum"), byCode("199504132023041025", "Ghufran Usman"), byCode("198901062017041007", "Hendra Yunus"), byCode("198910122023212012", "Rauzatul Keumala")],
  },
] as const;
