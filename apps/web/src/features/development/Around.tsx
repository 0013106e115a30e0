import type { PlanView } from "@teraju/contracts/development";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { classes } from "#ui/styles/classes.ts";
import css from "./development.module.css";

type CurveView = NonNullable<PlanView["curve"]>;
type Behaviour = NonNullable<PlanView["behaviour"]>;
const HIGH = 80;

/** What figures say around a help that was carried out: of what it aims at, before and after, and never as a proof of one person. */
export function Around({ plan: { curve, behaviour, perilaku } }: { plan: PlanView }) {
  return <>{behaviour !== null && perilaku !== null && <BehaviourSeen behaviour={behaviour} perilaku={perilaku} />}{curve !== null && <Curve curve={curve} />}</>;
}

/** The months as bars with their figures, a line for matched colleagues, and what the later mean would be without any effect. */
function Curve({ curve }: { curve: CurveView }) {
  const words = useDevelopmentCopy();
  const format = useFormat();
  const rounded = (value: number) => format.number(Math.round(value));
  const most = Math.max(100, ...curve.months.flatMap(({ capaian, colleagues }) => [capaian ?? 0, colleagues ?? 0]));
  const heightOf = (value: number) => `${(value / most) * HIGH}px`;
  const later = curve.months.filter(({ month, colleagues }) => month > curve.doneMonth && colleagues !== null).slice(0, 3).flatMap(({ colleagues }) => colleagues ?? []);
  const facts = [
    [words.curveWhat.before, curve.before], [words.curveWhat.after, curve.after], [words.curveWhat.expected, curve.expected], [words.curveWhat.colleagues, later.length === 0 ? null : later.reduce((sum, one) => sum + one, 0) / later.length],
  ] as const;
  return (
    <section className="stack-tight" aria-label={words.curveOf[curve.of]}>
      <h3>{words.curveOf[curve.of]}</h3>
      <ul className={css["bars"]}>
        {curve.months.map(({ month, capaian, colleagues }) => (
          <li key={month}>
            <span>{capaian === null ? "–" : rounded(capaian)}</span>
            <span className={css["column"]} aria-hidden>
              <span className={classes(css["bar"], month === curve.doneMonth && css["mid"])} style={{ height: heightOf(capaian ?? 0) }} />
              {colleagues !== null && <span className={css["peers"]} style={{ bottom: heightOf(colleagues) }} />}
            </span>
            <span>{format.shortMonth(month)}</span>
          </li>
        ))}
      </ul>
      <dl className={css["facts"]}>{facts.map(([name, value]) => value !== null && <div key={name}><dt>{name}</dt><dd>{rounded(value)}</dd></div>)}</dl>
      <p className="quiet small">{[words.curveMean, curve.similar > 0 ? words.curveColleagues(curve.similar) : null, curve.expected === null ? words.curveUnknown[curve.of] : null].filter(Boolean).join(" ")}</p>
    </section>
  );
}

/** The perilaku before and after: opened ratings, and results of colleagues as they were released. */
function BehaviourSeen({ behaviour: { ratings, peers }, perilaku }: { behaviour: Behaviour; perilaku: NonNullable<PlanView["perilaku"]> }) {
  const words = useDevelopmentCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const figure = ({ from, to }: { from: number; to: number }) => (from === to ? format.number(from) : words.figureBand(format.number(from), format.number(to)));
  const seen = (isAfter: boolean): (readonly [string, string])[] => {
    const rated = ratings.filter((one) => one.isAfter === isAfter).map(({ rating, from, until }) => words.ratedIn(vocabulary.ekspektasi[rating], format.monthYear(from), format.monthYear(until)));
    const heard = peers.filter((one) => one.isAfter === isAfter).flatMap(({ groups, semester, year }) => groups.map(({ group, mean }) => [words.behaviourWho[group], words.heardIn(figure(mean), semester, year)] as const));
    return [...rated.map((text) => [words.behaviourWho.penilai, text] as const), ...heard];
  };
  return (
    <section className="stack-tight" aria-label={words.behaviour(vocabulary.perilaku[perilaku])}>
      <h3>{words.behaviour(vocabulary.perilaku[perilaku])}</h3>
      <div className={css["when"]}>
        {([false, true] as const).map((isAfter) => (
          <div key={String(isAfter)}>
            <h4>{words.behaviourWhen[isAfter ? "after" : "before"]}</h4>
            {seen(isAfter).length === 0 ? <p className="quiet">{words.behaviourNone}</p> : <dl className={css["seen"]}>{seen(isAfter).map(([who, text]) => <div key={`${who}${text}`}><dt>{who}</dt><dd>{text}</dd></div>)}</dl>}
          </div>
        ))}
      </div>
      <p className="quiet small">{words.behaviourNote}</p>
    </section>
  );
}
