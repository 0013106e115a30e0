import { readUnitMeetingFigures } from "@teraju/contracts/notulen";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useTindakLanjutCopy } from "#copy/page/tindak-lanjut.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import css from "./opd-dashboard.module.css";

/** Promises of the unit's meetings: kept, carried, overdue; and when it meets again. */
export function MeetingCard({ unitId }: { unitId: string }) {
  const { card: words, carried, due } = useTindakLanjutCopy();
  const format = useFormat();
  const { today, leads } = useSession();
  const { data } = useQuery(apiQuery(readUnitMeetingFigures, { params: { unitId }, query: { year: today.slice(0, 4) } }));
  if (data === undefined) return null;
  const figures = [[words.kept, data.kept], [words.open, data.open], [words.carried, data.carried], [words.overdue, data.overdue]] as const;
  return (
    <Card title={words.title} sub={data.held === 0 ? words.none : `${words.held(data.onTime, data.held)}${data.lengthPercent === null ? "" : ` ${words.length(format.percent(data.lengthPercent))}`}`}>
      <dl className={css["promises"]}>{figures.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{format.number(value)}</dd></div>)}</dl>
      {data.longestOverdue.length > 0 && <ul className="stack-tight small">{data.longestOverdue.slice(0, 3).map((one) => <li key={one.id}>{one.text}<br /><span className="quiet">{one.owner}, {one.dibawaBulan > 0 ? carried(one.dibawaBulan) : due(format.shortDay(one.due))}</span></li>)}</ul>}
      {data.next !== null && <p>{words.next(format.day(data.next.date), data.next.time.replace(":", "."))} <Link to={to(paths.meeting, { id: data.next.id })}>{words.toMeeting}</Link></p>}
      <div className="row">
        <LinkButton isSmall to={paths.meetings}>{words.toMeetings}</LinkButton>
        {leads?.id === unitId && <LinkButton isSmall to={to(paths.tindakLanjut, {}, { lihat: "unit" })}>{words.toPromises}</LinkButton>}
      </div>
    </Card>
  );
}
