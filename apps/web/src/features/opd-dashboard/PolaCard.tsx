import { readUnitPola } from "@teraju/contracts/pola-explanation";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { usePolaExplanationCopy } from "#copy/page/pola-explanation.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { POLA_TONE, polaState } from "../../pola-state.ts";
import css from "./opd-dashboard.module.css";

/** So many periods: a year with its quarters, and the one before it. */
const SHOWN = 6;

/** The perangkat daerah's periods beside their pola, and which of them still want words. */
export function PolaCard({ unitId }: { unitId: string }) {
  const { card: words, status } = usePolaExplanationCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const { periods } = useSuspenseQuery(apiQuery(readUnitPola, { params: { unitId } })).data;
  const owed = periods.filter(({ isOwed }) => isOwed);
  // What is owed is shown however long ago it was.
  const shown = periods.filter((one, at) => at < SHOWN || one.isOwed);
  return (
    <Card title={words.title(owed.length)} sub={words.sub}>
      <ul className={css["pola"]}>
        {shown.map((line) => {
          const state = polaState(line);
          const name = nameOf(line.period);
          return (
            <li key={line.period.id}>
              <span><b>{name}</b> <span className="small quiet">{words.people(format.number(line.final))}</span></span>
              <Badge kind={POLA_TONE[state]}>{status[state]}</Badge>
              {state !== "unknown" && <Link to={to(paths.polaExplanation, { unit: unitId, periode: line.period.id })} aria-label={(state === "owed" ? words.writeOf : words.openOf)(name)}>{state === "owed" ? words.write : words.open}</Link>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
