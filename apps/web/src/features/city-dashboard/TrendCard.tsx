import { useFormat } from "#copy/copy.tsx";
import { useCityDashboardCopy } from "#copy/page/city-dashboard.ts";
import { Card } from "#ui/light/Card.tsx";
import { Trend } from "#ui/work/Trend.tsx";
import { type City, leastOf } from "./finding.ts";

/** Twelve months of the node; the month under way is left out of completion, for it would look like a fall. */
export function TrendCard({ trend, running }: { trend: City["trend"]; running: string | null }) {
  const words = useCityDashboardCopy();
  const format = useFormat();
  const complete = (value: (point: City["trend"][number]) => number | null) => trend.map((point) => (point.month === running ? null : value(point)));
  const share = (part: number, whole: number) => (whole === 0 ? null : (part / whole) * 100);
  const arrived = complete((point) => share(point.submitted, point.obliged));
  const onTime = complete((point) => share(point.onTime, point.obliged));
  const capaian = complete((point) => point.capaian);
  const at = capaian.findLastIndex((value) => value !== null);
  const [latest, month] = [capaian[at], trend[at]?.month];
  const all = [...arrived, ...onTime, ...capaian];
  const min = leastOf(all);
  const max = Math.max(100, ...all.map((value) => Math.ceil((value ?? 0) / 5) * 5));
  const title = latest === undefined || latest === null || month === undefined ? words.trendNone : words.trend(format.percent(latest), format.monthYear(month));
  return (
    <Card title={title} sub={`${words.trendSub(format.percent(min))} ${running === null ? "" : words.trendRunning(format.month(running))}`.trim()}>
      <Trend
        months={trend.map((point) => point.month)}
        min={min}
        max={max}
        caption={words.trendSub(format.percent(min))}
        series={[{ label: words.trendCapaian, values: capaian, isStrong: true }, { label: words.figures.arrived.toLowerCase(), values: arrived }, { label: words.figures.onTime.toLowerCase(), values: onTime }]}
      />
    </Card>
  );
}
