import { PANDUAN_PERILAKU } from "@teraju/contracts/skp";
import { useCopy, useLanguage } from "#copy/copy.tsx";
import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import { AnchoredQuestion } from "#ui/light/AnchoredQuestion.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import type { Answer, Draft, Perilaku, Question, SeenWhen } from "./draft.ts";
import css from "./peer-input.module.css";

export const fieldOf = (perilaku: Perilaku): string => `jawaban-${perilaku}`;
const SEEN = ["bulan_ini", "semester_ini", "sebelum_semester_ini"] as const satisfies readonly SeenWhen[];

type QuestionsProps = { questions: readonly Question[]; draft: Draft; missing: readonly Perilaku[]; onChange: (perilaku: Perilaku, answer: { answer: Answer | null; seenWhen: SeenWhen | null }) => void };

/** The seven questions, beneath each other: no step between them, so that one may compare and come back. */
export function Questions({ questions, draft, missing, onChange }: QuestionsProps) {
  return (
    <div className={css["questions"]}>
      {questions.map((question) => (
        <OneQuestion
          key={question.perilaku} question={question} given={draft.answers[question.perilaku] ?? { answer: null, seenWhen: null }}
          isMissing={missing.includes(question.perilaku)} onChange={(answer) => onChange(question.perilaku, answer)}
        />
      ))}
    </div>
  );
}

type Given = { answer: Answer | null; seenWhen: SeenWhen | null };
function OneQuestion({ question: { perilaku, question, levels }, given, isMissing, onChange }: { question: Question; given: Given; isMissing: boolean; onChange: (given: Given) => void }) {
  const { form } = usePeerInputCopy();
  const { vocabulary } = useCopy();
  const { language } = useLanguage();
  return (
    <div className={css["question"]}>
      <AnchoredQuestion<Answer>
        id={fieldOf(perilaku)} value={given.answer} error={isMissing ? form.missingHere : null}
        label={<><span className={css["value"]}>{vocabulary.perilaku[perilaku]}</span> {question[language]}</>}
        // The contract's four levels, lowest first.
        levels={levels.map((level, index) => ({ value: (index + 1) as Answer, label: level[language] }))}
        unknown={{ value: "tidak_cukup_mengenal", label: form.unknown }}
        onChange={(answer) => onChange({ ...given, answer })}
      />
      <div className={css["asides"]}>
        <details className={css["details"]}>
          <summary>{form.guide}<span className="visually-hidden">: {vocabulary.perilaku[perilaku]}</span></summary>
          <ul className={css["list"]} lang="id">{PANDUAN_PERILAKU[perilaku].map((line) => <li key={line}>{line}</li>)}</ul>
        </details>
        <details className={css["details"]}>
          <summary>{form.seenWhen}<span className="visually-hidden"> {vocabulary.perilaku[perilaku]}</span></summary>
          <NativeSelect
            label={<span className="visually-hidden">{`${form.seenWhen} ${vocabulary.perilaku[perilaku]}`}</span>} value={given.seenWhen ?? ""}
            options={[{ value: "", label: form.seenNone }, ...SEEN.map((value) => ({ value, label: form.seen[value] }))]}
            onChange={(event) => onChange({ ...given, seenWhen: SEEN.find((one) => one === event.target.value) ?? null })}
          />
        </details>
      </div>
    </div>
  );
}
