import { actOnPlan, type PlanView, readDevelopment } from "@teraju/contracts/development";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import css from "./development.module.css";
import { Around } from "./Around.tsx";
import { Looks } from "./Looks.tsx";
import { Journal } from "./Journal.tsx";
import { ChooseSession } from "./ChooseSession.tsx";
import { PlanForms } from "./PlanForms.tsx";

const LOOK = { proposed: "attention", agreed: "info", done: "good", declined: "plain", cancelled: "plain" } as const;

/** One plan: what for, how it stands, its journal, and the looks back. */
export function PlanCard({ plan, personId, mayWrite }: { plan: PlanView; personId: string; mayWrite: boolean }) {
  const words = useDevelopmentCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const about = plan.perilaku === null ? plan.line?.text : vocabulary.perilaku[plan.perilaku];
  return (
    <Card title={plan.goal} sub={[words.bentukOf[plan.bentuk], about].filter(Boolean).join(", ")} aside={<span className={css["about"]}>{plan.isOverdue && <Badge kind="attention">{words.overdue}</Badge>}<Badge kind={LOOK[plan.status]}>{words.status[plan.status]}</Badge></span>}>
      <div className="stack-tight">
        <p>{plan.finding}</p>
        <p>{words.measureLine(plan.measure)}</p>
        {plan.indikator !== null && <p>{words.aimsAt(plan.indikator.text)}</p>}
        <p className="quiet small">{words.proposedBy(plan.proposedBy, format.date(plan.proposedOn))} {words.dueBy(format.date(plan.dueOn))} {plan.note}</p>
        {plan.training !== null && <p>{words.training(plan.training.name, format.date(plan.training.firstDay))} <b>{words.place[plan.training.status]}</b></p>}
        {mayWrite && (plan.status === "proposed" || plan.status === "agreed") && <Answer plan={plan} />}
        {mayWrite && plan.status === "agreed" && plan.bentuk === "pelatihan" && plan.training === null && <ChooseSession planId={plan.id} personId={personId} />}
        {plan.bentuk !== "pelatihan" && plan.bentuk !== "belajar_mandiri" && plan.status !== "proposed" && <Journal plan={plan} mayWrite={mayWrite} />}
        {mayWrite && plan.bentuk === "konseling" && plan.status !== "declined" && plan.status !== "cancelled" && <Konseling id={plan.id} />}
        <PlanForms plan={plan} />
        <Around plan={plan} />
        {plan.status === "done" && <Looks plan={plan} mayWrite={mayWrite} />}
      </div>
    </Card>
  );
}

/** The two go on there; whom its record is reported to finds it on the list of konseling. */
function Konseling({ id }: { id: string }) {
  const words = useDevelopmentCopy();
  return <p>{words.konselingApart} <Link to={to(paths.konseling, { id })}>{words.toKonseling}</Link></p>;
}

/** Agree or say why not; carried out; given up. */
function Answer({ plan: { id, version, status, bentuk, actions } }: { plan: PlanView }) {
  const words = useDevelopmentCopy();
  const { refusals } = useCopy();
  const [asked, setAsked] = useState<"decline" | "cancel" | null>(null);
  const [note, setNote] = useState("");
  const act = useMutation(apiMutation(actOnPlan, { invalidates: [readDevelopment] }));
  const refusal = (codes: readonly string[]) => (codes[0] === undefined ? null : refusals[codes[0] as Refusal]);
  const send = (action: "agree" | "decline" | "cancel" | "finish") => act.mutate({ params: { id }, body: { version, action, note: action === "agree" || action === "finish" ? null : note.trim() } });
  if (asked !== null) {
    return (
      <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); send(asked); }}>
        <Textarea label={words.why} required minLength={5} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        <div className="row"><Button type="submit" kind="primary" isBusy={act.isPending}>{words.send}</Button><Button onClick={() => setAsked(null)}>{words.close}</Button></div>
        <ProblemAlert error={act.error} />
      </form>
    );
  }
  return (
    <div className="stack-tight">
      <div className="row">
        {status === "proposed" && actions.agree.length === 0 && <Button kind="primary" isBusy={act.isPending} onClick={() => send("agree")}>{words.agree}</Button>}
        {status === "proposed" && actions.decline.length === 0 && <Button onClick={() => setAsked("decline")}>{words.decline}</Button>}
        {status === "agreed" && bentuk !== "konseling" && <Button kind="primary" isBusy={act.isPending} refusal={refusal(actions.finish)} onClick={() => send("finish")}>{words.finish}</Button>}
        {actions.cancel.length === 0 && <Button kind="quiet" onClick={() => setAsked("cancel")}>{words.cancel}</Button>}
      </div>
      <ProblemAlert error={act.error} />
    </div>
  );
}
