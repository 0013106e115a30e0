import { type KeberatanView, readKeberatan, recordKeberatanHearing } from "@teraju/contracts/keberatan";
import { useMutation } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { v7 } from "uuid";
import { useKeberatanHearingCopy } from "#copy/page/keberatan-hearing.ts";
import { Button } from "#ui/light/Button.tsx";
import { ErrorSummary, type FieldFault, faultOf } from "#ui/light/ErrorSummary.tsx";
import { FieldError } from "#ui/light/Field.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";
import { useKeptWords } from "./useKeptWords.ts";

/** It keeps the id of the minutes, so that trying again makes no second ones. */
type Draft = { hearingId: string; on: string; place: string; isOwnerPresent: boolean; isPenilaiPresent: boolean; others: string; said: string };

/** The atasan writes down a hearing and signs it; what is typed stays on this device until it is sent. */
export function HearingForm({ shown: { id, version, pegawai, penilai, filedOn, alasanMin } }: { shown: KeberatanView }) {
  const words = useKeberatanHearingCopy();
  const { today } = useSession();
  const [empty] = useState((): Draft => ({ hearingId: v7(), on: today, place: "", isOwnerPresent: false, isPenilaiPresent: false, others: "", said: "" }));
  const { value: draft, change, forget } = useKeptWords<Draft>(`hearing:${id}`, empty);
  const [isOpen, setOpen] = useState(false);
  // As they were when it was last pressed: a summary that changed with each letter would take the focus from who types.
  const [shownFaults, setShownFaults] = useState<readonly FieldFault[]>([]);
  const send = useMutation({
    ...apiMutation(recordKeberatanHearing, { invalidates: [readKeberatan] }),
    onSuccess: () => {
      change({ ...empty, hearingId: v7() });
      forget();
      setOpen(false);
    },
  });
  if (!isOpen) return <div className="stack-tight"><p className="quiet">{words.recordHelp}</p><div><Button onClick={() => setOpen(true)}>{words.record}</Button></div></div>;
  const { on, place, isOwnerPresent, isPenilaiPresent, others, said } = draft;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const faults: FieldFault[] = [
      ...(place.trim() === "" ? [{ field: "tempat", text: words.placeMissing }] : []),
      ...(isOwnerPresent || isPenilaiPresent ? [] : [{ field: "hadir", text: words.nobody }]),
      ...(said.trim().length < alasanMin ? [{ field: "dikatakan", text: words.tooShort(alasanMin) }] : []),
    ];
    setShownFaults(faults);
    if (faults.length > 0) return;
    send.mutate({ params: { id }, body: { version, hearingId: draft.hearingId, on, place: place.trim(), isOwnerPresent, isPenilaiPresent, others: others.trim() || null, said: said.trim() } });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate aria-label={words.record}>
      <ErrorSummary faults={shownFaults} />
      <TextInput type="date" label={words.day} min={filedOn} max={today} value={on} onChange={(event) => change({ on: event.target.value })} />
      <TextInput id="tempat" label={words.place} error={faultOf(shownFaults, "tempat")} value={place} maxLength={200} onChange={(event) => change({ place: event.target.value })} />
      <fieldset className="stack-tight">
        <legend><b>{words.present}</b></legend>
        {faultOf(shownFaults, "hadir") != null && <FieldError>{faultOf(shownFaults, "hadir")}</FieldError>}
        <Checkbox id="hadir" label={words.owner(pegawai.name)} checked={isOwnerPresent} onChange={(event) => change({ isOwnerPresent: event.target.checked })} />
        <Checkbox label={words.penilai(penilai.name)} checked={isPenilaiPresent} onChange={(event) => change({ isPenilaiPresent: event.target.checked })} />
      </fieldset>
      <TextInput label={words.othersLabel} isOptional value={others} maxLength={500} onChange={(event) => change({ others: event.target.value })} />
      <Textarea id="dikatakan" label={words.said} help={words.saidHelp(alasanMin)} error={faultOf(shownFaults, "dikatakan")} rows={6} value={said} maxLength={8000} onChange={(event) => change({ said: event.target.value })} />
      <p className="small quiet">{words.saveHelp}</p>
      <ProblemAlert error={send.error} />
      <div className="row"><Button kind="primary" type="submit" isBusy={send.isPending}>{words.save}</Button><Button onClick={() => setOpen(false)}>{words.cancel}</Button></div>
    </form>
  );
}
