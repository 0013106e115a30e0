import { listMeetings, type MeetingCard } from "@teraju/contracts/evaluation-meeting";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import css from "./meetings.module.css";

/** The year's meetings of all hats in one list; `?tahun=` chooses the year. */
export default function MeetingListPage() {
  const words = useMeetingCopy();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const { today } = useSession();
  const year = /^20\d\d$/.test(search.get("tahun") ?? "") ? (search.get("tahun") ?? "") : today.slice(0, 4);
  const { meetings, plannable } = useSuspenseQuery(apiQuery(listMeetings, { query: { year } })).data;
  const ahead = meetings.filter(({ status, date }) => (status === "planned" && date >= today) || status === "running").sort((a, b) => (a.date < b.date ? -1 : 1));
  const [next] = ahead;
  const past = meetings.filter((meeting) => !ahead.includes(meeting)).sort((a, b) => (a.date < b.date ? 1 : -1));
  // Who heads a department could plan for a dozen units below: those are folded away, the next meeting comes first.
  const [own, below] = [plannable.slice(0, 1), plannable.slice(1)];
  const years = [-1, 0, 1].map((by) => String(Number(today.slice(0, 4)) + by));
  return (
    <>
      <PageHeader tab={words.tab} title={next === undefined ? words.list.title(0) : words.list.nextTitle(format.day(next.date), next.time.replace(":", "."))} />
      <div className={css["toolbar"]}>
        <NativeSelect label={words.list.year} value={year} onChange={(event) => setSearch({ tahun: event.target.value })} options={[...new Set([...years, year])].sort().map((value) => ({ value, label: value }))} />
        <LinkButton to={paths.tindakLanjut}>{words.list.promises}</LinkButton>
        {own.map((unit) => <Plan key={unit.id} unit={unit} year={year} />)}
      </div>
      {meetings.length === 0 && <EmptyState title={words.list.empty}>{words.list.emptyHelp}</EmptyState>}
      {below.length > 0 && (
        <details className={css["below"]}>
          <summary>{words.list.planBelow(below.length)}</summary>
          <div className={css["toolbar"]}>{below.map((unit) => <Plan key={unit.id} unit={unit} year={year} />)}</div>
        </details>
      )}
      <ul className={css["list"]}>{[...ahead, ...past].map((meeting) => <Meeting key={meeting.id} meeting={meeting} />)}</ul>
    </>
  );
}

function Plan({ unit, year }: { unit: { id: string; name: string }; year: string }) {
  const words = useMeetingCopy();
  return <LinkButton to={to(paths.meetingPlan, { unit: unit.id }, { tahun: year })}>{words.list.plan(unit.name)}</LinkButton>;
}

const KIND = { planned: "info", running: "attention", ended: "attention", signed: "good", cancelled: "plain" } as const;

function Meeting({ meeting }: { meeting: MeetingCard }) {
  const words = useMeetingCopy();
  const format = useFormat();
  const isHeld = meeting.status === "ended" || meeting.status === "signed";
  const size = isHeld ? words.list.held(meeting.minutes, meeting.decisions) : meeting.minutes > 0 ? words.peopleMinutes(words.people(meeting.people), words.minutes(meeting.minutes)) : words.people(meeting.people);
  return (
    <li className={css["meeting"]}>
      <div>
        <p><b>{words.list.month(format.monthYear(meeting.month))}</b>, {meeting.unit.name}</p>
        <p className="quiet small">{format.day(meeting.date)}, {meeting.time.replace(":", ".")} WIB, {meeting.place}. {size}.</p>
        <p className="row"><Badge kind={KIND[meeting.status]}>{words.status[meeting.status]}</Badge> <span className="quiet small">{format.list(meeting.hats.filter((hat) => hat !== "kepala" || !meeting.hats.includes("memimpin")).map((hat) => words.hats[hat]))}</span></p>
      </div>
      <Step meeting={meeting} />
    </li>
  );
}

/** The one step that this meeting wants of me. */
function Step({ meeting: { id, status, hats, date } }: { meeting: MeetingCard }) {
  const { list: words } = useMeetingCopy();
  const { today } = useSession();
  const assists = hats.includes("memimpin") || hats.includes("notulis");
  if (status === "ended" || status === "signed") return <LinkButton to={to(paths.notulen, { id })}>{words.notulen}</LinkButton>;
  if (status === "running" || (status === "planned" && date === today && !assists)) return <LinkButton kind="primary" to={assists ? to(paths.meetingLeader, { id }) : to(paths.meetingJoin, { id })}>{assists ? words.lead : words.join}</LinkButton>;
  return <LinkButton to={to(paths.meeting, { id })}>{words.open}</LinkButton>;
}
