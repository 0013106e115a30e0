import { listFillSources, listSkpTemplates } from "@teraju/contracts/skp";
import { listKeptSkpTemplates, makeSkpTemplate } from "@teraju/contracts/skp-template";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { paths } from "../../paths.ts";
import { isOffered, reasonOf, useWords } from "./words.ts";

/** Where an example shows once it is made, renamed or retired. */
export const templateTouches = { invalidates: [listKeptSkpTemplates, listFillSources, listSkpTemplates] };

type Props = { skpId: string; jabatan: string | null; refusals: readonly string[]; isSmall?: boolean };
/** One press and a name: this SKP becomes the example of its post. */
export function TemplateButton({ skpId, jabatan, refusals, isSmall = false }: Props) {
  const copy = useWords();
  const { skp: words } = copy;
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  if (!isOffered(refusals)) return null;
  return (
    <div className="stack-tight no-print">
      <div><Button isSmall={isSmall} refusal={reasonOf(copy, refusals)} onClick={() => setOpen(true)}>{words.templateMake}</Button></div>
      {made !== null && <Alert kind="good" isLive title={words.templateMade(made)}><LinkButton kind="quiet" isSmall to={paths.skpTemplates}>{words.templateOpen}</LinkButton></Alert>}
      {isOpen && <MakeDialog skpId={skpId} jabatan={jabatan} onClose={() => setOpen(false)} onMade={(title) => { setMade(title); setOpen(false); }} />}
    </div>
  );
}

function MakeDialog({ skpId, jabatan, onClose, onMade }: Pick<Props, "skpId" | "jabatan"> & { onClose: () => void; onMade: (title: string) => void }) {
  const words = useSkpCopy();
  // One id for one dialog: sent again by a lost signal it is the same example.
  const [id] = useState(() => v7());
  const [title, setTitle] = useState(jabatan ?? "");
  const send = useMutation(apiMutation(makeSkpTemplate, templateTouches));
  return <NameDialog title={words.templateMakeTitle(jabatan ?? "")} text={words.templateMakeText} submit={words.templateSave} name={title} onName={setTitle} isBusy={send.isPending} error={send.error} onClose={onClose}
    onSubmit={(name) => send.mutate({ params: { id: skpId }, body: { id, title: name } }, { onSuccess: (made) => onMade(made.title) })} />;
}

type NameProps = { title: string; text: string; submit: string; name: string; onName: (name: string) => void; isBusy: boolean; error: Error | null; onClose: () => void; onSubmit: (name: string) => void };
/** Asks for the name of an example. */
export function NameDialog({ title, text, submit, name, onName, isBusy, error, onClose, onSubmit }: NameProps) {
  const words = useSkpCopy();
  const trimmed = name.trim();
  return (
    <Dialog
      isOpen onClose={onClose} title={title}
      actions={<><Button kind="primary" isBusy={isBusy} refusal={trimmed === "" ? words.templateNameMissing : undefined} onClick={() => onSubmit(trimmed)}>{submit}</Button><Button onClick={onClose}>{words.cancel}</Button></>}
    >
      <ProblemAlert error={error} />
      <p>{text}</p>
      <TextInput label={words.templateName} value={name} maxLength={120} autoFocus onChange={(event) => onName(event.target.value)} />
    </Dialog>
  );
}
