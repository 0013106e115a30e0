import { answerWarmUp, readRaterMirror, readWarmUp } from "@teraju/contracts/fairness";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useCopy, useLanguage } from "#copy/copy.tsx";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { AnchoredQuestion } from "#ui/light/AnchoredQuestion.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ErrorSummary } from "#ui/light/ErrorSummary.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import css from "./fairness.module.css";

type Case = Output<typeof readWarmUp>["cases"][number];
const fieldOf = (number: number): string => `cerita-${number}`;
const isNear = ({ mine, reference }: Case): boolean => mine !== null && reference !== null && Math.abs(mine - reference) <= 1;

/** Four fixed cases; once answered, each beside its reference and the reason for it. */
export default function WarmUpPage() {
  const { warmUpPage: words } = useFairnessCopy();
  const view = useSuspenseQuery({ ...apiQuery(readWarmUp, {}), refetchOnWindowFocus: false }).data;
  const isDone = view.cases.every(({ mine }) => mine !== null);
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={isDone ? words.done(view.cases.filter(isNear).length) : words.title(view.year)} sub={isDone ? null : words.intro} />
      {isDone ? view.cases.map((one) => <Compared key={one.number} one={one} />) : <Cases cases={view.cases} />}
      <div><LinkButton to={paths.mirror}>{words.back}</LinkButton></div>
    </div>
  );
}

function usePerilakuName(): (perilaku: string) => string {
  const { vocabulary } = useCopy();
  return (perilaku) => (vocabulary.perilaku as Record<string, string>)[perilaku] ?? perilaku;
}

function Cases({ cases }: { cases: readonly Case[] }) {
  const { warmUpPage: words } = useFairnessCopy();
  const { language } = useLanguage();
  const nameOf = usePerilakuName();
  const [id] = useState(() => v7());
  const [levels, setLevels] = useState<Record<number, number>>({});
  const [isTried, setTried] = useState(false);
  const answer = useMutation(apiMutation(answerWarmUp, { invalidates: [readWarmUp, readRaterMirror] }));
  const missing = cases.filter(({ number }) => levels[number] === undefined);
  const submit = () => {
    setTried(true);
    if (missing.length === 0) answer.mutate({ body: { id, levels: cases.map(({ number }) => levels[number] ?? 0) } });
  };
  return (
    <>
      {isTried && <ErrorSummary faults={missing.map(({ number }) => ({ field: fieldOf(number), text: words.missingOf(number) }))} />}
      {cases.map(({ number, perilaku, story, levels: anchors }) => (
        <Card key={number} title={words.case(number)}>
          <p className={css["story"]}>{story[language]}</p>
          <AnchoredQuestion
            id={fieldOf(number)} label={words.question(nameOf(perilaku))} value={levels[number] ?? null} onChange={(level) => setLevels({ ...levels, [number]: level })}
            levels={anchors.map((anchor, index) => ({ value: index + 1, label: anchor[language] }))} error={isTried && levels[number] === undefined ? words.missing : null}
          />
        </Card>
      ))}
      <ProblemAlert error={answer.error} />
      <div><Button kind="primary" isBusy={answer.isPending} onClick={submit}>{words.send}</Button></div>
    </>
  );
}

function Compared({ one: { number, perilaku, story, levels, mine, reference, why } }: { one: Case }) {
  const { warmUpPage: words } = useFairnessCopy();
  const { language } = useLanguage();
  const nameOf = usePerilakuName();
  const textOf = (level: number | null) => (level === null ? "" : levels[level - 1]?.[language]);
  return (
    <Card title={`${words.case(number)}: ${nameOf(perilaku)}`}>
      <p className={css["story"]}>{story[language]}</p>
      <dl className={css["compared"]}>
        <div><dt>{words.mine}</dt><dd>{textOf(mine)}</dd></div>
        <div><dt>{words.reference}</dt><dd>{mine === reference ? words.same : textOf(reference)}</dd></div>
      </dl>
      {why !== null && <Alert>{why[language]}</Alert>}
    </Card>
  );
}
