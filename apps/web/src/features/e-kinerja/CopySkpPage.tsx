import { readSkp } from "@teraju/contracts/skp";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useEKinerjaCopy } from "#copy/page/e-kinerja.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { CopyField } from "./CopyField.tsx";
import { skpFields } from "./text.ts";

/** An SKP in e-Kinerja's order: each result, then its indicators with their targets. */
export default function CopySkpPage() {
  const { id = "" } = useParams();
  const words = useEKinerjaCopy();
  const format = useFormat();
  const skp = useSuspenseQuery(apiQuery(readSkp, { params: { id } })).data;
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.titleSkp(skp.year)} sub={words.sub} />
      <Alert kind="info">{words.official}</Alert>
      {skpFields(skp.hasilKerja, format).map(({ result, indicators }) => (
        <Card key={result} title={result}>
          <CopyField label={words.result} text={result} button={words.copyResult} of={result} />
          {indicators.map(({ indikator, target }) => (
            <section key={indikator} aria-label={indikator}>
              <CopyField label={words.indikator} text={indikator} button={words.copyIndikator} of={indikator} />
              <CopyField label={words.target} text={target} button={words.copyTarget} of={indikator} />
            </section>
          ))}
        </Card>
      ))}
    </div>
  );
}
