import type { ReviewRow } from "@teraju/contracts/review";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useReviewCopy } from "#copy/page/review.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Bullet } from "#ui/light/Bullet.tsx";
import { IconFile, IconLink } from "#ui/light/icons.ts";
import { TextInput } from "#ui/light/TextInput.tsx";
import { classes } from "#ui/styles/classes.ts";
import { KeyHint } from "#ui/work/KeyHint.tsx";
import { figureOf, figureText, targetText } from "./figures.ts";
import { released } from "./released.ts";
import css from "./review.module.css";
import { type Verdict, VERDICTS } from "./work.ts";

type Evidence = ReviewRow["evidence"][number];
type RowProps = {
  row: ReviewRow;
  isCurrent: boolean;
  /** False where the row above is of the same result: its name is then only read out. */
  isFirstOfResult: boolean;
  verdict: Verdict | null;
  note: string;
  noteError: string | null;
  /** Why no verdict can be given now; null where it can. */
  refusal: string | null;
  opened: string | null;
  onChoose: () => void;
  onVerdict: (verdict: Verdict) => void;
  onNote: (note: string) => void;
  onEvidence: (evidence: Evidence) => void;
};

/** One row of the report: figures, words, evidence, and the verdict. */
export function ReportRow({ row, isCurrent, isFirstOfResult, verdict, note, noteError, refusal, opened, onChoose, onVerdict, onNote, onEvidence }: RowProps) {
  const review = useReviewCopy();
  return (
    <li id={rowIdOf(row.id)} className={classes(css["row"], isCurrent && css["current"])} aria-current={isCurrent || undefined} onFocus={onChoose} onClick={onChoose}>
      <h3 className={classes(!isFirstOfResult && "visually-hidden")}>{row.hasilKerja.text}</h3>
      <p className={css["indikator"]}>{row.indikator.text}</p>
      {(row.isFlagged || !row.isDue) && (
        <p className="row">
          {row.isFlagged && <Badge kind="attention">{review.rowFlagged}</Badge>}
          {!row.isDue && <Badge>{review.notDue}</Badge>}
        </p>
      )}
      <Figures row={row} />
      {row.uraian && <p>{row.uraian}</p>}
      {row.sentence && <p>“{row.sentence}”</p>}
      {row.cause && <p className={css["cause"]}>{review.cause(row.cause)}</p>}
      <EvidenceButtons row={row} opened={opened} onEvidence={onEvidence} />
      {row.earlierNote !== null && <p className={css["earlier"]}>{review.earlier(row.earlierNote)}</p>}
      {refusal === null ? <VerdictButtons row={row} verdict={verdict} onVerdict={onVerdict} /> : verdict !== null && <Given verdict={verdict} note={note} />}
      {refusal === null && (verdict === "minta_perbaikan" || verdict === "bahas_di_rapat") && <Note row={row} {...{ verdict, note, noteError, onNote }} />}
    </li>
  );
}

function Figures({ row }: { row: ReviewRow }) {
  const review = useReviewCopy();
  const format = useFormat();
  const own = figureText(row.indikator, row, format);
  const target = targetText(row, format);
  const last = row.lastMonth === null ? null : figureText(row.indikator, row.lastMonth, format);
  if (row.indikator.jenis === "uraian") return target === null ? null : <p className="quiet small">{review.target(target)}</p>;
  const isPlain = row.indikator.arah === "maks" && row.target !== null;
  const behind = [last === null ? null : review.lastMonth(last), row.yearTotal === null ? null : review.yearTotal(format.number(row.yearTotal))].filter((words) => words !== null).join(" · ");
  return (
    <div className={css["figures"]}>
      <p className="num">
        <b className={css["figure"]}>{own ?? review.noFigure}</b> {target !== null && <span className="quiet">{review.target(target)}</span>}
      </p>
      <Bullet
        value={isPlain ? figureOf(row.indikator, row) : row.capaian}
        target={isPlain ? row.target : 100}
        lastMonth={isPlain && row.lastMonth !== null ? figureOf(row.indikator, row.lastMonth) : null}
        tone={row.capaian !== null && row.capaian < 100 ? "attention" : "good"}
        caption={row.capaian === null ? null : review.ofTarget(format.percent(row.capaian))}
        lastMonthCaption={behind}
      />
    </div>
  );
}

function EvidenceButtons({ row, opened, onEvidence }: Pick<RowProps, "row" | "opened" | "onEvidence">) {
  const review = useReviewCopy();
  if (row.evidence.length === 0) return <p className="quiet small">{review.noEvidence}</p>;
  return (
    <ul className="row" aria-label={review.evidence}>
      {row.evidence.map((one) => (
        <li key={one.id}>
          <button type="button" className={css["chip"]} aria-pressed={opened === one.id} aria-label={review.openEvidence(one.title)} onClick={() => onEvidence(one)}>
            {one.kind === "link" ? <IconLink size={18} aria-hidden /> : <IconFile size={18} aria-hidden />} <span>{one.title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function VerdictButtons({ row, verdict, onVerdict }: Pick<RowProps, "row" | "verdict" | "onVerdict">) {
  const review = useReviewCopy();
  const { vocabulary } = useCopy();
  return (
    <div className={css["verdicts"]} role="group" aria-label={review.verdictFor(row.indikator.text)}>
      {VERDICTS.map((one, index) => (
        <button key={one} type="button" className={classes(css["verdict"], css[one])} aria-pressed={verdict === one} onClick={released(() => onVerdict(one))}>
          <KeyHint keys={String(index + 1)} /> {vocabulary.verdict[one]}
        </button>
      ))}
    </div>
  );
}

function Given({ verdict, note }: { verdict: Verdict; note: string }) {
  const { vocabulary } = useCopy();
  return (
    <p>
      <Badge kind={verdict === "terima" ? "good" : "attention"}>{vocabulary.verdict[verdict]}</Badge> {note}
    </p>
  );
}

function Note({ row, verdict, note, noteError, onNote }: Pick<RowProps, "row" | "note" | "noteError" | "onNote"> & { verdict: Verdict }) {
  const review = useReviewCopy();
  const isRepair = verdict === "minta_perbaikan";
  return (
    <TextInput
      id={noteIdOf(row.id)}
      label={isRepair ? review.note : review.noteMeeting}
      isOptional={!isRepair}
      error={noteError}
      value={note}
      maxLength={1000}
      onChange={(event) => onNote(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        // Ends the note, not the report: the next Enter sends.
        event.preventDefault();
        event.currentTarget.blur();
      }}
    />
  );
}

export const rowIdOf = (rowId: string): string => `baris-${rowId}`;
export const noteIdOf = (rowId: string): string => `note-${rowId}`;
