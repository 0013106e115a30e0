import { verifyNotulen } from "@teraju/contracts/notulen";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { usePageTitle } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { PageSkeleton } from "#ui/light/Skeleton.tsx";
import { apiQuery, ProblemError } from "../../api.ts";
import css from "./verify.module.css";

/** For anybody with a printed page in hand: whether these minutes, or this official document, exist. Kind, number, day and hash; no name, no rating. */
export default function VerifyPage() {
  const { code = "" } = useParams();
  const { verify: words } = useMeetingCopy();
  const format = useFormat();
  const { data, error, isPending } = useQuery(apiQuery(verifyNotulen, { params: { code } }));
  usePageTitle(words.tab);
  if (isPending) return <PageSkeleton />;
  const isUnknown = error instanceof ProblemError && (error.code === "not_found" || error.code === "invalid");
  return (
    <main className={css["page"]}>
      <p className={css["brand"]}>Teraju</p>
      {data === undefined ? (
        <>
          <h1>{isUnknown ? words.unknown : words.tab}</h1>
          {isUnknown ? <Alert kind="attention">{words.unknownText}</Alert> : <ProblemAlert error={error} />}
        </>
      ) : (
        <>
          <h1>{words.title(data.kind === "notulen")}</h1>
          {data.isCurrent ? <Alert kind="good">{words.text}</Alert> : <Alert kind="attention">{words.replaced}</Alert>}
          <dl className={css["facts"]}>
            <dt>{words.kind}</dt><dd>{words.kinds[data.kind]} <span className="quiet">{words.format(data.format)}</span></dd>
            <dt>{words.number}</dt><dd>{data.number}</dd>
            <dt>{words.date(data.kind === "notulen")}</dt><dd>{format.day(data.date)} {data.date.slice(0, 4)}</dd>
            <dt>{words.hash}</dt><dd className={css["hash"]}>{data.hash}</dd>
            {data.signatures !== null && (
              <>
                <dt>{words.signatures}</dt>
                {data.signatures.length === 0 && <dd>{words.unsigned}</dd>}
                {data.signatures.map(({ place, on }) => <dd key={place}>{words.places[place]}, {format.date(on)}</dd>)}
              </>
            )}
            {data.addenda.map(({ number, date, hash }) => <div key={number}><dt>{words.addendum(number)}, {format.date(date)}</dt><dd className={css["hash"]}>{hash}</dd></div>)}
          </dl>
          <p className="quiet">{words.more}</p>
        </>
      )}
    </main>
  );
}
