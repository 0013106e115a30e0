import { type ReactNode, useEffect, useRef } from "react";
import { classes } from "../styles/classes.ts";
import button from "../light/Button.module.css";
import css from "./Menu.module.css";

/** Further actions behind one button: buttons and links as children. Esc, a choice, or a press elsewhere closes it. */
export function Menu({ label, children }: { label: ReactNode; children: ReactNode }) {
  const box = useRef<HTMLDetailsElement>(null);
  const close = (takesFocus: boolean) => {
    const details = box.current;
    if (!details?.open) return;
    details.open = false;
    if (takesFocus) details.querySelector("summary")?.focus();
  };
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close(false);
    };
    addEventListener("pointerdown", pressed);
    return () => removeEventListener("pointerdown", pressed);
  }, []);
  return (
    <details
      ref={box}
      className={classes(css["menu"], "no-print")}
      onKeyDown={(event) => event.key === "Escape" && close(true)}
      onBlur={(event) => event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget) && close(false)}
    >
      <summary className={classes(button["button"], button["secondary"], button["small"])}>
        {label} <span aria-hidden>▾</span>
      </summary>
      <div className={css["list"]} onClick={() => close(true)}>
        {children}
      </div>
    </details>
  );
}
