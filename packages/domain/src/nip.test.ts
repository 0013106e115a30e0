import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNip } from "./nip.ts";

describe("NIP (rules §5)", () => {
  test("a PNS: birth date, TMT, sex, number", () => {
    expect(parseNip("198501012010012003")).toEqual({ valid: true, nip: "198501012010012003", jenis: "pns", lahir: "1985-01-01", tmt: "2010-01", tahunPengangkatan: 2010, kelamin: "P", urut: 3 });
  });
  test("a PPPK: the year of appointment and 21, no TMT", () => {
    expect(parseNip("199003032023211001")).toEqual({ valid: true, nip: "199003032023211001", jenis: "pppk", lahir: "1990-03-03", tmt: null, tahunPengangkatan: 2023, kelamin: "L", urut: 1 });
  });

  test.each(["19850101 201001 2 003", " 198501012010012003\n", "'198501012010012003", "19850101.201001.2.003", "19850101-201001-2-003"])("%j is read as people write it", (text) => expect(parseNip(text)).toMatchObject({ valid: true, nip: "198501012010012003" }));

  test.each([
    ["1.98E+17", "excel_notation"], ["1,98501E+17", "excel_notation"], ["1.98e17", "excel_notation"], ["2E+17", "excel_notation"], [" '1.98E+17 ", "excel_notation"],
    ["", "not_18_digits"], ["19850101201001200", "not_18_digits"], ["1985010120100120033", "not_18_digits"], ["19850101201001200X", "not_18_digits"], ["19.8E+17x", "not_18_digits"], ["１９８５０１０１２０１００１２００３", "not_18_digits"],
    ["198502302010012003", "birth_date_impossible"], ["198513012010012003", "birth_date_impossible"], ["198500012010012003", "birth_date_impossible"], ["198302292010012003", "birth_date_impossible"],
    ["198501012010002003", "month_impossible"], ["198501012010132003", "month_impossible"], ["198501012010202003", "month_impossible"], ["198501012010222003", "month_impossible"], ["198501012010992003", "month_impossible"],
    ["198501012018212003", "pppk_before_2019"],
    ["198501012010010003", "sex_impossible"], ["198501012010013003", "sex_impossible"], ["198501012010019003", "sex_impossible"],
    ["198501012001122003", "appointed_before_17"], ["198502012002012003", "appointed_before_17"], ["200501012021212003", "appointed_before_17"], ["201001012010012003", "appointed_before_17"],
  ])("%j is no NIP: %s", (text, alasan) => expect(parseNip(text)).toEqual({ valid: false, alasan }));

  test.each([["198501012002012003", true], ["198502012002022003", true], ["198412012001122003", true], ["198501012010122003", true], ["200212312019212003", true], ["200401012021212003", true], ["198402292010012003", true]])("%s is valid: seventeen in that month, or in that year for a PPPK", (text, valid) => expect(parseNip(text).valid).toBe(valid));

  test("any text is answered, never thrown at", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{17,19}$/)), (text) => {
      const nip = parseNip(text);
      expect(nip.valid ? nip.nip : nip.alasan).toMatch(/^(\d{18}|[a-z0-9_]+)$/);
    }));
  });
});
