import { useState } from "react";
import { v7 } from "uuid";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { Button } from "#ui/light/Button.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { type FormProps, KindSelect, kindsUnder, orNull, StepFrame } from "./StepFrame.tsx";
import { fullName } from "./units.ts";
import css from "./organisation.module.css";

/** A unit beside this one, with the offices and people that are chosen; one of them may lead it. */
export function SplitForm({ unit, units, posts, onAdd, onCancel }: FormProps) {
  const words = useOrganisationCopy();
  const kinds = kindsUnder(units.find(({ unitId }) => unitId === unit.parentId));
  const [name, setName] = useState("");
  const [kind, setKind] = useState(kinds.find((one) => one === unit.kind) ?? kinds[0] ?? "bidang");
  const [childIds, setChildren] = useState<readonly string[]>([]);
  const [personIds, setPeople] = useState<readonly string[]>([]);
  const [headId, setHead] = useState("");
  const [headPost, setHeadPost] = useState("");
  const children = units.filter(({ parentId }) => parentId === unit.unitId);
  const people = posts.flatMap(({ name: jabatan, isHead, holders }) => holders.filter(({ kind: as }) => as === "definitif").map((one) => ({ id: one.id, name: one.name, jabatan, isHead })));
  const turn = (list: readonly string[], id: string) => (list.includes(id) ? list.filter((one) => one !== id) : [...list, id]);
  const leader = personIds.includes(headId) ? headId : null;
  const made = () => {
    if (unit.parentId === null || childIds.length + personIds.length === 0) return null;
    const step = { kind: "split", unitId: unit.unitId, unit: { unitId: v7(), parentId: unit.parentId, name: name.trim(), shortName: null, kind }, childIds: [...childIds], personIds: [...personIds], headId: leader, headPost: leader === null ? null : orNull(headPost) } as const;
    return [{ step: { ...step, childIds: [...childIds], personIds: [...personIds] }, sentence: words.step.split(fullName(units, unit), name.trim(), personIds.length, childIds.length) }];
  };
  return (
    <StepFrame made={made} onAdd={onAdd} onCancel={onCancel}>
      <TextInput label={words.splitName} required minLength={3} maxLength={160} value={name} onChange={(event) => setName(event.target.value)} />
      <KindSelect kinds={kinds} value={kind} onChange={setKind} />
      {children.length > 0 && <Choices label={words.splitUnits} options={children.map(({ unitId: id, name: label }) => ({ id, label, help: null }))} chosen={childIds} onTurn={(id) => setChildren(turn(childIds, id))} onAll={setChildren} />}
      {people.length > 0 && <Choices label={words.splitPeople} options={people.map(({ id, name: label, jabatan }) => ({ id, label, help: jabatan }))} chosen={personIds} onTurn={(id) => setPeople(turn(personIds, id))} onAll={setPeople} />}
      {personIds.length > 0 && <NativeSelect label={words.splitHead} value={leader ?? ""} onChange={(event) => setHead(event.target.value)} options={[{ value: "", label: words.splitNoHead }, ...people.filter(({ id }) => personIds.includes(id)).map(({ id, name: label }) => ({ value: id, label }))]} />}
      {leader !== null && <TextInput label={words.headPost} isOptional maxLength={160} value={headPost} onChange={(event) => setHeadPost(event.target.value)} />}
    </StepFrame>
  );
}

/** From so many on, a list is searched. */
const SEARCHED = 15;
type ChoicesProps = { label: string; options: readonly { id: string; label: string; help: string | null }[]; chosen: readonly string[]; onTurn: (id: string) => void; onAll: (ids: readonly string[]) => void };
function Choices({ label, options, chosen, onTurn, onAll }: ChoicesProps) {
  const words = useOrganisationCopy();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLocaleLowerCase("id");
  const shown = options.filter(({ label: name, help }) => `${name} ${help ?? ""}`.toLocaleLowerCase("id").includes(wanted));
  return (
    <fieldset>
      <legend><b>{label} ({chosen.length})</b></legend>
      {options.length > SEARCHED && <TextInput type="search" label={words.searchInUnit} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />}
      <div className={css["checks"]} tabIndex={0} role="group" aria-label={label}>{shown.map(({ id, label: name, help }) => <Checkbox key={id} label={name} help={help} checked={chosen.includes(id)} onChange={() => onTurn(id)} />)}</div>
      <Button isSmall kind="quiet" onClick={() => onAll(shown.every(({ id }) => chosen.includes(id)) ? chosen.filter((id) => !shown.some((one) => one.id === id)) : [...new Set([...chosen, ...shown.map(({ id }) => id)])])}>{words.all}</Button>
    </fieldset>
  );
}
