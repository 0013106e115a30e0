import type { ReactNode } from "react";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { classes } from "#ui/styles/classes.ts";
import { Timer, type TimerProps } from "./Timer.tsx";
import css from "./Wall.module.css";

export type WallNote = { id: string; text: string; sub: string };
type WallProps = {
  children: ReactNode;
  /** What was promised before and what is decided now, about who is on the wall. Both empty: no panel, the slide has the width. */
  before: readonly WallNote[];
  decided: readonly WallNote[];
  /** "16 hadir, 1 izin, 1 belum masuk" */
  presence: string;
  isPanelHidden: boolean;
  timer: TimerProps;
  at: number;
  of: number;
  /** "Berikutnya M. Yusuf" */
  next: string | null;
  isBlank: boolean;
  /** Opening, promises and closing have no speaking time. */
  isTimed: boolean;
  /** "Tanpa sinyal", where nothing is heard of the leader. */
  notice: string | null;
  /** Null where the whole screen is taken already. */
  onFullScreen: (() => void) | null;
};

/** More does not fit beside a slide; the newest stand there, all of them in the notulen. */
const ROOM = 3;

/** Layar utama: the slide, what was promised and decided, and below when the next one speaks. */
export function Wall({ children, before, decided, presence, isPanelHidden, timer, at, of, next, isBlank, isTimed, notice, onFullScreen }: WallProps) {
  const { wall: words } = useMeetingCopy();
  return (
    <main className={css["wall"]}>
      <div className={css["grid"]} aria-hidden={isBlank || undefined}>
        {children}
        {!isPanelHidden && (
          <aside className={css["panel"]} aria-label={words.panel}>
            {before.length > 0 && <Notes title={words.before} notes={before.slice(0, decided.length > 0 ? 2 : ROOM)} />}
            {decided.length > 0 && <Notes title={words.decided} notes={decided.slice(-(before.length > 0 ? 2 : ROOM))} />}
          </aside>
        )}
        <footer className={classes(css["bar"], "on-dark")}>
          {isTimed && <Timer {...timer} />}
          <span className={css["steps"]} aria-hidden>
            {Array.from({ length: of }, (_, i) => <i key={i} className={classes(i < at - 1 && css["done"], i === at - 1 && css["now"])} />)}
          </span>
          {isTimed && <p className={css["presence"]}>{presence}</p>}
          {notice !== null && <p className={css["notice"]} role="status">{notice}</p>}
          {next !== null && <p className={css["next"]}>{next}</p>}
          {onFullScreen !== null && <button type="button" className={css["full"]} onClick={onFullScreen}>{words.fullScreen}</button>}
        </footer>
      </div>
      {isBlank && <div className={css["blank"]} role="status" aria-label={words.blank} />}
    </main>
  );
}

function Notes({ title, notes }: { title: string; notes: readonly WallNote[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {notes.map(({ id, text, sub }) => (
          <li key={id}>
            <p>{text}</p>
            <p>{sub}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
