import { readResult, returnResult } from "@teraju/contracts/result";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useResultCopy } from "#copy/page/result.ts";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";

/** The pegawai's own step with the signed document: agreed, or not, with a word. */
export default function AskBack({ id }: { id: string }) {
  const { document: words } = useResultCopy();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const save = useMutation(apiMutation(returnResult, { invalidates: [readResult] }));
  const send = (answer: "setuju" | "menolak_menandatangani") => save.mutate({ params: { id }, body: { answer, note: note.trim() || null } }, { onSuccess: () => setOpen(false) });
  return (
    <div className="stack-tight no-print">
      <p><b>{words.ask}</b> {words.askHelp}</p>
      <div className="row">
        <Button kind="primary" isBusy={save.isPending && !isOpen} onClick={() => send("setuju")}>{words.agree}</Button>
        <Button onClick={() => setOpen(true)}>{words.refuse}</Button>
      </div>
      {!isOpen && <ProblemAlert error={save.error} />}
      <Dialog
        isOpen={isOpen} onClose={() => setOpen(false)} title={words.refuseTitle}
        actions={<><Button kind="primary" isBusy={save.isPending} onClick={() => send("menolak_menandatangani")}>{words.refuse}</Button><Button onClick={() => setOpen(false)}>{words.cancel}</Button></>}
      >
        <div className="stack-tight">
          <p>{words.askHelp}</p>
          <TextInput label={words.refuseNote} isOptional value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
          <ProblemAlert error={save.error} />
        </div>
      </Dialog>
    </div>
  );
}
