import { arrangeMeeting, cancelMeeting, listMeetings, type MeetingView, readMeeting } from "@teraju/contracts/evaluation-meeting";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import css from "./meeting.module.css";

/** Day, place, who leads and who takes the minutes; moved or cancelled with a reason. */
export function ArrangeCard({ view }: { view: MeetingView }) {
  const { prepare: words } = useMeetingCopy();
  const [isCancelling, setCancelling] = useState(false);
  const mayArrange = view.actions.arrange.length === 0;
  return (
    <Card title={words.arrange}>
      {view.leader !== null && <p>{words.leaderIs(view.leader.name)}</p>}
      {view.secretary !== null && <p>{words.secretaryIs(view.secretary.name)}</p>}
      {mayArrange && (
        <details className={css["more"]}>
          <summary>{words.arrangeOpen}</summary>
          <ArrangeForm key={view.version} view={view} />
        </details>
      )}
      {view.actions.cancel.length === 0 && view.status === "planned" && <span><Button kind="quiet" isSmall onClick={() => setCancelling(true)}>{words.cancel}</Button></span>}
      <CancelDialog view={view} isOpen={isCancelling} onClose={() => setCancelling(false)} />
    </Card>
  );
}

function ArrangeForm({ view }: { view: MeetingView }) {
  const { prepare: words } = useMeetingCopy();
  const save = useMutation(apiMutation(arrangeMeeting, { invalidates: [readMeeting, listMeetings] }));
  const [place, setPlace] = useState(view.place);
  const [date, setDate] = useState(view.date);
  const [time, setTime] = useState(view.time);
  const [delegate, setDelegate] = useState(view.delegate?.id ?? "");
  const [secretary, setSecretary] = useState(view.secretary?.id ?? "");
  const people = [{ value: "", label: words.nobody }, ...view.candidates.map(({ id, name }) => ({ value: id, label: name }))];
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ params: { id: view.id }, body: { version: view.version, date, time, place, delegateId: delegate || null, secretaryId: secretary || null } });
  };
  return (
    <form className="stack" onSubmit={send}>
      <div className={css["pair"]}>
        <TextInput label={words.date} type="date" required value={date} onChange={(event) => setDate(event.target.value)} />
        <TextInput label={words.time} type="time" required value={time} onChange={(event) => setTime(event.target.value)} />
      </div>
      <TextInput label={words.place} required maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} />
      <NativeSelect label={words.delegate} value={delegate} onChange={(event) => setDelegate(event.target.value)} options={people} />
      <NativeSelect label={words.secretary} value={secretary} onChange={(event) => setSecretary(event.target.value)} options={people} />
      <Button type="submit" isBusy={save.isPending}>{words.save}</Button>
      <ProblemAlert error={save.error} />
    </form>
  );
}

function CancelDialog({ view, isOpen, onClose }: { view: MeetingView; isOpen: boolean; onClose: () => void }) {
  const { prepare: words } = useMeetingCopy();
  const { parts } = useCopy();
  const cancel = useMutation(apiMutation(cancelMeeting, { invalidates: [readMeeting, listMeetings] }));
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const send = () => (reason.trim() === "" ? setAsked(true) : cancel.mutate({ params: { id: view.id }, body: { version: view.version, reason } }, { onSuccess: onClose }));
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.cancelTitle} actions={<><Button kind="danger" isBusy={cancel.isPending} onClick={send}>{words.cancel}</Button><Button onClick={onClose}>{parts.back}</Button></>}>
      <Textarea label={words.cancelReason} error={isAsked && reason.trim() === "" ? words.cancelFault : null} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      <ProblemAlert error={cancel.error} />
    </Dialog>
  );
}
