import { listOrganisationChanges, type OrgChangeLine, type OrgStep, readOrganisation, readOrganisationUnit, takeBackOrganisation } from "@teraju/contracts/organisation";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { useSession } from "../../session.ts";
import css from "./organisation.module.css";

/** What was changed and what is planned, with who did it; a plan can be taken back before its day. */
export function ChangesCard({ onShow }: { onShow: (day: string) => void }) {
  const words = useOrganisationCopy();
  const { today } = useSession();
  const { changes } = useSuspenseQuery(apiQuery(listOrganisationChanges, {})).data;
  const coming = changes.filter(({ from, status }) => from > today && status === "applied");
  const past = changes.filter((one) => !coming.includes(one));
  if (changes.length === 0) return <Card><EmptyState title={words.noChanges} /></Card>;
  return (
    <div className="stack">
      {coming.length > 0 && <section aria-label={words.coming} className="stack"><h2>{words.coming}</h2>{coming.map((one) => <Change key={one.id} one={one} onShow={onShow} />)}</section>}
      {past.length > 0 && <section aria-label={words.past} className="stack"><h2>{words.past}</h2>{past.map((one) => <Change key={one.id} one={one} onShow={onShow} />)}</section>}
    </div>
  );
}

function Change({ one, onShow }: { one: OrgChangeLine; onShow: (day: string) => void }) {
  const words = useOrganisationCopy();
  const format = useFormat();
  const { today } = useSession();
  const say = useSentence(one.names);
  const [isAsking, setAsking] = useState(false);
  const takeBack = useMutation({ ...apiMutation(takeBackOrganisation, { invalidates: [readOrganisation, readOrganisationUnit, listOrganisationChanges] }), onSettled: () => setAsking(false) });
  const state = one.status === "taken_back" ? words.takenBack : one.from > today ? words.planned : words.inForce;
  const day = format.date(one.from);
  return (
    <Card title={day} sub={one.legalBasis} aside={<Badge kind={one.status === "taken_back" ? "plain" : one.from > today ? "attention" : "good"}>{state}</Badge>}>
      <ol className={css["steps"]}>{one.steps.map((step, index) => <li key={index}><span>{say(step)}</span></li>)}</ol>
      <p className="quiet small">{words.counts(one.counts.moved, one.counts.handOvers)} {words.changeBy(one.by, format.date(one.at.slice(0, 10)))} {one.takenBack !== null && words.takenBackBy(one.takenBack.by, format.date(one.takenBack.at.slice(0, 10)))}</p>
      <div className="row">
        {one.status === "applied" && <Button isSmall aria-label={words.showTreeOf(day)} onClick={() => onShow(one.from)}>{words.showTree}</Button>}
        {one.actions.takeBack.length === 0 && <Button isSmall kind="danger" aria-label={words.takeBackOf(day)} onClick={() => setAsking(true)}>{words.takeBack}</Button>}
      </div>
      <ProblemAlert error={takeBack.error} />
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={words.takeBackAsk} actions={<><Button kind="danger" isBusy={takeBack.isPending} onClick={() => takeBack.mutate({ params: { id: one.id }, body: { version: one.version } })}>{words.takeBack}</Button><Button onClick={() => setAsking(false)}>{words.cancel}</Button></>}>
        <p>{words.takeBackText}</p>
      </Dialog>
    </Card>
  );
}

/** A step of a stored change as a sentence. */
function useSentence(names: OrgChangeLine["names"]): (step: OrgStep) => string {
  const words = useOrganisationCopy();
  const name = (id: string) => names[id] || "–";
  return (step) => {
    switch (step.kind) {
      case "create": return words.step.create(step.unit.name, name(step.unit.parentId));
      case "rename": return words.step.rename(name(step.unitId), step.name);
      case "move": return words.step.move(name(step.unitId), name(step.parentId));
      case "merge": return words.step.merge(name(step.unitId), name(step.into));
      case "split": return words.step.split(name(step.unitId), step.unit.name, step.personIds.length, step.childIds.length);
      case "close": return words.step.close(name(step.unitId));
      case "post": return words.step.post(step.name, name(step.unitId));
      case "closePost": return words.step.closePost(name(step.postId));
      case "seat": return words.step.seat(name(step.personId), name(step.postId));
      case "leave": return words.step.leave(name(step.personId), words.reasons[step.reason].toLowerCase());
    }
  };
}
