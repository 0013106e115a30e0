import type { ResultView } from "@teraju/contracts/result";
import { useFormat } from "#copy/copy.tsx";
import { useResultCopy } from "#copy/page/result.ts";
import { Card } from "#ui/light/Card.tsx";

/** The legal right of keberatan: until when, to whom, on which ground; or why the result is final. */
export function Objection({ shown: { keberatan } }: { shown: ResultView }) {
  const result = useResultCopy();
  const format = useFormat();
  if (!keberatan.isAllowed) {
    return (
      <Card title={result.objection}>
        <p>{result.noObjection}</p>
        <p className="small quiet">{`${keberatan.ground.cite.regulation}, ${keberatan.ground.cite.part}`}</p>
      </Card>
    );
  }
  return (
    <Card title={result.objection}>
      <p>{keberatan.until === null ? result.objectionLater : result.objectionText(format.day(keberatan.until))}</p>
      {keberatan.to !== null && <p>{result.objectionTo(keberatan.to.name)}</p>}
      <p className="small quiet">{result.objectionBasis}</p>
    </Card>
  );
}
