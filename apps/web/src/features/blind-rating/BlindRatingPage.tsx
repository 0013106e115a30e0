import { listBlindRatings, readBlindRating } from "@teraju/contracts/blind-rating";
import type { Output } from "@teraju/contracts/endpoint";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useBlindRatingCopy } from "#copy/page/blind-rating.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { TwoSides, wideGaps } from "#ui/light/TwoSides.tsx";
import { apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { RateForm } from "./RateForm.tsx";

/** The pegawai's side of the two-blind step. `/dua-sisi/kini` is the newest year that has one. */
export default function BlindRatingPage() {
  const { periode = "" } = useParams();
  const words = useBlindRatingCopy();
  const { items } = useSuspenseQuery(apiQuery(listBlindRatings, {})).data;
  const item = items.find(({ period }) => period.id === periode) ?? items[0];
  if (item === undefined) {
    return (
      <div className="stack reading">
        <PageHeader tab={words.tab} title={words.tab} />
        <EmptyState title={words.none} action={<Link to={paths.results}>{words.toResults}</Link>}>{words.noneHelp}</EmptyState>
      </div>
    );
  }
  return <Side key={item.period.id} periodId={item.period.id} />;
}

function Side({ periodId }: { periodId: string }) {
  const { id } = useSession().person;
  const shown = useSuspenseQuery(apiQuery(readBlindRating, { params: { periodId, personId: id } })).data;
  const { sent, actions } = shown.step;
  if (sent.pegawai === null && actions.send.length === 0) return <RateForm shown={shown} />;
  return <Locked shown={shown} />;
}

/** After the own ratings are locked, or where they can no longer be given. */
function Locked({ shown: { step, period } }: { shown: Output<typeof readBlindRating> }) {
  const words = useBlindRatingCopy();
  const { refusals } = useCopy();
  const format = useFormat();
  const { sent, results, actions } = step;
  const isOpen = sent.pegawai !== null && sent.penilai !== null;
  return (
    <div className="stack reading">
      <PageHeader
        tab={words.tab}
        title={isOpen ? words.openTitle(wideGaps(results)) : sent.pegawai === null ? words.title(period.year) : words.waitingTitle}
        sub={isOpen ? words.openSub : sent.pegawai === null ? words.sub : words.waiting(format.date(sent.pegawai))}
      />
      {sent.pegawai === null && <Alert kind="attention">{actions.send.map((code) => <p key={code}>{(refusals as Record<string, string>)[code]}</p>)}</Alert>}
      {sent.pegawai !== null && <Card><TwoSides results={results} side="pegawai" /></Card>}
      <p className="quiet">{words.notTheRating}</p>
      <p><Link to={paths.results}>{words.toResults}</Link></p>
    </div>
  );
}
