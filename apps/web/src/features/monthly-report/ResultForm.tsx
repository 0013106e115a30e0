import { lazy, Suspense } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { Bullet } from "#ui/light/Bullet.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { cleanText, type Report, type Row, type RowChange, type RowWords } from "./draft.ts";
import { EvidenceField } from "./EvidenceField.tsx";
import { Figures } from "./Figures.tsx";
import css from "./report.module.css";
import { fieldOf, figureOf, isUnder, type Lack, type Result, shareOf } from "./row.ts";

type Props = { report: Report; result: Result; /** Said beside their fields: only after the person has asked to send. */ missing: readonly Lack[] };
type Own = { row: Row; words: RowWords };
const LONGEST_SENTENCE = 1000;

/** One result of the month: each indicator's figure and sentence, the evidence for all of them. */
export function ResultForm({ report, result, missing }: Props) {
  const { monthlyReport: copy } = useCopy();
  const own: Own[] = result.rows.flatMap((row) => report.draft.rows.filter((w) => w.id === row.id).map((words) => ({ row, words })));
  const faultOf = (row: Row) => (what: Lack["what"]) => (missing.some((m) => m.row === row.id && m.what === what) ? copy.lacks[what](row.indikator.satuan) : undefined);
  const [first] = result.rows;
  return (
    <div className={css["result"]}>
      <div className={css["indicators"]}>
        {own.map(({ row, words }, i) => (
          <section key={row.id} className={css["indicator"]} aria-label={row.indikator.text}>
            {(own.length > 1 || row.indikator.text !== result.text) && <IndicatorTitle report={report} row={row} />}
            {row.imported !== null && <Suspense><Imported of={row.imported} /></Suspense>}
            {row.verdict === "minta_perbaikan" && <Alert kind="attention" title={copy.repairAsked}>{row.verdictNote}</Alert>}
            <div className={css["side"]}>
              <Figures row={row} words={words} change={(what) => report.changeRow(row.id, what)} fault={faultOf(row)} />
              <Picture row={row} words={words} />
            </div>
            <div className={css["side"]}>
              {row.indikator.jenis !== "uraian" && <Sentence report={report} own={own} at={i} error={faultOf(row)("sentence")} />}
              {isUnder(row, words, report.view.rules) && (
                <Textarea id={fieldOf(row.id, "cause")} label={copy.cause} help={copy.causeHelp} error={faultOf(row)("cause")} rows={2} maxLength={1000} value={words.cause ?? ""} onChange={(e) => report.changeRow(row.id, { cause: cleanText(e.target.value) })} />
              )}
            </div>
          </section>
        ))}
      </div>
      <div className={css["proof"]}>
        <EvidenceField report={report} result={result} error={faultOf(first)("evidence")} />
        <Checkbox label={copy.discuss} checked={own.some(({ words }) => words.isFlagged)} onChange={(e) => report.changeRows(own.map(({ row }) => [row.id, { isFlagged: e.target.checked }]))} />
      </div>
    </div>
  );
}

/** Whose list filled the row: its owner checks it, and what they change is theirs. */
const Imported = lazy(() => import("./Imported.tsx").catch(() => ({ default: () => null })));

/** The indicator and its target: "Target November 20 bayi." */
function IndicatorTitle({ report: { view }, row }: { report: Report; row: Row }) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const target = useTarget()(row);
  return (
    <header>
      <h2 className={css["indicatorTitle"]}>{row.indikator.text}</h2>
      <p className="quiet small">{row.isDue ? target && copy.targetOf(format.month(view.month), target) : copy.notDue}</p>
    </header>
  );
}

