import { listPeerCycles, type PeerCycleView } from "@teraju/contracts/peer-input";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { usePeerCycleCopy } from "#copy/page/peer-cycle.ts";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProgressSteps } from "#ui/light/ProgressSteps.tsx";
import { apiQuery } from "../../api.ts";
import { useSession } from "../../session.ts";
import { Actions } from "./Actions.tsx";
import type { Cycles } from "./cycles.ts";
import { Declarations } from "./Declarations.tsx";
import { Facts } from "./Facts.tsx";
import { OpenForm } from "./OpenForm.tsx";
import { Rollup } from "./Rollup.tsx";
import { Verifiers } from "./Verifiers.tsx";
import css from "./peer-cycle.module.css";

const STEPS = ["preparing", "answering", "closed", "sealed", "released"] as const satisfies readonly PeerCycleView["status"][];

/** The cycle in words: where it stands, and until when. */
function useFinding(): (cycle: PeerCycleView) => string {
  const { finding, semester } = usePeerCycleCopy();
  const format = useFormat();
  return (cycle) => {
    const name = semester(cycle.semester, cycle.year);
    if (cycle.status !== "answering") return finding[cycle.status](name);
    const until = format.date(cycle.answersUntil);
    return cycle.progress === null ? finding.answering(name, until) : finding.answeringShare(name, format.percent(cycle.progress.sentPercent), until);
  };
}

/** BKPSDM's desk of umpan balik rekan: totals, never who answers about whom. The analyst and the auditor read it without the buttons. */
export default function PeerCyclePage() {
  const words = usePeerCycleCopy();
  const findingOf = useFinding();
  const { cycles, candidates, next, actions } = useSuspenseQuery({ ...apiQuery(listPeerCycles, {}), staleTime: 0 }).data;
  const { roles } = useSession();
  const [current, ...earlier] = cycles;
  const isManager = roles.includes("bkpsdm");
  const maySeeRollup = isManager || roles.includes("bkpsdm_analis");
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={current === undefined ? words.finding.none : findingOf(current)} sub={words.sub} />
      {isManager && next !== null && actions.open.length === 0 && <OpenForm key={`${next.year}-${next.semester}`} next={next} />}
      {current === undefined ? <EmptyState title={words.finding.none} /> : <OneCycle cycle={current} candidates={candidates} isManager={isManager} maySeeRollup={maySeeRollup} />}
      {roles.includes("bkpsdm_analis") && current !== undefined && <Declarations cycleId={current.id} />}
      {earlier.length > 0 && (
        <Card title={words.earlier}>
          {earlier.map((cycle) => <Earlier key={cycle.id} finding={findingOf(cycle)}><OneCycle cycle={cycle} candidates={candidates} isManager={isManager} maySeeRollup={maySeeRollup} /></Earlier>)}
        </Card>
      )}
    </div>
  );
}

/** What lies closed is neither drawn nor asked for. */
function Earlier({ finding, children }: { finding: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={css["earlier"]} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{finding}</summary>
      {isOpen && children}
    </details>
  );
}

type OneCycleProps = { cycle: PeerCycleView; candidates: Cycles["candidates"]; isManager: boolean; maySeeRollup: boolean };
function OneCycle({ cycle, candidates, isManager, maySeeRollup }: OneCycleProps) {
  const words = usePeerCycleCopy();
  const at = STEPS.indexOf(cycle.status);
  return (
    <div className="stack">
      <ProgressSteps of={words.semester(cycle.semester, cycle.year)} steps={STEPS.map((step, index) => ({ label: words.steps[step], state: index < at || cycle.status === "released" ? "done" : index === at ? "current" : "todo" }))} />
      <div className={css["columns"]}>
        <div className="stack">
          {isManager && <Actions cycle={cycle} />}
          <Facts cycle={cycle} />
          {cycle.released !== null && maySeeRollup && <Rollup cycle={cycle} />}
        </div>
        <Verifiers cycle={cycle} candidates={candidates} isManager={isManager} />
      </div>
    </div>
  );
}
