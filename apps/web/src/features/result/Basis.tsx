import type { ResultView } from "@teraju/contracts/result";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useResultCopy } from "#copy/page/result.ts";
import { Card } from "#ui/light/Card.tsx";
import css from "./result.module.css";

type Rating = ResultView["hasilKerja"];

/** Dasar penetapan in sentences: suggestion, what the penilai did with it, why, and on what. */
export function Basis({ shown }: { shown: ResultView }) {
  const result = useResultCopy();
  const { vocabulary } = useCopy();
  const { capaianOrganisasi, behaviours } = shown;
  return (
    <Card title={result.basis} kind="info">
      <RatingBasis name={vocabulary.aspect.hasil_kerja} rating={shown.hasilKerja} isTaken={shown.sumberResmi !== null} />
      <RatingBasis name={vocabulary.aspect.perilaku} rating={shown.perilaku} isTaken={shown.sumberResmi !== null} />
      {behaviours.length > 0 && (
        <div className={css["rating"]}>
          <h3>{result.behaviours}</h3>
          <dl className={css["behaviours"]}>
            {behaviours.map((one) => (
              <div key={one.perilaku}>
                <dt>{(vocabulary.perilaku as Record<string, string>)[one.perilaku]}</dt>
                <dd>{vocabulary.ekspektasiShort[one.rating]}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <p className={css["rating"]}>{result.organisation(capaianOrganisasi.unit, vocabulary.predikatOrganisasi[capaianOrganisasi.predikat])}</p>
    </Card>
  );
}

function RatingBasis({ name, rating: { rating, saran, alasan, dasar, cite }, isTaken }: { name: string; rating: Rating; isTaken: boolean }) {
  const result = useResultCopy();
  const { vocabulary } = useCopy();
  return (
    <div className={css["rating"]}>
      <h3>{result.rated(name, vocabulary.ekspektasi[rating])}</h3>
      <p>
        {saran === null ? (isTaken ? result.takenRating : result.noSuggestion) : `${result.suggested(vocabulary.ekspektasiShort[saran])} ${saran === rating ? result.followed : result.departed}`}
      </p>
      <p className="small quiet">{cite}</p>
      {alasan !== null && <p>{result.reason(alasan)}</p>}
      {dasar.length === 0 && rating === "sesuai" && <p className="quiet">{result.noBasis}</p>}
      {dasar.length > 0 && (
        <ul className={css["bases"]}>
          {dasar.map((one) => (
            <li key={one.id}>
              <BasisItem item={one} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function BasisItem({ item }: { item: Rating["dasar"][number] }) {
  const result = useResultCopy();
  const format = useFormat();
  if (item.kind === "evidence") return <p>{result.evidence(item.title, format.monthYear(item.bulan))}</p>;
  return (
    <>
      <p className="small quiet">{result.feedback(item.dari, format.date(item.givenOn))}</p>
      <p>{result.quote(item.text)}</p>
      {item.reply === null ? <p className="small quiet">{result.noReply}</p> : <p className={css["reply"]}>{result.reply(item.reply)}</p>}
    </>
  );
}
