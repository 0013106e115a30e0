import { listMissing, readCycle, readCycleMonth } from "@teraju/contracts/cycle";
import type { Output } from "@teraju/contracts/endpoint";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useParams, useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useCycleCopy } from "#copy/page/cycle.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { PageSkeleton } from "#ui/light/Skeleton.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import DeadlineCount from "../../deadlines.tsx";
import { DecideReopening, ExtendForm, ReopenForm } from "./MonthForms.tsx";

type View = Output<typeof readCycleMonth>;

/** One month of the city: who is missing by department, what was extended, what was opened again. */
export default function CycleMonthPage() {
  const words = useCycleCopy();
  const format = useFormat();
  const { bulan: month = "" } = useParams();
  const view = useSuspenseQuery(apiQuery(readCycleMonth, { params: { month } })).data;
  const { actions } = useSuspenseQuery(apiQuery(readCycle, { query: { year: month.slice(0, 4) } })).data;
  const missing = view.units.reduce((sum, unit) => sum + unit.missing, 0);
  const sub = `${words.report}: ${format.date(view.batas)}. ${words.check}: ${format.date(view.periksaSampai)}. ${words.close}: ${format.date(view.tutup)}.`;
  const units = view.units.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.monthTitle(missing, format.month(month))} sub={sub} action={<LinkButton to={to(paths.cycle, {}, { tahun: month.slice(0, 4) })}>{words.back}</LinkButton>} />
      <Card title={words.months}>
        {(["batas", "periksaSampai", "rapatSampai", "tutup"] as const).map((what) => <div key={what}><p>{words.what[what]}</p><DeadlineCount month={month} what={what} /></div>)}
      </Card>
      <Units view={view} />
      {actions.manage && units.length > 0 && (view.state === "ditutup" ? <ReopenForm month={month} units={units} /> : <ExtendForm month={month} units={units} />)}
      {view.reopenings.length > 0 && <Reopenings view={view} mayDecide={actions.reopen} />}
      {view.extensions.length > 0 && (
        <Card title={words.extensions}>
          <Lines>{view.extensions.map((one) => <Line key={one.id} title={words.extensionLine(one.unit, one.extraDays)} sub={[`${one.reason}.`, one.grantedBy !== null && one.grantedOn !== null && words.by(one.grantedBy, format.date(one.grantedOn))].filter(Boolean).join(" ")} action={one.cause !== null && <Badge>{words.causes[one.cause]}</Badge>} />)}</Lines>
        </Card>
      )}
    </div>
  );
}

function Units({ view }: { view: View }) {
  const words = useCycleCopy();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const shown = view.units.find(({ id }) => id === search.get("unit"));
  if (view.units.length === 0) return <Card><EmptyState title={words.noReports} /></Card>;
  return (
    <>
      <Card title={words.byUnit}>
        <Table caption={words.missing} isDense rows={view.units} rowKey={({ id }) => id} columns={[
          { key: "unit", label: words.unit, cell: ({ name }) => name, sortBy: ({ name }) => name },
          { key: "wajib", label: words.obliged, isFigure: true, isMinor: true, cell: ({ obliged }) => format.number(obliged), sortBy: ({ obliged }) => obliged },
          { key: "masuk", label: words.sent, isFigure: true, cell: ({ sent }) => format.number(sent), sortBy: ({ sent }) => sent },
          { key: "diperiksa", label: words.checked, isFigure: true, isMinor: true, cell: ({ checked }) => format.number(checked), sortBy: ({ checked }) => checked },
          { key: "belum", label: words.missing, isFigure: true, cell: ({ missing }) => <b>{format.number(missing)}</b>, sortBy: ({ missing }) => missing },
          { key: "nama", label: words.who, cell: ({ id, name, missing }) => missing > 0 && <Button isSmall aria-label={words.whoOf(name)} onClick={() => setSearch({ unit: id }, { replace: true, preventScrollReset: true })}>{words.who}</Button> },
        ]} />
      </Card>
      {shown !== undefined && <Suspense fallback={<PageSkeleton />}><Missing month={view.month} unit={shown.id} name={shown.name} /></Suspense>}
    </>
  );
}

function Missing({ month, unit, name }: { month: string; unit: string; name: string }) {
  const words = useCycleCopy();
  const { vocabulary: _vocabulary, monthlyReport } = useCopy();
  const format = useFormat();
  const { people } = useSuspenseQuery(apiQuery(listMissing, { params: { month }, query: { unit } })).data;
  return (
    <Card title={`${words.missingOf(name)} (${format.number(people.length)})`}>
      <Lines>{people.map((one) => <Line key={one.id} title={one.name} sub={[`${one.unit}.`, one.penilai !== null && words.penilai(one.penilai), one.status === "returned" && monthlyReport.states.returned(format.month(month))].filter(Boolean).join(" ")} />)}</Lines>
    </Card>
  );
}

function Reopenings({ view, mayDecide }: { view: View; mayDecide: boolean }) {
  const words = useCycleCopy();
  const format = useFormat();
  return (
    <Card title={words.reopenings} kind={view.reopenings.some(({ status }) => status === "proposed") ? "attention" : "plain"}>
      {view.reopenings.map((one) => (
        <div key={one.id} className="stack-tight">
          <p><b>{one.unit}</b> <Badge kind={one.status === "proposed" ? "attention" : "plain"}>{words.reopenState[one.status]}</Badge></p>
          <p>{one.reason} {one.status === "confirmed" && words.reopened(one.reports)} {one.note}</p>
          <p className="quiet small">{words.by(one.madeBy, format.date(one.madeOn))} {one.decidedBy !== null && one.decidedOn !== null && words.by(one.decidedBy, format.date(one.decidedOn))}</p>
          {mayDecide && one.status === "proposed" && <DecideReopening one={one} />}
        </div>
      ))}
    </Card>
  );
}
