import { useCopy, useFormat } from "#copy/copy.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { Bullet } from "#ui/light/Bullet.tsx";
import { Button } from "#ui/light/Button.tsx";
import { NumberStepper } from "#ui/light/NumberStepper.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { cleanFigure, cleanText, type Report, type Row, type RowChange, type RowWords } from "./draft.ts";
import { EvidenceField } from "./EvidenceField.tsx";
import css from "./report.module.css";
import { fieldOf, figureOf, isUnder, type Lack, shareOf } from "./row.ts";

type Props = { report: Report; row: Row; words: RowWords; /** Said beside their fields: only after the person has asked to send. */ missing: readonly Lack[] };

/** One result of the month: figure, sentence, evidence; a cause only under target. */
export function RowForm({ report, row, words, missing }: Props) {
  const { monthlyReport: copy } = useCopy();
  const change = (what: RowChange) => report.changeRow(row.id, what);
  const fault = (what: Lack["what"]) => (missing.some((m) => m.row === row.id && m.what === what) ? copy.lacks[what](row.indikator.satuan) : undefined);
  return (
    <div className={css["row"]}>
      {row.verdict === "minta_perbaikan" && <Alert kind="attention" title={copy.repairAsked}>{row.verdictNote}</Alert>}
      <Figures {...{ row, words, change, fault }} />
      <Picture row={row} words={words} />
      {row.indikator.jenis !== "uraian" && <Sentence {...{ row, words, change }} error={fault("sentence")} />}
      {isUnder(row, words, report.view.rules) && (
        <Textarea id={fieldOf(row.id, "cause")} label={copy.cause} help={copy.causeHelp} error={fault("cause")} rows={2} maxLength={1000} value={words.cause ?? ""} onChange={(e) => change({ cause: cleanText(e.target.value) })} />
      )}
      <EvidenceField report={report} row={row} words={words} error={fault("evidence")} />
      <Checkbox label={copy.discuss} checked={words.isFlagged} onChange={(e) => change({ isFlagged: e.target.checked })} />
    </div>
  );
}

type Part = { row: Row; words: RowWords; change: (what: RowChange) => void };
function Figures({ row, words, change, fault }: Part & { fault: (what: Lack["what"]) => string | undefined }) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const { jenis, satuan, arah } = row.indikator;
  if (jenis === "uraian") {
    return <Textarea id={fieldOf(row.id, "uraian")} label={copy.uraian} help={row.indikator.targetText ?? undefined} error={fault("uraian")} rows={4} maxLength={4000} value={words.uraian ?? ""} onChange={(e) => change({ uraian: cleanText(e.target.value) })} />;
  }
  if (jenis === "rasio") {
    return (
      <div className={css["ratio"]}>
        <NumberStepper id={fieldOf(row.id, "ratio")} label={copy.pembilang} error={fault("ratio")} value={words.pembilang} onChange={(n) => change({ pembilang: cleanFigure(n) })} />
        <NumberStepper label={copy.penyebut} value={words.penyebut} onChange={(n) => change({ penyebut: n === 0 ? null : cleanFigure(n) })} />
      </div>
    );
  }
  const target = row.target;
  return (
    <>
      <NumberStepper id={fieldOf(row.id, "realisasi")} label={copy.howMuch(satuan)} error={fault("realisasi")} value={words.realisasi} onChange={(n) => change({ realisasi: cleanFigure(n) })} {...(satuan && { unit: satuan })} />
      {target !== null && arah === "maks" && words.realisasi === null && (
        <Button isSmall className={css["chip"]} onClick={() => change({ realisasi: target })}>{copy.asTarget(format.number(target))}</Button>
      )}
    </>
  );
}

function Picture({ row, words }: { row: Row; words: RowWords }) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const figure = figureOf(row, words);
  const share = shareOf(row, words);
  const last = row.lastMonth && figureOf(row, { ...words, ...row.lastMonth });
  const isRatio = row.indikator.jenis === "rasio";
  const write = (n: number) => (isRatio ? format.percent(n) : format.number(n));
  if (row.indikator.jenis === "uraian") return null;
  return (
    <div>
      <Bullet
        value={figure} target={row.target} lastMonth={last ?? null} tone={share !== null && share < 100 ? "attention" : "good"}
        caption={share === null ? figure !== null && isRatio ? write(figure) : null : <><b>{format.percent(Math.round(share))}</b> {copy.ofTarget}</>}
        lastMonthCaption={last === null || last === undefined ? null : copy.lastMonth(write(last))}
      />
      {row.yearBefore !== null && <p className="quiet small">{copy.runningTotal(format.number(Math.round((row.yearBefore + (words.realisasi ?? 0)) * 100) / 100), row.indikator.targetYear === null ? null : format.number(row.indikator.targetYear))}</p>}
    </div>
  );
}

function Sentence({ row, words, change, error }: Part & { error: string | undefined }) {
  const { monthlyReport: copy } = useCopy();
  const free = row.notes.filter((n) => !words.noteIds?.includes(n.id));
  const attached = row.notes.filter((n) => words.noteIds?.includes(n.id));
  const before = row.lastMonth?.sentence ?? null;
  const isEmpty = (words.sentence ?? "") === "";
  const fromNotes = () => change({
    sentence: [words.sentence, ...free.map((n) => n.text)].filter(Boolean).join(" ").slice(0, 1000), noteIds: row.notes.map((n) => n.id),
  });
  return (
    <div className="stack-tight">
      <Textarea
        id={fieldOf(row.id, "sentence")} label={copy.sentence} error={error} rows={3} maxLength={1000} value={words.sentence ?? ""} onChange={(e) => change({ sentence: cleanText(e.target.value) })}
        aside={free.length > 0 && <Button kind="quiet" onClick={fromNotes}>{copy.fromNotes(free.length)}</Button>}
      />
      {isEmpty && free.length === 0 && before !== null && <Button isSmall className={css["chip"]} onClick={() => change({ sentence: before })}>{copy.sameAsLast}</Button>}
      {attached.length > 0 && (
        <p className="quiet small">
          {copy.notesAttached(attached.length)} <Button kind="quiet" isSmall onClick={() => change({ noteIds: [] })}>{copy.detachNotes}</Button>
        </p>
      )}
    </div>
  );
}
