import { answerKalibrasi, type KalibrasiList, listKalibrasi } from "@teraju/contracts/kalibrasi";
import { readTeam } from "@teraju/contracts/appraisal";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { ProposalFacts } from "./Proposals.tsx";
import css from "./kalibrasi.module.css";

/** Shortest answer; the server asks the same of its standard. */
const SHORTEST = 20;

/** A proposal as its penilai finds it: accept, which begins the next revision at the own desk, or decline. */
export function Answer({ proposal }: { proposal: KalibrasiList["proposals"][number] }) {
  const { answer: words } = useKalibrasiCopy();
  const nameOf = usePeriodName();
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const [correctionId] = useState(() => v7());
  const send = useMutation(apiMutation(answerKalibrasi, { invalidates: [listKalibrasi, readTeam] }));
  const { id, version, person, period, unit, answer, outcome, actions } = proposal;
  const say = (said: "diterima" | "ditolak") => {
    setTried(true);
    if (text.trim().length >= SHORTEST) send.mutate({ params: { id }, body: { version, answer: said, words: text, correctionId } });
  };
  return (
    <section className={css["part"]} aria-label={person.name}>
      <h3>{words.of(person.name, nameOf(period), unit.name)}</h3>
      <ProposalFacts proposal={proposal} />
      {answer?.answer === "diterima" && outcome === null && <div><LinkButton kind="primary" to={to(paths.appraisal, { periode: period.id }, { orang: person.id })}>{words.toDesk}</LinkButton></div>}
      {actions.answer.length === 0 && (
        <div className="stack">
          <Textarea label={words.words} help={words.wordsHelp} value={text} maxLength={2000} error={isTried && text.trim().length < SHORTEST ? words.tooShort : null} onChange={(event) => setText(event.target.value)} />
          <ProblemAlert error={send.error} />
          <div className="row"><Button kind="primary" isBusy={send.isPending} onClick={() => say("diterima")}>{words.accept}</Button> <Button isBusy={send.isPending} onClick={() => say("ditolak")}>{words.decline}</Button></div>
        </div>
      )}
    </section>
  );
}
