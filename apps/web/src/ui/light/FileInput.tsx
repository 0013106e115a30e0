import { type ChangeEvent, useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { Field, type FieldProps, useFieldIds } from "./Field.tsx";
import css from "./FileInput.module.css";
import { IconFile } from "./icons.ts";

type FileInputProps = FieldProps & {
  /** What the device's own picker offers, as `accept` of HTML. */
  accept: string;
  onPick: (file: File) => void;
  isDisabled?: boolean;
};

/**
 * One file from the device, by button or dropped on it. The browser's own control speaks the browser's language and has a width of
 * its own; here it lies unseen over a button in the words of the page, so that keyboard, dropping and screen readers keep it.
 */
export function FileInput({ label, help, error, isOptional, aside, accept, onPick, isDisabled = false }: FileInputProps) {
  const { parts } = useCopy();
  const [name, setName] = useState<string | null>(null);
  const ids = useFieldIds(undefined, { help, error });
  const pick = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    // Emptied, the control takes the same file again after it was mended; otherwise the browser sees no change.
    target.value = "";
    if (file === undefined) return;
    setName(file.name);
    onPick(file);
  };
  return (
    <Field {...{ label, help, error, isOptional, aside, ids }}>
      <div className={css["file"]}>
        <span className={css["button"]} aria-hidden><IconFile size={20} />{name === null ? parts.chooseFile : parts.otherFile}</span>
        {name !== null && <span className={css["name"]} aria-hidden>{name}</span>}
        <input type="file" accept={accept} {...ids.aria} id={ids.control} onChange={pick} disabled={isDisabled} />
      </div>
    </Field>
  );
}
