import { readDevelopment } from "@teraju/contracts/development";
import type { Output } from "@teraju/contracts/endpoint";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { useSession } from "../../session.ts";
import { PlanCard } from "./PlanCard.tsx";
import { type Begun, PlanForm } from "./PlanForm.tsx";

type Development = Output<typeof readDevelopment>;

/** One's own development, or that of somebody whom one rates: findings, plans, and what came of them. */
export default function DevelopmentPage() {
  const words = useDevelopmentCopy();
  const { orang } = useParams();
  const { person: me } = useSession();
  const personId = orang ?? me.id;
  const shown = useSuspenseQuery(apiQuery(readDevelopment, { params: { personId } })).data;
  const [begun, setBegun] = useState<Begun | null>(null);
  const running = shown.plans.filter(({ status }) => status === "agreed").length;
  const mayPropose = shown.mayWrite && shown.penilai !== null;
  return (
    <div className="stack">
      <PageHeader
        tab={words.tab} title={shown.isOwn ? words.titleOwn(running) : words.titleOf(shown.person.name)} sub={words.sub}
        action={mayPropose && begun === null && <Button onClick={() => setBegun({ source: "keinginan", finding: "", perilaku: null, lineId: null })}>{words.planOwn}</Button>}
      />
      {shown.penilai === null && <Alert kind="attention"><p>{words.noPenilai}</p></Alert>}
      {begun !== null && <PlanForm personId={personId} lines={shown.lines} begun={begun} onDone={() => setBegun(null)} />}
      {shown.plans.map((plan) => <PlanCard key={plan.id} plan={plan} personId={personId} mayWrite={shown.mayWrite} />)}
      {shown.mayWrite && <Findings shown={shown} onPlan={mayPropose ? setBegun : null} />}
    </div>
  );
}

function Findings({ shown: { findings }, onPlan }: { shown: Development; onPlan: ((begun: Begun) => void) | null }) {
  const words = useDevelopmentCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  return (
    <Card title={words.findings}>
      {findings.length === 0 ? <EmptyState title={words.noFindings} /> : (
        <Lines>
          {findings.map((one, index) => {
            const about = one.perilaku === null ? (one.line?.text ?? null) : vocabulary.perilaku[one.perilaku];
            // What is found names its subject first: several findings of one kind would look alike.
            const isOurs = one.source === "rekan" || one.source === "evaluasi";
            const text = one.source === "rekan" || one.source === "evaluasi" ? words.findingText[one.source](about ?? "") : one.text;
            return (
              <Line
                key={`${one.source}${index}`} title={text} sub={[words.source[one.source], isOurs ? null : about, one.on === null ? null : format.date(one.on)].filter(Boolean).join(", ")}
                action={onPlan !== null && <Button isSmall onClick={() => onPlan({ source: one.source, finding: text, perilaku: one.perilaku, lineId: one.line?.id ?? null })}>{words.plan}</Button>}
              />
            );
          })}
        </Lines>
      )}
    </Card>
  );
}
