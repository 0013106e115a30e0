import { listBlindRatings, readBlindRating, sendBlindRating } from "@teraju/contracts/blind-rating";
import type { Input, Output } from "@teraju/contracts/endpoint";
import { readHome } from "@teraju/contracts/home";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useBlindRatingCopy } from "#copy/page/blind-rating.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ErrorSummary, type FieldFault } from "#ui/light/ErrorSummary.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { apiMutation } from "../../api.ts";
import { keeper } from "../../kept.ts";
import { useSession } from "../../session.ts";

type Ekspektasi = Input<typeof sendBlindRating>["body"]["ratings"][number]["rating"];
type Ratings = Readonly<Record<string, Ekspektasi>>;
const EKSPEKTASI = ["di_atas", "sesuai", "di_bawah"] as const;

/** Chosen on this device and not locked yet: a lost session takes nothing. */
const kept = keeper<Ratings>("blind-rating");

function useRatings(actorId: string, periodId: string) {
  const [ratings, setRatings] = useState<Ratings>({});
  useEffect(() => {
    // Who has begun before the device answered goes on with the own choice.
    void kept.read(actorId, periodId).then((before) => before !== null && setRatings((now) => ({ ...before, ...now })));
  }, [actorId, periodId]);
  const rate = (lineId: string, rating: Ekspektasi) => {
    const next = { ...ratings, [lineId]: rating };
    setRatings(next);
    void kept.keep(actorId, periodId, next);
  };
  return { ratings, rate };
}

/** Every result of the SKP with three choices, then one lock for all of them. */
export function RateForm({ shown }: { shown: Output<typeof readBlindRating> }) {
  const words = useBlindRatingCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const { id: personId } = useSession().person;
  const { period, step } = shown;
  const { ratings, rate } = useRatings(personId, period.id);
  const [isOpen, setOpen] = useState(false);
  // As they were at the press: a summary that changed with each choice would take the focus away.
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const send = useMutation({ ...apiMutation(sendBlindRating, { invalidates: [readBlindRating, listBlindRatings, readHome] }), onSuccess: () => void kept.forget(personId, period.id) });
  const missing = step.results.filter(({ lineId }) => ratings[lineId] === undefined);
  const ask = () => {
    setFaults(missing.map(({ lineId, text }) => ({ field: `hasil-${lineId}`, text: `${words.rateThis} ${text}` })));
    setOpen(missing.length === 0);
  };
  const body = { ratings: step.results.flatMap(({ lineId }) => (ratings[lineId] === undefined ? [] : [{ lineId, rating: ratings[lineId] }])) };
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={words.title(period.year)} sub={words.sub} />
      <p className="quiet">{words.notTheRating}</p>
      <ErrorSummary faults={faults} />
      {step.sent.penilai !== null && step.waitedUntil !== null && <Alert title={words.penilaiSent(format.day(step.waitedUntil))} />}
      {step.results.map(({ lineId, text }) => (
        <Card key={lineId}>
          <RadioGroup
            id={`hasil-${lineId}`} label={text} isInline value={ratings[lineId] ?? null} onChange={(rating) => rate(lineId, rating)}
            options={EKSPEKTASI.map((value) => ({ value, label: vocabulary.ekspektasi[value] }))}
            error={ratings[lineId] === undefined && faults.some(({ field }) => field === `hasil-${lineId}`) ? words.rateThis : null}
          />
        </Card>
      ))}
      <p className="quiet" role="status">{missing.length === 0 ? words.ready : words.left(missing.length)} {Object.keys(ratings).length > 0 && words.kept}</p>
      <div><Button kind="primary" isWide onClick={ask}>{words.lock}</Button></div>
      <Dialog
        isOpen={isOpen} onClose={() => setOpen(false)} title={words.lockTitle}
        actions={
          <>
            <Button kind="primary" isBusy={send.isPending} onClick={() => send.mutate({ params: { periodId: period.id, personId }, body }, { onSuccess: () => setOpen(false) })}>{words.lock}</Button>
            <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
          </>
        }
      >
        <div className="stack-tight">
          <p>{words.lockText}</p>
          <ProblemAlert error={send.error} />
        </div>
      </Dialog>
    </div>
  );
}
