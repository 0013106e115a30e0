import { changeNote, listNotes, type NoteView, removeNote } from "@teraju/contracts/daily-note";
import { readMyReport } from "@teraju/contracts/monthly-report";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation } from "../../api.ts";
import { useOutbox } from "../../sending.tsx";
import { faultOfNote, photosWaiting, tidy, type NoteFault, type NoteWords, type WaitingNote } from "./note.ts";
import { NoteFields, type Result } from "./NoteForm.tsx";
import css from "./notes.module.css";
import { PhotoPicker } from "./PhotoPicker.tsx";

const touched = { invalidates: [listNotes, readMyReport] };

type LinesProps = { day: string; text: string; lineId: string | null; results: readonly Result[]; badge?: ReactNode; children?: ReactNode };
function NoteLines({ day, text, lineId, results, badge, children }: LinesProps) {
  const format = useFormat();
  const result = results.find((each) => each.lineId === lineId);
  return (
    <li className={css["note"]}>
      <p className="row small">
        <b>{format.day(day)}</b> {badge}
      </p>
      <p className={css["text"]}>{text}</p>
      {result && <p className={`${css["result"]} small quiet`}>{result.text}</p>}
      {children}
    </li>
  );
}

/** A note that only this device has for sure; one that the server did not take can be opened again. */
export function UnsentNote({ note, results, onReopen }: { note: WaitingNote; results: readonly Result[]; onReopen: () => void }) {
  const { dailyNote: copy } = useCopy();
  const isRefused = note.entry.refused !== null;
  const { entries } = useOutbox();
  return (
    <NoteLines {...{ ...note, results }} badge={<Badge kind={isRefused ? "error" : "attention"}>{copy.waiting}</Badge>}>
      {photosWaiting(entries, note.id) > 0 && <p className="small quiet">{copy.photos(photosWaiting(entries, note.id))}</p>}
      <div className={css["tools"]}>
        {isRefused ? (
          <>
            <span className="small">{copy.refused}</span>
            <Button kind="quiet" isSmall onClick={onReopen} aria-label={copy.editLabel(note.text)}>
              {copy.edit}
            </Button>
          </>
        ) : (
          <PhotoPicker noteId={note.id} text={note.text} />
        )}
      </div>
    </NoteLines>
  );
}

export function KeptNote({ note, results, today }: { note: NoteView; results: readonly Result[]; today: string }) {
  const { dailyNote: copy } = useCopy();
  const [open, setOpen] = useState<"edit" | "remove" | null>(null);
  const { entries } = useOutbox();
  const waiting = photosWaiting(entries, note.id);
  const badge = note.isFixed ? <Badge kind="good">{copy.fixed}</Badge> : note.isAttached ? <Badge kind="info">{copy.attached}</Badge> : null;
  return (
    <NoteLines {...{ ...note, results, badge }}>
      {note.photos.length > 0 && (
        <div className={css["photos"]}>
          {note.photos.map((photo) => (
            <a key={photo.id} href={`/api/evidence/${photo.id}/file`} target="_blank" rel="noreferrer">
              <img src={`/api/evidence/${photo.id}/file`} alt={photo.title} loading="lazy" />
            </a>
          ))}
        </div>
      )}
      {waiting > 0 && (
        <p className="small quiet">
          {copy.photos(waiting)}: {copy.waiting}
        </p>
      )}
      {!note.isFixed && (
        <div className={css["tools"]}>
          <PhotoPicker noteId={note.id} text={note.text} />
          <Button kind="quiet" isSmall onClick={() => setOpen("edit")} aria-label={copy.editLabel(note.text)}>
            {copy.edit}
          </Button>
        </div>
      )}
      {open === "edit" && <EditDialog {...{ note, results, today }} onClose={() => setOpen(null)} onRemove={() => setOpen("remove")} />}
      {open === "remove" && <RemoveDialog note={note} onClose={() => setOpen(null)} />}
    </NoteLines>
  );
}

type EditProps = { note: NoteView; results: readonly Result[]; today: string; onClose: () => void; onRemove: () => void };
function EditDialog({ note, results, today, onClose, onRemove }: EditProps) {
  const { dailyNote: copy } = useCopy();
  const [words, setWords] = useState<NoteWords>({ day: note.day, text: note.text, lineId: note.lineId });
  const [fault, setFault] = useState<NoteFault | null>(null);
  const send = useMutation({ ...apiMutation(changeNote, touched), onSuccess: onClose });
  const save = () => {
    const found = faultOfNote(words, today);
    setFault(found);
    if (found === null) send.mutate({ params: { id: note.id }, body: { ...words, text: tidy(words.text), version: note.version } });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={copy.editTitle}
      actions={
        <>
          <Button kind="primary" isBusy={send.isPending} onClick={save}>
            {copy.saveChange}
          </Button>
          <Button kind="danger" onClick={onRemove}>
            {copy.remove}
          </Button>
        </>
      }
    >
      <ProblemAlert error={send.error} />
      <div className="stack">
        <NoteFields {...{ words, results, today, fault }} onChange={setWords} />
      </div>
    </Dialog>
  );
}

function RemoveDialog({ note, onClose }: { note: NoteView; onClose: () => void }) {
  const { dailyNote: copy } = useCopy();
  const send = useMutation({ ...apiMutation(removeNote, touched), onSuccess: onClose });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={copy.removeTitle}
      actions={
        <>
          <Button kind="danger" isBusy={send.isPending} onClick={() => send.mutate({ params: { id: note.id } })}>
            {copy.remove}
          </Button>
          <Button onClick={onClose}>{copy.cancel}</Button>
        </>
      }
    >
      <ProblemAlert error={send.error} />
      <p>{note.text}</p>
      {note.photos.length > 0 && <p className="quiet">{copy.removeText}</p>}
    </Dialog>
  );
}
