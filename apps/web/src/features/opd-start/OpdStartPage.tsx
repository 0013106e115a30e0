import { listOpdStarts, type OpdStart, setOpdStarts } from "@teraju/contracts/opd-start";
import { readSetup } from "@teraju/contracts/setup";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useOpdStartCopy } from "#copy/page/opd-start.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ErrorSummary, type FieldFault, faultOf } from "#ui/light/ErrorSummary.tsx";
import { Mark, PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { type Column, Table } from "#ui/work/Table.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { useSession } from "../../session.ts";

/** From which month each OPD uses Teraju; several are set in one go. Months before are nobody's omission. */
export default function OpdStartPage() {
  const words = useOpdStartCopy();
  const format = useFormat();
  const { opds } = useSuspenseQuery(apiQuery(listOpdStarts, {})).data;
  const maySet = useSession().roles.includes("bkpsdm");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<string | null>(null);
  const toggle = (id: string) => { setDone(null); setChosen((before) => { const next = new Set(before); if (!next.delete(id)) next.add(id); return next; }); };
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={<Mark>{words.title(format.number(opds.filter(({ month }) => month !== null).length), format.number(opds.length))}</Mark>} sub={words.sub} action={<LinkButton to={paths.setup}>{words.back}</LinkButton>} />
      {done !== null && <Alert kind="good" isLive><p>{done}</p></Alert>}
      {maySet && <SetForm opds={opds} chosen={chosen} onChoose={setChosen} onDone={(text) => { setDone(text); setChosen(new Set()); }} />}
      <Card><OpdTable opds={opds} chosen={chosen} onToggle={maySet ? toggle : null} /></Card>
    </div>
  );
}

function OpdTable({ opds, chosen, onToggle }: { opds: readonly OpdStart[]; chosen: ReadonlySet<string>; onToggle: ((id: string) => void) | null }) {
  const words = useOpdStartCopy();
  const format = useFormat();
  const columns: Column<OpdStart>[] = [
    { key: "opd", label: words.opd, cell: ({ id, name }) => (onToggle === null ? name : <label className="row"><input type="checkbox" checked={chosen.has(id)} onChange={() => onToggle(id)} aria-label={words.pick(name)} /> {name}</label>) },
    { key: "sejak", label: words.month, cell: ({ month, note }) => <>{month === null ? <span className="quiet">{words.none}</span> : format.monthYear(month)}{note !== null && <span className="quiet small"> {note}</span>}</> },
    { key: "catatan", label: words.recorded, isMinor: true, cell: ({ firstRecorded }) => (firstRecorded === null ? <span className="quiet">{words.nothing}</span> : format.monthYear(firstRecorded)) },
    { key: "oleh", label: words.by, isMinor: true, cell: ({ setBy, setOn }) => (setBy === null || setOn === null ? "–" : words.bySub(setBy, format.date(setOn))) },
  ];
  return <Table caption={words.tab} columns={columns} rows={opds} rowKey={({ id }) => id} isDense />;
}

type FormProps = { opds: readonly OpdStart[]; chosen: ReadonlySet<string>; onChoose: (ids: ReadonlySet<string>) => void; onDone: (text: string) => void };
function SetForm({ opds, chosen, onChoose, onDone }: FormProps) {
  const words = useOpdStartCopy();
  const format = useFormat();
  const { today } = useSession();
  const [month, setMonth] = useState(today.slice(0, 7));
  const [note, setNote] = useState("");
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const form = useId();
  const at = (name: string) => `${form}-${name}`;
  const set = useMutation({ ...apiMutation(setOpdStarts, { invalidates: [listOpdStarts, readSetup] }), onSuccess: () => onDone(words.done(format.number(chosen.size), format.monthYear(month))) });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found: FieldFault[] = [...(chosen.size === 0 ? [{ field: at("semua"), text: words.needOpd }] : []), ...(/^\d{4}-\d{2}$/.test(month) ? [] : [{ field: at("bulan"), text: words.needMonth }])];
    setFaults(found);
    if (found.length === 0) set.mutate({ body: { unitIds: [...chosen], month, note: note.trim() === "" ? null : note.trim() } });
  };
  return (
    <Card title={words.choose} sub={words.chosen(format.number(chosen.size))}>
      <form className="stack-tight" noValidate onSubmit={send}>
        <ErrorSummary faults={faults} />
        <div><Button id={at("semua")} isSmall onClick={() => onChoose(new Set(opds.filter((one) => one.month === null).map(({ id }) => id)))}>{words.all}</Button></div>
        <TextInput id={at("bulan")} type="month" label={words.newMonth} help={words.newMonthHelp} error={faultOf(faults, at("bulan"))} required value={month} onChange={(event) => setMonth(event.target.value)} />
        <TextInput label={words.note} isOptional maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
        <div><Button type="submit" kind="primary" isBusy={set.isPending}>{words.send}</Button></div>
        <ProblemAlert error={set.error} />
      </form>
    </Card>
  );
}
