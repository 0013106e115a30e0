import { dailyNote } from "./en/daily-note.ts";
import { period } from "./en/period.ts";
import { monthlyReport } from "./en/monthly-report.ts";
import { frame } from "./en/frame.ts";
import { parts } from "./en/parts.ts";
import { problems } from "./en/problems.ts";
import { refusals } from "./en/refusals.ts";
import { session } from "./en/session.ts";
import { vocabulary } from "./en/vocabulary.ts";
import type { Copy } from "./id.ts";

export const en = {
  period,
  dailyNote,
  frame,
  monthlyReport,
  parts,
  problems,
  refusals,
  session,
  vocabulary,
} satisfies Copy;
