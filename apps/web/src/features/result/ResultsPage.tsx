import { listBlindRatings } from "@teraju/contracts/blind-rating";
import { listResults } from "@teraju/contracts/result";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useResultCopy } from "#copy/page/result.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import css from "./result.module.css";

/** The pegawai's own results, newest first. */
export default function ResultsPage() {
  const result = useResultCopy();
  const { period, vocabulary } = useCopy();
  const format = useFormat();
  const { results } = useSuspenseQuery(apiQuery(listResults, {})).data;
  const blind = useSuspenseQuery(apiQuery(listBlindRatings, {})).data.items;
  return (
    <div className="stack reading">
      <PageHeader tab={result.tab} title={result.listTitle} sub={result.listSub} />
      {results.length === 0 && <EmptyState title={result.none}>{result.noneHelp}</EmptyState>}
      <ul className={css["list"]}>
        {results.map((one) => (
          <li key={one.id}>
            <Link className={css["item"]} to={to(paths.result, { id: one.id })}>
              <span className="row">
                {period.name({ ...one.period, month: format.month(one.period.firstMonth) })} {!one.isOpened && <Badge kind="attention">{result.unopened}</Badge>}
              </span>
              <b>{vocabulary.predikat[one.predikat]}</b>
              <span className="quiet small">{result.setBy(one.penilai, format.date(one.finalizedOn))}</span>
            </Link>
          </li>
        ))}
      </ul>
      {blind.map(({ period: { id, year } }) => <p key={id}><Link to={to(paths.blindRating, { periode: id })}>{result.blindRating(year)}</Link></p>)}
      <p><Link to={paths.peerResults}>{result.peer}</Link></p>
      {results.length > 0 && <p><Link to={paths.keberatanList}>{result.objections}</Link></p>}
    </div>
  );
}
