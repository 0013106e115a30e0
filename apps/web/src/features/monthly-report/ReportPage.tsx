import { useSyncExternalStore } from "react";
import { Navigate, useNavigate, useParams, useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { IconArrowLeft } from "#ui/light/icons.ts";
import { ProgressSteps } from "#ui/light/ProgressSteps.tsx";
import { TaskActions, TaskFrame } from "#ui/light/TaskFrame.tsx";
import { paths, to } from "../../paths.ts";
import { type Report, type Row, useReport } from "./draft.ts";
import css from "./report.module.css";
import { RowForm } from "./RowForm.tsx";
import { lacks } from "./row.ts";
import { Conflict, useSaveWords } from "./SaveState.tsx";

const wide = matchMedia("(min-width: 1000px)");
const useIsWide = () => useSyncExternalStore((changed) => (wide.addEventListener("change", changed), () => wide.removeEventListener("change", changed)), () => wide.matches);

/** The month, one result at a time on a phone, all of them beneath each other on a desk. */
export default function ReportPage() {
  const { bulan = "" } = useParams();
  const report = useReport(bulan);
  const isWide = useIsWide();
  const [search] = useSearchParams();
  const { view } = report;
  const isEditable = view.kewajiban === "wajib_lapor" && (view.status === "draft" || view.status === "returned") && !report.isSubmitting && view.actions.save.length === 0;
  if (view.kewajiban === "wajib_lapor" && !isEditable) return <Navigate to={to(paths.reportCheck, { bulan })} replace />;
  if (view.kewajiban !== "wajib_lapor" || view.rows.length === 0) return <Excused report={report} />;
  const at = Math.min(Math.max(1, Number(search.get("hasil") ?? 1) || 1), view.rows.length) - 1;
  return isWide ? <AllRows report={report} /> : <OneRow report={report} at={at} />;
}

function Excused({ report: { view } }: { report: Report }) {
  const { monthlyReport: copy, vocabulary } = useCopy();
  const format = useFormat();
  return (
    <TaskFrame title={copy.title(format.month(view.month))} backTo={paths.reports}>
      <EmptyState title={copy.excusedTitle(vocabulary.kewajiban[view.kewajiban])} action={view.kewajiban === "tidak_ada_target" && <LinkButton to={paths.skp}>{copy.toSkp}</LinkButton>}>{copy.excusedText[view.kewajiban]}</EmptyState>
    </TaskFrame>
  );
}

/** "Bayi diimunisasi dasar lengkap" over "Hasil kerja 3 dari 4. Target November 20 bayi." */
function RowTitle({ report: { view }, row, level }: { report: Report; row: Row; level: 1 | 2 }) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const Heading = level === 1 ? "h1" : "h2";
  const { satuan, targetText, targetMin, targetMax, arah, jenis } = row.indikator;
  const figure = arah === "rentang" && targetMin !== null && targetMax !== null ? `${format.number(targetMin)}–${format.number(targetMax)}` : row.target === null ? null : jenis === "rasio" ? format.percent(row.target) : format.number(row.target);
  const target = figure === null ? targetText : `${figure} ${jenis === "rasio" ? "" : (satuan ?? "")}`.trim();
  return (
    <header className={css["rowTitle"]}>
      <Heading>{row.hasilKerja.text}</Heading>
      <p className="quiet">{copy.rowLine(view.rows.indexOf(row) + 1, view.rows.length)} {row.isDue ? target && copy.targetOf(format.month(view.month), target) : copy.notDue}</p>
      {row.indikator.text !== row.hasilKerja.text && <p className="quiet">{row.indikator.text}</p>}
    </header>
  );
}

function isFilled(report: Report, row: Row): boolean {
  return !lacks(report.view, report.draft, report.waiting).some((lack) => lack.row === row.id && lack.what !== "evidence");
}

function OneRow({ report, at }: { report: Report; at: number }) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { view, draft } = report;
  const status = useSaveWords(report);
  const row = view.rows[at];
  const words = draft.rows.find((w) => w.id === row?.id);
  if (row === undefined || words === undefined) return null;
  const step = (n: number) => to(paths.report, { bulan: view.month }, { hasil: String(n + 1) });
  const following = view.rows[at + 1];
  const check = to(paths.reportCheck, { bulan: view.month });
  const missing = search.has("kurang") ? lacks(view, draft, report.waiting) : [];
  return (
    <TaskFrame
      title={copy.title(format.month(view.month))} status={status} backTo={paths.reports}
      foot={
        <TaskActions line={copy.deadline(format.day(view.jendela.batas))}>
          {at > 0 && <Button icon={IconArrowLeft} aria-label={copy.previous} onClick={() => void navigate(step(at - 1), { replace: true })} />}
          <LinkButton kind="primary" isWide replace={following !== undefined} to={following === undefined ? check : step(at + 1)}>{following === undefined ? copy.toCheck : copy.next(following.hasilKerja.text)}</LinkButton>
        </TaskActions>
      }
    >
      <Conflict report={report} />
      <ProgressSteps steps={view.rows.map((r, i) => ({ label: shortName(r.hasilKerja.text), state: i === at ? "current" : isFilled(report, r) ? "done" : "todo", to: step(i) }))} />
      <RowTitle report={report} row={row} level={1} />
      <RowForm key={row.id} report={report} row={row} words={words} missing={missing} />
    </TaskFrame>
  );
}

/** The first word or two: what a step's width holds. */
function shortName(text: string): string {
  const [first = "", second = ""] = text.split(" ");
  return first.length < 5 && second !== "" ? `${first} ${second}` : first;
}

function AllRows({ report }: { report: Report }) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const [search] = useSearchParams();
  const { view, draft } = report;
  const status = useSaveWords(report);
  const missing = search.has("kurang") ? lacks(view, draft, report.waiting) : [];
  return (
    <div className={css["desk"]}>
      <TaskFrame
        title={copy.title(format.monthYear(view.month))} status={status} backTo={paths.reports}
        foot={<TaskActions line={copy.deadline(format.day(view.jendela.batas))}><LinkButton kind="primary" to={to(paths.reportCheck, { bulan: view.month })}>{copy.toCheck}</LinkButton></TaskActions>}
      >
        <h1 className="visually-hidden">{copy.title(format.monthYear(view.month))}</h1>
        <Conflict report={report} />
        {view.status === "returned" && <Alert kind="attention" title={copy.returnedTitle}>{copy.returnedText}</Alert>}
        {view.rows.map((row) => {
          const words = draft.rows.find((w) => w.id === row.id);
          return words && (
            <section key={row.id} className={css["deskRow"]} aria-label={row.hasilKerja.text}>
              <RowTitle report={report} row={row} level={2} />
              <RowForm report={report} row={row} words={words} missing={missing} />
            </section>
          );
        })}
      </TaskFrame>
    </div>
  );
}
