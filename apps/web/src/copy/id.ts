import { opdDashboard } from "./id/opd-dashboard.ts";
import { cityDashboard } from "./id/city-dashboard.ts";
import { mayorPage } from "./id/mayor-page.ts";
import { audit } from "./id/audit.ts";
import { account } from "./id/account.ts";
import { dailyNote } from "./id/daily-note.ts";
import { appraisal } from "./id/appraisal.ts";
import { capaianOrganisasi } from "./id/capaian-organisasi.ts";
import { period } from "./id/period.ts";
import { result } from "./id/result.ts";
import { home } from "./id/home.ts";
import { monthlyReport } from "./id/monthly-report.ts";
import { monthState } from "./id/month-state.ts";
import { explanation } from "./id/explanation.ts";
import { frame } from "./id/frame.ts";
import { parts } from "./id/parts.ts";
import { problems } from "./id/problems.ts";
import { refusals } from "./id/refusals.ts";
import { review } from "./id/review.ts";
import { umpanBalik } from "./id/umpan-balik.ts";
import { session } from "./id/session.ts";
import { skp } from "./id/skp.ts";
import { vocabulary } from "./id/vocabulary.ts";

/** Every word that a person reads, by feature. One line for each feature's dictionary. */
export const id = {
  opdDashboard,
  cityDashboard,
  mayorPage,
  audit,
  account,
  result,
  period,
  capaianOrganisasi,
  appraisal,
  dailyNote,
  explanation,
  frame,
  home,
  monthlyReport,
  monthState,
  parts,
  problems,
  refusals,
  review,
  umpanBalik,
  session,
  skp,
  vocabulary,
};
export type Copy = typeof id;
