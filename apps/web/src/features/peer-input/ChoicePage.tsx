import { choosePeers, readPeerPreparation } from "@teraju/contracts/peer-input";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { PeopleList, type Someone } from "./PersonSearch.tsx";

const MOST_SUGGESTIONS = 3;
const MOST_VETOES = 2;

/** Before the draw: who knows my work, and whom I do not want. The draw decides by itself. */
export default function ChoicePage() {
  const { choice: words } = usePeerInputCopy();
  const { cycle, choice, actions } = useSuspenseQuery({ ...apiQuery(readPeerPreparation, {}), staleTime: 0, refetchOnWindowFocus: false }).data;
  const [suggestions, setSuggestions] = useState<readonly Someone[]>(choice.suggestions);
  const [vetoes, setVetoes] = useState<readonly Someone[]>(choice.vetoes);
  const save = useMutation(apiMutation(choosePeers, { invalidates: [readPeerPreparation] }));
  const isFixed = actions.choose.length > 0;
  const taken = [...suggestions, ...vetoes].map(({ id }) => id);
  const changing = (set: (change: (now: readonly Someone[]) => readonly Someone[]) => void) => ({
    onAdd: (person: Someone) => { save.reset(); set((now) => [...now, person]); },
    onRemove: (id: string) => { save.reset(); set((now) => now.filter((one) => one.id !== id)); },
  });
  if (cycle === null) {
    return (
      <div className="stack reading">
        <PageHeader tab={words.tab} title={words.title} />
        <EmptyState title={words.noCycle}>{words.noCycleHelp}</EmptyState>
      </div>
    );
  }
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={words.title} sub={words.sub} />
      {isFixed && <Alert>{words.closed}</Alert>}
      <Card><PeopleList label={words.suggestions} help={words.suggestionsHelp} people={suggestions} most={MOST_SUGGESTIONS} taken={taken} isFixed={isFixed} {...changing(setSuggestions)} /></Card>
      <Card><PeopleList label={words.vetoes} help={words.vetoesHelp} people={vetoes} most={MOST_VETOES} taken={taken} isFixed={isFixed} {...changing(setVetoes)} /></Card>
      <ProblemAlert error={save.error} />
      <div role="status">{save.isSuccess && <Alert kind="good">{words.saved}</Alert>}</div>
      {!isFixed && (
        <div>
          <Button kind="primary" isBusy={save.isPending} onClick={() => save.mutate({ params: { cycleId: cycle.id }, body: { suggestions: suggestions.map(({ id }) => id), vetoes: vetoes.map(({ id }) => id) } })}>{words.save}</Button>
        </div>
      )}
    </div>
  );
}
