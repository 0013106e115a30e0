import { signIn } from "@teraju/contracts/session";
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
import { signInFaults } from "./form.ts";
import { useEnter } from "./useEnter.ts";

/** NIP and password; back to the page that was asked for. */
export default function SignInPage() {
  const copy = useCopy();
  const { session } = copy;
  const { search } = useLocation();
  const [nip, setNip] = useState("");
  const [password, setPassword] = useState("");
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const enter = useEnter();
  const send = useMutation({ ...apiMutation(signIn, { invalidates: [] }), onSuccess: enter });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = signInFaults(copy, { nip, password });
    setFaults(found);
    if (found.length === 0) send.mutate({ body: { nip: nip.trim(), password } });
  };
  const isWrong = send.error instanceof ProblemError && (send.error.code === "unauthenticated" || send.error.code === "invalid");
  return (
    <EntryFrame
      title={session.title}
      intro={session.intro}
      below={
        <>
          <Link to={{ pathname: paths.activate, search }}>{session.firstUse}</Link>
          <p className="quiet small">{session.forgot}</p>
        </>
      }
    >
      <form onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} />
        {isWrong ? <Alert kind="error" isLive>{session.wrong}</Alert> : <ProblemAlert error={send.error} />}
        <TextInput id="nip" name="username" label={session.nip} help={session.nipHelp} error={faultOf(faults, "nip")} value={nip} onChange={(event) => setNip(event.target.value)} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={40} />
        <PasswordInput id="password" name="password" label={session.password} error={faultOf(faults, "password")} value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="current-password" maxLength={256} />
        <Button type="submit" kind="primary" isWide isBusy={send.isPending}>
          {send.isPending ? session.submitting : session.submit}
        </Button>
      </form>
    </EntryFrame>
  );
}
