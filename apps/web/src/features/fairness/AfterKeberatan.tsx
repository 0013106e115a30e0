import type { FairnessView } from "@teraju/contracts/fairness";
import { useFormat } from "#copy/copy.tsx";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { paths, to } from "../../paths.ts";
import { signed } from "./habit.ts";

/** Ratings by the same penilai after a keberatan, each with its interval: only what is low beyond chance asks for a talk. */
export function AfterKeberatan({ lines }: { lines: NonNullable<FairnessView["afterKeberatan"]> }) {
  const { page: words } = useFairnessCopy();
  const format = useFormat();
  return (
    <Card title={words.after} sub={words.afterSub}>
      {lines.length === 0 ? <p>{words.afterNone}</p> : (
        <Lines>
          {lines.map(({ person, penilai, n, residual, isLow, signalId }) => (
            <Line
              key={person.id} title={<><b>{person.name}</b> <span className="small quiet">{words.ratedBy(penilai.name, n)}</span></>}
              sub={`${words.afterFigure(signed(residual.value, format), signed(residual.low, format), signed(residual.high, format))} ${isLow ? words.afterLow : words.afterUsual}`}
              action={signalId !== null && <LinkButton to={to(paths.signal, { id: signalId })}>{words.needsTalk}<span className="visually-hidden"> {person.name}</span></LinkButton>}
            />
          ))}
        </Lines>
      )}
    </Card>
  );
}
