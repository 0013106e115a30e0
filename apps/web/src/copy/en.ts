import { opdDashboard } from "./en/opd-dashboard.ts";
import { cityDashboard } from "./en/city-dashboard.ts";
import { mayorPage } from "./en/mayor-page.ts";
import { audit } from "./en/audit.ts";
import { account } from "./en/account.ts";
import { dailyNote } from "./en/daily-note.ts";
import { appraisal } from "./en/appraisal.ts";
import { capaianOrganisasi } from "./en/capaian-organisasi.ts";
import { period } from "./en/period.ts";
import { result } from "./en/result.ts";
import { home } from "./en/home.ts";
import { monthlyReport } from "./en/monthly-report.ts";
import { monthState } from "./en/month-state.ts";
import { explanation } from "./en/explanation.ts";
import { frame } from "./en/frame.ts";
import { parts } from "./en/parts.ts";
import { problems } from "./en/problems.ts";
import { refusals } from "./en/refusals.ts";
import { review } from "./en/review.ts";
import { umpanBalik } from "./en/umpan-balik.ts";
import { session } from "./en/session.ts";
import { skp } from "./en/skp.ts";
import { vocabulary } from "./en/vocabulary.ts";
import type { Copy } from "./id.ts";

export const en = {
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
} satisfies Copy;
