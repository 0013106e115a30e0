import type { Output } from "@teraju/contracts/endpoint";
import { listOpdPeople } from "@teraju/contracts/opd-dashboard";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import { Link, useLocation, useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useOpdDashboardCopy } from "#copy/page/opd-dashboard.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { Pager } from "#ui/work/Pager.tsx";
import { type Column, Table } from "#ui/work/Table.tsx";
import { type Tab, Tabs, useTab } from "#ui/work/Tabs.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import type { Dashboard } from "./finding.ts";
import css from "./opd-dashboard.module.css";

type State = "missing" | "waiting" | "late" | "submitted" | "excused" | "all";
type Person = Output<typeof listOpdPeople>["people"][number];

/** The people behind the figures. `?keadaan=` filters, `?setelah=` turns the page. */
export function PeopleCard({ unitId, month, completion }: { unitId: string; month: string; completion: Dashboard["completion"] }) {
  const words = useOpdDashboardCopy();
  const format = useFormat();
  const [search] = useSearchParams();
  const { missing, late, submitted, excused, obliged } = completion;
  const tabs: readonly [Tab<State>, ...Tab<State>[]] = [
    { value: "missing", label: words.states.missing, count: missing },
    { value: "waiting", label: words.states.waiting },
    { value: "late", label: words.states.late, count: late },
    { value: "submitted", label: words.states.submitted, count: submitted },
    { value: "excused", label: words.states.excused, count: excused },
    { value: "all", label: words.states.all, count: obliged + excused },
  ];
  const state = useTab("keadaan", tabs);
  const { hash, key } = useLocation();
  useEffect(() => {
    if (hash === "#pegawai") document.getElementById("pegawai")?.scrollIntoView();
  }, [hash, key]);
  return (
    <Card title={<span id="pegawai">{words.people(format.monthYear(month))}</span>} sub={<span className={css["printed"]}>{words.states[state]}</span>}>
      <Tabs param="keadaan" resets="setelah" tabs={tabs} label={words.peopleLabel} />
      <Suspense fallback={<Skeleton height={320} />}>
        <People key={`${state}${search.get("setelah") ?? ""}`} unitId={unitId} month={month} state={state} after={search.get("setelah")} />
      </Suspense>
    </Card>
  );
}

type PeopleProps = { unitId: string; month: string; state: State; after: string | null };

function People({ unitId, month, state, after }: PeopleProps) {
  const words = useOpdDashboardCopy();
  const columns = useColumns();
  const { people, next } = useSuspenseQuery(apiQuery(listOpdPeople, { params: { unitId }, query: { month, state, ...(after === null ? {} : { after }) } })).data;
  if (people.length === 0) return <EmptyState title={state === "missing" ? words.peopleNone.missing : words.peopleNone.other} />;
  return (
    <>
      <Table caption={words.states[state]} columns={columns} rows={people} rowKey={(person) => person.id} isDense />
      <Pager next={next} param="setelah" label={words.people("")} />
    </>
  );
}

function useColumns(): readonly Column<Person>[] {
  const words = useOpdDashboardCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const stateOf = ({ kewajiban, status }: Person) => (kewajiban !== "wajib_lapor" ? vocabulary.kewajiban[kewajiban] : status === "draft" ? words.notSent : vocabulary.monthlyReportStatus[status]);
  return [
    { key: "nama", label: words.name, sortBy: (person) => person.name, cell: (person) => <Link to={to(paths.personYear, { id: person.id })}>{person.name}</Link> },
    { key: "unit", label: words.unit, sortBy: (person) => person.unit, cell: (person) => person.unit, isMinor: true },
    {
      key: "keadaan", label: words.state, sortBy: stateOf,
      cell: (person) => (
        <>
          {stateOf(person)} {person.isLate && <Badge kind="attention">{words.late}</Badge>}
        </>
      ),
    },
    { key: "capaian", label: words.capaian, isFigure: true, sortBy: (person) => person.capaian, cell: (person) => (person.capaian === null ? "–" : format.percent(Math.round(person.capaian))) },
    { key: "dikirim", label: words.sent, isMinor: true, sortBy: (person) => person.submittedAt, cell: (person) => (person.submittedAt === null ? "–" : format.moment(person.submittedAt)) },
  ];
}
