import type { Studying } from "@teraju/contracts/year-state";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import StudyPage from "./StudyPage.tsx";

const person = (n: number, name: string) => ({ id: `019a0000-0000-7000-8000-00000000000${n}`, name, jabatan: "Perawat", unit: "Puskesmas" });
const SESSION = { person: { ...person(9, "Fauzan"), nip: null, unitId: null, opd: null, opdId: null }, roles: ["bkpsdm"], leads: null, today: "2027-01-11", isDemo: false };
const STUDI = { lokasi: "dalam_negeri" as const, jenjang: "s1" as const, akreditasiPT: "A" as const, akreditasiProdi: "B" as const, ipk: 3.51, isGagal: true };
const PEOPLE: Studying[] = [
  { person: person(1, "Budi"), from: "2026-09-01", until: null, record: null, actions: { record: [] } },
  { person: person(2, "Citra"), from: "2025-02-01", until: "2026-11-30", record: { version: 2, studi: STUDI, basis: "Surat rektor 44", setBy: "Fauzan", setOn: "2027-01-04" }, actions: { record: [] } },
  { person: person(9, "Fauzan"), from: "2026-09-01", until: null, record: null, actions: { record: ["own_appraisal"] } },
];

async function open(people: Studying[], at = "/studi") {
  const { seen } = await serveOrigin(({ url }, response) => json(response, url.startsWith("/api/session") ? SESSION : { year: 2026, people }));
  draw(<Suspense><StudyPage /></Suspense>, { at });
  await screen.findByRole("heading", { level: 1 });
  return seen;
}

test("who has no record stands out; a letter is asked for, and what is typed is sent with it; nobody records their own", async () => {
  const seen = await open(PEOPLE, "/studi?tahun=2026");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("2 dari 3 pegawai belum punya hasil studi.");
  expect(screen.getByText(/^S1, Dalam negeri, .*IPK 3,51\. Tidak lulus atau keluar dari studi\. Dicatat BKPSDM dari Surat rektor 44/)).toBeTruthy();
  expect(within(screen.getByRole("region", { name: "Fauzan" })).queryByLabelText("IPK")).toBeNull();
  const budi = within(screen.getByRole("region", { name: "Budi" }));
  await userEvent.type(budi.getByLabelText("IPK"), "3,27");
  await userEvent.click(budi.getByRole("button", { name: "Simpan hasil studi" }));
  expect(budi.getByText("Isi nomor suratnya.")).toBeTruthy();
  await userEvent.type(budi.getByLabelText("Surat kampus"), "Surat dekan 12/2026");
  await userEvent.click(budi.getByRole("button", { name: "Simpan hasil studi" }));
  await expect.poll(() => seen.filter(({ method }) => method === "PUT").map(({ url, body }) => [url, JSON.parse(body) as object])).toEqual([
    [`/api/study/${PEOPLE[0]?.person.id ?? ""}/2026`, { version: null, basis: "Surat dekan 12/2026", studi: { lokasi: "dalam_negeri", jenjang: "s2_s3_profesi", akreditasiPT: null, akreditasiProdi: null, ipk: 3.27, isGagal: false } }],
  ]);
});

test("a year without anybody says so; in January the year that is being rated comes first", async () => {
  const seen = await open([]);
  expect(screen.getByText("Pegawai muncul di sini setelah tugas belajarnya ditandai.")).toBeTruthy();
  expect(seen.map(({ url }) => url)).toContain("/api/study?year=2026");
});
