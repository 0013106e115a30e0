import { Link, useSearchParams } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import css from "./Pager.module.css";

/** Pages of a long list. The cursor lives in the address: the browser's own way back leads to the page before. */
export function Pager({ next, param, label }: { next: string | null; param: string; label: string }) {
  const { parts } = useCopy();
  const [search] = useSearchParams();
  const isFirst = !search.has(param);
  if (isFirst && next === null) return null;
  const addressOf = (cursor: string | null) => {
    const to = new URLSearchParams(search);
    if (cursor === null) to.delete(param);
    else to.set(param, cursor);
    return `?${to.toString()}`;
  };
  return (
    <nav aria-label={label} className={`${css["pager"] ?? ""} no-print`}>
      {!isFirst && <Link to={addressOf(null)} preventScrollReset>{parts.firstPage}</Link>}
      {next !== null && <Link to={addressOf(next)} preventScrollReset>{parts.nextPage}</Link>}
    </nav>
  );
}
