import { describe, expect, test } from "vitest";
import { addDays, addMonths, isHariKerja, type Kalender, monthOf, monthsFrom } from "./calendar.ts";
import { bacaHari, denganPerubahan, type HariUbah, hitunganBulan, masalahHari, TENGGAT_BULANAN, tenggatBergeser, tenggatBulan } from "./hari-khusus.ts";
import { DEFAULT_STANDAR } from "./standar.ts";

const kalender: Kalender = { libur: ["2027-01-01"], hariKerjaPengganti: [] };
const today = "2026-11-23";
const libur = (day: string): HariUbah => ({ day, kind: "libur", name: "Libur percobaan", basis: "SKB percobaan" });
const MONTHS = monthsFrom("2026-12", "2028-03");
/** A few hundred scattered days, the same at each run. */
const days = Array.from({ length: 300 }, (_, n) => addDays("2027-01-02", (n * 37) % 420));

describe("a change of the calendar", () => {
  test("is taken for a day to come alone, with a name and a basis", () => {
    expect(masalahHari(libur("2026-11-24"), { today, kalender })).toEqual([]);
    expect(masalahHari(libur("2026-11-23"), { today, kalender })).toEqual([{ kolom: "tanggal", masalah: "tanggal_lewat" }]);
    expect(masalahHari({ day: "2027-02-29", kind: "libur", name: " ", basis: "SK" }, { today, kalender }).map(({ masalah }) => masalah)).toEqual(["tanggal_tidak_sah", "nama_kosong", "dasar_kosong"]);
  });

  test("makes a replacement day of a weekend or a holiday, never of a plain working day", () => {
    const on = (day: string) => masalahHari({ ...libur(day), kind: "pengganti" }, { today, kalender });
    expect(on("2027-01-09")).toEqual([]);
    expect(on("2027-01-01")).toEqual([]);
    expect(on("2027-01-04")).toEqual([{ kolom: "jenis", masalah: "bukan_pengganti" }]);
  });

  test("is read from a file by its words", () => {
    const line = { tanggal: "2027-03-11", jenis: "Cuti bersama", nama: "Idulfitri", dasar: "SKB 3 Menteri" };
    expect(bacaHari(line, { today, kalender })).toEqual({ hari: { day: "2027-03-11", kind: "libur", name: "Idulfitri", basis: "SKB 3 Menteri" } });
    expect(bacaHari({ ...line, jenis: "hapus", nama: "" }, { today, kalender })).toMatchObject({ hari: { kind: null } });
    expect(bacaHari({ ...line, jenis: "piknik" }, { today, kalender })).toEqual({ masalah: [{ kolom: "jenis", masalah: "jenis_tidak_dikenal" }] });
  });

  test("replaces what the day was before", () => {
    const after = denganPerubahan(kalender, [{ ...libur("2027-01-01"), kind: "pengganti" }, libur("2027-01-05")]);
    expect(after).toEqual({ libur: ["2027-01-05"], hariKerjaPengganti: ["2027-01-01"] });
    expect(denganPerubahan(after, [{ ...libur("2027-01-05"), kind: null }]).libur).toEqual([]);
  });

  test("names the deadlines that it moves, each with the day before and after", () => {
    // 5 January 2027 is the third working day after the New Year: every end of December's report moves by one.
    const moved = tenggatBergeser([libur("2027-01-05")], { today, kalender, standar: DEFAULT_STANDAR });
    expect(moved).toEqual([
      { what: "batas", month: "2026-12", from: "2027-01-08", to: "2027-01-11" },
      { what: "periksaSampai", month: "2026-12", from: "2027-01-14", to: "2027-01-15" },
      { what: "rapatSampai", month: "2026-12", from: "2027-01-19", to: "2027-01-20" },
      { what: "tutup", month: "2026-12", from: "2027-01-22", to: "2027-01-25" },
    ]);
    expect(tenggatBergeser([libur("2027-01-09")], { today, kalender, standar: DEFAULT_STANDAR })).toEqual([]);
    expect(tenggatBergeser([libur("2027-01-05")], { today: "2027-02-01", kalender, standar: DEFAULT_STANDAR })).toEqual([]);
  });
});

