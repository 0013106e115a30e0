import type { ReactNode } from "react";
import { classes } from "../styles/classes.ts";
import css from "./Bullet.module.css";

type BulletProps = {
  value: number | null;
  target: number | null;
  lastMonth?: number | null;
  /** `attention`: something to talk about. Never a verdict on a person. */
  tone?: "good" | "attention";
  /** Under the bar, left: "85% dari target". */
  caption?: ReactNode;
  /** Under the bar, right: "Bulan lalu 16". */
  lastMonthCaption?: ReactNode;
};

/** Where on the scale, in percent of its length. */
function shares({ value, target, lastMonth }: Pick<BulletProps, "value" | "target" | "lastMonth">) {
  const end = Math.max(value ?? 0, target ?? 0, lastMonth ?? 0) || 1;
  const share = (figure: number | null | undefined) => (figure === null || figure === undefined ? null : Math.max(0, Math.min(100, (figure / end) * 100)));
  return { value: share(value) ?? 0, target: share(target), lastMonth: share(lastMonth) };
}

/** A bar, a black tick for the target, a small triangle for last month. The figures stand in words beside it. */
export function Bullet({ value, target, lastMonth = null, tone = "good", caption, lastMonthCaption }: BulletProps) {
  const at = shares({ value, target, lastMonth });
  return (
    <div className={css["bullet"]}>
      <div className={css["track"]} aria-hidden>
        {at.value > 0 && <span className={classes(css["fill"], css[tone])} style={{ width: `${at.value}%` }} />}
        {at.target !== null && <span className={css["target"]} style={{ left: `${at.target}%` }} />}
        {at.lastMonth !== null && <span className={css["last"]} style={{ left: `${at.lastMonth}%` }} />}
      </div>
      {(caption || lastMonthCaption) && (
        <p className={css["captions"]}>
          <span>{caption}</span>
          <span className={css["lastCaption"]}>{lastMonthCaption}</span>
        </p>
      )}
    </div>
  );
}
