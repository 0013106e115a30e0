import { useCallback, useEffect, useRef, useState } from "react";

const PAUSE_MS = 1000;
const AGAIN_MS = 5000;
export type SaveState = "idle" | "saving" | "saved" | "failed";

/**
 * Keeps on the server what is typed here, a breath after each change; one save at a time, the last words win.
 * Without signal it tries again until it succeeds. Nothing is written on the device: what is not saved is said to be so.
 * @param save sends the value given; rejects where it did not arrive.
 */
export function useAutosave<Value>(save: (value: Value) => Promise<unknown>) {
  const [state, setState] = useState<SaveState>("idle");
  const waiting = useRef<{ value: Value } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isSaving = useRef(false);
  const isGone = useRef(false);
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const next = waiting.current;
    if (next === null || isSaving.current) return;
    isSaving.current = true;
    waiting.current = null;
    setState("saving");
    const isDone = await latest.current(next.value).then(() => true, () => false);
    isSaving.current = false;
    if (isDone) {
      setState(waiting.current === null ? "saved" : "saving");
      if (waiting.current !== null) timer.current = setTimeout(() => void flush(), PAUSE_MS);
      return;
    }
    // What was typed meanwhile is newer than what failed.
    waiting.current ??= next;
    setState("failed");
    // The page is left: its last words were tried once more, and nothing goes on behind the next page's back.
    if (isGone.current) return;
    timer.current = setTimeout(() => void flush(), AGAIN_MS);
  }, []);

  const change = useCallback((value: Value) => {
    waiting.current = { value };
    setState("saving");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE_MS);
  }, [flush]);

  /** What waits is dropped: it goes by another way, such as sending. */
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    waiting.current = null;
  }, []);

  useEffect(() => {
    const leave = () => void flush();
    isGone.current = false;
    addEventListener("pagehide", leave);
    addEventListener("online", leave);
    return () => {
      removeEventListener("pagehide", leave);
      removeEventListener("online", leave);
      isGone.current = true;
      void flush();
    };
  }, [flush]);

  return { state, change, drop };
}
