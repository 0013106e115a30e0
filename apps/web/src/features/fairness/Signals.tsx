import type { FairnessView } from "@teraju/contracts/fairness";
import { useFormat } from "#copy/copy.tsx";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { paths, to } from "../../paths.ts";
import { signed } from "./habit.ts";

const TONE = { open: "attention", answered: "info", closed: "plain" } as const;

/** What needs a talk; each opens on a page of its own, and who opens it is logged. */
export function SignalList({ signals }: Pick<FairnessView, "signals">) {
  const words = useFairnessCopy();
  const format = useFormat();
  return (
    <Card title={words.page.signals} sub={signals.length > 0 ? words.page.openHelp : undefined}>
      {signals.length === 0 ? <p>{words.page.signalsNone}</p> : (
        <Lines>
          {signals.map(({ id, kind, status, raisedOn, expiresOn }) => (
            <Line
              key={id} title={<>{words.kind[kind]} <Badge kind={TONE[status]}>{words.status[status]}</Badge></>} sub={words.page.raised(format.date(raisedOn), format.date(expiresOn))}
              action={<LinkButton to={to(paths.signal, { id })}>{words.page.open}<span className="visually-hidden"> {words.kind[kind]}</span></LinkButton>}
            />
          ))}
        </Lines>
      )}
    </Card>
  );
}

/** Declared relations as a group: the only way in which they can be tested with power. */
export function Declared({ declared: { pairs, least, mean, reason, signalId } }: Pick<FairnessView, "declared">) {
  const words = useFairnessCopy();
  const format = useFormat();
  const said = reason === "too_few" || mean === null ? (reason === null || reason === "too_few" ? words.page.declaredFew(pairs, least) : words.notShown[reason]) : words.page.declaredWords(pairs, signed(mean.value, format), signed(mean.low, format), signed(mean.high, format));
  return (
    <Card title={words.page.declared} sub={words.page.declaredSub}>
      <p>{said}</p>
      {signalId !== null && <div><LinkButton to={to(paths.signal, { id: signalId })}>{words.page.needsTalk}</LinkButton></div>}
    </Card>
  );
}

/** The tally of signals that people found right. */
export function Tally({ tally: { judged, founded, foundedPercent, threshold } }: Pick<FairnessView, "tally">) {
  const { page: words } = useFairnessCopy();
  const format = useFormat();
  return (
    <Card title={words.tally}>
      <p>
        {foundedPercent === null ? words.tallyNone : words.tallyWords(format.number(founded), format.number(judged), format.percent(foundedPercent))} {foundedPercent !== null && foundedPercent < threshold && words.tallyLow(format.percent(threshold))}
      </p>
    </Card>
  );
}
