import type { Output } from "@teraju/contracts/endpoint";
import { readPeerProof } from "@teraju/contracts/peer-input";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import css from "./peer-input.module.css";

type Assignment = Output<typeof readPeerProof>["assignments"][number];

/** That my assignments are those of the published draw: figures for who recomputes them, and the answer in words. */
export default function ProofPage() {
  const { proof: words } = usePeerInputCopy();
  const format = useFormat();
  const { keyHash, root, assignments, verdicts } = useSuspenseQuery(apiQuery(readPeerProof, { query: {} })).data;
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={assignments.length > 0 && assignments.every(({ isProved }) => isProved) ? words.allProved(assignments.length) : words.title} sub={words.sub} />
      {keyHash !== null && (
        <Card>
          <dl className={css["hashes"]}>
            <div><dt>{words.keyHash}</dt><dd><code>{keyHash}</code></dd></div>
            {root !== null && <div><dt>{words.root}</dt><dd><code>{root}</code></dd></div>}
          </dl>
        </Card>
      )}
      {assignments.length === 0 ? <EmptyState title={words.none}>{words.noneHelp}</EmptyState> : <Card><ul className={css["proofs"]}>{assignments.map((one) => <OneProof key={one.leaf} assignment={one} />)}</ul></Card>}
      <Card title={words.verdicts}>
        {verdicts.length === 0 ? <p className="quiet">{words.noVerdicts}</p> : verdicts.map((verdict) => (
          <Alert key={verdict.role} kind={verdict.isEqual ? "good" : "error"} title={`${words.role[verdict.role]}, ${format.date(verdict.on)}`}>
            <p>{verdict.isEqual ? words.equal : words.different} {verdict.statement}</p>
          </Alert>
        ))}
      </Card>
    </div>
  );
}

function OneProof({ assignment: { subject, isProved, isHandedOver, salt, leaf, path } }: { assignment: Assignment }) {
  const { proof: words } = usePeerInputCopy();
  return (
    <li>
      <p><b>{subject.name}</b> <Badge kind={isProved ? "good" : "error"}>{isProved ? words.proved : words.notProved}</Badge>{isHandedOver && <> <Badge kind="plain">{words.handedOver}</Badge></>}</p>
      <details className={css["details"]}>
        <summary>{words.path}<span className="visually-hidden">: {subject.name}</span></summary>
        <dl className={css["hashes"]}>
          <div><dt>{words.salt}</dt><dd><code>{salt}</code></dd></div>
          <div><dt>{words.leaf}</dt><dd><code>{leaf}</code></dd></div>
          <div><dt>{words.path}</dt><dd><ol>{path.map((hash) => <li key={hash}><code>{hash}</code></li>)}</ol></dd></div>
        </dl>
      </details>
    </li>
  );
}
