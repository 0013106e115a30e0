import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../calendar.ts";
import { NOTES } from "../notes.ts";
import { type BarisPenilai, jatuhTempo, kategoriIpk, penilaiPeriode, tenggatPenetapanSkp } from "./permenpanrb-6-2022.ts";

describe("tenggat (Pasal 14, Lampiran BAB V)", () => {
  const kalender = { libur: ["2024-06-17", "2024-06-18", "2024-06-19", "2024-06-20"], hariKerjaPengganti: ["2024-06-22", "2024-06-29"] };
  test("the SKP is set by the end of January", () => {
    expect(tenggatPenetapanSkp({ tahun: 2026 })).toMatchObject({ value: "2026-01-31", cite: { part: "Pasal 14 ayat (1)" }, rule: "Tenggat penetapan SKP" });
  });

  test("legal clocks follow the city's calendar for shift staff too: nothing of anybody's shifts enters them", () => {
    // A nurse on duty on the holidays of 17 to 20 June and off on the two Saturdays has the same fourteen days as the office.
    const nurse = { peristiwa: "keberatan" as const, mulai: "2024-06-10", kalender };
    expect(jatuhTempo(nurse).value).toBe("2024-07-02");
    expect(Object.keys(jatuhTempo(nurse).given).sort()).toEqual(["kalender", "mulai", "peristiwa"]);
  });

  // From Monday 10 June 2024 in Aceh: 11 12 13 14 | 21 22 24 25 26 27 28 29 | 1–5 | 8–12 | 15–19 | 22 July …
  test.each([
    ["penyampaian", "2024-07-02", "Lampiran BAB V huruf A angka 5"],
    ["pengembalian", "2024-07-02", "Lampiran BAB V huruf A angka 6"],
    ["keberatan", "2024-07-02", "Lampiran BAB V huruf B angka 2"],
    ["keputusan", "2024-06-24", "Lampiran BAB V huruf B angka 6"],
    ["pelaporan", "2024-07-24", "Lampiran BAB V huruf A angka 7 dan 11"],
    ["atasanMenandatangani", "2024-07-02", "Lampiran BAB V huruf A angka 8"],
    ["atasanMenyampaikan", "2024-06-24", "Lampiran BAB V huruf A angka 9"],
    ["pengembalianAtasan", "2024-06-24", "Lampiran BAB V huruf A angka 10"],
  ] as const)("%s from Monday 10 June 2024 falls on %s", (peristiwa, due, part) => {
    const decision = jatuhTempo({ peristiwa, mulai: "2024-06-10", kalender });
    expect(decision.value).toBe(due);
    expect(decision.cite.part).toBe(part);
    expect(decision.rule).toBe("Jatuh tempo");
    expect(decision.note).toBe(peristiwa === "pelaporan" ? NOTES.hariKerjaMelewatiBatas : undefined);
    expect(decision.given).toEqual({ peristiwa, mulai: "2024-06-10", kalender });
  });

  test("without the Saturdays that replace, and with the days off worked, the same clock stops on other days", () => {
    expect(jatuhTempo({ peristiwa: "keputusan", mulai: "2024-06-10", kalender: { libur: kalender.libur, hariKerjaPengganti: [] } }).value).toBe("2024-06-25");
    expect(jatuhTempo({ peristiwa: "keputusan", mulai: "2024-06-10", kalender: { libur: [], hariKerjaPengganti: [] } }).value).toBe("2024-06-19");
  });
});

