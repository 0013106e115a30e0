import { type PeerCycleView, readPeerRollup } from "@teraju/contracts/peer-input";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { usePeerCycleCopy } from "#copy/page/peer-cycle.ts";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { OfCycle } from "./OfCycle.tsx";

/** Means of the released means, by department; what is small is hidden by the server, and said to be. */
export function Rollup({ cycle }: { cycle: PeerCycleView }) {
  const words = usePeerCycleCopy();
  const format = useFormat();
  const { data, error } = useQuery(apiQuery(readPeerRollup, { params: { id: cycle.id } }));
  const figure = (value: number | null) => (value === null ? <span className="quiet">{words.hidden}</span> : format.number(value));
  return (
    <Card title={<>{words.rollup}<OfCycle cycle={cycle} /></>} sub={words.rollupSub}>
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Skeleton height={240} />}
      {data !== undefined && (
        <Table
          caption={`${words.rollupSub} ${words.semester(cycle.semester, cycle.year)}`} rowKey={({ unit }) => unit.id} isDense
          rows={[...data.rows, { unit: { id: "city", name: words.city }, ...data.total }]}
          columns={[
            { key: "unit", label: words.unit, cell: ({ unit }) => unit.name },
            { key: "people", label: words.people, cell: ({ people }) => figure(people), isFigure: true },
            { key: "mean", label: words.mean, cell: ({ mean }) => figure(mean), isFigure: true },
          ]}
        />
      )}
    </Card>
  );
}
