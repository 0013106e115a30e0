import { decideReopening, EXTENSION_CAUSE, grantExtension, proposeReopening, readCycleMonth } from "@teraju/contracts/cycle";
import type { Output } from "@teraju/contracts/endpoint";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 } from "uuid";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useCycleCopy } from "#copy/page/cycle.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";

type Props = { month: string; units: { value: string; label: string }[] };
const MOST_DAYS = 10;

/** More working days for one department after an outage. */
export function ExtendForm({ month, units }: Props) {
  const words = useCycleCopy();
  const format = useFormat();
  const [id, setId] = useState(() => v7());
  const [unitId, setUnit] = useState(units[0]?.value ?? "");
  const [extraDays, setDays] = useState("2");
  const [cause, setCause] = useState<(typeof EXTENSION_CAUSE)[number]>("listrik");
  const [reason, setReason] = useState("");
  const grant = useMutation({ ...apiMutation(grantExtension, { invalidates: [readCycleMonth] }), onSuccess: () => { setId(v7()); setReason(""); } });
  const send = (event: FormEvent) => { event.preventDefault(); grant.mutate({ body: { id, month, unitId, extraDays: Number(extraDays), cause, reason } }); };
  return (
    <Card title={words.extend} sub={words.extendSub}>
      <form className="stack-tight" onSubmit={send}>
        <NativeSelect label={words.unit} value={unitId} onChange={(event) => setUnit(event.target.value)} options={units} />
        <TextInput type="number" label={words.extraDays} required min={1} max={MOST_DAYS} value={extraDays} onChange={(event) => setDays(event.target.value)} />
        <NativeSelect label={words.cause} value={cause} onChange={(event) => setCause(EXTENSION_CAUSE.find((one) => one === event.target.value) ?? "lain")} options={EXTENSION_CAUSE.map((value) => ({ value, label: words.causes[value] }))} />
        <Textarea label={words.reason} required minLength={10} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div><Button type="submit" isBusy={grant.isPending}>{words.extendSend}</Button></div>
        {grant.data !== undefined && <Alert kind="good" isLive><p>{words.told(format.number(grant.data.told))}</p></Alert>}
        <ProblemAlert error={grant.error} />
      </form>
    </Card>
  );
}

/** A closed month is opened again by two people: here the first. */
export function ReopenForm({ month, units }: Props) {
  const words = useCycleCopy();
  const [id, setId] = useState(() => v7());
  const [unitId, setUnit] = useState(units[0]?.value ?? "");
  const [reason, setReason] = useState("");
  const ask = useMutation({ ...apiMutation(proposeReopening, { invalidates: [readCycleMonth] }), onSuccess: () => { setId(v7()); setReason(""); } });
  return (
    <Card title={words.reopen} sub={words.reopenSub}>
      <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); ask.mutate({ body: { id, month, unitId, reason } }); }}>
        <NativeSelect label={words.unit} value={unitId} onChange={(event) => setUnit(event.target.value)} options={units} />
        <Textarea label={words.reason} required minLength={20} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div><Button type="submit" isBusy={ask.isPending}>{words.reopenSend}</Button></div>
        {ask.isSuccess && <Alert kind="good" isLive><p>{words.proposed}</p></Alert>}
        <ProblemAlert error={ask.error} />
      </form>
    </Card>
  );
}

/** And the second. */
export function DecideReopening({ one }: { one: Output<typeof readCycleMonth>["reopenings"][number] }) {
  const words = useCycleCopy();
  const { refusals } = useCopy();
  const [isDeclining, setDeclining] = useState(false);
  const [note, setNote] = useState("");
  const decide = useMutation(apiMutation(decideReopening, { invalidates: [readCycleMonth] }));
  const send = (confirm: boolean) => decide.mutate({ params: { id: one.id }, body: { version: one.version, confirm, note: confirm ? null : note.trim() } });
  const [code] = one.actions.decide;
  if (isDeclining) {
    return (
      <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); send(false); }}>
        <Textarea label={words.declineWhy} required minLength={5} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        <div className="row"><Button type="submit" isBusy={decide.isPending}>{words.decline}</Button><Button onClick={() => setDeclining(false)}>{words.cancel}</Button></div>
        <ProblemAlert error={decide.error} />
      </form>
    );
  }
  return (
    <>
      <div className="row"><Button kind="primary" isBusy={decide.isPending} refusal={code === undefined ? null : refusals[code as Refusal]} onClick={() => send(true)}>{words.confirm}</Button><Button onClick={() => setDeclining(true)}>{words.decline}</Button></div>
      <ProblemAlert error={decide.error} />
    </>
  );
}
