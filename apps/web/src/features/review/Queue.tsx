import type { Waiting } from "@teraju/contracts/review";
import { Link } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useReviewCopy } from "#copy/page/review.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { paths, to } from "../../paths.ts";
import css from "./review.module.css";

/** Who waits, longest first; each is a link, so that the way back works. */
export function Queue({ waiting, current, begun }: { waiting: readonly Waiting[]; current: string | null; /** Decided in part, not sent. */ begun: ReadonlySet<string> }) {
  const review = useReviewCopy();
  const format = useFormat();
  return (
    <nav aria-label={review.queue} className={css["queue"]}>
      <ol>
        {waiting.map((one) => (
          <li key={one.reportId}>
            <Link to={to(paths.reviewQueue, {}, { laporan: one.reportId })} aria-current={one.reportId === current ? "page" : undefined} preventScrollReset>
              <b>{one.person.name}</b>
              <span className={css["marks"]}>
                <span className="num">{review.days(one.waitingDays)}</span>
                <span>{format.month(one.month)}</span>
                {begun.has(one.reportId) && <Badge>{review.begun}</Badge>}
                {one.isRepaired && <Badge kind="info">{review.repaired}</Badge>}
                {one.underTarget > 0 && <span>{review.under(one.underTarget)}</span>}
                {one.flagged > 0 && <span>{review.flagged(one.flagged)}</span>}
                {one.isEscalated && <Badge kind="attention">{review.escalated}</Badge>}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
