import { type KalibrasiCase, markKalibrasiCaseRead, readKalibrasi, readKalibrasiCase } from "@teraju/contracts/kalibrasi";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { ProposeForm } from "./ProposeForm.tsx";
import css from "./kalibrasi.module.css";

/** The evidence of one case. Its name comes after, so that the talk is about the work. */
export default function CasePage() {
  const { case: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const { periode = "", unit = "", kasus = "" } = useParams();
  const params = { periodId: periode, unitId: unit, appraisalId: kasus };
  const one = useSuspenseQuery({ ...apiQuery(readKalibrasiCase, { params }), refetchOnWindowFocus: false }).data;
  const predikat = vocabulary.predikat[one.predikat];
  return (
    <div className="stack">
      <PageHeader tab={words.name(one.number)} title={one.person === null ? words.title(one.number, predikat) : words.titleOf(one.number, one.person.name, predikat)} sub={one.person === null ? words.sub : [one.person.jabatan, one.person.unit].filter(Boolean).join(", ")} />
      <p><Link to={to(paths.kalibrasi, { periode, unit })}>{words.back}</Link></p>
      <div className={css["columns"]}>
        <Card title={words.rated}>
          <Rating one={one} aspect="hasilKerja" />
          <Rating one={one} aspect="perilaku" />
          <Peers one={one} />
        </Card>
        <Results one={one} />
      </div>
      <Mark one={one} params={params} />
      {one.isRead && <ProposeForm key={`${one.hasilKerja.rating} ${one.perilaku.rating}`} one={one} />}
    </div>
  );
}

function Rating({ one, aspect }: { one: KalibrasiCase; aspect: "hasilKerja" | "perilaku" }) {
  const { case: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const { rating, saran, alasan, dasar } = one[aspect];
  return (
    <section className={css["part"]}>
      <h3>{vocabulary.aspect[aspect === "hasilKerja" ? "hasil_kerja" : "perilaku"]}: {vocabulary.ekspektasi[rating]}</h3>
      <p className="quiet">{saran === null ? words.noSaran : words.saran(vocabulary.ekspektasiShort[saran])} {words.dasar(format.number(dasar.length))}</p>
      <p className={css["quote"]}>{alasan ?? words.noAlasan}</p>
      {dasar.length > 0 && <ul className={css["bases"]}>{dasar.map((base) => <li key={base.id}>{base.kind === "evidence" ? `${base.title}, ${format.monthYear(base.bulan)}` : `${base.text} (${format.date(base.givenOn)})`}</li>)}</ul>}
    </section>
  );
}

function Peers({ one: { rekan, correctionReason, behaviours } }: { one: KalibrasiCase }) {
  const { case: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  return (
    <section className={css["part"]}>
      <p>{rekan === null ? words.noRekan : words.rekan(format.number(rekan.rata), format.number(rekan.n))}</p>
      {behaviours.map(({ perilaku, rating }) => <p key={perilaku} className={css["figures"]}><span>{(vocabulary.perilaku as Record<string, string>)[perilaku] ?? perilaku}</span> <span>{vocabulary.ekspektasiShort[rating]}</span></p>)}
      {correctionReason !== null && <p className={css["quote"]}>{words.corrected(correctionReason)}</p>}
    </section>
  );
}

function Results({ one: { results, indeks } }: { one: KalibrasiCase }) {
  const { case: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  return (
    <Card title={words.results} sub={indeks === null ? undefined : words.indeks(format.percent(indeks))}>
      {results.map(({ lineId, text, rating, indikator }) => (
        <section key={lineId} className={css["part"]}>
          <h3>{text} {rating !== null && <Badge>{vocabulary.ekspektasiShort[rating]}</Badge>}</h3>
          {indikator.map((each) => <p key={each.text} className={css["figures"]}><span>{each.text}</span> <b className="num">{each.capaian === null ? "–" : format.percent(each.capaian)}</b></p>)}
        </section>
      ))}
    </Card>
  );
}

function Mark({ one: { isRead, actions }, params }: { one: KalibrasiCase; params: { periodId: string; unitId: string; appraisalId: string } }) {
  const { case: words } = useKalibrasiCopy();
  const { refusals } = useCopy();
  const mark = useMutation(apiMutation(markKalibrasiCaseRead, { invalidates: [readKalibrasiCase, readKalibrasi] }));
  const [blocked] = actions.read;
  if (isRead) return <Alert kind="good" title={words.isRead} />;
  return (
    <Card title={words.markTitle} sub={words.markHelp}>
      <ProblemAlert error={mark.error} />
      <div><Button kind="primary" isBusy={mark.isPending} refusal={blocked !== undefined && (refusals as Record<string, string>)[blocked]} onClick={() => mark.mutate({ params })}>{words.mark}</Button></div>
    </Card>
  );
}
