import { type AppraisalView, correctAppraisal, finaliseAppraisal, readAppraisal, readTeam } from "@teraju/contracts/appraisal";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useCopy } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { paths, to } from "../../paths.ts";

type FinishProps = { view: AppraisalView; params: { periodId: string; personId: string }; isDirty: boolean; onCorrected: (fresh: AppraisalView) => void };

/** Setting the result, and beginning its correction afterwards. */
export function Finish({ view, params, isDirty, onCorrected }: FinishProps) {
  const words = useAppraisalCopy();
  const { vocabulary } = useCopy();
  const { appraisal } = view;
  if (appraisal?.status === "final" && appraisal.predikat !== null) {
    return (
      <>
        <p>
          <b>{words.final(vocabulary.predikat[appraisal.predikat])}</b>
        </p>
        <LinkButton to={to(paths.result, { id: appraisal.id })}>{words.openResult}</LinkButton>
        <Correct view={view} params={params} onCorrected={onCorrected} />
      </>
    );
  }
  return <Finalise view={view} params={params} isDirty={isDirty} />;
}

function Finalise({ view, params, isDirty }: Omit<FinishProps, "onCorrected">) {
  const words = useAppraisalCopy();
  const { refusals } = useCopy();
  const [isOpen, setOpen] = useState(false);
  const finalise = useMutation(apiMutation(finaliseAppraisal, { invalidates: [readAppraisal, readTeam] }));
  const [code] = view.actions.finalize;
  const refusal = isDirty || view.appraisal === null ? words.saveFirst : code === undefined ? null : (refusals as Record<string, string>)[code];
  const set = () => view.appraisal !== null && finalise.mutate({ params, body: { version: view.appraisal.version } }, { onSuccess: () => setOpen(false) });
  return (
    <>
      <Button kind={isDirty ? "secondary" : "primary"} refusal={refusal} onClick={() => setOpen(true)}>
        {words.finalise}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.finaliseTitle(view.person.name)}
        actions={
          <>
            <Button kind="primary" isBusy={finalise.isPending} onClick={set}>
              {words.finalise}
            </Button>
            <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
          </>
        }
      >
        <p>{words.finaliseText}</p>
        <ProblemAlert error={finalise.error} />
      </Dialog>
    </>
  );
}

function Correct({ view, params, onCorrected }: Pick<FinishProps, "view" | "params" | "onCorrected">) {
  const words = useAppraisalCopy();
  const { refusals } = useCopy();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [id] = useState(() => v7());
  const correct = useMutation(apiMutation(correctAppraisal, { invalidates: [readAppraisal, readTeam] }));
  const [code] = view.actions.correct;
  const begin = () => view.appraisal !== null && correct.mutate({ params, body: { id, version: view.appraisal.version, reason } }, { onSuccess: (fresh) => { setOpen(false); onCorrected(fresh); } });
  return (
    <>
      <Button kind="quiet" refusal={code === undefined ? null : (refusals as Record<string, string>)[code]} onClick={() => setOpen(true)}>
        {words.correct}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.correctTitle}
        actions={
          <>
            <Button kind="primary" isBusy={correct.isPending} onClick={begin}>
              {words.correct}
            </Button>
            <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
          </>
        }
      >
        <div className="stack-tight">
          <p>{words.correctText}</p>
          <Textarea label={words.correctReason} help={words.reasonHelp(view.rules.alasanMin)} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
          <ProblemAlert error={correct.error} />
        </div>
      </Dialog>
    </>
  );
}
