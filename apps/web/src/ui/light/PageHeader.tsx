import { type ReactNode, useEffect } from "react";
import { useCopy } from "#copy/copy.tsx";
import css from "./PageHeader.module.css";

/** The stroke of a highlighter under the number that matters: one on a screen. */
export function Mark({ children }: { children: ReactNode }) {
  return <mark className={css["mark"]}>{children}</mark>;
}

type PageHeaderProps = {
  /** The finding in words, not the name of the page. */
  title: ReactNode;
  /** The name of the page, for the browser's tab. */
  tab: string;
  sub?: ReactNode;
  /** The one primary action. */
  action?: ReactNode;
};

export function PageHeader({ title, tab, sub, action }: PageHeaderProps) {
  usePageTitle(tab);
  return (
    <header className={css["header"]}>
      <div className={css["words"]}>
        <h1>{title}</h1>
        {sub && <p className={css["sub"]}>{sub}</p>}
      </div>
      {action && <div className={css["action"]}>{action}</div>}
    </header>
  );
}

/** Names the browser's tab. */
export function usePageTitle(tab: string) {
  const { frame } = useCopy();
  useEffect(() => {
    document.title = `${tab} · ${frame.product}`;
  }, [tab, frame.product]);
}
