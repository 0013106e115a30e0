import { useEffect, useRef } from "react";
import { type NavigateOptions, useSearchParams } from "react-router-dom";

/** What changes in the query of the address; an empty text or null takes the name out. */
type Changes = Readonly<Record<string, string | null>>;

function changed(search: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/**
 * The view that the query of the address holds: read it, change some of it, or link to another.
 * While the page of one choice is on its way, `search` still tells the page in sight; a second choice builds on the first all the same.
 */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  return {
    search,
    /** Another choice in the same view takes the place of the last one: the way back leads out of the page, not through its choices. */
    put: (changes: Changes, options: NavigateOptions = { replace: true, preventScrollReset: true }): void => {
      latest.current = changed(latest.current, changes);
      setSearch(latest.current, options);
    },
    addressOf: (changes: Changes): string => `?${changed(search, changes).toString()}`,
  };
}
