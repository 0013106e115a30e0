import { editAgenda, type MeetingView, readMeeting } from "@teraju/contracts/evaluation-meeting";
import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation } from "../../api.ts";
import { paths, to } from "../../paths.ts";

/** Too many for one room: the offices below meet first, and here each has one slide. */
export function CascadeCard({ view }: { view: MeetingView }) {
  const { prepare: words } = useMeetingCopy();
  const format = useFormat();
  const edit = useMutation(apiMutation(editAgenda, { invalidates: [readMeeting] }));
  const { cascade, agenda } = view;
  if (cascade === null || (!cascade.isOffered && !agenda.isCascade) || view.status !== "planned") return null;
  const turn = () => edit.mutate({ params: { id: view.id }, body: { version: view.version, isGrouped: agenda.isGrouped, isExceptionsOnly: agenda.isExceptionsOnly, isCascade: !agenda.isCascade, order: [], minutes: [] } });
  return (
    <Card title={words.cascade} kind="info" sub={words.cascadeText(cascade.speakers, cascade.minutes)}>
      <ul className="stack-tight">
        {cascade.units.map(({ unit, people, meeting }) => (
          <li key={unit.id}>{meeting === null ? words.cascadeUnit(unit.name, people) : <Link to={to(paths.meeting, { id: meeting.id })}>{words.cascadeUnit(unit.name, people)}, {format.shortDay(meeting.date)}</Link>}</li>
        ))}
      </ul>
      {view.actions.agenda.length === 0 && <Button isBusy={edit.isPending} onClick={turn}>{agenda.isCascade ? words.cascadeOff : words.cascadeOn}</Button>}
      <ProblemAlert error={edit.error} />
    </Card>
  );
}
