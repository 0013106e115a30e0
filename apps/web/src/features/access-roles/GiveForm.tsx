import { findRoleHolders, giveRole, listRoleAssignments } from "@teraju/contracts/access-roles";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useDeferredValue, useId, useState } from "react";
import { v7 } from "uuid";
import { useAccessRolesCopy } from "#copy/page/access-roles.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ErrorSummary, type FieldFault, faultOf } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { useSession } from "../../session.ts";

type View = Output<typeof listRoleAssignments>;
type Role = View["givable"][number];
type Person = Output<typeof findRoleHolders>["people"][number];
type Draft = { person: Person | null; role: Role | null; unitId: string; from: string; until: string; basis: string };
const FEWEST = 2;
/** Appointed by a document of somebody else: the server demands it too. */
const ON_A_DOCUMENT: readonly Role[] = ["wali_kota", "auditor"];

type Props = { givable: readonly Role[]; opds: View["opds"]; onDone: (text: string) => void; onCancel: () => void };
/** For whom, which role, from when, on what document. */
export function GiveForm({ givable, opds, onDone, onCancel }: Props) {
  const words = useAccessRolesCopy();
  const { today } = useSession();
  const [id] = useState(() => v7());
  const [draft, setDraft] = useState<Draft>({ person: null, role: givable.length === 1 ? (givable[0] ?? null) : null, unitId: "", from: today, until: "", basis: "" });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const field = useId();
  const at = (name: string) => `${field}-${name}`;
  const put = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const give = useMutation({ ...apiMutation(giveRole, { invalidates: [listRoleAssignments] }), onSuccess: (one) => onDone(words.given(one.person.name, words.roles[one.role])) });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { person, role, unitId, from, until, basis } = draft;
    const found: FieldFault[] = [
      ...(person === null ? [{ field: at("orang"), text: words.needPerson }] : []),
      ...(role === null ? [{ field: at("peran"), text: words.needRole }] : []),
      ...(role === "admin_opd" && unitId === "" ? [{ field: at("opd"), text: words.needOpd }] : []),
      ...(until !== "" && until <= from ? [{ field: at("sampai"), text: words.needOrder }] : []),
      ...(role !== null && ON_A_DOCUMENT.includes(role) && basis.trim() === "" ? [{ field: at("dasar"), text: words.needBasis }] : []),
    ];
    setFaults(found);
    if (found.length > 0 || person === null || role === null) return;
    give.mutate({ body: { id, personId: person.id, role, unitId: role === "admin_opd" ? unitId : null, from, until: until === "" ? null : until, basis: basis.trim() === "" ? null : basis.trim() } });
  };
  return (
    <Card title={words.give}>
      <form className="stack" noValidate onSubmit={send}>
        <ErrorSummary faults={faults} />
        <Who id={at("orang")} error={faultOf(faults, at("orang"))} chosen={draft.person} onChoose={(person) => put({ person })} />
        <RadioGroup id={at("peran")} label={words.role} error={faultOf(faults, at("peran"))} value={draft.role} onChange={(role) => put({ role })} options={givable.map((value) => ({ value, label: words.roles[value], help: words.rights[value] }))} />
        {draft.role === "admin_opd" && <NativeSelect id={at("opd")} label={words.opd} error={faultOf(faults, at("opd"))} value={draft.unitId} onChange={(event) => put({ unitId: event.target.value })} options={[{ value: "", label: words.chooseOpd }, ...opds.map(({ id: value, name: label }) => ({ value, label }))]} />}
        <TextInput type="date" label={words.from} min={today} required value={draft.from} onChange={(event) => put({ from: event.target.value })} />
        <TextInput id={at("sampai")} type="date" label={words.until} help={words.untilHelp} error={faultOf(faults, at("sampai"))} isOptional value={draft.until} onChange={(event) => put({ until: event.target.value })} />
        <TextInput id={at("dasar")} label={words.basis} help={words.basisHelp} error={faultOf(faults, at("dasar"))} isOptional={draft.role === null || !ON_A_DOCUMENT.includes(draft.role)} maxLength={300} value={draft.basis} onChange={(event) => put({ basis: event.target.value })} />
        <div className="row">
          <Button type="submit" kind="primary" isBusy={give.isPending}>{words.send}</Button>
          <Button onClick={onCancel}>{words.cancel}</Button>
        </div>
        <ProblemAlert error={give.error} />
      </form>
    </Card>
  );
}

function Who({ id, error, chosen, onChoose }: { id: string; error: string | undefined; chosen: Person | null; onChoose: (person: Person) => void }) {
  const words = useAccessRolesCopy();
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  const { data, error: failed } = useQuery({ ...apiQuery(findRoleHolders, { query: { q } }), enabled: q.length >= FEWEST });
  const people = data?.people ?? [];
  const shown = chosen === null || people.some((one) => one.id === chosen.id) ? people : [chosen, ...people];
  return (
    <>
      <TextInput id={id} type="search" label={words.find} help={words.findHelp} error={error} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      <div aria-live="polite">
        <ProblemAlert error={failed} />
        {data?.people.length === 0 && <p className="quiet">{words.findNone}</p>}
        {shown.length > 0 && (
          <RadioGroup label={words.found} value={chosen?.id ?? null} onChange={(one) => { const found = shown.find((person) => person.id === one); if (found) onChoose(found); }} options={shown.map((one) => ({ value: one.id, label: one.name, help: [one.nip, one.unit].filter(Boolean).join(" · ") }))} />
        )}
      </div>
    </>
  );
}
