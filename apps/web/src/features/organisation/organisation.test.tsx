import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import OrganisationPage from "./OrganisationPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-0000000000${String(n).padStart(2, "0")}`;
const head = (n: number, name: string, kind = "definitif") => ({ id: uuid(n), name, kind });
const unit = (n: number, parent: number | null, name: string, kind: string, people: number, leader: unknown = null) => ({ unitId: uuid(n), parentId: parent === null ? null : uuid(parent), name, shortName: null, kind, head: leader, people });
const UNITS = [
  unit(1, null, "Kota Langsa", "kota", 1, head(51, "Wali")), unit(2, 1, "Dinas A", "opd", 2, head(52, "Kadis")), unit(3, 2, "Bidang A1", "bidang", 4, head(53, "Rahmat")), unit(4, 2, "Puskesmas A2", "puskesmas", 9, head(54, "Nurlela", "plt")), unit(5, 1, "Dinas B", "opd", 3),
];
const SESSION = { person: { id: uuid(90), name: "Fauzan", nip: null }, roles: ["bkpsdm"], today: "2026-11-23", isDemo: true };
const holder = (n: number, name: string) => ({ id: uuid(n), name, kind: "definitif", from: "2024-01-01", until: null, penilai: { id: uuid(52), name: "Kadis" } });
const DETAIL = {
  on: "2026-11-23", unit: UNITS[3],
  posts: [{ id: uuid(60), name: "Kepala Puskesmas A2", jenis: "fungsional", jenjang: null, isHead: true, from: null, until: null, holders: [] }, { id: uuid(62), name: "Perekam Medis", jenis: "fungsional", jenjang: null, isHead: false, from: "2026-06-01", until: null, holders: [] }, { id: uuid(61), name: "Bidan", jenis: "fungsional", jenjang: "Penyelia", isHead: false, from: null, until: null, holders: [holder(55, "Dewi"), holder(56, "Cut")] }],
  history: [{ from: "2024-01-01", until: null, name: "Puskesmas A2", parent: "Dinas A", kind: "puskesmas" }],
};
const OUTCOME = {
  carried: { units: 3, people: 120, items: [{ id: uuid(3), name: "Bidang A1", from: "Dinas A", to: "Dinas B", units: 3, people: 120 }] },
  moved: [{ id: uuid(55), name: "Dewi", from: "Puskesmas A2", to: "Bidang A1" }], handOvers: [{ id: uuid(55), name: "Dewi", before: { id: uuid(54), name: "Nurlela" }, after: { id: uuid(53), name: "Rahmat" } }],
  withoutPenilai: [], displaced: [{ id: uuid(54), name: "Nurlela" }], headless: [], work: [{ what: "laporan_periksa", fate: "ikut", count: 3, items: [{ name: "Dewi", detail: "2026-11" }] }],
};
const tree = (actions: object, on = "2026-11-23") => ({ on, units: UNITS, version: { from: "2024-01-01", until: null, legalBasis: "Qanun 1" }, days: ["2024-01-01"], actions });
const CHANGE = {
  id: uuid(70), version: 1, status: "applied", from: "2027-02-01", legalBasis: "Qanun 2", steps: [{ kind: "merge", unitId: uuid(4), into: uuid(3) }], counts: { moved: 9, handOvers: 8 }, by: "Fauzan", at: "2026-11-20T08:00:00+07:00", takenBack: null,
  names: { [uuid(4)]: "Puskesmas A2", [uuid(3)]: "Bidang A1" }, actions: { takeBack: [] },
};

