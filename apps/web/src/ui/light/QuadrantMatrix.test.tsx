import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { draw } from "../../../test/render.tsx";
import { QuadrantMatrix } from "./QuadrantMatrix.tsx";

const words = () => screen.getAllByRole("row").map((row) => within(row).queryAllByRole("cell").map((cell) => cell.textContent));

test("the nine cells carry the words of Lampiran IV.B.3, hasil kerja upward and perilaku to the right", () => {
  draw(<QuadrantMatrix />);
  expect(words().slice(0, 3)).toEqual([
    ["Kurang ", "Baik ", "Sangat baik "],
    ["Kurang ", "Baik ", "Baik "],
    ["Sangat kurang ", "Butuh perbaikan ", "Butuh perbaikan "],
  ]);
  expect(screen.getAllByRole("rowheader").map((header) => header.textContent)).toEqual(["Hasil kerja di atas", "sesuai", "di bawah"]);
  expect(screen.getAllByRole("columnheader").map((header) => header.textContent)).toEqual(["Perilaku di bawah", "sesuai", "di atas"]);
});

test("Anda stands in one cell only, and is said aloud as the current one", () => {
  draw(<QuadrantMatrix you={{ hasilKerja: "sesuai", perilaku: "di_atas" }} />);
  const marked = screen.getAllByRole("cell").filter((cell) => cell.getAttribute("aria-current") === "true");
  expect(marked.map((cell) => cell.textContent)).toEqual(["Baik Anda"]);
});

test("to somebody else the mark says whose it is, not Anda", () => {
  draw(<QuadrantMatrix you={{ hasilKerja: "sesuai", perilaku: "di_atas" }} isOfOther />);
  expect(screen.getAllByRole("cell").filter((cell) => cell.getAttribute("aria-current") === "true").map((cell) => cell.textContent)).toEqual(["Baik Pegawai"]);
});

test("a cell with people opens their names; an empty one is no button", async () => {
  const onSelect = vi.fn();
  draw(<QuadrantMatrix counts={[{ hasilKerja: "di_bawah", perilaku: "sesuai", count: 4 }]} onSelect={onSelect} />);
  expect(screen.getAllByRole("button")).toEqual([screen.getByRole("button", { name: "Butuh perbaikan 4 orang. Lihat nama." })]);
  await userEvent.click(screen.getByRole("button", { name: /4 orang/ }));
  expect(onSelect).toHaveBeenCalledExactlyOnceWith({ hasilKerja: "di_bawah", perilaku: "sesuai" });
});
