import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { ErrorSummary, type FieldFault, faultOf } from "./ErrorSummary.tsx";
import { TextInput } from "./TextInput.tsx";

const FAULTS: FieldFault[] = [
  { field: "realisasi", text: "Isi realisasi." },
  { field: "uraian", text: "Tulis satu kalimat." },
];

function Form() {
  const [faults, setFaults] = useState<FieldFault[]>([]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setFaults(FAULTS);
      }}
    >
      <ErrorSummary faults={faults} />
      <TextInput id="realisasi" label="Realisasi" error={faultOf(faults, "realisasi")} />
      <TextInput id="uraian" label="Uraian" error={faultOf(faults, "uraian")} />
      <button type="submit">Kirim</button>
    </form>
  );
}

test("the summary takes the focus, and each of its lines leads to its field", async () => {
  draw(<Form />);
  expect(screen.queryByRole("alert")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Kirim" }));
  const summary = screen.getByRole("alert");
  expect(summary.textContent).toContain("Ada 2 yang perlu diperbaiki");
  expect(document.activeElement).toBe(summary);
  await userEvent.click(screen.getByRole("link", { name: "Tulis satu kalimat." }));
  expect(document.activeElement).toBe(screen.getByLabelText("Uraian"));
});

test("the field says the same words, bound to it for a screen reader", async () => {
  draw(<Form />);
  await userEvent.click(screen.getByRole("button", { name: "Kirim" }));
  const field = screen.getByLabelText("Uraian");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  const words = document.getElementById(field.getAttribute("aria-describedby") ?? "");
  expect(words?.textContent).toBe("Keliru: Tulis satu kalimat.");
});
