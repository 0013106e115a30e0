import { activate } from "@teraju/contracts/session";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link, useLocation } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { ErrorSummary, faultOf, type FieldFault } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { PasswordInput, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, ProblemError } from "../../api.ts";
import { paths } from "../../paths.ts";
import { EntryFrame } from "./EntryFrame.tsx";
import { activationFaults } from "./form.ts";
import { useEnter } from "./useEnter.ts";

const EMPTY = { nip: "", code: "", password: "", again: "" };

/** First use: the code from the personnel office, and a password of one's own, twice. */
export default function ActivatePage() {
  const copy = useCopy();
  const { session } = copy;
  const { search } = useLocation();
  const [input, setInput] = useState(EMPTY);
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const enter = useEnter();
  const send = useMutation({ ...apiMutation(activate, { invalidates: [] }), onSuccess: enter });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = activationFaults(copy, input);
    setFaults(found);
    const { nip, code, password } = input;
    if (found.length === 0) send.mutate({ body: { nip: nip.trim(), code: code.trim(), password } });
  };
  const bind = (field: keyof typeof EMPTY) => ({
    id: field,
    value: input[field],
    error: faultOf(faults, field),
    onChange: (event: { target: { value: string } }) => setInput({ ...input, [field]: event.target.value }),
  });
  const isCodeWrong = send.error instanceof ProblemError && send.error.refusals.length === 0 && send.error.status < 429;
  return (
    <EntryFrame title={session.activateTitle} intro={session.activateIntro} below={<Link to={{ pathname: paths.signIn, search }}>{session.haveAccount}</Link>}>
      <form onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} />
        {isCodeWrong ? <Alert kind="error" isLive>{session.codeWrong}</Alert> : <ProblemAlert error={send.error} />}
        <TextInput {...bind("nip")} label={session.nip} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={40} />
        <TextInput {...bind("code")} label={session.code} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} maxLength={64} />
        <PasswordInput {...bind("password")} label={session.newPassword} help={session.newPasswordHelp} autoComplete="new-password" maxLength={128} />
        <PasswordInput {...bind("again")} label={session.repeatPassword} autoComplete="new-password" maxLength={128} />
        <Button type="submit" kind="primary" isWide isBusy={send.isPending}>
          {session.activateSubmit}
        </Button>
      </form>
    </EntryFrame>
  );
}
