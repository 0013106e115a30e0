import type { Input, Output } from "@teraju/contracts/endpoint";
import { readUnitFairness } from "@teraju/contracts/fairness";
import type { answerWarmUp, FairnessView, Habit, judgeSignal, RaterMirrorView, readFairnessMethod, readWarmUp, SignalView, UnitFairnessView } from "@teraju/contracts/fairness";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import FairnessPage from "./FairnessPage.tsx";
import { figureOf, placeIn } from "./habit.ts";
import MethodPage from "./MethodPage.tsx";
import MirrorPage from "./MirrorPage.tsx";
import SignalPage from "./SignalPage.tsx";
import UnitFairnessPage from "./UnitFairnessPage.tsx";
import WarmUpPage from "./WarmUpPage.tsx";

const idOf = (n: number) => `0193f000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const PERIOD = { id: idOf(1), year: 2026, kind: "triwulanan", number: 3, firstMonth: "2026-07", lastMonth: "2026-09", ratingFrom: "2026-10-01", ratingUntil: "2026-10-20", state: "closed" } as const;
const person = (n: number, name: string) => ({ id: idOf(n), name, jabatan: null, unit: "Puskesmas" });
const CITY = { median: 0, low: -0.4, high: 0.4, raters: 900 };
const habit = (more: Partial<Habit> = {}): Habit => ({ n: 12, least: 8, mine: { value: 0.05, low: -0.2, high: 0.3 }, reason: null, city: CITY, side: "around", ...more });

function mirror(more: Partial<RaterMirrorView> = {}): RaterMirrorView {
  return {
    cycles: [{ id: idOf(2), year: 2026, semester: 1 }],
    peer: { leniency: habit({ mine: { value: 0.5, low: 0.3, high: 0.7 }, side: "higher" }), spread: habit(), halo: habit({ n: 3, mine: null, reason: "too_few", side: null }), straight: habit({ mine: { value: 84, low: 60, high: 95 }, city: { median: 22, low: 5, high: 60, raters: 900 }, side: "higher" }) },
    penilai: null, warmUp: { years: [{ year: 2025, exactPercent: 75, meanDifference: 0.25 }], isDueNow: true }, ...more,
  };
}

test("the mirror speaks in words: which habit differs, by how much, from how many forms; too few say so", async () => {
  await serveOrigin(({ url }, response) => json(response, url.endsWith("/mine") ? { signals: [] } : mirror()));
  draw(<MirrorPage />);
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Yang berbeda dari kota: kelonggaran dan tujuh jawaban sama.");
  expect(screen.getByText("Hanya Anda yang bisa membuka halaman ini. Tidak dipakai untuk menilai Anda.")).toBeTruthy();
  const rows = within(screen.getByRole("figure")).getAllByRole("term").map((term) => [term.textContent, term.parentElement?.querySelector("dd:not([aria-hidden])")?.textContent]);
  expect(rows).toEqual([
    ["Kelonggaran", "Lebih longgar dari kebanyakan. +0,5 poin, antara +0,3 dan +0,7. Dari 12 formulir."],
    ["Beda antarorang", "Anda membedakan orang seperti yang lain. 0,05 poin, antara -0,2 dan 0,3. Dari 12 formulir."],
    ["Beda antarperilaku", "Belum cukup: baru 3, perlu 8."],
    ["Tujuh jawaban sama", "Lebih sering dari kebanyakan. 84% formulir, antara 60% dan 95%. Dari 12 formulir."],
  ]);
  expect(screen.getByRole("row", { name: /2025 75% 0,25 lebih longgar/ })).toBeTruthy();
  expect(await screen.findByText("Tidak ada tanda tentang Anda.")).toBeTruthy();
});

test("before any cycle is sealed the mirror is empty and says when it fills; who rates, sees the own ratings counted", async () => {
  const nothing = habit({ n: 0, mine: null, reason: "no_data", city: null, side: null });
  const penilai = { period: PERIOD, leniency: habit({ n: 9, mine: { value: 0.3, low: -0.1, high: 0.7 }, side: "around" }), counts: { di_atas: 2, sesuai: 6, di_bawah: 1 } };
  await serveOrigin(({ url }, response) => json(response, url.endsWith("/mine") ? { signals: [{ id: idOf(8), kind: "supervisor_severity", status: "open", raisedOn: "2026-10-21", expiresOn: "2027-04-01" }] } : mirror({ cycles: [], peer: { leniency: nothing, spread: nothing, halo: nothing, straight: nothing }, penilai })));
  draw(<MirrorPage />);
  expect(await screen.findByText("Cermin terisi setelah satu siklus disegel.")).toBeTruthy();
  expect(screen.getByText(/Setara dengan penilai lain\. \+0,3 poin, antara -0,1 dan \+0,7\. Dari 9 orang\./)).toBeTruthy();
  expect(screen.getByText("Sesuai ekspektasi").parentElement?.textContent).toBe("Sesuai ekspektasi6");
  expect((await screen.findByRole("link", { name: "Baca dan jawab" })).getAttribute("href")).toBe(`/kewajaran/tanda/${idOf(8)}`);
});

test("habits of different units share one scale: the middle 80 percent of raters lies between −1 and 1", () => {
  expect([placeIn(CITY, 0), placeIn(CITY, 0.4), placeIn(CITY, -0.8)]).toEqual([0, 1, -2]);
  const alike = { median: 20, low: 20, high: 20, raters: 5 };
  expect([placeIn(alike, 20), placeIn(alike, 25), placeIn(alike, 3)]).toEqual([0, 2, -2]);
  expect(figureOf(habit({ mine: null }))).toBeNull();
});

test("four cases are answered without knowing the reference, and then stand beside it", async () => {
  let isDone = false;
  const view = (): Output<typeof readWarmUp> => ({
    year: 2026,
    cases: [1, 2, 3, 4].map((number) => ({ number, perilaku: "harmonis", story: { id: `Cerita ${number}.`, en: `Story ${number}.` }, levels: [1, 2, 3, 4].map((n) => ({ id: `c${number} tingkat ${n}`, en: `c${number} level ${n}` })), mine: isDone ? 3 : null, reference: isDone ? number : null, why: isDone ? { id: "Sebabnya.", en: "Why." } : null })),
  });
  const { seen } = await serveOrigin(({ method }, response) => {
    if (method === "POST") isDone = true;
    json(response, view());
  });
  draw(<WarmUpPage />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("radio", { name: "c1 tingkat 3" }));
  await user.click(screen.getByRole("button", { name: "Bandingkan dengan acuan" }));
  expect(within(screen.getByRole("alert")).getAllByRole("link")).toHaveLength(3);
  for (const number of [2, 3, 4]) await user.click(screen.getByRole("radio", { name: `c${number} tingkat 3` }));
  await user.click(screen.getByRole("button", { name: "Bandingkan dengan acuan" }));
  expect(await screen.findByRole("heading", { level: 1, name: "3 dari 4 sama atau bersebelahan dengan acuan." })).toBeTruthy();
  expect((JSON.parse(seen.find(({ method }) => method === "POST")?.body ?? "{}") as Input<typeof answerWarmUp>["body"]).levels).toEqual([3, 3, 3, 3]);
  expect(screen.getByText("Sama dengan acuan.")).toBeTruthy();
});

function page(more: Partial<FairnessView> = {}): FairnessView {
  return {
    period: PERIOD, isExpired: false, cycle: null, connectivity: { isLinked: true, components: 1, people: 4000, raters: 3900, crossPercent: 20 },
    supervisors: [
      { person: person(10, "Ani"), n: 9, leniency: { value: 0.8, low: 0.5, high: 1.1 }, reason: null, signalId: idOf(90) },
      { person: person(11, "Budi"), n: 3, leniency: null, reason: "too_few", signalId: null },
    ],
    fragile: [{ person: person(12, "Cut"), suggestion: "di_atas", without: [{ source: "rekan", suggestion: "sesuai" }] }],
    persons: [{ person: person(13, "Dedi"), penilai: person(10, "Ani"), n: 9, residual: -0.9, z: -3, lists: ["review"], signalId: idOf(91) }],
    declared: { pairs: 4, least: 10, mean: null, p: null, reason: "too_few", signalId: null },
    calibrated: { people: 0, lowered: 0, groups: [] }, reciprocity: null, afterKeberatan: [{ person: person(60, "Ani"), penilai: person(61, "Kepala"), n: 9, residual: { value: -0.5, low: -0.8, high: -0.2 }, pAdjusted: 0.01, isLow: true, signalId: idOf(92) }],
    groups: [{ attribute: "status", group: "pppk", against: "pns", n: 20, nAgainst: 400, difference: null, gap: null, rate: null, rateAgainst: null, ratio: null, pFisher: null, pAdjusted: null, stratifiedOdds: null, isSameSign: null, isSignal: false, reason: "too_few" }],
    signals: [{ id: idOf(90), kind: "supervisor_severity", status: "open", raisedOn: "2026-10-21", expiresOn: "2027-04-01" }, { id: idOf(93), kind: "person_residual", status: "closed", raisedOn: "2026-10-21", expiresOn: "2027-04-01" }],
    tally: { judged: 10, founded: 2, foundedPercent: 20, threshold: 30 }, ...more,
  };
}
const openPage = async (view: FairnessView | null, at = "/kewajaran") => {
  await serveOrigin((_, response) => json(response, { periods: [PERIOD], view }));
  draw(<FairnessPage />, { at });
};

test("connectivity comes first, the title counts what is open, and no signal is no proof", async () => {
  await openPage(page());
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Triwulan III 2026: 1 hal perlu klarifikasi.");
  expect(screen.getByText("Penilai saling terhubung")).toBeTruthy();
  expect(screen.getByText("Tidak ada tanda bukan bukti bahwa tidak ada pilih kasih.")).toBeTruthy();
  expect(screen.getByText(/2 dari 10 tanda beralasan \(20%\)\. Di bawah 30%: ambang tanda perlu dinaikkan\./)).toBeTruthy();
  expect(screen.getByText("Baru 4 pasangan, perlu 10. Tidak diuji.")).toBeTruthy();
});

test("where raters are not linked, units are not compared and no leniency is given", async () => {
  await openPage(page({ connectivity: { isLinked: false, components: 4, people: 4000, raters: 3900, crossPercent: 0 }, supervisors: [{ person: person(10, "Ani"), n: 9, leniency: null, reason: "not_linked", signalId: null }], signals: [] }), "/kewajaran?lihat=penilai&tampil=semua");
  expect(await screen.findByText("Tidak dapat dibandingkan antarunit")).toBeTruthy();
  expect(screen.getByText("Tidak dapat dibandingkan antarunit. 9 staf.")).toBeTruthy();
});

test("supervisors stand with their interval by unit and name, and cannot be sorted into a ranking", async () => {
  await openPage(page(), "/kewajaran?lihat=penilai&tampil=semua");
  const figure = await screen.findByRole("figure", { name: /Menurut unit dan nama/ });
  expect(within(figure).getAllByRole("term").map((term) => term.textContent)).toEqual(["AniPuskesmas", "BudiPuskesmas"]);
  expect(within(figure).getByText(/0,8 poin lebih longgar, antara \+0,5 dan \+1,1\. 9 staf\./)).toBeTruthy();
  expect(within(figure).getByText("Belum cukup untuk dibandingkan. 3 staf.")).toBeTruthy();
  expect(within(figure).queryByRole("button")).toBeNull();
});

test("people: evidence is asked for both ways; a fragile suggestion names the source that it rests on", async () => {
  await openPage(page(), "/kewajaran?lihat=orang");
  expect(await screen.findByText(/Rating 0,9 lebih rendah dari perkiraan; mohon bukti pendukung\./)).toBeTruthy();
  expect(screen.getByText("Beda -0,5 poin dari perkiraan, antara -0,8 dan -0,2. Lebih rendah dari yang wajar; perlu klarifikasi.")).toBeTruthy();
  expect(screen.getByText(/Saran di atas ekspektasi\. Tanpa umpan balik rekan: sesuai ekspektasi\./)).toBeTruthy();
});

test("units and groups: small ones are not compared; without a meeting nothing is said of those it lowered", async () => {
  await openPage(page(), "/kewajaran?lihat=kelompok");
  expect(await screen.findByText("Belum ada rapat kalibrasi pada periode ini.")).toBeTruthy();
  expect(screen.getByText("Belum cukup: perlu 30 pasang unit yang saling menjawab.")).toBeTruthy();
  expect(within(screen.getByRole("row", { name: /PPPK dibanding PNS/ })).getByText("Belum cukup untuk dibandingkan.")).toBeTruthy();
});

test("returning favours between units is one figure of the city, with interval and chance; which units, it does not say", async () => {
  await openPage(page({ reciprocity: { pairs: 212, value: 0.31, low: 0.19, high: 0.43, p: 0.0005 } }), "/kewajaran?lihat=kelompok");
  expect(await screen.findByText("212 pasang unit: korelasi +0,31, antara +0,19 dan +0,43, p < 0,001. Lebih dari kebetulan; bicarakan dengan semua kepala unit.")).toBeTruthy();
});
test("and says so where it is no more than chance", async () => {
  await openPage(page({ reciprocity: { pairs: 212, value: 0.02, low: -0.11, high: 0.15, p: 0.36 } }), "/kewajaran?lihat=kelompok");
  expect(await screen.findByText(/Tidak lebih dari kebetulan\./)).toBeTruthy();
});

test("what a rapat kalibrasi lowered is compared by shares, with interval and ratio; a period of long ago says nothing of persons", async () => {
  const line = { attribute: "status", group: "pppk", against: "pns", n: 40, nAgainst: 80, difference: null, gap: { value: 0.45, low: 0.28, high: 0.6 }, rate: 0.5, rateAgainst: 0.05, ratio: 10, pFisher: 0.00001, pAdjusted: 0.00003, stratifiedOdds: 19, isSameSign: true, isSignal: true, reason: null } as const;
  await openPage(page({ isExpired: true, persons: [], fragile: [], afterKeberatan: [], calibrated: { people: 120, lowered: 24, groups: [line] } }), "/kewajaran?lihat=kelompok");
  expect(await screen.findByText("24 dari 120 orang diturunkan. Apakah satu kelompok lebih sering?", { selector: "p" })).toBeTruthy();
  const row = screen.getByRole("row", { name: /\+45 poin persen/ });
  expect(within(row).getByText("+45 poin persen (+28 … +60)")).toBeTruthy();
  expect(within(row).getByText("50% dan 5%")).toBeTruthy();
  expect(within(row).getByText("perlu klarifikasi")).toBeTruthy();
  expect(screen.getByText("Tanda tentang orang tidak ditampilkan lagi. Hitungan kota dan kelompok tetap.")).toBeTruthy();
});

const HEAD = { isDemo: false, leads: { id: idOf(70), name: "Dinas A", kind: "opd" }, person: { id: idOf(71), name: "Kepala", nip: null, jabatan: null, opd: null, unit: null }, roles: ["kepala_opd"], today: "2026-11-23" };
async function openUnit(view: Partial<UnitFairnessView> | null, session: object = HEAD) {
  const shown = view === null ? null : { unit: { id: idOf(70), name: "Dinas A" }, period: PERIOD, people: 52, least: 40, groups: [], reason: null, ...view };
  await serveOrigin(({ url }, response) => json(response, url.includes("/session") ? session : { periods: [PERIOD], view: shown }));
  draw(<UnitFairnessPage />);
  return (await screen.findByRole("heading", { level: 1 })).textContent;
}

test("a head reads how groups of the department differ, without a name; with too few people nothing is compared", async () => {
  const group = { attribute: "status", group: "pppk", against: "pns", n: 32, nAgainst: 20, difference: { value: -0.9, low: -1.5, high: -0.3 }, pAdjusted: 0.0004, isSignal: true, reason: null } as const;
  expect(await openUnit({ groups: [group, { ...group, attribute: "usia", group: "di_bawah_35", against: "lainnya", n: 3, difference: null, pAdjusted: null, isSignal: false, reason: "too_few" }] })).toBe("Dinas A, Triwulan III 2026: 1 beda perlu dibicarakan.");
  const lines = screen.getAllByRole("listitem").map((item) => item.textContent);
  expect(lines).toEqual([
    "PNS dan PPPK: PPPK dibanding PNS32 dan 20 orang. Beda baku -0,9, antara -1,5 dan -0,3.perlu klarifikasi",
    "Usia: di bawah 35 tahun dibanding lainnya3 dan 20 orang. Belum cukup untuk dibandingkan.",
  ]);
  expect(screen.getByText(/Beda bisa wajar/)).toBeTruthy();
});

test("a small department is told how many people it takes", async () => {
  expect(await openUnit({ people: 12, reason: "too_few" })).toBe("Dinas A, Triwulan III 2026: tidak dibandingkan.");
  expect(screen.getByText("Baru 12 orang bisa dibandingkan, perlu 40.")).toBeTruthy();
});
test("an unlinked department is told so", async () => {
  await openUnit({ reason: "not_linked" });
  expect(screen.getByText("Tidak dapat dibandingkan antarunit.")).toBeTruthy();
});
test("before the first period the page says what it waits for", async () => {
  expect(await openUnit(null)).toBe("Belum ada periode yang bisa diperiksa.");
});
test("BKPSDM chooses a department of the tree, and reads it without leading it", async () => {
  const bkpsdm = { ...HEAD, leads: null, roles: ["bkpsdm_analis"] };
  const unit = (n: number, name: string, kind: string) => ({ unitId: idOf(n), parentId: null, name, shortName: null, kind, head: null, people: 9 });
  const { seen } = await serveOrigin(({ url }, response) => json(response, url.includes("/session") ? bkpsdm : url.startsWith("/api/organisation") ? { on: "2026-11-23", units: [unit(69, "Kota", "kota"), unit(70, "Dinas A", "opd"), unit(72, "Bidang A1", "bidang"), unit(73, "Kecamatan B", "kecamatan")], version: null, days: [], actions: { change: [] } } : { periods: [PERIOD], view: { unit: { id: idOf(73), name: "Kecamatan B" }, period: PERIOD, people: 52, least: 40, groups: [], reason: null } }));
  draw(<Suspense><UnitFairnessPage /></Suspense>, { at: "/kewajaran/unit" });
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Pilih perangkat daerah.");
  expect(within(screen.getByLabelText("Perangkat daerah")).getAllByRole("option").map((option) => option.textContent)).toEqual(["Pilih perangkat daerah.", "Dinas A", "Kecamatan B"]);
  await userEvent.selectOptions(screen.getByLabelText("Perangkat daerah"), "Kecamatan B");
  expect(await screen.findByRole("heading", { level: 1, name: "Kecamatan B, Triwulan III 2026: tidak ada beda yang menonjol." })).toBeTruthy();
  expect(seen.filter(({ url }) => url.includes("fairness")).map(({ url }) => url)).toEqual([readUnitFairness.path.replace(":unitId", idOf(73))]);
});
test("who leads no department is told whose page it is", async () => {
  expect(await openUnit({}, { ...HEAD, leads: null })).toBe("Anda tidak memimpin unit.");
});

function signal(more: Partial<SignalView> = {}): SignalView {
  return {
    id: idOf(90), kind: "supervisor_severity", version: 2, status: "open", person: person(10, "Ani"), unit: null, about: null, period: PERIOD, n: 9, figure: { value: 0.8, low: 0.5, high: 1.1 }, scale: "points", p: null, pAdjusted: null,
    innocent: ["few_people", "chance"], raisedOn: "2026-10-21", expiresOn: "2027-04-01", reply: null, personReply: null, replyAs: "answerer", outcome: null, openings: [{ name: "Rina", at: "2026-10-22T03:00:00Z" }], actions: { reply: ["not_yours"], judge: ["not_yours"] }, ...more,
  };
}
async function openSignal(view: SignalView) {
  const { seen } = await serveOrigin((_, response) => json(response, view));
  draw(<Routes><Route path="/kewajaran/tanda/:id" element={<SignalPage />} /></Routes>, { at: `/kewajaran/tanda/${idOf(90)}` });
  await screen.findByRole("heading", { level: 1 });
  return () => seen.filter(({ method }) => method === "POST").map(({ url, body }) => [url.split("/").at(-1), JSON.parse(body) as unknown] as const);
}

test("a signal shows figure, interval, n, innocent explanations, who opened it and when it ends; never a verdict", async () => {
  await openSignal(signal());
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Kelonggaran pejabat penilai: perlu klarifikasi");
  expect(screen.getByText(/Beda \+0,8 poin dari perkiraan, antara \+0,5 dan \+1,1\. Dari 9 orang\./)).toBeTruthy();
  expect(screen.getByText("Sedikit staf: satu orang menggerakkan rata-rata.")).toBeTruthy();
  expect(screen.getByText(/Rina, 22 Oktober 2026/)).toBeTruthy();
  expect(screen.getByText(/Kedaluwarsa 1 April 2027/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/curang|pelanggaran|bersalah/i);
});

test("whom it is about may reply; the analyst fills in what came of it, with a note", async () => {
  const written = await openSignal(signal({ actions: { reply: [], judge: [] } }));
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Jawaban Anda"), "Tim saya baru.");
  await user.click(screen.getByRole("button", { name: "Kirim jawaban" }));
  await user.click(screen.getByRole("button", { name: "Simpan tindak lanjut" }));
  expect(screen.getByText("Pilih satu tindak lanjut.")).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "Dijelaskan, tidak ada masalah" }));
  await user.type(screen.getByLabelText("Catatan"), "Bicara dengan kepala puskesmas.");
  await user.click(screen.getByRole("button", { name: "Simpan tindak lanjut" }));
  await expect.poll(written).toEqual([["reply", { version: 2, text: "Tim saya baru." }], ["outcome", { version: 2, outcome: "dijelaskan", note: "Bicara dengan kepala puskesmas." } satisfies Input<typeof judgeSignal>["body"]]]);
});

test("whose rating it is has words of their own beside the answer of who set it", async () => {
  const written = await openSignal(signal({ kind: "person_residual", person: person(13, "Dedi"), replyAs: "person", reply: { text: "Ada sertifikatnya.", on: "2026-10-25" }, actions: { reply: [], judge: ["not_yours"] } }));
  const user = userEvent.setup();
  expect(screen.getByText("Ada sertifikatnya.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  expect(screen.getByText("Tulis kata Anda.")).toBeTruthy();
  await user.type(screen.getByLabelText("Kata Anda"), "Saya memimpin akreditasi.");
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  await expect.poll(written).toEqual([["reply", { version: 2, text: "Saya memimpin akreditasi." }]]);
});

test("a signal of a group names it in words, with the difference of shares where that is what was compared", async () => {
  await openSignal(signal({ kind: "group_difference", person: null, about: "diturunkan:status:pppk", n: 120, figure: { value: 0.45, low: 0.28, high: 0.6 }, scale: "share", p: 0.00001, pAdjusted: 0.00003 }));
  expect(screen.getByText(/^Diturunkan sesudah rapat kalibrasi, PNS dan PPPK: PPPK\. Triwulan III 2026\./)).toBeTruthy();
  expect(screen.getByText(/Beda bagian \+45 poin persen, antara \+28 dan \+60\. Dari 120 orang\./)).toBeTruthy();
  expect(screen.queryByText(/^Kata /)).toBeNull();
});
test("a group or the declared pairs as a whole stand in words too", async () => {
  await openSignal(signal({ kind: "group_difference", person: null, about: "usia:di_bawah_35", scale: "smd" }));
  expect(screen.getByText(/^Usia: di bawah 35 tahun\./)).toBeTruthy();
});

const METHOD: Output<typeof readFairnessMethod> = {
  minJawaban: 4, perOrang: 7, lintasUnit: 1, bobotPercent: 20,
  cycles: [{ id: idOf(2), year: 2026, semester: 1, keyHash: "a".repeat(64), root: "b".repeat(64), components: 1, crossPercent: 21, answeredPercent: 72, shownPercent: 88, icc1k: 0.74, reciprocity: { pairs: 212, value: 0.02, low: -0.11, high: 0.15, p: 0.36 }, variances: null, verdicts: [] }],
  errorRates: { day: "2026-11-28", seeds: [1, 6], people: 4000, rows: [{ method: "supervisor_severity", points: 1.1, pairs: null, powerPercent: 98, falsePercent: 0 }] }, tally: { judged: 0, founded: 0, foundedPercent: null, threshold: 30 },
  groups: { period: PERIOD, rows: [{ attribute: "status", group: "pppk", against: "pns", n: 900, nAgainst: 3000, difference: { value: -0.05, low: -0.12, high: 0.02 }, gap: null, rate: 0.9, rateAgainst: 0.92, ratio: 0.98, pFisher: 0.4, pAdjusted: 0.8, stratifiedOdds: 0.9, isSameSign: true, isSignal: false, reason: null }] },
};

test("methods: what is computed, how often it errs in this installation, what is not shown and why", async () => {
  await serveOrigin((_, response) => json(response, METHOD));
  draw(<MethodPage />);
  expect(await screen.findByText("Setiap orang mendapat 7 rekan tiap semester, 1 dari unit lain.")).toBeTruthy();
  expect(screen.getByRole("row", { name: /Kelonggaran pejabat penilai 1,1 poin 98% 0%/ })).toBeTruthy();
  expect(screen.getByText("PNS dan PPPK: PPPK dibanding PNS").closest("li")?.textContent).toBe("PNS dan PPPK: PPPK dibanding PNS900 dan 3.000 orang. Beda baku -0,05, antara -0,12 dan +0,02.tidak ada tanda");
  expect(screen.getByRole("row", { name: /Tanda persekongkolan pada orang/ })).toBeTruthy();
  expect(screen.getByText("212 pasang unit: korelasi +0,02, antara -0,11 dan +0,15")).toBeTruthy();
  expect(screen.getByRole("row", { name: /Semester 1 2026 72% 88% 0,74/ })).toBeTruthy();
});

test("methods in English, without figures where there are none yet", async () => {
  await serveOrigin((_, response) => json(response, { ...METHOD, groups: null, cycles: [], errorRates: { ...METHOD.errorRates, rows: [] } }));
  await drawInEnglish(<MethodPage />);
  expect(await screen.findByText("Figures of the test are not available in this installation.")).toBeTruthy();
  expect(screen.getByText("No period has been looked through yet.")).toBeTruthy();
  expect(screen.getByText("There is no cycle yet.")).toBeTruthy();
});