describe("penilai periode (Lampiran BAB IV.A, p. 89–92)", () => {
  const row = (over: Partial<BarisPenilai>): BarisPenilai => ({ unit: "direktorat-a", kind: "definitif", penilai: "purnama", atasan: "atasan", mulai: "2026-01-01", selesai: null, ...over });
  const decide = (penempatan: BarisPenilai[], jendelaHari = 14) => penilaiPeriode({ pegawai: "pegawai", periode: { mulai: "2026-07-01", selesai: "2026-09-30" }, penempatan, jendelaHari });
  const moves = (day: string) => [row({ selesai: day }), row({ penilai: "baru", mulai: day })];

  test("nobody moved: the penilai rates", () => expect(decide([row({})])).toMatchObject({ value: "purnama", rule: "Penilai periode", cite: { part: "Lampiran BAB IV huruf A angka 2, 5, 6, 13, dan 14" } }));

  test.each([
    ["2026-08-25", "baru", NOTES.penilaiPindahDiLuarJendela], // the example of p. 91
    ["2026-09-25", "purnama", NOTES.penilaiPindahDalamJendela], // and of p. 92
    ["2026-09-15", "baru", NOTES.penilaiPindahDiLuarJendela], // the day before the window
    ["2026-09-16", "purnama", NOTES.penilaiPindahDalamJendela], // its first day
    ["2026-09-30", "purnama", NOTES.penilaiPindahDalamJendela],
    ["2026-10-01", "purnama", undefined], // after the period: he is still the penilai of its last day
    ["2026-07-01", "baru", undefined], // on its first day: the new one had it all
    ["2026-07-02", "baru", NOTES.penilaiPindahDiLuarJendela],
  ])("the penilai moves on %s: %s rates", (day, penilai, note) => {
    expect(decide(moves(day))).toMatchObject({ value: penilai });
    expect(decide(moves(day)).note).toBe(note);
  });

  test("the width of the window is the city's choice", () => {
    expect(decide(moves("2026-08-25"), 60).value).toBe("purnama");
    expect(decide(moves("2026-09-25"), 5).value).toBe("purnama");
    expect(decide(moves("2026-09-25"), 4).value).toBe("baru");
  });

  test("the pegawai moves: the penilai of the new unit rates, also when it was within the window", () => {
    for (const day of ["2026-08-25", "2026-09-25"]) {
      const decision = decide([row({ selesai: day }), row({ unit: "direktorat-b", penilai: "lain", mulai: day })]);
      expect(decision).toMatchObject({ value: "lain", note: NOTES.pegawaiPindah });
    }
  });

  test("the example of Sari (p. 91): moved in February from a ministry with quarters to one with months, the new unit rates; the old result is an agreement, said in the note", () => {
    const sari = [row({ unit: "kementerian-x", penilai: "penilai-x", selesai: "2026-02-09" }), row({ unit: "kementerian-y", penilai: "penilai-y", mulai: "2026-02-09" })];
    const decision = penilaiPeriode({ pegawai: "sari", periode: { mulai: "2026-02-01", selesai: "2026-02-28" }, penempatan: sari, jendelaHari: 14 });
    expect(decision).toMatchObject({ value: "penilai-y", note: NOTES.pegawaiPindah });
    expect(decision.note).toContain("boleh dipakai hasil periode sebelumnya di unit lama bila keduanya sepakat");
  });

  test("a Plt. is rated where he reports as Plt., and at home again when that has ended", () => {
    const plt = (selesai: string | null) => [row({}), row({ unit: "sekretariat", kind: "plt", penilai: "sekda", mulai: "2026-08-01", selesai })];
    expect(decide(plt(null))).toMatchObject({ value: "sekda", note: NOTES.bertugasPlt });
    expect(decide(plt("2026-09-30"))).toMatchObject({ value: "purnama" });
    expect(decide(plt("2026-10-01"))).toMatchObject({ value: "sekda" });
    const pltBefore = [row({ mulai: "2026-09-01" }), row({ unit: "sekretariat", kind: "plt", penilai: "sekda", mulai: "2026-01-01", selesai: "2026-09-01" })];
    expect(decide(pltBefore)).toMatchObject({ value: "purnama" });
    expect(decide(pltBefore).note).toBeUndefined();
    expect(decide(plt(null).toReversed()).value).toBe("sekda");
    expect(decide([row({ kind: "plh", unit: "x", penilai: "plh" }), row({})]).value).toBe("purnama");
    expect(decide([row({ kind: "plh", unit: "x", penilai: "plh" })]).value).toBe("plh");
    // Plt. of a higher post in his own unit, within the window: nobody's penilai has moved.
    expect(decide([row({ selesai: "2026-09-25" }), row({ kind: "plt", penilai: "sekda", mulai: "2026-09-25" })])).toMatchObject({ value: "sekda", note: NOTES.bertugasPlt });
  });

  test("no penilai: his atasan; nobody recorded: null", () => {
    expect(decide([row({ penilai: null })])).toMatchObject({ value: "atasan", note: NOTES.atasanBerjenjang });
    expect(decide([row({ selesai: "2026-09-20" }), row({ penilai: null, mulai: "2026-09-20" })])).toMatchObject({ value: "purnama", note: NOTES.penilaiPindahDalamJendela });
    expect(decide([row({ penilai: null, selesai: "2026-09-20" }), row({ penilai: "baru", mulai: "2026-09-20" })])).toMatchObject({ value: "baru" });
    expect(decide([row({ selesai: "2026-09-30" })])).toMatchObject({ value: null, note: NOTES.tanpaPenilai });
    expect(decide([])).toMatchObject({ value: null, note: NOTES.tanpaPenilai });
  });

  test("a line put right within the window is no move: the right penilai rates, not the wrong one", () => {
    expect(decide([row({ selesai: "2026-09-25", penilaiPindah: false }), row({ penilai: "benar", mulai: "2026-09-25" })])).toMatchObject({ value: "benar", note: NOTES.penilaiDiganti });
  });

  describe("berhalangan tetap", () => {
    const retired = (berhalangan: Record<string, string | null>, rows: BarisPenilai[]) => penilaiPeriode({ pegawai: "pegawai", periode: { mulai: "2026-07-01", selesai: "2026-09-30" }, penempatan: rows, jendelaHari: 14, berhalangan });
    test("a penilai who retires within the window has not moved: the next one rates, or the atasan where the post is empty", () => {
      expect(retired({ purnama: "atasan" }, moves("2026-09-25"))).toMatchObject({ value: "baru" });
      expect(retired({ purnama: "atasan" }, [row({ selesai: "2026-09-25" }), row({ penilai: null, mulai: "2026-09-25" })])).toMatchObject({ value: "atasan", note: NOTES.atasanBerjenjang });
    });
    test("one who retires after the period, before having rated: the atasan, step by step", () => {
      expect(retired({ purnama: "atasan" }, [row({})])).toMatchObject({ value: "atasan", note: NOTES.atasanBerjenjang });
      expect(retired({ purnama: "atasan", atasan: "walikota" }, [row({})])).toMatchObject({ value: "walikota" });
      expect(retired({ purnama: "kadis" }, [row({ atasan: null })])).toMatchObject({ value: "kadis" });
      expect(retired({ purnama: null }, [row({ atasan: null })])).toMatchObject({ value: null });
      expect(retired({ purnama: "atasan", atasan: "purnama" }, [row({})])).toMatchObject({ value: null });
      expect(retired({ lain: "atasan" }, [row({})])).toMatchObject({ value: "purnama" });
    });
  });

  test("one who came within the period is rated by the penilai he came to", () => {
    expect(decide([row({ mulai: "2026-08-01" })])).toMatchObject({ value: "purnama" });
    expect(decide([row({ mulai: "2026-08-01" })]).note).toBeUndefined();
  });

  test("the order of the rows plays no role", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 91 }), (day) => {
      const rows = moves(addDays("2026-07-01", day));
      expect(decide(rows.toReversed()).value).toBe(decide(rows).value);
    }));
  });
});

