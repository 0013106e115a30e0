import { listAccounts, setAccountState } from "@teraju/contracts/account";
import { useMutation } from "@tanstack/react-query";
import { useAccountCopy } from "#copy/page/account.ts";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation } from "../../api.ts";
import type { Account } from "./AccountTable.tsx";

type StateDialogProps = { account: Account; onClose: () => void; onDone: (text: string) => void };

/** Closing and opening an account, each said before it happens. */
export function StateDialog({ account, onClose, onDone }: StateDialogProps) {
  const words = useAccountCopy();
  const change = useMutation(apiMutation(setAccountState, { invalidates: [listAccounts] }));
  const { name, personId, isActive } = account;
  const act = () => change.mutate({ params: { personId }, body: { isActive: !isActive } }, { onSuccess: (now) => onDone(now.isActive ? words.reopened(name) : words.closed(name)) });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isActive ? words.closeTitle(name) : words.reopenTitle(name)}
      actions={
        <>
          <Button kind={isActive ? "danger" : "primary"} isBusy={change.isPending} onClick={act}>
            {isActive ? words.close : words.reopen}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <p>{isActive ? words.closeWarning : words.reopenWarning}</p>
      <ProblemAlert error={change.error} />
    </Dialog>
  );
}
