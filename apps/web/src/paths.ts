/** Each page's address, once. Those with a parameter are patterns for the router; `to` fills them in for links. */
export const paths = {
  root: "/",
  signIn: "/masuk",
  activate: "/aktivasi",
  home: "/beranda",
  skp: "/skp",
  skpRead: "/skp/:id",
  skpEdit: "/skp/:id/ubah",
  notes: "/catatan",
  reports: "/laporan",
  report: "/laporan/:bulan",
  reportCheck: "/laporan/:bulan/periksa",
  reportCopy: "/laporan/:bulan/salin",
  skpCopy: "/skp/:id/salin",
  umpanBalik: "/umpan-balik",
  peerForms: "/umpan-balik/rekan",
  peerForm: "/umpan-balik/rekan/isi/:id",
  peerChoice: "/umpan-balik/rekan/pilihan",
  peerRelation: "/umpan-balik/rekan/hubungan",
  peerProof: "/umpan-balik/rekan/bukti",
  peerResults: "/hasil/rekan",
  peerResult: "/hasil/rekan/:siklus/:orang",
  peerCycle: "/siklus-rekan",
  peerVerification: "/verifikasi-undian",
  mirror: "/cermin",
  warmUp: "/cermin/pemanasan",
  fairness: "/kewajaran",
  fairnessUnit: "/kewajaran/unit",
  signal: "/kewajaran/tanda/:id",
  method: "/metode",
  kalibrasiList: "/kalibrasi",
  kalibrasi: "/kalibrasi/:periode/:unit",
  kalibrasiCase: "/kalibrasi/:periode/:unit/kasus/:kasus",
  documents: "/dokumen",
  letterhead: "/dokumen/kop",
  blindRating: "/dua-sisi/:periode",
  results: "/hasil",
  result: "/hasil/:id",
  objection: "/hasil/:id/keberatan",
  keberatanList: "/keberatan",
  keberatan: "/keberatan/:id",
  keberatanWatch: "/keberatan-kota",
  reviewQueue: "/penilaian",
  review: "/penilaian/:laporan",
  appraisal: "/penetapan/:periode",
  team: "/tim",
  teamSkp: "/tim/skp",
  fillTeamSkp: "/tim/skp/isi",
  dashboard: "/dasbor",
  dashboardUnit: "/dasbor/:unit",
  development: "/pengembangan",
  developmentTeam: "/pengembangan-tim",
  developmentOf: "/pengembangan/:orang",
  training: "/pelatihan",
  trainingSession: "/pelatihan/sesi/:id",
  career: "/karier",
  careerOf: "/karier/:id",
  careerFacts: "/karier-data",
  readiness: "/kesiapan",
  talent: "/talenta",
  tpp: "/tpp",
  standard: "/standar",
  calendar: "/kalender",
  cycle: "/tahun",
  cycleMonth: "/tahun/:bulan",
  personYear: "/orang/:id",
  absence: "/orang/:id/cuti",
  myPenilai: "/atasan",
  penilaiCorrections: "/koreksi-atasan",
  penilaiLines: "/penilai",
  penilaiLine: "/penilai/:orang",
  imports: "/impor",
  importPreview: "/impor/:id",
  rekonsiliasi: "/rekonsiliasi",
  city: "/kota",
  mayor: "/wali-kota",
  audit: "/audit",
  admin: "/admin",
  access: "/akses",
  setup: "/langkah-awal",
  organisation: "/capaian-organisasi",
  organisationTree: "/organisasi",
  meetings: "/rapat",
  meetingPlan: "/rapat/rencana/:unit",
  meeting: "/rapat/:id",
  mySlide: "/rapat/:id/slide-saya",
  meetingWall: "/rapat/:id/layar",
  meetingLeader: "/rapat/:id/pimpin",
  meetingJoin: "/rapat/:id/hadir",
  meetingPaper: "/rapat/:id/kertas",
  notulen: "/rapat/:id/notulen",
  verify: "/verifikasi/:code",
  tindakLanjut: "/tindak-lanjut",
} as const;

/** Instead of a cycle in the address of a result: the newest that is released. */
export const LATEST_CYCLE = "terakhir";

type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}` ? Name | Names<Rest> : Path extends `${string}:${infer Name}` ? Name : never;
type Values<Path extends string> = Record<Names<Path>, string>;

/** `to(paths.report, { bulan: "2026-11" }, { tab: "bukti" })` → "/laporan/2026-11?tab=bukti" */
export function to<Path extends string>(path: Path, values: Values<Path>, query: Record<string, string> = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent((values as Record<string, string>)[name] ?? ""));
  const search = new URLSearchParams(query).toString();
  return search === "" ? filled : `${filled}?${search}`;
}

/** Where to go after signing in: the address asked for, when it is one of ours and not the sign-in page itself. */
export function safeReturn(address: string | null): string {
  const isOurs = address !== null && /^\/(?![/\\])/.test(address) && !address.startsWith(paths.signIn) && !address.startsWith(paths.activate);
  return isOurs ? address : paths.root;
}
