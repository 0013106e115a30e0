import { useEffect, useState } from "react";

/** What is being typed, trimmed, once the fingers have rested so long: a question to the server for each word, not for each letter. */
export function usePaused(typed: string, ms = 250): string {
  const [paused, setPaused] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed.trim()), ms);
    return () => clearTimeout(timer);
  }, [typed, ms]);
  return paused;
}
