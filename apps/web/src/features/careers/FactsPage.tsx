import { recordFacts } from "@teraju/contracts/careers";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { useCareersCopy } from "#copy/page/careers.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { FileInput } from "#ui/light/FileInput.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiMutation, ProblemError } from "../../api.ts";

type Answer = Output<typeof recordFacts>;
const EXAMPLE = "nip;jenis;tahun;nilai;per_tanggal;sumber\r\n198503142008042001;angka_kredit;;87,5;2024-12-31;PAK 12/2025\r\n";
const SHOWN = 200;

/** BKPSDM's file of facts: read and shown first, kept with the second press. */
export default function FactsPage() {
  const words = useCareersCopy();
  const [csv, setCsv] = useState("");
  const look = useMutation(apiMutation(recordFacts, { invalidates: [] }));
  const save = useMutation(apiMutation(recordFacts, { invalidates: [] }));
  const ask = (text: string, apply: boolean) => ({ body: { id: v7(), csv: text, apply } });
  const read = async (file: File) => {
    save.reset();
    look.reset();
    const text = await file.text();
    setCsv(text);
    look.mutate(ask(text, false));
  };
  const shown = save.data ?? look.data;
  return (
    <div className="stack">
      <PageHeader tab={words.dataTab} title={words.dataTitle} sub={words.dataSub} />
      <Card>
        <div className="stack-tight">
          <p>{words.dataHelp}</p>
          <p className="quiet">{words.kindsHelp} {words.pangkatHelp}</p>
          <FileInput accept=".csv,text/csv" label={words.file} aside={<a href={`data:text/csv;charset=utf-8,${encodeURIComponent(EXAMPLE)}`} download="data-karier.csv">{words.example}</a>} onPick={(file) => void read(file)} />
          <FileProblem error={look.error} />
        </div>
      </Card>
      {shown !== undefined && <Preview shown={shown} />}
      {shown !== undefined && !shown.isApplied && shown.wrong.length === 0 && shown.fresh.length > 0 && (
        <Button kind="primary" isBusy={save.isPending} onClick={() => save.mutate(ask(csv, true))}>{words.save}</Button>
      )}
      <ProblemAlert error={save.error} />
    </div>
  );
}

function FileProblem({ error }: { error: Error | null }) {
  const words = useCareersCopy();
  const code = error instanceof ProblemError ? error.fields[0]?.code : undefined;
  const known = code === undefined ? undefined : words.fileProblem[code];
  return known === undefined ? <ProblemAlert error={error} /> : <Alert kind="error" isLive><p>{known}</p></Alert>;
}

function Preview({ shown }: { shown: Answer }) {
  const words = useCareersCopy();
  const format = useFormat();
  if (shown.isApplied) return <Alert kind="good" isLive><p>{words.saved(format.number(shown.fresh.length))}</p></Alert>;
  return (
    <>
      <p className="quiet" aria-live="polite">{words.read(format.number(shown.read))} {shown.unchanged > 0 && words.unchanged(format.number(shown.unchanged))}</p>
      {shown.wrong.length > 0 && (
        <Card kind="attention" title={words.wrongTitle(format.number(shown.wrong.length))}>
          <Table caption={words.problem} isDense rows={shown.wrong.slice(0, SHOWN)} rowKey={({ line, kolom, masalah }) => `${line}${kolom}${masalah}`} columns={[
            { key: "baris", label: words.line, isFigure: true, cell: ({ line }) => line }, { key: "kolom", label: words.column, cell: ({ kolom }) => kolom }, { key: "masalah", label: words.problem, cell: ({ masalah }) => words.masalah[masalah] ?? masalah },
          ]} />
        </Card>
      )}
      {shown.fresh.length > 0 && (
        <Card title={words.freshTitle(format.number(shown.fresh.length))}>
          <Table caption={words.freshTitle(format.number(shown.fresh.length))} isDense rows={shown.fresh.slice(0, SHOWN)} rowKey={({ line }) => String(line)} columns={[
            { key: "nama", label: words.person, cell: ({ name }) => name }, { key: "jenis", label: words.kind, cell: ({ jenis, tahun }) => [words.jenis[jenis], tahun].filter(Boolean).join(" ") },
            { key: "nilai", label: words.value, cell: ({ nilai }) => nilai }, { key: "sumber", label: words.source, isMinor: true, cell: ({ sumber, perTanggal }) => `${sumber}, ${format.date(perTanggal)}` },
          ]} />
        </Card>
      )}
    </>
  );
}
