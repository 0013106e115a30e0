import { listDeclarations } from "@teraju/contracts/peer-input";
import { useMutation } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { usePeerCycleCopy } from "#copy/page/peer-cycle.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Table } from "#ui/work/Table.tsx";
import { call } from "../../api.ts";

/** Confidential to the analyst, and each opening is logged: so it opens on a press, and its answer stays out of the cache. */
export function Declarations({ cycleId }: { cycleId: string }) {
  const words = usePeerCycleCopy();
  const format = useFormat();
  const open = useMutation({ mutationFn: () => call(listDeclarations, { query: { cycle: cycleId } }), gcTime: 0 });
  const list = open.data?.declarations ?? [];
  return (
    <Card title={words.declarations} sub={words.declarationsHelp}>
      {open.data === undefined ? <div><Button isBusy={open.isPending} onClick={() => open.mutate()}>{words.declarationsOpen}</Button></div> : <p>{words.declarationsStated(format.number(open.data.stated))}</p>}
      <ProblemAlert error={open.error} />
      {open.data !== undefined && list.length === 0 && <p>{words.declarationsNone}</p>}
      {list.length > 0 && (
        <Table
          caption={words.declarationsHelp} rows={list} rowKey={({ by, person }) => `${by.id} ${person.id}`} isDense
          columns={[
            { key: "by", label: words.by, cell: ({ by }) => by.name, sortBy: ({ by }) => by.name },
            { key: "with", label: words.with, cell: ({ person }) => person.name, sortBy: ({ person }) => person.name },
            { key: "kind", label: words.kindLabel, cell: ({ kind }) => words.kind[kind] },
          ]}
        />
      )}
    </Card>
  );
}
