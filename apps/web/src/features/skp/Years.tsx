import { Link, useSearchParams } from "react-router-dom";
import { useSkpCopy } from "#copy/page/skp.ts";
import { to } from "../../paths.ts";
import css from "./skp.module.css";

/** The year asked for in the address, else today's. */
export function useYear(today: string): string {
  const [search] = useSearchParams();
  const asked = search.get("tahun");
  return asked !== null && /^20\d{2}$/.test(asked) ? asked : today.slice(0, 4);
}

type YearsProps = { path: "/skp" | "/tim/skp" | "/tim/skp/isi"; year: number; today: string; others?: readonly number[] };
/** This year, the one shown, those with an SKP, and from November the next, which is then being drafted. */
export function Years({ path, year, today, others = [] }: YearsProps) {
  const words = useSkpCopy();
  const now = Number(today.slice(0, 4));
  const next = today.slice(5, 7) >= "11" ? [now + 1] : [];
  const years = [...new Set([now, year, ...next, ...others])].sort((a, b) => b - a);
  if (years.length < 2) return null;
  return (
    <nav aria-label={words.yearNav} className={css["years"]}>
      {years.map((each) => (
        <Link key={each} to={to(path, {}, { tahun: String(each) })} aria-current={each === year ? "page" : undefined}>
          {each}
        </Link>
      ))}
    </nav>
  );
}
