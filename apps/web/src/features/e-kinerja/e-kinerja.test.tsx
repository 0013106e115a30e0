import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { describe, expect, test } from "vitest";
import { formatter } from "#copy/format.ts";
import { vocabulary } from "#copy/id/vocabulary.ts";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import CopyMonthPage from "./CopyMonthPage.tsx";
import CopySkpPage from "./CopySkpPage.tsx";
import { evidenceField, rencanaAksi, realisasiField, skpFields, skpTable, targetText, weeksOf } from "./text.ts";

const format = formatter("id");
const words = { outOf: "dari", cause: "Sebab" };
const indikator = { text: "Jumlah bayi", jenis: "angka", arah: "maks", satuan: "bayi", targetYear: null, targetMin: null, targetMax: null, targetText: null } as const;
const row = { realisasi: null, pembilang: null, penyebut: null, uraian: null, sentence: null, cause: null, indikator };

describe("the texts of the fields", () => {
  test.each([
    [{ realisasi: 1234.5 }, "1.234,5 bayi."], [{ pembilang: 17, penyebut: 20, sentence: "Tiga pindah." }, "17 dari 20. Tiga pindah."],
    [{ uraian: "Laporan terbit.", sentence: "Tidak dipakai." }, "Laporan terbit."], [{ realisasi: 3, cause: "Cuaca." }, "3 bayi. Sebab: Cuaca."], [{}, ""],
  ])("realisation %o", (part, text) => expect(realisasiField({ ...row, ...part }, format, words)).toBe(text));

  test("evidence stands line by line: links as they are, letters with their number", () => {
    const piece = { id: "a", kind: "file", mime: null, sizeBytes: null, createdAt: "", title: "Foto", url: null, registerNumber: null } as const;
    expect(evidenceField([piece, { ...piece, url: "https://contoh.go.id/x" }, { ...piece, title: "Surat", registerNumber: "440/1" }])).toBe("Foto\nhttps://contoh.go.id/x\nSurat (440/1)");
  });

  test("a target is a figure, a range or words", () => {
    const target = { lineId: "a", text: "", jenis: "angka", arah: "maks", target: 120, targetMin: null, targetMax: null, targetText: null, satuan: "dokumen", aspek: null, perspektif: null, monthlyTarget: null } as const;
    expect([targetText(target, format), targetText({ ...target, target: null, targetMin: 95, targetMax: 100, satuan: "persen" }, format), targetText({ ...target, targetText: "Tepat waktu" }, format)]).toEqual(["120 dokumen", "95–100 persen", "Tepat waktu"]);
  });

  test("a table for the clipboard keeps its cells, and what looks like a formula is text", () => {
    const one = { lineId: "i", text: "Jumlah\tbayi", jenis: "angka", arah: "maks", target: 12, targetMin: null, targetMax: null, targetText: null, satuan: "bayi", aspek: "kuantitas", perspektif: null, monthlyTarget: [1.5, null, 2, ...Array<null>(9).fill(null)] } as const;
    const indikator = [{ ...one, monthlyTarget: [...one.monthlyTarget] }, { ...one, text: "=1+1", aspek: null, perspektif: "anggaran" as const, monthlyTarget: null }];
    const result = { lineId: "h", prioritas: "utama", text: "Bayi\nterlayani", assignedBy: null, intervenedLineId: null, intervenedText: "Layanan membaik", indikator: [] } as const;
    const fields = skpFields([{ ...result, indikator }, { ...result, lineId: "g", text: "-", intervenedText: null, indikator: [] }], format, vocabulary, 2026);
    expect(skpTable(fields, ["A", "B"])).toBe("A\tB\nLayanan membaik\tBayi terlayani\tKuantitas\tJumlah bayi\t12 bayi\n\t\tAnggaran\t'=1+1\t12 bayi\n\t'-\t\t\t");
    expect(fields[0]?.indicators.map((i) => i.rencanaAksi)).toEqual(["Januari: 1,5 bayi\nMaret: 2 bayi", ""]);
    expect(rencanaAksi({ ...one, jenis: "uraian", monthlyTarget: [...one.monthlyTarget] }, format, 2026)).toBe("Januari\nMaret");
  });

  test("notes fall into weeks from Monday, across the turn of a month, oldest first", () => {
    const note = (day: string, text: string) => ({ day, text, lineId: "x" });
    const weeks = weeksOf([note("2026-11-08", "Minggu."), note("2026-11-02", "Senin."), note("2026-11-01", "Kemarin."), note("2026-11-02", "Juga.")], [{ lineId: "x", text: "Imunisasi" }], format);
    expect(weeks.map(({ from, until, days }) => [from, until, days])).toEqual([["2026-10-26", "2026-11-01", 1], ["2026-11-02", "2026-11-08", 2]]);
    expect(weeks[1]?.text).toBe("Senin, 2 November\n- Senin. (Imunisasi)\n- Juga. (Imunisasi)\n\nMinggu, 8 November\n- Minggu. (Imunisasi)");
  });
});

