import type { Output } from "@teraju/contracts/endpoint";
import type { listPeerForms, PeerFormView, readHints } from "@teraju/contracts/peer-input";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router-dom";
import { expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import PeerFormPage from "./PeerFormPage.tsx";
import PeerFormsPage from "./PeerFormsPage.tsx";

const idOf = (n: number) => `0193f000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const CYCLE = { id: idOf(1), year: 2026, semester: 2, status: "answering", answersFrom: "2026-11-16", answersUntil: "2026-11-30" } as const;
const BUDI = { id: idOf(5), name: "Budi Santosa", jabatan: "Perawat Terampil", unit: "Puskesmas Langsa Kota" };
const PERILAKU = ["berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"] as const;
type Forms = Output<typeof listPeerForms>;

function form(more: Partial<PeerFormView> = {}): PeerFormView {
  return {
    id: idOf(20), subject: BUDI, group: "rekan", state: "waiting", cycle: CYCLE, because: "other_unit", promise: { minJawaban: 4, perOrang: 7 },
    questions: PERILAKU.map((perilaku) => ({ perilaku, question: { id: `Soal ${perilaku}`, en: `Question ${perilaku}` }, levels: [1, 2, 3, 4].map((n) => ({ id: `${perilaku} tingkat ${n}`, en: `${perilaku} level ${n}` })), answer: null, seenWhen: null })),
    suggestion: null, nextId: null, actions: { save: [], send: [], decline: [] }, ...more,
  };
}

async function phone({ view = form(), forms, hints = [], refuse }: { view?: PeerFormView; forms?: Forms; hints?: Output<typeof readHints>["hints"]; refuse?: number } = {}) {
  const served = await serveOrigin(({ method, url }, response) => {
    if (url.startsWith("/api/session")) return json(response, { person: { id: idOf(9), name: "Rina", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai"], leads: null, today: "2026-11-23", isDemo: true });
    if (url === "/api/peer-form") return json(response, forms ?? { cycle: CYCLE, forms: [{ id: view.id, subject: view.subject, group: view.group, state: view.state }], waiting: view.state === "sent" ? 0 : 1 });
    if (url.endsWith("/hint")) return json(response, { hints });
    if (method === "PUT" && refuse !== undefined) return problem(response, refuse, "busy");
    return json(response, method === "GET" ? view : { ...view, state: url.endsWith("/decline") ? "declined" : "sent" });
  });
  const sent = (end: string) => served.seen.filter(({ method, url }) => method !== "GET" && url.endsWith(end)).map(({ body }) => JSON.parse(body) as { answers: { perilaku: string; answer: unknown; seenWhen: unknown }[]; suggestion: string | null; reason?: string });
  draw(<Routes><Route path="/umpan-balik/rekan" element={<PeerFormsPage />} /><Route path="/umpan-balik/rekan/isi/:id" element={<PeerFormPage />} /></Routes>, { at: `/umpan-balik/rekan/isi/${idOf(20)}` });
  return { ...served, sent };
}
const level = (perilaku: string, n: number) => screen.getByRole("radio", { name: `${perilaku} tingkat ${n}` });
const answerAll = async (user: ReturnType<typeof userEvent.setup>) => {
  for (const [index, perilaku] of PERILAKU.entries()) await user.click(level(perilaku, (index % 4) + 1));
};

test("who is asked, why, and who will see what stand above the first question; the browser's title names nobody", async () => {
  await phone();
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Bagaimana Budi Santosa bekerja?");
  expect(screen.getByText(/Anda diundi karena unit Anda bekerja sama dengan unitnya\./).textContent).toContain("gabungan dari paling sedikit 4 jawaban");
  expect(screen.getByText(/Penilai tidak ditampilkan kepada siapa pun di aplikasi, termasuk admin dan auditor\./).textContent).toContain("data yang menghubungkan penilai dengan jawabannya dimusnahkan.");
  expect(screen.getByText("Kami tidak dapat melindungi dari gaya tulisan, dari kesepakatan 3 penilai, atau dari pengelola server yang berniat jahat sebelum penyegelan.")).toBeTruthy();
  expect(document.title).not.toContain("Budi");
});

test("seven taps and one more send a form; not knowing somebody is an answer", async () => {
  const { sent } = await phone();
  const user = userEvent.setup();
  await screen.findByRole("heading", { level: 1 });
  await answerAll(user);
  await user.click(within(screen.getByRole("group", { name: /Loyal/ })).getByRole("radio", { name: "Tidak cukup mengenal" }));
  expect(screen.getByText("7 dari 7 dijawab")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  expect(await screen.findByText("Terkirim.")).toBeTruthy();
  const [body] = sent("/send");
  expect(body?.answers.map(({ answer }) => answer)).toEqual([1, 2, 3, 4, "tidak_cukup_mengenal", 2, 3]);
  expect(body?.suggestion).toBeNull();
});

test("what is missing is listed, leads to its question, and nothing is sent", async () => {
  const { sent } = await phone();
  const user = userEvent.setup();
  await screen.findByRole("heading", { level: 1 });
  for (const perilaku of PERILAKU.slice(0, 6)) await user.click(level(perilaku, 3));
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  const alert = screen.getByRole("alert");
  expect(within(alert).getAllByRole("link").map((link) => link.textContent)).toEqual(["Pilih satu jawaban: Kolaboratif."]);
  await user.click(within(alert).getByRole("link"));
  expect(document.activeElement).toBe(level("kolaboratif", 1));
  expect(sent("/send")).toEqual([]);
});

test("each answer is soon on the server, and nothing of it on the device", async () => {
  const { sent } = await phone();
  const user = userEvent.setup();
  await screen.findByRole("heading", { level: 1 });
  await user.click(level("harmonis", 2));
  await expect.poll(() => sent(`/${idOf(20)}`).at(-1)?.answers.find(({ perilaku }) => perilaku === "harmonis")?.answer, { timeout: 4000 }).toBe(2);
  expect(await screen.findByText("Tersimpan di server")).toBeTruthy();
  expect([JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join("")).not.toContain("harmonis");
});

test("what could not be saved is said to be so, in words that hold", async () => {
  await phone({ refuse: 503 });
  const user = userEvent.setup();
  await screen.findByRole("heading", { level: 1 });
  await user.click(level("harmonis", 2));
  expect(await screen.findByText("Belum tersimpan. Jangan tutup halaman ini.", {}, { timeout: 4000 })).toBeTruthy();
});

test("\"bisa dikenali?\" comes before the first sending of a suggestion; who presses again sends it as it is", async () => {
  const { sent } = await phone({ hints: [{ kind: "names_a_person", words: "Bu Sari" }, { kind: "uncommon_style", words: null }] });
  const user = userEvent.setup();
  await screen.findByRole("heading", { level: 1 });
  await answerAll(user);
  await user.type(screen.getByRole("textbox", { name: /Satu saran untuknya/ }), "Tanya Bu Sari dulu.");
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  expect(await screen.findByText("menyebut nama: “Bu Sari”")).toBeTruthy();
  expect(screen.getByText("gaya tulisannya khas")).toBeTruthy();
  expect(sent("/send")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  await expect.poll(() => sent("/send").at(-1)?.suggestion).toBe("Tanya Bu Sari dulu.");
});

test("declining asks for a reason, and is final", async () => {
  const { sent } = await phone();
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Saya tidak bisa menjawab" }));
  await user.click(screen.getByRole("button", { name: "Tidak menjawab" }));
  expect(screen.getByText("Pilih satu alasan.")).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "Saya sedang cuti" }));
  await user.click(screen.getByRole("button", { name: "Tidak menjawab" }));
  expect(await screen.findByText("Tercatat. Rekan lain akan diundi sebagai pengganti.")).toBeTruthy();
  expect(sent("/decline").map(({ reason }) => reason)).toEqual(["sedang_cuti"]);
});

test("after the close the form is read no more, and says what became of it", async () => {
  await phone({ view: form({ actions: { save: ["answers_closed"], send: ["answers_closed"], decline: ["answers_closed"] } }) });
  expect(await screen.findByText("Masa pengisian sudah berakhir.")).toBeTruthy();
  expect(screen.queryByRole("radio")).toBeNull();
});

test("in English the questions and the promise are English too", async () => {
  await serveOrigin((_, response) => json(response, form()));
  await drawInEnglish(<Routes><Route path="*" element={<PeerFormPage />} /></Routes>, { at: `/umpan-balik/rekan/isi/${idOf(20)}` });
  expect(await screen.findByRole("heading", { level: 1, name: "How does Budi Santosa work?" })).toBeTruthy();
  expect(screen.getByRole("radio", { name: "loyal level 3" })).toBeTruthy();
});

test("the list says how many wait, offers the next one first, and an empty one says so", async () => {
  const people = [["sent", "Ani"], ["waiting", "Cut"], ["declined", "Dedi"]] as const;
  await serveOrigin(({ url }, response) => {
    if (url.startsWith("/api/session")) return json(response, { person: { id: idOf(9), name: "Rina", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai"], leads: null, today: "2026-11-23", isDemo: true });
    return json(response, { cycle: CYCLE, forms: people.map(([state, name], n) => ({ id: idOf(30 + n), subject: { ...BUDI, id: idOf(40 + n), name }, group: "rekan", state })), waiting: 1, handedOver: 1 } satisfies Forms);
  });
  draw(<PeerFormsPage />);
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("1 rekan menunggu umpan balik Anda.");
  expect(screen.getAllByRole("link", { name: /^(Ubah|Isi|Lanjutkan) / }).map((link) => link.textContent)).toEqual(["Ubah Bagaimana Ani bekerja?", "Isi Bagaimana Cut bekerja?"]);
  expect(screen.getByText(/sampai 30 November 2026/)).toBeTruthy();
  expect(screen.getByText("1 formulir dialihkan karena ada rekan baru. Jumlah formulir Anda tetap sama.")).toBeTruthy();
});
