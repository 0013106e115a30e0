import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isHariKerja } from "./calendar.ts";
import { hakKeberatan, hitunganTenggat, penerimaanHasil } from "./keberatan-clock.ts";
import { NOTES } from "./notes.ts";
import { jatuhTempo } from "./regulations/permenpanrb-6-2022.ts";

describe("who has the right (Lampiran BAB IV.A.11–12, V.B)", () => {
  test.each([["penilai", false, true], ["atasan", false, false], ["penilai", true, false], ["atasan", true, false]] as const)("set by the %s (kepala daerah: %s): keberatan %s", (sebagai, isKepalaDaerah, value) => {
    const decision = hakKeberatan({ sebagai, isKepalaDaerah });
    expect(decision).toMatchObject({ rule: "Hak keberatan", value, given: { sebagai, isKepalaDaerah }, cite: { regulation: "PermenPANRB 6/2022", part: "Lampiran BAB IV huruf A angka 11 dan 12" } });
    expect(decision.note).toBeUndefined();
  });

  test("a decision on a keberatan has no second one, and says which text is silent about it", () => {
    expect(hakKeberatan({ sebagai: "pemutus_keberatan", isKepalaDaerah: false })).toMatchObject({ value: false, note: NOTES.keputusanKeberatanAkhir, cite: { part: "Lampiran BAB V huruf B angka 5 dan 7" } });
  });
});

describe("receipt (Lampiran BAB V.A.5–6)", () => {
  test.each([
    [null, null, null, NOTES.belumDiterima],
    ["2026-10-16", null, "2026-10-16", NOTES.diterimaSaatDibuka],
    [null, "2026-10-15", "2026-10-15", NOTES.diterimaDenganSerahTerima],
    ["2026-10-16", "2026-10-15", "2026-10-15", NOTES.diterimaDenganSerahTerima],
    ["2026-10-15", "2026-10-16", "2026-10-15", NOTES.diterimaSaatDibuka],
    ["2026-10-15", "2026-10-15", "2026-10-15", NOTES.diterimaSaatDibuka],
  ])("opened %s, handed over %s: received %s", (dibuka, diserahkan, value, note) => {
    expect(penerimaanHasil({ dibuka, diserahkan })).toMatchObject({ rule: "Penerimaan hasil evaluasi", value, note, given: { dibuka, diserahkan }, cite: { regulation: "PermenPANRB 6/2022", part: "Lampiran BAB V huruf A angka 5 dan 6, huruf B angka 2" } });
  });
});

describe("a clock counted aloud", () => {
  // From Monday 10 June 2024 in Aceh: 11 12 13 14 | 21 22 24 25 26 27 28 29 | 1 2 July: the fourteenth.
  const kalender = { libur: ["2024-06-16", "2024-06-17", "2024-06-18", "2024-06-19", "2024-06-20", "2024-07-03"], hariKerjaPengganti: ["2024-06-22", "2024-06-29", "2024-07-06"] };
  const sampai = jatuhTempo({ peristiwa: "keberatan", mulai: "2024-06-10", kalender }).value;
  const on = (today: string) => hitunganTenggat({ mulai: "2024-06-10", sampai, today, kalender });

  test("names the days off and the days that replace, and leaves out a holiday on a Sunday", () => {
    expect(on("2024-06-10")).toEqual({ mulai: "2024-06-10", sampai: "2024-07-02", hari: 14, ke: 0, sisa: 14, libur: ["2024-06-17", "2024-06-18", "2024-06-19", "2024-06-20"], pengganti: ["2024-06-22", "2024-06-29"] });
  });

  test.each([["2024-06-11", 1, 13], ["2024-06-16", 4, 10], ["2024-06-20", 4, 10], ["2024-06-22", 6, 8], ["2024-07-01", 13, 1], ["2024-07-02", 14, 0], ["2024-07-03", 14, -0], ["2024-07-04", 15, -1], ["2024-07-08", 18, -4]])("on %s it is day %d and %d are left", (today, ke, sisa) => {
    expect(on(today)).toMatchObject({ ke });
    expect(on(today).sisa + 0).toBe(sisa + 0);
  });

  test("a day off on a Friday is named, and the last day counts also where it is a Saturday that replaces", () => {
    // From Monday 2 to Saturday 7 December 2024: 3, 4, 5, Friday off, Saturday worked.
    const special = { libur: ["2024-12-06"], hariKerjaPengganti: ["2024-12-07"] };
    expect(hitunganTenggat({ mulai: "2024-12-02", sampai: "2024-12-07", today: "2024-12-06", kalender: special })).toEqual({ mulai: "2024-12-02", sampai: "2024-12-07", hari: 4, ke: 3, sisa: 1, libur: ["2024-12-06"], pengganti: ["2024-12-07"] });
  });

  test("as long as it runs, days gone and days left make the whole, and the last day is a working day", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 700 }), fc.nat(40), fc.constantFrom("keberatan", "keputusan"), (start, later, peristiwa) => {
      const mulai = addDays("2023-12-01", start);
      const until = jatuhTempo({ peristiwa, mulai, kalender }).value;
      const count = hitunganTenggat({ mulai, sampai: until, today: addDays(mulai, later), kalender });
      expect(isHariKerja(until, kalender)).toBe(true);
      expect(count.hari).toBe(peristiwa === "keberatan" ? 14 : 7);
      if (count.sisa >= 0) expect(Math.min(count.ke, count.hari) + count.sisa).toBe(count.hari);
    }));
  });
});
