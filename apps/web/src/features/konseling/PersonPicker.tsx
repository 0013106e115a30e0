import { findKonselor } from "@teraju/contracts/konseling";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useKonselingCopy } from "#copy/page/konseling.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { usePaused } from "../../paused.ts";
import css from "./konseling.module.css";

export type Chosen = { id: string; name: string; jabatan: string | null; unit: string | null };
const LETTERS = 2;

/** One person of the city, by a part of the name. */
export function PersonPicker({ label, value, onChange }: { label: string; value: Chosen | null; onChange: (person: Chosen) => void }) {
  const words = useKonselingCopy();
  const [typed, setTyped] = useState("");
  const q = usePaused(typed);
  const found = useQuery({ ...apiQuery(findKonselor, { query: { q } }), enabled: q.length >= LETTERS, placeholderData: keepPreviousData });
  const people = found.data?.people ?? [];
  // Who was chosen stays in sight, also when the search goes on to other names.
  const shown = value === null || people.some(({ id }) => id === value.id) ? people : [value, ...people];
  return (
    <div className="stack-tight">
      <TextInput label={label} help={words.chooseHelp} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      <ProblemAlert error={found.error} />
      {shown.length > 0 && (
        <div className={css["found"]}>
          <RadioGroup
            label={<span className="visually-hidden">{label}</span>} value={value?.id ?? null} options={shown.map((one) => ({ value: one.id, label: one.name, help: [one.jabatan, one.unit].filter(Boolean).join(", ") }))}
            onChange={(id) => { const person = shown.find((one) => one.id === id); if (person !== undefined) onChange(person); }}
          />
        </div>
      )}
      {found.isSuccess && people.length === 0 && q.length >= LETTERS && <p className="quiet" role="status">{words.nobodyFound}</p>}
    </div>
  );
}
