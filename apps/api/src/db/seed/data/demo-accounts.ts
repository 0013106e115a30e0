/**
 * One account per role; the only people of the demo city with a password. Names are invented.
 * `post` says on which post of which unit the person sits; the rest of that post is filled by the dice.
 */
export const DEMO_PASSWORD = "timbangan-adil-langsa";

export type DemoAccount = {
  /** What the start command prints. */
  role: string;
  /** What is typed at sign-in: the NIP, or a name for an official without one. */
  login: string;
  name: string;
  unitCode: string;
  jabatan: string;
  /** The person whom the dice have put on this post anyway: name and login are theirs, so that nobody else of the city changes. */
  isDrawn?: true;
  /** The role that the person holds besides the post; of `admin_opd`, for the OPD of that post. */
  cityRole: "bkpsdm" | "bkpsdm_analis" | "bkpsdm_kepala" | "wali_kota" | "auditor" | "admin_teknis" | "admin_opd" | null;
};

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { role: "Pegawai (Bidan Penyelia)", login: "198503142008042001", name: "Cut Nurhayati, A.Md.Keb.", unitCode: "DINKES-P3", jabatan: "Bidan Penyelia", cityRole: null },
  { role: "Pejabat penilai (Kepala Puskesmas)", login: "197909122006041002", name: "dr. Rahmad Syahputra", unitCode: "DINKES-P3", jabatan: "Kepala Puskesmas", cityRole: null },
  { role: "Kepala OPD (Kepala Dinas Kesehatan)", login: "197104052000032001", name: "drg. Yusnidar Hanum, M.Kes.", unitCode: "DINKES", jabatan: "Kepala Dinas Kesehatan", cityRole: null },
  { role: "BKPSDM", login: "198702182009121001", name: "Fauzan Munandar, S.STP.", unitCode: "BKPSDM-B3", jabatan: "Analis SDM Aparatur Ahli Muda", cityRole: "bkpsdm" },
  { role: "BKPSDM (analis penilaian)", login: "198911232014032003", name: "Laila Mawaddah, S.Psi.", unitCode: "BKPSDM-B3", jabatan: "Analis SDM Aparatur Ahli Pertama", cityRole: "bkpsdm_analis" },
  { role: "BKPSDM (kepala)", login: "197605051999042060", name: "Mutia Amalia, M.Si.", unitCode: "BKPSDM", jabatan: "Kepala BKPSDM", cityRole: "bkpsdm_kepala", isDrawn: true },
  { role: "Wali Kota", login: "walikota", name: "Wali Kota Langsa", unitCode: "KOTA", jabatan: "Wali Kota", cityRole: "wali_kota" },
  { role: "Auditor (Inspektorat)", login: "198306072008012004", name: "Zuraida Husnaini, S.E., M.Ak.", unitCode: "INSPEKTORAT-B4", jabatan: "Auditor Ahli Muda", cityRole: "auditor" },
  { role: "Admin teknis", login: "199205162019031005", name: "Hafiz Ardiansyah, S.Kom.", unitCode: "KOMINFO-B1", jabatan: "Pranata Komputer Ahli Pertama", cityRole: "admin_teknis" },
  { role: "Admin OPD (Dinas Kesehatan)", login: "199401232025212016", name: "Masyitah Zahra", unitCode: "DINKES-SEK", jabatan: "Arsiparis Terampil", cityRole: "admin_opd", isDrawn: true },
];
