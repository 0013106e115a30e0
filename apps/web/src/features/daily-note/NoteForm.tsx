import { NOTE_LENGTH } from "@teraju/contracts/daily-note";
import { useId, useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Button } from "#ui/light/Button.tsx";
import { FieldError } from "#ui/light/Field.tsx";
import { NativeSelect, Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { dayBefore, type NoteFault, type NoteWords, shortNames } from "./note.ts";
import css from "./notes.module.css";

export type Result = { lineId: string; text: string };
type NoteFieldsProps = { words: NoteWords; onChange: (words: NoteWords) => void; results: readonly Result[]; today: string; fault: NoteFault | null };

/** The sentence, the result it belongs to, and the day where it is not today. */
export function NoteFields({ words, onChange, results, today, fault }: NoteFieldsProps) {
  const { dailyNote: copy } = useCopy();
  return (
    <>
      <Textarea
        label={copy.label}
        placeholder={copy.placeholder}
        error={fault === "textMissing" ? copy.textMissing : null}
        rows={2}
        maxLength={NOTE_LENGTH}
        value={words.text}
        onChange={(event) => onChange({ ...words, text: event.target.value })}
      />
      {results.length > MOST_CHIPS && <ResultSelect {...{ results, value: words.lineId }} onChange={(lineId) => onChange({ ...words, lineId })} />}
      {results.length > 0 && results.length <= MOST_CHIPS && <ResultChips {...{ results, value: words.lineId }} onChange={(lineId) => onChange({ ...words, lineId })} />}
      <Day {...{ today, fault }} day={words.day} onChange={(day) => onChange({ ...words, day })} />
    </>
  );
}

/** So many chips still leave the button to save within two screens of a phone; more become the phone's own list. */
const MOST_CHIPS = 6;

type ResultProps = { results: readonly Result[]; value: string | null; onChange: (lineId: string | null) => void };

function ResultSelect({ results, value, onChange }: ResultProps) {
  const { dailyNote: copy } = useCopy();
  const options = [{ value: "", label: copy.noResult }, ...results.map(({ lineId, text }, at) => ({ value: lineId, label: `${at + 1}. ${text}` }))];
  return <NativeSelect label={copy.forResult} value={value ?? ""} options={options} onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)} />;
}

function ResultChips({ results, value, onChange }: ResultProps) {
  const { dailyNote: copy } = useCopy();
  const name = useId();
  const names = shortNames(results.map((result) => result.text));
  const choices = [...results.map(({ lineId, text }, at) => ({ lineId, full: text, text: `${at + 1}. ${names[at] ?? text}` })), { lineId: null, full: copy.noResult, text: copy.noResult }];
  return (
    <fieldset>
      <legend className={css["legend"]}>
        <b>{copy.forResult}</b>
      </legend>
      <div className={css["chips"]}>
        {choices.map((choice) => (
          <label key={choice.lineId ?? ""} className={css["chip"]}>
            <input type="radio" name={name} aria-label={choice.full} checked={value === choice.lineId} onChange={() => onChange(choice.lineId)} />
            <span aria-hidden>{choice.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Day({ day, today, fault, onChange }: { day: string; today: string; fault: NoteFault | null; onChange: (day: string) => void }) {
  const { dailyNote: copy } = useCopy();
  const format = useFormat();
  const [isPicking, setPicking] = useState(false);
  const yesterday = dayBefore(today);
  if (isPicking) return <TextInput type="date" label={copy.day} max={today} value={day} error={fault === "dayInFuture" ? copy.dayInFuture : null} onChange={(event) => event.target.value !== "" && onChange(event.target.value)} />;
  return (
    <div className={css["day"]}>
      <span className="quiet">{day === today ? copy.today : day === yesterday ? copy.yesterday : format.day(day)}</span>
      <Button kind="quiet" isSmall onClick={() => setPicking(true)}>
        {copy.otherDay}
      </Button>
      {fault === "dayInFuture" && <FieldError>{copy.dayInFuture}</FieldError>}
    </div>
  );
}
