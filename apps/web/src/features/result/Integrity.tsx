import { recomputeResult, type ResultView } from "@teraju/contracts/result";
import { useMutation } from "@tanstack/react-query";
import { useResultCopy } from "#copy/page/result.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation } from "../../api.ts";
import css from "./result.module.css";

/** Anyone who may read a result may have it computed again. */
export function Integrity({ shown: { id, digest } }: { shown: ResultView }) {
  const result = useResultCopy();
  const again = useMutation(apiMutation(recomputeResult, { invalidates: [] }));
  return (
    <Card title={result.integrity} sub={result.integrityText}>
      <p className={css["digest"]}>{result.digest(digest)}</p>
      <div className="row no-print">
        <Button isBusy={again.isPending} onClick={() => again.mutate({ params: { id } })}>
          {result.recompute}
        </Button>
        <Button kind="quiet" onClick={() => print()}>
          {result.print}
        </Button>
      </div>
      {again.data && (
        <Alert kind={again.data.isEqual ? "good" : "error"} isLive>
          <p>{again.data.isEqual ? result.equal : result.different}</p>
        </Alert>
      )}
      <ProblemAlert error={again.error} />
    </Card>
  );
}
