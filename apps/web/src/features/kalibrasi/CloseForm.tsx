import { closeKalibrasi, type KalibrasiView, listKalibrasi, readKalibrasi } from "@teraju/contracts/kalibrasi";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import css from "./kalibrasi.module.css";

/** Ends the meeting; where the distribution needs them, with the words that are published. */
export function CloseForm({ view: { period, unit, version, band, closed, alasanMin, actions } }: { view: KalibrasiView }) {
  const { close: words } = useKalibrasiCopy();
  const { refusals } = useCopy();
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const close = useMutation(apiMutation(closeKalibrasi, { invalidates: [readKalibrasi, listKalibrasi] }));
  if (closed !== null) return closed.explanation === null ? null : <Card title={words.published}><p className={css["quote"]}>{closed.explanation}</p></Card>;
  const needsWords = band?.needsWords === true;
  // Also words that nobody asked for are published: they say something.
  const isShort = (needsWords || text.trim() !== "") && text.trim().length < alasanMin;
  const [blocked] = actions.close;
  const send = () => {
    setTried(true);
    if (!isShort && version !== null) close.mutate({ params: { periodId: period.id, unitId: unit.id }, body: { version, explanation: text.trim() === "" ? null : text } });
  };
  return (
    <Card title={words.title} sub={needsWords ? words.outside : words.free}>
      <div className="stack">
        <Textarea label={words.explanation} help={words.outsideHelp} isOptional={!needsWords} value={text} maxLength={2000} error={isTried && isShort ? words.tooShort(alasanMin) : null} onChange={(event) => setText(event.target.value)} />
        <ProblemAlert error={close.error} />
        <p className="quiet">{words.open}</p>
        <div><Button isBusy={close.isPending} refusal={blocked !== undefined && (refusals as Record<string, string>)[blocked]} onClick={send}>{words.send}</Button></div>
      </div>
    </Card>
  );
}
