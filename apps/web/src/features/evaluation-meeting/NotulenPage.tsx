import { editNotulen, type NotulenView, readNotulen } from "@teraju/contracts/notulen";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import css from "./notulen.module.css";
import { NotulenFacts } from "./NotulenFacts.tsx";
import { NotulenSide } from "./NotulenSide.tsx";

/** The minutes: words can be edited until both have signed, figures never. */
export default function NotulenPage() {
  const { id = "" } = useParams();
  const view = useSuspenseQuery(apiQuery(readNotulen, { params: { id } })).data;
  const { notulen: words } = useMeetingCopy();
  const format = useFormat();
  return (
    <>
      <PageHeader tab={words.tab} title={words.title(view.unit.name, format.monthYear(view.month))} sub={<Badge kind={view.status === "signed" ? "good" : "attention"}>{words.status[view.status]}</Badge>} action={<LinkButton to={to(paths.meeting, { id })}>{words.toMeeting}</LinkButton>} />
      {view.isPaper && <Alert>{words.paper}</Alert>}
      <div className={css["columns"]}>
        <div className="stack">
          <NotulenFacts view={view} />
          <Words key={view.version} view={view} />
        </div>
        <NotulenSide view={view} />
      </div>
    </>
  );
}

type Draft = { letterNumber: string; opening: string; closing: string; summaries: Record<string, string> };

function draftOf(view: NotulenView): Draft {
  return { letterNumber: view.letterNumber ?? "", opening: view.opening ?? "", closing: view.closing ?? "", summaries: Object.fromEntries(view.items.map(({ itemId, summary }) => [itemId, summary ?? ""])) };
}
const orNull = (text: string): string | null => (text.trim() === "" ? null : text);

function Words({ view }: { view: NotulenView }) {
  const { notulen: words } = useMeetingCopy();
  const edit = useMutation(apiMutation(editNotulen, { invalidates: [readNotulen] }));
  const first = draftOf(view);
  const [draft, setDraft] = useState(first);
  const mayEdit = view.actions.edit.length === 0;
  const changed = view.items.filter(({ itemId }) => draft.summaries[itemId] !== first.summaries[itemId]);
  const isChanged = changed.length > 0 || draft.opening !== first.opening || draft.closing !== first.closing || draft.letterNumber !== first.letterNumber;
  const save = () => edit.mutate({ params: { id: view.meetingId }, body: {
    version: view.version, letterNumber: orNull(draft.letterNumber), opening: orNull(draft.opening), closing: orNull(draft.closing), secretaryId: view.secretary?.id ?? null,
    summaries: changed.map(({ itemId }) => ({ itemId, summary: orNull(draft.summaries[itemId] ?? "") })) } });
  return (
    <>
      {mayEdit && <TextInput label={words.letterNumber} help={words.letterNumberHelp} isOptional maxLength={100} value={draft.letterNumber} onChange={(event) => setDraft({ ...draft, letterNumber: event.target.value })} />}
      <Passage label={words.opening} text={draft.opening} mayEdit={mayEdit} onChange={(opening) => setDraft({ ...draft, opening })} />
      <Card title={words.persons} sub={words.figuresFixed}>
        <ol className={css["items"]}>
          {view.items.map((item) => (
            <li key={item.itemId}>
              <p><b>{item.title}</b> {item.jabatan !== null && <span className="quiet small">{item.jabatan}</span>}</p>
              {item.headline !== null && <p>{item.headline}</p>}
              {item.figures.length > 0 && <ul className={css["figures"]}>{item.figures.map((figure, i) => <li key={`${i}-${figure}`}>{figure}</li>)}</ul>}
              {item.kendala !== null && <p className="small">{words.kendala(item.kendala)}</p>}
              {item.bantuan !== null && <p className="small">{words.bantuan(item.bantuan)}</p>}
              {item.isDeferred && <p><Badge kind="attention">{words.deferred}</Badge></p>}
              <Passage label={words.summary(item.title)} text={draft.summaries[item.itemId] ?? ""} mayEdit={mayEdit} isShort onChange={(text) => setDraft({ ...draft, summaries: { ...draft.summaries, [item.itemId]: text } })} />
            </li>
          ))}
        </ol>
      </Card>
      <Passage label={words.closing} text={draft.closing} mayEdit={mayEdit} onChange={(closing) => setDraft({ ...draft, closing })} />
      {mayEdit && (
        <div className={css["save"]}>
          <Button kind="primary" isBusy={edit.isPending} onClick={save} disabled={!isChanged}>{words.save}</Button>
          <span role="status" className="quiet">{isChanged ? words.unsaved : words.saved}</span>
          <ProblemAlert error={edit.error} />
        </div>
      )}
    </>
  );
}

function Passage({ label, text, mayEdit, isShort = false, onChange }: { label: string; text: string; mayEdit: boolean; isShort?: boolean; onChange: (text: string) => void }) {
  if (mayEdit) return <Textarea label={label} isOptional rows={isShort ? 1 : 2} maxLength={isShort ? 1000 : 2000} value={text} onChange={(event) => onChange(event.target.value)} />;
  if (text === "") return null;
  return isShort ? <p>{text}</p> : <section className="stack-tight"><h2>{label}</h2><p className={css["passage"]}>{text}</p></section>;
}
