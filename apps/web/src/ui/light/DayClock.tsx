import type { ClockView } from "@teraju/contracts/keberatan";
import { useFormat } from "#copy/copy.tsx";
import { useKeberatanDaysCopy } from "#copy/page/keberatan-days.ts";
import { classes } from "../styles/classes.ts";
import css from "./DayClock.module.css";

/** A legal deadline counted aloud: which working day it is, how many are left, and which days off were passed over. */
export function DayClock({ clock }: { clock: ClockView }) {
  const { clock: words } = useKeberatanDaysCopy();
  const format = useFormat();
  const { mulai, sampai, hari, ke, sisa, libur, pengganti, ground } = clock;
  const isOver = sisa < 0 || ke > hari;
  const until = format.day(sampai);
  const list = (days: readonly string[]) => format.list(days.map((day) => format.shortDay(day)));
  return (
    <div className={classes(css["clock"], isOver && css["late"])}>
      <div className={css["days"]} aria-hidden>
        {Array.from({ length: hari }, (_, index) => (
          <span key={index} className={classes(index + 1 < ke && css["gone"], index + 1 === ke && (isOver ? css["gone"] : css["today"]))} />
        ))}
      </div>
      <p className={css["count"]}>
        {isOver ? (sisa === 0 ? words.overWeekend(until) : words.over(-sisa, until)) : `${ke === 0 ? words.notBegun(hari) : words.count(ke, hari)} ${sisa === 0 ? words.lastDay(until) : words.left(sisa, until)}`}
      </p>
      <p className="small quiet">
        {[words.since(format.date(mulai)), words.weekend, libur.length > 0 && words.libur(list(libur)), pengganti.length > 0 && words.pengganti(list(pengganti)), words.basis(ground.cite.regulation, ground.cite.part)].filter(Boolean).join(" ")}
      </p>
    </div>
  );
}
