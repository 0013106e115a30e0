import { listMeetings } from "@teraju/contracts/evaluation-meeting";
import { listMyTindakLanjut } from "@teraju/contracts/tindak-lanjut";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { useTindakLanjutCopy } from "#copy/page/tindak-lanjut.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";

const SHOWN = 3;

/**
 * The next meeting, and what one has promised in earlier ones. It stands last and comes after everything else: neither the first page nor
 * its scripts wait for it, and where there is no signal it is not there.
 */
export default function Meetings() {
  const words = useTindakLanjutCopy();
  const format = useFormat();
  const { today } = useSession();
  const promises = useQuery(apiQuery(listMyTindakLanjut, { query: {} })).data;
  const meetings = useQuery(apiQuery(listMeetings, { query: { year: today.slice(0, 4) } })).data;
  if (promises === undefined || meetings === undefined) return null;
  const open = promises.items.filter(({ status }) => status === "terbuka");
  const [next] = meetings.meetings.filter(({ status, date, hats }) => (status === "running" || (status === "planned" && date >= today)) && hats.some((hat) => hat !== "atasan")).sort((a, b) => (a.date < b.date ? -1 : 1));
  if (open.length === 0 && next === undefined) return null;
  const assists = next !== undefined && (next.hats.includes("memimpin") || next.hats.includes("notulis"));
  const address = next === undefined ? paths.meetings : next.status !== "running" ? to(paths.meeting, { id: next.id }) : assists ? to(paths.meetingLeader, { id: next.id }) : to(paths.meetingJoin, { id: next.id });
  return (
    <Card title={words.card.home}>
      <Lines>
        {next !== undefined && <Line title={next.status === "running" ? words.card.running : words.card.next(format.day(next.date), next.time.replace(":", "."))} sub={next.unit.name} action={<LinkButton aria-label={words.card.toMeeting} to={address}>{words.card.go}</LinkButton>} />}
        {open.slice(0, SHOWN).map((item) => <Line key={item.id} title={item.text} sub={item.dibawaBulan > 0 ? words.carried(item.dibawaBulan) : item.isOverdue ? words.overdue : words.due(format.shortDay(item.due))} />)}
      </Lines>
      {open.length > 0 && <LinkButton to={paths.tindakLanjut}>{words.card.toPromises}</LinkButton>}
    </Card>
  );
}
