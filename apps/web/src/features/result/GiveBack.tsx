import { readResult, returnResult, type ResultView } from "@teraju/contracts/result";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useResultCopy } from "#copy/page/result.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { DayClock } from "#ui/light/DayClock.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import css from "./result.module.css";

/** The signed document on its way: what was done and when, the days of what is still to be done, and the pegawai's own step. */
export function GiveBack({ shown: { id, dokumen } }: { shown: ResultView }) {
  const { document: words } = useResultCopy();
  const format = useFormat();
  return (
    <Card title={words.title}>
      <ol className={css["steps"]}>
        {dokumen.langkah.map(({ langkah, clock, doneOn, isLate }) => (
          <li key={langkah}>
            <b>{words.step[langkah]}</b>
            {doneOn !== null ? (
              <p>{isLate ? words.doneLate(format.date(doneOn)) : words.done(format.date(doneOn))} {langkah === "pengembalian" && dokumen.answer !== null && words.answer[dokumen.answer]} {langkah === "pelaporan" && dokumen.isKeberatanRunning && words.running}</p>
            ) : clock === null ? <p className="quiet">{words.waits}</p> : <DayClock clock={clock} />}
          </li>
        ))}
      </ol>
      {dokumen.actions.giveBack.length === 0 && <Ask id={id} />}
    </Card>
  );
}

function Ask({ id }: { id: string }) {
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
