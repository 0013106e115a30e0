import type { ReactNode } from "react";
import { classes } from "../styles/classes.ts";
import css from "./Alert.module.css";
import { IconAlert, IconCheck, IconInfo } from "./icons.ts";

const ICON = { info: IconInfo, good: IconCheck, attention: IconAlert, error: IconAlert };

type AlertProps = {
  kind?: keyof typeof ICON;
  title?: ReactNode;
  children?: ReactNode;
  /** True where it appears after something the person did: it is then read out. */
  isLive?: boolean;
};

export function Alert({ kind = "info", title, children, isLive = false }: AlertProps) {
  const Icon = ICON[kind];
  return (
    <div className={classes(css["alert"], css[kind])} role={isLive ? (kind === "error" ? "alert" : "status") : undefined}>
      <Icon size={22} aria-hidden />
      <div>
        {title && <p className={css["title"]}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** A word of state. The colour only repeats it. */
export function Badge({ kind = "plain", children }: { kind?: "plain" | "good" | "info" | "attention" | "error"; children: ReactNode }) {
  return <span className={classes(css["badge"], css[kind])}>{children}</span>;
}
