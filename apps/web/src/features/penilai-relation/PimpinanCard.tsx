import { addPimpinan, endPimpinan, readPenilaiRelation } from "@teraju/contracts/penilai-relation";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { usePenilaiRelationCopy } from "#copy/page/penilai-relation.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { ErrorSummary, type FieldFault, faultOf } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";
import { EndDialog } from "./EndDialog.tsx";
import { PersonPicker } from "./PersonPicker.tsx";
import type { Person, View } from "./rows.ts";

const SHORTEST = 5;
type Props = { view: View; onDone: (text: string) => void };

/** Further pimpinan (Pasal 1 angka 10): who gives this pegawai work and umpan balik beside the penilai. */
export function PimpinanCard({ view, onDone }: Props) {
  const words = usePenilaiRelationCopy();
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<View["pimpinan"][number] | null>(null);
  const mayChange = view.actions.pimpinan.length === 0;
  const end = useMutation({ ...apiMutation(endPimpinan, { invalidates: [readPenilaiRelation] }), onSuccess: (_, { body: { on } }) => { setEnding(null); onDone(words.ended(ending?.pimpinan.name ?? "", format.date(on))); } });
  return (
    <Card title={words.pimpinan} sub={words.pimpinanSub} aside={mayChange && !isAdding && <Button onClick={() => setAdding(true)}>{words.addPimpinan}</Button>}>
      {view.pimpinan.length === 0 && !isAdding && <p className="quiet">{words.noPimpinan}</p>}
      <Lines>
        {view.pimpinan.map((one) => (
          <Line
            key={one.id}
            title={one.pimpinan.name}
            sub={[one.task, one.until === null ? words.onward(format.date(one.from)) : words.until(format.date(one.from), format.date(one.until))].join(" · ")}
            action={mayChange && one.until === null && <Button isSmall aria-label={words.endOf(one.pimpinan.name)} onClick={() => setEnding(one)}>{words.end}</Button>}
          />
        ))}
      </Lines>
      {isAdding && <AddForm pegawaiId={view.pegawai.id} onDone={(text) => { setAdding(false); onDone(text); }} onCancel={() => setAdding(false)} />}
      {ending !== null && <EndDialog name={ending.pimpinan.name} from={ending.from} isBusy={end.isPending} error={end.error} onEnd={(on) => end.mutate({ params: { id: ending.id }, body: { on } })} onClose={() => setEnding(null)} />}
    </Card>
  );
}

function AddForm({ pegawaiId, onDone, onCancel }: { pegawaiId: string; onDone: (text: string) => void; onCancel: () => void }) {
  const words = usePenilaiRelationCopy();
  const { today } = useSession();
  const [id] = useState(() => v7());
  const [person, setPerson] = useState<Person | null>(null);
  const [task, setTask] = useState("");
  const [from, setFrom] = useState(today);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const field = useId();
  const at = (name: string) => `${field}-${name}`;
  const add = useMutation({ ...apiMutation(addPimpinan, { invalidates: [readPenilaiRelation] }), onSuccess: () => onDone(words.added(person?.name ?? "")) });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = [...(person === null ? [{ field: at("orang"), text: words.needWho }] : []), ...(task.trim().length < SHORTEST ? [{ field: at("tugas"), text: words.needTask }] : [])];
    setFaults(found);
    if (found.length > 0 || person === null) return;
    add.mutate({ body: { id, pegawaiId, pimpinanId: person.id, task: task.trim(), from, until: null } });
  };
  return (
    <form className="stack" noValidate onSubmit={send}>
      <ErrorSummary faults={faults} />
      <PersonPicker id={at("orang")} error={faultOf(faults, at("orang"))} chosen={person} onChoose={setPerson} />
      <TextInput id={at("tugas")} label={words.task} error={faultOf(faults, at("tugas"))} maxLength={200} value={task} onChange={(event) => setTask(event.target.value)} />
      <TextInput type="date" label={words.from} required value={from} onChange={(event) => setFrom(event.target.value)} />
      <div className="row">
        <Button type="submit" kind="primary" isBusy={add.isPending}>{words.addPimpinan}</Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
      <ProblemAlert error={add.error} />
    </form>
  );
}
