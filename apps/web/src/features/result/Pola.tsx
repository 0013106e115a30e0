import type { ResultView } from "@teraju/contracts/result";
import { useFormat } from "#copy/copy.tsx";
import { useResultCopy } from "#copy/page/result.ts";
import { Card } from "#ui/light/Card.tsx";
import css from "./result.module.css";

/** What the perangkat daerah published where its predikat are at odds with its capaian, or that it still owes. */
export default function Pola({ pola: { unit, isOwed, explanation } }: { pola: NonNullable<ResultView["pola"]> }) {
  const { pola: words } = useResultCopy();
  const format = useFormat();
  return (
    <Card title={words.title(unit)} sub={words.sub}>
      {isOwed && <p>{words.owed}</p>}
      {explanation !== null && (
        <>
          <p className={css["explained"]}>{explanation.text}</p>
          <p className="small quiet">{words.by(explanation.by, format.date(explanation.on), explanation.revision === 1 ? null : format.number(explanation.revision))}</p>
        </>
      )}
    </Card>
  );
}
