import { listPeerForms, type PeerFormView, readPeerForm, savePeerForm, sendPeerForm } from "@teraju/contracts/peer-input";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate, useParams } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { ErrorSummary } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TaskActions, TaskFrame } from "#ui/light/TaskFrame.tsx";
import { apiMutation, apiQuery, call, queryKey } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { DeclineDialog } from "./DeclineDialog.tsx";
import { bodyOf, type Draft, draftOf, type Perilaku, unanswered } from "./draft.ts";
import { calledBy } from "./name.ts";
import css from "./peer-input.module.css";
import { PromiseDetails } from "./Promise.tsx";
import { fieldOf, Questions } from "./Questions.tsx";
import { Suggestion, useHints } from "./Suggestion.tsx";
import { type SaveState, useAutosave } from "./useAutosave.ts";

/** One colleague: why me, who will see what, seven questions, one suggestion. The browser's title and address name nobody. */
export default function PeerFormPage() {
  const { id = "" } = useParams();
  const view = useSuspenseQuery({ ...apiQuery(readPeerForm, { params: { id } }), staleTime: 0, refetchOnWindowFocus: false }).data;
  const client = useQueryClient();
  // What was answered does not wait in memory for whoever comes to this window next.
  useEffect(() => () => client.removeQueries({ queryKey: queryKey(readPeerForm) }), [client]);
  return view.actions.send.length > 0 ? <Closed view={view} /> : <Form key={view.id} view={view} />;
}

function Closed({ view }: { view: PeerFormView }) {
  const { form } = usePeerInputCopy();
  return (
    <TaskFrame title={form.title} backTo={paths.peerForms}>
      <h1>{form.heading(calledBy(view.subject.name))}</h1>
      {view.state === "declined" ? <Alert title={form.declined} /> : <Alert title={form.closed}>{form.closedText}</Alert>}
      <LinkButton to={paths.peerForms}>{form.back}</LinkButton>
    </TaskFrame>
  );
}

function Form({ view }: { view: PeerFormView }) {
  const { form, because, promise } = usePeerInputCopy();
  const { vocabulary } = useCopy();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOf(view));
  const [isTried, setTried] = useState(false);
  const [isDeclining, setDeclining] = useState(false);
  const { questions, subject } = view;
  const autosave = useAutosave((now: Draft) => call(savePeerForm, { params: { id: view.id }, body: bodyOf(now, questions) }));
  const send = useMutation(apiMutation(sendPeerForm, { invalidates: [listPeerForms] }));
  const { looked, look } = useHints(view.id);
  const change = (next: Draft) => {
    setDraft(next);
    autosave.change(next);
  };
  const missing = unanswered(draft, questions).map(({ perilaku }) => perilaku);
  const leave = (how: "terkirim" | "dilewati") => {
    autosave.drop();
    void navigate(to(paths.peerForms, {}, { [how]: "1" }), { replace: true });
  };
  const submit = async () => {
    setTried(true);
    if (missing.length > 0) return;
    const said = draft.suggestion.trim();
    // Hints that nobody has seen yet come first; who presses again has seen them.
    if (said !== "" && looked?.text !== said && ((await look(said))?.hints.length ?? 0) > 0) return;
    autosave.drop();
    send.mutate({ params: { id: view.id }, body: bodyOf(draft, questions) }, { onSuccess: () => leave("terkirim") });
  };
  return (
    <TaskFrame
      title={form.title} status={<SaveWords state={autosave.state} view={view} />} backTo={paths.peerForms}
      foot={
        <TaskActions line={form.answered(questions.length - missing.length, questions.length)}>
          <Button kind="primary" isWide isBusy={send.isPending} onClick={() => void submit()}>{view.state === "sent" ? form.sendChanges : form.send}</Button>
        </TaskActions>
      }
    >
      {isTried && <ErrorSummary faults={missing.map((perilaku) => ({ field: fieldOf(perilaku), text: form.missing(vocabulary.perilaku[perilaku]) }))} />}
      <header className={css["who"]}>
        <h1>{form.heading(calledBy(subject.name))}</h1>
        <p className="quiet">{[subject.jabatan, subject.unit].filter(Boolean).join(", ")}</p>
      </header>
      <Alert>
        <p>{because[view.because]} {promise.short(calledBy(subject.name), view.promise.minJawaban)}</p>
        <PromiseDetails least={view.promise.minJawaban} />
      </Alert>
      <p>{form.intro}</p>
      <Questions
        questions={questions} draft={draft} missing={isTried ? missing : NONE}
        onChange={(perilaku, answer) => change({ ...draft, answers: { ...draft.answers, [perilaku]: answer } })}
      />
      <Suggestion value={draft.suggestion} looked={looked} onChange={(suggestion) => change({ ...draft, suggestion })} onLook={() => void look(draft.suggestion)} />
      <ProblemAlert error={send.error} />
      {view.actions.decline.length === 0 && <div><Button kind="quiet" onClick={() => setDeclining(true)}>{form.declineOpen}</Button></div>}
      {isDeclining && <DeclineDialog formId={view.id} onClose={() => setDeclining(false)} onDone={() => leave("dilewati")} />}
    </TaskFrame>
  );
}
const NONE: readonly Perilaku[] = [];

/** Where the words are: with the server, or only in this window. */
function SaveWords({ state, view }: { state: SaveState; view: PeerFormView }) {
  const { form } = usePeerInputCopy();
  if (state === "failed") return form.notSaved;
  if (state === "saving") return form.saving;
  if (view.state === "sent") return state === "saved" ? form.sentSaved : form.sent;
  return state === "saved" || view.state === "draft" ? form.saved : form.notBegun;
}
