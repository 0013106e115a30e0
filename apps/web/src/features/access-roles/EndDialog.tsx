import { endRole, listRoleAssignments } from "@teraju/contracts/access-roles";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useAccessRolesCopy } from "#copy/page/access-roles.ts";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";
import type { Assignment } from "./AccessPage.tsx";

/** The first day without the role; what it does is said before it is done. */
export function EndDialog({ one, onDone, onClose }: { one: Assignment; onDone: (text: string) => void; onClose: () => void }) {
  const words = useAccessRolesCopy();
  const format = useFormat();
  const { today } = useSession();
  const [until, setUntil] = useState(one.from > today ? one.from : today);
  const form = useId();
  const end = useMutation({ ...apiMutation(endRole, { invalidates: [listRoleAssignments] }), onSuccess: () => onDone(words.ended(one.person.name, format.date(until))) });
  const actions = (
    <>
      <Button type="submit" form={form} kind="primary" isBusy={end.isPending}>{words.endNow}</Button>
      <Button onClick={onClose}>{words.cancel}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={words.endTitle(one.person.name, words.roles[one.role])} actions={actions}>
      <form id={form} className="stack-tight" onSubmit={(event) => { event.preventDefault(); end.mutate({ params: { id: one.id }, body: { until } }); }}>
        <p>{words.endWarning}</p>
        <TextInput type="date" label={words.endDay} required min={today} value={until} onChange={(event) => setUntil(event.target.value)} />
      </form>
      <ProblemAlert error={end.error} />
    </Dialog>
  );
}
