import { listPolaExplanations, type PolaExplanationView, readPolaExplanation, readUnitPola, writePolaExplanation } from "@teraju/contracts/pola-explanation";
import { readHome } from "@teraju/contracts/home";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { usePolaExplanationCopy } from "#copy/page/pola-explanation.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { paths, to } from "../../paths.ts";

/** Only the head of the perangkat daerah is asked for it; where there is nothing to explain, the first reason is said instead. */
export function WriteForm({ view: { period, unit, explanation, alasanMin, actions } }: { view: PolaExplanationView }) {
  const { form: words, none } = usePolaExplanationCopy();
  const { refusals } = useCopy();
  const [text, setText] = useState(explanation?.text ?? "");
  const [isTried, setTried] = useState(false);
  const send = useMutation(apiMutation(writePolaExplanation, { invalidates: [readPolaExplanation, readUnitPola, listPolaExplanations, readHome] }));
  const [blocked] = actions.write;
  if (blocked === "not_unit_head") return explanation === null ? <Card><p>{none}</p></Card> : null;
  if (blocked === "kalibrasi_running") return <Alert title={words.kalibrasi}><Link to={to(paths.kalibrasi, { periode: period.id, unit: unit.id }, { lihat: "usul" })}>{words.toKalibrasi}</Link></Alert>;
  if (blocked !== undefined) return <Card><p>{(refusals as Record<string, string>)[blocked]}</p></Card>;
  const isShort = text.trim().length < alasanMin;
  const publish = () => {
    setTried(true);
    if (!isShort) send.mutate({ params: { unitId: unit.id, periodId: period.id }, body: { revision: explanation?.revision ?? 0, text } });
  };
  return (
    <Card title={explanation === null ? words.title : words.again} sub={words.sub}>
      <div className="stack">
        <Textarea label={words.label} help={words.help(alasanMin)} value={text} rows={6} maxLength={2000} error={isTried && isShort ? words.tooShort(alasanMin) : null} onChange={(event) => setText(event.target.value)} />
        <ProblemAlert error={send.error} />
        <div><Button kind="primary" isBusy={send.isPending} onClick={publish}>{explanation === null ? words.send : words.sendAgain}</Button></div>
      </div>
    </Card>
  );
}
