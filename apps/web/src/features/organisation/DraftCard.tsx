import type { Output } from "@teraju/contracts/endpoint";
import { changeOrganisation, listOrganisationChanges, type previewOrganisation, readOrganisation, readOrganisationUnit } from "@teraju/contracts/organisation";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";
import type { useDraft } from "./draft.ts";
import { Outcome } from "./Outcome.tsx";
import css from "./organisation.module.css";

type Preview = Output<typeof previewOrganisation>;
type Props = { draft: ReturnType<typeof useDraft>; day: string; view: Preview | undefined; error: Error | null; isWaiting: boolean; onApplied: (day: string) => void };

/** The steps in their order, what they do to whom, and the one button for all of them. */
export function DraftCard({ draft, day, view, error, isWaiting, onApplied }: Props) {
  const words = useOrganisationCopy();
  const format = useFormat();
  const { refusals } = useCopy();
  const [isAsking, setAsking] = useState(false);
  const [id, setId] = useState(() => v7());
  const { today } = useSession();
  const apply = useMutation({ ...apiMutation(changeOrganisation, { invalidates: [readOrganisation, readOrganisationUnit, listOrganisationChanges] }), onSuccess: () => { draft.clear(); setId(v7()); setAsking(false); onApplied(day); }, onError: () => setAsking(false) });
  const code = view?.refusals[0];
  const refusal = code === undefined ? null : refusals[code as Refusal];
  const counts = [view?.outcome?.moved.length ?? 0, view?.outcome?.handOvers.length ?? 0] as const;
  const basis = draft.basis.trim();
  return (
    <Card title={words.draft(draft.steps.length)} sub={words.draftSub(format.date(day))} aside={<Badge kind="attention">{words.notApplied}</Badge>}>
      <ol className={css["steps"]}>
        {draft.steps.map(({ sentence }, index) => (
          <li key={`${index}${sentence}`}>
            <span>{sentence}</span>
            <Button isSmall kind="quiet" aria-label={words.removeOf(sentence)} onClick={() => draft.remove(index)}>{words.remove}</Button>
            {view?.step === index && refusal !== null && <p className={css["wrong"]}>{words.stepWrong} {refusal}</p>}
          </li>
        ))}
      </ol>
      {view?.step === null && refusal !== null && <Alert kind="error"><p>{refusal}</p></Alert>}
      <ProblemAlert error={error} />
      {view === undefined && error === null && <Skeleton height={120} />}
      {view?.outcome && <Outcome outcome={view.outcome} />}
      <TextInput label={words.basis} help={words.basisHelp} required minLength={5} maxLength={200} value={draft.basis} onChange={(event) => draft.setBasis(event.target.value)} />
      <div className="row">
        <Button kind="primary" isBusy={isWaiting || apply.isPending} refusal={refusal ?? (basis.length < 5 ? words.basisMissing : null)} onClick={() => setAsking(true)}>{words.applyOn(format.date(day))}</Button>
        <Button kind="quiet" onClick={draft.clear}>{words.discard}</Button>
      </div>
      <ProblemAlert error={apply.error} />
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={words.confirmTitle} actions={<><Button kind="primary" isBusy={apply.isPending} onClick={() => apply.mutate({ body: { id, from: day, legalBasis: basis, steps: draft.steps.map(({ step }) => step) } })}>{words.apply}</Button><Button onClick={() => setAsking(false)}>{words.cancel}</Button></>}>
        <p>{words.confirm(...counts)}</p>
        <p>{day > today ? words.confirmFuture : words.confirmPast}</p>
      </Dialog>
    </Card>
  );
}
