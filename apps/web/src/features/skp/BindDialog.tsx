import { bindSkp, readMySkp, readSkp, type SkpView } from "@teraju/contracts/skp";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";

/** Offered once the superior's SKP is there and something is not bound: what was only written down becomes a binding. */
export function BindButton({ skp }: { skp: SkpView }) {
  const words = useSkpCopy();
  const [isOpen, setOpen] = useState(false);
  if (skp.superiorResults.length === 0 || skp.hasilKerja.every((result) => result.intervenedLineId !== null)) return null;
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {words.bind}
      </Button>
      {isOpen && <BindDialog skp={skp} onClose={() => setOpen(false)} />}
    </>
  );
}

function BindDialog({ skp, onClose }: { skp: SkpView; onClose: () => void }) {
  const words = useSkpCopy();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const send = useMutation({ ...apiMutation(bindSkp, { invalidates: [readMySkp, readSkp] }), onSuccess: onClose });
  const save = () => {
    const bindings = Object.entries(chosen).map(([lineId, intervenedLineId]) => ({ lineId, intervenedLineId: intervenedLineId === "" ? null : intervenedLineId }));
    if (bindings.length === 0) onClose();
    else send.mutate({ params: { id: skp.id }, body: { version: skp.version, bindings } });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.bindTitle}
      actions={
        <>
          <Button kind="primary" isBusy={send.isPending} onClick={save}>
            {words.bindSave}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <ProblemAlert error={send.error} />
      <div className="stack">
        {skp.hasilKerja.map((result, at) => (
          <NativeSelect
            key={result.lineId}
            label={`${at + 1}. ${result.text}`}
            value={chosen[result.lineId] ?? result.intervenedLineId ?? ""}
            onChange={(event) => setChosen({ ...chosen, [result.lineId]: event.target.value })}
            options={superiorOptions(skp, result, words.bindNone)}
          />
        ))}
      </div>
    </Dialog>
  );
}

/** The superior's results now, and the one bound before where it is no longer among them. */
export function superiorOptions({ superiorResults }: Pick<SkpView, "superiorResults">, bound: { intervenedLineId: string | null; intervenedText?: string | null }, none: string) {
  const { intervenedLineId, intervenedText } = bound;
  const isGone = intervenedLineId !== null && !superiorResults.some((result) => result.lineId === intervenedLineId);
  return [
    { value: "", label: none },
    ...superiorResults.map((result) => ({ value: result.lineId, label: result.text })),
    ...(isGone && intervenedLineId !== null ? [{ value: intervenedLineId, label: intervenedText ?? intervenedLineId }] : []),
  ];
}
