import { makeStandardDraft, readStandard, saveStandardDraft, type StandardDraftView } from "@teraju/contracts/standard";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useStandardCopy } from "#copy/page/standard.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, ProblemError } from "../../api.ts";
import { type Standards, useSay } from "./say.ts";
import css from "./standard.module.css";

type Values = Standards["standards"][number]["values"];
type Field = Standards["fields"][number];
type Props = { view: Standards; now: Values; draft: StandardDraftView | null; id: string; onDone: (id: string) => void };

/** The form of a standard, made from the server's description: each field with its unit, its range, its basis and what holds today. */
export function DraftForm({ view, now, draft, id, onDone }: Props) {
  const words = useStandardCopy();
  const [name, setName] = useState(draft?.name ?? "");
  const [legalBasis, setLegalBasis] = useState(draft?.legalBasis ?? "");
  const [validFrom, setValidFrom] = useState(draft?.validFrom ?? "");
  const [values, setValues] = useState<Values>(draft?.values ?? now);
  const done = () => onDone(id);
  const make = useMutation({ ...apiMutation(makeStandardDraft, { invalidates: [readStandard] }), onSuccess: done });
  const save = useMutation({ ...apiMutation(saveStandardDraft, { invalidates: [readStandard] }), onSuccess: done });
  const error = make.error ?? save.error;
  const faults = new Map((error instanceof ProblemError ? error.fields : []).map(({ path, code }) => [path.replace("body.values.", ""), code]));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const content = { name, legalBasis, validFrom, values };
    if (draft === null) make.mutate({ body: { id, ...content } });
    else save.mutate({ params: { id }, body: { version: draft.version, ...content } });
  };
  const changed = view.fields.filter(({ path }) => values[path] !== now[path]).length;
  const groups = [...new Set(view.fields.map(({ group }) => group))];
  return (
    <form className="stack-tight" onSubmit={send}>
      <TextInput label={words.name} required minLength={5} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
      <TextInput label={words.legalBasis} help={words.legalHelp} required minLength={10} maxLength={300} value={legalBasis} onChange={(event) => setLegalBasis(event.target.value)} />
      <TextInput type="date" label={words.from} help={words.fromHelp} required value={validFrom} onChange={(event) => setValidFrom(event.target.value)} />
      {groups.map((group) => {
        const fields = view.fields.filter((field) => field.group === group);
        return (
          <details key={group} open={fields.some(({ path }) => faults.has(path) || values[path] !== now[path])}>
            <summary className={css["group"]}>{words.group[group]}</summary>
            <div className={css["fields"]}>
              {fields.map((field) => <Parameter key={field.path} field={field} value={values[field.path]} now={now[field.path]} fault={faults.get(field.path)} onChange={(value) => setValues({ ...values, [field.path]: value })} />)}
            </div>
          </details>
        );
      })}
      <p aria-live="polite">{words.changed(changed)}</p>
      {faults.size > 0 ? <Alert kind="error" isLive><p>{words.faults}</p></Alert> : <ProblemAlert error={error} />}
      <div className="row"><Button type="submit" kind="primary" isBusy={make.isPending || save.isPending}>{words.save}</Button><Button onClick={done}>{words.close}</Button></div>
    </form>
  );
}

type ParameterProps = { field: Field; value: Values[string] | undefined; now: Values[string] | undefined; fault: string | undefined; onChange: (value: Values[string]) => void };
function Parameter({ field, value, now, fault, onChange }: ParameterProps) {
  const words = useStandardCopy();
  const format = useFormat();
  const say = useSay();
  const [typed, setTyped] = useState(String(value ?? ""));
  const isChanged = value !== now;
  const range = field.min === null || field.max === null ? null : words.range(format.number(field.min), say.value(field, field.max));
  const help = [isChanged && words.nowIs(say.value(field, now)), range, words.basis(field.basis)].filter(Boolean).join(" ");
  const common = { label: say.label(field), help, ...(fault === undefined ? {} : { error: words.fault[fault] ?? fault }) };
  if (field.kind === "choice") return <div className={isChanged ? css["changed"] : undefined}><NativeSelect {...common} value={String(value)} onChange={(event) => onChange(event.target.value)} options={field.choices.map((one) => ({ value: one.value, label: say.choice(one) }))} /></div>;
  if (field.kind === "flag") return <div className={isChanged ? css["changed"] : undefined}><Checkbox label={say.label(field)} help={help} checked={value === true} onChange={(event) => onChange(event.target.checked)} /></div>;
  if (field.kind === "text") return <div className={isChanged ? css["changed"] : undefined}><Textarea {...common} rows={2} isOptional maxLength={field.maxLength ?? undefined} value={typeof value === "string" ? value : ""} onChange={(event) => onChange(event.target.value)} /></div>;
  const read = (text: string) => { setTyped(text); if (text.trim() !== "" && Number.isFinite(Number(text))) onChange(Number(text)); };
  return <div className={isChanged ? css["changed"] : undefined}><TextInput {...common} type="number" inputMode="decimal" required min={field.min ?? undefined} max={field.max ?? undefined} step={field.step ?? undefined} value={typed} onChange={(event) => read(event.target.value)} /></div>;
}
