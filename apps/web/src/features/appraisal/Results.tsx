import type { AppraisalView } from "@teraju/contracts/appraisal";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Rating } from "./Rating.tsx";
import type { Ekspektasi, Ratings } from "./ratings.ts";
import css from "./appraisal.module.css";

type ResultsProps = { view: AppraisalView; ratings: Ratings; isFixed: boolean; /** The ratings come from e-Kinerja: figures and evidence alone are shown. */ isKept: boolean; onChange: (hasil: Ratings["hasil"]) => void };
type Indikator = AppraisalView["results"][number]["indikator"][number];

/** Each result with what the period reached and three radios; months, sentences and evidence fold out below. */
export function Results({ view, ratings, isFixed, isKept, onChange }: ResultsProps) {
  const words = useAppraisalCopy();
  const { vocabulary } = useCopy();
  if (view.results.length === 0) return <Card title={words.figures}>{words.noSkp}</Card>;
  const rest = view.results.filter((one) => ratings.hasil[one.lineId] === undefined);
  const fill = () => onChange({ ...ratings.hasil, ...Object.fromEntries(rest.map((one) => [one.lineId, "sesuai" as const])) });
  return (
    <Card title={words.figures} sub={isKept ? words.eKinerja.noNeed : words.figuresHelp}>
      {view.results.map((result) => (
        <section key={result.lineId} className={css["result"]}>
          <p>
            <b>{result.text}</b> <Badge>{vocabulary.prioritas[result.prioritas]}</Badge>
          </p>
          {result.indikator.map((one) => (
            <IndikatorRow key={one.id} indikator={one} />
          ))}
          {isKept ? <Details view={view} result={result} /> : (
            <Rating label={words.rateResult(result.text)} value={ratings.hasil[result.lineId] ?? null} isFixed={isFixed} onChange={(rating: Ekspektasi) => onChange({ ...ratings.hasil, [result.lineId]: rating })}>
              <Details view={view} result={result} />
            </Rating>
          )}
        </section>
      ))}
      {!isFixed && !isKept && rest.length > 0 && (
        <Button isSmall onClick={fill}>
          {words.fillRest}
        </Button>
      )}
    </Card>
  );
}

/** What each month said, and its evidence. */
function Details({ view, result }: { view: AppraisalView; result: AppraisalView["results"][number] }) {
  const words = useAppraisalCopy();
  const format = useFormat();
  const evidence = view.evidence.filter((one) => one.lineId === result.lineId);
  return (
    <details className={css["details"]}>
      <summary>{words.details(evidence.length)}</summary>
      <div className="stack-tight">
        {result.indikator.map((one) => (
          <div key={one.id}>
            <p className="small quiet">{one.text}</p>
            {one.months.length === 0 && <p className="small">{words.noFigures}</p>}
            <ul className={css["months"]}>
              {one.months.map((month) => (
                <MonthFigures key={month.month} month={month} satuan={one.satuan ?? ""} />
              ))}
            </ul>
          </div>
        ))}
        <ul className="small">
          {evidence.map((one) => (
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
      </div>
    </details>
  );
}

function IndikatorRow({ indikator: { text, capaian } }: { indikator: Indikator }) {
  const words = useAppraisalCopy();
  const format = useFormat();
  const value = typeof capaian?.value === "number" ? capaian.value : null;
  return (
    <div className={css["indicator"]}>
      <p>
        <span>{text}</span> {value === null ? <span className="quiet small">{words.noCapaian}</span> : <b className="num">{format.percent(value)}</b>}
      </p>
    </div>
  );
}

function MonthFigures({ month, satuan }: { month: Indikator["months"][number]; satuan: string }) {
  const words = useAppraisalCopy();
  const { vocabulary } = useCopy();
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
