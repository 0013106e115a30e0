import type { Output } from "@teraju/contracts/endpoint";
import type { previewReportImport } from "@teraju/contracts/report-import";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { SESSION } from "../../../test/skp.ts";
import ReportImportPage from "./ReportImportPage.tsx";

type Preview = Output<typeof previewReportImport>;
const DIGEST = "a".repeat(64);
const FOUND: Preview = {
  read: 3, people: 1, digest: DIGEST,
  filled: [{ line: 2, name: "Siti, S.Pd.", month: "2026-10", indikator: "Jumlah jam mengajar", text: "96", isNew: true }, { line: 3, name: "Siti, S.Pd.", month: "2026-10", indikator: "Jumlah laporan kelas", text: "1", isNew: false }],
  wrong: [{ line: 4, nip: "199001012015011003", name: "Rudi, S.Pd.", kolom: "bulan", masalah: "laporan_terkirim" }],
};

async function open(answer: Preview | string, people = 12) {
  const { seen } = await serveOrigin(({ url }, response) => {
    if (url === "/api/session") return json(response, SESSION);
    if (url.startsWith("/api/report-import/draft/file")) return json(response, { rows: 1, reports: 1 });
    if (url.startsWith("/api/report-import/file")) return typeof answer === "string" ? problem(response, answer === "not_found" ? 404 : 400, answer === "not_found" ? "not_found" : "invalid", { fields: answer === "not_found" ? [] : [{ path: "body", code: answer }] }) : json(response, answer);
    return json(response, { month: "2026-10", people, draft: people, sent: 0, none: 0 });
  });
  draw(<Suspense><ReportImportPage /></Suspense>, { at: "/impor-capaian" });
  return seen;
}
const upload = async () => userEvent.upload(screen.getByLabelText("Berkas"), new File(["nip;bulan"], "daftar.csv", { type: "text/csv" }));

test("a list is named, looked at line by line, and taken as it was shown", async () => {
  const seen = await open(FOUND);
  expect(await screen.findByRole("heading", { level: 1, name: "12 orang menunggu daftar capaian Oktober 2026." })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Unduh daftar (XLSX)" }).getAttribute("href")).toBe("/api/report-import/template?month=2026-10");
  await userEvent.type(screen.getByLabelText("Nama daftar"), "Rekap mengajar");
  await upload();
  expect(await screen.findByText("1 isian baru untuk 1 orang, 1 baris tidak dipakai.")).toBeTruthy();
  expect(screen.getByText("Jumlah jam mengajar, Oktober 2026")).toBeTruthy();
  expect(screen.getByText("Baris 4, kolom bulan: laporannya sudah dikirim, tidak diubah.")).toBeTruthy();
  expect(screen.queryByText("Jumlah laporan kelas, Oktober 2026")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Isikan 1 baris" }));
  expect(await screen.findByText("1 baris diisikan ke 1 rancangan. Pemiliknya sudah diberi pesan.")).toBeTruthy();
  expect(seen.filter(({ method }) => method === "PUT").map(({ url }) => url)).toEqual(["/api/report-import/file?source=Rekap+mengajar", `/api/report-import/draft/file?source=Rekap+mengajar&digest=${DIGEST}`]);
});

test("without a name nothing is sent; with one, the file that was chosen is read", async () => {
  const seen = await open(FOUND);
  await screen.findByLabelText("Berkas");
  await upload();
  expect(await screen.findByText("Tulis nama daftarnya, paling sedikit 5 huruf.")).toBeTruthy();
  expect(seen.some(({ method }) => method === "PUT")).toBe(false);
  await userEvent.type(screen.getByLabelText("Nama daftar"), "Rekap mengajar");
  await userEvent.tab();
  expect(await screen.findByText("1 isian baru untuk 1 orang, 1 baris tidak dipakai.")).toBeTruthy();
});

test.each([["not_found", "Tidak ada orang di berkas ini yang boleh Anda isi."], ["columns_missing", "Kolom NIP, Bulan, dan Indikator harus ada."], ["old_xls", "Ini berkas Excel lama (.xls). Simpan sebagai .xlsx, lalu unggah lagi."]])("a file that will not do says why: %s", async (code, said) => {
  await open(code);
  await userEvent.type(await screen.findByLabelText("Nama daftar"), "Rekap mengajar");
  await upload();
  expect(await screen.findByText(said)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Isikan/ })).toBeNull();
});

test("whose people write their own is told so, and finds no upload", async () => {
  await open(FOUND, 0);
  expect(await screen.findByText("Menurut standar penilaian kota, hanya rumpun jabatan tertentu yang diimpor. Misalnya guru.")).toBeTruthy();
  expect(screen.queryByLabelText("Berkas")).toBeNull();
});
