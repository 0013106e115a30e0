import { changeCalendar, type DayChange, previewCalendar, readCalendar, readCalendarFile } from "@teraju/contracts/calendar";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useCycleCopy } from "#copy/page/cycle.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { FileInput } from "#ui/light/FileInput.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiMutation, apiQuery, ProblemError } from "../../api.ts";
import { usePeriodName } from "../../period-name.ts";
import { useSession } from "../../session.ts";
import { DayForm } from "./DayForm.tsx";

type Calendar = Output<typeof readCalendar>;
type Day = Calendar["days"][number];
const EXAMPLE = "tanggal;jenis;nama;dasar\r\n2027-06-01;libur;Hari Lahir Pancasila;SKB 3 Menteri\r\n2027-06-12;pengganti;Pengganti cuti bersama;Keputusan Gubernur Aceh\r\n";

/** The city's days off and replacement days. Everybody reads it; BKPSDM changes it, and sees which deadlines move before it is saved. */
export default function CalendarPage() {
  const words = useCycleCopy();
  const format = useFormat();
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const year = search.get("tahun") ?? today.slice(0, 4);
  const [pending, setPending] = useState<{ title: string; changes: DayChange[] } | null>(null);
  const [editing, setEditing] = useState<Day | "new" | null>(null);
  const view = useSuspenseQuery(apiQuery(readCalendar, { query: { year } })).data;
  const save = useMutation({ ...apiMutation(changeCalendar, { invalidates: [readCalendar] }), onSuccess: () => { setPending(null); setEditing(null); } });
  const mayChange = view.actions.change.length === 0;
  const now = Number(today.slice(0, 4));
  const years = [now - 1, now, now + 1, now + 2].map(String);
  const look = (title: string, changes: DayChange[]) => { save.reset(); setPending({ title, changes }); };
  return (
    <div className="stack">
      <PageHeader tab={words.calendarTab} title={words.calendarTitle(view.days.length, year)} sub={words.calendarSub} action={mayChange && editing === null && pending === null && <Button kind="primary" onClick={() => setEditing("new")}>{words.add}</Button>} />
      <NativeSelect label={words.year} value={year} onChange={(event) => setSearch({ tahun: event.target.value }, { replace: true })} options={years.map((value) => ({ value, label: value }))} />
      {save.isSuccess && <Alert kind="good" isLive><p>{words.saved}</p></Alert>}
      {editing !== null && pending === null && <DayForm day={editing === "new" ? null : editing} today={today} onLook={(change) => look(format.date(change.day), [change])} onClose={() => setEditing(null)} />}
      {pending !== null && <Effects key={JSON.stringify(pending.changes)} {...pending} isBusy={save.isPending} error={save.error} onSave={() => save.mutate({ body: { changes: pending.changes } })} onCancel={() => setPending(null)} />}
      {mayChange && editing === null && pending === null && <FileCard onRead={(changes, count) => look(words.read(count), changes)} />}
      <Days view={view} mayChange={mayChange && pending === null} onEdit={setEditing} />
      <Corrections corrections={view.corrections} />
      <Card title={words.total(format.number(view.workingDays.reduce((sum, days) => sum + days, 0)))}>
        <Table caption={words.total("")} isDense rows={view.workingDays.map((days, index) => ({ days, month: `${year}-${String(index + 1).padStart(2, "0")}` }))} rowKey={({ month }) => month} columns={[
          { key: "bulan", label: words.month, cell: ({ month }) => format.month(month) }, { key: "hari", label: words.day, isFigure: true, cell: ({ days }) => format.number(days) },
        ]} />
      </Card>
    </div>
  );
}

function Days({ view, mayChange, onEdit }: { view: Calendar; mayChange: boolean; onEdit: (day: Day) => void }) {
  const words = useCycleCopy();
  const format = useFormat();
  if (view.days.length === 0) return <Card><EmptyState title={words.calendarTitle(0, String(view.year))}>{words.calendarSub}</EmptyState></Card>;
  return (
    <Card title={words.calendarTab}>
      <Lines>
        {view.days.map((day) => (
          <Line key={day.day} title={`${format.day(day.day)}: ${day.name}`} sub={day.basis} action={<span className="row">
            <Badge kind={day.kind === "libur" ? "plain" : "info"}>{words.kinds[day.kind]}</Badge>
            {mayChange && <Button isSmall aria-label={words.changeOf(format.date(day.day))} onClick={() => onEdit(day)}>{words.change}</Button>}
          </span>} />
        ))}
      </Lines>
    </Card>
  );
}

