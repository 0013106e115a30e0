import { searchPeople } from "@teraju/contracts/peer-input";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import { Button } from "#ui/light/Button.tsx";
import { Line, Lines } from "#ui/light/Card.tsx";
import { IconPlus, IconX } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { usePaused } from "../../paused.ts";

const PAUSE_MS = 300;
const FEWEST_LETTERS = 3;
export type Someone = { id: string; name: string; jabatan: string | null; unit: string | null };
const placeOf = ({ jabatan, unit }: Someone): string => [jabatan, unit].filter(Boolean).join(", ");

/** Finds people of the whole city by name; those already named are left out. */
export function PersonSearch({ label, taken, onAdd }: { label: string; taken: readonly string[]; onAdd: (person: Someone) => void }) {
  const { person: words } = usePeerInputCopy();
  const [typed, setTyped] = useState("");
  const q = usePaused(typed, PAUSE_MS);
  const isEnough = q.length >= FEWEST_LETTERS;
  // Whom somebody looked for is nobody else's business: the answers leave the memory with the field.
  const found = useQuery({ ...apiQuery(searchPeople, { query: { q } }), enabled: isEnough, placeholderData: keepPreviousData, gcTime: 0 });
  const people = isEnough ? (found.data?.people ?? []).filter(({ id }) => !taken.includes(id)) : [];
  return (
    <div className="stack-tight">
      <TextInput label={<>{words.search} <span className="visually-hidden">{label}</span></>} help={words.searchHelp} type="search" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <ProblemAlert error={found.error} />
      <div role="status">{isEnough && found.isSuccess && !found.isPlaceholderData && people.length === 0 && <p className="quiet">{words.none}</p>}</div>
      {people.length > 0 && (
        <Lines>
          {people.map((one) => (
            <Line
              key={one.id} title={one.name} sub={placeOf(one)}
              action={<Button isSmall icon={IconPlus} aria-label={words.add(one.name)} onClick={() => { onAdd(one); setTyped(""); }} />}
            />
          ))}
        </Lines>
      )}
    </div>
  );
}

type PeopleListProps<P extends Someone> = {
  label: string; help: string; people: readonly P[]; most: number; taken: readonly string[]; isFixed: boolean;
  onAdd: (person: Someone) => void; onRemove: (id: string) => void;
};
/** Up to so many people, each with a way out, and the search for more. */
export function PeopleList<P extends Someone>({ label, help, people, most, taken, isFixed, onAdd, onRemove }: PeopleListProps<P>) {
  const { person: words, choice } = usePeerInputCopy();
  return (
    <section className="stack-tight" aria-label={label}>
      <h2>{label}</h2>
      <p className="quiet">{help}</p>
      {people.length === 0 ? <p>{choice.empty}</p> : (
        <Lines>
          {people.map((one) => (
            <Line
              key={one.id} title={one.name} sub={placeOf(one)}
              action={!isFixed && <Button isSmall icon={IconX} aria-label={words.removeName(one.name)} onClick={() => onRemove(one.id)}>{words.remove}</Button>}
            />
          ))}
        </Lines>
      )}
      {!isFixed && (people.length < most ? <PersonSearch label={label} taken={taken} onAdd={onAdd} /> : <p className="quiet">{words.full(most)}</p>)}
    </section>
  );
}
