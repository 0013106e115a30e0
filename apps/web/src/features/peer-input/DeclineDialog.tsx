import { declinePeerForm, listPeerForms } from "@teraju/contracts/peer-input";
import type { Input } from "@teraju/contracts/endpoint";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { apiMutation } from "../../api.ts";

type Reason = Input<typeof declinePeerForm>["body"]["reason"];
const REASONS = ["tidak_cukup_mengenal", "hubungan_keluarga_atau_usaha", "sedang_cuti", "lainnya"] as const satisfies readonly Reason[];

/** Final: somebody else is drawn, so it asks once more by asking for the reason. */
export function DeclineDialog({ formId, onClose, onDone }: { formId: string; onClose: () => void; onDone: () => void }) {
  const { form } = usePeerInputCopy();
  const [reason, setReason] = useState<Reason | null>(null);
  const [isTried, setTried] = useState(false);
  const decline = useMutation(apiMutation(declinePeerForm, { invalidates: [listPeerForms] }));
  const submit = () => {
    setTried(true);
    if (reason !== null) decline.mutate({ params: { id: formId }, body: { reason } }, { onSuccess: onDone });
  };
  return (
    <Dialog
      isOpen onClose={onClose} title={form.declineTitle}
      actions={<><Button kind="primary" isBusy={decline.isPending} onClick={submit}>{form.declineSubmit}</Button><Button onClick={onClose}>{form.cancel}</Button></>}
    >
      <div className="stack">
        <RadioGroup
          label={form.declineReason} help={form.declineHelp} value={reason} onChange={setReason} error={isTried && reason === null ? form.declineMissing : null}
          options={REASONS.map((value) => ({ value, label: form.decline[value] }))}
        />
        <ProblemAlert error={decline.error} />
      </div>
    </Dialog>
  );
}
