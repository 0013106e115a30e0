import { endActing, listActing, listPenilaiRelations } from "@teraju/contracts/penilai-relation";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { usePenilaiRelationCopy } from "#copy/page/penilai-relation.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { ActForm } from "./ActForm.tsx";
import { EndDialog } from "./EndDialog.tsx";
import type { Acting } from "./rows.ts";

type One = Acting["acting"][number];

/** Who acts for a head, or is going to; to appoint, and to end before the letter says so. */
export function ActingView({ opd, onDone }: { opd: string | undefined; onDone: (text: string) => void }) {
  const words = usePenilaiRelationCopy();
  const format = useFormat();
  const view = useSuspenseQuery(apiQuery(listActing, { query: { opd } })).data;
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<One | null>(null);
  const end = useMutation({ ...apiMutation(endActing, { invalidates: [listActing, listPenilaiRelations] }), onSuccess: (_, { body: { on } }) => { setEnding(null); onDone(words.ended(ending?.person.name ?? "", format.date(on))); } });
  return (
    <>
      {isAdding && <ActForm units={view.units} onDone={(text) => { setAdding(false); onDone(text); }} onCancel={() => setAdding(false)} />}
      <Card title={words.actingTitle} aside={view.actions.change.length === 0 && !isAdding && <Button kind="primary" onClick={() => setAdding(true)}>{words.act}</Button>}>
        {view.acting.length === 0 && <EmptyState title={words.actingNone} />}
        <Lines>{view.acting.map((one) => <Who key={one.id} one={one} onEnd={() => setEnding(one)} />)}</Lines>
      </Card>
      {ending !== null && <EndDialog name={ending.person.name} from={ending.from} isBusy={end.isPending} error={end.error} onEnd={(on) => end.mutate({ params: { id: ending.id }, body: { on } })} onClose={() => setEnding(null)} />}
    </>
  );
}

function Who({ one, onEnd }: { one: One; onEnd: () => void }) {
  const words = usePenilaiRelationCopy();
  const { refusals } = useCopy();
  const format = useFormat();
  const { person, kind, unit, from, until, hasDelegasi, basis, actions: { end: [refusal] } } = one;
  const span = until === null ? words.onward(format.date(from)).toLowerCase() : words.until(format.date(from), format.date(until));
  return (
    <Line
      title={<>{person.name} <Badge kind={hasDelegasi ? "good" : "plain"}>{hasDelegasi ? words.delegated : words.notDelegated}</Badge></>}
      sub={[words.actLine(words.kinds[kind], unit.name, span), basis].filter(Boolean).join(" ")}
      action={refusal !== "not_yours" && <Button isSmall aria-label={words.endOf(person.name)} refusal={refusal === undefined ? null : refusals[refusal as Refusal]} onClick={onEnd}>{words.end}</Button>}
    />
  );
}