async function open({ at = "/organisasi", change = [] as string[], preview = { outcome: OUTCOME, units: UNITS.filter((_, n) => n !== 3), refusals: [] as string[], step: null as number | null }, refuse = "", wide = true, language = "id" as "id" | "en" } = {}) {
  vi.stubGlobal("matchMedia", () => ({ matches: wide, addEventListener: () => undefined, removeEventListener: () => undefined }));
  const { seen } = await serveOrigin((request, response) => {
    const url = request.url ?? "";
    if (url.startsWith("/api/session")) return json(response, SESSION);
    if (url.startsWith("/api/organisation/preview")) return json(response, preview);
    if (url.includes("/take-back")) return json(response, { ...CHANGE, status: "taken_back", version: 2 });
    if (url.startsWith("/api/organisation/change")) return request.method === "POST" ? (refuse === "" ? json(response, CHANGE) : problem(response, 409, "refused", { refusals: [refuse] })) : json(response, { changes: [CHANGE] });
    if (url.startsWith("/api/organisation/unit/")) return json(response, DETAIL);
    if (url.startsWith("/api/organisation/person")) return json(response, { people: [{ id: uuid(57), name: "Eko", nip: null, jabatan: "Analis", unit: "Dinas B" }] });
    return json(response, tree({ change }, new URL(url, "http://city").searchParams.get("on") ?? undefined));
  });
  if (language === "en") await drawInEnglish(<Suspense><OrganisationPage /></Suspense>, { at });
  else draw(<Suspense><OrganisationPage /></Suspense>, { at });
  await screen.findByRole("heading", { level: 1 });
  return seen;
}
beforeEach(() => { scrollTo(0, 0); });
const items = () => screen.getAllByRole("treeitem").map((item) => item.querySelector("span span")?.textContent);
const sent = (seen: { method?: string; url: string; body: string }[], path: string) => seen.filter(({ method, url }) => method === "POST" && url.startsWith(path)).map(({ body }) => JSON.parse(body) as Record<string, unknown>);

test("the tree is walked with the arrow keys, and searched", async () => {
  await open();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("2 perangkat daerah, 5 unit");
  expect(items()).toEqual(["Kota Langsa", "Dinas A", "Dinas B"]);
  screen.getAllByRole("treeitem")[0]?.focus();
  await userEvent.keyboard("{ArrowDown}{ArrowRight}");
  expect(items()).toEqual(["Kota Langsa", "Dinas A", "Bidang A1", "Puskesmas A2", "Dinas B"]);
  await userEvent.keyboard("{ArrowRight}{ArrowDown}");
  expect(document.activeElement?.textContent).toContain("Puskesmas A2Plt. Nurlela9 orang");
  await userEvent.keyboard("{ArrowLeft}{ArrowLeft}{End}");
  expect([items().length, document.activeElement?.textContent?.startsWith("Dinas B")]).toEqual([3, true]);
  await userEvent.keyboard("{Home}{ArrowDown}{ArrowUp}");
  expect(document.activeElement?.textContent).toContain("Kota Langsa");
  await userEvent.type(screen.getByLabelText("Cari unit atau pimpinan"), "nurlela");
  expect(items()).toEqual(["Kota Langsa", "Dinas A", "Puskesmas A2"]);
  expect(screen.getByText("1 cocok.")).toBeTruthy();
});

