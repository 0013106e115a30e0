import { useEffect, useRef, useState } from "react";
import { keeper } from "../../kept.ts";
import { useSession } from "../../session.ts";

/**
 * Long words that are typed and not sent, kept on this device under a key of the keberatan. `isReady`: the device has answered;
 * `isRestored`: these words are from before.
 */
export function useKeptWords<T extends object>(key: string, empty: T) {
  const { person } = useSession();
  const [kept] = useState(() => keeper<T>("keberatan"));
  const [value, setValue] = useState(empty);
  // What was typed last, also by a keystroke whose drawing is still to come.
  const latest = useRef(empty);
  const isTouched = useRef(false);
  const [{ isReady, isRestored }, setRead] = useState({ isReady: false, isRestored: false });
  useEffect(() => {
    void kept.read(person.id, key).then((before) => {
      // Who types before the device has answered goes on typing.
      const isUsed = before !== null && !isTouched.current;
      setRead({ isReady: true, isRestored: isUsed });
      if (!isUsed) return;
      latest.current = { ...latest.current, ...before };
      setValue(latest.current);
    });
  }, [kept, person.id, key]);
  const change = (part: Partial<T>) => {
    isTouched.current = true;
    latest.current = { ...latest.current, ...part };
    setValue(latest.current);
    void kept.keep(person.id, key, latest.current);
  };
  return { value, isReady, isRestored, change, forget: () => void kept.forget(person.id, key) };
}
