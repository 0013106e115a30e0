import { useEffect, useRef, useState } from "react";
import { keeper } from "../../kept.ts";
import { useSession } from "../../session.ts";

/**
 * What is typed into a form and not sent: kept on this device with each key, so that a closed tab loses nothing.
 * `forget` when the words are given up, and in the options of the mutation that sends them: the form itself may be gone by then.
 * `isRestored`: these words are from before.
 */
export function useDraft<T extends object>(key: string, empty: T) {
  const { person } = useSession();
  const [{ draft, isRestored }, setState] = useState({ draft: empty, isRestored: false });
  const isTouched = useRef(false);
  useEffect(() => {
    void keeper<Partial<T>>("umpan-balik").read(person.id, key).then((kept) => {
      // Who types before the device has answered goes on typing.
      if (kept !== null && !isTouched.current) setState(({ draft: now }) => ({ draft: { ...now, ...kept }, isRestored: true }));
    });
  }, [person.id, key]);
  const change = (part: Partial<T>) => {
    isTouched.current = true;
    const next = { ...draft, ...part };
    setState({ draft: next, isRestored });
    void keeper<Partial<T>>("umpan-balik").keep(person.id, key, next);
  };
  const forget = () => {
    isTouched.current = true;
    setState({ draft: empty, isRestored: false });
    void keeper<Partial<T>>("umpan-balik").forget(person.id, key);
  };
  return { draft, isRestored, change, forget };
}
