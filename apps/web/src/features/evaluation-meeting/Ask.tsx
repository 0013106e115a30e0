import { askQuestion, readParticipantView } from "@teraju/contracts/evaluation-meeting-live";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 } from "uuid";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import type { ParticipantView } from "./ParticipantPage.tsx";

/** A question for the leader's screen. What could not be sent stays in the field. */
export function Ask({ id, itemId, view }: { id: string; itemId: string | null; view: ParticipantView }) {
  const { participant: words } = useMeetingCopy();
  const ask = useMutation(apiMutation(askQuestion, { invalidates: [readParticipantView] }));
  const [text, setText] = useState("");
  if (view.actions.ask.length > 0) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") ask.mutate({ params: { id }, body: { id: v7(), itemId, text } }, { onSuccess: () => setText("") });
  };
  return (
    <form className="stack-tight" onSubmit={send}>
      <Textarea label={words.askLabel} rows={2} maxLength={300} value={text} onChange={(event) => setText(event.target.value)} />
      <Button type="submit" isBusy={ask.isPending}>{words.ask}</Button>
      <ProblemAlert error={ask.error} />
      {view.myQuestions.length > 0 && (
        <div>
          <p className="quiet small">{words.asked}</p>
          <ul>{view.myQuestions.map((q) => <li key={q.id}>{q.text}{q.isAnswered && <span className="quiet"> ({words.answered})</span>}</li>)}</ul>
        </div>
      )}
    </form>
  );
}
