import type { Slide } from "@teraju/contracts/evaluation-meeting-live";
import type { Format } from "#copy/format.ts";
import type { SlideLine } from "./Slide.tsx";

type Bar = Slide["bars"][number];

/** Figures as people of the language write them. */
export function lineOf(bar: Bar, id: string, format: Format): SlideLine {
  const unit = bar.satuan ?? "";
  const isPercent = unit === "%" || unit.toLowerCase() === "persen";
  const write = (figure: number) => (isPercent ? format.percent(figure) : format.number(figure));
  return {
    id, name: bar.text, value: bar.realisasi, target: bar.target, lastMonth: bar.lastMonth, isToDiscuss: bar.isToDiscuss, words: bar.uraian,
    figure: bar.realisasi === null ? "–" : write(bar.realisasi),
    outOf: bar.target === null ? (bar.realisasi === null || isPercent ? "" : ` ${unit}`) : `/${write(bar.target)}${isPercent ? "" : ` ${unit}`}`,
    lastMonthText: bar.lastMonth === null ? null : write(bar.lastMonth),
  };
}
