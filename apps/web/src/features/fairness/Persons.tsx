import type { FairnessView } from "@teraju/contracts/fairness";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { paths, to } from "../../paths.ts";

/** Ratings far from what colleagues and results lead one to expect, both ways: victims as well as favourites. */
export function Persons({ persons }: Pick<FairnessView, "persons">) {
  const { page: words } = useFairnessCopy();
  const format = useFormat();
  return (
    <Card title={words.persons} sub={words.personsSub}>
      {persons.length === 0 ? <p>{words.personsNone}</p> : (
        <Lines>
          {persons.map(({ person, penilai, n, residual, lists, signalId }) => (
            <Line
              key={person.id} title={<><b>{person.name}</b>. {(residual > 0 ? words.higherThan : words.lowerThan)(format.fixed(Math.abs(residual), 1))}</>}
              sub={`${words.ratedBy(penilai.name, n)} ${[person.unit, ...lists.map((list) => words.list[list])].filter(Boolean).join("; ")}`}
              action={signalId !== null && <LinkButton to={to(paths.signal, { id: signalId })}>{words.open}<span className="visually-hidden"> {person.name}</span></LinkButton>}
            />
          ))}
        </Lines>
      )}
    </Card>
  );
}

/** So many are read; the rest come on a press. */
const FIRST = 20;
/** Suggestions that would be another one without a single source. */
export function Fragile({ fragile }: Pick<FairnessView, "fragile">) {
  const { page: words } = useFairnessCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  type Suggestion = FairnessView["fragile"][number]["suggestion"];
  const [isAll, setAll] = useState(false);
  const nameOf = (suggestion: Suggestion) => (suggestion === null ? words.noSuggestion : vocabulary.ekspektasi[suggestion].toLowerCase());
  return (
    <Card title={words.fragile} sub={words.fragileSub}>
      {fragile.length === 0 ? <p>{words.fragileNone}</p> : (
        <Lines>
          {fragile.slice(0, isAll ? undefined : FIRST).map(({ person, suggestion, without }) => (
            <Line key={person.id} title={<b>{person.name}</b>} sub={[person.unit, ...without.map((one) => words.fragileWords(nameOf(suggestion), words.source[one.source], nameOf(one.suggestion)))].filter(Boolean).join(". ")} />
          ))}
        </Lines>
      )}
      {fragile.length > FIRST && !isAll && <div><Button onClick={() => setAll(true)}>{words.fragileAll(format.number(fragile.length))}</Button></div>}
    </Card>
  );
}
