import { readQueue, readReview, type ReviewView, type Waiting } from "@teraju/contracts/review";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import { useSearchParams } from "react-router-dom";
import { v7 } from "uuid";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useReviewCopy } from "#copy/page/review.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { Mark, PageHeader } from "#ui/light/PageHeader.tsx";
import { problemLines } from "#ui/light/ProblemAlert.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { ShortcutList } from "#ui/work/KeyHint.tsx";
import { useShortcuts } from "#ui/work/shortcuts.ts";
import { apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { Queue } from "./Queue.tsx";
import { Report } from "./Report.tsx";
import css from "./review.module.css";
import { type Sent, useSending } from "./useSending.ts";
import { useWorks } from "./useWorks.ts";
import { emptyWork } from "./work.ts";

/** The next two are fetched while the first is read: going on must not wait. */
const AHEAD = 2;

/** The queue of a pejabat penilai, longest first. `?laporan=` is the report on screen; without it the first one is. */
export default function ReviewPage() {
  const queue = useSuspenseQuery(apiQuery(readQueue, {})).data;
  const [search, setSearch] = useSearchParams();
  const works = useWorks();
  const sending = useSending();
  const { waiting } = queue;
  const asked = search.get("laporan");
  const current = asked ?? waiting[0]?.reportId ?? null;
  const place = waiting.findIndex(({ reportId }) => reportId === current);
  const open = (reportId: string | undefined) => setSearch(reportId === undefined ? {} : { laporan: reportId }, { replace: true, preventScrollReset: true });
  const move = (step: 1 | -1) => {
    const next = waiting[place < 0 ? 0 : place + step];
    if (next !== undefined) open(next.reportId);
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });
  usePrefetch(waiting, place);
  const send = (report: ReviewView, kind: "check" | "return") => {
    const next = waiting[place + 1] ?? waiting[place - 1];
    const { work } = works.workOn(report);
    // What was given is given: a second try must not write it again.
    sending.start(report, work, kind, { onGiven: () => works.put(report, { ...emptyWork(v7()), verdicts: work.verdicts }), onSent: () => works.drop(report.id) });
    open(next?.reportId);
    window.scrollTo({ top: 0 });
  };
  return (
    <div className="stack">
      <Title queue={queue} />
      <LastSent sent={sending.last} onOpen={(reportId) => open(reportId)} />
      {current === null ? (
        <Empty />
      ) : (
        <div className={css["columns"]}>
          <Queue waiting={waiting} current={current} begun={works.begun} />
          <Suspense key={current} fallback={<Skeleton height={480} />}>
            <Report reportId={current} workOn={works.workOn} onWork={works.put} onSend={send} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

function usePrefetch(waiting: readonly Waiting[], place: number) {
  const client = useQueryClient();
  const ahead = waiting.slice(place + 1, place + 1 + AHEAD).map(({ reportId }) => reportId).join();
  useEffect(() => {
    for (const reportId of ahead.split(",").filter(Boolean)) void client.prefetchQuery(apiQuery(readReview, { params: { reportId } }));
  }, [client, ahead]);
}

type QueueView = { waiting: readonly Waiting[]; month: string; checkUntil: string; counts: { checked: number; returned: number; notYet: number; excused: number } };
function Title({ queue: { waiting, month, counts, checkUntil } }: { queue: QueueView }) {
  const review = useReviewCopy();
  const format = useFormat();
  const { keys } = review;
  const [oldest] = waiting;
  const sub = `${review.counts(format.month(month), counts)} ${review.checkUntil(format.day(checkUntil))}`;
  const shortcuts = [
    { keys: "J", does: keys.next }, { keys: "K", does: keys.previous }, { keys: "↑ ↓", does: keys.rows },
    { keys: "1", does: keys.terima }, { keys: "2", does: keys.minta_perbaikan }, { keys: "3", does: keys.bahas_di_rapat },
    { keys: "A", does: keys.rest }, { keys: "C", does: keys.comment }, { keys: "Enter", does: keys.send }, { keys: "Esc", does: keys.leave }, { keys: "?", does: keys.help },
  ];
  const title = oldest === undefined ? review.empty : <><Mark>{review.title(waiting.length)}</Mark> {review.oldest(oldest.waitingDays, oldest.person.name)}</>;
  return <PageHeader tab={review.tab} title={title} sub={sub} action={<ShortcutList shortcuts={shortcuts} />} />;
}

function Empty() {
  const review = useReviewCopy();
  return (
    <EmptyState title={review.empty} action={<LinkButton to={paths.team}>{review.toTeam}</LinkButton>}>
      {review.emptyHelp}
    </EmptyState>
  );
}

/** The last word on what left the screen before the server had answered. */
function LastSent({ sent, onOpen }: { sent: Sent | null; onOpen: (reportId: string) => void }) {
  const copy = useCopy();
  const words = useReviewCopy();
  if (sent === null) return null;
  if (sent.kind !== "failed") return <Alert kind="good" isLive>{sent.kind === "checked" ? words.sentOne(sent.name) : words.returnedOne(sent.name)}</Alert>;
  return (
    <Alert kind="error" isLive title={words.failedOne(sent.name)}>
      {problemLines(copy, sent.error).map((line) => <p key={line}>{line}</p>)}
      <Button isSmall onClick={() => onOpen(sent.reportId)}>{words.reopen}</Button>
    </Alert>
  );
}
