import { addAddendum, type NotulenView, readNotulen, readNotulenPdf, readNotulenScan, signNotulen, uploadNotulenScan } from "@teraju/contracts/notulen";
import { listMeetings, readMeeting } from "@teraju/contracts/evaluation-meeting";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 } from "uuid";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { FileInput } from "#ui/light/FileInput.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation, call, queryKey } from "../../api.ts";
import { forSending } from "../../photo.ts";
import css from "./notulen.module.css";
import { Qr } from "./Qr.tsx";

/** Signatures, the printed form, how anybody can check it, and what is corrected afterwards. */
export function NotulenSide({ view }: { view: NotulenView }) {
  const { notulen: words } = useMeetingCopy();
  return (
    <div className="stack">
      <Signatures view={view} />
      <Card title="PDF">
        <LinkButton icon={IconDownload} to={readNotulenPdf.path.replace(":id", view.meetingId)} reloadDocument download>{words.pdf}</LinkButton>
        <Scan view={view} />
      </Card>
      <Verification view={view} />
      <Addenda view={view} />
    </div>
  );
}

function Signatures({ view }: { view: NotulenView }) {
  const { notulen: words } = useMeetingCopy();
  const { parts } = useCopy();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const sign = useMutation(apiMutation(signNotulen, { invalidates: [readNotulen, readMeeting, listMeetings] }));
  const send = () => sign.mutate({ params: { id: view.meetingId }, body: { version: view.version } }, { onSuccess: () => setOpen(false) });
  return (
    <Card title={words.signatures} sub={words.status[view.status]}>
      <ul className="stack-tight">{view.signatures.map(({ role, person, at }) => <li key={role}>{words.signature(words.role[role], person.name, format.moment(at))}</li>)}</ul>
      {view.actions.sign.length === 0 && <Button kind="primary" onClick={() => setOpen(true)}>{words.sign}</Button>}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={words.signTitle} actions={<><Button kind="primary" isBusy={sign.isPending} onClick={send}>{words.sign}</Button><Button onClick={() => setOpen(false)}>{parts.back}</Button></>}>
        <p>{words.signText}</p>
        <ProblemAlert error={sign.error} />
      </Dialog>
    </Card>
  );
}

function Verification({ view }: { view: NotulenView }) {
  const { notulen: words } = useMeetingCopy();
  if (view.verificationPath === null) return null;
  const address = `${location.origin}${view.verificationPath}`;
  return (
    <Card title={words.verification} sub={words.verificationHelp}>
      <div className={css["qr"]}><Qr address={address} label={words.qrLabel} /></div>
      <a href={view.verificationPath} className={css["address"]}>{address}</a>
      {view.hash !== null && <p className={css["hash"]}><span className="quiet">{words.hash}</span> {view.hash}</p>}
    </Card>
  );
}

function Scan({ view }: { view: NotulenView }) {
  const { notulen: words } = useMeetingCopy();
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const ready = await forSending(file);
      return call(uploadNotulenScan, { params: { id: view.meetingId }, query: { title: ready.name.slice(0, 200) }, body: await ready.arrayBuffer() }, { contentType: ready.type });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: queryKey(readNotulen) }),
  });
  return (
    <>
      {view.hasScan && <a href={readNotulenScan.path.replace(":id", view.meetingId)} download>{words.seeScan}</a>}
      {view.actions.scan.length === 0 && (
        <FileInput label={words.scan} help={words.scanHelp} accept="application/pdf,image/jpeg,image/png" onPick={(file) => upload.mutate(file)} isDisabled={upload.isPending} />
      )}
      {upload.isError && <p role="alert" className={css["fault"]}>{words.scanFault}</p>}
    </>
  );
}

function Addenda({ view }: { view: NotulenView }) {
  const { notulen: words } = useMeetingCopy();
  const format = useFormat();
  const [text, setText] = useState("");
  const add = useMutation(apiMutation(addAddendum, { invalidates: [readNotulen] }));
  const mayAdd = view.actions.addendum.length === 0;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") add.mutate({ params: { id: view.meetingId }, body: { id: v7(), text } }, { onSuccess: () => setText("") });
  };
  if (!mayAdd && view.addenda.length === 0) return null;
  return (
    <Card title={words.addenda}>
      <ol className="stack-tight">{view.addenda.map((one) => <li key={one.id}><p>{one.text}</p><p className="quiet small">{words.addendumLine(one.number, one.by.name, format.moment(one.at))}</p></li>)}</ol>
      {mayAdd && (
        <form className="stack-tight" onSubmit={send}>
          <Textarea label={words.addendum} help={words.addendumHelp} rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
          <Button type="submit" isBusy={add.isPending}>{words.addAddendum}</Button>
          <ProblemAlert error={add.error} />
        </form>
      )}
    </Card>
  );
}
