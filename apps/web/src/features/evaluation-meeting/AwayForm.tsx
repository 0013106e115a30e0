import { type FormEvent, useState } from "react";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button } from "#ui/light/Button.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import css from "./participant.module.css";

const AWAY = ["izin", "sakit", "cuti", "dinas_luar", "dinas_jaga"] as const;
type Away = (typeof AWAY)[number];

/** Why one cannot come: a word, and a reason if one wishes. */
export function AwayForm({ isBusy, onSend }: { isBusy: boolean; onSend: (attendance: Away, reason: string | null) => void }) {
  const { participant: words, attendance } = useMeetingCopy();
  const [state, setState] = useState<Away>("izin");
  const [reason, setReason] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(state, reason.trim() === "" ? null : reason.trim());
  };
  return (
    <details className={css["away"]}>
      <summary>{words.away}</summary>
      <form className="stack" onSubmit={send}>
        <NativeSelect label={words.awayTitle} help={words.awayHelp} value={state} onChange={(event) => setState(event.target.value as Away)} options={AWAY.map((value) => ({ value, label: attendance[value] }))} />
        <TextInput label={words.awayReason} isOptional maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        <Button type="submit" isBusy={isBusy}>{words.awaySend}</Button>
      </form>
    </details>
  );
}
