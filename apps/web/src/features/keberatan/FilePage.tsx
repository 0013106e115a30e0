import { fileKeberatan, type KeberatanMaterial, listKeberatan, readKeberatanMaterial } from "@teraju/contracts/keberatan";
import { readHome } from "@teraju/contracts/home";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { DayClock } from "#ui/light/DayClock.tsx";
import { ErrorSummary, type FieldFault } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { ProgressSteps } from "#ui/light/ProgressSteps.tsx";
import { TaskActions, TaskFrame } from "#ui/light/TaskFrame.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { type Draft, useFilingDraft } from "./draft.ts";
import { CheckStep, ChooseStep, fieldOf, ReasonStep } from "./Steps.tsx";
import { keyOf, usePeriodName, useRowName } from "./words.ts";

const STEPS = [1, 2, 3] as const;
type StepNumber = (typeof STEPS)[number];

/** Three steps: which rows, why and on what, check and send. Each has its address; what is written stays on the device until it is sent. */
export default function FilePage() {
  const { id = "" } = useParams();
  const { file: words } = useKeberatanCopy();
  const { refusals } = useCopy();
  const periodName = usePeriodName();
  const material = useSuspenseQuery({ ...apiQuery(readKeberatanMaterial, { params: { id } }), refetchOnWindowFocus: false }).data;
  const title = words.title(periodName(material.result.period));
  if (material.actions.file.length === 0) return <Filing resultId={id} material={material} title={title} />;
  return (
    <TaskFrame title={title} backTo={to(paths.result, { id })}>
      <h1>{words.closed}</h1>
      <Alert kind="attention">
        {material.actions.file.map((code) => <p key={code}>{(refusals as Record<string, string>)[code]}</p>)}
      </Alert>
      {material.clock !== null && material.actions.file.includes("keberatan_time_over") && <DayClock clock={material.clock} />}
      <div className="row">
        {material.filed !== null && <LinkButton kind="primary" to={to(paths.keberatan, { id: material.filed })}>{words.openFiled}</LinkButton>}
        <LinkButton to={to(paths.result, { id })}>{words.backToResult}</LinkButton>
      </div>
    </TaskFrame>
  );
}

/** Body of the request: claims in the order of the receipt. */
function claimsOf({ rows, basis }: KeberatanMaterial, { claims }: Draft) {
  return rows.flatMap(({ aspect, target }) => {
    const claim = claims[keyOf({ aspect, target })];
    if (claim === undefined) return [];
    return [{ aspect, target, alasan: claim.alasan.trim(), basis: basis.filter((one) => claim.basis.includes(one.id)).map(({ kind, id }) => ({ kind, id })) }];
  });
}

function Filing({ resultId, material, title }: { resultId: string; material: KeberatanMaterial; title: string }) {
  const { file: words } = useKeberatanCopy();
  const rowName = useRowName();
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const { draft, isRestored, isReady, change, forget } = useFilingDraft(resultId);
  // As they were when it was last pressed: a summary that changed with each letter would take the focus from who types.
  const [shown, setShown] = useState<readonly FieldFault[]>([]);
  const claims = claimsOf(material, draft);
  // An address of a later step without claims, such as a kept bookmark, begins at the first.
  const step: StepNumber = claims.length === 0 ? 1 : (STEPS.find((one) => String(one) === query.get("langkah")) ?? 1);
  const send = useMutation({ ...apiMutation(fileKeberatan, { invalidates: [readKeberatanMaterial, listKeberatan, readHome] }), onSuccess: () => { forget(); void navigate(to(paths.keberatan, { id: draft.id }), { replace: true }); } });
  function faultsOf(): FieldFault[] {
    if (step === 1) return claims.length > 0 ? [] : [{ field: "pilihan", text: words.chooseMissing }];
    const chosen = material.rows.filter((row) => draft.claims[keyOf(row)] !== undefined);
    return chosen.flatMap((row) => ((draft.claims[keyOf(row)]?.alasan ?? "").trim().length >= material.alasanMin ? [] : [{ field: fieldOf(row), text: words.reasonShort(rowName(row)) }]));
  }
  const goTo = (next: StepNumber) => { setShown([]); setQuery({ langkah: String(next) }, { replace: true }); scrollTo(0, 0); };
  const next = () => {
    const faults = faultsOf();
    if (faults.length > 0) return setShown(faults);
    if (step < 3) return goTo(step === 1 ? 2 : 3);
    send.mutate({ body: { id: draft.id, resultId, claims } });
  };
  return (
    <TaskFrame
      title={title} status={claims.length > 0 ? words.kept : undefined} backTo={to(paths.result, { id: resultId })}
      foot={
        <TaskActions line={claims.length > 0 && words.claims(claims.length)}>
          {step > 1 && <Button onClick={() => goTo(step === 3 ? 2 : 1)}>{words.back}</Button>}
          <Button kind="primary" isWide isBusy={send.isPending || (step === 3 && !isReady)} onClick={next}>{step === 3 ? words.send : words.next}</Button>
        </TaskActions>
      }
    >
      <ProgressSteps steps={words.steps.map((label, index) => ({ label, state: index + 1 < step ? "done" : index + 1 === step ? "current" : "todo" }))} />
      <ErrorSummary faults={shown} />
      {isRestored && step === 1 && <p className="small quiet" role="status">{words.restored}</p>}
      {step === 1 && <ChooseStep material={material} draft={draft} onChange={(next) => { setShown([]); change({ claims: next }); }} error={shown[0]?.text ?? null} />}
      {step === 2 && <ReasonStep material={material} draft={draft} onChange={(next) => change({ claims: next })} faults={shown} />}
      {step === 3 && <CheckStep material={material} draft={draft} />}
      <ProblemAlert error={send.error} />
    </TaskFrame>
  );
}
