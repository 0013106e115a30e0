import type { Refusal } from "@teraju/contracts/problem";
import { type ReactNode, useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useCareersCopy } from "#copy/page/careers.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";

type Approval = { madeBy: string; madeOn: string; status: "draft" | "approved" | "rejected"; decidedBy: string | null; decidedOn: string | null; note: string | null; version: number; actions: { decide: string[] } };
export type Word = { version: number; approve: boolean; note: string | null };
const LOOK = { draft: "attention", approved: "good", rejected: "plain" } as const;

/** Who made it, who decided; and for the second person the two buttons. */
export function ApprovalLine({ of, mayDecide, isBusy, onDecide, children }: { of: Approval; mayDecide: boolean; isBusy: boolean; onDecide: (word: Word) => void; children?: ReactNode }) {
  const words = useCareersCopy();
  const format = useFormat();
  return (
    <div className="stack-tight">
      <p className="quiet small">
        {words.madeBy(of.madeBy, format.date(of.madeOn))} {of.decidedBy !== null && of.decidedOn !== null && words.decidedBy(words.approval[of.status], of.decidedBy, format.date(of.decidedOn))} {of.note}
      </p>
      <div className="row"><Badge kind={LOOK[of.status]}>{words.approval[of.status]}</Badge> {children}</div>
      {mayDecide && of.status === "draft" && <Decide of={of} isBusy={isBusy} onDecide={onDecide} />}
    </div>
  );
}

function Decide({ of: { version, actions }, isBusy, onDecide }: { of: Approval; isBusy: boolean; onDecide: (word: Word) => void }) {
  const words = useCareersCopy();
  const { refusals } = useCopy();
  const [isRejecting, setRejecting] = useState(false);
  const [note, setNote] = useState("");
  const [code] = actions.decide;
  const refusal = code === undefined ? null : refusals[code as Refusal];
  if (isRejecting) {
    return (
      <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); onDecide({ version, approve: false, note: note.trim() }); }}>
        <Textarea label={words.rejectWhy} required minLength={5} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        <div className="row"><Button type="submit" isBusy={isBusy}>{words.rejectSend}</Button><Button onClick={() => setRejecting(false)}>{words.close}</Button></div>
      </form>
    );
  }
  return (
    <div className="row">
      <Button kind="primary" isBusy={isBusy} refusal={refusal} onClick={() => onDecide({ version, approve: true, note: null })}>{words.approve}</Button>
      {refusal === null && <Button onClick={() => setRejecting(true)}>{words.reject}</Button>}
    </div>
  );
}
