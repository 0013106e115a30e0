import { useEffect, useState } from "react";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { classes } from "#ui/styles/classes.ts";
import css from "./Timer.module.css";
import { spoken } from "./timer.ts";

export type TimerProps = {
  /** When this turn began by the server's clock, ISO 8601; null while nobody speaks. */
  startedAt: string | null;
  /** What is planned for it. */
  minutes: number;
  /** The server's clock less this device's, in ms: phones in one room differ by minutes. */
  skewMs: number;
};

/** Counts up, calm: amber from four fifths on, then how much it is over. It never beeps and is not read out each second. */
export function Timer({ startedAt, minutes, skewMs }: TimerProps) {
  const { timer: words } = useMeetingCopy();
  const now = useSeconds(startedAt !== null);
  const { clock, state, over } = spoken(startedAt === null ? 0 : now + skewMs - Date.parse(startedAt), minutes);
  const write = ([m, s]: readonly [string, string]) => words.clock(m, s);
  return (
    <p className={classes(css["timer"], css[state])} role="timer" aria-label={words.name}>
      <b>{write(clock)}</b>
      <span>{over === null ? words.of(minutes) : words.over(write(over))}</span>
    </p>
  );
}

/** This device's clock in ms, told anew each second while it is needed. */
function useSeconds(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
