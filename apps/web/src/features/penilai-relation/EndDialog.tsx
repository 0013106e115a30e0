import { useId, useState } from "react";
import { usePenilaiRelationCopy } from "#copy/page/penilai-relation.ts";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { useSession } from "../../session.ts";

type Props = { name: string; from: string; isBusy: boolean; error: unknown; onEnd: (on: string) => void; onClose: () => void };
/** The first day without it. */
export function EndDialog({ name, from, isBusy, error, onEnd, onClose }: Props) {
  const words = usePenilaiRelationCopy();
  const { today } = useSession();
  const [on, setOn] = useState(today > from ? today : "");
  const form = useId();
  const actions = (
    <>
      <Button type="submit" form={form} kind="primary" isBusy={isBusy}>{words.end}</Button>
      <Button onClick={onClose}>{words.cancel}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={words.endTitle(name)} actions={actions}>
      <form id={form} onSubmit={(event) => { event.preventDefault(); onEnd(on); }}>
        <TextInput type="date" label={words.endDay} help={words.endDayHelp} required min={from} value={on} onChange={(event) => setOn(event.target.value)} />
      </form>
      <ProblemAlert error={error} />
    </Dialog>
  );
}
