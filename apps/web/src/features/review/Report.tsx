import { readReview, type ReviewView } from "@teraju/contracts/review";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useReviewCopy } from "#copy/page/review.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { classes } from "#ui/styles/classes.ts";
import { KeyHint } from "#ui/work/KeyHint.tsx";
import { useShortcuts } from "#ui/work/shortcuts.ts";
import { apiQuery } from "../../api.ts";
import { Comment, COMMENT_ID } from "./Comment.tsx";
import { EvidencePreview } from "./EvidencePreview.tsx";
import { released } from "./released.ts";
import { noteIdOf, ReportRow, rowIdOf } from "./ReportRow.tsx";
import css from "./review.module.css";
import { acceptRest, annotate, decide, type Outcome, outcomeOf, type Verdict, verdictOf, type Work } from "./work.ts";

type ReportProps = {
  reportId: string;
  workOn: (report: ReviewView) => { work: Work; isOutdated: boolean };
  onWork: (report: ReviewView, work: Work) => void;
  onSend: (report: ReviewView, kind: "check" | "return") => void;
};

/** Puts the cursor into a control once it is drawn. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** The report under check: rows in the middle, evidence and umpan balik beside them. */
export function Report({ reportId, workOn, onWork, onSend }: ReportProps) {
  const review = useReviewCopy();
  const { refusals } = useCopy();
  const report = useSuspenseQuery({ ...apiQuery(readReview, { params: { reportId } }), refetchOnWindowFocus: false }).data;
  const { work, isOutdated } = workOn(report);
  const [at, setAt] = useState(0);
  const [missing, setMissing] = useState<Outcome | null>(null);
  const [evidenceId, setEvidenceId] = useState<string | null>(null);
  const [reason] = report.actions.verdict;
  const refusal = reason === undefined ? null : ((refusals as Record<string, string>)[reason] ?? review.notWaiting);
  const { rows } = report;
  const current = rows[at];
  const evidence = rows.flatMap((row) => row.evidence).find((one) => one.id === evidenceId);
  const change = (next: Work) => {
    setMissing(null);
    onWork(report, next);
  };
  // Only keys scroll: a page that moved under a press would lead it to the wrong row.
  const go = (index: number) => {
    const next = Math.max(0, Math.min(index, rows.length - 1));
    setAt(next);
    requestAnimationFrame(() => document.getElementById(rowIdOf(rows[next]?.id ?? ""))?.scrollIntoView({ block: "nearest" }));
  };
  const judge = (index: number, verdict: Verdict) => {
    const row = rows[index];
    if (row === undefined || refusal !== null) return;
    change(decide(work, row, verdict));
    setAt(index);
    if (verdict === "minta_perbaikan") focusSoon(noteIdOf(row.id));
  };
  const rest = () => refusal === null && change(acceptRest(work, rows));
  const outcome = outcomeOf(rows, work);
  const send = () => {
    if (refusal !== null) return;
    if (outcome.kind === "check" || outcome.kind === "return") return onSend(report, outcome.kind);
    setMissing(outcome);
    if (outcome.kind === "note_missing") focusSoon(noteIdOf(outcome.row));
  };
  useShortcuts({
    arrowdown: () => go(at + 1), arrowup: () => go(at - 1),
    1: () => judge(at, "terima"), 2: () => judge(at, "minta_perbaikan"), 3: () => judge(at, "bahas_di_rapat"),
    a: rest, enter: send, c: () => focusSoon(COMMENT_ID),
  });
  return (
    <>
      <section className="stack" aria-label={report.person.name}>
        <Head report={report} refusal={refusal} />
        {isOutdated && <Alert kind="attention" isLive>{review.outdated}</Alert>}
        <ol className={css["rows"]} aria-label={review.rows}>
          {rows.map((row, index) => (
            <ReportRow
              key={row.id} row={row} isCurrent={row === current} isFirstOfResult={row.hasilKerja.lineId !== rows[index - 1]?.hasilKerja.lineId} {...verdictOf(row, work)} refusal={refusal} opened={evidenceId}
              noteError={missing?.kind === "note_missing" && missing.row === row.id ? review.noteMissing : null}
              onChoose={() => setAt(index)} onVerdict={(verdict) => judge(index, verdict)} onNote={(note) => change(annotate(work, row, note))}
              onEvidence={(one) => setEvidenceId(one.id === evidenceId ? null : one.id)}
            />
          ))}
        </ol>
      </section>
      <aside className={classes("stack", css["side"])}>
        {evidence && (
          <div className={css["preview"]}>
            <EvidencePreview evidence={evidence} onClose={() => setEvidenceId(null)} />
          </div>
        )}
        {refusal === null && (
          <>
            <Comment report={report} work={work} onChange={change} />
            <div className={classes("stack-tight", css["send"])}>
              {missing?.kind === "undecided" && <Alert kind="attention" isLive>{review.undecided(missing.count)}</Alert>}
              <Button isWide onClick={released(rest)}>
                {review.acceptRest} <KeyHint keys="A" />
              </Button>
              <Button kind="primary" isWide onClick={send}>
                {outcome.kind === "return" ? review.sendBack : review.send} <KeyHint keys="↵" />
              </Button>
            </div>
          </>
        )}
      </aside>
    </>
  );
}

function Head({ report, refusal }: { report: ReviewView; refusal: string | null }) {
  const review = useReviewCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  return (
    <header className="stack-tight">
      <h2>
        {report.person.name}, {format.monthYear(report.month)}
      </h2>
      <p className="quiet small">
        {[report.person.jabatan, report.person.unit].filter(Boolean).join(", ")}. {report.submittedAt !== null && review.sent(format.moment(report.submittedAt))} {report.isLate && <Badge kind="attention">{review.late}</Badge>}
      </p>
      {refusal !== null && (
        <Alert>
          <p>
            {review.status(vocabulary.monthlyReportStatus[report.status])} {report.status === "submitted" ? refusal : review.notWaiting}
          </p>
        </Alert>
      )}
      {report.kendala !== null && <p><b>{review.kendala}:</b> {report.kendala}</p>}
      {report.bantuan !== null && <p><b>{review.bantuan}:</b> {report.bantuan}</p>}
    </header>
  );
}
