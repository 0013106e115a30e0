import { expect, test } from "vitest";
import { id } from "#copy/id.ts";
import { navigation, startPage } from "./navigation.ts";

const menu = (roles: Parameters<typeof startPage>[0]) => navigation(id, { roles: [...roles] }).map((group) => [group.label, group.items.map((item) => item.label)]);

test("a pegawai has one group", () => {
  expect(menu(["pegawai"])).toEqual([["Pekerjaan saya", ["Beranda", "Laporan", "Rapat", "Umpan balik", "Umpan balik rekan", "Hasil", "Dokumen", "Pengembangan", "Karier", "Catatan", "SKP", "Atasan saya", "Metode"]]]);
});

test("a kepala dinas with three hats sees each group once, the dashboard first", () => {
  expect(menu(["pegawai", "penilai", "kepala_opd"]).map(([label]) => label)).toEqual(["Unit saya", "Pekerjaan saya", "Tim saya"]);
});

test("a technical admin sees accounts and nothing of ratings", () => {
  expect(menu(["admin_teknis"])).toEqual([["Sistem", ["Akun", "Langkah awal", "Akses"]]]);
});

test("who is a pegawai begins with the one to-do list; others with their own page", () => {
  expect([startPage(["penilai", "pegawai", "bkpsdm"]), startPage(["wali_kota"]), startPage(["bkpsdm"]), startPage(["auditor"]), startPage(["admin_teknis"])]).toEqual(["/beranda", "/wali-kota", "/kota", "/audit", "/admin"]);
});

test("in a city without organisation, who sets it up begins with its first steps", () => {
  expect([startPage(["bkpsdm"], true), startPage(["admin_teknis"], true), startPage(["pegawai"], true), startPage(["bkpsdm"], false)]).toEqual(["/langkah-awal", "/langkah-awal", "/beranda", "/kota"]);
});
