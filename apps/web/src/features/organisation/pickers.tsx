import { findOrganisationPeople } from "@teraju/contracts/organisation";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { usePaused } from "../../paused.ts";
import { type DrawnUnit, pickable, trails } from "./units.ts";

const SHOWN = 8;

type UnitPickerProps = { label: string; units: readonly DrawnUnit[]; /** The whole tree: it says where a unit stands. */ all: readonly DrawnUnit[]; value: string | null; onChange: (unitId: string) => void };
/** One of many units: a part of its name, then one of the first that match. */
export function UnitPicker({ label, units, all, value, onChange }: UnitPickerProps) {
  const words = useOrganisationCopy();
  const [typed, setTyped] = useState("");
  const trail = trails(all);
  const listed = [...units.filter(({ unitId }) => unitId === value), ...pickable(units, typed).filter(({ unitId }) => unitId !== value)].slice(0, SHOWN);
  const options = listed.map(({ unitId, name }) => ({ value: unitId, label: name, help: trail(unitId).join(", ") }));
  return (
    <>
      <TextInput type="search" label={label} help={words.targetHelp} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      {options.length > 0 ? <RadioGroup label={words.matching} value={value} onChange={onChange} options={options} /> : typed !== "" && <p className="quiet">{words.noTarget}</p>}
    </>
  );
}

export type Someone = { id: string; name: string };
/** One of the city's people, by a part of the name or NIP. */
export function PersonPicker({ on, value, onChange }: { on: string; value: Someone | null; onChange: (person: Someone) => void }) {
  const words = useOrganisationCopy();
  const [typed, setTyped] = useState("");
  const q = usePaused(typed);
  const { data } = useQuery({ ...apiQuery(findOrganisationPeople, { query: { q, on } }), enabled: q.length >= 2, placeholderData: keepPreviousData });
  const people = q.length < 2 ? [] : (data?.people ?? []);
  const options = people.slice(0, SHOWN).map(({ id, name, jabatan, unit }) => ({ value: id, label: name, help: [jabatan, unit].filter(Boolean).join(", ") || words.fromNowhere }));
  const choose = (id: string) => { const person = people.find((one) => one.id === id); if (person !== undefined) onChange(person); };
  return (
    <>
      <TextInput type="search" label={words.person} help={words.personHelp} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      {options.length > 0 ? <RadioGroup label={words.matchingPeople} value={value?.id ?? null} onChange={choose} options={options} /> : q.length >= 2 && data !== undefined && <p className="quiet">{words.noPerson}</p>}
    </>
  );
}
