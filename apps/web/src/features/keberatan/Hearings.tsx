import { answerKeberatanHearing, type HearingView, type KeberatanView, readKeberatan } from "@teraju/contracts/keberatan";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useKeberatanHearingCopy } from "#copy/page/keberatan-hearing.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { HearingForm } from "./HearingForm.tsx";
import css from "./keberatan.module.css";

/** What was said when the atasan heard the two: both sides read it, and who was there may sign it; the atasan adds to it. */
export function Hearings({ shown }: { shown: KeberatanView }) {
  const words = useKeberatanHearingCopy();
  const { hearings, keputusan, as } = shown;
  const mayRecord = shown.actions.recordHearing.length === 0;
  if (hearings.length === 0 && !mayRecord) return null;
  return (
    <Card title={words.title}>
      <div className="stack">
        {hearings.length === 0 && <p className="quiet">{words.none}</p>}
        {hearings.map((hearing) => <Minutes key={hearing.id} id={shown.id} hearing={hearing} isDecided={keputusan !== null} />)}
        {mayRecord && as === "atasan" && <HearingForm shown={shown} />}
      </div>
    </Card>
  );
}

function Minutes({ id, hearing, isDecided }: { id: string; hearing: HearingView; isDecided: boolean }) {
  const words = useKeberatanHearingCopy();
  const format = useFormat();
  const { on, place, said, others, by, writtenOn, hash, parties, actions } = hearing;
  const answerOf = ({ isPresent, answer }: HearingView["parties"][number]): string => {
    if (!isPresent) return words.absent;
    if (answer === null) return isDecided ? words.silent : words.waits;
    return words.on(words.answer[answer.answer], format.date(answer.on));
  };
  return (
    <article className={css["claim"]}>
      <h3>{words.held(format.date(on), place)}</h3>
      <p className={css["words"]}>{said}</p>
      <ul className="stack-tight">
        {parties.map((party) => (
          <li key={party.party}>
            <b>{party.name}</b>: {answerOf(party)} {party.answer?.note != null && <span className={css["words"]}>{words.note(party.answer.note)}</span>}
          </li>
        ))}
      </ul>
      {others !== null && <p>{words.others(others)}</p>}
      <p className="small quiet">{words.signedBy(by, format.date(writtenOn))} <span className={css["hash"]}>{words.hash(hash)}</span></p>
      {actions.answer.length === 0 && <Answer id={id} hearingId={hearing.id} />}
    </article>
  );
}

/** Signing is no duty, and refusing is written down as what it is. */
function Answer({ id, hearingId }: { id: string; hearingId: string }) {
  const words = useKeberatanHearingCopy();
  const title = useId();
  const [note, setNote] = useState("");
  const send = useMutation(apiMutation(answerKeberatanHearing, { invalidates: [readKeberatan] }));
  const say = (answer: "setuju" | "menolak_menandatangani") => send.mutate({ params: { id, hearingId }, body: { answer, note: note.trim() || null } });
  return (
    <section className="stack-tight" aria-labelledby={title}>
      <p id={title}><b>{words.ask}</b></p>
      <p className="small quiet">{words.askHelp}</p>
      <TextInput label={words.noteLabel} isOptional value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      <ProblemAlert error={send.error} />
      <div className="row">
        <Button kind="primary" isBusy={send.isPending} onClick={() => say("setuju")}>{words.sign}</Button>
        <Button isBusy={send.isPending} onClick={() => say("menolak_menandatangani")}>{words.refuse}</Button>
      </div>
    </section>
  );
}
