import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays, addMonths, compareDates, daysBetween, firstDayOf, hariKerjaKe, isHariKerja, isLocalDate, type Kalender, kalenderPada, type KoreksiHari, isMonth, lastDayOf, monthOf, monthsFrom, periodeOf, periodesOf, selisihHariKerja, tambahHariKerja, weekday,
} from "./calendar.ts";

const BARE = { libur: [], hariKerjaPengganti: [] };
/** Kepgub Aceh 100.3.3.1/845/2024: 19 and 20 June off, Saturdays 22 and 29 June worked. 17 and 18 June: Idul Adha. */
const ACEH_2024 = { libur: ["2024-06-17", "2024-06-18", "2024-06-19", "2024-06-20"], hariKerjaPengganti: ["2024-06-22", "2024-06-29"] };

const anyDate = fc.date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe("dates", () => {
  test.each([
    ["2024-02-29", true], ["2023-02-29", false], ["1900-02-29", false], ["2000-02-29", true], ["2026-04-31", false], ["2026-04-30", true], ["2026-06-31", false], ["2026-09-31", false], ["2026-11-31", false], ["2026-12-31", true],
    ["2026-13-01", false], ["2026-00-10", false], ["2026-01-00", false], ["2026-01-32", false], ["2026-1-1", false], ["x2026-01-01", false], ["2026-01-01T", false],
  ])("%s exists: %s", (text, exists) => expect(isLocalDate(text)).toBe(exists));

  test("agrees with the world's calendar on every day from 1900 to 2199", () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: -40000, max: 40000 }), (date, days) => {
      const moved = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
      expect(addDays(date, days)).toBe(moved);
      expect(daysBetween(date, moved)).toBe(days);
      expect(weekday(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
    }), { numRuns: 2000 });
  });

  test("walks through every day of 400 years without a gap", () => {
    let date = "1800-01-01";
    const clock = new Date("1800-01-01T00:00:00Z");
    for (let step = 0; step < 146_097; step += 1) {
      if (date !== clock.toISOString().slice(0, 10)) throw new Error(`${date} is not ${clock.toISOString()}`);
      date = addDays(date, 1);
      clock.setUTCDate(clock.getUTCDate() + 1);
    }
    expect(date).toBe("2200-01-01");
  });

  test("what is no date is a bug", () => expect(() => addDays("2026-02-30", 1)).toThrow("not a date: 2026-02-30"));
});

