import { type PlanView, readDevelopment, writeEntry } from "@teraju/contracts/development";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Button } from "#ui/light/Button.tsx";
import { Line, Lines } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";

/** What was done, as Formats B.1.6 and B.1.7 ask for it. */
export function Journal({ plan, mayWrite }: { plan: PlanView; mayWrite: boolean }) {
  const words = useDevelopmentCopy();
  const format = useFormat();
  const [isWriting, setWriting] = useState(false);
  if (plan.entries === null) return null;
  return (
    <section className="stack-tight" aria-label={words.journal}>
      <h3>{words.journal}</h3>
      {plan.entries.length > 0 && <Lines>{plan.entries.map((one) => <Line key={one.id} title={one.fact} sub={[one.cause, one.option, one.step, one.place, `${one.by}, ${format.date(one.day)}`].filter(Boolean).join(" · ")} />)}</Lines>}
      {mayWrite && plan.status === "agreed" && (isWriting ? <EntryForm plan={plan} onDone={() => setWriting(false)} /> : <Button onClick={() => setWriting(true)}>{words.addEntry}</Button>)}
    </section>
  );
}

function EntryForm({ plan, onDone }: { plan: PlanView; onDone: () => void }) {
  const words = useDevelopmentCopy();
  const { today } = useSession();
  const [id] = useState(() => v7());
  const [entry, setEntry] = useState({ day: today, fact: "", option: "", step: "", cause: "", place: "", stepDue: "", changesTarget: false });
  const write = useMutation({ ...apiMutation(writeEntry, { invalidates: [readDevelopment] }), onSuccess: onDone });
  return (
    <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); write.mutate({ params: { id: plan.id }, body: { id, ...entry, stepDue: entry.stepDue || null } }); }}>
      <TextInput type="date" label={words.day} required max={today} value={entry.day} onChange={(event) => setEntry({ ...entry, day: event.target.value })} />
      <Textarea label={words.fact} required minLength={5} maxLength={1000} value={entry.fact} onChange={(event) => setEntry({ ...entry, fact: event.target.value })} />
      {plan.bentuk === "coaching" && <Textarea label={words.cause} isOptional maxLength={1000} value={entry.cause} onChange={(event) => setEntry({ ...entry, cause: event.target.value })} />}
      <Textarea label={words.option} isOptional maxLength={1000} value={entry.option} onChange={(event) => setEntry({ ...entry, option: event.target.value })} />
      <Textarea label={words.step} required minLength={5} maxLength={1000} value={entry.step} onChange={(event) => setEntry({ ...entry, step: event.target.value })} />
      {plan.bentuk === "coaching" && <Checkbox label={words.changesTarget} help={words.changesTargetHelp} checked={entry.changesTarget} onChange={(event) => setEntry({ ...entry, changesTarget: event.target.checked })} />}
      {plan.bentuk === "mentoring" && <TextInput label={words.where} isOptional maxLength={150} value={entry.place} onChange={(event) => setEntry({ ...entry, place: event.target.value })} />}
      {plan.bentuk === "mentoring" && <TextInput type="date" label={words.stepDue} isOptional value={entry.stepDue} onChange={(event) => setEntry({ ...entry, stepDue: event.target.value })} />}
      <div className="row"><Button type="submit" kind="primary" isBusy={write.isPending}>{words.saveEntry}</Button><Button onClick={onDone}>{words.close}</Button></div>
      <ProblemAlert error={write.error} />
    </form>
  );
}
