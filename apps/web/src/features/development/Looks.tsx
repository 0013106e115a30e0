import { lookBack, type PlanView, readDevelopment } from "@teraju/contracts/development";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Button } from "#ui/light/Button.tsx";
import { Line, Lines } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";

/** What was seen at three and six months; a form for the look that is due. */
export function Looks({ plan, mayWrite }: { plan: PlanView; mayWrite: boolean }) {
  const words = useDevelopmentCopy();
  const format = useFormat();
  const [due] = plan.looksDue;
  return (
    <section className="stack-tight" aria-label={words.looks}>
      {plan.looks.length > 0 && <h3>{words.looks}</h3>}
      {plan.looks.length > 0 && <Lines>{plan.looks.map((one) => <Line key={one.look} title={`${words.lookAt(one.look)}: ${words.seen[one.seen]}`} sub={[one.note, one.hindrance, `${one.by}, ${format.date(one.on)}`].filter(Boolean).join(" · ")} />)}</Lines>}
      {mayWrite && due !== undefined && <LookForm key={due} planId={plan.id} look={due} />}
    </section>
  );
}

function LookForm({ planId, look }: { planId: string; look: number }) {
  const words = useDevelopmentCopy();
  const [seen, setSeen] = useState<"membaik" | "tetap" | "menurun" | null>(null);
  const [note, setNote] = useState("");
  const [hindrance, setHindrance] = useState("");
  const save = useMutation(apiMutation(lookBack, { invalidates: [readDevelopment] }));
  return (
    <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); if (seen !== null) save.mutate({ params: { id: planId, look: look === 3 ? "3" : "6" }, body: { seen, note: note.trim(), hindrance } }); }}>
      <h3>{words.lookAt(look)}</h3>
      <RadioGroup isInline label={words.seenQuestion} value={seen} onChange={setSeen} options={(["membaik", "tetap", "menurun"] as const).map((value) => ({ value, label: words.seen[value] }))} />
      <Textarea label={words.lookNote} required minLength={5} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      <Textarea label={words.hindrance} isOptional maxLength={500} value={hindrance} onChange={(event) => setHindrance(event.target.value)} />
      <Button type="submit" kind="primary" isBusy={save.isPending} refusal={seen === null ? words.seenQuestion : null}>{words.saveLook}</Button>
      <ProblemAlert error={save.error} />
    </form>
  );
}
