import { PENDEKATAN, readSkp, type SkpView } from "@teraju/contracts/skp";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useBlocker, useNavigate, useParams, useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ErrorSummary } from "#ui/light/ErrorSummary.tsx";
import { IconPlus } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { TaskActions, TaskFrame } from "#ui/light/TaskFrame.tsx";
import { apiQuery, ProblemError } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { insertAt, moveBy, newResult, removeAt, replaceAt, withPasted } from "./draft.ts";
import { type Kept, readKept } from "./kept.ts";
import { ResultForm } from "./ResultForm.tsx";
import { SkpState } from "./SkpState.tsx";
import { useSkpEditor } from "./useSkpEditor.ts";
import { LampiranForm, ValuesForm } from "./ValuesForm.tsx";
import { reasonOf, useWords } from "./words.ts";

/** Comes when somebody pastes: not in the first load of a phone. */
const PasteDialog = lazy(() => import("./PasteDialog.tsx"));

/** The editor of a draft; what the device kept unsent is opened again. */
export default function SkpEditPage() {
  const copy = useWords();
  const { skp: words } = copy;
  const { id = "" } = useParams();
  const { data: skp } = useSuspenseQuery({ ...apiQuery(readSkp, { params: { id } }), refetchOnWindowFocus: false, refetchOnReconnect: false });
  const { data: kept } = useSuspenseQuery({ queryKey: ["kept-skp", skp.person.id, id], queryFn: () => readKept(skp.person.id, id), gcTime: 0, staleTime: Infinity });
  if (skp.actions.save.length > 0) {
    return (
      <TaskFrame title={words.tabEdit(skp.year)} backTo={paths.skp}>
        <h1 className="visually-hidden">{words.tabEdit(skp.year)}</h1>
        <Alert title={words.notEditable}>{reasonOf(copy, skp.actions.save)}</Alert>
      </TaskFrame>
    );
  }
  return <Editor key={id} skp={skp} kept={kept} />;
}

/** Asks before a page with unsent changes is left: they stay on this device, and the penilai sees none of them. */
function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const words = useSkpCopy();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname);
  if (blocker.state !== "blocked") return null;
  return (
    <Dialog
      isOpen
      onClose={blocker.reset}
      title={words.leaveTitle}
      actions={
        <>
          <Button kind="primary" onClick={blocker.reset}>
            {words.leaveStay}
          </Button>
          <Button onClick={blocker.proceed}>{words.leaveGo}</Button>
        </>
      }
    >
      <p>{words.leaveText}</p>
    </Dialog>
  );
}

function Editor({ skp, kept }: { skp: SkpView; kept: Kept | null }) {
  const copy = useWords();
  const { skp: words } = copy;
  const navigate = useNavigate();
  const editor = useSkpEditor(skp, kept);
  const { draft, change, faults, isDirty } = editor;
  const [isLeaving, setLeaving] = useState(false);
  const isStale = editor.error instanceof ProblemError && editor.error.code === "stale";

  const saveAndLeave = async () => {
    if (!(await editor.save())) return;
    setLeaving(true);
    await navigate(to(paths.skpRead, { id: skp.id }));
  };
  return (
    <TaskFrame
      title={words.tabEdit(skp.year)}
      status={<Status {...editor} />}
      backTo={paths.skp}
      foot={
        <TaskActions>
          <Button isBusy={editor.isSaving} onClick={() => void editor.save()}>
            {words.save}
          </Button>
          <Button kind="primary" isBusy={editor.isSaving} onClick={() => void saveAndLeave()}>
            {words.saveAndPropose}
          </Button>
        </TaskActions>
      }
    >
      <LeaveGuard isDirty={isDirty && !isLeaving} />
      <h1 className="visually-hidden">{words.tabEdit(skp.year)}</h1>
      <div className="stack">
        <ErrorSummary faults={faults} />
        {isStale ? <Conflict /> : faults.length === 0 && <ProblemAlert error={editor.error} />}
        {editor.isRestored && isDirty && (
          <Alert title={words.restored}>
            <Button kind="quiet" isSmall onClick={() => void editor.drop()}>
              {words.restoredDrop}
            </Button>
          </Alert>
        )}
        <SkpState skp={skp} />
        <RadioGroup
          label={words.pendekatan}
          isInline
          value={draft.pendekatan}
          onChange={(pendekatan) => change({ ...draft, pendekatan })}
          options={PENDEKATAN.map((value) => ({ value, label: copy.vocabulary.pendekatan[value], help: words.pendekatanHelp[value] }))}
        />
        <Results skp={skp} editor={editor} />
        <ValuesForm draft={draft} onChange={change} />
        <LampiranForm draft={draft} onChange={change} />
      </div>
    </TaskFrame>
  );
}

type Editing = ReturnType<typeof useSkpEditor>;

function Status({ isDirty, isSaving, savedAt }: Pick<Editing, "isDirty" | "isSaving" | "savedAt">) {
  const words = useSkpCopy();
  const format = useFormat();
  if (isSaving) return words.saving;
  if (isDirty) return words.unsaved;
  return savedAt === null ? words.savedBefore : words.saved(format.time(savedAt));
}

/** Somebody, or this person elsewhere, was faster: nothing is overwritten. */
function Conflict() {
  const words = useSkpCopy();
  return (
    <Alert kind="error" isLive title={words.conflict}>
      <Button isSmall onClick={() => location.reload()}>
        {words.conflictLoad}
      </Button>
    </Alert>
  );
}

function Results({ skp, editor: { draft, change, faults } }: { skp: SkpView; editor: Editing }) {
  const words = useSkpCopy();
  const [search, setSearch] = useSearchParams();
  const [said, setSaid] = useState<{ text: string; gone?: { at: number; result: (typeof draft.hasilKerja)[number] } } | null>(null);
  const results = draft.hasilKerja;
  const put = (hasilKerja: typeof results) => change({ ...draft, hasilKerja });
  const remove = (at: number) => {
    const gone = results[at];
    put(removeAt(results, at));
    if (gone) setSaid({ text: words.removed(words.result(at + 1)), gone: { at, result: gone } });
  };
  const undo = ({ at, result }: { at: number; result: (typeof results)[number] }) => {
    put(insertAt(results, at, result));
    setSaid(null);
  };
  const move = (at: number, by: -1 | 1) => {
    put(moveBy(results, at, by));
    setSaid({ text: words.moved(at + 1, at + by + 1) });
  };
  return (
    <>
      <h2>{words.results}</h2>
      {results.length === 0 && <EmptyState title={words.empty} />}
      {results.map((result, at) => (
        <ResultForm
          key={result.lineId}
          {...{ result, at, skp, faults }}
          count={results.length}
          pendekatan={draft.pendekatan}
          onChange={(next) => put(replaceAt(results, at, next))}
          onMove={(by) => move(at, by)}
          onRemove={() => remove(at)}
        />
      ))}
      <div role="status" className="row">
        {said && <span>{said.text}</span>}
        {said?.gone && (
          <Button kind="quiet" isSmall onClick={() => said.gone && undo(said.gone)}>
            {words.undo}
          </Button>
        )}
      </div>
      <div className="row">
        <Button icon={IconPlus} onClick={() => put([...results, newResult(draft.pendekatan)])}>
          {words.addResult}
        </Button>
        <Button onClick={() => setSearch({ tempel: "1" })}>{words.paste}</Button>
      </div>
      {search.has("tempel") && <Suspense><PasteDialog isPimpinan={skp.isPimpinan} onClose={() => setSearch({}, { replace: true })} onAdd={(pasted) => change(withPasted(draft, pasted))} /></Suspense>}
    </>
  );
}
