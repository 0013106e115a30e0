import type { Output } from "@teraju/contracts/endpoint";
import { declareRelations, readPeerPreparation } from "@teraju/contracts/peer-input";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { IconX } from "#ui/light/icons.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import css from "./peer-input.module.css";
import { PersonSearch } from "./PersonSearch.tsx";

type Relation = Output<typeof readPeerPreparation>["relations"]["list"][number];
const KINDS = ["keluarga", "usaha"] as const satisfies readonly Relation["kind"][];
const MOST = 30;

/** Family and business relations, stated for each cycle, be there none. No other tie is asked about. */
export default function RelationPage() {
  const { relation: words } = usePeerInputCopy();
  const { cycle, relations, actions } = useSuspenseQuery({ ...apiQuery(readPeerPreparation, {}), staleTime: 0, refetchOnWindowFocus: false }).data;
  const [list, setList] = useState<readonly Relation[]>(relations.list);
  const [isChanged, setChanged] = useState(false);
  const declare = useMutation(apiMutation(declareRelations, { invalidates: [readPeerPreparation] }));
  const change = (next: readonly Relation[]) => {
    declare.reset();
    setChanged(true);
    setList(next);
  };
  const isFixed = actions.declare.length > 0;
  const isStated = (relations.isStated && !isChanged) || declare.isSuccess;
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={words.title} sub={words.sub} />
      <Alert><p>{words.confidential} {words.notAsked}</p></Alert>
      {cycle === null ? <EmptyState title={words.noCycle}>{words.noCycleHelp}</EmptyState> : (
        <>
          <div role="status">
            {isFixed ? <Alert>{words.closed}</Alert> : isStated ? <Alert kind="good">{declare.isSuccess ? words.saved : words.stated}</Alert> : <Alert kind="attention">{list.length > 0 && !isChanged ? words.proposed : words.notStated}</Alert>}
          </div>
          <Card title={words.list}>
            {list.length === 0 ? <p>{words.empty}</p> : <Lines>{list.map((one) => <RelationLine key={one.person.id} relation={one} isFixed={isFixed} onChange={(kind) => change(list.map((other) => (other === one ? { ...one, kind } : other)))} onRemove={() => change(list.filter((other) => other !== one))} />)}</Lines>}
            {!isFixed && list.length < MOST && <PersonSearch label={words.list} taken={list.map(({ person }) => person.id)} onAdd={(person) => change([...list, { person, kind: "keluarga" }])} />}
          </Card>
          <ProblemAlert error={declare.error} />
          {!isFixed && !isStated && (
            <div>
              <Button kind="primary" isBusy={declare.isPending} onClick={() => declare.mutate({ params: { cycleId: cycle.id }, body: { relations: list.map(({ person, kind }) => ({ personId: person.id, kind })) } })}>
                {list.length === 0 ? words.stateNone : words.state}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function RelationLine({ relation: { person, kind }, isFixed, onChange, onRemove }: { relation: Relation; isFixed: boolean; onChange: (kind: Relation["kind"]) => void; onRemove: () => void }) {
  const { relation: words, person: people } = usePeerInputCopy();
  const place = [person.jabatan, person.unit].filter(Boolean).join(", ");
  if (isFixed) return <Line title={person.name} sub={`${words.kind[kind]}. ${place}`} />;
  return (
    <Line
      title={person.name} sub={place}
      action={
        <div className={css["relation"]}>
          <NativeSelect label={<span className="visually-hidden">{words.kindLabel(person.name)}</span>} value={kind} options={KINDS.map((value) => ({ value, label: words.kind[value] }))} onChange={(event) => onChange(KINDS.find((one) => one === event.target.value) ?? kind)} />
          <Button isSmall icon={IconX} aria-label={people.removeName(person.name)} onClick={onRemove} />
        </div>
      }
    />
  );
}
