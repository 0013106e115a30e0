import { describe, expect, test } from "vitest";
import { addDays, addMonths, isHariKerja, type Kalender, monthsFrom } from "./calendar.ts";
import { bacaHari, denganPerubahan, type HariUbah, masalahHari, tenggatBergeser, tenggatBulan } from "./hari-khusus.ts";
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
      const worked = denganPerubahan(kalender, [{ ...libur(days[n] ?? ""), kind: "pengganti" }]);
      for (const month of MONTHS) {
        const plain = ends(month, kalender);
        expect(ends(month, city).every((day, i) => day >= (plain[i] ?? ""))).toBe(true);
        expect(ends(month, worked).every((day, i) => day <= (plain[i] ?? ""))).toBe(true);
      }
    }
  });

  test("what the preview names is exactly what moves", () => {
    for (const day of days.slice(0, 60)) {
      const named = tenggatBergeser([libur(day)], { today, kalender, standar: DEFAULT_STANDAR }).map(({ what, month, to }) => `${month} ${what} ${to}`);
      const after = denganPerubahan(kalender, [libur(day)]);
      const all = MONTHS.flatMap((month) => (["batas", "periksaSampai", "rapatSampai", "tutup"] as const).flatMap((what) => {
        const [was, is] = [tenggatBulan(month, DEFAULT_STANDAR, kalender)[what], tenggatBulan(month, DEFAULT_STANDAR, after)[what]];
        return was === is ? [] : [`${month} ${what} ${is}`];
      }));
      expect(named.sort()).toEqual(all.sort());
    }
  });
});
