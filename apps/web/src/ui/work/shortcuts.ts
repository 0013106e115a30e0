import { useEffect, useRef, useSyncExternalStore } from "react";

const STORED_UNDER = "teraju.shortcuts";
const CHANGED = "teraju-shortcuts";

function areOn(): boolean {
  try {
    return localStorage.getItem(STORED_UNDER) !== "off";
  } catch {
    return true;
  }
}

function subscribe(changed: () => void) {
  addEventListener(CHANGED, changed);
  return () => removeEventListener(CHANGED, changed);
}

/** Whether this device uses single keys. They can be switched off (WCAG 2.1.4): who dictates would trigger them. */
export const useShortcutsOn = (): boolean => useSyncExternalStore(subscribe, areOn, () => true);

export function setShortcutsOn(isOn: boolean): void {
  try {
    localStorage.setItem(STORED_UNDER, isOn ? "on" : "off");
  } catch {
    // Where storage is closed the choice cannot be kept.
  }
  dispatchEvent(new Event(CHANGED));
}

/** "j", "enter", "alt+1": the name of what was pressed. With Alt the key's place counts, for some keyboards write other signs there. */
function nameOf(event: KeyboardEvent): string {
  if (event.altKey) return `alt+${event.code.replace(/^(Key|Digit)/, "").toLowerCase()}`;
  return event.key.toLowerCase();
}

const isWriting = (target: EventTarget | null) => target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]");
const opensItself = (target: EventTarget | null) => target instanceof HTMLElement && target.matches("a, button, summary, input");

/** Keys of a page: `useShortcuts({ j: next, k: previous, "alt+1": rate })`. Silent while somebody writes, in a dialog, or when switched off. */
export function useShortcuts(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  latest.current = keys;
  const isOn = useShortcutsOn();
  useEffect(() => {
    if (!isOn) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.defaultPrevented || isWriting(event.target)) return;
      const isInDialog = document.querySelector("dialog[open]") !== null;
      // Enter on a button is that button.
      if (isInDialog || (event.key === "Enter" && opensItself(event.target))) return;
      const action = latest.current[nameOf(event)];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [isOn]);
}
