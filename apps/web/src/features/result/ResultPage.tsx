import { readResult, type ResultView } from "@teraju/contracts/result";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Link, useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useResultCopy } from "#copy/page/result.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { usePageTitle } from "#ui/light/PageHeader.tsx";
import { QuadrantMatrix } from "#ui/light/QuadrantMatrix.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { Basis } from "./Basis.tsx";
import { GiveBack } from "./GiveBack.tsx";
import { Integrity } from "./Integrity.tsx";
import { Objection } from "./Objection.tsx";
import { Results } from "./Results.tsx";
import css from "./result.module.css";

/** Few results have been in a rapat kalibrasi: its words come with those alone. */
const Calibration = lazy(() => import("./Calibration.tsx"));
const Pola = lazy(() => import("./Pola.tsx"));

/** Few open the whole tree: it is not in the first load of a phone. */
const Whole = lazy(() => import("./Whole.tsx"));

/** One result, so that a layman understands it: what, why, on which figures, on which grounds, and what one may do. */
export default function ResultPage() {
  const { id = "" } = useParams();
  const result = useResultCopy();
  const { vocabulary, period: words } = useCopy();
  const format = useFormat();
  const shown = useSuspenseQuery(apiQuery(readResult, { params: { id } })).data;
  const { period, pegawai, penilai, predikat, hasilKerja, perilaku } = shown;
  const name = words.name({ ...period, month: format.month(period.firstMonth) });
  const word = vocabulary.predikat[predikat];
  usePageTitle(`${result.tab} ${name}`);
  return (
    <div className="stack">
      <header className={`${css["hero"] ?? ""} on-dark`}>
        <h1>
          {result.of(name, pegawai.name)} <b>{word}</b>
        </h1>
        <p>
          {result.proposal(penilai.name, format.date(shown.finalizedOn))} {shown.openedAt === null ? result.notReceived : result.received(format.moment(shown.openedAt))}
        </p>
        <p className="small">{result.official(shown.reconciliation.state, shown.reconciliation.ditarik)}</p>
      </header>
      <Marks shown={shown} />
      <div className={`${css["columns"] ?? ""} stack`}>
        <div className="stack">
          <Card title={result.why(word)} sub={result.because(vocabulary.ekspektasiShort[hasilKerja.rating], vocabulary.ekspektasiShort[perilaku.rating])}>
            <QuadrantMatrix you={{ hasilKerja: hasilKerja.rating, perilaku: perilaku.rating }} isOfOther={!shown.isMine} />
            <p className="quiet small">{result.quadrant}</p>
          </Card>
          <Basis shown={shown} />
        </div>
        <div className="stack">
          <Results shown={shown} />
          {shown.kalibrasi.proposals.length > 0 && <Suspense fallback={null}><Calibration shown={shown} /></Suspense>}
          {shown.pola !== null && <Suspense fallback={null}><Pola pola={shown.pola} /></Suspense>}
          <GiveBack shown={shown} />
          <Objection shown={shown} />
        </div>
      </div>
      <Suspense fallback={null}><Whole shown={shown} /></Suspense>
      <Integrity shown={shown} />
    </div>
  );
}

function OnPaper({ id, kertas }: { id: string; kertas: NonNullable<ResultView["kertas"]> }) {
  const result = useResultCopy();
  const format = useFormat();
  return (
    <Alert title={result.onPaper}>
      <p>{result.onPaperText(format.date(kertas.ditandatangani), kertas.diisi, kertas.dikonfirmasi, kertas.nomor)} <a href={`/api/result/${id}/signed-paper`} download>{result.seePaper}</a></p>
      <p className={css["digest"]}>{result.paperPrint} {kertas.sidik}</p>
    </Alert>
  );
}

/** What must be said first: a change after the pola, a correction, a newer version. */
function Marks({ shown }: { shown: ResultView }) {
  const result = useResultCopy();
  const { vocabulary } = useCopy();
  const others = shown.revisions.filter((one) => one.id !== shown.id);
  const links = others.map((one) => (
    <p key={one.id}>
      <Link to={to(paths.result, { id: one.id })}>{result.openOther(one.revision, vocabulary.predikat[one.predikat])}</Link>
    </p>
  ));
  return (
    <>
      {shown.sumberResmi && <Alert title={result.taken}><p>{result.takenFrom(shown.sumberResmi.laporan, shown.sumberResmi.baris, shown.sumberResmi.penilai)}</p></Alert>}
      {shown.kertas && <OnPaper id={shown.id} kertas={shown.kertas} />}
      {shown.isAfterPola && (
        <Alert kind="attention" title={result.afterPola}>
          <p>{result.afterPolaText}</p>
        </Alert>
      )}
      {!shown.isCurrent && (
        <Alert kind="attention" title={result.replaced}>
          {links}
        </Alert>
      )}
      {shown.isCurrent && shown.correctionReason !== null && (
        <Alert title={result.corrected}>
          <p>{result.reason(shown.correctionReason)}</p>
          {links}
        </Alert>
      )}
    </>
  );
}
