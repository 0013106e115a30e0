import { type AbsenceView, listAbsences, setAbsence } from "@teraju/contracts/month-state";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 } from "uuid";
import { useMonthStateCopy } from "#copy/page/month-state.ts";
import { Button } from "#ui/light/Button.tsx";
import { ErrorSummary, faultOf } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";

type Kind = AbsenceView["kind"];
const KINDS = ["cuti", "tugas_belajar", "diberhentikan_sementara", "masa_persiapan_pensiun"] as const satisfies readonly Kind[];
const CUTI = ["tahunan", "besar", "sakit", "melahirkan", "alasan_penting", "bersama", "cltn"] as const satisfies readonly NonNullable<AbsenceView["cuti"]>[];
const EMPTY = { firstDay: "", lastDay: "", note: "" };

/** Kind, first and last day, a remark. Each marking has its own id, so that sending it twice marks it once. */
export function AbsenceForm({ personId }: { personId: string }) {
  const copy = useMonthStateCopy();
  const [id, setId] = useState(() => v7());
  const [kind, setKind] = useState<Kind>("cuti");
  const [cuti, setCuti] = useState("");
  const [input, setInput] = useState(EMPTY);
  const [isAsked, setAsked] = useState(false);
  const save = useMutation(apiMutation(setAbsence, { invalidates: [listAbsences] }));
  const { firstDay, lastDay, note } = input;
  const faults = [
    ...(firstDay === "" ? [{ field: "first-day", text: copy.firstDayMissing }] : []),
    ...(firstDay !== "" && lastDay !== "" && lastDay < firstDay ? [{ field: "last-day", text: copy.lastDayEarly }] : []),
  ];
  const shown = isAsked ? faults : [];
  const change = (part: Partial<typeof EMPTY>) => setInput({ ...input, ...part });
  const done = () => {
    setId(v7());
    setInput(EMPTY);
    setAsked(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (faults.length > 0) return;
    save.mutate({ body: { id, personId, kind, cuti: kind === "cuti" ? (CUTI.find((one) => one === cuti) ?? null) : null, firstDay, lastDay: lastDay === "" ? null : lastDay, note: note.trim() === "" ? null : note.trim() } }, { onSuccess: done });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary faults={shown} />
      <RadioGroup label={copy.kind} value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: copy.kinds[value] }))} />
      {kind === "cuti" && <NativeSelect label={copy.cuti} isOptional value={cuti} onChange={(event) => setCuti(event.target.value)} options={[{ value: "", label: copy.cutiNone }, ...CUTI.map((value) => ({ value, label: copy.cutis[value] }))]} />}
      <TextInput id="first-day" type="date" label={copy.firstDay} error={faultOf(shown, "first-day")} value={firstDay} onChange={(event) => change({ firstDay: event.target.value })} />
      <TextInput id="last-day" type="date" label={copy.lastDay} help={copy.lastDayHelp} isOptional min={firstDay} error={faultOf(shown, "last-day")} value={lastDay} onChange={(event) => change({ lastDay: event.target.value })} />
      <TextInput label={copy.note} help={copy.noteHelp} isOptional maxLength={500} value={note} onChange={(event) => change({ note: event.target.value })} />
      <div className="row">
        <Button kind="primary" type="submit" isBusy={save.isPending}>
          {copy.save}
        </Button>
        <span role="status" className="quiet">{save.isSuccess && firstDay === "" && copy.saved}</span>
      </div>
      <ProblemAlert error={save.error} />
    </form>
  );
}
