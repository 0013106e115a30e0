import type { DayChange } from "@teraju/contracts/calendar";
import { type FormEvent, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useCycleCopy } from "#copy/page/cycle.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { Textarea, TextInput } from "#ui/light/TextInput.tsx";

type Day = { day: string; kind: "libur" | "pengganti"; name: string; basis: string };
type Props = { day: Day | null; today: string; onLook: (change: DayChange) => void; onClose: () => void };

/**
 * A new special day, or one that is changed or becomes an ordinary day again; a day that has passed with the reason why that comes late.
 * Nothing is saved here: the effects are looked at first.
 */
export function DayForm({ day: before, today, onLook, onClose }: Props) {
  const words = useCycleCopy();
  const format = useFormat();
  const [day, setDay] = useState(before?.day ?? "");
  const [kind, setKind] = useState<Day["kind"]>(before?.kind ?? "libur");
  const [name, setName] = useState(before?.name ?? "");
  const [basis, setBasis] = useState(before?.basis ?? "");
  const [reason, setReason] = useState("");
  const isLate = day !== "" && day <= today;
  const late = isLate ? { alasan: reason.trim() } : {};
  const send = (event: FormEvent) => { event.preventDefault(); onLook({ day, kind, name: name.trim(), basis: basis.trim(), ...late }); };
  return (
    <Card title={before === null ? words.add : words.changeOf(format.date(before.day))}>
      <form className="stack-tight" onSubmit={send}>
        {before === null && <TextInput type="date" label={words.day} required value={day} onChange={(event) => setDay(event.target.value)} />}
        <RadioGroup label={words.kind} isInline value={kind} onChange={setKind} options={[{ value: "libur", label: words.kinds.libur }, { value: "pengganti", label: words.kinds.pengganti }]} />
        <TextInput label={words.name} required minLength={3} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        <TextInput label={words.basis} help={words.basisHelp} required minLength={5} maxLength={200} value={basis} onChange={(event) => setBasis(event.target.value)} />
        {isLate && <Alert kind="attention" title={words.lateTitle}><p>{words.lateText}</p></Alert>}
        {isLate && <Textarea label={words.lateReason} help={words.lateReasonHelp} required minLength={10} maxLength={500} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />}
        <div className="row">
          <Button type="submit" kind="primary">{words.look}</Button>
          {before !== null && <Button kind="quiet" aria-label={words.removeOf(format.date(before.day))} onClick={() => onLook({ day: before.day, kind: null, name: before.name, basis: basis.trim(), ...late })}>{words.remove}</Button>}
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Card>
  );
}
