import { listCapaianOrganisasi, setCapaianOrganisasi } from "@teraju/contracts/capaian-organisasi";
import { readAppraisal, readTeam } from "@teraju/contracts/appraisal";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 } from "uuid";
import { useCopy } from "#copy/copy.tsx";
import { useCapaianOrganisasiCopy } from "#copy/page/capaian-organisasi.ts";
import { Button } from "#ui/light/Button.tsx";
import { ErrorSummary } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, TextInput, Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import type { Unit } from "./unit.ts";
import css from "./capaian-organisasi.module.css";

type Predikat = NonNullable<Unit["capaian"]>["predikat"];
type CapaianFormProps = { unit: Unit["unit"]; capaian: Unit["capaian"]; periodId: string; onDone: () => void };

/** One unit's predikat, its basis and its document. */
export function CapaianForm({ unit, capaian, periodId, onDone }: CapaianFormProps) {
  const words = useCapaianOrganisasiCopy();
  const { vocabulary } = useCopy();
  const [id] = useState(() => capaian?.id ?? v7());
  const [predikat, setPredikat] = useState<Predikat | "">(capaian?.predikat ?? "");
  const [basis, setBasis] = useState(capaian?.basis ?? "");
  const [document, setDocument] = useState(capaian?.document ?? "");
  const [isAsked, setAsked] = useState(false);
  const save = useMutation(apiMutation(setCapaianOrganisasi, { invalidates: [listCapaianOrganisasi, readTeam, readAppraisal] }));
  const field = (name: string) => `${unit.id}-${name}`;
  const faults = [
    ...(predikat === "" ? [{ field: field("predikat"), text: words.predikatMissing }] : []),
    ...(basis.trim().length < 3 ? [{ field: field("basis"), text: words.basisMissing }] : []),
  ];
  const faultOf = (name: string) => (isAsked ? faults.find((one) => one.field === field(name))?.text : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (faults.length > 0 || predikat === "") return;
    save.mutate({ params: { periodId, unitId: unit.id }, body: { id, version: capaian?.version ?? null, predikat, basis, document: document.trim() === "" ? null : document } }, { onSuccess: onDone });
  };
  const known = Object.keys(vocabulary.predikatOrganisasi) as Predikat[];
  return (
    <form className={css["form"]} onSubmit={submit} noValidate aria-label={unit.name}>
      {isAsked && faults.length > 0 && (
        <div className={css["buttons"]}>
          <ErrorSummary faults={faults} />
        </div>
      )}
      <NativeSelect
        id={field("predikat")}
        label={words.predikat}
        error={faultOf("predikat")}
        value={predikat}
        options={[{ value: "", label: words.choosePredikat }, ...known.map((value) => ({ value, label: vocabulary.predikatOrganisasi[value] }))]}
        onChange={(event) => setPredikat(known.find((value) => value === event.target.value) ?? "")}
      />
      <Textarea id={field("basis")} label={words.basis} help={words.basisHelp} error={faultOf("basis")} value={basis} maxLength={2000} onChange={(event) => setBasis(event.target.value)} />
      <TextInput id={field("document")} label={words.document} help={words.documentHelp} isOptional value={document} maxLength={300} onChange={(event) => setDocument(event.target.value)} />
      <div className={`${css["buttons"] ?? ""} row`}>
        <Button kind="primary" type="submit" isBusy={save.isPending}>
          {words.save}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
      <div className={css["buttons"]}>
        <ProblemAlert error={save.error} />
      </div>
    </form>
  );
}