test("a week of notes is on the clipboard with one tap, each field with one more", async () => {
  const id = "019a0000-0000-7000-8000-000000000001";
  const report = {
    id, month: "2026-11", kewajiban: "wajib_lapor", status: "submitted", penilai: null, kendala: null, bantuan: null, isLate: false, capaian: null, submittedAt: null, receiptNumber: null, returnedAt: null, version: 1,
    jendela: { buka: "2026-11-20", batas: "2026-12-07", periksaSampai: "2026-12-11", tutup: "2026-12-21" }, rules: { sebabDiBawah: 100, buktiWajib: "tidak" }, isHealth: false, missing: [], actions: { save: [], submit: [], withdraw: [] },
    rows: [{ ...row, id, position: 1, hasilKerja: { lineId: id, position: 1, text: "Bayi terlayani", prioritas: "utama" }, isDue: true, target: 20, realisasi: 17, isFlagged: false, capaian: 85, lastMonth: null, yearBefore: null, notes: [], evidence: [], verdict: null, verdictNote: null }],
  };
  await serveOrigin(({ url = "" }, response) => json(response, url.startsWith("/api/daily-note") ? { month: "2026-11", today: "2026-11-23", results: [], notes: [{ id, day: "2026-11-03", text: "Rapat.", lineId: null, isAttached: false, isFixed: false, photos: [], version: 1 }] } : report));
  const user = userEvent.setup();
  draw(<Suspense><Routes><Route path="/laporan/:bulan/salin" element={<CopyMonthPage />} /></Routes></Suspense>, { at: "/laporan/2026-11/salin" });
  await user.click(await screen.findByRole("button", { name: "Salin seminggu: 2 Nov sampai 8 Nov" }));
  expect(await navigator.clipboard.readText()).toBe("Selasa, 3 November\n- Rapat.");
  await user.click(screen.getByRole("button", { name: "Salin realisasi: Jumlah bayi" }));
  expect(await navigator.clipboard.readText()).toBe("17 bayi.");
  expect(within(screen.getByRole("region", { name: "Jumlah bayi" })).getByText("belum diisi")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Unduh XLSX" }).getAttribute("href")).toBe("/api/e-kinerja/month/2026-11");
});

test("an SKP is copied field by field in e-Kinerja's order, at once as a table, or taken as a workbook", async () => {
  const id = "019a0000-0000-7000-8000-000000000002";
  const indikator = [{ lineId: id, text: "Cakupan bayi", jenis: "rasio", arah: "maks", target: 95, targetMin: null, targetMax: null, targetText: null, satuan: "persen", aspek: "kualitas", perspektif: null, monthlyTarget: null }];
  const skp = {
    id, person: { id, name: "Siti", jabatan: null, unit: null }, year: 2026, revision: 1, status: "set", version: 1, pendekatan: "kuantitatif", isPimpinan: false, penilai: null, note: null, effectiveFrom: "2026-01-01", proposedAt: null, setAt: null, deadline: "2026-01-31", isLate: false,
    hasilKerja: [{ lineId: id, prioritas: "utama", text: "Bayi terlayani", assignedBy: null, intervenedLineId: null, intervenedText: "Kesehatan bayi membaik", indikator }],
    perilaku: [{ perilaku: "loyal", ekspektasi: "Hadir apel" }], lampiran: [{ kind: "sumber_daya", text: "Dua laptop" }, { kind: "sumber_daya", text: "Satu kendaraan" }],
    findings: [], perilakuLokal: [], superiorResults: [], actions: { save: [], discard: [], bind: [], propose: [], withdraw: [], sendBack: [], set: [], revise: [] },
  };
  await serveOrigin((_request, response) => json(response, skp));
  const user = userEvent.setup();
  draw(<Suspense><Routes><Route path="/skp/:id/salin" element={<CopySkpPage />} /></Routes></Suspense>, { at: `/skp/${id}/salin` });
  expect((await screen.findAllByRole("button")).map((button) => button.getAttribute("aria-label") ?? button.textContent)).toEqual([
    "Salin semua sebagai tabel", "Salin hasil kerja pimpinan: Bayi terlayani", "Salin hasil kerja: Bayi terlayani", "Salin indikator: Cakupan bayi", "Salin target: Cakupan bayi", "Salin ekspektasi: Loyal", "Salin lampiran: Dukungan sumber daya",
  ]);
  await user.click(screen.getByRole("button", { name: "Salin semua sebagai tabel" }));
  expect((await navigator.clipboard.readText()).split("\n")[1]).toBe("Kesehatan bayi membaik\tBayi terlayani\tKualitas\tCakupan bayi\t95 persen");
  await user.click(screen.getByRole("button", { name: "Salin lampiran: Dukungan sumber daya" }));
  expect(await navigator.clipboard.readText()).toBe("Dua laptop\nSatu kendaraan");
  expect(screen.getByRole("link", { name: "Unduh XLSX" }).getAttribute("href")).toBe(`/api/e-kinerja/skp/${id}`);
});
