import { listTeamPlans } from "@teraju/contracts/development";
import type { Output } from "@teraju/contracts/endpoint";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { type Column, Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";

type Row = Output<typeof listTeamPlans>["people"][number];

/** Those whom one rates, and what waits with each. */
export default function TeamPage() {
  const words = useDevelopmentCopy();
  const { people } = useSuspenseQuery(apiQuery(listTeamPlans, {})).data;
  const columns: Column<Row>[] = [
    { key: "nama", label: words.person, sortBy: ({ person }) => person.name, cell: ({ person }) => <Link to={to(paths.developmentOf, { orang: person.id })}>{person.name}</Link> },
    { key: "menunggu", label: words.waiting, isFigure: true, sortBy: ({ waiting }) => waiting, cell: ({ waiting }) => waiting },
    { key: "berjalan", label: words.running, isFigure: true, sortBy: ({ running }) => running, cell: ({ running }) => running },
    { key: "lihat", label: words.dueLooks, isFigure: true, isMinor: true, sortBy: ({ due }) => due, cell: ({ due }) => due },
    { key: "selesai", label: words.done, isFigure: true, isMinor: true, sortBy: ({ done }) => done, cell: ({ done }) => done },
  ];
  return (
    <div className="stack">
      <PageHeader tab={words.teamTab} title={words.teamTitle(people.reduce((sum, { waiting }) => sum + waiting, 0))} sub={words.teamSub} />
      {people.length === 0 ? <EmptyState title={words.nobody} /> : <Table caption={words.teamTab} columns={columns} rows={people} rowKey={({ person }) => person.id} />}
    </div>
  );
}
