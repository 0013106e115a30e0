import { exportPeopleTemplate, type ImportLine, listPeopleImports, uploadPeopleImport } from "@teraju/contracts/people-import";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router-dom";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { usePeopleImportCopy } from "#copy/page/people-import.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { FileInput } from "#ui/light/FileInput.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiQuery, call, ProblemError, queryKey } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import css from "./people-import.module.css";

/** Where a file of people begins: the template, the upload, and what became of the last ones. */
export default function ImportPage() {
  const words = usePeopleImportCopy();
  const { imports } = useSuspenseQuery(apiQuery(listPeopleImports, {})).data;
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.title} sub={words.sub} />
      <div className={css["start"]}>
        <UploadCard />
        <TemplateCard />
      </div>
      <Card title={words.last}>
        {imports.length === 0 ? <EmptyState title={words.none} /> : <Lines>{imports.map((one) => <ImportRow key={one.id} one={one} />)}</Lines>}
      </Card>
    </div>
  );
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Windows calls a CSV whatever Excel has told it: the ending says more than the browser does. */
const typeOf = (name: string): string => (/\.csv$/i.test(name) || /\.txt$/i.test(name) ? "text/csv" : XLSX);

function UploadCard() {
  const words = usePeopleImportCopy();
  const [file, setFile] = useState<File | null>(null);
  const [isAsked, setAsked] = useState(false);
  const navigate = useNavigate();
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: async (chosen: File) => call(uploadPeopleImport, { params: { id: v7() }, query: { name: chosen.name.slice(0, 200) }, body: await chosen.arrayBuffer() }, { contentType: typeOf(chosen.name) }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: queryKey(listPeopleImports) });
      await navigate(to(paths.importPreview, { id }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (file !== null) upload.mutate(file);
  };
  return (
    <Card title={words.upload} sub={words.uploadSub}>
      <form className="stack-tight" onSubmit={submit} noValidate>
        <FileInput accept=".xlsx,.csv,.txt" label={words.file} help={words.fileHelp} error={isAsked && file === null ? words.chooseFile : undefined} onPick={(picked) => { setFile(picked); upload.reset(); }} />
        <div><Button kind="primary" type="submit" isBusy={upload.isPending}>{words.read}</Button></div>
        <FileProblem error={upload.error} />
      </form>
    </Card>
  );
}

/** A file's own fault has its own sentence; everything else is said as everywhere. */
function FileProblem({ error }: { error: unknown }) {
  const words = usePeopleImportCopy();
  if (!(error instanceof ProblemError)) return <ProblemAlert error={error} />;
  const said = error.code === "too_large" ? words.tooLarge : words.fileFaults[error.fields.find(({ path }) => path === "body")?.code ?? ""];
  return said === undefined ? <ProblemAlert error={error} /> : <Alert kind="error" isLive><p>{said}</p></Alert>;
}

function TemplateCard() {
  const words = usePeopleImportCopy();
  const links = [
    [words.todayXlsx, "isi=hari_ini&bentuk=xlsx"], [words.emptyXlsx, "isi=kosong&bentuk=xlsx"], [words.todayPeopleCsv, "isi=hari_ini&bentuk=csv&tabel=pegawai"], [words.todayUnitsCsv, "isi=hari_ini&bentuk=csv&tabel=unit"],
  ] as const;
  return (
    <Card title={words.templates} sub={words.templatesSub}>
      <div className={css["downloads"]}>
        {links.map(([label, query]) => <LinkButton key={query} to={`${exportPeopleTemplate.path}?${query}`} reloadDocument download icon={IconDownload} isSmall>{label}</LinkButton>)}
      </div>
    </Card>
  );
}

const KIND = { previewed: "attention", applied: "good", undone: "plain", discarded: "plain" } as const;
function ImportRow({ one }: { one: ImportLine }) {
  const words = usePeopleImportCopy();
  const format = useFormat();
  const sub = [words.source[one.source] + ".", words.uploadedBy(one.uploadedBy, format.moment(one.uploadedAt)), one.effectiveFrom !== null && words.since(format.date(one.effectiveFrom))].filter(Boolean).join(" ");
  return (
    <Line
      title={<>{one.fileName} <Badge kind={KIND[one.status]}>{words.status[one.status]}</Badge></>}
      sub={sub}
      action={<LinkButton to={to(paths.importPreview, { id: one.id })} aria-label={words.openOf(one.fileName)}>{words.open}</LinkButton>}
    />
  );
}
