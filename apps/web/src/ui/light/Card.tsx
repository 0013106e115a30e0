import { type ReactNode, useId } from "react";
import { classes } from "../styles/classes.ts";
import css from "./Card.module.css";

type CardProps = {
  title?: ReactNode;
  /** A quiet sentence under the title. */
  sub?: ReactNode;
  /** At the right of the title. */
  aside?: ReactNode;
  kind?: "plain" | "info" | "attention";
  className?: string;
  children?: ReactNode;
};

/** A thing on the page, with its finding as the heading. */
export function Card({ title, sub, aside, kind = "plain", className, children }: CardProps) {
  const id = useId();
  return (
    <section className={classes(css["card"], css[kind], className)} aria-labelledby={title ? id : undefined}>
      {(title || aside) && (
        <header className={css["head"]}>
          <div>
            {title && <h2 id={id}>{title}</h2>}
            {sub && <p className={css["sub"]}>{sub}</p>}
          </div>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}

/** Lines of a card with a button each: a list of what waits. */
export function Lines({ children }: { children: ReactNode }) {
  return <ul className={css["lines"]}>{children}</ul>;
}

export function Line({ title, sub, action }: { title: ReactNode; sub?: ReactNode; action?: ReactNode }) {
  return (
    <li className={css["line"]}>
      <div>
        <p>{title}</p>
        {sub && <p className={css["sub"]}>{sub}</p>}
      </div>
      {action}
    </li>
  );
}

/** Nothing is here, and that is fine: says so, and what comes next. */
export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css["empty"]}>
      <p className={css["emptyTitle"]}>{title}</p>
      {children && <p className="quiet">{children}</p>}
      {action}
    </div>
  );
}
