import { type ButtonHTMLAttributes, type ReactNode, useId } from "react";
import { Link, type LinkProps } from "react-router-dom";
import { classes } from "../styles/classes.ts";
import css from "./Button.module.css";
import type { Icon } from "./icons.ts";

type Look = {
  /** One `primary` on a screen. `danger` only for what destroys. */
  kind?: "primary" | "secondary" | "quiet" | "danger";
  isWide?: boolean;
  isSmall?: boolean;
  icon?: Icon;
};
const look = ({ kind = "secondary", isWide = false, isSmall = false }: Look, className?: string) =>
  classes(css["button"], css[kind], isWide && css["wide"], isSmall && css["small"], className);

type ButtonProps = Look &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    isBusy?: boolean;
    /** Why it cannot be pressed now. It stays focusable, and the reason is read with it. */
    refusal?: ReactNode;
    children?: ReactNode;
  };

export function Button({ kind, isWide, isSmall, icon: Icon, isBusy = false, refusal, className, children, type = "button", onClick, id, ...rest }: ButtonProps) {
  const isRefused = refusal !== undefined && refusal !== null && refusal !== false;
  const isOff = isBusy || isRefused;
  const reason = useId();
  const button = (
    <button
      {...rest}
      id={id}
      type={type}
      className={look({ kind, isWide, isSmall }, classes(!children && css["bare"], className))}
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      aria-describedby={isRefused ? reason : rest["aria-describedby"]}
      onClick={isOff ? (event) => event.preventDefault() : onClick}
    >
      {Icon && <Icon size={20} aria-hidden />}
      {children && <span>{children}</span>}
    </button>
  );
  if (!isRefused) return button;
  return (
    <span className={classes(css["refused"], isWide && css["wideBox"])}>
      {button}
      <span id={reason} className={css["refusal"]}>{refusal}</span>
    </span>
  );
}

/** Looks like a button, goes to a page. */
export function LinkButton({ kind, isWide, isSmall, icon: Icon, className, children, ...rest }: Look & LinkProps) {
  return (
    <Link {...rest} className={look({ kind, isWide, isSmall }, className)}>
      {Icon && <Icon size={20} aria-hidden />}
      <span>{children}</span>
    </Link>
  );
}
