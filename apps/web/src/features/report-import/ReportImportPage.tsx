import type { Output } from "@teraju/contracts/endpoint";
import { applyReportImport, exportReportTemplate, previewReportImport, readReportImport } from "@teraju/contracts/report-import";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { usePeopleImportCopy } from "#copy/page/people-import.ts";
import { useReportImportCopy } from "#copy/page/report-import.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { FileInput } from "#ui/light/FileInput.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiQuery, call, ProblemError, queryKey } from "../../api.ts";
import { useSession } from "../../session.ts";

type Preview = Output<typeof previewReportImport>;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Windows calls a CSV whatever Excel has told it: the ending says more than the browser does. */
const typeOf = (name: string): string => (/\.(csv|txt)$/i.test(name) ? "text/csv" : XLSX);
/** More lines than these say nothing more. */
const SHOWN = 50;
const MONTHS = 3;
const SHORTEST_SOURCE = 5;

/** Achievements of many from one list, for the rumpun that the standard imports: looked at line by line, then laid into drafts. */
export default function ReportImportPage() {
  const words = useReportImportCopy();
  const format = useFormat();
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const asked = search.get("bulan");
  const view = useSuspenseQuery(apiQuery(readReportImport, { query: asked !== null && /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? { month: asked } : {} })).data;
  const months = [...new Set([...monthsBack(today.slice(0, 7)), view.month])].sort().reverse();
  const n = (value: number) => format.number(value);
  if (view.people === 0) return <div className="stack reading"><PageHeader tab={words.tab} title={words.none} sub={words.sub} /><EmptyState title={words.none}>{words.noneText}</EmptyState></div>;
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={view.draft === 0 && view.sent > 0 ? words.allSent(format.monthYear(view.month)) : words.title(n(view.draft), format.monthYear(view.month))} sub={words.sub} />
      <Card title={words.step1} sub={words.step1Text}>
        <div className="stack-tight">
          <NativeSelect label={words.month} value={view.month} options={months.map((value) => ({ value, label: format.monthYear(value) }))} onChange={(event) => setSearch({ bulan: event.target.value }, { replace: true, preventScrollReset: true })} />
          <p className="quiet">{words.state(n(view.draft), n(view.sent), n(view.none))}</p>
          <div><LinkButton to={`${exportReportTemplate.path}?month=${view.month}`} reloadDocument download icon={IconDownload}>{words.download}</LinkButton></div>
        </div>
      </Card>
      <Upload />
    </div>
  );
}

/** This month and the ones before it: those whose windows can be open. */
function monthsBack(month: string): string[] {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return Array.from({ length: MONTHS }, (_, i) => `${Math.floor((count - i) / 12)}-${String(((count - i) % 12) + 1).padStart(2, "0")}`);
}

function Upload() {
  const words = useReportImportCopy();
  const format = useFormat();
  const client = useQueryClient();
  const [source, setSource] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [isLacking, setLacking] = useState(false);
  const look = useMutation({ mutationFn: async (chosen: File) => call(previewReportImport, { query: { source }, body: await chosen.arrayBuffer() }, { contentType: typeOf(chosen.name) }) });
  const take = useMutation({
    mutationFn: async ({ chosen, digest }: { chosen: File; digest: string }) => call(applyReportImport, { query: { source, digest }, body: await chosen.arrayBuffer() }, { contentType: typeOf(chosen.name) }),
    onSuccess: async () => { look.reset(); await client.invalidateQueries({ queryKey: queryKey(readReportImport) }); },
  });
  const pick = (chosen: File) => {
    setFile(chosen);
    take.reset();
    look.reset();
    const lacks = source.trim().length < SHORTEST_SOURCE;
    setLacking(lacks);
    if (!lacks) look.mutate(chosen);
  };
  const rename = (text: string) => { setSource(text); setLacking(false); look.reset(); };
  return (
    <>
      <Card title={words.step2}>
        <div className="stack-tight">
          <TextInput label={words.source} help={words.sourceHelp} error={isLacking ? words.sourceMissing : null} maxLength={200} value={source} onChange={(event) => rename(event.target.value)} onBlur={() => { if (file !== null && look.isIdle && !take.isSuccess && source.trim().length >= SHORTEST_SOURCE) look.mutate(file); }} />
          <FileInput accept=".xlsx,.csv,.txt" label={words.file} help={words.fileHelp} onPick={pick} isDisabled={look.isPending || take.isPending} />
          <Fault error={look.error} />
        </div>
      </Card>
      {take.data !== undefined && <Alert kind="good" isLive><p>{words.taken(format.number(take.data.rows), format.number(take.data.reports))}</p></Alert>}
      {look.data !== undefined && file !== null && <Found found={look.data} isBusy={take.isPending} onTake={() => take.mutate({ chosen: file, digest: look.data.digest })} />}
      <Fault error={take.error} />
    </>
  );
}

function Fault({ error }: { error: Error | null }) {
  const words = useReportImportCopy();
  const { fileFaults, tooLarge } = usePeopleImportCopy();
  if (!(error instanceof ProblemError)) return <ProblemAlert error={error} />;
  const code = error.fields.find(({ path }) => path === "body")?.code ?? "";
  const said = error.code === "not_found" ? words.nobody : error.code === "stale" ? words.stale : error.code === "too_large" ? tooLarge : code === "columns_missing" ? words.columns_missing : fileFaults[code];
  return said === undefined ? <ProblemAlert error={error} /> : <Alert kind="error" isLive><p>{said}</p></Alert>;
}

function Found({ found: { filled, wrong, people }, isBusy, onTake }: { found: Preview; isBusy: boolean; onTake: () => void }) {
  const words = useReportImportCopy();
  const format = useFormat();
  const fresh = filled.filter(({ isNew }) => isNew);
  const n = (value: number) => format.number(value);
  const more = (count: number) => count > SHOWN && <p className="quiet">{words.more(n(count - SHOWN))}</p>;
  return (
    <>
      <div role="status"><Alert kind={wrong.length > 0 ? "attention" : "info"} title={words.found(n(fresh.length), n(people), n(wrong.length))}><p>{words.nothingYet} {fresh.length < filled.length && words.same(n(filled.length - fresh.length))}</p></Alert></div>
      {fresh.length > 0 && (
        <Card title={words.fresh}>
          <Lines>{fresh.slice(0, SHOWN).map((one) => <Line key={one.line} title={one.name} sub={`${one.indikator}, ${format.monthYear(one.month)}`} action={<b>{one.text}</b>} />)}</Lines>
          {more(fresh.length)}
          <Button kind="primary" isBusy={isBusy} onClick={onTake}>{words.take(n(fresh.length))}</Button>
        </Card>
      )}
      {wrong.length > 0 && (
        <Card title={words.wrong} sub={fresh.length > 0 && words.wrongText}>
          <Lines>{wrong.slice(0, SHOWN).map((one) => <Line key={`${one.line} ${one.masalah}`} title={one.name ?? one.nip} sub={words.wrongLine(n(one.line), one.kolom, words.problems[one.masalah])} />)}</Lines>
          {more(wrong.length)}
        </Card>
      )}
    </>
  );
}
