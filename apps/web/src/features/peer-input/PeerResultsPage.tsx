import { listPeerResults } from "@teraju/contracts/peer-input";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";

/** My released results, newest first; also those that are not shown, with their reason one tap away. */
export default function PeerResultsPage() {
  const { results: words, semester } = usePeerInputCopy();
  const format = useFormat();
  const { person } = useSession();
  const { results } = useSuspenseQuery(apiQuery(listPeerResults, {})).data;
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={words.title(results.length)} />
      {results.length === 0 ? <EmptyState title={words.title(0)}>{words.none}</EmptyState> : (
        <Card>
          <Lines>
            {results.map(({ cycle, releasedOn, isShown }) => (
              <Line
                key={cycle.id} title={<>{semester(cycle.semester, cycle.year)} <Badge kind={isShown ? "good" : "plain"}>{isShown ? words.shown : words.notShown}</Badge></>} sub={words.released(format.date(releasedOn))}
                action={<LinkButton to={to(paths.peerResult, { siklus: cycle.id, orang: person.id })}>{words.read}<span className="visually-hidden"> {semester(cycle.semester, cycle.year)}</span></LinkButton>}
              />
            ))}
          </Lines>
        </Card>
      )}
    </div>
  );
}
