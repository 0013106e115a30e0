import type { SessionView } from "@teraju/contracts/session";
import type { Copy } from "#copy/id.ts";
import type { NavGroup, NavItem } from "#ui/light/AppShell.tsx";
import {
  IconAudit, IconCity, IconDashboard, IconEye, IconHome, IconInfo, IconMayor, IconMeeting, IconNotes, IconOrganisation, IconPeer, IconReport, IconResult, IconReview, IconSettings, IconSkp, IconTeam, IconUmpanBalik,
} from "#ui/light/icons.ts";
import { paths, to } from "../../paths.ts";

type Hat = SessionView["roles"][number];
type Group = keyof Copy["frame"]["groups"];
type Entry = NavItem & { group: Group; hats: readonly Hat[] };

/** All entries in the order of the menu. Which of them one sees follows from the roles; whether one may open them, the server decides. */
function entries({ frame: { nav } }: Copy): Entry[] {
  return [
    { group: "unit", hats: ["kepala_opd", "kepala_unit"], to: paths.dashboard, label: nav.dashboard, icon: IconDashboard, rank: 3 },
    { group: "city", hats: ["wali_kota"], to: paths.mayor, label: nav.mayor, icon: IconMayor },
    { group: "city", hats: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"], to: paths.city, label: nav.city, icon: IconCity },
    { group: "staff", hats: ["bkpsdm"], to: paths.imports, label: nav.imports, icon: IconOrganisation },
    { group: "staff", hats: ["bkpsdm"], to: paths.absences, label: nav.absences, icon: IconNotes },
    { group: "staff", hats: ["bkpsdm"], to: paths.reportImport, label: nav.reportImport, icon: IconReport },
    { group: "staff", hats: ["bkpsdm"], to: paths.study, label: nav.study, icon: IconNotes },
    { group: "staff", hats: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor", "admin_opd"], to: paths.organisationTree, label: nav.organisationTree, icon: IconOrganisation },
    { group: "staff", hats: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "admin_opd"], to: paths.penilaiLines, label: nav.penilaiLines, icon: IconTeam },
    { group: "staff", hats: ["bkpsdm", "admin_opd"], to: paths.penilaiCorrections, label: nav.penilaiCorrections, icon: IconTeam },
    { group: "staff", hats: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "admin_opd"], to: paths.rekonsiliasi, label: nav.rekonsiliasi, icon: IconAudit },
    { group: "city", hats: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"], to: paths.fairness, label: nav.fairness, icon: IconResult },
    { group: "city", hats: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"], to: paths.keberatanWatch, label: nav.keberatanWatch, icon: IconResult },
    { group: "city", hats: ["bkpsdm_analis"], to: paths.kalibrasiList, label: nav.kalibrasi, icon: IconMeeting },
    { group: "city", hats: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"], to: paths.peerCycle, label: nav.peerCycle, icon: IconPeer },
    { group: "city", hats: ["bkpsdm_analis", "auditor"], to: paths.peerVerification, label: nav.peerVerification, icon: IconAudit },
    { group: "staff", hats: ["bkpsdm_analis", "bkpsdm_kepala"], to: paths.signedRatings, label: nav.signedRatings, icon: IconMayor },
    { group: "staff", hats: ["bkpsdm_analis", "bkpsdm_kepala"], to: paths.readiness, label: nav.readiness, icon: IconResult },
    { group: "staff", hats: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"], to: paths.talent, label: nav.talent, icon: IconTeam },
    { group: "staff", hats: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"], to: paths.training, label: nav.training, icon: IconUmpanBalik },
    { group: "staff", hats: ["bkpsdm", "bkpsdm_kepala"], to: paths.konselingReports, label: nav.konselingReports, icon: IconUmpanBalik },
    { group: "staff", hats: ["bkpsdm_analis", "bkpsdm_kepala"], to: paths.tpp, label: nav.tpp, icon: IconReport },
    { group: "staff", hats: ["bkpsdm", "bkpsdm_analis"], to: paths.skpTemplates, label: nav.skpTemplates, icon: IconSkp },
    { group: "staff", hats: ["bkpsdm", "bkpsdm_analis"], to: paths.careerFacts, label: nav.careerFacts, icon: IconNotes },
    { group: "city", hats: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"], to: paths.cycle, label: nav.cycle, icon: IconReport },
    { group: "city", hats: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"], to: paths.standard, label: nav.standard, icon: IconSettings },
    { group: "city", hats: ["bkpsdm"], to: paths.calendar, label: nav.calendar, icon: IconNotes },
    { group: "own", hats: ["pegawai"], to: paths.home, label: nav.home, icon: IconHome, rank: 1 },
    { group: "own", hats: ["pegawai"], to: paths.reports, label: nav.report, icon: IconReport, rank: 4 },
    { group: "own", hats: ["pegawai"], to: paths.meetings, label: nav.meetings, icon: IconMeeting },
    { group: "own", hats: ["pegawai"], to: paths.umpanBalik, label: nav.umpanBalik, icon: IconUmpanBalik, rank: 5, isEnd: true },
    { group: "own", hats: ["pegawai"], to: paths.peerForms, label: nav.peerForms, icon: IconPeer },
    { group: "own", hats: ["pegawai"], to: paths.results, label: nav.results, icon: IconResult },
    { group: "own", hats: ["pegawai", "bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"], to: paths.documents, label: nav.documents, icon: IconSkp },
    { group: "own", hats: ["pegawai"], to: paths.development, label: nav.development, icon: IconUmpanBalik },
    { group: "own", hats: ["pegawai"], to: paths.career, label: nav.career, icon: IconTeam },
    { group: "own", hats: ["pegawai"], to: paths.notes, label: nav.notes, icon: IconNotes },
    { group: "own", hats: ["pegawai"], to: paths.skp, label: nav.skp, icon: IconSkp },
    { group: "own", hats: ["pegawai"], to: paths.myPenilai, label: nav.myPenilai, icon: IconMayor },
    { group: "own", hats: ["pegawai"], to: paths.method, label: nav.method, icon: IconInfo },
    { group: "team", hats: ["penilai"], to: paths.reviewQueue, label: nav.review, icon: IconReview, rank: 2 },
    { group: "team", hats: ["penilai"], to: to(paths.appraisal, { periode: "kini" }), label: nav.appraisal, icon: IconResult },
    { group: "team", hats: ["penilai"], to: paths.team, label: nav.team, icon: IconTeam },
    { group: "team", hats: ["penilai"], to: paths.developmentTeam, label: nav.developmentTeam, icon: IconUmpanBalik },
    { group: "team", hats: ["penilai"], to: paths.konselingList, label: nav.konseling, icon: IconUmpanBalik },
    { group: "team", hats: ["penilai"], to: paths.keberatanList, label: nav.keberatan, icon: IconResult },
    { group: "team", hats: ["penilai"], to: paths.mirror, label: nav.mirror, icon: IconEye },
    { group: "unit", hats: ["kepala_opd", "kepala_unit", "wali_kota"], to: paths.organisation, label: nav.organisation, icon: IconOrganisation },
    { group: "unit", hats: ["kepala_opd"], to: paths.rekonsiliasi, label: nav.rekonsiliasi, icon: IconAudit },
    { group: "unit", hats: ["kepala_opd"], to: paths.kalibrasiList, label: nav.kalibrasi, icon: IconMeeting },
    { group: "unit", hats: ["kepala_opd"], to: paths.fairnessUnit, label: nav.fairnessUnit, icon: IconResult },
    { group: "system", hats: ["auditor"], to: paths.audit, label: nav.audit, icon: IconAudit },
    { group: "system", hats: ["admin_teknis", "admin_opd", "bkpsdm", "bkpsdm_kepala"], to: paths.admin, label: nav.admin, icon: IconSettings },
    { group: "system", hats: ["bkpsdm", "bkpsdm_kepala", "admin_teknis"], to: paths.setup, label: nav.setup, icon: IconReview },
    { group: "system", hats: ["bkpsdm_kepala", "admin_teknis", "auditor"], to: paths.access, label: nav.access, icon: IconTeam },
  ];
}

/** The menu of a person: one group for each hat, each page once, however many hats lead to it. */
export function navigation(copy: Copy, { roles }: Pick<SessionView, "roles">): NavGroup[] {
  const mine = entries(copy).filter((entry) => entry.hats.some((hat) => roles.includes(hat)));
  const groups = [...new Set(mine.map((entry) => entry.group))];
  return groups.map((group) => ({ label: copy.frame.groups[group], items: mine.filter((entry) => entry.group === group) }));
}

const STARTS_A_CITY: readonly Hat[] = ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "admin_teknis"];

/** The page with which a person begins: the one to-do list, where there is one; in a city without organisation, its first steps. */
export function startPage(roles: readonly Hat[], isEmptyCity = false): string {
  if (isEmptyCity && STARTS_A_CITY.some((hat) => roles.includes(hat))) return paths.setup;
  const [first] = (["pegawai", "wali_kota", "bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor", "admin_teknis", "admin_opd"] as const).filter((hat) => roles.includes(hat));
  const start = { pegawai: paths.home, wali_kota: paths.mayor, bkpsdm: paths.city, bkpsdm_analis: paths.city, bkpsdm_kepala: paths.city, auditor: paths.audit, admin_teknis: paths.admin, admin_opd: paths.admin };
  return first === undefined ? paths.home : start[first];
}
