import { recordHandover } from "@teraju/contracts/keberatan";
import { readResult, type ResultView } from "@teraju/contracts/result";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useKeberatanDaysCopy } from "#copy/page/keberatan-days.ts";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";

/** For the penilai of somebody without a phone: the printed result was handed over, and the days run from then. */
export function Handover({ shown: { id, penilai, openedAt, finalizedOn, keberatan } }: { shown: ResultView }) {
  const { card: words } = useKeberatanDaysCopy();
  const { person, today } = useSession();
  const [isOpen, setOpen] = useState(false);
  const [given, setGiven] = useState({ on: today, isSigned: true, note: "" });
  const save = useMutation(apiMutation(recordHandover, { invalidates: [readResult] }));
  if (person.id !== penilai.id || openedAt !== null || keberatan.receivedOn !== null) return null;
  const send = () => save.mutate({ params: { id }, body: { on: given.on, isSigned: given.isSigned, note: given.note.trim() || null } }, { onSuccess: () => setOpen(false) });
  return (
    <div className="no-print">
      <Button kind="quiet" onClick={() => setOpen(true)}>{words.handover}</Button>
      <Dialog
        isOpen={isOpen} onClose={() => setOpen(false)} title={words.handover}
        actions={<><Button kind="primary" isBusy={save.isPending} onClick={send}>{words.handoverSave}</Button><Button onClick={() => setOpen(false)}>{words.cancel}</Button></>}
      >
        <div className="stack-tight">
          <p>{words.handoverHelp}</p>
          <TextInput type="date" label={words.handoverDay} min={finalizedOn} max={today} value={given.on} onChange={(event) => setGiven({ ...given, on: event.target.value })} />
          <Checkbox label={words.handoverSigned} checked={given.isSigned} onChange={(event) => setGiven({ ...given, isSigned: event.target.checked })} />
          <TextInput label={words.handoverNote} isOptional value={given.note} maxLength={500} onChange={(event) => setGiven({ ...given, note: event.target.value })} />
          <ProblemAlert error={save.error} />
        </div>
      </Dialog>
    </div>
  );
}