/** What was entered after its day had passed, with why, by whom and when: what had run out by then was decided without it. */
function Corrections({ corrections }: Pick<Calendar, "corrections">) {
  const words = useCycleCopy();
  const format = useFormat();
  if (corrections.length === 0) return null;
  return (
    <Card title={words.corrections} sub={words.correctionsSub}>
      <Lines>{corrections.map((one) => <Line key={one.id} title={`${format.day(one.day)}: ${one.kind === null ? words.ordinary : one.name}`} sub={words.correction(one.reason, one.by, format.date(one.on))} action={one.kind !== null && <Badge kind={one.kind === "libur" ? "plain" : "info"}>{words.kinds[one.kind]}</Badge>} />)}</Lines>
    </Card>
  );
}

function FileCard({ onRead }: { onRead: (changes: DayChange[], count: number) => void }) {
  const words = useCycleCopy();
  const read = useMutation(apiMutation(readCalendarFile, { invalidates: [] }));
  const open = async (file: File) => {
    const answer = await read.mutateAsync({ body: { csv: await file.text() } }).catch(() => null);
    if (answer !== null && answer.wrong.length === 0 && answer.changes.length > 0) onRead(answer.changes, answer.read);
  };
  const code = read.error instanceof ProblemError ? read.error.fields[0]?.code : undefined;
  const known = code === undefined ? undefined : words.wrong[code];
  return (
    <Card title={words.file}>
      <FileInput accept=".csv,text/csv" label={words.file} help={words.fileHelp} aside={<a href={`data:text/csv;charset=utf-8,${encodeURIComponent(EXAMPLE)}`} download="kalender.csv">{words.example}</a>} onPick={(file) => void open(file)} />
      {known === undefined ? <ProblemAlert error={read.error} /> : <Alert kind="error" isLive><p>{known}</p></Alert>}
      {read.data !== undefined && read.data.wrong.length > 0 && <Wrong wrong={read.data.wrong} />}
    </Card>
  );
}

function Wrong({ wrong }: { wrong: readonly { line: number; kolom: string; masalah: string }[] }) {
  const words = useCycleCopy();
  return <Alert kind="error" title={words.wrongTitle} isLive><ul>{wrong.map(({ line, kolom, masalah }) => <li key={`${line}${kolom}${masalah}`}>{words.line(line)}: {words.wrong[masalah] ?? masalah}</li>)}</ul></Alert>;
}

type EffectsProps = { title: string; changes: DayChange[]; isBusy: boolean; error: Error | null; onSave: () => void; onCancel: () => void };
/** What the change would move, before it is saved. */
function Effects({ title, changes, isBusy, error, onSave, onCancel }: EffectsProps) {
  const words = useCycleCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const { today } = useSession();
  const { wrong, moves, clocks, meetings } = useSuspenseQuery({ ...apiQuery(previewCalendar, { body: { changes } }), staleTime: 0 }).data;
  return (
    <Card kind="attention" title={`${title}: ${words.effects(moves.length + clocks.length)}`} sub={words.effectsSub}>
      <div className="stack-tight">
        {wrong.length > 0 && <Wrong wrong={wrong} />}
        {changes.some(({ day }) => day <= today) && <p>{words.lateText}</p>}
        {meetings > 0 && <Alert kind="attention"><p>{words.meetings(meetings)}</p></Alert>}
        {moves.length > 0 && (
          <Table caption={words.effects(moves.length)} rows={moves} rowKey={({ what, month, period }) => `${what}${month ?? ""}${period === null ? "" : nameOf(period)}`} columns={[
            { key: "tenggat", label: words.deadline, cell: ({ what, month, period }) => `${words.what[what]}, ${period === null ? format.month(month ?? "") : nameOf(period)}` },
            { key: "semula", label: words.was, cell: ({ from }) => format.shortDay(from) }, { key: "menjadi", label: words.becomes, cell: ({ to }) => <b>{format.shortDay(to)}</b> },
          ]} />
        )}
        {clocks.length > 0 && (
          <Table caption={words.legalClocks} rows={clocks} rowKey={({ peristiwa, mulai }) => `${peristiwa}${mulai}`} columns={[
            { key: "jam", label: words.legalClocks, cell: ({ peristiwa, mulai, n }) => words.clock[peristiwa](format.number(n), format.shortDay(mulai)) },
            { key: "semula", label: words.was, cell: ({ from }) => format.shortDay(from) }, { key: "menjadi", label: words.becomes, cell: ({ to }) => <b>{format.shortDay(to)}</b> },
          ]} />
        )}
        <div className="row">{wrong.length === 0 && <Button kind="primary" isBusy={isBusy} onClick={onSave}>{words.save}</Button>}<Button onClick={onCancel}>{words.cancel}</Button></div>
        <ProblemAlert error={error} />
      </div>
    </Card>
  );
}
