import type { OrgStep } from "@teraju/contracts/organisation";
import { type FormEvent, type ReactNode, useState } from "react";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import type { Kept } from "./draft.ts";
import type { DrawnUnit, Unit } from "./units.ts";
import css from "./organisation.module.css";

export type FormProps = { unit: DrawnUnit; units: readonly DrawnUnit[]; posts: Unit["posts"]; steps: readonly OrgStep[]; on: string; onAdd: (made: readonly Kept[]) => void; onCancel: () => void };

/** `made` gives the steps, or null while something is missing: that is said once it was tried. */
export function StepFrame({ made, onAdd, onCancel, children }: { made: () => readonly Kept[] | null; onAdd: FormProps["onAdd"]; onCancel: () => void; children: ReactNode }) {
  const words = useOrganisationCopy();
  const [isMissing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const steps = made();
    setMissing(steps === null);
    if (steps !== null) onAdd(steps);
  };
  return (
    <form className={css["fields"]} onSubmit={send}>
      {children}
      {isMissing && <Alert kind="error" isLive><p>{words.missing}</p></Alert>}
      <div className="row"><Button type="submit" kind="primary">{words.add}</Button><Button onClick={onCancel}>{words.cancel}</Button></div>
    </form>
  );
}

export const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
export type Kind = DrawnUnit["kind"];
export const TOP = ["opd", "kecamatan"] as const satisfies readonly Kind[];
const BELOW = ["bidang", "subbagian", "upt", "puskesmas", "sekolah"] as const satisfies readonly Kind[];
/** Directly below the city lie perangkat daerah, and they lie nowhere else. */
export const kindsUnder = (parent: DrawnUnit | undefined): readonly Kind[] => (parent?.kind === "kota" ? TOP : BELOW);

export function KindSelect({ kinds, value, onChange }: { kinds: readonly Kind[]; value: Kind; onChange: (kind: Kind) => void }) {
  const words = useOrganisationCopy();
  return <NativeSelect label={words.kind} value={value} onChange={(event) => onChange(kinds.find((kind) => kind === event.target.value) ?? value)} options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />;
}
