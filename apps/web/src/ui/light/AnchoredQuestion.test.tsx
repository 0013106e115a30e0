import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { AnchoredQuestion } from "./AnchoredQuestion.tsx";

const LEVELS = [{ value: 1, label: "Sering tidak dijawab." }, { value: 2, label: "Dijawab setelah diingatkan." }, { value: 3, label: "Dijawab sampai selesai." }] as const;
type Level = 0 | 1 | 2 | 3;

function Question({ error }: { error?: string }) {
  const [value, setValue] = useState<Level | null>(null);
  return (
    <>
      <AnchoredQuestion<Level> id="layanan" label="Saat dimintai bantuan" levels={LEVELS} unknown={{ value: 0, label: "Tidak cukup mengenal" }} value={value} onChange={setValue} error={error ?? null} />
      <output>{value ?? "belum"}</output>
    </>
  );
}
const chosen = () => document.querySelector("output")?.textContent;

test("nothing is chosen beforehand: no level is the usual one", () => {
  draw(<Question />);
  const radios = within(screen.getByRole("group", { name: "Saat dimintai bantuan" })).getAllByRole<HTMLInputElement>("radio");
  expect(radios.map((radio) => radio.checked)).toEqual([false, false, false, false]);
});

test("each level is chosen by its own words, and not knowing somebody is an answer like them", async () => {
  draw(<Question />);
  await userEvent.click(screen.getByText("Dijawab setelah diingatkan."));
  expect(chosen()).toBe("2");
  await userEvent.click(screen.getByRole("radio", { name: "Tidak cukup mengenal" }));
  expect(chosen()).toBe("0");
  expect(screen.getAllByRole<HTMLInputElement>("radio").filter((radio) => radio.checked)).toHaveLength(1);
});

test("all by keyboard: one Tab leads in, arrows go through the levels and to not knowing", async () => {
  draw(<Question />);
  await userEvent.tab();
  await userEvent.keyboard(" ");
  expect(chosen()).toBe("1");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
  expect(chosen()).toBe("0");
});

test("what is missing is said with the question, and a summary can lead to its first level", () => {
  draw(<Question error="Pilih satu jawaban." />);
  const group = screen.getByRole("group", { name: "Saat dimintai bantuan" });
  expect(within(group).getByText("Pilih satu jawaban.")).toBeTruthy();
  expect(group.getAttribute("aria-describedby")).toContain("error");
  expect(document.getElementById("layanan")).toBe(screen.getAllByRole("radio")[0]);
});
