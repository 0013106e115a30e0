import { useEffect, useRef } from "react";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { paths, to } from "../../paths.ts";
import type { Report, Row, RowWords } from "./draft.ts";
import css from "./report.module.css";
import { evidenceOfResult, fieldOf, figureOf, type Lack, type Result, resultsOf, shorten } from "./row.ts";

/** So many fields are named one by one; more are counted for each result. */
const FEW = 5;
/** A month of so few indicators shows its sentences at once. */
const SHORT_MONTH = 4;
const NAME_ROOM = 60;

const addressOf = (month: string, at: number, { row, what }: Lack): string => `${to(paths.report, { bulan: month }, { hasil: String(at + 1), kurang: "1" })}#${fieldOf(row, what)}`;

type MissingProps = { report: Report; missing: readonly Lack[]; /** How often somebody has asked to send. */ asked: number };

/** Leads to the step and the field; on a phone that is another page, so these are links of their own. */
export function Missing({ report: { view }, missing, asked }: MissingProps) {
  const { monthlyReport: copy } = useCopy();
  const place = useRef<HTMLDivElement>(null);
  // Whoever pressed at the foot of a long page must see why nothing went.
  useEffect(() => {
    if (asked > 0) place.current?.focus();
  }, [asked]);
  const isUrgent = asked > 0;
  const results = resultsOf(view.rows);
  const links = results.flatMap((result, at) => {
    const own = missing.filter((lack) => result.rows.some((row) => row.id === lack.row));
    const [first] = own;
    if (first === undefined) return [];
    if (missing.length > FEW) return [{ address: addressOf(view.month, at, first), words: copy.missingOfResult(at + 1, own.length) }];
    return own.map((lack) => {
      const row = result.rows.find(({ id }) => id === lack.row);
      const name = lack.what === "evidence" || row === undefined ? result.text : row.indikator.text;
      return { address: addressOf(view.month, at, lack), words: copy.missingLine(copy.lacks[lack.what](row?.indikator.satuan ?? null), shorten(name, NAME_ROOM)) };
    });
  });
  return (
    <div ref={place} tabIndex={-1}>
      <Alert kind={isUrgent ? "error" : "attention"} title={copy.missingTitle(missing.length)} isLive={isUrgent}>
        <ul className={css["missing"]}>{links.map(({ address, words }) => <li key={address}><Link to={address}>{words}</Link></li>)}</ul>
      </Alert>
    </div>
  );
}

/** Each result on a few lines: its figures beside the targets, what it lacks, and the way to change it. Sentences fold out. */
export function Summary({ report, missing }: { report: Report; missing: readonly Lack[] }) {
  const { view } = report;
  return <ol className={css["results"]}>{resultsOf(view.rows).map((result, at) => <ResultSummary key={result.lineId} report={report} result={result} at={at} lacking={missing.filter((m) => result.rows.some((row) => row.id === m.row))} />)}</ol>;
}

function ResultSummary({ report, result, at, lacking }: { report: Report; result: Result; at: number; lacking: readonly Lack[] }) {
  const { monthlyReport: copy } = useCopy();
  const { view, draft, waiting } = report;
  const own = result.rows.flatMap((row) => draft.rows.filter((w) => w.id === row.id).map((words) => ({ row, words })));
  const evidence = evidenceOfResult(result, draft, waiting);
  const hasSentences = own.some(({ words }) => words.sentence !== null || words.uraian !== null);
  const [first] = lacking;
  const action = first !== undefined ? copy.fillIn : copy.change;
  return (
    <li className={css["resultSummary"]}>
      <div className={css["resultHead"]}>
        <h2>{shorten(result.text, 2 * NAME_ROOM)}</h2>
        <LinkButton kind="quiet" aria-label={copy.lineAction(action, result.text)} to={first === undefined ? to(paths.report, { bulan: view.month }, { hasil: String(at + 1) }) : addressOf(view.month, at, first)}>{action}</LinkButton>
      </div>
      <ul className={css["figures"]}>{own.map(({ row, words }) => <Figure key={row.id} row={row} words={words} isNamed={row.indikator.text !== result.text} />)}</ul>
      <p className={first === undefined ? "quiet small" : css["error"]}>{first !== undefined ? copy.lacking(lacking.length) : evidence > 0 ? copy.evidence(evidence) : copy.noEvidence}</p>
      {hasSentences && (
        <details className={css["said"]} open={view.rows.length <= SHORT_MONTH}>
          <summary>{copy.readSentences}</summary>
          <ul className="stack-tight">{own.map(({ row, words }) => <Said key={row.id} row={row} words={words} isNamed={own.length > 1} />)}</ul>
        </details>
      )}
    </li>
  );
}

/** "17/20" beside the indicator on one line. */
function Figure({ row, words, isNamed }: { row: Row; words: RowWords; isNamed: boolean }) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const figure = figureOf(row, words);
  const write = (n: number) => (row.indikator.jenis === "rasio" ? format.percent(n) : format.number(n));
  const reached = row.indikator.jenis === "uraian" ? (words.uraian === null ? "–" : copy.filled) : figure === null ? "–" : write(figure);
  return (
    <li>
      <span title={row.indikator.text}>{isNamed ? row.indikator.text : copy.reached}</span>
      <b className="num">{row.target === null || row.indikator.jenis === "uraian" ? reached : `${reached}/${write(row.target)}`}</b>
    </li>
  );
}

function Said({ row, words, isNamed }: { row: Row; words: RowWords; isNamed: boolean }) {
  const { monthlyReport: copy } = useCopy();
  if (words.sentence === null && words.uraian === null) return null;
  return (
    <li>
      {isNamed && <p className="quiet small">{row.indikator.text}</p>}
      <p>{words.uraian ?? words.sentence}</p>
      {words.cause !== null && <p className="quiet">{copy.causeIs(words.cause)}</p>}
    </li>
  );
}
