import { listTrainings, nominate, readDevelopment } from "@teraju/contracts/development";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Button } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";

/** A session of the catalogue that has not begun, for a plan that asks for training. */
export function ChooseSession({ planId, personId }: { planId: string; personId: string }) {
  const words = useDevelopmentCopy();
  const format = useFormat();
  const [id] = useState(() => v7());
  const [chosen, setChosen] = useState("");
  const { data } = useQuery(apiQuery(listTrainings, {}));
  const send = useMutation(apiMutation(nominate, { invalidates: [readDevelopment, listTrainings] }));
  const sessions = (data?.trainings ?? []).flatMap(({ name, sessions: own }) => own.filter(({ hasEnded }) => !hasEnded).map((one) => ({ value: one.id, label: `${name}, ${format.date(one.firstDay)}. ${words.seats(one.taken, one.places)}` })));
  if (sessions.length === 0) return null;
  const session = chosen === "" ? (sessions[0]?.value ?? "") : chosen;
  return (
    <div className="stack-tight">
      <NativeSelect label={words.chooseSession} value={session} onChange={(event) => setChosen(event.target.value)} options={sessions} />
      <Button isBusy={send.isPending} onClick={() => send.mutate({ params: { id: session }, body: { id, personId, planId } })}>{words.nominate}</Button>
      <ProblemAlert error={send.error} />
    </div>
  );
}
