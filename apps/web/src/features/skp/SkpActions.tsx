import { discardSkp, proposeSkp, readMySkp, reviseSkp, sendBackSkp, setSkp, type SkpView, withdrawSkp } from "@teraju/contracts/skp";
import { readHome } from "@teraju/contracts/home";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import { v7 } from "uuid";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { BindButton } from "./BindDialog.tsx";
import { touched } from "./touched.ts";
import { isOffered, reasonOf, useWords } from "./words.ts";

/** The buttons that this reader has on this SKP now, the next step first. */
export function SkpActions({ skp }: { skp: SkpView }) {
  return (
    <>
      <OwnerActions skp={skp} />
      <PenilaiActions skp={skp} />
    </>
  );
}

function OwnerActions({ skp }: { skp: SkpView }) {
  const copy = useWords();
  const navigate = useNavigate();
  const { skp: words } = copy;
  const { actions, id, version } = skp;
  const propose = useMutation(apiMutation(proposeSkp, touched));
  const withdraw = useMutation(apiMutation(withdrawSkp, touched));
  const revise = useMutation({ ...apiMutation(reviseSkp, touched), onSuccess: (next) => navigate(to(paths.skpEdit, { id: next.id })) });
  // A year in which another version is in work shows that one's buttons instead.
  const mayRevise = isOffered(actions.revise) && !actions.revise.includes("revision_in_work");
  const isEditable = isOffered(actions.save);
  const editFirst = isEditable && actions.propose.length > 0;
  if (!isEditable && !isOffered(actions.withdraw) && !mayRevise && !isOffered(actions.bind)) return null;
  return (
    <div className="stack-tight no-print">
      <ProblemAlert error={propose.error ?? withdraw.error ?? revise.error} />
      <div className="row">
        {isEditable && (
          <LinkButton kind={editFirst ? "primary" : "secondary"} to={to(paths.skpEdit, { id })}>
            {words.edit}
          </LinkButton>
        )}
        {isOffered(actions.propose) && (
          <Button kind={editFirst ? "secondary" : "primary"} isBusy={propose.isPending} refusal={reasonOf(copy, actions.propose)} onClick={() => propose.mutate({ params: { id }, body: { version } })}>
            {skp.penilai ? words.proposeTo(skp.penilai.name) : words.propose}
          </Button>
        )}
        {isOffered(actions.withdraw) && (
          <Button isBusy={withdraw.isPending} onClick={() => withdraw.mutate({ params: { id }, body: { version } })}>
            {words.withdraw}
          </Button>
        )}
        {mayRevise && (
          <Button isBusy={revise.isPending} onClick={() => revise.mutate({ params: { id }, body: { id: v7() } })}>
            {words.revise}
          </Button>
        )}
        {!isEditable && isOffered(actions.bind) && <BindButton skp={skp} />}
        {isOffered(actions.discard) && <DiscardButton skp={skp} />}
      </div>
      {mayRevise && <p className="small quiet">{words.reviseHelp}</p>}
    </div>
  );
}

/** Begun from the wrong thing: away with it, and begin again. */
function DiscardButton({ skp }: { skp: SkpView }) {
  const words = useSkpCopy();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const send = useMutation(apiMutation(discardSkp, { invalidates: [readMySkp, readHome] }));
  // The page of the thing itself must not ask for what is gone.
  const discard = () => send.mutate({ params: { id: skp.id } }, { onSuccess: () => navigate(to(paths.skp, {}, { tahun: String(skp.year) })) });
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {words.discard}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.discardTitle}
        actions={
          <>
            <Button kind="danger" isBusy={send.isPending} onClick={discard}>
              {words.discard}
            </Button>
            <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
          </>
        }
      >
        <ProblemAlert error={send.error} />
        <p>{words.discardText}</p>
      </Dialog>
    </>
  );
}

function PenilaiActions({ skp }: { skp: SkpView }) {
  const copy = useWords();
  const { skp: words } = copy;
  const [open, setOpen] = useState<"set" | "sendBack" | null>(null);
  if (!isOffered(skp.actions.set) && !isOffered(skp.actions.sendBack)) return null;
  return (
    <div className="row no-print">
      <Button kind="primary" refusal={reasonOf(copy, skp.actions.set)} onClick={() => setOpen("set")}>
        {words.set}
      </Button>
      <Button refusal={reasonOf(copy, skp.actions.sendBack)} onClick={() => setOpen("sendBack")}>
        {words.sendBack}
      </Button>
      {open === "set" && <SetDialog skp={skp} onClose={() => setOpen(null)} />}
      {open === "sendBack" && <SendBackDialog skp={skp} onClose={() => setOpen(null)} />}
    </div>
  );
}

type DialogProps = { skp: SkpView; onClose: () => void };

function SetDialog({ skp, onClose }: DialogProps) {
  const words = useSkpCopy();
  const send = useMutation({ ...apiMutation(setSkp, touched), onSuccess: onClose });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.setConfirm(skp.person.name)}
      actions={
        <>
          <Button kind="primary" isBusy={send.isPending} onClick={() => send.mutate({ params: { id: skp.id }, body: { version: skp.version } })}>
            {words.set}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <ProblemAlert error={send.error} />
      <p>{words.setConfirmText}</p>
      {skp.revision > 1 && <p>{words.setConfirmReplace}</p>}
    </Dialog>
  );
}

function SendBackDialog({ skp, onClose }: DialogProps) {
  const copy = useWords();
  const { skp: words } = copy;
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const send = useMutation({ ...apiMutation(sendBackSkp, touched), onSuccess: onClose });
  const submit = () => {
    setTried(true);
    if (note.trim() !== "") send.mutate({ params: { id: skp.id }, body: { version: skp.version, note } });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.sendBackTitle}
      actions={
        <>
          <Button kind="primary" isBusy={send.isPending} onClick={submit}>
            {words.sendBackSubmit}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <ProblemAlert error={send.error} />
      <Textarea label={words.sendBackNote} help={words.sendBackHelp} error={isTried && note.trim() === "" ? copy.refusals.discussion_note_missing : null} value={note} onChange={(event) => setNote(event.target.value)} maxLength={1000} autoFocus />
    </Dialog>
  );
}
