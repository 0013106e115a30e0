import { readAppraisal, readTeam, saveAppraisal } from "@teraju/contracts/appraisal";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { useMonthStateCopy } from "#copy/page/month-state.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { problemLines } from "#ui/light/ProblemAlert.tsx";
import { KeyHint } from "#ui/work/KeyHint.tsx";
import { useShortcuts } from "#ui/work/shortcuts.ts";
import { apiMutation, apiQuery, ProblemError } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { keeper } from "../../kept.ts";
import { useSession } from "../../session.ts";
import { Behaviours } from "./Behaviours.tsx";
import { BlindSide } from "./BlindSide.tsx";
import { Feedback } from "./Feedback.tsx";
import { Finish } from "./Finish.tsx";
import { FromEKinerja } from "./FromEKinerja.tsx";
import { Overall } from "./Overall.tsx";
import { isChanged, type Ratings, ratingsOf, saveBody } from "./ratings.ts";
import { Results } from "./Results.tsx";
import { Months } from "./TeamList.tsx";
import { Year } from "./Year.tsx";
import { YearState } from "./YearState.tsx";
import css from "./appraisal.module.css";

/** Ratings and reasons that were not saved yet: another person, another page or a lost session takes none of them. */
const kept = keeper<Ratings>("appraisal");

/** What was found on this device when the desk opened, and the way to keep more; `hold(null)` forgets. */
function useKept(actorId: string, record: string): { found: Ratings | null; hold: (ratings: Ratings | null) => void } {
  const client = useQueryClient();
  const key = useMemo(() => ["kept-appraisal", actorId, record], [actorId, record]);
  const { data } = useSuspenseQuery({ queryKey: key, queryFn: () => kept.read(actorId, record), gcTime: 0, staleTime: Infinity });
  const [found] = useState(data);
  const hold = useCallback((ratings: Ratings | null) => {
    client.setQueryData(key, ratings);
    void (ratings === null ? kept.forget(actorId, record) : kept.keep(actorId, record, ratings));
  }, [client, key, actorId, record]);
  return { found, hold };
}

type DeskProps = { periodId: string; personId: string; onNext: (() => void) | null };

/** One person's period: figures and evidence at the left, ratings with suggestion, basis and reason at the right. */
export function Desk({ periodId, personId, onNext }: DeskProps) {
  const params = { periodId, personId };
  const view = useSuspenseQuery(apiQuery(readAppraisal, { params })).data;
  const { id: actorId } = useSession().person;
  const record = `${periodId}/${personId}`;
  const { found, hold } = useKept(actorId, record);
  const [ratings, setRatings] = useState<Ratings>(() => (found !== null && view.appraisal?.status !== "final" ? { ...found, id: view.appraisal?.id ?? found.id } : ratingsOf(view)));
  const save = useMutation(apiMutation(saveAppraisal, { invalidates: [readAppraisal, readTeam] }));
  const words = useAppraisalCopy();
  const isFinal = view.appraisal?.status === "final";
  // Ratings that come from e-Kinerja are chosen there; the penilai may still rate here, and then they are no longer e-Kinerja's.
  const [isOwn, setOwn] = useState(false);
  const isKept = view.eKinerja?.isUsed === true && !isOwn;
  const isDirty = !isFinal && isChanged(ratings, view);
  useEffect(() => hold(isDirty ? ratings : null), [isDirty, ratings, hold]);
  const store = () => save.mutate({ params, body: saveBody(ratings, view) });
  useShortcuts({ "alt+s": () => isDirty && !save.isPending && store() });
  const change = (next: Partial<Ratings>) => setRatings((now) => ({ ...now, ...next }));
  const refusals = save.error instanceof ProblemError ? save.error.refusals : [];
  return (
    <article className="stack" aria-label={view.person.name}>
      <Head view={view} />
      {view.yearState !== null && <YearState key={view.yearState.state?.version ?? 0} view={view} shown={view.yearState} params={params} />}
      <FromEKinerja {...{ view, params, isKept }} id={ratings.id} onOwn={() => setOwn(true)} onAdopted={(fresh) => { setOwn(false); setRatings(ratingsOf(fresh)); }} />
      <div className={css["columns"]}>
        <div className="stack">
          <Results view={view} ratings={ratings} isFixed={isFinal} isKept={isKept} onChange={(hasil) => change({ hasil })} />
          {view.duaSisi !== null && <BlindSide view={view} step={view.duaSisi} params={params} isDirty={isDirty} />}
          {!isKept && <Behaviours view={view} ratings={ratings} isFixed={isFinal} onChange={(perilaku) => change({ perilaku })} />}
        </div>
        <div className={css["right"]}>
          <Overall view={view} ratings={ratings} isFixed={isFinal} isKept={isKept} refusals={refusals} params={params} onChange={change} />
          <Feedback view={view} />
        </div>
      </div>
      <div className={css["foot"]}>
        {!isFinal && (
          <Button kind={isDirty ? "primary" : "secondary"} isBusy={save.isPending} onClick={store}>
            {words.save} <KeyHint keys="Alt+S" />
          </Button>
        )}
        {/* A correction's ratings come from the result before: the desk begins anew with each revision. */}
        <Finish view={view} params={params} isDirty={isDirty} onCorrected={(fresh) => setRatings(ratingsOf(fresh))} />
        {onNext && (
          <Button kind="quiet" className={css["next"]} onClick={onNext}>
            {words.next} <KeyHint keys="J" />
          </Button>
        )}
        <SaveState error={save.error} isDirty={isDirty} isSaved={save.isSuccess} isRestored={found !== null} onDrop={() => setRatings(ratingsOf(view))} />
      </div>
      {onNext && (
        <Button className={css["nextBelow"]} onClick={onNext}>
          {words.next}
        </Button>
      )}
    </article>
  );
}

