import { type KeberatanView, printKeberatan, readKeberatan } from "@teraju/contracts/keberatan";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { DayClock } from "#ui/light/DayClock.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { BasisItem } from "./BasisItem.tsx";
import { Comparable } from "./Comparable.tsx";
import { DecideForm } from "./DecideForm.tsx";
import { ExplainForm } from "./ExplainForm.tsx";
import { Hearings } from "./Hearings.tsx";
import { LaidEvidence } from "./LaidEvidence.tsx";
import { MoreEvidence } from "./MoreEvidence.tsx";
import css from "./keberatan.module.css";
import { keyOf, usePeriodName, useRowName } from "./words.ts";

/** A keberatan with both sides and its clock; who explains or decides does it here. */
export default function KeberatanPage() {
  const { id = "" } = useParams();
  const { page: words } = useKeberatanCopy();
  const format = useFormat();
  const periodName = usePeriodName();
  const shown = useSuspenseQuery({ ...apiQuery(readKeberatan, { params: { id } }), refetchOnWindowFocus: false }).data;
  const { pegawai, result, keputusan } = shown;
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.title(pegawai.name, periodName(result.period))} sub={words.filed(format.date(shown.filedOn), format.date(shown.receivedOn))} />
      {keputusan === null ? <State shown={shown} /> : <Keputusan shown={shown} keputusan={keputusan} />}
      <div className={`${css["columns"] ?? ""} stack`}>
        <div className="stack">
          <Claims shown={shown} />
          {shown.moreBasis !== null && <MoreEvidence shown={shown} more={shown.moreBasis} />}
          <LaidEvidence shown={shown} />
          <Explanation shown={shown} />
          <Hearings shown={shown} />
        </div>
        <div className="stack">
          {shown.comparable !== null && <Comparable comparable={shown.comparable} />}
          {shown.as === "atasan" && keputusan === null && <DecideForm shown={shown} />}
        </div>
      </div>
    </div>
  );
}

/** Who is waited for and how many days are left; the same words for everybody. */
function State({ shown: { status, clock, penilai, atasan, explainUntil, result, reassigned } }: { shown: KeberatanView }) {
  const { page: words, status: names, watch } = useKeberatanCopy();
  const format = useFormat();
  const title = status === "filed" ? words.waitsExplanation(penilai.name, format.day(explainUntil)) : words.waitsDecision(atasan.name);
  return (
    <Card title={title} aside={<Badge kind="attention">{names[status]}</Badge>}>
      <DayClock clock={clock} />
      {reassigned.map((one) => <p key={`${one.on} ${one.to}`}>{watch.movedTo(one.from, one.to, format.date(one.on), watch.grounds[one.ground], one.basis)}</p>)}
      <div><LinkButton to={to(paths.result, { id: result.id })}>{words.openResult}</LinkButton></div>
    </Card>
  );
}

function Claims({ shown: { claims } }: { shown: KeberatanView }) {
  const { page: words } = useKeberatanCopy();
  const { vocabulary } = useCopy();
  const rowName = useRowName();
  return (
    <Card title={words.claims(claims.length)}>
      <ul>
        {claims.map((claim) => (
          <li key={keyOf(claim)} className={css["claim"]}>
            <p className={css["claimHead"]}>
              <b>{rowName(claim)}</b> <Badge kind={claim.rating === "di_bawah" ? "attention" : "plain"}>{vocabulary.ekspektasiShort[claim.rating]}</Badge>
            </p>
            <p className={css["words"]}>{words.reason(claim.alasan)}</p>
            {claim.basis.length > 0 && <ul className={css["bases"]}>{claim.basis.map((item) => <li key={item.id}><BasisItem item={item} /></li>)}</ul>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Explanation({ shown }: { shown: KeberatanView }) {
  const { page: words } = useKeberatanCopy();
  const format = useFormat();
  const { explanation, penilai, keputusan } = shown;
  if (explanation !== null) {
    return <Card title={words.explanation} sub={words.explanationOn(penilai.name, format.date(explanation.on))}><p className={css["words"]}>{explanation.text}</p></Card>;
  }
  if (shown.actions.explain.length === 0) return <ExplainForm shown={shown} />;
  return <Card title={words.explanation} sub={keputusan === null ? words.explanationWaits : words.explanationNone} />;
}

function Keputusan({ shown: { id, atasan, result }, keputusan }: { shown: KeberatanView; keputusan: NonNullable<KeberatanView["keputusan"]> }) {
  const { page: words } = useKeberatanCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const { putusan, alasan, rekomendasi, on, isLate, outcome } = keputusan;
  const before = vocabulary.predikat[result.predikat];
  return (
    <Card title={words.decided[putusan]} sub={words.decisionOn(atasan.name, format.date(on))} kind="info">
      <p><b>{outcome === null || outcome.predikat === result.predikat ? words.samePredikat(before) : words.nowPredikat(before, vocabulary.predikat[outcome.predikat])}</b></p>
      <p className={css["words"]}>{words.reason(alasan)}</p>
      {rekomendasi !== null && <div><h3>{words.rekomendasi}</h3><p className={css["words"]}>{rekomendasi}</p></div>}
      {isLate && <p className="small quiet">{words.late}</p>}
      <div className="row">
        {outcome !== null && <LinkButton kind="primary" to={to(paths.result, { id: outcome.id })}>{words.openNew}</LinkButton>}
        <LinkButton to={to(paths.result, { id: result.id })}>{outcome === null ? words.openResult : words.openOld}</LinkButton>
      </div>
      <p><a href={printKeberatan.path.replace(":id", id)} download>{words.document}</a></p>
    </Card>
  );
}
