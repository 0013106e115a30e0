import type { ReactNode } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { classes } from "../styles/classes.ts";
import css from "./DotPlot.module.css";

/** A figure with the interval that its few cases leave open. `words` says the same as the picture, whole. */
export type Dot = {
  key: string;
  label: ReactNode;
  /** Beside the dot and read out in its place: "0,4 lebih longgar (0,1 sampai 0,7), dari 12 formulir". */
  words: ReactNode;
  /** Null where there are too few cases to say anything. */
  figure: { value: number; low: number; high: number } | null;
  isStrong?: boolean;
};

type DotPlotProps = {
  dots: readonly Dot[];
  min: number;
  max: number;
  /** What is compared with: a line through all rows, such as the city's own figure. */
  line: { value: number; label: string };
  /** What the two ends of the scale mean, in words. */
  ends: readonly [low: string, high: string];
  ticks: readonly number[];
  caption: string;
  /** Of the interval in the legend, and the headings of the table behind the picture. */
  names: { interval: string; row: string; value: string; low: string; high: string };
};

const inside = (value: number) => Math.min(100, Math.max(0, value));

/** Dots with intervals on one scale. Words beside each row carry all that the picture shows, on paper and aloud. */
export function DotPlot({ dots, min, max, line, ends, ticks, caption, names }: DotPlotProps) {
  const format = useFormat();
  const x = (value: number) => ((value - min) / (max - min || 1)) * 100;
  return (
    <figure className={css["plot"]} aria-label={caption}>
      <p className={css["ends"]} aria-hidden>
        <span>← {ends[0]}</span>
        <span>{ends[1]} →</span>
      </p>
      <dl className={css["rows"]}>
        {dots.map(({ key, label, words, figure, isStrong }) => (
          <div key={key} className={classes(css["row"], isStrong && css["strong"])}>
            <dt>{label}</dt>
            <dd className={css["track"]} aria-hidden>
              <span className={css["line"]} style={{ left: `${inside(x(line.value))}%` }} />
              {figure !== null && (
                <>
                  {/* An interval that runs out of the picture ends open, at its edge. */}
                  <span className={css["interval"]} style={{ left: `${inside(x(figure.low))}%`, right: `${100 - inside(x(figure.high))}%` }} />
                  <span className={css["dot"]} style={{ left: `${inside(x(figure.value))}%` }} />
                </>
              )}
            </dd>
            <dd className={css["words"]}>{words}</dd>
          </div>
        ))}
      </dl>
      <div className={css["axis"]} aria-hidden>
        {ticks.map((tick) => <span key={tick} style={{ left: `${inside(x(tick))}%` }}>{format.number(tick)}</span>)}
      </div>
      <p className={css["legend"]} aria-hidden>
        <span className={css["keyLine"]} /> {line.label} <span className={css["keyInterval"]} /> {names.interval}
      </p>
      <Behind dots={dots} caption={caption} names={names} />
    </figure>
  );
}

function Behind({ dots, caption, names }: Pick<DotPlotProps, "dots" | "caption" | "names">) {
  const { parts } = useCopy();
  const format = useFormat();
  const cell = (value: number | undefined) => <td>{value === undefined ? "–" : format.number(value)}</td>;
  return (
    <details className={classes(css["behind"], "no-print")}>
      <summary>{parts.showTable}</summary>
      <div className={css["scroll"]} role="region" aria-label={caption} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>{[names.row, names.value, names.low, names.high].map((name) => <th key={name} scope="col">{name}</th>)}</tr>
          </thead>
          <tbody>
            {dots.map(({ key, label, figure }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {cell(figure?.value)}
                {cell(figure?.low)}
                {cell(figure?.high)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
