import { useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { Button } from "../light/Button.tsx";
import { Dialog } from "../light/Dialog.tsx";
import { Checkbox } from "../light/RadioGroup.tsx";
import css from "./KeyHint.module.css";
import { setShortcutsOn, useShortcuts, useShortcutsOn } from "./shortcuts.ts";

/** The key that does the same, beside a button; nothing where keys are switched off. */
export function KeyHint({ keys }: { keys: string }) {
  return useShortcutsOn() ? (
    <kbd className={css["key"]} aria-hidden>
      {keys}
    </kbd>
  ) : null;
}

export type Shortcut = { keys: string; does: string };

/** The list of a page's keys, opened by its button or by "?", with the switch that turns them off. */
export function ShortcutList({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const { parts } = useCopy();
  const [isOpen, setOpen] = useState(false);
  const isOn = useShortcutsOn();
  useShortcuts({ "?": () => setOpen(true) });
  return (
    <>
      <span className={css["opener"]}>
        <Button kind="quiet" isSmall onClick={() => setOpen(true)}>
          {parts.shortcuts} <KeyHint keys="?" />
        </Button>
      </span>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={parts.shortcuts}>
        <dl className={css["list"]}>
          {shortcuts.map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                <kbd className={css["key"]}>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <Checkbox label={parts.shortcutsOn} checked={isOn} onChange={(event) => setShortcutsOn(event.target.checked)} />
      </Dialog>
    </>
  );
}
