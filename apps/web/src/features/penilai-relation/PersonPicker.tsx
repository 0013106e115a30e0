import { findRelationPeople } from "@teraju/contracts/penilai-relation";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { usePenilaiRelationCopy } from "#copy/page/penilai-relation.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { type Person, seat } from "./rows.ts";

const FEWEST = 2;

/** One of the people on a post, by a part of the name. */
export function PersonPicker({ id, error, chosen, onChoose }: { id: string; error: string | undefined; chosen: Person | null; onChoose: (person: Person) => void }) {
  const words = usePenilaiRelationCopy();
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  const { data, error: failed } = useQuery({ ...apiQuery(findRelationPeople, { query: { q } }), enabled: q.length >= FEWEST });
  const people = data?.people ?? [];
  const shown = chosen === null || people.some((one) => one.id === chosen.id) ? people : [chosen, ...people];
  return (
    <>
      <TextInput id={id} type="search" label={words.who} help={words.whoHelp} error={error} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      <div aria-live="polite">
        <ProblemAlert error={failed} />
        {data?.people.length === 0 && <p className="quiet">{words.foundNone}</p>}
        {shown.length > 0 && <RadioGroup label={words.found} value={chosen?.id ?? null} onChange={(one) => { const found = shown.find((person) => person.id === one); if (found) onChoose(found); }} options={shown.map((one) => ({ value: one.id, label: one.name, help: seat(one) }))} />}
      </div>
    </>
  );
}
