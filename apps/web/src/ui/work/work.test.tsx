import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { draw } from "../../../test/render.tsx";
import { Button } from "../light/Button.tsx";
import { Distribution } from "./Distribution.tsx";
import { ShortcutList } from "./KeyHint.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { Table } from "./Table.tsx";
import { Tabs } from "./Tabs.tsx";
import { TreeNav } from "./TreeNav.tsx";
import { Trend } from "./Trend.tsx";

beforeEach(() => localStorage.clear());

const PEOPLE = [
  { name: "B", done: 85 },
  { name: "A", done: null },
  { name: "C", done: 9 },
];
const names = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent);

test("a table sorts by its column, keeps the order in the address, and puts the unknown last both ways", async () => {
  const { router } = draw(
    <Table caption="Tim" rowKey={(row) => row.name} rows={PEOPLE} columns={[{ key: "nama", label: "Nama", cell: (row) => row.name, sortBy: (row) => row.name }, { key: "capaian", label: "Capaian", cell: (row) => row.done ?? "–", sortBy: (row) => row.done, isFigure: true }]} />,
  );
  expect(names()).toEqual(["B", "A", "C"]);
  await userEvent.click(screen.getByRole("button", { name: /Capaian/ }));
  expect([names(), router.state.location.search]).toEqual([["C", "B", "A"], "?urut=capaian"]);
  await userEvent.click(screen.getByRole("button", { name: /Capaian/ }));
  expect([names(), router.state.location.search]).toEqual([["B", "C", "A"], "?urut=-capaian"]);
  expect(screen.getByRole("columnheader", { name: /Capaian/ }).getAttribute("aria-sort")).toBe("descending");
});

test("tabs are addresses: the first is shown where none is named, and other parts of the address stay", async () => {
  const { router } = draw(<Tabs param="lihat" label="Pilihan" tabs={[{ value: "semua", label: "Semua" }, { value: "belum", label: "Belum kirim", count: 6 }]} />, { at: "/tim?urut=nama" });
  expect(screen.getByRole("link", { name: "Semua" }).getAttribute("aria-current")).toBe("page");
  await userEvent.click(screen.getByRole("link", { name: /Belum kirim/ }));
  expect(router.state.location.search).toBe("?urut=nama&lihat=belum");
  expect(screen.getByRole("link", { name: /Belum kirim/ }).getAttribute("aria-current")).toBe("page");
});

test("a distribution says count, share and what passes the pattern", () => {
  draw(<Distribution portions={[{ predikat: "baik", count: 41, limit: { people: 36, kind: "max" } }, { predikat: "kurang", count: 11, limit: { people: 5, kind: "min" } }]} />);
  expect(screen.getAllByRole("term").map((term) => term.parentElement?.textContent)).toEqual(["Baik41 79%, melebihi pola", "Kurang11 21%"]);
});

test("a distribution of nobody has no share", () => {
  draw(<Distribution portions={[{ predikat: "baik", count: 0 }]} />);
  expect(screen.getByRole("term").parentElement?.textContent).toBe("Baik0 0%");
});

test("the tree opens the branch in which one is", () => {
  draw(<TreeNav current="p" nodes={[{ id: "d", label: "Dinas Kesehatan", to: "/d", children: [{ id: "p", label: "Bidang P2P", to: "/p" }] }, { id: "e", label: "Dinas Pendidikan", to: "/e", children: [{ id: "s", label: "SMP", to: "/s" }] }]} />);
  expect(screen.getAllByRole<HTMLDetailsElement>("group").map((branch) => branch.open)).toEqual([true, false]);
  expect(screen.getByRole("link", { name: "Bidang P2P" }).getAttribute("aria-current")).toBe("page");
});

test("behind a trend stands the same as a table, gaps as a dash", async () => {
  draw(<Trend months={["2026-09", "2026-10", "2026-11"]} min={60} max={110} caption="Capaian" series={[{ label: "Gizi", values: [86, null, 71] }]} />);
  await userEvent.click(screen.getByText("Lihat sebagai tabel"));
  expect(within(screen.getByRole("table", { name: "Capaian" })).getAllByRole("cell").slice(1).map((cell) => cell.textContent)).toEqual(["86%", "–", "71%"]);
});

function Queue({ next, rate }: { next: () => void; rate: () => void }) {
  useShortcuts({ j: next, "alt+1": rate });
  return (
    <>
      <input aria-label="Catatan" />
      <ShortcutList shortcuts={[{ keys: "J", does: "Berikutnya" }]} />
    </>
  );
}

test("single keys work on the page, not while writing, not in a dialog, and not when switched off", async () => {
  const next = vi.fn();
  const rate = vi.fn();
  draw(<Queue next={next} rate={rate} />);
  await userEvent.keyboard("j");
  fireEvent.keyDown(document.body, { key: "¡", code: "Digit1", altKey: true });
  expect([next.mock.calls.length, rate.mock.calls.length]).toEqual([1, 1]);
  await userEvent.type(screen.getByLabelText("Catatan"), "jj");
  expect(next).toHaveBeenCalledOnce();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard("?");
  const dialog = screen.getByRole("dialog", { name: "Tombol pintas" });
  await userEvent.keyboard("j");
  expect(next).toHaveBeenCalledOnce();
  await userEvent.click(within(dialog).getByRole("checkbox", { name: "Pakai tombol pintas" }));
  await userEvent.click(within(dialog).getByRole("button", { name: "Tutup" }));
  await userEvent.keyboard("j");
  expect(next).toHaveBeenCalledOnce();
});

test("a refused button says why, stays reachable by keyboard and does nothing", async () => {
  const act = vi.fn();
  draw(<Button onClick={act} refusal="Periksa dulu semua hasil kerja.">Selesai</Button>);
  await userEvent.tab();
  const button = screen.getByRole("button", { name: "Selesai" });
  expect(document.activeElement).toBe(button);
  await userEvent.keyboard("{Enter}");
  await userEvent.click(button);
  expect(act).not.toHaveBeenCalled();
  const reason = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toBe("Periksa dulu semua hasil kerja.");
});
