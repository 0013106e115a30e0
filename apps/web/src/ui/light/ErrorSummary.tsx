import { useEffect, useRef } from "react";
import { useCopy } from "#copy/copy.tsx";
import css from "./ErrorSummary.module.css";

/** `field` is the id of the control, `text` the same words as beside it. */
export type FieldFault = { field: string; text: string };

function goTo(field: string) {
  const control = document.getElementById(field);
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}

/** All that is wrong, at the top of the form; it takes the focus when it appears and when it changes. */
export function ErrorSummary({ faults }: { faults: readonly FieldFault[] }) {
  const { parts } = useCopy();
  const box = useRef<HTMLDivElement>(null);
  const shape = faults.map(({ field, text }) => `${field} ${text}`).join("\n");
  useEffect(() => {
    if (shape === "") return;
    box.current?.scrollIntoView({ block: "start" });
    box.current?.focus({ preventScroll: true });
  }, [shape]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} className={css["summary"]} role="alert" tabIndex={-1}>
      <h2>{parts.errorSummaryTitle(faults.length)}</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(field);
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The words for one field, to stand beside it. */
export function faultOf(faults: readonly FieldFault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text;
}