test("a merger goes into the draft, is looked at, and applied on its day with its basis", async () => {
  const seen = await open({ at: `/organisasi?unit=${uuid(4)}&hari=2027-02-01` });
  await userEvent.click(await screen.findByRole("button", { name: "Gabungkan" }));
  await userEvent.click(screen.getByRole("button", { name: "Masukkan ke rancangan" }));
  expect(screen.getByRole("alert").textContent).toContain("Lengkapi pilihan ini dahulu.");
  await userEvent.type(screen.getByLabelText("Digabungkan ke unit mana?", { selector: "input[type=search]" }), "a1");
  await userEvent.click(screen.getByRole("radio", { name: /Bidang A1/ }));
  await userEvent.type(screen.getByLabelText(/Nama unit sesudah digabung/), "Bidang Baru");
  await userEvent.click(screen.getByRole("button", { name: "Masukkan ke rancangan" }));
  expect(screen.getByRole("heading", { name: "Rancangan: 2 langkah" })).toBeTruthy();
  expect(await screen.findByText(/3 laporan menunggu pemeriksaan: ikut ke penilai baru/)).toBeTruthy();
  expect([screen.getByText("3 unit ikut pindah, dengan 120 orang di dalamnya"), screen.getByText(/^1 orang pindah/), screen.getByText(/^1 orang berganti penilai/), screen.getByText("1 pimpinan kehilangan jabatan pimpinan")].length).toBe(4);
  // Without its basis nothing is applied.
  expect(screen.getByRole("button", { name: /Terapkan mulai/ }).getAttribute("aria-disabled")).toBe("true");
  await userEvent.type(screen.getByLabelText("Dasar hukum"), "Qanun 2");
  await userEvent.click(screen.getByRole("button", { name: "Terapkan mulai 1 Februari 2027" }));
  await userEvent.click(screen.getByRole("button", { name: "Terapkan semua" }));
  expect(await screen.findByText("Tersimpan. Berlaku mulai 1 Februari 2027.")).toBeTruthy();
  expect(sent(seen, "/api/organisation/change")).toEqual([{ id: expect.any(String), from: "2027-02-01", legalBasis: "Qanun 2", steps: [{ kind: "merge", unitId: uuid(4), into: uuid(3) }, { kind: "rename", unitId: uuid(3), name: "Bidang Baru", shortName: null }] }]);
  expect(screen.queryByText(/^Rancangan:/)).toBeNull();
});

test("a step that cannot be done is named in the draft, and can be taken out", async () => {
  await open({ at: `/organisasi?unit=${uuid(4)}`, preview: { outcome: null as never, units: UNITS, refusals: ["unit_has_people"], step: 0 } });
  await userEvent.click(await screen.findByRole("button", { name: "Tutup unit" }));
  await userEvent.click(screen.getByRole("button", { name: "Masukkan ke rancangan" }));
  expect(await screen.findByText("Langkah ini belum dapat dilakukan. Pindahkan pegawai di unit ini dahulu.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Keluarkan: Tutup Puskesmas A2" }));
  expect(screen.queryByText(/^Rancangan:/)).toBeNull();
});

test("a unit is split with chosen people and a head; somebody is put on a vacant post; another leaves", async () => {
  const seen = await open({ at: `/organisasi?unit=${uuid(4)}` });
  await userEvent.click(await screen.findByRole("button", { name: "Pecah" }));
  await userEvent.type(screen.getByLabelText("Nama unit baru"), "Pustu");
  await userEvent.click(screen.getByRole("checkbox", { name: /Dewi/ }));
  await userEvent.selectOptions(screen.getByLabelText("Pimpinan unit baru"), "Dewi");
  await userEvent.click(screen.getByRole("button", { name: "Masukkan ke rancangan" }));
  await userEvent.click(screen.getByRole("button", { name: "Isi jabatan Kepala Puskesmas A2" }));
  await userEvent.type(screen.getByLabelText("Siapa?", { selector: "input[type=search]" }), "eko");
  await userEvent.click(await screen.findByRole("radio", { name: /Eko/ }));
  await userEvent.click(screen.getByRole("button", { name: "Masukkan ke rancangan" }));
  await userEvent.click(screen.getByText("Jabatan kosong (1)"));
  expect(screen.getByText("Dibuka 1 Juni 2026.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Tutup jabatan Perekam Medis" }));
  await userEvent.click(screen.getByRole("button", { name: "Cut berhenti" }));
  await userEvent.click(screen.getByRole("button", { name: "Masukkan ke rancangan" }));
  expect(screen.getAllByRole("button", { name: /^Keluarkan:/ }).map((button) => button.getAttribute("aria-label"))).toEqual([
    "Keluarkan: Pecah Puskesmas A2: Pustu dengan 1 orang, 0 unit", "Keluarkan: Pindahkan Eko menjadi Kepala Puskesmas A2", "Keluarkan: Tutup jabatan Perekam Medis, Puskesmas A2", "Keluarkan: Cut: pensiun"]);
  await expect.poll(() => sent(seen, "/api/organisation/preview").at(-1)?.["steps"]).toEqual([
    { kind: "split", unitId: uuid(4), unit: { unitId: expect.any(String), parentId: uuid(2), name: "Pustu", shortName: null, kind: "puskesmas" }, childIds: [], personIds: [uuid(55)], headId: uuid(55), headPost: null },
    { kind: "seat", personId: uuid(57), postId: uuid(60) }, { kind: "closePost", postId: uuid(62) }, { kind: "leave", personId: uuid(56), reason: "pensiun" }]);
});

