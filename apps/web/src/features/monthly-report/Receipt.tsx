import { listMyReports, readMyReport, withdrawReport } from "@teraju/contracts/monthly-report";
import { readHome } from "@teraju/contracts/home";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TaskActions, TaskFrame } from "#ui/light/TaskFrame.tsx";
import { useIsAtLeast } from "#ui/light/width.ts";
import { apiMutation } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import type { Report, Row } from "./draft.ts";
import { Promises } from "./Promises.tsx";
import css from "./report.module.css";
import { figureOf } from "./row.ts";
import { Conflict, useSaveWords } from "./SaveState.tsx";

const TONE = { terima: "good", minta_perbaikan: "attention", bahas_di_rapat: "info" } as const;

/** It is on its way, or it has arrived: number and time, who looks at it now, and the way back while there is one. */
export function Receipt({ report }: { report: Report }) {
  const { monthlyReport: copy, vocabulary } = useCopy();
  const format = useFormat();
  const navigate = useNavigate();
  const status = useSaveWords(report);
  const { view } = report;
  const withdraw = useMutation(apiMutation(withdrawReport, { invalidates: [readMyReport, listMyReports, readHome] }));
  const isOnItsWay = report.isSubmitting;
  const month = format.month(view.month);
  // On a phone the receipt and the way back stand within the first screen; what the penilai wrote is never folded away.
  const isWide = useIsAtLeast(1000);
  const [noted, plain] = [view.rows.filter((row) => row.verdictNote !== null), view.rows.filter((row) => row.verdictNote === null)];
  return (
    <TaskFrame title={copy.title(month)} status={status} backTo={paths.reports} foot={<TaskActions><LinkButton kind="primary" isWide to={paths.home}>{copy.toHome}</LinkButton></TaskActions>}>
      <h1>{isOnItsWay ? copy.willArrive(month) : copy.states[view.status](month)}</h1>
      <Conflict report={report} />
      {isOnItsWay && <Alert kind="attention">{copy.willArriveText}</Alert>}
      {!isOnItsWay && view.receiptNumber !== null && view.submittedAt !== null && (
        <dl className={css["receipt"]}>
          <dt>{copy.receiptNumber}</dt><dd className="num"><b>{view.receiptNumber}</b></dd>
          <dt>{copy.sentAt}</dt><dd>{format.moment(view.submittedAt)} {copy.wib} {view.isLate && <Badge kind="attention">{vocabulary.ketepatan.terlambat}</Badge>}</dd>
          {view.penilai && <><dt>{copy.checkedBy}</dt><dd>{view.penilai}</dd></>}
        </dl>
      )}
      <Promises month={view.month} />
      {noted.length > 0 && <SentRows rows={noted} report={report} />}
      <details className={css["more"]} open={isWide}>
        <summary>{copy.sentRows(plain.length)}</summary>
        <SentRows rows={plain} report={report} />
      </details>
      {!isOnItsWay && <p><LinkButton to={to(paths.reportCopy, { bulan: view.month })}>{copy.toEKinerja}</LinkButton></p>}
      {!isOnItsWay && view.status === "submitted" && (
        <div className="stack-tight">
          <Button isBusy={withdraw.isPending} refusal={view.actions.withdraw.includes("verdict_given") ? copy.cannotWithdraw : undefined}
            onClick={() => withdraw.mutate({ params: { id: view.id }, body: { version: view.version } }, { onSuccess: () => void navigate(to(paths.report, { bulan: view.month })) })}>
            {copy.withdraw}
          </Button>
          <ProblemAlert error={withdraw.error} />
        </div>
      )}
    </TaskFrame>
  );
}

function SentRows({ rows, report: { draft } }: { rows: readonly Row[]; report: Report }) {
  const { monthlyReport: copy, vocabulary } = useCopy();
  const format = useFormat();
  return (
    <ul className={css["summary"]}>
      {rows.map((row) => {
        const words = draft.rows.find((w) => w.id === row.id);
        const figure = words === undefined ? null : figureOf(row, words);
        return (
          <li key={row.id} className={css["summaryLine"]}>
            <div>
              <p>{row.indikator.text}</p>
              <p className="quiet small">{words?.sentence ?? words?.uraian}</p>
              {row.verdictNote && <p className="small">{copy.penilaiSays(row.verdictNote)}</p>}
            </div>
            <b className="num">{figure === null ? "" : row.indikator.jenis === "rasio" ? format.percent(figure) : format.number(figure)}</b>
            {row.verdict && <Badge kind={TONE[row.verdict]}>{vocabulary.verdict[row.verdict]}</Badge>}
          </li>
        );
      })}
    </ul>
  );
}