type SaveStateProps = { error: unknown; isDirty: boolean; isSaved: boolean; /** Ratings from before were found on this device. */ isRestored: boolean; onDrop: () => void };

function SaveState({ error, isDirty, isSaved, isRestored, onDrop }: SaveStateProps) {
  const copy = useCopy();
  const words = useAppraisalCopy();
  if (error !== null && isDirty) {
    return (
      <div role="alert" className="small">
        {problemLines(copy, error).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    );
  }
  return (
    <div className="row small quiet">
      <p role="status">{isDirty ? (isRestored ? words.restored : words.unsaved) : isSaved ? words.saved : ""}</p>
      {isDirty && isRestored && (
        <Button kind="quiet" isSmall onClick={onDrop}>
          {words.drop}
        </Button>
      )}
    </div>
  );
}

function Head({ view }: { view: Parameters<typeof ratingsOf>[0] }) {
  const words = useAppraisalCopy();
  const monthState = useMonthStateCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const { person, capaianOrganisasi, appraisal, indeks, kepalaUnit } = view;
  return (
    <>
      <div>
        <h2>{person.name}</h2>
        <p className="quiet">{[person.jabatan, person.unit].filter(Boolean).join(", ")}</p>
        {view.as === "penilai" && <Link to={to(paths.absence, { id: person.id })}>{monthState.open}</Link>}
      </div>
      {view.year === null ? <Months months={view.months} /> : <Year view={view} />}
      <Card>
        <p>{capaianOrganisasi.predikat === null ? words.noOrganisation(capaianOrganisasi.unit.name) : words.organisation(capaianOrganisasi.unit.name, vocabulary.predikatOrganisasi[capaianOrganisasi.predikat])}</p>
        {typeof kepalaUnit?.value === "string" && <p>{words.ownUnit((vocabulary.ekspektasi as Record<string, string>)[kepalaUnit.value] ?? "")}</p>}
        <p className="quiet">{typeof indeks.value === "number" ? words.index(format.percent(indeks.value)) : words.noIndex}</p>
      </Card>
      {appraisal?.isAfterPola && <Alert kind="attention" title={words.afterPola} />}
      {appraisal?.correctionReason != null && appraisal.status === "draft" && <Alert title={words.correcting(appraisal.correctionReason)} />}
    </>
  );
}
