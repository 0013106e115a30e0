import { listPenilaiRelations, readPenilaiRelation, setPenilaiRelation } from "@teraju/contracts/penilai-relation";
import type { Refusal } from "@teraju/contracts/problem";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { Link, useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { usePenilaiRelationCopy } from "#copy/page/penilai-relation.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { ErrorSummary, type FieldFault, faultOf } from "#ui/light/ErrorSummary.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { usePaused } from "../../paused.ts";
import { paths } from "../../paths.ts";
import { Follows } from "./Follows.tsx";
import { PimpinanCard } from "./PimpinanCard.tsx";
import { seat, type View } from "./rows.ts";
import css from "./penilai-relation.module.css";

const SHORTEST = 5;

/** One pegawai's line through time; another penilai from a day on, with what follows shown before; further pimpinan. */
export default function LinePage() {
  const words = usePenilaiRelationCopy();
  const { orang: personId = "" } = useParams();
  const [penilaiId, setPenilaiId] = useState<string | undefined>(undefined);
  const [from, setFrom] = useState<string | undefined>(undefined);
  const [typed, setTyped] = useState("");
  const q = usePaused(typed);
  const [done, setDone] = useState<string | null>(null);
  const asked = { penilaiId, from: from === "" ? undefined : from, q: q === "" ? undefined : q };
  const { data: view, error, isFetching } = useQuery({ ...apiQuery(readPenilaiRelation, { params: { personId }, query: asked }), placeholderData: keepPreviousData });
  const finish = (text: string) => { setDone(text); setPenilaiId(undefined); setFrom(undefined); setTyped(""); };
  if (view === undefined) return error ? <ProblemAlert error={error} /> : <Skeleton height={320} />;
  const [current] = view.lines.filter(({ until }) => until === null || until > view.changes.from);
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={current === undefined ? words.lineTitleNone(view.pegawai.name) : words.lineTitle(view.pegawai.name, current.penilai.name)} sub={seat(view.pegawai)} action={<Link to={paths.penilaiLines}>{words.back}</Link>} />
      {done !== null && <Alert kind="good" isLive><p>{done}</p></Alert>}
      {view.actions.pimpinan[0] !== "not_yours" && (
        <Card title={words.change}>
          <div className={css["decide"]}>
            <Who view={view} typed={typed} onType={setTyped} onChoose={setPenilaiId} />
            <Change key={`${view.lines.length} ${view.lines[0]?.from ?? ""}`} view={view} day={from ?? view.changes.from} onDay={setFrom} isWaiting={isFetching} onDone={finish} />
          </div>
        </Card>
      )}
      <History view={view} />
      <PimpinanCard view={view} onDone={finish} />
    </div>
  );
}

function Who({ view, typed, onType, onChoose }: { view: View; typed: string; onType: (text: string) => void; onChoose: (id: string) => void }) {
  const words = usePenilaiRelationCopy();
  const { usulan, chosen, candidates } = view;
  const people = chosen === null || candidates.some(({ id }) => id === chosen.id) ? candidates : [chosen, ...candidates];
  return (
    <div className="stack">
      <RadioGroup label={words.newPenilai} value={chosen?.id ?? null} onChange={onChoose} options={people.map((one) => ({ value: one.id, label: one.name, help: [one.id === usulan?.penilai?.id ? words.fromUsulan : null, seat(one)].filter(Boolean).join(". ") }))} />
      <TextInput type="search" label={words.findOther} autoComplete="off" isOptional value={typed} onChange={(event) => onType(event.target.value)} />
      {usulan !== null && (
        <details>
          <summary>{words.why}</summary>
          <ul className={css["follows"]}>{[usulan.penilai === null ? words.noUsulan : words.usulanIs(usulan.penilai.name), ...usulan.notes, usulan.cite].map((line) => <li key={line}>{line}</li>)}</ul>
        </details>
      )}
    </div>
  );
}

type ChangeProps = { view: View; day: string; onDay: (day: string) => void; isWaiting: boolean; onDone: (text: string) => void };
function Change({ view, day, onDay, isWaiting, onDone }: ChangeProps) {
  const words = usePenilaiRelationCopy();
  const { refusals } = useCopy();
  const [basis, setBasis] = useState("");
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const field = useId();
  const set = useMutation({
    ...apiMutation(setPenilaiRelation, { invalidates: [listPenilaiRelations, readPenilaiRelation] }),
    onSuccess: ({ handOvers, reports }) => onDone(handOvers === 0 ? words.doneNothing : words.done(handOvers, reports)),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = basis.trim().length < SHORTEST ? [{ field, text: words.needBasis }] : [];
    setFaults(found);
    if (found.length > 0 || view.chosen === null) return;
    set.mutate({ params: { personId: view.pegawai.id }, body: { penilaiId: view.chosen.id, from: day, basis: basis.trim(), before: view.changes.before?.id ?? null } });
  };
  const [refusal] = view.actions.change;
  return (
    <form className="stack" noValidate onSubmit={send}>
      <ErrorSummary faults={faults} />
      <TextInput type="date" label={words.from} help={words.fromHelp} required value={day} onChange={(event) => onDay(event.target.value)} />
      <TextInput id={field} label={words.basis} help={words.basisHelp} error={faultOf(faults, field)} maxLength={200} value={basis} onChange={(event) => setBasis(event.target.value)} />
      <Follows changes={view.changes} />
      <div className="row"><Button type="submit" kind="primary" isBusy={set.isPending || isWaiting} refusal={refusal === undefined ? null : refusals[refusal as Refusal]}>{words.apply}</Button></div>
      <ProblemAlert error={set.error} />
    </form>
  );
}

function History({ view: { lines } }: { view: View }) {
  const words = usePenilaiRelationCopy();
  const format = useFormat();
  if (lines.length === 0) return null;
  return (
    <Card title={words.history}>
      <Lines>{lines.map((one) => <Line key={one.from} title={one.penilai.name} sub={[one.until === null ? words.onward(format.date(one.from)) : words.until(format.date(one.from), format.date(one.until)), one.basis].filter(Boolean).join(" · ")} />)}</Lines>
    </Card>
  );
}
