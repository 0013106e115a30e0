import { listDocumentJobs, type DocumentJob, type DocumentSource, type readDocumentScope, startUnitDocuments } from "@teraju/contracts/documents";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { useDocumentsCopy } from "#copy/page/documents.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ErrorSummary, type FieldFault } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox, RadioGroup } from "#ui/light/RadioGroup.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { usePeriodName } from "../../period-name.ts";
import css from "./documents.module.css";

type Kind = DocumentSource["kind"];
const KINDS = ["skp", "pendokumentasian", "rekaman_umpan_balik", "hasil_evaluasi", "dokumen_evaluasi", "konversi_angka_kredit", "akumulasi_angka_kredit", "penetapan_angka_kredit"] as const satisfies readonly Kind[];
/** Of a whole year: no period is asked for. */
const OF_YEAR: readonly Kind[] = ["skp", "konversi_angka_kredit", "akumulasi_angka_kredit", "penetapan_angka_kredit"];
const PACKAGINGS = ["zip", "merged", "xlsx"] as const satisfies readonly DocumentJob["packaging"][];

/** Documents of a unit and all below it, as a job. Chosen at first: what is reported upwards, of the newest period. */
export function UnitForm({ scope: { units, years, periods } }: { scope: Output<typeof readDocumentScope> }) {
  const words = useDocumentsCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const [unitId, setUnit] = useState(units[0]?.id ?? "");
  const [kinds, setKinds] = useState<readonly Kind[]>(["skp", "hasil_evaluasi", "dokumen_evaluasi"]);
  const [year, setYear] = useState(periods[0]?.year ?? years[0] ?? 0);
  const [chosen, setPeriod] = useState<string | null>(null);
  const [packaging, setPackaging] = useState<DocumentJob["packaging"]>("zip");
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const send = useMutation(apiMutation(startUnitDocuments, { invalidates: [listDocumentJobs] }));
  const ofYear = periods.filter((period) => period.year === year);
  const periodId = (ofYear.find(({ id }) => id === chosen) ?? ofYear[0])?.id ?? null;
  const needsPeriod = kinds.some((kind) => !OF_YEAR.includes(kind));
  const least = Math.min(...units.map(({ depth }) => depth));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = [...(kinds.length === 0 ? [{ field: "dokumen-jenis", text: words.kindsMissing }] : []), ...(needsPeriod && periodId === null ? [{ field: "dokumen-periode", text: words.periodMissing }] : [])];
    setFaults(wrong);
    if (wrong.length > 0 || send.isPending) return;
    send.mutate({ params: { unitId }, body: { id: v7(), kinds: [...kinds], year, periodId: needsPeriod ? periodId : null, packaging } });
  };
  return (
    <Card title={words.unit} sub={words.unitHelp}>
      <form className={css["form"]} onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} />
        <NativeSelect label={words.chooseUnit} value={unitId} onChange={(event) => setUnit(event.target.value)} options={units.map(({ id, name, depth, people }) => ({ value: id, label: words.unitOption(depth - least, name, format.number(people)) }))} />
        <fieldset className={css["kinds"]}>
          <legend>{words.chooseKinds}</legend>
          {KINDS.map((kind, i) => (
            <Checkbox key={kind} id={i === 0 ? "dokumen-jenis" : undefined} label={words.kinds[kind]} checked={kinds.includes(kind)} onChange={(event) => setKinds(event.target.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))} />
          ))}
        </fieldset>
        <div className={css["pair"]}>
          <NativeSelect label={words.chooseYear} value={String(year)} onChange={(event) => setYear(Number(event.target.value))} options={[...new Set([...periods.map((period) => period.year), ...years])].toSorted((a, b) => b - a).map((each) => ({ value: String(each), label: String(each) }))} />
          <NativeSelect
            label={words.choosePeriod} id="dokumen-periode" value={periodId ?? ""} onChange={(event) => setPeriod(event.target.value)}
            options={ofYear.length === 0 ? [{ value: "", label: words.noPeriod }] : ofYear.map((period) => ({ value: period.id, label: nameOf(period) }))}
          />
        </div>
        <RadioGroup label={words.packaging} options={PACKAGINGS.map((value) => ({ value, label: words.packagings[value], ...(value === "merged" && { help: words.mergedHelp }) }))} value={packaging} onChange={setPackaging} />
        <ProblemAlert error={send.error} />
        <div><Button type="submit" kind="primary" isBusy={send.isPending}>{words.start}</Button></div>
      </form>
    </Card>
  );
}
