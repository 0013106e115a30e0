import { readSetup, recordKepalaDaerah } from "@teraju/contracts/setup";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { v7 } from "uuid";
import { useSetupCopy } from "#copy/page/setup.ts";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ErrorSummary, type FieldFault, faultOf } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";

const LOGIN = /^[a-z][a-z0-9.]{3,29}$/;

/** Who leads the city, from which day, on which decree. */
export function KepalaDaerahDialog({ onDone, onClose }: { onDone: (name: string) => void; onClose: () => void }) {
  const { mayor: words } = useSetupCopy();
  const { today } = useSession();
  const [id] = useState(() => v7());
  const [draft, setDraft] = useState({ name: "", jabatan: words.jabatanNow, login: "walikota", from: today, basis: "" });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const form = useId();
  const at = (name: string) => `${form}-${name}`;
  const put = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const record = useMutation({ ...apiMutation(recordKepalaDaerah, { invalidates: [readSetup] }), onSuccess: ({ name }) => onDone(name) });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found: FieldFault[] = [
      ...(draft.name.trim().length < 3 ? [{ field: at("nama"), text: words.needName }] : []),
      ...(LOGIN.test(draft.login) ? [] : [{ field: at("masuk"), text: words.needLogin }]),
      ...(draft.basis.trim().length < 5 ? [{ field: at("dasar"), text: words.needBasis }] : []),
    ];
    setFaults(found);
    if (found.length === 0) record.mutate({ body: { id, ...draft } });
  };
  const actions = (
    <>
      <Button type="submit" form={form} kind="primary" isBusy={record.isPending}>{words.send}</Button>
      <Button onClick={onClose}>{words.cancel}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={words.title} actions={actions}>
      <form id={form} className="stack-tight" noValidate onSubmit={send}>
        <p>{words.text}</p>
        <ErrorSummary faults={faults} />
        <TextInput id={at("nama")} label={words.name} error={faultOf(faults, at("nama"))} maxLength={120} value={draft.name} onChange={(event) => put({ name: event.target.value })} />
        <TextInput label={words.jabatan} required maxLength={120} value={draft.jabatan} onChange={(event) => put({ jabatan: event.target.value })} />
        <TextInput id={at("masuk")} label={words.login} help={words.loginHelp} error={faultOf(faults, at("masuk"))} autoCapitalize="none" spellCheck={false} maxLength={30} value={draft.login} onChange={(event) => put({ login: event.target.value })} />
        <TextInput type="date" label={words.from} required value={draft.from} onChange={(event) => put({ from: event.target.value })} />
        <TextInput id={at("dasar")} label={words.basis} help={words.basisHelp} error={faultOf(faults, at("dasar"))} maxLength={300} value={draft.basis} onChange={(event) => put({ basis: event.target.value })} />
      </form>
      <ProblemAlert error={record.error} />
    </Dialog>
  );
}
