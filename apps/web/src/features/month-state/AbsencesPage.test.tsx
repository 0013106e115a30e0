import type { readAbsenceFile } from "@teraju/contracts/month-state";
import type { Output } from "@teraju/contracts/endpoint";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import AbsencesPage from "./AbsencesPage.tsx";

type Read = Output<typeof readAbsenceFile>;
const FRESH: Read["fresh"][number] = { line: 2, nip: "198503032010011003", name: "Budi", kind: "cuti", cuti: "melahirkan", firstDay: "2026-11-02", lastDay: "2027-01-31" };

async function open(answer: Read | string) {
  const { seen } = await serveOrigin(({ url }, response) => {
    if (url.endsWith("/import")) return json(response, { added: 1 });
    return typeof answer === "string" ? problem(response, 400, "invalid", { fields: [{ path: "body.csv", code: answer }] }) : json(response, answer);
  });
  draw(<Suspense><AbsencesPage /></Suspense>, { at: "/cuti" });
  await userEvent.upload(await screen.findByLabelText("Berkas CSV"), new File(["nip;jenis"], "cuti.csv", { type: "text/csv" }));
  return seen;
}

test("what the file would do is shown before it is taken", async () => {
  const seen = await open({ read: 2, same: 1, fresh: [FRESH], wrong: [] });
  expect(await screen.findByText("1 baris baru, 1 sudah tercatat, 0 salah.")).toBeDefined();
  expect(screen.getByText("Cuti melahirkan, 2 November 2026 sampai 31 Januari 2027")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Simpan 1 baris" }));
  expect(await screen.findByText("1 baris tersimpan.")).toBeDefined();
  expect(seen.map(({ url, body }) => [url, JSON.parse(body)])).toEqual([["/api/absence/file", { csv: "nip;jenis" }], ["/api/absence/import", { csv: "nip;jenis" }]]);
});

test("wrong lines are named with their column, and nothing can be taken", async () => {
  await open({ read: 1, same: 0, fresh: [FRESH], wrong: [{ line: 3, kolom: "nip", masalah: "orang_tidak_ada" }] });
  expect(await screen.findByText("Baris 3, kolom nip: Tidak ada pegawai dengan NIP ini.")).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Simpan/ })).toBeNull();
});

test("a file that is none says so beside the field", async () => {
  await open("columns_missing");
  expect(await screen.findByText("Ada kolom yang hilang.")).toBeDefined();
});

test("one pegawai is found by a part of the name, and leads to the page where BKPSDM marks a suspension", async () => {
  const { seen } = await serveOrigin((_, response) => json(response, { people: [{ id: "019a0000-0000-7000-8000-000000000001", name: "Budi", nip: null, jabatan: "Pengolah Data", unit: "Bidang A1" }] }));
  draw(<Suspense><AbsencesPage /></Suspense>, { at: "/cuti" });
  await userEvent.type(await screen.findByLabelText("Nama atau NIP"), "bud");
  expect((await screen.findByRole("link", { name: "Buka catatan Budi" })).getAttribute("href")).toBe("/orang/019a0000-0000-7000-8000-000000000001/cuti");
  expect(seen.map(({ url }) => url)).toEqual(["/api/organisation/person?q=bud"]);
});
