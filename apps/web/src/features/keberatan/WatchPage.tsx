import { listOpenKeberatan, type OpenKeberatan, reassignKeberatan } from "@teraju/contracts/keberatan";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { DayClock } from "#ui/light/DayClock.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { usePeriodName } from "./words.ts";

/** Keberatan of the city that wait, the fewest days left first; by name only for who may read them. */
export default function WatchPage() {
  const { watch: words } = useKeberatanCopy();
  const format = useFormat();
  const { items, decidedThisYear, lateThisYear } = useSuspenseQuery(apiQuery(listOpenKeberatan, {})).data;
  const late = items.filter(({ clock }) => clock.sisa < 0).length;
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={words.title(items.length, late)} sub={words.sub(format.number(decidedThisYear), format.number(lateThisYear))} />
      {items.length === 0 && <EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
      {items.map((one) => <Open key={one.id} one={one} />)}
    </div>
  );
}

function Open({ one }: { one: OpenKeberatan }) {
  const { watch: words, status: names } = useKeberatanCopy();
  const format = useFormat();
  const periodName = usePeriodName();
  const { unit, period, status, filedOn, clock, explainUntil, isExplanationLate, people, timesReassigned, actions } = one;
  return (
    <Card title={people === null ? unit : words.of(people.pegawai, unit)} sub={`${periodName(period)}. ${words.filed(format.date(filedOn))}`} aside={<Badge kind={clock.sisa < 0 ? "error" : "attention"}>{names[status]}</Badge>}>
      <DayClock clock={clock} />
      {status === "filed" && <p>{(isExplanationLate ? words.explanationLate : words.explanationUntil)(format.date(explainUntil))}</p>}
      {people !== null && <p>{words.people(people.penilai, people.atasan)} {timesReassigned > 0 && words.moved(timesReassigned)}</p>}
      {people !== null && actions.reassign.length === 0 && people.next !== null && <Reassign one={one} next={people.next} />}
    </Card>
  );
}

const GROUNDS = ["berhalangan", "benturan_kepentingan"] as const;
const SHORTEST = 20;
function Reassign({ one: { id, version }, next }: { one: OpenKeberatan; next: string }) {
  const { watch: words } = useKeberatanCopy();
  const [ground, setGround] = useState<(typeof GROUNDS)[number] | null>(null);
  const [basis, setBasis] = useState("");
  const [isTried, setTried] = useState(false);
  const move = useMutation(apiMutation(reassignKeberatan, { invalidates: [listOpenKeberatan] }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (ground !== null && basis.trim().length >= SHORTEST) move.mutate({ params: { id }, body: { version, ground, basis } });
  };
  return (
    <details>
      <summary>{words.reassign(next)}</summary>
      <form className="stack" onSubmit={submit} noValidate aria-label={words.reassign(next)}>
        <RadioGroup label={words.ground} value={ground} onChange={setGround} error={isTried && ground === null ? words.groundMissing : null} options={GROUNDS.map((value) => ({ value, label: words.grounds[value] }))} />
        <Textarea label={words.basis} help={words.basisHelp} value={basis} maxLength={2000} error={isTried && basis.trim().length < SHORTEST ? words.basisShort : null} onChange={(event) => setBasis(event.target.value)} />
        <ProblemAlert error={move.error} />
        <div><Button kind="primary" type="submit" isBusy={move.isPending}>{words.send}</Button></div>
      </form>
    </details>
  );
}
