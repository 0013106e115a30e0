import { explainKeberatan, type KeberatanView, listKeberatan, readKeberatan } from "@teraju/contracts/keberatan";
import { readHome } from "@teraju/contracts/home";
import { useMutation } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useKeptWords } from "./useKeptWords.ts";

/** The penilai's side, once. */
export function ExplainForm({ shown: { id, version, alasanMin } }: { shown: KeberatanView }) {
  const { page: words } = useKeberatanCopy();
  const { value: { text }, change, forget } = useKeptWords(`explain:${id}`, { text: "" });
  const [isTried, setTried] = useState(false);
  const send = useMutation({ ...apiMutation(explainKeberatan, { invalidates: [readKeberatan, listKeberatan, readHome] }), onSuccess: forget });
  const isShort = text.trim().length < alasanMin;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort) send.mutate({ params: { id }, body: { version, text: text.trim() } });
  };
  return (
    <Card title={words.explain} sub={words.explainOnce}>
      <form className="stack-tight" onSubmit={submit} noValidate>
        <Textarea label={words.explainLabel} help={words.explainHelp(alasanMin)} error={isTried && isShort ? words.tooShort(alasanMin) : null} rows={6} value={text} maxLength={4000} onChange={(event) => change({ text: event.target.value })} />
        <ProblemAlert error={send.error} />
        <div><Button kind="primary" type="submit" isBusy={send.isPending}>{words.explainSend}</Button></div>
      </form>
    </Card>
  );
}
