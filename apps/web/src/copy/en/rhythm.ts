import type { rhythm as indonesian } from "../id/rhythm.ts";

export const rhythm: typeof indonesian = {
  noteTitle: "Note this week",
  noteLabel: "One sentence about this week's work",
  titleWeek: "What did you work on this week?",
  titleFree: "You need not keep daily notes.",
  free: {
    bulanan: "The monthly report is enough. No missing note is counted.",
    impor: "Your achievements are imported into the draft report. Check it, then send it.",
  },
  basis: "By the city's standard for your job family.",
  writeAnyway: "Write a note all the same",
  toReport: "Open the monthly report",
};
