import { useFormat } from "#copy/copy.tsx";
import { classes } from "../styles/classes.ts";
import css from "./MonthStrip.module.css";

export type StripMonth = {
  /** "2026-11" */
  month: string;
  state: "done" | "late" | "missing" | "excused" | "open" | "future";
  /** The state in words, read out and shown on pointing. */
  words: string;
};
const SIGN = { done: "✓", late: "✓", missing: "–", excused: "·", open: "…", future: "" } as const;

/** Twelve months of one's own reports: a habit, not a rank. */
export function MonthStrip({ months, label }: { months: readonly StripMonth[]; label: string }) {
  const format = useFormat();
  return (
    <ol className={css["strip"]} aria-label={label}>
      {months.map(({ month, state, words }) => (
        <li key={month} title={`${format.monthYear(month)}: ${words}`}>
          <span className={classes(css["box"], css[state])} aria-hidden>
            {SIGN[state]}
          </span>
          <span className={css["name"]} aria-hidden>
            {format.shortMonth(month)}
          </span>
          <span className="visually-hidden">
            {format.monthYear(month)}: {words}
          </span>
        </li>
      ))}
    </ol>
  );
}
