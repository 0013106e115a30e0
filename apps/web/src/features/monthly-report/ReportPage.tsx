import { useEffect, useState } from "react";
import { Navigate, useNavigate, useParams, useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { IconArrowLeft } from "#ui/light/icons.ts";
import { ProgressSteps } from "#ui/light/ProgressSteps.tsx";
import { TaskActions, TaskFrame } from "#ui/light/TaskFrame.tsx";
import { useIsAtLeast } from "#ui/light/width.ts";
import { paths, to } from "../../paths.ts";
import { type Report, useReport } from "./draft.ts";
import { Promises } from "./Promises.tsx";
import css from "./report.module.css";
import { ResultForm, useTarget } from "./ResultForm.tsx";
import { lacks, type Result, resultsOf } from "./row.ts";
import { Conflict, useSaveWords } from "./SaveState.tsx";

/** From so many pixels on, all results stand beneath each other. */
const DESK_WIDTH = 1000;

/** The month, one result at a time on a phone, all of them beneath each other on a desk. */
export default function ReportPage() {
  const { bulan = "" } = useParams();
  const report = useReport(bulan);
  const isWide = useIsAtLeast(DESK_WIDTH);
  const { view } = report;
  const isEditable = view.kewajiban === "wajib_lapor" && (view.status === "draft" || view.status === "returned") && !report.isSubmitting && view.actions.save.length === 0;
  if (view.kewajiban === "wajib_lapor" && !isEditable) return <Navigate to={to(paths.reportCheck, { bulan })} replace />;
  if (view.kewajiban !== "wajib_lapor" || view.rows.length === 0) return <Excused report={report} />;
  const results = resultsOf(view.rows);
  return isWide ? <AllResults report={report} results={results} /> : <OneResult report={report} results={results} />;
}

function Excused({ report: { view } }: { report: Report }) {
  const { monthlyReport: copy, vocabulary } = useCopy();
  const format = useFormat();
  return (
    <TaskFrame title={copy.title(format.month(view.month))} backTo={paths.reports}>
      <h1 className="visually-hidden">{copy.title(format.month(view.month))}</h1>
      <EmptyState title={copy.excusedTitle(vocabulary.kewajiban[view.kewajiban])} action={view.kewajiban === "tidak_ada_target" && <LinkButton to={paths.skp}>{copy.toSkp}</LinkButton>}>{copy.excusedText[view.kewajiban]}</EmptyState>
    </TaskFrame>
  );
}

/** "Bayi diimunisasi dasar lengkap" over "Hasil kerja 3 dari 4. Target November 20 bayi." */
function ResultTitle({ report: { view }, result, at, of, level }: { report: Report; result: Result; at: number; of: number; level: 1 | 2 }) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const targetOf = useTarget();
  const Heading = level === 1 ? "h1" : "h2";
  const [row] = result.rows;
  const target = result.rows.length === 1 && row.indikator.text === result.text ? targetOf(row) : null;
  return (
    <header className={css["resultTitle"]}>
      <Heading className={result.text.length > LONG_TITLE ? css["longTitle"] : undefined}>{result.text}</Heading>
      <p className="quiet">{copy.rowLine(at + 1, of)} {target && copy.targetOf(format.month(view.month), target)}</p>
    </header>
  );
}
const LONG_TITLE = 48;
const BUTTON_ROOM = 26;
const STEP_ROOM = 12;

/** Names too long for their step would all read alike when cut: then numbers stand there, and the name is read out. */
function nameOfStep(results: readonly Result[], { text }: Result, at: number): { label: string; name?: string } {
  return results.some((r) => r.text.length > STEP_ROOM) ? { label: String(at + 1), name: text } : { label: text };
}

/** Filled is a result of which nothing but evidence is missing: one piece for the whole report may be enough. */
function isFilled(report: Report, result: Result): boolean {
  return !lacks(report.view, report.draft, report.waiting).some((lack) => lack.what !== "evidence" && result.rows.some((row) => row.id === lack.row));
}

function OneResult({ report, results }: { report: Report; results: readonly Result[] }) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { view } = report;
  const status = useSaveWords(report);
  // Where repair was asked for, else where one left off; decided once: a step that becomes complete must not jump away under the finger.
  const [begin] = useState(() => Math.max(0, results.findIndex((r) => r.rows.some((row) => row.verdict === "minta_perbaikan") || !isFilled(report, r))));
  const at = search.has("hasil") ? Math.min(Math.max(1, Number(search.get("hasil")) || 1), results.length) - 1 : begin;
  const result = results[at];
  useEffect(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus(), [at]);
  if (result === undefined) return null;
  const step = (n: number) => to(paths.report, { bulan: view.month }, { hasil: String(n + 1) });
  const following = results[at + 1];
  return (
    <TaskFrame
      title={copy.title(format.month(view.month))} status={status} backTo={paths.reports}
      foot={
        <TaskActions line={copy.deadline(format.day(view.jendela.batas))}>
          {at > 0 && <Button icon={IconArrowLeft} aria-label={copy.previous} onClick={() => void navigate(step(at - 1), { replace: true })} />}
          <LinkButton kind="primary" isWide replace={following !== undefined} to={following === undefined ? to(paths.reportCheck, { bulan: view.month }) : step(at + 1)}>{following === undefined ? copy.toCheck : following.text.length > BUTTON_ROOM ? copy.nextNumber(at + 2) : copy.next(following.text)}</LinkButton>
        </TaskActions>
      }
    >
      <Conflict report={report} />
      {view.status === "returned" && <Alert kind="attention" title={copy.returnedTitle}>{copy.returnedText}</Alert>}
      <ProgressSteps steps={results.map((r, i) => ({ ...nameOfStep(results, r, i), state: i === at ? "current" : isFilled(report, r) ? "done" : "todo", to: step(i) }))} />
      {/* The first lines, also of who comes back in the middle. */}
      {(at === 0 || !search.has("hasil")) && <Promises month={view.month} />}
      <ResultTitle report={report} result={result} at={at} of={results.length} level={1} />
      <ResultForm key={result.lineId} report={report} result={result} missing={search.has("kurang") ? lacks(view, report.draft, report.waiting) : []} />
    </TaskFrame>
  );
}

function AllResults({ report, results }: { report: Report; results: readonly Result[] }) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const [search] = useSearchParams();
  const { view, draft } = report;
  const status = useSaveWords(report);
  const missing = search.has("kurang") ? lacks(view, draft, report.waiting) : [];
  useEffect(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus(), []);
  return (
    <div className={css["desk"]}>
      <TaskFrame
        title={copy.title(format.monthYear(view.month))} status={status} backTo={paths.reports}
        foot={<TaskActions line={copy.deadline(format.day(view.jendela.batas))}><LinkButton kind="primary" to={to(paths.reportCheck, { bulan: view.month })}>{copy.toCheck}</LinkButton></TaskActions>}
      >
        <h1 className="visually-hidden">{copy.title(format.monthYear(view.month))}</h1>
        <Conflict report={report} />
        {view.status === "returned" && <Alert kind="attention" title={copy.returnedTitle}>{copy.returnedText}</Alert>}
        <Promises month={view.month} />
        {results.map((result, at) => (
          <section key={result.lineId} className={css["deskRow"]} aria-label={result.text}>
            <ResultTitle report={report} result={result} at={at} of={results.length} level={2} />
            <ResultForm report={report} result={result} missing={missing} />
          </section>
        ))}
      </TaskFrame>
    </div>
  );
}