describe("months", () => {
  test.each([["2026-01", true], ["2026-12", true], ["2026-00", false], ["2026-13", false], ["2026-1", false], ["2026-010", false]])("%s is a month: %s", (text, is) => expect(isMonth(text)).toBe(is));
  test.each([["2026-01", 1, "2026-02"], ["2026-12", 1, "2027-01"], ["2026-01", -1, "2025-12"], ["2026-03", -15, "2024-12"], ["2026-05", 24, "2028-05"], ["2026-07", 0, "2026-07"]])("%s and %d months is %s", (month, by, then) => expect(addMonths(month, by)).toBe(then));
  test("what is no month is a bug", () => expect(() => addMonths("2026-13", 1)).toThrow("not a month"));
  test("first and last day, month of a day", () => {
    expect([firstDayOf("2024-02"), lastDayOf("2024-02"), lastDayOf("2023-02"), lastDayOf("2026-12"), monthOf("2026-10-30")]).toEqual(["2024-02-01", "2024-02-29", "2023-02-28", "2026-12-31", "2026-10"]);
  });
  test("a range of months has both ends, and is empty backwards", () => {
    expect(monthsFrom("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
    expect(monthsFrom("2026-02", "2026-01")).toEqual([]);
  });
  test("dates and months compare as text", () => expect([compareDates("2026-01", "2026-02"), compareDates("2026-02-02", "2026-02-02"), compareDates("2026-10-01", "2026-09-30")]).toEqual([-1, 0, 1]));
});

describe("evaluation periods (Pasal 24 ayat 2, Pasal 25)", () => {
  test.each([
    ["2026-01", "triwulanan", { number: 1, firstMonth: "2026-01", lastMonth: "2026-03" }],
    ["2026-03", "triwulanan", { number: 1, firstMonth: "2026-01", lastMonth: "2026-03" }],
    ["2026-04", "triwulanan", { number: 2, firstMonth: "2026-04", lastMonth: "2026-06" }],
    ["2026-12", "triwulanan", { number: 4, firstMonth: "2026-10", lastMonth: "2026-12" }],
    ["2026-12", "bulanan", { number: 12, firstMonth: "2026-12", lastMonth: "2026-12" }],
    ["2026-08", "tahunan", { number: 1, firstMonth: "2026-01", lastMonth: "2026-12" }],
  ] as const)("%s lies in this %s period", (month, kind, periode) => expect(periodeOf(month, kind)).toEqual({ kind, year: 2026, ...periode }));

  test("a year has 12 months, 4 quarters, 1 year, in order", () => {
    expect(periodesOf(2026, "bulanan").map(({ firstMonth }) => firstMonth)).toEqual(monthsFrom("2026-01", "2026-12"));
    expect(periodesOf(2026, "triwulanan").map(({ number, firstMonth }) => [number, firstMonth])).toEqual([[1, "2026-01"], [2, "2026-04"], [3, "2026-07"], [4, "2026-10"]]);
    expect(periodesOf(2026, "tahunan")).toHaveLength(1);
  });
});

describe("hari kerja", () => {
  test.each([
    ["2024-06-14", true], ["2024-06-15", false], ["2024-06-16", false], ["2024-06-17", false], ["2024-06-18", false], ["2024-06-19", false], ["2024-06-20", false],
    ["2024-06-21", true], ["2024-06-22", true], ["2024-06-23", false], ["2024-06-29", true], ["2024-06-30", false],
  ])("Aceh %s is a working day: %s", (date, is) => expect(isHariKerja(date, ACEH_2024)).toBe(is));

  test.each([
    [0, "2024-06-14"], [1, "2024-06-21"], [2, "2024-06-22"], [3, "2024-06-24"], [7, "2024-06-28"], [8, "2024-06-29"], [9, "2024-07-01"],
  ])("%d working days after Friday 14 June 2024 in Aceh is %s", (hari, then) => expect(tambahHariKerja({ mulai: "2024-06-14", hari, kalender: ACEH_2024 })).toBe(then));

  test("day 0 is the day itself, even on a Sunday; then only later working days count", () => {
    expect(tambahHariKerja({ mulai: "2026-11-22", hari: 0, kalender: BARE })).toBe("2026-11-22");
    expect(tambahHariKerja({ mulai: "2026-11-22", hari: 1, kalender: BARE })).toBe("2026-11-23");
    expect(tambahHariKerja({ mulai: "2026-11-20", hari: 1, kalender: BARE })).toBe("2026-11-23");
  });

  test("a day that is both libur and pengganti is worked: the replacement is the later act", () => {
    expect(isHariKerja("2026-11-23", { libur: ["2026-11-23"], hariKerjaPengganti: ["2026-11-23"] })).toBe(true);
  });

  test("a negative or broken number of days is a bug", () => {
    for (const hari of [-1, 1.5, Number.NaN]) expect(() => tambahHariKerja({ mulai: "2026-11-22", hari, kalender: BARE })).toThrow(RangeError);
  });

  test("the n-th working day of a month", () => {
    expect([1, 5, 15].map((n) => hariKerjaKe("2026-11", n, BARE))).toEqual(["2026-11-02", "2026-11-06", "2026-11-20"]);
    expect(hariKerjaKe("2026-12", 1, BARE)).toBe("2026-12-01");
    expect(hariKerjaKe("2024-06", 13, ACEH_2024)).toBe("2024-06-24");
    expect(hariKerjaKe("2026-11", 22, BARE)).toBe("2026-12-01");
  });

  test("counting working days is the inverse of adding them", () => {
    fc.assert(fc.property(anyDate, fc.nat(60), fc.array(fc.integer({ min: 0, max: 80 })), fc.array(fc.integer({ min: 0, max: 80 })), (mulai, hari, libur, pengganti) => {
      const kalender = { libur: libur.map((n) => addDays(mulai, n)), hariKerjaPengganti: pengganti.map((n) => addDays(mulai, n)) };
      const then = tambahHariKerja({ mulai, hari, kalender });
      expect(selisihHariKerja(mulai, then, kalender)).toBe(hari);
      if (hari > 0) expect(isHariKerja(then, kalender)).toBe(true);
    }));
    expect(selisihHariKerja("2026-11-23", "2026-11-20", BARE)).toBe(0);
  });
});

describe("days corrected after they had passed", () => {
  const koreksi = (day: string, dicatat: string, kind: KoreksiHari["kind"] = "libur"): KoreksiHari => ({ day, kind, dicatat });
  const till = (city: Kalender, mulai = "2026-11-02", hari = 14) => tambahHariKerja({ mulai, hari, kalender: city });

  test("are what the last correction says, and the calendar as known before does not have them", () => {
    const city = { libur: ["2026-11-11"], hariKerjaPengganti: [], koreksi: [koreksi("2026-11-10", "2026-11-16"), koreksi("2026-11-11", "2026-11-17", null), koreksi("2026-11-10", "2026-11-18", null), koreksi("2026-11-14", "2026-11-18", "pengganti"), koreksi("2026-11-15", "2026-11-18", null)] };
    expect(["2026-11-10", "2026-11-11", "2026-11-14", "2026-11-15"].map((day) => isHariKerja(day, city))).toEqual([true, true, true, false]);
    expect(["2026-11-10", "2026-11-11", "2026-11-14"].map((day) => isHariKerja(day, kalenderPada(city, "2026-11-17")))).toEqual([false, true, false]);
    expect(isHariKerja("2026-11-11", kalenderPada(city, "2026-11-16"))).toBe(false);
  });

  test("move a clock that still runs on the day of the correction, its last day included; one that has run out stays as it was decided", () => {
    // Fourteen working days from Monday 2 November end on Friday the 20th.
    expect(till(BARE)).toBe("2026-11-20");
    const at = (dicatat: string) => till({ ...BARE, koreksi: [koreksi("2026-11-10", dicatat)] });
    expect([at("2026-11-16"), at("2026-11-20"), at("2026-11-21"), at("2026-12-30")]).toEqual(["2026-11-23", "2026-11-23", "2026-11-20", "2026-11-20"]);
    // Moved to the 23rd by the first, it runs when the second comes.
    expect(till({ ...BARE, koreksi: [koreksi("2026-11-10", "2026-11-20"), koreksi("2026-11-11", "2026-11-23")] })).toBe("2026-11-24");
    expect(till({ ...BARE, koreksi: [koreksi("2026-11-11", "2026-11-23")] })).toBe("2026-11-20");
  });

  test("that take a day off away shorten a clock, but never to before the day on which anybody could know", () => {
    const city = (dicatat: string): Kalender => ({ libur: ["2026-11-10", "2026-11-11"], hariKerjaPengganti: [], koreksi: [koreksi("2026-11-10", dicatat, null), koreksi("2026-11-11", dicatat, null)] });
    expect(till({ ...city("2026-11-16"), koreksi: [] })).toBe("2026-11-24");
    expect([till(city("2026-11-16")), till(city("2026-11-20")), till(city("2026-11-23")), till(city("2026-11-24")), till(city("2026-11-25"))]).toEqual(["2026-11-20", "2026-11-20", "2026-11-23", "2026-11-24", "2026-11-24"]);
  });

  test("never end a running clock in the past, nor touch one that is over: any calendar, any corrections", () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays("2026-10-20", n));
    const corrections = fc.array(fc.tuple(day, day, fc.constantFrom("libur", "pengganti", null)), { maxLength: 6 }).map((list) => list.map(([a, b, kind]): KoreksiHari => ({ day: a < b ? a : b, kind, dicatat: a < b ? b : a })).sort((x, y) => compareDates(x.dicatat, y.dicatat)));
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 30 }), fc.array(day, { maxLength: 5 }), corrections, (mulai, hari, libur, all) => {
      const ends = all.map((_, n) => tambahHariKerja({ mulai, hari, kalender: { libur, hariKerjaPengganti: [], koreksi: all.slice(0, n + 1) } }));
      const first = tambahHariKerja({ mulai, hari, kalender: { libur, hariKerjaPengganti: [] } });
      for (const [n, end] of ends.entries()) {
        const [was, recorded] = [n === 0 ? first : (ends[n - 1] ?? ""), all[n]?.dicatat ?? ""];
        if (recorded > was) expect(end).toBe(was);
        else expect(end >= recorded).toBe(true);
      }
    }), { numRuns: 300 });
  });
});
