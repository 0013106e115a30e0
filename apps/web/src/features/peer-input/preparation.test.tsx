import type { Input, Output } from "@teraju/contracts/endpoint";
import type { choosePeers, declareRelations, readPeerPreparation, readPeerProof } from "@teraju/contracts/peer-input";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import ChoicePage from "./ChoicePage.tsx";
import ProofPage from "./ProofPage.tsx";
import RelationPage from "./RelationPage.tsx";

const idOf = (n: number) => `0193f000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const someone = (n: number, name: string) => ({ id: idOf(n), name, jabatan: "Perawat", unit: "Puskesmas" });
const CYCLE = { id: idOf(1), year: 2026, semester: 2, status: "preparing", answersFrom: "2026-11-16", answersUntil: "2026-11-30" } as const;
type Preparation = Output<typeof readPeerPreparation>;
const preparation = (more: Partial<Preparation> = {}): Preparation => ({ cycle: CYCLE, choice: { vetoes: [], suggestions: [] }, relations: { isStated: false, list: [] }, actions: { choose: [], declare: [] }, ...more });

async function office(first: Preparation) {
  const served = await serveOrigin(({ method, url }, response) => {
    if (url.startsWith("/api/peer-preparation/person")) return json(response, { people: [someone(5, "Cut Meutia"), someone(6, "Cut Nyak")] });
    if (method === "PUT") return response.writeHead(204).end();
    return json(response, first);
  });
  const written = () => served.seen.filter(({ method }) => method === "PUT").map(({ body }) => JSON.parse(body) as unknown);
  return { ...served, written };
}

test("a suggestion and a veto are found by name, and saved together", async () => {
  const { written } = await office(preparation({ choice: { vetoes: [someone(7, "Dedi")], suggestions: [] } }));
  draw(<ChoicePage />);
  const user = userEvent.setup();
  const suggested = within(await screen.findByRole("region", { name: "Orang yang saya usulkan" }));
  await user.type(suggested.getByRole("searchbox"), "cut");
  await user.click(await suggested.findByRole("button", { name: "Tambah Cut Meutia" }));
  expect(suggested.getByText("Cut Meutia")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Simpan pilihan" }));
  expect(await screen.findByText("Pilihan tersimpan.")).toBeTruthy();
  expect(written()).toEqual([{ suggestions: [idOf(5)], vetoes: [idOf(7)] } satisfies Input<typeof choosePeers>["body"]]);
});

test("two vetoes are the most, and after the draw nothing can be changed", async () => {
  await office(preparation({ choice: { vetoes: [someone(7, "Dedi"), someone(8, "Eka")], suggestions: [] } }));
  const first = draw(<ChoicePage />);
  expect(within(await screen.findByRole("region", { name: "Orang yang tidak saya inginkan" })).getByText("Paling banyak 2 nama.")).toBeTruthy();
  first.unmount();
  await office(preparation({ actions: { choose: ["wrong_status"], declare: [] } }));
  draw(<ChoicePage />);
  expect(await screen.findByText("Undian sudah dilakukan. Pilihan tidak bisa diubah lagi.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Simpan pilihan" })).toBeNull();
});

test("having no relation is a statement too, and says who may read it and what is not asked", async () => {
  const { written } = await office(preparation());
  draw(<RelationPage />);
  expect(await screen.findByText(/Hanya analis BKPSDM yang bisa membacanya.*pertemanan tidak ditanyakan\./)).toBeTruthy();
  expect(screen.getByText("Anda belum membuat pernyataan untuk siklus ini.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Nyatakan: tidak ada" }));
  expect(await screen.findByText("Pernyataan tercatat.")).toBeTruthy();
  expect(written()).toEqual([{ relations: [] }]);
});

test("last cycle's relations are a proposal: checked, changed, then stated again", async () => {
  const { written } = await office(preparation({ relations: { isStated: false, list: [{ person: someone(7, "Dedi"), kind: "keluarga" }] } }));
  draw(<RelationPage />);
  const user = userEvent.setup();
  expect(await screen.findByText(/pernyataan Anda pada siklus lalu/)).toBeTruthy();
  await user.selectOptions(screen.getByLabelText("Hubungan dengan Dedi"), "Usaha bersama");
  await user.type(screen.getByRole("searchbox"), "cut");
  await user.click(await screen.findByRole("button", { name: "Tambah Cut Nyak" }));
  await user.click(screen.getByRole("button", { name: "Nyatakan daftar ini" }));
  expect(await screen.findByText("Pernyataan tercatat.")).toBeTruthy();
  expect(written()).toEqual([{ relations: [{ personId: idOf(7), kind: "usaha" }, { personId: idOf(6), kind: "keluarga" }] } satisfies Input<typeof declareRelations>["body"]]);
});

test("a proof says in words whether it holds, and gives the figures to who wants to compute them", async () => {
  const hash = (letter: string) => letter.repeat(64);
  const proof: Output<typeof readPeerProof> = {
    cycle: { ...CYCLE, status: "sealed" }, keyHash: hash("a"), root: hash("b"),
    assignments: [{ subject: someone(5, "Cut Meutia"), because: "same_unit", isHandedOver: true, salt: "s1", leaf: hash("c"), path: [hash("d")], root: hash("b"), isProved: true }, { subject: someone(6, "Cut Nyak"), because: "other_unit", isHandedOver: false, salt: "s2", leaf: hash("e"), path: [], root: hash("b"), isProved: false }],
    verdicts: [{ role: "inspektorat", name: "Zuraida", isEqual: true, digest: hash("b"), statement: "Diperiksa di kantor.", on: "2026-12-02", signature: "x" }],
  };
  await serveOrigin((_, response) => json(response, proof));
  draw(<ProofPage />);
  expect(await screen.findByText("Cocok")).toBeTruthy();
  expect(screen.getByText("Tidak cocok. Hubungi Inspektorat.")).toBeTruthy();
  expect(screen.getByText(hash("d"))).toBeTruthy();
  expect(screen.getAllByText("Dialihkan karena ada rekan baru")).toHaveLength(1);
  expect(screen.getByText("Undian dihitung ulang, hasilnya sama. Diperiksa di kantor.")).toBeTruthy();
});
