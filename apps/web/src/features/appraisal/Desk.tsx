import { readAppraisal, readTeam, saveAppraisal } from "@teraju/contracts/appraisal";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { problemLines } from "#ui/light/ProblemAlert.tsx";
import { KeyHint } from "#ui/work/KeyHint.tsx";
import { useShortcuts } from "#ui/work/shortcuts.ts";
import { apiMutation, apiQuery, ProblemError } from "../../api.ts";
import { Behaviours } from "./Behaviours.tsx";
import { Feedback } from "./Feedback.tsx";
import { Finish } from "./Finish.tsx";
import { Overall } from "./Overall.tsx";
import { isChanged, type Ratings, ratingsOf, saveBody } from "./ratings.ts";
import { Results } from "./Results.tsx";
import { Months } from "./TeamList.tsx";
import css from "./appraisal.module.css";

type DeskProps = { periodId: string; personId: string; onNext: (() => void) | null };

/** One person's period: figures and evidence at the left, ratings with suggestion, basis and reason at the right. */
export function Desk({ periodId, personId, onNext }: DeskProps) {
  const params = { periodId, personId };
  const view = useSuspenseQuery(apiQuery(readAppraisal, { params })).data;
  const [ratings, setRatings] = useState<Ratings>(() => ratingsOf(view));
  const save = useMutation(apiMutation(saveAppraisal, { invalidates: [readAppraisal, readTeam] }));
  const { appraisal: words } = useCopy();
  const isFinal = view.appraisal?.status === "final";
  const isDirty = !isFinal && isChanged(ratings, view);
  const store = () => save.mutate({ params, body: saveBody(ratings, view) });
  useShortcuts({ "alt+s": () => isDirty && !save.isPending && store() });
  const change = (next: Partial<Ratings>) => setRatings((now) => ({ ...now, ...next }));
  const refusals = save.error instanceof ProblemError ? save.error.refusals : [];
  return (
    <article className="stack" aria-label={view.person.name}>
      <Head view={view} />
      <div className={css["columns"]}>
        <div className="stack">
          <Results view={view} ratings={ratings} isFixed={isFinal} onChange={(hasil) => change({ hasil })} />
          <Behaviours view={view} ratings={ratings} isFixed={isFinal} onChange={(perilaku) => change({ perilaku })} />
        </div>
        <div className={css["right"]}>
          <Overall view={view} ratings={ratings} isFixed={isFinal} refusals={refusals} params={params} onChange={change} />
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
          <Button kind="quiet" onClick={onNext}>
            {words.next} <KeyHint keys="J" />
          </Button>
        )}
        <SaveState error={save.error} isDirty={isDirty} isSaved={save.isSuccess} />
      </div>
    </article>
  );
}

function SaveState({ error, isDirty, isSaved }: { error: unknown; isDirty: boolean; isSaved: boolean }) {
  const copy = useCopy();
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
    <p role="status" className="small quiet">
      {isDirty ? copy.appraisal.unsaved : isSaved ? copy.appraisal.saved : ""}
    </p>
  );
}

function Head({ view }: { view: Parameters<typeof ratingsOf>[0] }) {
  const { appraisal: words, vocabulary } = useCopy();
  const format = useFormat();
  const { person, capaianOrganisasi, appraisal, indeks, kepalaUnit } = view;
  return (
    <>
      <div>
        <h2>{person.name}</h2>
        <p className="quiet">{[person.jabatan, person.unit].filter(Boolean).join(", ")}</p>
      </div>
      <Months months={view.months} />
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
