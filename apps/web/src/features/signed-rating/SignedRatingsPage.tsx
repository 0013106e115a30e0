import { listEvaluationPeriods } from "@teraju/contracts/appraisal";
import { listSignedRatings } from "@teraju/contracts/signed-rating";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router-dom";
import { useSignedRatingCopy } from "#copy/page/signed-rating.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";

/** Whom the Wali Kota rates in a period (`?periode=`), and what came in on paper. */
export default function SignedRatingsPage() {
  const words = useSignedRatingCopy();
  const nameOf = usePeriodName();
  const [search, setSearch] = useSearchParams();
  const { periods } = useSuspenseQuery(apiQuery(listEvaluationPeriods, {})).data;
  const begun = periods.filter(({ state }) => state !== "running");
  const id = search.get("periode") ?? begun[0]?.id;
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.title} sub={words.sub} />
      {id === undefined ? <EmptyState title={words.none} /> : (
        <>
          <NativeSelect label={words.period} value={id} options={begun.map((one) => ({ value: one.id, label: nameOf(one) }))} onChange={(event) => setSearch({ periode: event.target.value })} />
          <People period={id} />
        </>
      )}
    </div>
  );
}

function People({ period }: { period: string }) {
  const words = useSignedRatingCopy();
  const { lines } = useSuspenseQuery(apiQuery(listSignedRatings, { query: { period } })).data;
  if (lines.length === 0) return <EmptyState title={words.none}>{words.noneHelp}</EmptyState>;
  return (
    <Card>
      <Lines>
        {lines.map(({ person, state }) => (
          <Line key={person.id} title={<>{person.name} <Badge kind={state === "none" ? "plain" : state === "entered" || state === "returned" ? "attention" : "good"}>{words.state[state]}</Badge></>} sub={person.jabatan}
            action={state !== "final" && <LinkButton isSmall to={to(paths.signedRating, { period, person: person.id })} aria-label={words.openOf(person.name)}>{words.open}</LinkButton>} />
        ))}
      </Lines>
    </Card>
  );
}
