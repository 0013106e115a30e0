import { askPenilaiCorrection, type Candidate, readMyPenilai } from "@teraju/contracts/penilai-correction";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 } from "uuid";
import { usePenilaiCorrectionCopy } from "#copy/page/penilai-correction.ts";
import { Button } from "#ui/light/Button.tsx";
import { ErrorSummary, faultOf } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";

const NOBODY = "unknown";
const SHORTEST = 5;

/** Who it should be, and what is wrong. Sent twice it is one question: its id is made here. */
export function AskForm({ candidates }: { candidates: readonly Candidate[] }) {
  const words = usePenilaiCorrectionCopy();
  const [id] = useState(() => v7());
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const ask = useMutation(apiMutation(askPenilaiCorrection, { invalidates: [readMyPenilai] }));
  const faults = [
    ...(chosen === null ? [{ field: "chosen", text: words.choose }] : []),
    ...(reason.trim().length < SHORTEST ? [{ field: "reason", text: words.reasonShort }] : []),
  ];
  const shown = isAsked ? faults : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (faults.length > 0) return;
    ask.mutate({ body: { id, proposedId: chosen === NOBODY ? null : chosen, reason: reason.trim() } });
  };
  const options = [
    ...candidates.map(({ id: value, name, jabatan, unit, why }) => ({ value, label: name, help: `${words.why[why]}. ${[jabatan, unit].filter(Boolean).join(", ")}` })),
    { value: NOBODY, label: words.unknown, help: words.unknownHelp },
  ];
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary faults={shown} />
      <RadioGroup id="chosen" label={words.who} help={words.whoHelp} error={faultOf(shown, "chosen")} value={chosen} onChange={setChosen} options={options} />
      <Textarea id="reason" label={words.reason} help={words.reasonHelp} error={faultOf(shown, "reason")} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button kind="primary" type="submit" isBusy={ask.isPending}>
        {words.send}
      </Button>
      <ProblemAlert error={ask.error} />
    </form>
  );
}
