import { listMyReports, type MonthMark } from "@teraju/contracts/monthly-report";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Badge } from "#ui/light/Alert.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { IconChevronRight } from "#ui/light/icons.ts";
import { MonthStrip } from "#ui/light/MonthStrip.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { markState, useMarkWords } from "../../month-marks.ts";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import css from "./report.module.css";

/** Read by few: not in the first load of a phone. */
const DeadlineCount = lazy(() => import("../../deadlines.tsx"));

const TONE = { done: "good", late: "plain", missing: "error", excused: "plain", open: "attention", future: "plain" } as const;

/** The year's months: the habit above, the way into each month below, the newest first. */
export default function ReportListPage() {
  const { monthlyReport: copy } = useCopy();
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const thisYear = today.slice(0, 4);
  const asked = search.get("tahun") ?? thisYear;
  const year = /^20\d\d$/.test(asked) ? asked : thisYear;
  const { months } = useSuspenseQuery(apiQuery(listMyReports, { query: { year } })).data;
  const words = useMarkWords();
  const made = months.filter((m) => m.status !== null);
  const sent = made.filter((m) => m.kewajiban === "wajib_lapor" && m.status !== "draft" && m.status !== "returned").length;
  const obliged = made.filter((m) => m.kewajiban === "wajib_lapor").length;
  const go = (by: number) => setSearch({ tahun: String(Number(year) + by) });
  return (
    <div className="stack reading">
      <PageHeader tab={copy.listTab} title={obliged === 0 ? copy.listEmpty(year) : copy.listTitle(sent, obliged, year)} />
      <Card>
        <MonthStrip label={copy.stripLabel(year)} months={months.map((m) => ({ month: m.month, state: markState(m, today), words: words(m) }))} />
        {made.length > 0 && <Suspense><DeadlineCount month={made.findLast((m) => m.status === "draft" || m.status === "returned")?.month ?? made.at(-1)?.month ?? today.slice(0, 7)} what="batas" /></Suspense>}
        <p className="row">
          <button type="button" className={css["year"]} onClick={() => go(-1)}>{copy.ofYear(Number(year) - 1)}</button>
          {year < thisYear && <button type="button" className={css["year"]} onClick={() => go(1)}>{copy.ofYear(Number(year) + 1)}</button>}
        </p>
      </Card>
      {made.length === 0 ? <EmptyState title={copy.listEmpty(year)}>{copy.listEmptyText}</EmptyState> : <ul className={css["months"]}>{made.toReversed().map((m) => <Month key={m.month} mark={m} today={today} words={words(m)} />)}</ul>}
    </div>
  );
}

function Month({ mark, today, words }: { mark: MonthMark; today: string; words: string }) {
  const format = useFormat();
  return (
    <li>
      <Link to={to(paths.report, { bulan: mark.month })} className={css["month"]}>
        <span>{format.month(mark.month)}</span>
        {mark.capaian !== null && <span className="num quiet">{format.percent(mark.capaian)}</span>}
        <Badge kind={TONE[markState(mark, today)]}>{words}</Badge>
        <IconChevronRight size={20} className={css["chevron"]} aria-hidden />
      </Link>
    </li>
  );
}
