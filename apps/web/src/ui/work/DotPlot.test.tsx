import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { DotPlot } from "./DotPlot.tsx";

const NAMES = { interval: "rentang 95%", row: "Kebiasaan", value: "Nilai", low: "Terendah", high: "Tertinggi" };
const plot = (
  <DotPlot
    min={-1} max={1} ticks={[-1, 0, 1]} ends={["lebih ketat", "lebih longgar"]} line={{ value: 0, label: "kota" }} caption="Kelonggaran" names={NAMES}
    dots={[
      { key: "a", label: "Kelonggaran", words: "0,4 lebih longgar", figure: { value: 0.4, low: 0.1, high: 0.7 } },
      { key: "b", label: "Sebaran", words: "Baru 3 formulir", figure: null },
      { key: "c", label: "Di luar gambar", words: "jauh lebih ketat", figure: { value: -3, low: -4, high: -2 } },
    ]}
  />
);

test("the words of each row carry the picture for who does not see it", () => {
  draw(plot);
  const figure = screen.getByRole("figure", { name: "Kelonggaran" });
  expect(within(figure).getAllByRole("term").map((term) => term.textContent)).toEqual(["Kelonggaran", "Sebaran", "Di luar gambar"]);
  expect(within(figure).getByText("0,4 lebih longgar").closest("[aria-hidden]")).toBeNull();
});

test("the same figures stand in a table; where there are too few cases, there is no figure", () => {
  draw(plot);
  const rows = [...screen.getByRole("figure", { name: "Kelonggaran" }).querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows).toEqual([["Kelonggaran", "0,4", "0,1", "0,7"], ["Sebaran", "–", "–", "–"], ["Di luar gambar", "-3", "-4", "-2"]]);
});

test("a figure beyond the scale stays at its edge, and never leaves the picture", () => {
  draw(plot);
  const places = [...document.querySelectorAll<HTMLElement>("dd[aria-hidden] [style]")].flatMap(({ style }) => [style.left, style.right]).filter((place) => place !== "");
  expect(places.every((place) => Number.parseFloat(place) >= 0 && Number.parseFloat(place) <= 100)).toBe(true);
});
