import { type KeptSkpTemplate, listKeptSkpTemplates, renameSkpTemplate, retireSkpTemplate } from "@teraju/contracts/skp-template";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { useAddress } from "#ui/light/address.ts";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { NameDialog, templateTouches } from "./TemplateDialog.tsx";
import css from "./skp.module.css";

/** A list that one can look over needs no search. */
const SEARCH_FROM = 8;
/** A city keeps hundreds: drawn at once they are slow on a cheap machine, and nobody reads them; who looks for one, searches. */
const AT_ONCE = 25;

/** The examples that I keep: named, looked into, renamed and retired here; made on the SKP that they come from. */
export default function TemplatesPage() {
  const words = useSkpCopy();
  const { roles } = useSession();
  const { data: { templates, keepsCity } } = useSuspenseQuery(apiQuery(listKeptSkpTemplates, {}));
  const { search, put } = useAddress();
  const asked = useDeferredValue(search.get("cari") ?? "").trim().toLowerCase();
  const found = templates.filter(({ title, jabatan }) => `${title} ${jabatan}`.toLowerCase().includes(asked));
  const offered = found.filter(({ retiredOn }) => retiredOn === null);
  const retired = found.filter(({ retiredOn }) => retiredOn !== null);
  const isPenilai = roles.includes("penilai");
  return (
    <div className="stack reading">
      <PageHeader tab={words.templatesTab} title={words.templatesTitle(templates.filter(({ retiredOn }) => retiredOn === null).length)} sub={keepsCity ? words.templatesSubCity : words.templatesSub} action={isPenilai && <LinkButton to={paths.teamSkp}>{words.fillBack}</LinkButton>} />
      {templates.length === 0 && <EmptyState title={words.templatesNone}>{words.templatesNoneText}</EmptyState>}
      {templates.length >= SEARCH_FROM && <TextInput type="search" label={words.templatesSearch} value={search.get("cari") ?? ""} onChange={(event) => put({ cari: event.target.value })} />}
      {templates.length > 0 && found.length === 0 && <EmptyState title={words.templatesNotFound} />}
      <Templates title={words.templatesOffered} templates={offered} />
      <Templates title={words.templatesRetired} templates={retired} />
    </div>
  );
}

function Templates({ title, templates }: { title: string; templates: readonly KeptSkpTemplate[] }) {
  const words = useSkpCopy();
  const [shown, setShown] = useState(AT_ONCE);
  if (templates.length === 0) return null;
  const more = Math.min(AT_ONCE, templates.length - shown);
  return (
    <Card title={title}>
      {templates.slice(0, shown).map((template) => <Template key={template.id} template={template} />)}
      {more > 0 && <Button onClick={() => setShown(shown + AT_ONCE)}>{words.templatesMore(more)}</Button>}
    </Card>
  );
}

function Template({ template }: { template: KeptSkpTemplate }) {
  const words = useSkpCopy();
  const format = useFormat();
  const [open, setOpen] = useState<"rename" | "retire" | null>(null);
  const { title, jabatan, scope, made, retiredOn, hasilKerja, source } = template;
  const from = made === null ? source : words.templateMadeBy(made.by, format.date(made.on));
  const close = () => setOpen(null);
  return (
    <div className={css["choice"]}>
      <div>
        <h3>{title}</h3>
        <p className="small quiet">{[title === jabatan ? null : jabatan, words.templateScope[scope], from].filter(Boolean).join(" · ")}</p>
        {retiredOn !== null && <p className="small quiet">{words.templateRetiredOn(format.date(retiredOn))}</p>}
        <details>
          <summary>{words.templateResults(hasilKerja.length)}</summary>
          <ul className={css["names"]}>{hasilKerja.map((text, at) => <li key={at}>{text}</li>)}</ul>
        </details>
      </div>
      {retiredOn === null && (
        <div className="row">
          <Button isSmall aria-label={`${words.templateRename}: ${title}`} onClick={() => setOpen("rename")}>{words.templateRename}</Button>
          <Button kind="quiet" isSmall aria-label={`${words.templateRetire}: ${title}`} onClick={() => setOpen("retire")}>{words.templateRetire}</Button>
        </div>
      )}
      {open === "rename" && <RenameDialog template={template} onClose={close} />}
      {open === "retire" && <RetireDialog template={template} onClose={close} />}
    </div>
  );
}

type DialogProps = { template: KeptSkpTemplate; onClose: () => void };
function RenameDialog({ template: { id, version, title }, onClose }: DialogProps) {
  const words = useSkpCopy();
  const [name, setName] = useState(title);
  const send = useMutation(apiMutation(renameSkpTemplate, templateTouches));
  return <NameDialog title={words.templateRenameTitle(title)} text={words.templateRenameText} submit={words.templateSaveName} name={name} onName={setName} isBusy={send.isPending} error={send.error} onClose={onClose}
    onSubmit={(next) => send.mutate({ params: { id }, body: { version, title: next } }, { onSuccess: onClose })} />;
}

function RetireDialog({ template: { id, version, title }, onClose }: DialogProps) {
  const words = useSkpCopy();
  const send = useMutation(apiMutation(retireSkpTemplate, templateTouches));
  return (
    <Dialog
      isOpen onClose={onClose} title={words.templateRetireTitle(title)}
      actions={<><Button kind="danger" isBusy={send.isPending} onClick={() => send.mutate({ params: { id }, body: { version } }, { onSuccess: onClose })}>{words.templateRetire}</Button><Button onClick={onClose}>{words.cancel}</Button></>}
    >
      <ProblemAlert error={send.error} />
      <p>{words.templateRetireText}</p>
    </Dialog>
  );
}
