import { Link } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { useAddress } from "../light/address.ts";
import css from "./Pager.module.css";

/** Pages of a long list. The cursor lives in the address: the browser's own way back leads to the page before. */
export function Pager({ next, param, label }: { next: string | null; param: string; label: string }) {
  const { parts } = useCopy();
  const { search, addressOf } = useAddress();
  const isFirst = !search.has(param);
  if (isFirst && next === null) return null;
  return (
    <nav aria-label={label} className={`${css["pager"] ?? ""} no-print`}>
      {!isFirst && <Link to={addressOf({ [param]: null })} preventScrollReset>{parts.firstPage}</Link>}
      {next !== null && <Link to={addressOf({ [param]: next })} preventScrollReset>{parts.nextPage}</Link>}
    </nav>
  );
}
