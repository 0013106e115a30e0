import { listAudit, verifyAudit } from "@teraju/contracts/audit";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useAuditCopy } from "#copy/page/audit.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation } from "../../api.ts";
import css from "./audit.module.css";

type Verdict = Output<typeof verifyAudit>;

/** Goes through the whole chain and says in words whether it holds; the first bad row by its number. */
export function VerifyCard() {
  const words = useAuditCopy();
  const verify = useMutation(apiMutation(verifyAudit, { invalidates: [listAudit] }));
  return (
    <section className="stack-tight">
      <div>
        <Button kind="primary" isBusy={verify.isPending} onClick={() => verify.mutate({ body: {} })}>
          {words.verify}
        </Button>
      </div>
      {verify.isPending && <p role="status">{words.verifying}</p>}
      {verify.data && <VerdictWords verdict={verify.data} />}
      <ProblemAlert error={verify.error} />
    </section>
  );
}

function VerdictWords({ verdict: { rows, head, firstBad, erased, checkpoint, milliseconds } }: { verdict: Verdict }) {
  const words = useAuditCopy();
  const format = useFormat();
  const took = words.took(format.fixed(milliseconds / 1000, 1));
  if (firstBad !== null) {
    return (
      <Alert kind="error" isLive title={words.broken(format.number(firstBad.seq))}>
        <p>{words.faults[firstBad.fault]}</p>
        <p>{words.brokenHelp}</p>
        <p>
          <Link to={`?sebelum=${firstBad.seq + 6}`}>{words.openBroken}</Link> {took}
        </p>
      </Alert>
    );
  }
  return (
    <Alert kind="good" isLive title={words.whole(format.number(rows))}>
      {head !== null && <p className={css["hash"]}>{words.wholeHead(format.number(head.seq), head.hash)}</p>}
      <p>{checkpoint === null ? words.noCheckpoint : words.checkpoint(format.number(checkpoint.seq), format.moment(checkpoint.at))}</p>
      <p>
        {erased > 0 && words.erased(erased)} {took}
      </p>
    </Alert>
  );
}