describe("a deadline's screen", () => {
  const december = (today: string, perpanjanganHari?: number) => hitunganBulan("2026-12", { today, kalender, standar: DEFAULT_STANDAR, perpanjanganHari });

  test("counts from the last day of the month reported, over the New Year, to the fifth working day", () => {
    // 1 January is a Friday and a holiday: 4, 5, 6, 7 and 8 January are the five.
    expect(december("2027-01-06")("batas")).toMatchObject({ mulai: "2026-12-31", sampai: "2027-01-08", hari: 5, ke: 3, sisa: 2, libur: ["2027-01-01"], pengganti: [] });
  });

  test("has begun nothing while the month still runs", () => {
    expect(december("2026-12-10")("batas")).toMatchObject({ ke: 0, sisa: 5 });
  });

  test("says after the last day how late it is", () => {
    expect(december("2027-01-12")("batas")).toMatchObject({ ke: 7, sisa: -2 });
  });

  test("adds the days of an extension to the report, its check and the closing, never to the meeting", () => {
    const ends = (perpanjanganHari?: number) => TENGGAT_BULANAN.map((what) => december("2027-01-06", perpanjanganHari)(what).sampai);
    expect(ends()).toEqual(["2027-01-08", "2027-01-14", "2027-01-19", "2027-01-22"]);
    expect(ends(2)).toEqual(["2027-01-12", "2027-01-18", "2027-01-19", "2027-01-26"]);
    expect(ends()).toEqual(TENGGAT_BULANAN.map((what) => tenggatBulan("2026-12", DEFAULT_STANDAR, kalender)[what]));
  });

  test("names the ground: the city's choice, the working day that it is, and the days added", () => {
    const ground = (what: (typeof TENGGAT_BULANAN)[number]) => december("2027-01-06", 2)(what).ground;
    expect(ground("batas")).toMatchObject({ rule: "Tenggat bulanan", value: "2027-01-12", cite: { part: expect.stringContaining("laporan.batasHari") }, given: { bulan: "2026-12", hariKe: 7, perpanjanganHari: 2 } });
    expect(ground("rapatSampai")).toMatchObject({ value: "2027-01-19", cite: { part: expect.stringContaining("rapat.sampaiHari") }, given: { hariKe: 12, perpanjanganHari: 0 } });
  });
});

describe("laws of the windows, over sixteen months and three hundred holidays", () => {
  const withHoliday = days.map((day) => denganPerubahan(kalender, [libur(day)]));

  test("ends stand in their order and on working days, whatever the calendar", () => {
    for (const city of [kalender, ...withHoliday, { libur: days, hariKerjaPengganti: [] }]) {
      for (const month of MONTHS) {
        const { batas, periksaSampai, rapatMulai, rapatSampai, tutup } = tenggatBulan(month, DEFAULT_STANDAR, city);
        expect([batas < periksaSampai, rapatMulai < rapatSampai, periksaSampai < tutup, rapatSampai < tutup]).toEqual([true, true, true, true]);
        for (const day of [batas, periksaSampai, rapatMulai, rapatSampai, tutup]) expect(isHariKerja(day, city)).toBe(true);
        expect(batas > addMonths(month, 1)).toBe(true);
      }
    }
  });

  test("a further holiday never makes a deadline earlier, a replacement day never later", () => {
    const ends = (month: string, city: Kalender) => Object.values(tenggatBulan(month, DEFAULT_STANDAR, city));
    for (const [n, city] of withHoliday.entries()) {
      const day = days[n] ?? "";
      const worked = denganPerubahan(kalender, [{ ...libur(day), kind: "pengganti" }]);
      // Only the windows that such a day can lie in: what the others do is the next test's.
      for (const month of monthsFrom(addMonths(monthOf(day), -2), monthOf(day))) {
        const plain = ends(month, kalender);
        expect([ends(month, city).every((end, i) => end >= (plain[i] ?? "")), ends(month, worked).every((end, i) => end <= (plain[i] ?? ""))]).toEqual([true, true]);
      }
    }
  });

  test("what the preview names is exactly what moves", () => {
    for (const day of days.slice(0, 60)) {
      const named = tenggatBergeser([libur(day)], { today, kalender, standar: DEFAULT_STANDAR }).map(({ what, month, to }) => `${month} ${what} ${to}`);
      const after = denganPerubahan(kalender, [libur(day)]);
      const all = MONTHS.flatMap((month) => {
        const [was, is] = [tenggatBulan(month, DEFAULT_STANDAR, kalender), tenggatBulan(month, DEFAULT_STANDAR, after)];
        return TENGGAT_BULANAN.flatMap((what) => (was[what] === is[what] ? [] : [`${month} ${what} ${is[what]}`]));
      });
      expect(named.sort()).toEqual(all.sort());
    }
  });
});
