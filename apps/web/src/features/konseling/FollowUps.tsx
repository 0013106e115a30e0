import { followKonseling, type KonselingView, listKonseling, readKonseling } from "@teraju/contracts/konseling";
import { readHome } from "@teraju/contracts/home";
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

/** What follows: decided by whom the record is reported to, read by the pegawai. */
export function FollowUps({ view: { id, followUps, actions } }: { view: KonselingView }) {
  const words = useKonselingCopy();
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  const mayDecide = actions.follow.length === 0;
  // The first is asked for; another is seldom needed.
  const isOpen = followUps.length === 0 || isAdding;
  return (
    <Card title={words.followUp} sub={words.followUpSub}>
      <div className="stack-tight">
        {followUps.length === 0 ? <EmptyState title={words.noFollowUp} /> : (
          <Lines>{followUps.map((one) => <Line key={one.id} title={one.text} sub={[one.dueOn === null ? null : words.due(format.date(one.dueOn)), words.decidedBy(one.by, format.date(one.on))].filter(Boolean).join(" ")} />)}</Lines>
        )}
        {mayDecide && (isOpen ? <FollowForm konselingId={id} onDone={() => setAdding(false)} /> : <div><Button onClick={() => setAdding(true)}>{words.addFollowUp}</Button></div>)}
      </div>
    </Card>
  );
}

function FollowForm({ konselingId, onDone }: { konselingId: string; onDone: () => void }) {
  const words = useKonselingCopy();
  const { today } = useSession();
  const [id] = useState(() => v7());
  const [text, setText] = useState("");
  const [dueOn, setDueOn] = useState("");
  const send = useMutation({ ...apiMutation(followKonseling, { invalidates: [readKonseling, listKonseling, readHome] }), onSuccess: onDone });
  return (
    <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); send.mutate({ params: { id: konselingId }, body: { id, text, dueOn: dueOn || null } }); }}>
      <Textarea label={words.followUpText} required minLength={10} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
      <TextInput type="date" label={words.dueOn} isOptional min={today} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
      <div><Button type="submit" kind="primary" isBusy={send.isPending}>{words.decide}</Button></div>
      <ProblemAlert error={send.error} />
    </form>
  );
}
