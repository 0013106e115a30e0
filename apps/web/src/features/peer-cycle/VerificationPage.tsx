import { listPeerCycles, type PeerCycleView, publishVerdict, readVerification } from "@teraju/contracts/peer-input";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { usePeerCycleCopy } from "#copy/page/peer-cycle.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { CopyButton } from "#ui/work/CopyButton.tsx";
import { apiMutation, apiQuery, call } from "../../api.ts";
import { useSession } from "../../session.ts";
import { OfCycle } from "./OfCycle.tsx";
import css from "./peer-cycle.module.css";

const DIGEST = /^[0-9a-f]{64}$/;

/** For the two sworn verifiers: key and inputs of the draw, the command that computes it again, and the verdict that all can read. */
export default function VerificationPage() {
  const { verify: words, semester } = usePeerCycleCopy();
  const { person } = useSession();
  const { cycles } = useSuspenseQuery({ ...apiQuery(listPeerCycles, {}), staleTime: 0 }).data;
  const mine = cycles.filter(({ verifiers }) => verifiers.some((one) => one.person.id === person.id));
  if (mine.length === 0) {
    return (
      <div className="stack reading">
        <PageHeader tab={words.tab} title={words.notYou} />
        <EmptyState title={words.notYou}>{words.notYouHelp}</EmptyState>
      </div>
    );
  }
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={words.title} sub={words.sub} />
      {mine.map((cycle) => <section key={cycle.id} className="stack" aria-label={semester(cycle.semester, cycle.year)}><h2>{semester(cycle.semester, cycle.year)}</h2><OneDraw cycle={cycle} personId={person.id} /></section>)}
    </div>
  );
}

function OneDraw({ cycle, personId }: { cycle: PeerCycleView; personId: string }) {
  const { verify: words, equal, different } = usePeerCycleCopy();
  const format = useFormat();
  // The key must not lie in the cache of answers: it is asked for by a press, and leaves with the page.
  const open = useMutation({ mutationFn: () => call(readVerification, { params: { id: cycle.id } }), gcTime: 0 });
  const verdict = cycle.verifiers.find((one) => one.person.id === personId)?.verdict ?? null;
  if (verdict !== null) return <Alert kind={verdict.isEqual ? "good" : "error"} title={words.published}>{(verdict.isEqual ? equal : different)(format.date(verdict.on))} {verdict.statement}</Alert>;
  if (cycle.status === "preparing" || cycle.status === "answering") return <Alert>{words.waits}</Alert>;
  const found = open.data;
  const download = () => {
    if (found === undefined) return;
    const address = URL.createObjectURL(new Blob([JSON.stringify({ key: found.key, keyHash: found.keyHash, root: found.root, inputs: found.inputs })], { type: "application/json" }));
    Object.assign(document.createElement("a"), { href: address, download: "undian.json" }).click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <Card title={<>{words.step1}<OfCycle cycle={cycle} /></>} sub={words.step1Help}>
        {found === undefined ? <div><Button kind="primary" isBusy={open.isPending} onClick={() => open.mutate()}>{words.openIt}</Button></div> : (
          <>
            <dl className={css["facts"]}>
              <div><dt>{words.key}</dt><dd><code>{found.key}</code></dd></div>
              <div><dt>{words.keyHash}</dt><dd><code>{found.keyHash}</code></dd></div>
              <div><dt>{words.root}</dt><dd><code>{found.root}</code></dd></div>
            </dl>
            <div><Button icon={IconDownload} onClick={download}>{words.download}</Button></div>
          </>
        )}
        <ProblemAlert error={open.error} />
      </Card>
      {found !== undefined && <Card title={<>{words.step2}<OfCycle cycle={cycle} /></>}><p><code>{found.command}</code></p><CopyButton text={found.command} label={words.copyCommand} /></Card>}
      {found !== undefined && <VerdictForm cycle={cycle} />}
    </>
  );
}

function VerdictForm({ cycle }: { cycle: PeerCycleView }) {
  const { verify: words } = usePeerCycleCopy();
  const [digest, setDigest] = useState("");
  const [statement, setStatement] = useState("");
  const [isTried, setTried] = useState(false);
  const publish = useMutation(apiMutation(publishVerdict, { invalidates: [listPeerCycles] }));
  const typed = digest.trim().toLowerCase();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (DIGEST.test(typed) && statement.trim() !== "") publish.mutate({ params: { id: cycle.id }, body: { digest: typed, statement } });
  };
  return (
    <Card title={<>{words.step3}<OfCycle cycle={cycle} /></>} sub={words.publishHelp}>
      <form className="stack" onSubmit={submit} noValidate>
        <TextInput label={words.digest} help={words.digestHelp} value={digest} autoComplete="off" spellCheck={false} error={isTried && !DIGEST.test(typed) ? words.digestFault : null} onChange={(event) => setDigest(event.target.value)} />
        <Textarea label={words.statement} help={words.statementHelp} value={statement} maxLength={1000} error={isTried && statement.trim() === "" ? words.statementMissing : null} onChange={(event) => setStatement(event.target.value)} />
        <ProblemAlert error={publish.error} />
        <div><Button kind="primary" type="submit" isBusy={publish.isPending}>{words.publish}</Button></div>
      </form>
    </Card>
  );
}
