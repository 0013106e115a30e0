import { type ReactNode, useId } from "react";
import { useCopy } from "#copy/copy.tsx";
import { classes } from "../styles/classes.ts";
import css from "./Field.module.css";

export type FieldProps = {
  label: ReactNode;
  /** A sentence under the label. */
  help?: ReactNode;
  /** What is wrong, in the same words as in the summary. */
  error?: string | null | undefined;
  isOptional?: boolean;
  /** Stands at the right of the label: a link such as "Isi dari 6 catatan harian". */
  aside?: ReactNode;
};

/** Words about a field that are wrong, beside it. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  const { parts } = useCopy();
  return (
    <p id={id} className={css["error"]}>
      <span className="visually-hidden">{parts.errorPrefix} </span>
      {children}
    </p>
  );
}

/** The ids that bind a control to its words. */
export function useFieldIds(id: string | undefined, { help, error }: Pick<FieldProps, "help" | "error">) {
  const own = useId();
  const control = id ?? own;
  const helpId = help ? `${control}-help` : undefined;
  const errorId = error ? `${control}-error` : undefined;
  const describedBy = classes(helpId, errorId) || undefined;
  return { control, helpId, errorId, aria: { "aria-describedby": describedBy, "aria-invalid": error ? true : undefined } };
}

/** Label, help and error around one native control. */
export function Field({ label, help, error, isOptional, aside, ids, children }: FieldProps & { ids: ReturnType<typeof useFieldIds>; children: ReactNode }) {
  const { parts } = useCopy();
  return (
    <div className={classes(css["field"], error && css["wrong"])}>
      <div className={css["head"]}>
        <label htmlFor={ids.control}>
          {label} {isOptional && <span className={css["optional"]}>{parts.optional}</span>}
        </label>
        {aside}
      </div>
      {help && (
        <p id={ids.helpId} className={css["help"]}>
          {help}
        </p>
      )}
      {error && <FieldError id={ids.errorId}>{error}</FieldError>}
      {children}
    </div>
  );
}
