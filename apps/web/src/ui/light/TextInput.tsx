import { type InputHTMLAttributes, type SelectHTMLAttributes, type TextareaHTMLAttributes, useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { Field, type FieldProps, useFieldIds } from "./Field.tsx";
import css from "./Field.module.css";
import { IconEye, IconEyeOff } from "./icons.ts";

/** One line. Dates too: `type="date"` is the phone's own picker. */
export function TextInput({ label, help, error, isOptional, aside, id, ...rest }: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const ids = useFieldIds(id, { help, error });
  return (
    <Field {...{ label, help, error, isOptional, aside, ids }}>
      <input type="text" {...rest} {...ids.aria} id={ids.control} className={css["control"]} />
    </Field>
  );
}

/** A password that can be looked at while it is typed. */
export function PasswordInput({ label, help, error, id, ...rest }: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "type">) {
  const { parts } = useCopy();
  const [isShown, setShown] = useState(false);
  const ids = useFieldIds(id, { help, error });
  const Eye = isShown ? IconEyeOff : IconEye;
  return (
    <Field {...{ label, help, error, ids }}>
      <div className={css["withButton"]}>
        <input {...rest} {...ids.aria} id={ids.control} type={isShown ? "text" : "password"} autoCapitalize="none" spellCheck={false} className={css["control"]} />
        <button type="button" className={css["inside"]} aria-label={isShown ? parts.hidePassword : parts.showPassword} onClick={() => setShown(!isShown)}>
          <Eye size={22} aria-hidden />
        </button>
      </div>
    </Field>
  );
}

/** Several lines; it grows with its text. With `maxLength` it counts once four fifths are used. */
export function Textarea({ label, help, error, isOptional, aside, id, ...rest }: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const ids = useFieldIds(id, { help, error });
  const used = typeof rest.value === "string" ? rest.value.length : 0;
  const isNearEnd = rest.maxLength !== undefined && used > rest.maxLength * 0.8;
  return (
    <Field {...{ label, help, error, isOptional, aside, ids }}>
      <textarea rows={3} {...rest} {...ids.aria} id={ids.control} className={css["control"]} />
      {isNearEnd && (
        <span className={css["count"]} aria-live="polite">
          {used}/{rest.maxLength}
        </span>
      )}
    </Field>
  );
}

export type Option = { value: string; label: string; isDisabled?: boolean };

/** The phone's own list. */
export function NativeSelect({ label, help, error, isOptional, aside, id, options, ...rest }: FieldProps & { options: readonly Option[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  const ids = useFieldIds(id, { help, error });
  return (
    <Field {...{ label, help, error, isOptional, aside, ids }}>
      <select {...rest} {...ids.aria} id={ids.control} className={css["control"]}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
