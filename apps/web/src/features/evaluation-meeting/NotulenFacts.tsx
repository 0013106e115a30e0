import type { NotulenView } from "@teraju/contracts/notulen";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Card } from "#ui/light/Card.tsx";
import { ATTENDANCE } from "./attendance.ts";
import css from "./notulen.module.css";

/** Number, day, place, who was there, what was decided: as it is printed. */
export function NotulenFacts({ view }: { view: NotulenView }) {
  const { notulen: words, attendance: states, slide } = useMeetingCopy();
  const format = useFormat();
  const time = view.startedAt !== null && view.finishedAt !== null ? words.timeRange(format.time(view.startedAt), format.time(view.finishedAt)) : null;
  const facts: [string, string | null][] = [
    [words.number, view.letterNumber ?? view.number], [words.date, `${format.day(view.date)} ${view.date.slice(0, 4)}`], [words.time, time], [words.place, view.place], [words.leader, view.leader.name], [words.secretary, view.secretary?.name ?? null],
  ];
  return (
    <>
      <Card>
        <dl className={css["facts"]}>{facts.map(([label, value]) => value !== null && <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
        <p><b>{words.attendance}:</b> {format.list(ATTENDANCE.filter((state) => (view.counts[state] ?? 0) > 0).map((state) => words.count(states[state], view.counts[state] ?? 0)))}</p>
        <details className={css["more"]}>
          <summary>{words.names}</summary>
          <ul>{view.attendance.map(({ person, attendance }) => <li key={person.id}>{person.name}<span className="quiet">, {states[attendance].toLowerCase()}</span></li>)}</ul>
        </details>
      </Card>
      <Card title={words.decisions}>
        {view.decisions.length === 0 && <p className="quiet">{words.noDecisions}</p>}
        <ol className={css["decisions"]}>{view.decisions.map((d) => <li key={d.id}><b>{d.text}</b><br /><span className="quiet small">{slide.promiseSub(d.owner, format.shortDay(d.due))}{d.about !== null && d.about !== d.owner && ` (${d.about})`}</span></li>)}</ol>
      </Card>
      {view.promises.length > 0 && (
        <Card title={words.promises}>
          <ul className={css["decisions"]}>{view.promises.map((p) => <li key={p.id}>{p.text}<br /><span className="quiet small">{slide.promiseSub(p.owner, format.shortDay(p.due))}, {slide.state[p.state as keyof typeof slide.state] ?? p.state}{p.dibawaBulan > 0 && `, ${slide.carried(p.dibawaBulan)}`}</span></li>)}</ul>
        </Card>
      )}
    </>
  );
}
