import type { Output } from "@teraju/contracts/endpoint";
import type { readMayorPage } from "@teraju/contracts/mayor-page";

export type Page = Output<typeof readMayorPage>;
export type Department = Page["departments"][number];
/** `points` has one decimal and no sign. */
export type Change = { kind: "up" | "down" | "same"; points: number } | { kind: "unknown" };

/** Less than half a point is noise, and is called unchanged. */
const NOISE = 0.5;

/** How a mean of percent moved since the month before, in points. */
export function changeOf(now: number | null, before: number | null): Change {
  if (now === null || before === null) return { kind: "unknown" };
  const points = Math.round((now - before) * 10) / 10;
  return { kind: Math.abs(points) < NOISE ? "same" : points > 0 ? "up" : "down", points: Math.abs(points) };
}

/** How many departments rose, held and fell; those without figures are in none. */
export function countChanges(departments: readonly Department[]): Record<"up" | "same" | "down", number> {
  const kinds = departments.map((department) => changeOf(department.capaian, department.capaianBefore).kind);
  const of = (kind: string) => kinds.filter((each) => each === kind).length;
  return { up: of("up"), same: of("same"), down: of("down") };
}

/** A mean that is missing although reports came is hidden: too few people. */
export const isHidden = ({ capaian, submitted }: Pick<Department, "capaian" | "submitted">): boolean => capaian === null && submitted > 0;
