import { type AbsenceView, listAbsences, setAbsence } from "@teraju/contracts/month-state";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 } from "uuid";
import { useMonthStateCopy } from "#copy/page/month-state.ts";
import { Button } from "#ui/light/Button.tsx";
import { ErrorSummary, faultOf, type FieldFault } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";

type Kind = AbsenceView["kind"];
const KINDS = ["cuti", "tugas_belajar", "diberhentikan_sementara", "masa_persiapan_pensiun"] as const satisfies readonly Kind[];
const CUTI = ["tahunan", "besar", "sakit", "melahirkan", "alasan_penting", "bersama", "cltn"] as const satisfies readonly NonNullable<AbsenceView["cuti"]>[];
const EMPTY = { firstDay: "", lastDay: "", note: "", letterNumber: "", letterDate: "" };
/** These rest on a keputusan, whose number and date are asked: while they last there is no SKP. */
const needsLetter = (kind: Kind, cuti: string): boolean => kind === "diberhentikan_sementara" || kind === "masa_persiapan_pensiun" || (kind === "cuti" && cuti === "cltn");

/** Kind, first and last day, a remark. Each marking has its own id, so that sending it twice marks it once. */
export function AbsenceForm({ personId }: { personId: string }) {
  const copy = useMonthStateCopy();
  const [id, setId] = useState(() => v7());
  const [kind, setKind] = useState<Kind>("cuti");
  const [cuti, setCuti] = useState("");
  const [input, setInput] = useState(EMPTY);
  // As they were at the press: the summary takes the focus when it changes.
  const [shown, setShown] = useState<readonly FieldFault[]>([]);
  const save = useMutation(apiMutation(setAbsence, { invalidates: [listAbsences] }));
  const { firstDay, lastDay, note, letterNumber, letterDate } = input;
  const isLetterNeeded = needsLetter(kind, cuti);
  const [number, hasLetter] = [letterNumber.trim(), letterNumber.trim() !== "" || letterDate !== ""];
  const faults = [
    ...(firstDay === "" ? [{ field: "first-day", text: copy.firstDayMissing }] : []),
    ...(firstDay !== "" && lastDay !== "" && lastDay < firstDay ? [{ field: "last-day", text: copy.lastDayEarly }] : []),
    ...((isLetterNeeded || hasLetter) && number === "" ? [{ field: "letter-number", text: copy.letterNumberMissing }] : []),
    ...((isLetterNeeded || hasLetter) && letterDate === "" ? [{ field: "letter-date", text: copy.letterDateMissing }] : []),
  ];
  const change = (part: Partial<typeof EMPTY>) => setInput({ ...input, ...part });
  const done = () => {
    setId(v7());
    setInput(EMPTY);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShown(faults);
    if (faults.length > 0) return;
    save.mutate({ body: { id, personId, kind, cuti: kind === "cuti" ? (CUTI.find((one) => one === cuti) ?? null) : null, firstDay, lastDay: lastDay === "" ? null : lastDay, note: note.trim() === "" ? null : note.trim(), surat: number === "" ? null : { nomor: number, tanggal: letterDate } } }, { onSuccess: done });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary faults={shown} />
      <RadioGroup label={copy.kind} value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: copy.kinds[value] }))} />
      {kind === "cuti" && <NativeSelect label={copy.cuti} isOptional value={cuti} onChange={(event) => setCuti(event.target.value)} options={[{ value: "", label: copy.cutiNone }, ...CUTI.map((value) => ({ value, label: copy.cutis[value] }))]} />}
      <TextInput id="first-day" type="date" label={copy.firstDay} error={faultOf(shown, "first-day")} value={firstDay} onChange={(event) => change({ firstDay: event.target.value })} />
      <TextInput id="last-day" type="date" label={copy.lastDay} help={copy.lastDayHelp} isOptional min={firstDay} error={faultOf(shown, "last-day")} value={lastDay} onChange={(event) => change({ lastDay: event.target.value })} />
      <TextInput id="letter-number" label={copy.letterNumber} help={isLetterNeeded ? copy.letterHelp : undefined} isOptional={!isLetterNeeded} maxLength={100} error={faultOf(shown, "letter-number")} value={letterNumber} onChange={(event) => change({ letterNumber: event.target.value })} />
      <TextInput id="letter-date" type="date" label={copy.letterDate} isOptional={!isLetterNeeded} error={faultOf(shown, "letter-date")} value={letterDate} onChange={(event) => change({ letterDate: event.target.value })} />
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
