import type { PeerResultView } from "@teraju/contracts/peer-input";
import { screen } from "@testing-library/react";
import { Route, Routes } from "react-router-dom";
import { expect, test } from "vitest";
import { id } from "#copy/id.ts";
import { peerInput } from "#copy/id/peer-input.ts";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import { figureWords, levelWords } from "./level.ts";
import PeerResultPage from "./PeerResultPage.tsx";
import PeerResultsPage from "./PeerResultsPage.tsx";

const idOf = (n: number) => `0193f000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const PERILAKU = Object.keys(id.vocabulary.perilaku) as (keyof typeof id.vocabulary.perilaku)[];
const CYCLE = { id: idOf(1), year: 2026, semester: 1, status: "released", answersFrom: "2026-06-01", answersUntil: "2026-06-15" } as const;
const at = (value: number) => ({ from: value, to: value });

function result(more: Partial<PeerResultView> = {}): PeerResultView {
  return {
    cycle: CYCLE, person: { id: idOf(9), name: "Cut Nurhayati", jabatan: "Bidan", unit: "Puskesmas" }, isMine: true, releasedOn: "2026-07-01",
    groups: [{ group: "rekan", n: 5, mean: at(3), agreement: "sepakat", behaviours: PERILAKU.map((perilaku, n) => ({ perilaku, mean: n === 0 ? { from: 3.5, to: 4 } : n === 1 ? null : n === 2 ? at(2.5) : at(3) })) }],
    minJawaban: 4, isMerged: false, withheld: null, suggestions: { texts: ["Beri kabar lebih awal.", "Bagikan catatannya."], withheld: null }, reliability: { icc1k: 0.61, isForDevelopmentOnly: true }, dasar: null, ...more,
  };
}
async function open(view: PeerResultView) {
  await serveOrigin((_, response) => json(response, view));
  draw(<Routes><Route path="/hasil/rekan/:siklus/:orang" element={<PeerResultPage />} /></Routes>, { at: `/hasil/rekan/${idOf(1)}/${idOf(9)}` });
  return (await screen.findByRole("heading", { level: 1 })).textContent;
}

test("the finding is a sentence; each behaviour has its words beside the picture, a band where the mean lies at an end", async () => {
  expect(await open(result())).toBe("Pada umumnya perilaku kerja Anda konsisten.");
  const words = screen.getAllByRole("term").map((term) => [term.textContent, [...(term.parentElement?.querySelectorAll("dd:not([aria-hidden])") ?? [])].map((dd) => dd.textContent).join("")]);
  expect(words.slice(0, 4)).toEqual([
    ["Berorientasi pelayanan", "antara konsisten dan memberi contoh (tingkat 3,5 sampai 4 dari 4)"],
    ["Akuntabel", "Kurang dari 4 orang cukup mengenal."],
    ["Kompeten", "antara kadang terlihat dan konsisten (tingkat 2,5 dari 4)"],
    ["Harmonis", "konsisten (tingkat 3 dari 4)"],
  ]);
  expect(screen.getByText("Beri kabar lebih awal.")).toBeTruthy();
  expect(screen.getByText(/Yang menilai hanya pejabat penilai\./).textContent).toContain("Untuk pengembangan saja");
});

test("under four answers there is no figure, the reason is said, and that it is nothing bad", async () => {
  expect(await open(result({ groups: [], withheld: "fewer_than_four", suggestions: { texts: [], withheld: "fewer_than_four" } }))).toBe("Hasil tidak ditampilkan.");
  expect(screen.getByText("Jawaban yang masuk kurang dari 4. Hasil dari sedikit orang bisa menunjuk orangnya.")).toBeTruthy();
  expect(screen.getByText("Tidak adanya hasil bukan nilai buruk, dan tidak dihitung sebagai nol.")).toBeTruthy();
  expect(screen.queryByRole("term")).toBeNull();
  expect(document.body.textContent).not.toMatch(/Saran untuk Anda|rentang|Keandalan/);
});

test("merged groups say why; somebody else's result names the person", async () => {
  expect(await open(result({ isMine: false, isMerged: true, groups: result().groups.map((group) => ({ ...group, group: "gabungan" })) }))).toBe("Pada umumnya perilaku kerja Cut Nurhayati konsisten.");
  expect(screen.getByText("Satu kelompok kurang dari 4 jawaban, jadi keduanya digabung.")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Dari rekan dan bawahan" })).toBeTruthy();
});

test("every step and band of the scale has words, and no picture shows more than they say", () => {
  const steps = [1.5, 2, 2.5, 3].map(at);
  expect([{ from: 1, to: 1.5 }, ...steps, { from: 3.5, to: 4 }].map((figure) => levelWords(figure, peerInput.result))).toEqual([
    "antara belum terlihat dan kadang terlihat", "antara belum terlihat dan kadang terlihat", "kadang terlihat", "antara kadang terlihat dan konsisten", "konsisten", "antara konsisten dan memberi contoh",
  ]);
  expect(figureWords({ from: 3.5, to: 4 }, peerInput.result, String)).toBe("3.5 sampai 4");
});

test("the list has the released ones, also those that are not shown", async () => {
  await serveOrigin(({ url }, response) =>
    url.startsWith("/api/session")
      ? json(response, { person: { id: idOf(9), name: "Cut", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai"], leads: null, today: "2026-11-23", isDemo: true })
      : json(response, { results: [{ cycle: CYCLE, releasedOn: "2026-07-01", isShown: true }, { cycle: { ...CYCLE, id: idOf(2), year: 2025, semester: 2 }, releasedOn: "2026-01-10", isShown: false }] }));
  draw(<PeerResultsPage />);
  expect((await screen.findAllByRole("link", { name: /^Baca/ })).map((link) => link.getAttribute("href"))).toEqual([`/hasil/rekan/${idOf(1)}/${idOf(9)}`, `/hasil/rekan/${idOf(2)}/${idOf(9)}`]);
  expect(screen.getByText("Tidak ditampilkan")).toBeTruthy();
});

test("from the rating of a bawahan the way leads to the newest released cycle; where there is none, it says so", async () => {
  const method = (shown: (number | null)[]) => ({ cycles: shown.map((shownPercent, n) => ({ id: idOf(n), shownPercent })) });
  let cycles: (number | null)[] = [null, 88];
  const { seen } = await serveOrigin(({ url }, response) => json(response, url.endsWith("/method") ? method(cycles) : result({ isMine: false })));
  const page = <Routes><Route path="/hasil/rekan/:siklus/:orang" element={<PeerResultPage />} /></Routes>;
  const first = draw(page, { at: `/hasil/rekan/terakhir/${idOf(9)}` });
  expect(await screen.findByRole("heading", { level: 1, name: "Pada umumnya perilaku kerja Cut Nurhayati konsisten." })).toBeTruthy();
  expect(seen.at(-1)?.url).toBe(`/api/peer-result/${idOf(1)}/${idOf(9)}`);
  first.unmount();
  cycles = [null];
  draw(page, { at: `/hasil/rekan/terakhir/${idOf(9)}` });
  expect(await screen.findByRole("heading", { level: 1, name: "Belum ada hasil umpan balik rekan." })).toBeTruthy();
});
