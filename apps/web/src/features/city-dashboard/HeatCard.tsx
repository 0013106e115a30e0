import { Link } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useCityDashboardCopy } from "#copy/page/city-dashboard.ts";
import { Card } from "#ui/light/Card.tsx";
import { HeatMap } from "#ui/work/HeatMap.tsx";
import { type Tab, Tabs, useTab } from "#ui/work/Tabs.tsx";
import { useUnitAddress } from "./address.ts";
import { belowLimit, type City, type CityRow, heatValue, limitOf, type Measure, STEPS } from "./finding.ts";

/** Every office below by month, in one of three measures. Names lead down the tree where something is below. */
export function HeatCard({ shown: { heatMonths, month, rows, isSuppressed }, running }: { shown: City; running: string | null }) {
  const words = useCityDashboardCopy();
  const format = useFormat();
  const addressOf = useUnitAddress();
  const tabs: readonly [Tab<Measure>, ...Tab<Measure>[]] = [{ value: "arrived", label: words.heat.arrived }, { value: "onTime", label: words.heat.onTime }, { value: "capaian", label: words.heat.capaian }];
  const measure = useTab("ukuran", tabs);
  // Completion is judged by the last month that is over.
  const at = heatMonths.length - (running !== null && measure !== "capaian" ? 2 : 1);
  const below = belowLimit(rows, measure, at);
  const finding = measure === "capaian" ? words.heatTitle.capaian : words.heatTitle.arrived;
  const label = ({ unit, isDirect, hasChildren }: CityRow) => (isDirect ? words.direct(unit.name) : hasChildren ? <Link to={addressOf(unit.id)}>{unit.name}</Link> : unit.name);
  return (
    <Card title={below === null ? words.heatTitle.none : `${words.heat[measure]} ${format.month(heatMonths[at] ?? month)}: ${finding(below, format.percent(limitOf(measure)))}`} sub={`${words.heatSub[measure]} ${running !== null && measure !== "capaian" ? words.heatRunning(format.month(running)) : ""}`.trim()}>
      <Tabs param="ukuran" tabs={tabs} label={words.heatLabel} />
      <HeatMap
        months={heatMonths}
        current={month}
        steps={STEPS[measure]}
        caption={words.heatSub[measure]}
        rowHeading={words.unit}
        unrecordedHelp={words.unrecordedHelp}
        rows={rows.map((row) => ({ key: `${row.unit.id}${row.isDirect}`, label: label(row), values: row.cells.map((cell, index) => heatValue(cell, measure, { isSuppressed, isRunning: heatMonths[index] === running, hidden: words.hiddenBroken })) }))}
      />
    </Card>
  );
}
