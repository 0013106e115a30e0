import { listPeerCycles, openPeerCycle } from "@teraju/contracts/peer-input";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 } from "uuid";
import { usePeerCycleCopy } from "#copy/page/peer-cycle.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import type { Cycles } from "./cycles.ts";
import css from "./peer-cycle.module.css";

/** The semester that has no cycle yet. It keeps its id until it has arrived, so that trying again opens no second one. */
export function OpenForm({ next }: { next: NonNullable<Cycles["next"]> }) {
  const words = usePeerCycleCopy();
  const [id] = useState(() => v7());
  const [from, setFrom] = useState(next.answersFrom);
  const [until, setUntil] = useState(next.answersUntil);
  const [isTried, setTried] = useState(false);
  const open = useMutation(apiMutation(openPeerCycle, { invalidates: [listPeerCycles] }));
  const fault = from === "" || until === "" ? words.dayMissing : from > until ? words.untilFault : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fault === null) open.mutate({ body: { id, year: next.year, semester: next.semester, answersFrom: from, answersUntil: until } });
  };
  return (
    <Card title={words.openTitle(words.semester(next.semester, next.year))} sub={words.openHelp}>
      <form className={css["open"]} onSubmit={submit} noValidate>
        <TextInput label={words.from} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        <TextInput label={words.until} type="date" value={until} error={isTried ? fault : null} onChange={(event) => setUntil(event.target.value)} />
        <Button kind="primary" type="submit" isBusy={open.isPending}>{words.open}</Button>
      </form>
      <ProblemAlert error={open.error} />
    </Card>
  );
}
