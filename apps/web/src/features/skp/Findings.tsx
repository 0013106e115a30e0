import type { Finding } from "@teraju/contracts/skp";
import { Badge } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import css from "./skp.module.css";
import { findingWords, useWords } from "./words.ts";

/** What the rules would talk about, with the place in the text behind each. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const copy = useWords();
  const { skp } = copy;
  if (findings.length === 0) return null;
  const isSomeRequired = findings.some((finding) => finding.tingkat === "wajib");
  return (
    <Card title={skp.findingsTitle(findings.length)} sub={isSomeRequired ? `${skp.findingsSub} ${skp.findingsMust}` : skp.findingsSub}>
      <ul className={css["findings"]}>
        {findings.map((finding, at) => (
          <li key={at}>
            <p>
              {finding.tingkat === "wajib" && <Badge kind="attention">{skp.must}</Badge>} {finding.hasilKerja !== null && <b>{skp.findingAt(finding.hasilKerja + 1, finding.indikator === null ? null : finding.indikator + 1)}. </b>}
              {findingWords(copy, finding)}
            </p>
            <p className="small quiet">
              {finding.cite.regulation} {finding.cite.part}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
