import { useCopy, useFormat } from "#copy/copy.tsx";
import { Button } from "#ui/light/Button.tsx";
import { NumberStepper } from "#ui/light/NumberStepper.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { cleanFigure, cleanText, type Row, type RowChange, type RowWords } from "./draft.ts";
import css from "./report.module.css";
import { fieldOf, type Lack } from "./row.ts";

type Props = { row: Row; words: RowWords; change: (what: RowChange) => void; fault: (what: Lack["what"]) => string | undefined };

/** What was reached: a number, numerator and denominator, or words, as the indicator is counted. */
export function Figures({ row, words, change, fault }: Props) {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  const { jenis, satuan, arah, targetText } = row.indikator;
  if (jenis === "uraian") {
    return <Textarea id={fieldOf(row.id, "uraian")} label={copy.uraian} help={targetText ?? undefined} error={fault("uraian")} rows={4} maxLength={4000} value={words.uraian ?? ""} onChange={(e) => change({ uraian: cleanText(e.target.value) })} />;
  }
  if (jenis === "rasio") {
    return (
      <div className={css["ratio"]}>
        <NumberStepper id={fieldOf(row.id, "ratio")} label={copy.pembilang} error={fault("ratio")} value={words.pembilang} onChange={(n) => change({ pembilang: cleanFigure(n) })} />
        <NumberStepper label={copy.penyebut} value={words.penyebut} onChange={(n) => change({ penyebut: n === 0 ? null : cleanFigure(n) })} />
      </div>
    );
  }
  const { target } = row;
  return (
    <>
      <NumberStepper id={fieldOf(row.id, "realisasi")} label={copy.howMuch(satuan)} error={fault("realisasi")} value={words.realisasi} onChange={(n) => change({ realisasi: cleanFigure(n) })} />
      {target !== null && arah === "maks" && words.realisasi === null && (
        <Button isSmall className={css["chip"]} onClick={() => change({ realisasi: target })}>{copy.asTarget(format.number(target))}</Button>
      )}
    </>
  );
}
