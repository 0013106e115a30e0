import type { ReactNode } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { classes } from "../styles/classes.ts";
import css from "./HeatMap.module.css";

/** A figure; nothing; one that may not be shown, with the words that stand for it ("<5"); one of a month under way, which is not judged by a colour yet; or a month that is not on record. */
export type HeatValue = number | null | { hidden: string } | { running: number } | "tidak_tercatat";
export type HeatRow = { key: string; label: ReactNode; values: readonly HeatValue[] };

type HeatMapProps = {
  /** "2026-06" … in rising order; `rows[].values` follow them. */
  months: readonly string[];
  /** The month that is outlined. */
  current: string;
  rows: readonly HeatRow[];
  /** Four rising limits between the five colours, in the figure's own unit. */
  steps: readonly [number, number, number, number];
  caption: string;
  /** Heads the first column, for screen readers. */
  rowHeading: string;
  /** Says below the map what a month is that is not on record. */
  unrecordedHelp?: string;
};

const SHOWN_ON_PHONES = 4;
const TONES = ["lowest", "low", "middle", "high", "highest"] as const;
const toneOf = (value: number, steps: readonly number[]) => TONES[steps.filter((limit) => value >= limit).length];

/** A table whose cells are coloured, with the figure in each: it prints, reads aloud and needs no legend. */
export function HeatMap({ months, current, rows, steps, caption, rowHeading, unrecordedHelp }: HeatMapProps) {
  const { parts } = useCopy();
  const format = useFormat();
  const older = (index: number) => index < months.length - SHOWN_ON_PHONES && css["older"];
  return (
    <div>
      <table className={css["map"]}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{rowHeading}</span>
            </th>
            {months.map((month, index) => (
              <th key={month} scope="col" className={classes(older(index))}>
                <abbr title={format.monthYear(month)}>{format.shortMonth(month)}</abbr>
                {month === current && <span className="visually-hidden">, {parts.currentMonth}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {months.map((month, index) => (
                <HeatCell key={month} value={row.values[index] ?? null} steps={steps} className={classes(older(index), month === current && css["current"])} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {unrecordedHelp !== undefined && rows.some((row) => row.values.includes("tidak_tercatat")) && (
        <p className={css["legend"]}>
          <span aria-hidden className={classes(css["cell"], css["unrecorded"], css["sample"])} /> {unrecordedHelp}
        </p>
      )}
      {months.length > SHOWN_ON_PHONES && <p className={css["earlier"]}>{parts.earlierMonths}</p>}
    </div>
  );
}

function HeatCell({ value, steps, className }: { value: HeatValue; steps: readonly number[]; className: string }) {
  const { parts, vocabulary } = useCopy();
  const format = useFormat();
  if (typeof value === "number") return <td className={classes(css["cell"], css[toneOf(value, steps) ?? "lowest"], className)}>{format.number(Math.round(value))}</td>;
  if (value === "tidak_tercatat") {
    return (
      <td className={classes(css["cell"], css["unrecorded"], className)}>
        <span className="visually-hidden">{vocabulary.kewajiban.tidak_tercatat}</span>
      </td>
    );
  }
  if (value !== null && "running" in value) return <td className={classes(css["cell"], css["running"], className)}>{format.number(Math.round(value.running))}</td>;
  return (
    <td className={classes(css["cell"], css["empty"], className)}>
      {value === null ? (
        <>
          <span aria-hidden>–</span>
          <span className="visually-hidden">{parts.noData}</span>
        </>
      ) : (
        value.hidden
      )}
    </td>
  );
}
