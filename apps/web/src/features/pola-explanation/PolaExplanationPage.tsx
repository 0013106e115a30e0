import { type PolaExplanationView, type PublishedExplanation, readPolaExplanation } from "@teraju/contracts/pola-explanation";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { usePolaExplanationCopy } from "#copy/page/pola-explanation.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { usePeriodName } from "../../period-name.ts";
import { PolaBand } from "../../pola-band.tsx";
import { polaState } from "../../pola-state.ts";
import css from "./pola-explanation.module.css";
import { WriteForm } from "./WriteForm.tsx";

const PREDIKAT = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] as const;

/** A perangkat daerah's predikat beside its capaian, and what its head published about them. */
export default function PolaExplanationPage() {
  const words = usePolaExplanationCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const { unit = "", periode = "" } = useParams();
  const view = useSuspenseQuery(apiQuery(readPolaExplanation, { params: { unitId: unit, periodId: periode } })).data;
  const state = polaState(view);
  const title = state === "kalibrasi" ? words.title.differs : words.title[state];
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={title(view.unit.name)} sub={words.sub(nameOf(view.period), format.number(view.final))} />
      <Alert title={words.rule}>{words.ruleText}</Alert>
      <div className={css["columns"]}>
        <div className="stack">
          {view.explanation !== null && <Published view={view} explanation={view.explanation} />}
          <WriteForm key={view.explanation?.revision ?? 0} view={view} />
        </div>
        <div className="stack">
          {view.band !== null && view.final > 0 && view.final < view.minPegawai && <Alert title={words.few(format.number(view.final), format.number(view.minPegawai))}>{words.fewAbsent}</Alert>}
          <PolaBand band={view.band} capaianOrganisasi={view.capaianOrganisasi} />
          {view.band !== null && <Explanation decision={view.band.duty} isOpen={false} />}
        </div>
      </div>
    </div>
  );
}

function Published({ view: { versions }, explanation }: { view: PolaExplanationView; explanation: PublishedExplanation }) {
  const words = usePolaExplanationCopy();
  const format = useFormat();
  const earlier = versions.filter(({ revision }) => revision < explanation.revision);
  return (
    <Card title={words.published}>
      <Words of={explanation} />
      {earlier.length > 0 && (
        <details>
          <summary>{words.versions(earlier.length)}</summary>
          <ul className={css["versions"]}>{earlier.map((one) => <li key={one.revision}><b>{words.version(format.number(one.revision))}</b><Words of={one} /></li>)}</ul>
        </details>
      )}
    </Card>
  );
}

/** The words, who wrote them when, and the distribution that they spoke about. */
function Words({ of: { text, by, on, isFromKalibrasi, capaian, jumlah } }: { of: PublishedExplanation }) {
  const words = usePolaExplanationCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const counts = format.list(PREDIKAT.filter((one) => (jumlah[one] ?? 0) > 0).map((one) => words.count(vocabulary.predikat[one], format.number(jumlah[one] ?? 0))));
  return (
    <>
      <p className={css["quote"]}>{text}</p>
      <p className="small quiet">{words.by(by, format.date(on))}. {isFromKalibrasi && words.fromKalibrasi} {counts !== "" && words.about(vocabulary.predikatOrganisasi[capaian], counts)}</p>
    </>
  );
}
