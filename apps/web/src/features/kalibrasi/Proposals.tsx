import type { KalibrasiView, ProposalView } from "@teraju/contracts/kalibrasi";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";
import { Card } from "#ui/light/Card.tsx";
import css from "./kalibrasi.module.css";
import { useRatedWords } from "./words.ts";

/** Author, reason, before and after, and what became of it. */
export function ProposalFacts({ proposal: { by, on, reason, before, after, penilai, answer, outcome } }: { proposal: ProposalView }) {
  const { proposals: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const rated = useRatedWords();
  return (
    <>
      <p className="small quiet">{words.by(by, format.date(on))}</p>
      <p><b>{words.change(rated(before), rated(after))}</b></p>
      <p className={css["quote"]}>{reason}</p>
      {answer === null ? <p className="quiet">{words.waits(penilai)}</p> : (
        <>
          <p>{words.answered(words.answer[answer.answer], penilai, format.date(answer.on))}</p>
          <p className={css["quote"]}>{answer.words}</p>
          {answer.answer === "diterima" && <p className="quiet">{outcome === null ? words.noOutcome : words.outcome(vocabulary.predikat[outcome.predikat], format.date(outcome.on))}</p>}
        </>
      )}
    </>
  );
}

/** What was proposed, and every other change since the meeting was opened. */
export function Proposals({ view: { proposals, changes, cases } }: { view: KalibrasiView }) {
  const words = useKalibrasiCopy();
  const format = useFormat();
  const rated = useRatedWords();
  const numberOf = (id: string) => cases.find((one) => one.appraisalId === id)?.number;
  return (
    <>
      <Card title={words.proposals.title}>
        {proposals.length === 0 ? <p>{words.proposals.none}</p> : (
          <ul className={css["proposals"]}>
            {proposals.map((one) => { const number = numberOf(one.appraisalId); return <li key={one.id}>{number !== undefined && <p><b>{words.case.name(number)}</b></p>}<ProposalFacts proposal={one} /></li>; })}
          </ul>
        )}
      </Card>
      <Card title={words.proposals.changes} sub={words.proposals.changesSub}>
        {changes.length === 0 ? <p>{words.proposals.changesNone}</p> : (
          <ul className={css["proposals"]}>
            {changes.map((one) => (
              <li key={one.appraisalId}>
                <p><b>{one.number === null ? words.proposals.outsideAgenda : words.case.name(one.number)}</b> <span className="small quiet">{words.proposals.changedBy(one.by, format.moment(one.at))}</span></p>
                <p>{words.proposals.change(rated(one.before), rated(one.after))}</p>
                <p className={css["quote"]}>{one.reason ?? words.proposals.noReason}</p>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
