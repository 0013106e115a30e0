import { type FormEvent, useEffect, useRef, useState } from "react";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button } from "#ui/light/Button.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { KeyHint } from "#ui/work/KeyHint.tsx";
import css from "./leader.module.css";
import type { Leader } from "./useLeader.ts";

export const DECISION_ID = "keputusan";
const LONGEST = 300;

/** K, one line, Enter: owner and day are filled in already. Esc gives the keys back to the slides. */
export function DecisionForm({ leader: { view, room, item, act } }: { leader: Leader }) {
  const { leader: words } = useMeetingCopy();
  const field = useRef<HTMLFormElement>(null);
  const onScreen = item?.slide.person?.id ?? view.attendance[0]?.person.id ?? "";
  const [text, setText] = useState("");
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const [isUnit, setUnit] = useState(item?.slide.kind === "unit");
  const itemId = item?.slide.itemId ?? null;
  // A new slide: its own person owns what is decided, unless a line has been begun.
  useEffect(() => {
    setOwner(null);
    setUnit(item?.slide.kind === "unit");
  }, [itemId, item?.slide.kind]);
  const chosenDue = due ?? view.nextMeeting.date;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said === "" || chosenDue === "") return;
    act.decide({ text: said, ownerId: isUnit ? (item?.slide.unit?.id ?? room.unit.id) : (owner ?? onScreen), pemilik: isUnit ? "unit" : "pribadi", due: chosenDue, itemId });
    setText("");
    setOwner(null);
    // The keys are the slides' again at once.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  return (
    <form ref={field} className={css["decision"]} onSubmit={save} aria-label={words.decision} onKeyDown={(event) => event.key === "Escape" && (event.stopPropagation(), event.target instanceof HTMLElement && event.target.blur())}>
      <TextInput id={DECISION_ID} label={words.decisionText} aside={<KeyHint keys="K" />} autoComplete="off" maxLength={LONGEST} value={text} onChange={(event) => setText(event.target.value)} />
      <div className={css["decisionFields"]}>
        <NativeSelect label={words.owner} value={isUnit ? "" : (owner ?? onScreen)} disabled={isUnit} onChange={(event) => setOwner(event.target.value)} options={[...(isUnit ? [{ value: "", label: item?.slide.unit?.name ?? room.unit.name }] : []), ...view.attendance.map(({ person }) => ({ value: person.id, label: person.name }))]} />
        <TextInput label={words.due} type="date" value={chosenDue} onChange={(event) => setDue(event.target.value)} />
      </div>
      <div className={css["decisionFoot"]}>
        <Checkbox label={words.unitPromise} checked={isUnit} onChange={(event) => setUnit(event.target.checked)} />
        <Button type="submit" kind="primary">{words.decide}</Button>
      </div>
    </form>
  );
}
