import { useState } from "react";
import { v7 } from "uuid";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import type { Kept } from "./draft.ts";
import { type Someone, UnitPicker } from "./pickers.tsx";
import { NEW_POST, PostInputs } from "./PostInputs.tsx";
import { SeatForm } from "./SeatForm.tsx";
import { SplitForm } from "./SplitForm.tsx";
import { type FormProps, type Kind, KindSelect, kindsUnder, orNull, StepFrame, TOP } from "./StepFrame.tsx";
import { fullName } from "./units.ts";

/** Which step is being made: of the unit, of a person, or onto a post. */
export type Wish =
  | { kind: "rename" | "move" | "merge" | "split" | "close" | "create" | "post" }
  | { kind: "seat"; person?: Someone; postId?: string; postName?: string }
  | { kind: "leave"; person: Someone };

/** The fields of one step. It goes into the draft; nothing is sent. */
export function StepForm({ wish, ...props }: FormProps & { wish: Wish }) {
  switch (wish.kind) {
    case "rename": return <RenameForm {...props} />;
    case "move": return <MoveForm {...props} />;
    case "merge": return <MergeForm {...props} />;
    case "split": return <SplitForm {...props} />;
    case "close": return <CloseForm {...props} />;
    case "create": return <CreateForm {...props} />;
    case "post": return <PostForm {...props} />;
    case "seat": return <SeatForm {...props} wish={wish} />;
    case "leave": return <LeaveForm {...props} person={wish.person} />;
  }
}

function RenameForm({ unit, units, onAdd, onCancel }: FormProps) {
  const words = useOrganisationCopy();
  const [name, setName] = useState(unit.name);
  const [short, setShort] = useState(unit.shortName ?? "");
  const made = () => [{ step: { kind: "rename", unitId: unit.unitId, name: name.trim(), shortName: orNull(short) }, sentence: words.step.rename(fullName(units, unit), name.trim()) }] as const;
  return (
    <StepFrame made={made} onAdd={onAdd} onCancel={onCancel}>
      <TextInput label={words.name} required minLength={3} maxLength={160} value={name} onChange={(event) => setName(event.target.value)} />
      <TextInput label={words.shortName} isOptional maxLength={40} value={short} onChange={(event) => setShort(event.target.value)} />
    </StepFrame>
  );
}

function MoveForm({ unit, units, onAdd, onCancel }: FormProps) {
  const words = useOrganisationCopy();
  const [parent, setParent] = useState<string | null>(null);
  const others = units.filter(({ unitId, kind }) => unitId !== unit.unitId && (kind === "kota") === TOP.some((top) => top === unit.kind));
  const target = units.find(({ unitId }) => unitId === parent);
  const made = () => (target === undefined ? null : [{ step: { kind: "move", unitId: unit.unitId, parentId: target.unitId }, sentence: words.step.move(fullName(units, unit), fullName(units, target)) }] as const);
  return <StepFrame made={made} onAdd={onAdd} onCancel={onCancel}><UnitPicker label={words.belowWhich} units={others} all={units} value={parent} onChange={setParent} /></StepFrame>;
}

function MergeForm({ unit, units, onAdd, onCancel }: FormProps) {
  const words = useOrganisationCopy();
  const [into, setInto] = useState<string | null>(null);
  const [name, setName] = useState("");
  const target = units.find(({ unitId }) => unitId === into);
  const made = (): Kept[] | null => {
    if (target === undefined) return null;
    const merge: Kept = { step: { kind: "merge", unitId: unit.unitId, into: target.unitId }, sentence: words.step.merge(fullName(units, unit), fullName(units, target)) };
    const renamed = orNull(name);
    return renamed === null || renamed === target.name ? [merge] : [merge, { step: { kind: "rename", unitId: target.unitId, name: renamed, shortName: target.shortName }, sentence: words.step.rename(fullName(units, target), renamed) }];
  };
  return (
    <StepFrame made={made} onAdd={onAdd} onCancel={onCancel}>
      <UnitPicker label={words.intoWhich} units={units.filter(({ unitId, parentId }) => unitId !== unit.unitId && parentId !== null)} all={units} value={into} onChange={setInto} />
      <TextInput label={words.mergedName} help={words.mergedNameHelp} isOptional minLength={3} maxLength={160} placeholder={target?.name} value={name} onChange={(event) => setName(event.target.value)} />
    </StepFrame>
  );
}

function CloseForm({ unit, units, onAdd, onCancel }: FormProps) {
  const words = useOrganisationCopy();
  const made = () => [{ step: { kind: "close", unitId: unit.unitId }, sentence: words.step.close(fullName(units, unit)) }] as const;
  return <StepFrame made={made} onAdd={onAdd} onCancel={onCancel}><p>{words.closeAsk(unit.name)}</p></StepFrame>;
}

function CreateForm({ unit, units, onAdd, onCancel }: FormProps) {
  const words = useOrganisationCopy();
  const kinds = kindsUnder(unit);
  const [name, setName] = useState("");
  const [short, setShort] = useState("");
  const [kind, setKind] = useState<Kind>(kinds[0] ?? "bidang");
  const made = () => [{ step: { kind: "create", unit: { unitId: v7(), parentId: unit.unitId, name: name.trim(), shortName: orNull(short), kind } }, sentence: words.step.create(name.trim(), fullName(units, unit)) }] as const;
  return (
    <StepFrame made={made} onAdd={onAdd} onCancel={onCancel}>
      <TextInput label={words.name} required minLength={3} maxLength={160} value={name} onChange={(event) => setName(event.target.value)} />
      <TextInput label={words.shortName} isOptional maxLength={40} value={short} onChange={(event) => setShort(event.target.value)} />
      <KindSelect kinds={kinds} value={kind} onChange={setKind} />
    </StepFrame>
  );
}

function PostForm({ unit, units, onAdd, onCancel }: FormProps) {
  const words = useOrganisationCopy();
  const [post, setPost] = useState(NEW_POST);
  const made = () => [{ step: { kind: "post", postId: v7(), unitId: unit.unitId, ...post, name: post.name.trim(), jenjang: post.jenis === "fungsional" ? post.jenjang : null }, sentence: words.step.post(post.name.trim(), fullName(units, unit)) }] as const;
  return <StepFrame made={made} onAdd={onAdd} onCancel={onCancel}><PostInputs post={post} onChange={setPost} /></StepFrame>;
}

const REASONS = ["pensiun", "meninggal", "pindah_instansi", "berhenti"] as const;
function LeaveForm({ person, onAdd, onCancel }: FormProps & { person: Someone }) {
  const words = useOrganisationCopy();
  const [reason, setReason] = useState<(typeof REASONS)[number]>("pensiun");
  const made = () => [{ step: { kind: "leave", personId: person.id, reason }, sentence: words.step.leave(person.name, words.reasons[reason].toLowerCase()) }] as const;
  return <StepFrame made={made} onAdd={onAdd} onCancel={onCancel}><p><b>{words.leaveOf(person.name)}</b></p><RadioGroup label={words.reason} value={reason} onChange={setReason} options={REASONS.map((value) => ({ value, label: words.reasons[value] }))} /></StepFrame>;
}
