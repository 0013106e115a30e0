import { Link } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useOpdDashboardCopy } from "#copy/page/opd-dashboard.ts";
import { Card } from "#ui/light/Card.tsx";
import { HeatMap } from "#ui/work/HeatMap.tsx";
import { paths, to } from "../../paths.ts";
import { type Dashboard, HEAT_STEPS, heatFinding, rowName } from "./finding.ts";

/** Each office below by month, its name the way down to it. The row of the unit's own staff leads nowhere: it is here. */
export function HeatCard({ heat, month, bulan }: { heat: Dashboard["heat"]; month: string; bulan: string | null }) {
  const words = useOpdDashboardCopy();
  const format = useFormat();
  const rows = heat.rows.map((row) => ({
    key: `${row.unit.id}${row.isDirect}`,
    label: row.isDirect ? rowName(words, row) : <Link to={to(paths.dashboardUnit, { unit: row.unit.id }, bulan === null ? {} : { bulan })}>{row.unit.name}</Link>,
    values: row.cells.map((cell) => (cell.isUnrecorded ? "tidak_tercatat" as const : cell.median)),
  }));
  return (
    <Card title={heatFinding(words, format, heat.rows)} sub={words.heatSub}>
      {rows.length > 0 && <HeatMap months={heat.months} current={month} rows={rows} steps={HEAT_STEPS} caption={words.heatCaption} rowHeading={words.unit} unrecordedHelp={words.unrecordedHelp} />}
    </Card>
  );
}
