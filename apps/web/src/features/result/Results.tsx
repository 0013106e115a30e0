import type { ResultView } from "@teraju/contracts/result";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useResultCopy } from "#copy/page/result.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Bullet } from "#ui/light/Bullet.tsx";
import { Card } from "#ui/light/Card.tsx";
import css from "./result.module.css";

type Result = ResultView["results"][number];
type Indikator = Result["indikator"][number];

/** One row per indicator with its way into the index; the rating of each result beside it. */
export function Results({ shown }: { shown: ResultView }) {
  const result = useResultCopy();
  const format = useFormat();
  const { indeks } = shown;
  return (
    <Card title={indeks === null ? result.resultsOnly : result.results(format.percent(indeks))} sub={result.indexNote}>
      <ul>
        {shown.results.map((one) => (
          <li key={one.lineId}>
            <ResultRow result={one} />
          </li>
        ))}
      </ul>
      {indeks !== null && (
        <p className={css["sum"]}>
          <span>{result.sum}</span> <span className="num">{format.fixed(indeks, 1)}</span>
        </p>
      )}
    </Card>
  );
}

function ResultRow({ result: { text, rating, indikator } }: { result: Result }) {
  const { vocabulary } = useCopy();
  return (
    <div className={css["line"]}>
      <p>
        <b>{text}</b> {rating !== null && <Badge kind={rating === "di_bawah" ? "attention" : rating === "di_atas" ? "good" : "plain"}>{vocabulary.ekspektasiShort[rating]}</Badge>}
      </p>
      {indikator.map((one) => (
        <IndikatorRow key={one.text} indikator={one} />
      ))}
    </div>
  );
}

function IndikatorRow({ indikator }: { indikator: Indikator }) {
  const result = useResultCopy();
  const format = useFormat();
  const { text, capaian, share, bobot } = indikator;
  const words = useFigureWords(indikator);
  return (
    <div className="stack-tight">
      <p className={css["points"]}>
        <span>{text}</span> {share !== null && <b className="num">{format.fixed(share, 1)}</b>}
      </p>
      {capaian === null || words === null ? (
        <p className="small quiet">{result.noFigure}</p>
      ) : (
        <Bullet value={capaian} target={100} tone={capaian < 70 ? "attention" : "good"} caption={bobot === null ? words : `${words}, ${result.weight(format.percent(bobot))}`} />
      )}
    </div>
  );
}

/** "57 dari 60 bayi = 95%"; of a ratio its two numbers. */
function useFigureWords({ jenis, arah, pembilang, penyebut, realisasi, target, satuan, capaian }: Indikator): string | null {
  const result = useResultCopy();
  const format = useFormat();
  if (capaian === null) return null;
  if (jenis === "rasio" && pembilang !== null && penyebut !== null && realisasi !== null) return result.fraction(format.number(pembilang), format.number(penyebut), format.percent(realisasi));
  if (realisasi === null) return format.percent(capaian);
  const unit = satuan ?? "";
  if (arah === "min" && target !== null) return result.reached(result.atMost(format.number(realisasi), format.number(target), unit), format.percent(capaian));
  const figure = target === null ? `${format.number(realisasi)} ${unit}`.trim() : result.figure(format.number(realisasi), format.number(target), unit);
  return result.reached(figure, format.percent(capaian));
}
