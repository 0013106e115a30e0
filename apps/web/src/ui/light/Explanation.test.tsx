import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { type DecisionView, Explanation } from "./Explanation.tsx";

const suggestion: DecisionView = {
  rule: "Saran rating hasil kerja",
  cite: { regulation: "Standar penilaian kota", part: "penilaian.batas", link: null },
  given: { hasil: [{ prioritas: "utama", rating: "sesuai" }], umpanBalik: null, batas: { sebagianBesar: 0.5, sebagianKecil: 0.25 }, batasWaktu: "2026-12-04" },
  value: "sesuai",
  note: "Belum ada umpan balik pada periode ini; saran hanya melihat hasil kerja.\nCapaian tidak pernah kurang dari nol.",
  from: [],
};
const decision: DecisionView = {
  rule: "Predikat kinerja",
  cite: { regulation: "PermenPANRB 6/2022", part: "Lampiran BAB IV huruf B angka 3", link: "https://peraturan.go.id/6-2022" },
  given: { hasilKerja: "sesuai", perilaku: "di_atas" },
  value: "baik",
  from: [suggestion],
};
const details = () => screen.getAllByRole<HTMLDetailsElement>("group");
const terms = (inside: HTMLElement) =>
  Object.fromEntries(within(inside).getAllByRole("term").map((term) => [term.textContent, term.nextElementSibling?.textContent]));

test("the answer, its inputs and its article are open and in the office's words", () => {
  draw(<Explanation decision={decision} />);
  expect(screen.getByText("Predikat kinerja:", { exact: false, selector: "summary" }).textContent).toBe("Predikat kinerja: Baik");
  expect(screen.getByText("Rating hasil kerja").nextElementSibling?.textContent).toBe("Sesuai ekspektasi");
  expect(screen.getByText("Rating perilaku").nextElementSibling?.textContent).toBe("Di atas ekspektasi");
  const link = screen.getByRole("link", { name: /PermenPANRB 6\/2022, Lampiran BAB IV huruf B angka 3/ });
  expect(link.getAttribute("href")).toBe("https://peraturan.go.id/6-2022");
  expect(details().map((each) => each.open)).toEqual([true, false]);
});

test("what it rests on is folded, and opens to every input, written out", async () => {
  draw(<Explanation decision={decision} />);
  await userEvent.click(screen.getByText("Saran rating hasil kerja:", { exact: false, selector: "summary" }));
  const inner = details()[1];
  if (!inner) throw new Error("no inner decision is drawn");
  expect(terms(inner)).toEqual({
    "Hasil kerja yang dinilai": "Prioritas: Utama · Rating: Sesuai ekspektasi",
    "Umpan balik periode ini": "tidak ada",
    "Batas yang berlaku": "Sebagian besar: 0,5 · Sebagian kecil: 0,25",
    "Batas waktu": "4 Desember 2026",
  });
  expect(within(inner).getByText("Aturan kota: Standar penilaian kota, penilaian.batas")).toBeDefined();
  expect(within(inner).getByText("Capaian tidak pernah kurang dari nol.")).toBeDefined();
});

test("in English the rule, its notes and its values are English too", async () => {
  await drawInEnglish(<Suspense><Explanation decision={suggestion} /></Suspense>);
  expect((await screen.findByText("Suggested rating of work results:", { exact: false, selector: "summary" })).textContent).toBe("Suggested rating of work results: Meets expectation");
  expect(screen.getByText("Achievement is never below zero.")).toBeDefined();
});

test("a value that could not be computed is said to be none, never zero", () => {
  draw(<Explanation decision={{ ...suggestion, value: null }} />);
  expect(screen.getByText("Saran rating hasil kerja:", { exact: false, selector: "summary" }).textContent).toBe("Saran rating hasil kerja: tidak ada");
});
