import { type KeyboardEvent, type ReactNode, useId } from "react";
import { useCopy } from "#copy/copy.tsx";
import { useShortcutsOn } from "#ui/work/shortcuts.ts";
import { EKSPEKTASI, type Ekspektasi } from "./ratings.ts";
import css from "./appraisal.module.css";

type RatingProps = {
  /** What is rated; read out, and drawn too where `children` are left out. */
  label: string;
  /** What stands beside the three choices instead of the label. */
  children?: ReactNode;
  value: Ekspektasi | null;
  isFixed: boolean;
  onChange: (rating: Ekspektasi) => void;
};

/** Di atas, sesuai, di bawah on one line. Alt+1 2 3 rate the row in which the focus stands. */
export function Rating({ label, children, value, isFixed, onChange }: RatingProps) {
  const { vocabulary } = useCopy();
  const isOn = useShortcutsOn();
  const name = useId();
  const pressed = (event: KeyboardEvent) => {
    const rating = event.altKey ? EKSPEKTASI[Number(event.code.replace("Digit", "")) - 1] : undefined;
    if (rating === undefined || isFixed || !isOn) return;
    event.preventDefault();
    onChange(rating);
  };
  return (
    // The keys act on the radios within: the group itself is no control.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/no-noninteractive-element-interactions
    <fieldset className={css["rating"]} onKeyDown={pressed}>
      <legend className={children === undefined ? css["legend"] : "visually-hidden"}>{label}</legend>
      {children}
      <div className={css["three"]}>
        {EKSPEKTASI.map((rating) => (
          <label key={rating}>
            <input type="radio" name={name} value={rating} checked={value === rating} disabled={isFixed} onChange={() => onChange(rating)} />
            <span>{vocabulary.ekspektasiShort[rating]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
