import { describe, expect, test } from "vitest";
import { addDays, addMonths, isHariKerja, type Kalender, monthOf, monthsFrom } from "./calendar.ts";
import { bacaHari, denganPerubahan, type HariUbah, hitunganBulan, jamBergeser, masalahHari, TENGGAT_BULANAN, tenggatBergeser, tenggatBulan } from "./hari-khusus.ts";
import { DEFAULT_STANDAR } from "./standar.ts";

const kalender: Kalender = { libur: ["2027-01-01"], hariKerjaPengganti: [] };
const today = "2026-11-23";
const libur = (day: string): HariUbah => ({ day, kind: "libur", name: "Libur percobaan", basis: "SKB percobaan" });
const MONTHS = monthsFrom("2026-12", "2028-03");
/** A few hundred scattered days, the same at each run. */
const days = Array.from({ length: 300 }, (_, n) => addDays("2027-01-02", (n * 37) % 420));

describe("a change of the calendar", () => {
  test("needs a name and a basis; a day that has passed, or is today, besides the reason why that comes late", () => {
    expect(masalahHari(libur("2026-11-24"), { today, kalender })).toEqual([]);
    for (const day of ["2026-11-23", "2026-10-01"]) {
      expect(masalahHari(libur(day), { today, kalender })).toEqual([{ kolom: "alasan", masalah: "alasan_kosong" }]);
      expect(masalahHari({ ...libur(day), alasan: "terlambat" }, { today, kalender })).toEqual([{ kolom: "alasan", masalah: "alasan_kosong" }]);
      expect(masalahHari({ ...libur(day), alasan: "Keputusan Gubernur baru diterima" }, { today, kalender })).toEqual([]);
    }
    expect(masalahHari({ day: "2027-02-29", kind: "libur", name: " ", basis: "SK" }, { today, kalender }).map(({ masalah }) => masalah)).toEqual(["tanggal_tidak_sah", "nama_kosong", "dasar_kosong"]);
  });

  test("makes a replacement day of a weekend or a holiday, never of a plain working day", () => {
    const on = (day: string) => masalahHari({ ...libur(day), kind: "pengganti" }, { today, kalender });
    expect(on("2027-01-09")).toEqual([]);
    expect(on("2027-01-01")).toEqual([]);
    expect(on("2027-01-04")).toEqual([{ kolom: "jenis", masalah: "bukan_pengganti" }]);
  });

  test("is read from a file by its words", () => {
    const line = { tanggal: "2027-03-11", jenis: "Cuti bersama", nama: "Idulfitri", dasar: "SKB 3 Menteri", alasan: "" };
    expect(bacaHari(line, { today, kalender })).toEqual({ hari: { day: "2027-03-11", kind: "libur", name: "Idulfitri", basis: "SKB 3 Menteri", alasan: null } });
    expect(bacaHari({ ...line, jenis: "hapus", nama: "" }, { today, kalender })).toMatchObject({ hari: { kind: null } });
    expect(bacaHari({ ...line, jenis: "piknik" }, { today, kalender })).toEqual({ masalah: [{ kolom: "jenis", masalah: "jenis_tidak_dikenal" }] });
  });

  test("replaces what the day was before", () => {
    const after = denganPerubahan(kalender, [{ ...libur("2027-01-01"), kind: "pengganti" }, libur("2027-01-05")], today);
    expect(after).toEqual({ libur: ["2027-01-05"], hariKerjaPengganti: ["2027-01-01"], koreksi: [] });
    expect(denganPerubahan(after, [{ ...libur("2027-01-05"), kind: null }], today).libur).toEqual([]);
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

describe("a correction of a day that has passed", () => {
  const late = (day: string, kind: HariUbah["kind"] = "libur"): HariUbah => ({ ...libur(day), kind, alasan: "Keputusan baru diterima" });

  test("is added to the calendar with the day on which it was recorded, and leaves what stood there", () => {
    const after = denganPerubahan({ libur: ["2026-11-05"], hariKerjaPengganti: [], koreksi: [{ day: "2026-11-04", kind: "libur", dicatat: "2026-11-10" }] }, [late("2026-11-05", null), libur("2026-12-10")], today);
    expect(after).toEqual({ libur: ["2026-11-05", "2026-12-10"], hariKerjaPengganti: [], koreksi: [{ day: "2026-11-04", kind: "libur", dicatat: "2026-11-10" }, { day: "2026-11-05", kind: null, dicatat: today }] });
    expect(isHariKerja("2026-11-05", after)).toBe(true);
    // A working day that replaces one cannot be made of a day that is one already, corrected or not.
    expect(masalahHari(late("2026-11-05", "pengganti"), { today, kalender: after })).toEqual([{ kolom: "jenis", masalah: "bukan_pengganti" }]);
    expect(masalahHari(late("2026-11-04", "pengganti"), { today, kalender: after })).toEqual([]);
  });

  test("moves the month's deadlines that still run; those that ran out stay", () => {
    // Of October's report the 5th, 9th and 12th working day have passed on 23 November; the month closes on the 15th, Friday 20 November.
    expect(tenggatBergeser([late("2026-11-10")], { today: "2026-11-17", kalender, standar: DEFAULT_STANDAR }).map(({ what, from, to }) => [what, from, to])).toEqual([["rapatSampai", "2026-11-17", "2026-11-18"], ["tutup", "2026-11-20", "2026-11-23"]]);
    expect(tenggatBergeser([late("2026-11-10")], { today, kalender, standar: DEFAULT_STANDAR })).toEqual([]);
  });

  test("names the legal clocks that it moves, with for how many, and none that has run out", () => {
    const jam = [{ peristiwa: "keberatan", mulai: "2026-11-09", n: 3 }, { peristiwa: "keberatan", mulai: "2026-11-02", n: 2 }, { peristiwa: "keputusan", mulai: "2026-11-12", n: 1 }, { peristiwa: "penyampaian", mulai: "2026-11-16", n: 4 }] as const;
    expect(jamBergeser(jam, [late("2026-11-13")], { today, kalender })).toEqual([
      { peristiwa: "keberatan", mulai: "2026-11-09", n: 3, from: "2026-11-27", to: "2026-11-30" },
      { peristiwa: "keputusan", mulai: "2026-11-12", n: 1, from: "2026-11-23", to: "2026-11-24" },
    ]);
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
  const withHoliday = days.map((day) => denganPerubahan(kalender, [libur(day)], today));

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
      const worked = denganPerubahan(kalender, [{ ...libur(day), kind: "pengganti" }], today);
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
      const after = denganPerubahan(kalender, [libur(day)], today);
      const all = MONTHS.flatMap((month) => {
        const [was, is] = [tenggatBulan(month, DEFAULT_STANDAR, kalender), tenggatBulan(month, DEFAULT_STANDAR, after)];
        return TENGGAT_BULANAN.flatMap((what) => (was[what] === is[what] ? [] : [`${month} ${what} ${is[what]}`]));
      });
      expect(named.sort()).toEqual(all.sort());
    }
  });
});
