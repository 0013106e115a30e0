import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { HeatMap } from "./HeatMap.tsx";
import css from "./HeatMap.module.css";

const MONTHS = ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"];
const map = (values: Parameters<typeof HeatMap>[0]["rows"][number]["values"]) =>
  draw(<HeatMap months={MONTHS} current="2026-11" rows={[{ key: "g", label: "Gizi & KIA", values }]} steps={[75, 85, 95, 100]} caption="Capaian bidang tiap bulan" rowHeading="Bidang" unrecordedHelp="Belum memakai Teraju." />);
const cells = () => within(screen.getByRole("table", { name: "Capaian bidang tiap bulan" })).getAllByRole("cell");

test("the figure stands in each cell, and a limit belongs to the better colour", () => {
  map([74.4, 75, 85, 95, 100, 130]);
  expect(cells().map((cell) => cell.textContent)).toEqual(["74", "75", "85", "95", "100", "130"]);
  const tones = ["lowest", "low", "middle", "high", "highest", "highest"].map((tone) => css[tone]);
  expect(cells().map((cell) => tones.find((tone) => tone !== undefined && cell.classList.contains(tone)))).toEqual(tones);
});

test("no figure is said to be none, and a figure that may not be shown stays hidden", () => {
  map([null, { hidden: "<5" }, 0, null, null, null]);
  expect(cells().map((cell) => cell.textContent)).toEqual(["–tidak ada data", "<5", "0", "–tidak ada data", "–tidak ada data", "–tidak ada data"]);
});

test("a month that is not on record is said to be so, once in a line below, and is no figure", () => {
  map(["tidak_tercatat", "tidak_tercatat", null, 90, 91, 92]);
  expect(cells().map((cell) => cell.textContent)).toEqual(["Tidak tercatat", "Tidak tercatat", "–tidak ada data", "90", "91", "92"]);
  expect(screen.getByText("Belum memakai Teraju.")).toBeDefined();
});

test("a month under way keeps its figure and gets no colour", () => {
  map([null, null, null, null, null, { running: 49.6 }]);
  const last = cells().at(-1);
  expect([last?.textContent, last?.classList.contains(css["running"] ?? ""), last?.classList.contains(css["lowest"] ?? "")]).toEqual(["50", true, false]);
});

test("the current month is outlined and named, and phones keep the last four", () => {
  map([1, 2, 3, 4, 5, 6]);
  expect(screen.getByRole("columnheader", { name: /Nov.*, bulan ini/ })).toBeDefined();
  expect(cells().map((cell) => cell.classList.contains(css["current"] ?? ""))).toEqual([false, false, false, false, false, true]);
  expect(cells().map((cell) => cell.classList.contains(css["older"] ?? ""))).toEqual([true, true, false, false, false, false]);
});
