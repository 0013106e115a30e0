import type { ResultView } from "@teraju/contracts/result";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useResultCopy } from "#copy/page/result.ts";
import { Card } from "#ui/light/Card.tsx";
import { paths, to } from "../../paths.ts";
import css from "./result.module.css";

/** What a rapat kalibrasi said about this result: who, why, from what to what, and what the penilai answered. */
export default function Calibration({ shown: { id, kalibrasi: { proposals } } }: { shown: ResultView }) {
  const { kalibrasi: words } = useResultCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const rated = ({ hasilKerja, perilaku, predikat }: (typeof proposals)[number]["before"]) => words.rated(vocabulary.predikat[predikat], vocabulary.ekspektasiShort[hasilKerja], vocabulary.ekspektasiShort[perilaku]);
  return (
    <Card title={words.title} sub={words.sub}>
      <ul className={css["bases"]}>
        {proposals.map((one) => (
          <li key={`${one.on} ${one.reason}`}>
            <p className="small quiet">{words.by(one.by, format.date(one.on))}</p>
            <p>{words.change(rated(one.before), rated(one.after))}</p>
            <p>{one.reason}</p>
            <p><b>{words.answer[one.answer](one.penilai, format.date(one.answeredOn))}</b> {one.words}</p>
            {one.outcomeId !== null && one.outcomeId !== id && <p><Link to={to(paths.result, { id: one.outcomeId })}>{words.outcome}</Link></p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
