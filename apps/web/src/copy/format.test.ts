import { expect, test } from "vitest";
import { formatter, parseFigure, plural } from "./format.ts";

const id = formatter("id");
const en = formatter("en");

test("days and months are written as the office writes them", () => {
  expect([id.day("2026-12-04"), id.date("2026-12-04"), id.shortDay("2026-12-04"), id.month("2026-11"), id.monthYear("2026-11"), id.shortMonth("2026-08")]).toEqual([
    "Jumat, 4 Desember", "4 Desember 2026", "4 Des", "November", "November 2026", "Agu",
  ]);
  expect([en.day("2026-12-04"), en.monthYear("2026-11")]).toEqual(["Friday 4 December", "November 2026"]);
});

test("an instant is shown in the city's time, whatever the phone's zone", () => {
  expect(id.time("2026-12-04T07:02:00Z")).toBe("14.02");
  expect(id.moment("2026-12-04T20:30:00Z")).toBe("5 Desember 2026, 03.30");
  expect(id.moment("2026-12-04 20:30:00.123+00")).toBe("5 Desember 2026, 03.30");
});

test("figures carry the comma of their language", () => {
  expect([id.number(1234.5), id.number(36.126), id.fixed(24, 1), id.percent(95), id.percent(94.96)]).toEqual(["1.234,5", "36,13", "24,0", "95%", "95%"]);
  expect(en.number(1234.5)).toBe("1,234.5");
  expect(id.list(["A", "B", "C"])).toBe("A, B, dan C");
});

test.each([
  ["17", 17, 17], ["17,5", 17.5, 17.5], ["17.5", 17.5, 17.5], ["1.234", 1234, 1.234], ["1,234", 1.234, 1234], ["1.234,5", 1234.5, null], ["1,234.5", null, 1234.5],
  ["12.345.678", 12345678, null], [" 1 000 ", 1000, 1000], ["5,", 5, 5], ["-3", -3, -3], ["", null, null], ["tiga", null, null], ["1e3", null, null], ["1,2,3", null, null],
])("%s is read as %s in Indonesian and %s in English", (text, inIndonesian, inEnglish) => {
  expect([parseFigure(text, "id"), parseFigure(text, "en")]).toEqual([inIndonesian, inEnglish]);
});

test("English knows one and many", () => {
  expect([plural(1, "report", "reports"), plural(0, "report", "reports")]).toEqual(["report", "reports"]);
});
