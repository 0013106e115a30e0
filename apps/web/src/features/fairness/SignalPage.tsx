import { judgeSignal, listMySignals, readFairness, readSignal, replySignal, type SignalView } from "@teraju/contracts/fairness";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { stop } from "#copy/stop.ts";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { usePeriodName } from "../../period-name.ts";
import css from "./fairness.module.css";
import { signed } from "./habit.ts";

const changes = { invalidates: [readSignal, readFairness, listMySignals] };

/** One signal: figure with interval, what would explain it innocently, the reply, and what people made of it. */
export default function SignalPage() {
  const words = useFairnessCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const { id = "" } = useParams();
  // Each opening is logged: coming back to the window is none.
  const signal = useSuspenseQuery({ ...apiQuery(readSignal, { params: { id } }), refetchOnWindowFocus: false }).data;
  const aboutOf = useAbout();
  const whom = [signal.person?.name, signal.unit?.name, signal.about === null ? null : aboutOf(signal.about)].filter(Boolean).join(", ") || words.signal.city;
  return (
    <div className="stack reading">
      <PageHeader tab={words.signal.tab} title={words.signal.title(words.kind[signal.kind])} sub={`${stop(whom)} ${nameOf(signal.period)}. ${words.signal.sub}`} />
      <Figure signal={signal} />
      <Card title={words.signal.innocentTitle} kind="info"><ul className={css["facts"]}>{signal.innocent.map((reason) => <li key={reason}>{words.signal.innocent[reason]}</li>)}</ul></Card>
      <Reply signal={signal} />
      {signal.kind === "person_residual" || signal.kind === "after_keberatan" ? <PersonReply signal={signal} /> : null}
      <Outcome signal={signal} />
      <Card title={words.signal.openings}>
        {signal.openings.length === 0 ? <p className="quiet">{words.signal.openingsNone}</p> : <ul className={css["openings"]}>{signal.openings.map(({ name, at }) => <li key={`${name} ${at}`}>{name}, {format.moment(at)}</li>)}</ul>}
      </Card>
    </div>
  );
}

/** Words for a group of the city: "declared", "status:pppk", or "diturunkan:status:pppk". */
function useAbout(): (about: string) => string {
  const { page, signal } = useFairnessCopy();
  const groupOf = (attribute: string | undefined, group: string | undefined) => {
    const [kind, name] = [(page.attribute as Record<string, string>)[attribute ?? ""], (page.groupNames as Record<string, string>)[group ?? ""]];
    return [kind, name].filter(Boolean).join(": ");
  };
  return (about) => {
    const [first, ...rest] = about.split(":");
    if (first === "declared") return signal.about.declared;
    return first === "diturunkan" ? `${signal.about.lowered}, ${groupOf(rest[0], rest[1])}` : groupOf(first, rest[0]);
  };
}

function Figure({ signal: { kind, figure, scale, n, p, pAdjusted, status, expiresOn } }: { signal: SignalView }) {
  const words = useFairnessCopy();
  const format = useFormat();
  // Shares go over the wire between 0 and 1.
  const shown = (value: number) => signed(scale === "share" ? value * 100 : value, format);
  return (
    <Card title={words.signal.figure} aside={<Badge kind={status === "open" ? "attention" : "plain"}>{words.status[status]}</Badge>}>
      <p>
        {figure !== null && words.signal[scale](shown(figure.value), shown(figure.low), shown(figure.high))} {(kind === "declared_relations" ? words.signal.pairs : words.signal.n)(format.number(n))}
      </p>
      {p !== null && pAdjusted !== null && <p className="quiet">{words.signal.p(format.fixed(p, 3), format.fixed(pAdjusted, 3))}</p>}
      <p className="small quiet">{words.signal.expires(format.date(expiresOn))}</p>
    </Card>
  );
}

/** Whose rating is in question has a word too, beside the answer of who set it. */
function Reply({ signal }: { signal: SignalView }) {
  const { signal: words } = useFairnessCopy();
  const format = useFormat();
  const { reply, replyAs, actions } = signal;
  const isMine = replyAs === "answerer" && actions.reply.length === 0;
  return (
    <Card title={words.replyTitle} sub={reply === null ? undefined : format.date(reply.on)}>
      {reply !== null ? <p className={css["quote"]}>{reply.text}</p> : isMine ? <ReplyForm signal={signal} label={words.replyMine} help={words.replyHelp} missing={words.replyMissing} act={words.replySend} /> : <p className="quiet">{words.replyNone}</p>}
    </Card>
  );
}
function PersonReply({ signal }: { signal: SignalView }) {
  const { signal: words } = useFairnessCopy();
  const format = useFormat();
  const { personReply, replyAs, actions, person } = signal;
  const isMine = replyAs === "person" && actions.reply.length === 0;
  return (
    <Card title={words.replyOf(person?.name ?? "")} sub={personReply === null ? undefined : format.date(personReply.on)}>
      {personReply !== null ? <p className={css["quote"]}>{personReply.text}</p> : isMine ? <ReplyForm signal={signal} label={words.replyPersonMine} help={words.replyPersonHelp} missing={words.replyPersonMissing} act={words.replyPersonSend} /> : <p className="quiet">{words.replyOfNone}</p>}
    </Card>
  );
}

type Words = { label: string; help: string; missing: string; act: string };
function ReplyForm({ signal: { id, version }, label, help, missing, act }: { signal: SignalView } & Words) {
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const send = useMutation(apiMutation(replySignal, changes));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() !== "") send.mutate({ params: { id }, body: { version, text } });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Textarea label={label} help={help} value={text} maxLength={2000} error={isTried && text.trim() === "" ? missing : null} onChange={(event) => setText(event.target.value)} />
      <ProblemAlert error={send.error} />
      <div><Button kind="primary" type="submit" isBusy={send.isPending}>{act}</Button></div>
    </form>
  );
}

const OUTCOMES = ["dijelaskan", "nilai_diubah_atasan", "dilanjutkan"] as const;
const SHORTEST_NOTE = 10;
function Outcome({ signal: { id, version, outcome, actions } }: { signal: SignalView }) {
  const { signal: words } = useFairnessCopy();
  const format = useFormat();
  const [chosen, setChosen] = useState<(typeof OUTCOMES)[number] | null>(null);
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const judge = useMutation(apiMutation(judgeSignal, changes));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen !== null && note.trim().length >= SHORTEST_NOTE) judge.mutate({ params: { id }, body: { version, outcome: chosen, note } });
  };
  return (
    <Card title={words.outcomeTitle} sub={outcome === null ? undefined : words.by(outcome.by, format.date(outcome.on))}>
      {outcome !== null ? <><p><b>{words.outcome[outcome.outcome]}</b></p><p className={css["quote"]}>{outcome.note}</p></> : actions.judge.length > 0 ? <p className="quiet">{words.outcomeNone}</p> : (
        <form className="stack" onSubmit={submit} noValidate>
          <RadioGroup label={words.outcomeLabel} value={chosen} onChange={setChosen} error={isTried && chosen === null ? words.outcomeMissing : null} options={OUTCOMES.map((value) => ({ value, label: words.outcome[value] }))} />
          <Textarea label={words.note} help={words.noteHelp} value={note} maxLength={2000} error={isTried && note.trim().length < SHORTEST_NOTE ? words.noteMissing : null} onChange={(event) => setNote(event.target.value)} />
          <ProblemAlert error={judge.error} />
          <div><Button kind="primary" type="submit" isBusy={judge.isPending}>{words.judge}</Button></div>
        </form>
      )}
    </Card>
  );
}
