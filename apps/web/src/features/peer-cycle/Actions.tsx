import { closePeerCycle, drawPeerCycle, listPeerCycles, type PeerCycleView, releasePeerCycle, replaceDeclined, sealPeerCycle, setPeerLastDay } from "@teraju/contracts/peer-input";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { usePeerCycleCopy } from "#copy/page/peer-cycle.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, queryKey } from "../../api.ts";
import { OfCycle } from "./OfCycle.tsx";
import css from "./peer-cycle.module.css";

const ENDPOINT = { draw: drawPeerCycle, replace: replaceDeclined, close: closePeerCycle, seal: sealPeerCycle, release: releasePeerCycle };
type Step = keyof typeof ENDPOINT;
/** The one step that moves a cycle on from each state. */
const NEXT = { preparing: "draw", answering: "close", closed: "seal", sealed: "release", released: null } as const satisfies Record<PeerCycleView["status"], Step | null>;

/** The next step of the cycle, with what it does for good said before it is done. */
export function Actions({ cycle }: { cycle: PeerCycleView }) {
  const words = usePeerCycleCopy();
  const { refusals } = useCopy();
  const [asked, setAsked] = useState<Step | null>(null);
  const next = NEXT[cycle.status];
  if (next === null) return null;
  // Why not, in words; the state itself needs none, the button of another state is not shown.
  const refusalOf = (step: Step) => cycle.actions[step].map((code) => refusals[code as Refusal]).filter(Boolean).join(" ") || null;
  return (
    <Card title={<>{words.act[next]}<OfCycle cycle={cycle} /></>} sub={words.because[next]}>
      <div className="row">
        <Button kind="primary" refusal={refusalOf(next)} onClick={() => setAsked(next)}>{words.act[next]}</Button>
        {cycle.actions.replace.length === 0 && <Button onClick={() => setAsked("replace")}>{words.act.replace}</Button>}
      </div>
      {cycle.actions.setLastDay.length === 0 && cycle.status === "answering" && <LastDay key={cycle.version} cycle={cycle} />}
      {asked !== null && <Ask key={asked} step={asked} cycle={cycle} onClose={() => setAsked(null)} />}
    </Card>
  );
}

function Ask({ step, cycle, onClose }: { step: Step; cycle: PeerCycleView; onClose: () => void }) {
  const words = usePeerCycleCopy();
  const client = useQueryClient();
  // The night's count may have moved the cycle since the page was drawn: it is asked anew, so that a second press holds.
  const act = useMutation({ ...apiMutation(ENDPOINT[step], { invalidates: [listPeerCycles] }), onError: () => client.invalidateQueries({ queryKey: queryKey(listPeerCycles) }) });
  return (
    <Dialog
      isOpen onClose={onClose} title={words.ask[step]}
      actions={<><Button kind="primary" isBusy={act.isPending} onClick={() => act.mutate({ params: { id: cycle.id }, body: { version: cycle.version } }, { onSuccess: onClose })}>{words.act[step]}</Button><Button onClick={onClose}>{words.cancel}</Button></>}
    >
      <p>{words.because[step]}</p>
      <ProblemAlert error={act.error} />
    </Dialog>
  );
}

/** Longer after an outage, or shorter: everybody's forms show the new day. */
function LastDay({ cycle }: { cycle: PeerCycleView }) {
  const words = usePeerCycleCopy();
  const [day, setDay] = useState(cycle.answersUntil);
  const move = useMutation(apiMutation(setPeerLastDay, { invalidates: [listPeerCycles] }));
  return (
    <div className="stack-tight">
      <div className={css["lastDay"]}>
        <TextInput label={words.until} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        <Button isBusy={move.isPending} refusal={day === "" || day === cycle.answersUntil ? words.lastDaySame : null} onClick={() => move.mutate({ params: { id: cycle.id }, body: { version: cycle.version, answersUntil: day } })}>{words.moveLastDay}</Button>
      </div>
      <ProblemAlert error={move.error} />
    </div>
  );
}