test("a unit is renamed, moved below another, and gets a new one below it", async () => {
  const seen = await open({ at: `/organisasi?unit=${uuid(4)}` });
  await userEvent.click(await screen.findByRole("button", { name: "Ubah nama" }));
  const name = screen.getByLabelText("Nama unit");
  await userEvent.clear(name);
  await userEvent.type(name, "Puskesmas A2 Baru");
  await userEvent.click(screen.getByRole("button", { name: "Masukkan ke rancangan" }));
  await userEvent.click(screen.getByRole("button", { name: "Pindahkan unit" }));
  await userEvent.type(screen.getByLabelText("Dipindahkan ke bawah unit mana?", { selector: "input[type=search]" }), "dinas b");
  await userEvent.click(screen.getByRole("radio", { name: /Dinas B/ }));
  await userEvent.click(screen.getByRole("button", { name: "Masukkan ke rancangan" }));
  await userEvent.click(screen.getByRole("button", { name: "Buat unit di bawahnya" }));
  await userEvent.type(screen.getByLabelText("Nama unit"), "Pustu Timur");
  // Below a unit of the city stands no perangkat daerah.
  expect(within(screen.getByLabelText("Jenis unit")).getAllByRole("option").map((option) => (option as HTMLOptionElement).value)).toEqual(["bidang", "subbagian", "upt", "puskesmas", "sekolah"]);
  await userEvent.selectOptions(screen.getByLabelText("Jenis unit"), "upt");
  await userEvent.click(screen.getByRole("button", { name: "Masukkan ke rancangan" }));
  await expect.poll(() => sent(seen, "/api/organisation/preview").at(-1)?.["steps"]).toEqual([
    { kind: "rename", unitId: uuid(4), name: "Puskesmas A2 Baru", shortName: null },
    { kind: "move", unitId: uuid(4), parentId: uuid(5) },
    { kind: "create", unit: { unitId: expect.any(String), parentId: uuid(4), name: "Pustu Timur", shortName: null, kind: "upt" } }]);
});

test("who only reads sees no button of change; on a phone a unit takes the tree's place", async () => {
  await open({ change: ["not_yours"], wide: false, at: `/organisasi?unit=${uuid(4)}` });
  expect(await screen.findByRole("heading", { name: "Puskesmas A2" })).toBeTruthy();
  expect([screen.queryByRole("button", { name: "Gabungkan" }), screen.queryByRole("tree")]).toEqual([null, null]);
  await userEvent.click(screen.getByRole("button", { name: "Kembali ke pohon" }));
  expect(await screen.findByRole("tree")).toBeTruthy();
});

test("a plan is taken back whole; in English too", async () => {
  const seen = await open({ at: "/organisasi?lihat=perubahan", language: "en" });
  const plan = await screen.findByRole("region", { name: /February 2027/ });
  expect(within(plan).getByText("Merge Puskesmas A2 into Bidang A1")).toBeTruthy();
  await userEvent.click(within(plan).getByRole("button", { name: /^Take the plan back:/ }));
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Take the plan back" }));
  await expect.poll(() => sent(seen, `/api/organisation/change/${uuid(70)}/take-back`)).toEqual([{ version: 1 }]);
});
