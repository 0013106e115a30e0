import { expect, test } from "vitest";
import { id } from "#copy/id.ts";
import { navigation, reportedMonth, startPage } from "./navigation.ts";

const today = "2026-11-23";
const menu = (roles: Parameters<typeof startPage>[0]) => navigation(id, { roles: [...roles], today }).map((group) => [group.label, group.items.map((item) => item.label)]);

test("a pegawai has one group, and the report of the month before", () => {
  expect(menu(["pegawai"])).toEqual([["Pekerjaan saya", ["Beranda", "Laporan", "Umpan balik", "Hasil", "Catatan", "SKP"]]]);
  expect(reportedMonth("2026-11-23")).toBe("2026-10");
  expect(reportedMonth("2027-01-04")).toBe("2026-12");
});

test("a kepala dinas with three hats sees each group once, the dashboard first", () => {
  expect(menu(["pegawai", "penilai", "kepala_opd"]).map(([label]) => label)).toEqual(["Unit saya", "Pekerjaan saya", "Tim saya"]);
});

test("a technical admin sees accounts and nothing of ratings", () => {
  expect(menu(["admin_teknis"])).toEqual([["Sistem", ["Akun"]]]);
});

test("who is a pegawai begins with the one to-do list; others with their own page", () => {
  expect([startPage(["penilai", "pegawai", "bkpsdm"]), startPage(["wali_kota"]), startPage(["bkpsdm"]), startPage(["auditor"]), startPage(["admin_teknis"])]).toEqual(["/beranda", "/wali-kota", "/kota", "/audit", "/admin"]);
});
