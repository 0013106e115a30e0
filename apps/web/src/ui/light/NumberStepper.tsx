import { type KeyboardEvent, useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { parseFigure } from "#copy/format.ts";
import { Field, type FieldProps, useFieldIds } from "./Field.tsx";
import { IconMinus, IconPlus } from "./icons.ts";
import css from "./NumberStepper.module.css";

type NumberStepperProps = FieldProps & {
  id?: string;
  /** Spoken name where `label` is not plain text. */
  name?: string;
  value: number | null;
  /** null: nothing, or something that is no figure. */
  onChange: (value: number | null) => void;
  step?: number;
  min?: number;
  max?: number;
  unit?: string;
};

/**
 * A figure between a minus and a plus. What is typed stays as typed until the field is left; then it is written out the
 * language's way. Values outside `min` and `max` are not corrected while typing: the form says what is wrong.
 */
export function NumberStepper({ label, name, help, error, isOptional, aside, id, value, onChange, step = 1, min = 0, max = 999_999_999_999, unit }: NumberStepperProps) {
  const { parts } = useCopy();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const ids = useFieldIds(id, { help, error });
  const shown = typed ?? (value === null ? "" : format.number(value));
  const spoken = name ?? (typeof label === "string" ? label : "");

  const move = (direction: 1 | -1) => {
    // Hundredths as whole numbers: 0.1 + 0.2 must be 0.3.
    const next = Math.round(((value ?? 0) + direction * step) * 100) / 100;
    setTyped(null);
    onChange(Math.min(max, Math.max(min, next)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? 1 : -1);
  };
  const type = (text: string) => {
    setTyped(text);
    onChange(parseFigure(text, format.language));
  };
  return (
    <Field {...{ label, help, error, isOptional, aside, ids }}>
      <div className={css["stepper"]}>
        <button type="button" aria-label={parts.decrease(spoken)} disabled={value !== null && value <= min} onClick={() => move(-1)}>
          <IconMinus size={26} stroke={2.5} aria-hidden />
        </button>
        <input
          {...ids.aria}
          id={ids.control}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          onChange={(event) => type(event.target.value)}
          onBlur={() => value !== null && setTyped(null)}
          onKeyDown={onKeyDown}
        />
        {unit && <span className={css["unit"]}>{unit}</span>}
        <button type="button" aria-label={parts.increase(spoken)} disabled={value !== null && value >= max} onClick={() => move(1)}>
          <IconPlus size={26} stroke={2.5} aria-hidden />
        </button>
      </div>
    </Field>
  );
}
