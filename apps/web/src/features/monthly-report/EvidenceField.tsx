import { type EvidenceView, removeEvidence } from "@teraju/contracts/evidence";
import { readMyReport } from "@teraju/contracts/monthly-report";
import { useMutation } from "@tanstack/react-query";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { v7 } from "uuid";
import { useCopy } from "#copy/copy.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { IconCamera, IconFile, IconLink, IconTrash, type Icon } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import type { Entry } from "../../outbox.ts";
import { outbox } from "../../sending.tsx";
import { cleanText, type Report } from "./draft.ts";
import css from "./report.module.css";
import { FileRefused, type FileFault, forSending } from "../../photo.ts";
import { evidenceOfResult, evidenceWaiting, fieldOf, type Result } from "./row.ts";

type Props = { report: Report; result: Result; error: string | undefined };

/** Camera, file, link or register number; what waits for a signal stands beside what has arrived. */
export function EvidenceField({ report: { view, draft, waiting }, result, error }: Props) {
  const { monthlyReport: copy } = useCopy();
  const [fault, setFault] = useState<FileFault | null>(null);
  const [isLinking, setLinking] = useState(false);
  const remove = useMutation(apiMutation(removeEvidence, { invalidates: [readMyReport] }));
  // Hung on the first indicator: evidence is of the result.
  const [row] = result.rows;
  const attached = new Set(draft.rows.filter((w) => result.rows.some((r) => r.id === w.id)).flatMap((w) => w.noteIds ?? []));
  const photos = row.notes.filter((n) => attached.has(n.id)).flatMap((n) => n.photos);

  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = "";
    setFault(null);
    try {
      for (const file of files) {
        const small = await forSending(file);
        const title = cleanText(small.name)?.trim() ?? copy.photo;
        await outbox.add({ endpoint: "uploadEvidence", recordId: view.id, version: null, input: { params: { id: v7() }, query: { reportRowId: row.id, title } }, file: small });
      }
    } catch (problem) {
      if (!(problem instanceof FileRefused)) throw problem;
      setFault(problem.fault);
    }
  };
  return (
    <fieldset className={css["evidence"]} id={fieldOf(row.id, "evidence")} tabIndex={-1}>
      <legend>{copy.evidence(evidenceOfResult(result, draft, waiting))}</legend>
      {view.isHealth && <p className={css["warn"]}>{copy.patientWarning}</p>}
      {error && <p className={css["error"]}>{error}</p>}
      <ul className={css["files"]}>
        {photos.map((item) => <Kept key={item.id} item={item} />)}
        {result.rows.flatMap((r) => r.evidence).map((item) => <Kept key={item.id} item={item} onRemove={() => remove.mutate({ params: { id: item.id } })} />)}
        {result.rows.flatMap((r) => evidenceWaiting(r, waiting)).map((entry) => <Waiting key={entry.id} entry={entry} />)}
      </ul>
      <div className={css["adders"]}>
        <Picker icon={IconCamera} label={copy.camera} accept="image/*" isCamera onChange={(e) => void pick(e)} />
        <Picker icon={IconFile} label={copy.file} accept="application/pdf,image/jpeg,image/png" onChange={(e) => void pick(e)} />
        <Button icon={IconLink} onClick={() => setLinking(true)}>{copy.linkOrNumber}</Button>
      </div>
      {fault && <Alert kind="error" isLive>{copy.fileFaults[fault]}</Alert>}
      <ProblemAlert error={remove.error} />
      <LinkDialog isOpen={isLinking} onClose={() => setLinking(false)} add={(body) => void outbox.add({ endpoint: "addEvidence", recordId: view.id, version: null, input: { body: { id: v7(), reportRowId: row.id, ...body } } })} />
    </fieldset>
  );
}

/** The phone's own picker behind a label that looks like the other buttons. */
function Picker({ icon: Icon, label, accept, isCamera = false, onChange }: { icon: Icon; label: string; accept: string; isCamera?: boolean; onChange: (event: ChangeEvent<HTMLInputElement>) => void }) {
  return (
    <label className={css["picker"]}>
      <input type="file" className="visually-hidden" accept={accept} multiple={!isCamera} {...(isCamera && { capture: "environment" as const })} onChange={onChange} />
      <Icon size={20} aria-hidden />
      <span>{label}</span>
    </label>
  );
}

