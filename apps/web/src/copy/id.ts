import { dailyNote } from "./id/daily-note.ts";
import { period } from "./id/period.ts";
import { monthlyReport } from "./id/monthly-report.ts";
import { frame } from "./id/frame.ts";
import { parts } from "./id/parts.ts";
import { problems } from "./id/problems.ts";
import { refusals } from "./id/refusals.ts";
import { session } from "./id/session.ts";
import { vocabulary } from "./id/vocabulary.ts";

/** Every word that a person reads, by feature. One line for each feature's dictionary. */
export const id = {
  period,
  dailyNote,
  frame,
  monthlyReport,
  parts,
  problems,
  refusals,
  session,
  vocabulary,
};
export type Copy = typeof id;
