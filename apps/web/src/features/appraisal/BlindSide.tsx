import { type AppraisalView, readAppraisal, readTeam } from "@teraju/contracts/appraisal";
import { explainBlindGap, readBlindRating, sendBlindRating } from "@teraju/contracts/blind-rating";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { useBlindRatingCopy } from "#copy/page/blind-rating.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { TwoSides, wideGaps } from "#ui/light/TwoSides.tsx";
import { apiMutation } from "../../api.ts";

type Step = NonNullable<AppraisalView["duaSisi"]>;
type Params = { periodId: string; personId: string };
const INVALIDATES = { invalidates: [readAppraisal, readTeam, readBlindRating] };

/** The penilai's side of the two-blind step: lock the saved ratings of the results; once both are open, words for what lies far apart. */
export function BlindSide({ view, step, params, isDirty }: { view: AppraisalView; step: Step; params: Params; isDirty: boolean }) {
  const words = useBlindRatingCopy();
  const format = useFormat();
  const { sent, waitedUntil, results } = step;
  const pegawai = sent.pegawai === null ? words.desk.pegawaiNotSent : words.desk.pegawaiSent(format.date(sent.pegawai));
  if (sent.penilai === null) {
    return (
      <Card title={words.desk.title} sub={words.desk.before}>
        <p>{pegawai}</p>
        <Lock view={view} params={params} isDirty={isDirty} code={step.actions.send[0]} />
      </Card>
    );
  }
  if (sent.pegawai === null) return <Card title={words.desk.title} sub={words.desk.waiting(waitedUntil === null ? "" : format.day(waitedUntil))}><TwoSides results={results} side="penilai" /></Card>;
  return (
    <Card title={words.openTitle(wideGaps(results))} sub={words.openSub}>
      <TwoSides results={results} side="penilai" explain={(result) => (step.actions.explain.length > 0 ? null : <Explain {...{ result, params }} letters={view.rules.alasanMin} />)} />
    </Card>
  );
}

function Lock({ view, params, isDirty, code }: { view: AppraisalView; params: Params; isDirty: boolean; code: string | undefined }) {
  const words = useBlindRatingCopy();
  const appraisal = useAppraisalCopy();
  const { refusals } = useCopy();
  const [isOpen, setOpen] = useState(false);
  const send = useMutation(apiMutation(sendBlindRating, INVALIDATES));
  const ratings = view.results.flatMap(({ lineId, rating }) => (rating === null ? [] : [{ lineId, rating }]));
  const refusal = code !== undefined ? ((refusals as Record<string, string>)[code] ?? null) : isDirty ? appraisal.saveFirst : ratings.length < view.results.length ? words.desk.rateAll : null;
  return (
    <>
      <Button refusal={refusal} onClick={() => setOpen(true)}>{words.desk.lock}</Button>
      <Dialog
        isOpen={isOpen} onClose={() => setOpen(false)} title={words.desk.lockTitle}
        actions={
          <>
            <Button kind="primary" isBusy={send.isPending} onClick={() => send.mutate({ params, body: { ratings } }, { onSuccess: () => setOpen(false) })}>{words.desk.lock}</Button>
            <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
          </>
        }
      >
        <p>{words.desk.lockText}</p>
        <ProblemAlert error={send.error} />
      </Dialog>
    </>
  );
}

function Explain({ result, params, letters }: { result: Step["results"][number]; params: Params; letters: number }) {
  const words = useBlindRatingCopy();
  const [text, setText] = useState("");
  const explain = useMutation(apiMutation(explainBlindGap, INVALIDATES));
  return (
    <div className="stack-tight">
      <Textarea label={words.desk.explain(result.text)} help={words.desk.explainHelp(letters)} value={text} maxLength={2000} onChange={(event) => setText(event.target.value)} />
      <ProblemAlert error={explain.error} />
      <div><Button isBusy={explain.isPending} onClick={() => explain.mutate({ params, body: { lineId: result.lineId, text: text.trim() } })}>{words.desk.save}</Button></div>
    </div>
  );
}
