import { listEvaluationPeriods } from "@teraju/contracts/appraisal";
import { drawSample } from "@teraju/contracts/audit";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAuditCopy } from "#copy/page/audit.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { Drawn } from "./Drawn.tsx";
import css from "./audit.module.css";

const SEED = /^[0-9a-f]{16}$/;

/** Thirty results by chance, computed anew; the seed of an earlier draw gives the same thirty. */
export function Sample() {
  const words = useAuditCopy();
  const { period: periodWords } = useCopy();
  const format = useFormat();
  const { periods } = useSuspenseQuery(apiQuery(listEvaluationPeriods, {})).data;
  const [period, setPeriod] = useState("");
  const [seed, setSeed] = useState("");
  const [isWrong, setWrong] = useState(false);
  const draw = useMutation(apiMutation(drawSample, { invalidates: [] }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = seed.trim().toLowerCase();
    setWrong(typed !== "" && !SEED.test(typed));
    if (typed !== "" && !SEED.test(typed)) return;
    draw.mutate({ body: { ...(period === "" ? {} : { period }), ...(typed === "" ? {} : { seed: typed }) } });
  };
  return (
    <>
      <div className="no-print">
        <Card title={words.sampleTitle} sub={words.sampleIntro}>
          <form className={css["sampleForm"]} onSubmit={submit} noValidate aria-label={words.views.sampel}>
            <NativeSelect
              label={words.samplePeriod}
              value={period}
              options={[{ value: "", label: words.sampleAll }, ...periods.filter((one) => one.state !== "running").map((one) => ({ value: one.id, label: periodWords.name({ ...one, month: format.month(one.firstMonth) }) }))]}
              onChange={(event) => setPeriod(event.target.value)}
            />
            <TextInput label={words.sampleSeed} isOptional help={words.sampleSeedHelp} error={isWrong ? words.sampleSeedWrong : undefined} value={seed} maxLength={16} spellCheck={false} autoCapitalize="none" onChange={(event) => setSeed(event.target.value)} />
            <div>
              <Button kind="primary" type="submit" isBusy={draw.isPending}>
                {words.draw}
              </Button>
            </div>
          </form>
        </Card>
      </div>
      <ProblemAlert error={draw.error} />
      {draw.data && <Drawn sample={draw.data} />}
    </>
  );
}
