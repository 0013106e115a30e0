import { useFormat } from "#copy/copy.tsx";
import { classes } from "../styles/classes.ts";
import css from "./ThresholdBar.module.css";

/** `from` is where the band begins; the last one ends at `max`. */
export type Band = { from: number; label: string; tone: "low" | "middle" | "high" };

/** Where a figure stands between thresholds. Bands in rising order. */
export function ThresholdBar({ value, max, bands, label }: { value: number; max: number; bands: readonly Band[]; label: string }) {
  const format = useFormat();
  const start = bands[0]?.from ?? 0;
  const width = max - start || 1;
  const at = Math.max(0, Math.min(100, ((value - start) / width) * 100));
  const standing = bands.findLast((band) => band.from <= value);
  return (
    <div className={css["box"]} role="img" aria-label={`${label}: ${format.number(value)}${standing ? `, ${standing.label}` : ""}`}>
      <div className={css["bands"]} style={{ gridTemplateColumns: bands.map((band, index) => `${((bands[index + 1]?.from ?? max) - band.from) / width}fr`).join(" ") }}>
        {bands.map((band, index) => (
          <div key={band.label}>
            <span className={classes(css["band"], css[band.tone])} />
            <span className={css["label"]}>
              {index > 0 && <b>{format.number(band.from)} </b>}
              {band.label}
            </span>
          </div>
        ))}
      </div>
      <span className={css["value"]} style={{ left: `${at}%` }}>
        <b>{format.number(value)}</b>
      </span>
    </div>
  );
}
