import { readHome } from "@teraju/contracts/home";
import { giveUmpanBalik, listTopics, listUmpanBalik, requestUmpanBalik, type UmpanBalikView } from "@teraju/contracts/umpan-balik";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { v7 } from "uuid";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useUmpanBalikCopy } from "#copy/page/umpan-balik.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { useSession } from "../../session.ts";
import { type Chosen, ColleaguePicker } from "./ColleaguePicker.tsx";
import { NadaChoice } from "./NadaChoice.tsx";
import { useDraft } from "./useDraft.ts";
import css from "./umpan-balik.module.css";

export type Kind = "beri" | "minta";
type Nada = NonNullable<UmpanBalikView["nada"]>;
type Behaviour = NonNullable<UmpanBalikView["about"]["perilaku"]>;
const changes = { invalidates: [listUmpanBalik, readHome] };
const MONTHS = 3;

/** This month and the two before. */
function lastMonths(today: string): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: MONTHS }, (_, back) => {
    const count = year * 12 + month - 1 - back;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
  });
}

/** "line:…" a result, "perilaku:…" a behaviour, "" the work as a whole. */
function topicOf(about: string): { lineId?: string; perilaku?: Behaviour } {
  const [kind, value = ""] = about.split(":");
  if (kind === "line") return { lineId: value };
  return kind === "perilaku" ? { perilaku: value as Behaviour } : {};
}

/** It keeps its id too: a form that was cut off while it sent sends no second one. */
type Draft = { id: string; whom: Chosen | null; month: string; about: string; nada: Nada | null; text: string };
type FormProps = { kind: Kind; first: Chosen | null; onDone: (name: string) => void; onCancel: () => void };

/** A new umpan balik, or a question for one. It keeps its id until it has arrived, so that trying again sends no second one. */
export function NewForm({ kind, first, onDone, onCancel }: FormProps) {
  const words = useUmpanBalikCopy();
  const format = useFormat();
  const { person, today } = useSession();
  const months = lastMonths(today);
  const [empty] = useState<Draft>(() => ({ id: v7(), whom: first, month: months[0] ?? "", about: "", nada: null, text: "" }));
  // Words for one person never turn up in the form for another.
  const { draft, isRestored, change, forget } = useDraft<Draft>(`${kind}:${first?.id ?? ""}`, empty);
  const { id, whom, about, nada, text } = draft;
  const month = months.includes(draft.month) ? draft.month : empty.month;
  const [isTried, setTried] = useState(false);
  const give = useMutation({ ...apiMutation(giveUmpanBalik, changes), onSuccess: forget });
  const ask = useMutation({ ...apiMutation(requestUmpanBalik, changes), onSuccess: forget });
  const isGive = kind === "beri";
  const receiver = isGive ? (whom?.id ?? null) : person.id;
  const isWhole = whom !== null && text.trim() !== "" && (!isGive || nada !== null);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isWhole || whom === null) return;
    const common = { id, month, ...topicOf(about) };
    const after = { onSuccess: () => onDone(whom.name) };
    if (!isGive) ask.mutate({ body: { ...common, fromId: whom.id, question: text } }, after);
    else if (nada !== null) give.mutate({ body: { ...common, toId: whom.id, nada, text } }, after);
  };
  // A result of one person is none of another's.
  const choose = (next: Chosen) => change({ whom: next, ...(isGive && { about: "" }) });
  const missing = isTried && text.trim() === "" ? (isGive ? words.textMissing : words.questionMissing) : null;
  return (
    <Card title={isGive ? words.give : words.ask} className={css["form"]}>
      <form className="stack" onSubmit={submit} noValidate>
        {isRestored && <p className="quiet small" role="status">{words.restored}</p>}
        <ColleaguePicker value={whom} onChange={choose} error={isTried && whom === null ? words.whomMissing : null} />
        <NativeSelect label={words.month} value={month} options={months.map((value) => ({ value, label: format.monthYear(value) }))} onChange={(event) => change({ month: event.target.value })} />
        <About personId={receiver} month={month} value={about} onChange={(next) => change({ about: next })} />
        <Textarea label={isGive ? words.text : words.questionLabel} help={isGive ? words.textHelp : words.questionHelp} error={missing} value={text} maxLength={isGive ? 2000 : 1000} onChange={(event) => change({ text: event.target.value })} />
        {isGive && <NadaChoice value={nada} onChange={(next) => change({ nada: next })} error={isTried && nada === null ? words.nadaMissing : null} />}
        <ProblemAlert error={give.error ?? ask.error} />
        <div className="row">
          <Button kind="primary" type="submit" isBusy={give.isPending || ask.isPending}>{words.send}</Button>
          <Button onClick={() => { forget(); onCancel(); }}>{words.cancel}</Button>
        </div>
      </form>
    </Card>
  );
}

type AboutProps = { personId: string | null; month: string; value: string; onChange: (about: string) => void };
/** The work as a whole, one result where the SKP may be read, or one of the seven behaviours. */
function About({ personId, month, value, onChange }: AboutProps) {
  const words = useUmpanBalikCopy();
  const { vocabulary } = useCopy();
  const topics = useQuery({ ...apiQuery(listTopics, { query: { personId: personId ?? "", month } }), enabled: personId !== null });
  const options = [
    { value: "", label: words.about.whole },
    ...(topics.data?.lines ?? []).map((line) => ({ value: `line:${line.lineId}`, label: words.about.result(line.text) })),
    ...Object.entries(vocabulary.perilaku).map(([key, name]) => ({ value: `perilaku:${key}`, label: words.about.perilaku(name) })),
  ];
  return <NativeSelect label={words.aboutLabel} value={value} options={options} onChange={(event) => onChange(event.target.value)} />;
}
