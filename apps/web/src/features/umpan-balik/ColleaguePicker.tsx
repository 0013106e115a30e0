import { listColleagues } from "@teraju/contracts/umpan-balik";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useUmpanBalikCopy } from "#copy/page/umpan-balik.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { usePaused } from "../../paused.ts";
import css from "./umpan-balik.module.css";

export type Chosen = { id: string; name: string };
type PickerProps = { value: Chosen | null; onChange: (person: Chosen) => void; error: string | null };

/** One person, by name: superiors first, then bawahan, then colleagues. */
export function ColleaguePicker({ value, onChange, error }: PickerProps) {
  const words = useUmpanBalikCopy();
  const [typed, setTyped] = useState("");
  const q = usePaused(typed);
  const found = useQuery({ ...apiQuery(listColleagues, { query: q === "" ? {} : { q } }), placeholderData: keepPreviousData });
  const people = found.data?.people ?? [];
  const options = people.map((p) => ({ value: p.id, label: p.name, help: `${words.relation[p.relation]}. ${[p.jabatan, p.unit].filter(Boolean).join(", ")}` }));
  // Who was chosen stays in sight, also when the search goes on to other names.
  const shown = value === null || people.some((p) => p.id === value.id) ? options : [{ value: value.id, label: value.name, help: undefined }, ...options];
  return (
    <div className="stack-tight">
      <TextInput label={words.whom} help={words.whomHelp} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      <ProblemAlert error={found.error} />
      {shown.length > 0 ? (
        <div className={css["people"]}>
          <RadioGroup
            label={<span className="visually-hidden">{words.whom}</span>} error={error} value={value?.id ?? null} options={shown}
            onChange={(id) => onChange({ id, name: shown.find((one) => one.value === id)?.label ?? "" })}
          />
        </div>
      ) : (
        found.isSuccess && <p className="quiet" role="status">{words.nobody}</p>
      )}
    </div>
  );
}
