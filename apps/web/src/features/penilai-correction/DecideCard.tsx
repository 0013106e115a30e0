import type { Output } from "@teraju/contracts/endpoint";
import { acceptPenilaiCorrection, declinePenilaiCorrection, listPenilaiCorrections, previewPenilaiCorrection } from "@teraju/contracts/penilai-correction";
import type { Refusal } from "@teraju/contracts/problem";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { usePenilaiCorrectionCopy } from "#copy/page/penilai-correction.ts";
import { Button } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { usePaused } from "../../paused.ts";
import { usePeriodName } from "../../period-name.ts";
import css from "./penilai-correction.module.css";

type Preview = Output<typeof previewPenilaiCorrection>;

/** Who and from when, what follows from it, and the second click. What is chosen is asked of the server anew: it knows the rules. */
export function DecideCard({ id }: { id: string }) {
  const [penilaiId, setPenilaiId] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const q = usePaused(typed);
  const asked = { ...(penilaiId !== null && { penilaiId }), ...(from !== null && from !== "" && { from }), ...(q !== "" && { q }) };
  const { data: view, error, isFetching } = useQuery({ ...apiQuery(previewPenilaiCorrection, { params: { id }, query: asked }), placeholderData: keepPreviousData });
  if (view === undefined) return error ? <ProblemAlert error={error} /> : <Skeleton height={220} />;
  return (
    <div className={css["decide"]}>
      <div className="stack">
        <Who view={view} typed={typed} onType={setTyped} onChoose={setPenilaiId} />
        <From day={from ?? view.changes.from} onChange={setFrom} />
      </div>
      <div className="stack">
        <Follows view={view} />
        <Decide view={view} isWaiting={isFetching} />
        <ProblemAlert error={error} />
      </div>
    </div>
  );
}

function Who({ view, typed, onType, onChoose }: { view: Preview; typed: string; onType: (text: string) => void; onChoose: (id: string) => void }) {
  const words = usePenilaiCorrectionCopy();
  const options = view.candidates.map(({ id: value, name, jabatan, unit, why }) => ({ value, label: name, help: `${words.why[why]}. ${[jabatan, unit].filter(Boolean).join(", ")}` }));
  const isListed = view.chosen === null || options.some(({ value }) => value === view.chosen?.id);
  return (
    <>
      <RadioGroup label={words.newPenilai} value={view.chosen?.id ?? null} onChange={onChoose} options={isListed || view.chosen === null ? options : [{ value: view.chosen.id, label: view.chosen.name, help: view.chosen.jabatan }, ...options]} />
      <TextInput label={words.search} autoComplete="off" isOptional value={typed} onChange={(event) => onType(event.target.value)} />
    </>
  );
}

function From({ day, onChange }: { day: string; onChange: (day: string) => void }) {
  const words = usePenilaiCorrectionCopy();
  return <TextInput type="date" label={words.from} help={words.fromHelp} value={day} onChange={(event) => onChange(event.target.value)} />;
}

function Follows({ view: { changes } }: { view: Preview }) {
  const words = usePenilaiCorrectionCopy();
  const { vocabulary } = useCopy();
  const periodName = usePeriodName();
  const format = useFormat();
  const lines = [
    ...(changes.reports.length === 0 ? [words.noReports] : changes.reports.map(({ month, status }) => words.reportMoves(format.monthYear(month), vocabulary.monthlyReportStatus[status].toLowerCase()))),
    ...(changes.skpWaiting ? [words.skpMoves] : []),
    ...changes.periods.map((one) => words.periodMoves(periodName(one))),
    changes.atasan === null ? words.noAtasan : words.newAtasan(changes.atasan.name),
  ];
  return (
    <section aria-label={words.follows}>
      <h3>{words.follows}</h3>
      <ul className={css["follows"]} aria-live="polite">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </section>
  );
}

function Decide({ view, isWaiting }: { view: Preview; isWaiting: boolean }) {
  const words = usePenilaiCorrectionCopy();
  const { refusals } = useCopy();
  const [isDeclining, setDeclining] = useState(false);
  const [note, setNote] = useState("");
  const settled = { invalidates: [listPenilaiCorrections] };
  const accept = useMutation(apiMutation(acceptPenilaiCorrection, settled));
  const decline = useMutation(apiMutation(declinePenilaiCorrection, settled));
  const { correction: { id, version }, chosen, changes: { from }, actions } = view;
  const refusal = (codes: readonly string[]) => (codes[0] === undefined ? null : refusals[codes[0] as Refusal]);
  if (isDeclining) {
    return (
      <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); decline.mutate({ params: { id }, body: { version, note: note.trim() } }); }}>
        <Textarea label={words.declineWhy} help={words.declineHelp} minLength={5} required maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        <div className="row">
          <Button type="submit" kind="primary" isBusy={decline.isPending}>{words.declineSend}</Button>
          <Button onClick={() => setDeclining(false)}>{words.close}</Button>
        </div>
        <ProblemAlert error={decline.error} />
      </form>
    );
  }
  return (
    <div className="stack-tight">
      <div className="row">
        <Button kind="primary" isBusy={accept.isPending || isWaiting} refusal={refusal(actions.accept)} onClick={() => chosen !== null && accept.mutate({ params: { id }, body: { version, penilaiId: chosen.id, from, note: null } })}>{words.accept}</Button>
        <Button refusal={refusal(actions.decline)} onClick={() => setDeclining(true)}>{words.decline}</Button>
      </div>
      <ProblemAlert error={accept.error} />
    </div>
  );
}
