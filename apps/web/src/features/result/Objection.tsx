import { listKeberatan } from "@teraju/contracts/keberatan";
import type { ResultView } from "@teraju/contracts/result";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { useKeberatanDaysCopy } from "#copy/page/keberatan-days.ts";
import { useResultCopy } from "#copy/page/result.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { DayClock } from "#ui/light/DayClock.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { Handover } from "./Handover.tsx";

/** The legal right of keberatan: until when, counted aloud, to whom, on which ground; or why the result is final; or where the one that was filed stands. */
export function Objection({ shown }: { shown: ResultView }) {
  const result = useResultCopy();
  const { card: words } = useKeberatanDaysCopy();
  const format = useFormat();
  const { id, isMine, isCurrent, keberatan, penilai } = shown;
  const { isAllowed, ground, clock, handover, to: atasan } = keberatan;
  // Only those whom it is between are told that there is one.
  const filed = useQuery(apiQuery(listKeberatan, { query: { resultId: id } })).data?.items[0];
  const isOver = clock !== null && clock.sisa < 0;
  const mayFile = isMine && isAllowed && isCurrent && clock !== null && !isOver && filed === undefined;
  return (
    <Card title={result.objection}>
      {filed !== undefined ? (
        <>
          <p>{filed.outcomeId === id ? words.isDecision : words.state[filed.status]}</p>
          <div><LinkButton to={to(paths.keberatan, { id: filed.id })}>{words.open}</LinkButton></div>
        </>
      ) : isAllowed ? (
        <>
          <p>{clock === null ? result.objectionLater : isMine ? words.right : words.rightOf}</p>
          {clock !== null && <DayClock clock={clock} />}
          {handover !== null && <p className="small">{handover.isSigned ? words.handedOver(format.date(handover.on)) : words.unsigned(format.date(handover.on))}</p>}
          {atasan !== null && <p>{words.to(atasan.name)}</p>}
          {mayFile && <div><LinkButton kind="primary" to={to(paths.objection, { id })}>{words.file}</LinkButton></div>}
        </>
      ) : (
        <>
          <p>{penilai.sebagai === "pemutus_keberatan" ? words.isDecision : result.noObjection}</p>
          <p className="small quiet">{`${ground.cite.regulation}, ${ground.cite.part}`}</p>
        </>
      )}
      <Handover shown={shown} />
    </Card>
  );
}
