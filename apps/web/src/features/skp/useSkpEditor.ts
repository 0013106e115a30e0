import { readSkp, saveSkp, type SkpView } from "@teraju/contracts/skp";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { FieldFault } from "#ui/light/ErrorSummary.tsx";
import { apiMutation, ProblemError, queryKey } from "../../api.ts";
import { type Draft, draftFaults, draftOf, serverFaults } from "./draft.ts";
import { forget, keep, type Kept } from "./kept.ts";
import { touched } from "./touched.ts";
import { useWords } from "./words.ts";

const KEEP_AFTER_MS = 400;

/**
 * The draft on the screen: kept on the device shortly after each change, sent when the person saves. The version moves with the
 * server's answer, so that what is typed while sending is simply the next save.
 */
export function useSkpEditor(skp: SkpView, kept: Kept | null) {
  const copy = useWords();
  const client = useQueryClient();
  const isRestored = kept !== null && kept.version === skp.version;
  const [draft, setDraft] = useState<Draft>(() => (isRestored ? kept.draft : draftOf(skp)));
  const [isDirty, setDirty] = useState(isRestored);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const version = useRef(skp.version);
  const latest = useRef(draft);
  latest.current = draft;
  const { id } = skp;
  const personId = skp.person.id;

  useEffect(() => {
    if (!isDirty) return;
    const write = () => void keep(personId, id, { version: version.current, draft });
    const timer = setTimeout(write, KEEP_AFTER_MS);
    // A phone may close the page without another word.
    addEventListener("pagehide", write);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", write);
    };
  }, [draft, isDirty, personId, id]);

  const send = useMutation({ ...apiMutation(saveSkp, touched) });
  const change = (next: Draft) => {
    setDraft(next);
    setDirty(true);
    // Words beside a field go once the field is right; new ones come only when saving.
    if (faults.length > 0) setFaults((shown) => shown.filter(({ field }) => draftFaults(copy, next, version.current).some((still) => still.field === field)));
  };
  /** Gives true when the server has it. */
  const save = async (): Promise<boolean> => {
    const found = draftFaults(copy, draft, version.current);
    setFaults(found);
    if (found.length > 0) return false;
    try {
      const saved = await send.mutateAsync({ params: { id }, body: { version: version.current, ...draft } });
      version.current = saved.version;
      client.setQueryData(queryKey(readSkp, { params: { id } }), saved);
      setSavedAt(new Date().toISOString());
      if (latest.current === draft) {
        setDirty(false);
        await forget(personId, id);
      }
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.fields.length > 0) setFaults(serverFaults(copy, error.fields));
      return false;
    }
  };
  /** Gives up what is on this screen for what the server has. */
  const drop = async () => {
    await forget(personId, id);
    version.current = skp.version;
    setDraft(draftOf(skp));
    setDirty(false);
    setFaults([]);
    send.reset();
  };
  return { draft, change, save, drop, faults, isDirty, savedAt, isRestored, isSaving: send.isPending, error: send.error };
}