function Kept({ item, onRemove }: { item: EvidenceView; onRemove?: () => void }) {
  const { monthlyReport: copy } = useCopy();
  const address = item.kind === "link" ? item.url : item.kind === "file" ? `/api/evidence/${item.id}/file` : null;
  return (
    <li className={css["fileItem"]}>
      {item.mime?.startsWith("image/") && <img className={css["thumb"]} src={`/api/evidence/${item.id}/file`} alt="" loading="lazy" />}
      <span className={css["fileName"]}>
        {address === null ? item.title : <a href={address} target="_blank" rel="noreferrer">{item.title}</a>}
        {item.registerNumber && <small>{copy.registerIs(item.registerNumber)}</small>}
      </span>
      {onRemove && <Button kind="quiet" icon={IconTrash} aria-label={copy.removeEvidence(item.title)} onClick={onRemove} />}
    </li>
  );
}

function Waiting({ entry }: { entry: Entry }) {
  const { monthlyReport: copy } = useCopy();
  const [picture, setPicture] = useState<string | null>(null);
  const title = String(entry.input.query?.["title"] ?? (entry.input.body as { title?: string } | undefined)?.title ?? "");
  useEffect(() => {
    let address: string | null = null;
    void outbox.fileOf(entry).then((file) => {
      if (!file?.type.startsWith("image/")) return;
      address = URL.createObjectURL(file);
      setPicture(address);
    });
    return () => { if (address !== null) URL.revokeObjectURL(address); };
    // The entry's state changes while it waits; its file does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [entry.id]);
  return (
    <li className={css["fileItem"]}>
      {picture && <img className={css["thumb"]} src={picture} alt="" />}
      <span className={css["fileName"]}>{title}<small>{entry.refused === null ? copy.fileWaiting : copy.fileRefused}</small></span>
      {(!entry.isTried || entry.refused !== null) && <Button kind="quiet" icon={IconTrash} aria-label={copy.removeEvidence(title)} onClick={() => void outbox.discard((e) => e.id === entry.id)} />}
    </li>
  );
}

/** As the contract takes it. */
const ADDRESS = /^https?:\/\/[^\s"'<>\\/?#]+([/?#][^\s"'<>\\]*)?$/i;
type Words = { title: string } & ({ url: string } | { registerNumber: string });
function LinkDialog({ isOpen, onClose, add }: { isOpen: boolean; onClose: () => void; add: (words: Words) => void }) {
  const { monthlyReport: copy } = useCopy();
  const [kind, setKind] = useState<"link" | "register">("link");
  const [title, setTitle] = useState("");
  const [value, setValue] = useState("");
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isAddress = ADDRESS.test(value.trim());
  const valueFault = kind === "link" ? (isAddress ? null : copy.linkFault) : value.trim() === "" ? copy.registerFault : null;
  const titleFault = title.trim() === "" ? copy.titleFault : null;
  const submit = () => {
    setAsked(true);
    if (valueFault !== null || titleFault !== null) return;
    add({ title: cleanText(title)?.trim() ?? "", ...(kind === "link" ? { url: value.trim() } : { registerNumber: cleanText(value)?.trim() ?? "" }) });
    setTitle("");
    setValue("");
    setAsked(false);
    onClose();
  };
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={copy.linkOrNumber} actions={<Button kind="primary" onClick={submit}>{copy.addEvidence}</Button>}>
      <form ref={form} className="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <RadioGroup label={copy.kindOfEvidence} options={[{ value: "link", label: copy.link }, { value: "register", label: copy.registerNumber }]} value={kind} onChange={setKind} />
        <TextInput label={copy.evidenceTitle} maxLength={200} value={title} onChange={(e) => setTitle(e.target.value)} error={isAsked ? titleFault : null} />
        <TextInput label={kind === "link" ? copy.link : copy.registerNumber} {...(kind === "link" && { type: "url", inputMode: "url" as const })} maxLength={kind === "link" ? 2000 : 100} value={value} onChange={(e) => setValue(e.target.value)} error={isAsked ? valueFault : null} />
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}
