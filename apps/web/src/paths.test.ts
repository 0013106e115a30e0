import { expect, test } from "vitest";
import { paths, safeReturn, to } from "./paths.ts";

test("a link fills in what the address needs and escapes it", () => {
  expect(to(paths.report, { bulan: "2026-11" })).toBe("/laporan/2026-11");
  expect(to(paths.reportCheck, { bulan: "2026-11" }, { baris: "a b" })).toBe("/laporan/2026-11/periksa?baris=a+b");
  expect(to(paths.result, { id: "../x" })).toBe("/hasil/..%2Fx");
});

test("after signing in one goes back to a page of ours, never elsewhere", () => {
  expect(safeReturn("/laporan/2026-11?baris=2")).toBe("/laporan/2026-11?baris=2");
  for (const bad of [null, "", "https://x.id", "//x.id", "/\\x.id", "javascript:alert(1)", "/masuk", "/masuk?kembali=/", "/aktivasi"]) expect(safeReturn(bad), String(bad)).toBe("/");
});
