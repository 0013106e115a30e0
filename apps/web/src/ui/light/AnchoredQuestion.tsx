import { type ReactNode, useId } from "react";
import { classes } from "../styles/classes.ts";
import { FieldError, useFieldIds } from "./Field.tsx";
import css from "./AnchoredQuestion.module.css";

type AnchoredQuestionProps<Level extends string | number> = {
  /** The control's id is that of its first level, so that an error summary can lead there. */
  id?: string;
  label: ReactNode;
  help?: ReactNode;
  error?: string | null;
  /** From the least to the most, each in words that can be observed. */
  levels: readonly { value: Level; label: ReactNode }[];
  value: Level | null;
  onChange: (value: Level) => void;
  /** A full answer beside the scale: who does not know, says so. Without it every question must find a level. */
  unknown?: { value: Level; label: ReactNode };
};

/** One question whose levels are sentences, not marks: beneath each other on a phone, side by side on a desk. Native radios: arrows move, Tab leaves. */
export function AnchoredQuestion<Level extends string | number>({ id, label, help, error, levels, value, onChange, unknown }: AnchoredQuestionProps<Level>) {
  const name = useId();
  const ids = useFieldIds(id, { help, error });
  const radio = (option: { value: Level; label: ReactNode }, more: { id?: string; className?: string | undefined }) => (
    <label key={option.value} className={classes(css["level"], more.className)}>
      <input type="radio" id={more.id} name={name} value={option.value} checked={value === option.value} onChange={() => onChange(option.value)} />
      <span>{option.label}</span>
    </label>
  );
  return (
    <fieldset className={classes(css["question"], error && css["wrong"])} aria-describedby={ids.aria["aria-describedby"]}>
      <legend className={css["legend"]}>{label}</legend>
      {help && <div id={ids.helpId} className={css["help"]}>{help}</div>}
      {error && <FieldError id={ids.errorId}>{error}</FieldError>}
      <div className={css["levels"]}>{levels.map((level, index) => radio(level, index === 0 ? { id: ids.control } : {}))}</div>
      {unknown && radio(unknown, { className: css["unknown"] })}
    </fieldset>
  );
}
