import type { ReviewView } from "@teraju/contracts/review";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useReviewCopy } from "#copy/page/review.ts";
import { Card } from "#ui/light/Card.tsx";
import { NativeSelect, Textarea } from "#ui/light/TextInput.tsx";
import { KeyHint } from "#ui/work/KeyHint.tsx";
import { NADA, type Work } from "./work.ts";

export const COMMENT_ID = "umpan-balik";

/** Umpan balik that goes with the check. What the penilai said last time stands beside it. */
export function Comment({ report, work, onChange }: { report: ReviewView; work: Work; onChange: (work: Work) => void }) {
  const review = useReviewCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const { comment } = work;
  const set = (more: Partial<Work["comment"]>) => onChange({ ...work, comment: { ...comment, ...more } });
  const last = report.lastUmpanBalik;
  return (
    <Card title={review.comment} aside={<KeyHint keys="C" />}>
      {last !== null && (
        <div className="small quiet">
          <p>{review.lastComment(format.monthYear(last.month), last.text)}</p>
          {last.reply !== null && <p>{review.lastReply(last.reply)}</p>}
        </div>
      )}
      <Textarea
        id={COMMENT_ID}
        label={review.commentText}
        help={review.commentHelp}
        value={comment.text}
        maxLength={2000}
        onChange={(event) => set({ text: event.target.value })}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
      />
      {comment.text !== "" && (
        <>
          <NativeSelect
            label={review.commentNada}
            value={comment.nada}
            onChange={(event) => set({ nada: NADA.find((nada) => nada === event.target.value) ?? comment.nada })}
            options={NADA.map((value) => ({ value, label: vocabulary.nada[value] }))}
          />
          <NativeSelect
            label={review.commentAbout}
            value={comment.about}
            onChange={(event) => set({ about: event.target.value })}
            options={[{ value: "", label: review.commentWhole }, ...report.rows.map((row) => ({ value: row.id, label: row.indikator.text }))]}
          />
        </>
      )}
    </Card>
  );
}
