import { listEvaluationPeriods, readTeam } from "@teraju/contracts/appraisal";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { PageSkeleton } from "#ui/light/Skeleton.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { useIsAtLeast } from "#ui/light/width.ts";
import { classes } from "#ui/styles/classes.ts";
import { ShortcutList } from "#ui/work/KeyHint.tsx";
import { useShortcuts } from "#ui/work/shortcuts.ts";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { Desk } from "./Desk.tsx";
import { PolaCards } from "./Pola.tsx";
import { TeamList } from "./TeamList.tsx";
import css from "./appraisal.module.css";

/** Rating a period: the team at the left, one person at the right. `/penetapan/kini` is the period that is being rated now. */
export default function AppraisalPage() {
  const { periode = "" } = useParams();
  const { period: words } = useCopy();
  const { periods } = useSuspenseQuery(apiQuery(listEvaluationPeriods, {})).data;
  const current = periods.find((one) => one.id === periode) ?? periods.find((one) => one.state === "rating") ?? periods.find((one) => one.state === "late") ?? periods[0];
  if (current === undefined) return <EmptyState title={words.none} />;
  return <Team key={current.id} periodId={current.id} periods={periods} />;
}

type Periods = { state: "running" | "rating" | "late" | "closed"; id: string; kind: "bulanan" | "triwulanan" | "tahunan"; number: number; year: number; firstMonth: string; ratingFrom: string; ratingUntil: string }[];

const DESK_WIDTH = 900;

function Team({ periodId, periods }: { periodId: string; periods: Periods }) {
  const appraisal = useAppraisalCopy();
  const { period: words } = useCopy();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const { members, period, pola } = useSuspenseQuery(apiQuery(readTeam, { query: { period: periodId } })).data;
  // Beside an open list there is room for somebody: the first who waits.
  const isDesk = useIsAtLeast(DESK_WIDTH);
  const chosen = members.find((one) => one.person.id === search.get("orang")) ?? (isDesk ? (members.find((one) => one.state !== "final" && one.state !== "not_judged") ?? members[0]) : undefined);
  const at = members.findIndex((one) => one === chosen);
  const go = (step: number) => {
    const next = members[Math.max(0, Math.min(members.length - 1, at + step))];
    if (next !== undefined) setSearch({ orang: next.person.id }, { preventScrollReset: false });
  };
  useShortcuts({ j: () => go(1), k: () => go(-1) });
  const nameOf = (one: Periods[number]) => words.name({ ...one, month: format.month(one.firstMonth) });
  const left = members.filter((one) => one.state !== "final" && one.state !== "not_judged").length;
  const line = { running: words.from(format.day(period.ratingFrom)), rating: words.until(format.day(period.ratingUntil)), late: words.ended(format.day(period.ratingUntil)), closed: words.closed }[period.state];
  const keys = appraisal.shortcuts;
  return (
    <div className="stack">
      <PageHeader
        tab={appraisal.tab}
        title={members.length === 0 ? appraisal.noTeam : appraisal.title(left)}
        sub={`${nameOf(period)}. ${line}`}
        action={isDesk && <ShortcutList shortcuts={[{ keys: "J", does: keys.next }, { keys: "K", does: keys.previous }, { keys: "Alt+1 2 3", does: keys.rate }, { keys: "Alt+S", does: keys.save }]} />}
      />
      <div className={classes(css["page"], chosen && css["hasPerson"])}>
        <div className={classes(css["side"], "stack")}>
          <NativeSelect
            label={words.choose}
            value={periodId}
            options={periods.map((one) => ({ value: one.id, label: one.state === "rating" ? nameOf(one) : `${nameOf(one)} (${words.state[one.state]})` }))}
            onChange={(event) => void navigate(to(paths.appraisal, { periode: event.target.value }))}
          />
          {members.length === 0 ? <EmptyState title={appraisal.noTeam}>{appraisal.noTeamHelp}</EmptyState> : <TeamList members={members} chosenId={chosen?.person.id ?? null} />}
          <PolaCards periodId={periodId} pola={pola} />
        </div>
        <div className="stack">
          {chosen === undefined ? (
            members.length > 0 && <p className="quiet">{appraisal.chooseSomeone}</p>
          ) : (
            <>
              <Link className={css["toTeam"]} to={{ search: "" }}>
                {appraisal.back}
              </Link>
              <Suspense key={chosen.person.id} fallback={<PageSkeleton />}>
                <Desk periodId={periodId} personId={chosen.person.id} onNext={at < members.length - 1 ? () => go(1) : null} />
              </Suspense>
            </>
          )}
        </div>
      </div>
    </div>
  );
}
