import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { IconChevronLeft } from "./icons.ts";
import { OfflineLine } from "./OfflineLine.tsx";
import { usePageTitle } from "./PageHeader.tsx";
import css from "./TaskFrame.module.css";

type TaskFrameProps = {
  /** "Laporan November" */
  title: string;
  /** "Tersimpan di HP, pukul 14.02": always where the words are, never only that they are safe. */
  status?: ReactNode;
  backTo: string;
  children: ReactNode;
  /** The bar that stays at the foot: a quiet line, then the way back and the primary action. */
  foot?: ReactNode;
};

/** One task on the whole screen: its name and state above, its next step below. The route says `handle: { isTask: true }`. */
export function TaskFrame({ title, status, backTo, children, foot }: TaskFrameProps) {
  const { parts } = useCopy();
  usePageTitle(title);
  return (
    <div className={css["task"]}>
      <header className={`${css["head"]} on-dark`}>
        <Link to={backTo} className={css["back"]} aria-label={parts.back}>
          <IconChevronLeft size={28} stroke={2.2} aria-hidden />
        </Link>
        <div>
          <p className={css["title"]}>{title}</p>
          <p className={css["status"]} role="status">
            {status}
          </p>
        </div>
      </header>
      <div className={css["body"]}>{children}</div>
      {foot === undefined ? (
        <OfflineLine above="edge" />
      ) : (
        <footer className={css["foot"]}>
          <OfflineLine above="foot" />
          {foot}
        </footer>
      )}
    </div>
  );
}

/** The buttons of the foot: the way back is small, the primary action wide. */
export function TaskActions({ line, children }: { line?: ReactNode; children: ReactNode }) {
  return (
    <>
      {line && <p className={css["line"]}>{line}</p>}
      <div className={css["actions"]}>{children}</div>
    </>
  );
}
