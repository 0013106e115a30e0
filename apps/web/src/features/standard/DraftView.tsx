import type { Refusal } from "@teraju/contracts/problem";
import { decideStandardDraft, discardStandardDraft, proposeStandardDraft, readStandard, type StandardDraftView } from "@teraju/contracts/standard";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useStandardCopy } from "#copy/page/standard.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";
import { DraftForm } from "./DraftForm.tsx";
import { type Standards, useSay } from "./say.ts";
import css from "./standard.module.css";
import { WhatIf } from "./WhatIf.tsx";

type Props = { view: Standards; now: Standards["standards"][number]["values"]; draft: StandardDraftView; isShown: boolean; onToggle: () => void };

/** One draft: what it changes side by side, what it would change of a period, and the next step of whoever looks. */
export function DraftView({ view, now, draft, isShown, onToggle }: Props) {
  const words = useStandardCopy();
  const format = useFormat();
  const { roles } = useSession();
  const mayEdit = roles.includes("bkpsdm_analis") && draft.actions.save.length === 0;
  const sub = [words.madeBy(draft.madeBy, format.date(draft.madeOn)), words.validFrom(format.date(draft.validFrom)), draft.status === "draft" && draft.decidedBy !== null && draft.note !== null && words.sentBack(draft.decidedBy, draft.note)].filter(Boolean).join(" ");
  return (
    <Card title={draft.name} sub={sub} kind={draft.status === "proposed" ? "attention" : "plain"} aside={<Button aria-expanded={isShown} aria-label={isShown ? undefined : words.openOf(draft.name)} onClick={onToggle}>{isShown ? words.close : words.open}</Button>}>
      <p><Badge kind={draft.status === "proposed" ? "attention" : "plain"}>{words.status[draft.status]}</Badge></p>
      {isShown && (
        <div className="stack-tight">
          <p className="quiet">{draft.legalBasis}.</p>
          <Differences view={view} now={now} draft={draft} />
          {(roles.includes("bkpsdm_analis") || roles.includes("bkpsdm_kepala")) && <WhatIf draftId={draft.id} version={draft.version} periods={view.periods} />}
          {mayEdit && <details><summary className={css["group"]}>{words.save}</summary><DraftForm key={draft.version} view={view} now={now} draft={draft} id={draft.id} onDone={() => undefined} /></details>}
          {roles.includes("bkpsdm_analis") && <Maker draft={draft} />}
          {roles.includes("bkpsdm_kepala") && draft.status === "proposed" && <Decide draft={draft} />}
        </div>
      )}
    </Card>
  );
}

function Differences({ view, now, draft }: Pick<Props, "view" | "now" | "draft">) {
  const words = useStandardCopy();
  const say = useSay();
  const rows = view.fields.filter(({ path }) => draft.values[path] !== now[path]);
  if (rows.length === 0) return <EmptyState title={words.changed(0)} />;
  return (
    <>
      <h3>{words.changed(rows.length)}</h3>
      <Table caption={words.changed(rows.length)} rows={rows} rowKey={({ path }) => path} columns={[
        { key: "hal", label: words.parameter, cell: (field) => say.label(field) }, { key: "kini", label: words.now, cell: (field) => say.value(field, now[field.path]) },
        { key: "rancangan", label: words.draft, cell: (field) => <b>{say.value(field, draft.values[field.path])}</b> }, { key: "dasar", label: words.legalBasis, isMinor: true, cell: (field) => words.basis(field.basis) },
      ]} />
    </>
  );
}

function Maker({ draft: { id, version, actions } }: { draft: StandardDraftView }) {
  const words = useStandardCopy();
  const propose = useMutation(apiMutation(proposeStandardDraft, { invalidates: [readStandard] }));
  const discard = useMutation(apiMutation(discardStandardDraft, { invalidates: [readStandard] }));
  const input = { params: { id }, body: { version } };
  return (
    <>
      <div className="row">
        {actions.propose.length === 0 && <Button kind="primary" isBusy={propose.isPending} onClick={() => propose.mutate(input)}>{words.propose}</Button>}
        {actions.discard.length === 0 && <Button kind="quiet" isBusy={discard.isPending} onClick={() => discard.mutate(input)}>{words.discard}</Button>}
      </div>
      <ProblemAlert error={propose.error ?? discard.error} />
    </>
  );
}

function Decide({ draft }: { draft: StandardDraftView }) {
  const words = useStandardCopy();
  const format = useFormat();
  const { refusals } = useCopy();
  const [step, setStep] = useState<"none" | "publish" | "back">("none");
  const [note, setNote] = useState("");
  const decide = useMutation(apiMutation(decideStandardDraft, { invalidates: [readStandard] }));
  const send = (publish: boolean) => decide.mutate({ params: { id: draft.id }, body: { version: draft.version, publish, note: publish ? null : note.trim() } });
  const [code] = draft.actions.publish;
  if (step === "back") {
    return (
      <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); send(false); }}>
        <Textarea label={words.backWhy} required minLength={5} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        <div className="row"><Button type="submit" kind="primary" isBusy={decide.isPending}>{words.backSend}</Button><Button onClick={() => setStep("none")}>{words.close}</Button></div>
        <ProblemAlert error={decide.error} />
      </form>
    );
  }
  return (
    <>
      {step === "publish" && <Alert kind="attention" title={words.publishAsk} isLive><p>{words.publishText(format.date(draft.validFrom))}</p></Alert>}
      <div className="row">
        <Button kind="primary" isBusy={decide.isPending} refusal={code === undefined ? null : refusals[code as Refusal]} onClick={() => (step === "publish" ? send(true) : setStep("publish"))}>{words.publish}</Button>
        <Button onClick={() => setStep("back")}>{words.back}</Button>
      </div>
      <ProblemAlert error={decide.error} />
    </>
  );
}
