import { adoptAppraisal, type AppraisalView, readAppraisal, readTeam } from "@teraju/contracts/appraisal";
import { useMutation } from "@tanstack/react-query";
import { useCopy } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation } from "../../api.ts";

type FromEKinerjaProps = {
  view: AppraisalView; params: { periodId: string; personId: string }; id: string;
  /** The ratings are e-Kinerja's and not to be chosen here. */
  isKept: boolean; onAdopted: (fresh: AppraisalView) => void; onOwn: () => void;
};

/** What the official source says of this period, and the one press that makes it the ratings here: nobody rates twice. */
export function FromEKinerja({ view, params, id, isKept, onAdopted, onOwn }: FromEKinerjaProps) {
  const words = useAppraisalCopy().eKinerja;
  const { vocabulary, refusals } = useCopy();
  const adopt = useMutation(apiMutation(adoptAppraisal, { invalidates: [readAppraisal, readTeam] }));
  const { eKinerja, appraisal } = view;
  if (eKinerja === null || appraisal?.status === "final") return null;
  const { reportId, line, title, pulledAt, penilai, ratedAt, hasilKerja, perilaku } = eKinerja;
  const say = (rating: typeof hasilKerja) => (rating === null ? words.none : vocabulary.ekspektasiShort[rating]);
  const take = () => adopt.mutate({ params, body: { id, version: appraisal?.version ?? null, reportId, line } }, { onSuccess: onAdopted });
  const [code] = eKinerja.refusals;
  return (
    <Alert kind="info" title={isKept ? words.taken : words.there}>
      <div className="stack-tight">
        <p>{words.ratings(say(hasilKerja), say(perilaku))} {penilai !== "" && words.by(penilai, ratedAt)}</p>
        <p className="small quiet">{words.report(title, line, pulledAt)}</p>
        <p>{isKept ? words.complete : words.help}</p>
        <ProblemAlert error={adopt.error} />
        <div>
          {isKept ? <Button kind="quiet" isSmall onClick={onOwn}>{words.own}</Button> : <Button isBusy={adopt.isPending} refusal={code === undefined ? null : (refusals as Record<string, string>)[code]} onClick={take}>{words.take}</Button>}
        </div>
      </div>
    </Alert>
  );
}
