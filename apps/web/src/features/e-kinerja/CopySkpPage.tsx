import { exportSkp } from "@teraju/contracts/e-kinerja";
import { LAMPIRAN_KIND, PERILAKU, readSkp, type SkpView } from "@teraju/contracts/skp";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { formatter } from "#copy/format.ts";
import { vocabulary } from "#copy/id/vocabulary.ts";
import { useEKinerjaCopy } from "#copy/page/e-kinerja.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { CopyButton } from "#ui/work/CopyButton.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { CopyField } from "./CopyField.tsx";
import { type SkpField, skpFields, skpTable } from "./text.ts";

/** What goes to e-Kinerja is Indonesian, whatever language the page is read in. */
const INDONESIAN = formatter("id");
const COLUMNS = ["Rencana hasil kerja pimpinan yang diintervensi", "Rencana hasil kerja", "Aspek", "Indikator kinerja individu", "Target"];

/** An SKP in e-Kinerja's order: each result with its indicators, then what is expected of the behaviours, then the lampiran. */
export default function CopySkpPage() {
  const { id = "" } = useParams();
  const words = useEKinerjaCopy();
  const skp = useSuspenseQuery(apiQuery(readSkp, { params: { id } })).data;
  const fields = skpFields(skp.hasilKerja, INDONESIAN, vocabulary, skp.year);
  return (
    <div className="stack">
      <PageHeader
        tab={words.tab} title={words.titleSkp(skp.year)} sub={words.sub}
        action={<div className="row"><LinkButton to={to(paths.skpRead, { id })}>{words.backSkp}</LinkButton><LinkButton icon={IconDownload} to={exportSkp.path.replace(":id", id)} reloadDocument download>{words.download}</LinkButton></div>}
      />
      <Alert kind="info">{words.official}</Alert>
      {fields.length === 0 && <EmptyState title={words.noResults} />}
      {fields.length > 0 && <div className="row"><CopyButton text={skpTable(fields, COLUMNS)} label={words.copyTable} /></div>}
      {fields.map((field, at) => <Result key={field.lineId} field={field} at={at + 1} />)}
      <Behaviours skp={skp} />
      <Attachments skp={skp} />
    </div>
  );
}

function Result({ field: { pimpinan, result, indicators }, at }: { field: SkpField; at: number }) {
  const words = useEKinerjaCopy();
  return (
    <Card title={words.resultTitle(at)}>
      <CopyField label={words.pimpinan} text={pimpinan} button={words.copyPimpinan} of={result} />
      <CopyField label={words.result} text={result} button={words.copyResult} of={result} />
      {indicators.map(({ lineId, aspek, indikator, target, rencanaAksi }, index) => (
        <section key={lineId} aria-label={indikator}>
          <h3>{words.indikatorTitle(index + 1, aspek)}</h3>
          <CopyField label={words.indikator} text={indikator} button={words.copyIndikator} of={indikator} />
          <CopyField label={words.target} text={target} button={words.copyTarget} of={indikator} />
          {rencanaAksi !== "" && <CopyField label={words.rencanaAksi} text={rencanaAksi} button={words.copyRencanaAksi} of={indikator} />}
        </section>
      ))}
    </Card>
  );
}

function Behaviours({ skp: { perilaku } }: { skp: SkpView }) {
  const words = useEKinerjaCopy();
  const { vocabulary: names } = useCopy();
  const expected = PERILAKU.flatMap((name) => perilaku.filter((one) => one.perilaku === name));
  if (expected.length === 0) return null;
  return (
    <Card title={words.ekspektasi}>
      {expected.map(({ perilaku: name, ekspektasi }) => <CopyField key={name} label={names.perilaku[name]} text={ekspektasi} button={words.copyEkspektasi} of={names.perilaku[name]} />)}
    </Card>
  );
}

function Attachments({ skp: { lampiran } }: { skp: SkpView }) {
  const words = useEKinerjaCopy();
  if (lampiran.length === 0) return null;
  return (
    <Card title={words.lampiran}>
      {LAMPIRAN_KIND.map((kind) => <CopyField key={kind} label={words.lampiranKind[kind]} text={lampiran.filter((one) => one.kind === kind).map(({ text }) => text).join("\n")} button={words.copyLampiran} of={words.lampiranKind[kind]} />)}
    </Card>
  );
}
