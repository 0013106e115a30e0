import { useCopy, useFormat } from "#copy/copy.tsx";
import { useMayorPageCopy } from "#copy/page/mayor-page.ts";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { Distribution } from "#ui/work/Distribution.tsx";
import { Trend } from "#ui/work/Trend.tsx";
import { usePeriodName } from "../../period-name.ts";
import type { Page } from "./finding.ts";
import css from "./mayor-page.module.css";

const PREDIKAT = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] as const;

/** The predikat of the whole city in the last closed period. A hidden count draws no bar. */
export function PeriodCard({ period }: { period: Page["period"] }) {
  const words = useMayorPageCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  if (period === null) return <EmptyState title={words.periodNone} />;
  const known = PREDIKAT.flatMap((predikat) => {
    const count = period.distribution[predikat];
    return count === null || count === undefined ? [] : [{ predikat, count }];
  });
  const most = known.reduce<(typeof known)[number] | undefined>((best, each) => (best === undefined || each.count > best.count ? each : best), undefined);
  const title = most === undefined ? nameOf(period) : words.period(nameOf(period), vocabulary.predikat[most.predikat], format.number(most.count), format.number(period.rated));
  const hidden = PREDIKAT.filter((predikat) => !known.some((each) => each.predikat === predikat)).map((predikat) => vocabulary.predikat[predikat]);
  return (
    <Card title={title} sub={words.periodSub}>
      <Distribution portions={known} />
      {hidden.length > 0 && <p className="small quiet">{`${format.list(hidden)}: ${words.hidden}. ${words.hiddenHelp}`}</p>}
    </Card>
  );
}

/** Twelve months of reports on time; the month under way is left out. */
export function TrendCard({ trend, running }: { trend: Page["trend"]; running: string | null }) {
  const words = useMayorPageCopy();
  const format = useFormat();
  const share = (part: number, point: Page["trend"][number]) => (point.obliged === 0 || point.month === running ? null : (part / point.obliged) * 100);
  const arrived = trend.map((point) => share(point.submitted, point));
  const onTime = trend.map((point) => share(point.onTime, point));
  const least = Math.min(100, ...[...arrived, ...onTime].map((value) => value ?? 100));
  const min = Math.max(0, Math.floor((least - 1) / 10) * 10);
  const at = onTime.findLastIndex((value) => value !== null);
  const [latest, month] = [onTime[at], trend[at]?.month];
  const title = latest === undefined || latest === null || month === undefined ? words.trendNone : words.trend(format.percent(Math.round(latest)), format.monthYear(month));
  return (
    <Card title={title} sub={words.trendSub(format.percent(min))} className={css["trend"] ?? ""}>
      <Trend
        months={trend.map((point) => point.month)}
        min={min}
        max={100}
        caption={words.trendSub(format.percent(min))}
        series={[{ label: words.figures.arrived.toLowerCase(), values: arrived }, { label: words.figures.onTime.toLowerCase(), values: onTime, isStrong: true }]}
      />
    </Card>
  );
}