describe("kategori IPK tugas belajar (p. 63)", () => {
  type Row = readonly ["dalam_negeri" | "luar_negeri", "s1" | "s2_s3_profesi", "A" | "B" | "C" | undefined, number, number, number];
  test.each([
    ["dalam_negeri", "s1", "A", 3.51, 3.01, 2.76], ["dalam_negeri", "s1", "B", 3.61, 3.1, 2.76], ["dalam_negeri", "s1", "C", 3.71, 3.2, 2.76],
    ["dalam_negeri", "s2_s3_profesi", "A", 3.51, 3.2, 3], ["dalam_negeri", "s2_s3_profesi", "B", 3.61, 3.25, 3], ["dalam_negeri", "s2_s3_profesi", "C", 3.71, 3.3, 3],
    ["luar_negeri", "s1", undefined, 3.51, 3.01, 2.76], ["luar_negeri", "s2_s3_profesi", undefined, 3.51, 3.2, 3], ["luar_negeri", "s1", "C", 3.51, 3.01, 2.76],
  ] satisfies Row[])("%s %s %s: Sangat Baik from %d, Baik from %d, Butuh Perbaikan from %d", (lokasi, jenjang, akreditasiPT, sangatBaik, baik, butuhPerbaikan) => {
    const decide = (ipk: number) => kategoriIpk({ lokasi, jenjang, akreditasiPT, ipk }).value;
    expect([4, sangatBaik, sangatBaik - 0.01, baik, baik - 0.01, butuhPerbaikan, butuhPerbaikan - 0.01, 0].map(decide)).toEqual(["sangat_baik", "sangat_baik", "baik", "baik", "butuh_perbaikan", "butuh_perbaikan", "kurang", "kurang"]);
  });

  test("a study programme below the row's least accreditation is outside the guide, and says so", () => {
    const decide = (akreditasiPT: "A" | "B" | "C", akreditasiProdiMinimal: "A" | "B" | "C", lokasi: "dalam_negeri" | "luar_negeri" = "dalam_negeri") => kategoriIpk({ lokasi, jenjang: "s1", akreditasiPT, akreditasiProdiMinimal, ipk: 3.5 });
    expect(decide("C", "C").note).toBe(NOTES.akreditasiDiLuarPanduan);
    for (const [pt, prodi] of [["C", "B"], ["C", "A"], ["B", "C"], ["A", "C"]] as const) expect(decide(pt, prodi).note).toBeUndefined();
    expect(decide("C", "C", "luar_negeri").note).toBeUndefined();
    expect(decide("A", "C")).toMatchObject({ rule: "Kategori IPK tugas belajar", cite: { part: "Lampiran BAB II huruf B angka 5 dan 6" } });
  });

  test("without an accreditation the row of A is used, which asks least, and that is said; abroad none is asked for", () => {
    expect(kategoriIpk({ lokasi: "dalam_negeri", jenjang: "s1", ipk: 3.51 })).toMatchObject({ value: "sangat_baik", note: NOTES.akreditasiTidakDiketahui });
    expect(kategoriIpk({ lokasi: "luar_negeri", jenjang: "s1", ipk: 3.51 }).note).toBeUndefined();
    expect(kategoriIpk({ lokasi: "dalam_negeri", jenjang: "s1", akreditasiPT: "A", ipk: 3.51 }).note).toBeUndefined();
  });

  test("a higher IPK never gives a worse category, and a weaker university never asks for less", () => {
    const order = ["sangat_baik", "baik", "butuh_perbaikan", "kurang"];
    const grade = fc.integer({ min: 0, max: 400 }).map((hundredths) => hundredths / 100);
    fc.assert(fc.property(grade, grade, fc.constantFrom("s1", "s2_s3_profesi"), fc.constantFrom("A", "B", "C"), (a, b, jenjang, akreditasiPT) => {
      const at = (ipk: number, akreditasi: "A" | "B" | "C") => order.indexOf(kategoriIpk({ lokasi: "dalam_negeri", jenjang, akreditasiPT: akreditasi, ipk }).value);
      expect(at(Math.max(a, b), akreditasiPT)).toBeLessThanOrEqual(at(Math.min(a, b), akreditasiPT));
      expect(at(a, "A")).toBeLessThanOrEqual(at(a, "B"));
      expect(at(a, "B")).toBeLessThanOrEqual(at(a, "C"));
    }));
  });
});
