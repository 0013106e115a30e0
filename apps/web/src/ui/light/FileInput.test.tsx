import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { draw } from "../../../test/render.tsx";
import { FileInput } from "./FileInput.tsx";

test("the chosen file is named, and the same one can be chosen again after it was mended", async () => {
  const onPick = vi.fn<(file: File) => void>();
  draw(<FileInput label="Berkas CSV" help="Paling besar 5 MB." error="Judul kolom tidak dikenal." accept=".csv" onPick={onPick} />);
  // Help and error are its description, as with every other field.
  const field = screen.getByLabelText<HTMLInputElement>("Berkas CSV");
  const described = (field.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
  expect(described).toEqual(["Paling besar 5 MB.", "Keliru: Judul kolom tidak dikenal."]);
  screen.getByText("Pilih berkas");

  await userEvent.upload(field, new File(["nip"], "pegawai.csv", { type: "text/csv" }));
  screen.getByText("pegawai.csv");
  screen.getByText("Pilih berkas lain");
  expect(field.value, "a browser sees no change when the same file is chosen from a field that still holds it").toBe("");

  await userEvent.upload(field, new File(["nip;nama"], "pegawai.csv", { type: "text/csv" }));
  expect(onPick).toHaveBeenCalledTimes(2);
});
