import { answerUmpanBalik, listUmpanBalik, readUmpanBalik, replyUmpanBalik, type UmpanBalikView } from "@teraju/contracts/umpan-balik";
import { readHome } from "@teraju/contracts/home";
import { useMutation } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useUmpanBalikCopy } from "#copy/page/umpan-balik.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { NadaChoice } from "./NadaChoice.tsx";
import { useDraft } from "./useDraft.ts";
import css from "./umpan-balik.module.css";

const changes = { invalidates: [listUmpanBalik, readHome] };
const TONE = { positif: "good", netral: "plain", negatif: "attention" } as const;

/** One thread: the question, the umpan balik, the tanggapan, and what can be done about it. What is new opens on a press: that is when it counts as read. */
export function ThreadCard({ thread }: { thread: UmpanBalikView }) {
  const words = useUmpanBalikCopy();
  const read = useMutation(apiMutation(readUmpanBalik, changes));
  const isNew = thread.box === "to_me" && thread.readAt === null;
  return (
    <li className={css["thread"]}>
      <ThreadHead thread={thread} isNew={isNew} />
      {thread.question !== null && (
        <div className={css["question"]}>
          <p className="small quiet">{words.question}</p>
          <p className={css["words"]}>{thread.question}</p>
        </div>
      )}
      {isNew ? (
        <Button kind="primary" isBusy={read.isPending} onClick={() => read.mutate({ params: { id: thread.id } })} aria-label={`${words.read}: ${words.from(thread.from.name)}`}>
          {words.read}
        </Button>
      ) : (
        thread.text !== null && <p className={css["words"]}>{thread.text}</p>
      )}
      <ProblemAlert error={read.error} />
      {thread.reply !== null && (
        <div className={css["reply"]}>
          <p className="small quiet">{thread.box === "to_me" ? words.yourReply : words.theirReply}</p>
          <p className={css["words"]}>{thread.reply}</p>
        </div>
      )}
      {!isNew && thread.actions.reply.length === 0 && <ReplyForm thread={thread} />}
      {thread.actions.answer.length === 0 && <AnswerForm thread={thread} />}
    </li>
  );
}

function ThreadHead({ thread, isNew }: { thread: UmpanBalikView; isNew: boolean }) {
  const words = useUmpanBalikCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const title = { to_me: words.from(thread.from.name), by_me: words.to(thread.to.name), asked_of_me: words.asks(thread.to.name), asked_by_me: words.askedTo(thread.from.name) }[thread.box];
  const { result, perilaku } = thread.about;
  const about = result !== null ? words.about.result(result) : perilaku !== null ? words.about.perilaku(vocabulary.perilaku[perilaku]) : words.about.whole;
  const day = thread.givenOn ?? thread.requestedOn;
  return (
    <header className="stack-tight">
      <div className={css["head"]}>
        <h2>{title}</h2>
        {isNew ? <Badge kind="info">{words.unread}</Badge> : thread.nada !== null ? <Badge kind={TONE[thread.nada]}>{vocabulary.nada[thread.nada]}</Badge> : <Badge kind="attention">{words.waiting}</Badge>}
      </div>
      <p className="quiet small">
        {day !== null && words.day(format.date(day), format.monthYear(thread.month))}. {about}.
      </p>
    </header>
  );
}

function ReplyForm({ thread }: { thread: UmpanBalikView }) {
  const words = useUmpanBalikCopy();
  const [isOpen, setOpen] = useState(false);
  const { draft: { text }, change, forget } = useDraft(`reply:${thread.id}`, { text: "" });
  const [error, setError] = useState<string | null>(null);
  const send = useMutation({ ...apiMutation(replyUmpanBalik, changes), onSuccess: forget });
  if (!isOpen && text === "") return <Button onClick={() => setOpen(true)} aria-label={`${words.reply}: ${words.from(thread.from.name)}`}>{words.reply}</Button>;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === "") return setError(words.replyMissing);
    send.mutate({ params: { id: thread.id }, body: { version: thread.version, text } });
  };
  const giveUp = () => {
    forget();
    setOpen(false);
  };
  return (
    <form className="stack-tight" onSubmit={submit} noValidate>
      <Textarea label={words.replyLabel} help={words.replyHelp} error={error} value={text} maxLength={2000} autoFocus={isOpen} onChange={(event) => change({ text: event.target.value })} />
      <ProblemAlert error={send.error} />
      <div className="row">
        <Button kind="primary" type="submit" isBusy={send.isPending}>{words.send}</Button>
        <Button onClick={giveUp}>{words.cancel}</Button>
      </div>
    </form>
  );
}

function AnswerForm({ thread }: { thread: UmpanBalikView }) {
  const words = useUmpanBalikCopy();
  const { draft: { text, nada }, change, forget } = useDraft<{ text: string; nada: UmpanBalikView["nada"] }>(`answer:${thread.id}`, { text: "", nada: null });
  const [isTried, setTried] = useState(false);
  const send = useMutation({ ...apiMutation(answerUmpanBalik, changes), onSuccess: forget });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() !== "" && nada !== null) send.mutate({ params: { id: thread.id }, body: { version: thread.version, nada, text } });
  };
  return (
    <form className="stack-tight" onSubmit={submit} noValidate>
      <Textarea label={words.answerLabel} help={words.textHelp} error={isTried && text.trim() === "" ? words.textMissing : null} value={text} maxLength={2000} onChange={(event) => change({ text: event.target.value })} />
      <NadaChoice value={nada} onChange={(next) => change({ nada: next })} error={isTried && nada === null ? words.nadaMissing : null} />
      <ProblemAlert error={send.error} />
      <Button kind="primary" type="submit" isBusy={send.isPending}>{words.answer}</Button>
    </form>
  );
}
