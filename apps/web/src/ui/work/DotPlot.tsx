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
  /** For the table, where the picture's scale is not that of the figure itself. */
  cells?: { value: string; low: string; high: string };
  isStrong?: boolean;
};

type DotPlotProps = {
  dots: readonly Dot[];
  min: number;
  max: number;
  /** What is compared with: a line through all rows, such as the city's own figure. */
  line: { value: number; label: string };
  /** Where most lie, behind the dots. */
  band?: { from: number; to: number; label: string };
  /** What the two ends of the scale mean, in words. */
  ends: readonly [low: string, high: string];
  ticks: readonly number[];
  caption: string;
  /** Of the interval in the legend, and the headings of the table behind the picture. */
  names: { interval: string; row: string; value: string; low: string; high: string };
};

const inside = (value: number) => Math.min(100, Math.max(0, value));

/** Dots with intervals on one scale. Words beside each row carry all that the picture shows, on paper and aloud. */
export function DotPlot({ dots, min, max, line, band, ends, ticks, caption, names }: DotPlotProps) {
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
            <dd className={classes(css["track"], figure === null && css["nothing"])} aria-hidden>
              {band && figure !== null && <span className={css["band"]} style={{ left: `${inside(x(band.from))}%`, right: `${100 - inside(x(band.to))}%` }} />}
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
      <div className={classes(css["axis"], ticks.length === 0 && css["bare"])} aria-hidden>
        {ticks.map((tick) => <span key={tick} style={{ left: `${inside(x(tick))}%` }}>{format.number(tick)}</span>)}
      </div>
      <p className={css["legend"]} aria-hidden>
        <span className={css["keyLine"]} /> {line.label} <span className={css["keyInterval"]} /> {names.interval}{band && <><span className={css["keyBand"]} /> {band.label}</>}
      </p>
      <Behind dots={dots} caption={caption} names={names} />
    </figure>
  );
}

function Behind({ dots, caption, names }: Pick<DotPlotProps, "dots" | "caption" | "names">) {
  const { parts } = useCopy();
  const format = useFormat();
  const cell = (text: string | undefined, value: number | undefined) => <td>{text ?? (value === undefined ? "–" : format.number(value))}</td>;
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
            {dots.map(({ key, label, figure, cells }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {cell(cells?.value, figure?.value)}
                {cell(cells?.low, figure?.low)}
                {cell(cells?.high, figure?.high)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
