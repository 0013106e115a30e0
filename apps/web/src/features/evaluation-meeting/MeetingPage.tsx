import { type MeetingView, readMeeting } from "@teraju/contracts/evaluation-meeting";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { Mark, PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { AgendaCard } from "./AgendaCard.tsx";
import { ArrangeCard } from "./ArrangeCard.tsx";
import { CascadeCard } from "./CascadeCard.tsx";
import { InviteCard } from "./InviteCard.tsx";
import css from "./meeting.module.css";

/** One meeting before it begins, and the way to each of its screens: for who leads it and for who takes part. */
export default function MeetingPage() {
  const { id = "" } = useParams();
  const view = useSuspenseQuery(apiQuery(readMeeting, { params: { id } })).data;
  return (
    <>
      <Head view={view} />
      <Notices view={view} />
      <div className={css["columns"]}>
        <AgendaCard view={view} />
        <div className="stack">
          <CascadeCard view={view} />
          <ArrangeCard view={view} />
          <InviteCard view={view} />
        </div>
      </div>
    </>
  );
}

const isOver = ({ status }: MeetingView): boolean => status === "ended" || status === "signed";
const assists = ({ hats }: MeetingView): boolean => hats.includes("memimpin") || hats.includes("notulis");

function Head({ view }: { view: MeetingView }) {
  const words = useMeetingCopy();
  const format = useFormat();
  const { agenda } = view;
  const size = words.peopleMinutes(words.people(agenda.speakers), words.minutes(agenda.totalMinutes));
  const title = agenda.speakers === 0 ? words.prepare.empty : <>{words.prepare.title} <Mark>{size}</Mark>.</>;
  return (
    <PageHeader
      tab={words.tab} title={title} sub={words.prepare.sub(view.unit.name, format.day(view.date), view.time.replace(":", "."), view.place)}
      action={<MainAction view={view} />}
    />
  );
}

/** The one step that comes next for this person. */
function MainAction({ view }: { view: MeetingView }) {
  const { prepare: words } = useMeetingCopy();
  const { id } = view;
  if (view.status === "cancelled") return null;
  if (isOver(view)) return <LinkButton kind="primary" to={to(paths.notulen, { id })}>{words.notulen}</LinkButton>;
  return assists(view) ? <LinkButton kind="primary" to={to(paths.meetingLeader, { id })}>{words.toLeader}</LinkButton> : <LinkButton kind="primary" to={to(paths.meetingJoin, { id })}>{words.toParticipant}</LinkButton>;
}

function Notices({ view }: { view: MeetingView }) {
  const { prepare: words } = useMeetingCopy();
  const { id, mine } = view;
  if (view.cancelReason !== null) return <Alert kind="attention">{words.cancelled(view.cancelReason)}</Alert>;
  const isPlanned = view.status === "planned";
  return (
    <>
      {isPlanned && assists(view) && view.warnings.length > 0 && <Alert kind="attention"><ul>{view.warnings.map(({ kind, figure, limit }) => <li key={kind}>{words.warning[kind](figure, limit)}</li>)}</ul></Alert>}
      {view.hats.includes("peserta") && isPlanned && (mine.isSpeaker || mine.isPrivate || !assists(view)) && (
        <Alert>
          <p>{mine.isPrivate ? words.privateMine : mine.isSpeaker && mine.position !== null ? words.turn(mine.position) : words.noTurn}</p>
          <div className="row">
            <LinkButton isSmall to={to(paths.mySlide, { id })}>{words.mySlide}</LinkButton>
            {assists(view) && <LinkButton isSmall to={to(paths.meetingJoin, { id })}>{words.toParticipant}</LinkButton>}
          </div>
        </Alert>
      )}
    </>
  );
}
