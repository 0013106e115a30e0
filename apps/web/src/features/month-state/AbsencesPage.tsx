import type { Output } from "@teraju/contracts/endpoint";
import { importAbsences, readAbsenceFile } from "@teraju/contracts/month-state";
import { findOrganisationPeople } from "@teraju/contracts/organisation";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useMonthStateCopy } from "#copy/page/month-state.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { FileInput } from "#ui/light/FileInput.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery, ProblemError } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { usePaused } from "../../paused.ts";

type Read = Output<typeof readAbsenceFile>;
const EXAMPLE = "nip;jenis;mulai;selesai;keterangan;nomor_surat;tanggal_surat\n198503032010011003;cuti melahirkan;2026-11-02;2027-01-31;;800/12;2026-10-26\n";
/** More lines than these say nothing more. */
const SHOWN = 50;

/** Leave and special states: of one person, or of many from one file, which is looked at first and taken as a whole. */
export default function AbsencesPage() {
  const { importing: words, tab } = useMonthStateCopy();
  const format = useFormat();
  const [csv, setCsv] = useState("");
  const [done, setDone] = useState<string | null>(null);
  const read = useMutation(apiMutation(readAbsenceFile, { invalidates: [] }));
  const take = useMutation({ ...apiMutation(importAbsences, { invalidates: [] }), onSuccess: ({ added }) => { setDone(words.taken(format.number(added))); read.reset(); } });
  const open = async (file: File) => {
    const text = await file.text();
    setCsv(text);
    setDone(null);
    take.reset();
    read.mutate({ body: { csv: text } });
  };
  const fault = read.error instanceof ProblemError ? words.fileProblem[read.error.fields[0]?.code ?? ""] : undefined;
  return (
    <div className="stack reading">
      <PageHeader tab={tab} title={tab} sub={words.sub} />
      {done !== null && <Alert kind="good" isLive><p>{done}</p></Alert>}
      <OnePerson />
      <Card title={words.many} sub={words.manySub}>
        <FileInput accept=".csv,text/csv" label={words.file} help={words.fileHelp} error={fault} aside={<a href={`data:text/csv;charset=utf-8,${encodeURIComponent(EXAMPLE)}`} download="cuti.csv">{words.example}</a>} onPick={(file) => void open(file)} />
        {fault === undefined && <ProblemAlert error={read.error} />}
      </Card>
      {read.data !== undefined && <Preview read={read.data} isBusy={take.isPending} onTake={() => take.mutate({ body: { csv } })} />}
      <ProblemAlert error={take.error} />
    </div>
  );
}

const FOUND = 8;
/** One pegawai by a part of the name or NIP, and the page where their leave, and what rests on a keputusan, is marked. */
function OnePerson() {
  const { search: words } = useMonthStateCopy();
  const [typed, setTyped] = useState("");
  const q = usePaused(typed);
  const { data } = useQuery({ ...apiQuery(findOrganisationPeople, { query: { q } }), enabled: q.length >= 2, placeholderData: keepPreviousData });
  const people = q.length < 2 ? [] : (data?.people ?? []).slice(0, FOUND);
  return (
    <Card title={words.title} sub={words.sub}>
      <TextInput type="search" label={words.label} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      {people.length > 0 && <Lines>{people.map(({ id, name, jabatan, unit }) => <Line key={id} title={name} sub={[jabatan, unit].filter(Boolean).join(", ")} action={<LinkButton to={to(paths.absence, { id })} aria-label={words.openOf(name)}>{words.open}</LinkButton>} />)}</Lines>}
      {q.length >= 2 && data !== undefined && people.length === 0 && <p className="quiet">{words.none}</p>}
    </Card>
  );
}

function Preview({ read: { fresh, same, wrong }, isBusy, onTake }: { read: Read; isBusy: boolean; onTake: () => void }) {
  const { importing: words, kinds, cutis, span } = useMonthStateCopy();
  const format = useFormat();
  const count = (n: number) => format.number(n);
  const more = (n: number) => n > SHOWN && <p className="quiet">{words.more(count(n - SHOWN))}</p>;
  return (
    <>
      <div role="status"><Alert kind={wrong.length > 0 ? "attention" : "info"} title={words.found(count(fresh.length), count(same), count(wrong.length))}><p>{words.nothingYet}</p></Alert></div>
      {wrong.length > 0 && (
        <Card title={words.wrong}>
          <Lines>{wrong.slice(0, SHOWN).map((one) => <Line key={`${one.line} ${one.kolom} ${one.masalah}`} title={words.wrongLine(count(one.line), one.kolom, words.problems[one.masalah])} />)}</Lines>
          {more(wrong.length)}
        </Card>
      )}
      {fresh.length > 0 && (
        <Card title={words.fresh}>
          <Lines>{fresh.slice(0, SHOWN).map((one) => <Line key={one.line} title={one.name} sub={`${one.cuti === null ? kinds[one.kind] : cutis[one.cuti]}, ${span(format.date(one.firstDay), one.lastDay === null ? null : format.date(one.lastDay))}`} />)}</Lines>
          {more(fresh.length)}
          {wrong.length === 0 && <Button kind="primary" isBusy={isBusy} onClick={onTake}>{words.take(count(fresh.length))}</Button>}
        </Card>
      )}
    </>
  );
}
