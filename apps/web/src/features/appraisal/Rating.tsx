import type { KeyboardEvent } from "react";
import { useCopy } from "#copy/copy.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { KeyHint } from "#ui/work/KeyHint.tsx";
import { useShortcutsOn } from "#ui/work/shortcuts.ts";
import { EKSPEKTASI, type Ekspektasi } from "./ratings.ts";

type RatingProps = { label: string; help?: string; error?: string | null; id?: string; value: Ekspektasi | null; isFixed: boolean; onChange: (rating: Ekspektasi) => void };

/** Di atas, sesuai, di bawah. Alt+1 2 3 rate the row in which the focus stands. */
export function Rating({ label, help, error, id, value, isFixed, onChange }: RatingProps) {
  const { vocabulary } = useCopy();
  const isOn = useShortcutsOn();
  const pressed = (event: KeyboardEvent) => {
    const rating = event.altKey ? EKSPEKTASI[Number(event.code.replace("Digit", "")) - 1] : undefined;
    if (rating === undefined || isFixed || !isOn) return;
    event.preventDefault();
    onChange(rating);
  };
  return (
    // The keys act on the radios within: the group itself is no control.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={pressed}>
      <RadioGroup
        {...(id === undefined ? {} : { id })}
        label={label}
        help={help}
        error={error}
        isInline
        value={value}
        onChange={onChange}
        options={EKSPEKTASI.map((rating, index) => ({ value: rating, label: vocabulary.ekspektasiShort[rating], isDisabled: isFixed, keyHint: <KeyHint keys={`Alt+${index + 1}`} /> }))}
      />
    </div>
  );
}
