import { useCopy, useFormat } from "#copy/copy.tsx";
import { classes } from "../styles/classes.ts";
import css from "./Trend.module.css";

/** `values` are percents and follow `months`; null where there is no figure. At most five series: more cannot be told apart. */
export type Series = { label: string; values: readonly (number | null)[]; isStrong?: boolean };

type TrendProps = {
  months: readonly string[];
  series: readonly Series[];
  /** Ends of the scale. Zero is not needed for a line; say so in the words beside it. */
  min: number;
  max: number;
  /** A level to compare with, such as a target. */
  line?: { value: number; label: string };
  caption: string;
};

/** Runs of known figures as points; a gap stays a gap. */
function runs(values: readonly (number | null)[], place: (index: number, value: number) => string): string[] {
  const found: string[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) found.push([]);
    else found.at(-1)?.push(place(index, value));
  });
  return found.filter((run) => run.length > 0).map((run) => run.join(" "));
}

/** Labels of near ends are pushed apart, in percent of the height, from the top down. */
function spread(tops: readonly number[], least: number): number[] {
  const order = tops.map((top, index) => ({ top, index })).sort((a, b) => a.top - b.top);
  let last = -least;
  const result = [...tops];
  for (const { top, index } of order) {
    last = Math.max(top, last + least);
    result[index] = last;
  }
  const overflow = Math.max(0, last - 100);
  return result.map((top) => top - overflow);
}

/** Lines over months with their names at their ends, and the same figures as a table behind them. */
export function Trend({ months, series, min, max, line, caption }: TrendProps) {
  const format = useFormat();
  const x = (index: number) => (months.length < 2 ? 100 : (index / (months.length - 1)) * 100);
  const y = (value: number) => 100 - ((value - min) / (max - min || 1)) * 100;
  const ends = series.map(({ values }) => values.findLast((value) => value !== null) ?? null);
  const tops = spread(ends.map((end) => (end === null ? 100 : y(end))), 11);
  return (
    <figure className={css["trend"]}>
      <div className={css["plot"]} aria-hidden>
        <div className={css["lines"]}>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none">
            {line && <line x1="0" x2="100" y1={y(line.value)} y2={y(line.value)} className={css["level"]} />}
            {series.map(({ label, values, isStrong }, index) =>
              runs(values, (at, value) => `${x(at)},${y(value)}`).map((points) => (
                <polyline key={`${label} ${points}`} points={points} className={classes(css["series"], css[`s${index}`], isStrong && css["strong"])} />
              )),
            )}
          </svg>
          {line && (
            <span className={css["levelLabel"]} style={{ top: `${y(line.value)}%` }}>
              {line.label}
            </span>
          )}
          {series.map(({ label, values, isStrong }, index) => {
            const end = ends[index];
            return end === null || end === undefined ? null : (
              <span key={label}>
                <i className={classes(css["dot"], css[`d${index}`])} style={{ left: `${x(values.lastIndexOf(end))}%`, top: `${y(end)}%` }} />
                <span className={classes(css["label"], isStrong && css["strongLabel"])} style={{ top: `${tops[index] ?? 0}%` }}>
                  <b>{format.percent(Math.round(end))}</b> {label}
                </span>
              </span>
            );
          })}
        </div>
        <div className={css["axis"]}>
          {months.map((month, index) => (
            <span key={month} style={{ left: `${x(index)}%` }} className={classes(index % 2 !== (months.length - 1) % 2 && css["between"])}>
              {format.shortMonth(month)}
            </span>
          ))}
        </div>
      </div>
      <TrendTable months={months} series={series} caption={caption} />
    </figure>
  );
}

function TrendTable({ months, series, caption }: Pick<TrendProps, "months" | "series" | "caption">) {
  const { parts } = useCopy();
  const format = useFormat();
  return (
    <details className={css["behind"]}>
      <summary>{parts.showTable}</summary>
      <div className={css["scroll"]} role="region" aria-label={caption} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <td />
              {months.map((month) => (
                <th key={month} scope="col">
                  {format.shortMonth(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.map(({ label, values }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {months.map((month, index) => (
                  <td key={month}>{values[index] === null || values[index] === undefined ? "–" : format.percent(values[index])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
