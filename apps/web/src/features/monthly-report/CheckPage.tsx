import { useState } from "react";
import { Link, Navigate, useNavigate, useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { TaskActions, TaskFrame } from "#ui/light/TaskFrame.tsx";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { cleanText, type Report, type Row, useReport } from "./draft.ts";
import { Receipt } from "./Receipt.tsx";
import css from "./report.module.css";
import { evidenceCount, fieldOf, figureOf, type Lack, lacks, resultsOf, shorten } from "./row.ts";
import { Conflict, useSaveWords } from "./SaveState.tsx";

/** Everything on one page before it goes: what is missing leads to its field. After sending: the receipt. */
export default function CheckPage() {
  const { bulan = "" } = useParams();
  const report = useReport(bulan);
  const { view } = report;
  if (view.kewajiban !== "wajib_lapor") return <Navigate to={to(paths.report, { bulan })} replace />;
  const isOpen = (view.status === "draft" || view.status === "returned") && !report.isSubmitting;
  if (!isOpen || (view.actions.save.length > 0 && view.submittedAt !== null)) return <Receipt report={report} />;
  return <Check report={report} />;
}

function Check({ report }: { report: Report }) {
  const copy = useCopy();
  const words = copy.monthlyReport;
  const format = useFormat();
  const { today } = useSession();
  const status = useSaveWords(report);
  const { view, draft } = report;
  const missing = lacks(view, draft, report.waiting);
  // What the rows lack is said row by row above; the rest (window, closed) only the server knows.
  const others = view.actions.submit.filter((r) => r === "window_not_open" || r === "period_closed" || r === "no_rows");
  const [isAsked, setAsked] = useState(false);
  const send = () => (missing.length > 0 ? setAsked(true) : report.submit(today));
  const month = format.month(view.month);
  return (
    <TaskFrame
      title={words.checkTitle(month)} status={status} backTo={to(paths.report, { bulan: view.month }, { hasil: String(resultsOf(view.rows).length) })}
      foot={
        <TaskActions line={words.deadline(format.day(view.jendela.batas))}>
          <Button kind="primary" isWide onClick={send} refusal={others.length > 0 ? others.map((r) => (r === "window_not_open" ? words.opensOn(format.day(view.jendela.buka)) : copy.refusals[r])).join(" ") : undefined}>{words.send}</Button>
        </TaskActions>
      }
    >
      <h1>{words.checkHeading(month)}</h1>
      <Conflict report={report} />
      {missing.length > 0 && <Missing report={report} missing={missing} isUrgent={isAsked} />}
      <ul className={css["summary"]}>{view.rows.map((row) => <Line key={row.id} report={report} row={row} isMissing={missing.some((m) => m.row === row.id && m.what !== "evidence")} />)}</ul>
      <details className={css["more"]} open={draft.kendala !== null || draft.bantuan !== null}>
        <summary>{words.obstacles}</summary>
        <div className="stack">
          <Textarea label={words.kendala} isOptional rows={2} maxLength={1000} value={draft.kendala ?? ""} onChange={(e) => report.changeWords({ kendala: cleanText(e.target.value) })} />
          <Textarea label={words.bantuan} isOptional rows={2} maxLength={1000} value={draft.bantuan ?? ""} onChange={(e) => report.changeWords({ bantuan: cleanText(e.target.value) })} />
        </div>
      </details>
      <p className="quiet">{words.canWithdraw}</p>
    </TaskFrame>
  );
}

/** So many are named before somebody asks to send; then all of them. */
const FEW = 4;

/** Leads to the step and the field; on a phone that is another page, so these are links of their own. */
function Missing({ report: { view }, missing, isUrgent }: { report: Report; missing: readonly Lack[]; isUrgent: boolean }) {
  const { monthlyReport: copy } = useCopy();
  return (
    <Alert kind={isUrgent ? "error" : "attention"} title={copy.missingTitle(missing.length)} isLive={isUrgent}>
      <ul className={css["missing"]}>
        {missing.slice(0, isUrgent ? missing.length : FEW).map(({ row: id, what }) => {
          const row = view.rows.find((r) => r.id === id);
          const at = resultsOf(view.rows).findIndex((r) => r.lineId === row?.hasilKerja.lineId);
          return row && (
            <li key={`${id} ${what}`}>
              <Link to={`${to(paths.report, { bulan: view.month }, { hasil: String(at + 1), kurang: "1" })}#${fieldOf(id, what)}`}>{copy.missingLine(copy.lacks[what](row.indikator.satuan), shorten(what === "evidence" ? row.hasilKerja.text : row.indikator.text, 60))}</Link>
            </li>
          );
        })}
        {!isUrgent && missing.length > FEW && <li>{copy.andMore(missing.length - FEW)}</li>}
      </ul>
    </Alert>
  );
}

function Line({ report, row, isMissing }: { report: Report; row: Row; isMissing: boolean }) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const navigate = useNavigate();
  const words = report.draft.rows.find((w) => w.id === row.id);
  if (words === undefined) return null;
  const figure = figureOf(row, words);
  const isRatio = row.indikator.jenis === "rasio";
  const write = (n: number) => (isRatio ? format.percent(n) : format.number(n));
  const evidence = evidenceCount(row, words, report.waiting);
  const shown = row.indikator.jenis === "uraian" ? (words.uraian === null ? "–" : "") : `${figure === null ? "–" : write(figure)}${row.target === null ? "" : `/${write(row.target)}`}`;
  const address = to(paths.report, { bulan: report.view.month }, { hasil: String(resultsOf(report.view.rows).findIndex((r) => r.lineId === row.hasilKerja.lineId) + 1) });
  return (
    <li className={css["summaryLine"]}>
      <div>
        <p>{row.indikator.text}</p>
        <p className="quiet small">{words.uraian ?? words.sentence} {evidence > 0 && <span className={css["count"]}>{copy.evidence(evidence)}</span>}</p>
      </div>
      <b className="num">{shown}</b>
      <Button kind="quiet" aria-label={copy.lineAction(isMissing ? copy.fillIn : copy.change, row.indikator.text)} onClick={() => void navigate(address)}>{isMissing ? copy.fillIn : copy.change}</Button>
    </li>
  );
}
