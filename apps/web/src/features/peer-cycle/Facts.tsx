import type { PeerCycleView } from "@teraju/contracts/peer-input";
import { useFormat } from "#copy/copy.tsx";
import { usePeerCycleCopy } from "#copy/page/peer-cycle.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { CopyButton } from "#ui/work/CopyButton.tsx";
import { OfCycle } from "./OfCycle.tsx";
import css from "./peer-cycle.module.css";

/** What is published of a cycle: rules, fingerprints, and totals of the whole city. */
export function Facts({ cycle }: { cycle: PeerCycleView }) {
  const words = usePeerCycleCopy();
  const format = useFormat();
  const { parameters: p } = cycle;
  return (
    <Card title={<>{words.facts}<OfCycle cycle={cycle} /></>}>
      <dl className={css["facts"]}>
        <div><dt>{words.answers}</dt><dd>{words.span(format.date(cycle.answersFrom), format.date(cycle.answersUntil))}</dd></div>
        <div><dt>{words.keyHash}</dt><dd><code>{cycle.keyHash}</code><CopyButton text={cycle.keyHash} label={words.copyHash} /></dd></div>
        <div>
          <dt>{words.parameters}</dt>
          <dd><ul>{[words.perPerson(p.perOrang, p.lintasUnit), words.bawahan(p.bawahan, p.minBawahan), words.least(p.minJawaban), words.weight(format.percent(p.bobot * 100))].map((line) => <li key={line}>{line}</li>)}</ul></dd>
        </div>
        <div><dt>{words.drawTitle}</dt><dd>{cycle.draw === null ? words.drawNone : <Draw cycle={cycle} draw={cycle.draw} />}</dd></div>
        {cycle.sealed !== null && <div><dt>{words.steps.sealed}</dt><dd>{words.sealed(format.date(cycle.sealed.on), format.number(cycle.sealed.answers))}</dd></div>}
        {cycle.released !== null && (
          <div>
            <dt>{words.steps.released}</dt>
            <dd>
              <p>{words.released(format.date(cycle.released.on))}</p>
              <ul>
                <li>{words.shown}: <b>{format.number(cycle.released.shown)}</b></li>
                <li>{words.merged}: <b>{format.number(cycle.released.merged)}</b></li>
                <li>{words.notShown}: <b>{format.number(cycle.released.none)}</b></li>
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

function Draw({ cycle: { status, progress }, draw }: { cycle: PeerCycleView; draw: NonNullable<PeerCycleView["draw"]> }) {
  const words = usePeerCycleCopy();
  const format = useFormat();
  const aloud = (count: number | null): string => (count === null ? words.few : format.number(count));
  return (
    <div className="stack-tight">
      <p>{words.drawn(format.date(draw.on), format.number(draw.people), format.number(draw.forms))} {words.cross(format.percent(draw.crossPercent))}</p>
      {draw.components === 1 ? <p>{words.linked}</p> : <Alert kind="attention">{words.notLinked(draw.components)}</Alert>}
      {draw.shortfall > 0 && <p>{words.shortfall(format.number(draw.shortfall))}</p>}
      {draw.replaced !== 0 && <p>{words.replaced(aloud(draw.replaced))} {words.moved(aloud(draw.left), aloud(draw.joined))}</p>}
      {status === "answering" && (
        <p>{progress === null ? words.progressNone : words.progress(format.percent(progress.sentPercent), format.number(progress.forms), format.date(progress.asOf))} <span className="quiet">{words.progressHelp}</span></p>
      )}
      <p className="small quiet">{words.root}: <code>{draw.root}</code></p>
    </div>
  );
}
