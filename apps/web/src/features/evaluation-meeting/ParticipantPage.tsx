import { applaud, attendMeeting, type MeetingEvent, readParticipantView } from "@teraju/contracts/evaluation-meeting-live";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useParams, useSearchParams } from "react-router-dom";
import { v7 } from "uuid";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TaskFrame } from "#ui/light/TaskFrame.tsx";
import { apiMutation, apiQuery, queryKey } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { Ask } from "./Ask.tsx";
import { AwayForm } from "./AwayForm.tsx";
import css from "./participant.module.css";
import { useLive } from "./useLive.ts";

export type ParticipantView = Output<typeof readParticipantView>;
const CHANGES: readonly MeetingEvent["kind"][] = ["started", "decision", "deferred", "speaker", "agenda", "finished"];
/** Sixty phones do not ask in the same breath. */
const SPREAD_MS = 1500;

/** Layar peserta: where we are, when my turn comes, that I am here; applause, or a question. `?kode=` comes from the code on the first slide. */
export default function ParticipantPage() {
  const { id = "" } = useParams();
  const words = useMeetingCopy();
  const format = useFormat();
  const client = useQueryClient();
  const input = { params: { id } };
  const view = useSuspenseQuery({ ...apiQuery(readParticipantView, input), refetchOnReconnect: "always" }).data;
  const refresh = ({ kind }: MeetingEvent) => {
    if (CHANGES.includes(kind)) setTimeout(() => void client.invalidateQueries({ queryKey: queryKey(readParticipantView, input) }), Math.random() * SPREAD_MS);
  };
  const { state, isConnected } = useLive(id, "peserta", view.state, refresh);
  const isRunning = state.status === "running";
  const titleOf = ({ title, kind }: ParticipantView["order"][number]) => title || words.kind[kind];
  const current = view.order.find(({ itemId }) => itemId === state.itemId);
  return (
    <TaskFrame title={words.participant.title(format.month(view.month))} status={isRunning && !isConnected && typeof EventSource !== "undefined" ? words.participant.noSignal : words.status[state.status]} backTo={to(paths.meeting, { id })}>
      <h1 className={css["where"]}>{isRunning && current !== undefined ? titleOf(current) : state.status === "planned" ? words.participant.notStarted : words.participant.over}</h1>
      <p className="quiet">{words.participant.where(view.unit.name, format.day(view.date), view.time.replace(":", "."), view.place)}</p>
      <Turn view={view} itemId={state.itemId} isRunning={isRunning} />
      <Presence view={view} id={id} />
      {isRunning && current !== undefined && <Reactions id={id} itemId={current.itemId} view={view} />}
      {isRunning && <Ask id={id} itemId={state.itemId} view={view} />}
      {view.decisions.length > 0 && (
        <Card title={words.participant.decisions}>
          <ul className="stack-tight">{view.decisions.map((d) => <li key={d.id}>{d.text}<br /><span className="quiet small">{words.leader.decisionSub(d.owner, format.shortDay(d.due))}</span></li>)}</ul>
        </Card>
      )}
      <Order view={view} itemId={state.itemId} />
      {state.status === "planned" && <LinkButton to={to(paths.mySlide, { id })}>{words.participant.mySlide}</LinkButton>}
      {(state.status === "ended" || state.status === "signed") && <LinkButton to={to(paths.notulen, { id })}>{words.prepare.notulen}</LinkButton>}
    </TaskFrame>
  );
}

/** How many speak before me, told anew with each slide and without asking the server. */
export function turnsLeft(order: ParticipantView["order"], itemId: string | null): number | null {
  const turns = order.filter(({ kind }) => kind === "person" || kind === "unit");
  const mine = turns.find(({ isMine, isDone }) => isMine && !isDone);
  if (mine === undefined) return null;
  const now = order.find((one) => one.itemId === itemId)?.position ?? 0;
  if (mine.position < now) return null;
  return turns.filter(({ position, isDone }) => position > now && position <= mine.position && !isDone).length;
}

function Turn({ view, itemId, isRunning }: { view: ParticipantView; itemId: string | null; isRunning: boolean }) {
  const { participant: words, prepare } = useMeetingCopy();
  const isSpeaker = view.order.some(({ isMine }) => isMine);
  if (!isRunning) {
    const turns = view.order.filter(({ kind }) => kind === "person" || kind === "unit");
    const at = turns.findIndex(({ isMine }) => isMine) + 1;
    return at > 0 && view.state.status === "planned" ? <p className={css["turn"]}>{prepare.turn(at)}</p> : null;
  }
  const left = turnsLeft(view.order, itemId);
  if (!isSpeaker) return null;
  return <p className={css["turn"]} data-now={left === 0 || undefined} role="status">{left === null ? words.noTurn : words.turnsLeft(left)}</p>;
}

/** One tap; why one cannot come is read by leader and secretary only. */
function Presence({ view, id }: { view: ParticipantView; id: string }) {
  const { participant: words, attendance: names } = useMeetingCopy();
  const copy = useCopy();
  const [search] = useSearchParams();
  const code = search.get("kode");
  const attend = useMutation(apiMutation(attendMeeting, { invalidates: [readParticipantView] }));
  const state = attend.data?.attendance ?? view.attendance;
  if (state === "hadir") return <Alert kind="good">{words.isHere}</Alert>;
  const send = (attendance: "hadir" | "izin" | "sakit" | "cuti" | "dinas_luar" | "dinas_jaga", reason: string | null) => attend.mutate({ params: { id }, body: { attendance, reason, ...(code !== null && { code }) } });
  return (
    <Card title={words.presence} sub={state === "belum_dikonfirmasi" ? undefined : words.isAway(names[state])}>
      <Button kind="primary" isWide isBusy={attend.isPending} onClick={() => send("hadir", null)} refusal={view.actions.present.map((why) => copy.refusals[why as keyof typeof copy.refusals]).join(" ") || undefined}>{words.here}</Button>
      <AwayForm isBusy={attend.isPending} onSend={send} />
      <ProblemAlert error={attend.error} />
    </Card>
  );
}

function Reactions({ id, itemId, view }: { id: string; itemId: string; view: ParticipantView }) {
  const { participant: words } = useMeetingCopy();
  const clap = useMutation(apiMutation(applaud, { invalidates: [] }));
  if (view.actions.applaud.length > 0) return null;
  const isSent = clap.isSuccess && clap.variables.body.itemId === itemId;
  return (
    <div className="row">
      <Button isBusy={clap.isPending || isSent} onClick={() => clap.mutate({ params: { id }, body: { id: v7(), itemId } })}>{words.applaud}</Button>
      <span role="status" className="quiet">{isSent && words.applauded}</span>
      <ProblemAlert error={clap.error} />
    </div>
  );
}

function Order({ view, itemId }: { view: ParticipantView; itemId: string | null }) {
  const { participant: words, kind } = useMeetingCopy();
  return (
    <details className={css["order"]}>
      <summary>{words.order}</summary>
      <ol>{view.order.map((one) => <li key={one.itemId} aria-current={one.itemId === itemId || undefined}>{one.title || kind[one.kind]}{one.isMine && ` (${words.you})`}{one.isDone && <span className="quiet"> {words.done}</span>}</li>)}</ol>
    </details>
  );
}
