import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import type { Shortcut } from "#ui/work/KeyHint.tsx";

export { ShortcutList } from "#ui/work/KeyHint.tsx";

/** The leader's keys, for the list behind "?". */
export function useShortcutWords(): Shortcut[] {
  const { keys } = useMeetingCopy().leader;
  return [
    { keys: "→", does: keys.next }, { keys: "←", does: keys.back }, { keys: "K", does: keys.decide }, { keys: "T", does: keys.defer }, { keys: "H", does: keys.attendance },
    { keys: "P", does: keys.pause }, { keys: "B", does: keys.blank }, { keys: "F", does: keys.full }, { keys: "Esc", does: keys.leave },
  ];
}
