import { type HasilKerjaDraft, type IndikatorDraft, PRIORITAS, type SkpView } from "@teraju/contracts/skp";
import { useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { faultOf, type FieldFault } from "#ui/light/ErrorSummary.tsx";
import { IconArrowLeft, IconPlus, IconTrash } from "#ui/light/icons.ts";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { superiorOptions } from "./BindDialog.tsx";
import { controlId, newIndikator, removeAt, replaceAt } from "./draft.ts";
import { IndikatorForm } from "./IndikatorForm.tsx";
import css from "./skp.module.css";

type ResultFormProps = {
  result: HasilKerjaDraft;
  at: number;
  count: number;
  skp: Pick<SkpView, "isPimpinan" | "superiorResults">;
  pendekatan: SkpView["pendekatan"];
  faults: readonly FieldFault[];
  onChange: (result: HasilKerjaDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One result on one card: what is reached, for whom, and by which indicators it is seen. */
export function ResultForm({ result, at, count, skp, pendekatan, faults, onChange, onMove, onRemove }: ResultFormProps) {
  const words = useSkpCopy();
  const { vocabulary } = useCopy();
  const path = controlId("hasilKerja", at);
  const set = (patch: Partial<HasilKerjaDraft>) => onChange({ ...result, ...patch });
  const indikatorOf = (list: IndikatorDraft[]) => set({ indikator: list });
  const position = at + 1;
  // What is empty or wrong stands open; the others give an overview in which they can be moved.
  const [isOpen, setOpen] = useState(result.text === "" || count === 1);
  const isWrong = faults.some(({ field }) => field.startsWith(`${path}.`));
  return (
    <Card title={words.result(position)} aside={<Tools {...{ position, count, onMove, onRemove }} />}>
      <details className={css["fold"]} open={isOpen || isWrong} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {result.text || words.unwritten} <span>{words.indicators(result.indikator.length)}</span>
        </summary>
        <div className={css["fields"]}>
          <Textarea id={controlId(path, "text")} label={words.resultText} help={words.resultTextHelp} error={faultOf(faults, controlId(path, "text"))} rows={2} maxLength={1000} value={result.text} onChange={(event) => set({ text: event.target.value })} />
          <RadioGroup label={words.prioritas} isInline value={result.prioritas} onChange={(prioritas) => set({ prioritas })} options={PRIORITAS.map((value) => ({ value, label: vocabulary.prioritas[value] }))} />
          {!skp.isPimpinan && <Superior {...{ result, path, skp, faults, set }} />}
          {result.indikator.map((indikator, index) => (
            <IndikatorForm
              key={indikator.lineId}
              {...{ indikator, skp, pendekatan, faults }}
              path={controlId(path, "indikator", index)}
              place={{ result: position, indikator: index + 1 }}
              onChange={(next) => indikatorOf(replaceAt(result.indikator, index, next))}
              onRemove={() => indikatorOf(removeAt(result.indikator, index))}
            />
          ))}
          <div>
            <Button isSmall icon={IconPlus} onClick={() => indikatorOf([...result.indikator, newIndikator(pendekatan)])}>
              {words.addIndicator}
            </Button>
          </div>
        </div>
      </details>
    </Card>
  );
}

function Tools({ position, count, onMove, onRemove }: { position: number; count: number } & Pick<ResultFormProps, "onMove" | "onRemove">) {
  const words = useSkpCopy();
  return (
    <div className={css["tools"]}>
      {position > 1 && <Button isSmall icon={IconArrowLeft} className={css["up"]} aria-label={words.moveUp(position)} onClick={() => onMove(-1)} />}
      {position < count && <Button isSmall icon={IconArrowLeft} className={css["down"]} aria-label={words.moveDown(position)} onClick={() => onMove(1)} />}
      <Button isSmall icon={IconTrash} aria-label={words.removeResult(position)} onClick={onRemove} />
    </div>
  );
}

type SuperiorProps = { result: HasilKerjaDraft; path: string; set: (patch: Partial<HasilKerjaDraft>) => void } & Pick<ResultFormProps, "skp" | "faults">;
/** Whom the work serves: chosen where the superior's SKP is there, written down where it is not yet. */
function Superior({ result, path, skp, faults, set }: SuperiorProps) {
  const words = useSkpCopy();
  const isThere = skp.superiorResults.length > 0 || result.intervenedLineId !== null;
  const id = controlId(path, "intervenedLineId");
  return (
    <>
      {isThere && (
        <NativeSelect
          id={id}
          label={words.intervened}
          error={faultOf(faults, id)}
          options={superiorOptions(skp, { intervenedLineId: result.intervenedLineId, intervenedText: result.intervenedText }, words.intervenedFree)}
          value={result.intervenedLineId ?? ""}
          onChange={(event) => set({ intervenedLineId: event.target.value === "" ? null : event.target.value })}
        />
      )}
      {result.intervenedLineId === null && (
        <TextInput label={words.intervenedText} help={isThere ? undefined : words.intervenedWait} isOptional maxLength={1000} value={result.intervenedText ?? ""} onChange={(event) => set({ intervenedText: event.target.value === "" ? null : event.target.value })} />
      )}
    </>
  );
}
