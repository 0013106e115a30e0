import { proposePlan, readDevelopment } from "@teraju/contracts/development";
import type { Input, Output } from "@teraju/contracts/endpoint";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useCopy } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";

type Body = Input<typeof proposePlan>["body"];
export type Begun = Pick<Body, "source" | "finding" | "perilaku" | "lineId">;
type Line = Output<typeof readDevelopment>["lines"][number];
/** Where a result has one indicator, it is what the plan is measured on. */
const onlyOf = (line: Line | undefined): string | null => (line?.indikator.length === 1 ? (line.indikator[0]?.id ?? null) : null);
const BENTUK = ["coaching", "mentoring", "pelatihan", "belajar_mandiri", "konseling"] as const;
const PERILAKU = ["berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"] as const;

/** A new plan, begun from a finding or from nothing; the other side answers it. */
export function PlanForm({ personId, lines, begun, onDone }: { personId: string; lines: readonly Line[]; begun: Begun; onDone: () => void }) {
  const words = useDevelopmentCopy();
  const { vocabulary } = useCopy();
  const [id] = useState(() => v7());
  const [plan, setPlan] = useState<Omit<Body, "id">>({ ...begun, indikatorId: onlyOf(lines.find((one) => one.id === begun.lineId)), bentuk: "coaching", goal: "", measure: "", dueOn: "" });
  const send = useMutation({ ...apiMutation(proposePlan, { invalidates: [readDevelopment] }), onSuccess: onDone });
  const about = plan.perilaku !== null ? `p:${plan.perilaku}` : plan.lineId !== null ? `l:${plan.lineId}` : "";
  const line = lines.find((one) => one.id === plan.lineId);
  const setAbout = (value: string) => {
    const lineId = value.startsWith("l:") ? value.slice(2) : null;
    setPlan({ ...plan, perilaku: PERILAKU.find((one) => value === `p:${one}`) ?? null, lineId, indikatorId: onlyOf(lines.find((one) => one.id === lineId)) });
  };
  return (
    <Card title={words.form}>
      <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); send.mutate({ params: { personId }, body: { id, ...plan } }); }}>
        <Textarea label={words.what} required minLength={5} maxLength={500} value={plan.finding} onChange={(event) => setPlan({ ...plan, finding: event.target.value })} />
        <NativeSelect label={words.about} value={about} onChange={(event) => setAbout(event.target.value)} options={[{ value: "", label: words.general }, ...lines.map((line) => ({ value: `l:${line.id}`, label: line.text })), ...PERILAKU.map((one) => ({ value: `p:${one}`, label: vocabulary.perilaku[one] }))]} />
        {line !== undefined && line.indikator.length > 0 && <RadioGroup label={words.indikator} help={words.indikatorHelp} value={plan.indikatorId ?? ""} onChange={(value) => setPlan({ ...plan, indikatorId: value === "" ? null : value })} options={[...line.indikator.map((one) => ({ value: one.id, label: one.text })), { value: "", label: words.indikatorNone }]} />}
        <RadioGroup isInline label={words.bentuk} value={plan.bentuk} onChange={(bentuk) => setPlan({ ...plan, bentuk })} options={BENTUK.map((value) => ({ value, label: words.bentukOf[value] }))} />
        <Textarea label={words.goal} required minLength={5} maxLength={500} value={plan.goal} onChange={(event) => setPlan({ ...plan, goal: event.target.value })} />
        <TextInput label={words.measure} required minLength={5} maxLength={300} value={plan.measure} onChange={(event) => setPlan({ ...plan, measure: event.target.value })} />
        <TextInput type="date" label={words.due} required value={plan.dueOn} onChange={(event) => setPlan({ ...plan, dueOn: event.target.value })} />
        <div className="row"><Button type="submit" kind="primary" isBusy={send.isPending}>{words.propose}</Button><Button onClick={onDone}>{words.close}</Button></div>
        <ProblemAlert error={send.error} />
      </form>
    </Card>
  );
}
