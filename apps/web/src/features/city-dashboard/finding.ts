import type { readCityDashboard } from "@teraju/contracts/city-dashboard";
import type { Output } from "@teraju/contracts/endpoint";
import type { HeatValue } from "#ui/work/HeatMap.tsx";

export type City = Output<typeof readCityDashboard>;
export type CityRow = City["rows"][number];
type Cell = City["total"];
export type Measure = "arrived" | "onTime" | "capaian";

const share = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);

/** A cell's figure in percent; null where nobody had to report, or where an average is not shown. */
export function figureOf(cell: Cell, measure: Measure): number | null {
  if (measure === "capaian") return cell.capaian;
  return share(measure === "arrived" ? cell.submitted : cell.onTime, cell.obliged);
}

/** The same for the map: an average that is missing although reports came is hidden, and says so; completion of a month under way is not judged yet. */
export function heatValue(cell: Cell, measure: Measure, { isSuppressed, isRunning, hidden }: { isSuppressed: boolean; isRunning: boolean; hidden: string }): HeatValue {
  if (cell.isUnrecorded) return "tidak_tercatat";
  const figure = figureOf(cell, measure);
  if (isRunning && measure !== "capaian") return figure === null ? null : { running: figure };
  return figure === null && measure === "capaian" && isSuppressed && cell.submitted > 0 ? { hidden } : figure;
}

/** Where the colours change, worst first. */
export const STEPS: Record<Measure, readonly [number, number, number, number]> = { arrived: [50, 75, 90, 98], onTime: [50, 75, 90, 98], capaian: [75, 85, 95, 100] };
/** Below the third limit a unit is counted in the title. */
export const limitOf = (measure: Measure): number => STEPS[measure][2];

/** How many units stand below the limit in the month at `index`; null where none has a figure. */
export function belowLimit(rows: readonly CityRow[], measure: Measure, index: number): number | null {
  const figures = rows.map((row) => row.cells[index]).map((cell) => (cell === undefined ? null : figureOf(cell, measure))).filter((figure) => figure !== null);
  return figures.length === 0 ? null : figures.filter((figure) => figure < limitOf(measure)).length;
}

/** Whether anything on the page is hidden from this reader: only then it must be explained. */
export function hasHidden({ distribution, rows, isSuppressed }: City): boolean {
  const counts = [distribution.total, ...distribution.rows].flatMap((row) => [row.rated, ...Object.values(row.counts)]);
  return counts.includes(null) || (isSuppressed && rows.some((row) => row.cells.some((cell) => cell.capaian === null && cell.submitted > 0)));
}

/** A scale of percent that begins a ten below its least figure. */
export function leastOf(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? 0 : Math.max(0, Math.floor((Math.min(...known) - 1) / 10) * 10);
}
