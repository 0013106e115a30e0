import type { OrgStep } from "@teraju/contracts/organisation";
import { useCallback, useEffect, useState } from "react";
import { keeper } from "../../kept.ts";
import { useSession } from "../../session.ts";

/** A step with the words that it was made with: names of people and posts that no list of the page holds any more. */
export type Kept = { step: OrgStep; sentence: string };
type Draft = { steps: readonly Kept[]; basis: string };
const EMPTY: Draft = { steps: [], basis: "" };
const store = keeper<Draft>("organisasi");

/** Steps that are collected on this device until they are applied together; another page or a lost session does not lose them. */
export function useDraft() {
  const { person } = useSession();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  useEffect(() => {
    void store.read(person.id, "rancangan").then((kept) => { if (kept !== null) setDraft(kept); });
  }, [person.id]);
  const change = useCallback((next: Draft) => {
    setDraft(next);
    void (next.steps.length === 0 ? store.forget(person.id, "rancangan") : store.keep(person.id, "rancangan", next));
  }, [person.id]);
  return {
    ...draft,
    add: (steps: readonly Kept[]) => change({ ...draft, steps: [...draft.steps, ...steps] }),
    remove: (index: number) => change({ ...draft, steps: draft.steps.filter((_, place) => place !== index) }),
    setBasis: (basis: string) => change({ ...draft, basis }),
    clear: () => change(EMPTY),
  };
}
