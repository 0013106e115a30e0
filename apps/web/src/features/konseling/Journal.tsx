import { type KonselingView, noteKonseling, readKonseling } from "@teraju/contracts/konseling";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { useKonselingCopy } from "#copy/page/konseling.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";

/** What the two write down for themselves; nobody else is sent it. */
export function Journal({ view: { id, actions }, entries }: { view: KonselingView; entries: NonNullable<KonselingView["entries"]> }) {
  const words = useKonselingCopy();
  const format = useFormat();
  const [isWriting, setWriting] = useState(false);
  const mayWrite = actions.note.length === 0;
  if (entries.length === 0 && !mayWrite) return null;
  return (
    <Card title={words.journal} sub={words.journalSub}>
      <div className="stack-tight">
        {entries.length === 0 ? <EmptyState title={words.noEntries} /> : (
          <Lines>{entries.map((one) => <Line key={one.id} title={one.fact} sub={[one.option, one.step, `${one.by}, ${format.date(one.day)}`].filter(Boolean).join(" · ")} />)}</Lines>
        )}
        {mayWrite && (isWriting ? <EntryForm konselingId={id} onDone={() => setWriting(false)} /> : <div><Button onClick={() => setWriting(true)}>{words.addEntry}</Button></div>)}
      </div>
    </Card>
  );
}

function EntryForm({ konselingId, onDone }: { konselingId: string; onDone: () => void }) {
  const words = useKonselingCopy();
  const { today } = useSession();
  const [id] = useState(() => v7());
  const [entry, setEntry] = useState({ day: today, fact: "", option: "", step: "" });
  const send = useMutation({ ...apiMutation(noteKonseling, { invalidates: [readKonseling] }), onSuccess: onDone });
  return (
    <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); send.mutate({ params: { id: konselingId }, body: { id, ...entry } }); }}>
      <TextInput type="date" label={words.day} required max={today} value={entry.day} onChange={(event) => setEntry({ ...entry, day: event.target.value })} />
      <Textarea label={words.fact} required minLength={5} maxLength={1000} value={entry.fact} onChange={(event) => setEntry({ ...entry, fact: event.target.value })} />
      <Textarea label={words.option} isOptional maxLength={1000} value={entry.option} onChange={(event) => setEntry({ ...entry, option: event.target.value })} />
      <Textarea label={words.step} required minLength={5} maxLength={1000} value={entry.step} onChange={(event) => setEntry({ ...entry, step: event.target.value })} />
      <div className="row"><Button type="submit" kind="primary" isBusy={send.isPending}>{words.saveEntry}</Button><Button onClick={onDone}>{words.close}</Button></div>
      <ProblemAlert error={send.error} />
    </form>
  );
}
