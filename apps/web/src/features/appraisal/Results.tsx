import type { AppraisalView } from "@teraju/contracts/appraisal";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Badge } from "#ui/light/Alert.tsx";
import { Bullet } from "#ui/light/Bullet.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Rating } from "./Rating.tsx";
import type { Ekspektasi, Ratings } from "./ratings.ts";
import css from "./appraisal.module.css";

type ResultsProps = { view: AppraisalView; ratings: Ratings; isFixed: boolean; onChange: (hasil: Ratings["hasil"]) => void };
type Indikator = AppraisalView["results"][number]["indikator"][number];

/** Each result with its months' figures, evidence beside it, and three radios. */
export function Results({ view, ratings, isFixed, onChange }: ResultsProps) {
  const { appraisal: words, vocabulary } = useCopy();
  const format = useFormat();
  if (view.results.length === 0) return <Card title={words.figures}>{words.noSkp}</Card>;
  return (
    <Card title={words.figures} sub={words.figuresHelp}>
      {view.results.map((result) => (
        <section key={result.lineId} className={css["result"]}>
          <p>
            <b>{result.text}</b> <Badge>{vocabulary.prioritas[result.prioritas]}</Badge>
          </p>
          {result.indikator.map((one) => (
            <IndikatorRow key={one.id} indikator={one} />
          ))}
          {view.evidence.some((one) => one.lineId === result.lineId) && (
            <ul className="small">
              {view.evidence
                .filter((one) => one.lineId === result.lineId)
                .map((one) => (
                  <li key={one.id}>
                    {one.kind === "register" ? (
                      `${words.evidence(one.title, format.month(one.month))}, ${one.registerNumber ?? ""}`
                    ) : (
                      <a href={one.kind === "link" ? (one.url ?? "") : `/api/evidence/${one.id}/file`} target="_blank" rel="noreferrer">
                        {words.evidence(one.title, format.month(one.month))}
                      </a>
                    )}
                  </li>
                ))}
            </ul>
          )}
          <Rating label={words.rateResult(result.text)} value={ratings.hasil[result.lineId] ?? null} isFixed={isFixed} onChange={(rating: Ekspektasi) => onChange({ ...ratings.hasil, [result.lineId]: rating })} />
        </section>
      ))}
    </Card>
  );
}

function IndikatorRow({ indikator: { text, satuan, capaian, months, targetText } }: { indikator: Indikator }) {
  const { appraisal: words } = useCopy();
  const format = useFormat();
  const value = typeof capaian?.value === "number" ? capaian.value : null;
  return (
    <div className={css["indicator"]}>
      <p>
        {text}
        {targetText !== null && <span className="quiet">, {targetText}</span>}
      </p>
      {value !== null && <Bullet value={value} target={100} tone={value < 70 ? "attention" : "good"} caption={words.capaian(format.percent(value))} />}
      {months.length === 0 && <p className="small quiet">{words.noFigures}</p>}
      <ul className={css["months"]}>
        {months.map((month) => (
          <MonthFigures key={month.month} month={month} satuan={satuan ?? ""} />
        ))}
      </ul>
    </div>
  );
}

function MonthFigures({ month, satuan }: { month: Indikator["months"][number]; satuan: string }) {
  const { appraisal: words, vocabulary } = useCopy();
  const format = useFormat();
  const { realisasi, target, pembilang, penyebut, uraian, sentence, cause, verdict } = month;
  const figure =
    pembilang !== null && penyebut !== null ? words.fraction(format.number(pembilang), format.number(penyebut)) : realisasi === null ? null : target === null ? `${format.number(realisasi)} ${satuan}` : words.figureOf(format.number(realisasi), format.number(target), satuan);
  return (
    <li className={css["month"]}>
      <p>
        <b>{format.month(month.month)}</b> {figure} {verdict !== null && <span className="quiet">({vocabulary.verdict[verdict]})</span>}
      </p>
      {(uraian ?? sentence) !== null && <p>{uraian ?? sentence}</p>}
      {cause !== null && <p className="quiet">{words.cause(cause)}</p>}
    </li>
  );
}