/** A row's target of the month in words, or null where there is none. */
export function useTarget(): (row: Row) => string | null {
  const format = useFormat();
  return ({ target, indikator: { satuan, targetText, targetMin, targetMax, arah, jenis } }) => {
    // With words the target stands above the field.
    if (jenis === "uraian") return null;
    if (jenis === "rasio" && target !== null) return format.percent(target);
    const figure = arah === "rentang" && targetMin !== null && targetMax !== null ? `${format.number(targetMin)}–${format.number(targetMax)}` : target === null ? null : format.number(target);
    return figure === null ? targetText : `${figure} ${satuan ?? ""}`.trim();
  };
}

function Picture({ row, words }: Own) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  if (row.indikator.jenis === "uraian") return null;
  const figure = figureOf(row, words);
  const share = shareOf(row, words);
  const last = row.lastMonth === null ? null : figureOf(row, { ...words, ...row.lastMonth });
  const isRatio = row.indikator.jenis === "rasio";
  const write = (n: number) => (isRatio ? format.percent(n) : format.number(n));
  // Fewer is better, or within a range: a sum since January would say nothing against the year's target.
  const sum = row.yearBefore !== null && row.indikator.arah === "maks" && row.indikator.targetYear !== null ? row.yearBefore + (words.realisasi ?? 0) : null;
  return (
    <div>
      <Bullet
        value={figure} target={row.target} lastMonth={last} tone={share !== null && share < 100 ? "attention" : "good"}
        caption={share === null ? figure !== null && isRatio ? write(figure) : null : <><b>{format.percent(Math.round(share))}</b> {copy.ofTarget}</>}
        lastMonthCaption={last === null ? null : copy.lastMonth(write(last))}
      />
      {sum !== null && row.indikator.targetYear !== null && <p className="quiet small">{copy.runningTotal(format.number(sum), format.number(row.indikator.targetYear))}</p>}
    </div>
  );
}

/** The sentence of one indicator. The notes of the result fill what is still empty, all at one tap. */
function Sentence({ report, own, at, error }: { report: Report; own: readonly Own[]; at: number; error: string | undefined }) {
  const { monthlyReport: copy } = useCopy();
  const one = own[at];
  if (one === undefined) return null;
  const { row, words } = one;
  const used = new Set(own.flatMap((o) => o.words.noteIds ?? []));
  const free = row.notes.filter((n) => !used.has(n.id));
  const before = row.lastMonth?.sentence ?? null;
  const isEmpty = (words.sentence ?? "").trim() === "";
  const fromNotes = () => {
    const text = free.map((n) => n.text).join(" ");
    report.changeRows(own.map((o, i): [string, RowChange] => {
      const isFilled = (o.words.sentence ?? "").trim() !== "" || !o.row.isDue;
      const sentence = i === at ? [o.words.sentence, text].filter(Boolean).join(" ") : isFilled ? o.words.sentence : text;
      return [o.row.id, { sentence: sentence?.slice(0, LONGEST_SENTENCE) ?? null, ...(i === at && { noteIds: [...(words.noteIds ?? []), ...free.map((n) => n.id)] }) }];
    }));
  };
  return (
    <div className="stack-tight">
      <Textarea
        id={fieldOf(row.id, "sentence")} label={copy.sentence} error={error} rows={3} maxLength={LONGEST_SENTENCE} value={words.sentence ?? ""} onChange={(e) => report.changeRow(row.id, { sentence: cleanText(e.target.value) })}
        aside={free.length > 0 && <Button kind="quiet" onClick={fromNotes}>{copy.fromNotes(free.length)}</Button>}
      />
      {isEmpty && free.length === 0 && before !== null && <Button isSmall className={css["chip"]} onClick={() => report.changeRow(row.id, { sentence: before })}>{copy.sameAsLast}</Button>}
      {(words.noteIds?.length ?? 0) > 0 && (
        <p className="quiet small">{copy.notesAttached(words.noteIds?.length ?? 0)} <Button kind="quiet" isSmall onClick={() => report.changeRow(row.id, { noteIds: [] })}>{copy.detachNotes}</Button></p>
      )}
    </div>
  );
}
