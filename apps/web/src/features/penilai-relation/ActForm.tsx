import { assignActing, listActing, listPenilaiRelations } from "@teraju/contracts/penilai-relation";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { v7 } from "uuid";
import { usePenilaiRelationCopy } from "#copy/page/penilai-relation.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ErrorSummary, type FieldFault, faultOf } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox, RadioGroup } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";
import { PersonPicker } from "./PersonPicker.tsx";
import type { Acting, Person } from "./rows.ts";

type Draft = { person: Person | null; unitId: string; kind: "plt" | "plh"; from: string; until: string; basis: string; hasDelegasi: boolean };
const SHORTEST = 5;

type Props = { units: Acting["units"]; onDone: (text: string) => void; onCancel: () => void };
/** For which unit, who, as what, from when until when, by which letter. An empty post asks for a Plt., a head who is away for a Plh. */
export function ActForm({ units, onDone, onCancel }: Props) {
  const words = usePenilaiRelationCopy();
  const { today } = useSession();
  const [id] = useState(() => v7());
  const [draft, setDraft] = useState<Draft>({ person: null, unitId: "", kind: "plt", from: today, until: "", basis: "", hasDelegasi: true });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const field = useId();
  const at = (name: string) => `${field}-${name}`;
  const put = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const assign = useMutation({ ...apiMutation(assignActing, { invalidates: [listActing, listPenilaiRelations] }), onSuccess: () => onDone(words.appointed(draft.person?.name ?? "")) });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { person, unitId, from, until, basis } = draft;
    const found: FieldFault[] = [
      ...(unitId === "" ? [{ field: at("unit"), text: words.needUnit }] : []),
      ...(person === null ? [{ field: at("orang"), text: words.needWho }] : []),
      ...(until <= from ? [{ field: at("sampai"), text: words.needOrder }] : []),
      ...(basis.trim().length < SHORTEST ? [{ field: at("dasar"), text: words.needBasis }] : []),
    ];
    setFaults(found);
    if (found.length > 0 || person === null) return;
    assign.mutate({ body: { id, personId: person.id, unitId, kind: draft.kind, from, until, basis: basis.trim(), hasDelegasi: draft.hasDelegasi } });
  };
  const choose = (unitId: string) => put({ unitId, kind: units.find((one) => one.id === unitId)?.head === null ? "plt" : "plh" });
  const options = units.map((one) => ({ value: one.id, label: one.head === null ? words.vacant(one.name) : words.headed(one.name, one.head) }));
  return (
    <Card title={words.act}>
      <form className="stack" noValidate onSubmit={send}>
        <ErrorSummary faults={faults} />
        <NativeSelect id={at("unit")} label={words.unit} error={faultOf(faults, at("unit"))} value={draft.unitId} onChange={(event) => choose(event.target.value)} options={[{ value: "", label: words.chooseUnit }, ...options]} />
        <PersonPicker id={at("orang")} error={faultOf(faults, at("orang"))} chosen={draft.person} onChoose={(person) => put({ person })} />
        <RadioGroup label={words.kind} value={draft.kind} onChange={(kind) => put({ kind })} options={(["plt", "plh"] as const).map((value) => ({ value, label: words.kinds[value], help: words.kindHelp[value] }))} />
        <Checkbox label={words.delegation} help={words.delegationHelp} checked={draft.hasDelegasi} onChange={(event) => put({ hasDelegasi: event.target.checked })} />
        <TextInput type="date" label={words.from} required value={draft.from} onChange={(event) => put({ from: event.target.value })} />
        <TextInput id={at("sampai")} type="date" label={words.untilDay} help={words.untilDayHelp} error={faultOf(faults, at("sampai"))} value={draft.until} onChange={(event) => put({ until: event.target.value })} />
        <TextInput id={at("dasar")} label={words.basis} help={words.basisHelp} error={faultOf(faults, at("dasar"))} maxLength={200} value={draft.basis} onChange={(event) => put({ basis: event.target.value })} />
        <div className="row">
          <Button type="submit" kind="primary" isBusy={assign.isPending}>{words.act}</Button>
          <Button onClick={onCancel}>{words.cancel}</Button>
        </div>
        <ProblemAlert error={assign.error} />
      </form>
    </Card>
  );
}
