import { openCycle, readCycle } from "@teraju/contracts/cycle";
import type { Output } from "@teraju/contracts/endpoint";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useCycleCopy } from "#copy/page/cycle.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { useSession } from "../../session.ts";

type Cycle = Output<typeof readCycle>;

/** A year: opened once, its periods and its months with all deadlines. Of a year to come it shows what opening would make. */
export default function CyclePage() {
  const words = useCycleCopy();
  const { refusals } = useCopy();
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const year = search.get("tahun") ?? today.slice(0, 4);
  const view = useSuspenseQuery(apiQuery(readCycle, { query: { year } })).data;
  const open = useMutation(apiMutation(openCycle, { invalidates: [readCycle] }));
  const now = Number(today.slice(0, 4));
  const [code] = view.actions.open;
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.title(year, view.isOpen)} sub={words.sub} action={view.actions.manage && !view.isOpen && <Button kind="primary" isBusy={open.isPending} refusal={code === undefined ? null : refusals[code as Refusal]} onClick={() => open.mutate({ body: { year: view.year } })}>{words.open(year)}</Button>} />
      <NativeSelect label={words.year} value={year} onChange={(event) => { open.reset(); setSearch({ tahun: event.target.value }, { replace: true }); }} options={[now - 1, now, now + 1].map((value) => ({ value: String(value), label: String(value) }))} />
      {open.data !== undefined && <Alert kind="good" isLive><p>{words.opened(open.data.made)}</p></Alert>}
      <ProblemAlert error={open.error} />
      <Months view={view} />
      <Periods view={view} />
    </div>
  );
}

function Months({ view: { months } }: { view: Cycle }) {
  const words = useCycleCopy();
  const format = useFormat();
  return (
    <Card title={words.months}>
      <Table caption={words.deadline} rows={months} rowKey={({ month }) => month} columns={[
        { key: "bulan", label: words.month, cell: ({ month, state, counts }) => (
          <>
            {counts === null ? format.month(month) : <Link aria-label={words.openMonth(format.month(month))} to={to(paths.cycleMonth, { bulan: month })}>{format.month(month)}</Link>}
            <br /><span className="quiet small">{counts === null ? words.state[state] : words.arrived(format.number(counts.sent), format.number(counts.obliged))}</span>
          </>
        ) },
        { key: "laporan", label: words.report, cell: ({ batas }) => format.shortDay(batas) },
        { key: "periksa", label: words.check, isMinor: true, cell: ({ periksaSampai }) => format.shortDay(periksaSampai) },
        { key: "rapat", label: words.meeting, isMinor: true, cell: ({ rapatMulai, rapatSampai }) => `${format.shortDay(rapatMulai)} – ${format.shortDay(rapatSampai)}` },
        { key: "tutup", label: words.close, cell: ({ tutup }) => format.shortDay(tutup) },
      ]} />
    </Card>
  );
}

function Periods({ view: { year, periods } }: { view: Cycle }) {
  const words = useCycleCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const state = ({ id, isClosed }: Cycle["periods"][number]) => (id === null ? words.planned : isClosed ? words.closed : words.running);
  return (
    <Card title={words.periods} sub={words.decemberNote}>
      <Lines>
        {periods.map((one) => <Line key={`${one.kind}${one.number}`} title={nameOf({ ...one, year })} sub={`${words.ratingWindow(format.date(one.ratingFrom), format.date(one.ratingUntil))} ${one.standard}.`} action={<Badge kind={one.id === null ? "attention" : "plain"}>{state(one)}</Badge>} />)}
      </Lines>
    </Card>
  );
}
