import { applyPeopleImport, discardPeopleImport, exportImportProblems, type ImportPreview, keepBknReport, listPeopleImports, previewPeopleImport, readImportProgress, readImportRows, undoPeopleImport } from "@teraju/contracts/people-import";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { usePeopleImportCopy } from "#copy/page/people-import.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation, apiQuery, ProblemError, queryKey } from "../../api.ts";
import css from "./people-import.module.css";

const AFTER = { invalidates: [listPeopleImports, previewPeopleImport, readImportRows] };
const POLL_MS = 400;

/** The one thing that can be done with the file now, asked once more before it is done. */
export function WhatNow({ view, isWaiting }: { view: ImportPreview; isWaiting: boolean }) {
  const { status } = view.import;
  if (status === "previewed") return <Apply view={view} isWaiting={isWaiting} />;
  return status === "applied" ? <Undo view={view} /> : null;
}

function useRefusal() {
  const { refusals } = useCopy();
  return (codes: readonly string[]) => (codes[0] === undefined ? null : refusals[codes[0] as Refusal]);
}

/** What the file does, in a few sentences: asked before it is applied, told afterwards. */
function useSummary({ counts, endMissing }: ImportPreview): string[] {
  const words = usePeopleImportCopy();
  const { number } = useFormat();
  const units = counts.units.baru + counts.units.pindah + counts.units.berubah;
  const skipped = counts.bermasalah + counts.units.bermasalah;
  return [words.applyCounts(number(counts.baru), number(counts.pindah), number(counts.berubah)), units > 0 && words.applyUnits(number(units)), endMissing && counts.hilang > 0 && words.applyEnds(number(counts.hilang)), skipped > 0 && words.applySkips(number(skipped))].filter((line) => line !== false);
}

function Apply({ view, isWaiting }: { view: ImportPreview; isWaiting: boolean }) {
  const words = usePeopleImportCopy();
  const format = useFormat();
  const refusal = useRefusal();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { import: { id, version }, from, endMissing, digest, actions } = view;
  const lines = [...useSummary(view), words.applySafe];
  const apply = useMutation({ ...apiMutation(applyPeopleImport, AFTER), onError: async (error) => { if (isStale(error)) await client.invalidateQueries({ queryKey: queryKey(previewPeopleImport) }); } });
  const discard = useMutation(apiMutation(discardPeopleImport, AFTER));
  const go = () => {
    setAsking(false);
    apply.mutate({ params: { id }, body: { version, from, endMissing, digest } });
  };
  if (apply.isPending) return <Running id={id} />;
  return (
    <div className="stack-tight">
      <div className={css["actions"]}>
        <Button kind="primary" refusal={refusal(actions.apply)} isBusy={isWaiting} onClick={() => setAsking(true)}>{words.apply}</Button>
        <Button isBusy={discard.isPending} refusal={refusal(actions.discard)} onClick={() => discard.mutate({ params: { id }, body: { version } })}>{words.discard}</Button>
      </div>
      {isStale(apply.error) ? <Alert kind="attention" isLive><p>{words.stale}</p></Alert> : <ProblemAlert error={apply.error ?? discard.error} />}
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={words.applyAsk(format.date(from))} actions={<><Button kind="primary" onClick={go}>{words.applyNow}</Button><Button onClick={() => setAsking(false)}>{words.cancel}</Button></>}>
        {lines.map((line) => <p key={line}>{line}</p>)}
      </Dialog>
    </div>
  );
}
const isStale = (error: unknown): boolean => error instanceof ProblemError && error.code === "stale";

const STEPS = ["read", "units", "people", "posts", "raters", "reports", "trail"] as const;
/** How far it is, asked of the server while it works: the steps differ in length, so the bar counts steps and the words say which. */
function Running({ id }: { id: string }) {
  const words = usePeopleImportCopy();
  const { data } = useQuery({ ...apiQuery(readImportProgress, { params: { id } }), refetchInterval: POLL_MS, staleTime: 0 });
  const step = data?.step ?? "read";
  return (
    <Card title={words.running}>
      <div className="stack-tight" role="status">
        <progress className={css["progress"]} aria-label={words.running} max={STEPS.length} value={STEPS.indexOf(step) + 1} />
        <p>{words.steps[step]}</p>
      </div>
    </Card>
  );
}

function Undo({ view }: { view: ImportPreview }) {
  const { import: { id, version }, dependents, actions } = view;
  const words = usePeopleImportCopy();
  const done = useSummary(view);
  const refusal = useRefusal();
  const [isAsking, setAsking] = useState(false);
  const undo = useMutation(apiMutation(undoPeopleImport, AFTER));
  const go = () => {
    setAsking(false);
    undo.mutate({ params: { id }, body: { version } });
  };
  return (
    <Card title={words.done}>
      <div className="stack-tight">
        {done.map((line) => <p key={line}>{line}</p>)}
        {dependents.map((one) => <p key={one} className="quiet">{words.dependents[one]}</p>)}
        <div className={css["actions"]}>
          <Button refusal={refusal(actions.undo)} isBusy={undo.isPending} onClick={() => setAsking(true)}>{words.undo}</Button>
          <ProblemsLink view={view} />
        </div>
        <ProblemAlert error={undo.error} />
      </div>
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={words.undoAsk} actions={<><Button kind="danger" onClick={go}>{words.undoNow}</Button><Button onClick={() => setAsking(false)}>{words.cancel}</Button></>}>
        <p>{words.undoHelp}</p>
      </Dialog>
    </Card>
  );
}

/** The lines that could not be carried out, to be repaired beside the file. */
export function ProblemsLink({ view: { import: { id }, from, endMissing, counts } }: { view: ImportPreview }) {
  const words = usePeopleImportCopy();
  if (counts.bermasalah + counts.units.bermasalah === 0) return null;
  return <LinkButton to={`${exportImportProblems.path.replace(":id", id)}?from=${from}&endMissing=${endMissing ? "ya" : "tidak"}`} reloadDocument download icon={IconDownload}>{words.problems}</LinkButton>;
}

/** e-Kinerja's report of a period: kept beside our own results, whatever becomes of the people in it. */
export function BknCard({ view: { import: { id, version }, actions }, bkn }: { view: ImportPreview; bkn: NonNullable<ImportPreview["bkn"]> }) {
  const words = usePeopleImportCopy();
  const format = useFormat();
  const refusal = useRefusal();
  const keep = useMutation(apiMutation(keepBknReport, AFTER));
  const { period } = bkn;
  const name = period === null ? words.bknNoPeriod : period.kind === "bulanan" ? words.bknPeriod.bulanan(format.monthYear(`${period.year}-${String(period.number).padStart(2, "0")}`)) : period.kind === "triwulanan" ? words.bknPeriod.triwulanan(period.number, period.year) : words.bknPeriod.tahunan(period.year);
  return (
    <Card title={words.bkn} sub={words.bknText(name, format.number(bkn.rows))}>
      <div className="stack-tight">
        {bkn.unread > 0 && <p>{words.bknUnread(format.number(bkn.unread))}</p>}
        {bkn.keptAt === null
          ? <><div><Button refusal={refusal(actions.keep)} isBusy={keep.isPending} onClick={() => keep.mutate({ params: { id }, body: { version } })}>{words.keep}</Button></div><p className="quiet small">{words.keepHelp}</p></>
          : <p>{words.kept(format.moment(bkn.keptAt))}</p>}
        <ProblemAlert error={keep.error} />
      </div>
    </Card>
  );
}
