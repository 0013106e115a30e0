import { useState } from "react";
import { Navigate, useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { TaskActions, TaskFrame } from "#ui/light/TaskFrame.tsx";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { cleanText, type Report, useReport } from "./draft.ts";
import { Promises } from "./Promises.tsx";
import { Receipt } from "./Receipt.tsx";
import css from "./report.module.css";
import { lacks, resultsOf } from "./row.ts";
import { Conflict, useSaveWords } from "./SaveState.tsx";
import { Missing, Summary } from "./Summary.tsx";

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
  const [asked, setAsked] = useState(0);
  const send = () => (missing.length > 0 ? setAsked(asked + 1) : report.submit(today));
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
      {missing.length > 0 && <Missing report={report} missing={missing} asked={asked} />}
      <Promises month={view.month} />
      <Summary report={report} missing={missing} />
      <details className={css["more"]} open={draft.kendala !== null || draft.bantuan !== null}>
        <summary>{words.obstacles}</summary>
        <div className="stack">
          <Textarea label={words.kendala} isOptional rows={2} maxLength={1000} value={draft.kendala ?? ""} onChange={(e) => report.changeWords({ kendala: cleanText(e.target.value) })} />
          <Textarea label={words.bantuan} isOptional rows={2} maxLength={1000} value={draft.bantuan ?? ""} onChange={(e) => report.changeWords({ bantuan: cleanText(e.target.value) })} />
        </div>
      </details>
      <p className="quiet">{words.canWithdraw}</p>
      <p><LinkButton kind="quiet" to={to(paths.reportCopy, { bulan: view.month })}>{words.toEKinerja}</LinkButton></p>
    </TaskFrame>
  );
}
