import { useFormat } from "#copy/copy.tsx";
import { useOpdDashboardCopy } from "#copy/page/opd-dashboard.ts";
import { Card } from "#ui/light/Card.tsx";
import { Trend } from "#ui/work/Trend.tsx";
import { type Dashboard, leastOf, shares, trendFinding } from "./finding.ts";

type TrendCardProps = {
  trend: Dashboard["trend"];
  isRunning: (month: string) => boolean;
  /** The month that is still under way, where it is among these. */
  running: string | null;
};

/** Twelve months of completion; a month under way would look like a fall, so it is left out and said so. */
export function TrendCard({ trend, isRunning, running }: TrendCardProps) {
  const words = useOpdDashboardCopy();
  const format = useFormat();
  const months = trend.map((point) => point.month);
  const { arrived, onTime } = shares(trend, isRunning);
  const min = leastOf([...arrived, ...onTime]);
  const title = trendFinding(words, format, months, onTime);
  return (
    <Card title={title} sub={`${words.trendScale(format.percent(min))} ${running === null ? "" : words.trendSub(format.month(running))}`.trim()}>
      <Trend months={months} min={min} max={100} caption={words.trendScale(format.percent(min))} series={[{ label: words.arrivedShare, values: arrived }, { label: words.onTimeShare, values: onTime, isStrong: true }]} />
    </Card>
  );
}
