import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { classes } from "../styles/classes.ts";
import { FieldError, type FieldProps, useFieldIds } from "./Field.tsx";
import css from "./Field.module.css";

type Choice<Value extends string> = { value: Value; label: ReactNode; help?: ReactNode; isDisabled?: boolean; keyHint?: ReactNode };
type RadioGroupProps<Value extends string> = FieldProps & {
  id?: string;
  options: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** Side by side where there is room. */
  isInline?: boolean;
};

/** One of few, all in sight. The group's `id` is its first radio, so that an error summary can lead there. */
export function RadioGroup<Value extends string>({ label, help, error, id, options, value, onChange, isInline = false }: RadioGroupProps<Value>) {
  const name = useId();
  const ids = useFieldIds(id, { help, error });
  return (
    <fieldset className={classes(error && css["wrong"])} aria-describedby={ids.aria["aria-describedby"]}>
      <legend className={css["legend"]}>{label}</legend>
      {help && (
        <p id={ids.helpId} className={css["help"]}>
          {help}
        </p>
      )}
      {error && <FieldError id={ids.errorId}>{error}</FieldError>}
      <div className={classes(css["choices"], isInline && css["inline"])}>
        {options.map((option, index) => (
          <label key={option.value} className={css["choice"]}>
            <input
              type="radio"
              id={index === 0 ? ids.control : undefined}
              name={name}
              value={option.value}
              checked={value === option.value}
              disabled={option.isDisabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.help && <small>{option.help}</small>}
            </span>
            {option.keyHint && <span className={css["key"]}>{option.keyHint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type CheckboxProps = { label: ReactNode; help?: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, "type">;

export function Checkbox({ label, help, ...rest }: CheckboxProps) {
  return (
    <label className={css["choice"]}>
      <input type="checkbox" {...rest} />
      <span>
        {label}
        {help && <small>{help}</small>}
      </span>
    </label>
  );
}
